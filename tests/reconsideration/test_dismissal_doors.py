"""驳回申请决定送达申请人以后的反映和纠正, at the doors, while the respondent waits (ARL 35, 75)."""

from uuid import UUID

import pytest

from services.reconsideration import agents
from services.reconsideration.books import RULES as BOOKS
from shared.contracts.reconsideration import DecisionDelivered
from shared.contracts.reconsideration.correcting import WrongCorrected
from shared.contracts.reconsideration.served import DecisionServed
from tests.reconsideration.afterwards import LABELS, follows, to
from tests.reconsideration.deciding import road
from tests.reconsideration.higher import ABOVE, done, offered, why_not
from tests.reconsideration.makers import ANNA
from tests.reconsideration.test_drafting_doors import CLERK, clock, door, examined
from tests.reconsideration.test_routes import OFFICER, PARTY, Door, hear
from tests.shared.test_verify_owing import broken

__all__ = ["clock", "door"]

NONE = {"text": "没有利害关系。", "interest": "none"}


@pytest.fixture
async def case(door: Door) -> str:
    """Dismissed on 5 March; served on nobody."""
    path = await examined(door)
    await done(door, f"{path}/conditions", OFFICER, **NONE)
    for step, _, body in road("application_dismissed", text="驳回申请。"):
        await done(door, f"{path}/{step}", OFFICER, **body)
    return path


async def corrected(door: Door, case: str) -> str:
    """Reported on 10 March, and accepted on 16 March, as ordered; where it goes on."""
    door.on("2026-03-10")
    file = await done(door, f"{case}/wrong-report", PARTY, text="没有正当理由驳回申请。")
    assert file["wrong"] == "dismissed"
    path = f"/corrections/{file['case_id']}"
    order = {"until": "2026-03-20", "justified": False, "text": "责令受理。"}
    await done(door, f"{path}/order", ABOVE, **order)
    door.on("2026-03-16")
    return str((await done(door, f"{path}/correction", OFFICER))["case_id_after"])


async def test_the_page_offers_the_report_once_the_applicant_has_the_dismissal(
    door: Door, case: str
) -> None:
    """驳回申请决定书送达申请人，即可反映，不待送达其他各方；没有送达的不可以 (ARL 35, 75)."""
    door.on("2026-03-09")
    assert "wrong-report" not in await offered(door, case, PARTY)
    assert await why_not(door, f"{case}/wrong-report", PARTY, text="驳回。") == "ARL 35"
    await done(door, f"{case}/service", CLERK, **to(ANNA, "2026-03-09"))
    assert (await door.get(case, OFFICER)).json()["state"] == "decided"
    assert "wrong-report" in await offered(door, case, PARTY)
    assert "wrong-report" in await offered(door, case, OFFICER)
    new = await corrected(door, case)
    answer = (await door.get(f"/reconsiderations/{new}", OFFICER)).json()
    assert (answer["state"], answer["accepted_on"]) == ("accepted", "2026-03-16")


async def test_what_was_put_right_is_served_on_the_rest_who_are_told_so(
    door: Door, case: str
) -> None:
    """纠正以后仍向其余的人送达，写明已经纠正；不再重新送达、不再公开；账册相符 (RULES 132)."""
    door.on("2026-03-09")
    await done(door, f"{case}/service", CLERK, **to(ANNA, "2026-03-09"))
    await hear(door, DecisionServed, agents.LISTENS, LABELS)
    new = await corrected(door, case)
    await hear(door, WrongCorrected, agents.LISTENS, LABELS)
    after = await follows(door, case)
    told = (await door.get(after, OFFICER)).json()
    assert (told["state"], told["accepted_case_id"]) == ("effective", new)
    again = {**to(ANNA, "2026-03-16"), "reason": "误签。"}
    assert await why_not(door, f"{case}/service-again", CLERK, **again) == "RULES 132"
    door.on("2026-03-17")
    last = await done(door, f"{case}/service", CLERK, **to(None, "2026-03-17"))
    assert last["state"] == "delivered"
    pages = await door.hub.pool.fetch(
        "SELECT kind, (body::jsonb ->> 'corrected')::bool AS corrected FROM hub.outbox"
        " WHERE case_id = $1 AND kind = ANY($2::text[]) ORDER BY version",
        UUID(case.rpartition("/")[2]),
        [DecisionServed.kind_name(), DecisionDelivered.kind_name()],
    )
    assert [one["corrected"] for one in pages] == [False, True, True]
    await hear(door, DecisionDelivered, agents.LISTENS, LABELS)
    told = (await door.get(after, OFFICER)).json()
    assert (told["state"], told["publishes"], told["accepted_case_id"]) == ("following", False, new)
    async with door.hub.pool.acquire() as conn:
        assert [one.name for one in BOOKS if (await one.check(conn)).count] == []
    assert await broken(door.hub) == {}


async def test_whatever_is_heard_first_the_dismissal_is_put_right_in_what_follows_it(
    door: Door, case: str
) -> None:
    """先收到纠正、后收到送达的，后续案卷随之开立，照样写明已经纠正 (ARL 75; RULES 132)."""
    door.on("2026-03-09")
    await done(door, f"{case}/service", CLERK, **to(ANNA, "2026-03-09"))
    new = await corrected(door, case)
    await hear(door, WrongCorrected, agents.LISTENS, LABELS)
    await hear(door, DecisionServed, agents.LISTENS, LABELS)
    told = (await door.get(await follows(door, case), OFFICER)).json()
    assert (told["state"], told["accepted_case_id"]) == ("effective", new)
