"""Deadlines 期限 as durable rows: opened, met and lapsed by the facts that the tables name."""

from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Identity,
    Index,
    Integer,
    Table,
    Text,
    Uuid,
    func,
    literal_column,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB

from shared.db import metadata
from shared.law.deadline import NOBODY, PARTY

DEADLINE: Final = Table(
    "deadline",
    metadata,
    Column("case_id", Uuid, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("subject", Text, primary_key=True),
    Column("opened", Integer, primary_key=True, autoincrement=False),
    Column("dispute_id", Uuid, nullable=False),
    Column("office", Text, nullable=False),
    Column("county", Text, server_default="", nullable=False),
    Column("authority", Text, server_default="", nullable=False),
    Column("owed_by", Text, server_default="", nullable=False),
    Column("article", Text, nullable=False),
    Column("period", Text, nullable=False),
    Column("started_on", Date, nullable=False),
    Column("moment", DateTime(timezone=True)),
    Column("until", DateTime(timezone=True)),
    Column("provisional", Boolean, nullable=False),
    Column("course", JSONB, server_default="{}", nullable=False),
    Column("warned", Text, server_default="", nullable=False),
    Column("next_at", DateTime(timezone=True)),
    Column("ended", Text),
    Column("ended_by", Integer),
    Column("made_good", Integer),
    schema="hub",
)
"""Keyed by file, name, subject and the page that opened it.

`county` and `authority` are those that the file bore while it ran: boards count by them, and a
period that was missed stays with whoever had it. `owed_by` says whom it binds where that is not its
subject, else the authority: an organ, or as `Deadline.owed_in` names it.

`started_on` and `moment` are its start, `course` the time left out and the extensions as intervals;
`until`, when it is over, is reckoned from them and never written by hand. While it stands still it
has none. `warned` names the warnings given, and `next_at` is the next thing due: a warning or the
end. `ended` is null while it runs, then `met`, `lapsed` or `closed` (with the file); `ended_by` is
the page that ended it. `made_good` is the page by which nothing was owed any more after a lapse:
what was asked for was done late, the law put its own fact in its place, or the file was closed.
"""

SHARDS: Final = 16
"""Parts into which files fall by the last digit of their ids; one sweep at a time is in each."""

SHARD: Final = "(get_byte(uuid_send(case_id), 15) & 15)"

Index(
    "ix_deadline_due",
    literal_column(SHARD),
    DEADLINE.c.next_at,
    postgresql_where=DEADLINE.c.ended.is_(None) & DEADLINE.c.next_at.is_not(None),
)

Index(
    "ix_deadline_owed",
    DEADLINE.c.subject,
    DEADLINE.c.until,
    DEADLINE.c.case_id,
    postgresql_include=["name"],
    postgresql_where=(
        DEADLINE.c.ended.is_(None) & DEADLINE.c.until.is_not(None) & (DEADLINE.c.subject != "")
    ),
)
"""What somebody owes, the earliest first: a list of it is read in this order."""

BOUND: Final = "ended IS NULL AND subject = '' AND owed_by <> ''"
"""Whether a period runs that binds another than its subject or the authority."""

Index(
    "ix_deadline_bound",
    DEADLINE.c.owed_by,
    DEADLINE.c.case_id,
    postgresql_include=["name", "until", "provisional"],
    postgresql_where=text(BOUND),
)
"""What runs for a respondent in all of its cases, read at once."""

COUNTED_BY: Final = ("county", "office", "subject", "authority", "dispute_id", "owed_by")
"""What boards count periods by: it stands in the indexes, so that no row is read for a count."""

Index(
    "ix_deadline_runs",
    DEADLINE.c.until,
    postgresql_include=COUNTED_BY,
    postgresql_where=DEADLINE.c.ended.is_(None) & DEADLINE.c.until.is_not(None),
)

Index(
    "ix_deadline_dispute_open",
    DEADLINE.c.dispute_id,
    DEADLINE.c.until,
    postgresql_where=DEADLINE.c.ended.is_(None) & DEADLINE.c.until.is_not(None),
)
"""What is due first in a dispute."""

STANDS: Final = "ended IS NULL OR ended = 'lapsed'"
"""Whether a period runs, or was let lapse: of the others nobody asks when a file is due."""

Index(
    "ix_deadline_stands",
    DEADLINE.c.case_id,
    postgresql_include=[
        *("name", "until", "ended", "made_good"),
        *("subject", "opened", "provisional"),
    ],
    postgresql_where=text(STANDS),
)
"""When each of the files of an authority is due, and what is owed under each whistle: read of
thousands at once, from the index alone.
"""

Index(
    "ix_deadline_over",
    DEADLINE.c.until,
    postgresql_include=("ended", "made_good", *COUNTED_BY),
    postgresql_where=DEADLINE.c.ended.in_(("met", "lapsed")) & DEADLINE.c.until.is_not(None),
)
"""What is over when, and what was over on some days, whoever it was that had to act."""

_IS_ORGAN: Final = "subject LIKE '%-%' AND length(split_part(subject, '-', 1)) IN (6, 9)"
"""Codes of organs begin with a place of six or nine digits; a road has no `-`, a person eight."""

_BINDS: Final = f"""(
  owed_by <> '{PARTY}' AND (owed_by <> '' OR subject = '' OR ({_IS_ORGAN})))"""

COUNTS_AGAINST: Final = f"({_BINDS} AND owed_by <> '{NOBODY}')"
"""Whether it is somebody's default when it lapses: a party's own periods are none, and one silence
is one, however far up it is told (RULES 165)."""

_LAPSED: Final = f"ended = 'lapsed' AND made_good IS NULL AND {_BINDS}"

STILL_OWED: Final = f"{_LAPSED} AND owed_by <> '{NOBODY}'"
"""Whether it lapsed and somebody owes it still: the index holds those, and few beside them."""

Index(
    "ix_deadline_still_owed",
    DEADLINE.c.until,
    postgresql_include=COUNTED_BY,
    postgresql_where=text(_LAPSED),
)
"""至今仍逾期: few beside all that lapsed. What a party let pass is none of it, for nothing makes it
good."""

NOTICE: Final = Table(
    "notice",
    metadata,
    Column("notice_id", BigInteger, Identity(always=True), primary_key=True),
    Column("year", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Column("loaded_by", Text, nullable=False),
    Column("loaded_at", DateTime(timezone=True), server_default=func.now(), nullable=False),
    Column("reached", Uuid),
    Column("done_at", DateTime(timezone=True)),
    schema="hub",
)
"""放假通知 that were loaded, the newest of a year counts; `body` is the file as the clerk gave it.

Then every deadline that the year touches is reckoned anew, file by file: `reached` is the last one
done, and `done_at` when there was none left.
"""
