"""Who handles a case and in which procedure: reviewers, simplified or not (ARL 36, 50 to 55)."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from services.reconsideration.domain.agreeing import all_agreed
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.conduct import reviewing
from services.reconsideration.domain.copying import copy_waits
from services.reconsideration.domain.handling import (
    Simple,
    conversion,
    days_by_law,
    deciding,
    least_reviewers,
    replying,
    simplified,
)
from services.reconsideration.domain.handling import reviewers as numbered
from services.reconsideration.domain.saying import Point, hold
from shared.contracts.fact import Head
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import ConsultationGround
from shared.contracts.reconsideration.assigning import (
    ConvertedToOrdinary,
    ReviewersAssigned,
    SimplifiedChosen,
    SimplifiedGround,
    Track,
)
from shared.law.article import ARL, RULES
from shared.law.calendar import Calendar
from shared.law.procedure import Refused
from shared.law.readings import READINGS, Readings

FEN: Final = 100
"""分 in a yuan 元."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """行政复议人员 as they are named, and what was checked of one who is new to it (ARL 6)."""

    reviewers: tuple[str, ...]
    newcomer: bool = False
    qualified: bool = False
    trained: bool = False


def assign(case: Case, head: Head, team: Team, reason_id: UUID | None) -> ReviewersAssigned:
    """指定行政复议人员 (ARL 36; ARR2026 39).

    Raises:
        Refused: They are too few, one is new and not qualified (ARL 6), one was recused, or a
            request for recusal is still to be decided (RULES 47).
    """
    if case.recusals_pending:
        raise Refused("回避尚未决定，不得另行指定行政复议人员", RULES[47])
    if recused := set(team.reviewers) & set(case.recused):
        raise Refused(f"已经决定回避的，不得再指定：{'、'.join(sorted(recused))}", RULES[47])
    ruling = reviewing.reviewers(
        case.track,
        head.on,
        count=len(team.reviewers),
        newcomer=team.newcomer,
        qualified=team.qualified,
        trained=team.trained,
    )
    for point in ruling.points:
        hold(point, ARL[36].par(1))
    return ReviewersAssigned(
        head=head, reviewers=team.reviewers, newcomer=team.newcomer, reason_id=reason_id
    )


def enough_reviewers(case: Case, head: Head, count: int) -> Point:
    """审理人数, held against the procedure and the edition of the day (ARR2026 39; ARR2007 32)."""
    rule = numbered(case.track, head.on)
    return Point(rule.text, rule.article, count >= least_reviewers(case.track, head.on))


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Why the simplified procedure is chosen, and what the ground rests on (ARL 53)."""

    ground: SimplifiedGround
    amount_yuan: float | None = None
    agreed: frozenset[UUID] = frozenset()
    """Applicants and third persons who agree."""
    respondent_agrees: bool = False
    """The only respondent does."""
    organs: frozenset[str] = frozenset()
    """Which of several respondents agree, each for itself (ARL 19)."""


def choose_simplified(
    case: Case, head: Head, choice: Choice, reason_id: UUID, calendar: Calendar
) -> SimplifiedChosen:
    """适用简易程序 (ARL 53): whoever chooses it for a listed kind finds the case clear.

    Raises:
        Refused: It is no such case, by the act on file, and not all agree; it was found grave, it
            was extended or converted, or the three days for the copy are over (ARL 54).
    """
    if case.track is Track.SIMPLIFIED:
        raise Refused("本案已经适用简易程序", ARL[53])
    if case.converted_on:
        raise Refused("已经转为普通程序的，不再适用简易程序", ARL[55])
    if case.extended_days:
        raise Refused("因情况复杂已经延长审理期限的，不适用简易程序", ARL[53])
    _check_act(case, choice.ground)
    point = simplified(_simple(case, choice))
    if not point.met:
        raise Refused(point.text, point.article or ARL[53])
    runs_from = _later_by_pauses(case, case.elevated.taken_up_on or case.accepted_on or head.on)
    [copy] = replying(runs_from, None, Track.SIMPLIFIED, calendar)
    if head.on > (last := copy.reckoning.last_day):
        raise Refused(f"简易程序发送申请书副本的期限已于{last}届满", ARL[54].par(1))
    by_amount = choice.ground is SimplifiedGround.AMOUNT and choice.amount_yuan is not None
    by_consent = choice.ground is SimplifiedGround.CONSENT
    return SimplifiedChosen(
        head=head,
        ground=choice.ground,
        amount_fen=round((choice.amount_yuan or 0) * FEN) if by_amount else None,
        agreed=tuple(sorted(choice.agreed)) if by_consent else (),
        agreed_organs=tuple(sorted(choice.organs)) if by_consent else (),
        runs_from=runs_from,
        reason_id=reason_id,
        law_days=days_by_law(case.law_days, Track.SIMPLIFIED),
        copy_due=copy_waits(case),
        asks_newcomers=by_consent,
    )


def convert(
    case: Case, head: Head, reason_id: UUID, calendar: Calendar, readings: Readings = READINGS
) -> ConvertedToOrdinary:
    """转为普通程序, with the leave of the body's head (ARL 55).

    Until when it may come, and from which day the sixty days then run, are readings. Whoever was
    wrongly named is changed in the ordinary procedure alone, so for that it is never too late: the
    case could neither go on against that respondent nor against another one (ARR2026 29). Nor is
    it where who came in later does not agree to the simplified one (ARL 53; RULES 167).

    Raises:
        Refused: The case is in the ordinary procedure, or it is too late.
    """
    if case.track is not Track.SIMPLIFIED:
        raise Refused("本案没有适用简易程序，不必转换", ARL[55])
    must = bool(case.respondents_told) or not all_agreed(case)
    hold(conversion(case.overdue_on, head.on, readings, must=must), ARL[55])
    sixty = deciding(
        case.accepted_on or head.on,
        calendar,
        law_days=case.law_days,
        exclusions=case.left_out,
        elevated_on=case.elevated.taken_up_on,
        converted_on=head.on,
        readings=readings,
    ).reckoning
    overdue = head.on > sixty.last_day
    if overdue and not must:
        raise Refused(f"普通程序的审理期限也已于{sixty.last_day}届满", ARL[62].par(1))
    runs_from = _later_by_pauses(case, sixty.start)
    return ConvertedToOrdinary(
        head=head,
        runs_from=runs_from,
        reason_id=reason_id,
        law_days=case.law_days,
        overdue=overdue,
    )


def _later_by_pauses(case: Case, start: date) -> date:
    """A day from which a period runs, later by the days since that are not counted (ARL 39).

    The clock of a period that opens only now knows nothing of what was paused before.
    """
    paused = {
        one.after + timedelta(days=n)
        for one in case.left_out
        if one.until
        for n in range(1, (one.until - one.after).days + 1)
    }
    return start + timedelta(days=sum(day > start for day in paused))


_ACTS: Final = {
    SimplifiedGround.WARNING: (ActKind.PENALTY, "警告、通报批评是行政处罚"),
    SimplifiedGround.DISCLOSURE: (ActKind.DISCLOSURE, "本项是政府信息公开案件"),
}
"""Which act a listed kind is about (ARL 53; APL 9); what is done on the spot may be any."""


def _check_act(case: Case, ground: SimplifiedGround) -> None:
    act, says = _ACTS.get(ground, (case.act, ""))
    if case.act is not act:
        item = list(SimplifiedGround).index(ground) + 1
        raise Refused(f"{says}，案卷记载的是其他行政行为", ARL[53].par(1, item))


def _all_respondents(case: Case, choice: Choice) -> bool:
    """Each of several agrees for itself; of one the word is enough."""
    alone = choice.respondent_agrees or choice.organs == {case.respondent}
    return choice.organs == set(case.respondents) if case.joint else alone


def _simple(case: Case, choice: Choice) -> Simple:
    ground = choice.ground
    by_consent = ground is SimplifiedGround.CONSENT
    whole = choice.agreed == case.parties and _all_respondents(case, choice)
    return Simple(
        clear=not (case.grave or case.consultation_ground is ConsultationGround.GRAVE),
        on_the_spot=ground is SimplifiedGround.ON_THE_SPOT,
        warning=ground is SimplifiedGround.WARNING,
        amount_yuan=choice.amount_yuan if ground is SimplifiedGround.AMOUNT else None,
        disclosure=ground is SimplifiedGround.DISCLOSURE,
        all_agree=by_consent and whole,
    )
