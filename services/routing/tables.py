"""Tables of routing: one row a routing file, one row a whistle, one row a rule book."""

from sqlalchemy import Boolean, Column, Date, Integer, Text, Uuid, text
from sqlalchemy.dialects.postgresql import JSONB

from shared.db import case_table

ROUTING = case_table(
    "routing",
    Column("road", Text),
    Column("rule", Text, nullable=False, server_default=""),
    Column("article", Text, nullable=False, server_default=""),
    Column("organs", JSONB, nullable=False, server_default=text("'[]'")),
    Column("compulsory", Text, nullable=False),
    Column("told_road", Text),
    Column("open_until", Date),
    Column("sue_until", Date),
    Column("provisional", Boolean, nullable=False),
    Column("reason", Text, nullable=False, server_default=""),
    Column("rules", Text, nullable=False, server_default=""),
    schema="routing",
)
"""分流案卷."""

RULEBOOK = case_table(
    "rulebook",
    Column("title", Text, nullable=False),
    Column("text_id", Uuid, nullable=False),
    Column("digest", Text, nullable=False),
    Column("drafted_by", Text, nullable=False),
    Column("drafted_on", Date, nullable=False),
    Column("months", Integer, nullable=False, server_default="0"),
    Column("cases", Integer, nullable=False, server_default="0"),
    Column("moved", Integer, nullable=False, server_default="0"),
    Column("figures_id", Uuid),
    Column("approved_by", Text, nullable=False, server_default=""),
    Column("since", Date),
    Column("until", Date),
    schema="routing",
)
"""规则簿卷."""

WHISTLE = case_table(
    "whistle",
    Column("whistle", Text, nullable=False),
    Column("tier", Text, nullable=False),
    Column("centre", Text, nullable=False, server_default=""),
    Column("matter", Text, nullable=False, server_default=""),
    Column("place", Text, nullable=False, server_default=""),
    Column("road", Text),
    Column("organs", JSONB, nullable=False, server_default=text("'[]'")),
    Column("lead", Text, nullable=False, server_default=""),
    Column("findings", JSONB, nullable=False, server_default=text("'{}'")),
    schema="routing",
)
"""哨."""
