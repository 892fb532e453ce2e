"""后续办理: what follows a case, and its file before that (ARL 75, 79; RULES 90 to 95, 116)."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from services.reconsideration.commands.pages import head_of
from services.reconsideration.domain import aftermath_acts as acts
from services.reconsideration.domain import falling_due, serving
from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.aftermath_table import State
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.serving import Serving
from services.reconsideration.store import AFTERMATHS, CASES, aftermath_of
from shared.auth import ABOVE, PARTICIPANTS
from shared.contracts.fact import CLOCK, Head
from shared.contracts.reconsideration import ApplicationDeclined, Remedy
from shared.contracts.reconsideration.served import Service
from shared.directory import Kind
from shared.errors import Malformed
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


def turn_in_force(work: Work, case_id: UUID, by: str, on: date | None) -> tuple[Aftermath, Head]:
    """The same for a page about a decision that has effect, served on all or not (ARL 75).

    Raises:
        Unknown: There is no such file.
        Malformed: The day lies before its first service.
    """
    file = work.take(AFTERMATHS, case_id)
    head = work.head(file, by=by, on=on)
    if file.since and head.on < file.since:
        since = "决定书最先送达" if file.effective_on else "结案"
        raise Malformed(f"日期不得早于{since}之日{file.since}", "on")
    return file, head


def turn_beside(work: Work, case_id: UUID, by: str, on: date | None) -> tuple[Aftermath, Head]:
    """The same for a page that does not wait for that end (ARL 76, 85, 86; RULES 116).

    Raises:
        Unknown: There is no such file.
        Malformed: The day lies before the file was opened.
    """
    file = work.take(AFTERMATHS, case_id)
    head = work.head(file, by=by, on=on)
    first = file.begun_on or file.since
    if first and head.on < first:
        raise Malformed(f"日期不得早于开立案卷之日{first}", "on")
    return file, head


def paper(work: Work, file: Aftermath, kind: str, text: str) -> UUID:
    """Keep a paper of this file."""
    return work.document(file.case_id, file.dispute_id, kind, text)


def listed(work: Work, organ: str, *, department: bool = False) -> None:
    """名录中有这个机构; of a copy 抄告, and it is a department (ARL 79).

    Raises:
        Malformed: It is none that the directory knows, or no department where it must be one.
    """
    try:
        known = work.directory.organ(organ)
    except LookupError as unknown:
        raise Malformed(str(unknown), "organ") from unknown
    if department and known.kind is not Kind.DEPARTMENT:
        raise Malformed(f"{known.name}不是部门，应当抄告上一级主管部门", "organ")


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
    if file is None or file.conclusion is not None:
        return
    case = work.take(CASES, about)
    if file.state is State.MEANWHILE and (file.authority, file.respondents) != (
        case.authority,
        case.respondents,
    ):
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


def take_effect(work: Work, about: UUID) -> None:
    """决定一经送达即发生法律效力: what follows from a service waits for no other (ARL 75, 78, 79).

    With the last of them the case is at its end, and `open_file` tells the rest. It may be there
    by now: the pages of one case are heard in their order, however late.
    """
    case, file = work.take(CASES, about), work.find(AFTERMATHS, aftermath_of(about))
    if not case.services or (file and (file.conclusion or file.state is State.ANNULLED)):
        return
    on = min(one.served_on for one in case.services)
    labels = _unread_by_parties(work, about)
    file = work.open(AFTERMATHS, aftermath_of(about), case.dispute_id, on=on, labels=labels)
    _tell_owed(work, _in_force(work, file, case, on), case)


def _in_force(work: Work, file: Aftermath, case: Case, on: date) -> Aftermath:
    """决定发生法律效力, from the first service; said once (ARL 75)."""
    if file.effective_on is not None:
        return file
    head = work.head(file, by=CLOCK, on=on)
    return work.record(file, acts.take_effect(case, head, departments=_departments(work, case)))


def _departments(work: Work, case: Case) -> set[str]:
    """Which of the respondents are 本级政府工作部门 of the authority."""
    known = work.directory.is_department_of
    return {one for one in case.respondents if known(one, case.authority)}


def _tell_owed(work: Work, file: Aftermath, case: Case, on: date | None = None) -> Aftermath:
    """载明强制执行的起算, of each of whom that was not told; from its own service (ARL 78)."""
    for debt in falling_due.owed_by(file, case, work.calendar):
        head = work.head(file, by=CLOCK, on=on or debt.served_on)
        file = work.record(file, falling_due.tell(debt, head))
    return file


def open_file(
    work: Work,
    about: UUID,
    *,
    on: date,
    remedies: tuple[Remedy, ...] = (),
    refusal: ApplicationDeclined | None = None,
    first: date | None = None,
) -> Aftermath:
    """开立后续案卷; whoever sees the case sees it (RULES 90).

    Args:
        work: The unit of work.
        about: The case.
        on: The day on which it came to its end.
        remedies: 起诉期限 of each party, where a decision was served.
        refusal: 不予受理, where it was declined.
        first: The first day of service of a decision, from which it has effect however the services
            were recorded: one by one or all at once (ARL 75, 79; RULES 93).
    """
    case = work.take(CASES, about)
    labels = _of_case(work, about)
    case_id = aftermath_of(about)
    file = work.open(AFTERMATHS, case_id, case.dispute_id, on=on, labels=labels)
    if file.conclusion is not None:
        return file
    let_see(work, file, labels)
    if first and first < on:
        file = _in_force(work, file, case, first)
    annulled = file.state is State.ANNULLED
    fact = acts.open_file(
        *(case, work.head(file, by=CLOCK, on=on)),
        departments=_departments(work, case),
        remedies=remedies,
        refusal=refusal,
        effective=file.effective_on is not None,
        annulled=annulled,
        corrected=file.accepted_case_id is not None,
    )
    file = work.record(file, fact)
    return file if annulled else _tell_owed(work, file, case, on)


def case_of(work: Work, file: Aftermath) -> Case:
    """The case that it follows."""
    assert file.about is not None  # noqa: S101 - no file without its first page
    return work.take(CASES, file.about)


def serve_again(
    work: Work, case_id: UUID, said: Serving, *, receipt: str, reason: str, by: str
) -> Aftermath:
    """重新送达 on one party; `reason` says why the first service was none (ARL 34, 75)."""
    file = work.take(AFTERMATHS, case_id)
    assert file.about is not None  # noqa: S101 - no file without its first page
    case = work.take(CASES, file.about)
    receipt_id = paper(work, file, "service_receipt", receipt)
    done = serving.service(case, said, receipt_id, work.calendar, today=work.today)
    file, head = turn(work, case_id, by, done.served_on)
    reason_id = paper(work, file, "service_again", reason)
    anew = acts.serve_again(file, head, done, reason_id, work.calendar, case=case)
    return wait_anew(work, work.record(file, anew), case, done)


def wait_anew(work: Work, file: Aftermath, case: Case, done: Service) -> Aftermath:
    """载明强制执行的起算, of whom it was served on again (ARL 78)."""
    new = done.person_id and falling_due.served_anew(file, case, done.person_id, work.calendar)
    if not new:
        return file
    head = work.head(file, by=CLOCK, on=done.served_on)
    return work.record(file, falling_due.tell(new, head))


def copy_decision(
    work: Work, case_id: UUID, organ: str, *, by: str, on: date | None = None
) -> Aftermath:
    """抄告决定书 to the department above a respondent (ARL 79)."""
    file, head = turn_in_force(work, case_id, by, on)
    listed(work, organ, department=True)
    above = {one: work.directory.department_above(one) for one in file.to_copy}
    return work.record(file, acts.copy_decision(file, head, organ, above))
