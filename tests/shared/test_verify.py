"""Each rule for the books is broken on purpose, and seen to be found; whole books hold."""

import asyncio
import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from uuid import uuid4

import asyncpg
import pytest
from click.testing import Result
from typer import Typer
from typer.testing import CliRunner

from deploy.cli import verify as cli
from services.routing.books import unrouted
from shared.clock import StillClock
from shared.db import Pool
from shared.mailroom import Mailroom
from shared.office import Broken
from shared.parking import Parking
from shared.settings import settings
from shared.work import Hub
from tests.shared import hearing
from tests.shared.hearing import CONSUMER, Ear
from tests.shared.verifying import Books, busy, desk, do, ear, lend, number
from tests.work import toy

__all__ = ["desk", "ear"]


@pytest.fixture
def books(desk: Hub, ear: Ear) -> "Books":
    return Books(desk, ear)


async def test_a_life_that_was_just_lived_breaks_no_rule(
    books: Books, desk: Hub, ear: Ear, clock: StillClock, db: Pool
) -> None:
    clock.move_to(await db.fetchval("SELECT greatest(now(), $1)", clock.now()))
    await lend(desk, case_id := uuid4())
    await do(desk, toy.ask, case_id, department="water")
    letter = hearing.letter(hearing.asked(case_id, 2, "water", clock))
    await Mailroom(desk, ear.office, CONSUMER).take_in([letter, letter])
    await number(db)
    assert await books.broken() == {}


async def test_a_missing_page_is_found(
    books: Books, desk: Hub, clock: StillClock, db: Pool
) -> None:
    """页码不得有缺."""
    case_id = await busy(desk, clock)
    await db.execute("DELETE FROM hub.outbox WHERE case_id = $1 AND version = 2", case_id)
    broken = await books.broken()
    assert broken["pages"] == Broken(1, (str(case_id),))


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE hub.file SET version = version + 1 WHERE case_id = $1",
        "DELETE FROM hub.outbox WHERE case_id = $1",
        "DELETE FROM hub.file WHERE case_id = $1",
    ],
)
async def test_a_file_that_counts_other_pages_than_there_are_is_found(
    books: Books, desk: Hub, clock: StillClock, db: Pool, harm: str
) -> None:
    case_id = await busy(desk, clock)
    await db.execute(harm, case_id)
    assert (await books.broken())["pages"] == Broken(1, (str(case_id),))


@pytest.mark.parametrize(
    "harm",
    [
        "DELETE FROM hub.position WHERE position = 3",
        "UPDATE hub.position SET position = 1000 WHERE position = 3",
        "INSERT INTO hub.unsent SELECT seq FROM hub.position WHERE position = 3",
        "INSERT INTO hub.unsent VALUES (100000)",
    ],
)
async def test_a_page_without_its_one_position_is_found(
    books: Books, desk: Hub, clock: StillClock, db: Pool, harm: str
) -> None:
    await busy(desk, clock)
    await number(db)
    assert "positions" not in await books.broken()
    await db.execute(harm)
    assert (await books.broken())["positions"].count > 0


async def test_an_inbox_that_knows_a_page_that_never_was_is_found(books: Books, db: Pool) -> None:
    case_id = uuid4()
    await db.execute("INSERT INTO hub.inbox VALUES ('hub.toy.office', $1, 1)", case_id)
    assert (await books.broken())["inbox"] == Broken(1, (str(case_id),))


async def test_a_page_that_an_office_never_heard_is_found_unless_it_is_parked(
    books: Books, desk: Hub, ear: Ear, clock: StillClock, db: Pool
) -> None:
    await lend(desk, case_id := uuid4())
    await do(desk, toy.ask, case_id, department="water")
    await db.execute("UPDATE hub.outbox SET at = '2026-01-01'")
    assert (await books.broken())["heard"] == Broken(1, (str(case_id),))
    ear.failing.add("water")
    letter = hearing.letter(hearing.asked(case_id, 2, "water", clock))
    mailroom = Mailroom(desk, ear.office, CONSUMER)
    await mailroom.take_in([letter])
    assert "heard" not in await books.broken()
    [one] = await Parking(desk, [ear.office], "hub").list()
    ear.failing.clear()
    await Parking(desk, [ear.office], "hub").replay(one.parked_id, by="a-1")
    assert not (await books.broken()).keys() & {"inbox", "states", "pages"}


async def test_a_refusal_without_its_page_or_told_twice_is_found(
    books: Books, desk: Hub, ear: Ear, clock: StillClock, db: Pool
) -> None:
    await lend(desk, case_id := uuid4())
    for department in ("water", "housing"):
        await do(desk, toy.ask, case_id, department=department)
    same = hearing.asked(case_id, 3, "water", clock)  # the second time it is refused
    pages = [hearing.letter(hearing.asked(case_id, 2, "water", clock)), hearing.letter(same)]
    await Mailroom(desk, ear.office, CONSUMER).take_in(pages)
    assert "refusals" not in await books.broken()
    await db.execute("DELETE FROM hub.inbox WHERE version = 3")
    assert (await books.broken())["refusals"].count == 1
    await Mailroom(desk, ear.office, CONSUMER).take_in(pages)
    assert (await books.broken())["refusals"].count == 1


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE hub.file SET state = 'back' WHERE case_id = $1",
        "UPDATE hub.file SET closed = true WHERE case_id = $1",
        "UPDATE toy.loan SET state = 'back' WHERE case_id = $1",
        "UPDATE toy.loan SET version = 1 WHERE case_id = $1",
        "UPDATE toy.loan SET colour = 'blue' WHERE case_id = $1",
        """UPDATE toy.loan SET tracks = '{"water": "asked"}' WHERE case_id = $1""",
        "DELETE FROM toy.loan WHERE case_id = $1",
        "UPDATE hub.outbox SET body = '{}' WHERE version = 2 AND case_id = $1",
        "UPDATE hub.outbox SET kind = 'toy.returned.v1' WHERE version = 2 AND case_id = $1",
        "UPDATE hub.file SET procedure = 'unheard-of' WHERE case_id = $1",
        "UPDATE hub.file SET edition = '1900-01-01' WHERE case_id = $1",
    ],
)
async def test_a_file_that_is_not_what_its_pages_make_of_it_is_found(
    books: Books, desk: Hub, clock: StillClock, db: Pool, harm: str
) -> None:
    case_id = await busy(desk, clock)
    assert "states" not in await books.broken()
    await db.execute(harm, case_id)
    assert (await books.broken())["states"] == Broken(1, (str(case_id),))


@pytest.mark.parametrize(
    "harm",
    [
        "DELETE FROM hub.deadline WHERE case_id = $1",
        "UPDATE hub.deadline SET ended = 'met' WHERE case_id = $1 AND ended IS NULL",
        "UPDATE hub.deadline SET ended = NULL WHERE case_id = $1 AND name = 'answer'",
        "UPDATE hub.deadline SET until = until + interval '1 day' WHERE case_id = $1",
        "UPDATE hub.deadline SET name = 'unheard-of' WHERE case_id = $1 AND name = 'return'",
    ],
)
async def test_a_period_that_the_table_does_not_ask_for_is_found(
    books: Books, desk: Hub, clock: StillClock, db: Pool, harm: str
) -> None:
    """期限以程序表为准."""
    case_id = await busy(desk, clock)
    assert "deadlines" not in await books.broken()
    await db.execute(harm, case_id)
    assert (await books.broken())["deadlines"] == Broken(1, (str(case_id),))


async def test_a_period_whose_end_is_not_known_for_certain_may_end_otherwise(
    books: Books, desk: Hub, clock: StillClock, db: Pool
) -> None:
    await busy(desk, clock)
    await db.execute("UPDATE hub.deadline SET provisional = true, until = until + interval '1 day'")
    assert "deadlines" not in await books.broken()


async def test_a_lapse_that_nobody_swept_is_told(books: Books, desk: Hub, db: Pool) -> None:
    await lend(desk, case_id := uuid4())
    await db.execute("UPDATE hub.deadline SET until = now() - interval '2 minutes'")
    assert (await books.broken())["late"] == Broken(1, (str(case_id),))


REGISTERED = """
INSERT INTO hub.outbox (case_id, version, dispute_id, office, kind, legal_on, at, by, part, labels,
                        trace, body)
VALUES ($1, 1, $1, 'intake', 'intake.registered.v1', $2, '2026-01-01', 'x', 0, '{}', '', '{}')
"""


async def test_a_registered_dispute_that_nobody_routed_is_found(db: Pool) -> None:
    """已登记的纠纷均应分流 (RULES 6)."""
    unheard, routed, parked = uuid4(), uuid4(), uuid4()
    for case_id in (unheard, routed, parked):
        await db.execute(REGISTERED, case_id, date(2026, 1, 1))
    await db.execute(
        "INSERT INTO hub.outbox (case_id, version, dispute_id, office, kind, legal_on, at, by,"
        " part, labels, trace, body) SELECT $2, 1, dispute_id, 'routing', 'routing.routed.v1',"
        " legal_on, at, by, part, labels, trace, body FROM hub.outbox WHERE case_id = $1",
        routed,
        uuid4(),
    )
    await db.execute(
        "INSERT INTO hub.parked (consumer, case_id, version, topic, part, record_offset, headers,"
        " body, state, reason, at) VALUES ('hub.routing.office', $1, 1, 'hub.intake', 0, 1, '{}',"
        " '', 'discarded', '', now())",
        parked,
    )
    assert await unrouted(60.0, db) == Broken(1, (str(unheard),))


# -- at the terminal


@pytest.fixture
def terminal(
    database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Result]]:
    """`hub verify` on the fresh database."""
    for name, value in (("DATABASE_URL", database), ("SECRET", "s" * 40), ("DATA", str(tmp_path))):
        monkeypatch.setenv(f"HUB_{name}", value)
    monkeypatch.setattr(cli, "configure", lambda _: None)
    settings.cache_clear()
    app = Typer()
    app.command()(cli.verify)
    yield lambda *words: CliRunner().invoke(app, words)
    settings.cache_clear()


def test_the_terminal_tells_what_holds_and_ends_with_a_code(
    terminal: Callable[..., Result], database: str
) -> None:
    whole = terminal()
    assert (whole.exit_code, whole.stdout.splitlines()[-1]) == (0, "账册相符")
    asyncio.run(_harm(database))
    broken = terminal("--json")
    assert broken.exit_code == 1
    told = json.loads(broken.stdout)
    assert [rule["rule"] for rule in told["rules"] if not rule["holds"]] == ["inbox"]
    assert terminal("--rule", "pages").exit_code == 0
    assert terminal("--rule", "unheard-of").exit_code == 2


async def _harm(database: str) -> None:
    conn = await asyncpg.connect(database)
    await conn.execute("INSERT INTO hub.inbox VALUES ('hub.toy.office', $1, 1)", uuid4())
    await conn.close()
