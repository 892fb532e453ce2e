"""Facts of evidence 证据: put in, added to with leave, examined (ARL 43 to 46; ARR2026 47)."""

from datetime import date
from enum import StrEnum
from typing import ClassVar, Literal
from uuid import UUID

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.findings import Standing


class EvidenceKind(StrEnum):
    """Kinds of evidence 证据种类, in the order of the law (ARL 43)."""

    DOCUMENT = "document"  # 书证
    OBJECT = "object"  # 物证
    RECORDING = "recording"  # 视听资料
    ELECTRONIC = "electronic"  # 电子数据
    WITNESS = "witness"  # 证人证言
    STATEMENT = "statement"  # 当事人的陈述
    APPRAISAL = "appraisal"  # 鉴定意见
    RECORD = "record"  # 勘验笔录、现场笔录


class Proving(StrEnum):
    """What is to be proved 待证事项 (ARL 44)."""

    LEGALITY = "legality"  # 行政行为的合法性、适当性
    REQUEST = "request"  # 曾经要求被申请人履行法定职责
    DAMAGE = "damage"  # 受行政行为侵害造成的损害
    STATUTORY = "statutory"  # 法律、法规规定由申请人提供证据的其他情形


class Examined(StrEnum):
    """What the examination of a piece came to 审查的结果 (ARL 43, 46; ARR2026 47)."""

    TRUE = "true"  # 审查属实，可以作为根据
    UNTRUE = "untrue"  # 不属实，不作为根据
    SELF_COLLECTED = "self_collected"  # 被申请人复议期间自行收集，不作为依据
    CONCESSION = "concession"  # 调解过程中对协商条件、方案所作的认可，不作为对其不利的证据
    WITHHELD = "withheld"  # 行政程序中依法要求而无正当理由未提供，不予采纳


class EvidenceSubmitted(Fact):
    """提出证据: one piece, with its number in the list of the file (ARL 43, 44, 48)."""

    kind: Literal["reconsideration.evidence_submitted.v1"] = "reconsideration.evidence_submitted.v1"
    evidence: int
    """证据编号, from 1 in each file."""
    standing: Standing | None
    """Who put it in; None for what the body took itself (ARL 45)."""
    evidence_kind: EvidenceKind
    proving: Proving
    shows_id: UUID
    """Document that says what the piece is and what it shows."""
    attachments: tuple[str, ...] = ()
    """SHA-256 of the pictures and scans, byte for byte as they were handed in."""
    collected_on: date | None = None
    """取得之日, of the respondent's pieces."""
    supplements: bool = False
    """补充证据: put in late, with the leave of the body (ARL 46)."""
    organ: str = ""
    """Which other joint respondent 共同被申请人 put it in; empty for the one named first."""
    pieces: int | None = None
    """件数: how many are put in together, on the page of the first; 0 on those of the others.

    None on pages of old, which do not say it.
    """


class LateReplyFiled(Fact):
    """逾期书面答复: kept in the file, and what the silence led to stays so (ARL 48, 70)."""

    kind: Literal["reconsideration.late_reply_filed.v1"] = "reconsideration.late_reply_filed.v1"
    organ: str
    """Organ code of the respondent whose days were over, the one named first or another."""
    reply_id: UUID


class FurtherEvidenceRequested(Fact):
    """申请补充证据: by the respondent, to answer what was not said before (ARL 46)."""

    kind: Literal["reconsideration.further_evidence_requested.v1"] = (
        "reconsideration.further_evidence_requested.v1"
    )
    text_id: UUID
    organ: str = ""
    """Which other joint respondent 共同被申请人 asks; empty for the one named first (ARL 19)."""


class FurtherEvidenceAllowed(Fact):
    """同意补充证据: on a reason or a piece that was not brought when the act was made (ARL 46)."""

    kind: Literal["reconsideration.further_evidence_allowed.v1"] = (
        "reconsideration.further_evidence_allowed.v1"
    )
    raised_by: Standing
    """Who brought it: applicant or third person."""
    reason_id: UUID
    """Document that says what was brought."""
    organ: str = ""
    """Which other joint respondent may add to its evidence; empty for the one named first."""


class FurtherEvidenceRefused(Fact):
    """不同意补充证据 (ARL 46)."""

    kind: Literal["reconsideration.further_evidence_refused.v1"] = (
        "reconsideration.further_evidence_refused.v1"
    )
    reason_id: UUID
    organ: str = ""
    """Which other joint respondent may not; empty for the one named first."""


class EvidenceExamined(Fact):
    """审查证据: whether a piece is true, and may be what a decision rests on (ARL 43)."""

    inside: ClassVar[bool] = True
    kind: Literal["reconsideration.evidence_examined.v1"] = "reconsideration.evidence_examined.v1"
    evidence: int
    examined: Examined
    asked_lawfully: bool | None = None
    """被申请人证明在行政程序中依法要求提供 (ARR2026 47)."""
    excused: bool | None = None
    """未提供有正当理由 (ARR2026 47)."""
    collected_on: date | None = None
    """查明的取得之日 of a respondent's piece, where it is not the one that was said (ARL 46)."""
    reason_id: UUID
