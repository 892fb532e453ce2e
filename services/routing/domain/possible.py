"""可能的情形: every kind of situation that a list of rules can tell apart, to be tried whole.

A rule knows a value only by naming it. So of each field the values that some rule names stand for
themselves, and one stands for all the others; whatever holds of these situations holds of every
dispute. For the usual list they are a few thousand.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Final

from services.routing.domain.condition import (
    ANY,
    GIVEN,
    NONE,
    Field,
    Situation,
    around,
)
from services.routing.domain.triage import Rule
from shared.contracts.intake import ActKind, Channel, Risk, Urgency, Willingness
from shared.directory.model import Matter

Said = frozenset[str]

MOST: Final = 500_000
"""So many situations are tried at most; a list that tells more apart is too fine to be read."""

_SINGLE: Final[Mapping[Field, Sequence[str]]] = {
    Field.WILLINGNESS: tuple(Willingness),
    Field.URGENCY: tuple(Urgency),
    Field.RISK: tuple(Risk),
    Field.RESPONDENT: (NONE, GIVEN),
    Field.CHANNEL: tuple(Channel),
}
"""Fields of which one value is registered."""

_ALWAYS: Final[Mapping[Field, Said]] = {
    Field.WILLINGNESS: frozenset({Willingness.REFUSED}),
    Field.RISK: frozenset({Risk.RED}),
    Field.URGENCY: frozenset({Urgency.EMERGENCY}),
}
"""Values that the law asks about 法律所问, whether a rule names them or not."""


@dataclass(frozen=True)
class Possible:
    """所有情形 that these rules tell apart, over the matters and places of a directory."""

    rules: Sequence[Rule]
    matters: Iterable[Matter]
    places: Iterable[str]
    named: Mapping[Field, set[str]] = field(init=False)

    def __post_init__(self) -> None:
        named: dict[Field, set[str]] = {one: set(_ALWAYS.get(one, ())) for one in Field}
        for rule in self.rules:
            for condition in (each for together in rule.when for each in together):
                named[condition.field] |= condition.among
        object.__setattr__(self, "named", named)

    def __iter__(self) -> Iterator[Situation]:
        parts = [self._troubles(), self._acts(), self._places(), self._parties(), self._tried()]
        parts += [
            [{one: said} for said in self._classes(one, values)] for one, values in _SINGLE.items()
        ]
        for chosen in product(*parts):
            yield Situation({name: said for part in chosen for name, said in part.items()})

    @property
    def count(self) -> int:
        """How many there are."""
        parts = [self._troubles(), self._acts(), self._places(), self._parties(), self._tried()]
        counts = [len(part) for part in parts]
        counts += [len(self._classes(one, values)) for one, values in _SINGLE.items()]
        total = 1
        for each in counts:
            total *= each
        return total

    def _classes(self, one: Field, values: Iterable[str]) -> list[Said]:
        """Each value that is named, and one of the others."""
        named = self.named[one]
        others = [value for value in values if value not in named]
        return [frozenset({v}) for v in (*sorted(named), *others[:1])]

    def _troubles(self) -> list[dict[Field, Said]]:
        """Matters that are named, and one of each nature that is not."""
        seen: set[str] = set()
        found = []
        for matter in self.matters:
            known = matter.code if matter.code in self.named[Field.MATTER] else f"~{matter.nature}"
            if known not in seen:
                seen.add(known)
                found.append({
                    Field.NATURE: frozenset({str(matter.nature)}),
                    Field.MATTER: frozenset({matter.code}),
                })  # fmt: skip
        return found

    def _acts(self) -> list[dict[Field, Said]]:
        named = self.named[Field.ACT] - {NONE, ANY}
        others = [kind for kind in ActKind if kind not in named]
        kinds = (*sorted(named), *others[:1])
        return [
            {Field.ACT: frozenset({NONE})},
            *({Field.ACT: frozenset({str(kind), ANY})} for kind in kinds),
        ]

    def _places(self) -> list[dict[Field, Said]]:
        """One place of each set of named places that it lies in."""
        told: dict[Said, str] = {}
        for place in self.places:
            told.setdefault(frozenset(around(place)) & self.named[Field.PLACE], place)
        return [{Field.PLACE: frozenset(around(place))} for place in told.values()]

    def _tried(self) -> list[dict[Field, Said]]:
        """Nothing was tried, and each named thing alone."""
        named = sorted(self.named[Field.TRIED] - {NONE})
        return [{Field.TRIED: frozenset({one})} for one in (NONE, *named)]

    def _parties(self) -> list[dict[Field, Said]]:
        """Nobody of a named sort, each sort alone, and all of them."""
        named = sorted(self.named[Field.PARTIES])
        sets = {frozenset[str](), frozenset(named), *(frozenset({one}) for one in named)}
        return [{Field.PARTIES: each} for each in sorted(sets, key=sorted)]
