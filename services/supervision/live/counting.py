"""态势表: the spans that hold at a position, counted in the lines of the board."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from services.supervision.live.picture import Span, What
from shared.law.day import CITY


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
