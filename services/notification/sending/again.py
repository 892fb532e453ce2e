"""重新发送: what was given up goes out again, by an administrator's hand and on record.

Only what is known unsent: a mail of which nobody knows stays `unknown`. The sending is the same, so
the gateway knows it by its key, for as long as it keeps keys: what it may have taken and may have
forgotten stays. It goes to the address that the organ has by now, and is tried anew as often as at
first. Said again, or by two at once, it is queued once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from services.notification.sending.addresses import Addresses
from services.notification.sending.channel import Outcome
from services.notification.sending.queue import KNOWN
from services.notification.store import DOUBTFUL_SINCE
from shared.db import Pool
from shared.law.article import RULES
from shared.law.procedure import Refused

AGAIN: Final = f"""
WITH chosen AS (
  SELECT s.sending_id, s.attempts, s.address AS formerly, b.address
  FROM notification.sending s
  JOIN unnest($1::text[], $2::text[], $3::text[]) AS b(channel, organ, address)
    ON b.channel = s.channel AND b.organ = s.organ
  WHERE s.state = 'failed' AND (s.sending_id = ANY($4::uuid[]) OR s.channel = $5)
    AND NOT EXISTS (SELECT FROM notification.attempt a
                    WHERE a.sending_id = s.sending_id AND a.outcome = $8)
    AND {DOUBTFUL_SINCE.format(known_since="$9::timestamptz")} IS NULL
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
"""  # noqa: S608 - our own words

LEFT: Final = f"""
SELECT count(*) AS failed,
       count({DOUBTFUL_SINCE.format(known_since="$3::timestamptz")}) AS doubtful
FROM notification.sending s
WHERE s.state = 'failed' AND (s.sending_id = ANY($1::uuid[]) OR s.channel = $2)
"""  # noqa: S608 - our own words

DOUBTFUL: Final = (
    "{n}件有发送没有得到网关答复，而且已近一个月或者更久：网关可能收下过，又可能已经不认得编号，"
    "再发可能重复告知，不能重新发送。请以页面通知为准，或者电话告知"
)
UNADDRESSED: Final = "{n}件没有登记地址或者渠道没有设置，仍未发出"


@dataclass(frozen=True, slots=True)
class Resent:
    """What came of it: so many were queued again, so many of those asked for stay failed."""

    resent: int
    failed: int
    doubtful: int = 0
    """Of those that stay failed: so many might be taken for new by the gateway."""


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

    Raises:
        Refused: None goes out again, and some might be told twice: the gateway may know them no
            more.
    """
    rows = [(way, organ, to) for way, organs in book.items() for organ, to in organs.items()]
    columns = [list(one) for one in zip(*rows, strict=True)] or [[], [], []]
    ids, known_since = list(chosen), now - KNOWN
    async with pool.acquire() as conn, conn.transaction():
        said = (ids, channel, now, by, Outcome.SENT, known_since)
        resent = await conn.fetchval(AGAIN, *columns, *said)
        left = await conn.fetchrow(LEFT, ids, channel, known_since)
    if not resent and left["doubtful"]:
        says, others = DOUBTFUL.format(n=left["doubtful"]), left["failed"] - left["doubtful"]
        more = f"；另有{UNADDRESSED.format(n=others)}" if others else ""
        raise Refused(says + more, RULES[75])
    return Resent(resent, left["failed"], left["doubtful"])
