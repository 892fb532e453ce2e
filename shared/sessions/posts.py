"""岗位: who works at an organ, by the codes with which they sign in.

Where the hub keeps accounts these are they; where an issuer does, whoever has signed in from there.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final, Protocol

from shared.auth import Role
from shared.auth.identity import PARTY_CODE
from shared.contracts.fact import CLOCK

AT: Final = """
SELECT code, title FROM (
  SELECT code, title, roles FROM hub.account WHERE organ = $1 AND NOT disabled
  UNION
  SELECT code, title, roles FROM hub.post WHERE organ = $1
) p
WHERE string_to_array(roles, ' ') && $2::text[] ORDER BY code
"""

TITLES: Final = """
SELECT code, title FROM hub.post WHERE code = ANY($1::text[])
UNION ALL
SELECT code, title FROM hub.account WHERE code = ANY($1::text[])
"""


class Asked(Protocol):
    """A pool, or what stands in a rehearsal's place of one."""

    async def fetch(self, query: str, /, *args: Any) -> Sequence[Mapping[str, Any]]:  # noqa: ANN401 - as asyncpg
        """The rows of a query."""
        ...


async def posts_at(pool: Asked, organ: str, roles: Collection[Role]) -> Mapping[str, str]:
    """What each post of an organ with one of these roles is called, by its code."""
    rows = await pool.fetch(AT, organ, sorted(map(str, roles)))
    return {row["code"]: row["title"] for row in rows}


async def titles_of(pool: Asked, codes: Collection[str]) -> Mapping[str, str]:
    """What these posts are called; the code itself where none is known."""
    rows = await pool.fetch(TITLES, sorted(codes)) if codes else ()
    return {code: code for code in codes} | {row["code"]: row["title"] for row in rows}


async def called_of(pool: Asked, codes: Collection[str]) -> Mapping[str, str]:
    """What these posts are called, each with its code behind."""
    return {code: said_of(code, title) for code, title in (await titles_of(pool, codes)).items()}


def said_of(code: str, title: str) -> str:
    """A post by what it is called, with its code; the code alone where nobody says more."""
    return f"{title}（{code}）" if title != code else code


async def acted_by(pool: Asked, codes: Collection[str]) -> Mapping[str, str]:
    """何人: those who acted, by title; a party and the clock as what they are."""
    parties = {code: "当事人" for code in codes if code.startswith(PARTY_CODE)}
    return {**await titles_of(pool, codes), **parties, CLOCK: "由时钟按期限记录"}
