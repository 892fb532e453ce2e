"""What supervision keeps of a decision that fell before its service was heard (RULES 92)."""

from datetime import date

import pytest

from services.reconsideration.domain.decision import obliges_organs
from services.supervision.store import obliged_of
from shared.contracts.reconsideration import Compensation, Outcome
from shared.contracts.reconsideration.aftermath import AftermathOpened, Conclusion
from shared.contracts.reconsideration.drafting import DecisionDrafted
from shared.contracts.reconsideration.judged import Disposition
from shared.work import Hub
from tests.reconsideration.makers import PAPER, examined
from tests.supervision.watching import (
    AUTHORITY,
    CASE,
    OTHER,
    WATCH,
    delivered,
    hear,
    pages,
    served,
    watch,
    withdrawn,
)


async def test_a_decision_that_obliges_nobody_leaves_no_watch_when_it_falls(hub: Hub) -> None:
    """决定没有要被申请人履行的内容，撤销先于送达得知的，不留履行监督的案卷 (ARL 77; RULES 92)."""
    fell = withdrawn(OTHER).model_copy(update={"obliges": False})
    end = AftermathOpened(
        head=fell.head.model_copy(update={"version": 6}),
        about=CASE,
        conclusion=Conclusion.DELIVERED,
        authority=AUTHORITY,
        respondent="620702-zhujian",
        joint=(OTHER,),
        annulled=True,
        obliges=False,
    )
    for fact in (fell, end):
        await hear(hub, fact)
    assert [await pages(hub, one) for one in (WATCH, obliged_of(CASE, OTHER))] == [0, 0]
    assert await hub.pool.fetchval("SELECT count(*) FROM hub.file") == 0


@pytest.mark.parametrize("obliges", [True, None])
async def test_one_that_obliges_somebody_or_does_not_say_is_kept_as_ended(
    hub: Hub,
    obliges: bool | None,  # noqa: FBT001 - a parameter of a test
) -> None:
    """有需要履行的内容、以前的撤销没有写明的，记下终止，其后得知的送达不立案 (RULES 92)."""
    await hear(hub, withdrawn().model_copy(update={"obliges": obliges}))
    await hear(hub, served(perform_by=date(2026, 12, 23)))
    assert ((await watch(hub)).state, await pages(hub, WATCH)) == ("ended", 1)


async def test_a_watch_that_is_open_ends_whatever_the_page_says(hub: Hub) -> None:
    """已经立案监督的，撤销后一律终止 (RULES 92)."""
    await hear(hub, delivered(date(2026, 12, 1)))
    await hear(hub, withdrawn().model_copy(update={"obliges": False}))
    assert (await watch(hub)).state == "ended"


@pytest.mark.parametrize(
    ("outcome", "said", "obliges"),
    [
        (Outcome.UPHELD, {}, False),
        (Outcome.REVOKED, {}, False),
        (Outcome.REVOKED, {"redo": True}, True),
        (Outcome.CONFIRMED_ILLEGAL, {"remedial": True}, True),
        (Outcome.CONFIRMED_ILLEGAL, {"compensation": Compensation.GRANTED}, True),
        (Outcome.PERFORMANCE_ORDERED, {}, True),
    ],
)
def test_what_a_decision_asks_of_a_respondent_is_what_its_service_would_tell(
    outcome: Outcome,
    said: dict[str, object],
    obliges: bool,  # noqa: FBT001 - a parameter of a test
) -> None:
    """责令履行、重作、补救、赔偿的，被申请人须履行；维持、只撤销的没有 (ARL 64 to 68, 72, 77)."""
    one = Disposition.model_validate({"outcome": outcome, **said})
    walk = examined().then(DecisionDrafted, "2026-04-16", dispositions=(one,), paper_id=PAPER)
    case = walk.but(outcome=outcome, decided_on=date(2026, 4, 17), **_whole(said))
    assert obliges_organs(case) is obliges


def _whole(said: dict[str, object]) -> dict[str, object]:
    """What the case keeps of the whole decision."""
    return {name: said[name] for name in ("redo", "compensation") if name in said}
