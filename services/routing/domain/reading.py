"""What the readers of a rule book's parts share: words of a list, numbers, no word unknown."""

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from shared.directory.source import Record

Word = TypeVar("Word", bound=StrEnum)


def only(record: Record, known: Iterable[str], keys: Iterable[str] | None = None) -> None:
    """Refuse a key that is not known there: a misspelt word must not pass for one left out."""
    names = set(known)
    for key in record.values if keys is None else keys:
        if key not in names:
            raise record.wrong(key, f"没有这一栏，可写 {'、'.join(sorted(names))}")


def whole(record: Record, key: str) -> int:
    """A whole number of one or more."""
    said: int = record.get(key, int, 0)
    if said < 1:
        raise record.wrong(key, "应为 1 以上的整数")
    return said


def word(record: Record, key: str, kind: type[Word]) -> Word:
    """A word out of a list."""
    said = record.text(key)
    if said not in set(kind):
        raise record.wrong(key, f"“{said}”应为 {'、'.join(kind)} 之一")
    return kind(said)
