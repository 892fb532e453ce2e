"""What boards count of periods and suits is known of the files that are there before an upgrade."""

import asyncio
import json
from uuid import UUID, uuid4

import asyncpg
from alembic import command

from deploy.migrations.run import migrate
from tests.deploy.before import KEPT_FILE, OLD_AFTERMATH, OLD_DUTY, history

BEFORE = "2026_11_30_0872"

PAGE = """
INSERT INTO hub.outbox (case_id, version, dispute_id, office, kind, legal_on, at, by, part, labels,
                        trace, body)
VALUES ($1, $2, $1, 'reconsideration', $3, '2026-11-23', now(), 'o-1', 0, '{}', '', $4)
"""


async def test_one_silence_of_before_counts_once_after_the_upgrade(empty: str) -> None:
    """升级前的逐级报告不另计；当事人的期限写为当事人的；申请执行的写为负责的机关 (RULES 165)."""
    await asyncio.to_thread(command.upgrade, history(empty), BEFORE)
    connection = await asyncpg.connect(empty)
    wanted: dict[UUID, str] = {}
    for office, name, owed_by in (
        *(("routing", "answer", ""), ("routing", "answer_leader", "nobody")),
        *(
            ("routing", "check_in_inspection", "nobody"),
            ("reconsideration", "court_above", "nobody"),
        ),
        *(("reconsideration", "heed_urging", "party"), ("adjudication", "answer", "party")),
        *(("adjudication", "enforce", "nobody"), ("mediation", "appoint", "")),
        ("reconsideration", "enforce_party", "620702-gongan"),
    ):
        wanted[case_id := uuid4()] = owed_by
        await connection.execute(KEPT_FILE, case_id, office, "any", "any", "{}")
        await connection.execute(OLD_DUTY, case_id, name, office)
    person = str(uuid4())
    await connection.execute(OLD_AFTERMATH, case_id, uuid4())
    debts = [
        {"person_id": str(uuid4()), "organ": "620702-shuiwu"},
        {"person_id": person, "organ": "620702-gongan"},
    ]
    await connection.execute("UPDATE reconsideration.aftermath SET debts = $1", json.dumps(debts))
    await connection.execute(
        "UPDATE hub.deadline SET subject = $1, ended = 'lapsed' WHERE name = 'enforce_party'",
        person,
    )
    assert await migrate(empty)
    rows = await connection.fetch("SELECT case_id, owed_by FROM hub.deadline")
    await connection.close()
    assert {row["case_id"]: row["owed_by"] for row in rows} == wanted


async def test_suits_of_before_are_known_after_the_upgrade(empty: str) -> None:
    """升级前记载的起诉、法院的判决，升级以后列入统计；决定以前的起诉不列 (ARL 29; ALL 45, 70)."""
    await asyncio.to_thread(command.upgrade, history(empty), BEFORE)
    connection = await asyncpg.connect(empty)
    sued, early, judged, above = ids = [uuid4() for _ in range(4)]
    suit, fell = "reconsideration.suit_on_record.v1", "reconsideration.annulled.v1"
    for case_id in ids:
        await connection.execute(KEPT_FILE, case_id, "reconsideration", "aftermath", "x", "{}")
        await connection.execute(OLD_AFTERMATH, case_id, uuid4())
    await connection.execute("UPDATE reconsideration.aftermath SET opened_on = '2026-11-10'")
    for case_id, version, kind, said in (
        *((sued, n, suit, {"filed_on": on}) for n, on in ((2, "2026-11-12"), (3, "2026-11-11"))),
        (early, 2, suit, {"filed_on": "2026-11-09"}),
        (judged, 2, fell, {"by_court": True}),
        (above, 2, fell, {"by_court": False}),
    ):
        await connection.execute(PAGE, case_id, version, kind, json.dumps(said))
    assert await migrate(empty)
    rows = await connection.fetch(
        "SELECT case_id, sued_on::text, by_court FROM reconsideration.aftermath"
    )
    await connection.close()
    assert {row["case_id"]: tuple(row)[1:] for row in rows} == {
        sued: ("2026-11-12", False),
        early: (None, False),
        judged: (None, True),
        above: (None, False),
    }
