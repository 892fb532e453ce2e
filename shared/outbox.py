"""The outbox 发件箱: every fact, written in the transaction of its act and never updated.

The outbox is the truth and the topics a copy. `unsent` holds what has no position yet; one
numberer moves it to `position`, gapless; `sent` keeps, for each topic partition and batch, the
position and the broker's next offset, so that a topic which has lost its newest records is found
and filled again; `cut` tells consumers where that happened.
"""

import asyncio
import contextlib
from typing import Final
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Identity,
    Index,
    Integer,
    Interval,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    text,
)
from sqlalchemy import Sequence as HubSequence
from sqlalchemy.dialects.postgresql import JSONB

from shared.db import Pool, metadata

FILE: Final = Table(
    "file",
    metadata,
    Column("case_id", Uuid, primary_key=True),
    Column("office", Text, nullable=False),
    Column("procedure", Text, nullable=False),
    Column("edition", Text, nullable=False),
    Column("dispute_id", Uuid, nullable=False),
    Column("version", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("labels", JSONB, nullable=False, server_default=text("'{}'")),
    Column("closed", Boolean, nullable=False, server_default=text("false")),
    schema="hub",
    postgresql_with={"fillfactor": "80"},
)
"""One row per case file 案卷: the only lock of an act, and what files have in common.

`closed` says whether its table is at an end in its `state`, so that what is still open, which is
little beside all, has an index of its own.
"""

Index("ix_file_stands", FILE.c.dispute_id, postgresql_include=["office", "procedure", "state"])
"""The files of a dispute, and where each stands: whether one is in hand is asked of thousands."""

IN_HAND: Final = (
    "NOT closed AND office IN ('routing', 'mediation', 'adjudication', 'reconsideration', "
    "'consultation') AND procedure NOT IN ('triage', 'clock', 'parked', 'aftermath', 'numbers', "
    "'papers_served', 'precedent', 'roster', 'work_reports')"
)
"""Files 在办 in which somebody has a dispute in hand: triage waits for others, and of the rest that
are named no file ever ends."""

Index("ix_file_in_hand", FILE.c.dispute_id, postgresql_where=text(IN_HAND))

Index(
    "ix_file_number",
    text("(labels ->> 'number')"),
    postgresql_where=FILE.c.office == "intake",
    _table=FILE,
)
Index(
    "ix_file_county",
    text("(labels ->> 'county')"),
    postgresql_where=FILE.c.office == "intake",
    _table=FILE,
)
"""The disputes of a county: one that has hardly any is not looked for among all of the city."""

Index(
    "ix_file_authority",
    text("(labels ->> 'authority')"),
    postgresql_where=text("labels ? 'authority'"),
    _table=FILE,
)
Index(
    "ix_file_whistle_waits",
    FILE.c.state,
    postgresql_where=text(
        "office = 'routing' AND state IN ('awaiting_callback', 'returned', 'blown')"
    ),
)
"""What a window must see to next: few beside all files."""

for _named in ("departments", "authorities", "above", "superiors", "windows", "asked"):
    Index(
        f"ix_file_{_named}",
        text(f"string_to_array(labels ->> '{_named}', ' ')"),
        postgresql_using="gin",
        postgresql_where=text(f"labels ? '{_named}'"),
        _table=FILE,
    )
"""Labels that name several, each found by any of them."""

RULED_UPON: Final = (
    "office = 'consultation' AND state = 'seated' AND coalesce(labels ->> 'contested', '') <> ''"
)
"""Consultations in which a member's recusal waits to be decided (RULES 72)."""
Index(
    "ix_file_contested",
    text("(labels ->> 'authority')"),
    postgresql_where=text(RULED_UPON),
    _table=FILE,
)

WATCHED: Final = (
    "procedure = 'compliance' AND state IN ('due', 'overdue', 'ordered', 'defied') "
    "AND office = 'supervision'"
)
"""履行监督案 in which an authority may order performance (ARL 77), among all of its files."""
Index(
    "ix_file_watched",
    text("(labels ->> 'authority')"),
    postgresql_where=text(WATCHED),
    _table=FILE,
)

Index(
    "ix_file_road",
    text("(labels ->> 'road')"),
    postgresql_include=["dispute_id"],
    postgresql_where=FILE.c.procedure == "triage",
    _table=FILE,
)
"""Which disputes are on a road now: the file of their triage says so."""

OPENING: Final = (
    "version = 1 AND kind IN ('intake.registered.v1', 'routing.whistle_proposed.v1', "
    "'routing.whistle_blown.v1', 'routing.whistle_returned.v1', 'routing.level_reached.v1', "
    "'routing.risk_set.v1')"
)
"""The first page of whatever the figures count: they are read by their days (RULES 61)."""

OUTBOX: Final = Table(
    "outbox",
    metadata,
    Column("seq", BigInteger, Identity(always=True), primary_key=True),
    Column("case_id", Uuid, nullable=False),
    Column("version", Integer, nullable=False),
    Column("dispute_id", Uuid, nullable=False),
    Column("office", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("legal_on", Date, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("by", Text, nullable=False),
    Column("part", SmallInteger, nullable=False),
    Column("labels", JSONB, nullable=False),
    Column("trace", Text, nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("case_id", "version"),
    schema="hub",
)
"""Every page of every file; `body` is the fact as it travels, byte for byte."""

Index(None, OUTBOX.c.dispute_id)
Index(
    "ix_outbox_registered", OUTBOX.c.seq, postgresql_where=OUTBOX.c.kind == "intake.registered.v1"
)
Index(
    "ix_outbox_registered_on",
    OUTBOX.c.legal_on,
    OUTBOX.c.seq,
    postgresql_include=["dispute_id"],
    postgresql_where=text("version = 1 AND kind = 'intake.registered.v1'"),
)
Index(
    "ix_outbox_opening",
    OUTBOX.c.legal_on,
    OUTBOX.c.seq,
    postgresql_where=text(OPENING),
)

UNSENT: Final = Table("unsent", metadata, Column("seq", BigInteger, nullable=False), schema="hub")
"""It has no index: it is taken whole, and nobody looks for one."""

POSITION: Final = Table(
    "position",
    metadata,
    Column("position", BigInteger, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, nullable=False),
    schema="hub",
)
SENT: Final = Table(
    "sent",
    metadata,
    Column("topic", Text, primary_key=True),
    Column("part", SmallInteger, primary_key=True),
    Column("position", BigInteger, primary_key=True, autoincrement=False),
    Column("next_offset", BigInteger, nullable=False),
    schema="hub",
)
"""After the batch that ended with `position`, the partition's end was at least `next_offset`."""

CUT: Final = Table(
    "cut",
    metadata,
    Column("cut_id", BigInteger, Identity(always=True), primary_key=True),
    Column("topic", Text, nullable=False),
    Column("part", SmallInteger, nullable=False),
    Column("end_offset", BigInteger, nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False, server_default=text("now()")),
    schema="hub",
)
"""A partition was found to end at `end_offset`, below what it had acknowledged."""

CUT_SEEN: Final = Table(
    "cut_seen",
    metadata,
    Column("consumer", Text, primary_key=True),
    Column("cut_id", BigInteger, primary_key=True, autoincrement=False),
    schema="hub",
)
"""Cuts for which a consumer has gone back."""

CLAIM: Final = Table(
    "claim",
    metadata,
    Column("key", Uuid, primary_key=True),
    Column("case_id", Uuid, nullable=False),
    Column("digest", Text, nullable=False),
    schema="hub",
)
"""Keys that only one file may hold: idempotency keys, source numbers, repeated matters."""

CLOCK: Final = Table(
    "clock",
    metadata,
    Column("one", Boolean, primary_key=True, server_default=text("true")),
    Column("shift", Interval, nullable=False),
    schema="hub",
)
"""One row: how far the hub's clock was moved on; zero in production."""

NUMBER: Final = HubSequence("number", schema="hub", metadata=metadata, increment=1000, start=1000)
"""Opens blocks of a thousand numbers for disputes; gaps are allowed."""


def part_of(dispute_id: UUID, partitions: int) -> int:
    """The partition of every fact of this dispute, the same on each office's topic."""
    return int.from_bytes(dispute_id.bytes[12:]) % partitions


CHANNEL: Final = "hub_outbox"
"""PostgreSQL channel on which whoever commits wakes the relay."""

REST_SECONDS: Final = 0.01


class Waker:
    """Wakes the relay after commits, outside their transactions and not more than it can use.

    NOTIFY inside a transaction takes a lock on the whole database at commit.
    """

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._asked = asyncio.Event()

    def poke(self) -> None:
        """Facts were committed."""
        self._asked.set()

    async def run(self) -> None:
        """Notify for ever; the relay looks by itself when a notice is lost."""
        while True:
            await self._asked.wait()
            self._asked.clear()
            with contextlib.suppress(Exception):
                await self._pool.execute(f"NOTIFY {CHANNEL}")
            await asyncio.sleep(REST_SECONDS)
