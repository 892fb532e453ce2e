"""Say in open consultations who the director is, and in open watches who may order from above.

Both are labels that were written when a file was opened or its panel seated. Who stands above an
authority is read from the directory of this installation, and only where a watch waits for it.
"""

from alembic import op
from sqlalchemy import text

from shared.directory import load
from shared.settings import settings

revision = "2026_11_29_0832"
down_revision = "2026_11_29_0830"
branch_labels = None
depends_on = None

LED = """
UPDATE hub.file f SET labels = f.labels || jsonb_build_object('director', coalesce((
  SELECT expert.key FROM consultation.roster r, jsonb_each(r.experts) AS expert
  WHERE r.committee = split_part(c.authority, '-', 1) || '-committee'
    AND r.tracks ->> expert.key = 'serving' AND expert.value ->> 'post' = 'director'
    AND ((now() + s.shift) AT TIME ZONE 'Asia/Shanghai')::date
        BETWEEN (expert.value ->> 'term_from')::date AND (expert.value ->> 'term_until')::date
  LIMIT 1), ''))
FROM consultation.consultation c, hub.clock s
WHERE c.case_id = f.case_id AND c.state = 'seated' AND (f.labels ? 'director' OR EXISTS (
  SELECT FROM consultation.roster r
  WHERE r.committee = split_part(c.authority, '-', 1) || '-committee'))
"""
"""The committee's director, who decides on a recusal (RULES 72); empty where there is none."""

UNTOLD = """
FROM hub.file WHERE procedure = 'compliance' AND office = 'supervision'
  AND state IN ('due', 'overdue', 'ordered', 'defied') AND NOT labels ? 'authorities'
"""
WHOSE = f"SELECT DISTINCT labels ->> 'authority' {UNTOLD} AND labels ? 'authority'"
TOLD = f"""
UPDATE hub.file SET labels = labels || jsonb_build_object('authorities', CAST(:above AS text))
WHERE case_id IN (SELECT case_id {UNTOLD} AND labels ->> 'authority' = :authority)
"""  # noqa: S608 - our own words


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.execute(LED)
    bind = op.get_bind()
    if found := bind.execute(text(WHOSE)).scalars().all():
        directory = load(settings().directory)
        for authority in found:
            above = " ".join(directory.authorities_above(authority))
            bind.execute(text(TOLD), {"above": above, "authority": authority})
