"""What was issued before an upgrade is kept by supervision after it, as if it had heard it."""

import asyncio
import json
from uuid import UUID, uuid4

import asyncpg
from alembic import command

from deploy.migrations.run import migrate
from services.supervision.domain.issued import STEPS
from services.supervision.domain.issued_page import Page, page_of
from services.supervision.store import page_in
from shared.contracts.catalogue import KINDS
from tests.contracts.promises import kept
from tests.deploy.before import history
from tests.supervision.hearing import CONSUMER, broken

BEFORE = "2026_11_30_0878"

PAGE = """
INSERT INTO hub.outbox (case_id, version, dispute_id, office, kind, legal_on, at, by, part, labels,
                        trace, body)
VALUES ($1, 1, $1, $2, $3, '2026-11-20', now(), 'o-1', 0, $4, '', $5)
"""

ALREADY = {
    "reconsideration.correction_unreported.v1",
    "reconsideration.letter_unheeded.v1",
    "reconsideration.recommendation_unanswered.v1",
    "reconsideration.aftermath_opened.v1",
    "reconsideration.annulled.v1",
}
"""What supervision listened to before: those pages come to it, if they have not yet."""


MORE = {
    "supervision.watch_opened.v1": {"joint": ["620702-shijian", "620702-gongan"]},
    "reconsideration.decision_copied.v1": {"owed": ["620702-shijian"]},
}
"""What the promised messages of old leave out."""


SINCE = {"supervision.performance_taken_over.v1"}
"""What nobody had told before the upgrade."""


async def test_what_was_issued_before_the_upgrade_is_kept_as_if_it_had_been_heard(
    empty: str,
) -> None:
    """升级前制发、抄告、公开、移送、责令的照样列出，与逐页收件的一致 (ARL 76, 77, 79, 85)."""
    await asyncio.to_thread(command.upgrade, history(empty), BEFORE)
    connection = await asyncpg.connect(empty)
    wanted: dict[UUID, Page] = {}
    kinds = {one.kind_name() for one in STEPS} - SINCE
    for kind in sorted(kinds):
        promised = kept(kind)
        assert promised is not None
        for labels in ("{}", json.dumps({"history": "yes"})):
            case_id = uuid4()
            head = {**promised["message"]["head"], "case_id": str(case_id), "version": 1}
            said = {
                **promised["message"],
                "head": {**head, "on": "2026-11-20"},
                **MORE.get(kind, {}),
            }
            body = json.dumps(said)
            told = (KINDS[kind].office(), kind, labels, body)
            await connection.execute(PAGE, case_id, *told)
            if labels == "{}":
                wanted[case_id] = page_of(KINDS[kind].model_validate_json(body))
    assert await migrate(empty)
    rows = await connection.fetch("SELECT * FROM supervision.issued")
    assert {row["case_id"]: page_in(row) for row in rows} == wanted
    heard = await connection.fetch(
        "SELECT kind FROM hub.inbox JOIN hub.outbox USING (case_id, version) WHERE consumer = $1",
        CONSUMER,
    )
    assert {one["kind"] for one in heard} >= kinds - ALREADY
    await connection.close()
    pool = await asyncpg.create_pool(empty, min_size=1, max_size=1)
    assert await broken(pool) == {}
    await pool.close()
