"""Tables of supervision: one row a watch, one row an alert file."""

from sqlalchemy import Column, Date, Integer, Text, Uuid

from shared.db import case_table

WATCH = case_table(
    "watch",
    Column("watched", Uuid),
    Column("obliged", Text),
    Column("perform_by", Date),
    Column("performed_on", Date),
    Column("interviews", Integer, nullable=False, server_default="0"),
    schema="supervision",
)
"""履行监督案."""

PRESS = case_table(
    "press",
    Column("about", Uuid),
    Column("urges", Integer, nullable=False, server_default="0"),
    Column("requests", Integer, nullable=False, server_default="0"),
    Column("notes", Integer, nullable=False, server_default="0"),
    schema="supervision",
)
"""督办卷."""

ALERT = case_table(
    "alert",
    Column("level", Text),
    Column("silences", Integer, nullable=False, server_default="0"),
    schema="supervision",
)
"""预警卷."""
