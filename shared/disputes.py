"""Every file of one dispute 纠纷 that a reader may see, whichever office keeps it."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol
from uuid import UUID

from shared.auth import Identity, Role, visible_files
from shared.db import Conn, Pool
from shared.errors import Unknown
from shared.law.casefile import UNLISTED
from shared.number import as_kept

HANDLING: Final = frozenset(Role) - {Role.PARTY, Role.SUPERVISOR, Role.ADMINISTRATOR}
"""Who handles cases, and so gets facts with the ids of the people in them."""

IS_LISTED: Final = "f.procedure NOT IN ({})".format(", ".join(f"'{p}'" for p in sorted(UNLISTED)))
"""Whether a row `f` of `hub.file` is of a file that tells where a dispute stands."""

FILES: Final = """
SELECT dispute_id, case_id, office, procedure, edition, version, state, labels
FROM hub.file WHERE dispute_id = ANY($1::uuid[]) ORDER BY case_id
"""

EARLIER: Final = """
SELECT f.case_id, f.office, f.labels::text AS labels
FROM hub.file f JOIN hub.outbox o ON o.case_id = f.case_id AND o.version = 1
WHERE f.dispute_id = $1 AND f.office = ANY($2::text[]) AND f.procedure <> 'clock'
  AND f.state <> 'notified'
ORDER BY o.seq DESC LIMIT 1
"""
"""The newest file at these offices; a right that was only told is no file to come from."""

OF_NUMBER: Final = """
SELECT dispute_id FROM hub.file
WHERE labels->>'number' = $1 AND office = 'intake' AND procedure = 'registration' LIMIT 1
"""


REGISTERED: Final = """
SELECT dispute_id FROM hub.file
WHERE dispute_id = $1 AND office = 'intake' AND procedure = 'registration' LIMIT 1
"""
"""Whether intake keeps a file of the dispute; none is ever taken away."""


class Reader(Protocol):
    """A connection of asyncpg, a pool, or what stands in a rehearsal's place of one."""

    async def fetchval(self, query: str, /, *args: Any) -> Any:  # noqa: ANN401 - as asyncpg
        """The first value of a query."""
        ...


@dataclass(frozen=True, slots=True)
class File:
    """A case file 案卷 as the hub keeps it for every office."""

    case_id: UUID
    office: str
    procedure: str
    edition: str
    version: int
    state: str
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Earlier:
    """来自案卷: the file of the same dispute from which another one comes (RULES 60)."""

    case_id: UUID
    office: str
    labels: Mapping[str, str]

    @property
    def window(self) -> str:
        """首问窗口, which stays answerable for the dispute."""
        return self.labels.get("window", "")


async def earlier_file(
    conn: Conn | Pool, dispute_id: UUID, offices: Sequence[str]
) -> Earlier | None:
    """The newest file of a dispute at one of these offices, if there is one."""
    rows = await conn.fetch(EARLIER, dispute_id, list(offices))
    if not rows:
        return None
    [row] = rows
    return Earlier(row["case_id"], row["office"], json.loads(row["labels"]))


def handles(who: Identity) -> bool:
    """Whether `who` gets facts whole; others get them without ids of people."""
    return not who.roles.isdisjoint(HANDLING)


DELIBERATING: Final = frozenset(
    {
        *(Role.RECONSIDERATION, Role.RECONSIDERATION_HEAD),
        *(Role.SUPERVISOR, Role.ADMINISTRATOR),
    }
)
"""Who reads what an authority deliberates upon 内部审批 before it decides (ARL 61)."""


def deliberates(who: Identity) -> bool:
    """Whether `who` reads drafts and findings; others learn only that there are some."""
    return not who.roles.isdisjoint(DELIBERATING)


async def dispute_of(conn: Conn, key: str) -> UUID:
    """The dispute of a number 纠纷编号 or an id.

    Raises:
        Unknown: There is none.
    """
    try:
        return UUID(key)
    except ValueError:
        found: UUID | None = await conn.fetchval(OF_NUMBER, as_kept(key))
        if found is None:
            raise Unknown("没有这件纠纷，或者您无权查看") from None
        return found


async def must_be_registered(reader: Reader, dispute_id: UUID) -> None:
    """先登记: no office opens a file in a dispute that no window has taken in.

    Raises:
        Unknown: It was never registered.
    """
    if await reader.fetchval(REGISTERED, dispute_id) is None:
        raise Unknown("没有这件纠纷，请先登记")


async def files_of(conn: Conn, who: Identity, dispute_id: UUID) -> list[File]:
    """The files of a dispute that `who` may see.

    Raises:
        Unknown: There is none that they may see.
    """
    seen = await files_of_many(conn, who, [dispute_id])
    if not seen:
        raise Unknown("没有这件纠纷，或者您无权查看")
    return seen[dispute_id]


async def files_of_many(
    conn: Conn | Pool, who: Identity, disputes: Collection[UUID]
) -> dict[UUID, list[File]]:
    """The files of several disputes that `who` may see; those of which they see none are absent."""
    found: dict[UUID, list[File]] = {}
    for row in await conn.fetch(FILES, list(disputes)):
        values = dict(row)
        found.setdefault(values.pop("dispute_id"), []).append(_file(values))
    seen: dict[UUID, list[File]] = {}
    for dispute_id, files in found.items():
        sights = {file.case_id: {**file.labels, "office": file.office} for file in files}
        visible = visible_files(who, dispute_id, sights)
        if own := [file for file in files if file.case_id in visible]:
            seen[dispute_id] = own
    return seen


def _file(row: Mapping[str, Any]) -> File:
    values = dict(row)
    labels = json.loads(values.pop("labels"))
    return File(labels=labels, **values)
