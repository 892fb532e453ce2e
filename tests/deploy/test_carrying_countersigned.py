"""Days to countersign are after an upgrade where the pages have them (ARR2026 32)."""

import asyncio
from uuid import uuid4

import asyncpg
from alembic import command

from deploy.migrations.run import migrate
from tests.deploy.before import KEPT_FILE, history

PERIOD = """
INSERT INTO hub.deadline (case_id, name, subject, opened, dispute_id, office, article, period,
                          started_on, until, provisional, ended, ended_by, made_good)
VALUES ($1, $2, $3, $4, $1, 'reconsideration', 'RULES 155', '5wd', '2026-08-03', now(), false,
        $5, $6, $7)
"""

PAGE = """
INSERT INTO hub.outbox (case_id, version, dispute_id, office, kind, legal_on, at, by, part, labels,
                        trace, body)
VALUES ($1, $2, $1, 'reconsideration', $3, '2026-08-07', now(), 'o-1', 0, '{}', '', '{}')
"""


async def test_days_to_countersign_end_with_a_reply_that_was_in_time(empty: str) -> None:
    """答复未逾期的，依据逾期拟的稿随之收回，会签的期限到此为止 (ARR2026 32; CPL 85)."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_30_0887")
    connection = await asyncpg.connect(empty)
    taken_back, other = uuid4(), uuid4()
    for case_id, kind in (
        (taken_back, "reconsideration.joint_reply_in_time.v1"),
        (other, "reconsideration.reply_filed.v1"),
    ):
        await connection.execute(
            KEPT_FILE, case_id, "reconsideration", "ordinary", "examining", "{}"
        )
        await connection.execute(PAGE, case_id, 6, kind)
        for name, subject, opened, *ended in (
            ("countersign", "a", 5, None, None, None),
            ("countersign", "b", 3, "lapsed", 4, None),
            ("countersign", "c", 3, "lapsed", 4, 5),
            ("countersign", "d", 7, None, None, None),
            ("decide", "", 2, None, None, None),
        ):
            await connection.execute(PERIOD, case_id, name, subject, opened, *ended)
    assert await migrate(empty)
    kept = "SELECT ended, ended_by, made_good FROM hub.deadline WHERE case_id = $1"
    ask = f"{kept} ORDER BY name, subject"
    rows = {one: await connection.fetch(ask, one) for one in (taken_back, other)}
    await connection.close()
    runs = (None, None, None)
    settled, before = ("lapsed", 4, 6), ("lapsed", 4, 5)
    assert [tuple(row) for row in rows[taken_back]] == [
        *(("met", 6, None), settled, before, runs, runs)
    ]
    assert [tuple(row) for row in rows[other]] == [*(runs, ("lapsed", 4, None), before, runs, runs)]
