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
    Column("was", Text),
    Column("told_roads", JSONB, nullable=False, server_default=text("'[]'")),
    Column("told_on", Date),
    Column("sue_provisional", Boolean, nullable=False, server_default=text("false")),
    Column("matter", Text, nullable=False, server_default=""),
    Column("place", Text, nullable=False, server_default=""),
    Column("county", Text, nullable=False, server_default=""),
    Column("willingness", Text, nullable=False, server_default="unknown"),
    Column("respondent", Text),
    Column("act", Text),
    Column("happened_on", Date),
    Column("learnt_on", Date),
    Column("told_remedies", Boolean, nullable=False, server_default=text("true")),
    Column("history", Boolean, nullable=False, server_default=text("false")),
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
