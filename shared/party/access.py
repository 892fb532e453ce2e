"""查阅案卷: what of a reconsideration this party may read; each reading is on record (ARL 47)."""

from dataclasses import dataclass
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import Path
from starlette.responses import Response

from shared.casepage.answers import DisputeOut
from shared.contracts.reconsideration.access import FileAccessGranted
from shared.errors import Unknown
from shared.frame import page_router
from shared.party.session import PartyDep, PartyPage

router = page_router()

PURPOSE: Final = "当事人查阅案卷"
REPLY, REDACTED = "书面答复", "遮盖以后的副本"


@dataclass(frozen=True, slots=True)
class Material:
    """One thing that may be read."""

    term: str
    path: str


async def readable_files(party: PartyPage, dispute: DisputeOut) -> list[str]:
    """The pages of those files of which this party may read something."""
    granted = FileAccessGranted.kind_name()
    files = [f for f in dispute.files if any(page.kind == granted for page in f.pages)]
    return [f"/party/file/{f.case_id}" for f in files if await _materials(party, f.case_id)]


@router.get("/party/file/{case_id}")
async def read_file(case_id: UUID, party: PartyDep) -> Response:
    """可以查阅的材料，一份一份打开 (ARL 47)."""
    found = await _materials(party, case_id)
    if not found:
        raise Unknown("没有同意您查阅的材料")
    return party.show("party/file.html", title="查阅案卷", materials=found, words="", back="")


@router.get("/party/file/{case_id}/papers/{document_id}")
async def read_paper(case_id: UUID, document_id: UUID, party: PartyDep) -> Response:
    """一份材料的正文 (ARL 47)."""
    answer = await party.page.call(
        "GET",
        f"/reconsiderations/{case_id}/file-access/papers/{document_id}",
        query={"purpose": PURPOSE},
    )
    if not answer.ok:
        raise Unknown("没有同意您查阅这份材料")
    return party.show(
        "party/file.html",
        title="查阅案卷",
        materials=[],
        words=answer.body["text"],
        back=f"/party/file/{case_id}",
    )


@router.get("/party/file/{case_id}/attachments/{sha256}")
async def read_attached(
    case_id: UUID,
    sha256: Annotated[str, Path(pattern=r"^[0-9a-f]{64}$")],
    party: PartyDep,
) -> Response:
    """一份附件，按提交时的原样，或者遮盖后的副本 (ARL 47)."""
    answer = await party.page.call(
        "GET",
        f"/reconsiderations/{case_id}/file-access/attachments/{sha256}",
        query={"purpose": PURPOSE},
    )
    if not answer.ok:
        raise Unknown("没有同意您查阅这份附件")
    return Response(answer.body, headers=answer.headers)


async def _materials(party: PartyPage, case_id: UUID) -> list[Material]:
    answer = await party.get(f"/reconsiderations/{case_id}/file-access")
    if not answer.ok:
        return []
    here = f"/party/file/{case_id}"
    return [one for said in answer.body for one in _shown(said, here)]


def _shown(said: dict[str, Any], here: str) -> list[Material]:
    """The words of a piece, and what is attached to it."""
    number = said["evidence"]
    term = f"第{number}号证据" if number else (REPLY if said["document_id"] else REDACTED)
    more = "（有的内容依法遮盖）" if said["redacted"] and said["document_id"] else ""
    words = [f"{here}/papers/{said['document_id']}"] if said["document_id"] else []
    attached = [f"{here}/attachments/{digest}" for digest in said["attachments"]]
    return [
        *(Material(f"{term}{more}", path) for path in words),
        *(Material(f"{term}，附件{n}", path) for n, path in enumerate(attached, 1)),
    ]
