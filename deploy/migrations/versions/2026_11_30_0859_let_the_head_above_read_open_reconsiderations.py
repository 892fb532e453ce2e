"""Let the heads of the authorities above read what is handled below them (ARL 38, 40).

The label is written when a file is opened; those that are open get it here. Who stands above an
authority is read from the directory of this installation, and only where a file waits for it.
"""

from alembic import op
from sqlalchemy import text

from shared.directory import load
from shared.settings import settings

revision = "2026_11_30_0859"
down_revision = "2026_11_30_0856"
branch_labels = None
depends_on = None

OPEN = """
FROM hub.file WHERE office = 'reconsideration' AND procedure = 'ordinary'
  AND state NOT IN ('delivered', 'abandoned', 'declined', 'not_handled', 'withdrawn', 'corrected',
                    'terminated', 'mediated', 'ended_above')
  AND labels ? 'authority' AND NOT labels ? 'above'
"""
WHOSE = f"SELECT DISTINCT labels ->> 'authority' {OPEN}"
TOLD = f"""
UPDATE hub.file SET labels = labels || jsonb_build_object('above', CAST(:above AS text))
WHERE case_id IN (SELECT case_id {OPEN} AND labels ->> 'authority' = :authority)
"""  # noqa: S608 - our own words


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    bind = op.get_bind()
    if found := bind.execute(text(WHOSE)).scalars().all():
        directory = load(settings().directory)
        for authority in found:
            above = " ".join(directory.authorities_above(authority))
            bind.execute(text(TOLD), {"above": above, "authority": authority})
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS hub.ix_file_above")
        op.execute(
            "CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_file_above ON hub.file "
            "USING gin (string_to_array(labels ->> 'above', ' ')) "
            "WHERE labels ? 'above'"
        )
