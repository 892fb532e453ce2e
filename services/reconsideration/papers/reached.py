"""送达地点: where a party had a paper, whatever it says of itself later (CPL 87)."""

from collections.abc import Iterable, Iterator
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
        case RefusalServed(person_id=UUID() as who) if sort == SORTS[REFUSAL]:
            yield who, page.shown_on
        case _:
            return


def _corrected(fact: ClericalErrorsCorrected, own: Iterable[Fact]) -> dict[UUID, date]:
    """补正通知书 is served on all with one page, before the next correction (RULES 91)."""
    later = (one for one in own if one.head.version > fact.head.version)
    page = next((one for one in later if isinstance(one, CorrectionServed)), None)
    each = page.services if page else ()
    return {one.person_id: one.shown_on for one in each if one.person_id}
