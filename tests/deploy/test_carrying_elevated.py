"""Periods of June are after an upgrade where the pages of July have them (ARR2026 40)."""

import asyncio
from uuid import uuid4

import asyncpg
from alembic import command

from deploy.migrations.run import migrate
from tests.deploy.before import KEPT_FILE, history

PERIOD = """
INSERT INTO hub.deadline (case_id, name, subject, opened, dispute_id, office, article, period,
                          started_on, until, provisional, ended, ended_by, made_good)
VALUES ($1, $2, '', $3, $1, 'reconsideration', 'ARL 62(1)', '60d', $4::text::date, now(), false,
        $5, $6, $7)
"""

PAGE = """
INSERT INTO hub.outbox (case_id, version, dispute_id, office, kind, legal_on, at, by, part, labels,
                        trace, body)
VALUES ($1, $2, $1, 'reconsideration', 'reconsideration.elevated_file_received.v1',
        $3::text::date, now(), 'o-1', 0, '{}', '', '{}')
"""


async def test_days_of_june_end_with_the_receipt_in_july_after_the_upgrade(empty: str) -> None:
    """升级前6月起算、7月收到提级材料的，原期限到收到为止，此前届满的不再是逾期 (ARR2026 40)."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_30_0878")
    connection = await asyncpg.connect(empty)
    july, june = uuid4(), uuid4()
    for case_id, received_on in ((july, "2026-07-03"), (june, "2026-06-29")):
        await connection.execute(
            KEPT_FILE, case_id, "reconsideration", "ordinary", "examining", "{}"
        )
        await connection.execute(PAGE, case_id, 6, received_on)
        for name, opened, started_on, *ended in (
            ("decide", 2, "2026-06-01", None, None, None),
            ("decide", 6, "2026-07-03", None, None, None),
            ("reply", 3, "2026-06-01", None, None, None),
            ("send_copy", 2, "2026-06-01", "lapsed", 4, None),
            ("send_copy", 3, "2026-06-01", "lapsed", 4, 8),
            ("send_copy", 4, "2026-06-01", "lapsed", 7, None),
            ("send_copy_simplified", 2, "2026-06-01", "lapsed", 4, 5),
        ):
            await connection.execute(PERIOD, case_id, name, opened, started_on, *ended)
    assert await migrate(empty)
    kept = "SELECT name, opened, ended, ended_by, made_good FROM hub.deadline WHERE case_id = $1"
    rows = {one: await connection.fetch(f"{kept} ORDER BY 1, 2", one) for one in (july, june)}
    await connection.close()
    assert [tuple(row) for row in rows[july]] == [
        ("decide", 2, "met", 6, None),
        ("decide", 6, None, None, None),
        ("reply", 3, None, None, None),
        ("send_copy", 2, "lapsed", 4, 6),
        ("send_copy", 3, "lapsed", 4, 6),
        ("send_copy", 4, "lapsed", 7, None),
        ("send_copy_simplified", 2, "lapsed", 4, 5),
    ]
    assert [tuple(row)[2:] for row in rows[june]] == [
        *((None, None, None), (None, None, None), (None, None, None)),
        *(("lapsed", 4, None), ("lapsed", 4, 8), ("lapsed", 7, None), ("lapsed", 4, 5)),
    ]
