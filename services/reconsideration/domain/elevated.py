"""An elevation 提级审理 as the case keeps it: asked, ordered, handed over, taken up."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from shared.contracts.reconsideration.higher import Elevation
from shared.law.article import ARR2026
from shared.law.course import Exclusion

ASKED: Final = "报请提级审理"
"""What a period says of the time for which the authority above was asked."""
HANDING_OVER: Final = "移送提级案件的材料"
"""What it says of the time from the order to the receipt of the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """One time that the authority above was asked 报请期间."""

    since: date
    until: date | None = None
    """The day of the answer; None while there is none."""

    @property
    def left_out(self) -> tuple[Exclusion, ...]:
        """What the period to decide does not count: nothing, where it was asked before July 2026.

        The day of the asking governs, as of every step: the provision came without transition.
        """
        if not ARR2026.in_force(self.since):
            return ()
        return (Exclusion(self.since, self.until, ASKED, ARR2026[40].par(2)),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Elevated:
    """How far an elevation has come, and through whose hands the case went."""

    above: str = ""
    """The authority above that is asked, or that takes the case up; empty where none is."""
    ground: Elevation | None = None
    asked: tuple[Asking, ...] = ()
    """Every time since the authority that handles it has had the case."""
    ordered_on: date | None = None
    """决定提级之日, while the file is not received."""
    handed_over_on: date | None = None
    """移送案件材料之日, while the file is not received."""
    taken_up_on: date | None = None
    """上级收到案件材料之日, from which the days to decide run anew (ARL 35; ARR2026 40)."""
    before: tuple[str, ...] = ()
    """Those who handled the case or refused it before, in their order."""

    @property
    def is_asked(self) -> bool:
        """Whether the authority above has not answered yet."""
        return any(one.until is None for one in self.asked)
