"""Tables of intake 登记, in its own schema."""

from typing import Final

from sqlalchemy import Boolean, Column, Date, DateTime, Index, Integer, Table, Text, Uuid, text

from shared.db import case_table, metadata

DISPUTE: Final = case_table(
    "dispute",
    Column("number", Text, nullable=False, unique=True),
    Column("window", Text, nullable=False),
    Column("county", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("matter", Text, nullable=False),
    Column("respondent", Text),
    Column("act", Text),
    Column("urgency", Text, nullable=False),
    Column("risk", Text, nullable=False),
    Column("registered_on", Date, nullable=False),
    Column("entered_on", Date),
    Column("repeats", Integer, nullable=False),
    Column("imported", Boolean, nullable=False),
    schema="intake",
)
"""A row per dispute 纠纷."""

Index(None, DISPUTE.c.county)
Index(None, DISPUTE.c.registered_on, DISPUTE.c.number)
"""The newest are asked for most."""

Index(None, DISPUTE.c.entered_on, DISPUTE.c.number)
"""今日登记: what was taken in on a day."""

Index(None, DISPUTE.c.window, DISPUTE.c.registered_on)

Index(None, DISPUTE.c.matter, DISPUTE.c.registered_on, DISPUTE.c.number)
"""What a window narrows its list to: of some matters there are few."""

TAKEN_ELSEWHERE: Final = '("left"("window", 6) <> county) IS TRUE'
"""异地代收: the window stands in another county than the dispute.

The database keeps a statistic of how often it is true; asked so, it knows that they are few.
"""

Index(
    "ix_dispute_elsewhere",
    DISPUTE.c.window,
    DISPUTE.c.registered_on,
    postgresql_where=text(TAKEN_ELSEWHERE),
)

IMPORT: Final = Table(
    "import",
    metadata,
    Column("import_id", Uuid, primary_key=True),
    Column("window", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("history", Boolean, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("total", Integer, nullable=False),
    Column("read", Integer, nullable=False, server_default="0"),
    Column("registered", Integer, nullable=False, server_default="0"),
    Column("repeated", Integer, nullable=False, server_default="0"),
    Column("known", Integer, nullable=False, server_default="0"),
    Column("rejected", Integer, nullable=False, server_default="0"),
    Column("mended", Integer, nullable=False, server_default="0"),
    Column("touched_at", DateTime(timezone=True), nullable=False),
    Column("ended_at", DateTime(timezone=True)),
    schema="intake",
)
"""A row per ledger 台账 that a window handed in on its page."""

Index(None, IMPORT.c.window, IMPORT.c.at)

IMPORT_BATCH: Final = Table(
    "import_batch",
    metadata,
    Column("import_id", Uuid, primary_key=True),
    Column("batch", Integer, primary_key=True, autoincrement=False),
    Column("rows", Integer, nullable=False),
    Column("document_id", Uuid, nullable=False),
    schema="intake",
)
"""What of a ledger is still to be taken in; the row goes when its rows have come in."""

IMPORT_REJECT: Final = Table(
    "import_reject",
    metadata,
    Column("import_id", Uuid, primary_key=True),
    Column("reject", Integer, primary_key=True, autoincrement=False),
    Column("place", Text, nullable=False),
    Column("column", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("document_id", Uuid, nullable=False),
    Column("number", Text),
    schema="intake",
)
"""退回行 of a ledger: where it stood and why; its cells are a document. `number` once mended."""
