"""Doors to the papers 文书 of reconsideration: made when asked for, on record; numbered once."""

import asyncio
from hashlib import sha256
from typing import Annotated, Any, Final, Literal
from uuid import UUID

from fastapi import APIRouter, Path, Query, Response
from pydantic import BaseModel, Field

from services.reconsideration.commands.numbering import number_paper
from services.reconsideration.domain.numbering import Kind
from services.reconsideration.papers.making import own_series_of, paper_of, receipts_of
from services.reconsideration.papers.matter import told
from services.reconsideration.papers.reading import Asked, read_matter, read_number, read_told
from services.reconsideration.papers.sorts import RECEIPT, Sort, numbered_sort, sort_of
from services.reconsideration.papers.writing import KINDS, content_of, sent
from services.reconsideration.routes.who import BODY, Respondent, own_department
from services.reconsideration.store import numbered_of, numbers_of
from shared.auth import Identity
from shared.contracts.reconsideration.numbering import Series
from shared.errors import Unknown
from shared.paper import Made, Paper, record_made
from shared.settings import settings
from shared.web import ERRORS, CaseId, Desk, DeskDep

router: Final = APIRouter(prefix="/reconsiderations", tags=["行政复议"])

BYTES: Final[dict[str, Any]] = {"schema": {"type": "string", "format": "binary"}}
ANSWERS: Final[dict[int | str, dict[str, Any]]] = {
    200: {"description": "文书", "content": dict.fromkeys(KINDS.values(), BYTES)},
    **{status: ERRORS[status] for status in (401, 403, 404, 409, 422, 503)},
}


OfPage = Annotated[
    int | None,
    Query(
        alias="page",
        title="页码",
        description="按案卷哪一页的办理事项；不写的，按最近一次的",
        ge=1,
        le=100_000,
        examples=[4],
    ),
]


@router.get("/{case_id}/papers/made/{sort}.{form}", responses=ANSWERS, response_class=Response)
async def make_paper(
    *,
    case_id: CaseId,
    sort: Annotated[
        str,
        Path(
            title="文书种类",
            description="如 acceptance 受理通知书；后加 -receipt 为其送达回证",
            pattern=r"^[a-z-]{1,40}$",
            examples=["acceptance"],
        ),
    ],
    form: Annotated[Literal["docx", "pdf"], Path(title="文件格式", examples=["pdf"])],
    who: Respondent,
    purpose: Annotated[
        str,
        Query(
            title="制作目的",
            description="为什么制作；与制作人、时间一并记录在案",
            min_length=2,
            max_length=200,
            examples=["制作文书"],
        ),
    ],
    at_page: OfPage = None,
    desk: DeskDep,
) -> Response:
    """制作文书：按案卷记载的事实，未编号的为稿；制作记录在案 (ARL 30, 31, 48, 62, 75, 88)."""
    kind, receipts = sort_of(sort)
    asked = Asked(case_id, kind, at_page)
    await _must_be_own(desk, who, asked)
    return await written(desk, who, asked, form, purpose=purpose, receipts=receipts)


async def written(
    desk: Desk,
    who: Identity,
    asked: Asked,
    form: Literal["docx", "pdf"],
    *,
    purpose: str,
    receipts: bool = False,
) -> Response:
    """A paper of this form, made and put on record; or its 送达回证."""
    kind, sort = asked.sort, f"{asked.sort.name}{RECEIPT if receipts else ''}"
    matter = await read_matter(desk.hub, who, asked, purpose=purpose, receipts=receipts)
    replaced = settings().papers
    if receipts:
        papers = receipts_of(kind, matter, replaced=replaced)
    else:
        papers = (paper_of(kind, matter, replaced=replaced),)
    page = told(matter, kind).head.version
    return await laid_out(
        desk, who, papers, f"{sort}.{form}", case_id=asked.case_id, page=page, purpose=purpose
    )


async def laid_out(
    desk: Desk,
    who: Identity,
    papers: tuple[Paper, ...],
    file: str,
    *,
    case_id: UUID,
    page: int,
    purpose: str,
) -> Response:
    """The papers as the file of this name, their making put on record with its purpose."""
    sort, _, form = file.partition(".")
    content = await asyncio.to_thread(content_of, papers, form)
    made = Made(
        case_id=case_id,
        sort=file,
        form=papers[0].form,
        sha256=sha256(content).hexdigest(),
        page=page,
        maker=who.code,
        purpose=purpose,
        at=desk.hub.clock.now(),
    )
    await record_made(desk.hub.pool, made)
    return sent(content, papers[0], sort, form)


SortName = Annotated[
    str,
    Path(
        title="文书种类",
        description="如 acceptance 受理通知书",
        pattern=r"^[a-z-]{1,40}$",
        examples=["acceptance"],
    ),
]


class NumberOut(BaseModel):
    """文书的发文字号."""

    document_number: str = Field(
        title="发文字号", description="没有编号的为空", examples=["甘政复受字〔2026〕3号"]
    )
    may_number: bool = Field(
        title="可否编号", description="是否由查询人所在的机关编号；只能查阅的机关不编号"
    )


@router.get("/{case_id}/papers/numbers/{sort}", responses=ERRORS)
async def tell_number(
    case_id: CaseId, sort: SortName, who: Respondent, desk: DeskDep, at_page: OfPage = None
) -> NumberOut:
    """文书的发文字号：这一页或者最近一次办理的文书编了什么号，没有编号的为空 (RULES 69)."""
    kind = numbered_sort(sort)
    asked = Asked(case_id, kind, at_page)
    await _must_be_own(desk, who, asked)
    found = await read_told(desk.hub, who, asked)
    number = await read_number(desk.hub, case_id, kind, found.page)
    return NumberOut(document_number=number, may_number=found.authority == who.organ)


@router.post("/{case_id}/papers/numbers/{sort}", status_code=201, responses=ERRORS)
async def give_number(
    case_id: CaseId, sort: SortName, who: Respondent, desk: DeskDep, at_page: OfPage = None
) -> NumberOut:
    """文书编号：按文号登记编下一个号，一件文书只编一次；由出具的机关编号 (RULES 69)."""
    kind = numbered_sort(sort)
    asked = Asked(case_id, kind, at_page)
    await _must_be_own(desk, who, asked)
    found = await read_told(desk.hub, who, asked)
    if found.authority != who.organ:
        raise Unknown("没有由本机关编号的这件文书")
    series = series_of(kind)
    paper = await desk.act(
        [numbered_of(case_id, kind.name, found.page), numbers_of(found.authority)],
        *(number_paper, case_id, found.authority, series, found.page),
        by=who.code,
    )
    return NumberOut(document_number=paper.document_number, may_number=True)


def series_of(sort: Sort) -> Kind:
    """In which series a paper of this sort is numbered, as the authority's templates name it."""
    return Kind(Series.PAPER, own_series_of(sort, settings().papers), sort.name)


async def _must_be_own(desk: Desk, who: Identity, asked: Asked) -> None:
    """本单位的文书: a department makes only what it sends on or enforces itself (ARL 32, 78).

    Raises:
        Forbidden: It is a paper of the body, or another organ's.
    """
    organ = own_department(who)
    if organ and (
        not asked.sort.by_organ or (await read_told(desk.hub, who, asked)).authority != organ
    ):
        who.require(BODY)
