"""热点的经过: what is to be told of the spots found, by what is on file of them (RULES 55, 56)."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from services.routing.hotspots.file import HotSpot, State
from services.routing.hotspots.heat import Heat
from services.routing.hotspots.spots import Spot

SAME = 2
"""So many disputes in common make a spot that of a file; in the window or in the past."""


class Turn(StrEnum):
    """What happened to a hot spot."""

    FOUND = "found"  # 发现
    GREW = "grew"  # 增长
    COOLED = "cooled"  # 降温


@dataclass(frozen=True, slots=True)
class Step:
    """What is to be told: of a file that there is, or of a new one; cooled ones have no spot."""

    turn: Turn
    spot: Spot | None
    file: HotSpot | None


def course(
    found: Sequence[Spot], files: Collection[HotSpot], today: date, heat: Heat
) -> list[Step]:
    """What is to be told now; nothing of what was told already.

    Args:
        found: Every trouble that shows in the window, hot or not.
        files: The hot spots on file, as far back as messages are looked at.
        today: The last day of the window.
        heat: By what is judged.
    """
    held = _held(found, files)
    steps = [step for at, spot in enumerate(found) if (step := _told(spot, held[at], today, heat))]
    lost = {file.case_id for files_of in held for file in files_of}
    gone = [
        Step(Turn.COOLED, None, file)
        for file in files
        if file.state is State.HOT and file.case_id not in lost
    ]
    return [*steps, *gone]


def _told(spot: Spot, files: Sequence[HotSpot], today: date, heat: Heat) -> Step | None:
    """What is to be told of a spot, by the files that know it, the nearest first."""
    if any(file.state is State.EXCLUDED for file in files):
        return None
    hot = next((file for file in files if file.state is State.HOT), None)
    if hot is not None:
        if spot.count < heat.cooled_below:
            return Step(Turn.COOLED, spot, hot)
        return Step(Turn.GREW, spot, hot) if _has_grown(spot, hot, today, heat) else None
    if not spot.is_hot(heat):
        return None
    return Step(Turn.FOUND, spot, next(iter(files), None))


def _has_grown(spot: Spot, file: HotSpot, today: date, heat: Heat) -> bool:
    """Once a day when there are more, and at once when there are twice as many."""
    if set(spot.disputes) <= set(file.disputes) and spot.count <= file.count:
        return False
    later = file.told_on is None or today > file.told_on
    return later or spot.count >= heat.grows_by * file.count


def _held(found: Sequence[Spot], files: Iterable[HotSpot]) -> list[list[HotSpot]]:
    """For each spot the files whose trouble it is; each file goes with one spot only."""
    known: list[dict[UUID, tuple[int, HotSpot]]] = [{} for _ in found]
    for file in sorted(files, key=lambda one: one.case_id):
        told = set(file.disputes)
        shared = [
            (len(told.intersection(spot.disputes)), len(told & spot.before)) for spot in found
        ]
        best = max(range(len(found)), key=lambda at: shared[at], default=None)
        if best is None:
            continue
        fresh, past = shared[best]
        if fresh + past >= SAME or (file.state is State.EXCLUDED and fresh):
            known[best][file.case_id] = (fresh + past, file)
    return [[file for _, file in sorted(of.values(), key=lambda one: -one[0])] for of in known]
