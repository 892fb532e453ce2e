"""A watch that ends because what was to be performed was withdrawn or fell (ALL 70; RULES 92)."""

from datetime import date
from uuid import uuid4

from services.supervision.domain.compliance import State
from services.supervision.store import WATCHES, obliged_of
from shared.contracts.adjudication import RulingOverturned, RulingServed
from shared.contracts.reconsideration.aftermath import (
    AftermathOpened,
    Conclusion,
)
from shared.law.calendar import CALENDAR
from shared.verify.walk import Walk
from shared.work import Hub
from tests.supervision.watching import (
    AUTHORITY,
    CASE,
    OTHER,
    WATCH,
    delivered,
    head,
    hear,
    pages,
    served,
    watch,
    withdrawn,
)


async def test_a_ruling_served_on_several_is_watched_once_and_ends_when_it_falls(hub: Hub) -> None:
    """裁决分别送达，监督一次；被撤销的终止 (PLAN 25, ALL 70)."""
    for version, by in ((1, None), (2, date(2026, 12, 8)), (3, date(2026, 12, 10))):
        served = RulingServed(
            head=head(version),
            party=uuid4(),
            perform_by=by,
            reconsider_by=date(2027, 1, 22),
            remedy_until=date(2027, 1, 22),
        )
        await hear(hub, served)
    assert await pages(hub, WATCH) == 1
    assert (await watch(hub)).perform_by == date(2026, 12, 8)
    await hear(hub, RulingOverturned(head=head(4)))
    assert (await watch(hub)).state is State.ENDED


async def test_a_decision_that_was_withdrawn_from_above_is_watched_no_more(hub: Hub) -> None:
    """复议决定被上级撤销的，履行监督终止 (RULES 92)."""
    await hear(hub, delivered(date(2026, 12, 1)))
    for _ in range(2):
        await hear(hub, withdrawn())
    assert ((await watch(hub)).state, await pages(hub, WATCH)) == (State.ENDED, 2)


async def test_what_was_withdrawn_before_its_service_was_heard_is_never_watched(
    hub: Hub,
) -> None:
    """撤销先于送达得知的，其后得知的送达不再立案监督 (RULES 92)."""
    for _ in range(2):
        await hear(hub, withdrawn(OTHER))
    await hear(hub, served(perform_by=date(2026, 12, 23)))
    await hear(hub, served(OTHER, date(2026, 12, 10)))
    await hear(hub, delivered(date(2026, 12, 23)))
    for one in (WATCH, obliged_of(CASE, OTHER)):
        file, _ = await hub.read(WATCHES, one)
        assert (file.state, file.watched, await pages(hub, one)) == (State.ENDED, CASE, 1)
    assert await hub.pool.fetchval("SELECT count(*) FROM hub.deadline") == 0
    walk = Walk(hub.shelves, CALENDAR)
    async with hub.pool.acquire() as conn:
        assert [(await one(conn)).count for one in (walk.states, walk.deadlines)] == [0, 0]


async def test_who_was_served_after_it_was_withdrawn_is_watched_no_more_at_the_end(
    hub: Hub,
) -> None:
    """撤销以后才送达被申请人的，结案时履行监督随之终止；未被撤销的照常监督 (ARL 75; RULES 92)."""
    await hear(hub, delivered(date(2026, 12, 1)))
    end = AftermathOpened(
        head=head(5).model_copy(update={"case_id": uuid4()}),
        about=CASE,
        conclusion=Conclusion.DELIVERED,
        authority=AUTHORITY,
        respondent="620702-zhujian",
    )
    await hear(hub, end)
    assert (await watch(hub)).state is not State.ENDED
    other = end.head.model_copy(update={"case_id": uuid4()})
    await hear(hub, end.model_copy(update={"head": other, "annulled": True}))
    assert (await watch(hub)).state is State.ENDED
