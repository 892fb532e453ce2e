"""对申请人、第三人的强制执行: what each party stands to perform, and where that stands (ARL 78)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.at_court import (
    CourtAboveAsked,
    CourtAbovePeriodOver,
    CourtRefusal,
    EnforcementRefused,
    ImmediateEnforcementAsked,
    ImmediateEnforcementOverdue,
)
from shared.contracts.reconsideration.enforcing import (
    CountsFrom,
    EnforcementApplied,
    EnforcementAwaited,
    EnforcementDue,
    EnforcementLapsed,
    EnforcementSpared,
    PartyEnforced,
    PartyPerformed,
    PartyUrged,
    SuitOnRecord,
    UrgingUnheeded,
)
from shared.law.calendar import Calendar
from shared.law.suing import ENFORCE


class Stand(StrEnum):
    """Where it stands with one party."""

    UNSTATED = "performance_unstated"  # 应当履行的内容、期限尚未载明
    AWAITED = "suit_awaited"  # 起诉、履行期限未满
    DUE = "enforceable"  # 待强制执行
    URGED = "party_urged"  # 已催告
    UNHEEDED = "urging_unheeded"  # 经催告未履行
    APPLIED = "enforcement_applied"  # 已申请人民法院强制执行
    REFUSED = "court_refused"  # 人民法院裁定不予受理、不予执行
    ENFORCED = "party_enforced"  # 已强制执行
    PERFORMED = "party_performed"  # 当事人已履行
    SPARED = "enforcement_spared"  # 不需要强制执行


WITH_ORGAN: Final = (Stand.DUE, Stand.URGED, Stand.UNHEEDED)
"""Where the organ has something to do."""

SUABLE: Final = (Stand.UNSTATED, Stand.AWAITED, *WITH_ORGAN)
"""Where a suit of the party would still bar that it is enforced."""

AT_COURT: Final = (Stand.APPLIED, Stand.REFUSED)
"""Where a court was asked."""

OPEN: Final = (*SUABLE, *AT_COURT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Debt:
    """What one applicant or third person may have to perform."""

    person_id: UUID
    organ: str
    """Who is to see to it, where the party does neither sue nor perform."""
    served_on: date
    sue_until: date | None = None
    perform_by: date | None = None
    timed: bool = True
    """Whether its days are known and run; else it is first to be said that something is to be
    performed, and of a mediation document or 最终裁决 by when."""
    enforceable_after: date
    counts_from: date
    """From when the three months to ask the court run, once it may be enforced."""
    court_asked: bool = False
    """Whether a court was asked before the paper was served again, and is to be told."""
    stand: Stand = Stand.AWAITED
    lapsed_on: date | None = None
    """The last of the three months, where nothing was done in them."""
    urged_until: date | None = None
    """履行义务的期限的最后一日, as the demand states it (COERCION 35)."""
    urgent: bool = False
    """Whether the court was asked to enforce at once (COERCION 59)."""
    refused_on: date | None = None
    """收到人民法院裁定之日, of the last by which it did not accept, or enforce, what was asked."""
    ask_until: date | None = None
    """The last day to ask the court above over it; None where it was the court above that ruled."""
    court_refusal: CourtRefusal | None = None
    """What was refused by it."""
    asked_above: CourtRefusal | None = None
    """Over which refusal of what is asked for now the court above was asked: once over each."""
    suit_on: date | None = None
    """起诉之日 of a suit that may be this party's, until somebody says whose it is."""
    suit_own: bool = False
    """Whether whoever told of it named this party."""

    @property
    def counts_because(self) -> CountsFrom:
        """What is over on the day from which the three months run (COERCION 53)."""
        if self.counts_from == self.sue_until:
            return CountsFrom.SUIT
        return CountsFrom.TIME if self.counts_from == self.perform_by else CountsFrom.EFFECT


Debts = tuple[Debt, ...]


def debt_of(debts: Debts, person_id: UUID) -> Debt | None:
    """That of one party."""
    return next((one for one in debts if one.person_id == person_id), None)


def enforced_by(debts: Debts, organ: str) -> Debts:
    """Those to which this organ is still to see."""
    return tuple(one for one in debts if one.organ == organ and one.stand in OPEN)


def handed(debts: Debts, before: str, organ: str) -> Debts:
    """With whoever exercises the powers of the one before in its place (ARL 19, 78)."""
    theirs = enforced_by(debts, before)
    return tuple(replace(one, organ=organ) if one in theirs else one for one in debts)


def is_final(debt: Debt) -> bool:
    """Whether the court above itself has refused, over which nobody is asked (COERCION 56, 58)."""
    return debt.stand is Stand.REFUSED and debt.ask_until is None


def _awaited(debts: Debts, fact: EnforcementAwaited) -> Debts:
    """Anew in its place, where it was told before."""
    stand = Stand.AWAITED if fact.timed else Stand.UNSTATED
    new = Debt(**fact.model_dump(exclude={"kind", "head", "performance_request_id"}), stand=stand)
    old = debt_of(debts, fact.person_id)
    if old is None:
        return (*debts, new)
    new = replace(new, suit_on=old.suit_on, suit_own=old.suit_own)
    return tuple(new if one.person_id == fact.person_id else one for one in debts)


_STANDS: Final[Mapping[type[Fact], Stand]] = {
    EnforcementDue: Stand.DUE,
    PartyUrged: Stand.URGED,
    UrgingUnheeded: Stand.UNHEEDED,
    EnforcementApplied: Stand.APPLIED,
    EnforcementRefused: Stand.REFUSED,
    CourtAboveAsked: Stand.APPLIED,
    PartyEnforced: Stand.ENFORCED,
    PartyPerformed: Stand.PERFORMED,
    EnforcementSpared: Stand.SPARED,
}

LAPSES: Final = (
    *(EnforcementDue, UrgingUnheeded, EnforcementLapsed),
    *(CourtAbovePeriodOver, ImmediateEnforcementOverdue),
)
"""What the clock says of one party, to whoever is to enforce."""

KINDS: Final[tuple[type[Fact], ...]] = (
    *(EnforcementAwaited, EnforcementLapsed, SuitOnRecord, ImmediateEnforcementAsked),
    *_STANDS,
)
"""The facts that move it."""


def after(debts: Debts, fact: Any) -> Debts:  # noqa: ANN401 - any of `KINDS`
    """What a fact has made of them."""
    if isinstance(fact, EnforcementAwaited):
        return _awaited(debts, fact)
    if isinstance(fact, SuitOnRecord):
        return tuple(
            replace(one, suit_on=fact.filed_on, suit_own=fact.applicant is not None)
            if may_be_of(one, fact)
            else one
            for one in debts
        )
    return tuple(_moved(one, fact) if one.person_id == fact.person_id else one for one in debts)


def counted(debt: Debt) -> dict[str, Any]:
    """三个月的起算, by the names of the fields that tell it (COERCION 53)."""
    return {"counts_from": debt.counts_from, "counts_because": debt.counts_because}


def again_of(debt: Debt, refusal: CourtRefusal, calendar: Calendar) -> dict[str, Any]:
    """不予受理的，三个月内可以重新申请; what the court would not enforce is not (COERCION 53, 56).

    By the names of the fields of `EnforcementRefused`.
    """
    if refusal is not CourtRefusal.NOT_ACCEPTED:
        return {}
    return {
        **counted(debt),
        "again_period": ENFORCE.period.code,
        "again_article": ENFORCE.article.code,
        "again_until": ENFORCE.period.last_day(debt.counts_from, calendar),
    }


def completed(debts: Debts, fact: Fact, calendar: Calendar) -> Fact:
    """收到裁定 of old, which left it to its file until when one may apply again (COERCION 53)."""
    if not isinstance(fact, EnforcementRefused) or fact.again_until:
        return fact
    debt = debt_of(debts, fact.person_id)
    again = again_of(debt, fact.court_refusal, calendar) if debt else {}
    return fact.model_copy(update=again)


def may_be_sued(debt: Debt, filed_on: date) -> bool:
    """Whether a suit of this day can be the party's, and would bar that it is enforced (ARL 78)."""
    in_time = debt.sue_until is not None and filed_on <= debt.sue_until
    return in_time and debt.stand in SUABLE


def may_be_of(debt: Debt, fact: SuitOnRecord) -> bool:
    """Whether a suit that is on record can be this party's: it is nobody else's who is named."""
    return fact.applicant in (None, debt.person_id) and may_be_sued(debt, fact.filed_on)


def _moved(debt: Debt, fact: Fact) -> Debt:
    if isinstance(fact, EnforcementLapsed):
        return replace(debt, lapsed_on=fact.head.on)
    if isinstance(fact, ImmediateEnforcementAsked):
        return replace(debt, urgent=True)
    if isinstance(fact, EnforcementRefused):
        ruled = {"refused_on": fact.received_on, "court_refusal": fact.court_refusal}
        debt = replace(debt, **ruled, ask_until=fact.may_ask_until)  # type: ignore[arg-type]  # by name
    if isinstance(fact, CourtAboveAsked):  # whose ruling is another one
        debt = replace(debt, asked_above=debt.court_refusal, refused_on=None, ask_until=None)
    if isinstance(fact, EnforcementApplied):
        debt = replace(debt, asked_above=None, refused_on=None, ask_until=None)
    if isinstance(fact, PartyUrged):
        debt = replace(debt, urged_until=fact.perform_until)
    if getattr(fact, "not_sued", False):
        debt = replace(debt, suit_on=None, suit_own=False)
    return replace(debt, stand=_STANDS[type(fact)])
