"""期限被耽误: what follows where an obstacle kept somebody from a day (ARL 20, 88; CPL 86)."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Final, Self

from pydantic import model_validator

from services.reconsideration.domain import missed
from services.reconsideration.domain.saying import Point
from services.reconsideration.lawdesk.telling import assumed, reasons
from shared.law.article import ARL, RULES
from shared.law.calendar import Calendar
from shared.lawdesk import Answer, Facts, Question, Setting, told


class Kept(StrEnum):
    """Which day was missed 被耽误的期限."""

    APPLICATION = "application"  # 申请期限
    SUPPLEMENT = "supplement"  # 补正期限
    REPLY = "reply"  # 书面答复期限


class MissedDayFacts(Facts):
    """The period, the obstacle, and when it is asked for."""

    missed: Kept = told("被耽误的是哪一个期限", "申请期限自动继续计算，其他的须申请顺延")
    period_from: date = told("期限起算之日，该日不计入", "障碍在此以前的，不耽误期限")
    period_until: date = told("期限的最后一日", "没有届满的，不必申请顺延")
    hindered_on: date = told("障碍发生之日", "障碍期间内的工作日才补")
    removed_on: date | None = told("障碍消除之日", "消除后的十日内申请", None)
    asked_on: date | None = told("申请顺延之日", "超过十日的，不能再申请", None)
    posted_on: date | None = told("申请书交邮之日", "期满前交邮的，不算逾期", None)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.period_until < self.period_from:
            raise ValueError("期限的最后一日不得早于起算之日")
        if self.removed_on and self.removed_on < self.hindered_on:
            raise ValueError("障碍消除之日不得早于障碍发生之日")
        if self.posted_on and self.asked_on and self.posted_on > self.asked_on:
            raise ValueError("交邮之日不得晚于申请之日")
        return self


_CPL: Final = Point("期间的计算依照民事诉讼法，包括顺延", ARL[88].par(1))
_APPLYING: Final = Point(
    "因不可抗力或者其他正当理由耽误法定申请期限的，自障碍消除之日起继续计算，不必申请顺延",
    ARL[20].par(2),
)
_AFTERWARDS: Final = {
    Kept.SUPPLEMENT: Point(
        "无正当理由逾期不补正的，才视为放弃；准许的，在新的案卷补正", ARL[31].par(2)
    ),
    Kept.REPLY: Point("准许的，逾期不答复的记载不再作数，在补足的日数内答复", ARL[70]),
}


def _answer(facts: MissedDayFacts, setting: Setting) -> Answer:
    asked = facts.posted_on or facts.asked_on or setting.today
    days = _days(facts, setting.calendar)
    result = _result(facts, asked, days, setting)
    since = None if facts.missed is Kept.APPLICATION else facts.removed_on
    proofs = (missed.ASK.proof(since, setting.calendar),) if since else ()
    last = proofs[0].reckoning.last_day if proofs else None
    return Answer(
        result=result,
        says=_SAYS[result].format(last=last, days=days),
        reasons=reasons(_points(facts, asked, days, setting.calendar)),
        proofs=proofs,
        assumed=assumed(facts, _taken(facts)),
        values={
            "ask_until": last.isoformat() if last else None,
            "lost_days": days if result == "may_ask" else None,
        },
    )


def _days(facts: MissedDayFacts, calendar: Calendar) -> int:
    end = facts.removed_on or facts.period_until
    return missed.lost(facts.period_from, facts.period_until, (facts.hindered_on, end), calendar)


def _result(facts: MissedDayFacts, asked: date, days: int, setting: Setting) -> str:
    if facts.missed is Kept.APPLICATION:
        return "runs_on"
    if asked <= facts.period_until:
        return "open"
    if facts.removed_on is None or asked < facts.removed_on:
        return "lasting"
    if not missed.in_ten_days(facts.removed_on, asked, setting.calendar).met:
        return "late"
    return "may_ask" if days else "nothing_lost"


def _points(facts: MissedDayFacts, asked: date, days: int, calendar: Calendar) -> Iterator[Point]:
    if facts.missed is Kept.APPLICATION:
        yield _APPLYING
        return
    yield _CPL
    if facts.removed_on:
        yield missed.gone(facts.hindered_on, facts.removed_on, asked)
        yield missed.in_ten_days(facts.removed_on, asked, calendar)
        yield missed.took(days, facts.period_until, (facts.hindered_on, facts.removed_on))
    yield Point("由行政复议机构决定，准许或者不予准许都写明理由", RULES[174])
    yield Point("应当在期限内决定是否准许", RULES[171])
    yield _AFTERWARDS[facts.missed]


def _taken(facts: MissedDayFacts) -> dict[str, str]:
    if facts.missed is Kept.APPLICATION:
        return {}
    taken = {"removed_on": "尚未消除"}
    return taken if facts.posted_on else taken | {"asked_on": "今天"}


_SAYS: Final = {
    "may_ask": "可以申请顺延，最迟{last}；准许的，补足{days}个工作日。",
    "late": "障碍消除后的十日已于{last}届满，不能再申请顺延。",
    "lasting": "障碍尚未消除，消除以后的十日内申请顺延。",
    "nothing_lost": "障碍没有耽误期限，不予顺延。",
    "open": "期限尚未届满，不必申请顺延；补正有困难的，可以申请延长补正期限。",
    "runs_on": "不必申请顺延，申请期限自障碍消除之日起继续计算。",
}

QUESTION: Final = Question(
    name="missed-day",
    term="期限被耽误",
    says="因不可抗拒的事由或者其他正当理由耽误了期限，能否顺延，最迟何时申请，补几日？",
    facts=MissedDayFacts,
    answer=_answer,
    results={
        "may_ask": "可以申请顺延",
        "late": "申请顺延已经逾期",
        "lasting": "障碍尚未消除",
        "nothing_lost": "没有耽误期限",
        "open": "期限尚未届满",
        "runs_on": "申请期限继续计算",
    },
    example={
        "missed": "reply",
        "period_from": "2026-03-09",
        "period_until": "2026-03-23",
        "hindered_on": "2026-03-16",
        "removed_on": "2026-03-24",
        "asked_on": "2026-03-25",
    },
)
"""顺延期限 (ARL 20, 88; CPL 86)."""
