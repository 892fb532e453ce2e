"""承办的案件: whatever it is sorted by and sifted for, page by page each file stands once."""

from datetime import date, datetime
from uuid import UUID

import pytest

from services.reconsideration.domain.ordinary.states import State
from services.reconsideration.queries.desk import OWN, Sieve, due
from shared.frame.sorting import Order
from shared.law.period import CITY
from shared.work import Hub
from tests.desks.reviewing import cases
from tests.reconsideration.makers import AUTHORITY

FILES = {
    1: ("2026-03-02", "2026-03-20"),
    2: ("2026-03-02", "2026-03-10"),
    3: ("2026-03-02", None),
    4: ("2026-03-03", "2026-03-12"),
    5: ("2026-03-03", "2026-03-05"),
    6: ("2026-03-04", "2026-03-21"),
    7: ("2026-03-03", "2026-03-04"),
    8: ("2026-03-03", "2026-03-04"),
}
"""When each was received and is due; the fifth is late, the two last are on no list of the body."""


@pytest.fixture
async def made(hub: Hub) -> dict[UUID, int]:
    """The numbers of the files."""
    found = dict(zip(await cases(hub, len(FILES)), FILES, strict=True))
    for case_id, n in found.items():
        received, until = FILES[n]
        await hub.pool.execute(
            "UPDATE reconsideration.ordinary SET received_on = $2 WHERE case_id = $1",
            case_id,
            date.fromisoformat(received),
        )
        await hub.pool.execute(
            "UPDATE hub.deadline SET until = $2, next_at = $2 WHERE case_id = $1",
            case_id,
            until and datetime.fromisoformat(until).replace(tzinfo=CITY),
        )
    late, closed, elsewhere = (one for one, n in found.items() if n in (5, 7, 8))
    await hub.pool.execute(
        "UPDATE hub.deadline SET ended = 'lapsed', name = $2 WHERE case_id = $1", late, OWN[0].name
    )
    of_file = "UPDATE reconsideration.ordinary SET {} = $2 WHERE case_id = $1"
    await hub.pool.execute(of_file.format("state"), closed, str(State.TERMINATED))
    await hub.pool.execute(of_file.format("authority"), elsewhere, "620725-government")
    return found


async def walked(hub: Hub, made: dict[UUID, int], sort: str, late: str = "") -> list[int]:
    """All pages of two rows each; every one says how many there are in all."""
    rows: list[int] = []
    cursor, totals = "", set[int]()
    while True:
        page = await due(
            hub, AUTHORITY, "", Sieve("every", late=late), Order.of(sort, "due"),
            cursor=cursor, limit=2,
        )  # fmt: skip
        rows += [made[one.case.case_id] for one in page.items]
        totals.add(page.total)
        if not (cursor := page.next):
            break
    assert totals == {len(rows)}
    return rows


async def test_what_is_received_on_one_day_goes_by_due_time_over_the_pages(
    hub: Hub, made: dict[UUID, int]
) -> None:
    """同日收到的先到期的在前，期限停住的在后，翻页不重不漏；办结的、别的机关的不在其中."""
    assert await walked(hub, made, "received") == [2, 1, 3, 5, 4, 6]
    assert await walked(hub, made, "-received") == [6, 5, 4, 2, 1, 3]
    assert await walked(hub, made, "state") == [5, 2, 4, 1, 6, 3]
    assert await walked(hub, made, "due") == [5, 2, 4, 1, 6, 3]
    assert await walked(hub, made, "-due") == [3, 6, 1, 4, 2, 5]


async def test_the_late_and_the_others_are_found_however_far_behind_they_stand(
    hub: Hub, made: dict[UUID, int]
) -> None:
    """筛选已逾期、未逾期的，排在多少件以后都找得到，件数相符."""
    assert await walked(hub, made, "received", "overdue") == [5]
    assert await walked(hub, made, "-received", "in_time") == [6, 4, 2, 1, 3]
    assert await walked(hub, made, "due", "overdue") == [5]


async def test_the_count_of_a_stage_is_that_of_its_files(hub: Hub, made: dict[UUID, int]) -> None:
    """按阶段筛选的件数就是清单的件数；审理中的一件没有."""
    del made
    for stage, many in (("filing", 6), ("on_hand", 0)):
        page = await due(
            hub, AUTHORITY, "", Sieve("every", stage), Order.of("", "due"), cursor="", limit=9
        )
        assert (page.total, len(page.items)) == (many, many)
