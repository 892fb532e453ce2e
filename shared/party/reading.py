"""文书: what was served on this party, to be read again; each reading is on record."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import Path
from starlette.responses import Response

from shared.errors import Unknown
from shared.frame import page_router
from shared.party.papers import paper_on, words_of
from shared.party.session import PartyDep
from shared.party.show import dispute_of, file_in

router = page_router()


@router.get("/party/paper/{case_id}/{version}")
async def paper(case_id: UUID, version: int, party: PartyDep) -> Response:
    """送达本人的文书，送达日期，怎样要纸质的 (CPL 90)."""
    found = await paper_on(party, file_in(await dispute_of(party), case_id), version)
    if found is None:
        raise Unknown("没有送达您的这份文书")
    return party.show(
        "party/paper.html", title=found.term, paper=found, words=await words_of(party, found)
    )


@router.get("/party/served/{case_id}/{sort}/{at}.pdf")
async def download(
    case_id: UUID,
    sort: Annotated[str, Path(pattern=r"^[a-z-]{1,40}$")],
    at: Annotated[int, Path(ge=1, le=100_000)],
    party: PartyDep,
) -> Response:
    """送达本人的文书，原样下载 (CPL 90)."""
    file_in(await dispute_of(party), case_id)
    where = f"/reconsiderations/{case_id}/paper-service/{sort}/{at}.pdf"
    answer = await party.page.call("GET", where)
    if not answer.ok:
        raise Unknown("没有送达您的这份文书")
    return Response(answer.body, headers=answer.headers)


@router.get("/party/forms/{case_id}/{sort}.{form}")
async def form_to_sign(
    case_id: UUID,
    sort: Annotated[str, Path(pattern=r"^[a-z-]{1,40}$")],
    form: Literal["docx", "pdf"],
    party: PartyDep,
) -> Response:
    """供本人填写、签名的文书样式，填好本人的和案件的情况 (ARL 22)."""
    file_in(await dispute_of(party), case_id)
    answer = await party.page.call("GET", f"/reconsiderations/{case_id}/blanks/{sort}.{form}")
    if not answer.ok:
        raise Unknown("没有供您填写的这种文书")
    return Response(answer.body, headers=answer.headers)
