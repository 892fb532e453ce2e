"""Where sessions 会话 and accounts 账号 stand, and what was done with them."""

from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Identity,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    false,
    text,
)

from shared.db import metadata

SESSION: Final = Table(
    "session",
    metadata,
    Column("session_id", LargeBinary, primary_key=True),
    Column("by_account", Boolean, nullable=False),
    Column("code", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("roles", Text, nullable=False),
    Column("organ", Text, nullable=False),
    Column("county", Text, nullable=False),
    Column("disputes", Text, nullable=False),
    Column("persons", Text, nullable=False),
    Column("csrf", Text, nullable=False),
    Column("begun", DateTime(timezone=True), nullable=False),
    Column("seen", DateTime(timezone=True), nullable=False),
    Column("until", DateTime(timezone=True), nullable=False),
    Column("ended", DateTime(timezone=True)),
    schema="hub",
)
"""A row a session, known by the hash of the cookie's secret; lists are words with blanks."""

Index(None, SESSION.c.code)
Index(None, SESSION.c.until)

ACCOUNT: Final = Table(
    "account",
    metadata,
    Column("code", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("passphrase", Text, nullable=False),
    Column("roles", Text, nullable=False),
    Column("organ", Text, nullable=False),
    Column("county", Text, nullable=False),
    Column("disabled", Boolean, nullable=False, server_default=false()),
    Column("must_change", Boolean, nullable=False, server_default=false()),
    Column("failed", Integer, nullable=False, server_default=text("0")),
    Column("locked_until", DateTime(timezone=True)),
    schema="hub",
)
"""A row an account; the title is that of the post, as 甘州区综治中心1号窗口, nobody's name."""

Index(None, ACCOUNT.c.organ)

POST: Final = Table(
    "post",
    metadata,
    Column("code", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("roles", Text, nullable=False),
    Column("organ", Text, nullable=False),
    schema="hub",
)
"""A row for each officer that came from the issuer, as it was known the last time."""

Index(None, POST.c.organ)

ACCOUNT_LOG: Final = Table(
    "account_log",
    metadata,
    Column("entry_id", BigInteger, Identity(always=True), primary_key=True),
    Column("code", Text, nullable=False),
    Column("event", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    schema="hub",
)
"""登记: who signed in when, and who did what to which account; only ever added to."""

Index(None, ACCOUNT_LOG.c.code, ACCOUNT_LOG.c.entry_id)
