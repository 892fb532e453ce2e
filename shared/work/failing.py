"""Giving back what failed: its claims, and what the inbox noted for it."""

from collections.abc import Mapping, Sequence
from typing import Final
from uuid import UUID

from shared.db import Conn
from shared.work.act import Act
from shared.work.memory import Memory
from shared.work.work import Claimed

FORGET: Final = """
DELETE FROM hub.inbox i
USING unnest($1::text[], $2::uuid[], $3::int[]) AS f(consumer, case_id, version)
WHERE i.consumer = f.consumer AND i.case_id = f.case_id AND i.version = f.version
"""


async def give_back(
    conn: Conn, acts: Sequence[Act], claimed: Mapping[UUID, Claimed], memory: Memory
) -> None:
    """Give back what acts claimed that left no file or failed; one that relied on it runs alone.

    Of what was claimed by this batch only: what somebody else claimed is his, also where his file
    came so lately that it was not to be seen. A digest is its own act's mark, so that of what
    failed its own claim goes, also where it was to stand on a file that is there.
    """
    idle = {
        c.key
        for act in acts
        for c in act.claims
        if (now := claimed[c.key]).is_own
        and now.case_id == c.case_id
        and (c.case_id not in memory.files or (act.error and c.digest and now.digest == c.digest))
    }
    if not idle:
        return
    if any(c.key in idle and act.error is None for act in acts for c in act.claims):
        raise LookupError("a claim was relied on that its own act did not use")
    await conn.execute("DELETE FROM hub.claim WHERE key = ANY($1::uuid[])", list(idle))


async def forget(conn: Conn, acts: Sequence[Act]) -> None:
    """Take back from the inbox what failed: it will be tried again or parked."""
    if heard := [act.heard for act in acts if act.heard]:
        await conn.execute(
            FORGET,
            [h.consumer for h in heard],
            [h.case_id for h in heard],
            [h.version for h in heard],
        )
