"""End the days of June that ran on though the file was received above in July (ARR2026 40).

What ends a period goes by the edition of its own day. Periods that began before July 2026 ran on
when the authority above received the file, though their days ran anew from there: what still runs
of them ended with that page, and of what had lapsed before it nothing was owed from it on. What
lapsed after it stays as the pages tell. The way back is a backup, as for every step.
"""

from alembic import op

from deploy.migrations.filling import fill

revision = "2026_11_30_0885"
down_revision = "2026_11_30_0882"
branch_labels = None
depends_on = None

RECEIVED = """
(SELECT min(page.version) FROM hub.outbox page
 WHERE page.case_id = filled.case_id AND page.kind = 'reconsideration.elevated_file_received.v1'
   AND page.legal_on >= '2026-07-01' AND page.version > {since})
"""
OF_JUNE = """
filled.office = 'reconsideration' AND filled.started_on < '2026-07-01'
AND filled.name IN ('decide', 'decide_simplified', 'send_copy', 'send_copy_simplified')
"""

ENDED = RECEIVED.format(since="filled.opened")
MET = f"""
UPDATE hub.deadline AS filled SET ended = 'met', ended_by = {ENDED}
WHERE {OF_JUNE} AND filled.ended IS NULL AND {ENDED} IS NOT NULL
"""  # noqa: S608 - our own words

SETTLED = RECEIVED.format(since="filled.ended_by")
MADE_GOOD = f"""
UPDATE hub.deadline AS filled SET made_good = {SETTLED}
WHERE {OF_JUNE} AND filled.ended = 'lapsed'
  AND {SETTLED} < coalesce(filled.made_good, {SETTLED} + 1)
"""  # noqa: S608 - as above


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    for update in (MET, MADE_GOOD):
        fill(update, "hub.file")
