"""人民法院的裁定: what a court did that was asked to enforce, and what follows (COERCION 56-59)."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.debts import Debt, Stand, again_of, is_final
from services.reconsideration.domain.whose import of_party
from shared.contracts.fact import Head
from shared.contracts.reconsideration.at_court import (
    CourtAboveAsked,
    CourtRefusal,
    EnforcementRefused,
    ImmediateEnforcementAsked,
    ImmediateEnforcementRuled,
)
from shared.law.article import COERCION, Article
from shared.law.calendar import Calendar
from shared.law.procedure import Refused
from shared.law.suing import COURT_ABOVE

_ARTICLES: Final = {
    CourtRefusal.NOT_ACCEPTED: COERCION[56].par(2),
    CourtRefusal.NOT_ENFORCED: COURT_ABOVE.article,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """裁定 by which the court refused what it was asked for."""

    refusal: CourtRefusal
    received_on: date
    ruling_id: UUID


def note_refusal(
    file: Aftermath,
    head: Head,
    person_id: UUID | None,
    said: Ruling,
    calendar: Calendar,
    *,
    department: str,
) -> EnforcementRefused:
    """收到人民法院不予受理、不予执行的裁定, from which fifteen days run (COERCION 56, 58).

    None run where the court above was asked over a refusal of this kind already: this is its own
    ruling. Where it ordered that the application be taken, a later 不予执行 is a first one.

    Raises:
        Refused: It is another organ's affair, no court was asked, or the day has not come.
    """
    debt = of_party(file, person_id, department)
    article = _ARTICLES[said.refusal]
    _must_be_asked(debt, article)
    if said.received_on > head.on:
        raise Refused("收到裁定之日不得晚于记载之日", article)
    askable = debt.asked_above is not said.refusal
    last = COURT_ABOVE.period.last_day(said.received_on, calendar)
    return EnforcementRefused(
        head=head,
        person_id=debt.person_id,
        organ=debt.organ,
        joint=file.joint_with(debt.organ),
        court_refusal=said.refusal,
        refusal_ruling_id=said.ruling_id,
        received_on=said.received_on,
        ask_period=COURT_ABOVE.period.code,
        ask_article=article.code,
        ask_until=last if askable else said.received_on,
        askable=askable,
        **again_of(debt, said.refusal, calendar),
    )


def ask_above(
    file: Aftermath,
    head: Head,
    person_id: UUID | None,
    application_id: UUID,
    *,
    department: str,
) -> CourtAboveAsked:
    """向上一级人民法院申请复议, within fifteen days (COERCION 56, 58).

    Raises:
        Refused: It is another organ's affair, no ruling is on record, it is the court above's own,
            or the days are over.
    """
    debt = of_party(file, person_id, department)
    if is_final(debt):
        raise Refused("上一级人民法院已经裁定，不能再次申请复议", COURT_ABOVE.article)
    if debt.stand is not Stand.REFUSED or debt.ask_until is None:
        raise Refused("没有记载人民法院不予受理、不予执行的裁定", COURT_ABOVE.article)
    if head.on > debt.ask_until:
        text = f"向上一级人民法院申请复议的期限已于{debt.ask_until}届满"
        raise Refused(text, COURT_ABOVE.article)
    return CourtAboveAsked(
        head=head,
        person_id=debt.person_id,
        organ=debt.organ,
        court_above_application_id=application_id,
    )


def ask_at_once(
    file: Aftermath, head: Head, person_id: UUID | None, urgency_id: UUID, *, department: str
) -> ImmediateEnforcementAsked:
    """申请人民法院立即执行, for the safety of the public (COERCION 59).

    It hastens what the court was asked for; the demand before it no provision dispenses with.

    Raises:
        Refused: It is another organ's affair, no court was asked to enforce, or it was asked to
            hasten already.
    """
    debt = of_party(file, person_id, department)
    _must_be_asked(debt, COERCION[59])
    if debt.urgent:
        raise Refused("已经申请人民法院立即执行", COERCION[59])
    return ImmediateEnforcementAsked(
        head=head, person_id=debt.person_id, organ=debt.organ, urgency_id=urgency_id
    )


def note_ruling(
    file: Aftermath,
    head: Head,
    person_id: UUID | None,
    ruled_on: date,
    ruling_id: UUID,
    *,
    department: str,
) -> ImmediateEnforcementRuled:
    """人民法院裁定立即执行, from which it has five working days (COERCION 59, 69).

    Raises:
        Refused: It is another organ's affair, nobody asked for it, or the day has not come.
    """
    debt = of_party(file, person_id, department)
    _must_be_asked(debt, COERCION[59])
    if not debt.urgent:
        raise Refused("没有申请人民法院立即执行", COERCION[59])
    if ruled_on > head.on:
        raise Refused("作出执行裁定之日不得晚于记载之日", COERCION[59])
    return ImmediateEnforcementRuled(
        head=head,
        person_id=debt.person_id,
        organ=debt.organ,
        enforcement_ruling_id=ruling_id,
        ruled_on=ruled_on,
    )


def _must_be_asked(debt: Debt, article: Article) -> None:
    if debt.stand is not Stand.APPLIED:
        raise Refused("尚未申请人民法院强制执行，或者人民法院已经裁定", article)
