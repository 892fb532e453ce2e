"""A respondent wrongly named 错列被申请人 (ARL 19; ARR2026 29; ARR2007 22)."""

from collections.abc import Callable

import pytest

from services.reconsideration.domain import settling_acts
from services.reconsideration.domain.acceptance import accept, decline
from services.reconsideration.domain.assigning import convert
from services.reconsideration.domain.changing import change, take_back, tell_to_change
from services.reconsideration.domain.decision import request_opinion
from services.reconsideration.domain.gates import (
    check_consulted,
    check_hearing_held,
    must_hold_hearing,
)
from services.reconsideration.domain.ordinary import ORDINARY, State
from services.reconsideration.domain.ordinary_2007 import ORDINARY_2007
from services.reconsideration.domain.respondent import Acting
from services.reconsideration.domain.standing import act_as_applicants
from services.reconsideration.domain.talks import Talks
from services.reconsideration.domain.unfinished import check_nothing_open
from shared.contracts.fact import CLOCK
from shared.contracts.reconsideration import (
    Condition,
    ConsultationGround,
    ConsultationRequested,
    CopyReceived,
    CopySent,
    DecisionOverdue,
    OpinionRecorded,
    Outcome,
    ReplyFiled,
    Stance,
    Standing,
    ViewsHeard,
)
from shared.contracts.reconsideration.admissibility import ConditionFound, ConditionsFound, Verdict
from shared.contracts.reconsideration.assigning import SimplifiedChosen, Track
from shared.contracts.reconsideration.hearing_held import (
    HearingHeld,
    HearingNotified,
    HearingSet,
    HearingWaived,
)
from shared.contracts.reconsideration.inquiring import AppraisalRequested
from shared.contracts.reconsideration.people import AgentNamed
from shared.contracts.reconsideration.respondent import (
    Capacity,
    RespondentChanged,
    RespondentChangeTold,
    RespondentReplaced,
)
from shared.contracts.reconsideration.settling import (
    MediationBegun,
    MediationDocumentDrawn,
    MediationDocumentSigned,
)
from shared.law.article import ARL, ARR2007, ARR2026, Article
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration.deciding import Draft, approved, decide
from tests.reconsideration.makers import (
    ANNA,
    BERT,
    PAPER,
    RESPONDENT,
    Walk,
    accepted,
    day,
    examined,
    received,
)

RIGHT = "620702-shijian"
ENTRUSTED = Acting(organ=RESPONDENT, capacity=Capacity.ENTRUSTED, behind=RIGHT)


def told(walk: Walk, on: str, acting: Acting = ENTRUSTED) -> Walk:
    return walk.record(tell_to_change(walk.case, walk.head(on), acting, PAPER))


def changed(walk: Walk, on: str, to: str = RIGHT) -> Walk:
    return walk.record(change(walk.case, walk.head(on), to, "620702", PAPER))


def refused(act: Callable[[], object]) -> Article:
    with pytest.raises(Refused) as refusal:
        act()
    return refusal.value.article


def test_who_entrusted_the_act_is_the_respondent_and_the_applicant_is_told_so() -> None:
    """委托的行政机关是被申请人，告知申请人变更 (ARL 19; ARR2026 29)."""
    fact = told(received("2026-09-23"), "2026-09-24").facts[-1]
    assert isinstance(fact, RespondentChangeTold)
    assert (fact.respondent_organs, fact.article) == ((RIGHT,), "ARL 19(3)")


def test_nobody_is_told_to_change_a_respondent_who_is_right() -> None:
    """所列被申请人没有错的，不得告知变更 (ARL 19)."""
    walk = received("2026-09-23")
    own = Acting(organ=RESPONDENT)
    assert refused(lambda: told(walk, "2026-09-24", own)) == ARL[19].par(1)


def test_who_should_be_named_is_said_when_one_is_told_to_change() -> None:
    """告知变更，应当写明变更为哪个机关 (ARL 19)."""
    walk = received("2026-09-23")
    unsaid = Acting(organ=RESPONDENT, capacity=Capacity.ENTRUSTED)
    assert refused(lambda: told(walk, "2026-09-24", unsaid)) == ARL[19].par(3)


def test_who_was_told_and_has_not_changed_is_not_accepted_and_may_be_declined() -> None:
    """不同意变更的，不予受理并说明理由 (ARR2026 29)."""
    walk = told(received("2026-09-23"), "2026-09-24")
    at = walk.head("2026-09-25")
    assert refused(lambda: accept(walk.case, at, calendar=CALENDAR)) == ARR2026[29]
    fact = decline(walk.case, at, Condition.PARTIES, PAPER, calendar=CALENDAR)
    assert fact.missing is Condition.PARTIES


def test_once_changed_the_application_is_accepted_against_the_one_named_now() -> None:
    """变更被申请人后符合规定的，应当受理 (ARR2026 29)."""
    walk = changed(told(received("2026-09-23"), "2026-09-24"), "2026-09-25")
    assert isinstance(walk.facts[-1], RespondentChanged)
    assert (walk.case.respondent, walk.case.state) == (RIGHT, State.RECEIVED)
    assert accept(walk.case, walk.head("2026-09-28"), calendar=CALENDAR).departure_id is None


def test_the_competent_authority_is_that_of_the_respondent_named_now() -> None:
    """变更后不属于本机关管辖的，不得受理 (ARL 24, 30)."""
    walk = changed(told(received("2026-09-23"), "2026-09-24"), "2026-09-25")
    elsewhere = ("620700-government",)
    at = walk.head("2026-09-28")
    assert refused(lambda: accept(walk.case, at, calendar=CALENDAR, competent=elsewhere)) == ARL[
        30
    ].par(1, 6)


@pytest.mark.parametrize("to", ["620702-gongan", RESPONDENT])
def test_a_change_to_another_than_was_told_is_none(to: str) -> None:
    """变更后所列被申请人仍不符合规定的，不是变更 (ARR2026 29)."""
    walk = told(received("2026-09-23"), "2026-09-24")
    assert refused(lambda: changed(walk, "2026-09-25", to)) == ARR2026[29]


def test_the_days_of_review_run_on_while_the_applicant_is_told() -> None:
    """告知变更不中断审查期限 (ARL 30)."""
    walk = received("2026-09-23")
    review = walk.last_day("review")
    told(walk, "2026-09-24")
    assert walk.case.procedure.opens(walk.facts[-1]) == ()
    assert review == day("2026-10-08")


def test_in_handling_the_one_named_now_is_sent_the_copy_and_has_its_own_days() -> None:
    """审理中变更的，向新的被申请人发送副本，重新计算答复期限 (ARL 48)."""
    walk = changed(told(examined(), "2026-03-23"), "2026-03-25")
    assert isinstance(walk.facts[-1], RespondentReplaced)
    assert (walk.case.state, walk.case.respondent) == (State.ACCEPTED, RIGHT)
    assert walk.last_day("send_copy") == day("2026-04-03")
    upheld = Draft(outcome=Outcome.UPHELD)
    early = refused(lambda: decide(Walk.of(walk.case), upheld, "2026-03-26"))
    assert early == ARL[48]
    walk.then(CopySent, "2026-03-26").then(CopyReceived, "2026-03-27")
    assert walk.last_day("reply") == day("2026-04-13")
    walk.then(ReplyFiled, "2026-04-01").then(ViewsHeard, "2026-04-02")
    draft = Draft(outcome=Outcome.REVOKED)
    assert decide(walk, draft, "2026-04-03").case.outcome is Outcome.REVOKED


def test_what_the_one_named_before_was_found_told_or_signed_does_not_bind_the_new_one() -> None:
    """变更被申请人的，此前的认定、拟稿、听证、签字和代理对新的被申请人不作数 (ARL 51, 61, 73)."""
    walk = approved(examined().then(HearingHeld, "2026-03-26"), Draft(outcome=Outcome.REVOKED))
    walk.then(HearingSet, "2026-04-17")
    for who in (Standing.APPLICANT, Standing.RESPONDENT):
        walk.then(HearingNotified, "2026-04-17", standing=who)
    walk.then(AgentNamed, "2026-04-17", standing=Standing.RESPONDENT, principal=None, sort="staff")
    walk.then(MediationBegun, "2026-04-17").then(MediationDocumentDrawn, "2026-04-17")
    walk.then(MediationDocumentSigned, "2026-04-17", standing=Standing.RESPONDENT, signers=())
    case = changed(told(walk, "2026-04-17"), "2026-04-20").case
    assert (case.findings, case.drafted, case.participants.agents) == ((), None, ())
    assert case.hearing is not None
    assert set(case.hearing.notified) == {Standing.APPLICANT}
    assert not case.hearing_done
    assert case.talks is None


def answered(ground: ConsultationGround) -> Walk:
    """The committee has spoken, and the applicant stayed away from a hearing."""
    walk = examined().then(ConsultationRequested, "2026-03-23", ground=ground)
    walk.then(OpinionRecorded, "2026-03-24").then(HearingSet, "2026-03-24")
    return walk.then(HearingWaived, "2026-04-02")


def test_an_opinion_on_the_reply_of_the_one_before_is_none_and_a_hearing_is_open_again() -> None:
    """变更被申请人的，此前的咨询意见、放弃听证不作数，另行提请和听证 (ARL 50, 52; RULES 151)."""
    ground = ConsultationGround.GRAVE
    case = changed(told(answered(ground), "2026-04-03"), "2026-04-07").case
    assert (case.stance, case.opinion_id, case.hearing_done) == (None, None, False)
    assert must_hold_hearing(case)
    assert refused(lambda: check_consulted(case)) == ARL[52].par(2)
    assert refused(lambda: check_hearing_held(case, dismisses=False)) == ARL[50].par(1)
    again = Walk.of(case)
    page = request_opinion(case, again.head("2026-04-08"), ground, PAPER)
    assert page.respondents == (RIGHT,)
    assert again.record(page).case.consultation_ground is ground


def test_a_technical_case_stays_one_and_what_the_committee_is_still_asked_stays_asked() -> None:
    """专业性较强的认定不因变更消失；尚未提出意见的咨询继续，随案变更被申请人 (ARL 52; RULES 72)."""
    technical = answered(ConsultationGround.TECHNICAL)
    case = changed(told(technical, "2026-04-03"), "2026-04-07").case
    assert (case.consultation_ground, case.technical, case.grave) == (None, True, False)
    asked = examined().then(ConsultationRequested, "2026-03-23")
    case = changed(told(asked, "2026-03-23"), "2026-03-25").case
    assert case.consultation_ground is ConsultationGround.TECHNICAL


def test_a_page_from_before_opinions_fell_with_the_respondent_takes_none() -> None:
    """以前变更被申请人的页没有写明的，已经提出的咨询意见仍在 (RULES 151)."""
    walk = changed(told(answered(ConsultationGround.NEEDED), "2026-04-03"), "2026-04-07")
    [page] = [one for one in walk.facts if isinstance(one, RespondentReplaced)]
    assert page.asks_anew
    case = answered(ConsultationGround.NEEDED).case
    old = RespondentReplaced.model_validate(
        page.model_dump(exclude={"asks_anew"})
        | {"head": page.head.model_copy(update={"version": case.version + 1})}
    )
    assert case.after(old).stance is Stance.AGREES


def test_with_the_one_named_now_talks_begin_anew_if_it_too_is_willing() -> None:
    """变更被申请人的，此前的调解终了，新的被申请人也愿意的，另行开始 (ARL 5, 73)."""
    walk = examined().then(MediationBegun, "2026-03-23").then(MediationDocumentDrawn, "2026-03-23")
    changed(told(walk, "2026-03-23"), "2026-03-25")
    at = walk.head("2026-03-26")
    gone = refused(lambda: settling_acts.sign(walk.case, at, Standing.APPLICANT, ()))
    assert gone == ARL[5].par(1)
    begun = (walk.case, at, PAPER)
    unwilling = refused(lambda: settling_acts.begin(*begun, applicants=True, respondent=False))
    assert unwilling == ARL[5].par(2)
    walk.record(settling_acts.begin(*begun, applicants=True, respondent=True))
    assert walk.case.talks == Talks(since=day("2026-03-26"))


def test_what_the_one_named_before_asked_to_be_appraised_is_asked_no_more() -> None:
    """变更被申请人的，此前的被申请人的鉴定申请不再答复，其他当事人的仍须答复 (ARR2026 45)."""
    walk = examined()
    for who in (Standing.RESPONDENT, Standing.APPLICANT):
        walk.then(AppraisalRequested, "2026-03-23", standing=who)
    case = changed(told(walk, "2026-03-24"), "2026-03-25").case
    assert case.evidence.appraisal_asked == (Standing.APPLICANT,)
    alone = examined().then(AppraisalRequested, "2026-03-23", standing=Standing.RESPONDENT)
    case = changed(told(alone, "2026-03-24"), "2026-03-25").case
    check_nothing_open(case, day("2026-03-26"))


def test_in_handling_nobody_is_put_in_place_over_whom_another_authority_is_competent() -> None:
    """受理后变更的被申请人不由本机关管辖的，驳回申请，不得变更继续审理 (ARL 24, 33)."""
    walk, elsewhere = told(examined(), "2026-03-23"), ("620700-government",)
    at = walk.head("2026-03-25")
    new = (walk.case, at, RIGHT, "620702", PAPER)
    assert refused(lambda: change(*new, competent=elsewhere)) == ARL[33]
    assert change(*new, competent=(*elsewhere, walk.case.authority)).respondent == RIGHT


def test_what_was_found_of_the_parties_is_found_anew_for_the_one_named_now() -> None:
    """变更被申请人的，当事人、管辖两项条件重新认定，其余的认定不变 (ARL 30)."""
    found = [
        ConditionFound(condition=one, verdict=Verdict.UNMET, article="ARL 30(1)")
        for one in (Condition.PARTIES, Condition.JURISDICTION, Condition.SCOPE)
    ]
    walk = told(received("2026-09-23"), "2026-09-24")
    walk.then(ConditionsFound, "2026-09-24", conditions=tuple(found))
    case = changed(walk, "2026-09-25").case
    assert [one.condition for one in case.conditions] == [Condition.SCOPE]


def test_in_handling_who_does_not_change_has_the_application_dismissed() -> None:
    """受理后发现错列而不变更的，驳回申请 (ARL 33)."""
    walk = told(examined(), "2026-03-23")
    upheld, on = Draft(outcome=Outcome.UPHELD), "2026-03-26"
    assert refused(lambda: decide(Walk.of(walk.case), upheld, on)) == ARL[33]
    dismissed = decide(walk, Draft(outcome=Outcome.APPLICATION_DISMISSED), on)
    assert dismissed.case.outcome is Outcome.APPLICATION_DISMISSED


def test_a_notice_that_was_wrong_is_taken_back_and_the_case_is_decided() -> None:
    """告知变更有误的，收回告知，案件对所列被申请人继续审理，可以作出其他决定 (ARR2026 29)."""
    walk = told(examined(), "2026-03-23")
    walk.record(take_back(walk.case, walk.head("2026-03-24"), PAPER))
    assert walk.case.respondents_told == ()
    assert refused(lambda: take_back(walk.case, walk.head("2026-03-25"), PAPER)) == ARR2007[22]
    told_again = told(Walk.of(walk.case), "2026-03-25")
    assert told_again.case.respondents_told == (RIGHT,)
    decided = decide(walk, Draft(outcome=Outcome.UPHELD), "2026-03-26")
    assert decided.case.outcome is Outcome.UPHELD


def test_a_late_simplified_case_is_converted_so_that_its_respondent_can_be_changed() -> None:
    """简易程序逾期的，因变更被申请人仍可以转为普通程序，再行变更 (ARL 55; ARR2026 29)."""
    walk = accepted().then(SimplifiedChosen, "2026-03-05")
    walk.then(DecisionOverdue, "2026-04-06", by=CLOCK)
    late = "2026-04-08"
    assert refused(lambda: convert(walk.case, walk.head(late), PAPER, CALENDAR)) == ARL[55]
    told(walk, late)
    walk.record(convert(walk.case, walk.head(late), PAPER, CALENDAR))
    assert changed(walk, late).case.respondent == RIGHT


def test_also_past_the_sixty_days_it_is_converted_for_the_change_and_stays_overdue() -> None:
    """六十日也已届满的，因变更被申请人仍可以转为普通程序，不再起算期限 (ARL 55, 62; ARR2026 29)."""
    walk = accepted().then(SimplifiedChosen, "2026-03-05")
    walk.then(DecisionOverdue, "2026-04-06", by=CLOCK)
    late = "2026-05-20"
    told(walk, late)
    page = convert(walk.case, walk.head(late), PAPER, CALENDAR)
    walk.record(page)
    assert (page.overdue, [one.name for one in ORDINARY.opens(page)]) == (True, [])
    assert "decide_simplified" not in {one.name for one in ORDINARY.closes(page)}
    assert (walk.case.track, walk.case.overdue_on) == (Track.ORDINARY, day("2026-04-06"))
    assert changed(walk, late).case.respondent == RIGHT
    in_time = told(accepted().then(SimplifiedChosen, "2026-03-05"), "2026-03-09")
    page = convert(in_time.case, in_time.head("2026-03-10"), PAPER, CALENDAR)
    assert (page.overdue, [one.name for one in ORDINARY.opens(page)]) == (False, ["decide"])
    assert "decide_simplified" in {one.name for one in ORDINARY.closes(page)}


def test_once_accepted_nobody_changes_the_respondent_untold() -> None:
    """受理以后，经告知错列的才变更 (ARR2007 22)."""
    assert refused(lambda: changed(accepted(), "2026-03-09")) == ARR2007[22]


def test_in_the_simplified_procedure_the_case_is_converted_first() -> None:
    """被申请人有变更的，先转为普通程序 (ARL 55)."""
    walk = told(accepted().then(SimplifiedChosen, "2026-03-05"), "2026-03-09")
    assert refused(lambda: changed(walk, "2026-03-10")) == ARL[55]


def test_the_regulation_of_2007_had_the_same_duty_to_tell() -> None:
    """2026年6月30日以前，告知变更的依据是旧条例 (ARR2007 22)."""
    rows = [m for m in ORDINARY_2007.moves if m.on in (RespondentChangeTold, RespondentReplaced)]
    assert {row.article for row in rows} == {ARR2007[22]}


def test_one_of_several_applicants_does_not_change_the_respondent_for_the_others() -> None:
    """申请人有数人的，一人在网上变更被申请人的不收；办案人员登记的不问 (ARR2026 29)."""
    case = received(applicants=(ANNA, BERT)).case
    of = ("变更被申请人", ARR2026[29])
    alone = refused(lambda: act_as_applicants(case, frozenset({ANNA}), *of))
    assert alone == ARR2026[29]
    act_as_applicants(case, frozenset({ANNA, BERT}), *of)
    act_as_applicants(case, None, *of)
