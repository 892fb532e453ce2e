"""直接起诉: the suit without reconsideration, over an act or an omission (ALL 44 to 48; ALI 66)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from services.reconsideration.domain.saying import Point
from shared.law.article import ALI, ALL, ARL, Article
from shared.law.calendar import Calendar
from shared.law.course import Cap, Exclusion
from shared.law.period import CalendarDays
from shared.law.prescribed import Prescribed
from shared.law.proof import Proof
from shared.law.suing import ACT_UNTOLD, SUE_ACT, SUE_ESTATE_STOP, SUE_STOP

LEARNT: Final = replace(
    SUE_ACT, name="act_learnt", article=ACT_UNTOLD.article, because="知道起诉期限"
)
"""未告知起诉期限的，自知道之日起 (ALI 64)."""
LATE: Final = Prescribed(
    name="ask_for_longer",
    term="申请延长起诉期限",
    period=CalendarDays(10),
    article=ALL[48].par(2),
    because="其他特殊情况的障碍消除",
)
"""障碍消除后申请延长的期限 (ALL 48)."""


class Maker(StrEnum):
    """谁作出了行政行为."""

    ONE = "one"  # 一个机关
    JOINT = "joint"  # 两个以上机关共同
    ENTRUSTED = "entrusted"  # 受委托的组织
    GONE = "gone"  # 机关已被撤销或者职权变更


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """被诉的行政行为, as far as its days are known."""

    known_on: date | None = None
    """知道或者应当知道行政行为内容之日."""
    done_on: date | None = None
    told: bool | None = None
    """是否告知起诉期限; None is taken as told."""
    learnt_on: date | None = None
    """后来知道起诉期限之日."""
    real_estate: bool = False
    obstacle: tuple[date, date | None] | None = None
    """不可抗力等耽误的第一日和最后一日."""


def direct(act: Act, calendar: Calendar) -> Proof | None:
    """直接起诉的期限: six months, within a year of what was not told, and the long stop."""
    caps = tuple(_caps(act))
    rule, start = SUE_ACT, act.known_on
    if act.told is False:
        rule, start = (LEARNT, act.learnt_on) if act.learnt_on else (ACT_UNTOLD, act.known_on)
    if start is None:
        return None
    out: tuple[Exclusion, ...] = ()
    if act.obstacle:
        first, last = act.obstacle
        out = (Exclusion.whole(first, last, "不可抗力等耽误的时间", ALL[48].par(1)),)
    return rule.proof(start, calendar, exclusions=out, caps=caps)


def _caps(act: Act) -> Iterator[Cap]:
    if act.told is False and act.known_on and act.learnt_on:
        yield Cap(ACT_UNTOLD.period, act.known_on, ACT_UNTOLD.article)
    if act.done_on:
        stop = SUE_ESTATE_STOP if act.real_estate else SUE_STOP
        yield Cap(stop.period, act.done_on, stop.article)


def extension(obstacle_ended_on: date, calendar: Calendar) -> Proof:
    """申请延长起诉期限: ten days after another special obstacle is gone (ALL 48)."""
    return LATE.proof(obstacle_ended_on, calendar)


def sued(maker: Maker) -> Point:
    """直接起诉的被告 (ALL 26)."""
    rows: dict[Maker, tuple[str, Article]] = {
        Maker.ONE: ("直接起诉的，作出行政行为的行政机关是被告", ALL[26].par(1)),
        Maker.JOINT: ("共同作出行政行为的行政机关是共同被告", ALL[26].par(4)),
        Maker.ENTRUSTED: ("受委托的组织作出的，委托的行政机关是被告", ALL[26].par(5)),
        Maker.GONE: ("机关被撤销或者职权变更的，继续行使其职权的机关是被告", ALL[26].par(6)),
    }
    return Point(*rows[maker])


def choice(accepted_on: date | None, filed_on: date | None) -> Iterator[Point]:
    """复议和诉讼都提起的: whoever took it first has it (ALI 57; ARL 29).

    Args:
        accepted_on: The day on which the authority accepted.
        filed_on: The day on which the court filed it.
    """
    if accepted_on and filed_on:
        if accepted_on == filed_on:
            yield Point("同日受理、立案的，由当事人选择", ALI[57])
        else:
            first = "复议机关" if accepted_on < filed_on else "人民法院"
            yield Point(f"由先受理的机关管辖，先受理的是{first}", ALI[57])
    if accepted_on:
        yield Point("复议已经受理的，在法定复议期间内不得起诉", ARL[29].par(1))
        yield Point("已经申请复议又起诉的，人民法院不予立案", ALI[57])
    if filed_on:
        yield Point("人民法院已经受理的，不得申请复议", ARL[29].par(2))


def first_only(*, compulsory: bool) -> Point:
    """复议前置: no suit before it; else the choice is free (ALL 44; ALI 56)."""
    if compulsory:
        return Point("应当先申请行政复议，直接起诉的人民法院不予立案", ALI[56].par(1), met=False)
    return Point("可以先申请复议，也可以直接起诉", ALL[44].par(1), met=True)
