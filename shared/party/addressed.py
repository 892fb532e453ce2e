"""发给本人的文书: the papers of a file that are written to a party, as its office lists them."""

from typing import Any, Final
from uuid import UUID

from shared.casepage.answers import FileOut, PageOut
from shared.casepage.track import BESIDE
from shared.contracts.reconsideration.served import PaperServed
from shared.party.session import PartyPage

RECONSIDERATION: Final = "reconsideration"


async def addressed(party: PartyPage, file: FileOut) -> list[dict[str, Any]]:
    """The papers of a file that are written to this party, numbered, with their services."""
    if file.office != RECONSIDERATION or file.procedure in BESIDE:
        return []
    answer = await party.get(f"/reconsiderations/{file.case_id}/paper-service")
    return list(answer.body) if answer.ok else []


def download(case_id: UUID, key: str) -> str:
    """Where one that was served is downloaded."""
    return f"/party/served/{case_id}/{key}.pdf"


def download_of(page: PageOut) -> str:
    """The same for the paper whose service this page records; empty where it records none."""
    if page.kind != PaperServed.kind_name():
        return ""
    said = page.findings
    return download(UUID(said["about"]), f"{said['paper_sort']}/{said['page']}")
