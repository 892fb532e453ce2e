"""What a closed file adds to the figures for good, in the few lines in which it is kept.

A file that takes no more pages adds the same at any moment from its last page on, so it need not
be folded again. Lines are made from the entries alone and give back the same counts.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from services.routing.domain.ladder import LADDER
from services.routing.domain.whistle import WHISTLE
from services.routing.figures.entries import Spent, Where, entries_of
from services.routing.figures.parts import OF_STAGE, Duty
from shared.contracts.fact import Fact
from shared.contracts.intake import DisputeRegistered

ENDS: Final = tuple(
    {
        move.on: None
        for table in (WHISTLE, LADDER)
        for move in table.moves
        if move.target in table.closed
    }
)
"""The pages after which a whistle's or a ladder's file takes no more."""

TIMED: Final = tuple(OF_STAGE.values())
"""The duties on which a department spends time of its own."""


class Line(NamedTuple):
    """What a file adds in one place, or under one department."""

    where: Where
    departments: tuple[str, ...]
    """For what concerns the file as a whole: the departments called."""
    measures: tuple[str, ...]
    """What is counted, in order of names; twice what counts twice."""
    minutes: tuple[tuple[int, ...], ...]
    """Own time on each of the duties `TIMED`."""


NOTHING: Final = Line(Where(), (), (), ((),) * len(TIMED))
"""Of a file that adds nothing, so that it is not looked at again."""


def is_closed(pages: Sequence[Fact]) -> bool:
    """Whether nothing that comes later changes what it adds; a registration is told at once."""
    return isinstance(pages[0], DisputeRegistered) or isinstance(pages[-1], ENDS)


def lines_of(pages: Sequence[Fact]) -> list[Line]:
    """The lines of a closed file, whose pages are in order; one at least."""
    drawn: dict[tuple[Where, tuple[str, ...]], tuple[list[str], dict[Duty, list[int]]]] = {}
    for one in entries_of(pages, max(page.head.at for page in pages)):
        if isinstance(one, Spent):
            minutes = drawn.setdefault((one.where, ()), ([], {}))[1]
            minutes.setdefault(one.duty, []).append(one.minutes)
        else:
            drawn.setdefault((one.where, one.departments), ([], {}))[0].append(one.measure)
    return [
        Line(*key, tuple(sorted(measures)), tuple(tuple(minutes.get(d, ())) for d in TIMED))
        for key, (measures, minutes) in drawn.items()
    ] or [NOTHING]
