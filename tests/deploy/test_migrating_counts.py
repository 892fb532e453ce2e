"""What boards count of periods and suits is known of the files that are there before an upgrade."""

import asyncio
import json
from uuid import UUID, uuid4

import asyncpg
from alembic import command

from deploy.migrations.run import migrate
from tests.deploy.test_migrations import (  # noqa: F401 - a fixture
    KEPT_FILE,
    OLD_AFTERMATH,
    OLD_DUTY,
    empty,
    history,
)

BEFORE = "2026_11_30_0872"


async def test_one_silence_of_before_counts_once_after_the_upgrade(empty: str) -> None:  # noqa: F811
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
