"""Know in which hot spot a dispute is: the page of its case lists the others of it."""

from alembic import op

revision = "2026_11_29_0839"
down_revision = "2026_11_29_0838"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.create_index(
        "ix_hotspot_disputes",
        "hotspot",
        ["disputes"],
        schema="routing",
        postgresql_using="gin",
    )
