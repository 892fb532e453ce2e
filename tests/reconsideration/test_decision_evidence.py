"""An act without evidence is not upheld (ARL 43, 44, 48, 68, 70)."""

from services.reconsideration.domain.ordinary import State
from shared.contracts.reconsideration import (
    Outcome,
    Standing,
    ViewsHeard,
)
from shared.contracts.reconsideration.people import ThirdPersonJoined
from shared.contracts.reconsideration.proving import EvidenceExamined, EvidenceSubmitted, Examined
from shared.law.article import ARL
from tests.reconsideration.deciding import Draft, decide
from tests.reconsideration.makers import (
    Walk,
    examined,
    replying,
)
from tests.reconsideration.toward_decision import UPHOLD, refused


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
