"""What one file's pages add to the figures: a whistle, a ladder, or a registered dispute."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final, NamedTuple

from services.routing.figures import measures as m
from services.routing.figures.bars import bars_of
from services.routing.figures.parts import OF_STAGE, Bar, Duty, Outcome
from shared.contracts.fact import Fact
from shared.contracts.intake import DisputeRegistered
from shared.contracts.routing import (
    CalledBack,
    LadderEnded,
    LevelLapsed,
    LevelReached,
    LevelSolved,
    Rung,
    WhistleBlown,
    WhistleClosed,
    WhistleProposed,
    WhistleReopened,
    WhistleReturned,
)

_COUNTY_DIGITS: Final = 6

_OPENINGS: Final = frozenset({WhistleBlown, WhistleProposed, WhistleReturned})
"""By one of these pages a file is a whistle's."""


class Where(NamedTuple):
    """By what an entry can be found: the file's place, matter, month, and who had to do with it."""

    county: str = ""
    township: str = ""
    department: str = ""
    matter: str = ""
    month: str = ""
    level: str = ""
    centre: str = ""
    whistler: str = ""


class Entry(NamedTuple):
    """One thing that is counted once."""

    measure: str
    where: Where
    departments: tuple[str, ...] = ()
    """For what concerns a file as a whole: the departments called; it counts once for each."""


class Spent(NamedTuple):
    """Own time of a department on a duty that it has done, in whole minutes."""

    duty: Duty
    minutes: int
    where: Where


def centre_at(place: str) -> str:
    """Organ code of the centre 综治中心 of a place, as the directory makes them."""
    return f"{place}-centre"


def entries_of(pages: Sequence[Fact], as_of: datetime) -> Iterator[Entry | Spent]:
    """Everything that the pages of one file, in order, add as of a moment."""
    known = [page for page in pages if page.head.at <= as_of]
    kinds = {type(page): page for page in reversed(known)}
    if not _OPENINGS.isdisjoint(kinds):
        yield from _of_whistle(known, kinds, as_of)
    elif LevelReached in kinds:
        yield from _of_ladder(known)
    elif known and isinstance(known[0], DisputeRegistered) and not known[0].history:
        fact = known[0]
        where = _place(fact.place, fact.matter, fact)
        yield Entry(m.REGISTERED, where._replace(centre=centre_at(fact.place)))


def _place(place: str, matter: str, first: Fact) -> Where:
    """A file belongs to the month of its first page, whatever came later."""
    on = first.head.on
    return Where(
        county=place[:_COUNTY_DIGITS],
        township=place if len(place) > _COUNTY_DIGITS else "",
        matter=matter,
        month=f"{on.year:04}-{on.month:02}",
    )


# -- a whistle


def _of_whistle(
    pages: Sequence[Fact], kinds: Mapping[type[Fact], Fact], as_of: datetime
) -> Iterator[Entry | Spent]:
    opening = _opening(kinds)
    where = _place(opening.place, opening.matter, pages[0])._replace(
        level=str(opening.level),
        centre=getattr(opening, "centre", "") or centre_at(opening.place),
        whistler=opening.whistler,
    )
    found = bars_of(pages, as_of)
    called = tuple(dict.fromkeys(bar.department for bar in found.bars))
    for measure in _whole(pages, kinds, opening):
        yield Entry(measure, where, called)
    for bar in found.bars:
        yield from _of_bar(bar, where._replace(department=bar.department))
    for lead, page in found.callbacks:
        yield from _of_callback(page, where._replace(department=lead))


def _opening(
    kinds: Mapping[type[Fact], Fact],
) -> WhistleBlown | WhistleProposed | WhistleReturned:
    for kind in (WhistleBlown, WhistleProposed, WhistleReturned):
        if isinstance(page := kinds.get(kind), kind):
            return page
    raise LookupError("a whistle's file has one of these")


def _whole(
    pages: Sequence[Fact],
    kinds: Mapping[type[Fact], Fact],
    opening: WhistleBlown | WhistleProposed | WhistleReturned,
) -> Iterator[str]:
    """What is counted once of a whistle; `kinds` has the first page of each kind."""
    returned = kinds.get(WhistleReturned)
    closed = next((page for page in reversed(pages) if isinstance(page, WhistleClosed)), None)
    if isinstance(opening, WhistleBlown):
        yield m.WHISTLES
        if not opening.whistler:
            yield m.AUTOMATIC
    if opening.whistler:
        yield m.ASKED
    if isinstance(returned, WhistleReturned):
        yield m.RETURNED
        yield m.of_return(returned.reason)
        if opening.whistler:
            yield m.ASKED_RETURNED
    elif closed is not None:
        yield m.of_end(closed.end)
    else:
        yield m.OPEN
    if WhistleReopened in kinds:
        yield m.REOPENED


def _of_bar(bar: Bar, where: Where) -> Iterator[Entry | Spent]:
    if any(met.duty is Duty.CHECK_IN for met in bar.duties):
        yield Entry(m.CALLS, where)
    for met in bar.duties:
        yield Entry(m.of_duty(met.duty, met.outcome), where)
    done = {met.duty for met in bar.duties if met.done_at and met.outcome is not Outcome.RUNNING}
    for stage, duty in OF_STAGE.items():
        if duty in done:
            yield Spent(duty, int(bar.own(stage).total_seconds()) // 60, where)


def _of_callback(page: CalledBack, where: Where) -> Iterator[Entry]:
    """Each callback counts, for the department that was the lead then."""
    yield Entry(m.CALLBACKS, where)
    yield Entry(m.REACHED if page.reached else m.UNREACHED, where)
    for said, asked, yes in (
        (page.solved, m.SOLVED_ASKED, m.SOLVED),
        (page.satisfied, m.SATISFIED_ASKED, m.SATISFIED),
    ):
        if page.reached and said is not None:
            yield Entry(asked, where)
            if said:
                yield Entry(yes, where)


# -- a ladder


def _of_ladder(pages: Sequence[Fact]) -> Iterator[Entry]:
    reached = [page for page in pages if isinstance(page, LevelReached)]
    first = reached[0]
    where = _place(first.place, first.matter, pages[0])
    levels = list(dict.fromkeys(page.level for page in reached))
    solved = {page.level for page in pages if isinstance(page, LevelSolved)}
    ended = any(isinstance(page, LadderEnded) for page in pages)
    lapsed = _lapsed(pages)
    organs = {page.level: page.organ for page in reached}
    for n, level in enumerate(levels):
        here = where._replace(level=str(level), centre=organs[level])
        if level in solved:
            rise = m.Rise.SOLVED
        elif n + 1 < len(levels):
            rise = m.Rise.UP
        else:
            rise = m.Rise.ENDED if ended else m.Rise.HERE
        for one in (m.Rise.ENTERED, rise, *([m.Rise.LAPSED] if level in lapsed else [])):
            yield Entry(m.of_rise(level, one), here)


def _lapsed(pages: Sequence[Fact]) -> set[Rung]:
    at: Rung | None = None
    found: set[Rung] = set()
    for page in pages:
        if isinstance(page, LevelReached):
            at = page.level
        elif isinstance(page, LevelLapsed) and at is not None:
            found.add(at)
    return found
