"""A respondent wrongly named 错列被申请人 (ARL 19; ARR2026 29)."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from services.reconsideration.commands import aftermath, deferral, papers_served
from services.reconsideration.commands.filing import competent_over, county_of_respondent
from services.reconsideration.commands.first import joint_days, stand_first
from services.reconsideration.commands.joint import (
    check_accused,
    check_known,
    leave_joint,
    name_joint,
    show_to_those_sent,
)
from services.reconsideration.commands.pages import paper, turn
from services.reconsideration.domain import changing, succeeding
from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.ordinary import ON_HAND, State
from services.reconsideration.domain.respondent import Acting
from services.reconsideration.domain.standing import Persons, act_as_applicants, speaks_for
from services.reconsideration.store import AFTERMATHS, aftermath_of
from shared.contracts.fact import CLOCK
from shared.contracts.reconsideration.people import Power
from shared.contracts.reconsideration.respondent import (
    Capacity,
    PowersLost,
    RespondentChangeTakenBack,
    RespondentReplaced,
    RespondentSucceeded,
)
from shared.law.article import ARR2026
from shared.work import Work


def tell_to_change(
    work: Work,
    case_id: UUID,
    capacity: Capacity = Capacity.OWN,
    *,
    text: str,
    by: str,
    on: date | None = None,
    organ: str | None = None,
    others: tuple[str, ...] = (),
    behind: str | None = None,
) -> Case:
    """告知变更被申请人, by the notice `text` (ARR2026 29).

    Args:
        work: The unit of work.
        case_id: The file.
        capacity: As what the organ acted.
        text: What the applicant is told.
        by: Who acts.
        on: The day of the notice; today if not said.
        organ: Who acted in truth; the one named, if not said.
        others: With whom it acted.
        behind: Who entrusted, set up, approved or succeeded it.
    """
    case, head = turn(work, case_id, by, on)
    acting = Acting(organ=organ or case.respondent, capacity=capacity, others=others, behind=behind)
    notice_id = paper(work, case, "respondent_change_notice", text)
    return work.record(case, changing.tell_to_change(case, head, acting, notice_id))


def take_back(work: Work, case_id: UUID, *, reason: str, by: str, on: date | None = None) -> Case:
    """收回变更被申请人的告知 (ARR2026 29)."""
    case, head = turn(work, case_id, by, on, RespondentChangeTakenBack)
    reason_id = paper(work, case, "respondent_change_taken_back", reason)
    return work.record(case, changing.take_back(case, head, reason_id))


def succeed(
    work: Work,
    case_id: UUID,
    respondent: str,
    powers_lost: PowersLost,
    succeeded_on: date,
    *,
    text: str,
    by: str,
    on: date | None = None,
    before: str | None = None,
    requests: Sequence[UUID] = (),
) -> Case:
    """继续行使职权的机关作被申请人: it sees the file, the one before no longer does (ARL 19).

    Args:
        work: The unit of work.
        case_id: The file.
        respondent: Who exercises the powers now.
        powers_lost: Why.
        succeeded_on: Since when.
        text: What the parties are told, and which paper moved the powers.
        by: Who acts.
        on: The day; today if not said.
        before: Which respondent lost them; the one named first, if not said.
        requests: Where days to reply may have been asked for, which are the successor's (CPL 86).
    """
    case, head = turn(work, case_id, by, on, RespondentSucceeded)
    before = before or case.respondent
    check_accused(work.directory, respondent, "respondent", head.on)
    first = respondent if before == case.respondent else case.respondent
    county = county_of_respondent(work.directory, case.authority, first)
    notice_id = paper(work, case, "respondent_succession_notice", text)
    fact = changing.succeed(
        *(case, head, before, respondent, notice_id),
        county=county,
        powers_lost=powers_lost,
        since=succeeded_on,
    )
    _let_see(work, case_id, fact)
    deferral.pass_on(work, case, requests)
    return work.record(case, fact)


def succeed_after(
    work: Work,
    case_id: UUID,
    respondent: str,
    powers_lost: PowersLost,
    succeeded_on: date,
    *,
    text: str,
    by: str,
    on: date | None = None,
    before: str | None = None,
) -> Aftermath:
    """The same in the file of what follows: it performs what was the one before's (ARL 19, 77).

    It sees the case, what follows it and the services of both; the one before no longer does.
    """
    file, head = aftermath.turn_beside(work, case_id, by, on)
    case = aftermath.case_of(work, file)
    before = before or file.respondent
    check_accused(work.directory, respondent, "respondent", head.on)
    first = respondent if before == file.respondent else file.respondent
    notice_id = aftermath.paper(work, file, "respondent_succession_notice", text)
    fact = succeeding.succeed(
        *(file, case, head, before, respondent),
        notice_id=notice_id,
        county=county_of_respondent(work.directory, file.authority, first),
        powers_lost=powers_lost,
        since=succeeded_on,
    )
    file = work.record(file, fact)
    for one in (case.case_id, case_id):
        _let_see(work, one, fact)
        papers_served.go_along(work, one)
    return file


def hand_on(work: Work, told: RespondentSucceeded) -> None:
    """后续案卷随案: letters to the one before are its successor's to answer (ARL 19, 76)."""
    file = work.find(AFTERMATHS, aftermath_of(told.of_case_id))
    if told.about or file is None or file.conclusion:
        return
    page = succeeding.hand_on(file, work.head(file, by=CLOCK, on=told.head.on), told)
    if page:
        work.record(file, page)
        _let_see(work, file.case_id, page)


def _let_see(work: Work, case_id: UUID, fact: RespondentSucceeded) -> None:
    """The successor sees the file in the place of the one before."""
    seen = work.labels_of(case_id).get("departments", "").split()
    departments = " ".join(fact.respondent if one == fact.before else one for one in seen)
    work.label(case_id, county=fact.county, departments=departments)


def change(
    work: Work,
    case_id: UUID,
    respondent: str,
    *,
    text: str,
    by: str,
    on: date | None = None,
    joint: tuple[str, ...] = (),
    persons: Persons = None,
) -> Case:
    """变更被申请人: the file follows, and who is named no longer does not see it (ARR2026 29).

    Args:
        work: The unit of work.
        case_id: The file.
        respondent: Who is named now.
        text: The paper in which the applicant names it.
        by: Who acts.
        on: The day; today if not said.
        joint: Who are named beside it, having acted together with it.
        persons: Those of a party that does it itself.
    """
    case, head = turn(work, case_id, by, on)
    speaks = speaks_for(case, persons, head.on, Power.CHANGE)
    act_as_applicants(case, speaks, "变更被申请人", ARR2026[29])
    check_known(work.directory, respondent, joint, head.on)
    first, others = changing.in_order(case, respondent, joint)
    county = county_of_respondent(work.directory, case.authority, first)
    text_id = paper(work, case, "respondent_change", text)
    competent = competent_over(work.directory, case, (first, *others))
    fact = changing.change(case, head, first, county, text_id, competent=competent, joint=others)
    left = [one.organ for one in case.joint if one.organ not in others]
    new = [one for one in others if one not in case.respondents[1:]]
    beside = next((one for one in case.joint if one.organ == first), None)
    days = joint_days(work, case, first)
    if fact:
        work.label(case_id, county=county, departments="")
        case = work.record(case, fact)
    case = leave_joint(work, case, left, text_id, by=by, on=head.on)
    if beside and isinstance(fact, RespondentReplaced):
        case = stand_first(work, case, beside, days, on=head.on)
    case = name_joint(work, case, new, text_id, by=by, on=head.on)
    if case.joint or left:
        took_it_in = fact is None and case.handed_in_on is not None  # it has seen it since (ARL 32)
        first_sent = took_it_in or (case.state in ON_HAND and case.state is not State.ACCEPTED)
        show_to_those_sent(work, case, first=first_sent)
    return case
