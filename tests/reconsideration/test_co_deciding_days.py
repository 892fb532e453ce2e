"""The days that each authority has to sign 会签期限 (ARL 39; RULES 155)."""

from services.reconsideration.domain import co_deciding as acts
from services.reconsideration.domain import (
    settling_acts,
)
from services.reconsideration.domain.co_deciding import JOINTLY
from services.reconsideration.domain.ordinary import ORDINARY
from services.reconsideration.domain.settling_acts import Agreed as Settled
from shared.contracts.reconsideration import (
    Approval,
    CopyReceived,
    CopySent,
    Outcome,
    ReplyFiled,
    ViewsHeard,
)
from shared.contracts.reconsideration.co_deciding import (
    CoAuthorityReleased,
    Countersigned,
    CountersignOverdue,
    CountersignRefused,
)
from shared.contracts.reconsideration.drafting import DecisionApproved, DecisionReturned
from shared.contracts.reconsideration.joint import (
    JointCopyReceived,
    JointCopySent,
    JointReplyFiled,
    JointRespondentNamed,
)
from shared.contracts.reconsideration.pausing import (
    ReconsiderationResumed,
    ReconsiderationSuspended,
    Suspension,
)
from shared.contracts.reconsideration.settling import (
    MediationBegun,
)
from shared.law.calendar import CALENDAR
from shared.law.period import day_of_expiry
from shared.law.running import begun, followed
from tests.reconsideration.co_deciding import (
    ABOVE_TAX,
    BRANCH,
    DECISION,
    DIRECTORY,
    DOCUMENT,
    SAID,
    TAX,
    agreed_here,
    called,
    refused,
    seal,
    sign,
)
from tests.reconsideration.makers import (
    ANNA,
    AUTHORITY,
    CITY_GOVERNMENT,
    PAPER,
    Walk,
    accepted,
    day,
)


def test_it_has_five_working_days_and_signs_all_the_same_when_they_are_over() -> None:
    """五个工作日没有会签的记录在案，写明是哪些机关，仍须会签 (RULES 155)."""
    walk = agreed_here()
    assert walk.last_day("countersign") == day("2026-09-24")
    walk.lapse("countersign", "2026-09-25")
    over = walk.facts[-1]
    assert isinstance(over, CountersignOverdue)
    assert (over.organs, over.duty) == ((ABOVE_TAX,), "countersign")
    assert seal(sign(walk, "2026-09-29"), "2026-09-29").outcome is Outcome.REVOKED


def test_the_days_of_the_draft_end_with_the_last_signature_and_with_the_draft() -> None:
    """几个机关会签的，期限到最后一个会签为止；退回、另有被申请人的，期限结束 (RULES 155)."""
    [row] = [one for one in ORDINARY.deadlines if one.name == "countersign"]
    head = accepted().head(SAID)
    first = Countersigned(head=head, organ=ABOVE_TAX, approval=Approval.HEAD, others_awaited=True)
    assert not row.is_closed_by(first)
    assert row.is_closed_by(first.model_copy(update={"others_awaited": False}))
    assert not row.is_closed_by(first.model_copy(update={"countersign": DOCUMENT}))
    assert row.is_closed_by(CountersignRefused(head=head, organ=ABOVE_TAX, reason_id=PAPER))
    assert row.is_closed_by(DecisionReturned(head=head, reason_id=PAPER))
    gone = CoAuthorityReleased(head=head, organ=ABOVE_TAX, reason_id=PAPER)
    assert row.is_closed_by(gone)
    assert not row.is_closed_by(gone.model_copy(update={"decision_runs_on": True}))
    assert not row.is_opened_by(DecisionApproved(head=head, approval=Approval.HEAD))


def beside_agreed() -> Walk:
    """Agreed to here with one of two authorities of one place; the other one may take its place."""
    walk = accepted("2026-09-02", authority=ABOVE_TAX, respondent=TAX)
    walk.then(JointRespondentNamed, "2026-09-02", organ=BRANCH)
    walk.then(CopySent, "2026-09-02").then(CopyReceived, "2026-09-02").then(ReplyFiled, SAID)
    walk.then(JointCopySent, SAID, organ=BRANCH).then(JointCopyReceived, SAID, organ=BRANCH)
    walk.then(JointReplyFiled, SAID, organ=BRANCH).then(ViewsHeard, SAID)
    return agreed_here(called(walk, AUTHORITY, SAID))


def release(walk: Walk, organ: str, on: str) -> Walk:
    return walk.record(acts.release(walk.case, walk.head(on), organ, PAPER, DIRECTORY))


def test_who_is_called_in_when_a_draft_lies_there_has_its_own_days_to_sign_it() -> None:
    """审批以后才通知共同办理的，自通知之日起五个工作日会签，逾期记录在案 (RULES 155)."""
    walk = beside_agreed()
    assert walk.last_day("countersign") == day("2026-09-24")
    called(walk, CITY_GOVERNMENT, "2026-09-22")
    assert walk.last_day("countersign") == day("2026-09-30")
    anew = walk.facts[-1]
    names = [[row.name for row in rows] for rows in (ORDINARY.closes(anew), ORDINARY.opens(anew))]
    assert names == [["countersign"], ["countersign"]]
    release(walk, AUTHORITY, "2026-09-23")
    assert ORDINARY.closes(walk.facts[-1]) == (ORDINARY.by_name["countersign_mediation"],)
    walk.lapse("countersign", "2026-10-08")
    over = walk.facts[-1]
    assert isinstance(over, CountersignOverdue)
    assert over.organs == (CITY_GOVERNMENT,)


def test_who_is_called_in_while_the_case_is_suspended_signs_after_the_resumption() -> None:
    """中止期间通知共同办理的，会签的期限自恢复审理起算，各情形都恢复才算 (ARL 39; RULES 155)."""
    walk = beside_agreed()
    walk.then(ReconsiderationSuspended, "2026-09-21", cause=Suspension.DEATH, applicant=ANNA)
    walk.then(ReconsiderationSuspended, "2026-09-21", cause=Suspension.OTHER_CASE)
    called(walk, CITY_GOVERNMENT, "2026-09-22")
    row = ORDINARY.by_name["countersign"]
    runs = begun(row, walk.facts[-1], CALENDAR)
    assert runs is not None
    assert runs.standing_still
    for cause, whose, still in (
        (Suspension.DEATH, ANNA, True),
        (Suspension.OTHER_CASE, None, False),
    ):
        more = {"cause": cause, "applicant": whose}
        walk.then(ReconsiderationResumed, "2026-10-12", **more)
        runs = followed(runs, row, walk.facts[-1])
        assert runs.standing_still is still
    assert day_of_expiry(runs.dated(row.warnings, CALENDAR).until) == day("2026-10-19")


def test_who_is_called_in_before_anything_lies_there_has_no_days_yet() -> None:
    """通知时还没有送会签的文书的，期限不开始，也不结束 (RULES 155)."""
    asked = called().facts[-1]
    assert ORDINARY.opens(asked) == ORDINARY.closes(asked) == ()
    walk = called().then(MediationBegun, "2026-09-10")
    agreed = Settled(harmless=True, obliges=False)
    walk.record(settling_acts.draw_up(walk.case, walk.head("2026-09-10"), agreed, PAPER))
    again = acts.call(
        walk.but(co_authorities=()), walk.head("2026-09-11"), ABOVE_TAX, PAPER, DIRECTORY
    )
    assert [row.name for row in ORDINARY.opens(again)] == ["countersign_mediation"]


def test_what_a_released_authority_said_does_not_stand_against_the_draft() -> None:
    """不再共同办理的，其会签意见不再算数；再次通知的，重新会签 (RULES 155)."""
    walk = beside_agreed()
    on = "2026-09-21"
    said = (walk.case, walk.head(on), DECISION, AUTHORITY, PAPER)
    walk.record(acts.oppose(*said, acting=AUTHORITY))
    called(walk, CITY_GOVERNMENT, on)
    release(walk, AUTHORITY, on)
    assert walk.case.drafted
    assert walk.case.drafted.opposed == ()
    called(walk, AUTHORITY, on)
    release(sign(walk, on, organ=CITY_GOVERNMENT), CITY_GOVERNMENT, on)
    assert walk.case.drafted
    assert walk.case.drafted.countersigned == ()
    assert refused(lambda: seal(walk)) == JOINTLY
    assert seal(sign(walk, on, organ=AUTHORITY)).co_authorities == (AUTHORITY,)


def test_who_objected_and_is_released_leaves_the_others_their_days_to_sign() -> None:
    """不同意的机关不再共同办理的，其他机关自该日起重新有五个工作日会签 (RULES 155)."""
    walk = called(beside_agreed(), CITY_GOVERNMENT, "2026-09-21")
    said = (walk.case, walk.head("2026-09-21"), DECISION, AUTHORITY, PAPER)
    walk.record(acts.oppose(*said, acting=AUTHORITY))
    assert ORDINARY.by_name["countersign"] in ORDINARY.closes(walk.facts[-1])
    release(walk, AUTHORITY, "2026-09-22")
    assert [row.name for row in ORDINARY.opens(walk.facts[-1])] == ["countersign"]
    assert walk.last_day("countersign") == day("2026-09-30")
    walk.lapse("countersign", "2026-10-08")
    over = walk.facts[-1]
    assert isinstance(over, CountersignOverdue)
    assert over.organs == (CITY_GOVERNMENT,)


def test_days_to_sign_anew_do_not_run_while_the_case_is_suspended() -> None:
    """中止期间不同意的机关不再共同办理的，其他机关的会签期限自恢复审理起算 (ARL 39; RULES 155)."""
    walk = called(beside_agreed(), CITY_GOVERNMENT, "2026-09-21")
    said = (walk.case, walk.head("2026-09-21"), DECISION, AUTHORITY, PAPER)
    walk.record(acts.oppose(*said, acting=AUTHORITY))
    walk.then(ReconsiderationSuspended, "2026-09-21", cause=Suspension.DEATH, applicant=ANNA)
    release(walk, AUTHORITY, "2026-09-22")
    row = ORDINARY.by_name["countersign"]
    runs = begun(row, walk.facts[-1], CALENDAR)
    assert runs is not None
    assert runs.standing_still
    walk.then(ReconsiderationResumed, "2026-10-12", cause=Suspension.DEATH, applicant=ANNA)
    runs = followed(runs, row, walk.facts[-1])
    assert day_of_expiry(runs.dated(row.warnings, CALENDAR).until) == day("2026-10-19")


def test_where_another_one_objects_still_nobody_has_days_to_sign_anew() -> None:
    """还有机关不同意的，等待退回重拟，不另起会签的期限 (RULES 155)."""
    walk = called(beside_agreed(), CITY_GOVERNMENT, "2026-09-21")
    for organ in (AUTHORITY, CITY_GOVERNMENT):
        said = (walk.case, walk.head("2026-09-21"), DECISION, organ, PAPER)
        walk.record(acts.oppose(*said, acting=organ))
    release(walk, AUTHORITY, "2026-09-22")
    assert ORDINARY.opens(walk.facts[-1]) == ()
