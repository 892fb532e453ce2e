"""Finds the place of the city that an untidy address names."""

import re
import unicodedata
from collections.abc import Iterable

from shared.directory.model import Level, Place

GAPS = re.compile(r"[\s,，、。;；:：·\-—_/|()（）]+")


class Finder:
    """找区划: matches names in a text, the most specific place first."""

    def __init__(self, places: Iterable[Place]) -> None:
        every = list(places)
        self.city = every[0]
        self.counties = [each for each in every if each.level is Level.COUNTY]
        self.townships = [each for each in every if each.level is Level.TOWNSHIP]
        self.head = re.compile(rf"^(?:中国)?(?:甘肃省?)?(?:{self.city.name}|{self.city.short})?")

    def find(self, text: str) -> Place | None:
        """The place a text names, or None when it names none of the city's.

        A county's short name and a bare township are trusted only where an address has them,
        at its head: 山丹 and 民乐 are also towns and streets elsewhere.
        """
        bare = GAPS.sub("", unicodedata.normalize("NFKC", text))
        rest = self.head.sub("", bare, count=1)
        county = self._county(bare, rest)
        if county:
            return self._township(rest, county) or county
        known = self.city.name in bare
        township = self._alone(bare if known else rest, anywhere=known)
        named = known or bare.startswith((self.city.short, f"甘肃{self.city.short}"))
        return township or (self.city if named else None)

    def _county(self, bare: str, rest: str) -> Place | None:
        hits = [
            (bare.find(name), each)
            for each in self.counties
            for name in (each.name, each.short + each.name[-1], *each.aliases)
            if name in bare
        ]
        if hits:
            return min(hits, key=lambda hit: hit[0])[1]
        return next((each for each in self.counties if self._short(rest, each)), None)

    def _short(self, rest: str, county: Place) -> bool:
        after = rest.removeprefix(county.short)
        if after == rest:
            return False
        return not after or self._township(after, county) is not None

    def _township(self, rest: str, county: Place) -> Place | None:
        own = [each for each in self.townships if each.parent == county.code]
        start = max(rest.find(county.short), 0)
        return _first(rest[start:].replace(county.name, "").removeprefix(county.short), own)

    def _alone(self, text: str, *, anywhere: bool) -> Place | None:
        hits = [
            each
            for each in self.townships
            if (each.name in text if anywhere else text.startswith(each.name))
        ]
        return hits[0] if len(hits) == 1 else None


def _first(text: str, places: list[Place]) -> Place | None:
    full = [(text.find(each.name), each) for each in places if each.name in text]
    short = [(0, each) for each in places if re.match(rf"[区县]?{each.short}", text)]
    hits = full or short
    return min(hits, key=lambda hit: (hit[0], -len(hit[1].name)))[1] if hits else None
