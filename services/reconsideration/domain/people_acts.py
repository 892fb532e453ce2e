"""第三人、代表人、承受、合并审理: who takes part, who takes over, what is joined (ARL 14 to 16)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.reconsideration.domain import handling
from services.reconsideration.domain.applicant import of_applicant
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.conduct import parties
from services.reconsideration.domain.conduct.parties import Representing
from services.reconsideration.domain.pausing_acts import Found, must_be_there
from services.reconsideration.domain.saying import Norm, Ruling
from services.reconsideration.domain.stated import Share
from shared.contracts.fact import Head
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.capacity import Applicant
from shared.contracts.reconsideration.pausing import Suspension
from shared.contracts.reconsideration.people import (
    ApplicantsLeft,
    ApplicantSucceeded,
    Kin,
    RepresentativesAsked,
    RepresentativesElected,
    StatutoryAgentJoined,
    Succession,
    ThirdPersonAbsent,
    ThirdPersonJoined,
    ThirdPersonRefused,
    ThirdPersonRequested,
)
from shared.law.article import ARL, ARR2026, RULES, Article
from shared.law.calendar import Calendar
from shared.law.procedure import Refused


def refuse_failed(ruling: Ruling, otherwise: Article) -> None:
    """Refuse by the first point of a ruling that fails.

    Raises:
        Refused: One does.
    """
    for one in ruling.points:
        if one.met is False:
            raise Refused(one.text, one.article or otherwise)


def hold(ruling: Ruling, otherwise: Article) -> None:
    """Refuse what a ruling bars, and what no provision lets be done.

    Raises:
        Refused: It is so.
    """
    refuse_failed(ruling, otherwise)
    if ruling.norm not in (Norm.MUST, Norm.MAY):
        raise Refused(ruling.says.removesuffix("。"), otherwise)


def join_third(
    case: Case, head: Head, person_id: UUID, paper_id: UUID, *, called: bool, interested: bool
) -> ThirdPersonJoined:
    """第三人参加行政复议: called 通知, or admitted on its application 申请 (ARL 16).

    Raises:
        Refused: It is an applicant, takes part already, or has no interest in the case.
    """
    if person_id in case.parties or person_id in case.participants.heirless:
        raise Refused("已经是本案的申请人或者第三人", ARL[16].par(1))
    count = len(set(case.participants.third_ids) | {person_id})
    ruling = parties.third_party(
        head.on, interested=interested, absent=None, count=count, elected=None
    )
    hold(ruling, ARL[16].par(1))
    return ThirdPersonJoined(head=head, third_person=person_id, called=called, text_id=paper_id)


def ask_third(case: Case, head: Head, person_id: UUID, text_id: UUID) -> ThirdPersonRequested:
    """申请作为第三人参加行政复议 (ARL 16).

    Raises:
        Refused: It is an applicant, takes part already, or has asked and waits for the answer.
    """
    if person_id in case.parties:
        raise Refused("已经是本案的申请人或者第三人", ARL[16].par(1))
    for one in case.participants.asking:
        if one.person_id == person_id:
            raise Refused(f"已于{one.asked_on}申请参加，尚未答复", ARL[16].par(1))
    return ThirdPersonRequested(head=head, third_person=person_id, text_id=text_id)


def refuse_third(case: Case, head: Head, person_id: UUID, reason_id: UUID) -> ThirdPersonRefused:
    """不准许作为第三人参加 (ARL 16).

    Raises:
        Refused: It takes part already.
    """
    if person_id in case.addressees:
        raise Refused("已经是本案的申请人或者第三人", ARL[16].par(1))
    return ThirdPersonRefused(head=head, third_person=person_id, reason_id=reason_id)


def stay_away(case: Case, head: Head, person_id: UUID, reason_id: UUID) -> ThirdPersonAbsent:
    """第三人不参加行政复议 (ARL 16).

    Raises:
        Refused: It is no third person of this case, or that is on file already.
    """
    if person_id in case.applicants or person_id not in case.parties:
        raise Refused("不是参加本案的第三人", ARL[16].par(2))
    return ThirdPersonAbsent(head=head, third_person=person_id, reason_id=reason_id)


def must_elect(case: Case, on: date) -> bool:
    """申请人人数超过规定而没有代表人, by the numbers of the edition of the day (ARR2026 17)."""
    too_many = len(case.applicants) > handling.bench(on).above
    return too_many and len(case.participants.representatives) < handling.bench(on).least


def ask_to_elect(case: Case, head: Head, notice_id: UUID) -> RepresentativesAsked:
    """通知推选代表人: the applicants are so many that they must elect (ARR2026 17; RULES 124).

    Raises:
        Refused: They are not, have elected, or were asked and may still elect.
    """
    rule, count = handling.bench(head.on), len(case.applicants)
    if count <= rule.above:
        raise Refused(handling.representatives(count, None, head.on).text, rule.article)
    if not must_elect(case, head.on):
        raise Refused("申请人已经推选代表人", rule.article)
    asked = case.participants.election
    if asked and not asked.over:
        text = f"已于{asked.asked_on}通知推选代表人，推选的期限尚未届满"
        raise Refused(text, RULES[124])
    return RepresentativesAsked(head=head, applicant_count=count, text_id=notice_id)


def elect(
    case: Case,
    head: Head,
    standing: Standing,
    representatives: Sequence[UUID],
    paper_id: UUID,
    *,
    signed_by_all: bool,
) -> RepresentativesElected:
    """推选代表人, by the numbers of the edition of the day (ARL 15; ARR2026 17; ARR2007 8).

    Raises:
        Refused: One of them is not among those represented, they are too few or too many, or the
            paper is not signed by all.
    """
    thirds = standing is Standing.THIRD
    group = case.participants.third_ids if thirds else case.applicants
    if standing is Standing.RESPONDENT or not set(representatives) <= set(group):
        raise Refused("代表人由申请人、第三人从自己一方中推选", ARL[15].par(1))
    count, elected = len(group), len(representatives)
    rulings = [
        parties.representatives(
            head.on,
            applicants=None if thirds else count,
            elected=elected,
            signed_by_all=signed_by_all,
            doing=None,
            consent=None,
        )
    ]
    if thirds:
        numbers = parties.third_party(
            head.on, interested=True, absent=None, count=count, elected=elected
        )
        rulings.append(numbers)
    for ruling in rulings:
        refuse_failed(ruling, ARL[15].par(1))
    return RepresentativesElected(
        head=head,
        standing=standing,
        representatives=tuple(representatives),
        signed_by_all=signed_by_all,
        text_id=paper_id,
    )


def consented(
    case: Case,
    head: Head,
    doing: Representing,
    persons: frozenset[UUID] | None = None,
    named: Sequence[UUID] = (),
    *,
    consent: bool,
) -> None:
    """被代表的申请人同意: what representatives cannot do by themselves (ARL 15).

    Parties that do it themselves, and who is named by an officer, bind nobody else: neither is
    it asked of them.

    Raises:
        Refused: There are representatives, and those whom they represent did not consent.
    """
    if persons is not None or named or not case.participants.representatives:
        return
    ruling = parties.representatives(
        head.on, applicants=None, elected=None, signed_by_all=None, doing=doing, consent=consent
    )
    hold(ruling, ARL[15].par(2))


def join_statutory_agent(
    case: Case, head: Head, ward_id: UUID, agent_id: UUID, paper_id: UUID
) -> StatutoryAgentJoined:
    """法定代理人参加行政复议, for an applicant or, which is a reading, a third person (ARL 14, 39).

    Raises:
        Refused: The one for whom they act is neither.
    """
    finding = of_applicant(Applicant.GUARDED, head.on, Share())
    if ward_id not in case.addressees or agent_id in case.addressees:
        raise Refused("法定代理人代本案申请人、第三人参加，本人不是当事人", finding.article)
    standing = Standing.APPLICANT if ward_id in case.applicants else Standing.THIRD
    return StatutoryAgentJoined(
        head=head, applicant=ward_id, standing=standing, agent=agent_id, text_id=paper_id
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TakingOver:
    """Whose place is taken, by whom, and why 承受的认定 (ARL 14; RULES 144)."""

    applicant_id: UUID
    successors: tuple[UUID, ...]
    succession: Succession
    relation: Kin | None = None


def succeed(case: Case, head: Head, said: TakingOver, paper_id: UUID) -> ApplicantSucceeded:
    """承受申请人、第三人的地位 (ARL 14, 16, 39; RULES 144).

    Raises:
        Refused: Nobody or somebody else is succeeded, a third person of whom it is recorded that
            it has no successor, or relatives do not say what they are.
    """
    relatives = said.succession is Succession.RELATIVES
    who = Applicant.RELATIVE if relatives else Applicant.SUCCESSOR
    of_third = said.applicant_id in case.participants.third_ids
    article = RULES[144] if of_third else of_applicant(who, head.on, Share()).article
    if said.applicant_id not in case.addressees or said.applicant_id in said.successors:
        raise Refused("承受的是本案申请人、第三人的地位，由他人承受", article)
    if relatives != (said.relation is not None):
        says = "近亲属参加的，应当写明与死亡的当事人的关系；组织终止的，由权利义务承受人参加"
        raise Refused(says, ARR2026[11] if ARR2026.in_force(head.on) else article)
    return ApplicantSucceeded(
        head=head,
        applicant=said.applicant_id,
        standing=Standing.THIRD if of_third else Standing.APPLICANT,
        successors=said.successors,
        succession=said.succession,
        relation=said.relation,
        text_id=paper_id,
    )


ENDS_BY: dict[Succession, Suspension] = {
    Succession.RELATIVES: Suspension.DEATH,
    Succession.SUCCESSOR: Suspension.DISSOLVED,
}
"""For which cause a case is suspended until they are found (ARL 39)."""


def leave(
    case: Case,
    head: Head,
    found: Found,
    paper_id: UUID,
    calendar: Calendar,
    *,
    basis_id: UUID | None = None,
) -> ApplicantsLeft:
    """部分申请人退出: the ground of a termination is there for some of several (ARL 41).

    Raises:
        Refused: It is there for all, for nobody of this case, or not there.
    """
    leaving = found.applicants or frozenset()
    if not leaving or not leaving < set(case.applicants):
        raise Refused("退出的应当是本案的部分申请人；全体申请人有该情形的，应当终止", ARL[41])
    must_be_there(case, found, head.on, calendar, basis_id)
    return ApplicantsLeft(
        head=head,
        applicants=tuple(one for one in case.applicants if one in leaving),
        ground=found.ground,
        paper_id=paper_id,
        unsucceeded=found.unsucceeded,
        basis_id=basis_id,
    )
