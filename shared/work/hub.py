"""The unit of work: many acts in one transaction, written set by set.

A batch locks every file that its acts declare, in order of id, and loads them; lets each act work
in a frame of its own over memory; and writes what stands. An act that is refused or fails drops
its frame only. When the writing fails, the batch is split until the culprit stands alone. Acts that
arrive together are gathered into one (`lanes`); an import hands one in.
"""

import asyncio
import random
import time
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final, TypeVar
from uuid import UUID

import asyncpg

from shared import tracing
from shared.calendars import loaded
from shared.clock import Clock
from shared.db import LOST, Conn, Pool
from shared.directory import Directory
from shared.editions import Editions, enacted
from shared.errors import Away, HubError, Unknown
from shared.law.calendar import Calendar
from shared.law.casefile import CaseFile
from shared.law.procedure import Refused
from shared.work.act import Act
from shared.work.admission import admit, failed, leave_behind
from shared.work.clockfile import clock_shelf
from shared.work.failing import forget, give_back
from shared.work.flush import Flush, Hasher
from shared.work.lanes import Lanes
from shared.work.load import NEXT_NUMBERS, NUMBERS_A_BLOCK, lock, read, take
from shared.work.memory import Memory
from shared.work.shelf import Shelf
from shared.work.telling import tell
from shared.work.transaction import landed, transaction
from shared.work.work import Claimed, Work

V = TypeVar("V", bound=CaseFile)

CLASH: Final = (
    asyncpg.DeadlockDetectedError,
    asyncpg.SerializationError,
    asyncpg.UniqueViolationError,
)
"""Two batches met: whoever comes second looks again and finds what the first has done."""

MEETINGS: Final = 8
"""How often a batch looks again before it is split."""

SHIFT: Final = "SELECT shift FROM hub.clock"
"""How far the hub's clock was moved."""


class Hub:
    """Runs acts on the database. One for each process."""

    def __init__(
        self,
        pool: Pool,
        *,
        clock: Clock,
        calendar: Calendar,
        directory: Directory,
        shelves: Iterable[Shelf[Any]],
        partitions: int,
        hasher: Hasher,
        poke: Callable[[], None] = lambda: None,
    ) -> None:
        """`poke` is called after each commit that leaves facts to be sent."""
        self.pool = pool
        self.clock = clock
        self.calendar = calendar
        self._printed, self._notice = calendar, 0
        self.directory = directory
        self.editions = Editions()
        self.shelves = {(s.office, s.name): s for s in shelves}
        for office in {s.office for s in self.shelves.values()}:
            self.shelves[office, "clock"] = clock_shelf(office)
        self.deadline_terms = {
            (shelf.office, deadline.name): deadline.term
            for shelf in self.shelves.values()
            for edition in shelf.editions
            for deadline in edition.deadlines
        }
        self.hasher = hasher
        self._flush = Flush(partitions, hasher)
        self._poke = poke
        self._numbers: list[int] = []
        self._lanes = Lanes(self)

    def shelf(self, office: str, name: str) -> Shelf[Any]:
        """The shelf of an office's procedure."""
        return self.shelves[office, name]

    async def now(self) -> datetime:
        """Now, by the hub's clock, however far it was moved."""
        shift: timedelta = await self.pool.fetchval(SHIFT)
        return self.clock.now() + shift

    # -- doors

    async def act(self, act: Act) -> Any:  # noqa: ANN401 - whatever the command returns
        """Run one act, gathered with those that arrive at the same time; its result or its error.

        Raises:
            Refused: The law does not allow it.
            HubError: It is unknown, stale or malformed, or the database is away.
        """
        await self.together([act])
        if act.error is not None:
            raise act.error
        return act.result

    async def together(self, acts: Sequence[Act]) -> None:
        """Run a few acts in one batch with others that arrive at the same time; many, alone."""
        await self._lanes.together(acts)

    async def run(self, acts: Sequence[Act]) -> None:
        """Run the acts as one batch; each is left with its result or its error.

        Raises:
            Away: The database does not answer; nothing of the batch was written.
        """
        if not acts:
            return None
        for _ in range(MEETINGS):
            try:
                return await self._transact(acts)
            except CLASH as error:
                met: Exception = error
                await asyncio.sleep(random.uniform(0, 0.02))  # noqa: S311 - no secret
            except LOST as error:
                raise Away("数据库暂时无法访问") from error
            except Exception as error:  # noqa: BLE001 - some act of the batch cannot be written
                met = error
                break
        if len(acts) == 1:
            acts[0].reset()
            acts[0].error = met
            tell(acts, Memory(), 0)
            return None
        return await self._run_halves(acts)

    async def _run_halves(self, acts: Sequence[Act]) -> None:
        middle = len(acts) // 2
        await self.run(acts[:middle])
        stuck = {act.lane for act in acts[:middle] if act.lane is not None and failed(act)}
        rest = leave_behind(acts[middle:], stuck)
        try:
            await self.run(rest)
        except Away as error:  # the first half stands
            for act in rest:
                act.error = error

    async def read(self, shelf: Shelf[V], case_id: UUID) -> tuple[V, Mapping[str, str]]:
        """A file as it stands, with its labels, without a lock.

        Raises:
            Unknown: There is none on this shelf.
            Away: The database does not answer.
        """
        try:
            async with self.pool.acquire() as conn:
                found = await read(conn, shelf, case_id)
        except LOST as error:
            raise Away("数据库暂时无法访问") from error
        if found is None:
            raise Unknown("没有这份案卷")
        return found

    async def know(self, conn: Conn) -> None:
        """Take up the notices on holidays and the texts in force; acts do so by themselves."""
        self._notice, self.calendar = await loaded(conn, self._printed)
        self.editions = await enacted(conn)

    # -- a batch

    async def _transact(self, acts: Sequence[Act]) -> None:
        began = time.perf_counter()
        for act in acts:
            act.reset()
            act.span = tracing.begin(act.name, act.trace)
        memory = Memory()
        committing = False
        try:
            async with self.pool.acquire() as conn, transaction(conn):
                memory = await self._do(conn, acts)
                committing = True
        except LOST:
            # A crash may take the sequence back to before the block, and others be given it.
            self._numbers = []
            if not (committing and await landed(self.pool, memory)):
                raise
        tell(acts, memory, time.perf_counter() - began)
        if memory.pages:
            self._poke()

    async def _do(self, conn: Conn, acts: Sequence[Act]) -> Memory:
        """Read, let every act work, write; all inside the transaction."""
        taken = await take(conn, acts, self.shelf)
        claimed, memory = taken.claimed, taken.memory
        if (taken.notice, taken.editions) != (self._notice, len(self.editions.rows)):
            await self.know(conn)
        todo = [act for act in acts if not act.known]
        now = self.clock.now() + taken.shift
        await self._stock(conn, sum(act.numbers for act in todo))
        stuck: set[Hashable] = set()
        for act in todo:
            if not leave_behind([act], stuck):
                continue
            self._perform(act, memory, now, claimed)
            if act.lane is not None and failed(act):
                stuck.add(act.lane)
        await self._put_refusals(conn, todo, memory, now)
        if statement := self._flush.statement(memory, now):
            await conn.execute(statement[0], *statement[1])
        await forget(conn, [act for act in todo if failed(act)])
        await give_back(conn, acts, claimed, memory)
        return memory

    def _work(
        self,
        act: Act,
        memory: Memory,
        now: datetime,
        claimed: Mapping[UUID, Claimed],
        declared: Collection[UUID],
    ) -> Work:
        return Work(
            memory,
            now=now,
            calendar=self.calendar,
            directory=self.directory,
            editions=self.editions,
            labels=act.labels,
            trace=tracing.traceparent(act.span, act.trace),
            numbers=self._numbers,
            claimed=claimed,
            declared=declared,
            deadline_terms=self.deadline_terms,
        )

    def _perform(
        self, act: Act, memory: Memory, now: datetime, claimed: Mapping[UUID, Claimed]
    ) -> None:
        declared = {*act.files, *(claimed[c.key].case_id for c in act.claims)}
        work = self._work(act, memory, now, claimed, declared)
        try:
            admit(act, memory)
            act.result = act.do(work)
        except (Refused, HubError) as error:
            act.error = error
        except Exception as error:  # noqa: BLE001 - one act's fault is not its neighbours'
            act.error = error
        else:
            memory.absorb(work.frame)

    async def _put_refusals(
        self, conn: Conn, acts: Sequence[Act], memory: Memory, now: datetime
    ) -> None:
        """Put what the law refused to handlers on clock files, which are always locked last."""
        refused = [(a, a.refusal, a.error) for a in acts if isinstance(a.error, Refused)]
        files = [refusal.file for _, refusal, _ in refused if refusal]
        if not files:
            return
        memory.files.update((await lock(conn, files, self.shelf)).files)
        for act, refusal, error in refused:
            if refusal is None:
                continue
            work = self._work(act, memory, now, {}, files)
            refusal.record(work, error)
            memory.absorb(work.frame)

    async def _stock(self, conn: Conn, wanted: int) -> None:
        """Have as many numbers at hand as the batch may use."""
        while len(self._numbers) < wanted:
            top = await conn.fetchval(NEXT_NUMBERS)
            self._numbers = [*range(top, top - NUMBERS_A_BLOCK, -1), *self._numbers]
