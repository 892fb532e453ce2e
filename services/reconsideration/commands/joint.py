"""共同被申请人: who is named, and what each of the others is sent and says (ARL 19, 48)."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from services.reconsideration.commands.pages import head_of, not_before
from services.reconsideration.domain import joint_acts as acts
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.respondent import Acting, respondents
from shared.contracts.fact import Head
from shared.contracts.reconsideration.respondent import Capacity
from shared.directory import Directory, Kind
from shared.errors import Malformed
from shared.law.article import ARL
from shared.law.procedure import Refused
from shared.law.reconsidering.jurisdiction import accused_as
from shared.work import Work


def check_known(directory: Directory, respondent: str, joint: Sequence[str], on: date) -> None:
    """Who is named as acting together: known organs whose acts are reviewed, each once (ARL 19).

    Raises:
        Malformed: The directory does not list one, or one is named twice.
        Refused: One is no organ against which an application is made.
    """
    if len({respondent, *joint}) <= len(joint):
        raise Malformed("共同被申请人不得重复列出", "joint")
    for code in joint:
        check_accused(directory, code, "joint", on)


def check_accused(directory: Directory, code: str, field: str, on: date) -> None:
    """A known organ, or an organisation by grant, whose acts are reviewed (ARL 19; ARR2026 20, 22).

    Of a unit that no law authorises the organ that set it up is the respondent (ARR2026 21).

    Args:
        directory: The city's directory.
        code: Who is named.
        field: Where the request names it.
        on: The day, whose edition of the regulation governs.

    Raises:
        Malformed: The directory does not list it.
        Refused: It is no organ against which an application is made.
    """
    try:
        organ = directory.organ(code)
    except LookupError as unknown:
        raise Malformed(str(unknown), field) from unknown
    if organ.kind is Kind.UNIT and not organ.granted:
        acting = Acting(organ=code, capacity=Capacity.UNAUTHORISED, behind=organ.parent)
        right = respondents(acting, on)
        names = "、".join(directory.organ(one).name for one in right.organs)
        raise Refused(f"{organ.name}{right.because}，应当列{names}", right.article)
    if accused_as(organ) is None:
        raise Refused(f"{organ.name}不是可以作被申请人的机关、组织", ARL[19])


def name_joint(
    work: Work, case: Case, organs: Sequence[str], text_id: UUID, *, by: str, on: date
) -> Case:
    """列为共同被申请人, a page for each (ARL 19)."""
    for organ in organs:
        fact = acts.name(case, head_of(work, case, by, on), organ, text_id)
        case = work.record(case, fact)
    return case


def leave_joint(
    work: Work, case: Case, organs: Sequence[str], text_id: UUID, *, by: str, on: date
) -> Case:
    """不再列为共同被申请人, a page for each (ARR2026 29)."""
    for organ in organs:
        fact = acts.leave(case, head_of(work, case, by, on), organ, text_id)
        case = work.record(case, fact)
    return case


def send_joint_copies(work: Work, case: Case, organs: Sequence[str], *, by: str, on: date) -> Case:
    """发送申请书副本 to these of them (ARL 48)."""
    for organ in organs:
        case = work.record(case, acts.send_copy(case, head_of(work, case, by, on), organ))
    return case


def receive_joint_copy(work: Work, case: Case, head: Head, organ: str) -> Case:
    """收到副本 by one of them (ARL 48).

    Raises:
        Malformed: The day lies before the one on which it was sent.
    """
    sent_on = next((one.sent_on for one in case.joint if one.organ == organ), None)
    not_before(sent_on, head.on, "副本")
    return work.record(case, acts.receive_copy(case, head, organ))


def receive_sent_copies(
    work: Work, case: Case, organs: Sequence[str], *, by: str, on: date
) -> Case:
    """收到副本 on one day by those of them who were sent it in one act (ARL 48)."""
    for organ in organs:
        case = receive_joint_copy(work, case, head_of(work, case, by, on), organ)
    return case


def file_joint_reply(work: Work, case: Case, head: Head, organ: str, reply_id: UUID) -> Case:
    """书面答复 of one of them (ARL 48)."""
    return work.record(case, acts.reply(case, head, organ, reply_id))


def show_to_those_sent(work: Work, case: Case, *, first: bool) -> None:
    """Among the departments that see the file stand those who were sent the copy (ARL 48).

    `first` says whether the respondent named first was.
    """
    sent = [one.organ for one in case.joint if one.sent_on]
    shown = [case.respondent, *sent] if first else sent
    work.label(case.case_id, departments=" ".join(shown))
