"""Keep what was found and drafted before a decision, its number, and the registers of numbers.

Opinions that are on file already are found again on their pages, so that they can be attached.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "2026_11_29_0200"
down_revision = "2026_11_29_0155"
branch_labels = None
depends_on = None

SCHEMA = "reconsideration"

OPINIONS = """
UPDATE reconsideration.ordinary o SET opinion_id = f.opinion_id
FROM (SELECT DISTINCT ON (case_id) case_id, (body::jsonb ->> 'opinion_id')::uuid AS opinion_id
      FROM hub.outbox WHERE kind = 'reconsideration.opinion_recorded.v1'
      ORDER BY case_id, version DESC) f
WHERE f.case_id = o.case_id
"""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    empty = sa.text("'[]'")
    for column in (
        sa.Column("opinion_id", sa.Uuid()),
        sa.Column("findings", JSONB(), server_default=empty, nullable=False),
        sa.Column("drafted", JSONB()),
        sa.Column("document_number", sa.Text(), server_default="", nullable=False),
    ):
        op.add_column("ordinary", column, schema=SCHEMA)
    op.execute(OPINIONS)
    op.create_table(
        "numbers",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("dispute_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("tracks", JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("given", JSONB(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_numbers")),
        schema=SCHEMA,
    )
