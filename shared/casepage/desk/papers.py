"""文书材料: every paper and attachment of a dispute, and the page that holds it; none is read here.

What they say is asked for one by one, with a purpose, and each reading is on record.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final
from uuid import UUID

from asyncpg import Record

from shared.attachments import NAMED, stored_of
from shared.auth import Identity
from shared.casepage.answers import DisputeOut, FileOut, PageOut
from shared.casepage.desk.findings import fields_in
from shared.casepage.desk.kinds import kind_of
from shared.casepage.desk.labels import LABELS
from shared.casepage.private import OPEN, PAPER_READERS, closed_to
from shared.casepage.track import BESIDE
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.served import PaperServed
from shared.contracts.reconsideration.settling import MediationBroken, MediationDocumentDrawn
from shared.db import Conn, Pool
from shared.frame.meanings import meanings
from shared.law.period import CITY

NO_EVIDENCE: Final = "（调解不成，其中的让步不得作为不利证据）"
"""What is written beside a mediation document that was drawn up in vain (ARR2026 48)."""

_SIDES: Final = meanings(Standing)

KEPT: Final = f"""
SELECT document_id, case_id, kind, at FROM hub.documents d
WHERE dispute_id = $1 AND case_id = ANY($2::uuid[]) AND {OPEN} ORDER BY at, document_id
"""  # noqa: S608 - our own words


@dataclass(frozen=True, slots=True)
class Material:
    """A paper 文书 or an attachment 附件."""

    name: str
    """What its page calls it."""
    kind: str
    at: datetime
    by: str
    """Whoever made the page that holds it; empty where no page names it."""
    case_id: UUID
    page: PageOut | None
    path: str
    """After the address of the case; empty where this reader may not open it."""
    shown: bool = True
    """Whether its page stands on the case page; of a file that stands beside others it does not."""


async def materials(
    pool: Pool, who: Identity, dispute: DisputeOut, name: Callable[[str], str]
) -> list[Material]:
    """All of the files that the reader sees, the first made first; `name` knows the organs."""
    files = {file.case_id: file for file in dispute.files}
    async with pool.acquire() as conn:
        closed = closed_to(who, dispute.dispute_id, {key: one.labels for key, one in files.items()})
        rows = await conn.fetch(KEPT, dispute.dispute_id, list(files), *closed)
        attached = [one for file in dispute.files for one in await _attached(conn, file)]
    found = [_paper(row, files[row["case_id"]], name) for row in rows] + attached
    if who.roles.isdisjoint(PAPER_READERS):
        found = [_closed(one) for one in found]
    return sorted(found, key=lambda one: one.at)


def _paper(row: Record, file: FileOut, name: Callable[[str], str]) -> Material:
    word = str(row["document_id"])
    page, field = next(_holding(file, word), (None, ""))
    kind = kind_of(row["kind"]) + (NO_EVIDENCE if page and _is_broken(file, page) else "")
    return Material(
        name=LABELS.get(field, kind_of(row["kind"])) + _of_service(page, name),
        kind=kind,
        at=row["at"].astimezone(CITY),
        by=page.by if page else "",
        case_id=file.case_id,
        page=page,
        path=f"papers/{word}",
        shown=file.procedure not in BESIDE,
    )


def _of_service(page: PageOut | None, name: Callable[[str], str]) -> str:
    """送达的是哪件文书、向谁送达, behind what tells of the service of a paper; else empty."""
    if page is None or page.kind != PaperServed.kind_name():
        return ""
    told = page.findings
    side, organ = told.get("standing"), told.get("organ")
    whom = f"{_SIDES[side] if side else ''}{name(organ) if organ else ''}"
    return f"：{told['paper']}（{whom or '受送达人'}）"


def _is_broken(file: FileOut, page: PageOut) -> bool:
    """Whether a page drew up a mediation document that never had effect (ARL 73)."""
    return page.kind == MediationDocumentDrawn.kind_name() and any(
        later.version > page.version and later.kind == MediationBroken.kind_name()
        for later in file.pages
    )


def _holding(file: FileOut, word: str) -> Iterator[tuple[PageOut, str]]:
    """The pages of a file that name a paper, each with the field in which it does."""
    for page in file.pages:
        for field, value in fields_in(page.findings):
            if value == word:
                yield page, field


async def _attached(conn: Conn, file: FileOut) -> Sequence[Material]:
    named = {
        digest: (page, field)
        for page in reversed(file.pages)
        for field in NAMED
        for digest in page.findings.get(field, ())
    }
    if not named:
        return []
    stored = await stored_of(conn, file.case_id, named)
    return [
        Material(
            name=LABELS[named[digest][1]],
            kind="照片" if kept.media_type.startswith("image/") else "PDF",
            at=kept.at.astimezone(CITY),
            by=kept.by,
            case_id=file.case_id,
            page=named[digest][0],
            path=f"attachments/{file.case_id}/{digest}",
        )
        for digest, kept in stored.items()
    ]


def _closed(one: Material) -> Material:
    return replace(one, path="")
