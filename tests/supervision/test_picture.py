"""态势: the board that stood there live is the board that is found there again."""

import json
from collections.abc import AsyncIterator, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby
from random import Random
from typing import Any

import pytest

from deploy.compose import offices
from services.reconsideration.domain.ordinary import ORDINARY
from services.reconsideration.store import CASES
from services.routing.queries.desk import Sieve
from services.routing.queries.desk import due as due_on_desk
from services.supervision.live.counting import Board, By, Counts, told
from services.supervision.live.keeping import rebuild, step
from services.supervision.live.picture import PageAt, What, spans_of
from services.supervision.live.reading import (
    Narrowed,
    Number,
    board_at,
    counted_in,
    kept_to,
    position_at,
    recorded_at,
)
from shared.clock import StillClock
from shared.contracts.catalogue import read
from shared.contracts.clock import DeadlineMoved
from shared.contracts.fact import CLOCK, Head
from shared.law.calendar import CALENDAR
from shared.law.period import CITY
from shared.stream.wants import LATE
from shared.work import Hub
from shared.work.clockfile import clock_file
from tests.demo.test_day import named, planned, player
from tests.reconsideration.makers import AUTHORITY, received
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


async def board(hub: Hub, position: int, narrowed: Narrowed = ALL, by: By = By.COUNTY) -> Board:
    """The board as of a position, looked at when its page was recorded."""
    async with hub.pool.acquire() as conn:
        at = await recorded_at(conn, position)
        assert at is not None
        return await board_at(conn, position, at, narrowed, by)


async def from_the_pages(hub: Hub, position: int, by: By) -> Board:
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
    return told(files, position, at, by)


def _pages(rows: Sequence[Any]) -> list[PageAt]:
    return [
        PageAt(
            row["position"], row["at"], read(row["kind"], row["body"]), json.loads(row["labels"])
        )
        for row in rows
    ]


@pytest.mark.parametrize("by", By)
async def test_what_stood_there_live_is_found_there_again(hub: Hub, place: Town, by: By) -> None:
    """任一流位的态势，按县区、中心、部门：当时所见、事后回看、从案卷重算，三者一致 (RULES 61)."""
    del place
    top = await hub.pool.fetchval("SELECT max(position) FROM hub.position")
    chance = Random(6)  # noqa: S311 - for a test
    places = sorted({1, top, *chance.sample(range(1, top), 30)})
    live: dict[int, Board] = {}
    for position in places:
        await kept_until(hub, position)
        live[position] = await board(hub, position, by=by)
    await kept_until(hub)
    assert {position: await board(hub, position, by=by) for position in places} == live
    assert {position: await from_the_pages(hub, position, by) for position in places} == live
    seen = [counts for found in live.values() for counts in found.values()]
    for name in by.columns:
        assert any(getattr(counts, name) for counts in seen), name


async def test_a_department_s_line_counts_what_its_own_desk_lists(hub: Hub, place: Town) -> None:
    """部门一行的待办，就是部门“待办的哨”的件数；逾期的是其中记录过该部门预警的 (RULES 14)."""
    del place
    await kept_until(hub)
    top = await hub.pool.fetchval("SELECT max(position) FROM hub.position")
    lines = await board(hub, top, by=By.DEPARTMENT)
    called = await hub.pool.fetch(
        "SELECT DISTINCT jsonb_object_keys(tracks) AS organ FROM routing.whistle"
    )
    desks = {
        row["organ"]: (await due_on_desk(hub, row["organ"], Sieve(), cursor="", limit=1)).total
        for row in called
    }
    assert sum(desks.values()) > 0
    assert {organ: lines.get(organ, Counts()).waiting for organ in desks} == desks
    silent = await hub.pool.fetch(
        "SELECT DISTINCT body::jsonb ->> 'organ' AS organ, body::jsonb ->> 'about' AS about "
        "FROM hub.outbox WHERE kind = 'supervision.alert_raised.v1'"
    )
    for organ, counts in lines.items():
        assert counts.late <= min(counts.waiting, sum(row["organ"] == organ for row in silent)), (
            organ
        )


@pytest.mark.parametrize("by", By)
async def test_behind_each_number_are_the_files_that_make_it(hub: Hub, place: Town, by: By) -> None:
    """每个数字背后是构成它的案卷，一页一页看得完 (RULES 61)."""
    del place
    await kept_until(hub)
    top = await hub.pool.fetchval("SELECT max(position) FROM hub.position")
    lines = await board(hub, top, by=by)
    looked = 0
    async with hub.pool.acquire() as conn:
        at = await recorded_at(conn, top)
        assert at is not None
        for line, counts in lines.items():
            for column, number in counts.told(by).items():
                asked = Number(by, line, column, top, at, ALL)
                found, total = await counted_in(conn, asked, limit=2, skip=0)
                while len(found) < total:
                    found = [*found, *(await counted_in(conn, asked, limit=2, skip=len(found)))[0]]
                assert sum(one.many for one in found) == number, (line, column)
                assert len({one.case_id for one in found}) == total
                looked += number
    assert looked > 0


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


def test_a_period_that_a_notice_moved_is_due_on_the_day_that_was_known_at_the_time() -> None:
    """放假通知改了期限的，态势跟着改；改之前的流位，仍是当时知道的届满日 (RULES 17, 61)."""
    [fact] = received().facts
    first = PageAt(1, fact.head.at, fact, {"county": "620702", "authority": AUTHORITY})

    def due(*more: PageAt) -> list[tuple[int, int | None, datetime | None]]:
        spans = spans_of([first, *more], CASES, ORDINARY.edition, CALENDAR)
        return [(one.begun, one.ended, one.until) for one in spans if one.what is What.DUE]

    [(begun, _, until)] = due()
    assert until is not None
    [deadline] = ORDINARY.opens(fact)
    before = until - timedelta(days=3)
    moved = DeadlineMoved(
        head=fact.head,
        office_name="reconsideration",
        of_case_id=fact.head.case_id,
        deadline=deadline.name,
        subject="",
        opened=1,
        until_before=before,
        until=until,
        provisional=False,
        notice_year=2026,
        notice_number="试〔2026〕1号",
        notice_issued=date(2026, 3, 3),
    )
    told_on = PageAt(7, first.at, moved, {})
    assert due(told_on) == [(begun, 7, before), (7, None, until)]
    other = PageAt(7, first.at, moved.model_copy(update={"deadline": "other"}), {})
    assert due(other) == due(), "what moved is that period alone"


async def test_the_picture_hears_of_a_notice_without_another_page_of_the_file(
    hub: Hub, place: Town
) -> None:
    """放假通知一到，态势中的届满日就改，不必等案卷有下一页 (RULES 17, 61)."""
    del place
    await kept_until(hub)
    span = await hub.pool.fetchrow(
        "SELECT s.case_id, s.until, f.office, f.dispute_id, d.name, d.subject, d.opened"
        " FROM supervision.span s JOIN hub.file f USING (case_id) JOIN hub.deadline d"
        " ON d.case_id = s.case_id AND d.until = s.until AND d.ended IS NULL"
        " WHERE s.what = 'due' AND s.ended IS NULL LIMIT 1"
    )
    clock = clock_file(span["case_id"], span["office"])
    at = datetime(2026, 11, 23, 15, 0, tzinfo=CITY)
    head = Head(
        case_id=clock, dispute_id=span["dispute_id"], version=99, at=at, on=at.date(), by=CLOCK
    )
    moved = DeadlineMoved(
        head=head,
        office_name=span["office"],
        of_case_id=span["case_id"],
        deadline=span["name"],
        subject=span["subject"],
        opened=span["opened"],
        until_before=span["until"] - timedelta(days=3),
        until=span["until"],
        provisional=False,
        notice_year=2026,
        notice_number="试〔2026〕1号",
        notice_issued=date(2026, 11, 20),
    )
    before = await hub.pool.fetchval("SELECT max(position) FROM hub.position")
    await hub.pool.execute(
        "INSERT INTO hub.outbox (case_id, version, dispute_id, office, kind, legal_on, at, by,"
        " part, labels, trace, body) VALUES ($1, 99, $2, $3, $4, $5, $6, 'clock', 0, '{}', '', $7)",
        *(clock, span["dispute_id"], span["office"], moved.kind, head.on, at),
        moved.model_dump_json(),
    )
    await hub.pool.execute(NUMBERED)
    await kept_until(hub)
    found = await hub.pool.fetch(
        "SELECT until, ended FROM supervision.span"
        " WHERE case_id = $1 AND what = 'due' AND until = ANY($2) ORDER BY until",
        span["case_id"],
        [moved.until_before, moved.until],
    )
    assert [(row["until"], row["ended"]) for row in found] == [
        (moved.until_before, before + 1),
        (moved.until, None),
    ]
