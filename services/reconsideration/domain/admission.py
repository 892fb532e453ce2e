"""受理审查的处理: what the authority must do, and by when (ARL 30, 31, 33; ARR2026 29, 37, 38)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from services.reconsideration.domain.conditions import Finding
from services.reconsideration.domain.ordinary import ORDINARY
from services.reconsideration.domain.saying import Point
from services.reconsideration.domain.sent import POSTED, Sent, in_time, is_late
from shared.contracts.reconsideration import Condition
from shared.contracts.reconsideration.admissibility import Groundless
from shared.law.article import ARL, ARR2007, ARR2026, Article
from shared.law.calendar import Calendar
from shared.law.period import Period
from shared.law.proof import Proof


class Step(StrEnum):
    """What is to be done 如何处理."""

    ACCEPT = "accept"  # 受理
    SUPPLEMENT = "supplement"  # 通知补正
    AWAIT = "await"  # 等候期满前交邮的补正材料
    ABANDONED = "abandoned"  # 视为放弃申请
    CHANGE_RESPONDENT = "change_respondent"  # 告知变更被申请人
    DECLINE = "decline"  # 不予受理
    DECLINE_ELSEWHERE = "decline_elsewhere"  # 不予受理并告知有管辖权的机关
    NOT_AGAIN = "not_again"  # 告知不再处理
    DISMISS = "dismiss"  # 已经受理的，驳回申请
    GO_ON = "go_on"  # 已经受理的，继续审理
    UNCLEAR = "unclear"  # 有条件须个案审查


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """审查 as it stands: the findings, and what came out beside them."""

    on: date
    findings: tuple[Finding, ...]
    complete: bool = True
    """材料齐全、表述清楚，能够判断."""
    supplemented: bool = False
    """已经补正."""
    overdue: bool = False
    """补正期限已满而没有补正."""
    on_its_way: bool = False
    """补正材料期满前交邮，尚在途中."""
    late: bool = False
    """补正材料逾期: it came and was sent after the last day."""
    wrong_respondent: bool = False
    refuses_change: bool = False
    """不同意变更被申请人，或者变更后仍不符合规定."""
    accepted: bool = False
    groundless: Groundless | None = None
    repeated: bool = False
    """没有新的事实和理由的再次申请."""


@dataclass(frozen=True, slots=True)
class Treatment:
    """处理: the step and the provision that demands it."""

    step: Step
    article: Article


def treat(review: Review) -> Treatment:
    """What must be done now (ARL 30, 31, 33; ARR2026 29, 37)."""
    failed = [each for each in review.findings if each.met is False]
    if review.accepted:
        return _after_acceptance(review, failed)
    if review.repeated:
        return Treatment(Step.NOT_AGAIN, ARR2026[37].par(2))
    return _declined(failed) if failed else _nothing_fails(review)


def _declined(failed: Sequence[Finding]) -> Treatment:
    elsewhere = any(each.condition is Condition.JURISDICTION for each in failed)
    step = Step.DECLINE_ELSEWHERE if elsewhere else Step.DECLINE
    return Treatment(step, ARL[30].par(2))


def _nothing_fails(review: Review) -> Treatment:
    if review.wrong_respondent:
        return _wrong_respondent(review)
    if review.late or (review.overdue and not review.complete):
        return Treatment(Step.ABANDONED, ARL[31].par(2))
    if not review.complete:
        return _incomplete(review)
    if any(each.met is None for each in review.findings):
        return Treatment(Step.UNCLEAR, ARL[30].par(1))
    return Treatment(Step.ACCEPT, ARL[30].par(1))


def _incomplete(review: Review) -> Treatment:
    if review.supplemented:  # asked once, and not again
        return Treatment(Step.UNCLEAR, ARL[31].par(3))
    if review.on_its_way:
        return Treatment(Step.AWAIT, POSTED)
    return Treatment(Step.SUPPLEMENT, ARL[31].par(1))


def _after_acceptance(review: Review, failed: Sequence[Finding]) -> Treatment:
    if failed:
        return Treatment(Step.DISMISS, ARL[33])
    if review.groundless and ARR2026.in_force(review.on):
        item = list(Groundless).index(review.groundless) + 1
        return Treatment(Step.DISMISS, ARR2026[37].par(1, item))
    return Treatment(Step.GO_ON, ARL[30].par(1))


def _wrong_respondent(review: Review) -> Treatment:
    """错列被申请人: told to change; who refuses is declined (ARR2026 29; ARR2007 22)."""
    since = ARR2026.in_force(review.on)
    if review.refuses_change:
        return Treatment(Step.DECLINE, ARR2026[29] if since else ARL[30].par(2))
    return Treatment(Step.CHANGE_RESPONDENT, ARR2026[29] if since else ARR2007[22])


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """审查中的日期; None where that has not happened."""

    received_on: date | None = None
    notice_received_on: date | None = None
    """收到补正通知之日."""
    supplemented_on: date | None = None
    supplement_until: date | None = None
    """延长的补正期限的最后一日."""
    supplement_sent: Sent | None = None
    """补正材料的交邮之日, where it comes by post (CPL 85)."""
    handed_in_on: date | None = None
    """作出处罚决定的机关收到申请之日 (ARL 32)."""


def periods(dates: Dates, on: date, calendar: Calendar) -> tuple[Proof, ...]:
    """Every period of the review that has begun, with its proof (ARL 30 to 32; ARR2026 38)."""
    return tuple(_periods(dates, on, calendar))


def _periods(dates: Dates, on: date, calendar: Calendar) -> Iterator[Proof]:
    organ, correcting = "作出处罚决定的机关收到申请", ARR2026[38].par(1)
    corrects = dates.handed_in_on if ARR2026.in_force(on) else None
    rows = (
        ("forward", "转送期限", dates.handed_in_on, organ, None),
        ("forward", "自行纠正期限", corrects, organ, correcting),  # the same five days
        ("review", "审查期限", dates.received_on, "行政复议机关收到申请", None),
        ("supplement", "补正期限", dates.notice_received_on, "申请人收到补正通知", None),
        (
            "review_again",
            "补正后的审查期限",
            _taken_in_on(dates, calendar),
            "行政复议机关收到补正材料",
            None,
        ),
    )
    for name, term, start, because, own in rows:
        if start:
            period, article = _of_table(name)
            yield Proof(
                term=term,
                article=own or article,
                because=because,
                reckoning=period.reckon(start, calendar),
                rule=f"reconsideration.ordinary.{name}",
            )


def _of_table(name: str) -> tuple[Period, Article]:
    """The period as the procedure table has it; the desk has none of its own."""
    deadline = ORDINARY.by_name[name]
    assert isinstance(deadline.within, Period)  # noqa: S101 - these rows state no day of their own
    return deadline.within, deadline.article


def is_overdue(dates: Dates, today: date, calendar: Calendar) -> bool:
    """补正期限已满而没有补正 (ARL 31(2)); what was posted in time is on its way (CPL 85)."""
    last = _supplement_by(dates, calendar)
    if last is None or dates.supplemented_on or is_on_its_way(dates, calendar):
        return False
    return last < today


def is_on_its_way(dates: Dates, calendar: Calendar) -> bool:
    """补正材料期满前交邮、尚未收到: 在途时间 does not count (CPL 85)."""
    last = _supplement_by(dates, calendar)
    if last is None or dates.supplemented_on or dates.supplement_sent is None:
        return False
    return in_time(dates.supplement_sent, last).met is True


def is_supplemented_late(dates: Dates, calendar: Calendar) -> bool:
    """逾期补正: what was not posted by the last day either is late (ARL 31(2); CPL 85)."""
    last = _supplement_by(dates, calendar)
    if last is None or dates.supplemented_on is None:
        return False
    return is_late(dates.supplemented_on, last, dates.supplement_sent)


def _supplement_by(dates: Dates, calendar: Calendar) -> date | None:
    """The last day of the days to supplement, as they were extended (ARL 31(2))."""
    if dates.notice_received_on is None:
        return None
    last = _of_table("supplement")[0].last_day(dates.notice_received_on, calendar)
    return max(last, dates.supplement_until or last)


def _taken_in_on(dates: Dates, calendar: Calendar) -> date | None:
    """收到补正材料之日, from which the review runs anew; None of what came too late (ARL 31(3))."""
    return None if is_supplemented_late(dates, calendar) else dates.supplemented_on


def deemed_accepted_on(dates: Dates, calendar: Calendar) -> date | None:
    """视为受理之日: the day on which the review ends, if nothing was said (ARL 30(3)).

    A notice to supplement ends the first review; the second begins when the supplement comes in.
    """
    if taken_in_on := _taken_in_on(dates, calendar):
        name, start = "review_again", taken_in_on
    elif dates.received_on and not dates.notice_received_on:
        name, start = "review", dates.received_on
    else:
        return None
    return _of_table(name)[0].last_day(start, calendar)


def course(dates: Dates, on: date, calendar: Calendar) -> Iterator[Point]:
    """What goes with the periods of the review (ARL 30, 31; ARR2026 38; ARR2007 29)."""
    new = ARR2026.in_force(on)
    if not new:
        text = "2007年条例的受理条件自2024年1月1日起让位于法律"
        yield Point(text, ARR2007[28])
    if dates.handed_in_on and new:
        text = "自行纠正的，将有关情况告知申请人和行政复议机关"
        yield Point(text, ARR2026[38].par(1))
    if dates.notice_received_on and not dates.supplemented_on:
        text = "有正当理由不能按期补正的，行政复议机关可以延长合理的补正期限"
        yield Point(text, ARL[31].par(2))
    last = _supplement_by(dates, calendar)
    if last and dates.supplement_sent:
        yield in_time(dates.supplement_sent, last)
    if dates.notice_received_on and not new:
        text = "五日内通知补正已由法律规定；补正所用时间不计入审理期限，审理期限自受理起算"
        yield Point(text, ARR2007[29])
    if deemed := deemed_accepted_on(dates, calendar):
        text = f"审查期限届满没有决定不予受理的，自{deemed}起视为受理"
        yield Point(text, ARL[30].par(3))
