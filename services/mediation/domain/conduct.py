"""调解程序: consent, mediators, records, and an end without agreement (PML 17 to 27)."""

from datetime import date
from uuid import UUID

from services.mediation.domain.gate import unconsented
from services.mediation.domain.mediation import Mediation
from shared.contracts.fact import Head
from shared.contracts.intake import Side
from shared.contracts.mediation import (
    BothConsented,
    ConsentGiven,
    Ground,
    MediationFailed,
    MediatorAppointed,
    SessionHeld,
    TermExtended,
)
from shared.law.article import PML, RULES
from shared.law.procedure import Refused


def speak_for_oneself(side: Side | None, own: frozenset[Side]) -> None:
    """当事人自己申请、同意、拒绝, for a side only that it is the whole of (PML 17, 23).

    Raises:
        Refused: It names no side, or one that is not its own alone.
    """
    if side not in own:
        raise Refused(
            "当事人只能为本人一方申请、同意或者拒绝调解；一方有数人的，请共同到窗口办理", PML[17]
        )


def consent(case: Mediation, sides: tuple[Side, ...], *, head: Head) -> ConsentGiven:
    """同意调解 (PML 17, 23).

    Raises:
        Refused: These sides have consented before, or none is named.
    """
    fresh = tuple(dict.fromkeys(side for side in sides if side not in case.consented))
    if not fresh:
        raise Refused("该方当事人已经同意调解", PML[17])
    return ConsentGiven(head=head, sides=fresh)


def undertake(case: Mediation, *, head: Head) -> BothConsented:
    """双方同意 (PML 17).

    Raises:
        Refused: A side has not agreed; mediation rests on free will.
    """
    if not case.both_consented:
        raise unconsented()
    return BothConsented(head=head)


def appoint(
    mediators: tuple[str, ...], *, chosen: bool, head: Head, names_id: UUID | None = None
) -> MediatorAppointed:
    """确定调解员, by their posts or by their names (PML 13, 19, 23).

    Raises:
        Refused: Nobody is named.
    """
    if not mediators and names_id is None:
        raise Refused("应当确定一名或者数名人民调解员", PML[19])
    return MediatorAppointed(head=head, mediators=mediators, chosen=chosen, names_id=names_id)


def hold_session(
    case: Mediation, present: tuple[Side, ...], invited: int, record_id: UUID, *, head: Head
) -> SessionHeld:
    """调解记录 (PML 20, 27).

    Raises:
        Refused: No mediator is there to make a record.
    """
    _need_mediator(case)
    return SessionHeld(head=head, present=present, invited=invited, record_id=record_id)


def extend(case: Mediation, extended_to: date, *, head: Head) -> TermExtended:
    """约定延长调解期限 (RULES 33).

    Raises:
        Refused: No mediator yet, or the new last day has passed already.
    """
    _need_mediator(case)
    if extended_to <= head.on:
        raise Refused("延长后的期限应当在约定之日以后届满", RULES[33])
    return TermExtended(head=head, extended_to=extended_to)


def fail(ground: Ground, *, head: Head) -> MediationFailed:
    """调解不成: ended, and every other route told (PML 26)."""
    return MediationFailed(head=head, ground=ground)


def _need_mediator(case: Mediation) -> None:
    if not case.mediators:
        raise Refused("尚未确定人民调解员", PML[19])
