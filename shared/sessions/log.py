"""登记: what was done with accounts and sessions, in the same transaction as the deed itself.

A table and no facts: an account belongs to no dispute, no office has to hear of it, and no period
of the law runs from it; disabled is disabled at once, not when a topic has told so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from shared.db import Conn, Pool


class Event(StrEnum):
    """What was done 事项."""

    SIGNED_IN = "signed_in"
    """登录."""
    REFUSED = "refused"
    """登录未成功."""
    SIGNED_OUT = "signed_out"
    """退出."""
    ENDED = "ended"
    """结束会话."""
    ADDED = "added"
    """新增账号."""
    CHANGED = "changed"
    """变更角色或者机构."""
    DISABLED = "disabled"
    """停用."""
    ENABLED = "enabled"
    """恢复使用."""
    RENEWED = "renewed"
    """重置口令."""
    PASSPHRASE = "passphrase"  # noqa: S105 - the name of an event
    """修改口令."""

    @property
    def term(self) -> str:
        """What it is called in Chinese."""
        return _TERMS[self]


_TERMS: Final = {
    Event.SIGNED_IN: "登录",
    Event.REFUSED: "登录未成功",
    Event.SIGNED_OUT: "退出",
    Event.ENDED: "会话被结束",
    Event.ADDED: "新增账号",
    Event.CHANGED: "变更名称、角色或者机构",
    Event.DISABLED: "停用",
    Event.ENABLED: "恢复使用",
    Event.RENEWED: "重置口令",
    Event.PASSPHRASE: "修改口令",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the log; `by` is the code of who did it."""

    entry_id: int
    code: str
    event: Event
    by: str
    detail: str
    at: datetime


_PUT: Final = """
INSERT INTO hub.account_log (code, event, by, detail, at) VALUES ($1, $2, $3, $4, $5)
"""
_READ: Final = """
SELECT entry_id, code, event, by, detail, at FROM hub.account_log
WHERE ($1 = '' OR code = $1) AND ($2 = '' OR event = $2)
  AND ($3::bigint = 0 OR entry_id {beyond} $3)
ORDER BY entry_id {turn} LIMIT $4
"""


async def put(
    conn: Conn, code: str, event: Event, *, by: str, at: datetime, detail: str = ""
) -> None:
    """Add a line."""
    await conn.execute(_PUT, code, event, by, detail, at)


async def read(
    pool: Pool,
    *,
    code: str = "",
    event: str = "",
    cursor: int = 0,
    limit: int = 50,
    oldest_first: bool = False,
) -> Sequence[Entry]:
    """The newest lines first or the oldest, of one account or all, of one event or all.

    `cursor` is the number of the line after which it goes on; 0 for the first ones.
    """
    turn, beyond = ("ASC", ">") if oldest_first else ("DESC", "<")
    query = _READ.format(turn=turn, beyond=beyond)
    rows = await pool.fetch(query, code, event, cursor, limit)
    return [Entry(**{**row, "event": Event(row["event"])}) for row in rows]
