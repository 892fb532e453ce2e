"""后续办理: what follows a case, and its file before that (ARL 75, 79; RULES 90 to 95, 116)."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from services.reconsideration.commands.pages import head_of
from services.reconsideration.commands.publishing import must_be_left_out
from services.reconsideration.domain import aftermath_acts as acts
from services.reconsideration.domain import annulling, enforcing_acts, falling_due, serving
from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.aftermath_table import State
from services.reconsideration.domain.debts import OPEN
from services.reconsideration.domain.serving import Serving
from services.reconsideration.store import AFTERMATHS, CASES, aftermath_of
from shared.auth import ABOVE, PARTICIPANTS
from shared.contracts.fact import CLOCK, Head
from shared.contracts.reconsideration import ApplicationDeclined, Remedy
from shared.errors import Malformed
from shared.people import Person
from shared.work import Work


def turn(work: Work, case_id: UUID, by: str, on: date | None) -> tuple[Aftermath, Head]:
    """The file and the head of a page about a case that is at its end.

    Raises:
        Unknown: There is no such file.
        Malformed: The day lies before the end of the case.
    """
    file = work.take(AFTERMATHS, case_id)
    head = work.head(file, by=by, on=on)
    if file.opened_on and head.on < file.opened_on:
        raise Malformed(f"日期不得早于结案之日{file.opened_on}", "on")
    return file, head


def turn_beside(work: Work, case_id: UUID, by: str, on: date | None) -> tuple[Aftermath, Head]:
    """The same for a page that does not wait for that end (ARL 76, 85, 86; RULES 116).

    Raises:
        Unknown: There is no such file.
        Malformed: The day lies before the file was opened.
    """
    file = work.take(AFTERMATHS, case_id)
    head = work.head(file, by=by, on=on)
    first = file.begun_on or file.opened_on
    if first and head.on < first:
        raise Malformed(f"日期不得早于开立案卷之日{first}", "on")
    return file, head


def paper(work: Work, file: Aftermath, kind: str, text: str) -> UUID:
    """Keep a paper of this file."""
    return work.document(file.case_id, file.dispute_id, kind, text)


def begin(work: Work, about: UUID, case_id: UUID, *, by: str, on: date | None = None) -> Aftermath:
    """随案开立后续案卷; what is open already is found (ARL 76, 85, 86; RULES 116).

    Args:
        work: The unit of work.
        about: The case.
        case_id: The new file, as `store.aftermath_of` gives it.
        by: Who acts.
        on: The day; today if not said.
    """
    case = work.take(CASES, about)
    page = head_of(work, case, by, on)
    file = work.open(
        AFTERMATHS, case_id, case.dispute_id, on=page.on, labels=_unread_by_parties(work, about)
    )
    if file.state is not None:
        return file
    return work.record(file, acts.begin(case, work.head(file, by=by, on=page.on)))


def go_along(work: Work, about: UUID, *, on: date) -> None:
    """后续案卷随案: its authority and its respondents are those of the case (RULES 116)."""
    file = work.find(AFTERMATHS, aftermath_of(about))
    if file is None or file.state is not State.MEANWHILE:
        return
    case = work.take(CASES, about)
    if (file.authority, file.respondents) != (case.authority, case.respondents):
        file = work.record(file, acts.begin(case, work.head(file, by=CLOCK, on=on)))
    let_see(work, file, _unread_by_parties(work, about))  # whoever left sees its letter no more


def let_see(work: Work, file: Aftermath, labels: Mapping[str, str]) -> None:
    """Who sees the case sees its letters, and so does a respondent that has one (ARL 76).

    A letter may come before the copy of the application, with which the respondent sees the case.
    """
    had = (one.organ for one in file.letters if one.received_on)
    mine = [organ for organ in had if organ in file.respondents]
    organs = dict.fromkeys((*labels.get("departments", "").split(), *mine))
    work.label(file.case_id, **{**labels, "departments": " ".join(organs)})


def _unread_by_parties(work: Work, about: UUID) -> dict[str, str]:
    """The labels of a case without its parties, who read what others are told at its end.

    With no applicants named at all, every party of the dispute would see the file.
    """
    return {**_of_case(work, about), "applicants": "", PARTICIPANTS: ""}


def _of_case(work: Work, about: UUID) -> dict[str, str]:
    """The labels of a case; the authority above takes the case up, and not what follows it."""
    return {name: said for name, said in work.labels_of(about).items() if name != ABOVE}


def open_file(
    work: Work,
    about: UUID,
    *,
    on: date,
    remedies: tuple[Remedy, ...] = (),
    refusal: ApplicationDeclined | None = None,
) -> Aftermath:
    """开立后续案卷; whoever sees the case sees it (RULES 90)."""
    case = work.take(CASES, about)
    labels = _of_case(work, about)
    case_id = aftermath_of(about)
    file = work.open(AFTERMATHS, case_id, case.dispute_id, on=on, labels=labels)
    if file.state not in {None, State.MEANWHILE}:
        return file
    let_see(work, file, labels)
    departments = {
        one for one in case.respondents if work.directory.is_department_of(one, case.authority)
    }
    head = work.head(file, by=CLOCK, on=on)
    fact = acts.open_file(case, head, departments=departments, remedies=remedies, refusal=refusal)
    file = work.record(file, fact)
    for debt in falling_due.owed_by(file, case, work.calendar):
        file = work.record(file, falling_due.tell(debt, work.head(file, by=CLOCK, on=on)))
    return file


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
    anew = acts.serve_again(*(file, head, done, reason_id, work.calendar), suing=case.applicants)
    file = work.record(file, anew)
    new = done.person_id and falling_due.served_anew(file, case, done.person_id, work.calendar)
    if not new:
        return file
    return work.record(file, falling_due.tell(new, work.head(file, by=CLOCK, on=head.on)))


def copy_decision(
    work: Work, case_id: UUID, organ: str, *, by: str, on: date | None = None
) -> Aftermath:
    """抄告决定书 to the department above a respondent (ARL 79)."""
    file, head = turn(work, case_id, by, on)
    work.directory.organ(organ)
    above = {one: work.directory.department_above(one) for one in file.to_copy}
    return work.record(file, acts.copy_decision(file, head, organ, above))


def publish(
    work: Work,
    case_id: UUID,
    *,
    people: Sequence[Person],
    text: str,
    homonyms: bool,
    by: str,
    on: date | None = None,
) -> Aftermath:
    """公开决定书; `text` is what is public, without these people (ARL 79; RULES 49)."""
    file, head = turn(work, case_id, by, on)
    must_be_left_out(text, people, others=homonyms)
    text_id = paper(work, file, "public_decision", text)
    return work.record(file, acts.publish(file, head, text_id, homonyms=homonyms))


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
    annul = partial(
        annulling.annul,
        organ=organ,
        letter_id=letter_id,
        above=above,
        decide_anew_by=decide_anew_by,
    )
    annul(file, head)  # refused before anything falls with it
    for debt in file.debts:
        if debt.stand in OPEN:
            fallen = enforcing_acts.fallen(debt, work.head(file, by=by, on=head.on), letter_id)
            file = work.record(file, fallen)
    return work.record(file, annul(file, work.head(file, by=by, on=head.on)))
