"""What doors ask of the database beside files, answered from memory."""

import json
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager
from dataclasses import asdict
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Self
from uuid import UUID

from deploy.rehearse import asked
from services.adjudication.store import COPY_SENT, MATTER_OF
from services.consultation.domain.case import Consultation
from services.consultation.domain.opinion import State
from services.consultation.queries import AT_WORK
from services.intake.domain.registration import Dispute
from services.intake.store import APPLICANTS, BY_NUMBER, HELD
from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.case import Case
from services.reconsideration.papers import filed, reading
from services.reconsideration.queries.co_applying import BY_PHONE
from services.reconsideration.queries.published import EVERYBODY
from services.reconsideration.queries.succeeding import SUCCEEDED
from services.reconsideration.store import BEFORE, DECIDED_AS, OF_NUMBERS, SAME_ACT
from shared.attachments.keeping import CARRIED, KEPT_ON
from shared.attachments.offering import OFFERED_AGAIN, OWN
from shared.calendars import NEWEST
from shared.disputes import EARLIER, FILES, REGISTERED
from shared.people.marks import ALIKE, MARKS, SAME
from shared.people.reading import READ, STATED
from shared.people.sides import WHOLE_SIDES
from shared.sessions.posts import AT as POSTS_AT
from shared.work.clockfile import COMPANION
from shared.work.hub import SHIFT

if TYPE_CHECKING:
    from deploy.rehearse.world import World


class Answers:
    """Stands where a pool stands; a question that a rehearsal does not know is an error."""

    def __init__(self, world: "World") -> None:
        self._world = world
        self._known: Final[dict[str, Callable[..., list[dict[str, Any]]]]] = {
            HELD: self._held,
            APPLICANTS: partial(asked.applicants, world),
            BY_NUMBER: self._by_number,
            WHOLE_SIDES: self._sides,
            MARKS: self._marks,
            ALIKE: partial(asked.alike, world),
            MATTER_OF: self._matter,
            COPY_SENT: self._recorded,
            REGISTERED: self._registered,
            EARLIER: self._earlier,
            OF_NUMBERS: self._of_numbers,
            DECIDED_AS: self._decided_as,
            SUCCEEDED: partial(asked.succeeded, world),
            SAME_ACT: self._same_act,
            BEFORE: self._before,
            BY_PHONE: partial(asked.by_phone, world),
            EVERYBODY: self._everybody,
            READ: self._read,
            STATED: lambda *_: [],  # of whom a scenario names nothing is said later
            AT_WORK: self._at_work,
            # Nobody hands a file in at a rehearsal.
            **dict.fromkeys((KEPT_ON, OWN, CARRIED, OFFERED_AGAIN), lambda *_: []),
            SAME: lambda *_: [],  # everybody has one id at a rehearsal
            POSTS_AT: lambda *_: [],  # whom a scenario names is named by it alone
            filed.DISPUTE: self._dispute,
            filed.PAGES: self._pages,
            reading.NUMBER: lambda one: self._numbers([one]),
            reading.NUMBERS: self._numbers_of,
            FILES: self._files,
            NEWEST: list,  # the calendar is the one that the rehearsal was given
            SHIFT: lambda: [{"shift": timedelta()}],
        }

    @asynccontextmanager
    async def acquire(self) -> AsyncIterator[Self]:
        """A connection, which a memory needs not."""
        yield self

    async def fetch(self, query: str, *args: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - as asyncpg
        """The rows of a query.

        Raises:
            LookupError: A rehearsal has no database to ask this.
        """
        if (answer := self._known.get(query)) is None:
            raise LookupError(f"a rehearsal does not know: {query}")
        return answer(*args)

    async def fetchval(self, query: str, *args: Any) -> Any:  # noqa: ANN401 - as asyncpg
        """The first value of a query, None if it has no row."""
        rows = await self.fetch(query, *args)
        return next(iter(rows[0].values())) if rows else None

    def _held(self, keys: Collection[UUID]) -> list[dict[str, Any]]:
        rows = [row for key in keys if (row := self._holder(key))]
        return rows or [{"key": None, "shift": timedelta()}]

    def _holder(self, key: UUID) -> dict[str, Any] | None:
        claimed = self._world.claimed.get(key)
        if claimed is None:
            return None
        for case_id in (key, claimed.case_id):
            file = self._world.memory.files.get(case_id)
            if file and isinstance(dispute := file.value, Dispute):
                return {
                    "key": key,
                    "digest": claimed.digest,
                    "case_id": case_id,
                    "number": dispute.number,
                    "version": dispute.version,
                    "state": str(dispute.state),
                    "registered_on": dispute.registered_on,
                    "shift": timedelta(),
                }
        return None

    def _by_number(self, number: str) -> list[dict[str, Any]]:
        values = (file.value for file in self._world.memory.files.values())
        return [
            {"case_id": v.case_id} for v in values if isinstance(v, Dispute) and v.number == number
        ]

    def _sides(self, dispute_id: UUID, persons: Collection[UUID]) -> list[dict[str, Any]]:
        parties = [
            p
            for p in self._world.memory.parties
            if p.dispute_id == dispute_id and p.of_file is None
        ]
        sides = {p.side for p in parties}
        whole = {s for s in sides if all(p.person_id in persons for p in parties if p.side == s)}
        return [{"side": side} for side in sorted(whole)]

    def _before(self, dispute_id: UUID, applicants: Collection[str]) -> list[dict[str, Any]]:
        begun = (page.fact.head for page in reversed(self._world.pages))
        own = (
            head.case_id
            for head in begun
            if head.version == 1 and head.dispute_id == dispute_id
            if isinstance(case := self._world.memory.files[head.case_id].value, Case)
            and set(map(str, case.applicants)) >= set(applicants)
        )
        return [{"case_id": one} for one in own][:1]

    def _everybody(self, disputes: Collection[UUID]) -> list[dict[str, Any]]:
        parties = self._world.memory.parties
        return [{"person_id": p.person_id} for p in parties if p.dispute_id in disputes]

    def _read(self, persons: Collection[UUID], *_: object) -> list[dict[str, Any]]:
        parties = self._world.memory.parties
        return [
            {"person_id": p.person_id, **asdict(p.person)}
            for p in parties
            if p.person_id in persons
        ]

    def _marks(self, persons: Collection[UUID]) -> list[dict[str, Any]]:
        return [
            {"person_id": p.person_id, "mark": p.person.name}
            for p in self._world.memory.parties
            if p.person_id in persons
        ]

    def _matter(self, case_id: UUID) -> list[dict[str, Any]]:
        file = self._world.memory.files.get(case_id)
        matter = getattr(file.value, "matter", None) if file else None
        return [{"matter": str(matter)}] if matter else []

    def _recorded(self, case_id: UUID, kind: str) -> list[dict[str, Any]]:
        facts = (page.fact for page in self._world.pages)
        return [{"exists": any(f.head.case_id == case_id and f.kind == kind for f in facts)}]

    def _dispute(self, case_id: UUID) -> list[dict[str, Any]]:
        file = self._world.memory.files.get(case_id)
        return [{"dispute_id": file.value.dispute_id}] if file else []

    def _pages(self, case_id: UUID) -> list[dict[str, Any]]:
        facts = [page.fact for page in self._world.pages if page.fact.head.case_id == case_id]
        return [{"kind": one.kind, "body": one.model_dump_json()} for one in facts]

    def _numbers(self, files: Collection[UUID]) -> list[dict[str, Any]]:
        return [{"n": one["n"]} for one in self._numbers_of(files)]

    def _numbers_of(self, files: Collection[UUID]) -> list[dict[str, Any]]:
        found = ((one, self._world.memory.files.get(one)) for one in files)
        return [
            {"case_id": one, "n": getattr(file.value, "document_number", "")}
            for one, file in found
            if file
        ]

    def _files(self, disputes: Collection[UUID]) -> list[dict[str, Any]]:
        return [
            {
                "dispute_id": file.value.dispute_id,
                "case_id": case_id,
                "office": file.shelf.office,
                "procedure": file.shelf.name,
                "edition": "",
                "version": file.value.version,
                "state": str(file.value.state),
                "labels": json.dumps(file.labels),
            }
            for case_id, file in self._world.memory.files.items()
            if file.value.dispute_id in disputes
        ]

    def _registered(self, dispute_id: UUID) -> list[dict[str, Any]]:
        values = (file.value for file in self._world.memory.files.values())
        here = any(isinstance(v, Dispute) and v.dispute_id == dispute_id for v in values)
        return [{"dispute_id": dispute_id}] if here else []

    def _of_numbers(
        self, numbers: Collection[str], states: Collection[str], but: UUID
    ) -> list[dict[str, Any]]:
        values = [file.value for file in self._world.memory.files.values()]
        known = {v.dispute_id: v.number for v in values if isinstance(v, Dispute)}
        return [
            {"case_id": v.case_id, "number": known[v.dispute_id]}
            for v in values
            if isinstance(v, Case)
            and known.get(v.dispute_id) in numbers
            and v.state in states
            and v.case_id != but
        ]

    def _decided_as(self, numbers: Collection[str]) -> list[dict[str, Any]]:
        values = [file.value for file in self._world.memory.files.values()]
        annulled = {v.about for v in values if isinstance(v, Aftermath) and v.state == "annulled"}
        return [
            {
                "number": v.document_number,
                "case_id": v.case_id,
                "annulled": v.case_id in annulled,
            }
            for v in values
            if isinstance(v, Case) and v.document_number in numbers
        ]

    def _at_work(self, place: str) -> list[dict[str, Any]]:
        values = (file.value for file in self._world.memory.files.values())
        return [
            {"case_id": v.case_id}
            for v in values
            if isinstance(v, Consultation)
            and v.state is State.SEATED
            and v.authority.split("-", 1)[0] == place
        ]

    def _same_act(
        self,
        case_id: UUID,
        who: Collection[str],
        acts: Collection[UUID],
        dispute_id: UUID,
        organs: Collection[str],
        *act: object,
    ) -> list[dict[str, Any]]:
        def is_same(v: Case) -> bool:
            if v.act_ids and acts:
                return not set(acts).isdisjoint(v.act_ids)
            here = (v.dispute_id, v.act, v.act_done_on) == (dispute_id, *act)
            return here and not set(organs).isdisjoint(v.respondents)

        values = [file.value for file in self._world.memory.files.values()]
        numbers = {v.dispute_id: v.number for v in values if isinstance(v, Dispute)}
        return [
            {"case_id": v.case_id, "number": numbers.get(v.dispute_id)}
            for v in values
            if isinstance(v, Case)
            and v.case_id != case_id
            and is_same(v)
            and not {
                str(one) for one in (*v.applicants, *(g.person_id for g in v.gone))
            }.isdisjoint(who)
        ]

    def _earlier(self, dispute_id: UUID, offices: Collection[str]) -> list[dict[str, Any]]:
        begun = dict.fromkeys(page.fact.head.case_id for page in self._world.pages)
        files = (self._world.memory.files[case_id] for case_id in begun)
        found = [
            {"case_id": f.value.case_id, "office": f.shelf.office, "labels": json.dumps(f.labels)}
            for f in files
            if f.value.dispute_id == dispute_id
            and f.shelf.office in offices
            and f.shelf.name != COMPANION.name
            and f.value.state != "notified"
        ]
        return found[-1:]
