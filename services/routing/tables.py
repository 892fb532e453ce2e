"""Tables of routing: one row a routing file, one row a whistle."""

from sqlalchemy import Boolean, Column, Date, Text, text
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
    schema="routing",
)
"""分流案卷."""

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
