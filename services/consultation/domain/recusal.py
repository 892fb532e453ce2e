"""Recusal 回避 of a panel's member: asked or declared, then decided (RULES 72)."""

from dataclasses import dataclass
from uuid import UUID

from services.consultation.domain.case import Consultation
from shared.contracts.consultation import Asker, Decider, RecusalAsked, RecusalDecided
from shared.contracts.fact import Head
from shared.law.article import RULES
from shared.law.procedure import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """决定: whether a member is recused, who says so, and why."""

    decider: Decider | None
    """As whom it is said; None of somebody who is neither director nor head of the body."""
    granted: bool
    reason_id: UUID
    """Document with the reasons."""


def ask(case: Consultation, head: Head, member: str, asker: Asker, reason_id: UUID) -> RecusalAsked:
    """提出委员回避.

    What a party knows of a member it tells the body, which looks into it (RULES 72).

    Raises:
        Refused: They do not sit, it is asked already, or a party would ask.
    """
    if asker is Asker.PARTY:
        raise Refused("当事人反映的，由行政复议机构核实以后提出", RULES[72])
    if member not in case.members:
        raise Refused("该委员不在咨询小组", RULES[72])
    if member in case.contested:
        raise Refused("该委员的回避已经提出，尚未决定", RULES[72])
    return RecusalAsked(head=head, member=member, asker=asker, reason_id=reason_id)


def declare(case: Consultation, head: Head, reason_id: UUID) -> RecusalAsked:
    """申报本人回避: whoever acts speaks of themselves only.

    Raises:
        Refused: As above.
    """
    return ask(case, head, head.by, Asker.MEMBER, reason_id)


def as_whom(by: str, director: str, *, heads: bool) -> Decider | None:
    """As whom somebody decides: by the person, whatever else they are (RULES 72).

    Args:
        by: Code of who would decide.
        director: Code of the committee's director; empty where there is none.
        heads: Whether they are a head of the body that asks.
    """
    if by == director:
        return Decider.DIRECTOR
    return Decider.BODY_HEAD if heads else None


def why_not(member: str, by: str, director: str, decider: Decider | None) -> Refused | None:
    """Why it is not theirs to decide on this member's recusal; None if it is (RULES 72)."""
    if by == member:
        text = "不得决定本人的回避；本人是行政复议机构负责人的，由其他负责人决定"
        return Refused(text, RULES[72])
    if director in ("", member):
        if decider is not Decider.BODY_HEAD:
            text = "主任的回避和没有主任的，由行政复议机构负责人决定"
            return Refused(text, RULES[72])
    elif decider is not Decider.DIRECTOR or by != director:
        return Refused("委员的回避由委员会主任本人决定", RULES[72])
    return None


def decide(
    case: Consultation, head: Head, director: str, member: str, ruling: Ruling
) -> RecusalDecided:
    """决定委员回避与否: the director decides, of the director the body's head does.

    Args:
        case: The consultation.
        head: Head of the new page, by whoever decides.
        director: Code of the committee's director; empty where there is none.
        member: Whose recusal it is.
        ruling: What is decided.

    Raises:
        Refused: Nobody has asked; whoever decides is not the one whose it is to decide, or the
            member.
    """
    if member not in case.contested:
        raise Refused("没有人提出该委员回避，或者已经决定", RULES[72])
    if refused := why_not(member, head.by, director, ruling.decider):
        raise refused
    assert ruling.decider is not None  # noqa: S101 - as `why_not` saw
    return RecusalDecided(
        head=head,
        member=member,
        decider=ruling.decider,
        granted=ruling.granted,
        reason_id=ruling.reason_id,
    )
