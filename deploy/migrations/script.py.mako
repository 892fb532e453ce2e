"""${message[:1].upper()}${message[1:]}.

The way back is a backup: facts are never rewritten, so nothing here goes backward.
"""

import sqlalchemy as sa
from alembic import op
${imports if imports else ""}

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    ${upgrades if upgrades else "pass"}
