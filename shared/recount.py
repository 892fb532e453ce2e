"""重新计算期限: after a notice on holidays, every running deadline that the year touches.

It goes file by file in order of id, some hundred in one transaction, and notes how far it has come:
whoever is killed in the middle is followed by another. What moves or becomes firm is a fact on the
clock file.
"""

import asyncio
from datetime import date, timedelta
from typing import Final, NamedTuple
from uuid import UUID

from asyncpg import PostgresError

from shared.db import LOST
from shared.law.notice import Notice
from shared.logging import logger
from shared.work import Act, Hub, Work
from shared.work.ringing import clock_shelf_in, files_of, reckon_anew

BATCH: Final = 500
LOOK_EVERY_SECONDS: Final = 60.0

OPEN: Final = """
SELECT notice_id, body, reached, loaded_at > now() - $1::interval AND EXISTS (
  SELECT FROM pg_stat_activity
  WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start < loaded_at
) AS early
FROM hub.notice WHERE done_at IS NULL ORDER BY notice_id LIMIT 1
"""
"""Acts that began before the notice may still open deadlines without it: they are waited for."""

PATIENCE: Final = timedelta(minutes=2)

TOUCHED: Final = """
SELECT case_id, min(office) AS office, min(dispute_id::text)::uuid AS dispute_id
FROM hub.deadline
WHERE case_id > $1 AND ended IS NULL AND until >= $2 AND started_on <= $3
GROUP BY case_id ORDER BY case_id LIMIT $4
"""

REACHED: Final = "UPDATE hub.notice SET reached = $2 WHERE notice_id = $1"

DONE: Final = "UPDATE hub.notice SET done_at = now() WHERE notice_id = $1 AND done_at IS NULL"

NIL: Final = UUID(int=0)

_log = logger(__name__)


class Step(NamedTuple):
    """What one batch did, and whether more is to be done."""

    files: int
    """Files gone through."""
    moved: int
    """Periods whose end moved."""
    confirmed: int
    """Periods whose end stands and became firm."""
    more: bool


class Recount:
    """Reckons anew what notices touch, a batch at a time."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub

    async def once(self) -> Step:
        """One batch of the oldest notice that is not done.

        Raises:
            Away: The database does not answer.
        """
        row = await self._hub.pool.fetchrow(OPEN, PATIENCE)
        if row is None:
            return Step(0, 0, 0, more=False)
        if row["early"]:
            return Step(0, 0, 0, more=True)
        notice = Notice.parse(row["body"])
        # 元旦 may take days of the December before it.
        first, last = date(notice.year - 1, 12, 1), date(notice.year, 12, 31)
        files = await self._hub.pool.fetch(TOUCHED, row["reached"] or NIL, first, last, BATCH)
        acts = [self._act(f["case_id"], f["office"], f["dispute_id"], notice) for f in files]
        await self._hub.run(acts)
        for file, act in zip(files, acts, strict=True):
            if act.error is not None:
                _log.error("recount.failed", case=str(file["case_id"]), exc_info=act.error)
        if files:
            await self._hub.pool.execute(REACHED, row["notice_id"], files[-1]["case_id"])
        else:
            await self._hub.pool.execute(DONE, row["notice_id"])
        moved, confirmed = (sum(act.result[n] for act in acts if act.result) for n in (0, 1))
        return Step(len(files), moved, confirmed, more=True)

    def _act(self, case_id: UUID, office: str, dispute_id: UUID, notice: Notice) -> Act:
        shelf = clock_shelf_in(self._hub.shelves, office)

        def do(work: Work) -> tuple[int, int]:
            return reckon_anew(work, shelf, case_id, dispute_id, notice)

        return Act(do=do, files=files_of(case_id, office), name="clock.recount")


async def keep_calendar(hub: Hub) -> None:
    """Look every minute whether a notice was loaded, for ever: whoever only reads runs no acts."""
    while True:
        try:
            async with hub.pool.acquire() as conn:
                await hub.know(conn)
        except (PostgresError, *LOST) as error:
            _log.warning("calendar.waits", exc_info=error)
        await asyncio.sleep(LOOK_EVERY_SECONDS)
