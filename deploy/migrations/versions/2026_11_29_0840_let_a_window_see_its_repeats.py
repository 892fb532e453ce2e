"""Let a window see what was brought in again at it, and as what (RULES 1, 2)."""

from alembic import op

revision = "2026_11_29_0840"
down_revision = "2026_11_29_0839"
branch_labels = None
depends_on = None

REPEATED = """
UPDATE hub.file f SET labels = f.labels || jsonb_build_object('windows', r.windows)
FROM (
  SELECT o.case_id, string_agg(DISTINCT o.body::jsonb ->> 'window', ' ') AS windows
  FROM intake.dispute d JOIN hub.outbox o ON o.case_id = d.case_id
  WHERE d.repeats > 0 AND o.kind = 'intake.repeated.v1'
    AND o.body::jsonb ->> 'window' <> d."window"
  GROUP BY o.case_id
) AS r
WHERE r.case_id = f.case_id
"""
"""What was taken in again at another window before this upgrade."""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    with op.get_context().autocommit_block():
        op.execute(REPEATED)  # by itself, so that nobody waits meanwhile; again, it changes nothing
        op.execute(
            "CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_file_windows ON hub.file "
            "USING gin (string_to_array(labels ->> 'windows', ' ')) WHERE labels ? 'windows'"
        )
