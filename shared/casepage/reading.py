"""Reading the case file 案卷 of a dispute: outbox and deadlines, not seven schemas."""

import asyncio
import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any, Final
from uuid import UUID

from asyncpg import Record

from shared.auth import AUTHORITIES, WINDOWS, Identity
from shared.auth.labels import CO_AUTHORITIES, SUPERIORS
from shared.auth.sight import is_called_beside
from shared.calendars import loaded
from shared.casepage.answers import ClockOut, DisputeOut, FileOut, PageOut
from shared.casepage.periods import DEADLINES, Place, article_out, deadline_out, rung
from shared.casepage.table import Table
from shared.contracts.catalogue import is_inside, people_in, read, wording
from shared.db import Conn, Pool
from shared.directory import Directory
from shared.disputes import File, deliberates, dispute_of, files_of, handles
from shared.errors import Away
from shared.law.calendar import Calendar
from shared.law.period import CITY
from shared.law.proof import Proof
from shared.work import Hub

PAGES: Final = """
SELECT case_id, version, kind, legal_on, at, by, body, seq FROM hub.outbox
WHERE case_id = ANY($1::uuid[]) ORDER BY case_id, version
"""

LAST: Final = "SELECT coalesce(max(position), 0) FROM hub.position"

STANDS: Final = "SELECT version >= $3 FROM hub.file WHERE case_id = $1 AND dispute_id = $2"

ORGANS: Final = (
    *("window", "authority", "departments"),
    *(AUTHORITIES, CO_AUTHORITIES, SUPERIORS, WINDOWS),
)
"""Labels that hold codes of organs."""

PATIENCE_SECONDS: Final = 2.0
LOOK_SECONDS: Final = 0.02


@dataclass(frozen=True, slots=True)
class Told:
    """What every file of an answer is told with."""

    calendar: Calendar
    rung: Mapping[Place, list[ClockOut]]
    whole: bool
    """Whether the reader handles cases, and so reads ids of people."""
    inside: bool
    """Whether the reader also reads what an authority deliberates upon."""
    own: str = ""
    """Of a press: the organ that reads only what is said to it and what it says; else empty."""

    def hides(self, kind: str, name: str, organ: str) -> bool:
        """Whether a field of a fact, which names this organ, is not for this reader."""
        if is_inside(kind) and not self.inside:
            return True
        if self.own and organ != self.own and name == "text_id":
            return True
        return not self.whole and name in people_in(kind)


async def read_page(
    hub: Hub, who: Identity, key: str, known: str = ""
) -> tuple[DisputeOut | None, str]:
    """The case file of a dispute and its ETag; None when the reader `known` has it already.

    Raises:
        Unknown: There is no such dispute, or nothing of it that this reader may see.
    """
    async with (
        hub.pool.acquire() as conn,
        conn.transaction(isolation="repeatable_read", readonly=True),
    ):
        dispute_id = await dispute_of(conn, key)
        files = await files_of(conn, who, dispute_id)
        apart = any(is_called_beside(who, dispute_id, file.labels) for file in files)
        own = who.organ if apart else ""
        tag = etag_of(files, whole=handles(who), inside=deliberates(who), own=own)
        if tag in known or known.strip() == "*":
            return None, tag
        position = await conn.fetchval(LAST)
        return DisputeOut(
            dispute_id=dispute_id,
            number=next((n for f in files if (n := f.labels.get("number"))), None),
            position=position,
            names=names_of(hub.directory, [file.labels for file in files]),
            files=await _files(conn, hub, dispute_id, files, who),
        ), tag


async def read_dispute(hub: Hub, who: Identity, key: str) -> DisputeOut:
    """The same for a reader who has nothing yet.

    Raises:
        Unknown: There is no such dispute, or nothing of it that this reader may see.
    """
    dispute, _ = await read_page(hub, who, key)
    assert dispute is not None  # noqa: S101 - a reader who says nothing has nothing
    return dispute


def etag_of(files: Sequence[File], *, whole: bool, inside: bool, own: str) -> str:
    """What the answer depends on: the pages and labels of the files, and who reads."""
    told = [(str(f.case_id), f.version, sorted(f.labels.items())) for f in files]
    return f'"{sha256(json.dumps([whole, inside, own, told]).encode()).hexdigest()[:32]}"'


async def wait_for(pool: Pool, key: str, case_id: UUID, version: int) -> None:
    """Let a page come that the reader knows to be written or to follow from what was.

    Raises:
        Away: It has not come in two seconds.
        Unknown: There is no such dispute.
    """
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            dispute_id = await dispute_of(pool, key)
            while True:
                if await pool.fetchval(STANDS, case_id, dispute_id, version):
                    return
                await asyncio.sleep(LOOK_SECONDS)
    except TimeoutError:
        raise Away("所等的一页尚未形成，请稍后再读") from None


async def _files(
    conn: Conn, hub: Hub, dispute_id: UUID, files: Sequence[File], who: Identity
) -> list[FileOut]:
    ids = [file.case_id for file in files]
    found = await conn.fetch(PAGES, ids)
    pages = _by_file(found)
    deadlines = _by_file(await conn.fetch(DEADLINES, ids))
    _, calendar = await loaded(conn, hub.calendar)
    told = Told(calendar, rung(found), whole=handles(who), inside=deliberates(who))
    apart = replace(told, own=who.organ)
    made = [
        _file(
            file,
            Table.of(hub.shelves, file),
            pages.get(file.case_id, []),
            deadlines.get(file.case_id, []),
            apart if is_called_beside(who, dispute_id, file.labels) else told,
        )
        for file in files
    ]
    begun = {row["case_id"]: row["seq"] for row in reversed(found)}  # its first page comes last
    return sorted(made, key=lambda file: begun[file.case_id])  # as lists have them


def _by_file(rows: Sequence[Record]) -> dict[UUID, list[Record]]:
    found: dict[UUID, list[Record]] = {}
    for row in rows:
        found.setdefault(row["case_id"], []).append(row)
    return found


def _file(
    file: File, table: Table, pages: Sequence[Record], rows: Sequence[Record], told: Told
) -> FileOut:
    proofs = _proofs(table, pages, told.calendar)
    shown = [_page(table, row, proofs, told) for row in pages]
    numbered = {page.version: page for page in shown}
    deadlines = [deadline_out(table, row, numbered, told.rung, told.calendar) for row in rows]
    return FileOut(
        case_id=file.case_id,
        office=file.office,
        procedure=file.procedure,
        term=table.term,
        edition=file.edition,
        straddles=table.straddles,
        state=file.state,
        version=file.version,
        labels=dict(file.labels),
        pages=shown,
        running=[d for d in deadlines if d.ended is None],
        ended=[d for d in deadlines if d.ended is not None],
    )


def _proofs(table: Table, pages: Sequence[Record], calendar: Calendar) -> Mapping[int, Proof]:
    """What the pages rest upon, where their shelf knows to tell it."""
    if table.shelf is None or table.shelf.proofs is None:
        return {}
    return table.shelf.proofs([read(row["kind"], row["body"]) for row in pages], calendar)


def _page(table: Table, row: Record, proofs: Mapping[int, Proof], told: Told) -> PageOut:
    fact: dict[str, Any] = json.loads(row["body"])
    article = table.article_of(row["kind"], fact)
    proof = proofs.get(row["version"])
    said = {k: v for k, v in fact.items() if k not in {"kind", "head"}}
    organ = said.get("organ") or ""
    return PageOut(
        version=row["version"],
        kind=row["kind"],
        term=wording(row["kind"]).term,
        article=article_out(article) if article else None,
        on=row["legal_on"],
        moment=fact["head"].get("moment"),
        at=row["at"].astimezone(CITY),
        by=row["by"],
        findings={k: v for k, v in said.items() if not told.hides(row["kind"], k, organ)},
        proof=proof.data() if proof else None,
    )


def names_of(directory: Directory, labels: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """What the codes in these labels are called, as far as the directory knows."""
    names: dict[str, str] = {}
    for one in labels:
        organs = " ".join(one.get(label, "") for label in ORGANS).split()
        for code in organs:
            with suppress(LookupError):
                names[code] = directory.organ(code).name
        with suppress(LookupError):
            names[one["county"]] = directory.place(one["county"]).name
        if (matter := directory.matters.get(one.get("matter", ""))) is not None:
            names[matter.code] = matter.name
    return names
