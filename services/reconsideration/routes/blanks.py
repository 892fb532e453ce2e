"""Doors to the papers that a party signs 供当事人填写的文书: of a case, with what it knows."""

from typing import Annotated, Final, Literal
from uuid import UUID

from fastapi import APIRouter, Path, Query, Response
from pydantic import BaseModel, Field

from services.reconsideration.papers.blanks import BLANKS, blank_of, called
from services.reconsideration.papers.blanks.making import blank_papers
from services.reconsideration.papers.reading import Signing, read_parties, read_signing
from services.reconsideration.routes.papers import ANSWERS, laid_out
from services.reconsideration.routes.who import DOOR, doors, own_department
from services.reconsideration.store import CASES
from shared.auth import Identity, Role
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.people import Power
from shared.law.day import legal_day
from shared.settings import settings
from shared.web import CaseId, Desk, DeskDep, needs

router: Final[APIRouter] = doors()

Signer = Annotated[Identity, needs(*DOOR, Role.DEPARTMENT)]
"""Whoever signs a paper in a case, or prints it for who does."""


class BlankOut(BaseModel):
    """一种供当事人填写的文书样式."""

    sort: str = Field(title="种类", examples=["blank-stay"])
    term: str = Field(title="名称", examples=["停止执行申请书"])


@router.get("/{case_id}/blanks")
async def list_blanks(case_id: CaseId, who: Signer, desk: DeskDep) -> list[BlankOut]:
    """供当事人填写的文书样式：当事人、被申请人只看自己可以用的 (ARL 17, 22, 48)."""
    own, organ = await _own(desk, case_id, who), own_department(who)
    matter = await read_parties(desk.hub, who, case_id)
    offered = (
        called(blank, standing)
        for blank in BLANKS.values()
        for standing in blank.by
        if not organ or standing is Standing.RESPONDENT
        if Signing(blank=blank, standing=standing, own=own, organ=organ).named(matter) is not None
    )
    return [BlankOut(sort=sort, term=term) for sort, term in offered]


@router.get("/{case_id}/blanks/{sort}.{form}", responses=ANSWERS, response_class=Response)
async def make_blank(
    *,
    case_id: CaseId,
    sort: Annotated[
        str,
        Path(
            title="样式种类",
            description="如 blank-stay 停止执行申请书；后加 -third 为第三人用的",
            pattern=r"^[a-z-]{1,40}$",
            examples=["blank-stay"],
        ),
    ],
    form: Annotated[Literal["docx", "pdf"], Path(title="文件格式", examples=["pdf"])],
    who: Signer,
    purpose: Annotated[
        str,
        Query(
            title="制作目的",
            description="为什么制作；与制作人、时间一并记录在案",
            min_length=2,
            max_length=200,
            examples=["供当事人填写"],
        ),
    ] = "供当事人填写",
    desk: DeskDep,
) -> Response:
    """制作供当事人填写、签名的文书：填好案卷里有的；各方只有自己的 (ARL 17, 22, 48, 74)."""
    blank, standing = blank_of(sort)
    organ = own_department(who)
    if organ and standing is not Standing.RESPONDENT:
        who.require(DOOR)
    own = await _own(desk, case_id, who)
    signing = Signing(blank=blank, standing=standing, own=own, organ=organ)
    matter = await read_signing(desk.hub, who, case_id, signing, purpose=purpose)
    papers = blank_papers(blank, standing, matter, organ=organ, replaced=settings().papers)
    page = matter.received.head.version
    return await laid_out(
        desk, who, papers, f"{sort}.{form}", case_id=case_id, page=page, purpose=purpose
    )


async def _own(desk: Desk, case_id: UUID, who: Identity) -> frozenset[UUID] | None:
    """Of whom alone a party has papers: itself and whose agent it is; not whom it represents."""
    if who.acts_for is None:
        return None
    case = await desk.read(CASES, case_id)
    on = legal_day(desk.hub.clock.now())
    principals = case.participants.principals(who.person_ids, Power.ACT, on)
    return frozenset({*who.person_ids, *principals})
