"""送达地点: where a party had a paper, whatever it says of itself later (CPL 87)."""

from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from uuid import UUID

from services.reconsideration.papers.matter import Matter, told
from services.reconsideration.papers.outgoing import REFUSAL
from services.reconsideration.papers.sorts import SORTS, Sort
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import DecisionDelivered, DecisionMade
from shared.contracts.reconsideration.aftermath import (
    ClericalErrorsCorrected,
    CorrectionServed,
    ServedAgain,
)
from shared.contracts.reconsideration.refusal import RefusalServed
from shared.contracts.reconsideration.served import DecisionServed, PaperServed
from shared.law.day import DAY, begin_of
from shared.people import Person


def days_served(sort: Sort, matter: Matter, beside: Iterable[Fact]) -> dict[UUID, date]:
    """On which day each person had the paper that is printed, whose service is on record.

    Args:
        sort: Which paper.
        matter: Its file, at the page of which it tells.
        beside: Pages of the files in which services are recorded that its own does not tell.
    """
    fact = told(matter, sort)
    found: dict[UUID, date] = {}
    for page in (*matter.facts, *beside):
        found |= dict(_served(page, sort, fact))
    if isinstance(fact, ClericalErrorsCorrected):
        found |= _corrected(fact, matter.own)
    return found


def _served(page: Fact, sort: Sort, fact: Fact) -> Iterator[tuple[UUID, date]]:
    match page:
        case PaperServed(person_id=UUID() as who):
            if (page.paper_sort, page.page) == (sort.name, fact.head.version):
                yield who, page.shown_on
        case DecisionDelivered() if isinstance(fact, DecisionMade):
            yield from ((one.person_id, one.served_on) for one in page.remedies)
        case DecisionServed() | ServedAgain() if isinstance(fact, DecisionMade):
            if page.person_id:
                yield page.person_id, page.shown_on
        case RefusalServed() | ServedAgain() if sort == SORTS[REFUSAL]:
            if page.person_id:
                yield page.person_id, page.shown_on
        case _:
            return


def _corrected(fact: ClericalErrorsCorrected, own: Iterable[Fact]) -> dict[UUID, date]:
    """补正通知书 is served with one page or several, before the next correction (RULES 91)."""
    found: dict[UUID, date] = {}
    for page in own:
        if page.head.version <= fact.head.version:
            continue
        if isinstance(page, ClericalErrorsCorrected):
            break
        each = page.services if isinstance(page, CorrectionServed) else ()
        found |= {one.person_id: one.shown_on for one in each if one.person_id}
    return found


async def places_of(
    days: Mapping[UUID, date],
    named: Collection[UUID],
    reads: Callable[..., Awaitable[Mapping[UUID, Person]]],
    now: Mapping[UUID, Person],
) -> dict[UUID, str]:
    """送达地点 as it was known on the day of service; of who still waits, as it is now."""
    read = [now or await reads(named)]
    for day in sorted(set(days.values())):
        who = [one for one in named if days.get(one) == day]
        read.append(await reads(who, said_by=begin_of(day + DAY)))
    return {
        one: person.reached_at
        for known in read
        for one, person in known.items()
        if person.reached_at
    }
