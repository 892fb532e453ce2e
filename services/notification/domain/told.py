"""What a notice is made from: a fact, the labels of its file, the city's directory."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from shared.contracts.fact import Fact
from shared.directory import Directory


class Desk(StrEnum):
    """The roles that notices are for, under the names that they have at the door."""

    WINDOW = "window"
    GRID = "grid"
    DEPARTMENT = "department"
    MEDIATOR = "mediator"
    ADJUDICATOR = "adjudicator"
    RECONSIDERATION = "reconsideration"
    RECONSIDERATION_HEAD = "reconsideration_head"
    COMMITTEE = "committee"
    SECRETARY = "secretary"
    SUPERVISOR = "supervisor"


class Weight(StrEnum):
    """轻重: how much a notice presses."""

    URGENT = "urgent"
    """紧急: overdue, or within hours."""
    OWED = "owed"
    """须办: something is owed."""
    KNOWN = "known"
    """知悉: nothing is owed."""


@dataclass(frozen=True, slots=True)
class Told:
    """A fact with the labels of its file and the directory in which its codes have names."""

    fact: Any
    """The fact, of any kind."""
    labels: Mapping[str, str]
    directory: Directory
    deadline_terms: Mapping[tuple[str, str], str]
    """What periods are called in the tables, by office and name."""

    def label(self, name: str) -> str:
        """A label of the file; empty where it bears none."""
        return self.labels.get(name, "")


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom a notice is for: a role at an organ; a supervisor by place, a person by code."""

    role: Desk
    organ: str
    sits_at: str = ""
    """The organ of a reviewer, who is told by code."""


To = Callable[[Told], Iterable[Recipient]]
"""Whom a fact is told to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A row of the table: a kind of fact, whom it is told to, in which words, how pressing."""

    kind: type[Fact]
    to: tuple[To, ...]
    says: str
    """What is owed or what happened; `{check_in}` is what the fact says there, in Chinese."""
    weight: Weight | Callable[[Told], Weight] = Weight.KNOWN
    until: str = ""
    """The field of the fact that says until when: a period, a day or a moment; empty for none."""
    when: Callable[[Told], bool] = lambda _: True
    """Whether this one is told at all."""
    own: Callable[[Told, Recipient], Told] = lambda told, _: told
    """The fact as it is for one desk, where what it says differs from one to the next."""
    otherwise: "Telling | None" = None
    """What is told of those of which this is not; `until` and `own` are those of the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A notice 通知 before it is kept."""

    recipient: Recipient
    kind: str
    weight: Weight
    case_id: UUID
    version: int
    dispute_id: UUID
    number: str
    matter: str
    says: str
    article: str
