"""Groups 归并: which messages of the window speak of one trouble in one place."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
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
        self._index = Index(of)
        self._free = set(fresh)
        self._fresh = frozenset(fresh)

    def groups(self) -> list[Group]:
        """Every group of two messages or more."""
        near = {at: self._near(at) for at in sorted(self._fresh)}
        found = []
        for core in sorted(near, key=lambda at: (-len(near[at]), self._messages[at].key)):
            if core not in self._free:
                continue
            free = [at for at in near[core] if at in self._free]
            if len(free) > 1:
                found.append(self._grown(core, free))
        return found

    def _near(self, at: int) -> list[int]:
        county = self._messages[at].county
        like = self._index.like(self._vectors[at], self._heat.core)
        return [one for one in self._here(like, county) if one in self._fresh]

    def _here(self, like: Iterable[int], county: str) -> list[int]:
        """Those in this county; who names none but the city may mean any."""
        return [at for at in like if not county or self._messages[at].county in ("", county)]

    def _grown(self, core: int, near: Sequence[int]) -> Group:
        """The group around a message, grown from its middle until it stands still."""
        members, around = sorted(near), list[int]()
        county = ""
        for _ in range(ROUNDS):
            county = self._county(members)
            vector = middle(self._vectors[at] for at in members)
            like = self._index.like(vector, self._heat.alike)
            around = self._here(like, county)
            free = (at for at in around if at in self._free)
            grown = sorted({*free, *self._here([core], county)})
            if grown == members:
                break
            members = grown
        self._free.difference_update(members)
        before = sorted(at for at in around if at not in self._fresh)
        return Group(county, tuple(members), tuple(before))

    def _county(self, members: Sequence[int]) -> str:
        """Where most of them are; empty if none says more than the city."""
        said = Counter(self._messages[at].county for at in members if self._messages[at].county)
        return min(said, key=lambda one: (-said[one], one), default="")
