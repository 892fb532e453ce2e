"""规则簿的版本: which rule book is in force, as an act, a page and a rehearsal ask for it."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from services.routing.domain.rulebook import RuleBook
from services.routing.domain.rulebook_text import read_book
from shared.editions import Editions
from shared.law.article import RULES
from shared.work import Work

OWN: Final = Path(__file__).with_name("rulebook.toml")
"""The rule book that comes with the hub; a city edits a copy."""

OFFICE: Final = "routing"
NAME: Final = "rulebook"
"""Under which editions are kept."""


@cache
def usual() -> RuleBook:
    """通用规则簿: the one that comes with the hub, in force where no other is."""
    return read_book(OWN.read_text(encoding="utf-8"), RULES.since, OWN.name)


def in_force(work: Work) -> RuleBook:
    """现行规则簿: the one by which an act of today goes (RULES 54)."""
    return on(work.editions, work.today)


def edition_on(editions: Editions, day: date) -> str:
    """The edition in force on a day, as pages name it; its text need not be read for that."""
    held = editions.on(OFFICE, NAME, day)
    return usual().edition if held is None else held.since.isoformat()


def on(editions: Editions, day: date) -> RuleBook:
    """The rule book in force on a day, from what was ever enacted."""
    held = editions.on(OFFICE, NAME, day)
    return usual() if held is None else read_book(held.body, held.since)
