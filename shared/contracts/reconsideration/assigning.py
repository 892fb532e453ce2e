"""Facts of how a case is handled 审理: complexity, reviewers, recusal, procedure (ARL 36 to 55)."""

from datetime import date
from enum import StrEnum
from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.findings import Standing


class Track(StrEnum):
    """Which procedure 适用程序 (ARL 36)."""

    ORDINARY = "ordinary"  # 普通程序
    SIMPLIFIED = "simplified"  # 简易程序


class SimplifiedGround(StrEnum):
    """Why the simplified procedure may be used 适用简易程序的情形 (ARL 53)."""

    ON_THE_SPOT = "on_the_spot"  # 当场作出的行政行为 (1)(1)
    WARNING = "warning"  # 警告或者通报批评 (1)(2)
    AMOUNT = "amount"  # 案件涉及款额三千元以下 (1)(3)
    DISCLOSURE = "disclosure"  # 政府信息公开案件 (1)(4)
    CONSENT = "consent"  # 当事人各方同意 (2)


class Tie(StrEnum):
    """How a reviewer is tied to the case 与案件的关系; no text lists them, this is the house's."""

    NONE = "none"  # 没有
    KIN = "kin"  # 本人是当事人、代理人或者其近亲属
    INTEREST = "interest"  # 与案件有利害关系
    ACTED = "acted"  # 参与作出过该行政行为
    OTHER = "other"  # 其他可能影响公正的关系


class ComplexityFound(Fact):
    """认定案件复杂程度: what obliges the body to hear and to consult (ARL 50, 52)."""

    kind: Literal["reconsideration.complexity_found.v1"] = "reconsideration.complexity_found.v1"
    grave: bool
    """案情重大、疑难、复杂."""
    technical: bool
    """专业性、技术性较强."""
    reason_id: UUID


class ReviewersAssigned(Fact):
    """指定行政复议人员: all who handle the case from here on (ARL 36; ARR2026 39)."""

    kind: Literal["reconsideration.reviewers_assigned.v1"] = "reconsideration.reviewers_assigned.v1"
    reviewers: tuple[str, ...]
    """Codes of the officers."""
    newcomer: bool = False
    """One of them is new to this work, and has the qualification and the training (ARL 6)."""
    reason_id: UUID | None = None
    """Why others take over; None at the first assignment."""


class RecusalRequested(Fact):
    """申请回避: a party asks for another reviewer, or one reports a tie (RULES 47; ARL 3)."""

    kind: Literal["reconsideration.recusal_requested.v1"] = "reconsideration.recusal_requested.v1"
    asked_by: Standing | None
    """None where the reviewer reports it."""
    reviewer: str | None
    """Code of the officer; None where the party says only in words whom it means."""
    tie: Tie
    """As it is said, not as it was found."""
    reason_id: UUID


class RecusalDecided(Fact):
    """决定回避: the head of the body replaces the reviewer, or not (RULES 47; ARL 3)."""

    kind: Literal["reconsideration.recusal_decided.v1"] = "reconsideration.recusal_decided.v1"
    reviewer: str
    tie: Tie
    """As it was found."""
    replaced: bool
    successor: str | None = None
    """Code of the officer who steps in; None where enough are left."""
    reason_id: UUID


class SimplifiedChosen(Fact):
    """适用简易程序: shorter periods, and on paper if need be (ARL 53, 54, 62)."""

    kind: Literal["reconsideration.simplified_chosen.v1"] = "reconsideration.simplified_chosen.v1"
    ground: SimplifiedGround
    amount_fen: int | None = None
    """案件涉及款额, where that is the ground."""
    agreed: tuple[UUID, ...] = ()
    """The applicants and third persons who agreed, where consent is the ground; the respondent did
    too."""
    agreed_organs: tuple[str, ...] = ()
    """The joint respondents 共同被申请人 who agreed; none where there is only one."""
    runs_from: date
    """受理之日: its periods run from there."""
    reason_id: UUID
    law_days: int | None = None
    """法律规定的行政复议期限 in days, where it is shorter than that of the procedure (ARL 62)."""
    copy_due: bool = True
    """Whether the copy is sent from this file; of what was severed it was sent before."""
    asks_newcomers: bool = False
    """Whether who takes part later is asked, too, where consent is the ground; by pages of old
    nobody is."""

    @property
    def copy_due_simplified(self) -> bool:
        """Whether three days run for the copy (ARL 54)."""
        return self.copy_due


class SimplifiedAgreed(Fact):
    """同意适用简易程序: whoever came in since all others agreed does, too (ARL 53; RULES 167)."""

    kind: Literal["reconsideration.simplified_agreed.v1"] = "reconsideration.simplified_agreed.v1"
    agreed: tuple[UUID, ...] = ()
    """The applicants and third persons who agree now."""
    agreed_organs: tuple[str, ...] = ()
    """The respondents 被申请人 who do."""
    text_id: UUID


class ConvertedToOrdinary(Fact):
    """转为普通程序: the simplified procedure does not suit the case, says the head (ARL 55)."""

    kind: Literal["reconsideration.converted.v1"] = "reconsideration.converted.v1"
    runs_from: date
    """The day from which the sixty days run; which one that is, is a reading."""
    reason_id: UUID
    law_days: int | None = None
    """法律规定的行政复议期限 in days, where it is shorter than that of the procedure (ARL 62)."""
    overdue: bool = False
    """Whether the sixty days are over, too: converted all the same, where no other way is left."""

    @property
    def is_ordinary(self) -> bool:
        """Whether the sixty days begin to run; what is overdue by them stays overdue (ARL 62)."""
        return not self.overdue
