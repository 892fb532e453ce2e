"""Nothing is lost and nothing doubled, whoever is killed: the whole hub, its own servers, fsync on.

What got a 2xx is in the books, once. The tests share one hub, and each works on a hub that the
others have left, or on a fresh one.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from itertools import count
from typing import Any, Final
from uuid import UUID

import asyncpg
import pytest

from tests.journeys import books
from tests.journeys.whole import Whole, until

pytestmark = [pytest.mark.kafka, pytest.mark.timeout(420)]

WINDOWS: Final = 16
STORM: Final = 5_000
KILLS: Final = (
    (400, "worker"),
    (900, "relay"),
    (1400, "web-1"),
    (1900, "kafka"),
    (2400, "postgres"),
    (2900, "web-2"),
    (3300, "kafka"),
    (3350, "relay"),
    (3800, "postgres"),
    (3850, "worker"),
    (4400, "web-1"),
)
"""After how many acknowledged disputes who is killed; some before the last one is back."""

_numbers = count(1)


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Whole]:
    running = Whole(tmp_path_factory.mktemp("hub"))
    try:
        asyncio.run(running.until_ready())
        yield running
    finally:
        running.end()


@pytest.fixture(scope="module")
def acknowledged() -> dict[UUID, str]:
    """Case id and number of every dispute that got a 2xx."""
    return {}


@pytest.fixture
async def db(hub: Whole) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(hub.run().database_url)
    yield connection
    await connection.close()


def trouble(number: int) -> dict[str, Any]:
    return {
        "channel": "window",
        "matter": "linli",
        "place": "甘州区东街街道",
        "subject": f"第{number}号相邻通道纠纷",
        "content": "邻居占用公共通道，多次劝说无效。",
        "demand": "请求恢复通道。",
        "parties": [
            {"name": f"张某{number}", "phone": f"138{number:08}", "side": "applicant"},
            {"name": f"李某{number}", "side": "opponent"},
        ],
    }


class Storm:
    """Disputes that come in at several windows at once."""

    def __init__(self, hub: Whole, acknowledged: dict[UUID, str], disputes: int) -> None:
        self._hub = hub
        self._acknowledged = acknowledged
        self._left = iter([next(_numbers) for _ in range(disputes)])
        self.taken = 0
        self.insisted = 0
        """Disputes for which a window had to ask more than once."""

    async def rage(self, *kills: tuple[int, str]) -> None:
        """Take all in, and kill meanwhile."""
        async with asyncio.TaskGroup() as group:
            for _ in range(WINDOWS):
                group.create_task(self._take())
            group.create_task(self._kill(kills))

    async def _take(self) -> None:
        with self._hub.window() as window:
            for number in self._left:
                key = f"storm-{number:06}"
                answer, asked = await window.insist("/disputes", trouble(number), key)
                told = json.loads(answer.body)
                case_id = UUID(told["case_id"])
                assert case_id not in self._acknowledged
                self._acknowledged[case_id] = told["number"]
                self.taken += 1
                self.insisted += asked > 1

    async def _kill(self, kills: tuple[tuple[int, str], ...]) -> None:
        for after, name in kills:

            async def is_time(after: int = after) -> bool:
                return self.taken >= after

            await until(is_time, lambda: f"{self.taken} taken:\n{self._hub.said()}")
            await self._hub.kill(name)


async def quiet(hub: Whole, db: asyncpg.Connection) -> None:
    async def holds() -> bool:
        return await books.is_quiet(db)

    try:
        await until(holds, hub.said, 180)
    except AssertionError as error:
        raise AssertionError(await books.what_moves(db)) from error


async def test_whoever_is_killed_what_was_acknowledged_is_there_and_done_once(
    hub: Whole, acknowledged: dict[UUID, str]
) -> None:
    storm = Storm(hub, acknowledged, STORM)
    await storm.rage(*KILLS)
    assert storm.insisted
    await hub.until_ready()
    db = await asyncpg.connect(hub.run().database_url)  # those from before were cut off
    await quiet(hub, db)
    await books.hold(db, acknowledged)
    await books.topics_hold_all(db, hub.run().kafka)
    await db.close()


async def test_a_request_asked_again_is_answered_with_the_same_number(
    hub: Whole, acknowledged: dict[UUID, str]
) -> None:
    number = next(_numbers)
    with hub.window() as window:
        first, again = [
            (await window.insist("/disputes", trouble(number), f"storm-{number:06}"))[0]
            for _ in range(2)
        ]
    told = [json.loads(answer.body) for answer in (first, again)]
    acknowledged[UUID(told[0]["case_id"])] = told[0]["number"]
    assert (first.status, again.status) == (201, 200)
    assert told[0]["number"] == told[1]["number"]


async def test_each_deadline_lapses_once_though_the_worker_is_killed_meanwhile(
    hub: Whole, acknowledged: dict[UUID, str], db: asyncpg.Connection
) -> None:
    """期限届满由时钟记录一次，注明届满之日."""
    await Storm(hub, acknowledged, 200).rage()
    await quiet(hub, db)
    span: timedelta = await db.fetchval(
        "SELECT max(until) - now() - (SELECT shift FROM hub.clock) FROM hub.deadline"
        " WHERE name = 'check_in' AND ended IS NULL"
    )
    owing = await db.fetchval(
        "SELECT count(*) FROM hub.deadline WHERE name = 'check_in' AND ended IS NULL"
    )
    await hub.command("clock", "forward", f"{int(span.total_seconds()) + 1}s")

    async def some_lapsed() -> bool:
        lapsed = await db.fetchval("SELECT count(*) FROM hub.deadline WHERE ended = 'lapsed'")
        return bool(lapsed)

    await until(some_lapsed, hub.said)
    await hub.kill("worker")
    await quiet(hub, db)
    assert await books.lapsed_once(db, "check_in") == owing
    await books.hold(db, acknowledged)


async def test_what_the_broker_lost_in_a_power_cut_is_sent_again(
    hub: Whole, acknowledged: dict[UUID, str], db: asyncpg.Connection
) -> None:
    """发件箱为准，主题只是副本."""
    await Storm(hub, acknowledged, 200).rage()
    await quiet(hub, db)
    await hub.lose_records()
    await Storm(hub, acknowledged, 200).rage((50, "relay"))
    await hub.until_ready()

    async def is_noticed() -> bool:
        return bool(await db.fetchval("SELECT count(*) FROM hub.cut"))

    await until(is_noticed, hub.said)
    await quiet(hub, db)
    await books.hold(db, acknowledged)
    await books.topics_hold_all(db, hub.run().kafka)

    found = await hub.command("verify")
    assert [rule for rule in found["rules"] if not rule["holds"]] == []
