"""合并审理, and an application that several authorities have (ARR2026 43; ARR2007 30)."""

from dataclasses import replace
from datetime import date
from typing import Final

from services.reconsideration.domain.saying import Norm, Point, Ruling, by
from shared.contracts.reconsideration.people import Joinder
from shared.law.article import ARL, ARR2007, ARR2026
from shared.law.calendar import Calendar
from shared.law.day import DAY
from shared.law.period import CalendarDays, Period, WorkingDays
from shared.law.prescribed import Prescribed
from shared.law.readings import READINGS, Readings

_GROUNDS: Final = {
    Joinder.SEVERAL_ORGANS: "两个以上行政机关分别对同一事实作出行政行为",
    Joinder.SEVERAL_PARTIES: "行政机关就同一事实对多个当事人分别作出行政行为，各自申请",
    Joinder.NEW_ACT: "复议期间被申请人对申请人作出新的行政行为，申请人不服",
    Joinder.OTHER: "行政复议机关认为可以合并的其他情形",
}
_SEPARATE: Final = Point("对两个以上行政行为不服的，仍应当分别申请", ARL[22].par(4))
_JOINING: Final = {
    Norm.MAY: "可以决定合并审理，也可以合并作出决定。",
    Norm.BARRED: "不是向同一行政复议机关申请的，不能合并审理。",
    Norm.UNCLEAR: "须说明属于哪一种情形、是否向同一行政复议机关申请，才能判定可否合并审理。",
}


def joinder(ground: Joinder | None, on: date, *, same_authority: bool | None) -> Ruling:
    """合并审理 of cases about the same act or acts of one kind (ARR2026 43).

    Args:
        ground: Why they would be joined.
        on: The day of the step; the regulation of 2007 does not speak of joining.
        same_authority: Whether all were brought to the same authority.
    """
    if not ARR2026.in_force(on):
        text = "2026年6月30日以前的条例没有合并审理的规定"
        return Ruling(norm=Norm.SILENT, says=f"{text}。", points=(Point(text, None), _SEPARATE))
    if ground is None:
        points = [
            Point("因同一或者同类行政行为发生的案件，在四种情形下可以合并", ARR2026[43].par(1))
        ]
        norm = Norm.UNCLEAR
    else:
        item = list(Joinder).index(ground) + 1
        text = f"{_GROUNDS[ground]}，向同一行政复议机关申请"
        points = [Point(text, ARR2026[43].par(1, item), same_authority)]
        norm = by(same_authority, Norm.MAY)
    if norm is Norm.MAY:
        points.append(Point("合并审理的，可以合并作出行政复议决定", ARR2026[43].par(2)))
    return Ruling(norm=norm, says=_JOINING[norm], points=(*points, _SEPARATE))


def consulting(readings: Readings = READINGS) -> Period:
    """协商、指定, ten days each; whether they are worked the regulation of 2007 does not say."""
    worked = readings.way("consultation") == "working_days"
    return WorkingDays(10) if worked else CalendarDays(10)


CONSULT: Final = Prescribed(
    name="consult",
    term="协商确定受理机关期限",
    period=consulting(),
    article=ARR2007[30],
    because="同时收到行政复议申请",
    until=ARR2026.since - DAY,
)
NAME: Final = replace(CONSULT, name="name", term="指定受理机关期限", because="协商不成")
"""协商、指定 (ARR2007 30)."""


def several_receivers(
    on: date,
    calendar: Calendar,
    *,
    same_day: bool | None,
    received_on: date | None,
    failed_on: date | None,
) -> Ruling:
    """两个以上机关收到同一申请 (ARR2007 30); dropped by the regulation of 2026.

    Args:
        on: The day of the step.
        calendar: The city's calendar.
        same_day: Whether they received it at the same time.
        received_on: The day on which they did.
        failed_on: The day on which their consultation failed.
    """
    if ARR2026.in_force(on):
        text = "2026年7月1日起没有协商、指定受理机关的规定"
        barred = Point("一个机关已经受理的，其他机关不再受理", ARL[30].par(1, 7))
        return Ruling(norm=Norm.SILENT, says=f"{text}。", points=(Point(text, None), barred))
    left_out = Point("协商或者指定所用时间不计入审理期限", ARR2007[30])
    if same_day is None:
        text = "先收到的受理；同时收到的十日内协商，协商不成的由共同上一级在十日内指定"
        return Ruling(norm=Norm.UNCLEAR, says=f"{text}。", points=(Point(text, ARR2007[30]),))
    if not same_day:
        text = "由最先收到行政复议申请的机关受理"
        return Ruling(norm=Norm.MUST, says=f"{text}。", points=(Point(text, ARR2007[30]),))
    text = "同时收到的应当在十日内协商，协商不成的由共同上一级行政机关在十日内指定"
    rows = ((CONSULT, received_on), (NAME, failed_on))
    read = (READINGS.taken("consultation"),)
    proofs = tuple(rule.proof(start, calendar, readings=read) for rule, start in rows if start)
    points = (Point(text, ARR2007[30]), left_out)
    return Ruling(norm=Norm.MUST, says=f"{text}。", points=points, proofs=proofs)
