"""Recusal 回避 of a panel's member: asked or declared, then decided (RULES 72)."""

from dataclasses import dataclass
from uuid import UUID

from services.consultation.domain.case import Consultation
from services.consultation.domain.roster import Roster
from shared.contracts.consultation import Asker, Decider, RecusalAsked, RecusalDecided
from shared.contracts.fact import Head
from shared.law.article import RULES
from shared.law.procedure import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """决定: whether a member is recused, who says so, and why."""

    decider: Decider
    granted: bool
    reason_id: UUID
    """Document with the reasons."""


def ask(case: Consultation, head: Head, member: str, asker: Asker, reason_id: UUID) -> RecusalAsked:
    """提出委员回避.

    Raises:
        Refused: They do not sit, or it is asked already.
    """
    if member not in case.members:
        raise Refused(f"{member} 不是咨询小组的委员", RULES[72])
    if member in case.contested:
        raise Refused(f"{member} 的回避已经提出，尚未决定", RULES[72])
    return RecusalAsked(head=head, member=member, asker=asker, reason_id=reason_id)


def declare(case: Consultation, head: Head, reason_id: UUID) -> RecusalAsked:
    """申报本人回避: whoever acts speaks of themselves only.

    Raises:
        Refused: As above.
    """
    return ask(case, head, head.by, Asker.MEMBER, reason_id)


def decide(
    case: Consultation, head: Head, roster: Roster, member: str, ruling: Ruling
) -> RecusalDecided:
    """决定委员回避与否.

    Raises:
        Refused: Nobody has asked; or the director would decide, whose own recusal it is or who is
            none.
    """
    if member not in case.contested:
        raise Refused(f"没有人提出 {member} 回避，或者已经决定", RULES[72])
    if ruling.decider is Decider.DIRECTOR and roster.director_on(head.on) in {None, member}:
        raise Refused("主任的回避和没有主任的，由行政复议机构负责人决定", RULES[72])
    return RecusalDecided(
        head=head,
        member=member,
        decider=ruling.decider,
        granted=ruling.granted,
        reason_id=ruling.reason_id,
    )
