"""Tables of routing: a row a routing file, a whistle, and every other kind of file."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    Index,
    Integer,
    SmallInteger,
    Table,
    Text,
    Uuid,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB

from shared.db import case_table, metadata

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
    Column("was", Text),
    Column("told_roads", JSONB, nullable=False, server_default=text("'[]'")),
    Column("told_on", Date),
    Column("sue_provisional", Boolean, nullable=False, server_default=text("false")),
    Column("sued", Boolean, nullable=False, server_default=text("false")),
    Column("suers", JSONB, nullable=False, server_default=text("'[]'")),
    Column("matter", Text, nullable=False, server_default=""),
    Column("place", Text, nullable=False, server_default=""),
    Column("county", Text, nullable=False, server_default=""),
    Column("willingness", Text, nullable=False, server_default="unknown"),
    Column("respondent", Text),
    Column("act", Text),
    Column("happened_on", Date),
    Column("learnt_on", Date),
    Column("told_remedies", Boolean, nullable=False, server_default=text("true")),
    Column("omission", Boolean),
    Column("requested_on", Date),
    Column("duty_within", Text),
    Column("urgent", Boolean, nullable=False, server_default=text("false")),
    Column("history", Boolean, nullable=False, server_default=text("false")),
    Column("applications", JSONB, nullable=False, server_default=text("'[]'")),
    Column("sue_article", Text),
    Column("parted_from", Uuid),
    Column("decision_id", Uuid),
    Column("overdue_id", Uuid),
    Column("left_out_from", Date),
    Column("left_out_until", Date),
    Column("first_to_sue", JSONB),
    Column("own_suits", JSONB, nullable=False, server_default=text("'[]'")),
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

REHEARSAL = Table(
    "rehearsal",
    metadata,
    Column("rehearsal_id", Uuid, primary_key=True),
    Column("case_id", Uuid, nullable=False),
    Column("months", Integer, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("first_on", Date, nullable=False),
    Column("last_on", Date, nullable=False),
    Column("upto", BigInteger, nullable=False),
    Column("total", Integer, nullable=False),
    Column("done", Integer, nullable=False, server_default="0"),
    Column("reached_on", Date, nullable=False),
    Column("seq", BigInteger, nullable=False, server_default="0"),
    Column("counts", Text, nullable=False, server_default="{}"),
    Column("state", Text, nullable=False, server_default="running"),
    Column("why", Text, nullable=False, server_default=""),
    Column("ended_by", Text, nullable=False, server_default=""),
    Column("touched_at", DateTime(timezone=True), nullable=False),
    Column("ended_at", DateTime(timezone=True)),
    schema="routing",
)
"""推演 of a rule book on past disputes, played in parts: which, how far, and what was counted.

Disputes of `first_on` to `last_on`, none recorded after `upto`, in the order of their day and
number; the last one that was played is that of `reached_on` and `seq`.
"""

Index(None, REHEARSAL.c.case_id, REHEARSAL.c.at)
Index(
    "ix_rehearsal_running",
    REHEARSAL.c.case_id,
    unique=True,
    postgresql_where=text("state = 'running'"),
)
"""A rule book is rehearsed once at a time, whoever asks."""

WHISTLE = case_table(
    "whistle",
    Column("whistle", Text, nullable=False),
    Column("tier", Text, nullable=False),
    Column("centre", Text, nullable=False, server_default=""),
    Column("matter", Text, nullable=False, server_default=""),
    Column("place", Text, nullable=False, server_default=""),
    Column("road", Text),
    Column("organs", JSONB, nullable=False, server_default=text("'[]'")),
    Column("risk", Text, nullable=False, server_default="blue"),
    Column("whistler", Text, nullable=False, server_default=""),
    Column("level", Text, nullable=False, server_default="township"),
    Column("lead", Text, nullable=False, server_default=""),
    Column("parts", JSONB, nullable=False, server_default=text("'{}'")),
    Column("planned", JSONB, nullable=False, server_default=text("'[]'")),
    Column("inform", JSONB, nullable=False, server_default=text("'[]'")),
    Column("text_id", Uuid),
    Column("disputes", JSONB, nullable=False, server_default=text("'[]'")),
    Column("proposed_by", Text, nullable=False, server_default=""),
    Column("signer", Text, nullable=False, server_default=""),
    Column("request_id", Uuid),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("tried_on", Date),
    Column("reopened", Boolean, nullable=False, server_default=text("false")),
    Column("met", Boolean, nullable=False, server_default=text("false")),
    Column("rules", Text, nullable=False, server_default=""),
    Column("end", Text, nullable=False, server_default=""),
    schema="routing",
)
"""哨."""

Index(
    "ix_whistle_open",
    WHISTLE.c.case_id,
    postgresql_where=WHISTLE.c.state.in_(("blown", "awaiting_callback")),
)
"""Those that are open are few beside those that were; a department's list looks at these alone."""

LADDER = case_table(
    "ladder",
    Column("level", Text, nullable=False),
    Column("organ", Text, nullable=False),
    Column("matter", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("tier", Text, nullable=False),
    Column("risk", Text, nullable=False),
    Column("reported", Boolean, nullable=False),
    Column("held", Boolean, nullable=False),
    Column("left", Text, nullable=False, server_default=""),
    Column("on_taking", Text, nullable=False, server_default=""),
    schema="routing",
)
"""四级七天."""

PRECEDENT = case_table(
    "precedent",
    Column("matter", Text, nullable=False),
    Column("county", Text, nullable=False),
    Column("department", Text, nullable=False),
    Column("upheld", Boolean, nullable=False),
    Column("instead", Text, nullable=False),
    Column("basis", Text, nullable=False),
    Column("whistle_id", Uuid),
    Column("rulings", Integer, nullable=False),
    schema="routing",
)
"""权属先例."""
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
Index("ix_hotspot_disputes", HOTSPOT.c.disputes, postgresql_using="gin")
"""In which hot spot a dispute is, for the page of its case."""

Index("ix_routing_road", ROUTING.c.road, postgresql_include=["dispute_id"])
"""Which disputes are on a road: figures are narrowed by it."""

Index("ix_routing_dispute", ROUTING.c.dispute_id, postgresql_include=["road", "history"])
"""On which road a dispute is."""

TALLY = Table(
    "tally",
    metadata,
    Column("opened_on", Date, primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("line", SmallInteger, primary_key=True, autoincrement=False),
    Column("dispute_id", Uuid, nullable=False),
    Column("begun_at", DateTime(timezone=True), nullable=False),
    Column("known_at", DateTime(timezone=True), nullable=False),
    Column("county", Text, nullable=False),
    Column("township", Text, nullable=False),
    Column("department", Text, nullable=False),
    Column("matter", Text, nullable=False),
    Column("month", Text, nullable=False),
    Column("level", Text, nullable=False),
    Column("centre", Text, nullable=False),
    Column("whistler", Text, nullable=False),
    Column("measures", Text, nullable=False),
    Column("check_in", Text, nullable=False),
    Column("answer", Text, nullable=False),
    Column("finish", Text, nullable=False),
    schema="routing",
)
"""What each closed file adds to the figures, reckoned from its pages and thrown away at will.

`seq` is the number of its first page, recorded at `begun_at`; the last one was at `known_at`.
`department` has all that were called, for what concerns the file as a whole.
"""

Index(
    "ix_tally_file",
    TALLY.c.opened_on,
    TALLY.c.seq,
    TALLY.c.begun_at,
    TALLY.c.known_at,
    postgresql_where=TALLY.c.line == 0,
)

TALLIED = Table(
    "tallied",
    metadata,
    Column("one", Boolean, primary_key=True, server_default=text("true")),
    Column("edition", Text, nullable=False),
    Column("position", BigInteger, nullable=False),
    schema="routing",
)
"""One row: by which edition of the counting the tally was made, and how far it has come."""
