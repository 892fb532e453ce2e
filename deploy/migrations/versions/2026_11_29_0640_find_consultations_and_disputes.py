"""Find consultations by place and by member, and reconsiderations by dispute."""

from alembic import op

revision = "2026_11_29_0640"
down_revision = "2026_11_29_0540"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    with op.get_context().autocommit_block():
        op.execute(
            "CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_consultation_place "
            "ON consultation.consultation (split_part(authority, '-', 1))"
        )
        op.execute(
            "CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_consultation_members "
            "ON consultation.consultation USING gin (members)"
        )
        op.execute(
            "CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_ordinary_dispute "
            "ON reconsideration.ordinary (dispute_id)"
        )
