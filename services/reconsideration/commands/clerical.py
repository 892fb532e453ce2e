"""补正笔误 and its service; of a joint decision, in each of its files (ARR2026 43; RULES 91)."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from services.reconsideration.commands.aftermath import case_of, paper, turn_in_force
from services.reconsideration.commands.together import naming
from services.reconsideration.domain import clerical as acts
from services.reconsideration.domain import serving
from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.aftermath_table import IN_FORCE, State
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.serving import Serving
from services.reconsideration.store import AFTERMATHS, CASES, aftermath_of
from shared.law.article import RULES
from shared.law.procedure import Refused
from shared.work import Work


def correct(
    work: Work,
    case_id: UUID,
    *,
    text: str,
    substance: bool = False,
    by: str,
    on: date | None = None,
) -> Aftermath:
    """补正笔误, by the paper `text`, in all files of a joint decision or in none (RULES 91).

    Raises:
        Refused: As the domain says of one of them, or nobody in one of them has the decision yet.
    """
    file, head = turn_in_force(work, case_id, by, on)
    case = case_of(work, file)
    said = (file, case, head, paper(work, file, "correction", text))
    leads = _leads_still(work, case)
    done = work.record(file, acts.correct(*said, substance=substance, leads_still=leads))
    for one in case.decided_with:
        with naming(work, one, (case.case_id, *case.decided_with)):
            _correct_along(work, one, text, by=by, on=head.on)
    return done


def _leads_still(work: Work, case: Case) -> bool:
    """Whether the decision has effect in its leading case: it may have fallen there alone."""
    joint = case.drafted.joint if case.drafted else None
    if joint is None or not case.decided_with:
        return True
    leading = work.find(AFTERMATHS, aftermath_of(joint.leading))
    return leading is None or leading.state is not State.ANNULLED


def _correct_along(work: Work, about: UUID, text: str, *, by: str, on: date) -> None:
    """Another file of the decision; in one in which it fell there is nothing to correct."""
    file = work.find(AFTERMATHS, aftermath_of(about))
    if file is not None and file.state is State.ANNULLED:
        return
    if file is None or file.state not in IN_FORCE:
        raise Refused("决定书尚未送达任何一方，送达以后再补正", RULES[91])
    paper_id = paper(work, file, "correction", text)
    head = work.head(file, by=by, on=on)
    work.record(file, acts.correct_along(file, work.take(CASES, about), head, paper_id))


def end_with_last(work: Work, file: Aftermath, case: Case, *, by: str, on: date) -> Aftermath:
    """送达完毕, once whoever waited last for the correction is no more (RULES 91, 145)."""
    if file.state not in IN_FORCE:
        return file
    fact = acts.left_to_nobody(file, case, work.head(file, by=by, on=on))
    return work.record(file, fact) if fact else file


def serve_correction(
    work: Work, case_id: UUID, services: Sequence[tuple[Serving, str]], *, by: str
) -> Aftermath:
    """送达补正通知书, each with its 送达回证; dated the day of the last of them (RULES 91)."""
    file = work.take(AFTERMATHS, case_id)
    case = case_of(work, file)
    done = [
        serving.service(
            *(case, said, paper(work, file, "service_receipt", receipt), work.calendar),
            today=work.today,
        )
        for said, receipt in services
    ]
    file, head = turn_in_force(work, case_id, by, max(one.served_on for one in done))
    return work.record(file, acts.serve_correction(file, case, head, done))
