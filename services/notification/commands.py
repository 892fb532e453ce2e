"""Reading a notice 阅知: who, and when; the first reading counts."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from services.notification.store import Row, columns_of, desks_of, read_row
from shared.auth import Identity
from shared.db import Pool
from shared.errors import Unknown

READ: Final = """
UPDATE notification.notice n SET unread = false, read_at = $4, read_by = $5
FROM unnest($2::text[], $3::text[]) AS d(role, organ)
WHERE n.notice_id = ANY($1::uuid[]) AND n.unread AND n.role = d.role AND n.organ = d.organ
"""

ONE: Final = """
SELECT n.* FROM notification.notice n JOIN unnest($2::text[], $3::text[]) AS d(role, organ)
  ON n.role = d.role AND n.organ = d.organ
WHERE n.notice_id = $1
"""


async def read_one(pool: Pool, who: Identity, notice_id: UUID, now: datetime) -> Row:
    """阅知 (RULES 75): said again, the first reading stays.

    Raises:
        Unknown: There is none, or it is for another desk.
    """
    desks = columns_of(desks_of(who))
    await pool.execute(READ, [notice_id], *desks, now, who.code)
    found = await pool.fetchrow(ONE, notice_id, *desks)
    if found is None:
        raise Unknown("没有这条通知")
    return read_row(found)


async def read_many(pool: Pool, who: Identity, ids: Sequence[UUID], now: datetime) -> int:
    """阅知 of several at once (RULES 75); those of other desks are left. How many were unread."""
    done: str = await pool.execute(READ, list(ids), *columns_of(desks_of(who)), now, who.code)
    return int(done.rpartition(" ")[2])
