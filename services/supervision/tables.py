"""Tables of supervision: rows of watches, alerts, presses, what was issued; and of the picture."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Index,
    Integer,
    SmallInteger,
    Table,
    Text,
    Uuid,
    text,
)

from shared.db import case_table, metadata

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

ISSUED = Table(
    "issued",
    metadata,
    Column("case_id", Uuid, primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("on", Date, nullable=False),
    Column("thing", Uuid),
    Column("organs", Text, nullable=False),
    Column("recipient", Text, nullable=False),
    Column("until", DateTime(timezone=True)),
    Column("flags", Text, nullable=False),
    schema="supervision",
)
"""制发监督: a row each page that tells of what was issued, as `domain.issued.Page`."""

SPAN = Table(
    "span",
    metadata,
    Column("case_id", Uuid, primary_key=True),
    Column("line", SmallInteger, primary_key=True, autoincrement=False),
    Column("what", Text, nullable=False),
    Column("begun", BigInteger, nullable=False),
    Column("ended", BigInteger),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("until", DateTime(timezone=True)),
    Column("about", Uuid),
    *(
        Column(name, Text, nullable=False)
        for name in ("office", "county", "departments", "matter", "road")
    ),
    Column("subject", Text, nullable=False, server_default=""),
    schema="supervision",
)
"""态势: what held in a file from one position to another, made of its pages and anew at will."""

Index(
    "ix_span_held",
    text("int8range(begun, ended)"),
    postgresql_using="gist",
    postgresql_where=text("what = 'open'"),
    _table=SPAN,
)
Index("ix_span_until", SPAN.c.until, postgresql_where=text("what = 'due'"))
Index(
    "ix_span_day",
    SPAN.c.at,
    postgresql_where=text("what IN ('registered', 'closed')"),
)
Index(
    "ix_span_owed",
    text("int8range(begun, ended)"),
    postgresql_using="gist",
    postgresql_where=text("what = 'owed'"),
    _table=SPAN,
)
Index("ix_span_answered", SPAN.c.at, postgresql_where=text("what = 'answered'"))
Index("ix_span_about", SPAN.c.about, postgresql_where=text("about IS NOT NULL"))

SPANNED = Table(
    "spanned",
    metadata,
    Column("one", Boolean, primary_key=True, server_default=text("true")),
    Column("edition", Text, nullable=False),
    Column("position", BigInteger, nullable=False),
    schema="supervision",
)
"""One row: up to which position the spans are made, and by which text of the code."""
