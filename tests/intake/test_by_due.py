"""窗口办件按最先届满排列: page by page, what runs first, then what does not."""

import sys
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from services.intake.queries.queue import LISTED, NEXT_DUE, ORDERS
from shared.clock import StillClock
from shared.db import Pool
from shared.work import Hub
from tests.intake.test_finding import counts, numbers, queue
from tests.routing.town import Town, town

STILL = "UPDATE hub.deadline SET ended = 'met' WHERE dispute_id = ANY($1::uuid[])"
"""Nothing runs in these any more."""


@pytest.fixture
async def place(hub: Hub, clock: StillClock) -> AsyncIterator[Town]:
    async with town(hub, clock) as found:
        yield found


async def five(place: Town, clock: StillClock) -> list[str]:
    """Their numbers; in the first and the fourth nothing runs, the others are due one by one."""
    found = []
    for n, matter in enumerate(("linli", "wuye", "linli", "wuye", "linli")):
        party = [{"side": "applicant", "name": "孙某", "phone": f"1390000000{n}"}]
        found.append(await place.register(key=f"town-000{n}", parties=party, matter=matter))
        clock.forward(timedelta(days=1))
    await place.hub.pool.execute(STILL, [found[0][1], found[3][1]])
    return [number for number, _ in found]


async def listed(place: Town, sort: str, pages: int, **more: object) -> list[list[str]]:
    """The pages of two each."""
    return [
        numbers(await queue(place, tab="all", sort=sort, limit=2, page=page, **more))
        for page in range(1, pages + 1)
    ]


async def test_what_does_not_run_stands_behind_what_runs_from_either_end(
    place: Town, clock: StillClock, db: Pool
) -> None:
    """全部纠纷按最先届满逐页列出：有期限在走的在前，没有的在后，倒序亦同，不重不漏."""
    a, b, c, d, e = await five(place, clock)
    for sort, pages in (
        ("due", [[b, c], [e, a], [d], []]),
        ("-due", [[e, c], [b, a], [d], []]),
    ):
        found = await listed(place, sort, 4)
        assert [set(one) for one in found] == [set(one) for one in pages]
        old = await db.fetch(
            LISTED.format(
                row="o.number",
                joined=NEXT_DUE.format(seen="true"),
                where="true",
                order=ORDERS[sort],
                limit=9,
                offset=0,
            )
        )
        assert [row["number"] for row in old] == [number for one in pages for number in one]
        assert found == pages


async def test_what_is_narrowed_goes_on_behind_what_runs_of_it(
    place: Town, clock: StillClock
) -> None:
    """筛选以后，没有期限在走的接在筛选所剩的后面；只看期限在走的，不列这些."""
    a, b, c, d, e = await five(place, clock)
    assert await listed(place, "due", 3, matter="linli") == [[c, e], [a], []]
    assert await listed(place, "-due", 2, matter="wuye") == [[b, d], []]
    assert numbers(await queue(place, tab="running")) == [b, c, e]
    assert numbers(await queue(place, tab="running", sort="-due", limit=2, page=2)) == [b]
    first = await queue(place, tab="all", sort="due", limit=2)
    last = await queue(place, tab="all", sort="due", limit=2, page=3)
    assert (first["more"], last["more"]) == (True, False)


async def test_what_runs_is_counted_alike_among_few_and_among_many(
    place: Town, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """期限在走的件数，筛选以后所剩少的逐件数，多的从期限数起，数出来都一样."""
    await five(place, clock)
    asked_of = sys.modules["services.intake.queries.queue"]
    found = {}
    for most in (1000, 2):
        monkeypatch.setattr(asked_of, "MOST", most)
        found[most] = counts(await queue(place, tab="all", matter="linli"))
    assert [(n["running"], n["all"]) for n in found.values()] == [(2, 3), (2, 2)]
    assert {name for name, n in found[1000].items() if n} == {"running", "all"}
