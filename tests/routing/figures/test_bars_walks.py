"""Random whistles: no gap, no overlap, and nobody blamed for time not theirs (RULES 61)."""

from datetime import datetime, timedelta
from itertools import pairwise
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from services.routing.figures.bars import bars_of, known_at
from services.routing.figures.parts import Bars, Whose
from shared.contracts.fact import Fact
from shared.contracts.routing import (
    AnswerLapsed,
    CheckInLapsed,
    CompetenceDisputed,
    CompetenceUpheld,
    DepartmentFinished,
    DepartmentOverdue,
    DepartmentRuledOut,
    ExtensionAsked,
    ExtensionDenied,
    ExtensionDropped,
    ExtensionGranted,
    ExtensionUndecided,
    Finding,
    LeadNamed,
    PartyAwaited,
    PartyCame,
    WaitLapsed,
    WhistleClosed,
    WhistleEnd,
    WhistleFinished,
    WhistleReopened,
)
from tests.routing.figures.files import ASSIST, LEAD, PAPER, Book, moment

CODES = (LEAD, ASSIST, "620702-gongan")
START = moment("2026-09-28T09:00")
RULED: Final[dict[str, object]] = {"basis": "", "reason_id": PAPER}


OTHERS: Final[dict[str, tuple[type[Fact], dict[str, object]]]] = {
    "finish": (DepartmentFinished, {"evidence_id": PAPER}),
    "object": (CompetenceDisputed, {"competent": "", "ruling": "1wd", **RULED}),
    "uphold": (CompetenceUpheld, {"check_in": "1wd", **RULED}),
    "rule_out": (DepartmentRuledOut, RULED),
    "wait": (PartyAwaited, {"what_id": PAPER, "at_most": "5wd"}),
    "party": (PartyCame, {}),
    "wait_over": (WaitLapsed, {}),
    "late": (CheckInLapsed, {}),
    "silent": (AnswerLapsed, {}),
    "overdue": (DepartmentOverdue, {"duty": "finish"}),
    "more": (ExtensionAsked, {"more": "3wd", "reason_id": PAPER, "decision": "1wd"}),
    "grant": (ExtensionGranted, {"more": "3wd"}),
    "deny": (ExtensionDenied, {"reason_id": PAPER}),
    "undecided": (ExtensionUndecided, {}),
    "dropped": (ExtensionDropped, {}),
    "name": (LeadNamed, {"instead_of": LEAD, "finish": "4wd"}),
    "finished": (WhistleFinished, {"evidence_id": PAPER, "callback": "1wd"}),
    "reopen": (WhistleReopened, {"close": "4wd"}),
    "close": (WhistleClosed, {"end": WhistleEnd.SOLVED}),
}
"""Pages, whether a law would allow them there or not; fields that one lacks it ignores."""

ACTS = st.lists(
    st.tuples(
        st.sampled_from(["call", "come", "answer", *OTHERS]),
        st.sampled_from(CODES),
        st.sampled_from(Finding),
        st.integers(min_value=0, max_value=4000),
    ),
    max_size=30,
)


def put(book: Book, act: str, code: str, finding: Finding, at: datetime) -> None:
    """One page more."""
    if act == "call":
        book.call(code, at)
    elif act == "come":
        book.come(code, at)
    elif act == "answer":
        book.answer(code, at, finding)
    else:
        kind, more = OTHERS[act]
        book.put(kind, at, department=code, lead=code, **more)


def written(acts: list[tuple[str, str, Finding, int]], late: tuple[int, int] = (-1, 0)) -> Book:
    """The file of these acts; from the one at `late` on, everything comes so much later."""
    book, at = Book().blow(START).call(LEAD).call(ASSIST), START
    for n, (act, code, finding, minutes) in enumerate(acts):
        at += timedelta(minutes=minutes + (late[1] if n == late[0] else 0))
        put(book, act, code, finding, at)
    return book


def end_of_all(book: Book) -> datetime:
    last = book.pages[-1].head.moment
    assert last is not None
    return last + timedelta(hours=1)


def own(found: Bars, code: str) -> timedelta:
    spans = (bar.spent(Whose.OWN) for bar in found.bars if bar.department == code)
    return sum(spans, timedelta())


@given(ACTS)
def test_segments_follow_one_another_and_add_up_to_the_time_that_passed(
    acts: list[tuple[str, str, Finding, int]],
) -> None:
    """各段首尾相接，合计等于经过的时间 (RULES 61)."""
    book = written(acts)
    for bar in bars_of(book.pages, end_of_all(book)).bars:
        assert bar.until >= bar.called_at
        assert all(one.end > one.start for one in bar.segments)
        assert all(a.end == b.start for a, b in pairwise(bar.segments))
        assert sum((one.length for one in bar.segments), timedelta()) == bar.until - bar.called_at
        if bar.segments:
            assert (bar.segments[0].start, bar.segments[-1].end) == (bar.called_at, bar.until)


@given(ACTS)
def test_at_any_moment_the_whistle_is_held_once(acts: list[tuple[str, str, Finding, int]]) -> None:
    """同一时刻只在一处 (RULES 61)."""
    book = written(acts)
    found = bars_of(book.pages, end_of_all(book))
    assert all(a.end <= b.start for a, b in pairwise(found.held))
    mine = sorted((b for b in found.bars if b.department == LEAD), key=lambda bar: bar.turn)
    assert all(a.until <= b.called_at for a, b in pairwise(mine))


def objections(pages: list[Fact], code: str) -> list[tuple[datetime, datetime]]:
    """When a department's objection was before the centre, as its pages alone say."""
    found: list[tuple[datetime, datetime]] = []
    since: datetime | None = None
    for page in pages:
        at = page.head.moment
        assert at is not None
        if getattr(page, "department", "") != code:
            continue
        if isinstance(page, CompetenceDisputed):
            since = since or at
        elif since and ("called" in page.kind or "upheld" in page.kind or "ruled" in page.kind):
            found.append((since, at))
            since = None
    return found


@given(ACTS)
def test_no_department_is_charged_while_a_ruling_is_awaited(
    acts: list[tuple[str, str, Finding, int]],
) -> None:
    """权属裁定期间不计入部门 (RULES 26, 61)."""
    book = written(acts)
    found = bars_of(book.pages, end_of_all(book))
    for bar in found.bars:
        for one in bar.segments:
            if one.whose is Whose.OWN:
                for start, end in objections(book.pages, bar.department):
                    assert one.end <= start or one.start >= end


@given(ACTS, st.data())
def test_what_comes_late_burns_only_the_time_of_whoever_had_it(
    acts: list[tuple[str, str, Finding, int]], data: st.DataObject
) -> None:
    """上家迟延不占用下家的时间 (RULES 61)."""
    if not acts:
        return
    at = data.draw(st.integers(min_value=0, max_value=len(acts) - 1))
    book, later = written(acts), written(acts, (at, 500))
    gap = later.pages[3 + at].head.moment
    assert gap is not None
    before, after = (bars_of(one.pages, end_of_all(one)) for one in (book, later))
    had = {
        bar.department
        for bar in after.bars
        for one in bar.segments
        if one.whose is Whose.OWN and one.start < gap <= one.end
    }
    for code in CODES:
        assert own(after, code) - own(before, code) == timedelta(minutes=500 * (code in had))


@given(ACTS, st.integers(min_value=0, max_value=20_000))
def test_the_bars_of_an_earlier_moment_are_those_of_the_pages_until_then(
    acts: list[tuple[str, str, Finding, int]], minutes: int
) -> None:
    """任一时刻 (RULES 61)."""
    book, at = written(acts), START + timedelta(minutes=minutes)
    assert bars_of(book.pages, at) == bars_of(known_at(book.pages, at), at)
