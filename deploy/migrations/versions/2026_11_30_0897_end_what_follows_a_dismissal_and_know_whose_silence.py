"""End the copy and the publication of a dismissal that was put right after all had it (ARL 35, 79).

They ran on though the application was accepted: what still runs of them ended with that page, and
of what had lapsed before it nothing was owed from it on. Supervision hears that page from this
release on; what was told before is filled in as a hearing would have kept it, and its inbox says
so. A road knows from here on over which case's silence one may sue; pages of old do not say it.
The way back is a backup, as for every step.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy import text

from deploy.migrations.filling import fill
from shared.settings import settings

revision = "2026_11_30_0897"
down_revision = "2026_11_30_0896"
branch_labels = None
depends_on = None

KIND = "reconsideration.refusal_corrected.v1"

OWED_NO_MORE = """
UPDATE reconsideration.aftermath AS filled
SET copies = copies AND copied_on IS NOT NULL,
    publishes = publishes AND (published_on IS NOT NULL OR withheld_on IS NOT NULL)
WHERE filled.accepted_case_id IS NOT NULL
"""

PUT_RIGHT = f"""
(SELECT min(page.version) FROM hub.outbox page
 WHERE page.case_id = filled.case_id AND page.version > {{since}} AND page.kind = '{KIND}')
"""  # noqa: S608 - our own words
COPY_AND_PUBLICATION = (
    "filled.office = 'reconsideration' AND filled.name IN ('copy_decision', 'publish')"
)

ENDED = PUT_RIGHT.format(since="filled.opened")
MET = f"""
UPDATE hub.deadline AS filled SET ended = 'met', ended_by = {ENDED}
WHERE {COPY_AND_PUBLICATION} AND filled.ended IS NULL AND {ENDED} IS NOT NULL
"""  # noqa: S608 - our own words

SETTLED = PUT_RIGHT.format(since="filled.ended_by")
MADE_GOOD = f"""
UPDATE hub.deadline AS filled SET made_good = {SETTLED}
WHERE {COPY_AND_PUBLICATION} AND filled.ended = 'lapsed'
  AND {SETTLED} < coalesce(filled.made_good, {SETTLED} + 1)
"""  # noqa: S608 - as above

TOLD = """
INSERT INTO supervision.issued
  (case_id, version, kind, "on", thing, organs, recipient, until, flags)
SELECT case_id, version, kind, legal_on, NULL, '', '', NULL, '' FROM hub.outbox
WHERE kind = :kind AND NOT labels ? 'history'
ON CONFLICT DO NOTHING
"""

PASSED_BY = """
INSERT INTO hub.inbox (consumer, case_id, version)
SELECT :prefix || '.supervision.office', o.case_id, o.version FROM hub.outbox o
WHERE o.kind = :kind
ON CONFLICT DO NOTHING
"""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    overdue = sa.Column("overdue_id", sa.Uuid())
    op.add_column("routing", overdue, schema="routing", if_not_exists=True)
    fill(OWED_NO_MORE, "reconsideration.aftermath")
    for update in (MET, MADE_GOOD):
        fill(update, "hub.file")
    bind = op.get_bind()
    bind.execute(text(TOLD), {"kind": KIND})
    bind.execute(text(PASSED_BY), {"prefix": settings().topic_prefix, "kind": KIND})
