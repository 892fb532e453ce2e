"""审查认定: what is found of the seven conditions, and what a person does with it (ARL 30, 33)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from services.reconsideration.domain.applicant import Interest, of_applicant, of_interest
from services.reconsideration.domain.by_law import stated_by_law
from services.reconsideration.domain.capacity import of_stated, statements
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.co_applying import of_each
from services.reconsideration.domain.conditions import (
    ARTICLES,
    Finding,
    of_jurisdiction,
    of_time,
    presumed,
)
from services.reconsideration.domain.corrected import with_corrections
from services.reconsideration.domain.filing import NO_FINDING, brought_on, omits, proof, stated
from services.reconsideration.domain.repeating import Before
from services.reconsideration.domain.scope import Agreement, Named, Outside, of_scope
from services.reconsideration.domain.stated import Share, Stated
from services.reconsideration.domain.suits import is_unseen
from services.reconsideration.domain.untried import Earlier, History, of_history, of_suit
from shared.contracts.fact import Head
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import Condition, TimeFinding
from shared.contracts.reconsideration.admissibility import (
    ConditionFound,
    ConditionsFound,
    Groundless,
    Verdict,
)
from shared.contracts.reconsideration.by_law import PeriodByLaw
from shared.contracts.reconsideration.capacity import Applicant, Paper, Through
from shared.contracts.routing import Compulsory
from shared.law.article import ARL, ARR2026
from shared.law.calendar import Calendar
from shared.law.procedure import Refused
from shared.law.reconsidering.compulsory import (
    ByLaw,
    Disclosure,
    Response,
    Situation,
    compulsory_first,
)
from shared.law.reconsidering.jurisdiction import TAX


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What was told of the applicant and the act; None where nothing was."""

    applicant: Applicant
    share: Share
    interest: Interest | None = None
    act: ActKind | None = None
    outside: Outside | None = None
    named: Named | None = None
    agreement: Agreement | None = None
    stated: Stated | None = None
    """What the application says of who acts for the applicant."""
    applicants: int = 1
    """How many are named as applicants."""


def of_request(*, clear: bool | None) -> Finding:
    """有具体的行政复议请求和理由 (ARL 30(1)(3))."""
    if clear is None:
        return presumed(Condition.REQUEST, "请求和理由是否具体未说明")
    because = "有具体的请求和理由" if clear else "没有具体的请求和理由"
    return Finding(Condition.REQUEST, clear, because, ARTICLES[Condition.REQUEST])


def of_who(told: Told, on: date) -> tuple[Finding, Finding]:
    """申请人, 利害关系: the first two conditions (ARL 30(1)(1), (2))."""
    interest = (
        of_interest(told.interest, on)
        if told.interest
        else presumed(Condition.INTEREST, "利害关系未说明")
    )
    if told.stated is None:
        return of_applicant(told.applicant, on, told.share), interest
    return of_stated(told.stated, on, told.share, applicants=told.applicants), interest


def of_what(told: Told, on: date) -> Finding:
    """属于行政复议范围 (ARL 30(1)(5))."""
    if not (told.act or told.outside or told.named):
        return presumed(Condition.SCOPE, "行政行为的种类未说明")
    return of_scope(told.act, on, outside=told.outside, named=told.named, agreement=told.agreement)


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """审查所见, as an officer puts it on file; the act and the dates are those of the case."""

    applicant: Applicant | None = None
    """None for what the application says; a person, where it says nothing."""
    through: Through | None = None
    papers: tuple[Paper, ...] = ()
    """What was found handed in, beside what the application says."""
    applying: int | None = None
    total: int | None = None
    area_percent: float | None = None
    interest: Interest | None = None
    request_clear: bool | None = None
    outside: Outside | None = None
    named: Named | None = None
    agreement: Agreement | None = None
    earlier: Earlier = Earlier.NONE
    against_will: bool = False
    chosen: bool = True
    on_the_spot: bool | None = None
    title_held: bool | None = None
    response: Response | None = None
    disclosure: Disclosure | None = None
    by_law: ByLaw | None = None
    groundless: Groundless | None = None
    time: TimeFinding | None = None
    period_by_law: PeriodByLaw | None = None
    """法律规定的行政复议期限 (ARL 62)."""


def find(
    case: Case,
    head: Head,
    seen: Examined,
    opinion_id: UUID,
    *,
    calendar: Calendar,
    competent: Collection[str] = (),
    before: Collection[Before] = (),
) -> ConditionsFound:
    """认定受理条件, each by the provision of its edition (ARL 30).

    Args:
        case: The file.
        head: Head of the new page.
        seen: What the officer saw.
        opinion_id: Document with the reasons.
        calendar: The city's calendar.
        competent: Codes of the authorities over the respondent, empty where none is known.
        before: The earlier files about the same act 此前的案卷.

    Raises:
        Refused: A ground that shows after acceptance is found before it (ARR2026 37), the period
            of a law is none, or runs already (ARL 62), or nothing is said of a suit (ARL 29).
    """
    _in_its_time(case, seen)
    on = brought_on(case) or head.on
    first = compulsory_first(_situation(case, seen, on))
    time = with_corrections(case, seen.time, before)
    found = (
        *_of_who(case, seen, on),
        of_request(clear=seen.request_clear),
        _of_time(case, time or NO_FINDING, calendar),
        of_what(_told(case, seen, None), on),
        of_jurisdiction(case.authority, competent),
        of_history(_history(case, seen, required=first.compulsory is Compulsory.REQUIRED), head.on),
    )
    return ConditionsFound(
        head=head,
        conditions=tuple(_kept(each) for each in found),
        compulsory=first.compulsory,
        compulsory_article=first.article.code if first.article else None,
        groundless=seen.groundless,
        time=time and stated(case, time),
        period_by_law=stated_by_law(seen.period_by_law) if seen.period_by_law else None,
        opinion_id=opinion_id,
    )


def _in_its_time(case: Case, seen: Examined) -> None:
    """What is found before acceptance or after it alone, and what became of a suit (ARL 29, 62)."""
    if seen.groundless and case.accepted_on is None:
        raise Refused("驳回申请的情形，受理以后发现的才认定", ARR2026[37].par(1))
    if seen.period_by_law and case.accepted_on:
        raise Refused("法律规定的行政复议期限自受理起算，受理以前认定", ARL[62].par(1))
    if case.suit and is_unseen(case) and not of_suit(seen.earlier):
        text = f"{case.suit.filed_on}有起诉记录，写明起诉以后的结果：人民法院是否已经受理"
        raise Refused(text, ARL[29].par(2))


def _of_who(case: Case, seen: Examined, on: date) -> tuple[Finding, Finding]:
    """Of each of the applicants by what it states; what one lacks, the application does."""
    found = [of_who(_told(case, seen, one), on) for one in statements(case)]
    return min(found, key=lambda each: _RANK[each[0].met])


def _told(case: Case, seen: Examined, of: Stated | None) -> Told:
    stated = seen_of(of, seen)
    told = Share(seen.applying, seen.total, seen.area_percent)
    return Told(
        applicant=stated.sort if stated else seen.applicant or Applicant.PERSON,
        stated=stated,
        applicants=len(case.applicants),
        share=told.over(stated.share) if stated else told,
        interest=seen.interest,
        act=case.act,
        outside=seen.outside,
        named=seen.named,
        agreement=seen.agreement,
    )


def seen_of(stated: Stated | None, seen: Examined) -> Stated | None:
    """Whose application it is and who acts for it, as the officer sees it; else as it is stated."""
    sort = seen.applicant or (stated.sort if stated else None)
    same = stated if stated and sort is stated.sort else None
    through = seen.through or (same.through if same else None)
    papers = (*(same.papers if same else ()), *seen.papers)
    if sort is None or not (same or through or papers):
        return None
    share = same.share if same else Share()
    person_id = stated.person_id if stated else None
    return Stated(sort=sort, person_id=person_id, through=through, papers=papers, share=share)


def _of_time(case: Case, finding: TimeFinding, calendar: Calendar) -> Finding:
    shown = proof(case, finding, calendar)
    found = of_time(brought_on(case, finding), shown.reckoning.last_day if shown else None, shown)
    return of_each(case, found, calendar, finding)


def _history(case: Case, seen: Examined, *, required: bool) -> History:
    return History(
        earlier=seen.earlier,
        against_will=seen.against_will,
        compulsory=required,
        chosen=seen.chosen,
        accepted=case.accepted_on is not None,
    )


def _situation(case: Case, seen: Examined, on: date) -> Situation:
    """What was handed in as a penalty imposed on the spot is one unless it is found not to be."""
    handed_in = case.handed_in_on and case.compulsory is Compulsory.REQUIRED
    return Situation(
        act=case.act,
        on=on,
        on_the_spot=bool(handed_in) or None if seen.on_the_spot is None else seen.on_the_spot,
        title_held=seen.title_held,
        response=seen.response or (Response.UNANSWERED if omits(case) else None),
        disclosure=seen.disclosure,
        by_law=seen.by_law,
        tax_organ=any(one.endswith(f"-{TAX}") for one in case.respondents),
    )


_RANK: Final = {False: 0, None: 1, True: 2}
"""What of several is found of the whole: the worst."""
_VERDICTS: Final = {True: Verdict.MET, False: Verdict.UNMET, None: Verdict.OPEN}


def _kept(finding: Finding) -> ConditionFound:
    return ConditionFound(
        condition=finding.condition,
        verdict=_VERDICTS[finding.met],
        article=finding.article.code,
    )
