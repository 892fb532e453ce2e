"""文书正文: free text of files (requests, reasons, opinions); each read is on record.

Facts carry only the id of a text. There is no other road to it than `read_documents`, and that
leaves its trace in the same statement.
"""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import BigInteger, Column, DateTime, Identity, Index, Table, Text, Uuid
from sqlalchemy.dialects.postgresql import JSONB

from shared.db import Conn, metadata

DOCUMENTS: Final = Table(
    "documents",
    metadata,
    Column("document_id", Uuid, primary_key=True),
    Column("case_id", Uuid, nullable=False),
    Column("dispute_id", Uuid, nullable=False),
    Column("kind", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    schema="hub",
)
"""A row per text; `kind` says what it is in its file, `sha256` is of its bytes in UTF-8."""

Index(None, DOCUMENTS.c.dispute_id)

DOCUMENTS_READ: Final = Table(
    "documents_read",
    metadata,
    Column("read_id", BigInteger, Identity(always=True), primary_key=True),
    Column("reader", Text, nullable=False),
    Column("purpose", Text, nullable=False),
    Column("ids", JSONB, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    schema="hub",
)
"""查阅记录: one row for each batch of texts read."""

Index("ix_documents_read_ids", DOCUMENTS_READ.c.ids, postgresql_using="gin")
"""Who has read the papers of a case is asked by the papers."""

_READ: Final = """
WITH logged AS (
    INSERT INTO hub.documents_read (reader, purpose, ids, at)
    SELECT $2, $3, to_jsonb($1::uuid[]), $4 {unless}
)
SELECT document_id, text FROM hub.documents WHERE document_id = ANY($1)
"""

_EACH: Final = _READ.format(unless="")

_ONCE: Final = _READ.format(
    unless="""WHERE NOT EXISTS (
        SELECT FROM hub.documents_read
        WHERE ids @> to_jsonb($1::uuid[]) AND reader = $2 AND purpose = $3 AND at >= $5)"""
)
"""A page that asks again by itself is the same reading."""


async def read_documents(
    conn: Conn,
    ids: Collection[UUID],
    *,
    reader: str,
    purpose: str,
    at: datetime,
    since: datetime | None = None,
) -> dict[UUID, str]:
    """These texts, by id; that `reader` asked for them, and for what, is recorded with it.

    Since when the reading has gone on is said by `since`: then it is on record once, not each time.
    """
    if not ids:
        return {}
    asked = (sorted(ids), reader, purpose, at)
    rows = await (conn.fetch(_ONCE, *asked, since) if since else conn.fetch(_EACH, *asked))
    return {row["document_id"]: row["text"] for row in rows}


KEPT: Final = """
INSERT INTO hub.documents (document_id, case_id, dispute_id, kind, text, sha256, at)
SELECT u.document_id, $1, $1, $2, u.text, encode(sha256(convert_to(u.text, 'UTF8')), 'hex'), $3
FROM unnest($4::uuid[], $5::text[]) AS u(document_id, text)
"""

DROPPED: Final = "DELETE FROM hub.documents WHERE document_id = ANY($1::uuid[]) AND case_id = $2"


async def keep_working_papers(
    conn: Conn, owner: UUID, kind: str, texts: Mapping[UUID, str], *, at: datetime
) -> None:
    """工作底稿: texts that belong to no case file, as the rows of a ledger; `owner` has them.

    What belongs to a file is kept by its unit of work, and never taken away.
    """
    await conn.execute(KEPT, owner, kind, at, list(texts), list(texts.values()))


async def drop_working_papers(conn: Conn, owner: UUID, ids: Collection[UUID]) -> None:
    """Forget working papers that are needed no more; papers of files are not touched."""
    await conn.execute(DROPPED, list(ids), owner)
