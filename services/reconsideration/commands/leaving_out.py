"""隐去: what of the persons in a case may not stand in what is public (ARL 79; RULES 49).

What the check refuses is what a text that is begun leaves out: both look at the same strings, in
the same spelling.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from shared.contracts.intake import PersonKind
from shared.law.article import RULES
from shared.law.procedure import Refused
from shared.people import Person, normalised

_NUMBERS: Final = re.compile(r"(?<!\d)(?:\d{17}[\dX]|1[3-9]\d{9})(?!\d)")
"""公民身份号码 and mobile numbers, whoever's they are: as they are written, and without blanks."""

SHORTEST: Final = 2
"""Signs of a name or a number that are looked for; one alone stands in any text."""

NAMES: Final = "姓名"

_HOLES: Final = {"证件号码": "（号码略）", "联系方式": "（联系方式略）", "住所": "某处"}
"""What stands where something was left out."""

_BARE: Final = "○○○"
"""The same where a hole of words would itself be refused: somebody is called so."""

_ORDER: Final = "甲乙丙丁戊己庚辛壬癸"

_ROUNDS: Final = 3


def must_be_left_out(text: str, people: Sequence[Person], *, others: bool) -> None:
    """Nothing of a natural person stands in what is made public; an organ's name may.

    Args:
        text: What is to be public.
        people: The persons of the cases that the decision decides, and what was said of them ever.
        others: Whether somebody saw to it that words which are a party's name mean something else
            there; numbers and addresses mean nothing else.

    Raises:
        Refused: A name, an address, or a number stands in it. It says which sort, not whose.
    """
    said = normalised(text)
    found = ["公民身份号码或者手机号码"] if any(map(_NUMBERS.search, (said, _wide(text)))) else []
    for term, values in _told_of(people).items():
        if not (others and term == NAMES) and any(one in said for one in values):
            found.append(term)
    if found:
        says = f"拟公开的文本里还有自然人的{'、'.join(found)}，隐去以后再公开"
        hint = "；与姓名相同的字样另有所指的，核对后写明" if NAMES in found else ""
        raise Refused(says + hint, RULES[49])


def _wide(text: str) -> str:
    return unicodedata.normalize("NFKC", text).upper()


def _told_of(people: Sequence[Person]) -> dict[str, list[str]]:
    """What is looked for, by its sort, each once and in one spelling."""
    natural = [one for one in people if one.kind is PersonKind.NATURAL]
    names = [*(one.name for one in natural), *(one.head_name for one in people)]
    told = {
        NAMES: names,
        "证件号码": [one.id_number for one in natural],
        "联系方式": [one.phone for one in natural],
        "住所": [where for one in natural for where in (one.address, one.service_address)],
    }
    return {
        term: [one for one in dict.fromkeys(normalised(v) for v in values if v) if _counts(one)]
        for term, values in told.items()
    }


def _counts(value: str) -> bool:
    return len(value) >= SHORTEST


def without(text: str, people: Sequence[Person]) -> str:
    """起稿: a text from which everything is left out that `must_be_left_out` would refuse.

    Whoever publishes it reads it and goes on from there: what else tells who somebody is, no list
    of names knows, and a name may be a word that means something else.

    Args:
        text: The decision.
        people: As above.

    Returns:
        What passes the check; empty where no such text was found.
    """
    for nth in range(_ROUNDS):
        spans = _merged(_spans(text, people, bare=nth > 0))
        for start, end, hole in reversed(spans):
            text = text[:start] + hole + text[end:]
        if not spans:
            break
    try:
        must_be_left_out(text, people, others=False)
    except Refused:
        return ""
    return text


_Span = tuple[int, int, str]
"""From where to where, and what stands there instead."""


def _spans(text: str, people: Sequence[Person], *, bare: bool) -> Iterator[_Span]:
    said, places = _spelt(text, normalised)
    for term, values in _told_of(people).items():
        named = [one for one in values if one in said]
        for nth, value in enumerate(named):
            hole = _called(nth, len(named)) if term == NAMES else _HOLES[term]
            for at in _each(value, said):
                yield places[at], places[at + len(value) - 1] + 1, _BARE if bare else hole
    for spell in (normalised, _wide):
        said, places = _spelt(text, spell)
        for one in _NUMBERS.finditer(said):
            yield places[one.start()], places[one.end() - 1] + 1, _HOLES["证件号码"]


def _called(nth: int, of: int) -> str:
    """某某, or which of several, so that one still reads who did what."""
    if of == 1:
        return "某某"
    return f"某某{_ORDER[nth]}" if nth < len(_ORDER) else f"某某（第{nth + 1}人）"


def _spelt(text: str, spell: Callable[[str], str]) -> tuple[str, list[int]]:
    """A text in another spelling, and where each of its signs stands in the text."""
    found = [(one, at) for at, sign in enumerate(text) for one in spell(sign)]
    return "".join(one for one, _ in found), [at for _, at in found]


def _each(value: str, said: str) -> Iterator[int]:
    at = said.find(value)
    while at >= 0:
        yield at
        at = said.find(value, at + 1)


def _merged(spans: Iterator[_Span]) -> list[_Span]:
    """Of those that overlap one, by the longest that begins first: 安建 is a part of 安建国."""
    found: list[_Span] = []
    for one in sorted(spans, key=lambda one: (one[0], -one[1])):
        if found and one[0] < found[-1][1]:
            start, end, hole = found.pop()
            found.append((start, max(end, one[1]), hole))
        else:
            found.append(one)
    return found
