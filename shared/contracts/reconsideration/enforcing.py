"""Facts of enforcement 强制执行 against applicants and third persons who do not perform (ARL 78).

Each names the party against whom, and most the organ that is to see to it: that of the act where
it was upheld, the authority where it was changed or mediated.
"""

from datetime import date
from enum import StrEnum
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from shared.contracts.fact import Fact


class NoNeed(StrEnum):
    """Why nothing is to be enforced 不需要强制执行的情形."""

    NOTHING = "nothing_owed"  # 没有需要该当事人履行的内容
    SUED = "sued_in_time"  # 已在起诉期限内起诉，或者逾期起诉人民法院已经立案
    ENDED = "enforcement_ended"  # 依法终结执行
    REFUSED = "court_refused"  # 人民法院裁定不予受理或者不准予执行
    ANNULLED = "decision_annulled"  # 复议决定已被撤销


class CountsFrom(StrEnum):
    """What was over on the day from which the three months run 期限届满 (COERCION 53)."""

    SUIT = "suit_days_over"  # 起诉期限届满
    TIME = "time_to_perform_over"  # 履行期限届满
    EFFECT = "paper_in_effect"  # 文书生效，没有起诉期限，履行期限此前已经届满


class PartyDuty(BaseModel):
    """当事人应当履行的: that this party has something to perform, and by when (ARL 78).

    What it is stands in the paper, or in the act that the paper upholds.
    """

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    person_id: UUID
    perform_by: date | None = None
    """履行期限的最后一日, where the paper or the act sets one."""


PartyDuties = tuple[PartyDuty, ...] | None
"""Of all parties who have any: empty where nobody has, None where it is not said yet."""


class EnforcementAwaited(Fact):
    """载明强制执行的起算: until when this party may still sue or perform by itself (ARL 78).

    It is told anew as the paper is served again, as it is said afterwards that the party has
    something to perform, or as the time to perform is stated.
    """

    kind: Literal["reconsideration.enforcement_awaited.v1"] = (
        "reconsideration.enforcement_awaited.v1"
    )
    person_id: UUID
    organ: str
    """Organ code of whoever is to see to it."""
    served_on: date
    """送达之日 of this party; of a mediation document the day on which it has effect."""
    sue_until: date | None = None
    """起诉期限的最后一日; None of a mediation document or 最终裁决, over which nobody sues."""
    perform_by: date | None = None
    """履行期限的最后一日, as the paper or the act that it upholds gives it, if one does."""
    timed: bool = True
    """Whether its days are known and run; not before it is said that the party has something to
    perform, and of a mediation document until when, for the day in the document itself is the
    respondent's, and so of 最终裁决 (ARL 77, 78)."""
    enforceable_after: date
    """The later of both: nothing may be enforced up to this day."""
    counts_from: date
    """The day from which the three months to ask the court run (COERCION 53)."""
    court_asked: bool = False
    """Whether a court was asked to enforce meanwhile: the organ takes that back, or tells it."""
    performance_request_id: UUID | None = None
    """Document 请求履行通知, where the paper sets no day and the organ asked for performance."""


class EnforcementDue(Fact):
    """期限届满未履行: the days to sue, where there were any, and to perform are over (ARL 78).

    Over a mediation document or 最终裁决 nobody sues (ARL 10).
    """

    kind: Literal["reconsideration.enforcement_due.v1"] = "reconsideration.enforcement_due.v1"
    person_id: UUID
    organ: str
    counts_from: date
    """The day from which the three months to ask the court run, as it was told before."""
    counts_because: CountsFrom | None = None
    """What was over on that day; of old not told."""
    joint: tuple[str, ...] = ()
    """共同作出的其他行政机关, each of which may enforce it too (ARL 19)."""

    @property
    def organs(self) -> tuple[str, ...]:
        """Whoever may see to it, the one named first in the first place."""
        return (self.organ, *self.joint)


class SuitOnRecord(Fact):
    """有起诉记录: a party of the dispute has sued, and maybe nobody said which (ARL 29, 78).

    While the case is open it is found whether the court took the suit; afterwards, whose it is
    (RULES 58).
    """

    kind: Literal["reconsideration.suit_on_record.v1"] = "reconsideration.suit_on_record.v1"
    filed_on: date
    """起诉之日, as the routing file has it."""
    applicant: UUID | None = None
    """谁起诉; None where nobody said it."""


class PartyUrged(Fact):
    """催告: the party was served with the demand to perform, before enforcement (COERCION 54)."""

    kind: Literal["reconsideration.party_urged.v1"] = "reconsideration.party_urged.v1"
    person_id: UUID
    organ: str
    demand_id: UUID
    """Document 催告书."""
    perform_until: date | None = None
    """履行义务的期限的最后一日, as the demand states it (COERCION 35); of old not told."""
    not_sued: bool = False
    """查明没有起诉, where a suit is on record that may be another party's."""


class UrgingUnheeded(Fact):
    """催告期满未履行: ten working days after the demand nothing is performed (COERCION 54, 69)."""

    kind: Literal["reconsideration.urging_unheeded.v1"] = "reconsideration.urging_unheeded.v1"
    person_id: UUID
    organ: str = ""
    """Organ code of whoever is to see to it; empty in files of old."""
    joint: tuple[str, ...] = ()
    """共同作出的其他行政机关, as above."""

    @property
    def organs(self) -> tuple[str, ...]:
        """Whoever may see to it; none in files of old."""
        return (self.organ, *self.joint) if self.organ else ()


class EnforcementApplied(Fact):
    """申请人民法院强制执行: it was handed to the court (ARL 78; COERCION 53)."""

    kind: Literal["reconsideration.enforcement_applied.v1"] = (
        "reconsideration.enforcement_applied.v1"
    )
    person_id: UUID
    organ: str
    enforcement_application_id: UUID
    """Document 强制执行申请书."""
    late_reason_id: UUID | None = None
    """逾期申请的正当理由, where the three months were over (ALI 156)."""
    not_sued: bool = False
    """查明没有起诉, as above."""


class EnforcementLapsed(Fact):
    """逾期未申请强制执行: the three months are over and nothing was done (COERCION 53)."""

    kind: Literal["reconsideration.enforcement_lapsed.v1"] = "reconsideration.enforcement_lapsed.v1"
    person_id: UUID
    organ: str
    joint: tuple[str, ...] = ()
    """共同作出的其他行政机关, as above."""

    @property
    def organs(self) -> tuple[str, ...]:
        """Whoever was to see to it."""
        return (self.organ, *self.joint)


class PartyEnforced(Fact):
    """强制执行完毕: by the organ itself, or by the court that it asked (ARL 78)."""

    kind: Literal["reconsideration.party_enforced.v1"] = "reconsideration.party_enforced.v1"
    person_id: UUID
    organ: str
    by_court: bool
    enforcement_record_id: UUID
    """Document 执行情况."""
    concealment_id: UUID | None = None
    """转移或者隐匿财物的证据, where the organ did not wait for the demand's days (COERCION 37)."""


class PartyPerformed(Fact):
    """当事人履行: what the party owed it did itself, at whatever time before (ARL 78)."""

    kind: Literal["reconsideration.party_performed.v1"] = "reconsideration.party_performed.v1"
    person_id: UUID
    organ: str
    performed_on: date
    evidence_id: UUID
    """Document 履行证明."""


class EnforcementSpared(Fact):
    """不需要强制执行: nothing is owed, or the law does not let it be enforced (ARL 78)."""

    kind: Literal["reconsideration.enforcement_spared.v1"] = "reconsideration.enforcement_spared.v1"
    person_id: UUID
    organ: str
    no_need: NoNeed
    sued_on: date | None = None
    """起诉之日, where it is spared because of a suit."""
    refused_on: date | None = None
    """收到人民法院裁定之日, where the court refused (COERCION 56, 58); of old not told."""
    docketing_id: UUID | None = None
    """人民法院立案的文书, where it was late and the court took it nevertheless (ALL 48; ALI 64)."""
    reason_id: UUID
