"""行政调解的通行做法: what other places set, for want of a rule of the province or the city.

No law of this place sets these days, so that no proof cites one and nothing lapses with them; each
row is a setting that the city may change.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from services.mediation.domain.fields import Step
from shared.law.calendar import Calendar
from shared.law.period import WorkingDays
from shared.law.reckoning import Reckoning
from shared.law.unread import SHENZHEN

TYPICAL_BASIS: Final = (
    f"各地做法（如{SHENZHEN}第43至47条），本省本市没有规定，不是法定期限，可以由市里调整"
)


@dataclass(frozen=True, slots=True)
class Practice:
    """一行设置: a step, its usual time and the day from which it runs."""

    key: str
    """For programs."""
    term: str
    within: WorkingDays
    step: Step


TYPICAL: Final = (
    Practice("accept_by", "决定是否受理", WorkingDays(5), Step.RECEIVED),
    Practice(
        "complex_accept_by", "决定是否受理（复杂或者几个机关）", WorkingDays(10), Step.RECEIVED
    ),
    Practice("transfer_by", "移送有管辖权的机关", WorkingDays(3), Step.RECEIVED),
    Practice("short_end_by", "办结（较短的做法）", WorkingDays(20), Step.ACCEPTED),
    Practice("end_by", "办结", WorkingDays(30), Step.ACCEPTED),
)
"""行政调解各步的通常期限."""

LONGER: Final = Practice("extended_by", "延长一次后办结", WorkingDays(10), Step.ACCEPTED)
"""延长, once, from the last day of the term."""


def usual(days: Mapping[Step, date], calendar: Calendar) -> tuple[tuple[Practice, Reckoning], ...]:
    """各步的最后一日, of those whose start is known."""
    found = [
        (one, one.within.reckon(days[one.step], calendar)) for one in TYPICAL if one.step in days
    ]
    ends = [reckoned.last_day for one, reckoned in found if one.key == "end_by"]
    return (*found, *((LONGER, LONGER.within.reckon(end, calendar)) for end in ends))
