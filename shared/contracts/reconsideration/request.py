"""What is asked 行政复议请求, once changed, or a third person's is admitted (ARL 15 to 17)."""

from datetime import date
from enum import StrEnum
from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact


class Sought(StrEnum):
    """What kind of decision an applicant asks for 请求的种类 (ARL 63 to 71)."""

    REVOKED = "revoked"  # 撤销或者变更行政行为
    CONFIRMED_ILLEGAL = "confirmed_illegal"  # 确认违法
    CONFIRMED_INVALID = "confirmed_invalid"  # 确认无效
    PERFORMED = "performed"  # 履行法定职责
    AGREEMENT = "agreement"  # 履行行政协议、承担协议责任
    OTHERWISE = "otherwise"  # 其他请求


class RequestChanged(Fact):
    """变更行政复议请求: what is asked from now on, in place of all before (ARL 15, 17)."""

    kind: Literal["reconsideration.request_changed.v1"] = "reconsideration.request_changed.v1"
    text_id: UUID
    """Document 变更请求书, with all that is asked now."""
    sought: tuple[Sought, ...]
    """Of which kinds it is."""
    consented: bool = False
    """Whether those whom representatives represent agreed (ARL 15); said where there are any."""
    to_be_told: bool = False
    """Whether the parties are told by a notice: the application was accepted by then."""
    changed_on: date | None = None
    """变更之日, where it goes along into another file; else it is the day of this page."""

    @property
    def asked_on(self) -> date:
        """变更之日, whichever file tells it."""
        return self.changed_on or self.head.on


class ThirdRequestAdmitted(Fact):
    """承认第三人请求: applicants admit what a third person asks, or a part of it (ARL 15, 16)."""

    kind: Literal["reconsideration.third_request_admitted.v1"] = (
        "reconsideration.third_request_admitted.v1"
    )
    third_person: UUID
    applicants: tuple[UUID, ...]
    """Who admits it; nobody else is bound."""
    text_id: UUID
    """Document 承认第三人请求书: which request, and how far it is admitted."""
    consented: bool = False
    """Whether those whom representatives represent agreed (ARL 15); said where there are any."""
    to_be_told: bool = False
    """Whether the parties are told by a notice: not of what goes along into another file."""
    admitted_on: date | None = None
    """承认之日, where it goes along into another file; else it is the day of this page."""

    @property
    def done_on(self) -> date:
        """承认之日, whichever file tells it."""
        return self.admitted_on or self.head.on
