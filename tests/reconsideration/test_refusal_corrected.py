"""不予受理的纠正: what becomes of a refusal that is served, once it is none any more (ARL 35)."""

from typing import Any
from uuid import UUID

import pytest

from services.reconsideration import agents
from services.reconsideration.books import RULES as BOOKS
from services.reconsideration.domain import lawful_after, refusing
from services.reconsideration.pages.served import refused as to_serve
from services.reconsideration.queries.following import Sieve, beside_cases
from services.reconsideration.store import aftermath_of
from shared.auth import Role
from shared.contracts.reconsideration import ApplicationDeclined
from shared.contracts.reconsideration.correcting import DirectlyAccepted, WrongCorrected
from shared.contracts.reconsideration.refusal import RefusalCorrected
from shared.frame.sorting import Order
from shared.law.article import RULES
from shared.law.procedure import Refused
from tests.desks.visitor import building
from tests.reconsideration.higher import ABOVE, done, running, why_not
from tests.reconsideration.makers import ANNA, AUTHORITY, BERT, PAPER, day
from tests.reconsideration.test_drafting_doors import CLERK, clock, door
from tests.reconsideration.test_refusal import declined, refused, serve, to
from tests.reconsideration.test_routes import APPLICATION, OFFICER, OTHER_PARTY, PARTY, Door, hear

__all__ = ["clock", "door"]

LABELS = {"authority": AUTHORITY, "county": "620702"}


def test_a_refusal_that_is_corrected_is_served_on_nobody_and_sued_over_by_nobody() -> None:
    """已经纠正的，不再送达，送达的期限和尚未届满的起诉期限都不再计算 (ARL 35; RULES 132)."""
    walk, file = declined()
    file.record(serve(walk, file, ANNA, "2026-07-10"))
    fact = refusing.correct(file.file, file.head("2026-07-16"), PAPER)
    assert (fact.accepted_case_id, fact.first_served_on) == (PAPER, day("2026-07-10"))
    ended = {row.name: row.subject_of(fact) for row in file.file.procedure.closes(fact)}
    following = {"copy_decision": "", "publish": ""}  # of a dismissal that is corrected so
    assert ended == {"serve_refusal": "", "sue_refusal": "", **following}, "whoever was served"
    file.record(fact)
    assert (file.file.refusal_for, file.file.accepted_case_id) == ((), PAPER)
    with pytest.raises(Refused, match="不予受理已经纠正") as no:
        serve(walk, file, BERT, "2026-07-17")
    assert no.value.article == RULES[132]


def test_a_refusal_is_corrected_once_and_only_where_there_is_one() -> None:
    """没有不予受理的、已经纠正的，不再记载纠正；核对同样要求 (RULES 132)."""
    _, file = declined()
    fact = refusing.correct(file.file, file.head("2026-07-16"), PAPER)
    lawful_after.refusal_corrected_once(file.file, fact)
    wrong = fact.model_copy(update={"first_served_on": day("2026-07-10")})
    with pytest.raises(Refused):
        lawful_after.refusal_corrected_once(file.file, wrong)
    file.record(fact)
    with pytest.raises(Refused) as twice:
        lawful_after.refusal_corrected_once(file.file, fact)
    assert twice.value.article == RULES[132]


async def listed(door: Door) -> list[str | None]:
    """What is to be done beside the cases of the authority below."""
    sieve = Sieve("every", "aftermath", "")
    found, _ = await beside_cases(
        *(door.hub, AUTHORITY, "fuyi-07", sieve, Order.of("", "due")), limit=9
    )
    return [one.duty for one in found]


async def broken(door: Door) -> list[str]:
    async with door.hub.pool.acquire() as conn, conn.transaction():
        return [rule.name for rule in BOOKS if (await rule.check(conn)).count]


async def reported(door: Door, case: str) -> str:
    """Reported by the applicant on 9 March; the path of the report."""
    door.on("2026-03-09")
    file = await done(door, f"{case}/wrong-report", PARTY, text="没有正当理由不予受理。")
    return f"/corrections/{file['case_id']}"


async def ordered(door: Door, case: str) -> dict[str, Any]:
    """Accepted below on 16 March, as the authority above ordered."""
    path = await reported(door, case)
    order = {"until": "2026-03-20", "justified": False, "text": "责令受理。"}
    await done(door, f"{path}/order", ABOVE, **order)
    door.on("2026-03-16")
    return await done(door, f"{path}/correction", OFFICER)


async def test_what_is_accepted_as_ordered_leaves_no_refusal_to_serve(door: Door) -> None:
    """按责令受理的：后续案卷写明受理的案卷，没有送达、起诉期限，不再列出 (ARL 35; RULES 132)."""
    after = await refused(door, compulsory=True)
    case = f"/reconsiderations/{(await door.get(after, OFFICER)).json()['about']}"
    door.on("2026-03-06")
    assert (await door.post(f"{after}/refusal-service", CLERK, **to(ANNA, "2026-03-06"))).is_success
    assert set(await running(door, after)) == {"serve_refusal", "sue_refusal"}
    put = await ordered(door, case)
    assert await listed(door) == ["serve_refusal"]
    await hear(door, WrongCorrected, agents.LISTENS, LABELS)
    told = (await door.get(after, OFFICER)).json()
    assert (told["refusal_for"], told["accepted_case_id"]) == ([], put["case_id_after"])
    assert [one["served_on"] for one in told["refusals"]] == ["2026-03-06"]
    assert await running(door, after) == {}
    assert await listed(door) == []
    late = to(BERT, "2026-03-16")
    assert await why_not(door, f"{after}/refusal-service", CLERK, **late) == "RULES 132"
    assert await why_not(door, f"{case}/refusal-service", CLERK, **late) == "RULES 132"
    assert await why_not(door, f"{after}/refusal-receipt", OTHER_PARTY) == "CPL 90(1)"
    assert await broken(door) == []


async def test_what_is_accepted_above_leaves_no_refusal_to_serve(door: Door) -> None:
    """上级直接受理的同样，一名也没有送达的，案件页不再列这份决定书 (ARL 35; RULES 132)."""
    after = await refused(door)
    about = (await door.get(after, OFFICER)).json()["about"]
    path = await reported(door, f"/reconsiderations/{about}")
    taken = await done(door, f"{path}/direct-acceptance", ABOVE, text="由本机关直接受理。")
    await hear(door, DirectlyAccepted, agents.LISTENS, LABELS)
    told = (await door.get(after, OFFICER)).json()
    assert (told["refusal_for"], told["accepted_case_id"]) == ([], taken["case_id_after"])
    assert await running(door, after) == {}
    async with building(door.hub) as house:
        officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
        page = (await officer.get(f"/desk/reconsideration/files/{about}")).text
        assert "refusal-service?person_id" not in page
    body = await door.hub.pool.fetchval(
        "SELECT body FROM hub.outbox WHERE kind = $1", RefusalCorrected.kind_name()
    )
    assert RefusalCorrected.model_validate_json(body).first_served_on is None


async def test_whatever_is_heard_first_nothing_is_left_to_serve(door: Door) -> None:
    """先收到纠正、后收到不予受理的，后续案卷也没有要送达的人 (RULES 132)."""
    body = {**APPLICATION, "manner": "in_person", "applicants": [str(ANNA), str(BERT)]}
    taken = await door.post("/reconsiderations", OFFICER, **body)
    case = f"/reconsiderations/{taken.json()['case_id']}"
    await done(door, f"{case}/declination", OFFICER, missing="interest", reason="没有利害关系。")
    await ordered(door, case)
    await hear(door, WrongCorrected, agents.LISTENS, LABELS)
    await hear(door, ApplicationDeclined, agents.LISTENS, LABELS)
    after = f"/aftermaths/{aftermath_of(UUID(case.rpartition('/')[2]))}"
    told = (await door.get(after, OFFICER)).json()
    assert (told["conclusion"], told["refusal_for"]) == ("declined", [])
    assert await running(door, after) == {}


async def test_the_books_tell_a_corrected_refusal_that_still_waits(door: Door) -> None:
    """核对：纠正已经收件而后续案卷没有记载的，写着没有的纠正的，都查得出 (ARL 35; RULES 132)."""
    after = await refused(door)
    about = (await door.get(after, OFFICER)).json()["about"]
    await ordered(door, f"/reconsiderations/{about}")
    assert await broken(door) == []
    page = "SELECT case_id, version FROM hub.outbox WHERE kind = $1"
    row = await door.hub.pool.fetchrow(page, WrongCorrected.kind_name())
    inbox = "INSERT INTO hub.inbox VALUES ('hub.reconsideration.office', $1, $2)"
    await door.hub.pool.execute(inbox, row["case_id"], row["version"])
    assert "refusals_corrected" in await broken(door)
    await hear(door, WrongCorrected, agents.LISTENS, LABELS)
    assert await broken(door) == []
    another = "UPDATE reconsideration.aftermath SET accepted_case_id = $1"
    await door.hub.pool.execute(another, PAPER)
    assert "refusals_corrected" in await broken(door)


# -- a refusal that nothing follows yet


async def test_a_refusal_that_nothing_follows_is_served_all_the_same(door: Door) -> None:
    """没有后续案卷的，送达时随之开立：不早于决定之日，五个工作日自开立起 (ARL 34; RULES 90)."""
    body = {**APPLICATION, "manner": "in_person", "applicants": [str(ANNA), str(BERT)]}
    taken = await door.post("/reconsiderations", OFFICER, **body)
    case_id = UUID(taken.json()["case_id"])
    case, after = f"/reconsiderations/{case_id}", f"/aftermaths/{aftermath_of(case_id)}"
    assert await why_not(door, f"{case}/refusal-service", CLERK, **to(ANNA, "2026-03-02")) == (
        "ARL 30(2)"
    )
    door.on("2026-03-04")
    why = {"missing": "interest", "reason": "没有利害关系。", "compulsory": True}
    await done(door, f"{case}/declination", OFFICER, **why)
    door.on("2026-04-01")
    assert (await door.get(after, OFFICER)).status_code == 404
    late = to(ANNA, "2026-03-06")
    assert await why_not(door, f"{case}/refusal-service", CLERK, **late) == "RULES 130"
    await done(door, f"{case}/papers/numbers/declination", OFFICER)
    assert await to_serve(door.hub, case_id, {}) == (
        (str(ANNA), "尚未送达的申请人第1名"),
        (str(BERT), "尚未送达的申请人第2名"),
    )
    async with building(door.hub) as house:
        officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
        page = (await officer.get(f"/desk/reconsideration/files/{case_id}")).text
        assert f"/files/{case_id}/refusal-service?person_id={BERT}" in page
    early = to(ANNA, "2026-03-03")
    assert (await door.post(f"{case}/refusal-service", CLERK, **early)).status_code == 422
    served = await done(door, f"{case}/refusal-service", CLERK, **late)
    assert (served["opened_on"], served["refusal_for"]) == ("2026-03-04", [str(BERT)])
    assert (served["compulsory"], served["refusals"][0]["served_on"]) == (True, "2026-03-06")
    runs = await running(door, after)
    assert runs == {"serve_refusal": day("2026-04-09"), "sue_refusal": day("2026-03-23")}
    second = await done(door, f"{case}/refusal-service", CLERK, **to(BERT, "2026-03-09"))
    assert second["refusal_for"] == []
    async with building(door.hub) as house:
        officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
        here = f"/files/{case_id}/refusal-service"
        for desk in (f"reconsideration/files/{case_id}", f"disputes/{UUID(int=1)}"):
            assert here not in (await officer.get(f"/desk/{desk}")).text
    await hear(door, ApplicationDeclined, agents.LISTENS, LABELS)
    told = (await door.get(after, OFFICER)).json()
    assert (told["opened_on"], told["refusal_for"]) == ("2026-03-04", []), "it is opened once"
    assert await broken(door) == []
