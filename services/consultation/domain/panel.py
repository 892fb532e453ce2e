"""Panel 咨询小组: who is drawn, who sits, who comes in another's place (RULES 21, 71)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final
from uuid import UUID

from services.consultation.domain.case import Consultation
from services.consultation.domain.roster import Roster, why_not
from shared.contracts.consultation import Calling, MemberReplaced, PanelConvened, Speciality
from shared.contracts.fact import Head
from shared.contracts.reconsideration import ConsultationGround
from shared.law.article import ARL, RULES
from shared.law.procedure import Refused

SMALLEST: Final = 3
"""The law names no number; an odd one always has a majority."""

LEARNED: Final = frozenset({Calling.EXPERT, Calling.SCHOLAR})
"""Who sits where a case is professional or technical."""


def convene(
    case: Consultation,
    head: Head,
    roster: Roster,
    members: Sequence[str],
    *,
    field: Speciality | None,
    unmatched_id: UUID | None = None,
    tied: Collection[str] = (),
) -> PanelConvened:
    """组成咨询小组 from the committee's roster (ARL 52; RULES 21, 71, 72).

    Args:
        case: The consultation.
        head: Head of the page.
        roster: The committee's roster.
        members: Who is to sit.
        field: 案件所需的专业领域, by which they are drawn; None only on pages of old.
        unmatched_id: Document that says why nobody of that field sits.
        tied: Who has declared an interest in somebody of the case by name.

    Raises:
        Refused: Fewer than three members, an even number, or somebody twice; one who is not on the
            roster, whose term does not run or who is bound to a party; departments only;
            nobody of the field, and no reason why, or a reason although somebody is.
    """
    if len(set(members)) < len(members):
        raise Refused("同一委员不得重复列入咨询小组", RULES[21])
    if not is_odd(len(members)):
        raise Refused("咨询小组应当由三名以上单数的委员组成", RULES[21])
    for one in members:
        _check(case, head, roster, one, tied, called=f"{one} ")
    check_mixture(case, roster, members)
    if field is not None:
        _check_field(roster, members, field, unmatched_id)
    return PanelConvened(
        head=head,
        request_case_id=request_of(case),
        members=tuple(members),
        speak_within=roster.speak_within,
        speciality=field,
        unmatched_id=unmatched_id,
    )


def replace(
    case: Consultation,
    head: Head,
    roster: Roster,
    member: str,
    successor: str,
    *,
    reason_id: UUID,
    tied: Collection[str] = (),
) -> MemberReplaced:
    """替换委员, one who was recused or cannot come (RULES 71 to 73).

    Raises:
        Refused: The recusal of whoever leaves is not decided, or they have spoken and nothing binds
            them; the place is nobody's or filled again, or the successor may not sit.
    """
    if refusal := why_stays(case, roster, member):
        raise refusal
    check_successor(case, head, roster, member, successor, tied=tied)
    return MemberReplaced(
        head=head,
        member=member,
        successor=successor,
        reason_id=reason_id,
        bound=is_bound(case, roster, member),
    )


def why_stays(case: Consultation, roster: Roster, member: str) -> Refused | None:
    """Why nobody comes in this one's place; None where they may leave (RULES 72, 73)."""
    if member in case.contested:
        return Refused("退出的委员的回避尚未决定，决定以前不得替换", RULES[72])
    if member in case.spoken and not is_bound(case, roster, member):
        return Refused("退出的委员的意见已经记录在卷，不得替换", RULES[73])
    return None


def check_successor(
    case: Consultation,
    head: Head,
    roster: Roster,
    member: str,
    successor: str,
    *,
    tied: Collection[str] = (),
) -> None:
    """Whoever comes in another's place: that it is free, and that they may sit (RULES 71, 72).

    Raises:
        Refused: The place is nobody's or filled again, or the successor may not sit.
    """
    if member not in (*case.members, *vacated(case)):
        raise Refused("退出的委员不在咨询小组，或者已有委员接替", RULES[71])
    if successor in case.members or successor in case.recused:
        raise Refused("接替的委员已在咨询小组或者已经回避，不得接替", RULES[71])
    _check(case, head, roster, successor, tied, called="接替的委员")
    after = [one for one in case.members if one != member]
    check_mixture(case, roster, [*after, successor])


def vacated(case: Consultation) -> tuple[str, ...]:
    """Recused members whose place may be filled again: fewer sit than were convened (RULES 71)."""
    return case.recused if len(case.members) < case.seats else ()


def is_bound(case: Consultation, roster: Roster, member: str) -> bool:
    """Whether they are of a respondent of now, or have declared an interest in it (RULES 72)."""
    expert = roster.experts.get(member)
    return expert is not None and expert.is_bound_to(case.respondent_organs)


def refuse_bound(
    case: Consultation, roster: Roster, members: Iterable[str], tied: Collection[str] = ()
) -> None:
    """应当回避的委员: no panel speaks with one who is bound to a party of now (RULES 72).

    The case may have changed its respondent, and a member may have declared an interest, since the
    panel was seated. What such a member wrote meanwhile goes when they leave the panel.

    Args:
        case: The consultation.
        roster: The committee's roster.
        members: Who would speak, or for whom the panel would.
        tied: Who has declared an interest in somebody of the case by name.

    Raises:
        Refused: One of them is of a respondent, or has declared an interest in a party.
    """
    for one in members:
        if refusal := why_bound(case, roster, one, tied):
            raise refusal


def why_bound(
    case: Consultation, roster: Roster, member: str, tied: Collection[str] = ()
) -> Refused | None:
    """Why a member must be recused before the panel speaks; None where nothing binds them."""
    if is_bound(case, roster, member):
        text = f"{member} 与被申请人有利害关系，应当申报回避，由其他委员接替"
        return Refused(text, RULES[72])
    if member in tied:
        return Refused(f"{member} 与本案的当事人有利害关系，应当申报回避", RULES[72])
    return None


def draw(
    candidates: Mapping[str, tuple[Speciality, ...]],
    seated: Mapping[str, int],
    *,
    speciality: Speciality | None,
) -> list[str]:
    """选定的先后: those of the field first, then whoever sat least often, then by code (RULES 71).

    Args:
        candidates: The specialities of whoever may sit, by code.
        seated: How often each sat of late.
        speciality: What the case asks for; None where it asks for nothing particular.
    """
    return sorted(
        candidates, key=lambda code: (speciality not in candidates[code], seated.get(code, 0), code)
    )


def check_mixture(case: Consultation, roster: Roster, members: Sequence[str]) -> None:
    """小组的组成, as it is convened and as it gives its opinion (RULES 71).

    Of a panel of the time before there were rosters nobody's calling is known.

    Raises:
        Refused: All of them are of departments, or nobody learned sits where the case asks for it.
    """
    callings = {roster.experts[one].calling for one in members if one in roster.experts}
    if callings == {Calling.DEPARTMENT}:
        raise Refused("咨询小组不得全由政府部门人员组成", RULES[71])
    learned = not callings or callings & LEARNED
    if case.ground is ConsultationGround.TECHNICAL and not learned:
        raise Refused("因专业性、技术性较强提请的，小组中应当有专家或者学者", RULES[71])


def _check_field(
    roster: Roster, members: Sequence[str], field: Speciality, unmatched_id: UUID | None
) -> None:
    """专业领域相符的在先: who knows it sits, or it is said why nobody does (RULES 71)."""
    is_known = any(field in roster.experts[one].specialities for one in members)
    if not is_known and unmatched_id is None:
        raise Refused("小组中没有案件所需专业领域的委员，应当写明理由", RULES[71])
    if is_known and unmatched_id is not None:
        raise Refused("小组中已有案件所需专业领域的委员，不写没有的理由", RULES[71])


def is_odd(count: int) -> bool:
    """Whether so many make a panel: three, or a greater odd number (RULES 21)."""
    return count >= SMALLEST and count % 2 == 1


def request_of(case: Consultation) -> UUID:
    """Case file of the reconsideration that asks.

    Raises:
        Refused: Nobody has asked.
    """
    if case.request_case_id is None:
        raise Refused("尚未收到咨询提请", ARL[52].par(2))
    return case.request_case_id


def _check(
    case: Consultation,
    head: Head,
    roster: Roster,
    code: str,
    tied: Collection[str],
    *,
    called: str,
) -> None:
    organs = case.respondent_organs
    if refusal := why_not(roster, code, on=head.on, respondents=organs, tied=tied, called=called):
        raise refusal
