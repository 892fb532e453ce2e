"""拼音: how Chinese names may be typed with Latin letters, and in which order they stand."""

from collections.abc import Iterable

from pypinyin import Style, lazy_pinyin


def by_sound(name: str) -> list[str]:
    """音序: what names are sorted by, a syllable each."""
    return [one.lower() for one in lazy_pinyin(name)]


def spelt(names: Iterable[str]) -> list[str]:
    """Initials and whole pinyin of each name, in small letters, each once."""
    spelt: list[str] = []
    for name in names:
        spelt.append("".join(lazy_pinyin(name, style=Style.FIRST_LETTER)).lower())
        spelt.append("".join(by_sound(name)))
    return list(dict.fromkeys(spelt))
