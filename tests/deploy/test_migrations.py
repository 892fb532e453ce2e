"""The history of the database: complete, in one line, and cheap to ask.

What each step carries over from the rows that are there stands in `test_carrying_*.py` beside it.
"""

import asyncio
import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import asyncpg
from alembic import command
from alembic.script import ScriptDirectory

from deploy.local.postgres import LocalPostgres
from deploy.migrations.run import FOLDER, head, migrate, standing, upgrade
from deploy.migrations.schema import schema_names, whole_schema
from services.reconsideration.domain.ordinary.states import CLOSED
from tests.deploy.before import OLD_PAGE, OLD_WHISTLE, PROPOSAL, history

ROOT = Path(__file__).parents[2]
LISTED = "SELECT table_schema || '.' || table_name FROM information_schema.tables"
HEAVY = "'alembic', 'sqlalchemy', 'services'"

INDEXES = "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'ordinary'"

LEFT_BEHIND = """
ALTER TABLE reconsideration.attached ADD urged_on date;
CREATE INDEX ix_file_in_hand_0845 ON hub.file (office);
CREATE INDEX ix_file_contested ON hub.file (office);
CREATE INDEX ix_deadline_stands ON hub.deadline (office);
"""
"""As a step leaves it that was broken off: what it committed, and an index that is not whole."""


async def test_an_empty_database_gets_every_table_of_every_office(empty: str) -> None:
    assert await migrate(empty)
    connection = await asyncpg.connect(empty)
    there = {row[0] for row in await connection.fetch(LISTED)}
    await connection.close()
    assert set(whole_schema().tables) <= there
    assert {"hub", "intake", "routing", "supervision"} <= set(schema_names())


async def test_the_clock_begins_unmoved_and_numbers_come_in_blocks(empty: str) -> None:
    await migrate(empty)
    connection = await asyncpg.connect(empty)
    shift = await connection.fetchval("SELECT shift FROM hub.clock")
    blocks = [await connection.fetchval("SELECT nextval('hub.number')") for _ in range(2)]
    await connection.close()
    assert (shift, blocks) == (timedelta(), [1000, 2000])


async def test_nothing_is_done_twice_and_several_may_ask_at_once(empty: str) -> None:
    assert await standing(empty) is None
    hub = (sys.executable, "-m", "deploy.hub", "migrate")
    told = os.environ | {"HUB_DATABASE_URL": empty}
    others = [await asyncio.create_subprocess_exec(*hub, cwd=ROOT, env=told) for _ in range(2)]
    await asyncio.gather(migrate(empty), migrate(empty))
    assert [await other.wait() for other in others] == [0, 0]
    assert await standing(empty) == head()
    assert not await migrate(empty)


def test_the_tables_in_code_are_those_of_the_history(postgres: LocalPostgres) -> None:
    command.check(history(postgres.url))


async def test_the_index_of_what_is_on_hand_leaves_out_every_closed_state(
    postgres: LocalPostgres,
) -> None:
    """已告知不再处理、上级已办结等办结的案件，都不在待办案件的索引之内 (ARL 33; RULES 118)."""
    connection = await asyncpg.connect(postgres.url)
    made = dict(await connection.fetch(INDEXES))
    await connection.close()
    assert [state for state in CLOSED if f"'{state}'" not in made["ix_ordinary_on_hand"]] == []
    assert "ix_ordinary_open" not in made


def test_the_history_is_one_line_and_its_newest_file_is_its_head() -> None:
    assert ScriptDirectory.from_config(history()).get_heads() == [head()]


def test_every_migration_waits_five_seconds_for_a_lock_and_no_longer() -> None:
    for file in (FOLDER / "versions").glob("*.py"):
        begun = file.read_text().split("def upgrade() -> None:\n", 1)[1]
        assert begun.startswith("    op.execute(\"SET lock_timeout = '5s'\")\n"), file.name


def test_a_database_that_is_up_to_date_loads_no_alembic(postgres: LocalPostgres) -> None:
    upgrade(postgres.url)
    said = (
        "import sys; from deploy.migrations.run import upgrade;"
        f"print(upgrade(sys.argv[1]), *({{{HEAVY}}} & set(sys.modules)))"
    )
    asked = [sys.executable, "-c", said, postgres.url]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603  # our own text
    assert done.stdout == "False\n"


async def test_a_step_that_was_broken_off_goes_on_where_its_column_is_there(empty: str) -> None:
    """升级中断后再次升级，从中断处继续."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_28_1140")
    connection = await asyncpg.connect(empty)
    await connection.execute(OLD_WHISTLE, case_id := uuid4())
    await connection.execute("ALTER TABLE routing.whistle ADD proposed_by text NOT NULL DEFAULT ''")
    page = (case_id, 1, "routing.whistle_proposed.v1", json.dumps(PROPOSAL))
    await connection.execute(OLD_PAGE, *page)
    assert await migrate(empty)
    assert await connection.fetchval("SELECT proposed_by FROM routing.whistle") == "village-1"
    await connection.close()


async def test_steps_that_were_broken_off_between_two_transactions_are_begun_again(
    empty: str,
) -> None:
    """升级在两个事务之间中断的，再次升级从头执行，不因表、列、索引已在而停下."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_29_0845")
    connection = await asyncpg.connect(empty)
    await connection.execute("UPDATE hub.alembic_version SET version_num = '2026_11_29_0844'")
    await connection.execute(LEFT_BEHIND)
    assert await migrate(empty)
    rows = await connection.fetch("SELECT indexname, indexdef FROM pg_indexes")
    await connection.close()
    made = {row["indexname"]: row["indexdef"] for row in rows}
    assert "work_reports" in made["ix_file_in_hand"]
    assert "contested" in made["ix_file_contested"]
    assert "made_good" in made["ix_deadline_stands"]
    assert "ix_file_in_hand_0845" not in made
