"""司法确认: who may ask which court until when, and what it does not confirm (PML 33; CPL 205)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from services.mediation.domain.mediation import Confirmation
from services.mediation.domain.peoples import PEOPLES, period_of
from shared.contracts.intake import Side
from shared.law.article import CPI, CPL, JCR, Article
from shared.law.calendar import Calendar
from shared.law.course import Extension
from shared.law.period import CalendarDays, Months, Period, Years
from shared.law.prescribed import Prescribed
from shared.law.procedure import Refused
from shared.law.proof import Proof

WINDOW: Final = period_of("confirmation")
"""共同申请的期限 from the day on which the agreement is effective."""

ARTICLE: Final = PEOPLES.by_name["confirmation"].article


class About(StrEnum):
    """What a court does not confirm 不予受理司法确认的事项 (CPI 355)."""

    OTHER = "other"  # 没有下列情形
    STATUS = "status"  # 婚姻、亲子、收养等身份关系
    PROPERTY = "property"  # 物权、知识产权确权
    SPECIAL = "special"  # 适用其他特别程序、公示催告、破产程序


_BARRED: Final = {
    About.STATUS: "确认婚姻关系、亲子关系、收养关系等身份关系的，不予受理",
    About.PROPERTY: "涉及物权、知识产权确权的，不予受理",
    About.SPECIAL: "适用其他特别程序、公示催告程序、破产程序审理的，不予受理",
}


def refusal(sides: Iterable[Side], stands: Confirmation | None) -> Refused | None:
    """为什么不能申请, None if it may be asked for.

    Args:
        sides: Who applies.
        stands: How far confirmation has come before.
    """
    if {Side.APPLICANT, Side.OPPONENT} - set(sides):
        return Refused("司法确认应当由双方当事人共同申请", ARTICLE)
    if stands is Confirmation.CLOSED:
        return Refused("自调解协议生效之日起三十日的申请期已经届满", ARTICLE)
    if stands is not None:
        return Refused("双方当事人已经共同申请司法确认", CPL[205])
    return None


def barred(about: About) -> tuple[str, Article] | None:
    """不予受理的事项 by what the agreement is about."""
    text = _BARRED.get(about)
    return (text, CPI[355]) if text else None


def window(effective_on: date, calendar: Calendar) -> Proof:
    """共同申请司法确认的期限 (PML 33)."""
    return Proof(
        term="共同申请司法确认",
        article=ARTICLE,
        because="调解协议生效",
        reckoning=WINDOW.reckon(effective_on, calendar),
    )


DECIDE: Final = Prescribed(
    name="decide",
    term="法院决定是否受理司法确认",
    period=CalendarDays(3),
    article=JCR[4].par(1),
    because="收到司法确认申请",
)

CONCLUDE: Final = Prescribed(
    name="conclude",
    term="法院审结司法确认",
    period=CalendarDays(30),
    article=CPL[187],
    because="立案",
    longer=CPL[187],
)
"""特别程序的审限, which the court's president may extend (CPL 187)."""

OBJECT: Final = Prescribed(
    name="object",
    term="当事人对司法确认提出异议",
    period=CalendarDays(15),
    article=CPI[372],
    because="收到裁定",
)

OBJECT_OTHERS: Final = Prescribed(
    name="object_others",
    term="利害关系人对司法确认提出异议",
    period=Months(6),
    article=CPI[372],
    because="知道或者应当知道",
)

EXECUTE: Final = Prescribed(
    name="execute",
    term="经司法确认后申请执行",
    period=Years(2),
    article=CPL[250].par(2),
    because="履行期间届满",
)
"""申请执行的期间 from the last day of performance (CPL 250)."""

CONFIRMING: Final = (DECIDE, CONCLUDE, OBJECT, OBJECT_OTHERS, EXECUTE)
"""司法确认在法院的期限; that of asking for it stands in the table of people's mediation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InCourt:
    """司法确认在法院各步的日期, as far as they are known."""

    asked_on: date | None = None
    """法院收到申请之日."""
    filed_on: date | None = None
    """立案之日."""
    longer: Period | None = None
    """经院长批准延长的期间."""
    ruled_on: date | None = None
    """当事人收到裁定之日."""
    known_on: date | None = None
    """利害关系人知道或者应当知道之日."""


def in_court(days: InCourt, calendar: Calendar) -> Iterator[Proof]:
    """受理、审结和异议的期限 (JCR 4; CPL 187; CPI 372)."""
    longer = (Extension(days.longer, "有特殊情况", CPL[187], "本院院长"),) if days.longer else ()
    rows: tuple[tuple[Prescribed, date | None, tuple[Extension, ...]], ...] = (
        (DECIDE, days.asked_on, ()),
        (CONCLUDE, days.filed_on, longer),
        (OBJECT, days.ruled_on, ()),
        (OBJECT_OTHERS, days.known_on, ()),
    )
    for rule, start, extensions in rows:
        if start:
            yield rule.proof(start, calendar, extensions=extensions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Performing:
    """履行期间 as the confirmed agreement sets it, or not."""

    perform_by: date | None = None
    """履行期间的最后一日."""
    last_instalment_on: date | None = None
    """分期履行的，最后一期履行期限届满之日."""
    effective_on: date | None = None
    """确认裁定生效之日, where no time to perform was set."""


def execution(when: Performing, calendar: Calendar) -> Proof | None:
    """申请执行的期间, once a court has confirmed (CPL 206, 250)."""
    rows = (
        (when.last_instalment_on, "最后一期履行期限届满"),
        (when.perform_by, "协议约定的履行期间届满"),
        (when.effective_on, "没有约定履行期间，确认裁定生效"),
    )
    for start, because in rows:
        if start:
            return EXECUTE.proof(start, calendar, because=because)
    return None


COURTS: Final = (
    ("法院邀请调解组织先行调解的，向作出邀请的法院", CPL[205].par(item=1)),
    ("自行调解的，向当事人住所地、标的物所在地、调解组织所在地的基层法院", CPL[205].par(item=2)),
    ("应当由中级人民法院管辖的纠纷，向相应的中级法院", CPL[205].par(item=2)),
)
"""向哪个法院申请."""

COURSE: Final = (
    ("法院收到申请后三日内决定是否受理", JCR[4].par(1)),
    ("办理司法确认案件不收取费用", JCR[11]),
    (
        "适用特别程序，立案之日起三十日内审结，经院长批准可以延长；2011年规定的十五日加十日让位",
        CPL[187],
    ),
    ("违反强制性规定、损害国家和他人利益、违背公序良俗、违反自愿、内容不明确的驳回", CPI[358]),
    ("裁定有效的，一方不履行可以申请执行；驳回的可以变更协议、重新调解或者起诉", CPL[206]),
    (
        "对确认有异议的，当事人收到裁定十五日内、利害关系人知道之日起六个月内提出",
        CPI[372],
    ),
    ("案外人申请撤销的一年（2011年规定）让位于上述六个月", JCR[10]),
    ("申请执行的期间为二年，分期履行的自最后一期届满起算", CPL[250].par(2)),
)
"""法院的审查, and what comes of it."""
