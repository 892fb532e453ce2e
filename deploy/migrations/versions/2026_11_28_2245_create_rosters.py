"""Create the rosters of committees, and keep what each member of a panel thinks.

The way back is a backup: facts are never rewritten, so nothing here goes backward.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "2026_11_28_2245"
down_revision = "2026_11_28_2240"
branch_labels = None
depends_on = None

SEATED = """
UPDATE hub.file f SET labels = f.labels || jsonb_strip_nulls(jsonb_build_object(
  'request', c.request_case_id,
  'panel', (SELECT string_agg(one, ' ') FROM jsonb_array_elements_text(c.members) AS one)))
FROM consultation.consultation c WHERE c.case_id = f.case_id
"""
"""Whoever sat or sits goes on seeing the file; from now on a label says who does."""


def _json(name: str, default: str | None = None) -> sa.Column[object]:
    said = sa.text(f"'{default}'") if default else None
    kind = postgresql.JSONB(astext_type=sa.Text())
    return sa.Column(name, kind, server_default=said, nullable=False)


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.create_table(
        "roster",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("dispute_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        _json("tracks", "{}"),
        sa.Column("committee", sa.Text(), nullable=False),
        _json("experts"),
        sa.Column("seat_within", sa.Text(), nullable=False),
        sa.Column("speak_within", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_roster")),
        schema="consultation",
    )
    for column in (
        _json("respondent_organs", "[]"),
        _json("contested", "[]"),
        _json("recused", "[]"),
        _json("spoken", "{}"),
        sa.Column("met_on", sa.Date(), nullable=True),
    ):
        op.add_column("consultation", column, schema="consultation")
    op.execute(SEATED)
