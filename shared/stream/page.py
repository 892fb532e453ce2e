"""A page 页 as readers of streams get it: made once for those who may have all, once for others."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

from shared.contracts.catalogue import is_inside, people_in, wording

EXAMPLE: Final = (
    "id: 42\nevent: routing.checked_in.v1\n"
    'data: {"position":42,"office":"routing","term":"报到",'
    '"labels":{"county":"620702","number":"620702-20261123-000017-3"},'
    '"fact":{"kind":"routing.checked_in.v1","department":"620702-gongan","head":{"…":"…"}}}\n\n'
)
"""What an event looks like, for the documents."""

_ALWAYS: Final = frozenset({"kind", "head"})


@dataclass(slots=True, eq=False)
class Page:
    """One fact with its position, and its form for each sort of reader."""

    position: int
    office: str
    kind: str
    dispute_id: UUID
    labels_text: str
    body: str
    labels: Mapping[str, str] = field(init=False)
    """Its labels, with the office that made it among them, as sight asks for them."""
    _made: dict[tuple[bool, bool], bytes] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.labels = {**json.loads(self.labels_text), "office": self.office}

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> "Page":
        """The page in a row of the outbox."""
        return cls(
            row["position"],
            row["office"],
            row["kind"],
            row["dispute_id"],
            row["labels"],
            row["body"],
        )

    def event(self, *, whole: bool, inside: bool = True) -> bytes:
        """The event on the wire; only who may have the whole fact gets ids of people in it.

        Of deliberation 内部审批 whoever is not `inside` gets kind and head alone.
        """
        how = (whole, inside or not is_inside(self.kind))
        if (made := self._made.get(how)) is None:
            made = self._made[how] = self._event(self._body(*how))
        return made

    def news(self) -> bytes:
        """The event for whoever only wants to hear that there is something new."""
        return (
            f'id: {self.position}\nevent: news\ndata: {{"position":{self.position}}}\n\n'.encode()
        )

    def _body(self, whole: bool, inside: bool) -> str:  # noqa: FBT001 - the key of what is made
        hidden = frozenset() if whole else people_in(self.kind)
        if inside and not hidden:
            return self.body
        said = json.loads(self.body).items()
        fact = {k: v for k, v in said if k not in hidden and (inside or k in _ALWAYS)}
        return json.dumps(fact, ensure_ascii=False, separators=(",", ":"))

    def _event(self, fact: str) -> bytes:
        term = json.dumps(wording(self.kind).term, ensure_ascii=False)
        return (
            f"id: {self.position}\nevent: {self.kind}\n"
            f'data: {{"position":{self.position},"office":"{self.office}","term":{term},'
            f'"labels":{self.labels_text},"fact":{fact}}}\n\n'
        ).encode()
