"""时间条: whose each moment of a whistle was, from its pages alone (RULES 61).

After every page each department stands somewhere, and from that follows who answers for its time
until the next page. So a department's segments follow one another without gap or overlap, and
their sum is the time that has passed. What is not its own, it does not answer for: a competence
ruling, the party, and for the lead those who have not answered yet, without whom it may not finish
(RULES 24, 26, 28).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from services.routing.figures.parts import (
    Bar,
    Bars,
    Duty,
    End,
    Held,
    Met,
    Outcome,
    Segment,
)
from services.routing.figures.standing import Holding, Standings
from shared.contracts.fact import Fact, Head
from shared.contracts.routing import CalledBack, CallRole
from shared.law.day import end_of


def moment_of(head: Head) -> datetime:
    """When it happened in law: a lapse at its expiry, a paper entered late on its own day."""
    return head.moment or min(head.at, end_of(head.on))


def known_at(pages: Iterable[Fact], now: datetime) -> list[Fact]:
    """The pages that were on record at a moment."""
    return [page for page in pages if page.head.at <= now]


def bars_of(pages: Iterable[Fact], now: datetime) -> Bars:
    """The bars of one whistle's pages, in their order, as they were on record at `now`."""
    walk = _Walk()
    for page in known_at(pages, now):
        walk.step(page)
    return walk.bars(now)


@dataclass(slots=True)
class _Line:
    """Spans that follow one another; the last one is open."""

    start: datetime
    holding: Holding
    done: list[tuple[datetime, datetime, Holding]] = field(default_factory=list)

    def turn(self, at: datetime, holding: Holding) -> None:
        if holding != self.holding:
            self.cut(at)
            self.holding = holding

    def cut(self, at: datetime) -> None:
        if at > self.start:
            self.done.append((self.start, at, self.holding))
        self.start = at


@dataclass(slots=True)
class _OpenBar:
    department: str
    turn: int
    call: int
    """Which call of the department it belongs to."""
    called_at: datetime
    line: _Line
    before: frozenset[Duty]
    """Duties under the same call that an earlier bar has told already."""


class _Walk:
    def __init__(self) -> None:
        self._stands = Standings()
        self._at: datetime | None = None
        self._open: dict[str, _OpenBar] = {}
        self._ended: list[Bar] = []
        self._turns: dict[str, int] = {}
        self._told: dict[tuple[str, int], set[Duty]] = {}
        self._held: _Line | None = None
        self._held_done: list[tuple[datetime, datetime, Holding]] = []
        self._closed_at: datetime | None = None
        self._callbacks: list[tuple[str, CalledBack]] = []

    def step(self, page: Fact) -> None:
        """Take in the next page; time never runs back."""
        at = moment_of(page.head)
        at = at if self._at is None else max(at, self._at)
        self._at = at
        if code := self._stands.called_by(page):
            self._end(code, at, End.RECALLED)
        if isinstance(page, CalledBack):
            self._callbacks.append((self._stands.lead, page))
            return
        self._stands.take(page, at)
        self._closed_at = (self._closed_at or at) if self._stands.over else None
        for code in self._stands.departments:
            self._turn(code, at)
        self._pass_on(at)

    def bars(self, now: datetime) -> Bars:
        """What came of it until `now`."""
        at = now if self._at is None else max(now, self._at)
        running = [self._bar(bar, at, None) for bar in self._open.values()]
        held = [*self._held_done]
        if self._held is not None:
            self._held.cut(at)
            held += self._held.done
        every = [*self._ended, *running]
        lead_first = sorted(every, key=lambda bar: (bar.role is not CallRole.LEAD, bar.called_at))
        told = (Held(start, end, h.whose, h.organs, h.stage) for start, end, h in held)
        return Bars(tuple(lead_first), tuple(told), self._closed_at, tuple(self._callbacks))

    def _turn(self, code: str, at: datetime) -> None:
        holding = self._stands.holding(code)
        bar = self._open.get(code)
        if holding is None:
            self._end(code, at, self._stands.why_ended(code))
        elif bar is None:
            turn = self._turns[code] = self._turns.get(code, 0) + 1
            call = self._stands.departments[code].calls
            before = frozenset(self._told.get((code, call), ()))
            self._open[code] = _OpenBar(code, turn, call, at, _Line(at, holding), before)
        else:
            bar.line.turn(at, holding)

    def _end(self, code: str, at: datetime, end: End) -> None:
        if (bar := self._open.pop(code, None)) is not None:
            told = self._bar(bar, at, end)
            known = self._told.setdefault((code, bar.call), set())
            known |= {met.duty for met in told.duties if met.outcome is not Outcome.RELEASED}
            self._ended.append(told)

    def _bar(self, bar: _OpenBar, at: datetime, end: End | None) -> Bar:
        bar.line.cut(at)
        return Bar(
            department=bar.department,
            role=self._stands.departments[bar.department].role,
            turn=bar.turn,
            called_at=bar.called_at,
            until=at,
            end=end,
            segments=tuple(Segment(s, e, h.whose, h.stage) for s, e, h in bar.line.done),
            duties=self._duties(bar, ended=end is not None),
        )

    def _duties(self, bar: _OpenBar, *, ended: bool) -> tuple[Met, ...]:
        stands = self._stands.departments[bar.department]
        owed = [d for d in self._stands.duties(bar.department) if d not in bar.before]
        return tuple(
            Met(duty, _outcome(duty in stands.lapsed, duty in stands.done, ended=ended),
                stands.done.get(duty))
            for duty in owed
        )  # fmt: skip

    def _pass_on(self, at: datetime) -> None:
        holder = self._stands.holder()
        if holder is None:
            if self._held is not None:
                self._held.cut(at)
                self._held_done += self._held.done
                self._held = None
        elif self._held is None:
            self._held = _Line(at, holder)
        else:
            self._held.turn(at, holder)


def _outcome(lapsed: bool, done: bool, *, ended: bool) -> Outcome:  # noqa: FBT001 - both of one duty
    if lapsed:
        return Outcome.LATE
    if done:
        return Outcome.IN_TIME
    return Outcome.RELEASED if ended else Outcome.RUNNING
