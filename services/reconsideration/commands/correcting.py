"""Reports to the authority above, and what it does about them 责令纠正、直接受理 (ARL 35).

A report has a file of its own at the authority above, which the one below reads. What is accepted
after all goes on in a new file of the dispute; a case that is only late goes on in its own.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final
from uuid import UUID

from services.reconsideration.commands import deferral
from services.reconsideration.commands.anew import accept_anew, follow_on, receive_anew
from services.reconsideration.commands.higher import let_decide_alone, let_read, under
from services.reconsideration.commands.pages import head_of
from services.reconsideration.domain import correcting as acts
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.correction import Correction
from services.reconsideration.domain.going_along import as_hard, proofs
from services.reconsideration.domain.received_anew import again
from services.reconsideration.domain.standing import Persons, speaks_for
from services.reconsideration.store import CASES, CORRECTIONS, again_of
from shared.auth import AUTHORITIES, PARTICIPANTS
from shared.contracts.fact import Head
from shared.contracts.reconsideration import Standing
from shared.errors import Malformed, Unknown
from shared.work import Work

_OF_APPLICATION: Final = ("county", "applicants")
"""Labels that another file of the same application bears, too; agents are named in it anew."""


def report(
    work: Work,
    case_id: UUID,
    file_id: UUID,
    *,
    text: str,
    by: str,
    on: date | None = None,
    persons: Persons = None,
) -> Correction:
    """向上级行政机关反映; the same wrong reported again finds its file (ARL 35).

    Args:
        work: The unit of work.
        case_id: The reconsideration that is complained of.
        file_id: The file of the report, as `store.report_of` gives it.
        text: What is reported.
        by: Who takes it down.
        on: The day; today if not said.
        persons: Those of a party that does it itself.
    """
    case = work.take(CASES, case_id)
    above = work.directory.authorities_above(case.authority)
    own = {"authority": above[0] if above else "", AUTHORITIES: case.authority}
    labels = _labels(work, case_id, *_OF_APPLICATION, PARTICIPANTS) | own
    file = work.open(CORRECTIONS, file_id, case.dispute_id, on=on, labels=labels)
    if file.state is not None:
        return file
    head = work.head(file, by=by, on=on)
    speaks = speaks_for(case, persons, head.on)
    text_id = work.document(file_id, case.dispute_id, "wrong_report", text)
    fact = acts.report(case, head, above, text_id, speaks, there=_goes_on(work, case))
    let_read(work, case, fact.authority)
    return work.record(file, fact)


def _goes_on(work: Work, case: Case) -> Case | None:
    """The file in which it goes on as it was supplied in time 补正未逾期 (ARL 31; CPL 85)."""
    return work.find(CASES, again_of(case.case_id))


def _labels(work: Work, case_id: UUID, *names: str) -> dict[str, str]:
    """Those of its labels that are set."""
    every = work.labels_of(case_id)
    return {name: every[name] for name in names if every.get(name)}


def order(
    work: Work,
    file_id: UUID,
    case_id: UUID,
    until: date,
    *,
    organ: str,
    justified: bool,
    text: str,
    by: str,
    on: date | None = None,
) -> Correction:
    """责令纠正 by a day that the order sets (ARL 35).

    Raises:
        Unknown: `organ` only reads the report: it is the authority of which it complains.
    """
    file, case = work.take(CORRECTIONS, file_id), work.take(CASES, case_id)
    if organ != file.authority:
        raise Unknown("没有这份案卷")
    head = _head(work, file, by, on)
    letter_id = work.document(file_id, file.dispute_id, "correction_order", text)
    there = _goes_on(work, case)
    fact = acts.order(file, case, head, until, letter_id, justified=justified, there=there)
    return work.record(file, fact)


def deny(work: Work, file_id: UUID, *, reason: str, by: str, on: date | None = None) -> Correction:
    """不予责令纠正 (ARL 35)."""
    file = work.take(CORRECTIONS, file_id)
    head = _head(work, file, by, on)
    reason_id = work.document(file_id, file.dispute_id, "correction_denial", reason)
    return work.record(file, acts.deny(file, head, reason_id))


def correct(
    work: Work,
    file_id: UUID,
    case_id: UUID,
    new_id: UUID,
    *,
    organ: str,
    by: str,
    on: date | None = None,
) -> Correction:
    """纠正, as ordered: what was declined or dismissed is accepted in a new file (ARL 35).

    Args:
        work: The unit of work.
        file_id: The report.
        case_id: The reconsideration that is complained of.
        new_id: The new file, if there is to be one, as `store.again_of` gives it.
        organ: Whose officer acts.
        by: Who acts.
        on: The day; today if not said.
    """
    file, case = work.take(CORRECTIONS, file_id), work.take(CASES, case_id)
    head = _head(work, file, by, on)
    anew = file.wrong in acts.NEW_FILE
    where, there = new_id if anew else case_id, _goes_on(work, case)
    fact = acts.correct(file, case, head, where, organ=organ, there=there)
    corrected = work.record(file, fact)
    if fact.corrected_case_id == new_id:
        accept_again(work, case, new_id, case.authority, by=by, on=head.on)
    return corrected


def accept_directly(
    work: Work,
    file_id: UUID,
    case_id: UUID,
    new_id: UUID,
    requests: Sequence[UUID] = (),
    *,
    organ: str,
    text: str,
    by: str,
    on: date | None = None,
) -> Correction:
    """上级直接受理, by `organ`: in a new file, or in that of a case that is only late (ARL 35).

    What was asked in the `requests` of such a case goes along (CPL 86).
    """
    file, case = work.take(CORRECTIONS, file_id), work.take(CASES, case_id)
    head = _head(work, file, by, on)
    anew = file.wrong in acts.NEW_FILE
    where = new_id if anew else case_id
    letter_id = work.document(file_id, file.dispute_id, "direct_acceptance", text)
    there = _goes_on(work, case)
    said = acts.accept_directly(file, case, head, where, letter_id, organ=organ, there=there)
    accepted = work.record(file, said)
    if anew:
        accept_again(work, case, new_id, file.authority, by=by, on=head.on)
    else:
        _take_over(work, case, file.authority, by=by, on=head.on)
        deferral.go_along(work, case, requests)
    return accepted


def _head(work: Work, file: Correction, by: str, on: date | None) -> Head:
    head = work.head(file, by=by, on=on)
    if file.reported_on and head.on < file.reported_on:
        raise Malformed(f"日期不得早于反映之日{file.reported_on}", "on")
    return head


def accept_again(
    work: Work, case: Case, new_id: UUID, authority: str, *, by: str, on: date
) -> Case:
    """Receipt, acceptance, and all that goes along; nothing is declined a second time.

    Args:
        work: The unit of work.
        case: The closed file of the same application.
        new_id: The new file.
        authority: Who handles it now.
        by: Who acts.
        on: The day of acceptance, from which its periods run (ARL 62).
    """
    new = receive_again(work, case, new_id, authority, by=by, on=on)
    new = accept_anew(work, case, new, by=by, on=on)
    new = follow_on(work, new, as_hard(case), by=by, on=on)
    sides = (Standing.APPLICANT, *([Standing.THIRD] if new.third_persons else ()))
    return follow_on(work, new, proofs(case, *sides), by=by, on=on)


def receive_again(
    work: Work, case: Case, new_id: UUID, authority: str, *, by: str, on: date
) -> Case:
    """Receipt in a new file, and all that goes along with it; arguments as above."""
    labels = _labels(work, case.case_id, *_OF_APPLICATION) | under(work, authority)
    new = work.open(CASES, new_id, case.dispute_id, on=on, labels=labels)
    let_read(work, new, case.authority)
    said = again(case, work.head(new, by=by, on=on), authority)
    return receive_anew(work, case, new, said, by=by, on=on)


def _take_over(work: Work, case: Case, authority: str, *, by: str, on: date) -> Case:
    fact = acts.take_over(case, head_of(work, case, by, on), authority)
    work.label(case.case_id, **under(work, authority))
    let_decide_alone(work, case)
    let_read(work, case, fact.below)  # before its page, of which the body below is told
    return work.record(case, fact)
