"""A case that was taken up goes on above: its period anew, and what stays (ARL 38; ARR2026 40)."""

import pytest

from services.reconsideration.domain import correcting, decision, settling_acts
from services.reconsideration.domain import higher_acts as acts
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.gates import check_consulted, must_consult, must_hold_hearing
from services.reconsideration.domain.ordinary import ORDINARY, State
from services.reconsideration.domain.talks import Talks
from shared.contracts.reconsideration import (
    ApplicationAccepted,
    ApplicationReceived,
    ConsultationGround,
    ConsultationRequested,
    DecisionExtended,
    DecisionOverdue,
    OpinionRecorded,
    Stance,
    Standing,
)
from shared.contracts.reconsideration.assigning import (
    ComplexityFound,
    RecusalRequested,
    ReviewersAssigned,
    SimplifiedChosen,
    Track,
)
from shared.contracts.reconsideration.drafting import DecisionDrafted
from shared.contracts.reconsideration.hearing_held import HearingHeld, HearingSet
from shared.contracts.reconsideration.higher import (
    ElevatedFileReceived,
    Elevation,
    ElevationAsked,
    ElevationDenied,
    ElevationOrdered,
    FileHandedOver,
)
from shared.contracts.reconsideration.judged import FindingsRecorded
from shared.contracts.reconsideration.pausing import (
    ReconsiderationResumed,
    ReconsiderationSuspended,
)
from shared.contracts.reconsideration.respondent import RespondentReplaced
from shared.contracts.reconsideration.settling import (
    MediationBegun,
    MediationDocumentDrawn,
    MediationDocumentSigned,
)
from shared.law.article import ARL
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration.makers import AUTHORITY, CITY_GOVERNMENT, DISPUTE, PAPER, Walk, day
from tests.reconsideration.taken_up import article, received, replied

RECEIVED = "2026-07-13"


def test_the_sixty_days_run_anew_from_the_receipt_of_the_file() -> None:
    """审理期限自上级收到案件材料之日起重新计算 (ARR2026 40; ARL 62): 3 August and sixty days."""
    walk = received("2026-08-03")
    assert walk.last_day("decide") == day("2026-10-08")  # the 2nd lies in the National Day
    assert walk.case.authority == CITY_GOVERNMENT


def test_in_the_simplified_procedure_thirty_days_run_anew() -> None:
    """简易程序三十日，自收到之日起 (ARR2026 40; ARL 62)."""
    walk = Walk().then(ApplicationReceived, "2026-07-06").then(ApplicationAccepted, "2026-07-06")
    walk.then(SimplifiedChosen, "2026-07-06", runs_from=day("2026-07-06"))
    walk.then(ElevationOrdered, "2026-07-08").then(FileHandedOver, "2026-07-10")
    fact = acts.receive_file(walk.case, walk.head(RECEIVED), CITY_GOVERNMENT)
    assert (fact.track, fact.copy_due) == (Track.SIMPLIFIED, True)
    opened = {row.name for row in ORDINARY.opens(fact)}
    assert opened == {"decide_simplified", "send_copy_simplified"}
    assert walk.record(fact).last_day("decide_simplified") == day("2026-08-12")


def test_a_copy_that_was_not_sent_is_sent_by_the_authority_above() -> None:
    """副本尚未发送的，由上级发送 (ARL 48; ARR2026 40)."""
    walk = Walk().then(ApplicationReceived, "2026-07-06").then(ApplicationAccepted, "2026-07-06")
    walk.then(ElevationOrdered, "2026-07-08").then(FileHandedOver, "2026-07-10")
    walk.record(acts.receive_file(walk.case, walk.head(RECEIVED), CITY_GOVERNMENT))
    assert walk.last_day("send_copy") == day("2026-07-22")
    assert {row.name for row in ORDINARY.opens(received().facts[-1])} == {"decide"}


def test_the_copy_of_what_was_severed_after_acceptance_is_not_due_above_either() -> None:
    """受理后分出的案件不再发送副本，提级、上级直接受理以后也不发送；换了被申请人的发送 (ARL 48)."""
    walk = Walk().then(ApplicationReceived, "2026-07-06", severed=True)
    walk.then(ApplicationAccepted, "2026-07-06", copy_due=False)
    late = Walk.of(walk.case).then(DecisionOverdue, "2026-09-05")
    taken = correcting.take_over(late.case, late.head("2026-09-08"), CITY_GOVERNMENT)
    changed = Walk.of(walk.case).then(RespondentReplaced, "2026-07-07")
    for one, due in ((walk, set()), (changed, {"send_copy"})):
        one.then(ElevationOrdered, "2026-07-08").then(FileHandedOver, "2026-07-10")
        fact = acts.receive_file(one.case, one.head(RECEIVED), CITY_GOVERNMENT)
        assert {row.name for row in ORDINARY.opens(fact)} == {"decide", *due}
    assert {row.name for row in ORDINARY.opens(taken)} == {"decide"}


def test_what_is_the_lower_bodys_own_falls_away_and_what_the_file_holds_stays() -> None:
    """审理人员、认定、拟稿由上级另行办理，答复和听取的意见继续有效 (ARR2026 40)."""
    walk = replied().then(HearingHeld, "2026-07-21").then(ReviewersAssigned, "2026-07-21")
    for kind in (RecusalRequested, FindingsRecorded, DecisionDrafted, HearingSet):
        walk.then(kind, "2026-07-22")
    walk.then(DecisionExtended, "2026-07-23", days=10)
    case = received(walk=walk).case
    assert (case.reviewers, case.recusals_pending, case.findings) == ((), 0, ())
    assert (case.drafted, case.hearing, case.extended_days) == (None, None, 0)
    assert (case.applicant_heard, case.hearing_held, case.state) == (True, True, State.EXAMINING)
    assert case.elevated.before == (AUTHORITY,)


def test_talks_go_on_above_but_a_document_is_drawn_up_and_signed_anew() -> None:
    """提级后调解继续，此前制作、签字的调解书由上级重新制作、各方重签 (ARL 5, 73; ARR2026 40)."""
    walk = replied().then(MediationBegun, "2026-07-21").then(MediationDocumentDrawn, "2026-07-22")
    walk.then(MediationDocumentSigned, "2026-07-23")
    walk.then(MediationDocumentSigned, "2026-07-23", standing=Standing.RESPONDENT, signers=())
    case = received(walk=walk).case
    assert case.talks == Talks(since=day("2026-07-21"))
    with pytest.raises(Refused) as refusal:
        settling_acts.seal(case, walk.head("2026-08-04"))
    assert article(refusal) == ARL[73].par(1)
    assert received().case.talks is None


def test_a_case_that_was_late_below_is_not_late_above() -> None:
    """期限重新计算的，不再是逾期，可以延长 (ARR2026 40; ARL 62)."""
    walk = replied().then(DecisionOverdue, "2026-09-04").then(ElevationOrdered, "2026-09-07")
    walk.then(FileHandedOver, "2026-09-08").then(ElevatedFileReceived, "2026-09-08")
    assert walk.case.overdue_on is None
    fact = decision.extend(walk.case, walk.head("2026-10-12"), 30, PAPER, CALENDAR)
    assert fact.until == day("2026-12-07")


def test_the_days_of_asking_are_not_counted_in_an_extended_period() -> None:
    """报请期间不计入办理期限 (ARR2026 40): 22 to 29 July are seven days."""
    walk = replied()
    plain = decision.extend(walk.case, walk.head("2026-07-30"), 10, PAPER, CALENDAR).until
    walk.then(ElevationAsked, "2026-07-22").then(ElevationDenied, "2026-07-29")
    later = decision.extend(walk.case, walk.head("2026-07-30"), 10, PAPER, CALENDAR).until
    assert (plain, later) == (day("2026-09-14"), day("2026-09-21"))


def test_a_suspension_that_lasts_holds_the_new_period_and_one_that_is_over_does_not() -> None:
    """中止的案件提级后仍然中止 (ARL 39; ARR2026 40)."""
    over = replied().then(ReconsiderationSuspended, "2026-07-21")
    over.then(ReconsiderationResumed, "2026-07-23")
    assert received(walk=over).case.left_out == ()
    lasting = replied().then(ReconsiderationSuspended, "2026-07-21")
    [held] = received("2026-08-03", lasting).case.left_out
    assert (held.after, held.until) == (day("2026-08-03"), None)


def test_a_committee_below_that_has_given_no_opinion_is_asked_no_longer() -> None:
    """下级提请而尚未提出的咨询意见不再等待，由上级另行提请本级委员会 (ARL 38, 52)."""
    walk = received(walk=replied().then(ConsultationRequested, "2026-07-21"))
    assert walk.case.consultation_ground is None
    late = (walk.case, walk.head("2026-08-04"), DISPUTE, PAPER, Stance.AGREES)
    with pytest.raises(Refused) as refusal:
        decision.record_opinion(*late, asked=decision.Asked(by=AUTHORITY))
    assert article(refusal) == ARL[52].par(2)
    page = walk.head("2026-08-04")
    asked = decision.request_opinion(walk.case, page, ConsultationGround.GRAVE, PAPER)
    assert asked.authority == CITY_GOVERNMENT
    walk.record(asked)
    late = (walk.case, walk.head("2026-08-05"), DISPUTE, PAPER, Stance.AGREES)
    with pytest.raises(Refused):
        decision.record_opinion(*late, asked=decision.Asked(by=AUTHORITY))
    walk.record(decision.record_opinion(*late, asked=decision.Asked(by=CITY_GOVERNMENT)))
    assert walk.case.stance is Stance.AGREES


@pytest.mark.parametrize("comes", ["elevated", "accepted_above"])
@pytest.mark.parametrize("opinion", [False, True])
@pytest.mark.parametrize("ground", [ConsultationGround.GRAVE, ConsultationGround.TECHNICAL])
def test_what_was_found_below_stays_found_and_the_opinion_below_is_not_that_of_the_committee_above(
    ground: ConsultationGround, comes: str, *, opinion: bool
) -> None:
    """以重大疑难、专业性强提请的，提级后仍须听证、咨询，由上级提请本级委员会 (ARL 50, 52)."""
    walk = replied().then(ConsultationRequested, "2026-07-21", ground=ground)
    if opinion:
        walk.then(OpinionRecorded, "2026-07-23")
    case = above(walk, comes)
    assert (case.consultation_ground, case.stance, case.opinion_id) == (None, None, None)
    assert must_hold_hearing(case) is (ground is ConsultationGround.GRAVE)
    with pytest.raises(Refused) as refusal:
        check_consulted(case)
    assert article(refusal) == ARL[52].par(2)
    page = Walk.of(case).head("2026-09-09")
    asked = decision.request_opinion(case, page, ground, PAPER)
    assert asked.authority == CITY_GOVERNMENT


def above(walk: Walk, comes: str = "elevated") -> Case:
    """The case at the authority above, as it takes it up or accepts it late."""
    if comes == "elevated":
        walk.then(ElevationOrdered, "2026-07-27", ground=Elevation.PUBLIC)
        walk.then(FileHandedOver, "2026-08-03")
        return walk.record(
            acts.receive_file(walk.case, walk.head("2026-08-03"), CITY_GOVERNMENT)
        ).case
    walk.then(DecisionOverdue, "2026-09-04")
    return walk.record(
        correcting.take_over(walk.case, walk.head("2026-09-08"), CITY_GOVERNMENT)
    ).case


def test_of_a_page_of_old_an_opinion_from_below_stays_on_the_file() -> None:
    """以前的页没有写明的，已经提出的咨询意见仍在 (ARL 38, 52)."""
    walk = replied().then(ConsultationRequested, "2026-07-21").then(OpinionRecorded, "2026-07-23")
    case = received(walk=walk).case
    assert (case.stance, case.opinion_id) == (Stance.AGREES, PAPER)
    with pytest.raises(Refused) as refusal:
        decision.request_opinion(case, walk.head("2026-08-04"), ConsultationGround.GRAVE, PAPER)
    assert article(refusal) == ARL[52].par(2)


@pytest.mark.parametrize("ground", list(Elevation))
def test_what_is_taken_up_as_new_and_grave_is_heard_and_put_to_the_committee(
    ground: Elevation,
) -> None:
    """以新类型且重大、疑难、复杂提级的，应当听证、咨询，重新认定的除外 (ARL 50, 52; ARR2026 40)."""
    walk = replied().then(ElevationOrdered, "2026-07-27", ground=ground)
    walk.then(FileHandedOver, "2026-08-03")
    walk.record(acts.receive_file(walk.case, walk.head("2026-08-03"), CITY_GOVERNMENT))
    novel = ground is Elevation.NOVEL
    assert (must_hold_hearing(walk.case), must_consult(walk.case)) == (novel, novel)
    walk.then(ComplexityFound, "2026-08-04", grave=False)
    assert not must_hold_hearing(walk.case)
