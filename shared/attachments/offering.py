"""网上上传: what parties hand in, each time on record, and how much of it is taken (RULES 120).

A party's room is a part of that of its case: what it fills is never the last of it, so that
officers, and the other parties, can still hand in.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from shared.auth import Identity
from shared.db import Conn, Pool
from shared.errors import Malformed

MOST_OF_A_PARTY: Final = 50 * 1024 * 1024
"""All files of a party in a case together, in bytes."""

MOST_OF_PARTIES: Final = 100 * 1024 * 1024
"""Those of all its parties; the other half of a case's room is the officers'."""

MOST_FILES: Final = 60
"""Files that a party hands in within `WHILE`, the same one again counted again."""

WHILE: Final = timedelta(hours=1)

ELSE: Final = "；多的请拷好拿到窗口交"

_OF_A_PARTY: Final = """
SELECT coalesce(sum(size), 0) FROM hub.attachment a
WHERE case_id = $1 AND sha256 <> $2
  AND EXISTS (SELECT FROM hub.attachment_offered o
              WHERE o.case_id = a.case_id AND o.sha256 = a.sha256
                AND ($3::text IS NULL OR o.by = $3))
"""

_RECENT: Final = """
SELECT count(DISTINCT (sha256, at)) FROM hub.attachment_offered WHERE by = $1 AND at > $2
"""
"""A file that is carried over into the file of an application was handed in once."""

_OFFER: Final = """
INSERT INTO hub.attachment_offered (case_id, sha256, size, by, at) VALUES ($1, $2, $3, $4, $5)
"""

OWN: Final = """
SELECT DISTINCT sha256 FROM hub.attachment_offered
WHERE case_id = $1 AND sha256 = ANY($2::text[]) AND by = $3
"""
"""Which of these files a party handed in itself."""

OFFERED_AGAIN: Final = """
INSERT INTO hub.attachment_offered (case_id, sha256, size, by, at)
SELECT DISTINCT ON (sha256) $3::uuid, sha256, size, by, at FROM hub.attachment_offered
WHERE case_id = $1 AND sha256 = ANY($2::text[]) AND by = $4
ORDER BY sha256, offered_id DESC
"""
"""What a party handed in before there was a file stands on record in that file, too."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A file that a party hands in."""

    case_id: UUID
    sha256: str
    size: int
    """In bytes."""
    at: datetime


async def offer(conn: Conn, who: Identity, file: Offered) -> None:
    """上传记录; the case is the caller's alone while it lasts.

    Raises:
        Malformed: It hands in too much, or too often.
    """
    if await conn.fetchval(_RECENT, who.code, file.at - WHILE) >= MOST_FILES:
        text = f"一个小时里最多传 {MOST_FILES} 个文件，请过一会儿再传"
        raise Malformed(text, "file")
    for whose, most, says in (
        (who.code, MOST_OF_A_PARTY, "您在本案上传的文件合计不能超过"),
        (None, MOST_OF_PARTIES, "本案当事人上传的文件合计不能超过"),
    ):
        there = await conn.fetchval(_OF_A_PARTY, file.case_id, file.sha256, whose)
        if there + file.size > most:
            raise Malformed(f"{says} {most >> 20} MB{ELSE}", "file")
    await conn.execute(_OFFER, file.case_id, file.sha256, file.size, who.code, file.at)


async def own_of(
    conn: Conn | Pool, who: Identity, case_id: UUID, named: Collection[str]
) -> frozenset[str]:
    """Which of the files of a case `who` handed in as a party."""
    rows = await conn.fetch(OWN, case_id, sorted(named), who.code)
    return frozenset(row["sha256"] for row in rows)


async def must_be_own(pool: Pool, who: Identity, case_id: UUID, named: Collection[str]) -> None:
    """Let a party name only what it handed in itself; an officer names whatever is there.

    To name a file is to say that it is one's own, and to read it as such.

    Raises:
        Malformed: Somebody else handed it in.
    """
    if who.acts_for is None:
        return
    if missing := set(named) - await own_of(pool, who, case_id, named):
        raise Malformed(f"{NOT_THERE}{shortened(missing)}", "attachments")


NOT_THERE: Final = "附件没有上传，请先上传："


def shortened(digests: Collection[str]) -> str:
    """Some files, as an error names them."""
    return "、".join(sorted(one[:12] for one in digests))
