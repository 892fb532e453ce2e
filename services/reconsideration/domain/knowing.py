"""期限的起算: from which day the filing period runs (ARR2026 23, 24; before it ARR2007 15, 16)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from shared.law.article import ARR2007, ARR2026, CPL, OGI, Article, arr
from shared.law.calendar import Calendar
from shared.law.period import CalendarDays, Period
from shared.law.proof import Proof


class Manner(StrEnum):
    """How the party learnt of the act 告知、送达的方式 (ARR2026 23)."""

    ON_THE_SPOT = "on_the_spot"  # 当场作出
    SIGNED = "signed"  # 直接送达，签收
    REFUSED = "refused"  # 直接送达，拒绝签收
    POST = "post"  # 邮寄送达，邮件签收单、送达回证或者邮政机构的记载
    ELECTRONIC = "electronic"  # 电子送达，到达受送达人指定的特定系统
    NOTICE = "notice"  # 公告
    LATER = "later"  # 事后补充告知


@dataclass(frozen=True, slots=True)
class Start:
    """期限起算之日, not counted itself: why that day, by which provision, and how it came about."""

    on: date
    because: str
    article: Article
    proofs: tuple[Proof, ...] = ()


_ROWS: Final[dict[Manner, tuple[str, int, Article]]] = {
    Manner.ON_THE_SPOT: ("当场作出行政行为", 1, ARR2007[15].par(1, 1)),
    Manner.SIGNED: ("受送达人签收法律文书", 2, ARR2007[15].par(1, 2)),
    Manner.REFUSED: ("受送达人拒绝签收，留置送达", 2, CPL[89]),
    Manner.POST: ("邮件签收单或者回执、邮政记载的签收", 3, ARR2007[15].par(1, 3)),
    Manner.ELECTRONIC: ("法律文书到达受送达人指定的特定系统", 4, CPL[90]),
    Manner.NOTICE: ("公告规定的期限届满", 5, ARR2007[15].par(1, 4)),
    Manner.LATER: ("收到补充告知的通知", 6, ARR2007[15].par(1, 5)),
}
"""Why the day, the item of ARR2026 23(1), and the provision before it."""


def start_by_service(manner: Manner, on: date, step_on: date) -> Start:
    """起算 by the manner of service (ARR2026 23; ARR2007 15; CPL 89, 90).

    Args:
        manner: How the paper reached the party.
        on: The day of that; of a notice, the last day of its period.
        step_on: The day of the application, whose edition governs.
    """
    because, item, before = _ROWS[manner]
    article = ARR2026[23].par(1, item) if ARR2026.in_force(step_on) else before
    return Start(on, because, article)


def end_of_notice(published_on: date, days: int, step_on: date, calendar: Calendar) -> Start:
    """公告期限届满 as a start (ARR2026 23; CPL 95)."""
    reckoning = CalendarDays(days).reckon(published_on, calendar)
    notice = Proof(term="公告期限", article=CPL[95], because="发布公告", reckoning=reckoning)
    start = start_by_service(Manner.NOTICE, reckoning.last_day, step_on)
    return Start(start.on, start.because, start.article, (notice,))


def start_by_evidence(on: date, step_on: date) -> Start:
    """被申请人证明的知道之日 goes before what the papers say (ARR2026 23(2); ARR2007 15)."""
    edition = arr(step_on)
    article = edition[23].par(2) if edition is ARR2026 else edition[15].par(1, 6)
    return Start(on, "证据材料证明知道或者应当知道该行政行为", article)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """履职申请: what was asked of the organ, and by when a rule says it had to act."""

    received_on: date | None = None
    perform_by: date | None = None
    within: Period | None = None
    disclosure: bool = False


def start_of_omission(asked: Request, step_on: date, calendar: Calendar) -> Start | None:
    """未履行职责的起算: the end of the time to perform, else sixty days (ARR2026 24)."""
    edition = arr(step_on)
    rule = edition[24 if edition is ARR2026 else 16]
    rule = rule.par(1) if edition is ARR2026 else rule
    if asked.perform_by:
        return Start(asked.perform_by, "履行期限届满", rule)
    if asked.received_on is None:
        return None
    # Of disclosure the articles do not speak; its own law sets a time, which is taken alike.
    article = OGI[33].par(2) if asked.disclosure else rule
    period = asked.within or CalendarDays(60)
    because = "履行期限届满" if asked.within else "行政机关收到申请满60日"
    reckoning = period.reckon(asked.received_on, calendar)
    time = Proof(
        term="行政机关履行期限", article=article, because="行政机关收到申请", reckoning=reckoning
    )
    return Start(reckoning.last_day, because, rule, (time,))
