"""期限的推算 day by day: how time left out moves the end of a period, stretch by stretch."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from shared.law.calendar import Calendar
from shared.law.course import Excluded, Exclusion
from shared.law.day import DAY, span

if TYPE_CHECKING:
    from shared.law.period import Period


@dataclass(frozen=True, slots=True)
class Gap:
    """An exclusion less what another has taken already: days from `first` to `last`."""

    exclusion: Exclusion
    first: date
    last: date | None


def gaps(exclusions: Iterable[Exclusion], start: date) -> tuple[list[Gap], list[Exclusion]]:
    """The exclusions in order, each day in one of them only; and those that take no day.

    Args:
        exclusions: In any order, and overlapping as they may.
        start: What lies on or before the start day is not counted anyway.
    """
    found: list[Gap] = []
    idle: list[Exclusion] = []
    covered = start
    for one in sorted(exclusions, key=_order):
        after = max(one.after, covered)
        if covered == date.max or (one.until is not None and one.until <= after):
            idle.append(one)
            continue
        found.append(Gap(one, after + DAY, one.until))
        covered = one.until or date.max
    return found, idle


def _order(one: Exclusion) -> tuple[date, date, str, str, str]:
    return one.after, one.until or date.max, one.article.code, one.reason, one.approved_by


@dataclass(slots=True)
class Walk:
    """A period in days, months or years on its way, stretch by stretch: its own, then extensions.

    What begins in a stretch is left out of that stretch; so an exclusion counts also if it begins
    in time that only an extension covers.
    """

    calendar: Calendar
    gaps: list[Gap]
    """Those not yet reached, the next one first."""

    raw: date
    """The raw end so far; while it stands still, the earliest that is still possible."""

    counted: list[date] = field(default_factory=list)
    """Every day gone through one by one, where working days are counted."""

    excluded: list[Excluded] = field(default_factory=list)
    idle: list[Exclusion] = field(default_factory=list)
    left: list["Period"] = field(default_factory=list)
    still: bool = False

    def go(self, by: "Period") -> int:
        """Run one stretch; by how many days it moves the raw end of itself."""
        begun = self.raw
        self.raw = by.raw_end(begun, self.calendar)
        days = (self.raw - begun).days
        if self.still:
            self.left.append(by)
            return days
        counted_to = self._leave_out(by)
        if by.skips_rest:
            self.counted += span(begun + DAY, counted_to)
        return days

    def _leave_out(self, by: "Period") -> date:
        while self.gaps and self.gaps[0].first <= self.raw:
            gap = self.gaps.pop(0)
            lost = by.lost(gap.first, gap.last or self.raw, self.calendar)
            if gap.last is None:
                self.still = True
                self.left.append(by.rest(lost))
                self.excluded.append(Excluded(gap.exclusion, gap.first))
                return gap.first - DAY
            self.raw = by.further(self.raw, lost, self.calendar)
            self.excluded.append(Excluded(gap.exclusion, gap.first, gap.last, lost))
        return self.raw

    def roll(self) -> date:
        """The last day: past rest days, and past time left out that begins among them.

        The period has not ended before the day to which it rolls, so a suspension that takes in
        this day holds it up, and it ends on the first working day after.
        """
        day = self.calendar.roll(self.raw)
        while self.gaps and self.gaps[0].first <= day:
            gap = self.gaps.pop(0)
            if gap.last is None:
                self.still = True
                self.excluded.append(Excluded(gap.exclusion, gap.first))
            elif gap.last < day:
                self.idle.append(gap.exclusion)
            else:
                held, day = day, self.calendar.roll(gap.last + DAY)
                taken = Excluded(gap.exclusion, gap.first, gap.last, (day - held).days)
                self.excluded.append(taken)
        return day

    def left_out(self) -> dict[date, str]:
        """The days that were left out, each with the reason."""
        return {
            day: one.exclusion.reason
            for one in self.excluded
            if one.first and one.last
            for day in span(one.first, one.last)
        }
