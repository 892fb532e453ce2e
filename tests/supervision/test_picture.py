"""态势: the board that stood there live is the board that is found there again."""

import json
from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from itertools import groupby
from random import Random
from typing import Any

import pytest

from deploy.compose import offices
from services.supervision.live.keeping import rebuild, step
from services.supervision.live.picture import Board, Counts, PageAt, spans_of, told
from services.supervision.live.reading import (
    Narrowed,
    board_at,
    kept_to,
    position_at,
    recorded_at,
)
from shared.clock import StillClock
from shared.contracts.catalogue import read
from shared.law.calendar import CALENDAR
from shared.law.period import CITY
from shared.stream.wants import LATE
from shared.work import Hub
from tests.demo.test_day import named, planned, player
from tests.routing.town import Town, town

TROUBLES = (
    *("fine", "wall", "wages-crowd", "gas-smell", "noise", "road", "temple", "arrears", "bus"),
)

NUMBERED = """
INSERT INTO hub.position
SELECT (SELECT coalesce(max(position), 0) FROM hub.position) + row_number() OVER (ORDER BY seq), seq
FROM hub.outbox WHERE seq NOT IN (SELECT seq FROM hub.position)
"""

PAGES = """
SELECT o.case_id, f.office, f.procedure, f.edition, p.position, o.at, o.kind, o.body, o.labels
FROM hub.outbox o JOIN hub.position p USING (seq) JOIN hub.file f ON f.case_id = o.case_id
WHERE p.position <= $1 AND f.procedure <> 'clock' ORDER BY o.case_id, o.version
"""

ALL = Narrowed()


@pytest.fixture
async def place(hub: Hub, clock: StillClock) -> AsyncIterator[Town]:
    """A made-up day of a town, played to its end and numbered."""
    async with town(hub, clock) as found:
        await player(found, []).play(planned(found, named(*TROUBLES)))
        await hub.pool.execute(NUMBERED)
        yield found


async def kept_until(hub: Hub, position: int | None = None) -> None:
    while await step(hub, position):
        pass


async def board(hub: Hub, position: int, narrowed: Narrowed = ALL) -> Board:
    """The board as of a position, looked at when its page was recorded."""
    async with hub.pool.acquire() as conn:
        at = await recorded_at(conn, position)
        assert at is not None
        return await board_at(conn, position, at, narrowed)


async def from_the_pages(hub: Hub, position: int) -> Board:
    """The same from nothing but the pages up to there."""
    rows = await hub.pool.fetch(PAGES, position)
    files = {}
    for case_id, found in groupby(rows, key=lambda row: row["case_id"]):
        pages = list(found)
        shelf = hub.shelf(pages[0]["office"], pages[0]["procedure"])
        files[case_id] = spans_of(_pages(pages), shelf, pages[0]["edition"], CALENDAR)
    at = await hub.pool.fetchval(
        "SELECT o.at FROM hub.position p JOIN hub.outbox o USING (seq) WHERE position = $1",
        position,
    )
    return told(files, position, at)


def _pages(rows: Sequence[Any]) -> list[PageAt]:
    return [
        PageAt(
            row["position"], row["at"], read(row["kind"], row["body"]), json.loads(row["labels"])
        )
        for row in rows
    ]


async def test_what_stood_there_live_is_found_there_again(hub: Hub, place: Town) -> None:
    """任一流位的态势：当时所见、事后回看、从案卷重算，三者一致 (RULES 61)."""
    del place
    top = await hub.pool.fetchval("SELECT max(position) FROM hub.position")
    chance = Random(6)  # noqa: S311 - for a test
    places = sorted({1, top, *chance.sample(range(1, top), 30)})
    live: dict[int, Board] = {}
    for position in places:
        await kept_until(hub, position)
        live[position] = await board(hub, position)
    await kept_until(hub)
    assert {position: await board(hub, position) for position in places} == live
    assert {position: await from_the_pages(hub, position) for position in places} == live
    seen = [counts for found in live.values() for counts in found.values()]
    for name in ("opened", "running", "due", "late", "closed"):
        assert any(getattr(counts, name) for counts in seen), name


async def test_thrown_away_and_made_anew_it_is_the_same(hub: Hub, place: Town) -> None:
    """态势可以随时重建."""
    del place
    await kept_until(hub)
    rows = "SELECT * FROM supervision.span ORDER BY case_id, line"
    kept = [tuple(row) for row in await hub.pool.fetch(rows)]
    async with hub.pool.acquire() as conn, conn.transaction():
        await rebuild(conn)
    assert await hub.pool.fetchval("SELECT count(*) FROM supervision.span") == 0
    await kept_until(hub)
    assert [tuple(row) for row in await hub.pool.fetch(rows)] == kept


async def test_the_counties_add_up_to_the_city_and_a_filter_takes_its_part(
    hub: Hub, place: Town
) -> None:
    """按县区、机构筛选的数字是全市数字的一部分."""
    del place
    await kept_until(hub)
    top = await hub.pool.fetchval("SELECT max(position) FROM hub.position")
    whole = await board(hub, top)
    for county, counts in whole.items():
        assert await board(hub, top, Narrowed(counties=[county])) == {county: counts}
    parts = [
        await board(hub, top, Narrowed(offices=[office]))
        for office in ("routing", "mediation", "adjudication", "reconsideration", "supervision")
    ]
    running = sum(c.running for part in parts for c in part.values())
    assert running == sum(c.running for c in whole.values())
    assert await board(hub, top, Narrowed(departments=["nobody"])) == {}


async def test_a_moment_leads_to_the_last_page_recorded_by_then(hub: Hub, place: Town) -> None:
    """回看的时刻对应当时最后一页的流位."""
    del place
    top = await hub.pool.fetchval("SELECT max(position) FROM hub.position")
    async with hub.pool.acquire() as conn:
        for position in (1, top // 2, top):
            at = await recorded_at(conn, position)
            assert at is not None
            found = await position_at(conn, at, top)
            assert found >= position
            assert await recorded_at(conn, found) == at
        before = datetime(2020, 1, 1, tzinfo=CITY)
        assert await position_at(conn, before, top) == 0
        assert await board_at(conn, 0, before, ALL) == {}
        assert await kept_to(conn) == 0


def test_an_empty_city_has_no_line() -> None:
    assert told({}, 9, datetime(2026, 11, 23, tzinfo=CITY)) == {}
    assert Counts().plus(late=2).late == 2


def test_every_lapse_that_the_clock_alone_records_is_told_as_late() -> None:
    """由时钟记录的逾期和届满都列入“只看预警和逾期”；视为受理等法律后果除外."""
    tables = [table for office in offices() for s in office.shelves for table in s.editions]
    lapses = [(row.lapse, table) for table in tables for row in table.deadlines]
    by_clock = {
        kind.kind_name()
        for kind, table in lapses
        if {str(move.by) for move in table.all_moves() if move.on is kind} == {"clock"}
    }
    assert by_clock - LATE == set()
