"""重新发送: what was given up goes out again, by an administrator's hand and on record.

Only what is known unsent: a mail of which nobody knows stays `unknown`. The sending is the same, so
the gateway knows it by its key; it goes to the address that the organ has by now, and is tried anew
as often as at first. Said again, or by two at once, it is queued once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from services.notification.sending.addresses import Addresses
from services.notification.sending.channel import Outcome
from shared.db import Pool

AGAIN: Final = """
WITH chosen AS (
  SELECT s.sending_id, s.attempts, s.address AS formerly, b.address
  FROM notification.sending s
  JOIN unnest($1::text[], $2::text[], $3::text[]) AS b(channel, organ, address)
    ON b.channel = s.channel AND b.organ = s.organ
  WHERE s.state = 'failed' AND (s.sending_id = ANY($4::uuid[]) OR s.channel = $5)
    AND NOT EXISTS (SELECT FROM notification.attempt a
                    WHERE a.sending_id = s.sending_id AND a.outcome = $8)
  ORDER BY s.sending_id FOR UPDATE OF s
), queued AS (
  UPDATE notification.sending s
  SET state = 'waiting', next_at = $6, ended_at = NULL, result = '', address = c.address
  FROM chosen c WHERE s.sending_id = c.sending_id
), kept AS (
  INSERT INTO notification.resending (sending_id, attempts, address, by, at)
  SELECT sending_id, attempts, formerly, $7, $6 FROM chosen
)
SELECT count(*) FROM chosen
"""

LEFT: Final = """
SELECT count(*) FROM notification.sending
WHERE state = 'failed' AND (sending_id = ANY($1::uuid[]) OR channel = $2)
"""


@dataclass(frozen=True, slots=True)
class Resent:
    """What came of it: so many were queued again, so many of those asked for stay failed."""

    resent: int
    failed: int


async def send_again(
    pool: Pool, book: Addresses, chosen: Sequence[UUID], channel: str, *, by: str, now: datetime
) -> Resent:
    """重新发送 (RULES 75): these, or all that a channel has given up.

    Args:
        pool: The database.
        book: The addresses of the channels that are set up; what has none stays failed.
        chosen: Which ones; those that have not failed are left as they are.
        channel: All of this one; empty for none.
        by: Whose hand it is.
        now: When.
    """
    rows = [(way, organ, to) for way, organs in book.items() for organ, to in organs.items()]
    columns = [list(one) for one in zip(*rows, strict=True)] or [[], [], []]
    ids = list(chosen)
    async with pool.acquire() as conn, conn.transaction():
        resent = await conn.fetchval(AGAIN, *columns, ids, channel, now, by, Outcome.SENT)
        return Resent(resent, await conn.fetchval(LEFT, ids, channel))
