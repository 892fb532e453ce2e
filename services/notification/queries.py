"""What is told to a desk: unread first, from either end, counted cheaply; and what goes out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from services.notification.store import DOUBTFUL_SINCE, Row, columns_of, desks_of, read_row
from shared.auth import Identity
from shared.db import Pool
from shared.frame.paging import as_text, as_word, reading_place
from shared.frame.sorting import Order

MOST: Final = 99
"""Beyond so many, unread ones are not counted."""

USUAL: Final = "-at"
"""The newest first."""

LISTED: Final = """
SELECT found.* FROM unnest($1::text[], $2::text[]) AS d(role, organ) CROSS JOIN LATERAL (
  SELECT n.* FROM notification.notice n
  WHERE n.role = d.role AND n.organ = d.organ
    AND ($3::text = '' OR n.weight = $3) AND ($4::text = '' OR n.kind = $4)
    AND (NOT $5::bool OR n.unread)
    AND ($6::bool IS NULL OR {further})
  ORDER BY n.unread DESC, n.made_at {turn}, n.notice_id {turn} LIMIT $9
) AS found
ORDER BY found.unread DESC, found.made_at {turn}, found.notice_id {turn} LIMIT $9
"""

FURTHER: Final = {
    "DESC": "(n.unread, n.made_at, n.notice_id) < ($6, $7::timestamptz, $8::uuid)",
    "ASC": "n.unread < $6 OR n.unread = $6"
    " AND (n.made_at, n.notice_id) > ($7::timestamptz, $8::uuid)",
}
"""What comes after a place: unread ones stay first from either end."""

UNREAD: Final = """
SELECT count(*) FROM (
  SELECT 1 FROM unnest($1::text[], $2::text[]) AS d(role, organ)
  JOIN notification.notice n ON n.role = d.role AND n.organ = d.organ AND n.unread LIMIT $3
) AS found
"""

SENDINGS: Final = f"""
SELECT s.sending_id, s.notice_id, s.channel, s.organ, s.address, s.state, s.attempts, s.made_at,
       s.next_at, s.ended_at, s.result, n.kind, n.number, n.says,
       r.by AS resent_by, r.at AS resent_at,
       CASE WHEN s.state = 'failed' THEN {DOUBTFUL_SINCE.format(known_since="$6::timestamptz")} END
         AS doubtful_since
FROM notification.sending s JOIN notification.notice n USING (notice_id)
LEFT JOIN LATERAL (SELECT by, at FROM notification.resending r
                   WHERE r.sending_id = s.sending_id ORDER BY attempts DESC LIMIT 1) r ON true
WHERE ($1::text = '' OR s.state = $1) AND ($2::text = '' OR s.channel = $2)
  AND ($3::timestamptz IS NULL OR (s.made_at, s.sending_id) {{beyond}} ($3, $4::uuid))
ORDER BY s.made_at {{turn}}, s.sending_id {{turn}} LIMIT $5
"""  # noqa: S608 - our own words

FIRST_ATTEMPT: Final = "attempt"
"""The first attempt first."""

ATTEMPTS: Final = """
SELECT a.attempt, a.began_at, a.ended_at, a.outcome, a.answer, r.by AS resent_by
FROM notification.attempt a LEFT JOIN notification.resending r
  ON r.sending_id = a.sending_id AND r.attempts = a.attempt - 1
WHERE a.sending_id = $1
  AND ($2::text = '' OR a.outcome = CASE $2 WHEN 'broken' THEN '' ELSE $2 END)
  AND ($3::int = 0 OR a.attempt {beyond} $3)
ORDER BY a.attempt {turn} LIMIT $4
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a list is narrowed to, empty for all, and from which end it is read."""

    weight: str = ""
    kind: str = ""
    unread: bool = False
    sort: str = ""
    cursor: str = ""
    limit: int = 50


async def unread_of(pool: Pool, who: Identity) -> int:
    """How many are unread, at most one more than `MOST`."""
    count: int = await pool.fetchval(UNREAD, *columns_of(desks_of(who)), MOST + 1)
    return count


async def list_notices(pool: Pool, who: Identity, asked: Asked) -> tuple[Sequence[Row], str | None]:
    """Unread ones first, of each the newest first or the oldest, and the mark of the next page.

    Raises:
        Malformed: The cursor is none of ours.
    """
    unread, moment, last = _place(asked.cursor) if asked.cursor else (None, None, None)
    turn = Order.of(asked.sort, USUAL).turn
    query = LISTED.format(further=FURTHER[turn], turn=turn)
    rows = await pool.fetch(
        query, *columns_of(desks_of(who)), asked.weight, asked.kind, asked.unread,
        unread, moment, last, asked.limit + 1,
    )  # fmt: skip
    page = [read_row(row) for row in rows[: asked.limit]]
    more = len(rows) > asked.limit
    return page, _cursor(
        page[-1].made_at, page[-1].notice_id, unread=page[-1].unread
    ) if more else None


async def list_sendings(
    pool: Pool,
    state: str,
    channel: str,
    *,
    sort: str,
    cursor: str,
    limit: int,
    known_since: datetime,
) -> tuple[Sequence[Mapping[str, Any]], str | None]:
    """What goes out or has gone, newest or oldest first, and the mark of the next page.

    Raises:
        Malformed: The cursor is none of ours.
    """
    _, moment, last = _place(cursor) if cursor else (None, None, None)
    order = Order.of(sort, USUAL)
    query = SENDINGS.format(beyond=order.beyond, turn=order.turn)
    rows = await pool.fetch(query, state, channel, moment, last, limit + 1, known_since)
    page = rows[:limit]
    more = len(rows) > limit
    return page, _cursor(page[-1]["made_at"], page[-1]["sending_id"]) if more else None


async def attempts_of(
    pool: Pool, sending_id: UUID, outcome: str, *, sort: str, after: int, limit: int
) -> Sequence[Mapping[str, Any]]:
    """The attempts at a sending that come after one of them, or from either end.

    Args:
        pool: The database.
        sending_id: What was sent.
        outcome: How they ended; empty for all, `broken` for those without an end.
        sort: `attempt` for the first one first, with `-` for the last one first.
        after: The number of the attempt that they come after; 0 for the beginning.
        limit: How many.
    """
    order = Order.of(sort, FIRST_ATTEMPT)
    query = ATTEMPTS.format(beyond=order.beyond, turn=order.turn)
    found: Sequence[Mapping[str, Any]] = await pool.fetch(query, sending_id, outcome, after, limit)
    return found


def _cursor(moment: datetime, last: UUID, *, unread: bool = False) -> str:
    return as_word(f"{int(unread)}/{moment.isoformat()}/{last}")


def _place(cursor: str) -> tuple[bool, datetime, UUID]:
    with reading_place():
        unread, moment, last = as_text(cursor).split("/")
        return bool(int(unread)), datetime.fromisoformat(moment), UUID(last)
