"""拼音: how Chinese names may be typed with Latin letters, and in which order they stand."""

from collections.abc import Iterable

from pypinyin import Style, lazy_pinyin

Sound = tuple[list[str], str]
"""A syllable each, with its tone; what sounds the same stands in the order of its signs."""


def by_sound(name: str) -> Sound:
    """音序: what a list is sorted by whose rows are called by a name."""
    return [one.lower() for one in lazy_pinyin(name, style=Style.TONE3)], name


def spelt(names: Iterable[str]) -> list[str]:
    """Initials and whole pinyin of each name, in small letters, each once."""
    spelt: list[str] = []
    for name in names:
        spelt.append("".join(lazy_pinyin(name, style=Style.FIRST_LETTER)).lower())
        spelt.append("".join(lazy_pinyin(name)).lower())
    return list(dict.fromkeys(spelt))
