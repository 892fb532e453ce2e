"""Facts of mediation 调解 and settlement 和解 inside a reconsideration (ARL 5, 73, 74)."""

from datetime import date
from enum import StrEnum
from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.enforcing import PartyDuties
from shared.contracts.reconsideration.findings import Standing


class Breach(StrEnum):
    """Why a mediation came to nothing 调解不成的情形 (ARL 73)."""

    NO_AGREEMENT = "no_agreement"  # 未达成协议
    REPENTED = "repented"  # 调解书生效前一方反悔


class Refiling(StrEnum):
    """Why one who withdrew may apply again 可以再次申请的情形 (ARL 74; ARR2007 38)."""

    AGAINST_WILL = "against_will"  # 证明撤回违背真实意愿
    OTHER_FACTS = "other_facts"  # 不是同一事实和理由


class MediationBegun(Fact):
    """开始调解: all applicants and the respondent are willing, before a decision (ARL 5)."""

    kind: Literal["reconsideration.mediation_begun.v1"] = "reconsideration.mediation_begun.v1"
    record_id: UUID
    """Document that says how each of them agreed to it."""


class MediationBroken(Fact):
    """调解不成: no agreement, or a party repents before the document has effect (ARL 73)."""

    kind: Literal["reconsideration.mediation_broken.v1"] = "reconsideration.mediation_broken.v1"
    breach: Breach
    standing: Standing | None = None
    """Who repented; None where they did not agree."""
    record_id: UUID
    """Document with the talks; what was conceded in them is no evidence later (ARR2026 48)."""


class MediationDocumentDrawn(Fact):
    """制作行政复议调解书: what the parties agreed, before anybody has signed it (ARL 73)."""

    kind: Literal["reconsideration.mediation_document_drawn.v1"] = (
        "reconsideration.mediation_document_drawn.v1"
    )
    mediation_document_id: UUID
    """Document 行政复议调解书."""
    obliges: bool
    """Whether the respondent has anything to perform (ARL 77)."""
    perform_by: date | None = None
    """履行期限的最后一日, where the document sets one."""
    duties: PartyDuties = None
    """当事人应当履行的, applicants' and third persons' own (ARL 78)."""
    co_authorities: tuple[str, ...] = ()
    """共同办理的其他机关, who sign it, too, before the seal (ARR2026 32)."""

    @property
    def mediation_awaited(self) -> bool:
        """Whether it goes to another authority that is to sign it, too."""
        return bool(self.co_authorities)


class MediationDocumentSigned(Fact):
    """在调解书上签字或者签章: one side after the other (ARL 73)."""

    kind: Literal["reconsideration.mediation_document_signed.v1"] = (
        "reconsideration.mediation_document_signed.v1"
    )
    standing: Standing
    signers: tuple[UUID, ...] = ()
    """The applicants or third persons who signed; empty for the respondent."""
    organ: str = ""
    """Which other joint respondent 共同被申请人 signed; empty for the one named first (ARL 19)."""


class MediationDocumentSealed(Fact):
    """调解书加盖印章: all have signed, and with the authority's seal it has effect (ARL 73)."""

    kind: Literal["reconsideration.mediation_document_sealed.v1"] = (
        "reconsideration.mediation_document_sealed.v1"
    )
    mediation_document_id: UUID
    authority: str
    respondent: str
    obliges: bool
    """Whether the respondent has anything to perform, with a day set for it or not (ARL 77)."""
    perform_by: date | None = None
    joint: tuple[str, ...] = ()
    """Organ codes of the other joint respondents 共同被申请人, whom it binds too (ARL 19)."""
    duties: PartyDuties = None
    """当事人应当履行的, as it was drawn up (ARL 78)."""

    @property
    def joint_organs(self) -> tuple[str, ...]:
        """The same, by the name that a decision has for them."""
        return self.joint

    @property
    def last_day(self) -> date | None:
        """The day that the document sets for all of them."""
        return self.perform_by


class SettlementSubmitted(Fact):
    """提交和解协议: what the parties settled among themselves before a decision (ARL 74)."""

    kind: Literal["reconsideration.settlement_submitted.v1"] = (
        "reconsideration.settlement_submitted.v1"
    )
    text_id: UUID
    """Document 和解协议."""


class WithdrawalRefused(Fact):
    """不准予撤回: the withdrawal is not permitted, and the case goes on (ARL 41, 74)."""

    kind: Literal["reconsideration.withdrawal_refused.v1"] = "reconsideration.withdrawal_refused.v1"
    reason_id: UUID


class RefilingAllowed(Fact):
    """可以再次申请: an earlier withdrawal does not bar whose it was (ARL 74; ARR2007 38)."""

    kind: Literal["reconsideration.refiling_allowed.v1"] = "reconsideration.refiling_allowed.v1"
    ground: Refiling
    reason_id: UUID
    """Document with what the applicant proved, or in what the two applications differ."""
    applicants: tuple[UUID, ...] = ()
    """Of whom it was found; of all in older facts, which name nobody."""
