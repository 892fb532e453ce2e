"""责令重新作出决定: the application goes on in a new file, and what became of it (RULES 92)."""

from datetime import date
from uuid import UUID

from services.reconsideration.commands import aftermath
from services.reconsideration.commands.correcting import accept_again
from services.reconsideration.domain import annulling
from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.store import AFTERMATHS, CASES, again_of
from shared.work import Work


def record_annulment(
    work: Work,
    case_id: UUID,
    organ: str | None = None,
    *,
    text: str,
    decide_anew_by: date | None = None,
    by_court: bool = False,
    by: str,
    on: date | None = None,
) -> Aftermath:
    """复议决定被撤销; where it is to be decided anew, in a new file from that day (RULES 92).

    A court may say so as the government above does (ALL 70).

    The case that was decided stays closed, as it was. What is decided anew is tried as any other
    application that was accepted (ARL 62); the day that the paper sets runs beside it.
    """
    file = aftermath.record_annulment(
        *(work, case_id, organ),
        text=text,
        decide_anew_by=decide_anew_by,
        by_court=by_court,
        by=by,
        on=on,
    )
    if decide_anew_by:
        assert file.about is not None  # noqa: S101 - no file without its first page
        case = work.take(CASES, file.about)
        day = on or work.today
        accept_again(work, case, again_of(case_id), case.authority, by=by, on=day)
    return file


def record_decided(work: Work, case_id: UUID, *, by: str, on: date | None = None) -> Aftermath:
    """重新作出复议决定: with it the day that was set runs no more (RULES 92)."""
    file = work.take(AFTERMATHS, case_id)
    new = work.find(CASES, again_of(case_id))
    return work.record(file, annulling.decided_anew(file, new, work.head(file, by=by, on=on)))
