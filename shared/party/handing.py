"""上传照片、扫描件: what a party hands in before the act that names it, and reads again.

They are handed in one by one, by a script or with the form, and stand in the form by their
SHA-256; what is named by no act within a day is cleared away. Whatever stands in somebody's form,
shown as their own is only what they handed in themselves.
"""

from collections.abc import Mapping
from typing import Annotated, Final
from uuid import UUID

from fastapi import Path
from starlette.responses import Response

from shared.attachments import Kept, own_of, read_attachment, stored_of
from shared.casepage.answers import DisputeOut
from shared.casepage.desk.handing import NotTaken, handed_in, told_of
from shared.errors import Unknown
from shared.frame import Form, page_router
from shared.party.deed import FILES
from shared.party.session import PartyDep, PartyPage, keep

__all__ = ["NOTHING", "NotTaken", "Stored", "own_files", "stored_for", "taken", "with_files"]

router = page_router()

Stored = Mapping[str, Kept]
"""What was handed in, by SHA-256."""

NOTHING: Final[Stored] = {}
PURPOSE: Final = "当事人查看自己上传的文件"


@router.get("/party/own/{case_id}/{sha256}")
async def read_own(
    case_id: UUID,
    sha256: Annotated[str, Path(pattern=r"^[0-9a-f]{64}$")],
    party: PartyDep,
) -> Response:
    """自己上传的一份文件，按上传时的原样；查看记录在案."""
    hub = party.page.hub
    if not await own_of(hub.pool, party.who, case_id, [sha256]):
        raise Unknown("您没有上传这份文件")
    return await read_attachment(hub, party.who, case_id, sha256, purpose=PURPOSE)


async def with_files(party: PartyPage, case_id: UUID, form: Form) -> Form:
    """The form, with the files that came in it handed in.

    Raises:
        NotTaken: One of them is not taken; those before it stay handed in.
    """
    return await handed_in(party.page, party.who, case_id, form)


async def taken(party: PartyPage, case_id: UUID, form: Form) -> Response:
    """What a script is told that hands a file in; the party has been at it meanwhile."""
    answer = await told_of(party.page, party.who, case_id, form)
    return keep(party.page, answer, party.session)


async def stored_for(party: PartyPage, case_id: UUID, typed: Form) -> Stored:
    """What of the files that stand in a form the party has handed in."""
    return await _own(party, case_id, typed.all(FILES.name))


async def own_files(party: PartyPage, dispute: DisputeOut) -> Mapping[str, Kept]:
    """What this party has handed in and an act of its own has named, by address."""
    found: dict[str, Kept] = {}
    for file in dispute.files:
        own = (one for one in file.pages if one.by == party.who.code)
        named = [digest for one in own for digest in one.findings.get(FILES.name, ())]
        stored = await _own(party, file.case_id, named)
        found |= {f"/party/own/{file.case_id}/{digest}": kept for digest, kept in stored.items()}
    return found


async def _own(party: PartyPage, case_id: UUID, named: list[str]) -> Stored:
    if not named:
        return NOTHING
    async with party.page.hub.pool.acquire() as conn:
        own = await own_of(conn, party.who, case_id, named)
        stored = await stored_of(conn, case_id, own)
    return {digest: stored[digest] for digest in named if digest in stored}
