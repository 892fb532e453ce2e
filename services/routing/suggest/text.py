"""A message as its characters: brought to one form, cut into short runs, found again in the text.

Chinese is written without spaces, so the runs are single characters and pairs of them; longer ones
were measured and are no better (see the decision on suggestions).
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import log
from operator import add
from typing import Final

LONGEST: Final = 2
"""Characters of the longest run."""

_GAP: Final = " "


@dataclass(frozen=True, slots=True)
class Plain:
    """A text in one form 规范化, and where each of its characters stood."""

    original: str
    text: str
    at: tuple[int, ...]

    def said(self, start: int, end: int) -> str:
        """The original words of a stretch of the plain text."""
        return self.original[self.at[start] : self.at[end - 1] + 1]

    @property
    def length(self) -> int:
        """Chinese characters in it."""
        return sum(_is_han(sign) for sign in self.text)


def plain(original: str) -> Plain:
    """规范化: Chinese characters in their usual form; all else is a gap.

    Numbers and letters are places, days and persons; a model does better without them.
    """
    text: list[str] = []
    at: list[int] = []
    for place, sign in enumerate(original):
        for one in unicodedata.normalize("NFKC", sign):
            kept = one if _is_han(one) else _GAP
            if kept != _GAP or (text and text[-1] != _GAP):
                text.append(kept)
                at.append(place)
    return Plain(original, "".join(text), tuple(at))


def runs(text: str) -> Iterator[tuple[int, str]]:
    """The runs of a plain text, each with its place; none goes over a gap."""
    for start, sign in enumerate(text):
        if sign == _GAP:
            continue
        yield start, sign
        pair = text[start : start + LONGEST]
        if len(pair) == LONGEST and _GAP not in pair:
            yield start, pair


def counted(text: str) -> Counter[str]:
    """How often each run occurs."""
    found: Counter[str] = Counter()
    for words in text.split(_GAP):
        found.update(words)
        found.update(map(add, words, words[1:]))
    return found


def dampened(count: int) -> float:
    """A run that is said ten times weighs about three times as much as one said once."""
    return 1.0 + log(count)


def _is_han(sign: str) -> bool:
    return "\u4e00" <= sign <= "\u9fff"
