"""Let the figures find the files that were begun on some days by an index.

It is built beside the work of the hub. The way back is a backup, as for every step.
"""

from alembic import op
from sqlalchemy import text

revision = "2026_11_28_0902"
down_revision = "2026_11_28_0901"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    with op.get_context().autocommit_block():
        op.create_index(
            "ix_outbox_opening",
            "outbox",
            ["legal_on", "seq"],
            unique=False,
            schema="hub",
            postgresql_where=text(
                "version = 1 AND kind IN ('intake.registered.v1', "
                "'routing.whistle_proposed.v1', 'routing.whistle_blown.v1', "
                "'routing.whistle_returned.v1', 'routing.level_reached.v1', "
                "'routing.risk_set.v1')"
            ),
            postgresql_concurrently=True,
            if_not_exists=True,
        )
