"""类型、地点、机构的名目: what a form chooses from, and the initials by which it is found."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from shared.directory import Directory, Kind
from shared.law.reconsidering.jurisdiction import accused_as
from shared.spelling import spelt

ANSWERING: Final = (Kind.GOVERNMENT, Kind.STREET, Kind.DEPARTMENT, Kind.UNIT)
"""机关 whose acts somebody may not accept, and whoever acts by a grant (ARL 19)."""

Option = tuple[str, str]
"""Code and name."""

Group = tuple[str, Sequence[Option]]
"""What stands under one heading."""


def places_of(directory: Directory) -> list[Group]:
    """County by county, each with its townships and streets."""
    return [
        (
            county.name,
            [
                (county.code, county.name),
                *((p.code, p.name) for p in directory.places.values() if p.parent == county.code),
            ],
        )
        for county in directory.counties()
    ]


def organs_of(directory: Directory) -> list[Group]:
    """机关 of the city and of each county."""
    places = [directory.city, *directory.counties()]
    known = (organ for kind in ANSWERING for organ in directory.organs(kind))
    organs = [organ for organ in known if accused_as(organ)]
    return [
        (place.name, [(o.code, o.name) for o in organs if o.place[:6] == place.code])
        for place in places
    ]


@lru_cache(maxsize=2)
def spellings(directory: Directory) -> dict[str, list[str]]:
    """How each code may be typed: pinyin, its initials, and the words of a matter."""
    named = [
        *((p.code, p.name) for p in directory.places.values()),
        *((o.code, o.name) for o in directory.organs()),
    ]
    found = {code: spelt([name]) for code, name in named}
    for matter in directory.matters.values():
        found[matter.code] = [*spelt([matter.name, *matter.words]), *matter.words]
    return found
