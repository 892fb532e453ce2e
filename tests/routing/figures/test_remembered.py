"""What files add is remembered from board to board: never read twice, never out of date."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.routing.figures import reading
from services.routing.figures.entries import entries_of
from services.routing.figures.fold import Question, board
from services.routing.figures.reading import cases, figures
from services.routing.figures.remembered import Remembered
from shared.db import Pool
from tests.routing.figures.files import dispute
from tests.routing.figures.test_bars_walks import ACTS, written
from tests.routing.figures.test_doors import put, same
from tests.routing.figures.test_fold import solved
from tests.routing.figures.test_kept import LATER, Acts, added


@given(ACTS, st.data(), st.integers(min_value=0, max_value=500_000))
def test_what_a_file_adds_changes_only_with_a_page(
    acts: Acts, data: st.DataObject, minutes: int
) -> None:
    """未办结的案卷，没有新的一页，计数就不变 (RULES 61)."""
    pages = written(acts).pages
    until = pages[: data.draw(st.integers(min_value=1, max_value=len(pages)))]
    last = max(page.head.at for page in until)
    assert added(until, last + timedelta(minutes=minutes)) == added(until, last)


@pytest.fixture
def folded(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Of how many pages each file was that was read."""
    lengths: list[int] = []

    def fold(pages: Any, as_of: Any) -> Any:  # noqa: ANN401 - whatever the fold takes and gives
        lengths.append(len(pages))
        return entries_of(pages, as_of)

    monkeypatch.setattr(reading, "entries_of", fold)
    return lengths


async def test_a_registered_dispute_is_read_once(db: Pool, folded: list[int]) -> None:
    """登记件只按第一页计数，计过不再重读；登记以前的看板没有它."""
    [page] = dispute("one", "2026-11-20T09:00:00+08:00")
    await put(db, [page])
    before = Question(as_of=page.head.at - timedelta(seconds=1))
    for question in (Question(as_of=LATER), before, Question(as_of=LATER)):
        for _ in range(2):
            assert same(await figures(db, question), board([page], question))
    assert folded == [1]
    [file] = await cases(db, Question(as_of=LATER), "registered", after=None, limit=5)
    assert (file.case_id, file.number) == (page.head.case_id, "620702-20261124-0000001-0")
    assert folded == [1]


async def test_a_file_is_read_again_only_when_it_has_a_new_page(
    db: Pool, folded: list[int]
) -> None:
    """没有新的一页的案卷不再重读；有了，立即计入."""
    pages, question = solved("one").pages, Question(as_of=LATER)
    counts = []
    for n in range(1, len(pages) + 1):
        await put(db, pages[n - 1 : n])
        for _ in range(2):
            assert same(await figures(db, question), board(pages[:n], question))
        await cases(db, question, "open", after=None, limit=5)
        counts.append(len(folded))
    assert counts == [*range(1, len(pages) + 1)]


async def test_the_board_of_an_earlier_moment_is_none_of_those_remembered(db: Pool) -> None:
    """先看现在再看从前，从前的看板不受影响 (RULES 61)."""
    pages = solved("one").pages
    await put(db, pages)
    moments = [LATER, *(page.head.at for page in pages), LATER]
    for as_of in moments:
        question = Question(as_of=as_of)
        assert same(await figures(db, question), board(pages, question)), as_of


def test_what_was_asked_for_longest_ago_is_forgotten_first() -> None:
    """记忆有上限，最久未用的先忘."""
    known, pages = Remembered(most=2), solved("one").pages
    keys = [(pages[0].head.case_id, n, n) for n in (1, 2, 3)]
    drawn = [tuple(entries_of(pages[:n], LATER)) for n in (1, 2, 3)]
    for key, entries in zip(keys[:2], drawn[:2], strict=True):
        known.keep(key, entries)
    assert known.of(keys[0]) == drawn[0]
    known.keep(keys[2], drawn[2])
    assert [known.of(key) for key in keys] == [drawn[0], None, drawn[2]]
