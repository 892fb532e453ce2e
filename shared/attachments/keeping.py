"""Handing in 上传附件, what of a case is there, and clearing what no act named."""

import asyncio
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final
from uuid import UUID

import structlog

from shared.attachments.offering import (
    NOT_THERE,
    OFFERED_AGAIN,
    Offered,
    must_be_own,
    offer,
    shortened,
)
from shared.attachments.sight import must_see
from shared.attachments.sniffing import media_type_of
from shared.auth import Identity
from shared.db import LOST, Conn, Pool
from shared.errors import Malformed
from shared.work import Hub

MOST_BYTES: Final = 10 * 1024 * 1024
"""A file; a telephone's picture has three to six million bytes."""

MOST_OF_A_CASE: Final = 200 * 1024 * 1024
"""All files of a case together, in bytes."""

NAMED: Final = ("pictures", "attachments")
"""Findings of a page that name attachments, by their SHA-256."""

UNNAMED: Final = timedelta(days=1)
"""How long a file waits for the act that names it."""

EACH_SECONDS: Final = 3600.0

TOO_BIG: Final = "文件超过 10 MB，请压缩或者分开上传"

_log = structlog.get_logger()

_IN_TURN: Final = "SELECT pg_advisory_xact_lock(hashtextextended('attachment:' || $1::text, 0))"

_OTHERS: Final = """
SELECT coalesce(sum(size), 0) FROM hub.attachment WHERE case_id = $1 AND sha256 <> $2
"""

_KEEP: Final = """
INSERT INTO hub.attachment (case_id, sha256, media_type, size, content, by, organ, at, offered_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)
ON CONFLICT (case_id, sha256) DO UPDATE SET offered_at = EXCLUDED.offered_at
RETURNING media_type, size, by, at
"""

_STORED: Final = """
SELECT sha256, media_type, size, by, at FROM hub.attachment
WHERE case_id = $1 AND sha256 = ANY($2::text[])
"""

KEPT_ON: Final = """
UPDATE hub.attachment SET offered_at = $3
WHERE case_id = $1 AND sha256 = ANY($2::text[]) RETURNING sha256
"""
"""What an act is about to name waits another day, so that it is not cleared away meanwhile."""

CARRIED: Final = """
INSERT INTO hub.attachment (case_id, sha256, media_type, size, content, by, organ, at, offered_at)
SELECT $3, sha256, media_type, size, content, by, organ, at, $4 FROM hub.attachment
WHERE case_id = $1 AND sha256 = ANY($2::text[])
ON CONFLICT (case_id, sha256) DO UPDATE SET offered_at = EXCLUDED.offered_at
"""
"""What waited for a file that did not exist yet is there in that file, too."""

_CLEAR: Final = """
DELETE FROM hub.attachment a WHERE a.offered_at < $1
  AND NOT EXISTS (SELECT FROM hub.outbox o
                  WHERE o.case_id = a.case_id AND position(a.sha256 IN o.body) > 0)
RETURNING a.case_id, a.sha256
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """An attachment that is stored, without its bytes."""

    sha256: str
    media_type: str
    size: int
    """In bytes."""
    by: str
    at: datetime


async def keep(hub: Hub, who: Identity, case_id: UUID, content: bytes) -> Kept:
    """上传: the file stands in the database when this returns; the same one again is the same.

    What a party hands in has bounds of its own, and is put on record.

    Raises:
        Unknown: There is no such case, or none that `who` may see.
        Malformed: It is empty, too big, of no kind that is taken, or the case holds too much.
    """
    kind = media_type_of(content)
    if len(content) > MOST_BYTES:
        raise Malformed(TOO_BIG, "file")
    if kind is None:
        raise Malformed("只收 JPEG、PNG、WebP、HEIC 照片和 PDF 文件", "file")
    digest = sha256(content).hexdigest()
    async with hub.pool.acquire() as conn, conn.transaction():
        await must_see(conn, who, case_id)
        await conn.execute(_IN_TURN, str(case_id))
        if await conn.fetchval(_OTHERS, case_id, digest) + len(content) > MOST_OF_A_CASE:
            raise Malformed("本案卷的附件合计已达 200 MB，请整理后再传", "file")
        now = hub.clock.now()
        if who.acts_for is not None:
            await offer(conn, who, Offered(case_id, digest, len(content), now))
        said = (case_id, digest, kind, len(content), content, who.code, who.organ, now)
        row = await conn.fetchrow(_KEEP, *said)
    return Kept(digest, **dict(row))


async def stored_of(conn: Conn, case_id: UUID, named: Collection[str]) -> dict[str, Kept]:
    """Those of the files that pages of a case name which were handed in."""
    rows = await conn.fetch(_STORED, case_id, sorted(named))
    return {row["sha256"]: Kept(**dict(row)) for row in rows}


async def must_be_stored(
    pool: Pool, who: Identity, case_id: UUID, named: Collection[str], at: datetime
) -> None:
    """Whether every file that an act is about to name was handed in; it is kept on for it.

    Raises:
        Malformed: One was not; or, of a party, somebody else handed it in.
    """
    if not named:
        return
    rows = await pool.fetch(KEPT_ON, case_id, sorted(named), at)
    if missing := set(named) - {row["sha256"] for row in rows}:
        raise Malformed(f"{NOT_THERE}{shortened(missing)}", "attachments")
    await must_be_own(pool, who, case_id, named)


async def carry_over(
    hub: Hub, who: Identity, named: Collection[str], *, waits: UUID, case_id: UUID
) -> None:
    """带入新立的案卷: what an application names waited in the file in which its dispute came in.

    It is there in both until a day has gone, so that an application that was refused and mended
    finds it again.

    Raises:
        Malformed: One was not handed in there; or, of a party, somebody else handed it in.
    """
    if not named:
        return
    at = hub.clock.now()
    await must_be_stored(hub.pool, who, waits, named, at)
    await hub.pool.fetch(CARRIED, waits, sorted(named), case_id, at)
    if who.acts_for is not None:
        await hub.pool.fetch(OFFERED_AGAIN, waits, sorted(named), case_id, who.code)


async def clear(hub: Hub) -> int:
    """清理: take away what was offered more than a day ago and no page of its case names."""
    gone = await hub.pool.fetch(_CLEAR, hub.clock.now() - UNNAMED)
    return len(gone)


async def clear_for_ever(hub: Hub) -> None:
    """The same, every hour; a database that is away is asked again."""
    while True:
        try:
            if gone := await clear(hub):
                _log.info("attachments.cleared", count=gone)
        except LOST as error:
            _log.warning("attachments.away", exc_info=error)
        await asyncio.sleep(EACH_SECONDS)
