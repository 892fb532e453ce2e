"""交叉验证的分组: repeats of one message stay together, else a model is asked what it was told.

Citizens send the same text again with a word changed. Of each message a few runs of characters
are chosen by their hash; messages that share many of them are one group.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from hashlib import blake2b
from itertools import combinations
from typing import Final
from zlib import crc32

FOLDS: Final = 5
SHINGLE: Final = 6
"""Characters of the runs that are compared."""
SKETCH: Final = 24
"""Runs chosen of each message: those with the smallest hashes."""
SHARED: Final = 8
"""So many of them in common are no chance."""
COMMON: Final = 50
"""A run that stands in more messages than this is a form of speech."""


def groups(texts: Sequence[str]) -> list[int]:
    """The group of each message, by the number of its first member."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    parent = list(range(len(texts)))
    first: dict[str, int] = {}
    for at, text in enumerate(texts):
        parent[at] = first.setdefault(text, at)
        for mark in _sketch(text) if parent[at] == at else ():
            holders[mark].append(at)
    common = Counter(
        pair
        for members in holders.values()
        if len(members) <= COMMON
        for pair in combinations(members, 2)
    )
    for (one, other), count in common.items():
        if count >= SHARED:
            _join(parent, one, other)
    return [_root(parent, at) for at in range(len(texts))]


def split(labels: Sequence[str], group: Sequence[int], *, seed: int = 0) -> list[int]:
    """The fold of each message: groups whole, and each class as even as they allow."""
    members: defaultdict[int, list[int]] = defaultdict(list)
    for at, one in enumerate(group):
        members[one].append(at)
    order = sorted(members, key=lambda one: (-len(members[one]), _drawn(seed, one)))
    held = [Counter[str]() for _ in range(FOLDS)]
    fold = [0] * len(labels)
    for one in order:
        said = Counter(labels[at] for at in members[one])
        most = said.most_common(1)[0][0]
        chosen = min(range(FOLDS), key=lambda each: (held[each][most], held[each].total()))
        held[chosen] += said
        for at in members[one]:
            fold[at] = chosen
    return fold


def _drawn(seed: int, group: int) -> bytes:
    """A lot that is drawn the same way every time."""
    return blake2b(f"{seed}/{group}".encode(), digest_size=8).digest()


def _sketch(text: str) -> list[int]:
    bare = text.replace(" ", "")
    marks = {crc32(bare[at : at + SHINGLE].encode()) for at in range(len(bare) - SHINGLE + 1)}
    return sorted(marks)[:SKETCH]


def _root(parent: list[int], at: int) -> int:
    while parent[at] != at:
        parent[at] = parent[parent[at]]
        at = parent[at]
    return at


def _join(parent: list[int], one: int, other: int) -> None:
    low, high = sorted((_root(parent, one), _root(parent, other)))
    parent[high] = low
