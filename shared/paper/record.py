"""制作记录: which papers were made of which file, by whom, for what, of which template."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import BigInteger, Column, DateTime, Identity, Index, Integer, Table, Text, Uuid

from shared.db import Conn, Pool, metadata

PAPERS_MADE: Final = Table(
    "papers_made",
    metadata,
    Column("made_id", BigInteger, Identity(always=True), primary_key=True),
    Column("case_id", Uuid, nullable=False),
    Column("sort", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("maker", Text, nullable=False),
    Column("purpose", Text, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("page", Integer),
    schema="hub",
)
"""A row a paper handed out: `form` is its template with version, `sha256` is of its bytes.
`page` is that of the file of which it tells; those made before it was kept have none."""

Index(None, PAPERS_MADE.c.case_id)

_MADE: Final = """
INSERT INTO hub.papers_made (case_id, sort, form, sha256, maker, purpose, at, page)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One paper handed out."""

    case_id: UUID
    sort: str
    """Which paper, with the ending of its file, as `acceptance.pdf`."""
    form: str
    sha256: str
    maker: str
    """Code of whoever asked for it."""
    purpose: str
    at: datetime
    page: int
    """Page of the file of which the paper tells."""


async def record_made(conn: Conn | Pool, made: Made) -> None:
    """Put a paper on record; it is done before anybody gets it."""
    await conn.execute(
        _MADE,
        made.case_id,
        made.sort,
        made.form,
        made.sha256,
        made.maker,
        made.purpose,
        made.at,
        made.page,
    )
