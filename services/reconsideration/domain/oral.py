"""口头申请: only where writing is hard, and by a record made on the spot (ARL 22; ARR2007 20)."""

from dataclasses import dataclass
from uuid import UUID

from services.reconsideration.domain.conduct.applying import may_apply_orally
from shared.contracts.fact import Head
from shared.contracts.reconsideration import FilingManner
from shared.contracts.reconsideration.oral import Checking, OralApplicationRecorded
from shared.law.article import ARL, ARR2007, ARR2026
from shared.law.procedure import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Oral:
    """口头申请的情况, as whoever made the record says it."""

    writing_hard: bool
    """书面申请有困难."""
    difficulty: str
    checking: Checking
    signed: bool = True
    unsigned: str | None = None
    """Why the applicant did not sign."""


def must_be_recorded(manner: FilingManner, oral: Oral | None, head: Head) -> None:
    """口头申请应当当场记录, and nothing else is put on record so (ARL 22).

    Raises:
        Refused: There is no record, or it is no oral application; writing is not hard; or the
            applicant neither signed nor is it said why not.
    """
    if (manner is FilingManner.ORAL) != (oral is not None):
        raise Refused("口头申请的，应当当场制作笔录；书面申请的，不另作笔录", ARL[22].par(3))
    if oral is None:
        return
    point = may_apply_orally(writing_hard=oral.writing_hard)
    if point.met is False:
        raise Refused(f"{point.text}；没有困难的，应当书面申请", point.article or ARL[22].par(1))
    if not oral.signed and not oral.unsigned:
        article = ARL[22].par(3) if ARR2026.in_force(head.on) else ARR2007[20]
        raise Refused("笔录由申请人签字确认；没有签字的，应当写明原因", article)


def record(
    head: Head, oral: Oral, record_id: UUID, difficulty_id: UUID, unsigned_id: UUID | None
) -> OralApplicationRecorded:
    """当场记录, checked by the applicant or read out to it (ARL 22)."""
    return OralApplicationRecorded(
        head=head,
        record_id=record_id,
        difficulty_id=difficulty_id,
        checking=oral.checking,
        signed=oral.signed,
        unsigned_id=unsigned_id,
    )
