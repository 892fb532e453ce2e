"""查阅: parties and papers of a dispute, each reading on record; and who has read."""

from typing import Annotated, Final
from uuid import UUID

from fastapi import Query
from starlette.responses import Response

from shared.auth import Identity, Role
from shared.casepage.desk.show import Number
from shared.casepage.reading import read_page
from shared.frame import PageDep, page_router
from shared.web import needs

router = page_router()

Reader = Annotated[Identity, needs()]
Overseer = Annotated[Identity, needs(Role.SUPERVISOR, Role.ADMINISTRATOR)]

PURPOSES: Final = ("办理案件", "电话联系当事人", "核对身份", "制作文书", "督办核查")
"""Purposes to choose from; another one is written in."""

READ: Final = """
SELECT r.reader, r.purpose, r.at, '文书' AS what, jsonb_array_length(r.ids) AS pieces
FROM hub.documents_read r
WHERE r.ids ?| (SELECT coalesce(array_agg(document_id::text), '{}') FROM hub.documents
                WHERE dispute_id = $1)
UNION ALL
SELECT r.reader, r.purpose, r.at, '当事人', jsonb_array_length(r.ids)
FROM hub.people_read r
WHERE r.ids ?| (SELECT coalesce(array_agg(person_id::text), '{}') FROM hub.people
                WHERE dispute_id = $1)
ORDER BY at DESC LIMIT 500
"""

Purpose = Annotated[str, Query(title="查阅目的", max_length=200)]


@router.get("/desk/disputes/{number}/parties")
async def parties(page: PageDep, number: Number, who: Reader, purpose: Purpose = "") -> Response:
    """当事人: asks for the purpose first; the reading is put on record with it."""
    del who
    where = f"/disputes/{number}/parties"
    answer = await page.call("GET", where, query={"purpose": purpose}) if purpose else None
    return page.show(
        "casepage/parties.html",
        title="当事人",
        status=answer.status if answer else 200,
        number=number,
        purposes=PURPOSES,
        people=answer.body if answer and answer.ok else None,
        faults=answer.faults if answer else (),
    )


@router.get("/desk/disputes/{number}/papers/{document_id}")
async def paper(
    page: PageDep, number: Number, document_id: UUID, who: Reader, purpose: Purpose = ""
) -> Response:
    """文书: asks for the purpose first, as above."""
    del who
    where = f"/disputes/{number}/papers/{document_id}"
    answer = await page.call("GET", where, query={"purpose": purpose}) if purpose else None
    return page.show(
        "casepage/paper.html",
        title="文书",
        status=answer.status if answer else 200,
        number=number,
        purposes=PURPOSES,
        paper=answer.body if answer and answer.ok else None,
        faults=answer.faults if answer else (),
    )


@router.get("/desk/disputes/{number}/readers")
async def readers(page: PageDep, number: Number, who: Overseer) -> Response:
    """查阅记录: who has read parties or papers of this dispute, for what, when."""
    dispute, _ = await read_page(page.hub, who, number)
    assert dispute is not None  # noqa: S101 - a reader who says nothing has nothing
    rows = await page.hub.pool.fetch(READ, dispute.dispute_id)
    return page.show("casepage/readers.html", title="查阅记录", number=number, rows=rows)
