"""态势的定义: what the pages of one file add to the picture, as spans of positions.

A span holds from the position of the page that begins it to that of the page that ends it. More
pages end spans and begin others; they never change where a span began, so what was so at a position
stays so. Files are counted 按案卷计, a registration by itself; late is what an alert was raised
about (RULES 14), due is a period that runs by the tables. What a department owes under a whistle
is what its own desk lists.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from functools import partial
from typing import Any, Final, NamedTuple
from uuid import UUID

from services.supervision.domain.press import PRESSED_ON
from shared.auth import centre_beside
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
from shared.law.day import CITY, NEVER
from shared.law.running import Key
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


class By(StrEnum):
    """By what the lines of the board are told apart."""

    COUNTY = "county"  # 县区
    CENTRE = "centre"  # 综治中心
    DEPARTMENT = "department"  # 部门

    @property
    def columns(self) -> tuple[str, ...]:
        """The counts that such a line has."""
        if self is By.DEPARTMENT:
            return ("waiting", "late", "answered")
        return ("opened", "running", "due", "late", "closed")


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
    """The spans of one file, from all its pages in order; none of an imported history 历史台账."""
    procedure = shelf.edition(edition)
    head = pages[0].fact.head
    value = shelf.blank(procedure, head.dispute_id, head.case_id)
    periods = Periods(shelf, procedure, calendar)
    walk = _Walk()
    for page in pages:
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
        walk.let_hold(_holding(value, periods, make), page.position)
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


def _holding(value: CaseFile, periods: Periods, make: Make) -> Mapping[Key | What, Span]:
    found: dict[Key | What, Span] = {What.OPEN: make(What.OPEN)}
    for organ in value.owing:
        found[What.OWED, organ, 0] = make(What.OWED)._replace(subject=organ)
    for key, one in periods.running.items():
        if one.until != NEVER:
            found[key] = make(What.DUE)._replace(until=one.until)
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


@dataclass(frozen=True, slots=True)
class Counts:
    """A line of the board 态势表: a county, a centre, or a department with columns of its own."""

    opened: int = 0
    """今日登记, disputes."""
    running: int = 0
    """在办, case files."""
    due: int = 0
    """今日到期, periods that end by midnight and are not over."""
    late: int = 0
    """逾期, case files at work about which an alert was raised."""
    closed: int = 0
    """今日办结, case files."""
    waiting: int = 0
    """待办, whistles under which a department owes something."""
    answered: int = 0
    """今日反馈, answers that a department gave."""

    def told(self, by: By) -> dict[str, int]:
        """By the names of the columns."""
        return {name: getattr(self, name) for name in by.columns}

    def plus(self, **more: int) -> "Counts":
        """With so many more."""
        return replace(self, **{name: getattr(self, name) + n for name, n in more.items()})


CENTRE: Final = "-centre"
"""On what the codes of centres end."""

Board = Mapping[str, Counts]
"""The counts of each line that has any, by the code of the county, the centre, the department."""


def day_of(at: datetime) -> tuple[datetime, datetime]:
    """The city's day that a moment lies in: its first moment, and the first of the next one."""
    begun = at.astimezone(CITY).replace(hour=0, minute=0, second=0, microsecond=0)
    return begun, begun + timedelta(days=1)


def told(
    files: Mapping[UUID, Sequence[Span]], position: int, at: datetime, by: By = By.COUNTY
) -> Board:
    """The board that these files make as of a position, looked at in a moment."""
    day = day_of(at)
    alerts = [s for spans in files.values() for s in spans if s.about and s.begun <= position]
    silent = {(s.about, s.subject) for s in alerts} | {(s.about, None) for s in alerts}
    board: dict[str, Counts] = {}
    for case_id, spans in files.items():
        for span in spans:
            if not (counted := _counted(span, position, at, day)):
                continue
            whose = span.subject if counted == "waiting" else None
            late = int(counted in ("running", "waiting") and (case_id, whose) in silent)
            for line in _lines_of(span, by):
                counts = board.get(line, Counts())
                board[line] = counts.plus(**{counted: 1}).plus(late=late)
    return board


def _lines_of(span: Span, by: By) -> Iterable[str]:
    """The lines in which a span counts; the board of departments has columns of its own."""
    of_department = span.what in (What.OWED, What.ANSWERED)
    if of_department or by is By.DEPARTMENT:
        return (span.subject,) if of_department and by is By.DEPARTMENT else ()
    if by is By.COUNTY:
        return (span.county,)
    if span.what is What.REGISTERED:
        return (span.subject,) if span.subject else ()
    return [one for one in span.departments.split() if one.endswith(CENTRE)]


_ON_A_DAY: Final = {
    What.REGISTERED: "opened",
    What.CLOSED: "closed",
    What.ANSWERED: "answered",
}
_WHILE: Final = {What.OPEN: "running", What.OWED: "waiting"}


def _counted(span: Span, position: int, at: datetime, day: tuple[datetime, datetime]) -> str | None:
    """The column in which a span counts."""
    if span.what in _ON_A_DAY:
        today = span.begun <= position and day[0] <= span.at < day[1]
        return _ON_A_DAY[span.what] if today else None
    if not span.holds_at(position):
        return None
    if span.what is What.DUE:
        return "due" if span.until and at < span.until <= day[1] else None
    return _WHILE.get(span.what)
