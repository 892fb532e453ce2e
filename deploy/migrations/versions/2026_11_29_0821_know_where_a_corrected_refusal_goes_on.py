"""Let what follows a refusal know in which file the application is handled since it was corrected.

No page of old tells it: the column is empty until such a page comes.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_0821"
down_revision = "2026_11_29_0820"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column(
        "aftermath",
        sa.Column("accepted_case_id", sa.Uuid()),
        schema="reconsideration",
        if_not_exists=True,
    )
