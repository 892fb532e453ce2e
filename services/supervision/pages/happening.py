"""动态: what a fact says in a line of plain Chinese: what, whose, where, when."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from shared.contracts.catalogue import wording
from shared.stream.page import Page
from shared.stream.wants import LATE

ORGANS: Final = ("department", "organ", "authority", "committee", "window")
"""Fields of facts, and labels, that say whose doing or duty it is; the first that is there."""


@dataclass(frozen=True, slots=True)
class Happening:
    """A fact as a line of a list."""

    position: int
    at: str
    office: str
    term: str
    county: str
    organ: str
    number: str
    dispute: str
    by_clock: bool
    late: bool

    @classmethod
    def of(cls, page: Page) -> "Happening":
        """The line of a page."""
        fact: Mapping[str, Any] = json.loads(page.body)
        head, said = fact["head"], page.labels.get
        return cls(
            position=page.position,
            at=head["at"],
            office=page.office,
            term=wording(page.kind).term,
            county=said("county", ""),
            organ=organ_in(fact, page.labels),
            number=said("number", ""),
            dispute=str(page.dispute_id),
            by_clock=head["by"] == "clock",
            late=page.kind in LATE,
        )


def organ_in(fact: Mapping[str, Any], labels: Mapping[str, str]) -> str:
    """The organ that a fact names; that of the file where it names none."""
    for where in (fact, labels):
        for name in ORGANS:
            if isinstance(found := where.get(name), str) and found:
                return found
    return ""
