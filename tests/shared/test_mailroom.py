"""The mailroom on a real PostgreSQL: handled once, refused, parked, waiting, and drained."""

import asyncio
import json
from dataclasses import replace
from unittest.mock import Mock
from uuid import UUID, uuid4

import asyncpg
import pytest

from shared.clock import StillClock
from shared.db import Pool
from shared.mailroom import TRIES, Mailroom
from shared.parked import Letter
from shared.work import Act, Hub
from shared.work.clockfile import clock_file
from tests.shared import hearing
from tests.shared.hearing import CONSUMER, Ear, heard, lane
from tests.work import toy


@pytest.fixture
async def desk(db: Pool, clock: StillClock) -> Hub:
    await db.execute(toy.CREATE)
    return hearing.make_hub(db, clock)


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
def mailroom(desk: Hub, ear: Ear) -> Mailroom:
    return Mailroom(desk, ear.office, CONSUMER)


@pytest.fixture
def page(clock: StillClock) -> "Pages":
    return Pages(clock)


class Pages:
    """Letters of a file: page n asks department n."""

    def __init__(self, clock: StillClock) -> None:
        self._clock = clock

    def __call__(self, case_id: UUID, version: int, department: str = "", **how: int) -> Letter:
        asked = hearing.asked(case_id, version, department or str(version), self._clock)
        return hearing.letter(asked, **how)

    def unreadable(self, case_id: UUID, version: int) -> Letter:
        return replace(self(case_id, version), body=b'{"kind": "toy.asked.v1", \xff')


async def states(db: Pool) -> list[str]:
    rows = await db.fetch("SELECT state FROM hub.parked ORDER BY parked_id")
    return [row["state"] for row in rows]


async def test_a_batch_is_handled_once(mailroom: Mailroom, db: Pool, page: Pages) -> None:
    cases = [uuid4(), uuid4()]
    batch = [page(case, version) for version in (1, 2) for case in cases]
    await mailroom.take_in(batch)
    await mailroom.take_in(batch)
    for case in cases:
        assert await heard(db, case) == ["1", "2"]
    assert await db.fetchval("SELECT count(*) FROM hub.inbox") == 4


async def test_what_the_office_does_not_hear_is_let_pass(mailroom: Mailroom, db: Pool) -> None:
    await mailroom.take_in([Letter("hub.toy", 0, 1, b"", kind="toy.returned.v1")])
    assert await db.fetchval("SELECT count(*) FROM hub.parked") == 0
    assert await db.fetchval("SELECT count(*) FROM hub.inbox") == 0


async def test_a_page_twice_in_one_batch_is_handled_once(
    mailroom: Mailroom, db: Pool, page: Pages
) -> None:
    case = uuid4()
    await mailroom.take_in([page(case, 1), page(case, 1)])
    assert await heard(db, case) == ["1"]


async def test_pages_that_a_topic_holds_again_keep_their_order(
    mailroom: Mailroom, db: Pool, page: Pages
) -> None:
    case = uuid4()
    await mailroom.take_in([page(case, 1), page(case, 2), page(case, 1)])
    assert await heard(db, case) == ["1", "2"]


async def test_what_the_law_refuses_is_an_answer_on_the_clock_file_and_parks_nothing(
    mailroom: Mailroom, db: Pool, page: Pages
) -> None:
    """依法不予办理的记入时钟卷，不作滞留 (RULES 5)."""
    case = uuid4()
    await mailroom.take_in([page(case, 1, "water"), page(case, 2, "water"), page(case, 3)])
    assert await heard(db, case) == ["water", "3"]
    rows = await db.fetch("SELECT body FROM hub.outbox WHERE case_id = $1", clock_file(case, "toy"))
    [refused] = [json.loads(row["body"]) for row in rows]
    assert (refused["heard_case_id"], refused["heard_version"]) == (str(case), 2)
    assert (refused["article"], refused["office_name"]) == ("RULES 4", "toy")
    assert await states(db) == []
    assert await db.fetchval("SELECT count(*) FROM hub.inbox") == 3


async def test_an_unreadable_page_is_parked_with_its_reason_and_its_lane_behind_it(
    mailroom: Mailroom, db: Pool, page: Pages
) -> None:
    case, other = uuid4(), uuid4()
    await mailroom.take_in([page.unreadable(case, 1), page(case, 2), page(other, 1)])
    await mailroom.take_in([page(case, 3), page(other, 2)])
    assert await lane(db, case) == [(1, "parked"), (2, "waiting"), (3, "waiting")]
    assert await heard(db, case) == []
    assert await heard(db, other) == ["1", "2"]
    reason = await db.fetchval("SELECT reason FROM hub.parked WHERE version = 1")
    assert reason.startswith("读不出: ")
    assert "json_invalid" in reason


@pytest.mark.parametrize("missing", ["ce_id", "ce_type"])
async def test_a_message_without_page_or_kind_is_parked_and_holds_up_nobody_else(
    mailroom: Mailroom, db: Pool, page: Pages, missing: str
) -> None:
    case, other = uuid4(), uuid4()
    whole = page(case, 1)
    pairs = [(k, v.encode()) for k, v in whole.headers.items() if k != missing]
    nameless = Letter.read(whole.topic, whole.part, whole.offset, pairs, whole.body)
    await mailroom.take_in([nameless, page(other, 1)])
    assert await heard(db, other) == ["1"]
    assert await states(db) == ["parked"]


async def test_headers_that_speak_of_another_page_than_the_body_are_unreadable(
    mailroom: Mailroom, db: Pool, page: Pages
) -> None:
    case = uuid4()
    await mailroom.take_in([replace(page(case, 1), version=2)])
    assert await heard(db, case) == []
    assert await states(db) == ["parked"]


async def test_what_fails_three_times_is_parked_and_other_files_go_on(
    mailroom: Mailroom, ear: Ear, db: Pool, page: Pages
) -> None:
    case, other = uuid4(), uuid4()
    ear.failing.add("2")
    await mailroom.take_in([page(case, 1), page(case, 2), page(case, 3), page(other, 1)])
    await mailroom.take_in([page(other, 3), page(case, 4)])
    assert ear.tries == TRIES
    assert await heard(db, case) == ["1"]
    assert await heard(db, other) == ["1", "3"]
    assert await lane(db, case) == [(2, "parked"), (3, "waiting"), (4, "waiting")]
    reason = await db.fetchval("SELECT reason FROM hub.parked WHERE version = 2")
    assert reason == "办理失败: RuntimeError"


async def test_what_cannot_be_written_is_parked_and_its_lane_waits(
    mailroom: Mailroom, db: Pool, page: Pages
) -> None:
    case, other = uuid4(), uuid4()
    bad = page(case, 1, "water\x00")  # no text of PostgreSQL
    await mailroom.take_in([page(other, 1), bad, page(case, 2), page(other, 2)])
    assert await heard(db, other) == ["1", "2"]
    assert await heard(db, case) == []
    assert await lane(db, case) == [(1, "parked"), (2, "waiting")]


async def test_a_lane_is_redelivered_without_being_kept_twice(
    mailroom: Mailroom, ear: Ear, db: Pool, page: Pages
) -> None:
    case = uuid4()
    ear.failing.add("2")
    batch = [page(case, version) for version in (1, 2, 3)]
    await mailroom.take_in(batch)
    await mailroom.take_in(batch)
    again = [replace(one, offset=one.offset + 1000) for one in batch]  # sent again after a cut
    await mailroom.take_in(again)
    ear.failing.clear()
    await mailroom.drain(case)
    assert await heard(db, case) == ["1", "2", "3"]
    assert await lane(db, case) == []


async def test_a_mended_page_that_comes_again_unreadable_stays_mended(
    mailroom: Mailroom, db: Pool, page: Pages
) -> None:
    case = uuid4()
    bad = page.unreadable(case, 1)
    await mailroom.take_in([bad, page(case, 2)])
    mended = page(case, 1).body.decode()
    await db.execute("UPDATE hub.parked SET mended = $1 WHERE version = 1", mended)
    await mailroom.drain(case)
    await mailroom.take_in([bad, page(case, 3)])
    await mailroom.take_in([replace(bad, offset=bad.offset + 1000), page(case, 4)])
    assert await heard(db, case) == ["1", "2", "3", "4"]
    assert await lane(db, case) == []


async def test_replay_drains_the_lane_in_page_order_before_newer_pages(
    mailroom: Mailroom, ear: Ear, db: Pool, page: Pages
) -> None:
    case = uuid4()
    ear.failing.add("1")
    await mailroom.take_in([page(case, 1), page(case, 3), page(case, 2)])
    ear.failing.clear()
    assert await mailroom.drain(case) == 3
    await mailroom.take_in([page(case, 4)])
    assert await heard(db, case) == ["1", "2", "3", "4"]
    assert await states(db) == ["replayed"] * 3


async def test_a_replay_that_fails_again_stays_parked(
    mailroom: Mailroom, ear: Ear, db: Pool, page: Pages
) -> None:
    case = uuid4()
    ear.failing |= {"1", "3"}
    await mailroom.take_in([page(case, 1), page(case, 2), page(case, 3), page(case, 4)])
    assert await mailroom.drain(case) == 0
    assert await lane(db, case) == [(1, "parked"), (2, "waiting"), (3, "waiting"), (4, "waiting")]
    ear.failing.discard("1")
    assert await mailroom.drain(case) == 2
    assert await lane(db, case) == [(3, "parked"), (4, "waiting")]
    assert await heard(db, case) == ["1", "2"]


async def test_pages_that_arrive_while_a_lane_is_drained_are_neither_lost_nor_turned(
    mailroom: Mailroom, ear: Ear, db: Pool, page: Pages
) -> None:
    case = uuid4()
    ear.failing.add("1")
    await mailroom.take_in([page(case, n) for n in range(1, 11)])
    ear.failing.clear()

    async def more() -> None:
        for n in range(11, 31):
            await mailroom.take_in([page(case, n)])

    await asyncio.gather(mailroom.drain(case), more())
    await mailroom.drain(case)
    assert await heard(db, case) == [str(n) for n in range(1, 31)]


async def test_while_the_database_is_away_the_batch_waits_in_place(
    mailroom: Mailroom,
    db: Pool,
    database: str,
    page: Pages,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    case, waits = uuid4(), asyncio.Event()
    monkeypatch.setattr("shared.mailroom._log", Mock(warning=lambda *_, **__: waits.set()))
    admin = await asyncpg.connect(database.rpartition("/")[0] + "/postgres")
    name = database.rpartition("/")[2]
    try:
        await admin.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        await admin.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", name
        )
        taking = asyncio.create_task(mailroom.take_in([page(case, 1), page(case, 2)]))
        async with asyncio.timeout(20):
            await waits.wait()
        assert not taking.done()
        await admin.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
        async with asyncio.timeout(20):
            await taking
    finally:
        await admin.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
        await admin.close()
    assert await heard(db, case) == ["1", "2"]
    assert await states(db) == []


async def test_connections_that_are_killed_cost_nothing(
    mailroom: Mailroom, db: Pool, database: str, page: Pages
) -> None:
    cases = [uuid4() for _ in range(5)]
    admin = await asyncpg.connect(database)
    for n in range(1, 6):
        await admin.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        async with asyncio.timeout(20):
            await mailroom.take_in([page(case, n) for case in cases])
    await admin.close()
    for case in cases:
        assert await heard(db, case) == ["1", "2", "3", "4", "5"]
    assert await states(db) == []


async def test_a_full_disk_is_no_fault_of_a_message(
    mailroom: Mailroom, desk: Hub, db: Pool, page: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, full = uuid4(), [True, True, True, True, False]
    run = desk.run

    async def on_a_full_disk(acts: list[Act]) -> None:
        if full.pop(0):
            for act in acts:
                act.error = asyncpg.DiskFullError("no space left")
        else:
            full.append(False)
            await run(acts)

    monkeypatch.setattr(desk, "run", on_a_full_disk)
    await mailroom.take_in([page(case, 1), page(case, 2)])
    assert await heard(db, case) == ["1", "2"]
    assert await states(db) == []
