"""核对复议案卷: each sentence of law that a step of a file breaks is found."""

from uuid import UUID

from services.reconsideration.domain import lawful
from shared.contracts.reconsideration import (
    ConsultationGround,
    ConsultationRequested,
    DecisionDelivered,
    DecisionExtended,
    DecisionMade,
    OpinionRecorded,
    Outcome,
    Standing,
    ViewsHeard,
)
from shared.contracts.reconsideration.access import Excepted, FileAccessGranted, Withheld
from shared.contracts.reconsideration.assigning import (
    ComplexityFound,
    SimplifiedChosen,
)
from shared.contracts.reconsideration.attached import AttachedResultRecorded, Flaw
from shared.contracts.reconsideration.attached_review import AttachedReviewConcluded
from shared.contracts.reconsideration.hearing_held import HearingHeld, HearingSet, HearingWaived
from shared.contracts.reconsideration.higher import (
    ElevatedCaseEnded,
    ElevatedFileReceived,
    ElevationOrdered,
    FileHandedOver,
)
from shared.contracts.reconsideration.inquiring import EvidenceTaken
from shared.contracts.reconsideration.judged import (
    Basis,
    Finding,
    FindingsRecorded,
)
from shared.contracts.reconsideration.people import ApplicantSucceeded, ThirdPersonJoined
from shared.contracts.reconsideration.proving import (
    EvidenceExamined,
    EvidenceSubmitted,
    FurtherEvidenceAllowed,
)
from shared.contracts.reconsideration.settling import (
    MediationBegun,
    MediationDocumentDrawn,
    MediationDocumentSealed,
    MediationDocumentSigned,
)
from shared.law.article import ARL
from tests.reconsideration.checking import ON, broken, revoked
from tests.reconsideration.deciding import Draft, decide
from tests.reconsideration.makers import (
    ANNA,
    AUTHORITY,
    BERT,
    CITY_GOVERNMENT,
    PAPER,
    Walk,
    accepted,
    examined,
    replying,
)
from tests.reconsideration.reviewing import ReviewWalk, asked, refused
from tests.reconsideration.test_drafting_doors import (  # noqa: F401 - fixtures
    clock,
    door,
    go,
)


def handed_over(walk: Walk) -> Walk:
    return walk.then(ElevationOrdered, "2026-07-27", initiative="higher").then(
        FileHandedOver, "2026-07-28"
    )


def test_an_elevation_as_the_regulation_has_it_meets_every_sentence() -> None:
    """决定、移送、收到俱全，原机关仍可查阅的，没有不符 (ARL 38; ARR2026 40)."""
    walk = handed_over(examined()).then(ElevatedFileReceived, "2026-07-29")
    assert broken(walk, {"authorities": AUTHORITY}) == set()
    assert broken(walk) == {"authority"}
    assert broken(walk, {"authorities": AUTHORITY, "authority": AUTHORITY}) == {"authority"}


def test_a_decision_made_below_after_the_order_is_found() -> None:
    """决定提级以后下级作出决定的，查得出来 (ARR2026 40)."""
    assert broken(handed_over(examined()).then(DecisionMade, "2026-07-28")) == {"transit"}


def test_an_order_that_the_file_does_not_bear_out_is_found() -> None:
    """没有报请而写明报请、写错原机关的，查得出来 (ARL 38)."""
    assert broken(examined().then(ElevationOrdered, "2026-07-27")) == {"elevated"}
    other = {"initiative": "higher", "below": "620721-government"}
    assert broken(examined().then(ElevationOrdered, "2026-07-27", **other)) == {"elevated"}


def test_a_file_that_nobody_handed_over_or_another_one_took_is_found() -> None:
    """没有移送而收到、由别的机关收到的，查得出来 (ARR2026 40)."""
    early = examined().then(ElevationOrdered, "2026-07-27", initiative="higher")
    named = {"authorities": AUTHORITY}
    assert broken(early.then(ElevatedFileReceived, "2026-07-29"), named) == {"taken_up"}
    walk = handed_over(examined())
    walk.then(ElevatedFileReceived, "2026-07-29", authority="620000-government")
    assert broken(walk, named) == {"taken_up"}


def test_a_decision_before_its_attached_review_or_against_its_result_is_found() -> None:
    """附带审查没有结果、认定不合法而认定依据合法的，作出的决定查得出来 (ARL 56, 59)."""
    waiting = asked(examined(), "2026-03-20")
    assert broken(continued(waiting).then(DecisionMade, ON)) == {"attached"}
    waiting.then(AttachedResultRecorded, "2026-04-01", flaw=Flaw.CONFLICT)
    waiting.then(FindingsRecorded, ON)
    assert broken(continued(waiting).then(DecisionMade, ON)) == {"attached"}
    unlawful = (Finding(text_id=PAPER, basis=Basis.UNLAWFUL),)
    waiting.then(FindingsRecorded, ON, findings=unlawful)
    assert broken(waiting.then(DecisionMade, ON)) == set()


def test_a_review_that_asked_nobody_or_stopped_nothing_is_found() -> None:
    """处理以前没有问制定机关、不合法而没有停止执行的，查得出来 (ARL 58, 59)."""
    review = ReviewWalk().take().ask().reply()
    at, blank = review.case, ReviewWalk().take().case
    honest = review.conclude(Flaw.CONFLICT).facts[-1]
    assert isinstance(honest, AttachedReviewConcluded)
    lawful.stopped_and_corrected(at, honest)
    bare = honest.model_copy(update={"correction_order_id": None})
    assert refused(lambda: lawful.stopped_and_corrected(at, bare)) == ARL[59]
    assert refused(lambda: lawful.stopped_and_corrected(blank, honest)) == ARL[58].par(1)


def test_an_applicant_who_was_not_heard_is_found_in_the_ordinary_procedure_alone() -> None:
    """普通程序未听取申请人意见的查得出来，简易程序可以书面审理 (ARL 49, 54)."""
    assert broken(replying().then(DecisionMade, ON)) == {"views"}
    simplified = accepted().then(SimplifiedChosen, "2026-03-06").then(DecisionMade, ON)
    assert broken(simplified) == set()


def test_a_decision_that_rests_on_evidence_nobody_examined_is_found() -> None:
    """证据没有审查就作出决定的，查得出来 (ARL 43)."""
    walk = examined().then(EvidenceSubmitted, "2026-03-23")
    assert broken(continued(walk).then(DecisionMade, ON)) == {"examined"}
    known = walk.then(EvidenceExamined, "2026-03-24").then(DecisionMade, ON)
    assert broken(known) == set()


def test_evidence_taken_by_one_alone_is_found() -> None:
    """一个人调查取证的，查得出来 (ARL 45)."""
    alone = examined().then(EvidenceTaken, "2026-03-23", inquirers=("fuyi-07",))
    assert broken(alone) == {"taken"}
    assert broken(examined().then(EvidenceTaken, "2026-03-23")) == set()


def test_late_evidence_that_nobody_gave_leave_for_is_found() -> None:
    """未经同意而补充证据的，查得出来 (ARL 46)."""
    late = {"standing": Standing.RESPONDENT, "supplements": True}
    assert broken(examined().then(EvidenceSubmitted, "2026-04-01", **late)) == {"late"}
    walk = examined().then(FurtherEvidenceAllowed, "2026-04-01")
    walk.then(EvidenceSubmitted, "2026-04-01", **late)
    assert broken(walk.then(EvidenceSubmitted, "2026-04-01", evidence=2, **late)) == set()


def test_who_reads_without_being_of_the_parties_and_what_is_kept_back_for_no_ground_is_found() -> (
    None
):
    """案外人查阅、没有法定情形而不予查阅的，查得出来 (ARL 47)."""
    assert broken(examined().then(FileAccessGranted, "2026-04-01")) == set()
    assert broken(examined().then(FileAccessGranted, "2026-04-01", reader=BERT)) == {"access"}
    kept = Withheld(excepted=Excepted.NONE, reason_id=PAPER)
    walk = examined().then(FileAccessGranted, "2026-04-01", withheld=(kept,))
    assert broken(walk) == {"access"}


def test_a_hearing_that_had_to_be_held_and_was_not_is_found() -> None:
    """重大、疑难、复杂的，未听证、未咨询的查得出来；视为放弃听证的不是 (ARL 50, 51, 52)."""
    grave = examined().then(ComplexityFound, "2026-03-21")
    assert broken(continued(grave).then(DecisionMade, ON)) == {"hearing", "opinion"}
    waived = continued(grave).then(HearingSet, "2026-03-22").then(HearingWaived, "2026-04-02")
    assert broken(waived.then(DecisionMade, ON)) == {"opinion"}
    held = continued(grave).then(HearingSet, "2026-03-22").then(HearingHeld, "2026-04-02")
    asked = held.then(ConsultationRequested, "2026-04-03", ground=ConsultationGround.GRAVE)
    assert broken(continued(asked).then(DecisionMade, ON)) == {"opinion"}
    assert broken(asked.then(OpinionRecorded, "2026-04-10").then(DecisionMade, ON)) == set()


def continued(walk: Walk) -> Walk:
    """The same pages, to go on from."""
    again = Walk()
    for fact in walk.facts:
        again.record(fact)
    return again


def test_an_opinion_that_came_after_the_decision_is_found() -> None:
    """咨询意见晚于决定入卷，等于没有 (ARL 52)."""
    walk = examined().then(ConsultationRequested, "2026-03-21").then(DecisionMade, ON)
    assert broken(walk) == {"opinion"}


def test_extensions_beyond_thirty_days_or_in_the_simplified_procedure_are_found() -> None:
    """累计延长三十日以内的相符；多一日，或者简易程序延长的，查得出来 (ARL 62)."""
    walk = examined().then(DecisionExtended, "2026-03-21", days=20)
    walk.then(DecisionExtended, "2026-03-22", days=10)
    assert broken(walk) == set()
    assert broken(walk.then(DecisionExtended, "2026-03-23", days=1)) == {"extension"}
    simplified = accepted().then(SimplifiedChosen, "2026-03-06")
    assert broken(simplified.then(DecisionExtended, "2026-03-12")) == {"extension"}


def mediated(*signed: Standing) -> Walk:
    walk = examined().then(MediationBegun, "2026-03-23").then(MediationDocumentDrawn, "2026-03-24")
    for one in signed:
        signers = (ANNA,) if one is Standing.APPLICANT else ()
        walk.then(MediationDocumentSigned, "2026-03-25", standing=one, signers=signers)
    return walk


def test_a_mediation_document_sealed_before_all_had_signed_is_found() -> None:
    """未经各方签字，或者先于签字加盖印章的，查得出来 (ARL 73)."""
    both = (Standing.APPLICANT, Standing.RESPONDENT)
    assert broken(mediated(*both).then(MediationDocumentSealed, "2026-03-26")) == set()
    for signed in ((), *((one,) for one in both)):
        walk = mediated(*signed).then(MediationDocumentSealed, "2026-03-26")
        assert broken(walk) == {"mediated"}
    assert broken(mediated(*both).then(MediationDocumentSealed, "2026-03-24")) == {"mediated"}


def served(walk: Walk, *whom: UUID, on: str = "2026-04-20", until: str = "2026-05-06") -> Walk:
    remedies = [{"person_id": one, "served_on": on, "sue_until": until} for one in whom]
    return walk.then(DecisionDelivered, on, served_on=on, remedies=remedies)


def test_a_decision_that_one_of_them_never_got_is_found() -> None:
    """未送达申请人或者第三人、送达早于决定、起诉期限不足的，查得出来 (ARL 75; ALL 45)."""
    assert broken(served(revoked(), ANNA)) == set()
    assert broken(served(revoked())) == {"served"}
    assert broken(served(revoked(), ANNA, until="2026-05-04")) == {"served"}
    assert broken(served(revoked(), ANNA, on="2026-04-16")) == {"served"}
    with_third = decide(
        examined()
        .then(ThirdPersonJoined, "2026-03-21")
        .then(ViewsHeard, "2026-03-21", standing=Standing.THIRD),
        Draft(outcome=Outcome.REVOKED),
    )
    assert broken(served(with_third, ANNA)) == {"served"}


def test_who_succeeded_and_does_not_stand_in_the_label_is_found() -> None:
    """承受申请人地位的，应当能查阅案卷，前人不再能 (ARL 14, 47)."""
    walk = examined().then(ApplicantSucceeded, "2026-03-21")
    assert broken(walk, {"applicants": str(BERT)}) == set()
    assert broken(walk, {"applicants": str(ANNA)}) == {"applicants"}
    assert broken(walk, {"applicants": f"{ANNA} {BERT}"}) == {"applicants"}


def test_what_ended_above_was_handed_over_before_and_to_that_authority() -> None:
    """没有移送而记载上级办结、办结的不是决定提级的机关的，查得出来 (ARR2026 40; RULES 118)."""
    on, city = "2026-09-02", {"organ": CITY_GOVERNMENT}
    assert broken(handed_over(examined()).then(ElevatedCaseEnded, on, **city)) == set()
    assert broken(handed_over(examined()).then(ElevatedCaseEnded, on)) == {"ended_above"}
    ordered = examined().then(ElevationOrdered, "2026-07-27", initiative="higher")
    assert broken(ordered.then(ElevatedCaseEnded, on, **city)) == {"ended_above"}
