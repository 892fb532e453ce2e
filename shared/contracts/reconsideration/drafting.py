"""Facts of a decision before it is made: drafted, submitted, approved or sent back (ARL 61)."""

from datetime import date
from typing import ClassVar, Literal
from uuid import UUID

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.enforcing import PartyDuties
from shared.contracts.reconsideration.findings import Approval
from shared.contracts.reconsideration.judged import ClaimDecided, Disposition


class DecisionDrafted(Fact):
    """拟稿: the body's draft of the decision, act by act; a later one replaces it (ARL 61)."""

    inside: ClassVar[bool] = True
    kind: Literal["reconsideration.drafted.v1"] = "reconsideration.drafted.v1"
    dispositions: tuple[Disposition, ...]
    """One for each finding, in their order."""
    paper_id: UUID
    """Document 行政复议决定书 as it was drafted."""
    perform_within: str | None = None
    """履行期限 from service on the respondent, as `60d` or `15wd`."""
    perform_by: date | None = None
    """履行期限, where the decision names the day itself."""
    leading: UUID | None = None
    """主案 of a decision on several joined cases 合并作出决定; None of one case (ARR2026 43)."""
    together: tuple[UUID, ...] = ()
    """Files that it decides together, 主案 first; empty where it decides one."""
    duties: PartyDuties = None
    """当事人应当履行的, by the act as it is upheld or changed (ARL 78)."""
    claims: tuple[ClaimDecided, ...] = ()
    """What is decided of one claim apart; what the acts say of compensation is of the others."""
    final_law_id: UUID | None = None
    """Document with the law and article that make it 最终裁决 (ARL 10); None where none does."""


class DecisionSubmitted(Fact):
    """送审: the draft goes up, with the opinion of the committee if asked (ARL 61; ARR2026 52)."""

    inside: ClassVar[bool] = True
    kind: Literal["reconsideration.submitted.v1"] = "reconsideration.submitted.v1"
    opinion_id: UUID | None = None
    """Document with the opinion that is attached 附具咨询意见."""
    opinion_adopted: bool | None = None
    """采纳咨询意见与否; None where the committee was not asked (ARR2026 52)."""
    departure_id: UUID | None = None
    """Document with the reasons why the opinion was not adopted."""


class DecisionApproved(Fact):
    """审批通过: the head of the authority agrees, or a collective discussion does (ARL 61)."""

    inside: ClassVar[bool] = True
    kind: Literal["reconsideration.approved.v1"] = "reconsideration.approved.v1"
    approval: Approval
    minutes_id: UUID | None = None
    """Document 集体讨论记录; None where the head agreed."""
    head_consent_id: UUID | None = None
    """Document 机关负责人签署的同意, with name and post; None on pages of old, and where a
    collective discussion agreed."""
    consented_on: date | None = None
    """签署之日."""
    co_authorities: tuple[str, ...] = ()
    """共同作出决定的其他机关, whose own agreement 会签 it waits for (ARR2026 32)."""

    @property
    def decision_awaited(self) -> bool:
        """Whether it goes to another authority that is to sign it, too."""
        return bool(self.co_authorities)


class DecisionReturned(Fact):
    """退回重拟: the draft is not agreed to, and the body drafts anew (ARL 61)."""

    inside: ClassVar[bool] = True
    kind: Literal["reconsideration.returned.v1"] = "reconsideration.returned.v1"
    reason_id: UUID
