"""会话: who is signed in at a browser, known by a secret of which only the hash is kept.

Every request asks the database by the primary key, so whatever ends a session ends it with the
next request: signing out, an administrator, a disabled account. Time is that of the wall, never a
moved clock.
"""

import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Final
from uuid import UUID

from shared.auth import Identity, Role, Unauthenticated
from shared.clock import Clock
from shared.db import Conn, Pool
from shared.sessions import log
from shared.sessions.log import Event

SEEN_EVERY: Final = timedelta(seconds=30)
"""Use is noted at most so often; a session left idle may end by so much too early."""

KEPT: Final = timedelta(days=1)
"""So long a session stays in its table after its last moment; the log keeps that there was one."""

ENDED: Final = "会话已结束，请重新登录"

PAGE: Final = 50

_FIND: Final = """
SELECT s.*, coalesce(a.must_change, false) AS must_change
FROM hub.session s LEFT JOIN hub.account a ON s.by_account AND a.code = s.code
WHERE s.session_id = $1 AND s.ended IS NULL AND NOT coalesce(a.disabled, s.by_account)
"""
_HOLD: Final = """
SELECT s.session_id
FROM hub.session s LEFT JOIN hub.account a ON s.by_account AND a.code = s.code
WHERE s.session_id = ANY($1::bytea[]) AND s.ended IS NULL
  AND NOT coalesce(a.disabled, s.by_account) AND s.until > $2 AND s.seen > $3
  AND ($4 OR NOT s.by_account)
"""
_SEE: Final = "UPDATE hub.session SET seen = $2 WHERE session_id = $1 AND seen < $2"
_BEGIN: Final = """
INSERT INTO hub.session (session_id, by_account, code, title, roles, organ, county, disputes,
  persons, csrf, begun, seen, until) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $12)
"""
_SWEEP: Final = "DELETE FROM hub.session WHERE until < $1"
_END: Final = "UPDATE hub.session SET ended = $2 WHERE session_id = $1 AND ended IS NULL"
_KNOWN: Final = """
INSERT INTO hub.post AS p (code, title, roles, organ) VALUES ($1, $2, $3, $4)
ON CONFLICT (code) DO UPDATE SET title = excluded.title, roles = excluded.roles,
  organ = excluded.organ
WHERE (p.title, p.roles, p.organ) <> (excluded.title, excluded.roles, excluded.organ)
"""
_END_ALL: Final = """
UPDATE hub.session SET ended = $2
WHERE code = $1 AND ended IS NULL AND session_id <> $3 AND until > $2 AND seen > $4 RETURNING code
"""
_LIVE: Final = """
SELECT s.*, false AS must_change FROM hub.session s
WHERE s.ended IS NULL AND s.until > $1 AND s.seen > $2
  AND ($3 = '' OR s.code = $3 OR strpos(s.title, $3) > 0)
ORDER BY {column} {turn}, s.session_id LIMIT $4 OFFSET $5
"""
SORTED: Final = ("title", "code", "begun", "seen", "until")
"""Columns by which the list of sessions is sorted."""


@dataclass(frozen=True, slots=True)
class Session:
    """A session that holds."""

    key: bytes
    """Hash of the cookie's secret."""
    who: Identity
    title: str
    """What the post is called, as 甘州区综治中心1号窗口; the code where nobody says."""
    csrf: str
    """What forms and scripts of a session carry."""
    begun: datetime
    seen: datetime
    until: datetime
    """When it ends, however busy it is."""
    by_account: bool
    """Whether the hub's own account opened it, and not the issuer."""
    must_change: bool
    """Whether the passphrase must be changed before anything else is done."""


class Sessions:
    """The sessions of the hub."""

    def __init__(
        self,
        pool: Pool,
        clock: Clock,
        *,
        idle: timedelta,
        longest: timedelta,
        accounts_hold: bool,
    ) -> None:
        self._pool = pool
        self._clock = clock
        self._idle = idle
        self._longest = longest
        self._accounts_hold = accounts_hold

    @property
    def idle(self) -> timedelta:
        """How long a session lasts without work."""
        return self._idle

    async def begin(
        self, who: Identity, *, title: str = "", by_account: bool = False, instead_of: str = ""
    ) -> str:
        """Open a session; its secret, for the cookie. The one that the browser had ends.

        Nothing of a session from before the signing in goes on, so none can be foisted on anybody.
        """
        async with self._pool.acquire() as conn, conn.transaction():
            return await self.begin_in(
                conn, who, title=title, by_account=by_account, instead_of=instead_of
            )

    async def begin_in(
        self,
        conn: Conn,
        who: Identity,
        *,
        title: str = "",
        by_account: bool = False,
        instead_of: str = "",
    ) -> str:
        """The same within a transaction: one that holds the account while it is looked at."""
        now, secret = self._clock.now(), secrets.token_urlsafe(32)
        await conn.execute(_SWEEP, now - KEPT)
        await conn.execute(_END, _hash(instead_of), now)
        await conn.execute(
            _BEGIN,
            *(_hash(secret), by_account, who.code, title or who.code),
            *(_words(who.roles), who.organ, who.county),
            *(_words(who.dispute_ids), _words(who.person_ids)),
            *(secrets.token_urlsafe(24), now, now + self._longest),
        )
        if not by_account and Role.PARTY not in who.roles:
            post = (who.code, title or who.code, _words(who.roles), who.organ)
            await conn.execute(_KNOWN, *post)
        await log.put(conn, who.code, Event.SIGNED_IN, by=who.code, at=now)
        return secret

    async def find(self, secret: str, *, use: bool = True) -> Session:
        """The session of a cookie; `use` says that somebody works, and not only a page waiting.

        Raises:
            Unauthenticated: It has ended, or there was none.
        """
        row, now = await self._pool.fetchrow(_FIND, _hash(secret)), self._clock.now()
        if row is None or now >= row["until"] or now - row["seen"] >= self._idle:
            raise Unauthenticated(ENDED)
        if row["by_account"] and not self._accounts_hold:
            raise Unauthenticated(ENDED)
        if use and now - row["seen"] >= SEEN_EVERY:
            await self._pool.execute(_SEE, row["session_id"], now)
        return _session(row)

    async def holding(self, keys: Collection[bytes]) -> frozenset[bytes]:
        """Which of these sessions hold, by the hash of their secrets; nobody is at work by it."""
        now = self._clock.now()
        asked = (list(keys), now, now - self._idle, self._accounts_hold)
        rows = await self._pool.fetch(_HOLD, *asked)
        return frozenset(row["session_id"] for row in rows)

    async def sign_out(self, session: Session) -> None:
        """退出."""
        await self._end(session.key, session.who.code, Event.SIGNED_OUT, session.who.code)

    async def end(self, session: Session, *, by: str) -> None:
        """An administrator ends one."""
        await self._end(session.key, session.who.code, Event.ENDED, by)

    async def end_all(self, code: str, *, by: str) -> int:
        """An administrator ends all of somebody's; how many there were."""
        async with self._pool.acquire() as conn, conn.transaction():
            count = await self.end_in(conn, code)
            if count:
                detail = f"共 {count} 个会话"
                await log.put(conn, code, Event.ENDED, by=by, at=self._clock.now(), detail=detail)
        return count

    async def end_in(self, conn: Conn, code: str, *, but: bytes = b"") -> int:
        """End all of somebody's but one, within a transaction; how many there were."""
        now = self._clock.now()
        return len(await conn.fetch(_END_ALL, code, now, but, now - self._idle))

    async def live(
        self, asked: str = "", *, by: str = "begun", down: bool = True, page: int = 1
    ) -> Sequence[Session]:
        """The sessions that hold, newest first; one more than a page when there are more.

        Args:
            asked: A code, or a part of what a post is called.
            by: One of `SORTED`.
            down: From the last one on.
            page: From 1.
        """
        column = SORTED[SORTED.index(by)]  # nothing of an address becomes a statement
        query = _LIVE.format(column=f"s.{column}", turn="DESC" if down else "ASC")
        now = self._clock.now()
        skip = (page - 1) * PAGE
        rows = await self._pool.fetch(query, now, now - self._idle, asked, PAGE + 1, skip)
        return [_session(row) for row in rows]

    async def of_key(self, key: bytes) -> Session | None:
        """A session by the hash of its secret; None when it has ended."""
        row = await self._pool.fetchrow(_FIND, key)
        return _session(row) if row else None

    async def _end(self, key: bytes, code: str, event: Event, by: str) -> None:
        now = self._clock.now()
        async with self._pool.acquire() as conn, conn.transaction():
            await conn.execute(_END, key, now)
            await log.put(conn, code, event, by=by, at=now)


def _session(row: Any) -> Session:  # noqa: ANN401 - asyncpg carries no types
    who = Identity(
        row["code"],
        frozenset(Role(word) for word in row["roles"].split()),
        row["organ"],
        row["county"],
        frozenset(map(UUID, row["disputes"].split())),
        frozenset(map(UUID, row["persons"].split())),
    )
    same = ("title", "csrf", "begun", "seen", "until", "by_account", "must_change")
    return Session(key=row["session_id"], who=who, **{name: row[name] for name in same})


def _hash(secret: str) -> bytes:
    return sha256(secret.encode()).digest()


def _words(values: frozenset[Any]) -> str:
    return " ".join(sorted(map(str, values)))
