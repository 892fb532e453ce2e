"""Authorities that decide together 共同作出行政复议决定, and what each signs (ARR2026 32)."""

from collections.abc import Callable
from functools import partial

import pytest

from services.reconsideration.domain import co_deciding as acts
from services.reconsideration.domain import (
    drafting,
    gates,
    lawful_deciding,
    settling_acts,
    together,
)
from services.reconsideration.domain.co_deciding import JOINTLY, Agreed, uncalled
from services.reconsideration.domain.ordinary import ORDINARY
from services.reconsideration.domain.settling_acts import Agreed as Settled
from services.reconsideration.pages.steps import step_of
from services.reconsideration.papers.making import paper_of
from services.reconsideration.papers.sorts import SORTS
from shared.contracts.reconsideration import (
    Approval,
    CopyReceived,
    CopySent,
    DecisionMade,
    Outcome,
    ReplyFiled,
    Standing,
    ViewsHeard,
)
from shared.contracts.reconsideration.co_deciding import (
    CoAuthorityCalled,
    CoAuthorityReleased,
    Countersign,
    Countersigned,
    CountersignOverdue,
    CountersignRefused,
)
from shared.contracts.reconsideration.drafting import DecisionApproved, DecisionReturned
from shared.contracts.reconsideration.higher import ElevatedFileReceived
from shared.contracts.reconsideration.joint import (
    JointCopyReceived,
    JointCopySent,
    JointReplyFiled,
    JointRespondentLeft,
    JointRespondentNamed,
)
from shared.contracts.reconsideration.pausing import (
    ReconsiderationResumed,
    ReconsiderationSuspended,
    Suspension,
)
from shared.contracts.reconsideration.settling import (
    MediationBegun,
    MediationDocumentDrawn,
    MediationDocumentSealed,
)
from shared.directory import load
from shared.law.article import ARR2026, RULES, Article
from shared.law.calendar import CALENDAR
from shared.law.period import day_of_expiry
from shared.law.procedure import Refused
from shared.law.running import begun, followed
from tests.reconsideration.deciding import Draft, approved
from tests.reconsideration.makers import (
    ANNA,
    AUTHORITY,
    CITY_GOVERNMENT,
    OTHER,
    PAPER,
    RESPONDENT,
    Walk,
    accepted,
    day,
)
from tests.reconsideration.papered import made_of

TAX, ABOVE_TAX = "620702-shuishou", "620700-shuishou"
BRANCH = "620702-shengtai"
DIRECTORY = load()
SAID = "2026-09-18"
"""The day on which the authority that handles the case agrees to the draft, a Friday."""
HEAD = Agreed(approval=Approval.HEAD, head_consent_id=PAPER)
BY_LETTER = Agreed(approval=Approval.HEAD, head_consent_id=PAPER, letter_id=PAPER)
DECISION, DOCUMENT = Countersign.DECISION, Countersign.MEDIATION


def refused(act: Callable[[], object]) -> Article:
    with pytest.raises(Refused) as said:
        act()
    return said.value.article


def ready(*joint: str, on: str = "2026-09-02") -> Walk:
    """Against the department and those that acted with it; all have replied, all were heard."""
    walk = accepted(on)
    for organ in joint or (TAX,):
        walk.then(JointRespondentNamed, on, organ=organ)
    walk.then(CopySent, on).then(CopyReceived, on).then(ReplyFiled, on)
    for organ in joint or (TAX,):
        walk.then(JointCopySent, on, organ=organ).then(JointCopyReceived, on, organ=organ)
        walk.then(JointReplyFiled, on, organ=organ)
    return walk.then(ViewsHeard, on)


def called(walk: Walk | None = None, organ: str = ABOVE_TAX, on: str = "2026-09-03") -> Walk:
    walk = walk or ready()
    return walk.record(acts.call(walk.case, walk.head(on), organ, PAPER, DIRECTORY))


def agreed_here(walk: Walk | None = None) -> Walk:
    """Called in, and agreed to by the authority that handles the case."""
    return approved(walk or called(), Draft(outcome=Outcome.REVOKED), SAID)


def sign(
    walk: Walk,
    on: str = "2026-09-21",
    organ: str = ABOVE_TAX,
    *,
    acting: str = "",
    what: Countersign = DECISION,
    agreed: Agreed = HEAD,
) -> Walk:
    said = (walk.case, walk.head(on), what, organ, agreed)
    return walk.record(acts.countersign(*said, acting=acting or organ))


def seal(walk: Walk, on: str = "2026-09-21") -> DecisionMade:
    return drafting.seal(walk.case, walk.head(on), "甘政复决字〔2026〕1号")


def drawn(walk: Walk | None = None, on: str = "2026-09-10") -> Walk:
    """A mediation document lies ready, and every party has signed it."""
    walk = (walk or called()).then(MediationBegun, on)
    agreed = Settled(harmless=True, obliges=False)
    walk.record(settling_acts.draw_up(walk.case, walk.head(on), agreed, PAPER))
    for standing, organ in (
        *((Standing.APPLICANT, None), (Standing.RESPONDENT, None)),
        (Standing.RESPONDENT, TAX),
    ):
        signers = (ANNA,) if standing is Standing.APPLICANT else ()
        walk.record(settling_acts.sign(walk.case, walk.head(on), standing, signers, organ))
    return walk


def test_nothing_goes_up_before_the_other_authority_was_called_in() -> None:
    """应当共同作出决定的，通知其他机关共同办理以后才能送审 (ARR2026 32(2))."""
    walk = ready()
    assert uncalled(walk.case, DIRECTORY) == ((ABOVE_TAX,),)
    assert refused(lambda: acts.check_called(walk.case, DIRECTORY)) == ARR2026[32].par(2)
    acts.check_called(called(walk).case, DIRECTORY)
    assert walk.case.co_authorities == (ABOVE_TAX,)


@pytest.mark.parametrize("organ", [CITY_GOVERNMENT, AUTHORITY, "620700-gongan"])
def test_only_a_competent_authority_is_called_in(organ: str) -> None:
    """通知共同办理的，是对共同作出行政行为的机关有管辖权的行政复议机关 (ARR2026 32(2))."""
    walk = ready()
    assert refused(lambda: called(walk, organ)) == JOINTLY


def test_nobody_is_called_in_where_one_authority_is_over_all_or_in_an_application_of_june() -> None:
    """有共同的行政复议机关的，和2026年7月以前的申请，不通知其他机关 (ARR2026 32)."""
    assert refused(lambda: called(ready(OTHER))) == JOINTLY
    assert refused(lambda: called(ready(on="2026-06-30"), on="2026-07-02")) == JOINTLY


def test_an_authority_is_called_in_once() -> None:
    """已经通知的，不再通知 (RULES 155)."""
    walk = called()
    assert refused(lambda: called(walk)) == RULES[155]


def test_of_two_authorities_in_one_place_one_is_enough_and_the_other_can_take_its_place() -> None:
    """可以由两个机关之一管辖的，通知其中一个；改由另一个的，先前的不再共同办理 (ARR2026 21, 32)."""
    walk = accepted("2026-09-02", authority=ABOVE_TAX, respondent=TAX)
    walk.then(JointRespondentNamed, "2026-09-02", organ=BRANCH)
    called(walk, AUTHORITY)
    acts.check_called(walk.case, DIRECTORY)
    leave = partial(acts.release, organ=AUTHORITY, reason_id=PAPER, register=DIRECTORY)
    assert refused(lambda: leave(walk.case, walk.head("2026-09-04"))) == JOINTLY
    called(walk, CITY_GOVERNMENT)
    walk.record(leave(walk.case, walk.head("2026-09-04")))
    assert walk.case.co_authorities == (CITY_GOVERNMENT,)


def test_who_is_not_competent_any_more_is_released_with_reasons() -> None:
    """被申请人变更以后没有管辖权的，写明理由，不再共同办理 (RULES 155)."""
    walk = called()
    leave = partial(acts.release, organ=ABOVE_TAX, reason_id=PAPER, register=DIRECTORY)
    assert acts.superfluous(walk.case, DIRECTORY) == ()
    assert refused(lambda: leave(walk.case, walk.head("2026-09-08"))) == JOINTLY
    walk.then(JointRespondentLeft, "2026-09-08", organ=TAX)
    assert acts.superfluous(walk.case, DIRECTORY) == (ABOVE_TAX,)
    walk.record(leave(walk.case, walk.head("2026-09-08")))
    assert walk.case.co_authorities == ()
    assert refused(lambda: leave(walk.case, walk.head("2026-09-08"))) == JOINTLY


def test_no_decision_is_sealed_that_one_of_them_has_not_signed() -> None:
    """其他机关没有会签的，不得用印；会签以后作出的决定写明共同作出的机关 (ARR2026 32(2))."""
    walk = agreed_here()
    assert refused(lambda: seal(walk)) == JOINTLY
    made = seal(sign(walk))
    assert made.co_authorities == (ABOVE_TAX,)
    lawful_deciding.countersigned_by_all(walk.case, made)


def test_a_decision_that_did_not_wait_for_a_signature_is_found_in_the_books() -> None:
    """没有等会签就作出的决定，核对时查得出来 (ARR2026 32(2))."""
    walk = agreed_here()
    made = Walk.of(walk.case).then(DecisionMade, "2026-09-21").facts[-1]
    assert isinstance(made, DecisionMade)
    assert refused(lambda: lawful_deciding.countersigned_by_all(walk.case, made)) == JOINTLY


def test_what_is_not_agreed_to_here_is_signed_by_nobody_else() -> None:
    """办理的机关审批同意以后才会签，不早于同意之日，每个机关一次 (RULES 155)."""
    walk = called()
    assert refused(lambda: sign(walk)) == RULES[155]
    agreed_here(walk)
    assert refused(lambda: sign(walk, "2026-09-17")) == RULES[155]
    early = Agreed(approval=Approval.HEAD, consented_on=day("2026-09-17"))
    assert refused(lambda: sign(walk, agreed=early)) == RULES[155]
    assert refused(lambda: sign(walk, organ=CITY_GOVERNMENT)) == JOINTLY
    sign(walk)
    assert refused(lambda: sign(walk)) == RULES[155]


def test_each_speaks_for_itself_or_the_one_that_handles_records_its_letter() -> None:
    """会签由该机关自己记载，或者由办理的机关按其复函记载，不由别的机关记载 (RULES 155)."""
    assert refused(lambda: sign(agreed_here(), acting=CITY_GOVERNMENT)) == RULES[155]
    walk = sign(agreed_here(), acting=AUTHORITY, agreed=BY_LETTER)
    assert walk.case.drafted
    assert walk.case.drafted.countersigned == (ABOVE_TAX,)


def test_who_does_not_agree_sends_it_back_and_what_is_drafted_anew_is_signed_anew() -> None:
    """不同意会签的退回重拟，重拟以后重新会签 (RULES 155)."""
    walk = agreed_here()
    against = acts.oppose(
        walk.case, walk.head("2026-09-21"), DECISION, ABOVE_TAX, PAPER, acting=ABOVE_TAX
    )
    walk.record(against)
    assert refused(lambda: seal(walk)) == RULES[155]
    assert refused(lambda: sign(walk)) == RULES[155]
    now = walk.head("2026-09-21").at
    step = step_of(walk.case, by="o-1", now=now, calendar=CALENDAR, register=DIRECTORY)
    assert "退回重拟" in step.says
    walk.then(DecisionReturned, "2026-09-22", reason_id=PAPER)
    approved(walk, Draft(outcome=Outcome.REVOKED), "2026-09-23")
    assert refused(lambda: seal(walk, "2026-09-24")) == JOINTLY
    assert seal(sign(walk, "2026-09-24"), "2026-09-24").co_authorities == (ABOVE_TAX,)


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


def test_a_mediation_document_is_signed_by_the_other_authority_before_the_seal() -> None:
    """调解书同样由共同办理的机关会签以后盖印，重新制作的重新会签 (ARR2026 32(2); RULES 155)."""
    walk = drawn()
    assert ORDINARY.opens(next(f for f in walk.facts if isinstance(f, MediationDocumentDrawn)))
    assert refused(lambda: settling_acts.seal(walk.case, walk.head("2026-09-11"))) == JOINTLY
    sign(walk, "2026-09-11", what=DOCUMENT)
    sealed = settling_acts.seal(walk.case, walk.head("2026-09-11"))
    assert isinstance(sealed, MediationDocumentSealed)
    assert refused(lambda: sign(walk, "2026-09-11")) == RULES[155]
    agreed = Settled(harmless=True, obliges=False)
    walk.record(settling_acts.draw_up(walk.case, walk.head("2026-09-14"), agreed, PAPER))
    assert walk.case.talks
    assert walk.case.talks.countersigned == ()


def test_all_that_is_lacking_says_who_is_to_be_called_and_who_to_sign() -> None:
    """案卷写明还应当通知哪个机关、还有哪个机关没有会签 (ARR2026 32(2))."""

    def lacks(walk: Walk) -> set[Article]:
        found = gates.lacking(walk.case, walk.head("2026-09-21"), DIRECTORY)
        return {one.article for one in found}

    assert JOINTLY in lacks(ready())
    assert JOINTLY not in lacks(called())
    assert JOINTLY in lacks(agreed_here())
    assert JOINTLY not in lacks(sign(agreed_here()))


def test_the_next_step_is_to_call_in_and_then_to_wait_for_the_signature() -> None:
    """下一步：送审以前先通知共同办理，审批以后等待会签，都会签以后用印 (ARR2026 32(2))."""

    def step(walk: Walk) -> tuple[str, str]:
        now = walk.head("2026-09-21").at
        told = step_of(walk.case, by="o-1", now=now, calendar=CALENDAR, register=DIRECTORY)
        return told.act, told.says

    walk = approved(ready(), Draft(outcome=Outcome.REVOKED), SAID)
    walk.then(DecisionReturned, "2026-09-21", reason_id=PAPER)
    draft = Draft(outcome=Outcome.REVOKED)
    walk.record(drafting.record_findings(walk.case, walk.head("2026-09-21"), (draft.finding,)))
    walk.record(drafting.draft(walk.case, walk.head("2026-09-21"), draft.drafted, PAPER))
    assert step(walk)[0] == "co-authority"
    walk = agreed_here()
    assert step(walk)[0] == ""
    assert "会签" in step(walk)[1]
    assert step(sign(walk))[0] == "seal"


def test_whoever_takes_the_case_up_from_above_decides_it_alone() -> None:
    """经上级提级的，由上级决定，不再共同办理 (ARL 38; ARR2026 32)."""
    walk = called().then(ElevatedFileReceived, "2026-09-10")
    assert walk.case.co_authorities == ()
    assert uncalled(walk.case, DIRECTORY) == ()


def test_cases_that_different_authorities_decide_are_not_decided_by_one_paper() -> None:
    """共同作出决定的机关不同的案件，不能合并作出决定 (ARR2026 32, 43)."""
    one, other = called(), ready()
    first = one.but(joined=(other.case.case_id,))
    second = other.but(joined=(first.case_id,))
    assert refused(lambda: together.check_joined(first, second)) == RULES[155]


def test_the_decision_bears_the_names_of_all_who_made_it_with_a_place_for_each_seal() -> None:
    """决定书写明共同作出，各机关署名，字号是办理机关的 (ARR2026 32(2))."""
    paper = paper_of(SORTS["decision"], made_of(DecisionMade, SAID, co_authorities=(ABOVE_TAX,)))
    name = DIRECTORY.organ(ABOVE_TAX).name
    assert paper.signers == (paper.organ, name)
    text = "".join(str(one) for one in paper.body)
    assert f"由本机关和{name}共同作出决定" in text
    alone = paper_of(SORTS["decision"], made_of(DecisionMade, SAID))
    assert alone.signers == (alone.organ,)


def test_the_other_authority_is_asked_by_a_letter_that_says_until_when() -> None:
    """共同办理函写明由谁办理、何时会签 (ARR2026 32(2); RULES 155)."""
    matter = made_of(CoAuthorityCalled, "2026-09-03", organ=ABOVE_TAX)
    paper = paper_of(SORTS["co-authority"], matter)
    assert paper.addressee == DIRECTORY.organ(ABOVE_TAX).name
    assert "五个工作日" in "".join(str(one) for one in paper.body)


def test_an_act_of_the_department_alone_is_decided_by_one_authority() -> None:
    """单独作出的行政行为，不由几个机关共同决定 (ARR2026 32)."""
    walk = accepted("2026-09-02")
    assert walk.case.respondents == (RESPONDENT,)
    assert uncalled(walk.case, DIRECTORY) == ()
