"""The last weeks in memory: messages without digits and names of parties, known by their page."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final
from uuid import UUID

from services.routing.hotspots.heat import Heat
from services.routing.hotspots.message import Key, Message, words_of
from shared.contracts.fact import CLOCK, Fact
from shared.contracts.intake import (
    ApplicantAdded,
    DisputeRegistered,
    DisputeRepeated,
    DisputeWithdrawn,
    PartyRef,
    Side,
)
from shared.contracts.intake import PersonKind as Kind
from shared.db import Conn
from shared.directory import Directory, Level
from shared.documents import read_documents
from shared.people import marks_of, read_people

PURPOSE: Final = "热点识别"
"""Why texts are read; it stands in the record of reading."""

NAMES: Final = "热点共同词语除去姓名"
"""Why names are read: so that none of them is shown."""

REGISTERED: Final = """
SELECT body FROM hub.outbox
WHERE dispute_id = ANY($1::uuid[]) AND kind = 'intake.registered.v1'
"""
JOINED: Final = """
SELECT body FROM hub.outbox
WHERE dispute_id = ANY($1::uuid[]) AND kind = 'intake.applicant_added.v1'
"""


@dataclass(frozen=True, slots=True)
class _Known:
    """What a dispute says of itself once: where, what, by whom."""

    place: str
    county: str
    matter: str
    party: str
    persons: tuple[UUID, ...]
    """Natural persons among its parties."""


class Memory:
    """Messages of the last weeks, and what is known of their disputes."""

    def __init__(self, directory: Directory, heat: Heat) -> None:
        self._directory = directory
        self._heat = heat
        self._messages: dict[Key, Message] = {}
        self._known: dict[UUID, _Known] = {}

    @property
    def messages(self) -> tuple[Message, ...]:
        """All that is held."""
        return tuple(self._messages.values())

    async def take_in(self, conn: Conn, facts: Sequence[Fact], today: date, at: datetime) -> None:
        """Take in a stretch of facts; their texts are read as one batch, on record."""
        first = self._heat.past_from(today)
        said = [
            fact
            for fact in facts
            if isinstance(fact, DisputeRegistered | DisputeRepeated) and fact.head.on >= first
        ]
        await self._get_to_know(conn, said)
        for fact in facts:
            if isinstance(fact, ApplicantAdded):
                self._add(fact)
        ids = [fact.text_id for fact in said]
        texts = await read_documents(conn, ids, reader=CLOCK, purpose=PURPOSE, at=at)
        for fact in said:
            if (known := self._known.get(fact.head.dispute_id)) and fact.text_id in texts:
                message = _message(fact, known, texts[fact.text_id])
                self._messages[message.key] = message
        gone = {fact.head.dispute_id for fact in facts if isinstance(fact, DisputeWithdrawn)}
        self._forget([one.key for one in self.messages if one.dispute_id in gone] if gone else ())

    def keep_from(self, first: date) -> None:
        """Forget what is older, and of too many the oldest."""
        self._forget([one.key for one in self.messages if one.on < first])
        if (over := len(self._messages) - self._heat.most) > 0:
            oldest = sorted(self.messages, key=lambda one: (one.on, one.key))[:over]
            self._forget([one.key for one in oldest])

    async def names_in(self, conn: Conn, disputes: Iterable[UUID], at: datetime) -> frozenset[str]:
        """The names of natural persons who are parties of these disputes; read on record."""
        known = [self._known[one] for one in disputes if one in self._known]
        ids = {person for one in known for person in one.persons}
        people = await read_people(conn, ids, reader=CLOCK, purpose=NAMES, at=at)
        return frozenset(words_of(person.name).strip() for person in people.values()) - {""}

    def _forget(self, keys: Collection[Key]) -> None:
        for key in keys:
            del self._messages[key]
        if keys:
            held = {one.dispute_id for one in self._messages.values()}
            self._known = {one: known for one, known in self._known.items() if one in held}

    async def _get_to_know(
        self, conn: Conn, said: Sequence[DisputeRegistered | DisputeRepeated]
    ) -> None:
        """Who brought each dispute and where it belongs; of a repeated one the first page tells."""
        new = {f.head.dispute_id: f for f in said if isinstance(f, DisputeRegistered)}
        missing = {f.head.dispute_id for f in said} - new.keys() - self._known.keys()
        for row in await conn.fetch(REGISTERED, list(missing)) if missing else ():
            fact = DisputeRegistered.model_validate_json(row["body"])
            new[fact.head.dispute_id] = fact
        later = await conn.fetch(JOINED, list(missing)) if missing else ()
        first = {dispute: _applicant(fact) for dispute, fact in new.items()}
        marks = await marks_of(conn, {one for one in first.values() if one}) if new else {}
        for dispute, fact in new.items():
            applicant = first[dispute]
            party = marks.get(applicant, "") if applicant else ""
            self._known[dispute] = _Known(
                place=fact.place,
                county=self._county(fact.county),
                matter=fact.matter,
                party=party or str(dispute),
                persons=_natural(fact.parties),
            )
        for row in later:
            self._add(ApplicantAdded.model_validate_json(row["body"]))

    def _add(self, fact: ApplicantAdded) -> None:
        """Whoever joined is a party whose name is shown no more than those of the others."""
        if known := self._known.get(fact.head.dispute_id):
            persons = dict.fromkeys((*known.persons, *_natural((fact.party,))))
            self._known[fact.head.dispute_id] = replace(known, persons=tuple(persons))

    def _county(self, code: str) -> str:
        place = self._directory.places.get(code)
        return "" if place is None or place.level is Level.CITY else code


def _natural(parties: Iterable[PartyRef]) -> tuple[UUID, ...]:
    return tuple(one.person_id for one in parties if one.kind is Kind.NATURAL)


def _applicant(fact: DisputeRegistered) -> UUID | None:
    return next((p.person_id for p in fact.parties if p.side is Side.APPLICANT), None)


def _message(fact: DisputeRegistered | DisputeRepeated, known: _Known, text: str) -> Message:
    subject, _, rest = text.partition("\n")
    return Message(
        key=(fact.head.case_id, fact.head.version),
        dispute_id=fact.head.dispute_id,
        on=fact.head.on,
        place=known.place,
        county=known.county,
        matter=known.matter,
        party=known.party,
        subject=words_of(subject) if rest else "",
        text=words_of(rest or subject),
        history=isinstance(fact, DisputeRegistered) and fact.history,
    )
