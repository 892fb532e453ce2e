"""调解、和解: talks inside the case, what gives them effect, and what they bar (ARL 5, 73, 74)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.co_deciding import check_countersigned
from services.reconsideration.domain.duties import must_be_of_parties, must_be_said_of_all
from services.reconsideration.domain.saying import Point, hold
from services.reconsideration.domain.standing import Persons
from services.reconsideration.domain.talks import Talks
from shared.contracts.fact import Head
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.enforcing import PartyDuties
from shared.contracts.reconsideration.settling import (
    Breach,
    MediationBegun,
    MediationBroken,
    MediationDocumentDrawn,
    MediationDocumentSealed,
    MediationDocumentSigned,
    Refiling,
    RefilingAllowed,
    SettlementSubmitted,
    WithdrawalRefused,
)
from shared.law.article import ARL
from shared.law.online import hand_in
from shared.law.procedure import Refused

_EFFECT, _FAILURE = ARL[73].par(1), ARL[73].par(2)


def voluntary(*, applicants: bool, respondent: bool) -> Point:
    """自愿: nobody is made to talk (ARL 5)."""
    text = "调解应当遵循自愿的原则，申请人和被申请人都愿意才能进行"
    return Point(text, ARL[5].par(2), applicants and respondent)


def harmless(found: bool | None, *, settlement: bool = False) -> Point:  # noqa: FBT001 - the question itself
    """不损害国家利益、社会公共利益和他人合法权益, nor against mandatory law (ARL 5, 74)."""
    what, article = ("和解", ARL[74].par(1)) if settlement else ("调解", ARL[5].par(2))
    text = (
        f"{what}的内容不得损害国家利益、社会公共利益和他人合法权益，"
        "不得违反法律、法规的强制性规定，应当先作认定"
    )
    return Point(text, article, bool(found))


def begin(
    case: Case, head: Head, record_id: UUID, *, applicants: bool, respondent: bool
) -> MediationBegun:
    """开始调解 (ARL 5).

    Raises:
        Refused: One side is not willing, or talks are going on.
    """
    if case.talks:
        raise Refused(f"调解已于{case.talks.since}开始，尚未结束", ARL[5].par(1))
    hold(voluntary(applicants=applicants, respondent=respondent), ARL[5].par(2))
    return MediationBegun(head=head, record_id=record_id)


def fail(
    case: Case, head: Head, breach: Breach, standing: Standing | None, record_id: UUID
) -> MediationBroken:
    """调解不成: the case goes on and is decided in time (ARL 73).

    Raises:
        Refused: There are no talks, or it is not said who repents of what was drawn up.
    """
    _talking(case, head)
    if (breach is Breach.REPENTED) is not (standing is not None):
        raise Refused("一方反悔的，应当写明是哪一方；未达成协议的不写", _FAILURE)
    return MediationBroken(head=head, breach=breach, standing=standing, record_id=record_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """What the parties agreed, in ids and dates 调解书载明的事项."""

    harmless: bool
    obliges: bool
    perform_by: date | None = None
    duties: PartyDuties = None
    """What applicants and third persons have to perform by it (ARL 78)."""


def draw_up(case: Case, head: Head, agreed: Agreed, paper_id: UUID) -> MediationDocumentDrawn:
    """制作行政复议调解书; drawn up anew, it is signed anew (ARL 73).

    Raises:
        Refused: There are no talks, the agreement is unlawful or harms others (ARL 5), or there is
            a day for nothing that is owed or before the document, or one is to perform who is no
            party.
    """
    _talking(case, head)
    hold(harmless(agreed.harmless), ARL[5].par(2))
    if agreed.perform_by and (not agreed.obliges or agreed.perform_by < head.on):
        text = "履行期限只在被申请人有需要履行的内容时写明，不得早于制作之日"
        raise Refused(text, ARL[77].par(1))
    must_be_of_parties(case, agreed.duties, not_before=head.on)
    return MediationDocumentDrawn(
        head=head,
        mediation_document_id=paper_id,
        obliges=agreed.obliges,
        perform_by=agreed.perform_by,
        duties=agreed.duties,
        co_authorities=case.co_authorities,
    )


def sign(
    case: Case,
    head: Head,
    standing: Standing,
    signers: Collection[UUID],
    organ: str | None = None,
) -> MediationDocumentSigned:
    """在调解书上签字或者签章; `organ` says which of several respondents (ARL 73).

    Raises:
        Refused: Nothing is drawn up, one signs who is not of that side, or one signed already.
    """
    talks = _drawn(case, head)
    if standing is Standing.RESPONDENT:
        other = "" if organ in {None, case.respondent} else str(organ)
        signed = other in talks.joint_signed if other else talks.respondent_signed
        if signers or signed or other not in {"", *case.respondents[1:]}:
            raise Refused("被申请人已经签字，或者写明了不属于该方的人员、机关", _EFFECT)
        return MediationDocumentSigned(head=head, standing=standing, organ=other)
    if organ:
        raise Refused("写明机关的，只是被申请人签字", _EFFECT)
    own = case.applicants if standing is Standing.APPLICANT else case.third_persons
    left = [one for one in own if one not in talks.signed]
    who = tuple(one for one in left if one in signers or not signers)
    if not who or set(signers) - set(left):
        raise Refused("签字的应当是该方尚未签字的申请人、第三人", _EFFECT)
    return MediationDocumentSigned(head=head, standing=standing, signers=who)


def seal(case: Case, head: Head) -> MediationDocumentSealed:
    """加盖行政复议机关印章: with it the document has effect, and the case is at its end (ARL 73).

    Raises:
        Refused: Not every applicant, third person who takes part and respondent has signed, or
            not by that day, or it says that somebody owes who left, or nothing of who joined since,
            or an authority that decides, too, has not signed it (ARR2026 32).
    """
    talks = _drawn(case, head)
    assert talks.paper_id is not None  # noqa: S101 - it is drawn up
    organs = set(case.respondents[1:]) - set(talks.joint_signed)
    if case.parties - set(talks.signed) or organs or not talks.respondent_signed:
        raise Refused("各方当事人没有都签字或者签章，调解书不生效，不得加盖印章", _EFFECT)
    if talks.signed_on and head.on < talks.signed_on:
        raise Refused(f"最后一方于{talks.signed_on}签字，不得在此之前加盖印章", _EFFECT)
    must_be_of_parties(case, talks.duties)
    must_be_said_of_all(talks.duties, talks.joined_since)
    check_countersigned(case, talks)
    return MediationDocumentSealed(
        head=head,
        mediation_document_id=talks.paper_id,
        authority=case.authority,
        respondent=case.respondent,
        obliges=talks.obliges,
        perform_by=talks.perform_by,
        joint=case.respondents[1:],
        duties=talks.duties,
    )


def submit(case: Case, head: Head, text_id: UUID, persons: Persons = None) -> SettlementSubmitted:
    """提交和解协议; `persons` are those for whom a party that does it itself speaks (ARL 17, 74).

    Raises:
        Refused: Somebody else hands it in, or it says an earlier day.
    """
    if persons is not None:
        if persons.isdisjoint(case.applicants):
            raise Refused("和解协议由本案当事人提交", ARL[74].par(1))
        hand_in(head)
    return SettlementSubmitted(head=head, text_id=text_id)


def refuse_withdrawal(case: Case, head: Head, reason_id: UUID) -> WithdrawalRefused:
    """不准予撤回: the case goes on (ARL 41, 74).

    Raises:
        Refused: Nobody has withdrawn.
    """
    if not case.withdrawn:
        raise Refused("申请人没有撤回行政复议申请", ARL[41].par(item=1))
    return WithdrawalRefused(head=head, reason_id=reason_id)


def allow_refiling(
    case: Case, head: Head, ground: Refiling, reason_id: UUID, applicants: Collection[UUID] = ()
) -> RefilingAllowed:
    """认定可以再次申请, of each applicant by what it proved itself (ARL 74; ARR2007 38).

    Args:
        case: The file.
        head: Head of the new page.
        ground: Why.
        reason_id: Document with what was proved.
        applicants: Of whom; of the only one where nobody is named.

    Raises:
        Refused: Of several none is named, or somebody who is none, or it was found already.
    """
    whose = applicants or (case.applicants if len(case.applicants) == 1 else ())
    if not whose or not set(whose) <= set(case.applicants):
        says = "撤回是否违背真实意愿由各申请人自己证明，写明对本案的哪一名申请人认定"
        raise Refused(says, ARL[74].par(2))
    if not {one.person_id for one in case.refilings}.isdisjoint(whose):
        raise Refused("已经认定可以再次申请", ARL[74].par(2))
    named = tuple(one for one in case.applicants if one in whose)
    return RefilingAllowed(head=head, ground=ground, reason_id=reason_id, applicants=named)


def _talking(case: Case, head: Head) -> Talks:
    if case.talks is None:
        raise Refused("本案没有正在进行的调解", ARL[5].par(1))
    if head.on < case.talks.since:
        raise Refused(f"调解于{case.talks.since}开始，日期不得早于该日", ARL[5].par(1))
    return case.talks


def _drawn(case: Case, head: Head) -> Talks:
    talks = _talking(case, head)
    if talks.drawn_on is None:
        raise Refused("尚未制作行政复议调解书", _EFFECT)
    if head.on < talks.drawn_on:
        raise Refused(f"调解书于{talks.drawn_on}制作，日期不得早于该日", _EFFECT)
    return talks
