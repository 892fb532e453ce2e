"""Count a silence once, and say whom a party's period binds (RULES 165; ARL 78).

What a department let pass was counted for the duty and again each time its silence was told further
up; periods that run for a party said nothing, so that an organ which let the three months to
enforce pass was overdue nowhere. Who owes what is written out here as it was when this step was
made; from then on the flush writes it. The way back is a backup, as for every step.
"""

from alembic import op

from deploy.migrations.filling import fill

revision = "2026_11_30_0875"
down_revision = "2026_11_30_0872"
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
UPDATE hub.deadline d SET owed_by = debt.one ->> 'organ'
FROM reconsideration.aftermath AS filled, jsonb_array_elements(filled.debts) AS debt(one)
WHERE d.case_id = filled.case_id AND d.name IN ('enforce_party', 'apply_again')
  AND debt.one ->> 'person_id' = d.subject
"""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    for owed_by, office, names in ALWAYS:
        fill(
            f"UPDATE hub.deadline AS filled SET owed_by = '{owed_by}' "  # noqa: S608 - our own words
            f"WHERE filled.office = '{office}' AND filled.name IN {names}",
            "hub.file",
        )
    fill(ENFORCERS, "reconsideration.aftermath")
