"""From acceptance to service of the decision (ARL chapters 4 and 5)."""

from uuid import UUID

import pytest

from services.reconsideration.domain import decision, drafting, remedies
from services.reconsideration.domain.decision import Asked
from services.reconsideration.domain.drafted import Draft as Several
from services.reconsideration.domain.gates import must_consult, must_hold_hearing
from services.reconsideration.domain.joint import Joint
from services.reconsideration.domain.ordinary import ORDINARY, State
from shared.contracts.reconsideration import (
    ApplicationWithdrawn,
    Approval,
    Compensation,
    ConsultationGround,
    ConsultationRequested,
    CopySent,
    DecisionDelivered,
    DecisionExtended,
    OpinionRecorded,
    Outcome,
    ReconsiderationTerminated,
    ReplyFiled,
    Stance,
    Standing,
    ViewsHeard,
    ViewsManner,
    ViewsUnavailable,
)
from shared.contracts.reconsideration.assigning import ComplexityFound, ReviewersAssigned
from shared.contracts.reconsideration.hearing_held import HearingHeld
from shared.contracts.reconsideration.judged import Disposition
from shared.contracts.reconsideration.people import ThirdPersonJoined
from shared.contracts.reconsideration.proving import EvidenceExamined, EvidenceSubmitted, Examined
from shared.law.article import ARL, ARR2026, RULES, Article
from shared.law.calendar import CALENDAR
from shared.law.period import CalendarDays
from shared.law.procedure import Refused
from tests.reconsideration.deciding import Draft, decide
from tests.reconsideration.makers import (
    ANNA,
    AUTHORITY,
    BERT,
    PAPER,
    Walk,
    accepted,
    day,
    decided,
    examined,
    received,
    replying,
)

REVOKE, UPHOLD = Draft(outcome=Outcome.REVOKED), Draft(outcome=Outcome.UPHELD)
DISMISS = Draft(outcome=Outcome.APPLICATION_DISMISSED)


def refused(walk: Walk, draft: Draft, on: str = "2026-04-17") -> Article:
    """The article that refuses this decision."""
    with pytest.raises(Refused) as refusal:
        decide(walk, draft, on)
    return refusal.value.article


def asked(on: str = "2026-03-12") -> Walk:
    return examined().then(ConsultationRequested, on)


def test_the_copy_goes_out_within_seven_working_days_over_qingming() -> None:
    """自受理之日起七日内发送副本 (ARL 48, 88)."""
    assert accepted("2026-04-01").last_day("send_copy") == day("2026-04-13")


def test_the_respondents_ten_working_days_run_from_receipt() -> None:
    """自收到副本之日起十日内答复 (ARL 48)."""
    assert replying("2026-03-10").last_day("reply") == day("2026-03-24")


def test_a_reply_that_did_not_come_cannot_come_later() -> None:
    """逾期不答复，视为没有证据、依据 (ARL 70)."""
    walk = replying().lapse("reply", "2026-03-24")
    assert (walk.case.state, walk.case.reply_forfeited) == (State.EXAMINING, True)
    with pytest.raises(Refused):
        walk.then(ReplyFiled, "2026-03-25")


def test_an_act_without_evidence_is_not_upheld() -> None:
    walk = replying().lapse("reply", "2026-03-24").then(ViewsHeard, "2026-03-25")
    assert refused(walk, UPHOLD) == ARL[70]
    shown = Draft(outcome=Outcome.UPHELD, third_party_evidence=True)
    walk.then(ThirdPersonJoined, "2026-03-25")
    walk.then(EvidenceSubmitted, "2026-03-25", standing=Standing.THIRD)
    walk.then(EvidenceExamined, "2026-03-25")
    assert refused(walk, shown) == ARL[49], "a third person who takes part is heard, too"
    walk.then(ViewsHeard, "2026-03-25", standing=Standing.THIRD)
    assert decide(walk, shown).case.state is State.DECIDED


def test_what_a_third_person_proved_stands_on_the_list_and_is_not_untrue() -> None:
    """涉及第三人合法权益，第三人提供证据的除外：目录中要有，且查证属实 (ARL 43, 70)."""
    walk = replying().lapse("reply", "2026-03-24").then(ViewsHeard, "2026-03-25")
    walk.then(ThirdPersonJoined, "2026-03-25")
    walk.then(ViewsHeard, "2026-03-25", standing=Standing.THIRD)
    shown = Draft(outcome=Outcome.UPHELD, third_party_evidence=True)
    assert refused(walk, shown) == ARL[70]
    walk.then(EvidenceSubmitted, "2026-03-25", standing=Standing.THIRD)
    untrue = Walk.of(walk.case).then(EvidenceExamined, "2026-03-25", examined=Examined.UNTRUE)
    assert refused(untrue, shown) == ARL[70]
    walk.then(EvidenceExamined, "2026-03-25")
    assert decide(walk, shown).case.state is State.DECIDED


def test_a_reply_without_evidence_is_no_answer() -> None:
    """只提出书面答复、没有提交证据和依据的，视为没有证据、依据，不得维持 (ARL 44, 48, 68, 70)."""
    bare = Draft(outcome=Outcome.UPHELD, evidence_submitted=None)
    assert refused(examined(), bare) == ARL[70]
    acted = {"duty": "done_before"}
    done = Draft(outcome=Outcome.REQUEST_DISMISSED, evidence_submitted=None, found=acted)
    assert refused(examined(), done) == ARL[70]
    baseless = Draft(outcome=Outcome.REVOKED, evidence_submitted=None)
    assert decide(examined(), baseless).case.outcome is Outcome.REVOKED


def test_a_piece_of_the_respondent_or_a_finding_says_that_it_proved() -> None:
    """证据目录有被申请人的证据，或者认定其随答复提交的，可以维持 (ARL 48, 70)."""
    bare = Draft(outcome=Outcome.UPHELD, evidence_submitted=None)
    walk = examined().then(EvidenceSubmitted, "2026-03-20", standing=Standing.RESPONDENT)
    walk.then(EvidenceExamined, "2026-03-23")
    assert decide(walk, bare).case.findings[0].evidence_submitted is True
    assert decide(examined(), UPHOLD).case.state is State.DECIDED
    of_this = Draft(outcome=Outcome.UPHELD, evidence_submitted=False)
    other = examined().then(EvidenceSubmitted, "2026-03-20", standing=Standing.RESPONDENT)
    other.then(EvidenceExamined, "2026-03-23")
    assert refused(other, of_this) == ARL[70], "nothing of this act was among it"


def test_what_an_applicant_handed_in_does_not_prove_for_the_respondent() -> None:
    """举证责任在被申请人 (ARL 44)."""
    walk = examined().then(EvidenceSubmitted, "2026-03-20").then(EvidenceExamined, "2026-03-23")
    assert refused(walk, Draft(outcome=Outcome.UPHELD, evidence_submitted=None)) == ARL[70]


def test_no_decision_before_acceptance() -> None:
    """受理后方可作出决定 (ARL 61)."""
    assert refused(received(), REVOKE) == ARL[61]


def test_no_decision_before_the_copy_is_sent_nor_while_the_reply_runs() -> None:
    assert refused(accepted().then(ViewsHeard, "2026-03-06"), REVOKE) == ARL[48]
    assert refused(accepted().then(CopySent, "2026-03-06"), REVOKE) == ARL[48]
    assert refused(replying().then(ViewsHeard, "2026-03-11"), REVOKE) == ARL[48]


def test_no_decision_before_the_applicant_is_heard() -> None:
    """应当听取当事人的意见 (ARL 49)."""
    walk = replying().then(ReplyFiled, "2026-03-20")
    assert refused(walk, REVOKE) == ARL[49]
    walk.then(ViewsHeard, "2026-03-21", standing=Standing.RESPONDENT)
    assert refused(walk, REVOKE) == ARL[49]
    walk.then(ViewsUnavailable, "2026-03-23")
    assert decide(walk, REVOKE).case.state is State.DECIDED


def test_no_decision_without_the_opinion_that_was_asked_for() -> None:
    """应当提请咨询的，记录咨询意见 (ARL 52)."""
    walk = asked()
    assert refused(walk, REVOKE) == ARL[52].par(2)
    walk.then(OpinionRecorded, "2026-04-01")
    assert decide(walk, REVOKE).case.outcome is Outcome.REVOKED


def test_a_grave_case_is_not_decided_without_a_hearing() -> None:
    """审理重大、疑难、复杂的案件，应当组织听证 (ARL 50)."""
    grave = examined().then(ConsultationRequested, "2026-03-12", ground=ConsultationGround.GRAVE)
    walk = grave.then(OpinionRecorded, "2026-04-01")
    assert refused(walk, REVOKE) == ARL[50].par(1)
    walk.then(ViewsHeard, "2026-04-07", manner=ViewsManner.HEARING)
    assert refused(walk, REVOKE) == ARL[50].par(1)  # an opinion heard is no hearing
    walk.then(HearingHeld, "2026-04-08")
    assert decide(walk, REVOKE).case.outcome is Outcome.REVOKED


def test_an_authority_that_reviews_its_own_act_must_ask_the_committee() -> None:
    """省级人民政府对本机关行政行为的案件应当提请咨询 (ARL 52)."""
    assert must_consult(examined().but(respondent=AUTHORITY))
    assert not must_consult(examined().case)


def test_what_the_committee_was_asked_by_mistake_is_taken_back_until_it_has_spoken() -> None:
    """提请的情形选错的，咨询意见提出以前可以撤回；提出以后不得撤回 (ARL 52; RULES 151)."""
    walk = examined().then(ConsultationRequested, "2026-03-23", ground=ConsultationGround.GRAVE)
    assert must_hold_hearing(walk.case)
    walk.record(decision.withdraw_request(walk.case, walk.head("2026-03-24"), PAPER))
    assert not must_hold_hearing(walk.case)
    assert not must_consult(walk.case)
    with pytest.raises(Refused) as twice:
        decision.withdraw_request(walk.case, walk.head("2026-03-24"), PAPER)
    assert twice.value.article == ARL[52].par(2)
    with pytest.raises(Refused) as unasked:
        decision.record_opinion(walk.case, walk.head("2026-03-25"), PAPER, PAPER, Stance.AGREES)
    assert unasked.value.article == ARL[52].par(2)
    walk.then(ConsultationRequested, "2026-03-25").then(OpinionRecorded, "2026-03-30")
    with pytest.raises(Refused) as late:
        decision.withdraw_request(walk.case, walk.head("2026-03-31"), PAPER)
    assert late.value.article == RULES[151]


def test_the_committee_is_asked_once_and_not_on_a_ground_that_is_not_there() -> None:
    walk = asked()
    with pytest.raises(Refused, match="已提请"):
        decision.request_opinion(
            walk.case, walk.head("2026-03-20"), ConsultationGround.GRAVE, PAPER
        )
    with pytest.raises(Refused) as refusal:
        decision.request_opinion(
            examined().case, walk.head("2026-03-20"), ConsultationGround.PROVINCE, PAPER
        )
    assert refusal.value.article == ARL[52].par(2, 3)


def test_a_case_that_needs_an_opinion_can_be_decided_however_often_an_asking_fell() -> None:
    """应当咨询的，撤回的提请不占次数，第七次仍可以提请，意见提出后可以决定 (ARL 52; RULES 151)."""
    walk = examined().then(ComplexityFound, "2026-03-23", grave=False, technical=True)
    asked = ConsultationGround.TECHNICAL
    for nth in range(7):
        assert refused(walk, REVOKE) == ARL[52].par(2)
        at = walk.head("2026-03-23")
        walk.record(decision.request_opinion(walk.case, at, asked, UUID(int=90 + nth)))
        if nth < 6:
            at = walk.head("2026-03-23")
            walk.record(decision.withdraw_request(walk.case, at, PAPER))
    walk.then(OpinionRecorded, "2026-03-24")
    adopted = Draft(outcome=Outcome.REVOKED, opinion_adopted=True)
    assert decide(walk, adopted).case.outcome is Outcome.REVOKED


def test_an_opinion_answers_the_question_that_is_asked_now() -> None:
    """撤回后重新提请的，此前在途的咨询意见不作为重新提请的答复；以前的页没有写明 (RULES 151)."""
    walk = examined()
    first, second = UUID(int=91), UUID(int=92)
    for question in (first, second):
        if walk.case.consultation_ground:
            walk.record(decision.withdraw_request(walk.case, walk.head("2026-03-24"), PAPER))
        at = walk.head("2026-03-24")
        ground = ConsultationGround.NEEDED
        walk.record(decision.request_opinion(walk.case, at, ground, question))
    opinion = (walk.case, walk.head("2026-03-25"), ANNA, PAPER, Stance.AGREES)
    with pytest.raises(Refused) as on_the_former:
        decision.record_opinion(*opinion, asked=Asked(by=AUTHORITY, question_id=first))
    assert on_the_former.value.article == RULES[151]
    for said in (Asked(), Asked(by=AUTHORITY, question_id=second)):
        case = walk.case.after(decision.record_opinion(*opinion, asked=said))
        assert case.stance is Stance.AGREES


def test_an_opinion_on_the_case_of_former_respondents_is_not_recorded() -> None:
    """提出意见以前已经变更、追加被申请人的，在途的意见不作数；减少的照旧 (RULES 151)."""
    walk = asked()
    now, other = walk.case.respondent, "620702-sifa"
    opinion = (walk.case, walk.head("2026-03-25"), ANNA, PAPER, Stance.AGREES)
    for before in ((other,), (other, now)):
        with pytest.raises(Refused) as replaced:
            decision.record_opinion(*opinion, asked=Asked(of=before))
        assert replaced.value.article == RULES[151]
    for before in ((now,), (now, other)):
        assert decision.record_opinion(*opinion, asked=Asked(of=before)).stance is Stance.AGREES
    more = walk.but(joint=(Joint(organ=other),))
    with pytest.raises(Refused):
        decision.record_opinion(more, *opinion[1:], asked=Asked(of=(now,)))


def test_an_opinion_nobody_asked_for_is_not_recorded() -> None:
    walk = examined()
    with pytest.raises(Refused) as refusal:
        decision.record_opinion(walk.case, walk.head("2026-04-01"), ANNA, PAPER, Stance.AGREES)
    assert refusal.value.article == ARL[52].par(2)


def test_since_july_2026_a_decision_says_whether_the_opinion_was_adopted_and_why_not() -> None:
    """说明咨询意见的采纳情况，不采纳的说明理由 (ARR2026 52)."""
    walk = asked().then(OpinionRecorded, "2026-04-01")
    assert refused(walk, REVOKE, on="2026-07-01") == ARR2026[52]
    contrary = Draft(outcome=Outcome.REVOKED, opinion_adopted=False)
    assert refused(walk, contrary, on="2026-07-01") == ARR2026[52]
    earlier = asked().then(OpinionRecorded, "2026-04-01")
    [*_, fact] = decide(walk, contrary, on="2026-07-01", departure_id=PAPER).facts
    assert fact.departure_id == PAPER  # type: ignore[attr-defined]
    assert decide(earlier, REVOKE, on="2026-06-30").case.state is State.DECIDED


def test_dismissing_the_application_awaits_no_reply_but_hears_the_applicant() -> None:
    """受理后发现不符合受理条件的，驳回申请 (ARL 33)."""
    walk = accepted()
    assert refused(walk, DISMISS) == ARL[49]
    assert decide(walk.then(ViewsHeard, "2026-03-06"), DISMISS).case.state is State.DECIDED


def test_an_extension_is_added_to_the_day_before_rolling_and_rolled_once() -> None:
    """延长期限最多三十日 (ARL 62; CPL 85)."""
    walk = accepted("2025-06-04")
    assert walk.last_day("decide") == day("2025-08-04")
    fact = decision.extend(walk.case, walk.head("2025-07-30"), 30, PAPER, CALENDAR)
    assert fact.until == day("2025-09-02")
    [longer] = ORDINARY.by_name["decide"].prolongings
    reckoning = CalendarDays(60).reckon(
        day("2025-06-04"), CALENDAR, extensions=[longer.granted_by(fact)]
    )
    assert reckoning.last_day == day("2025-09-02")


def test_extensions_come_to_thirty_days_in_all() -> None:
    walk = accepted().then(DecisionExtended, "2026-04-20", days=20)
    with pytest.raises(Refused) as refusal:
        decision.extend(walk.case, walk.head("2026-04-21"), 11, PAPER, CALENDAR)
    assert refusal.value.article == ARL[62].par(1)
    fact = decision.extend(walk.case, walk.head("2026-04-21"), 10, PAPER, CALENDAR)
    assert fact.until == day("2026-06-03")


def test_a_period_that_is_over_is_not_extended_but_the_decision_stays_owed() -> None:
    """逾期未决定的，申请人可以起诉，决定仍应作出 (ARL 34, 62; ALL 45)."""
    walk = examined().lapse("decide", "2026-05-06")
    with pytest.raises(Refused):
        decision.extend(walk.case, walk.head("2026-05-07"), 1, PAPER, CALENDAR)
    assert remedies.suit_day(day("2026-05-06"), CALENDAR) == day("2026-05-21")
    assert decide(walk, REVOKE, on="2026-05-08").case.state is State.DECIDED


@pytest.mark.parametrize(
    ("draft", "article"),
    [
        (Draft(outcome=Outcome.UPHELD, redo=True), ARL[64].par(1)),
        (Draft(outcome=Outcome.PERFORMANCE_ORDERED), ARL[66]),
        (Draft(outcome=Outcome.UPHELD, perform_within="30d"), ARL[77].par(1)),
        (
            Draft(outcome=Outcome.REQUEST_DISMISSED, perform_by=day("2026-06-01")),
            ARL[77].par(1),
        ),
    ],
)
def test_what_is_ordered_goes_with_the_kind_of_decision(draft: Draft, article: Article) -> None:
    assert refused(examined(), draft) == article


def deliver(walk: Walk, served: str, **applicants: str) -> Walk:
    who = {"anna": ANNA, "bert": BERT}
    days = {who[name]: day(on) for name, on in applicants.items()}
    last = max(served, *applicants.values())
    return walk.record(decision.deliver(walk.case, walk.head(last), day(served), days, CALENDAR))


def test_each_applicant_may_sue_within_fifteen_days_of_own_receipt() -> None:
    """收到复议决定书之日起十五日内起诉 (ALL 45; ARL 75)."""
    walk = decided()
    walk.case = walk.but(applicants=(ANNA, BERT))
    fact = deliver(walk, "2026-04-20", anna="2026-04-21", bert="2026-04-17").facts[-1]
    suits = {remedy.person_id: remedy.sue_until for remedy in fact.remedies}  # type: ignore[attr-defined]
    assert suits == {ANNA: day("2026-05-06"), BERT: day("2026-05-06")}
    assert walk.case.is_closed


def test_a_decision_is_served_on_every_applicant_and_not_before_it_is_made() -> None:
    """决定书一经送达即发生法律效力 (ARL 75)."""
    walk = decided("2026-04-17")
    with pytest.raises(Refused):
        deliver(walk, "2026-04-20", bert="2026-04-20")
    with pytest.raises(Refused):
        deliver(walk, "2026-04-16", anna="2026-04-20")


def test_the_new_act_is_due_sixty_days_from_service_unless_the_decision_says_otherwise() -> None:
    """责令重新作出而未规定期限的，期限为六十日 (ARR2026 58)."""
    served = {"served": "2026-04-20", "anna": "2026-04-20"}
    assert deliver(decided(redo=True), **served).case.perform_by == day("2026-06-22")
    within = decided(redo=True, perform_within="15wd")
    assert deliver(within, **served).case.perform_by == day("2026-05-13")
    assert deliver(decided(perform_by=day("2026-05-29")), **served).case.perform_by == day(
        "2026-05-29"
    )
    assert deliver(decided(outcome=Outcome.UPHELD), **served).case.perform_by is None


def test_what_one_of_several_acts_obliges_the_respondent_to_is_owed() -> None:
    """一项撤销、一项责令履行协议而没有写期限的，被申请人仍有应当履行的内容 (ARL 77)."""
    kinds = (Outcome.REVOKED, Outcome.AGREEMENT_ENFORCED)
    walk = examined().then(ReviewersAssigned, "2026-03-26")
    found = tuple(Draft(outcome=one).finding for one in kinds)
    walk.record(drafting.record_findings(walk.case, walk.head("2026-04-17"), found))
    said = Several(dispositions=tuple(Disposition(outcome=one) for one in kinds))
    for step in (
        lambda: drafting.draft(walk.case, walk.head("2026-04-17"), said, PAPER),
        lambda: drafting.submit(
            walk.case, walk.head("2026-04-17"), adopted=None, departure_id=None
        ),
        lambda: drafting.approve(walk.case, walk.head("2026-04-17"), Approval.HEAD, None),
        lambda: drafting.seal(walk.case, walk.head("2026-04-17"), "甘政复决字〔2026〕1号"),
    ):
        walk.record(step())
    fact = deliver(walk, served="2026-04-20", anna="2026-04-20").facts[-1]
    assert isinstance(fact, DecisionDelivered)
    assert (fact.outcome, fact.outcomes, fact.obliges) == (Outcome.REVOKED, kinds, True)
    assert deliver(decided(), served="2026-04-20", anna="2026-04-20").facts[-1].outcomes == ()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("ordered", "obliges"),
    [
        ({"outcome": Outcome.UPHELD}, False),
        ({"outcome": Outcome.UPHELD, "compensation": Compensation.REJECTED}, False),
        ({"outcome": Outcome.REVOKED}, False),
        ({"outcome": Outcome.REVOKED, "redo": True}, True),
        ({"outcome": Outcome.CONFIRMED_ILLEGAL, "compensation": Compensation.GRANTED}, True),
        ({"outcome": Outcome.AGREEMENT_COMPENSATED}, True),
        ({"outcome": Outcome.CHANGED}, True),
        ({"outcome": Outcome.AGREEMENT_ENDED}, True),
        ({"outcome": Outcome.CONFIRMED_INVALID}, False),
        (
            {
                "outcome": Outcome.CONFIRMED_INVALID,
                "compensation": Compensation.RESTORED,
            },
            True,
        ),
    ],
)
def test_a_decision_obliges_the_respondent_or_leaves_nothing_to_perform(
    ordered: dict[str, object], *, obliges: bool
) -> None:
    """被申请人应当履行行政复议决定书 (ARL 77)."""
    [*_, fact] = deliver(decided(**ordered), "2026-04-20", anna="2026-04-20").facts
    assert fact.obliges is obliges  # type: ignore[attr-defined]


def test_after_the_decision_nothing_is_withdrawn() -> None:
    """在行政复议决定作出前 (ARL 74)."""
    with pytest.raises(Refused):
        decided().then(ApplicationWithdrawn, "2026-04-18")
    with pytest.raises(Refused):
        decided().then(ReconsiderationTerminated, "2026-04-18")
