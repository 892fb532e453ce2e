"""条文上的规则: what of the hub stands on each article, found by statute, number and words.

Everything is read from what carries it out: the tables of the offices, the periods that only
answers reckon, the open readings, and the city's own rules.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

from deploy.compose import offices
from deploy.lawdesk.rules import called, every_rule
from deploy.lawdesk.unclocked import every_unclocked
from shared.law import readings, rules
from shared.law.article import RULES, STATUTES, Article
from shared.law.citing import Statute
from shared.law.written import counted
from shared.spelling import spelt

_NUMBER: Final = re.compile(r"第?([0-9]+|[零一二三四五六七八九十百千]+)[条项]?")
_WORDS: Final = re.compile(r"[^\s《》，。、]+")
_TITLED: Final = re.compile(
    r"(.*[^\d零一二三四五六七八九十百千第条项])(第?[\d零一二三四五六七八九十百千]+[条项]?)"
)
"""A title with a number right behind it, as 复议法20 or 复议法第二十条."""


@dataclass(frozen=True, slots=True)
class Stands:
    """一条规则 that stands on an article: what sort it is, what it is called, where it is."""

    article: Article
    sort: str
    term: str
    where: str
    says: str = ""
    rule: str = ""
    """Its name, where it is a period that can be reckoned."""


@dataclass(frozen=True)
class Found:
    """条: an article with all that stands on it, on any paragraph of it."""

    article: Article
    stands: tuple[Stands, ...]

    @cached_property
    def _words(self) -> tuple[str, ...]:
        terms = [one.term for one in self.stands]
        statute = self.article.statute
        return (
            *_titled(statute),
            *terms,
            *(one.says.lower() for one in self.stands),
            *(one.where for one in self.stands),
            *spelt(terms),
        )

    def fits(self, word: str) -> bool:
        """Whether a word means it: its number, or a part of what it or its rules are called."""
        if (number := number_of(word)) is not None:
            return number == self.article.number
        return any(word in one for one in self._words)


@cache
def _titled(statute: Statute) -> tuple[str, ...]:
    """How a statute may be typed: its key, its title, pinyin and its initials."""
    return (statute.key.lower(), statute.title, *spelt([statute.title]))


def number_of(word: str) -> int | None:
    """The number of an article as it is typed, 20, 第20条 or 第二十条; None where it is none."""
    found = _NUMBER.fullmatch(word)
    if found is None:
        return None
    return counted(found[1])


def words_of(said: str) -> list[str]:
    """The words of a search, a number that stands right behind a title by itself."""
    words: list[str] = []
    for word in _WORDS.findall(said.lower()):
        titled = _TITLED.fullmatch(word)
        words += titled.groups() if titled else [word]
    return words


def search(said: str, statute: str = "") -> Sequence[Found]:
    """找条文: the articles that every word means, in the order of the register.

    Args:
        said: Words, a number, a title, pinyin or its initials; nothing means every article.
        statute: Only those of the statute of this key.
    """
    words = words_of(said)
    return [
        one
        for one in every_article().values()
        if statute in ("", one.article.statute.key) and all(map(one.fits, words))
    ]


@cache
def every_article() -> Mapping[tuple[str, int], Found]:
    """Every article that something of the hub stands on, by statute and number."""
    found: dict[tuple[str, int], list[Stands]] = defaultdict(list)
    for one in every_stand():
        found[one.article.statute.key, one.article.number].append(one)
    order = {key: n for n, key in enumerate(STATUTES)}
    return {
        place: Found(STATUTES[place[0]][place[1]], tuple(dict.fromkeys(found[place])))
        for place in sorted(found, key=lambda place: (order[place[0]], place[1]))
    }


def every_stand() -> Iterator[Stands]:
    """Every rule of the hub with the article that it carries out."""
    yield from _moves()
    for rule in every_rule():
        row = rule.deadline
        yield Stands(row.article, "期限", row.term, rule.procedure.term, str(row.within), rule.name)
        for pause in row.pauses:
            yield Stands(
                pause.article, "不计入的时间", pause.term, f"{rule.procedure.term}，{row.term}"
            )
        for more in row.prolongings:
            where = f"{rule.procedure.term}，{row.term}"
            yield Stands(more.article, "延长", more.term, where, str(more.by))
    for beside in every_unclocked():
        bare = beside.rule
        yield Stands(
            bare.article, "期限", bare.term, beside.group.term, str(bare.period), beside.name
        )
    for reading in readings.REGISTER:
        yield Stands(
            reading.article, "读法", reading.term, "法律适用", "；".join(reading.ways.values())
        )
    for own in rules.REGISTER:
        itself = RULES[own.number]
        yield Stands(itself, "正文", own.title, f"依据{own.basis}", own.text)
        yield Stands(own.serves, "本市规则", own.title, str(itself), own.text)


def _moves() -> Iterator[Stands]:
    for office in offices():
        for procedure in (each for shelf in office.shelves for each in shelf.editions):
            for move in procedure.all_moves():
                yield Stands(move.article, "办理事项", called(move.on), procedure.term)
