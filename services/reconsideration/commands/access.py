"""How the file is read 查阅复制: asked for, and consented to (ARL 47; ARR2026 49)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.reconsideration.commands.pages import paper, turn
from services.reconsideration.domain import access as acts
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.standing import Persons
from shared.contracts.reconsideration.access import (
    Excepted,
    FileAccessGranted,
    FileAccessRequested,
    Withheld,
)
from shared.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What is not shown as it is, in words (ARL 47)."""

    excepted: Excepted
    evidence: int
    """证据编号; nought for a written reply."""
    organ: str | None = None
    """Whose written reply; of the only one if none is named."""
    reason: str
    redacted: str | None
    """遮盖后的文本."""


def ask(
    work: Work,
    case_id: UUID,
    reader_id: UUID | None = None,
    *,
    text: str,
    by: str,
    on: date | None = None,
    persons: Persons = None,
) -> Case:
    """申请查阅、复制; `persons` are those of a party that does it itself (ARL 47)."""
    case, head = turn(work, case_id, by, on, FileAccessRequested)
    text_id = paper(work, case, "file_access_request", text)
    return work.record(case, acts.ask(case, head, reader_id, text_id, persons))


def grant(
    work: Work,
    case_id: UUID,
    reader_id: UUID | None = None,
    kept: Sequence[Kept] = (),
    *,
    attachments: Sequence[str] = (),
    by: str,
    on: date | None = None,
) -> Case:
    """同意查阅、复制, but what the law excepts (ARL 47)."""
    case, head = turn(work, case_id, by, on, FileAccessGranted)
    withheld = [
        Withheld(
            excepted=one.excepted,
            evidence=one.evidence,
            reply_id=None if one.evidence else acts.reply_of(case, one.organ),
            organ=one.organ or "",
            reason_id=paper(work, case, "withholding", one.reason),
            redacted_id=paper(work, case, "redacted", one.redacted) if one.redacted else None,
        )
        for one in kept
    ]
    fact = acts.grant(case, head, reader_id, withheld, tuple(attachments))
    return work.record(case, fact)
