"""Telling 记录热点: what was found or excluded, as pages of its file (RULES 55 to 57)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final
from uuid import UUID

from services.routing.hotspots.course import Step, Turn
from services.routing.hotspots.file import HotSpot
from services.routing.hotspots.spots import Spot
from services.routing.store import HOTSPOTS, hotspot_of
from shared.contracts.fact import CLOCK
from shared.contracts.routing import HotSpotCooled, HotSpotExcluded, HotSpotFound, HotSpotGrew
from shared.directory import Directory
from shared.work import Act, Work

MOST_TOLD: Final = 1000
"""Disputes named in a fact, the newest: a fact has 64 kB at most."""


@dataclass(frozen=True, slots=True)
class Worded:
    """A step and the words that explain it."""

    step: Step
    words: tuple[str, ...]


def act_of(told: Worded, directory: Directory) -> Act:
    """The act by which a step is recorded; where the file was moved meanwhile, nothing is."""
    step = told.step
    fields = _fields(step.spot, step.file, told.words, directory) if step.spot else {}
    case_id = step.file.case_id if step.file else _new(step, fields["place"])
    labels = _labels(fields, directory) if fields else {}
    do = partial(_record, step=step, case_id=case_id, fields=fields, labels=labels)
    return Act(do=do, files=(case_id,), name=f"routing.hotspot_{step.turn}", labels=labels)


def _new(step: Step, place: str) -> UUID:
    assert step.spot is not None  # noqa: S101 - only what cooled has none, and it has a file
    return hotspot_of(place, step.spot.disputes[0])


def _record(
    work: Work, step: Step, case_id: UUID, fields: Mapping[str, Any], labels: Mapping[str, str]
) -> None:
    file = work.open(HOTSPOTS, case_id, case_id, labels=labels)
    if file.version != (step.file.version if step.file else 0):
        return
    if labels:
        work.label(case_id, **labels)
    head = work.head(file, by=CLOCK)
    match step.turn:
        case Turn.FOUND:
            work.record(file, HotSpotFound(head=head, **fields))
        case Turn.GREW:
            work.record(file, HotSpotGrew(head=head, **fields))
        case Turn.COOLED:
            left = step.spot.count if step.spot else 0
            work.record(file, HotSpotCooled(head=head, count=left))


def _fields(
    spot: Spot, file: HotSpot | None, words: tuple[str, ...], directory: Directory
) -> dict[str, Any]:
    before = file.disputes if file else ()
    fresh = set(spot.disputes)
    disputes = (*(one for one in before if one not in fresh), *spot.disputes)
    return {
        "county": spot.county or directory.city.code,
        "place": spot.place or directory.city.code,
        "places": spot.places,
        "matters": spot.matters,
        "window_from": spot.window_from,
        "window_until": spot.window_until,
        "count": spot.count,
        "parties": spot.parties,
        "expected": spot.expected,
        "score": spot.score,
        "swell": spot.swell,
        "words": words or (file.words if file else ()),
        "disputes": disputes[-MOST_TOLD:],
    }


def _labels(fields: Mapping[str, Any], directory: Directory) -> dict[str, str]:
    """By these supervisors of the county see it, and streams filter."""
    return {
        "county": fields["county"],
        "place": fields["place"],
        "matter": fields["matters"][0],
        "authority": directory.centre_of(fields["place"]).code,
    }


def exclude(work: Work, case_id: UUID, reason: str, *, by: str) -> HotSpot:
    """排除热点 (RULES 57)."""
    file = work.take(HOTSPOTS, case_id)
    paper = work.document(case_id, file.dispute_id, "reason", reason)
    return work.record(file, HotSpotExcluded(head=work.head(file, by=by), reason_id=paper))
