"""送达本人的文书, each with the service that counts (CPL 87; RULES 164)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that was served on this party."""

    term: str
    on: date
    """送达日期."""
    path: str
    document_id: UUID | None = None
    """What it says; None of one that is downloaded as it was made."""
    made: str = ""
    """Where it is downloaded as it was made, beside what it says; empty where it is not."""
    side: str = ""
    """As what it was served on this party, where each side is served apart; else empty."""


def that_count(found: Iterable[Paper]) -> list[Paper]:
    """Every paper once, newest first: by its first service, or by the first on one of its sides.

    Of a side that was served again, the service that counts is the last: the one before was none.
    """
    sides: dict[tuple[UUID | str, str], Paper] = {}
    for paper in sorted(found, key=lambda one: one.on):
        key = (paper.document_id or paper.path, paper.side)
        if paper.side or key not in sides:
            sides[key] = paper
    first: dict[UUID | str, Paper] = {}
    for paper in sorted(sides.values(), key=lambda one: one.on):
        first.setdefault(paper.document_id or paper.path, paper)
    return sorted(first.values(), key=lambda one: one.on, reverse=True)
