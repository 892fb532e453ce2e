"""Facts of inquiry 调查取证, appraisal 鉴定 and inspection 现场勘验 (ARL 45; ARR2026 44 to 46)."""

from enum import StrEnum
from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.findings import Standing


class Inquiry(StrEnum):
    """How the body takes evidence 调查取证的方式 (ARL 45)."""

    CONSULT = "consult"  # 查阅文件和资料
    COPY = "copy"  # 复制文件和资料
    RETRIEVE = "retrieve"  # 调取文件和资料
    QUESTION = "question"  # 询问有关人员


class Appraiser(StrEnum):
    """Who names whoever appraises 鉴定机构的确定 (ARR2026 46; ARR2007 37)."""

    AGREED = "agreed"  # 当事人协商确定
    NAMED = "named"  # 行政复议机构指定
    OWN = "own"  # 当事人自行委托


class EvidenceTaken(Fact):
    """调查取证: by two at least, who showed their papers; with its record (ARL 45)."""

    kind: Literal["reconsideration.evidence_taken.v1"] = "reconsideration.evidence_taken.v1"
    inquirers: tuple[str, ...]
    """Codes of who took it."""
    inquiries: tuple[Inquiry, ...]
    record_id: UUID
    """Document 调查笔录."""
    unsigned_id: UUID | None = None
    """Document with the reason why whoever was asked did not sign; None where it is signed."""


class AppraisalRequested(Fact):
    """申请鉴定: a party asks the body to commission it (ARR2026 46)."""

    kind: Literal["reconsideration.appraisal_requested.v1"] = (
        "reconsideration.appraisal_requested.v1"
    )
    standing: Standing
    text_id: UUID
    """Document that says what is to be appraised, and why."""


class AppraisalDenied(Fact):
    """不同意鉴定 (ARR2026 46)."""

    kind: Literal["reconsideration.appraisal_denied.v1"] = "reconsideration.appraisal_denied.v1"
    reason_id: UUID
    answers: tuple[Standing, ...] | None = None
    """Whose requests are answered; None on pages of old, which answered all that waited."""


class AppraisalBegun(Fact):
    """开始鉴定: the period to decide stands still until it ends (ARR2026 46)."""

    kind: Literal["reconsideration.appraisal_begun.v1"] = "reconsideration.appraisal_begun.v1"
    appraisal: int
    """鉴定序号, from 1 in each file."""
    appraiser: Appraiser
    payer: Standing
    """Which party bears the cost."""
    letter_id: UUID
    """Document 鉴定委托书: who appraises, and what."""
    answers: tuple[Standing, ...] | None = None
    """Whose requests are answered, nobody's where a party commissions it itself; None on pages of
    old, which answered all that waited."""


class AppraisalEnded(Fact):
    """鉴定结束: what is left of the period to decide runs on (ARR2026 46)."""

    kind: Literal["reconsideration.appraisal_ended.v1"] = "reconsideration.appraisal_ended.v1"
    appraisal: int
    delivered: bool
    """Whether an appraisal opinion 鉴定意见 came, which is then a piece of the evidence."""
    reason_id: UUID
    """Document that tells of the opinion, or says why none came."""


class InspectionBegun(Fact):
    """开始现场勘验: the period to decide stands still until it ends (ARR2026 45)."""

    kind: Literal["reconsideration.inspection_begun.v1"] = "reconsideration.inspection_begun.v1"
    reason_id: UUID
    """Document that says what is inspected, and where."""


class InspectionEnded(Fact):
    """现场勘验结束: with its record, and what is left of the period runs on (ARR2026 45)."""

    kind: Literal["reconsideration.inspection_ended.v1"] = "reconsideration.inspection_ended.v1"
    inquirers: tuple[str, ...]
    record_id: UUID
    """Document 勘验笔录."""
    unsigned_id: UUID | None = None
    """Document with the reason why whoever was present did not sign; None where it is signed."""
