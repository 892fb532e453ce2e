"""Tables of routing: one row a routing file, one row a whistle, one row a hot spot."""

from sqlalchemy import Boolean, Column, Date, Float, Integer, Text, text
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

HOTSPOT = case_table(
    "hotspot",
    Column("county", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("places", JSONB, nullable=False, server_default=text("'[]'")),
    Column("matters", JSONB, nullable=False, server_default=text("'[]'")),
    Column("window_from", Date),
    Column("window_until", Date),
    Column("count", Integer, nullable=False),
    Column("parties", Integer, nullable=False),
    Column("expected", Float, nullable=False),
    Column("score", Float, nullable=False),
    Column("swell", Float, nullable=False),
    Column("words", JSONB, nullable=False, server_default=text("'[]'")),
    Column("disputes", JSONB, nullable=False, server_default=text("'[]'")),
    Column("found_on", Date),
    Column("told_on", Date),
    schema="routing",
)
"""热点卷."""
