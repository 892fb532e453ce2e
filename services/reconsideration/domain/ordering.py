"""决定的内容和前提: what goes with a decision, before and after it is made (ARL 61 to 72, 77)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from services.reconsideration.domain.saying import Point
from shared.contracts.reconsideration import Outcome, Stance
from shared.law.article import ARL, ARR2007, ARR2026, Article, arr
from shared.law.calendar import Calendar
from shared.law.day import DAY
from shared.law.period import CalendarDays, parse_period
from shared.law.prescribed import Prescribed
from shared.law.proof import Proof
from shared.law.readings import READINGS, Readings
from shared.law.suing import SUE_DECISION

REVOKING: Final = (Outcome.REVOKED, Outcome.REVOKED_IN_PART)
"""Decisions that may order the respondent to act anew 责令重新作出 (ARL 64)."""
ORDERS_NOTHING: Final = (
    Outcome.UPHELD,
    Outcome.REQUEST_DISMISSED,
    Outcome.APPLICATION_DISMISSED,
)
"""Decisions under which the respondent has nothing to perform (ARL 33, 68, 69)."""
_REDO: Final = Prescribed(
    name="redo",
    term="重新作出行政行为期限",
    period=CalendarDays(60),
    article=ARR2026[58].par(1),
    because="被申请人收到文书",
    since=ARR2026.since,
)
REDO: Final = (
    _REDO,
    replace(_REDO, article=ARR2007[49].par(1), since=date.min, until=ARR2026.since - DAY),
)
"""重新作出行政行为的期限 where no other law sets one, the newest edition first."""


def redo_rule(on: date) -> Prescribed:
    """重新作出的期限 of the edition of this day (ARR2026 58; ARR2007 49)."""
    return next(each for each in REDO if each.since <= on)


def may_order_redo(outcome: Outcome) -> bool:
    """可以责令重新作出: only what was revoked, wholly or in part (ARL 64)."""
    return outcome in REVOKING


def must_date(outcome: Outcome) -> bool:
    """应当写明履行期限: an order to perform (ARL 66)."""
    return outcome is Outcome.PERFORMANCE_ORDERED


def only_confirms(article: Article | None) -> bool:
    """不需要撤销或者责令履行: illegality is confirmed and nothing is ordered (ARL 65(2))."""
    return article is not None and article in {ARL[65].par(2, item) for item in (1, 2, 3)}


def undated(outcome: Outcome, article: Article, *, remedial: bool) -> Point | None:
    """不写履行期限, where illegality is confirmed and nothing is to be made good (ARL 65, 72)."""
    if remedial or outcome is not Outcome.CONFIRMED_ILLEGAL:
        return None
    if only_confirms(article):
        return Point("不需要撤销或者责令履行，只确认违法，不写履行期限", article, met=False)
    text = "确认违法而没有责令采取补救措施、没有责令赔偿的，不写履行期限"
    return Point(text, ARL[72].par(1), met=False)


def heard_first(must: bool, *, held: bool | None) -> Point:  # noqa: FBT001 - the question itself
    """听证: where it must be held, the decision rests on its record (ARL 50, 61)."""
    if not must:
        return Point("不属于应当组织听证的案件", ARL[50].par(2))
    if held:
        return Point("应当根据听证笔录、审查认定的事实和证据作出决定", ARL[61].par(2), met=True)
    text = "重大、疑难、复杂的案件应当组织听证，尚无听证记录"
    return Point(text, ARL[50].par(1), None if held is None else False)


def consulted_first(must: bool, stance: Stance | None) -> Point:  # noqa: FBT001 - likewise
    """咨询意见: where it must be asked for, it must be there (ARL 52, 61)."""
    if not must:
        return Point("不属于应当提请咨询的案件", ARL[52].par(2))
    if stance is None:
        return Point("尚无行政复议委员会的咨询意见", ARL[52].par(2), met=False)
    return Point("咨询意见应当作为作出决定的重要参考依据", ARL[61].par(3), met=True)


def adoption(adopted: bool | None, *, reasoned: bool, on: date) -> Point:  # noqa: FBT001 - likewise
    """采纳情况: said when the decision is submitted for signature, with reasons (ARR2026 52)."""
    if not ARR2026.in_force(on):
        return Point("2026年6月30日以前不要求说明采纳情况", ARL[61].par(3))
    if adopted is None:
        return Point("应当说明咨询意见的采纳情况", ARR2026[52], met=False)
    if not adopted and not reasoned:
        return Point("不采纳咨询意见的，应当说明理由", ARR2026[52], met=False)
    return Point("报请签发时附具咨询意见，已经说明采纳情况", ARR2026[52], met=True)


def performing(
    within: str | None,
    served_on: date,
    on: date,
    calendar: Calendar,
    *,
    redo: bool,
    outcome: Outcome | None = None,
    made_on: date | None = None,
    readings: Readings = READINGS,
) -> Proof | None:
    """履行期限, from service on the respondent: as written, of a new act sixty days else.

    Args:
        within: The period that the paper states.
        served_on: The day on which the respondent was served.
        on: The day by which the edition is chosen.
        calendar: The city's calendar.
        redo: Whether a new act was ordered.
        outcome: The kind of decision, where it is known.
        made_on: The day on which it was made; that the sixty days do not run from it is a reading.
        readings: How what the text leaves open is read.
    """
    if within is None and not redo:
        return None
    start, because = served_on, ""
    if within is None and made_on and readings.way("redo") == "decision":
        start, because = made_on, "作出行政复议决定"
    rule = redo_rule(on)
    if within:
        written = ARL[66] if outcome is Outcome.PERFORMANCE_ORDERED else ARL[77].par(1)
        article = ARL[64].par(1) if redo else written
        term = rule.term if redo else "履行期限"
        rule = replace(rule, term=term, period=parse_period(within), article=article)
    read = () if within else (readings.taken("redo"),)
    return rule.proof(start, calendar, because=because, readings=read)


def suing(start: date, because: str, calendar: Calendar) -> Proof:
    """起诉期限 of fifteen days (ALL 45)."""
    return SUE_DECISION.proof(start, calendar, because=because)


def forbidden(outcome: Outcome, on: date, *, by_procedure: bool) -> Iterator[Point]:
    """不得: what this decision must not do (ARL 63, 64, 66, 77; ARR2007 51)."""
    if outcome is Outcome.CHANGED:
        text = "不得作出对申请人更为不利的变更，第三人提出相反请求的除外"
        yield Point(text, ARL[63].par(2))
    if arr(on) is not ARR2026:
        text = "在复议请求范围内，任何决定都不得对申请人更为不利"
        yield Point(text, ARR2007[51])
    if may_order_redo(outcome):
        same = "被申请人不得以同一事实和理由作出相同或者基本相同的行为"
        text = "因违反法定程序撤销的，可以再作相同的行为" if by_procedure else same
        yield Point(text, ARL[64].par(2))
    else:
        yield Point("没有撤销的，不得责令重新作出行政行为", ARL[64].par(1))
    if must_date(outcome):
        yield Point("应当写明履行期限", ARL[66])
    if outcome in ORDERS_NOTHING:
        yield Point("没有需要被申请人履行的内容，不写履行期限", ARL[77].par(1))
