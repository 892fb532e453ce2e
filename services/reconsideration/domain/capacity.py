"""以谁的名义、由谁代表: who may act for an applicant, and by which papers (ARR2026 12 to 16, 27).

Who acts is said by the articles; the papers are what shows that it is so 身份证明、代理权限证明.
What is missing is supplied 补正 (ARL 31): it keeps nobody from handing the application in.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final
from uuid import UUID

from services.reconsideration.domain.applicant import article_on, of_applicant
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.conditions import Finding
from services.reconsideration.domain.standing import Persons, speaks_for
from services.reconsideration.domain.stated import TOGETHER, Share, Stated
from shared.contracts.fact import Head
from shared.contracts.reconsideration.capacity import Applicant, CapacityStated, Paper, Through
from shared.contracts.reconsideration.people import Power
from shared.law.article import ARL, ARR2007, ARR2026
from shared.law.procedure import Refused

A, P, T = Applicant, Paper, Through

_Ways = Mapping[Through, tuple[Paper, ...]]
_BY: Final[Mapping[Applicant, _Ways]] = {
    A.PERSON: {T.ONESELF: ()},
    A.LEGAL: {T.HEAD: (P.APPOINTMENT,)},
    A.RELATIVE: {T.ONESELF: (P.KINSHIP,)},
    A.SUCCESSOR: {T.ONESELF: (P.SUCCESSION,), T.HEAD: (P.SUCCESSION, P.APPOINTMENT)},
    A.GUARDED: {T.GUARDIAN: (P.GUARDIANSHIP,)},
    A.SELF_EMPLOYED: {T.OPERATOR: (P.LICENCE,)},
    A.HOUSEHOLD: {
        T.CERTIFIED: (P.CERTIFICATE,),
        T.SIGNATORY: (P.CONTRACT,),
        T.ELECTED: (P.ELECTION,),
    },
    A.PARTNERSHIP: {T.EXECUTIVE_PARTNER: (P.LICENCE,)},
    A.PARTNERS: {T.ALL_PARTNERS: (P.PARTNERSHIP,)},
    A.UNINCORPORATED: {T.HEAD: (P.APPOINTMENT,), T.ELECTED: (P.ELECTION, P.NO_HEAD)},
    A.BOARD: {T.SHAREHOLDERS: (P.RESOLUTION,), T.DIRECTORS: (P.RESOLUTION,)},
    A.COLLECTIVE: {T.HEAD: (P.APPOINTMENT,)},
    A.MEMBERS: {T.THEMSELVES: (P.ROSTER, P.ABSTENTION)},
    A.OWNERS_COMMITTEE: {T.HEAD: (P.REGISTRATION,)},
    A.OWNERS: {T.THEMSELVES: (P.ROSTER, P.ABSTENTION)},
}
"""Who acts for whom, and what shows it; members and owners only where the organisation does not
apply, or there is none, and one elected only where it has no head, so that is shown, too
(ARR2026 13(2), 15(2), 16(2))."""

_THROUGH: Final = {
    T.ONESELF: "本人",
    T.GUARDIAN: "法定代理人",
    T.HEAD: "主要负责人、法定代表人",
    T.OPERATOR: "营业执照登记的经营者",
    T.CERTIFIED: "权属证书记载的人",
    T.SIGNATORY: "在承包合同上签字的人",
    T.ELECTED: "共同推选的成员",
    T.EXECUTIVE_PARTNER: "执行合伙事务的合伙人",
    T.ALL_PARTNERS: "全体合伙人",
    T.SHAREHOLDERS: "股东会、股东大会",
    T.DELEGATES: "股东代表大会",
    T.DIRECTORS: "董事会",
    T.THEMSELVES: "申请的成员、业主",
    T.AGENT: "委托代理人",
}
_PAPERS: Final = {
    P.LICENCE: "营业执照",
    P.PARTNERSHIP: "合伙协议",
    P.APPOINTMENT: "负责人身份证明",
    P.ELECTION: "推选书",
    P.CERTIFICATE: "承包经营权证书",
    P.CONTRACT: "承包合同",
    P.RESOLUTION: "会议决议",
    P.ROSTER: "成员、业主名册",
    P.ABSTENTION: "组织不申请或者没有成立的证明",
    P.REGISTRATION: "登记、备案证明",
    P.KINSHIP: "亲属关系证明",
    P.SUCCESSION: "权利义务承受的证明",
    P.GUARDIANSHIP: "监护关系证明",
    P.NO_HEAD: "没有主要负责人的证明",
    P.MANDATE: "授权委托书",
}
"""What a refusal calls them."""

_DELEGATES: Final[_Ways] = {T.DELEGATES: (P.RESOLUTION,)}
"""股东代表大会, which the regulation of 2007 named and that of 2026 does not (ARR2007 7)."""


def ways(sort: Applicant, on: date) -> _Ways:
    """Who may act for such an applicant on a day, each with what shows it.

    Empty where no provision of the day spoke of such an applicant.
    """
    if article_on(sort, on) is None:
        return {}
    known = _BY[sort]
    return {**known, **_DELEGATES} if sort is A.BOARD and not ARR2026.in_force(on) else known


def state(
    head: Head, stated: Stated, text_id: UUID, attachments: Sequence[str] = ()
) -> CapacityStated:
    """说明申请人身份: with the application, or what it lacked later (ARR2026 27; ARL 31)."""
    return CapacityStated(
        head=head,
        applicant_sort=stated.sort,
        person_id=stated.person_id,
        through=stated.through,
        papers=tuple(dict.fromkeys(stated.papers)),
        text_id=text_id,
        applying=stated.share.applying,
        total=stated.share.total,
        area_percent=stated.share.area_percent,
        attachments=tuple(attachments),
    )


def whose(case: Case, stated: Stated, persons: Persons, on: date) -> Stated:
    """哪一名申请人的身份: whose it is of several, each of whom shows its own (ARR2026 27).

    Args:
        case: The file.
        stated: What is stated.
        persons: A party's own, whose it is where nobody is named; None for an officer.
        on: The day, on which an agent's term may be over.

    Raises:
        Refused: It is said of no applicant, or not of which of several who apply each by itself;
            or a party says it of one for whom it does not act (ARL 15, 17).
    """
    proofs = ARR2026[27].par(1) if ARR2026.in_force(on) else ARR2007[19]
    if stated.person_id and stated.person_id not in case.applicants:
        raise Refused("不是本案的申请人，不说明申请人身份", ARL[14].par(1))
    bound = speaks_for(case, persons, on)
    if stated.person_id and bound is not None and stated.person_id not in bound:
        text = "申请人各自说明、证明本人的身份；其他申请人的，由其本人或者其代理人、代表人办理"
        raise Refused(text, proofs)
    if len(case.applicants) == 1:
        return replace(stated, person_id=_alone(case))
    acting = persons or frozenset()
    own = {*acting, *case.participants.principals(acting, Power.ACT, on)} & {*case.applicants}
    if stated.person_id or _in_common(case, stated, own):
        return stated
    if len(own) != 1:
        raise Refused("申请人有数名的，身份各自证明，写明是哪一名申请人的", proofs)
    return replace(stated, person_id=own.pop())


def _alone(case: Case) -> UUID | None:
    """Whom the only applicant names: itself, where it said so by itself beside others before.

    What it hands in now is added to that, which goes before what is said of nobody by name.
    """
    own = (one.person_id for one in case.participants.stated_each)
    return next((one for one in own if one in case.applicants), None)


def _in_common(case: Case, stated: Stated, own: Collection[UUID]) -> bool:
    """Whether it is said of all of them: it takes away nothing that was said otherwise (ARL 14).

    That it is a person, one of several says of itself alone.
    """
    if stated.sort not in TOGETHER or (stated.sort is A.PERSON and len(own) == 1):
        return False
    there = case.participants
    before = (there.stated,) if there.stated else there.stated_each
    return all(one.sort is stated.sort for one in before)


def statements(case: Case) -> tuple[Stated | None, ...]:
    """What is stated of each of the applicants, once; None of whom nothing is."""
    return tuple(dict.fromkeys(_shown(case, one) for one in case.applicants))


def _shown(case: Case, person_id: UUID) -> Stated | None:
    """With the power of attorney of an agent that was named by it since (ARL 17)."""
    stated = case.participants.stated_of(person_id)
    if stated and stated.through is T.AGENT and case.participants.agents_of(person_id):
        return replace(stated, papers=tuple(dict.fromkeys((*stated.papers, P.MANDATE))))
    return stated


def unentrusted(case: Case) -> tuple[UUID, ...]:
    """For whom an agent applies without a power of attorney on file (ARL 17; ARR2026 27)."""
    found = {one: _shown(case, one) for one in case.applicants}
    return tuple(one for one, said in found.items() if said and _unentrusted(said))


def _unentrusted(stated: Stated) -> bool:
    return stated.through is T.AGENT and P.MANDATE not in stated.papers


def of_stated(stated: Stated, on: date, share: Share, *, applicants: int) -> Finding:
    """有明确的申请人, by who acts for it and what shows it (ARL 30(1)(1); ARR2026 12 to 16).

    Args:
        stated: What is stated.
        on: The day on which it was brought, whose edition governs.
        share: How many of how many apply, of members and owners.
        applicants: How many are named as applicants.
    """
    found = of_applicant(stated.sort, on, share)
    known = ways(stated.sort, on)
    if found.met is False or not known:
        return found
    stated = replace(stated, through=_way(stated, known))
    if wrong := _wrong(stated, known, share, applicants):
        return replace(found, met=False, because=f"{found.because}；{wrong}")
    if lacks := _each(stated, applicants) or _lacks(stated, known):
        article = ARL[17].par(2) if _unentrusted(stated) else found.article
        because = f"{found.because}；{lacks}，应当通知补正"
        return replace(found, met=None, because=because, article=article)
    return found


def _way(stated: Stated, known: _Ways) -> Through | None:
    """Who acts: 本人 is whom the article names, where it names one only; else it is not said.

    A sole trader is the operator of the licence; of a household, who of three it is, is not said.
    """
    said = stated.through
    if said is None:
        return T.ONESELF if tuple(known) == (T.ONESELF,) else None
    if said is not T.ONESELF or said in known:
        return said
    return next(iter(known)) if len(known) == 1 else None


def _wrong(stated: Stated, known: _Ways, share: Share, applicants: int) -> str:
    if stated.through not in (None, T.AGENT, *known):
        names = "或者".join(_THROUGH[one] for one in known)
        acts = _THROUGH[stated.through] if stated.through else ""
        return f"应当由{names}代表，不是{acts}"
    if stated.sort is A.PARTNERS and applicants < max(2, share.total or 0):
        return f"列为申请人的有{applicants}人，不是全体合伙人"
    return ""


def _each(stated: Stated, applicants: int) -> str:
    several = applicants > 1 and stated.person_id is None and stated.sort not in TOGETHER
    return f"申请人有{applicants}名，没有各自写明身份、提交证明" if several else ""


def _lacks(stated: Stated, known: _Ways) -> str:
    if stated.through is None:
        return "由谁代表参加行政复议没有写明"
    by_agent = stated.through is T.AGENT
    needed = (*_own(stated, known), P.MANDATE) if by_agent else known[stated.through]
    missing = [_PAPERS[one] for one in needed if one not in stated.papers]
    return f"没有提交{'、'.join(missing)}" if missing else ""


def _own(stated: Stated, known: _Ways) -> tuple[Paper, ...]:
    """What shows who entrusts the agent: by the way of which least is missing (ARR2026 27)."""
    return min(known.values(), key=lambda papers: len(set(papers).difference(stated.papers)))
