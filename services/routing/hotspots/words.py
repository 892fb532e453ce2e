"""Shared words 共同词语: what several parties say alike, without digits and without names."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from services.routing.hotspots.message import Message

SHORTEST: Final = 2
LONGEST: Final = 8
MOST: Final = 8
TITLES: Final = (
    *("书记", "市长", "县长", "区长", "局长", "镇长", "村长", "所长", "院长", "校长", "主任"),
    *("警官", "法官", "经理", "老板", "先生", "女士", "医生", "老师", "师傅", "队长", "领导"),
)
"""Beside a title stands a name; no word with one is shown."""
AROUND: Final = 3
"""So many different characters must stand before a word and behind it: it ends there."""
SEVERAL: Final = 3
"""So many different parties must say a word, however few there are."""


def shared_words(
    members: Sequence[Message], others: Sequence[Message], share: float, names: Collection[str]
) -> tuple[str, ...]:
    """The words that tell this trouble from others, the most telling first.

    Args:
        members: The messages of the trouble.
        others: Messages of other troubles, to leave out what everybody says.
        share: The part of the parties who must say a word.
        names: Names of natural persons among the parties; no word of them is shown.
    """
    found = _runs(members)
    least = max(SEVERAL, share * len({one.party for one in members}))
    said = {
        word: run
        for word, run in found.items()
        if len(run.parties) >= least and not _tells(word, names)
    }
    often = {word: len(run.parties) for word, run in said.items() if run.stands_alone(len(word))}
    usual = Counter(word for one in others for word in often if word in one.said)
    weighed = {
        word: (n / len(members) - 2 * usual[word] / (len(others) + 1)) * len(word)
        for word, n in often.items()
    }
    best = sorted((w for w in weighed if weighed[w] > 0), key=lambda one: (-weighed[one], one))
    return tuple(_apart(best))[:MOST]


@dataclass(slots=True)
class _Run:
    """A run of characters: who says it, and what stands before and behind it."""

    parties: set[str] = field(default_factory=set)
    before: set[str] = field(default_factory=set)
    behind: set[str] = field(default_factory=set)

    def stands_alone(self, length: int) -> bool:
        """Whether it is no piece of a longer word: different characters stand around it.

        Of what many have copied from one text, the beginning is shown.
        """
        ends = len(self.behind) >= AROUND or length == LONGEST
        return ends and len(self.before) >= AROUND


def _runs(of: Sequence[Message]) -> Mapping[str, _Run]:
    """The runs that stand in several messages; those of one that does not are not looked at."""
    found: dict[str, _Run] = {}
    for size in range(SHORTEST, LONGEST + 1):
        here: defaultdict[str, _Run] = defaultdict(_Run)
        for at, one in enumerate(of):
            for n, piece in enumerate(one.said.split()):
                for start in range(len(piece) - size + 1):
                    word = piece[start : start + size]
                    if size > SHORTEST and word[:-1] not in found:
                        continue
                    run, gap, end = here[word], f"{at}/{n}", start + size
                    run.parties.add(one.party)
                    run.before.add(piece[start - 1] if start else gap)
                    run.behind.add(piece[end] if end < len(piece) else gap)
        found |= {word: run for word, run in here.items() if len(run.parties) >= SEVERAL}
    return found


def _tells(word: str, names: Collection[str]) -> bool:
    """Whether a word shows two characters of a person's name, or a title."""
    pairs = (name[at : at + SHORTEST] for name in names for at in range(max(1, len(name) - 1)))
    return any(pair in word for pair in pairs) or any(title in word for title in TITLES)


def _apart(best: Sequence[str]) -> Iterator[str]:
    """Those that are no piece of one named before, nor the other way round."""
    taken: list[str] = []
    for word in best:
        if not any(_overlap(word, other) for other in taken):
            taken.append(word)
            yield word


def _overlap(one: str, other: str) -> bool:
    """Whether two words share two characters in a row: pieces of one longer word."""
    return any(one[at : at + SHORTEST] in other for at in range(len(one) - SHORTEST + 1))
