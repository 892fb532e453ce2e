"""What disputes, their whistles and their levels had before an upgrade comes along."""

import asyncio
import json
from datetime import date
from uuid import UUID, uuid4

import asyncpg
from alembic import command

from deploy.migrations.run import migrate
from tests.deploy.before import KEPT_FILE, OLD_DUTY, OLD_PAGE, OLD_WHISTLE, PROPOSAL, history

OLD_DISPUTE = """
INSERT INTO intake.dispute (case_id, dispute_id, state, version, number, "window", county, place,
                            channel, matter, urgency, risk, registered_on, repeats, imported)
VALUES ($1, $1, 'registered', 1, $2, '620702-window-1', '620702', '620702001', 'letter', 'linli',
        'ordinary', 'blue', '2026-11-20', 0, false)
"""

FIRST_PAGE = """
INSERT INTO hub.outbox (case_id, version, dispute_id, office, kind, legal_on, at, by, part, labels,
                        trace, body)
VALUES ($1, 1, $1, 'intake', 'intake.registered.v1', '2026-11-20', '2026-11-22T16:30:00Z', 'o-1',
        0, '{}', '', $2)
"""


async def test_a_whistle_that_waited_for_its_signature_comes_along(empty: str) -> None:
    """待签批的哨升级之后仍知道由谁提请、请求什么 (RULES 18)."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_28_1040")
    connection = await asyncpg.connect(empty)
    waiting, signed = uuid4(), uuid4()
    for case_id, kinds in ((waiting, ["proposed"]), (signed, ["proposed", "blown"])):
        await connection.execute(OLD_WHISTLE, case_id)
        for version, kind in enumerate(kinds, start=1):
            await connection.execute(
                OLD_PAGE, case_id, version, f"routing.whistle_{kind}.v1", json.dumps(PROPOSAL)
            )
    assert await migrate(empty)
    rows = await connection.fetch(
        "SELECT case_id, proposed_by, signer, text_id, disputes FROM routing.whistle"
    )
    await connection.close()
    assert {row["case_id"]: tuple(row)[1:] for row in rows} == {
        waiting: ("village-1", "", UUID(str(PROPOSAL["text_id"])), "[]"),
        signed: ("village-1", "", None, "[]"),
    }


async def test_whoever_has_finished_asks_for_no_more_time_after_the_upgrade(empty: str) -> None:
    """升级前已办结的部门，未决的延期申请不再列出 (RULES 29)."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_28_1040")
    connection = await asyncpg.connect(empty)
    await connection.execute(OLD_WHISTLE, uuid4())
    await connection.execute(
        "UPDATE routing.whistle SET tracks = $1, parts = $2",
        json.dumps({"a": "done", "b": "ruled_out", "c": "checked_in"}),
        json.dumps({code: {"asked": "2wd"} for code in "abc"}),
    )
    assert await migrate(empty)
    parts = json.loads(await connection.fetchval("SELECT parts FROM routing.whistle"))
    await connection.close()
    assert {code: part["asked"] for code, part in parts.items()} == {"a": "", "b": "", "c": "2wd"}


async def test_a_dispute_that_is_there_knows_the_day_on_which_it_was_taken_in(empty: str) -> None:
    """升级前登记的，登记当天按第一页的记载时刻，历史台账不写 (RULES 1)."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_30_0862")
    connection = await asyncpg.connect(empty)
    taken, old = uuid4(), uuid4()
    for n, (case_id, body) in enumerate(((taken, {}), (old, {"history": True}))):
        await connection.execute(OLD_DISPUTE, case_id, f"620702-20261120-000000{n}-0")
        await connection.execute(FIRST_PAGE, case_id, json.dumps(body))
    assert await migrate(empty)
    rows = await connection.fetch("SELECT case_id, registered_on, entered_on FROM intake.dispute")
    await connection.close()
    assert {row["case_id"]: tuple(row)[1:] for row in rows} == {
        taken: (date(2026, 11, 20), date(2026, 11, 23)),
        old: (date(2026, 11, 20), None),
    }


async def test_a_level_of_before_owes_nothing_once_its_dispute_has_gone_up(empty: str) -> None:
    """升级前本级期满、已经上报的，届满之后本级不再欠；同卷其他逾期的照旧 (RULES 37)."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_30_0862")
    connection = await asyncpg.connect(empty)
    case_id = uuid4()
    await connection.execute(KEPT_FILE, case_id, "routing", "ladder", "trying", "{}")
    for name in ("level", "red_report"):
        await connection.execute(OLD_DUTY, case_id, name, "routing")
    await connection.execute("UPDATE hub.deadline SET ended = 'lapsed', ended_by = 2")
    assert await migrate(empty)
    rows = await connection.fetch("SELECT name, made_good FROM hub.deadline")
    await connection.close()
    assert {row["name"]: row["made_good"] for row in rows} == {"level": 2, "red_report": None}
