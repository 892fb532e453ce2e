"""What happens to a period in tests: suspensions, inspections, extensions."""

from datetime import date

from shared.law.article import ARL
from shared.law.course import Exclusion, Extension
from shared.law.period import (
    CalendarDays,
    Period,
)

SIXTY = CalendarDays(60)


def day(text: str) -> date:
    return date.fromisoformat(text)


def suspended(after: str, until: str | None) -> Exclusion:
    return Exclusion(day(after), day(until) if until else None, "行政复议中止", ARL[39])


def longer(period: Period) -> Extension:
    return Extension(period, "情况复杂", ARL[62].par(1), "行政复议机构负责人")
