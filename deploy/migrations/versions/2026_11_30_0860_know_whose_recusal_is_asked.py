"""Keep whose recusal is asked, for whoever is replaced is replaced for all who asked it (RULES 47).

Of files on which a request waits the pages tell it, walked as the office walks them. What named
somebody who was replaced meanwhile waits no longer.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "2026_11_30_0860"
down_revision = "2026_11_30_0859"
branch_labels = None
depends_on = None

ASKED = "reconsideration.recusal_requested.v1"
DECIDED = "reconsideration.recusal_decided.v1"
PAGES = f"""
SELECT o.case_id, page.kind, page.body::jsonb AS body FROM reconsideration.ordinary AS o
JOIN hub.outbox AS page USING (case_id)
WHERE o.recusals_pending > 0 AND page.kind IN (
  '{ASKED}', '{DECIDED}',
  'reconsideration.elevated_file_received.v1', 'reconsideration.accepted_above.v1')
ORDER BY o.case_id, page.version
"""  # noqa: S608 - our own words
FILL = """
UPDATE reconsideration.ordinary
SET recusals_named = CAST(:named AS jsonb), recusals_pending = :pending WHERE case_id = :case_id
"""


def waiting(pages: Iterable[tuple[str, Mapping[str, Any]]]) -> tuple[list[str], int]:
    """Whom the requests that wait name, and how many wait."""
    named: list[str] = []
    pending = 0
    for kind, body in pages:
        if kind == ASKED:
            named += [body["reviewer"]] if body.get("reviewer") else []
            pending += 1
        elif kind == DECIDED:
            whom = body["reviewer"]
            settled = max(named.count(whom), 1) if body["replaced"] else 1
            for _ in range(min(settled, named.count(whom))):
                named.remove(whom)
            pending = max(pending - settled, 0)
            named = named[max(len(named) - pending, 0) :]
        else:  # the authority above begins with people of its own
            named, pending = [], 0
    return named, pending


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column(
        "ordinary",
        sa.Column("recusals_named", JSONB(), nullable=False, server_default=sa.text("'[]'")),
        schema="reconsideration",
        if_not_exists=True,
    )
    bind = op.get_bind()
    found: dict[Any, list[tuple[str, Mapping[str, Any]]]] = {}
    for case_id, kind, body in bind.execute(sa.text(PAGES)):
        found.setdefault(case_id, []).append((kind, body))
    for case_id, pages in found.items():
        named, pending = waiting(pages)
        filled = {"named": json.dumps(named), "pending": pending, "case_id": case_id}
        bind.execute(sa.text(FILL), filled)
