"""Likeness 相似 of messages: cosine of the rare pairs of characters that they have in common."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from math import log, sqrt
from operator import itemgetter
from typing import Final, TypeAlias

from services.routing.hotspots.message import Message

Vector: TypeAlias = Mapping[str, float]

KEPT: Final = 64
"""Pairs of a message that tell it from others; the rest is how people write."""


def vectors(messages: Sequence[Message]) -> list[Vector]:
    """Each message as its rarest pairs, of length one; what only one message says is nothing."""
    held = Counter(pair for message in messages for pair in message.pairs)
    rare = {pair: log(1 + len(messages) / n) for pair, n in held.items() if n > 1}
    return [_vector(message, rare) for message in messages]


def _vector(message: Message, rare: Mapping[str, float]) -> Vector:
    weighed = [(said * rare[pair], pair) for pair, said in message.pairs.items() if pair in rare]
    weighed.sort(reverse=True)
    return unit({pair: weight for weight, pair in weighed[:KEPT]})


def unit(vector: Vector) -> Vector:
    """The same of length one."""
    length = sqrt(sum(weight * weight for weight in vector.values()))
    return {pair: weight / length for pair, weight in vector.items()} if length else {}


def middle(of: Iterable[Vector]) -> Vector:
    """The middle of some messages: what most of them say."""
    total: Counter[str] = Counter()
    for vector in of:
        total.update(vector)
    return unit(dict(nlargest(2 * KEPT, total.items(), key=itemgetter(1, 0))))


class Index:
    """Messages by their pairs, so that only those are compared that share some."""

    def __init__(self, of: Mapping[int, Vector]) -> None:
        """`of` are the messages by their numbers."""
        self._holders: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for at, vector in of.items():
            for pair, weight in vector.items():
                self._holders[pair].append((at, weight))

    def like(self, vector: Vector, least: float) -> list[int]:
        """The messages that are at least so much like it."""
        found: defaultdict[int, float] = defaultdict(float)
        for pair, weight in vector.items():
            for at, other in self._holders.get(pair, ()):
                found[at] += weight * other
        return [at for at, likeness in found.items() if likeness >= least]
