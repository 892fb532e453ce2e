"""Keep of each file whether it is closed, and index what is in hand and what was received when."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_0803"
down_revision = "2026_11_29_0801"
branch_labels = None
depends_on = None

_DECIDED = ("closed", "declined", "enforcement", "overturned", "performed", "withdrawn")

CLOSED = {
    **{
        f"adjudication {power}": _DECIDED
        for power in (
            *("enterprise_name", "forest", "grassland", "land", "mining_area", "patent"),
            *("plant_variety", "procurement"),
        )
    },
    "consultation consultation": ("cancelled", "given"),
    "intake registration": ("withdrawn",),
    "mediation peoples": ("failed", "performed", "refused"),
    "reconsideration attached": ("concluded", "dropped", "opinion_received"),
    "reconsideration correction": ("correction_denied", "directly_accepted", "put_right"),
    "reconsideration numbered_papers": ("numbered",),
    "reconsideration ordinary": (
        *("abandoned", "corrected", "declined", "delivered", "ended_above", "mediated"),
        *("not_handled", "terminated", "withdrawn"),
    ),
    "routing hotspot": ("excluded",),
    "routing ladder": ("no_longer_tried", "settled_here"),
    "routing rulebook": ("withdrawn",),
    "routing triage": ("withdrawn",),
    "routing whistle": ("closed", "returned"),
    "supervision compliance": ("ended", "performed"),
}
"""The states in which a file of each table is at its end, as the tables had them on this day."""

INDEXES = {
    "ix_file_in_hand": (
        "hub.file (dispute_id) WHERE NOT closed AND office IN ('routing', 'mediation', "
        "'adjudication', 'reconsideration', 'consultation') AND procedure NOT IN "
        "('triage', 'clock', 'parked', 'aftermath', 'numbers', 'papers_served', "
        "'precedent', 'roster')"
    ),
    "ix_ordinary_received": "reconsideration.ordinary (received_on)",
}


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column(
        "file",
        sa.Column("closed", sa.Boolean(), nullable=False, server_default=sa.text("false")),
        schema="hub",
    )
    states = [f"{table} {state}" for table, of_it in CLOSED.items() for state in of_it]
    op.get_bind().execute(
        sa.text(
            "UPDATE hub.file SET closed = true "
            "WHERE office || ' ' || procedure || ' ' || state = ANY(:states)"
        ),
        {"states": states},
    )
    with op.get_context().autocommit_block():
        for name, on in INDEXES.items():
            op.execute(f"CREATE INDEX CONCURRENTLY IF NOT EXISTS {name} ON {on}")
