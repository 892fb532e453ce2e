"""Kept lines of closed files: the same counts as their pages, at any moment, made anew at will."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.routing.figures import bars, keeping, kept, parts
from services.routing.figures.edition import edition_of
from services.routing.figures.entries import Entry, Spent, entries_of
from services.routing.figures.fold import Question, board
from services.routing.figures.keeping import Keeper, keep, rebuild
from services.routing.figures.lines import NOTHING, TIMED, Line, lines_of
from services.routing.figures.measures import MEASURES, By
from services.routing.figures.reading import cases, figures
from services.routing.office import OFFICE
from shared.contracts.fact import Fact
from shared.contracts.intake import Risk
from shared.contracts.routing import (
    Finding,
    LadderEnd,
    LadderEnded,
    LevelLapsed,
    LevelSolved,
    RiskSet,
    Rung,
    WhistleClosed,
    WhistleEnd,
)
from shared.db import Pool
from shared.work import Hub
from tests.routing.figures.files import ASSIST, CENTRE, LEAD, Book, moment, together
from tests.routing.figures.test_bars_walks import ACTS, CODES, OTHERS, START
from tests.routing.figures.test_bars_walks import put as act
from tests.routing.figures.test_doors import PAGES, put, same
from tests.routing.figures.test_fold import ladder, reached_at, solved

LATER = moment("2027-06-30T09:00")

NUMBERED = """
INSERT INTO hub.position
SELECT (SELECT coalesce(max(position), 0) FROM hub.position) + row_number() OVER (ORDER BY seq), seq
FROM hub.outbox WHERE seq NOT IN (SELECT seq FROM hub.position)
"""

KEPT = "SELECT count(*) FROM routing.tally WHERE line = 0"

Acts = list[tuple[str, str, Finding, int]]


def drawn(acts: Acts, name: str = "one", place: str = "620702100") -> Book:
    """A whistle of these acts, closed at the end as the law closes each."""
    book, at = Book(name).blow(START, place=place).call(LEAD).call(ASSIST), START
    for named, code, finding, minutes in acts:
        at += timedelta(minutes=minutes)
        if named not in {"close", "call"}:
            act(book, named, code, finding, at)
    return book.put(WhistleClosed, at + timedelta(hours=1), end=WhistleEnd.SOLVED)


def by_chance(n: int) -> Book:
    """One of many whistles, in one of two places."""
    chance = Random(n)  # noqa: S311 - for a test
    acts = [
        (
            chance.choice(["come", "answer", *OTHERS]),
            chance.choice(CODES),
            chance.choice(list(Finding)),
            chance.randrange(2000),
        )
        for _ in range(chance.randrange(12))
    ]
    return drawn(acts, f"chance {n}", chance.choice(["620702100", "620725"]))


LADDERS = [
    ladder(
        "kept",
        reached_at(Rung.VILLAGE, "2026-11-02T09:00"),
        (LevelLapsed, "2026-11-05T00:00", {}),
        reached_at(Rung.TOWNSHIP, "2026-11-05T09:00"),
        (LevelSolved, "2026-11-06T09:00", {"level": Rung.TOWNSHIP}),
    ),
    ladder(
        "given up",
        (RiskSet, "2026-11-02T09:00", {"risk": Risk.BLUE}),
        (LadderEnded, "2026-11-03T09:00", {"end": LadderEnd.WITHDRAWN}),
    ),
    ladder("tried", reached_at(Rung.VILLAGE, "2026-11-16T09:00")),
]
ALL = [*PAGES, *together(map(by_chance, range(20))), *together(LADDERS)]

QUESTIONS: list[dict[str, Any]] = [
    *({"by": by} for by in (None, *By)),
    {"department": LEAD},
    {"department": ASSIST, "by": By.MONTH},
    {"department": ASSIST, "by": By.DEPARTMENT},
    {"county": "620725", "by": By.DEPARTMENT},
    {"level": Rung.TOWNSHIP, "by": By.CENTRE},
    {"township": "620702100", "matter": "linli", "centre": CENTRE},
    {"whistler": CENTRE, "start": START.date(), "until": moment("2026-11-17").date()},
]


async def number(pool: Pool) -> None:
    """Give a position to whatever was recorded, as the relay does."""
    await pool.execute(NUMBERED)


def added(pages: Sequence[Fact], as_of: datetime) -> tuple[Counter[Entry], Counter[Spent]]:
    """What the pages of a file add, as a bag."""
    found = list(entries_of(pages, as_of))
    counts = Counter(one for one in found if isinstance(one, Entry))
    return counts, Counter(one for one in found if isinstance(one, Spent))


def told(lines: Sequence[Line]) -> tuple[Counter[Entry], Counter[Spent]]:
    """The same of lines."""
    return (
        Counter(
            Entry(measure, line.where, line.departments)
            for line in lines
            for measure in line.measures
        ),
        Counter(
            Spent(duty, minutes, line.where)
            for line in lines
            for duty, many in zip(TIMED, line.minutes, strict=True)
            for minutes in many
        ),
    )


@given(ACTS, st.integers(min_value=0, max_value=500_000))
def test_lines_of_a_closed_file_add_what_its_pages_add_at_any_later_moment(
    acts: Acts, minutes: int
) -> None:
    """办结的案卷，此后任何时刻计数相同 (RULES 61)."""
    pages = drawn(acts).pages
    later = pages[-1].head.at + timedelta(minutes=minutes)
    assert told(lines_of(pages)) == added(pages, later)


def test_a_file_that_adds_nothing_has_one_empty_line() -> None:
    """没有计数的案卷也有一行，不再重读."""
    assert lines_of(LADDERS[1].pages) == [NOTHING]


@pytest.mark.parametrize("asked", QUESTIONS, ids=str)
async def test_figures_with_kept_files_equal_the_fold_of_the_pages(
    db: Pool, asked: dict[str, Any]
) -> None:
    """已结案卷的汇总与逐页计算相同 (RULES 61)."""
    await put(db, ALL)
    await number(db)
    assert await rebuild(db) == 27
    question = Question(as_of=LATER, **asked)
    assert same(await figures(db, question), board(ALL, question))


async def test_the_board_of_every_moment_is_that_of_the_pages_until_then(db: Pool) -> None:
    """截至任一时刻的看板，不因汇总而变 (RULES 61)."""
    await put(db, ALL)
    await number(db)
    await rebuild(db)
    moments = sorted({page.head.at for page in ALL})
    for at in moments[::5]:
        for as_of in (at, at - timedelta(microseconds=1)):
            question = Question(as_of=as_of, by=By.DEPARTMENT)
            assert same(await figures(db, question), board(ALL, question)), as_of


async def test_the_cases_behind_a_number_are_the_same_with_kept_files(db: Pool) -> None:
    """一个数字背后的案卷，不因汇总而变 (RULES 61)."""
    await put(db, ALL)
    question = Question(as_of=LATER)
    before = {
        measure: await cases(db, question, measure, after=None, limit=5) for measure in MEASURES
    }
    await number(db)
    await rebuild(db)
    for measure, files in before.items():
        found = await cases(db, question, measure, after=None, limit=5)
        assert [file.case_id for file in found] == [file.case_id for file in files], measure
        rest = await cases(db, question, measure, after=files[0].place, limit=5) if files else []
        assert [file.place for file in rest][:5] == [file.place for file in files][1:]


async def test_a_file_is_kept_once_it_is_closed_and_committed(db: Pool) -> None:
    """未办结的案卷不汇总，办结后随即汇总."""
    keeper, book = Keeper(db), solved("one")
    assert await keeper.step()  # it begins
    await put(db, book.pages[:-1])
    await number(db)
    assert not await keeper.step()
    await put(db, book.pages[-1:])
    await keeper.step()
    assert await db.fetchval(KEPT) == 0
    question = Question(as_of=LATER)
    assert same(await figures(db, question), board(book.pages, question))
    await number(db)
    await Keeper(db).step()
    await keeper.step()
    assert await db.fetchval(KEPT) == 1
    assert same(await figures(db, question), board(book.pages, question))


async def test_the_worker_keeps_by_itself_and_goes_on_after_a_failure(
    hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    """后台自动汇总，出错后继续，不影响其他."""
    monkeypatch.setattr(keeping, "EVERY_SECONDS", 0.01)
    failed = asyncio.Event()
    step = Keeper.step

    async def once(self: Keeper) -> bool:
        if not failed.is_set():
            failed.set()
            raise RuntimeError
        return await step(self)

    monkeypatch.setattr(Keeper, "step", once)
    await put(hub.pool, ALL)
    await number(hub.pool)
    assert keep in OFFICE.tasks
    task = asyncio.create_task(keep(hub))
    async with asyncio.timeout(10):
        while await hub.pool.fetchval(KEPT) < 27:  # noqa: ASYNC110 - the database tells nobody
            await asyncio.sleep(0.01)
    task.cancel()
    assert failed.is_set()


async def test_what_another_edition_of_the_counting_has_kept_is_made_anew(
    db: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """计数规则有变，汇总作废重做；后启动的为准 (RULES 61)."""
    await put(db, ALL)
    await number(db)
    earlier = Keeper(db)
    while await earlier.step():
        pass
    await db.execute("UPDATE routing.tally SET measures = 'calls'")
    question = Question(as_of=LATER)
    wrong = await figures(db, question)
    assert not same(wrong, board(ALL, question))
    for module in (kept, keeping):
        monkeypatch.setattr(module, "EDITION", "another")
    assert same(await figures(db, question), board(ALL, question))
    assert not await earlier.step()
    assert await Keeper(db).step()
    assert await db.fetchval(KEPT) == 0
    assert same(await figures(db, question), board(ALL, question))


def test_the_edition_is_a_digest_of_the_text_that_counts() -> None:
    """计数程序改一个字，版本即变."""
    assert edition_of([bars, parts]) == edition_of([bars, parts])
    assert edition_of([bars]) != edition_of([parts])


async def test_keeping_goes_on_where_it_stopped_and_records_nothing(
    db: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """汇总分段进行，不新增事实."""
    monkeypatch.setattr(keeping, "STRETCH", 7)
    await put(db, ALL)
    await number(db)
    keeper, steps = Keeper(db), 0
    while await keeper.step():
        steps += 1
    assert steps >= len(ALL) // 7
    assert await db.fetchval("SELECT count(*) FROM hub.outbox") == len(ALL)
    lines = await db.fetch("SELECT * FROM routing.tally ORDER BY seq, line")
    await rebuild(db)
    assert await db.fetch("SELECT * FROM routing.tally ORDER BY seq, line") == lines
