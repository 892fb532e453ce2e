"""调查取证、鉴定、现场勘验: how the body takes evidence itself (ARL 45; ARR2026 45, 46)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.conduct.inquiring import collection
from services.reconsideration.domain.conduct.parties import Side
from services.reconsideration.domain.evidence import Spell
from services.reconsideration.domain.excluded import APPRAISAL, INSPECTION, article_of
from services.reconsideration.domain.people_acts import refuse_failed
from shared.contracts.fact import Head
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.inquiring import (
    AppraisalBegun,
    AppraisalDenied,
    AppraisalEnded,
    AppraisalRequested,
    Appraiser,
    EvidenceTaken,
    Inquiry,
    InspectionBegun,
    InspectionEnded,
)
from shared.law.article import ARL, RULES
from shared.law.procedure import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Who goes 行政复议人员, whether they showed their papers, and whether the record is signed."""

    inquirers: tuple[str, ...]
    """Codes."""
    shown: bool
    """出示行政复议工作证件 (ARL 45)."""
    signed: bool = True


def check_inquirers(case: Case, on: date, inquirers: Sequence[str], *, shown: bool) -> None:
    """两人以上并出示工作证件, by none who was recused (ARL 45; RULES 47).

    Raises:
        Refused: They are too few, did not show their papers, or one of them was replaced.
    """
    persons = len(set(inquirers))
    ruling = collection(Side.BODY, on, persons=persons, shown=shown, appraiser=None)
    refuse_failed(ruling, ARL[45].par(2))
    if recused := set(inquirers) & set(case.recused):
        raise Refused(f"已经决定回避的，不得调查取证：{'、'.join(sorted(recused))}", RULES[47])


def _check_visit(case: Case, head: Head, visit: Visit, unsigned_id: UUID | None) -> None:
    check_inquirers(case, head.on, visit.inquirers, shown=visit.shown)
    if visit.signed is (unsigned_id is not None):
        raise Refused("笔录应当签名；没有签名的，应当记明情况和理由", RULES[76])


def take(
    case: Case,
    head: Head,
    visit: Visit,
    inquiries: tuple[Inquiry, ...],
    record_id: UUID,
    *,
    unsigned_id: UUID | None,
) -> EvidenceTaken:
    """调查取证 (ARL 45; RULES 76).

    Raises:
        Refused: Not two, no papers shown, or neither signed nor said why not.
    """
    _check_visit(case, head, visit, unsigned_id)
    return EvidenceTaken(
        head=head,
        inquirers=visit.inquirers,
        inquiries=inquiries,
        record_id=record_id,
        unsigned_id=unsigned_id,
    )


def lasting(spells: Sequence[Spell]) -> tuple[Spell, ...]:
    """Those that have not ended."""
    return tuple(one for one in spells if one.until is None)


def ask_appraisal(case: Case, head: Head, standing: Standing, text_id: UUID) -> AppraisalRequested:
    """申请鉴定 (ARR2026 46; ARR2007 37).

    Raises:
        Refused: This side has asked already.
    """
    if standing in case.evidence.appraisal_asked:
        raise Refused("已经申请鉴定，尚未答复", article_of(APPRAISAL, head.on))
    return AppraisalRequested(head=head, standing=standing, text_id=text_id)


def _answered(
    case: Case, on: date, answers: tuple[Standing, ...], none: str
) -> tuple[Standing, ...]:
    """Whose requests an answer is about: each is answered for itself (ARR2026 46).

    Raises:
        Refused: Nobody has asked, whoever is named has not, or of several nobody is named.
    """
    article, asked = article_of(APPRAISAL, on), case.evidence.appraisal_asked
    if not asked:
        raise Refused(none, article)
    if not set(answers) <= set(asked):
        raise Refused("所答复的一方没有尚未答复的鉴定申请", article)
    if not answers and len(asked) > 1:
        raise Refused("有数方申请鉴定，应当写明答复哪一方的申请", article)
    return answers or asked


def deny_appraisal(
    case: Case, head: Head, reason_id: UUID, answers: tuple[Standing, ...] = ()
) -> AppraisalDenied:
    """不同意鉴定; of several who asked it is said whom it answers (ARR2026 46; ARR2007 37).

    Raises:
        Refused: Nobody has asked, or not whoever is answered.
    """
    return AppraisalDenied(
        head=head,
        reason_id=reason_id,
        answers=_answered(case, head.on, answers, "没有尚未答复的鉴定申请"),
    )


def begin_appraisal(
    case: Case,
    head: Head,
    appraiser: Appraiser,
    payer: Standing,
    letter_id: UUID,
    *,
    answers: tuple[Standing, ...] = (),
) -> AppraisalBegun:
    """开始鉴定: on a party's application; until June 2026 also at its own order (ARR2026 46).

    What a party commissions itself answers no request.

    Raises:
        Refused: Nobody applied, or not whoever is answered, or a party names the institution, which
            is no longer the law.
    """
    article = article_of(APPRAISAL, head.on)
    refuse_failed(
        collection(Side.BODY, head.on, persons=None, shown=None, appraiser=appraiser), article
    )
    if appraiser is Appraiser.OWN and answers:
        raise Refused("当事人自行委托的鉴定，不是对鉴定申请的答复", article)
    if appraiser is not Appraiser.OWN:
        answers = _answered(case, head.on, answers, "没有当事人申请鉴定")
    return AppraisalBegun(
        head=head,
        appraisal=len(case.evidence.appraisals) + 1,
        appraiser=appraiser,
        payer=payer,
        letter_id=letter_id,
        answers=answers,
    )


def end_appraisal(
    case: Case, head: Head, number: int | None, reason_id: UUID, *, delivered: bool
) -> AppraisalEnded:
    """鉴定结束; `number` need not be said where one alone lasts (ARR2026 46; ARR2007 37).

    Raises:
        Refused: It does not last, several do and none is named, or it began later.
    """
    article = article_of(APPRAISAL, head.on)
    found = [one for one in lasting(case.evidence.appraisals) if number in (None, one.number)]
    if not found:
        raise Refused("没有正在进行的鉴定", article)
    if len(found) > 1:
        raise Refused("有数项鉴定正在进行，应当写明是哪一项", article)
    if head.on < found[0].since:
        raise Refused(f"鉴定于{found[0].since}开始，日期不得早于该日", article)
    return AppraisalEnded(
        head=head, appraisal=found[0].number, delivered=delivered, reason_id=reason_id
    )


def begin_inspection(case: Case, head: Head, reason_id: UUID) -> InspectionBegun:
    """开始现场勘验 (ARR2026 45; ARR2007 34).

    Raises:
        Refused: One lasts already.
    """
    if open_one := lasting(case.evidence.inspections):
        text = f"现场勘验已于{open_one[0].since}开始，尚未结束"
        raise Refused(text, article_of(INSPECTION, head.on))
    return InspectionBegun(head=head, reason_id=reason_id)


def end_inspection(
    case: Case, head: Head, visit: Visit, record_id: UUID, unsigned_id: UUID | None
) -> InspectionEnded:
    """现场勘验结束, with its record (ARR2026 45; ARL 45; RULES 76).

    Raises:
        Refused: None lasts, it began later, or those who inspected were not as they must be.
    """
    article = article_of(INSPECTION, head.on)
    begun = lasting(case.evidence.inspections)
    if not begun:
        raise Refused("没有正在进行的现场勘验", article)
    if head.on < begun[0].since:
        raise Refused(f"现场勘验于{begun[0].since}开始，日期不得早于该日", article)
    _check_visit(case, head, visit, unsigned_id)
    return InspectionEnded(
        head=head, inquirers=visit.inquirers, record_id=record_id, unsigned_id=unsigned_id
    )
