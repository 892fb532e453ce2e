"""Know of each joint respondent whether its copy is due by itself (ARL 19, 48)."""

from alembic import op

from deploy.migrations.filling import fill

revision = "2026_11_29_0852"
down_revision = "2026_11_29_0851"
branch_labels = None
depends_on = None

DUE = """
UPDATE reconsideration.ordinary AS filled SET joint = (
  SELECT jsonb_agg(one || jsonb_build_object('copy_due', coalesce((
    SELECT (page.body::jsonb ->> 'copy_due')::boolean FROM hub.outbox AS page
    WHERE page.case_id = filled.case_id AND page.kind = 'reconsideration.joint_named.v1'
    AND page.body::jsonb ->> 'organ' = one ->> 'organ'
    ORDER BY page.version DESC LIMIT 1), false)) ORDER BY nth)
  FROM jsonb_array_elements(filled.joint) WITH ORDINALITY AS each (one, nth))
WHERE jsonb_typeof(filled.joint) = 'array' AND filled.joint <> '[]'
"""
"""The newest page that names it: who left may have been named again."""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    fill(DUE, "reconsideration.ordinary")
