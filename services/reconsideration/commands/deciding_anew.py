"""责令重新作出决定: the application goes on in a new file, and what became of it (RULES 92)."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Required, TypedDict, Unpack
from uuid import UUID

from services.reconsideration.commands import aftermath
from services.reconsideration.commands.correcting import accept_again
from services.reconsideration.domain import annulling, enforcing_acts
from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.debts import OPEN
from services.reconsideration.domain.decision import obliges_organs
from services.reconsideration.store import AFTERMATHS, CASES, again_of
from shared.directory import Kind
from shared.work import Work


class Annulling(TypedDict, total=False):
    """What is said of a decision that fell, as `record_annulment` takes it."""

    organ: str | None
    text: Required[str]
    decide_anew: bool
    decide_anew_by: date | None
    by_court: bool
    by: Required[str]
    on: date | None


def record_annulment(
    work: Work,
    case_id: UUID,
    organ: str | None = None,
    *,
    text: str,
    decide_anew: bool = False,
    decide_anew_by: date | None = None,
    by_court: bool = False,
    by: str,
    on: date | None = None,
) -> Aftermath:
    """复议决定被撤销; where it is to be decided anew, in a new file from that day (RULES 92).

    A court may say so as the government above does (ALL 70).

    The case that was decided stays as it was: whoever has no copy yet is still served. What is
    decided anew is tried as any other application that was accepted (ARL 62), with the day that the
    paper sets beside it, if it sets one.
    """
    file, head = aftermath.turn_in_force(work, case_id, by, on)
    letter_id = aftermath.paper(work, file, "annulment", text)
    courts = (one.code for one in work.directory.organs(Kind.COURT))
    annul = partial(
        annulling.annul,
        organ=organ or "",
        letter_id=letter_id,
        above=frozenset(courts if by_court else work.directory.above(file.authority)),
        decide_anew=decide_anew,
        decide_anew_by=decide_anew_by,
        by_court=by_court,
    )
    annul(file, head)  # refused before anything falls with it
    for debt in file.debts:
        if debt.stand in OPEN:
            fallen = enforcing_acts.fallen(debt, work.head(file, by=by, on=head.on), letter_id)
            file = work.record(file, fallen)
    case = aftermath.case_of(work, file)
    anew = work.head(file, by=by, on=head.on)
    page = annul(file, anew, obliges=obliges_organs(case), joint=case.respondents[1:])
    file = work.record(file, page)
    if file.owes_decision:
        day = on or work.today
        accept_again(work, case, again_of(case_id), case.authority, by=by, on=day)
    return file


def record_annulments(
    work: Work, case_id: UUID, others: Sequence[UUID], **said: Unpack[Annulling]
) -> Aftermath:
    """The same of a joint decision 合并作出的决定, on all of its files that are named, or on none.

    Args:
        work: The unit of work, with the files, their cases and where each would go on.
        case_id: The file at which it is recorded.
        others: The files of what follows the other cases (ARR2026 43; RULES 92).
        said: As `record_annulment` takes it.
    """
    for one in others:
        record_annulment(work, one, **said)
    return record_annulment(work, case_id, **said)


def record_decided(work: Work, case_id: UUID, *, by: str, on: date | None = None) -> Aftermath:
    """重新作出复议决定: with it the day that was set runs no more (RULES 92)."""
    file = work.take(AFTERMATHS, case_id)
    new = work.find(CASES, again_of(case_id))
    return work.record(file, annulling.decided_anew(file, new, work.head(file, by=by, on=on)))
