"""Doors of the case file: one dispute page by page, and the list of disputes."""

import re
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Path, Query, Request, Response

from shared.auth import Identity
from shared.casepage.answers import DisputeOut, ListOut
from shared.casepage.listing import Asked, list_disputes
from shared.casepage.reading import read_dispute, read_page, wait_for
from shared.casepage.track import TrackOut, track
from shared.errors import Malformed
from shared.web import ERRORS, DeskDep, needs

router = APIRouter(tags=["案卷"])

_PAGE: Final = re.compile(r"(?P<case>[0-9a-fA-F-]{36})[:/](?P<version>\d{1,9})")

ANSWERS: Final[dict[int | str, dict[str, Any]]] = {
    304: {"description": "读者已有这一版本（If-None-Match）"},
    **{status: ERRORS[status] for status in (401, 404, 422, 503)},
}
TRACKS: Final[dict[int | str, dict[str, Any]]] = {
    status: ERRORS[status] for status in (401, 404, 422, 503)
}
LISTS: Final[dict[int | str, dict[str, Any]]] = {
    status: ERRORS[status] for status in (401, 422, 503)
}


@router.get("/disputes", responses=LISTS)
async def list_all(
    who: Annotated[Identity, needs()], asked: Annotated[Asked, Query()], desk: DeskDep
) -> ListOut:
    """纠纷列表: the disputes that the reader may see, newest first (PLAN 33)."""
    return await list_disputes(desk.hub.pool, who, asked)


@router.get("/disputes/{number}", response_model=DisputeOut, responses=ANSWERS)
async def read_one(
    number: Annotated[str, Path(title="纠纷编号", description="编号或者标识")],
    who: Annotated[Identity, needs()],
    request: Request,
    desk: DeskDep,
    after: Annotated[str, Query(title="等待某页", description="案卷编号:页码，至多等两秒")] = "",
) -> Response:
    """查阅案卷: who did what when under which article, and what runs until when (PLAN 33)."""
    if after:
        await wait_for(desk.hub.pool, number, *_page(after))
    known = request.headers.get("If-None-Match", "")
    page, tag = await read_page(desk.hub, who, number, known)
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if page is None:
        return Response(status_code=304, headers=headers)
    return Response(page.model_dump_json(), media_type="application/json", headers=headers)


@router.get("/disputes/{number}/track", responses=TRACKS)
async def read_track(
    number: Annotated[str, Path(title="纠纷编号", description="编号或者标识")],
    who: Annotated[Identity, needs()],
    desk: DeskDep,
) -> TrackOut:
    """轨迹: the way through the offices, and what runs wherever the case is (RULES 58, 60)."""
    return track(await read_dispute(desk.hub, who, number), desk.hub.shelves)


def _page(said: str) -> tuple[UUID, int]:
    if (found := _PAGE.fullmatch(said)) is None:
        raise Malformed("所等的一页须写作 案卷编号:页码", "after")
    try:
        return UUID(found["case"]), int(found["version"])
    except ValueError:
        raise Malformed("所等的一页须写作 案卷编号:页码", "after") from None
