"""后续办理: what follows a case that is at its end (ARL 75, 79; RULES 90 to 94)."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from services.reconsideration.domain import aftermath_acts as acts
from services.reconsideration.domain import serving
from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.serving import Serving
from services.reconsideration.store import AFTERMATHS, CASES, aftermath_of
from shared.contracts.fact import CLOCK, Head
from shared.errors import Malformed
from shared.work import Work


def turn(work: Work, case_id: UUID, by: str, on: date | None) -> tuple[Aftermath, Head]:
    """The file and the head of its next page.

    Raises:
        Unknown: There is no such file.
        Malformed: The day lies before the end of the case.
    """
    file = work.take(AFTERMATHS, case_id)
    head = work.head(file, by=by, on=on)
    if file.opened_on and head.on < file.opened_on:
        raise Malformed(f"日期不得早于结案之日{file.opened_on}", "on")
    return file, head


def paper(work: Work, file: Aftermath, kind: str, text: str) -> UUID:
    """Keep a paper of this file."""
    return work.document(file.case_id, file.dispute_id, kind, text)


def open_file(work: Work, about: UUID, *, on: date) -> Aftermath:
    """开立后续案卷; whoever sees the case sees it (RULES 90)."""
    case = work.take(CASES, about)
    labels = work.labels_of(about)
    case_id = aftermath_of(about)
    file = work.open(AFTERMATHS, case_id, case.dispute_id, on=on, labels=labels)
    if file.state is not None:
        return file
    of_department = work.directory.is_department_of(case.respondent, case.authority)
    head = work.head(file, by=CLOCK, on=on)
    return work.record(file, acts.open_file(case, head, of_department=of_department))


def correct(
    work: Work,
    case_id: UUID,
    *,
    text: str,
    substance: bool = False,
    by: str,
    on: date | None = None,
) -> Aftermath:
    """补正笔误, by the paper `text` (RULES 91)."""
    file, head = turn(work, case_id, by, on)
    paper_id = paper(work, file, "correction", text)
    return work.record(file, acts.correct(file, head, paper_id, substance=substance))


def serve_correction(
    work: Work, case_id: UUID, services: Sequence[tuple[Serving, str]], *, by: str
) -> Aftermath:
    """送达补正通知书 on all, each with its 送达回证; dated the day of the last (RULES 91)."""
    file = work.take(AFTERMATHS, case_id)
    assert file.about is not None  # noqa: S101 - no file without its first page
    case = work.take(CASES, file.about)
    done = [
        serving.service(
            *(case, said, paper(work, file, "service_receipt", receipt), work.calendar),
            today=work.today,
        )
        for said, receipt in services
    ]
    file, head = turn(work, case_id, by, max(one.served_on for one in done))
    return work.record(file, acts.serve_correction(file, case, head, done))


def serve_again(
    work: Work, case_id: UUID, said: Serving, *, receipt: str, reason: str, by: str
) -> Aftermath:
    """重新送达决定书 on one party; `reason` says why the first service was none (ARL 75)."""
    file = work.take(AFTERMATHS, case_id)
    assert file.about is not None  # noqa: S101 - no file without its first page
    case = work.take(CASES, file.about)
    receipt_id = paper(work, file, "service_receipt", receipt)
    done = serving.service(case, said, receipt_id, work.calendar, today=work.today)
    file, head = turn(work, case_id, by, done.served_on)
    reason_id = paper(work, file, "service_again", reason)
    return work.record(file, acts.serve_again(file, head, done, reason_id, work.calendar))


def copy_decision(
    work: Work, case_id: UUID, organ: str, *, by: str, on: date | None = None
) -> Aftermath:
    """抄告决定书 to the department above the respondent (ARL 79)."""
    file, head = turn(work, case_id, by, on)
    work.directory.organ(organ)
    above = work.directory.department_above(file.respondent)
    return work.record(file, acts.copy_decision(file, head, organ, above))


def publish(work: Work, case_id: UUID, *, text: str, by: str, on: date | None = None) -> Aftermath:
    """公开决定书; `text` is what is public, names left out (ARL 79; RULES 49)."""
    file, head = turn(work, case_id, by, on)
    text_id = paper(work, file, "public_decision", text)
    return work.record(file, acts.publish(file, head, text_id))


def withhold(
    work: Work, case_id: UUID, *, reason: str, by: str, on: date | None = None
) -> Aftermath:
    """决定书不予公开 (ARL 79)."""
    file, head = turn(work, case_id, by, on)
    reason_id = paper(work, file, "withholding", reason)
    return work.record(file, acts.withhold(file, head, reason_id))


def record_annulment(
    work: Work,
    case_id: UUID,
    organ: str,
    *,
    text: str,
    decide_anew_by: date | None = None,
    by: str,
    on: date | None = None,
) -> Aftermath:
    """上级撤销复议决定: the paper of the government above goes on the file (RULES 92)."""
    file, head = turn(work, case_id, by, on)
    letter_id = paper(work, file, "annulment", text)
    above = frozenset(work.directory.above(file.authority))
    fact = acts.annul(file, head, organ, letter_id, above=above, decide_anew_by=decide_anew_by)
    return work.record(file, fact)
