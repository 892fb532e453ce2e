"""程序图的内容: what a picture of a table shows, whatever it is drawn with."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from deploy.lawdesk.rules import called, word
from shared.law.article import Article
from shared.law.procedure import Deadline, Move, Procedure

COMMON = 3
"""An act that is lawful in so many states and leads nowhere is shown once, not in each."""

OPENING = ""
"""Stands for the time before there is a file."""

CLOCK = "clock"


@dataclass(frozen=True, slots=True)
class Row:
    """One move: what is done, by whom, and where it leads; nowhere else if `target` is None."""

    act: str
    who: str
    article: Article
    target: str | None
    by_clock: bool


@dataclass(frozen=True, slots=True)
class Limit:
    """A period that runs in a state."""

    term: str
    within: str
    article: Article


@dataclass(frozen=True, slots=True)
class Box:
    """A state with what bounds it and what may be done in it."""

    name: str
    term: str
    closed: bool
    limits: tuple[Limit, ...]
    patient: str
    """Why nothing bounds it, if nothing does."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """程序图 of a file, or of the subjects of its track."""

    title: str
    edition: str
    boxes: tuple[Box, ...]
    """In the order in which a case goes through them; the opening first."""

    common: tuple[tuple[Row, tuple[str, ...]], ...]
    """What may be done in several states and leads nowhere else, with the terms of the states."""


def charts(procedure: Procedure) -> tuple[Chart, ...]:
    """The picture of the file, and that of the track where there is one."""
    whole = _chart(procedure, procedure.moves, procedure.term)
    if procedure.track is None:
        return (whole,)
    title = f"{procedure.term}：每个{word(procedure.track.subject)}"
    return whole, _chart(procedure, procedure.track.moves, title)


def _chart(procedure: Procedure, moves: Sequence[Move], title: str) -> Chart:
    order = _order(moves)
    common = [move for move in moves if len(_staying(move)) >= COMMON]
    own = [move for move in moves if move not in common]
    is_track = moves is not procedure.moves
    limits = {
        deadline: running(moves, deadline, procedure.closed)
        for deadline in procedure.deadlines
        if bool(deadline.subject) is is_track or not is_track
    }
    boxes = [
        Box(
            name=state,
            term=word(state) if state else "开始" if is_track else "立卷",
            closed=state in procedure.closed,
            limits=tuple(_limit(one) for one, where in limits.items() if state in where),
            patient=next((why for s, why in procedure.patient.items() if s == state), ""),
            rows=tuple(_row(move, state) for move in own if state in _sources(move)),
        )
        for state in order
    ]
    shown = tuple((_row(move, ""), tuple(map(word, _sources(move)))) for move in common)
    return Chart(title, since(procedure), tuple(boxes), shown)


def since(procedure: Procedure) -> str:
    """From when an edition is in force, as people say it."""
    return "不限" if procedure.since == date.min else f"自{procedure.since}起"


def running(
    moves: Sequence[Move], deadline: Deadline, closed: Sequence[str] = ()
) -> frozenset[str]:
    """The states in which a period can run, by the moves alone."""
    found: set[str] = set()
    ends = {*deadline.ends, deadline.lapse}
    while True:
        before = len(found)
        for move in moves:
            for source in _sources(move):
                target = str(move.target or source)
                goes_on = source in found and move.on not in ends
                if target not in closed and (move.on in deadline.starts or goes_on):
                    found.add(target)
        if len(found) == before:
            return frozenset(found)


def _order(moves: Sequence[Move]) -> list[str]:
    """States one after another as a case goes through them; what ends it comes last."""
    done: list[str] = []
    begun: set[str] = set()

    def visit(state: str) -> None:
        begun.add(state)
        for target in reversed(_targets(moves, state)):
            if target not in begun:
                visit(target)
        done.append(state)

    visit(OPENING)
    order = done[::-1]
    return sorted(order, key=lambda state: not _targets(moves, state))


def _targets(moves: Sequence[Move], state: str) -> list[str]:
    found = [str(move.target) for move in moves if move.target and state in _sources(move)]
    return [target for target in dict.fromkeys(found) if target != state]


def _sources(move: Move) -> list[str]:
    return [str(state) if state else OPENING for state in move.sources()]


def _staying(move: Move) -> list[str]:
    return [s for s in _sources(move) if move.target in (None, s)]


def _row(move: Move, state: str) -> Row:
    target = str(move.target) if move.target and str(move.target) != state else None
    return Row(called(move.on), word(move.by), move.article, target, by_clock=move.by == CLOCK)


def _limit(deadline: Deadline) -> Limit:
    return Limit(deadline.term, str(deadline.within), deadline.article)
