"""Let a whistle remember its departments' parts, and keep the ladder and the precedents.

A clock of a department has one name whatever its length. What departments found moves into their
parts. The way back is a backup: facts are never rewritten, so nothing here goes backward.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "2026_11_28_0900"
down_revision = "2026_11_24_0900"
branch_labels = None
depends_on = None

PARTS = """
UPDATE routing.whistle SET parts = coalesce((
  SELECT jsonb_object_agg(code, jsonb_strip_nulls(jsonb_build_object(
    'role', CASE WHEN code = lead THEN 'lead' ELSE 'assist' END, 'finding', findings -> code)))
  FROM jsonb_object_keys(tracks) AS code WHERE tracks ->> code <> 'informed'), '{}')
"""

ONE_NAME = """
UPDATE hub.deadline SET name = 'check_in'
WHERE office = 'routing' AND name IN ('check_in_urgent', 'check_in_danger')
"""


def _text(name: str, default: str | None = None) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), server_default=default, nullable=False)


def _json(name: str, default: str) -> sa.Column[Any]:
    return sa.Column(
        name,
        postgresql.JSONB(astext_type=sa.Text()),
        server_default=sa.text(default),
        nullable=False,
    )


def _flag(name: str, default: str | None = None) -> sa.Column[Any]:
    return sa.Column(
        name, sa.Boolean(), server_default=sa.text(default) if default else None, nullable=False
    )


def _files(name: str, *columns: sa.Column[Any]) -> None:
    """A table with a row a case file."""
    op.create_table(
        name,
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("dispute_id", sa.Uuid(), nullable=False),
        _text("state"),
        sa.Column("version", sa.Integer(), nullable=False),
        _json("tracks", "'{}'"),
        *columns,
        sa.PrimaryKeyConstraint("case_id", name=op.f(f"pk_{name}")),
        schema="routing",
    )


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    for column in (
        _text("risk", "blue"),
        _text("whistler", ""),
        _text("level", "township"),
        _json("parts", "'{}'"),
        _json("planned", "'[]'"),
        _json("inform", "'[]'"),
        sa.Column("request_id", sa.Uuid(), nullable=True),
        sa.Column("attempts", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("tried_on", sa.Date(), nullable=True),
        _flag("reopened", "false"),
        _flag("met", "false"),
        _text("rules", ""),
        _text("end", ""),
    ):
        op.add_column("whistle", column, schema="routing")
    op.execute(PARTS)
    op.drop_column("whistle", "findings", schema="routing")
    op.execute(ONE_NAME)
    _files(
        "ladder",
        *(_text(name) for name in ("level", "organ", "matter", "place", "tier", "risk")),
        *(_flag(name) for name in ("reported", "held")),
        _text("left", ""),
    )
    _files(
        "precedent",
        *(_text(name) for name in ("matter", "county", "department")),
        _flag("upheld"),
        *(_text(name) for name in ("instead", "basis")),
        sa.Column("whistle_id", sa.Uuid(), nullable=True),
        sa.Column("rulings", sa.Integer(), nullable=False),
    )
