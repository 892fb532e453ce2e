"""应诉的复议案: each page says how many there are in all, and goes on where the last one ended."""

from datetime import timedelta
from uuid import UUID

from services.reconsideration.queries.responding import Sieve, owed
from shared.clock import StillClock
from shared.frame.sorting import Order
from shared.work import Hub
from tests.desks.test_responding import copied
from tests.reconsideration.makers import RESPONDENT


async def three(hub: Hub, clock: StillClock) -> list[UUID]:
    """Three cases, of each of which the copy came a day later."""
    cases = []
    for n in range(1, 4):
        cases.append(await copied(hub, n))
        clock.move_to(clock.now() + timedelta(days=1))
    return cases


async def test_each_page_says_how_many_there_are_in_all(hub: Hub, clock: StillClock) -> None:
    """逐页列出，顺序不断，各页的件数都是全部件数；倒序亦同."""
    first, second, third = await three(hub, clock)
    for order, expected in (
        (Order("due"), [first, second, third]),
        (Order("due", down=True), [third, second, first]),
        (Order("received", down=True), [third, second, first]),
    ):
        pages = [
            await owed(hub, RESPONDENT, Sieve(), order, limit=1, skip=skip) for skip in range(3)
        ]
        assert [[one.case_id for one in rows] for rows, _ in pages] == [[one] for one in expected]
        assert [total for _, total in pages] == [3, 3, 3]


async def test_the_number_is_that_of_what_the_list_is_narrowed_to(
    hub: Hub, clock: StillClock
) -> None:
    """筛选以后，件数是筛选所剩的，不是全部的."""
    first, _, _ = await three(hub, clock)
    await hub.pool.execute("UPDATE hub.deadline SET ended = 'met' WHERE case_id <> $1", first)
    narrowed = {}
    for what in ("", "owed", "letters"):
        rows, narrowed[what] = await owed(
            hub, RESPONDENT, Sieve(what), Order("due"), limit=2, skip=0
        )
        assert len(rows) == min(narrowed[what], 2)
    assert narrowed == {"": 3, "owed": 1, "letters": 0}
