"""案卷: what stands on the pages of a file, and in which dispute; no names and no texts."""

from typing import Final
from uuid import UUID

from services.reconsideration.papers.deriving import OF_NO_DISPUTE, based_on
from services.reconsideration.papers.matter import Matter
from shared.auth import Identity
from shared.calendars import loaded
from shared.contracts.catalogue import read
from shared.contracts.fact import Fact
from shared.db import Conn
from shared.disputes import files_of
from shared.errors import Unknown
from shared.work import Hub

DISPUTE: Final = """
SELECT dispute_id FROM hub.file
WHERE case_id = $1 AND (office = 'reconsideration' AND procedure <> 'clock'
  OR office = 'supervision' AND procedure = 'compliance')
"""
PAGES: Final = "SELECT kind, body FROM hub.outbox WHERE case_id = $1 ORDER BY version"


async def matter_of(
    conn: Conn, hub: Hub, case_id: UUID, *, reference: str = "", page: int | None = None
) -> Matter:
    """A file and the case from which it derives, as far as facts go, without names and texts.

    Raises:
        Unknown: There is no such file.
    """
    facts, own = await facts_of(conn, case_id), list[Fact]()
    if not facts:
        raise Unknown("没有这份案卷")
    while (about := based_on(facts[0])) is not None:  # a letter is watched of what follows a case
        facts, own = await facts_of(conn, about), own or facts
    _, calendar = await loaded(conn, hub.calendar)
    return Matter(
        reference="" if type(facts[0]) in OF_NO_DISPUTE else reference,
        facts=facts,
        people={},
        texts={},
        directory=hub.directory,
        calendar=calendar,
        own=own,
        page=page,
    )


async def facts_of(conn: Conn, case_id: UUID) -> list[Fact]:
    """The pages of a file, the first first; none where there is no such file."""
    return [read(row["kind"], row["body"]) for row in await conn.fetch(PAGES, case_id)]


async def reference_of(conn: Conn, who: Identity, case_id: UUID) -> str:
    """纠纷编号 of a file that `who` may see.

    Raises:
        Unknown: There is none, or none that `who` may see.
    """
    dispute_id = await conn.fetchval(DISPUTE, case_id)
    files = await files_of(conn, who, dispute_id) if dispute_id else []
    if case_id not in {file.case_id for file in files}:
        raise Unknown("没有这份案卷，或者您无权查看")
    return next((n for file in files if (n := file.labels.get("number"))), str(dispute_id))
