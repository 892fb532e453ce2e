"""What follows a dismissal that was put right is owed no more after an upgrade (ARL 35, 79)."""

import asyncio
from uuid import uuid4

import asyncpg
from alembic import command

from deploy.migrations.run import migrate
from tests.deploy.before import KEPT_FILE, OLD_AFTERMATH, history
from tests.deploy.test_carrying_countersigned import PAGE, PERIOD
from tests.supervision.hearing import CONSUMER

OPENED, RIGHT = "reconsideration.aftermath_opened.v1", "reconsideration.refusal_corrected.v1"
SET = """
UPDATE reconsideration.aftermath SET accepted_case_id = about, copied_on = $2, published_on = $3
WHERE case_id = $1
"""


async def test_the_copy_and_the_publication_of_a_dismissal_put_right_end_with_that_page(
    empty: str,
) -> None:
    """升级前已经纠正的驳回申请，抄告、公开的期限到纠正为止，制发监督照样留存 (ARL 35, 79)."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_30_0896")
    connection = await asyncpg.connect(empty)
    right, settled, other = uuid4(), uuid4(), uuid4()
    for case_id in (right, settled, other):
        at = (case_id, "reconsideration", "aftermath", "following", "{}")
        await connection.execute(KEPT_FILE, *at)
        await connection.execute(OLD_AFTERMATH, case_id, case_id)
        await connection.execute(PAGE, case_id, 3, OPENED if case_id == other else RIGHT)
        for name, *ended in (
            ("copy_decision", None, None, None),
            ("publish", "lapsed", 2, None),
            ("serve_correction", None, None, None),
        ):
            await connection.execute(PERIOD, case_id, name, "", 1, *ended)
    await connection.execute(SET, right, None, None)
    done_on = await connection.fetchval("SELECT date '2026-08-06'")
    await connection.execute(SET, settled, done_on, done_on)
    assert await migrate(empty)
    kept = "SELECT ended, ended_by, made_good FROM hub.deadline WHERE case_id = $1 ORDER BY name"
    rows = {
        one: [tuple(row) for row in await connection.fetch(kept, one)] for one in (right, other)
    }
    owed = "SELECT copies, publishes FROM reconsideration.aftermath WHERE case_id = $1"
    says = [tuple(await connection.fetchrow(owed, one)) for one in (right, settled, other)]
    told = await connection.fetch("SELECT case_id, kind FROM supervision.issued")
    heard = "SELECT case_id FROM hub.inbox WHERE consumer = $1 AND version = 3"
    inbox = {row["case_id"] for row in await connection.fetch(heard, CONSUMER)}
    await connection.close()
    runs = (None, None, None)
    assert rows[right] == [("met", 3, None), ("lapsed", 2, 3), runs]
    assert rows[other] == [runs, ("lapsed", 2, None), runs]
    assert says == [(False, False), (True, True), (True, True)]
    assert {(row["case_id"], row["kind"]) for row in told} == {(right, RIGHT), (settled, RIGHT)}
    assert inbox == {right, settled}
