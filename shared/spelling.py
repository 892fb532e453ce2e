"""拼音: how Chinese names may be typed with Latin letters, so that they are found."""

from collections.abc import Iterable

from pypinyin import Style, lazy_pinyin


def spelt(names: Iterable[str]) -> list[str]:
    """Initials and whole pinyin of each name, in small letters, each once."""
    spelt: list[str] = []
    for name in names:
        spelt.append("".join(lazy_pinyin(name, style=Style.FIRST_LETTER)).lower())
        spelt.append("".join(lazy_pinyin(name)).lower())
    return list(dict.fromkeys(spelt))
