"""Acceptance 受理: the seven conditions, the supplement, and declining (ARL 30, 31)."""

from collections.abc import Collection, Iterator
from datetime import date
from uuid import UUID

from services.reconsideration.domain.by_law import stated_by_law
from services.reconsideration.domain.capacity import of_stated, statements
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.co_applying import of_each
from services.reconsideration.domain.conditions import (
    Finding,
    of_early,
    of_jurisdiction,
    of_time,
)
from services.reconsideration.domain.corrected import with_corrections
from services.reconsideration.domain.filing import (
    NO_FINDING,
    brought_on,
    duty_ended,
    omits,
    posting_unknown,
    proof,
    stated,
    timing,
)
from services.reconsideration.domain.heeding import heed_on_acceptance, heed_on_refusal
from services.reconsideration.domain.repeating import Before, must_decline_all, refuse_barred
from services.reconsideration.domain.stays import from_acceptance
from services.reconsideration.domain.suits import must_be_seen
from shared.contracts.fact import Head
from shared.contracts.reconsideration import (
    ApplicationAccepted,
    ApplicationDeclined,
    Condition,
    SupplementExtended,
    SupplementNotified,
    TimeFinding,
)
from shared.contracts.reconsideration.by_law import PeriodByLaw
from shared.contracts.routing import Compulsory
from shared.law.article import ARL, CPL
from shared.law.calendar import Calendar
from shared.law.period import WorkingDays
from shared.law.procedure import Refused
from shared.law.reconsidering.compulsory import Response, Situation, compulsory_first
from shared.law.reconsidering.omission import at_once


def accept(
    case: Case,
    head: Head,
    *,
    calendar: Calendar,
    competent: Collection[str] = (),
    finding: TimeFinding | None = None,
    found: Collection[Before] = (),
    departure_id: UUID | None = None,
    by_law: PeriodByLaw | None = None,
) -> ApplicationAccepted:
    """受理 (ARL 30): whoever accepts finds all seven conditions met.

    What the hub can tell itself it holds against the finding: time, jurisdiction, and that the
    same act was complained of before.

    Args:
        case: The file.
        head: Head of the new page.
        calendar: The city's calendar.
        competent: Codes of the authorities over the respondent, empty where none is known.
        finding: What was found about the filing period beside the application.
        found: The earlier files about the same act 此前的案卷.
        departure_id: Document with why the findings on file are not followed, where they are not.
        by_law: A period of its own that a law gives for deciding, shorter than sixty days; None
            for what was found of it, if anything.

    Raises:
        Refused: The application is early (ARR2026 24) or late (ARL 20, 21), for another authority
            (ARL 24), was accepted once already, or withdrawn, and may not be made again (ARL 30,
            74; ARR2007 38), another one acts for the applicant than may, or nothing shows it
            (ARR2026 12 to 16), what was found on file speaks against it (ARL 30), nobody found
            what became of a suit (ARL 29), or the period of a law is none (ARL 62).
    """
    own = stated_by_law(by_law) if by_law else case.by_law
    finding = with_corrections(case, finding, found)
    _must_be_met(case, _reckoned(case, finding or NO_FINDING, competent, calendar), found)
    _acts_as_stated(case, head.on)
    if departure_id is None:
        must_be_seen(case)
    heed_on_acceptance(case, head.on, departure_id)
    return ApplicationAccepted(
        head=head,
        time=finding and stated(case, finding),
        departure_id=departure_id,
        by_law=own,
        asks_stay=bool(case.stays_asked),
        stay_request=from_acceptance(case.stays_asked),
    )


def decline(
    case: Case,
    head: Head,
    missing: Condition,
    reason_id: UUID,
    *,
    calendar: Calendar,
    competent: Collection[str] = (),
    told: str | None = None,
    finding: TimeFinding | None = None,
    found: Collection[Before] = (),
    departure_id: UUID | None = None,
    compulsory: bool | None = None,
) -> ApplicationDeclined:
    """不予受理, naming the condition that is missing (ARL 30).

    Args:
        case: The file.
        head: Head of the new page.
        missing: The condition that is not met.
        reason_id: Document with the reasons, which must be given.
        calendar: The city's calendar.
        competent: Codes of the authorities over the respondent, empty where none is known.
        told: The competent authority that the applicant is told.
        finding: What was found about the filing period beside the application.
        found: The earlier files about the same act 此前的案卷.
        departure_id: Document with why the findings on file are not followed, where they are not.
        compulsory: Whether reconsideration comes first, as who declines it says (ARL 23, 34).

    Raises:
        Refused: The file shows that the condition is met, or that only some of the applicants
            applied before (RULES 136), or no competent authority is named, or reconsideration is
            said not to come first where it does (ARL 23).
    """
    finding = with_corrections(case, finding, found)
    if missing is Condition.TIME:
        _must_be_late(case, finding or NO_FINDING, calendar)
    elif missing is Condition.JURISDICTION:
        _must_be_anothers(case, told, competent)
    elif departure_id is None:
        _must_not_be_met(case, missing, head.on, found)
    return ApplicationDeclined(
        head=head,
        missing=missing,
        reason_id=reason_id,
        competent=told,
        time=finding and stated(case, finding),
        departure_id=departure_id,
        compulsory=_comes_first(case, head.on, compulsory),
    )


def _reckoned(
    case: Case, finding: TimeFinding, competent: Collection[str], calendar: Calendar
) -> Iterator[Finding]:
    """What the hub reckons of the conditions itself: neither early nor late, and whose it is."""
    yield from _of_early(case, finding, calendar)
    yield of_each(case, _of_time(case, finding, calendar), calendar, finding)
    yield of_jurisdiction(case.authority, competent)


def _must_be_met(case: Case, reckoned: Iterator[Finding], found: Collection[Before]) -> None:
    """What the hub can tell itself: what it reckons, and that it was not brought before."""
    for condition in reckoned:
        if not condition.met:
            raise Refused(condition.because, condition.article)
    refuse_barred(case, found)


def _must_not_be_met(case: Case, missing: Condition, on: date, found: Collection[Before]) -> None:
    """What a person has examined, where nobody says why it is not followed (ARL 30; RULES 136)."""
    if missing is Condition.UNTRIED:
        must_decline_all(case, found)
    heed_on_refusal(case, missing, on)


def _acts_as_stated(case: Case, on: date) -> None:
    """谁代表、有无证明, of each applicant of whom it is said, until a person has examined it."""
    since, count = brought_on(case) or on, len(case.applicants)
    for one in () if case.conditions else filter(None, statements(case)):
        found = of_stated(one, since, one.share, applicants=count)
        if not found.met:
            raise Refused(found.because, found.article)


def _comes_first(case: Case, on: date, said: bool | None) -> bool | None:  # noqa: FBT001 - told or not
    """复议前置: as it was said, unless the file or what was found of it shows that it comes first.

    Of an omission it does, unless it was found that the organ had answered (ARR2026 30).

    Raises:
        Refused: It is said not to, and the file shows that it does (ARL 23; ARR2026 30).
    """
    silent = omits(case) and case.compulsory is not Compulsory.FREE
    response = Response.UNANSWERED if silent else None
    first = compulsory_first(Situation(act=case.act, on=on, response=response))
    sure = first.compulsory is Compulsory.REQUIRED
    if not sure and case.compulsory is not Compulsory.REQUIRED:
        return False if said is None and case.compulsory is Compulsory.FREE else said
    if said is False:
        because = first.because if sure else "审查认定为应当先申请行政复议的，起诉期限依此告知"
        raise Refused(because, first.article if sure and first.article else ARL[23].par(1))
    return True


def _of_early(case: Case, finding: TimeFinding, calendar: Calendar) -> Iterator[Finding]:
    """履行期限未满: nobody applies before it is over, unless it is urgent (ARR2026 24)."""
    ended = duty_ended(case, finding, calendar)
    brought = brought_on(case, finding)
    if ended and brought and not at_once(case.act, urgent=case.urgent):
        early = of_early(timing(brought, brought, None, not_before=ended.on))
        yield from (early,) if early else ()


def _of_time(case: Case, finding: TimeFinding, calendar: Calendar) -> Finding:
    found = proof(case, finding, calendar)
    return of_time(brought_on(case, finding), found.reckoning.last_day if found else None, found)


def _must_be_late(case: Case, finding: TimeFinding, calendar: Calendar) -> None:
    condition = of_each(case, _of_time(case, finding, calendar), calendar, finding)
    if posting_unknown(case, finding):
        says = (
            "邮寄的申请，期满前交邮的不算逾期；没有写明交邮之日的，先查明交邮之日，写入查明的事实"
        )
        raise Refused(says, CPL[85].par(4))
    if condition.met is not False:
        raise Refused(f"{condition.because}，不得以逾期为由不予受理", condition.article)


def _must_be_anothers(case: Case, told: str | None, competent: Collection[str]) -> None:
    if case.authority in competent:
        condition = of_jurisdiction(case.authority, competent)
        raise Refused(f"{condition.because}，应当受理", condition.article)
    if told is None or told == case.authority or (competent and told not in competent):
        raise Refused("不属于本机关管辖的，应当告知有管辖权的行政复议机关", ARL[30].par(2))


def notify_supplement(case: Case, head: Head, notice_id: UUID) -> SupplementNotified:
    """补正通知, given once: not again in a file in which it goes on (ARL 31; RULES 136).

    Raises:
        Refused: What an earlier notice asked for has come in already.
    """
    if case.supplement is not None:
        raise Refused("补正通知应当一次性作出；申请材料此前已经补正，不再通知补正", ARL[31].par(1))
    return SupplementNotified(head=head, notice_id=notice_id)


def runs_longer(case: Case, served_on: date, calendar: Calendar) -> bool:
    """Whether a day was granted that lies no earlier than the ten from this service (ARL 31)."""
    until = case.supplement_until
    return until is not None and until >= WorkingDays(10).last_day(served_on, calendar)


def extend_supplement(
    case: Case, head: Head, until: date, reason_id: UUID, calendar: Calendar
) -> SupplementExtended:
    """延长补正期限, for a good reason (ARL 31).

    Raises:
        Refused: The new day does not lie beyond the days that the applicant has anyway: the ten,
            or those that were granted before; or it is over on the day on which it is granted.
    """
    start = case.notice_received_on
    has = [WorkingDays(10).last_day(start, calendar)] if start else []
    has += [case.supplement_until] if case.supplement_until else []
    if has and until <= max(has):
        raise Refused("延长后的补正期限应当晚于原期限", ARL[31].par(2))
    if until < head.on:
        raise Refused("延长后的补正期限不得早于决定延长之日", ARL[31].par(2))
    return SupplementExtended(head=head, until=until, reason_id=reason_id)
