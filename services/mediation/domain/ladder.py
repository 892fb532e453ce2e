"""四级七天, the practice of the city's counties: seven working days over four levels.

No law sets these days, so no article is cited and nothing lapses with them; a level that has not
settled a dispute in its time reports it one level up.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from shared.law.calendar import Calendar
from shared.law.period import WorkingDays
from shared.law.reckoning import Reckoning


@dataclass(frozen=True, slots=True)
class Rung:
    """一级: who tries, and in how many working days."""

    level: str
    within: WorkingDays


RUNGS: Final = (
    Rung("社（网格员、人民调解员）", WorkingDays(1)),
    Rung("村（社区）调解委员会", WorkingDays(2)),
    Rung("司法所", WorkingDays(2)),
    Rung("乡镇（街道）综治中心", WorkingDays(2)),
)
"""四级七天 as 高台县 began it; what comes after the fourth level nobody has decided."""

BASIS: Final = "本地做法（高台县“四级七天”调解工作法），不是法定期限，可以由市里调整"


def climb(start: date, calendar: Calendar) -> tuple[tuple[Rung, Reckoning], ...]:
    """每级的最后一日, each level from the last day of the one before."""
    steps = []
    day = start
    for rung in RUNGS:
        reckoning = rung.within.reckon(day, calendar)
        steps.append((rung, reckoning))
        day = reckoning.last_day
    return tuple(steps)
