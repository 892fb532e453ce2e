"""Count a silence once; whom a party's period binds; suits over decisions (RULES 165; ALL 45).

What a department let pass was counted for the duty and again each time its silence was told further
up; periods that run for a party said nothing, so that an organ which let the three months to
enforce pass was overdue nowhere. Who owes what is written out here as it was when this step was
made; from then on the flush writes it. Suits over a decision and judgments that ended it are read
from the pages of the file that follows. The way back is a backup, as for every step.
"""

import sqlalchemy as sa
from alembic import op

from deploy.migrations.filling import fill

revision = "2026_11_30_0875"
down_revision = "2026_11_30_0874"
branch_labels = None
depends_on = None

SILENCES = """('check_in_leader', 'check_in_inspection', 'visit_leader', 'visit_inspection',
  'answer_leader', 'answer_inspection', 'finish_leader', 'finish_inspection')"""

ALWAYS = (
    ("nobody", "routing", SILENCES),
    ("nobody", "reconsideration", "('sixty_days', 'court_above', 'enforce_at_once')"),
    ("nobody", "adjudication", "('enforce')"),
    ("party", "reconsideration", "('sue_refusal', 'enforceable', 'heed_urging')"),
    ("party", "adjudication", "('answer', 'remedy', 'perform', 'urging', 'entitled_enforce')"),
)
"""Whom they bind whatever the case, the office that keeps the file, and their names."""

ENFORCERS = """
UPDATE hub.deadline d SET owed_by = coalesce(debt.one ->> 'organ', '')
FROM reconsideration.aftermath AS filled, jsonb_array_elements(filled.debts) AS debt(one)
WHERE d.case_id = filled.case_id AND d.name IN ('enforce_party', 'apply_again')
  AND debt.one ->> 'person_id' = d.subject
"""

SUED = """
UPDATE reconsideration.aftermath AS filled SET sued_on = first.filed_on
FROM reconsideration.aftermath of CROSS JOIN LATERAL (
  SELECT (page.body::jsonb ->> 'filed_on')::date AS filed_on FROM hub.outbox page
  WHERE page.case_id = of.case_id AND page.kind = 'reconsideration.suit_on_record.v1'
    AND (page.body::jsonb ->> 'filed_on')::date >= coalesce(of.effective_on, of.opened_on)
  ORDER BY page.version LIMIT 1
) AS first
WHERE of.case_id = filled.case_id
"""
"""The first suit that is on record since the decision has effect."""

BY_COURT = """
UPDATE reconsideration.aftermath AS filled SET by_court = true
FROM hub.outbox page
WHERE page.case_id = filled.case_id AND page.kind = 'reconsideration.annulled.v1'
  AND coalesce((page.body::jsonb ->> 'by_court')::boolean, false)
"""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    for owed_by, office, names in ALWAYS:
        fill(
            f"UPDATE hub.deadline AS filled SET owed_by = '{owed_by}' "  # noqa: S608 - our own words
            f"WHERE filled.office = '{office}' AND filled.name IN {names}",
            "hub.file",
        )
    of = "reconsideration.aftermath"
    op.execute(f"ALTER TABLE {of} ADD COLUMN IF NOT EXISTS sued_on date")
    op.execute(f"ALTER TABLE {of} ADD COLUMN IF NOT EXISTS by_court boolean NOT NULL DEFAULT false")
    for update in (ENFORCERS, SUED, BY_COURT):
        fill(update, of)
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS reconsideration.ix_aftermath_sued")
        op.create_index(
            "ix_aftermath_sued",
            "aftermath",
            ["about"],
            unique=False,
            schema="reconsideration",
            postgresql_where=sa.text("sued_on IS NOT NULL OR by_court"),
            postgresql_concurrently=True,
        )
