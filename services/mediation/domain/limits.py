"""调解的期限, each with its proof, from the days that are known."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from services.mediation.domain.fields import Ahead, Field, Limit, Step
from shared.law.ahead import latest_start
from shared.law.article import RULES
from shared.law.calendar import Calendar
from shared.law.course import Exclusion, Extension
from shared.law.period import Period
from shared.law.prescribed import Prescribed
from shared.law.proof import Proof
from shared.law.suing import RECONSIDER, SUE_ACT

BECAUSE: Final = {
    Step.KNEW: "知道或者应当知道权益受损",
    Step.REQUESTED: "请求调解或者主张权利，时效中断",
    Step.RECEIVED: "收到申请、投诉",
    Step.SUPPLEMENTED: "收到补正的申请",
    Step.ACCEPTED: "受理",
    Step.CONSENTED: "各方同意调解",
    Step.PAPER: "收到交通事故认定书",
    Step.FAILED: "人民调解终结",
    Step.READY: "可以调解之日（受理在后的自受理）",
    Step.SESSION: "第一次调解未成",
    Step.ENDED: "作出终止调解决定",
    Step.LEFT: "劳动关系终止",
    Step.REFERRED: "收到转送、委派或者征求意见",
    Step.CONFIRMED: "在平台确认接受",
    Step.ENTRUSTED: "立案后委托，确认接受",
    Step.ANSWERED: "收到处理意见、裁决书",
    Step.REVIEW_ASKED: "收到复查请求",
    Step.REVIEWED: "收到复查意见",
    Step.RECHECK_ASKED: "收到复核请求",
    Step.ARBITRATION_ASKED: "收到仲裁申请",
    Step.ARBITRATION_ACCEPTED: "受理仲裁申请",
    Step.COPIED: "收到仲裁申请书副本",
}
"""What fixed the start, for the proof."""


def proofs_of(
    field: Field,
    days: Mapping[Step, date],
    calendar: Calendar,
    *,
    tested: tuple[date, date | None] | None = None,
    longer: Period | None = None,
) -> Iterator[Proof]:
    """各项期限.

    Args:
        field: One kind of mediation.
        days: The days that are known.
        calendar: The city's calendar.
        tested: 鉴定、检测 from the first day to the last, left out where the law says so.
        longer: An extension, given where the law allows one.
    """
    for limit in field.limits:
        start = _start(limit, days)
        if start:
            yield prescribed(field, limit).proof(
                start,
                calendar,
                exclusions=_excluded(limit, tested),
                extensions=_extended(limit, longer),
            )


def prescribed(field: Field, limit: Limit) -> Prescribed:
    """一项期限, by its Chinese name, in the edition of its field."""
    return Prescribed(
        name=limit.term,
        term=limit.term,
        period=limit.period,
        article=limit.article,
        because=BECAUSE[limit.step],
        since=field.since,
        until=field.until,
        longer=limit.longer,
        longest=limit.longest,
        excludes=limit.excludes,
        configured=limit.article.statute is RULES,
    )


def told_ahead(field: Field, ahead: Ahead) -> Prescribed:
    """提前通知, from the notice: the last day is the first on which the session may be held."""
    return Prescribed(
        name=ahead.term,
        term=ahead.term,
        period=ahead.period,
        article=ahead.article,
        because="通知，届满之日为最早举行之日",
        since=field.since,
        until=field.until,
    )


def _start(limit: Limit, days: Mapping[Step, date]) -> date | None:
    """A mediation of an accident starts when it can, but not before acceptance (ACCIDENTS 90)."""
    start = days.get(limit.step)
    accepted = days.get(Step.ACCEPTED)
    if start and accepted and limit.step is Step.READY:
        return max(start, accepted)
    return start


def _excluded(limit: Limit, tested: tuple[date, date | None] | None) -> tuple[Exclusion, ...]:
    if tested is None or limit.excludes is None:
        return ()
    return (Exclusion(tested[0], tested[1], limit.out, limit.excludes),)


def _extended(limit: Limit, longer: Period | None) -> tuple[Extension, ...]:
    if longer is None or limit.longer is None:
        return ()
    most = limit.longest
    by = most if most and (type(longer) is not type(most) or longer.n > most.n) else longer
    reason = f"约定或者批准延长{f'，最长{most}' if most else ''}"
    return (Extension(by, reason, limit.longer),)


def notice_by(ahead: Ahead, held_on: date, calendar: Calendar) -> date:
    """最迟的通知之日: so long before the day, which is the last of the period itself [D]."""
    return latest_start(ahead.period, held_on, calendar)


def running(act_known_on: date, calendar: Calendar) -> tuple[Proof, Proof]:
    """复议申请期限和起诉期限, which no mediation stops (ARL 20; ALL 46)."""
    reconsider = replace(
        RECONSIDER, term="申请行政复议（调解期间照常计算）", because="知道行政行为"
    )
    sue = replace(SUE_ACT, term="直接起诉行政行为（调解期间照常计算）")
    return reconsider.proof(act_known_on, calendar), sue.proof(act_known_on, calendar)
