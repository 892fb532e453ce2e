"""Facts of companion clock files: what rings or is refused beside a case, not in it.

Nobody's If-Match breaks because of them. A clock file belongs to one case file and one office.
"""

from datetime import date
from typing import Literal
from uuid import UUID

from pydantic import AwareDatetime

from shared.contracts.fact import Fact


class HearingRefused(Fact):
    """依法不予办理: what an office would have done on hearing a fact, the law refused (RULES 5)."""

    kind: Literal["clock.refused.v1"] = "clock.refused.v1"
    office_name: str
    """The office that heard the fact."""
    heard_kind: str
    """Kind of the fact heard."""
    heard_case_id: UUID
    heard_version: int
    article: str
    """Code of the article that refused it."""


class DeadlineWarned(Fact):
    """期限预警: a period of the case file beside is running out (RULES 16)."""

    kind: Literal["clock.warned.v1"] = "clock.warned.v1"
    office_name: str
    """The office whose period it is."""
    of_case_id: UUID
    """The case file in which it runs."""
    deadline: str
    subject: str
    """Whose period it is; empty for the whole file."""
    opened: int
    """The page that opened it."""
    warning: str
    """Which warning: `share_80`, `last_workday`."""
    until: AwareDatetime
    """When it is over."""
    provisional: bool
    """暂定: a year that matters has no notice yet."""


class DeadlineMoved(Fact):
    """期限变动: a notice moved the end of a period (RULES 17; CPL 85)."""

    kind: Literal["clock.moved.v1"] = "clock.moved.v1"
    office_name: str
    """The office whose period it is."""
    of_case_id: UUID
    """The case file in which it runs."""
    deadline: str
    subject: str
    """Whose period it is; empty for the whole file."""
    opened: int
    """The page that opened it."""
    until_before: AwareDatetime
    """When it would have been over."""
    until: AwareDatetime
    """When it is over now."""
    provisional: bool
    """暂定: still not firm, for another year that matters."""
    notice_year: int
    """The year whose holidays the notice arranges."""
    notice_number: str
    """发文字号 of the notice."""
    notice_issued: date


class DeadlineConfirmed(Fact):
    """期限确定: a notice made the end of a period firm, and it did not move (RULES 17; CPL 85)."""

    kind: Literal["clock.confirmed.v1"] = "clock.confirmed.v1"
    office_name: str
    """The office whose period it is."""
    of_case_id: UUID
    """The case file in which it runs."""
    deadline: str
    subject: str
    """Whose period it is; empty for the whole file."""
    opened: int
    """The page that opened it."""
    until: AwareDatetime
    """When it is over, as it was reckoned before, 暂定 until now."""
    notice_year: int
    """The year whose holidays the notice arranges."""
    notice_number: str
    """发文字号 of the notice."""
    notice_issued: date
