"""热点识别: the messages of some weeks in, the troubles that stand out of them out (RULES 55)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.routing.hotspots.groups import Group, Grouping
from services.routing.hotspots.heat import Heat
from services.routing.hotspots.likeness import vectors
from services.routing.hotspots.message import Message
from services.routing.hotspots.score import expected, score


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """What speaks of one trouble in one place, with all by which it was judged."""

    county: str
    """Code of the county; empty where nobody names more than the city."""
    place: str
    """Code of the township if all name the same, else of the county; empty for the city."""
    places: tuple[str, ...]
    matters: tuple[str, ...]
    """Matters under which it was registered, the most frequent first."""
    window_from: date
    window_until: date
    count: int
    parties: int
    expected: float
    score: float
    swell: float
    members: tuple[Message, ...]
    before: frozenset[UUID]
    """Disputes of the past that sound alike."""

    @property
    def disputes(self) -> tuple[UUID, ...]:
        """The disputes that speak of it, in order of the day; one that came in again, once."""
        return tuple(dict.fromkeys(one.dispute_id for one in self.members))

    def is_hot(self, heat: Heat) -> bool:
        """Whether it stands out: many, by different parties, and more than usual."""
        return (
            self.count >= heat.at_least
            and self.parties >= heat.parties
            and self.score >= heat.score
        )


def spots(messages: Iterable[Message], today: date, heat: Heat) -> list[Spot]:
    """Every trouble of which two messages or more of the window speak, the hottest first.

    The same messages make the same spots, in whatever order they came in.
    """
    held = _held(messages, today, heat)
    start = heat.window_from(today)
    fresh = [at for at, one in enumerate(held) if one.on >= start and not one.history]
    grouping = Grouping(held, vectors(held), fresh, heat)
    windows = _windows(held, today, heat)
    city = _City(len(fresh), len(held) - len(fresh), windows)
    found = [_spot(group, held, city, today, heat) for group in grouping.groups()]
    return sorted(found, key=lambda one: (-one.score, -one.count, one.members[0].key))


@dataclass(frozen=True, slots=True)
class _City:
    """What the whole city brings: in the window, in the past, and how long that past is."""

    fresh: int
    past: int
    windows: float

    def swell(self, without: Group) -> float:
        """How many times more than usual the rest of the city brings; never less than once.

        On the Monday after the holidays everything comes at once, and nothing of it is hot.
        """
        past = self.past - len(without.before)
        if self.windows <= 0 or past <= 0:
            return 1.0
        return max(1.0, (self.fresh - len(without.members)) * self.windows / past)


def _held(messages: Iterable[Message], today: date, heat: Heat) -> list[Message]:
    first = heat.past_from(today)
    within = [one for one in messages if first <= one.on <= today]
    return sorted(within, key=lambda one: (one.on, one.key))[-heat.most :]


def _windows(held: Sequence[Message], today: date, heat: Heat) -> float:
    """How many windows long the known past is, from the first day of which anything is known."""
    if not held:
        return 0.0
    known = (heat.window_from(today) - held[0].on).days
    return max(0, known) / heat.window_days


def _spot(group: Group, held: Sequence[Message], city: _City, today: date, heat: Heat) -> Spot:
    members = tuple(held[at] for at in group.members)
    before, swell = len(group.before), city.swell(group)
    county = group.county
    named = Counter(one.place for one in members)
    townships = [one for one in named if county and one != county and one.startswith(county)]
    return Spot(
        county=county,
        place=townships[0] if len(townships) == 1 else county,
        places=_by_number(named),
        matters=_by_number(Counter(one.matter for one in members)),
        window_from=heat.window_from(today),
        window_until=today,
        count=len(members),
        parties=len({one.party for one in members}),
        expected=round(expected(before, city.windows, swell, heat.usual), 2),
        score=score(len(members), before, city.windows, swell, heat.usual),
        swell=round(swell, 2),
        members=members,
        before=frozenset(held[at].dispute_id for at in group.before),
    )


def _by_number(said: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted(said, key=lambda one: (-said[one], one)))
