"""End the days to countersign with a draft that rested on a silence which was none (ARR2026 32).

A reply that was posted in time takes the draft back, and what lay before the other authorities with
it; their days ran on. What still runs of them ended with that page, and of what had lapsed before
it nothing was owed from it on. The way back is a backup, as for every step.
"""

from alembic import op

from deploy.migrations.filling import fill

revision = "2026_11_30_0888"
down_revision = "2026_11_30_0887"
branch_labels = None
depends_on = None

IN_TIME = """
(SELECT min(page.version) FROM hub.outbox page
 WHERE page.case_id = filled.case_id AND page.version > {since} AND page.kind IN (
   'reconsideration.reply_in_time.v1', 'reconsideration.joint_reply_in_time.v1'))
"""
COUNTERSIGN = "filled.office = 'reconsideration' AND filled.name = 'countersign'"

ENDED = IN_TIME.format(since="filled.opened")
MET = f"""
UPDATE hub.deadline AS filled SET ended = 'met', ended_by = {ENDED}
WHERE {COUNTERSIGN} AND filled.ended IS NULL AND {ENDED} IS NOT NULL
"""  # noqa: S608 - our own words

SETTLED = IN_TIME.format(since="filled.ended_by")
MADE_GOOD = f"""
UPDATE hub.deadline AS filled SET made_good = {SETTLED}
WHERE {COUNTERSIGN} AND filled.ended = 'lapsed'
  AND {SETTLED} < coalesce(filled.made_good, {SETTLED} + 1)
"""  # noqa: S608 - as above


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    for update in (MET, MADE_GOOD):
        fill(update, "hub.file")
