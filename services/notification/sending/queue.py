"""外发队列: planned once, claimed before it is sent, recorded after; every attempt is kept."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid5

from services.notification.domain.told import Weight
from services.notification.sending.addresses import Addresses
from services.notification.sending.channel import Channel, Outcome, Outgoing, Result
from services.notification.store import DOUBTFUL_SINCE
from shared import metrics
from shared.db import Pool
from shared.law.article import Article
from shared.law.wording import at, cite

STALE: Final = timedelta(days=1)
"""What was recorded longer ago is told in the page only: nobody is mailed the news of last week."""

MOST_PLANNED: Final = 500
OWN: Final = UUID("5f4a5d0e-2c86-4f0d-9a55-7b0d2f6c1e83")

UNPLANNED: Final = """
SELECT notice_id, case_id, version, organ, weight, recorded_at FROM notification.notice
WHERE NOT planned ORDER BY made_at LIMIT $1 FOR UPDATE SKIP LOCKED
"""

PLANNED: Final = "UPDATE notification.notice SET planned = true WHERE notice_id = ANY($1::uuid[])"

PUT: Final = """
INSERT INTO notification.sending
  (sending_id, notice_id, channel, organ, address, urgent, state, made_at, next_at)
SELECT s.*, 'waiting', $7, $7
FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::bool[]) AS s
ON CONFLICT (sending_id) DO NOTHING RETURNING channel
"""

CLAIM: Final = f"""
WITH due AS (
  SELECT s.sending_id,
         {DOUBTFUL_SINCE.format(known_since="$4::timestamptz")} IS NOT NULL AS doubtful
  FROM notification.sending s
  WHERE s.channel = $1 AND s.state = 'waiting' AND s.next_at <= $2
  ORDER BY s.urgent DESC, s.next_at LIMIT $3 FOR UPDATE SKIP LOCKED
), given_up AS (
  UPDATE notification.sending s SET state = 'failed', ended_at = $2
  FROM due WHERE s.sending_id = due.sending_id AND due.doubtful
), claimed AS (
  UPDATE notification.sending s SET state = 'claimed', attempts = attempts + 1
  FROM due WHERE s.sending_id = due.sending_id AND NOT due.doubtful
  RETURNING s.sending_id, s.notice_id, s.address, s.attempts
), begun AS (
  INSERT INTO notification.attempt (sending_id, attempt, began_at)
  SELECT sending_id, attempts, $2 FROM claimed
)
SELECT due.doubtful, c.*, n.weight, n.number, n.matter, n.says, n.until, n.article,
  c.attempts - coalesce((SELECT max(r.attempts) FROM notification.resending r
                         WHERE r.sending_id = c.sending_id), 0) AS tries
FROM due LEFT JOIN claimed c ON c.sending_id = due.sending_id
LEFT JOIN notification.notice n ON n.notice_id = c.notice_id
"""  # noqa: S608 - our own words

RECORD: Final = """
WITH ended AS (
  UPDATE notification.attempt SET ended_at = $3, outcome = $4, answer = $5
  WHERE sending_id = $1 AND attempt = $2
)
UPDATE notification.sending
SET state = $6, next_at = $7, result = $5,
    ended_at = CASE WHEN $6 = 'waiting' THEN NULL ELSE $3::timestamptz END
WHERE sending_id = $1 AND attempts = $2 AND state IN ('claimed', 'unknown')
"""

LEFT: Final = """
UPDATE notification.sending
SET state = $2, next_at = $3, result = '发送中断，结果不明',
    ended_at = CASE WHEN $2 = 'waiting' THEN NULL ELSE $3::timestamptz END
WHERE channel = $1 AND state = 'claimed'
"""

PAUSES: Final = tuple(
    timedelta(seconds=s) for s in (10, 30, 60, 300, 900, 1800, 3600, 7200, 14400, 28800)
)
"""How long is waited after each try that failed; after the last it is given up."""

KEPT: Final = timedelta(days=28)
"""So long a gateway knows a key for certain, which it is to keep for a month (docs/desks.md): the
shortest one."""

KNOWN: Final = KEPT - sum(PAUSES, timedelta())
"""So long what is queued again is known to the gateway until its last try."""


@dataclass(frozen=True, slots=True)
class Queue:
    """The queue of what goes out."""

    pool: Pool
    public_url: str = ""

    async def plan(self, addresses: Addresses, now: datetime) -> int:
        """Look at notices that nobody has looked at; queue those for which there is an address.

        A page told to two desks of one organ goes out to it once a channel.

        Returns:
            How many were looked at.
        """
        async with self.pool.acquire() as conn, conn.transaction():
            rows = await conn.fetch(UNPLANNED, MOST_PLANNED)
            found = {
                _id_of(row, channel): (
                    *(row["notice_id"], channel, row["organ"], address),
                    row["weight"] == Weight.URGENT,
                )
                for row in rows
                if row["recorded_at"] > now - STALE
                for channel, book in addresses.items()
                if (address := book.get(row["organ"]))
            }
            queued = []
            if found:
                columns = [list(one) for one in zip(*found.values(), strict=True)]
                queued = await conn.fetch(PUT, list(found), *columns, now)
            if rows:
                await conn.execute(PLANNED, [row["notice_id"] for row in rows])
        for channel, n in Counter(row["channel"] for row in queued).items():
            metrics.count("hub_notices_total", n, channel=channel, result="queued")
        return len(rows)

    async def claim(self, channel: str, now: datetime, most: int) -> Sequence[Outgoing]:
        """Claim what is due, committed before anything is sent.

        What the gateway may have taken and may have forgotten is given up instead, as when nothing
        could be sent for weeks.
        """
        while True:
            due = await self.pool.fetch(CLAIM, channel, now, most, now - KEPT)
            rows = [row for row in due if not row["doubtful"]]
            if rows or not due:
                break
        return [
            Outgoing(
                sending_id=row["sending_id"],
                address=row["address"],
                attempt=row["attempts"],
                tries=row["tries"],
                weight=row["weight"],
                number=row["number"],
                matter=row["matter"],
                says=row["says"],
                until=at(row["until"]) if row["until"] else "",
                article=cite(Article.parse(row["article"])) if row["article"] else "",
                link=f"{self.public_url.rstrip('/')}/desk/notices" if self.public_url else "",
            )
            for row in rows
        ]

    async def record(self, one: Outgoing, result: Result, now: datetime) -> None:
        """Keep how an attempt ended; also of one that was taken for lost meanwhile."""
        state, next_at = _next(one, result, now)
        await self.pool.execute(
            RECORD, one.sending_id, one.attempt, now, result.outcome, result.answer, state, next_at
        )

    async def take_up(self, channel: Channel, now: datetime) -> None:
        """Take up what a sender left claimed when it ended: nobody knows whether it went out."""
        state = "waiting" if channel.repeatable else "unknown"
        await self.pool.execute(LEFT, channel.name, state, now)


def _next(one: Outgoing, result: Result, now: datetime) -> tuple[str, datetime]:
    match result.outcome:
        case Outcome.RETRY if one.tries <= len(PAUSES):
            return "waiting", now + PAUSES[one.tries - 1]
        case Outcome.RETRY | Outcome.REFUSED:
            return "failed", now
        case Outcome.SENT | Outcome.UNKNOWN:
            return result.outcome.value, now


def _id_of(row: dict[str, object], channel: str) -> UUID:
    return uuid5(OWN, f"{row['case_id']}/{row['version']}/{row['organ']}/{channel}")
