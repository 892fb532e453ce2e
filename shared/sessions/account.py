"""账号: posts that sign in with a passphrase, where no issuer keeps them; never in production.

Each deed stands in the log, in the same transaction; what takes a right away also ends the
sessions that were opened with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from shared.auth import Identity, Role, Unauthenticated
from shared.clock import CITY, Clock
from shared.db import Conn, Pool
from shared.errors import Malformed, Unknown
from shared.sessions import log, statements
from shared.sessions.log import Event
from shared.sessions.passphrase import LONGEST, SHORTEST, hashed, matches, new_passphrase
from shared.sessions.session import Session, Sessions

PAGE: Final = 50

FREE_TRIES: Final = 4
"""So many wrong passphrases in a row cost nothing; then each pause is twice the one before."""

FIRST_PAUSE: Final = timedelta(seconds=30)
LONGEST_PAUSE: Final = timedelta(minutes=15)
"""No longer, since anybody can lock anybody out so."""

WRONG: Final = "账号或者口令不正确，或者账号已停用"
"""The same whatever is wrong: who guesses does not learn which."""

_NOBODY: Final = "scrypt$16384$8$5$AAAAAAAAAAAAAAAAAAAAAA==$" + "A" * 43 + "="
"""Tried where there is no such account, so that it takes as long to say no."""


@dataclass(frozen=True, slots=True)
class Account:
    """An account as an administrator reads it."""

    code: str
    title: str
    roles: frozenset[Role]
    organ: str
    county: str
    disabled: bool
    must_change: bool
    locked_until: datetime | None
    last: datetime | None
    """When somebody last signed in with it."""


@dataclass(frozen=True, slots=True)
class AccountIn:
    """What an administrator says of an account."""

    title: str
    roles: frozenset[Role]
    organ: str
    county: str = ""

    def identity(self, code: str) -> Identity:
        """Who signs in with it.

        Raises:
            Malformed: The code may not stand in a fact.
        """
        try:
            return Identity.of(code, self.roles, organ=self.organ, county=self.county)
        except Unauthenticated as wrong:
            raise Malformed(wrong.message, "code") from None


def pause_after(failed: int) -> timedelta:
    """How long an account rests after so many wrong passphrases in a row."""
    if failed <= FREE_TRIES:
        return timedelta()
    doubled: int = 1 << min(failed - FREE_TRIES - 1, 16)
    return min(FIRST_PAUSE * doubled, LONGEST_PAUSE)


class Accounts:
    """The accounts of the hub."""

    def __init__(self, pool: Pool, clock: Clock, sessions: Sessions) -> None:
        self._pool = pool
        self._clock = clock
        self._sessions = sessions

    async def sign_in(self, code: str, passphrase: str, *, instead_of: str = "") -> str:
        """Open a session with account and passphrase; its secret.

        Raises:
            Unauthenticated: They do not belong together, or the account rests after wrong ones.
        """
        row = await self._try(code)
        kept = row["passphrase"] if row else _NOBODY
        if not await matches(kept, passphrase[:LONGEST]) or row is None:
            if row is not None:
                async with self._pool.acquire() as conn:
                    await self._log(conn, code, Event.REFUSED, code, f"连续第 {row['failed']} 次")
            raise Unauthenticated(WRONG)
        async with self._pool.acquire() as conn, conn.transaction():
            # Only if it is still what was matched: it may have been disabled or renewed meanwhile.
            # The row is held until the session stands: whoever changes the account ends it too.
            found = await conn.fetchrow(statements.FORGIVE, code, kept)
            if found is None:
                raise Unauthenticated(WRONG)
            one = _account(found)
            who = AccountIn(one.title, one.roles, one.organ, one.county).identity(code)
            return await self._sessions.begin_in(
                conn, who, title=one.title, by_account=True, instead_of=instead_of
            )

    async def _try(self, code: str) -> Any:  # noqa: ANN401 - a row
        """Count a try before it is made, so that many at once are counted too."""
        async with self._pool.acquire() as conn, conn.transaction():
            row = await conn.fetchrow(statements.TO_TRY, code)
            if row is None:
                return None
            now = self._clock.now()
            if row["locked_until"] is not None and now < row["locked_until"]:
                until = row["locked_until"].astimezone(CITY)
                raise Unauthenticated(f"口令连续输错，账号暂停登录，请于 {until:%H:%M:%S} 以后再试")
            failed = row["failed"] + 1
            rest = now + pause_after(failed) if failed > FREE_TRIES else None
            return await conn.fetchrow(statements.TRY, code, failed, rest)

    async def change_passphrase(self, session: Session, old: str, new: str) -> None:
        """修改口令: by whoever is signed in; their other sessions end.

        Raises:
            Malformed: The old one is wrong, or the new one will not do.
        """
        code = session.who.code
        if _checked(new) == old:
            raise Malformed("新口令不得与原口令相同", "new")
        try:
            row = await self._try(code) if session.by_account else None
        except Unauthenticated as rests:
            raise Malformed(rests.message, "old") from None
        if row is None or not await matches(row["passphrase"], old[:LONGEST]):
            raise Malformed("原口令不正确", "old")
        made = await hashed(new)
        async with self._pool.acquire() as conn, conn.transaction():
            # An administrator may have renewed it meanwhile, and that is what holds then.
            if (
                await conn.fetchval(statements.OWN_PASSPHRASE, code, made, row["passphrase"])
                is None
            ):
                raise Malformed("原口令不正确", "old")
            await self._sessions.end_in(conn, code, but=session.key)
            await self._log(conn, code, Event.PASSPHRASE, code)

    async def find(
        self, asked: str = "", *, role: str = "", place: str = "", sort: str = "code", page: int = 1
    ) -> tuple[int, Sequence[Account]]:
        """How many there are, and a page of them.

        Args:
            asked: A part of the code or of what the post is called.
            role: Only who has it.
            place: What the code of the organ begins with.
            sort: `code`, `title` or `last`, with `-` the other way round.
            page: From 1.
        """
        given = (asked, role, place)
        total = await self._pool.fetchval(statements.COUNT, *given)
        order = statements.ORDERS.get(sort, statements.ORDERS["code"])
        listed = f"{statements.LIST} ORDER BY {order} LIMIT {PAGE} OFFSET $4"
        rows = await self._pool.fetch(listed, *given, (page - 1) * PAGE)
        return total, [_account(row) for row in rows]

    async def one(self, code: str) -> Account:
        """An account.

        Raises:
            Unknown: There is none.
        """
        row = await self._pool.fetchrow(statements.ONE, code)
        if row is None:
            raise Unknown("没有这个账号")
        return _account(row)

    async def add(self, code: str, said: AccountIn, *, by: str) -> str:
        """新增账号; its first passphrase, to be changed when it is first used.

        Raises:
            Malformed: The code is taken, or may not stand in a fact.
        """
        who = said.identity(code)
        given = new_passphrase()
        row = (code, said.title, await hashed(given), _words(said.roles), who.organ, who.county)
        async with self._pool.acquire() as conn, conn.transaction():
            if await conn.fetchval(statements.ADD, *row) is None:
                raise Malformed("已有这个账号", "code")
            await self._log(conn, code, Event.ADDED, by, _told(said))
        return given

    async def change(self, code: str, said: AccountIn, *, by: str) -> None:
        """变更: roles, organ or title; its sessions end, since they were opened with the old ones.

        Raises:
            Unknown: There is no such account.
            Malformed: An administrator takes the own right away.
        """
        if code == by and Role.ADMINISTRATOR not in said.roles:
            raise Malformed("不得取消自己的系统管理员角色", "roles")
        who = said.identity(code)
        row = (code, said.title, _words(said.roles), who.organ, who.county)
        await self._alter(statements.CHANGE, row, Event.CHANGED, by, _told(said))

    async def disable(self, code: str, *, by: str) -> None:
        """停用: at once; whoever is signed in with it is no longer.

        Raises:
            Unknown: There is no such account.
            Malformed: It is one's own.
        """
        if code == by:
            raise Malformed("不得停用自己的账号")
        await self._alter(statements.DISABLE, (code, True), Event.DISABLED, by)

    async def enable(self, code: str, *, by: str) -> None:
        """恢复使用.

        Raises:
            Unknown: There is no such account.
        """
        await self._alter(statements.DISABLE, (code, False), Event.ENABLED, by)

    async def renew(self, code: str, *, by: str) -> str:
        """重置口令: a new one, to be changed when it is first used; sessions end, no lock remains.

        Raises:
            Unknown: There is no such account.
        """
        given = new_passphrase()
        row = (code, await hashed(given))
        await self._alter(statements.GIVEN_PASSPHRASE, row, Event.RENEWED, by)
        return given

    async def _alter(
        self, statement: str, row: tuple[Any, ...], event: Event, by: str, detail: str = ""
    ) -> None:
        async with self._pool.acquire() as conn, conn.transaction():
            if await conn.fetchval(statement, *row) is None:
                raise Unknown("没有这个账号")
            await self._sessions.end_in(conn, row[0])
            await self._log(conn, row[0], event, by, detail)

    async def _log(self, conn: Conn, code: str, event: Event, by: str, detail: str = "") -> None:
        await log.put(conn, code, event, by=by, at=self._clock.now(), detail=detail)


def _checked(passphrase: str) -> str:
    if not SHORTEST <= len(passphrase) <= LONGEST:
        raise Malformed(f"口令须为 {SHORTEST} 至 {LONGEST} 个字符", "new")
    if len(set(passphrase)) < SHORTEST // 2:
        raise Malformed("口令中重复的字符过多", "new")
    return passphrase


def _told(said: AccountIn) -> str:
    roles = "、".join(role.term for role in sorted(said.roles))
    return f"{said.title}；{roles}；{said.organ}"


def _account(row: Any) -> Account:  # noqa: ANN401 - a row
    same = ("code", "title", "organ", "county", "disabled", "must_change", "locked_until", "last")
    roles = frozenset(Role(word) for word in row["roles"].split())
    return Account(roles=roles, **{name: row[name] for name in same})


def _words(roles: frozenset[Role]) -> str:
    return " ".join(sorted(roles))
