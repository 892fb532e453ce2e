"""Facts of a hot spot 热点: found, grown, cooled down, excluded; it is of no single dispute."""

from datetime import date
from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact


class _Reckoned(Fact):
    """How a hot spot was reckoned 识别依据: where, when, how many, how many as a rule."""

    county: str
    """Code of the county; of the city where nobody names more."""
    place: str
    """Code of the township if all name the same, else of the county or the city."""
    places: tuple[str, ...] = ()
    """Every place that was named, the most frequent first."""
    matters: tuple[str, ...] = ()
    """Every matter under which it was registered, the most frequent first."""
    window_from: date
    window_until: date
    count: int
    """Messages in the window, those that came in again among them."""
    parties: int
    """Different parties among them."""
    expected: float
    """How many a window brings there as a rule, in the measure of the city's swell."""
    score: float
    """分值: minus the logarithm, base ten, of the chance that as many come in by themselves."""
    swell: float = 1.0
    """How many times more than usual the whole city brought."""
    words: tuple[str, ...] = ()
    """Words that several parties use; no names, no digits."""
    disputes: tuple[UUID, ...] = ()
    """The disputes that speak of it, so far as they are known to this page."""


class HotSpotFound(_Reckoned):
    """热点发现: more than usual speak of one trouble in one place (RULES 55)."""

    kind: Literal["routing.hotspot_found.v1"] = "routing.hotspot_found.v1"


class HotSpotGrew(_Reckoned):
    """热点增长: more have come in on another day, or twice as many on the same (RULES 55)."""

    kind: Literal["routing.hotspot_grew.v1"] = "routing.hotspot_grew.v1"


class HotSpotCooled(Fact):
    """热点降温: hardly anybody speaks of it any more (RULES 56)."""

    kind: Literal["routing.hotspot_cooled.v1"] = "routing.hotspot_cooled.v1"
    count: int
    """Messages that are left in the window."""


class HotSpotExcluded(Fact):
    """排除热点: a supervisor holds that it is none, with the reason (RULES 57)."""

    kind: Literal["routing.hotspot_excluded.v1"] = "routing.hotspot_excluded.v1"
    reason_id: UUID
    """Document with the reason."""
