"""措辞: how what a fact says is read in a notice: organs by name, periods and days in Chinese."""

import re
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from services.notification.domain.told import Told
from shared.contracts.catalogue import wording, wording_of
from shared.contracts.fact import Fact
from shared.law.article import Article
from shared.law.period import parse_period
from shared.law.terms import zh
from shared.law.warning import LastWorkday, Share
from shared.law.wording import at, full

PERIOD: Final = re.compile(r"\d+(?:wd|d|m|y|h|min)")
CITED: Final = re.compile(r"\b[A-Z_]+(?:2007|2026)? \d+")
WARNINGS: Final = re.compile(r"share_(\d+)")


DUTY_FIELDS: Final = frozenset({"duty", "deadline"})
"""Fields that name a period."""


def article_of(kind: type[Fact]) -> str:
    """Code of the first provision that a kind of fact carries out; empty where it names none."""
    found = CITED.search(wording_of(kind).articles)
    return Article.parse(found[0]).code if found else ""


def organ_name(told: Told, code: str) -> str:
    """What an organ or a place is called; the code where the directory has none."""
    for find in (told.directory.organ, told.directory.place):
        try:
            return find(code).name
        except LookupError:
            continue
    return code


def matter_name(told: Told) -> str:
    """What the matter of the file is called; empty where none is known."""
    code = told.label("matter")
    try:
        return told.directory.matter(code).name if code else ""
    except LookupError:
        return code


def worded(template: str, told: Told) -> str:
    """A row's words with what the fact says filled in."""
    return re.sub(r"\{(\w+)\}", lambda gap: _said(told, gap[1]), template)


def _said(told: Told, field: str) -> str:
    value = getattr(told.fact, field)
    if field in DUTY_FIELDS:
        office = getattr(told.fact, "office_name", told.fact.office())
        return told.deadline_terms.get((office, value), value)
    match value:
        case datetime():
            return at(value)
        case date():
            return full(value)
        case StrEnum():
            return _term(value.value)
        case str():
            return _code(told, value)
        case _:
            return "" if value is None else str(value)


def _code(told: Told, value: str) -> str:
    if PERIOD.fullmatch(value):
        return str(parse_period(value))
    if share := WARNINGS.fullmatch(value):
        return Share(int(share[1])).term
    if value == LastWorkday().code:
        return LastWorkday().term
    if "." in value:
        return wording(value).term
    name = organ_name(told, value)
    return name if name != value else _term(value)


def _term(code: str) -> str:
    try:
        return zh(code)
    except LookupError:
        return code
