"""A panel at work: a meeting or writing, each member's own opinion, and the panel's (RULES 73)."""

from collections import Counter
from collections.abc import Sequence
from uuid import UUID

from services.consultation.domain.case import Consultation
from services.consultation.domain.panel import is_odd, request_of
from shared.contracts.consultation import (
    MeetingHeld,
    MemberOpinion,
    MemberOpinionGiven,
    OpinionGiven,
)
from shared.contracts.fact import Head
from shared.contracts.reconsideration import Stance
from shared.law.article import ARR2026, RULES
from shared.law.procedure import Refused


def hold_meeting(
    case: Consultation,
    head: Head,
    chair: str,
    opinions: Sequence[MemberOpinion],
    minutes_id: UUID,
) -> MeetingHeld:
    """召开案件咨询会议 (ARR2026 51).

    Args:
        case: The consultation.
        head: Head of the page.
        chair: Code of the member who presided.
        opinions: What each member thinks who was there, one for each.
        minutes_id: Document with the minutes.

    Raises:
        Refused: It was held already; somebody spoke who does not sit, is to be recused, or twice;
            half of the panel or less was there; the chair was not.
    """
    if case.met_on is not None:
        raise Refused("案件咨询会议已经召开；未出席的委员可以书面提出本人意见", ARR2026[51])
    there = [one.member for one in opinions]
    if len(set(there)) < len(there):
        raise Refused("每名委员只表示一次意见", RULES[73])
    for one in there:
        _may_speak(case, one)
    if chair not in there:
        raise Refused("会议由出席的委员主持", RULES[73])
    if len(there) * 2 <= len(case.members):
        raise Refused("出席的委员未超过咨询小组的半数", RULES[73])
    return MeetingHeld(
        head=head,
        chair=chair,
        opinions=tuple(opinions),
        absent=tuple(one for one in case.members if one not in there),
        minutes_id=minutes_id,
    )


def speak(case: Consultation, head: Head, stance: Stance, opinion_id: UUID) -> MemberOpinionGiven:
    """提出委员意见: whoever acts speaks for themselves only (RULES 73).

    Raises:
        Refused: They do not sit, are to be recused, or have spoken.
    """
    _may_speak(case, head.by)
    if head.by in case.spoken:
        raise Refused("本人意见已经记录在卷", RULES[73])
    return MemberOpinionGiven(head=head, member=head.by, stance=stance, opinion_id=opinion_id)


def give(case: Consultation, head: Head, stance: Stance, opinion_id: UUID) -> OpinionGiven:
    """提出咨询意见: what the panel thinks, when enough of its members have spoken (ARL 52).

    Raises:
        Refused: The panel is not whole; too few of it have spoken, or an even number; more of them
            think otherwise.
    """
    if not case.members:
        raise Refused("尚未组成咨询小组，不得提出咨询意见", RULES[21])
    if case.contested:
        raise Refused("委员的回避尚未决定，不得提出咨询意见", RULES[72])
    if not is_odd(len(case.members)):
        raise Refused("委员回避以后，咨询小组应当补足为三名以上单数", RULES[21])
    count = len(case.spoken)
    if not is_odd(count) or count * 2 <= len(case.members):
        raise Refused("发表意见的委员应当为三名以上单数，并超过咨询小组的半数", RULES[73])
    held = Counter(case.spoken.values())
    if held[stance] < max(held.values()):
        raise Refused("咨询意见应当以赞成最多的为结论", RULES[73])
    return OpinionGiven(
        head=head,
        request_case_id=request_of(case),
        stance=stance,
        opinion_id=opinion_id,
        authority=case.authority,
        question_id=case.question_id,
        respondents=case.respondent_organs,
        members=case.members,
    )


def _may_speak(case: Consultation, member: str) -> None:
    if member not in case.members:
        raise Refused(f"{member} 不是咨询小组的委员，不得发表意见", RULES[73])
    if member in case.contested:
        raise Refused(f"{member} 的回避尚未决定，不得发表意见", RULES[72])
