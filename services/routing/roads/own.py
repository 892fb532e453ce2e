"""本人起诉期限: each of several applicants has its own days to sue, from its own receipt (ARL 75).

The road tells the day of who was served first, and beside it each other one is told its own, and
warned of it, also where the others' days are over.
"""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from services.routing.domain import telling
from services.routing.domain.receipts import Receipt
from services.routing.domain.road_file import OWN_SUIT, Routing
from shared.contracts.fact import CLOCK
from shared.contracts.reconsideration import DecisionDelivered, Standing
from shared.contracts.reconsideration.served import OneServed
from shared.contracts.routing import Occasion, OwnSuitReplaced, OwnSuitTold, Road, RoadNotified
from shared.law.prescribed import Prescribed
from shared.work import Work


def receipts(fact: OneServed | DecisionDelivered, case_id: UUID | None) -> tuple[Receipt, ...]:
    """The applicants of whom a page tells that they have the paper of a case, and since when.

    Nobody of a page of old that does not say which case, or who is a third person.
    """
    if case_id is None:
        return ()
    if isinstance(fact, DecisionDelivered):
        thirds = fact.third_persons
        known = fact.remedies if thirds is not None else ()
        own = (one for one in known if one.person_id not in (thirds or ()))
        return tuple(Receipt(one.person_id, case_id, one.served_on) for one in own)
    if fact.person_id is None or fact.standing is not Standing.APPLICANT:
        return ()
    return (Receipt(fact.person_id, case_id, fact.served_on),)


def first_of(found: Iterable[Receipt], served_on: date) -> Receipt | None:
    """Whose receipt that of this day is; None where the page does not tell."""
    return next((one for one in found if one.on == served_on), None)


def record(work: Work, file: Routing, page: RoadNotified, rule: Prescribed) -> Routing:
    """告知途径 of the court; whose day it told of the same paper before is told its own now.

    Who has sued is told nothing more.
    """
    before, suers = file.first_to_sue, file.suers
    file = work.record(file, page)
    if before is None or page.person_id in {None, before.person_id}:
        return file
    if before.of_case_id != page.of_case_id or before.person_id in suers:
        return file
    return tell_each(work, file, (before,), rule, page.occasion)


def tell_each(
    work: Work, file: Routing, found: Iterable[Receipt], rule: Prescribed, occasion: Occasion
) -> Routing:
    """告知本人起诉期限 to each whose day nobody told yet, by the road or by a page of its own."""
    for one in found:
        head = work.head(file, by=CLOCK)
        page = telling.tell_own_suit(one, rule, work.calendar, head, occasion=occasion)
        if one not in file.told_to and not _tells(file, page):
            file = work.record(file, page)
    return file


def _tells(file: Routing, page: OwnSuitTold) -> bool:
    """Whether the road tells this day, of nobody by name: as its pages of old did."""
    told = file.told_road is Road.COURT and file.sue_until == page.sue_until
    return told and file.first_to_sue is None


def end_each(work: Work, file: Routing, case_id: UUID | None, goes_on_in: UUID) -> None:
    """What one could sue over is none any more: nobody's days of it run on (RULES 92, 132)."""
    runs = {one.subject for one, _ in work.running(file.case_id) if one.name == OWN_SUIT}
    for one in file.own_suits:
        if one.of_case_id == case_id and str(one.person_id) in runs:
            page = OwnSuitReplaced(
                head=work.head(file, by=CLOCK), person_id=one.person_id, decision_id=goes_on_in
            )
            file = work.record(file, page)
