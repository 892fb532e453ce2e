"""Facts of an attached review 附带审查 in the file of the act itself (ARL 13, 39, 56 to 60)."""

from datetime import date
from enum import StrEnum
from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact


class Document(StrEnum):
    """The document on which the act rests 所依据的规范性文件或者依据."""

    MINISTRY = "ministry"  # 国务院部门的规范性文件
    LOCAL = "local"  # 县级以上地方政府及其部门的规范性文件
    TOWN = "town"  # 乡、镇政府的规范性文件
    AUTHORISED = "authorised"  # 授权组织的规范性文件
    RULE = "rule"  # 规章
    LAW = "law"  # 法律、法规


class Flaw(StrEnum):
    """What was found of the clause 对相关条款的认定 (ARL 59; ARR2026 54)."""

    NONE = "none"  # 合法
    POWERS = "powers"  # 超越制定机关的法定职权或者授权范围
    CONFLICT = "conflict"  # 与上位法相抵触
    NO_BASIS = "no_basis"  # 没有依据而增加义务、减损权益
    OTHER = "other"  # 其他违反法律、法规、规章规定的情形


class Drop(StrEnum):
    """Why a document is not reviewed, or no longer 不再审查的情形."""

    WITHDRAWN = "withdrawn"  # 申请人撤回附带审查申请
    NO_BASIS = "no_basis"  # 不是行政行为所依据的文件
    CASE_ENDED = "case_ended"  # 案件终止或者调解结案
    LEFT = "left"  # 提出的申请人不再是本案申请人


class AttachedReviewRequested(Fact):
    """提出附带审查申请: with the application, or before the decision (ARL 13; ARR2026 53)."""

    kind: Literal["reconsideration.attached_requested.v1"] = "reconsideration.attached_requested.v1"
    nth: int
    """Which document of this case, from 1; it keeps the number."""
    document: Document
    unknown_before: bool = False
    """Whether the applicant did not know of it when it applied (ARR2026 53)."""
    text_id: UUID
    """Document 附带审查申请书: which document and clauses, who made it, and why."""
    applicants: tuple[UUID, ...] = ()
    """Which applicants ask, where a party asks by itself; empty where all of them do."""


class BasisDoubted(Fact):
    """认为依据不合法: the authority finds it in its own review, unasked (ARL 57)."""

    kind: Literal["reconsideration.basis_doubted.v1"] = "reconsideration.basis_doubted.v1"
    nth: int
    """Which document of this case, from 1; it keeps the number."""
    document: Document
    reason_id: UUID


class AttachedReviewBegun(Fact):
    """附带审查开始: the case stands still for it, and its periods run from here (ARR2026 53)."""

    kind: Literal["reconsideration.attached_begun.v1"] = "reconsideration.attached_begun.v1"
    nth: int
    authority: str
    document: Document
    ex_officio: bool
    """Found by the authority itself (ARL 57), not asked for (ARL 56)."""


class AttachedReviewDropped(Fact):
    """不再附带审查: withdrawn, no basis of the act, or the case, or who asked, is gone (ARL 13)."""

    kind: Literal["reconsideration.attached_dropped.v1"] = "reconsideration.attached_dropped.v1"
    nth: int
    drop: Drop
    reason_id: UUID | None = None
    """Document with the reason; None where the case ended, or who alone asked for it left."""


class AttachedResultRecorded(Fact):
    """记录附带审查的结果: what the decision must tell and follow (ARL 59, 60)."""

    kind: Literal["reconsideration.attached_result.v1"] = "reconsideration.attached_result.v1"
    nth: int
    review_case_id: UUID
    """Case file of the attached review."""
    flaw: Flaw
    by_other: bool
    """Whether another organ dealt with it, to which it had been forwarded (ARL 60)."""
    conclusion_id: UUID
    """Document 附带审查处理意见."""
    concluded_on: date
