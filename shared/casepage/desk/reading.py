"""查阅: parties and papers of a dispute, each reading on record; and who has read."""

from dataclasses import dataclass
from typing import Annotated, Final, Literal
from uuid import UUID

from fastapi import Path, Query
from pydantic import BaseModel, Field
from starlette.responses import Response

from shared.attachments import read_attachment
from shared.auth import Identity, Role
from shared.casepage.desk.kinds import kind_of
from shared.casepage.desk.show import Number, doors_of, file_of
from shared.casepage.offered import Offered
from shared.casepage.private import PAPER_READERS
from shared.casepage.reading import read_dispute
from shared.contracts.intake import Side
from shared.errors import Malformed, Unknown
from shared.frame import Page, PageDep, page_router
from shared.frame.meanings import meanings
from shared.frame.sorting import Order
from shared.problem import problem_of
from shared.sessions.posts import acted_by
from shared.web import needs

router = page_router()

Reader = Annotated[Identity, needs()]
PaperReader = Annotated[Identity, needs(*sorted(PAPER_READERS))]
Overseer = Annotated[Identity, needs(Role.SUPERVISOR, Role.ADMINISTRATOR)]

PURPOSES: Final = ("办理案件", "电话联系当事人", "核对身份", "制作文书", "督办核查")
"""Purposes to choose from; another one is written in."""

EACH: Final = 50

SHORTEST: Final = 2
"""Signs of a purpose at least."""

READ: Final = """
SELECT * FROM (
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
SELECT r.maker, r.purpose, r.at, '制作文书'
FROM hub.papers_made r
WHERE r.case_id IN (SELECT case_id FROM hub.file WHERE dispute_id = $1)
UNION ALL
SELECT r.reader, r.purpose, r.at, '附件'
FROM hub.attachment_read r
WHERE r.case_id IN (SELECT case_id FROM hub.file WHERE dispute_id = $1)
UNION ALL
SELECT o.by, '当事人上传', o.at, '附件'
FROM hub.attachment_offered o
WHERE o.case_id IN (SELECT case_id FROM hub.file WHERE dispute_id = $1)
) read WHERE $4 IN ('', what)
ORDER BY at {turn}, reader LIMIT $2 OFFSET $3
"""

Sort = Annotated[str, Path(max_length=40)]
Purpose = Annotated[str, Query(title="查阅目的", max_length=200)]
OfPage = Annotated[int | None, Query(alias="page", title="页码", ge=1, le=100_000)]


@router.get("/desk/disputes/{number}/parties")
async def parties(page: PageDep, number: Number, who: Reader, purpose: Purpose = "") -> Response:
    """当事人: asks for the purpose first; the reading is put on record with it."""
    return await _read(page, who, number, purpose, title="当事人", kind="parties", door="parties")


@router.get("/desk/disputes/{number}/papers/{document_id}")
async def paper(
    page: PageDep, number: Number, document_id: UUID, who: Reader, purpose: Purpose = ""
) -> Response:
    """文书: asks for the purpose first, as above."""
    door = f"papers/{document_id}"
    return await _read(page, who, number, purpose, title="文书", kind="paper", door=door)


async def _read(
    page: Page, who: Identity, number: str, purpose: str, *, title: str, kind: str, door: str
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
        reader=(await acted_by(page.hub.pool, [who.code]))[who.code],
        kind_of=kind_of,
        faults=answer.faults if answer else (),
        sides=meanings(Side),
    )


@router.get("/desk/disputes/{number}/attachments/{case_id}/{sha256}")
async def attachment(
    *,
    page: PageDep,
    number: Number,
    case_id: UUID,
    sha256: Annotated[str, Path(pattern=r"^[0-9a-f]{64}$")],
    who: PaperReader,
    purpose: Purpose = "",
) -> Response:
    """附件: asks for the purpose first, as above; then the file as it was handed in."""
    if len(purpose.strip()) >= SHORTEST:
        return await read_attachment(page.hub, who, case_id, sha256, purpose=purpose)
    short = Malformed("查阅目的至少写两个字", "purpose")
    problem = problem_of(short, page.request) if purpose else None
    return page.show(
        "casepage/paper.html",
        title="附件",
        status=problem.status if problem else 200,
        number=number,
        purposes=PURPOSES,
        found=None,
        faults=problem or (),
    )


@router.get("/desk/disputes/{number}/papers/made/{case_id}/{sort}.{form}")
async def made(
    *,
    page: PageDep,
    number: Number,
    case_id: UUID,
    sort: Sort,
    form: Literal["docx", "pdf"],
    who: Reader,
    purpose: Purpose = "",
    at_page: OfPage = None,
) -> Response:
    """制作文书: asks for the purpose first, as above; then the paper, made at its office's door."""
    one = await _offered(page, number, Which(case_id, sort, at_page), who)
    where = one.paper.path.format(case_id=case_id, sort=sort, form=form)
    query = {"purpose": purpose, "page": one.page.version}
    answer = await page.call("GET", where, query=query) if purpose else None
    if answer and answer.ok:
        return Response(answer.body, headers=answer.headers)
    return page.show(
        "casepage/paper.html",
        title=one.term,
        deed="制作",
        kept={"page": at_page} if at_page else {},
        status=answer.status if answer else 200,
        number=number,
        purposes=("制作文书", *PURPOSES[:1]),
        found=None,
        faults=answer.faults if answer else (),
        numbering=f"/desk/disputes/{number}/papers/numbers/{case_id}/{sort}{one.query}",
        document_number=await _numbered(page, one, case_id),
    )


@router.post("/desk/disputes/{number}/papers/numbers/{case_id}/{sort}")
async def give_number(
    *,
    page: PageDep,
    number: Number,
    case_id: UUID,
    sort: Sort,
    who: Reader,
    at_page: OfPage = None,
) -> Response:
    """文书编号: at its office's door, as everybody does it."""
    form = await page.form()
    one = await _offered(page, number, Which(case_id, sort, at_page), who)
    if not one.paper.number:
        raise Unknown("没有这种编号的文书")
    where = one.paper.number.format(case_id=case_id, sort=sort)
    query = {"page": one.page.version}
    answer = await page.call("POST", where, query=query, key=form.get("key"))
    if answer.problem:
        return page.fault(answer.problem)
    told = f"{one.term}已编号：{answer.body['document_number']}"
    made_at = f"/desk/disputes/{number}/papers/made/{case_id}/{sort}.pdf{one.query}"
    return page.go(made_at, told=told)


@dataclass(frozen=True, slots=True)
class Which:
    """Which paper is asked for."""

    case_id: UUID
    sort: str
    page: int | None
    """None for the newest page that calls for one."""


async def _offered(page: Page, number: str, which: Which, who: Identity) -> Offered:
    """A paper that this reader may have made of this file.

    Raises:
        Unknown: There is none, or none of that page.
    """
    dispute = await read_dispute(page.hub, who, number)
    file = file_of(dispute, which.case_id)
    papers = doors_of(page).papers(file, who) if file else ()
    for one in papers:
        if one.sort == which.sort and which.page in (None, one.page.version):
            return one
    raise Unknown("没有可以制作的这种文书，或者您无权制作")


async def _numbered(page: Page, one: Offered, case_id: UUID) -> str | None:
    """The number of a paper, empty where the reader may give it one; None where there is none."""
    if not one.paper.number:
        return None
    where = one.paper.number.format(case_id=case_id, sort=one.sort)
    answer = await page.call("GET", where, query={"page": one.page.version})
    if not answer.ok:
        return None
    borne = str(answer.body["document_number"])
    return borne if borne or answer.body["may_number"] else None


class AskedReaders(BaseModel):
    """What the address says: what was read, in which order, and which page."""

    sort: Literal["", "at", "-at"] = ""
    what: Literal["", "文书", "当事人", "制作文书", "附件"] = ""
    page: int = Field(1, ge=1, le=10_000)


@router.get("/desk/disputes/{number}/readers")
async def readers(
    page: PageDep, number: Number, who: Overseer, asked: Annotated[AskedReaders, Query()]
) -> Response:
    """查阅记录: who has read parties, papers or attachments of this dispute, for what, when."""
    dispute = await read_dispute(page.hub, who, number)
    order = Order.of(asked.sort, "-at")
    query = READ.replace("{turn}", order.turn)
    some = (EACH + 1, (asked.page - 1) * EACH, asked.what)
    rows = await page.hub.pool.fetch(query, dispute.dispute_id, *some)
    return page.show(
        "casepage/readers.html",
        title="查阅记录",
        number=number,
        rows=rows[:EACH],
        names=await acted_by(page.hub.pool, {row["reader"] for row in rows}),
        sort=str(order),
        what=asked.what,
        more=page.with_query(page=asked.page + 1) if len(rows) > EACH else "",
    )
