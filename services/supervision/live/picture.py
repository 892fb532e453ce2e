"""态势的定义: what the pages of one file add to the picture, as spans of positions.

A span holds from the position of the page that begins it to that of the page that ends it. More
pages end spans and begin others; they never change where a span began, so what was so at a position
stays so. Files are counted 按案卷计, a registration by itself; late is what an alert was raised
about (RULES 14), due is a period that runs by the tables, and moves where a notice moved it (RULES
17). What a department owes under a whistle is what its own desk lists.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import Any, Final, NamedTuple
from uuid import UUID

from services.supervision.domain.press import PRESSED_ON
from shared.auth import centre_beside
from shared.contracts.clock import DeadlineMoved
from shared.contracts.fact import Fact
from shared.contracts.routing import DepartmentAnswered
from shared.contracts.supervision import (
    AlertRaised,
    CaseNoted,
    CaseUrged,
    ExplanationLapsed,
    ExplanationRequired,
)
from shared.law.calendar import Calendar
from shared.law.casefile import CaseFile
from shared.law.day import NEVER
from shared.law.running import Key, Running
from shared.verify.periods import Periods
from shared.work import HISTORY, Shelf


class What(StrEnum):
    """What a span says."""

    REGISTERED = "registered"  # 登记
    OPEN = "open"  # 在办
    DUE = "due"  # 期限在走
    ALERT = "alert"  # 预警
    CLOSED = "closed"  # 办结
    OWED = "owed"  # 部门待办
    ANSWERED = "answered"  # 部门反馈


KEPT_BESIDE: Final = (
    PRESSED_ON
    | {"registration", "triage", "precedent", "hotspot", "rulebook"}
    | {"roster", "numbers", "numbered_papers", "work_reports", "work_check"}
)
"""Procedures in which nobody handles a case: intake and routing say only where it goes; registers
and checks are of no dispute."""


PRESSING: Final = (CaseUrged, CaseNoted, ExplanationRequired)
"""What a file of pressing begins with; each says which case is pressed on."""


class PageAt(NamedTuple):
    """A page with its position, when it was recorded, and the labels that it bears."""

    position: int
    at: datetime
    fact: Fact
    labels: Mapping[str, str]


class Span(NamedTuple):
    """What held from one position on, up to another one; for good where `ended` is None."""

    what: What
    begun: int
    ended: int | None
    at: datetime
    """When the page that begins it was recorded."""
    until: datetime | None
    """When the period is over, of one that is due."""
    about: UUID | None
    """The file that an alert is about."""
    office: str
    county: str
    departments: str
    """Organs that stand in the file, between blanks; the authority among them."""
    matter: str
    road: str
    subject: str = ""
    """Whose it is: the department that owes, answered, or was silent; of what was registered the
    centre that took it in."""

    def holds_at(self, position: int) -> bool:
        """Whether it held when this position was the newest."""
        return self.begun <= position and (self.ended is None or self.ended > position)


@dataclass(slots=True)
class _Walk:
    """The pages of one file so far: spans that are over, and those that hold."""

    done: list[Span] = field(default_factory=list)
    holding: dict[Key | What, Span] = field(default_factory=dict)

    def let_hold(self, wanted: Mapping[Key | What, Span], position: int) -> None:
        """End what is wanted no longer, or otherwise; begin what is new."""
        for key, held in list(self.holding.items()):
            new = wanted.get(key)
            if new is None or new[4:] != held[4:]:
                self.done.append(held._replace(ended=position))
                del self.holding[key]
        for key, new in wanted.items():
            self.holding.setdefault(key, new)


def spans_of(
    pages: Sequence[PageAt], shelf: Shelf[Any], edition: str, calendar: Calendar
) -> list[Span]:
    """The spans of one file, from all its pages in order; none of an imported history 历史台账.

    Where its clock was told to move a period, that page is among them.
    """
    procedure = shelf.edition(edition)
    head = pages[0].fact.head
    value = shelf.blank(procedure, head.dispute_id, head.case_id)
    periods = Periods(shelf, procedure, calendar)
    walk = _Walk()
    moved = [page for page in pages if isinstance(page.fact, DeadlineMoved)]
    last = pages[0]
    for page in pages:
        if isinstance(page.fact, DeadlineMoved):
            if walk.holding:
                make = partial(_span, page=_as_told(last, page), office=shelf.office)
                walk.let_hold(_holding(value, periods, make, moved), page.position)
            continue
        last = page
        if HISTORY in page.labels:
            return []
        make = partial(_span, page=page, office=shelf.office)
        walk.done.extend(_events(page, pages[0].fact, shelf, make))
        if shelf.name in KEPT_BESIDE:
            continue
        value = value.after(page.fact, shelf.table_on(procedure, page.fact.head.on))
        periods.turn(value, page.fact, history=False)
        if value.is_closed:
            walk.done.append(make(What.CLOSED))
            walk.let_hold({}, page.position)
            continue
        walk.let_hold(_holding(value, periods, make, moved), page.position)
    return [*walk.done, *walk.holding.values()]


Make = Callable[[What], Span]
"""Makes a span that begins with a page."""


def _events(page: PageAt, first: Fact, shelf: Shelf[Any], make: Make) -> Iterable[Span]:
    if shelf.name == "registration" and page.fact.head.version == 1:
        window = page.labels.get("window", "")
        yield make(What.REGISTERED)._replace(subject=centre_beside(window) if window else "")
    if isinstance(page.fact, DepartmentAnswered):
        yield make(What.ANSWERED)._replace(subject=page.fact.department)
    if isinstance(page.fact, AlertRaised):
        yield make(What.ALERT)._replace(about=page.fact.about, subject=page.fact.organ or "")
    if isinstance(page.fact, ExplanationLapsed) and isinstance(first, PRESSING):
        # its alert is about the file of the press; what is late is the case pressed on
        yield make(What.ALERT)._replace(about=first.about, subject=page.fact.organ)


def _as_told(last: PageAt, told: PageAt) -> PageAt:
    """The file as its last page left it, from when its clock told something on."""
    return last._replace(position=told.position, at=told.at)


def _over(running: Running, moved: Sequence[PageAt], position: int) -> datetime:
    """When a period was to be over, as was known then: a notice that came later had not moved it.

    The calendar of today knows the notice, and so reckons the day after all of them.
    """
    until = running.until
    for page in reversed(moved):
        fact = page.fact
        assert isinstance(fact, DeadlineMoved)  # noqa: S101 - it was picked so
        known = (fact.deadline, fact.subject, fact.opened, fact.until)
        if page.position > position and known == (*running.key, until):
            until = fact.until_before
    return until


def _holding(
    value: CaseFile, periods: Periods, make: Make, moved: Sequence[PageAt]
) -> Mapping[Key | What, Span]:
    begun = make(What.OPEN)
    found: dict[Key | What, Span] = {What.OPEN: begun}
    for organ in value.owing:
        found[What.OWED, organ, 0] = make(What.OWED)._replace(subject=organ)
    for key, one in periods.running.items():
        if one.until != NEVER:
            found[key] = make(What.DUE)._replace(until=_over(one, moved, begun.begun))
    return found


def _span(what: What, *, page: PageAt, office: str) -> Span:
    said = page.labels.get
    organs = dict.fromkeys((*said("departments", "").split(), said("authority", "")))
    named = " ".join(one for one in organs if one)
    return Span(
        what,
        page.position,
        None,
        page.at,
        None,
        None,
        office,
        said("county", ""),
        named,
        said("matter", ""),
        said("road", ""),
    )
