"""Letters of before an upgrade know after it from which pages their days run (ARL 76; RULES 48)."""

import asyncio
import json
from typing import Any
from uuid import UUID, uuid4

import asyncpg
from alembic import command

from deploy.migrations.run import migrate
from services.reconsideration.store import AFTERMATHS
from shared.contracts.fact import Fact
from shared.contracts.reconsideration.aftermath import AftermathOpened
from shared.contracts.reconsideration.letters import (
    CorrectionReported,
    OpinionLetterIssued,
    OpinionLetterReceived,
    RecommendationAnswered,
    RecommendationIssued,
)
from shared.contracts.reconsideration.served_again import OpinionLetterServedAgain
from tests.deploy.before import OLD_AFTERMATH, history
from tests.reconsideration.following import Following
from tests.reconsideration.makers import day

PAGE = """
INSERT INTO hub.outbox (case_id, version, dispute_id, office, kind, legal_on, at, by, part, labels,
                        trace, body)
VALUES ($1, $2, $1, 'reconsideration', $3, '2026-08-07', now(), 'o-1', 0, '{}', '', $4)
"""

FIRST, SECOND = UUID(int=98), UUID(int=99)
NEW = ("issued_page", "answer_by", "received_page", "runs_page")

STEPS: tuple[tuple[type[Fact], str, dict[str, Any]], ...] = (
    (AftermathOpened, "2026-07-20", {}),
    (OpinionLetterIssued, "2026-07-21", {"opinion_letter_id": FIRST}),
    (OpinionLetterReceived, "2026-07-22", {"opinion_letter_id": FIRST}),
    (OpinionLetterServedAgain, "2026-07-24", {"opinion_letter_id": FIRST}),
    (CorrectionReported, "2026-08-03", {"opinion_letter_id": FIRST}),
    (OpinionLetterIssued, "2026-08-04", {"opinion_letter_id": SECOND}),
    (RecommendationIssued, "2026-08-04", {"answer_by": day("2026-09-30")}),
    (RecommendationAnswered, "2026-08-05", {}),
)


async def test_letters_of_before_know_their_pages_after_the_upgrade(empty: str) -> None:
    """升级前的意见书、建议书，升级后知道期限从哪一页起算、到哪一日，与重放一样 (ARL 76)."""
    file = Following()
    for kind, on, said in STEPS:
        file.then(kind, on, **said)
    row = dict(zip(AFTERMATHS.columns, AFTERMATHS.rows([file.file]), strict=True))
    wanted = {name: json.loads(str(row[name][0])) for name in ("letters", "recommendations")}
    assert [one["runs_page"] for one in wanted["letters"]] == [4, None]
    assert [one["answer_by"] for one in wanted["recommendations"]] == ["2026-09-30"]
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_30_0888")
    connection = await asyncpg.connect(empty)
    case_id, other = uuid4(), uuid4()
    for one in (case_id, other):
        await connection.execute(OLD_AFTERMATH, one, uuid4())
    was = [
        json.dumps([{key: said for key, said in one.items() if key not in NEW} for one in letters])
        for letters in wanted.values()
    ]
    kept = "UPDATE reconsideration.aftermath SET letters = $2, recommendations = $3"
    await connection.execute(f"{kept} WHERE case_id = $1", case_id, *was)
    for fact in file.facts:
        page = (case_id, fact.head.version, fact.kind, fact.model_dump_json())
        await connection.execute(PAGE, *page)
    assert await migrate(empty)
    ask = "SELECT letters, recommendations FROM reconsideration.aftermath WHERE case_id = $1"
    found = {one: await connection.fetchrow(ask, one) for one in (case_id, other)}
    await connection.close()
    assert {name: json.loads(said) for name, said in found[case_id].items()} == wanted
    assert dict(found[other]) == {"letters": "[]", "recommendations": "[]"}
