"""驳回申请纠正以后: what follows it is neither copied nor made public any more (ARL 35, 79)."""

from uuid import UUID

import pytest

from services.reconsideration import agents
from services.reconsideration.domain import aftermath_acts, lawful_after, publishing
from services.reconsideration.domain.aftermath_table import AFTERMATH
from services.reconsideration.queries.published import offered, read_published
from shared.contracts.reconsideration import DecisionDelivered, Outcome
from shared.contracts.reconsideration.aftermath import DecisionCopied, DecisionPublished
from shared.contracts.reconsideration.correcting import WrongCorrected
from shared.contracts.reconsideration.refusal import RefusalCorrected
from shared.errors import Unknown
from shared.law.article import RULES
from shared.law.procedure import Refused
from tests.reconsideration.afterwards import LABELS, beside, follows, held, to
from tests.reconsideration.following import ABOVE, Following, following
from tests.reconsideration.makers import ANNA, PAPER, RESPONDENT
from tests.reconsideration.test_dismissal_doors import case, corrected
from tests.reconsideration.test_drafting_doors import CLERK, clock, door
from tests.reconsideration.test_higher_doors import done
from tests.reconsideration.test_routes import OFFICER, Door, hear
from tests.shared.test_verify_owing import broken

__all__ = ["case", "clock", "door"]

DISMISSED = {"outcome": Outcome.APPLICATION_DISMISSED, "copies_for": (RESPONDENT,)}


def dismissed() -> Following:
    """Served on all on 20 July."""
    return following(**DISMISSED)


def test_the_days_to_copy_it_and_to_make_it_public_end_as_it_is_put_right() -> None:
    """送达每一方以后纠正的，抄告、公开的期限随之结束，不再抄告、公开 (ARL 35, 79; RULES 132)."""
    file = dismissed()
    assert (file.file.to_copy, file.file.publishes) == ((RESPONDENT,), True)
    file.then(RefusalCorrected, "2026-07-24")
    ended = {one.name for one in AFTERMATH.closes(file.facts[-1])}
    assert {"copy_decision", "publish"} <= ended
    assert (file.file.to_copy, file.file.copies, file.file.publishes) == ((), False, False)
    head = file.head("2026-07-27")
    for act in (
        lambda: aftermath_acts.copy_decision(file.file, head, ABOVE, {RESPONDENT: ABOVE}),
        lambda: publishing.publish(file.file, head, PAPER),
        lambda: publishing.withhold(file.file, head, PAPER),
    ):
        with pytest.raises(Refused) as refusal:
            act()
        assert (refusal.value.article, refusal.value.message) == (
            RULES[132],
            "驳回申请已经纠正，申请已经受理，原决定不再适用",
        )


def test_what_is_public_already_is_taken_down_and_what_was_copied_stays_so() -> None:
    """纠正以前已经公开的，仍可以撤下；已经抄告的不变 (ARL 79; RULES 49)."""
    file = dismissed().then(DecisionCopied, "2026-07-21")
    file.then(DecisionPublished, "2026-07-22").then(RefusalCorrected, "2026-07-24")
    assert (file.file.copies, file.file.to_copy, file.file.publishes) == (True, (), True)
    down = publishing.withhold(file.file, file.head("2026-07-27"), PAPER)
    assert file.record(down).file.withheld_on == down.head.on


def test_pages_of_old_that_copied_and_published_it_all_the_same_stand() -> None:
    """此前纠正以后仍抄告、公开的，各页照旧，账册相符 (ARL 79)."""
    file = dismissed().then(RefusalCorrected, "2026-07-24")
    copied = DecisionCopied.model_validate({"head": file.head("2026-07-27"), "organ": ABOVE})
    assert lawful_after.copied_where_owed(file.file, copied) is None
    file.record(copied).then(DecisionPublished, "2026-07-28")
    assert (file.file.copies, file.file.publishes) == (True, True)


@pytest.fixture
async def followed(door: Door, case: str) -> str:
    """Served on both on 9 March; what follows it."""
    door.on("2026-03-09")
    for whom in (ANNA, None):
        await done(door, f"{case}/service", CLERK, **to(whom, "2026-03-09"))
    await hear(door, DecisionDelivered, agents.LISTENS, LABELS)
    return await follows(door, case)


async def test_nothing_of_it_is_owed_on_the_list_of_the_body(
    door: Door, case: str, followed: str
) -> None:
    """纠正以后，复议机构的清单不再列抄告、公开；账册和期限相符 (ARL 35, 79)."""
    assert await beside(door) == ["copy_decision"]
    await corrected(door, case)
    await hear(door, WrongCorrected, agents.LISTENS, LABELS)
    assert await beside(door) == []
    said = (await door.get(followed, OFFICER)).json()
    assert (said["state"], said["copies"], said["publishes"]) == ("following", False, False)
    assert await held(door)
    assert await broken(door.hub) == {}


async def test_what_was_made_public_is_read_by_nobody_once_it_is_put_right(
    door: Door, case: str, followed: str
) -> None:
    """已经公开的驳回申请决定，纠正以后不再供查阅 (ARL 79; RULES 132)."""
    public = UUID(followed.rpartition("/")[2])
    await done(door, f"{followed}/publication", OFFICER, text="申请人某某不服，本机关驳回申请。")
    assert (await read_published(door.hub.pool, public))[1] == "申请人某某不服，本机关驳回申请。"
    await corrected(door, case)
    await hear(door, WrongCorrected, agents.LISTENS, LABELS)
    with pytest.raises(Unknown):
        await read_published(door.hub.pool, public)
    assert (await offered(door.hub.pool)).authorities == []
