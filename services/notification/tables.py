"""Tables of notices: what was told to whom, what goes out by which channel, each attempt."""

from typing import Final

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    Uuid,
    text,
)

from shared.db import metadata

NOTICE: Final = Table(
    "notice",
    metadata,
    Column("notice_id", Uuid, primary_key=True),
    *(Column(name, Text, nullable=False) for name in ("role", "organ", "kind", "weight")),
    Column("case_id", Uuid, nullable=False),
    Column("version", Integer, nullable=False),
    Column("dispute_id", Uuid, nullable=False),
    *(Column(name, Text, nullable=False) for name in ("number", "matter", "says", "article")),
    Column("until", DateTime(timezone=True)),
    Column("recorded_at", DateTime(timezone=True), nullable=False),
    Column("made_at", DateTime(timezone=True), nullable=False),
    Column("unread", Boolean, nullable=False, server_default=text("true")),
    Column("read_at", DateTime(timezone=True)),
    Column("read_by", Text),
    Column("planned", Boolean, nullable=False, server_default=text("false")),
    schema="notification",
)
"""通知: one row a page of a file and desk. `recorded_at` is when the fact was recorded, `planned`
whether it was looked at for going out."""

Index(
    "ix_notice_desk",
    *(NOTICE.c[name] for name in ("role", "organ", "unread", "made_at", "notice_id")),
)
Index("ix_notice_unplanned", NOTICE.c.made_at, postgresql_where=text("NOT planned"))

BEGUN: Final = Table(
    "begun",
    metadata,
    Column("one", Boolean, primary_key=True, server_default=text("true")),
    Column("at", DateTime(timezone=True), nullable=False),
    CheckConstraint("one", name="one"),
    schema="notification",
)
"""启用时刻: nobody is told of what was recorded up to then."""

SENDING: Final = Table(
    "sending",
    metadata,
    Column("sending_id", Uuid, primary_key=True),
    Column("notice_id", Uuid, ForeignKey(NOTICE.c.notice_id), nullable=False),
    Column("channel", Text, nullable=False),
    Column("organ", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("urgent", Boolean, nullable=False, server_default=text("false")),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("made_at", DateTime(timezone=True), nullable=False),
    Column("next_at", DateTime(timezone=True), nullable=False),
    Column("ended_at", DateTime(timezone=True)),
    Column("result", Text, nullable=False, server_default=text("''")),
    schema="notification",
)
"""外发: one row a page of a file, organ and channel. `state`: `waiting`, `claimed` (being sent),
`sent`, `failed` (given up: known unsent, or the gateway may have taken it), `unknown` (a mail of
which nobody knows)."""

Index(
    "ix_sending_next",
    *(SENDING.c.channel, SENDING.c.urgent.desc(), SENDING.c.next_at),
    postgresql_where=text("state = 'waiting'"),
)
Index(
    "ix_sending_unsent",
    *(SENDING.c.channel, SENDING.c.state, SENDING.c.made_at),
    postgresql_where=text("state <> 'sent'"),
)
Index("ix_sending_listed", SENDING.c.state, SENDING.c.made_at)
Index("ix_sending_made", SENDING.c.made_at, SENDING.c.sending_id)

ATTEMPT: Final = Table(
    "attempt",
    metadata,
    Column("sending_id", Uuid, ForeignKey(SENDING.c.sending_id), primary_key=True),
    Column("attempt", Integer, primary_key=True),
    Column("began_at", DateTime(timezone=True), nullable=False),
    Column("ended_at", DateTime(timezone=True)),
    Column("outcome", Text, nullable=False, server_default=text("''")),
    Column("answer", Text, nullable=False, server_default=text("''")),
    schema="notification",
)
"""外发记录: each attempt; one that has no end was broken off."""

RESENDING: Final = Table(
    "resending",
    metadata,
    Column("sending_id", Uuid, ForeignKey(SENDING.c.sending_id), primary_key=True),
    Column("attempts", Integer, primary_key=True, autoincrement=False),
    Column("address", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    schema="notification",
)
"""重新发送: by whom and when, after how many attempts, and the address that they went to."""
