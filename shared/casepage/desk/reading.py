"""查阅: parties and papers of a dispute, each reading on record; and who has read."""

from typing import Annotated, Final
from uuid import UUID

from fastapi import Query
from starlette.responses import Response

from shared.auth import Identity, Role
from shared.casepage.desk.show import Number
from shared.casepage.reading import read_dispute
from shared.contracts.intake import Side
from shared.frame import Page, PageDep, page_router
from shared.frame.meanings import meanings
from shared.web import needs

router = page_router()

Reader = Annotated[Identity, needs()]
Overseer = Annotated[Identity, needs(Role.SUPERVISOR, Role.ADMINISTRATOR)]

PURPOSES: Final = ("办理案件", "电话联系当事人", "核对身份", "制作文书", "督办核查")
"""Purposes to choose from; another one is written in."""

READ: Final = """
SELECT r.reader, r.purpose, r.at, '文书' AS what
FROM hub.documents_read r
WHERE r.ids ?| (SELECT coalesce(array_agg(document_id::text), '{}') FROM hub.documents
                WHERE dispute_id = $1)
UNION ALL
SELECT r.reader, r.purpose, r.at, '当事人'
FROM hub.people_read r
WHERE r.ids ?| (SELECT coalesce(array_agg(person_id::text), '{}') FROM hub.people
                WHERE dispute_id = $1)
UNION ALL
SELECT r.reader, r.purpose, r.at, '附件'
FROM hub.attachment_read r
WHERE r.case_id IN (SELECT case_id FROM hub.file WHERE dispute_id = $1)
ORDER BY at DESC LIMIT $2
"""

MOST: Final = 500
"""Readings shown at most, the newest."""

Purpose = Annotated[str, Query(title="查阅目的", max_length=200)]


@router.get("/desk/disputes/{number}/parties")
async def parties(page: PageDep, number: Number, who: Reader, purpose: Purpose = "") -> Response:
    """当事人: asks for the purpose first; the reading is put on record with it."""
    del who
    return await _read(page, number, purpose, title="当事人", kind="parties", door="parties")


@router.get("/desk/disputes/{number}/papers/{document_id}")
async def paper(
    page: PageDep, number: Number, document_id: UUID, who: Reader, purpose: Purpose = ""
) -> Response:
    """文书: asks for the purpose first, as above."""
    del who
    door = f"papers/{document_id}"
    return await _read(page, number, purpose, title="文书", kind="paper", door=door)


async def _read(
    page: Page, number: str, purpose: str, *, title: str, kind: str, door: str
) -> Response:
    """What a door gives for a purpose; before that, and where it gives nothing, the question."""
    where, query = f"/disputes/{number}/{door}", {"purpose": purpose}
    answer = await page.call("GET", where, query=query) if purpose else None
    return page.show(
        f"casepage/{kind}.html",
        title=title,
        status=answer.status if answer else 200,
        number=number,
        purposes=PURPOSES,
        found=answer.body if answer and answer.ok else None,
        faults=answer.faults if answer else (),
        sides=meanings(Side),
    )


@router.get("/desk/disputes/{number}/readers")
async def readers(page: PageDep, number: Number, who: Overseer) -> Response:
    """查阅记录: who has read parties, papers or attachments of this dispute, for what, when."""
    dispute = await read_dispute(page.hub, who, number)
    rows = await page.hub.pool.fetch(READ, dispute.dispute_id, MOST + 1)
    return page.show(
        "casepage/readers.html",
        title="查阅记录",
        number=number,
        rows=rows[:MOST],
        more=len(rows) > MOST,
    )
