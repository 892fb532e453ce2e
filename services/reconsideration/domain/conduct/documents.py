"""附带审查: what is done with a document or basis, by whom and until when (ARL 13, 56 to 60)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from services.reconsideration.domain.attached import attach
from services.reconsideration.domain.pausing import Attached, attached_periods
from services.reconsideration.domain.saying import Norm, Point, Ruling
from shared.contracts.reconsideration.attached import Document, Flaw
from shared.law.article import ARL, ARR2026
from shared.law.calendar import Calendar
from shared.law.proof import Proof

_FLAWS: Final = {
    Flaw.POWERS: "超越制定机关的法定职权或者授权范围",
    Flaw.CONFLICT: "与法律、法规、规章等上位法相抵触",
    Flaw.NO_BASIS: "没有依据而增加义务或者减损合法权益",
    Flaw.OTHER: "其他违反法律、法规、规章规定的情形",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """附带审查 as it stands; None where that is not known."""

    document: Document | None
    later: bool | None
    """申请之后才提出."""
    decided: bool | None
    competent: bool | None
    """本机关有权处理."""
    ex_officio: bool | None
    """由机关审查时自行发现."""
    suspended_on: date | None
    issuer_notified_on: date | None
    forwarded_to_on: date | None
    flaw: Flaw | None


_SAYS: Final = {
    True: "有权处理，应当自中止之日起三十日内依法处理。",
    False: "无权处理，应当自中止之日起七个工作日内转送有权处理的机关。",
    None: "须说明本机关是否有权处理。",
}


def attached_review(review: Review, on: date, calendar: Calendar) -> Ruling:
    """附带审查的步骤和期限 (ARL 13, 39, 56 to 60; ARR2026 53, 54)."""
    first = list(_asked(review, on))
    if any(each.met is False for each in first):
        return Ruling(norm=Norm.BARRED, says=f"{first[0].text}。", points=tuple(first))
    points = (*first, *_course(review, on), *_finding(review, on))
    proofs = _proofs(review, calendar)
    return Ruling(
        norm=Norm.UNCLEAR if review.competent is None else Norm.MUST,
        says=_SAYS[review.competent],
        points=points,
        proofs=proofs,
        values={"deadlines": {each.term: each.reckoning.last_day.isoformat() for each in proofs}},
    )


def _asked(review: Review, on: date) -> Iterator[Point]:
    """Whether it may be asked for at all; what the authority finds itself nobody asks for."""
    if review.document and not review.ex_officio:
        asked = attach(review.document, on, later=bool(review.later), decided=bool(review.decided))
        yield Point(asked.because, asked.article, asked.may)


def _course(review: Review, on: date) -> Iterator[Point]:
    base = ARL[57] if review.ex_officio else ARL[56]
    yield Point("附带审查期间中止行政复议，书面告知当事人", ARL[39].par(1, 9))
    to = "国家机关" if review.ex_officio else "行政机关"
    text = f"有权处理的三十日内处理，无权处理的七日内转送有权处理的{to}"
    yield Point(text, base, review.competent)
    if ARR2026.in_force(on):
        yield Point("两项期限自行政复议中止之日起计算", ARR2026[53].par(2))
    else:
        yield Point("2026年6月30日以前没有写明起算，也按中止之日计算", None)
    if review.competent:
        text = "自中止之日起三日内书面通知制定机关，制定机关收到后十日内书面答复"
        yield Point(text, ARL[58].par(1))
        yield Point("必要时可以要求制定机关当面说明理由，制定机关应当配合", ARL[58].par(2))
    elif review.competent is False:
        yield Point("接受转送的机关应当自收到之日起六十日内回复处理意见", ARL[60])


def _finding(review: Review, on: date) -> Iterator[Point]:
    if review.flaw is None or review.competent is not True:
        return
    found = clause(review.flaw, on)
    if review.flaw is Flaw.NONE or not found.met:
        yield found
        return
    if ARR2026.in_force(on):
        yield found
    yield Point("决定停止该条款的执行，并责令制定机关予以纠正", ARL[59])


def clause(flaw: Flaw, on: date) -> Point:
    """对相关条款的认定: whether it is one that the law knows on that day (ARL 59; ARR2026 54)."""
    if flaw is Flaw.NONE:
        return Point("相关条款合法的，在行政复议决定书中一并告知", ARL[59], met=True)
    if ARR2026.in_force(on):
        return Point(_FLAWS[flaw], ARR2026[54].par(item=list(Flaw).index(flaw)), met=True)
    if flaw is Flaw.OTHER:
        return Point("2026年6月30日以前只写明超越权限或者违反上位法两种情形", ARL[59])
    return Point(_FLAWS[flaw], ARL[59], met=True)


def _proofs(review: Review, calendar: Calendar) -> tuple[Proof, ...]:
    if review.competent is None or review.suspended_on is None:
        return ()
    attached = Attached(
        competent=review.competent,
        suspended_on=review.suspended_on,
        issuer_notified_on=review.issuer_notified_on,
        forwarded_to_on=review.forwarded_to_on,
        ex_officio=bool(review.ex_officio),
    )
    return tuple(attached_periods(attached, calendar))
