"""直接起诉: the suit without reconsideration, over an act or an omission (ALL 44 to 48; ALI 66)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from services.reconsideration.domain.saying import Point
from shared.law.article import ALI, ALL, ARL, Article
from shared.law.calendar import Calendar
from shared.law.course import Cap, Exclusion
from shared.law.period import CalendarDays, Months, Period, Years
from shared.law.proof import Proof

SIX: Final = Months(6)
"""直接起诉期限 (ALL 46), and that over an omission (ALI 66)."""
UNTOLD: Final = Years(1)
"""未告知起诉期限的，自知道内容起最长一年 (ALI 64)."""
TWO: Final = Months(2)
"""履行法定职责的期限 where no law sets another (ALL 47)."""
LATE: Final = CalendarDays(10)
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
    start, because, article = act.known_on, "知道行政行为", ALL[46].par(1)
    period: Period = SIX
    if act.told is False:
        article = ALI[64].par(1)
        start, because = (act.learnt_on, "知道起诉期限") if act.learnt_on else (start, because)
        period = SIX if act.learnt_on else UNTOLD
    if start is None:
        return None
    out: tuple[Exclusion, ...] = ()
    if act.obstacle:
        first, last = act.obstacle
        out = (Exclusion.whole(first, last, "不可抗力等耽误的时间", ALL[48].par(1)),)
    reckoning = period.reckon(start, calendar, exclusions=out, caps=caps)
    term = "直接起诉期限" if period is SIX else "最长起诉期限"
    return Proof(term=term, article=article, because=because, reckoning=reckoning)


def _caps(act: Act) -> Iterator[Cap]:
    if act.told is False and act.known_on and act.learnt_on:
        yield Cap(UNTOLD, act.known_on, ALI[64].par(1))
    if act.done_on:
        yield Cap(Years(20 if act.real_estate else 5), act.done_on, ALL[46].par(2))


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """不履行法定职责."""

    requested_on: date | None = None
    """行政机关接到申请之日."""
    within: Period = TWO
    urgent: bool = False


def omitted(case: Omission, calendar: Calendar) -> tuple[Proof, ...]:
    """等待期 and then the six months to sue (ALL 47; ALI 66)."""
    if case.requested_on is None or case.urgent:
        return ()
    waiting = Proof(
        term="履行法定职责期限",
        article=ALL[47].par(1),
        because="行政机关接到申请",
        reckoning=case.within.reckon(case.requested_on, calendar),
    )
    start = waiting.reckoning.last_day
    suit = Proof(
        term="对不作为的起诉期限",
        article=ALI[66],
        because="履行法定职责期限届满",
        reckoning=SIX.reckon(start, calendar),
    )
    return waiting, suit


def extension(obstacle_ended_on: date, calendar: Calendar) -> Proof:
    """申请延长起诉期限: ten days after another special obstacle is gone (ALL 48)."""
    return Proof(
        term="申请延长起诉期限",
        article=ALL[48].par(2),
        because="其他特殊情况的障碍消除",
        reckoning=LATE.reckon(obstacle_ended_on, calendar),
    )


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
