"""What a batch of acts holds in memory: its files, and what each act wants written.

An act works in a frame over the batch's memory. A refusal or an error drops the frame and nothing
else; what stands is kept and flushed with the rest.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

from shared.contracts.fact import Fact
from shared.editions import Edition
from shared.law.casefile import CaseFile
from shared.law.running import Key, Running
from shared.people import Person
from shared.work.shelf import Shelf

OF_PERIODS: Final = ("county", "authority")
"""Labels that the periods of a file bear, too."""


@dataclass(slots=True)
class Open:
    """A file in memory: locked, or new."""

    shelf: Shelf[Any]
    value: CaseFile
    labels: dict[str, str]
    deadlines: dict[Key, Running]
    new: bool
    dirty: bool = False
    """Whether anything of it must be written."""

    @property
    def whose(self) -> dict[str, str]:
        """The labels that its periods bear, too."""
        return {name: self.labels.get(name, "") for name in OF_PERIODS}

    @property
    def running(self) -> list[Running]:
        """The periods that run in it; not those that were missed."""
        return [one for one in self.deadlines.values() if not one.lapsed]

    def copy(self) -> "Open":
        """The same for a frame to change."""
        deadlines = dict(self.deadlines)
        return Open(self.shelf, self.value, dict(self.labels), deadlines, self.new, self.dirty)


@dataclass(frozen=True, slots=True)
class Page:
    """A fact to be written, with the office, the labels and the trace it travels with."""

    fact: Fact
    office: str
    labels: Mapping[str, str]
    trace: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A document 文书 or other free text to be kept."""

    document_id: UUID
    case_id: UUID
    dispute_id: UUID
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Party:
    """A person to be kept with a dispute."""

    person_id: UUID
    dispute_id: UUID
    side: str
    person: Person
    of_file: UUID | None = None
    """The one file in which they take part; None for a party of the dispute."""


@dataclass(frozen=True, slots=True)
class Tray:
    """A table of an office in which acts lay rows that are no file, such as notices 通知."""

    name: str
    sql: str
    """Writes many rows, a parameter an array of one column; one that is there already is left."""


STATED: Final = Tray(
    "stated",
    """
INSERT INTO hub.people_stated (person_id, address, service_address, head_name, head_post, at)
SELECT person_id, address, service_address, head_name, head_post, at
FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])
     WITH ORDINALITY AS s(person_id, address, service_address, head_name, head_post, at, n)
ORDER BY n
""",
)
"""基本情况 that a party states when it comes in, or later."""

FORMER: Final = Tray(
    "former",
    """
INSERT INTO hub.people_stated (person_id, former_phone, at)
SELECT DISTINCT ON (p.person_id) p.person_id, coalesce(p.phone, ''), s.at
FROM hub.people p JOIN unnest($1::uuid[], $2::text[], $3::timestamptz[])
     AS s(person_id, phone, at) USING (person_id)
WHERE p.phone IS DISTINCT FROM s.phone
""",
)
"""原联系电话, which a correction takes the place of: nothing that was on file is lost."""

PHONES: Final = Tray(
    "phones",
    """
UPDATE hub.people p SET phone = s.phone, phone_hash = s.phone_hash
FROM (
  SELECT DISTINCT ON (person_id) * FROM unnest($1::uuid[], $2::text[], $3::text[])
    WITH ORDINALITY AS t(person_id, phone, phone_hash, n) ORDER BY person_id, n DESC) AS s
WHERE p.person_id = s.person_id
""",
)
"""联系电话 as corrected: the register of parties has the one by which a party is known now."""


@dataclass(slots=True)
class Memory:
    """Files and what is to be written, of a batch or of one act's frame."""

    files: dict[UUID, Open] = field(default_factory=dict)
    pages: list[Page] = field(default_factory=list)
    opened: dict[tuple[UUID, Key], Running] = field(default_factory=dict)
    moved: dict[tuple[UUID, Key], Running] = field(default_factory=dict)
    """Periods of which more changed than that they ended."""
    ended: dict[tuple[UUID, Key], tuple[str, int]] = field(default_factory=dict)
    made_good: dict[tuple[UUID, Key], int] = field(default_factory=dict)
    """Periods that had lapsed, and the page by which nothing is owed any more."""
    papers: list[Paper] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)
    editions: list[Edition] = field(default_factory=list)
    """Texts put in force or withdrawn."""
    laid: dict[Tray, list[tuple[object, ...]]] = field(default_factory=dict)
    """Rows beside the files, by their tray."""

    def absorb(self, frame: "Memory") -> None:
        """Keep what an act has done."""
        self.files.update(frame.files)
        self.pages += frame.pages
        self.opened.update(frame.opened)
        for place in frame.opened:  # what passed on may come back
            self.ended.pop(place, None)
        for place, running in frame.moved.items():
            (self.opened if place in self.opened else self.moved)[place] = running
        self.ended.update(frame.ended)
        self.made_good = frame.made_good | self.made_good
        self.papers += frame.papers
        self.parties += frame.parties
        self.editions += frame.editions
        for tray, rows in frame.laid.items():
            self.laid.setdefault(tray, []).extend(rows)
