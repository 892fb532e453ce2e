"""The hub in memory: the same doors, commands, handlers and tables, and no server beside it.

A rehearsal runs what the offices run. Only the writing differs: files stay in memory, a fact is
heard by every office at once, and the clock stands still until it is told to move on.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import partial
from itertools import count
from typing import Any, Final, TypeVar, cast
from uuid import UUID

from deploy.compose import offices
from deploy.rehearse.answers import Answers
from shared.clock import StillClock
from shared.contracts.fact import Fact
from shared.db import Pool
from shared.directory import Directory
from shared.errors import HubError, Unknown
from shared.law.calendar import Calendar
from shared.law.casefile import CaseFile
from shared.law.procedure import Refused
from shared.law.running import Running
from shared.office import Heard
from shared.people import keyed_hash
from shared.work import Act, Hub, Work
from shared.work.admission import admit
from shared.work.clockfile import Refusal
from shared.work.memory import Memory, Open, Page
from shared.work.ringing import files_of, ring
from shared.work.shelf import Shelf
from shared.work.work import Claimed

V = TypeVar("V", bound=CaseFile)

_SECRET: Final = b"rehearsal"
"""Hashes of a rehearsal never leave it."""


class World(Hub):
    """枢纽的推演: acts are done, heard and lapse as in the hub, and nothing is kept."""

    clock: StillClock

    def __init__(self, begins: datetime, calendar: Calendar, directory: Directory) -> None:
        """A city in which nothing has happened yet at `begins`."""
        self.memory = Memory()
        self.pages: list[Page] = []
        """Every page made, in order."""
        self.claimed: dict[UUID, Claimed] = {}
        self._heard = 0
        self._sequence = count(1)
        super().__init__(
            cast("Pool", Answers(self)),
            clock=StillClock(begins),
            calendar=calendar,
            directory=directory,
            shelves=[shelf for office in offices() for shelf in office.shelves],
            partitions=1,
            hasher=lambda value: keyed_hash(_SECRET, value) if value else None,
        )

    def remember(self, pages: Sequence[Page]) -> None:
        """Take over pages that everybody has heard long since."""
        self.pages += pages
        self._heard = len(self.pages)

    # -- as the hub

    async def act(self, act: Act) -> Any:  # noqa: ANN401 - as in the hub
        """Run one act and let everybody hear of it; its result or its error.

        Raises:
            Refused: The law does not allow it.
            HubError: It is unknown, stale or malformed.
        """
        await self.run([act])
        if act.error is not None:
            raise act.error
        return act.result

    async def run(self, acts: Sequence[Act]) -> None:
        """Run the acts one after another; each is left with its result or its error."""
        for act in acts:
            self._try(act)
            self._hear()

    async def read(self, shelf: Shelf[V], case_id: UUID) -> tuple[V, dict[str, str]]:
        """A file as it stands, with its labels.

        Raises:
            Unknown: There is none on this shelf.
        """
        file = self.memory.files.get(case_id)
        if file is None or file.shelf is not shelf:
            raise Unknown("没有这份案卷")
        return cast("V", file.value), dict(file.labels)

    # -- time

    def pass_to(self, moment: datetime) -> None:
        """Let time pass until `moment`; what is due by then happens when it is due, in order."""
        while (due := self._next_due()) is not None and due <= moment:
            self.clock.move_to(max(due, self.clock.now()))
            self._sweep(due)
        self.clock.move_to(moment)

    def _next_due(self) -> datetime | None:
        files = self.memory.files.values()
        return min((r.next_at for f in files for r in _running(f)), default=None)

    def _sweep(self, due: datetime) -> None:
        files = self.memory.files.values()
        for file in [f for f in files if any(r.next_at <= due for r in _running(f))]:
            case_id, office = file.value.case_id, file.shelf.office
            ringing = partial(_ring, self.shelf(office, "clock"), case_id, file.value.dispute_id)
            act = Act(do=ringing, files=files_of(case_id, office), name="clock.sweep")
            self._try(act)
            if act.error is not None:
                raise act.error
            self._hear()

    # -- one act

    def _try(self, act: Act) -> None:
        act.reset()
        claims = {c.key: Claimed(c.case_id, c.digest) for c in act.claims}
        fresh = {key: c for key, c in claims.items() if key not in self.claimed}
        self.claimed |= fresh
        declared = {*act.files, *(self.claimed[key].case_id for key in claims)}
        numbers = [next(self._sequence) for _ in range(act.numbers)]
        work = self._frame(act.labels, declared, numbers)
        try:
            admit(act, self.memory)
            act.result = act.do(work)
        except (Refused, HubError) as error:
            act.error = error
        except Exception as error:  # noqa: BLE001 - whoever ran the act asks it how it ended
            act.error = error
        if act.error is None:
            self._keep(work)
            return
        for key in fresh:
            del self.claimed[key]
        if isinstance(act.error, Refused) and act.refusal is not None:
            self._put_on_record(act.refusal, act.error)

    def _put_on_record(self, refusal: Refusal, error: Refused) -> None:
        work = self._frame({}, [refusal.file], [])
        refusal.record(work, error)
        self._keep(work)

    def _frame(
        self,
        labels: Mapping[str, str],
        declared: Collection[UUID],
        numbers: list[int],
    ) -> Work:
        return Work(
            self.memory,
            now=self.clock.now(),
            calendar=self.calendar,
            directory=self.directory,
            editions=self.editions,
            labels=labels,
            trace="",
            numbers=numbers,
            claimed=self.claimed,
            declared=declared,
        )

    def _keep(self, work: Work) -> None:
        self.pages += work.frame.pages
        self.editions = self.editions.with_rows(work.frame.editions)
        self.memory.absorb(work.frame)
        self.memory.pages.clear()

    # -- facts

    def _hear(self) -> None:
        """Let every office hear each page that it has not heard, until there is none."""
        while self._heard < len(self.pages):
            page = self.pages[self._heard]
            self._heard += 1
            for office in offices():
                heard = office.listens.get(type(page.fact))
                if heard and office.shelves:  # what keeps no files changes nothing that is played
                    self._tell(office.name, heard, page)

    def _tell(self, office: str, heard: Heard, page: Page) -> None:
        act = Act(
            do=partial(_handle, heard, page.fact),
            files=tuple(heard.files(page.fact)),
            name=f"{office}.hears {page.fact.kind}",
            labels=dict(page.labels),
            refusal=Refusal(self.shelf(office, "clock"), page.fact),
        )
        self._try(act)
        if act.error is not None and not isinstance(act.error, Refused):
            raise act.error


def _running(file: Open) -> list[Running]:
    return [r for r in file.deadlines.values() if not r.lapsed]


def _ring(shelf: Shelf[CaseFile], case_id: UUID, dispute_id: UUID, work: Work) -> None:
    ring(work, shelf, case_id, dispute_id)


def _handle(heard: Heard, fact: Fact, work: Work) -> None:
    heard.handler(work, fact)
