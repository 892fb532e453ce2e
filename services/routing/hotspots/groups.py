"""Groups 归并: which messages of the window speak of one trouble in one place."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from services.routing.hotspots.heat import Heat
from services.routing.hotspots.likeness import Index, Vector, middle
from services.routing.hotspots.message import Message

ROUNDS = 4
"""So often a group looks around from its new middle."""


@dataclass(frozen=True, slots=True)
class Group:
    """Messages of one trouble, by their numbers: in the window, and alike in the past."""

    county: str
    members: tuple[int, ...]
    before: tuple[int, ...]


class Grouping:
    """Finds groups, the densest first; the same messages make the same groups in any order."""

    def __init__(
        self, messages: Sequence[Message], of: Sequence[Vector], fresh: Collection[int], heat: Heat
    ) -> None:
        """`fresh` are the numbers of the messages in the window."""
        self._messages = messages
        self._vectors = of
        self._heat = heat
        self._free = set(fresh)
        self._fresh = sorted(fresh)
        window = frozenset(fresh)
        self._window = _by_county(messages, of, self._fresh)
        before = [at for at in range(len(messages)) if at not in window]
        self._past = _by_county(messages, of, before)

    def groups(self) -> list[Group]:
        """Every group of two messages or more."""
        near = self._neighbours()
        found = []
        for core in sorted(near, key=lambda at: (-len(near[at]), self._messages[at].key)):
            if core not in self._free:
                continue
            free = [at for at in near[core] if at in self._free]
            if len(free) > 1:
                found.append(self._grown(core, free))
        return [group for group in found if len(group.members) > 1]

    def _neighbours(self) -> dict[int, list[int]]:
        """Whom each message is near to; of many copies of one text only the first is compared."""
        found: dict[int, list[int]] = {}
        copies: dict[tuple[str, str, str], list[int]] = {}
        for at in self._fresh:
            one = self._messages[at]
            text = (one.county, one.subject, one.text)
            if text not in copies:
                copies[text] = _alike(self._window, self._vectors[at], one.county, self._heat.core)
            found[at] = copies[text]
        return found

    def _grown(self, core: int, near: Sequence[int]) -> Group:
        """The group around a message, grown from its middle until it stands still."""
        members, county = sorted(near), ""
        vector: Vector = {}
        for _ in range(ROUNDS):
            county = self._county(members)
            vector = middle(self._vectors[at] for at in members)
            around = _alike(self._window, vector, county, self._heat.alike)
            grown = sorted({core, *(at for at in around if at in self._free)})
            if grown == members:
                break
            members = grown
        self._free.difference_update(members)
        before = sorted(_alike(self._past, vector, county, self._heat.alike))
        return Group(county, tuple(members), tuple(before))

    def _county(self, members: Sequence[int]) -> str:
        """Where most of them are; empty if none says more than the city."""
        said = Counter(self._messages[at].county for at in members if self._messages[at].county)
        return min(said, key=lambda one: (-said[one], one), default="")


def _by_county(
    messages: Sequence[Message], of: Sequence[Vector], numbers: Iterable[int]
) -> Mapping[str, Index]:
    """An index for each county, and one under no name for those who name none."""
    held: defaultdict[str, dict[int, Vector]] = defaultdict(dict)
    for at in numbers:
        held[messages[at].county][at] = of[at]
    return {county: Index(vectors) for county, vectors in held.items()}


def _alike(among: Mapping[str, Index], vector: Vector, county: str, least: float) -> list[int]:
    """The messages of a county that are alike; who names none but the city may mean any."""
    where = ("", county) if county else tuple(among)
    return [at for one in where if one in among for at in among[one].like(vector, least)]
