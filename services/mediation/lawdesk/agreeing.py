"""调解协议和司法确认, for the law desk: form, effect, confirmation, execution (PML 28 to 33)."""

from collections.abc import Iterator
from datetime import date

from services.mediation.domain.agreement import Hands
from services.mediation.domain.confirmation import (
    ARTICLE,
    COURSE,
    COURTS,
    WINDOW,
    InCourt,
    Performing,
    barred,
    execution,
    in_court,
    refusal,
    window,
)
from services.mediation.domain.fields import Kind
from services.mediation.lawdesk.facts import MediationFacts
from shared.contracts.intake import Side
from shared.contracts.mediation import Form
from shared.law.article import CPL, PML
from shared.law.calendar import Calendar
from shared.law.period import parse_period
from shared.law.proof import Proof
from shared.lawdesk import Reason

CONFIRMED: frozenset[Kind] = frozenset({Kind.PEOPLES, Kind.COMMERCIAL, Kind.COURT, Kind.LABOUR})
"""经依法设立的调解组织 (CPL 205); whether a department is one, the local court must be asked."""


def effective_on(facts: MediationFacts) -> date | None:
    """生效之日: an oral agreement at once, a written one with its last hand (PML 29, 30)."""
    if facts.agreed_on is None or facts.form is None:
        return None
    if facts.form is Form.ORAL:
        return facts.agreed_on
    if facts.mediator_on is None or facts.sealed_on is None:
        return None
    hands = Hands(
        parties_on=facts.agreed_on, mediator_on=facts.mediator_on, sealed_on=facts.sealed_on
    )
    return hands.effective_on


def unsaid(facts: MediationFacts) -> tuple[str, ...]:
    """The fields without which an agreement that was reached has no day of effect yet."""
    if facts.agreed_on is None:
        return ()
    asked = {Form.WRITTEN: ("mediator_on", "sealed_on"), Form.ORAL: (), None: ("form",)}
    return tuple(field for field in asked[facts.form] if getattr(facts, field) is None)


def reasons(facts: MediationFacts, kinds: frozenset[Kind]) -> Iterator[Reason]:
    """协议的效力, and whether it may be confirmed, also before there is one."""
    if not kinds - {Kind.NONE}:
        return
    if Kind.PEOPLES in kinds:
        yield from _effect(facts.form)
    yield from _confirmation(facts, kinds)


def _effect(form: Form | None) -> Iterator[Reason]:
    """人民调解协议的生效和效力 (PML 29 to 32); other kinds have their own form in their field."""
    if form is not Form.WRITTEN:
        yield Reason("口头协议自达成之日生效，调解员记录内容", PML[30])
    if form is not Form.ORAL:
        yield Reason("协议书自各方签章、调解员签名并加盖印章之日生效", PML[29].par(2))
    yield Reason("协议有法律约束力，应当履行；委员会监督履行", PML[31])
    yield Reason("对协议的履行或者内容发生争议的，可以起诉", PML[32])


def _confirmation(facts: MediationFacts, kinds: frozenset[Kind]) -> Iterator[Reason]:
    stop = barred(facts.about)
    if stop:
        yield Reason(stop[0], stop[1], met=False)
        return
    if facts.jointly is False:
        refused = refusal((Side.APPLICANT,), None)
        if refused:
            yield Reason(str(refused.args[0]), refused.article, met=False)
    if not kinds & CONFIRMED:
        text = "司法确认只及于依法设立的调解组织，行政机关是否属于，请先问当地法院"
        yield Reason(text, CPL[205])
    yield Reason(f"双方可以自协议生效之日起{WINDOW}内共同申请司法确认", ARTICLE)
    yield from (Reason(text, article) for text, article in (*COURTS, *COURSE))


def confirmable(facts: MediationFacts, kinds: frozenset[Kind], on: date, last: date) -> str:
    """能否确认, in one word: `open`, `closed`, `not_joint`, `barred` or `ask_court`."""
    if barred(facts.about):
        return "barred"
    if facts.jointly is False:
        return "not_joint"
    if on > last:
        return "closed"
    return "open" if kinds & CONFIRMED else "ask_court"


def proofs(facts: MediationFacts, calendar: Calendar) -> Iterator[Proof]:
    """司法确认和申请执行的期限."""
    effective = effective_on(facts)
    if effective:
        yield window(effective, calendar)
    days = InCourt(
        asked_on=facts.confirm_asked_on,
        filed_on=facts.confirm_filed_on,
        longer=parse_period(facts.confirm_longer) if facts.confirm_longer else None,
        ruled_on=facts.confirm_ruled_on,
        known_on=facts.confirm_known_on,
    )
    yield from in_court(days, calendar)
    when = Performing(
        perform_by=facts.perform_by,
        last_instalment_on=facts.last_instalment_on,
        effective_on=facts.confirm_ruled_on,
    )
    enforced = execution(when, calendar)
    if enforced:
        yield enforced
