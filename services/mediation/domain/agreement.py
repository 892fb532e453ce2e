"""调解协议: oral or written, when it binds, its performance and confirmation (PML 28 to 33)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.mediation.domain.confirmation import refusal
from services.mediation.domain.mediation import Confirmation, Mediation
from services.mediation.domain.peoples import State
from shared.contracts.fact import Head
from shared.contracts.intake import Side
from shared.contracts.mediation import (
    AgreementMade,
    AgreementNotPerformed,
    AgreementPerformed,
    ConfirmationApplied,
    ConfirmationRuled,
    Form,
)
from shared.law.article import CPL, PML, Article
from shared.law.procedure import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """签署情况: when each hand that a written agreement needs was put to it (PML 29)."""

    parties_on: date
    """The day on which the last party signed, sealed or put a fingerprint 签名、盖章或者按指印."""
    mediator_on: date
    """The day on which the mediator signed."""
    sealed_on: date
    """The day on which the committee's seal was put."""

    @property
    def effective_on(self) -> date:
        """生效之日: the day of the last of them (PML 29)."""
        return max(self.parties_on, self.mediator_on, self.sealed_on)


def agree(
    case: Mediation,
    form: Form,
    content_id: UUID,
    *,
    perform_by: date | None,
    head: Head,
) -> AgreementMade:
    """达成调解协议, in force from the legal day of its page (PML 29, 30).

    Raises:
        Refused: No mediator was there, or performance would lie before the agreement.
    """
    if not case.mediators:
        raise Refused("调解协议须经人民调解员主持调解达成", PML[28])
    if perform_by and perform_by < head.on:
        raise Refused("履行期限不得早于协议生效之日", PML[29])
    return AgreementMade(
        head=head, form=form, effective_on=head.on, perform_by=perform_by, content_id=content_id
    )


def perform(case: Mediation, performed_on: date | None, *, head: Head) -> AgreementPerformed:
    """履行完毕 (PML 31).

    Raises:
        Refused: The day of performance lies outside the life of the agreement so far.
    """
    day = performed_on or head.on
    # What is handed over in the course of the mediation itself is performed with the agreement.
    if day > head.on or (case.effective_on and day < case.effective_on):
        raise Refused("履行之日应当在协议生效之日以后、查明之日以前", PML[31])
    return AgreementPerformed(head=head, performed_on=day)


def not_perform(case: Mediation, *, partly: bool, head: Head) -> AgreementNotPerformed:
    """未履行: the party is told of suit, or of enforcement once confirmed (PML 32, 33)."""
    confirmed = case.confirmation is Confirmation.CONFIRMED
    return AgreementNotPerformed(head=head, partly=partly, enforceable=confirmed)


def apply_for_confirmation(
    case: Mediation, sides: tuple[Side, ...], court: str, *, head: Head
) -> ConfirmationApplied:
    """共同申请司法确认 (PML 33; CPL 205).

    Raises:
        Refused: Not both sides apply, the thirty days are over, or they have applied before.
    """
    refused = refusal(sides, case.confirmation)
    if refused:
        raise refused
    return ConfirmationApplied(head=head, court=court)


def rule_on_confirmation(case: Mediation, *, confirmed: bool, head: Head) -> ConfirmationRuled:
    """司法确认裁定 (CPL 206).

    Raises:
        Refused: Nobody has applied, or the court has ruled already.
    """
    if case.confirmation is not Confirmation.APPLIED:
        raise Refused("没有待裁定的司法确认申请", CPL[206])
    return ConfirmationRuled(head=head, confirmed=confirmed)


def ways_after_breach(case: Mediation) -> tuple[tuple[str, Article], ...]:
    """不履行时的途径: suit, and enforcement where a court has confirmed the agreement."""
    if case.state is not State.UNPERFORMED:
        return ()
    if case.confirmation is Confirmation.CONFIRMED:
        return (("向人民法院申请强制执行", PML[33].par(2)),)
    return (("向人民法院提起诉讼", PML[32]),)
