"""From the application 申请 to acceptance 受理 (ARL 22, 30, 31)."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from services.reconsideration.commands.asking import ASKED_NOTHING, Asked, ask_with_application
from services.reconsideration.commands.basics import TOLD_NOTHING, Told, keep_with_application
from services.reconsideration.commands.capacity import state_with_application
from services.reconsideration.commands.higher import under
from services.reconsideration.commands.joint import check_known, name_joint
from services.reconsideration.commands.pages import head_of, not_before, paper, turn
from services.reconsideration.commands.repeating import NOTHING, before
from services.reconsideration.domain import acceptance, again, application
from services.reconsideration.domain.application import Application
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.jurisdiction import way_of
from services.reconsideration.domain.oral import Oral, must_be_recorded, record
from services.reconsideration.domain.papers_served import Outgoing, must_be_numbered
from services.reconsideration.domain.repeating import Others, must_concern_all
from services.reconsideration.domain.standing import (
    Persons,
    apply_online,
    be_served_as_applicants,
    speaks_for,
    supplement_as_applicant,
)
from services.reconsideration.domain.stated import Stated
from services.reconsideration.store import CASES
from shared.contracts.reconsideration import (
    ApplicationSupplemented,
    Condition,
    SupplementNoticeReceived,
    TimeFinding,
)
from shared.contracts.reconsideration.by_law import PeriodByLaw
from shared.contracts.reconsideration.people import Power
from shared.directory import Directory, Role
from shared.errors import Malformed
from shared.law.article import ARR2026
from shared.law.reconsidering.jurisdiction import authorities
from shared.work import Work


def receive(
    work: Work,
    case_id: UUID,
    dispute_id: UUID,
    said: Application,
    *,
    text: str,
    by: str,
    window: str = "",
    came_from: UUID | None = None,
    persons: Persons = None,
    oral: Oral | None = None,
    stated: Stated | None = None,
    asked: Asked = ASKED_NOTHING,
    told: Told = TOLD_NOTHING,
) -> Case:
    """收到行政复议申请: the same application again finds its file (ARL 22).

    Args:
        work: The unit of work.
        case_id: The file, as `application.file_of` gives it.
        dispute_id: The dispute that it belongs to.
        said: What the applicant says.
        text: Request, facts and reasons 申请书正文.
        by: Who took it in.
        window: Code of the window that took it in for the authority, if one did.
        came_from: The earlier file of the dispute at another office.
        persons: Those of a party that applies by itself, online.
        oral: How the record of an oral application was made; `text` is that record.
        stated: In whose name it is made and who acts, where it says so.
        asked: What it asks for beside (ARL 42, 50).
        told: What it says of who applies and where papers reach it (ARR2026 27).
    """
    check_known(work.directory, said.respondent, said.joint, said.received_on)
    county = county_of(work.directory, said)
    labels = under(work, said.authority) | _labels(said, county, window)
    case = work.open(CASES, case_id, dispute_id, on=said.received_on, labels=labels)
    if case.state is not None:
        return case
    head = work.head(case, by=by, on=said.received_on)
    apply_online(said, head, persons)
    must_be_recorded(said.manner, oral, head)
    text_id = _text(work, case, text, oral=oral is not None)
    case = work.record(case, application.receive(head, said, county, text_id, came_from))
    case = keep_with_application(work, case, told, by=by, on=head.on, persons=persons)
    case = _record_oral(work, case, oral, by=by) if oral else case
    case = name_joint(work, case, said.joint, text_id, by=by, on=head.on)
    case = state_with_application(work, case, stated, text_id, by=by, on=head.on)
    return ask_with_application(work, case, asked, by=by, on=head.on)


def _labels(said: Application, county: str, window: str) -> dict[str, str]:
    """By what the file is found and seen from its first page on."""
    whose = " ".join(map(str, said.applicants))
    return {"county": county, "applicants": whose} | ({"window": window} if window else {})


def _text(work: Work, case: Case, text: str, *, oral: bool) -> UUID:
    if oral:
        return paper(work, case, "oral_record", text)
    return paper(work, case, "application", text)


def _record_oral(work: Work, case: Case, oral: Oral, *, by: str) -> Case:
    """口头申请笔录, the page after the application that it records (ARL 22)."""
    assert case.text_id is not None  # noqa: S101 - the application that was just received
    head = head_of(work, case, by, case.received_on)
    difficulty_id = paper(work, case, "oral_difficulty", oral.difficulty)
    unsigned_id = paper(work, case, "unsigned", oral.unsigned) if oral.unsigned else None
    return work.record(case, record(head, oral, case.text_id, difficulty_id, unsigned_id))


def county_of(directory: Directory, said: Application) -> str:
    """The county whose organ is applied against, and whose file it is.

    Raises:
        Malformed: Whom it is addressed to is no authority.
    """
    try:
        authority = directory.organ(said.authority)
    except LookupError as unknown:
        raise Malformed(str(unknown), "authority") from unknown
    if Role.AUTHORITY not in authority.roles:
        raise Malformed(f"{authority.name}不是行政复议机关", "authority")
    return county_of_respondent(directory, said.authority, said.respondent)


def county_of_respondent(directory: Directory, authority: str, respondent: str) -> str:
    """The county of the respondent; of the authority, where the directory does not list it."""
    try:
        place = directory.organ(respondent).place
    except LookupError:
        place = directory.organ(authority).place
    return directory.county_of(place).code


def competent_over(
    directory: Directory, case: Case, respondents: Sequence[str] = ()
) -> tuple[str, ...]:
    """Authorities over the respondents (ARL 24 to 28); none where the directory cannot tell.

    Over organs that acted together those are, who are over all of them; where nobody is, whoever
    is over one of them (ARR2026 32; RULES 115). Whoever has taken the case up or accepted it
    directly is competent by that (ARL 35, 38).

    Args:
        directory: The city's directory.
        case: The file.
        respondents: Organ codes of who are to be named in place of the respondents, if anybody.
    """
    if case.elevated.before:
        return (case.authority,)
    over = [authorities(one, directory) for one in respondents or case.respondents]
    if len(over) == 1:
        return over[0].organs
    return way_of(over, case.received_on or ARR2026.since).authorities


def notify_supplement(
    work: Work, case_id: UUID, *, text: str, by: str, on: date | None = None
) -> Case:
    """补正通知; it is received, at once or later, when it has its number (ARL 31; RULES 130)."""
    case, head = turn(work, case_id, by, on)
    notice_id = paper(work, case, "supplement_notice", text)
    return work.record(case, acceptance.notify_supplement(case, head, notice_id))


def receive_supplement_notice(
    work: Work,
    case_id: UUID,
    notice: Outgoing,
    *,
    by: str,
    on: date | None = None,
    persons: Persons = None,
) -> Case:
    """收到补正通知; `persons` are those of a party that has it served online (ARL 31; CPL 90)."""
    case, head = turn(work, case_id, by, on)
    must_be_numbered(notice)
    not_before(notice.on, head.on, "补正通知")
    be_served_as_applicants(case, head, speaks_for(case, persons, head.on, Power.RECEIVE))
    return work.record(case, SupplementNoticeReceived(head=head))


def extend_supplement(
    work: Work, case_id: UUID, until: date, *, reason: str, by: str, on: date | None = None
) -> Case:
    """延长补正期限 (ARL 31)."""
    case, head = turn(work, case_id, by, on)
    reason_id = paper(work, case, "supplement_extension", reason)
    fact = acceptance.extend_supplement(case, head, until, reason_id, work.calendar)
    return work.record(case, fact)


def supplement(
    work: Work,
    case_id: UUID,
    *,
    text: str,
    attachments: Sequence[str] = (),
    by: str,
    on: date | None = None,
    persons: Persons = None,
) -> Case:
    """补正; `persons` are those of a party that does it itself (ARL 31)."""
    case, head = turn(work, case_id, by, on)
    supplement_as_applicant(case, head, speaks_for(case, persons, head.on))
    text_id, files = paper(work, case, "supplement", text), tuple(attachments)
    fact = ApplicationSupplemented(head=head, text_id=text_id, attachments=files)
    return work.record(case, fact)


def accept(
    work: Work,
    case_id: UUID,
    *,
    by: str,
    on: date | None = None,
    finding: TimeFinding | None = None,
    others: Others = NOTHING,
    departure: str | None = None,
    by_law: PeriodByLaw | None = None,
) -> Case:
    """受理 (ARL 30, 62).

    `others` are of the same act (ARL 30, 74); `departure`: why findings on file are not followed.
    """
    case, head = turn(work, case_id, by, on)
    work.label(case_id, **under(work, case.authority))
    fact = acceptance.accept(
        case,
        head,
        calendar=work.calendar,
        competent=competent_over(work.directory, case),
        finding=finding,
        found=before(work, case, others, head.on),
        departure_id=_departure(work, case, departure),
        by_law=by_law,
    )
    return work.record(case, fact)


def _departure(work: Work, case: Case, text: str | None) -> UUID | None:
    return paper(work, case, "finding_departure", text) if text else None


def decline(
    work: Work,
    case_id: UUID,
    missing: Condition,
    *,
    reason: str,
    by: str,
    on: date | None = None,
    competent: str | None = None,
    finding: TimeFinding | None = None,
    departure: str | None = None,
    compulsory: bool | None = None,
    others: Others = NOTHING,
) -> Case:
    """不予受理 (ARL 30, 34).

    `others` are the files about the same act; `departure` says why the findings on file are not
    followed, `compulsory` whether reconsideration comes first.
    """
    case, head = turn(work, case_id, by, on)
    fact = acceptance.decline(
        case,
        head,
        missing,
        paper(work, case, "declination", reason),
        calendar=work.calendar,
        competent=competent_over(work.directory, case),
        told=competent,
        finding=finding,
        found=before(work, case, others, head.on),
        departure_id=_departure(work, case, departure),
        compulsory=compulsory,
    )
    return work.record(case, fact)


def handle_no_further(
    work: Work,
    case_id: UUID,
    *,
    text: str,
    by: str,
    on: date | None = None,
    others: Others = NOTHING,
) -> Case:
    """不再处理, told by the letter `text`; `others` are the files about the act (ARR2026 37)."""
    case, head = turn(work, case_id, by, on)
    letter_id = paper(work, case, "not_handled", text)
    must_concern_all(case, found := before(work, case, others, head.on))
    return work.record(case, again.handle_no_further(case, head, found, letter_id))
