"""The doors by which a window finds what is there already: people, disputes alike, its queue."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Query, Response

from services.intake.commands import first_of
from services.intake.queries import Asked, alike, people_of, queue
from services.intake.schemas.finding import (
    AlikeOut,
    BroughtOut,
    FirstOut,
    PersonAskedIn,
    PersonOut,
    QueueOut,
    SimilarIn,
    SimilarOut,
)
from shared.auth import Identity, Role
from shared.web import ERRORS, DeskDep, needs

READS: Final[dict[int | str, dict[str, Any]]] = {
    status: ERRORS[status] for status in (401, 403, 422, 503)
}

router = APIRouter(tags=["登记"], responses=READS)

Window = Annotated[Identity, needs(Role.WINDOW)]
"""Somebody at a window."""


@router.post("/parties/search", responses={409: ERRORS[409]})
async def search_parties(
    body: PersonAskedIn, who: Window, desk: DeskDep, response: Response
) -> list[PersonOut]:
    """按号码查找当事人：只在本人可以查看的纠纷中查找，查阅记录在案 (PLAN 33)."""
    response.headers["Cache-Control"] = "no-store"
    found = await people_of(desk.hub, who, body.number, body.purpose)
    return [
        PersonOut(
            kind=one.person.kind,
            name=one.person.name,
            id_number=one.person.id_number,
            phone=one.person.phone,
            address=one.person.address,
            service_address=one.person.service_address,
            head_name=one.person.head_name,
            head_post=one.person.head_post,
            disputes=[
                BroughtOut(
                    number=file.labels.get("number", ""),
                    matter=file.labels.get("matter", ""),
                    side=side,
                    state=file.state,
                )
                for file, side in one.files
            ],
        )
        for one in found
    ]


@router.post("/disputes/similar", responses={409: ERRORS[409]})
async def search_similar(body: SimilarIn, who: Window, desk: DeskDep) -> SimilarOut:
    """登记前查看是否重复、有无相似的纠纷；所填内容不保存，比对正文记录在案 (RULES 2)."""
    directory = desk.hub.directory
    comers = body.comers(directory, desk.hub.hasher)
    first = await first_of(desk.hub, comers) if comers else None
    place = directory.find_place(body.place) if body.place else None
    found = await alike(
        desk.hub,
        who,
        f"{body.subject}\n{body.content}",
        matter=body.matter or "",
        place=place.code if place else "",
    )
    return SimilarOut(
        repeat_of=FirstOut.of(first) if first else None,
        alike=[
            AlikeOut.model_validate(one)
            for one in found
            if first is None or one.number != first.held.number
        ],
    )


@router.get("/window/queue")
async def read_queue(asked: Annotated[Asked, Query()], who: Window, desk: DeskDep) -> QueueOut:
    """窗口办件：今日登记、期限在走、待回访、退回、异地代收，各有件数 (RULES 1, 36)."""
    return QueueOut.of(await queue(desk.hub, who, asked))
