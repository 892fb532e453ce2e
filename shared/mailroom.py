"""The mailroom 收发室: a batch of messages through inbox, files, handlers and one flush.

It knows nothing of what feeds it: a Faust agent and a plain group consumer hand it the same
batches. It comes back only when every message of a batch was handled, known, refused by the law
(an answer, kept on a clock file), or parked with its reason; then the batch may be acknowledged.
While the database is away it waits in place, order kept.
"""

import asyncio
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final
from uuid import UUID

import asyncpg
from pydantic import ValidationError

from shared import metrics
from shared.contracts.fact import Fact
from shared.errors import Away, Behind
from shared.law.procedure import Refused
from shared.logging import logger
from shared.office import Heard, Office
from shared.parked import Letter, in_lanes, is_known, park, put_behind, record_of, settle, stop_at
from shared.work import Act, Hub, Message, Work
from shared.work.clockfile import Refusal

TRIES: Final = 3
"""How often a message is tried before it is parked."""

LONGEST_PAUSE_SECONDS: Final = 5.0

TRANSIENT: Final = (
    Away,
    asyncpg.InsufficientResourcesError,
    asyncpg.OperatorInterventionError,
    asyncpg.ReadOnlySQLTransactionError,
    asyncpg.TransactionRollbackError,
)
"""What is no fault of a message, such as a full disk: waited for, never parked."""

_log = logger(__name__)


@dataclass(slots=True)
class _Job:
    """A letter that this office hears, read, on its way through."""

    letter: Letter
    fact: Fact
    act: Act


class Mailroom:
    """Hands what one office hears to its handlers, as the consumer of the office's name."""

    def __init__(self, hub: Hub, office: Office, consumer: str) -> None:
        self.consumer = consumer
        self._hub = hub
        self._office = office
        self._clock_shelf = hub.shelf(office.name, "clock") if office.shelves else None
        self._heard: Mapping[str, tuple[type[Fact], Heard]] = {
            kind.kind_name(): (kind, heard) for kind, heard in office.listens.items()
        }

    def wants(self, kind: str) -> bool:
        """Whether it deals with a message of this kind; one that says none is parked."""
        return kind in self._heard or not kind

    async def take_in(self, letters: Sequence[Letter]) -> None:
        """Handle a batch, however long it takes; never raises for what a message holds."""
        began = time.perf_counter()
        mine = [one for one in letters if self.wants(one.kind)]
        pause = 0.1
        while mine:
            try:
                await self._take_in(mine)
                break
            except Exception as error:  # noqa: BLE001 - a message's own fault never comes this far
                _log.warning("mailroom.waits", consumer=self.consumer, exc_info=error)
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE_SECONDS)
        metrics.observe("hub_inbox_seconds", time.perf_counter() - began, consumer=self.consumer)

    async def _take_in(self, letters: Sequence[Letter]) -> None:
        held = await in_lanes(self._hub.pool, self.consumer, {x.case_id for x in letters})
        waiting = [x for x in letters if x.case_id in held]
        gone = await self._behind(waiting)
        jobs = await self._read([x for x in letters if x.case_id not in held or x in gone])
        for attempt in range(1, TRIES + 1):
            if not jobs:
                return
            await self._run(jobs)
            self._tell(jobs)
            jobs = [job for job in jobs if _failed(job.act)]
            if jobs and attempt < TRIES:
                await asyncio.sleep(0.05 * attempt)
        await self._park(jobs)

    async def _run(self, jobs: Sequence[_Job]) -> None:
        """Run the jobs as one batch, or, when they are few, in one with those of other mailrooms.

        Raises:
            Exception: The database is away or cannot write; no message is to blame.
        """
        await self._hub.together([job.act for job in jobs])
        for job in jobs:
            if isinstance(job.act.error, TRANSIENT):
                raise job.act.error

    async def _behind(self, letters: Iterable[Letter]) -> list[Letter]:
        """Put letters behind what is parked in their lanes; those whose lane is free again."""
        return [x for x in letters if not await self._put_behind(x)]

    async def _put_behind(self, letter: Letter) -> bool:
        now = self._hub.clock.now()
        kept = await put_behind(self._hub.pool, self.consumer, letter, now)
        if kept:
            metrics.count("hub_inbox_total", consumer=self.consumer, result="behind")
        return kept

    async def _read(self, letters: Iterable[Letter]) -> list[_Job]:
        """The jobs that letters ask for; what cannot be read is parked, and its lane with it."""
        jobs: list[_Job] = []
        stuck: set[UUID] = set()
        for letter in letters:
            if letter.case_id in stuck and await self._put_behind(letter):
                continue
            try:
                jobs.append(self._job(letter))
            except Exception as error:  # noqa: BLE001 - whatever a message makes of its reader
                await self._park_one(letter, unreadable(error))
                if letter.case_id:
                    stuck.add(letter.case_id)
        return jobs

    def _job(self, letter: Letter) -> _Job:
        if letter.case_id is None or letter.version is None:
            raise ValueError("消息头没有案卷号和页码")
        if letter.kind not in self._heard:
            raise ValueError("消息头没有事实种类")
        kind, heard = self._heard[letter.kind]
        fact = kind.model_validate_json(letter.body)
        if (fact.head.case_id, fact.head.version) != (letter.case_id, letter.version):
            raise ValueError("消息头与正文的案卷号、页码不一致")
        act = Act(
            do=partial(_hear, heard, fact),
            files=tuple(heard.files(fact)),
            name=f"{self._office.name}.hears {letter.kind}",
            heard=Message(self.consumer, letter.case_id, letter.version),
            lane=(self.consumer, letter.case_id),
            labels=letter.labels,
            trace=letter.trace,
        )
        if self._clock_shelf:
            act.refusal = Refusal(self._clock_shelf, fact)
        return _Job(letter, fact, act)

    def _tell(self, jobs: Sequence[_Job]) -> None:
        for result, n in Counter(_result(job.act) for job in jobs).items():
            metrics.count("hub_inbox_total", n, consumer=self.consumer, result=result)
        for job in jobs:
            if _failed(job.act) and not isinstance(job.act.error, Behind):
                _log.error(
                    "mailroom.failed",
                    consumer=self.consumer,
                    kind=job.letter.kind,
                    case=str(job.letter.case_id),
                    version=job.letter.version,
                    exc_info=job.act.error,
                )

    async def _park(self, jobs: Iterable[_Job]) -> None:
        """Park what failed too often; what stood behind it in the batch waits behind it."""
        for job in jobs:
            if isinstance(job.act.error, Behind):
                if not await self._put_behind(job.letter):
                    await self._take_in([job.letter])
            else:
                await self._park_one(job.letter, failed(job.act.error))

    async def _park_one(self, letter: Letter, reason: str) -> None:
        await park(self._hub.pool, self.consumer, letter, reason, self._hub.clock.now())
        metrics.count("hub_inbox_total", consumer=self.consumer, result="parked")
        _log.error(
            "mailroom.parked",
            consumer=self.consumer,
            kind=letter.kind,
            case=str(letter.case_id),
            version=letter.version,
            topic=letter.topic,
            partition=letter.part,
            offset=letter.offset,
        )

    # -- parked lanes

    async def drain(self, case_id: UUID) -> int:
        """Handle what waits in a lane in page order until it is empty or one fails again.

        Raises:
            Exception: The database is away or cannot write; what is left stays as it is.
        """
        done = 0
        while (found := await record_of(self._hub.pool, self.consumer, case_id)) is not None:
            parked_id, letter = found
            if not await is_known(self._hub.pool, self.consumer, letter):
                if reason := await self._try(letter):
                    await stop_at(self._hub.pool, parked_id, reason)
                    break
                done += 1
            await settle(self._hub.pool, parked_id)
        return done

    async def _try(self, letter: Letter) -> str:
        """Handle one letter; why it failed, or nothing."""
        try:
            job = self._job(letter)
        except Exception as error:  # noqa: BLE001 - as in `_read`
            return unreadable(error)
        await self._run([job])
        self._tell([job])
        return failed(job.act.error) if _failed(job.act) else ""


def _hear(heard: Heard, fact: Fact, work: Work) -> None:
    heard.handler(work, fact)


def _failed(act: Act) -> bool:
    return act.error is not None and not isinstance(act.error, Refused)


def _result(act: Act) -> str:
    if act.known:
        return "known"
    if act.error is None:
        return "done"
    return "refused" if isinstance(act.error, Refused) else "failed"


def unreadable(error: BaseException) -> str:
    """Why a message could not be read."""
    return f"读不出: {_reason(error)}"


def failed(error: BaseException | None) -> str:
    """Why a message could not be handled."""
    return f"办理失败: {_reason(error)}"


def _reason(error: BaseException | None) -> str:
    """Why, without repeating what a message holds."""
    if isinstance(error, ValidationError):
        places = (".".join(map(str, e["loc"])) + " " + e["type"] for e in error.errors())
        return "; ".join(places)[:500]
    if isinstance(error, ValueError):
        return str(error)[:200]
    return type(error).__name__
