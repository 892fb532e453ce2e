"""裁决权限: which disputes a statute lets an organ adjudicate, and its periods in each.

What a matter's own statute leaves open is the hub's own rule (RULES 41 to 44), save the time to
rule: where no statute sets one, an organ that has not acted two months after the application has
failed to perform its duty (ALL 47).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from shared.contracts.adjudication import AdjudicationAccepted, AdjudicationApplied, Matter
from shared.contracts.fact import Fact
from shared.law.article import (
    ALL,
    ENTERPRISE_NAME,
    FOREST,
    GPL,
    GRASS,
    LAL,
    LAND_DISPUTES,
    MINERALS,
    PATENT,
    PLAN,
    PROCUREMENT_COMPLAINTS,
    RULES,
    SEED,
    Article,
)
from shared.law.period import CalendarDays, Months, Period, WorkingDays
from shared.law.prescribed import Prescribed
from shared.law.procedure import Refused


class Mediation(StrEnum):
    """Whether the organ mediates before it rules 先行调解."""

    FIRST = "first"  # 应当先行调解
    MAY = "may"  # 可以调解
    NONE = "none"  # 不适用调解


@dataclass(frozen=True, slots=True)
class Term:
    """A period 期限 with the article that sets it, and what it runs from."""

    period: Period
    article: Article
    since: type[Fact] = AdjudicationApplied

    def prescribed(self, name: str, term: str, because: str) -> Prescribed:
        """The same with what it is called and what fixes its start."""
        return Prescribed(
            name=name, term=term, period=self.period, article=self.article, because=because
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Power:
    """裁决事项: one matter with its statute and its periods."""

    matter: Matter
    term: str
    basis: Article
    """The provision that gives the power 授权条款."""
    since: date
    """The first day on which all that the row cites is in force, and the power with it."""
    government: bool = False
    """Decided by the people's government on a bureau's opinion 由人民政府处理."""
    natural_resource: bool = False
    """A right already held may be infringed, so that reconsideration comes first (ARL 23)."""
    mediation: Mediation = Mediation.FIRST
    mediated_under: Article = PLAN[24]
    accept: Term = Term(WorkingDays(5), RULES[41])
    copy: Term = Term(WorkingDays(5), RULES[42], AdjudicationAccepted)
    answer: Term = Term(WorkingDays(10), RULES[43])
    """Runs from receipt of the copy, whatever the matter."""
    rule: Term | None = Term(Months(2), ALL[47].par(1))
    opinion: Term | None = None
    """Time for the bureau's opinion, where the statute bounds it rather than the ruling."""
    submit: Term | None = None
    """Time from the opinion to its submission to the government."""
    sue: Term = Term(Months(6), ALL[46].par(1))
    """Runs from service of the ruling."""
    deliver: Term | None = None
    """Time to serve a mediation document, from its effect."""
    perform: Term | None = None
    """Time to perform that the statute fixes; else the ruling sets it."""
    silence: Article | None = None
    """The matter's own provision that opens a suit over silence, beside reconsideration."""
    unbounded: str = ""
    """Why no period bounds the ruling, in Chinese, where none does."""


LAND: Final = Power(
    matter=Matter.LAND,
    term="土地所有权和使用权争议",
    basis=LAL[14],
    since=date(2020, 1, 1),
    government=True,
    natural_resource=True,
    mediated_under=LAND_DISPUTES[23],
    accept=Term(WorkingDays(7), LAND_DISPUTES[13]),
    copy=Term(WorkingDays(5), LAND_DISPUTES[13], AdjudicationAccepted),
    answer=Term(CalendarDays(30), LAND_DISPUTES[13]),
    rule=None,
    opinion=Term(Months(6), LAND_DISPUTES[28], AdjudicationAccepted),
    submit=Term(WorkingDays(5), LAND_DISPUTES[30]),
    deliver=Term(CalendarDays(15), LAND_DISPUTES[26]),
    sue=Term(CalendarDays(30), LAL[14].par(3)),
    unbounded="人民政府收到处理意见后作出决定的期限，法律未作规定",
)

FOREST_LAND: Final = Power(
    matter=Matter.FOREST,
    term="林木、林地所有权和使用权争议",
    basis=FOREST[22],
    since=date(2020, 7, 1),
    government=True,
    natural_resource=True,
    sue=Term(CalendarDays(30), FOREST[22].par(3)),
)

GRASSLAND: Final = Power(
    matter=Matter.GRASSLAND,
    term="草原所有权、使用权争议",
    basis=GRASS[16],
    since=date(2021, 4, 29),
    government=True,
    natural_resource=True,
)

MINING_AREA: Final = Power(
    matter=Matter.MINING_AREA,
    term="矿业权人勘查、开采区域争议",
    basis=MINERALS[65],
    since=date(2026, 6, 15),
    government=True,
    natural_resource=True,
)

NAME: Final = Power(
    matter=Matter.ENTERPRISE_NAME,
    term="企业名称争议",
    basis=ENTERPRISE_NAME[21],
    since=date(2021, 3, 1),
    mediation=Mediation.MAY,
    mediated_under=ENTERPRISE_NAME[21].par(2),
    rule=Term(Months(3), ENTERPRISE_NAME[21].par(2), AdjudicationAccepted),
    perform=Term(CalendarDays(30), ENTERPRISE_NAME[23].par(2)),
)

PROCUREMENT: Final = Power(
    matter=Matter.PROCUREMENT,
    term="政府采购投诉",
    basis=GPL[56],
    since=date(2018, 3, 1),
    mediation=Mediation.NONE,
    accept=Term(WorkingDays(5), PROCUREMENT_COMPLAINTS[21]),
    copy=Term(WorkingDays(8), PROCUREMENT_COMPLAINTS[21]),
    answer=Term(WorkingDays(5), PROCUREMENT_COMPLAINTS[22]),
    rule=Term(WorkingDays(30), GPL[56]),
    silence=GPL[58],
)

PATENTS: Final = Power(
    matter=Matter.PATENT,
    term="专利侵权纠纷",
    basis=PATENT[65],
    since=date(2021, 6, 1),
    mediation=Mediation.MAY,
    mediated_under=PATENT[65],
    rule=None,
    sue=Term(CalendarDays(15), PATENT[65]),
    unbounded="专利侵权纠纷的处理期限由部门规章另行规定，法律未作规定",
)

PLANT_VARIETY: Final = Power(
    matter=Matter.PLANT_VARIETY,
    term="植物新品种权侵权纠纷",
    basis=SEED[72],
    since=date(2022, 3, 1),
    mediation=Mediation.MAY,
    mediated_under=SEED[72],
)

POWERS: Final = {
    power.matter: power
    for power in (
        LAND,
        FOREST_LAND,
        GRASSLAND,
        MINING_AREA,
        NAME,
        PROCUREMENT,
        PATENTS,
        PLANT_VARIETY,
    )
}
"""Every power to adjudicate, by matter."""


def no_power(matter: str, on: date) -> Refused | None:
    """为什么不能裁决: what refuses to adjudicate a matter of that code on that day, if anything."""
    if matter not in set(Matter):
        return Refused("没有法律规定该类纠纷可以由行政机关裁决", PLAN[24])
    power = POWERS[Matter(matter)]
    if on < power.since:
        return Refused("申请之日尚无法律规定该类纠纷可以由行政机关裁决", power.basis)
    return None


def power_over(matter: str, on: date) -> Power:
    """裁决权限 over a matter of the catalogue on that day.

    Raises:
        Refused: No statute gives the power, or not yet.
    """
    refused = no_power(matter, on)
    if refused:
        raise refused
    return POWERS[Matter(matter)]
