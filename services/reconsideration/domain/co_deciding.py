"""共同作出行政复议决定: with which authorities a case is decided, and their 会签 (ARR2026 32).

The file stays with the authority that received the application. The others are called in, read the
file, and sign what was agreed to there; before they have, nothing that decides the case is sealed.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.jurisdiction import Together, decides_with
from services.reconsideration.domain.signing import Signing, awaited
from shared.contracts.fact import Head
from shared.contracts.reconsideration import Approval
from shared.contracts.reconsideration.co_deciding import (
    CoAuthorityCalled,
    CoAuthorityReleased,
    Countersign,
    Countersigned,
    CountersignRefused,
    Held,
)
from shared.law.article import ARR2026, RULES
from shared.law.procedure import Refused
from shared.law.reconsidering.jurisdiction import Register, authorities

JOINTLY: Final = ARR2026[32].par(2)
"""由有管辖权的行政复议机关共同作出行政复议决定."""
HOW: Final = RULES[155]
"""How they do it, of which no text speaks."""


def decided_with(case: Case, register: Register) -> Together | None:
    """With which other authorities a case is to be decided; None where nobody else decides.

    Whoever has taken a case up decides it alone (ARL 38; ARR2026 32).
    """
    if case.is_closed or case.elevated.before:
        return None
    over = [authorities(one, register) for one in case.respondents]
    return decides_with(over, case.authority, case.received_on or ARR2026.since)


def uncalled(case: Case, register: Register) -> tuple[tuple[str, ...], ...]:
    """Who is still to be called in; of several in one place, one of them is enough."""
    together = decided_with(case, register)
    return tuple(
        each
        for each in (together.others if together else ())
        if not set(each) & set(case.co_authorities)
    )


def superfluous(case: Case, register: Register) -> tuple[str, ...]:
    """Who was called in and is not competent, as who the respondents are now."""
    together = decided_with(case, register)
    competent = {one for each in (together.others if together else ()) for one in each}
    return tuple(one for one in case.co_authorities if one not in competent)


def check_called(case: Case, register: Register) -> None:
    """What decides a case is drawn up with every authority that decides it.

    Raises:
        Refused: One of them was not called in (ARR2026 32).
    """
    for each in uncalled(case, register):
        whom = "或者".join(each)
        raise Refused(f"本案应当与{whom}共同作出行政复议决定，尚未通知其共同办理", JOINTLY)


def check_countersigned(case: Case, signing: Signing) -> None:
    """Nothing is sealed that an authority has not signed which decides with this one.

    Raises:
        Refused: One of them does not agree (RULES 155), or has not said so yet (ARR2026 32).
    """
    if signing.opposed:
        raise Refused(f"{'、'.join(signing.opposed)}不同意会签，退回或者重新制作以后再送会签", HOW)
    if waiting := awaited(case, signing):
        raise Refused(f"本案共同作出行政复议决定，{'、'.join(waiting)}尚未会签", JOINTLY)


def call(
    case: Case, head: Head, organ: str, letter_id: UUID, register: Register
) -> CoAuthorityCalled:
    """通知共同办理; what lies there already is to be signed from that day (ARR2026 32).

    Raises:
        Refused: It was called already, or it is no authority with which this one decides.
    """
    if organ in case.co_authorities:
        raise Refused("已经通知该机关共同办理", HOW)
    together = decided_with(case, register)
    if together is None or not any(organ in each for each in together.others):
        raise Refused("该机关不是应当与本机关共同作出行政复议决定的行政复议机关", JOINTLY)
    return CoAuthorityCalled(
        head=head,
        organ=organ,
        letter_id=letter_id,
        decision_awaited=bool(case.drafted and case.drafted.approved_on),
        mediation_awaited=bool(case.talks and case.talks.drawn_on),
        held_by=_held(case),
    )


def release(
    case: Case, head: Head, organ: str, reason_id: UUID, register: Register
) -> CoAuthorityReleased:
    """不再共同办理: it is not competent, or another one of its place was called (RULES 155).

    Where it alone objected, its objection had ended the days of all: who has still to sign has days
    again from here.

    Raises:
        Refused: It was not called, or the decision may not be made without it.
    """
    _called(case, organ)
    others = set(case.co_authorities) - {organ}
    together = decided_with(case, register)
    needed = [each for each in (together.others if together else ()) if not others & set(each)]
    if any(organ in each for each in needed):
        raise Refused("该机关仍有管辖权，应当由其共同作出行政复议决定", JOINTLY)
    decision, mediation = (
        _left(case, one, organ) and one is not None and set(one.opposed) == {organ}
        for one in (case.drafted, case.talks)
    )
    return CoAuthorityReleased(
        head=head,
        organ=organ,
        reason_id=reason_id,
        decision_runs_on=_left(case, case.drafted, organ) and not decision,
        mediation_runs_on=_left(case, case.talks, organ) and not mediation,
        decision_awaited=decision,
        mediation_awaited=mediation,
        held_by=_held(case),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """How the other authority agreed: its head, or its collective discussion (ARL 61)."""

    approval: Approval
    minutes_id: UUID | None = None
    head_consent_id: UUID | None = None
    consented_on: date | None = None
    letter_id: UUID | None = None
    """会签的复函, where the authority that handles puts it on record."""


def countersign(
    case: Case, head: Head, what: Countersign, organ: str, agreed: Agreed, *, acting: str
) -> Countersigned:
    """会签同意 (ARR2026 32; RULES 155).

    Args:
        case: The file.
        head: Head of the new page.
        what: The decision, or a mediation document.
        organ: Who agrees.
        agreed: By whom it was agreed there.
        acting: Whose officer puts it on file.

    Raises:
        Refused: It was not called in, nothing lies before it, it has said so or the contrary
            already, another one says so, or its head signed before or after it could.
    """
    signing, since = _before(case, head, what, organ, acting)
    if agreed.consented_on and not since <= agreed.consented_on <= head.on:
        raise Refused(f"机关负责人在送会签之日{since}以后签署，不晚于记载之日{head.on}", HOW)
    return Countersigned(
        head=head,
        organ=organ,
        countersign=what,
        approval=agreed.approval,
        minutes_id=agreed.minutes_id,
        head_consent_id=agreed.head_consent_id,
        consented_on=agreed.consented_on,
        letter_id=agreed.letter_id,
        others_awaited=_left(case, signing, organ),
    )


def oppose(
    case: Case, head: Head, what: Countersign, organ: str, reason_id: UUID, *, acting: str
) -> CountersignRefused:
    """会签不同意, with its reasons (RULES 155).

    Raises:
        Refused: As of `countersign`.
    """
    _before(case, head, what, organ, acting)
    return CountersignRefused(head=head, organ=organ, countersign=what, reason_id=reason_id)


def _called(case: Case, organ: str) -> None:
    if organ not in case.co_authorities:
        raise Refused("没有通知该机关共同办理本案", JOINTLY)


def _held(case: Case) -> tuple[Held, ...]:
    """By which suspensions the case stands still; days begin with its resumption (ARL 39)."""
    return tuple(Held(cause=one.cause, applicant=one.applicant) for one in case.suspended_for)


def _left(case: Case, signing: Signing | None, organ: str) -> bool:
    """Whether others are waited for beside this one."""
    return signing is not None and bool(set(awaited(case, signing)) - {organ})


def _before(
    case: Case, head: Head, what: Countersign, organ: str, acting: str
) -> tuple[Signing, date]:
    """What is to be signed, and since when it lies before the others."""
    _called(case, organ)
    if acting not in {organ, case.authority}:
        raise Refused("会签由该机关自己记载，或者由办理本案的机关按其复函记载", HOW)
    signing, since = _lying(case, what)
    if organ in (*signing.countersigned, *signing.opposed):
        raise Refused("该机关已经提出会签意见，退回或者重新制作以后再会签", HOW)
    if head.on < since:
        raise Refused(f"于{since}送会签，日期不得早于该日", HOW)
    return signing, since


def _lying(case: Case, what: Countersign) -> tuple[Signing, date]:
    drafted, talks = case.drafted, case.talks
    if what is Countersign.DECISION:
        if drafted is None or drafted.approved_on is None:
            raise Refused("办理的机关尚未审批同意拟稿，不能会签", HOW)
        return drafted, drafted.approved_on
    if talks is None or talks.drawn_on is None:
        raise Refused("尚未制作行政复议调解书，不能会签", HOW)
    return talks, talks.drawn_on
