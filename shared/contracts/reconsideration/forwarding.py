"""Facts of an application through the organ that fined 通过处罚机关申请 (ARL 32; ARR2026 38)."""

from datetime import date
from enum import StrEnum
from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration.findings import FilingManner


class Fine(StrEnum):
    """Penalties that may be complained of through the organ 可以通过处罚机关申请的处罚 (ARL 32)."""

    ON_THE_SPOT = "on_the_spot"  # 当场作出的行政处罚决定
    MONITORED = "monitored"  # 依据电子技术监控设备记录的违法事实作出的行政处罚决定


class Correction(StrEnum):
    """How the organ corrects its penalty 自行纠正的方式 (ARR2026 38)."""

    REVOKED = "revoked"  # 撤销行政处罚决定
    CHANGED = "changed"  # 变更行政处罚决定
    OTHER = "other"  # 其他方式


class ApplicationHandedIn(Fact):
    """通过处罚机关申请: dated the day it reached the organ that fined (ARL 32)."""

    kind: Literal["reconsideration.handed_in.v1"] = "reconsideration.handed_in.v1"
    organ: str
    """Organ code of who fined and took it in; in law the respondent 被申请人 (ARL 19)."""
    authority: str
    """Organ code of the authority 行政复议机关 applied to."""
    county: str
    """Six-digit code of the county, or of the city, whose organ fined."""
    applicants: tuple[UUID, ...]
    """Persons 申请人, by id."""
    act: ActKind
    fine: Fine
    manner: FilingManner
    text_id: UUID
    """Document with the request, facts and reasons 行政复议请求、事实和理由 (ARR2026 27)."""
    act_done_on: date | None = None
    """行政行为作出之日 (ARL 21)."""
    learnt_on: date | None = None
    """知道或者应当知道之日 (ARL 20)."""
    told_remedies: bool = True
    """Whether right, authority and period were all told when the act was made (ARL 20)."""
    remedies_learnt_on: date | None = None
    """知道或者应当知道权利、机关和期限之日, where they were not told (ARL 20)."""
    real_estate: bool = False
    """因不动产提出 (ARL 21)."""
    posted_on: date | None = None
    """交邮之日: time in the post is not counted (CPL 85)."""
    postmark_unclear: bool = False
    """邮戳不清: it came by post, and nobody can read when it was posted (CPL 85)."""
    act_id: UUID | None = None
    """The act complained of, the same in every application against it; None without its number."""
    attachments: tuple[str, ...] = ()
    """SHA-256 of the pictures and scans handed in with it (ARR2026 28)."""
    follows: UUID | None = None
    """The newest earlier file of the dispute in which all of them applied, with others or not; None
    where there is none."""


class ApplicationForwarded(Fact):
    """转送: the organ would uphold its penalty and sends the application on (ARL 32)."""

    kind: Literal["reconsideration.forwarded.v1"] = "reconsideration.forwarded.v1"
    organ: str
    forwarding_letter_id: UUID
    """Document 转送函."""


class ForwardingOverdue(Fact):
    """逾期未转送: neither sent on nor corrected in five working days, and still owed (ARL 32)."""

    kind: Literal["reconsideration.forwarding_overdue.v1"] = "reconsideration.forwarding_overdue.v1"
    organ: str


class PenaltyCorrected(Fact):
    """自行纠正: the organ corrects its penalty and tells applicant and authority (ARR2026 38)."""

    kind: Literal["reconsideration.penalty_corrected.v1"] = "reconsideration.penalty_corrected.v1"
    organ: str
    correction: Correction
    told_on: date
    """告知申请人之日: from handing in until then the filing period does not run (ARR2026 38(2))."""
    handed_in_on: date | None = None
    """处罚机关收到申请之日; None on pages of old."""
    correction_notice_id: UUID
    """Document 自行纠正告知书, which also says where one who insists may apply."""
