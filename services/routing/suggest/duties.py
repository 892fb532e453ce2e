"""Who answers for what a message is about: from a class to the catalogue and its duty list."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from shared.directory import Directory, Matter

TABLE: Final = Path(__file__).with_name("classes.json")
"""The classes by which messages are labelled 内容分类, each with matters of the catalogue."""

MOST: Final = 3
"""Matters named for a class."""


@dataclass(frozen=True, slots=True)
class MatterFound:
    """可能的纠纷类型: a line of the catalogue, the words that point to it, who answers for it."""

    code: str
    name: str
    words: tuple[str, ...]
    lead: str
    assist: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Class:
    lead: str
    matters: tuple[str, ...]


@lru_cache(maxsize=1)
def class_table() -> dict[str, _Class]:
    """内容分类 by name."""
    told = json.loads(TABLE.read_text(encoding="utf-8"))
    return {one["name"]: _Class(one["lead"], tuple(one["matters"])) for one in told}


def matters_of(label: str, text: str, directory: Directory, place: str) -> list[MatterFound]:
    """The matters of a class that a text shows by their words, most words first.

    A class that is itself a line of the catalogue, by code or name, is that line.
    """
    exact = [one for one in directory.matters.values() if label in (one.code, one.name)]
    if exact:
        return [_found(exact[0], text, directory, place)]
    known = class_table().get(label)
    codes = [code for code in known.matters if code in directory.matters] if known else []
    found = [_found(directory.matters[code], text, directory, place) for code in codes]
    shown = [one for one in found if one.words]
    return sorted(shown, key=lambda one: -sum(map(len, one.words)))[:MOST]


def departments_of(
    label: str, matters: list[MatterFound], directory: Directory, place: str
) -> list[str]:
    """职责清单: who leads first; where no matter is shown, who answers for the class."""
    if matters:
        return list(dict.fromkeys((*(m.lead for m in matters), *matters[0].assist)))
    known = class_table().get(label)
    try:
        return [directory.department(known.lead, place).code] if known else []
    except LookupError:  # a city's own directory may lack it
        return []


def _found(matter: Matter, text: str, directory: Directory, place: str) -> MatterFound:
    duty = directory.duty(matter.code, place)
    words = tuple(word for word in matter.words if word in text)
    assist = tuple(each.code for each in duty.assist)
    return MatterFound(matter.code, matter.name, words, duty.lead.code, assist)
