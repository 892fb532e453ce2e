"""Walks a procedure table: every place that a file can stand in, for one deadline at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from deploy.compose import offices
from shared.contracts.fact import Fact
from shared.law.procedure import AsReckoned, AsStated, Deadline, Move, Procedure
from shared.parking.register import REGISTER
from shared.work.clockfile import COMPANION


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file and one of its subjects stand, and whether the deadline runs (for it)."""

    state: StrEnum | None = None
    standing: str | None = None
    running: bool = False


def procedures() -> list[Procedure]:
    """Every table of the hub, in every edition."""
    held = [each for office in offices() for shelf in office.shelves for each in shelf.editions]
    return [*held, COMPANION, REGISTER]


def file_states(procedure: Procedure) -> set[StrEnum]:
    """Every state that a row of the file names."""
    rows = procedure.moves
    return {state for row in rows for state in (*row.sources(), row.target) if state is not None}


def standings(procedure: Procedure) -> set[StrEnum]:
    """Every state that a row of the track names."""
    rows = procedure.track.moves if procedure.track else ()
    return {state for row in rows for state in (*row.sources(), row.target) if state is not None}


def places(procedure: Procedure, deadline: Deadline | None = None) -> set[Place]:
    """Every place that lawful moves lead to."""
    seen, fresh = {Place()}, [Place()]
    while fresh:
        for after in _steps(procedure, deadline, fresh.pop()):
            if after not in seen:
                seen.add(after)
                fresh.append(after)
    return seen


def _steps(procedure: Procedure, deadline: Deadline | None, at: Place) -> Iterator[Place]:
    if at.state in procedure.closed:
        return
    for kind in {row.on for row in procedure.all_moves()}:
        in_file = any(row.on is kind for row in procedure.moves)
        state = to(procedure.moves, at.state, kind) if in_file else at.state
        for ours in (True, False):
            standing = _standing(procedure, at, kind, ours=ours)
            if state is None or standing == "":
                continue
            for running in _turns(procedure, deadline, at, kind, ours=ours):
                yield Place(state, standing, running and state not in procedure.closed)


def _standing(procedure: Procedure, at: Place, kind: type[Fact], *, ours: bool) -> str | None:
    """Where the subject stands then; empty if the fact is not lawful for it."""
    track = procedure.track
    if track is None or not ours or all(row.on is not kind for row in track.moves):
        return at.standing
    return to(track.moves, at.standing, kind) or ""


def _turns(
    procedure: Procedure, deadline: Deadline | None, at: Place, kind: type[Fact], *, ours: bool
) -> Iterator[bool]:
    """Whether the deadline can run after that fact."""
    speaks_of_another = deadline and deadline.subject in kind.model_fields and not ours
    if deadline is None or speaks_of_another:
        yield at.running
        return
    if kind in deadline.starts:
        yield True
    shared = sum(each.lapse is kind for each in procedure.deadlines) > 1
    met = kind in deadline.ends or (kind is deadline.lapse and "duty" not in kind.model_fields)
    if met or (kind is deadline.lapse and not shared):
        yield False
    elif kind is deadline.lapse:
        yield from {at.running, False}
    elif kind not in deadline.starts or isinstance(deadline.within, AsStated | AsReckoned):
        yield at.running


def to(moves: Sequence[Move], state: str | None, kind: type[Fact]) -> StrEnum | None:
    """Where a row leads from that state; None if there is no such row."""
    row = next((row for row in moves if row.on is kind and state in row.sources()), None)
    return (row.target or next(s for s in row.sources() if s == state)) if row else None
