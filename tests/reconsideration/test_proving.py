"""Evidence 证据: put in, added to late, examined, and what a decision asks of it (ARL 43 to 46)."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from services.reconsideration.domain import proving_acts as acts
from services.reconsideration.domain.examining import Finding, examine
from services.reconsideration.domain.proving_acts import Said
from shared.contracts.reconsideration import CopyReceived, CopySent, Outcome, ReplyFiled, Standing
from shared.contracts.reconsideration.drafting import DecisionReturned
from shared.contracts.reconsideration.pausing import (
    ReconsiderationResumed,
    ReconsiderationSuspended,
    Suspension,
)
from shared.contracts.reconsideration.people import ThirdPersonJoined
from shared.contracts.reconsideration.proving import (
    EvidenceExamined,
    EvidenceKind,
    EvidenceSubmitted,
    Examined,
    FurtherEvidenceAllowed,
    FurtherEvidenceRefused,
    FurtherEvidenceRequested,
    Proving,
)
from shared.contracts.reconsideration.respondent import RespondentReplaced
from shared.law.article import ARL, ARR2026, Article
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration import deciding
from tests.reconsideration.deciding import Draft
from tests.reconsideration.makers import (
    ANNA,
    BERT,
    PAPER,
    Walk,
    accepted,
    day,
    examined,
    received,
    replying,
)

PHOTO = Said(evidence_kind=EvidenceKind.DOCUMENT, proving=Proving.LEGALITY)
REVOKE = Draft(outcome=Outcome.REVOKED)
LATE = "2026-04-01"
"""After the reply of 20 March, and after its ten days from 10 March."""


def put_in(
    walk: Walk, standing: Standing, on: str, collected_on: str | None = None, *, said: Said = PHOTO
) -> Walk:
    """One piece, as a door puts it in."""
    late = acts.submit_late(walk.case, standing, day(on), CALENDAR)
    leave = acts.has_leave(walk.case, standing, "")
    if collected_on:
        said = replace(said, collected_on=day(collected_on))
    return walk.record(
        acts.submit(walk.case, walk.head(on), standing, said, PAPER, late=late, leave=leave)
    )


def found(
    walk: Walk,
    examined: Examined,
    on: str = LATE,
    collected_on: str | None = None,
    **said: bool,
) -> EvidenceExamined:
    """What is found of the newest piece."""
    number = len(walk.case.evidence.pieces)
    really = day(collected_on) if collected_on else None
    finding = Finding(examined=examined, collected_on=really, **said)
    return examine(walk.case, walk.head(on), number, finding, PAPER)


def refused(act: Callable[[], object]) -> Article:
    with pytest.raises(Refused) as refusal:
        act()
    return refusal.value.article


def test_each_piece_has_its_number_its_kind_and_who_put_it_in() -> None:
    """证据目录：逐件编号，写明种类、由谁何时提出、证明什么 (ARL 43)."""
    walk = put_in(examined(), Standing.APPLICANT, LATE)
    put_in(walk, Standing.THIRD, LATE, said=replace(PHOTO, evidence_kind=EvidenceKind.WITNESS))
    assert [
        (one.number, one.evidence_kind, one.standing, one.submitted_on)
        for one in walk.case.evidence.pieces
    ] == [
        (1, EvidenceKind.DOCUMENT, Standing.APPLICANT, day(LATE)),
        (2, EvidenceKind.WITNESS, Standing.THIRD, day(LATE)),
    ]


def test_an_applicant_may_hand_evidence_in_with_the_application() -> None:
    """申请人可以随申请提出证据 (ARL 43, 44)."""
    assert put_in(received(), Standing.APPLICANT, "2026-03-02").case.evidence.piece(1)


def test_the_law_sets_applicants_and_third_persons_no_time_for_evidence() -> None:
    """法律没有规定申请人、第三人的举证期限 (ARL 48)."""
    walk = examined()
    for standing in (Standing.APPLICANT, Standing.THIRD):
        assert acts.submit_late(walk.case, standing, day(LATE), CALENDAR) is False


def test_the_respondent_hands_its_evidence_in_while_it_may_reply() -> None:
    """被申请人在答复期限内提交证据 (ARL 48)."""
    walk = put_in(replying(), Standing.RESPONDENT, "2026-03-24", "2026-02-03")
    assert walk.case.evidence.pieces[0].supplements is False


def test_an_early_reply_does_not_shorten_the_days_for_evidence() -> None:
    """提前答复的，十日之内仍可以提交证据；满十日不可以 (ARL 48)."""
    walk = replying("2026-03-10").then(ReplyFiled, "2026-03-12")
    assert acts.submit_late(walk.case, Standing.RESPONDENT, day("2026-03-24"), CALENDAR) is False
    late = day("2026-03-25")
    assert refused(lambda: acts.submit_late(walk.case, Standing.RESPONDENT, late, CALENDAR)) == ARL[
        46
    ].par(2)


def test_days_of_a_suspension_do_not_count_into_the_days_for_evidence() -> None:
    """中止期间不计入举证期限 (ARL 39, 48)."""
    walk = replying("2026-03-10").then(ReplyFiled, "2026-03-12")
    walk.then(ReconsiderationSuspended, "2026-03-16", cause=Suspension.OTHER)
    walk.then(ReconsiderationResumed, "2026-03-30", cause=Suspension.OTHER)
    assert acts.submit_late(walk.case, Standing.RESPONDENT, day("2026-04-03"), CALENDAR) is False


def test_before_the_copy_has_come_the_respondent_has_nothing_to_prove_yet() -> None:
    """被申请人收到副本以后才举证 (ARL 48)."""
    case = accepted().then(CopySent, "2026-03-10").case
    on = day("2026-03-10")
    assert refused(lambda: acts.submit_late(case, Standing.RESPONDENT, on, CALENDAR)) == ARL[48]


def test_after_a_forfeited_reply_no_evidence_of_the_respondent_is_taken() -> None:
    """逾期没有答复、举证的，不得再补 (ARL 46, 70)."""
    walk = replying().lapse("reply", "2026-03-24")
    assert refused(lambda: put_in(walk, Standing.RESPONDENT, LATE, "2026-02-03")) == ARL[46].par(2)


def test_late_evidence_needs_the_leave_of_the_body_and_uses_it_up() -> None:
    """经同意可以补充证据；同意一次，补充一次 (ARL 46)."""
    walk = examined()
    fact = acts.allow_further(walk.case, walk.head(LATE), Standing.APPLICANT, PAPER)
    walk.record(fact)
    put_in(walk, Standing.RESPONDENT, LATE, "2026-03-30")
    assert walk.case.evidence.pieces[-1].supplements
    assert refused(lambda: put_in(walk, Standing.RESPONDENT, LATE, "2026-03-30")) == ARL[46].par(2)


@pytest.mark.parametrize("replied", [True, False])
def test_what_is_collected_with_leave_while_the_days_to_reply_run_is_added_too(
    *, replied: bool
) -> None:
    """答复期限内经同意补充的，不是自行收集，审查属实可以作为根据；原有的证据不占用同意 (ARL 46)."""
    walk = replying()
    if replied:
        walk.then(ReplyFiled, "2026-03-11")
    walk.then(FurtherEvidenceAllowed, "2026-03-12")
    put_in(walk, Standing.RESPONDENT, "2026-03-13", "2026-02-03")
    assert walk.case.evidence.further_since == day("2026-03-12")
    put_in(walk, Standing.RESPONDENT, "2026-03-16", "2026-03-13")
    assert [one.supplements for one in walk.case.evidence.pieces] == [False, True]
    assert walk.case.evidence.further_since is None
    walk.record(found(walk, Examined.TRUE, "2026-03-17"))
    put_in(walk, Standing.RESPONDENT, "2026-03-17", "2026-03-13")
    assert refused(lambda: found(walk, Examined.TRUE, "2026-03-18")) == ARL[46].par(1)


def test_leave_is_given_only_for_what_applicant_or_third_person_brought() -> None:
    """申请人、第三人提出新的理由或者证据的才可以同意 (ARL 46)."""
    walk = examined()
    assert refused(
        lambda: acts.allow_further(walk.case, walk.head(LATE), Standing.RESPONDENT, PAPER)
    ) == ARL[46].par(2)


def test_a_request_to_add_evidence_is_answered_one_way_or_the_other() -> None:
    """申请补充证据的，同意或者不同意 (ARL 46)."""
    walk = examined().then(FurtherEvidenceRequested, LATE)
    assert refused(lambda: acts.ask_further(walk.case, walk.head(LATE), PAPER)) == ARL[46].par(2)
    walk.record(acts.refuse_further(walk.case, walk.head(LATE), PAPER))
    assert isinstance(walk.facts[-1], FurtherEvidenceRefused)
    assert refused(lambda: acts.refuse_further(walk.case, walk.head(LATE), PAPER)) == ARL[46].par(2)


def test_a_respondent_put_in_anothers_place_has_days_of_its_own_for_evidence() -> None:
    """变更后的被申请人，举证期限自其收到副本起算 (ARL 48; ARR2026 29)."""
    walk = examined().then(FurtherEvidenceAllowed, "2026-03-23")
    walk.then(RespondentReplaced, "2026-03-24")
    assert walk.case.evidence.further_since is None
    walk.then(CopySent, "2026-03-25").then(CopyReceived, "2026-03-25")
    assert acts.submit_late(walk.case, Standing.RESPONDENT, day(LATE), CALENDAR) is False


def test_what_the_respondent_collected_during_the_reconsideration_is_no_basis() -> None:
    """复议期间被申请人自行收集的证据不作为依据 (ARL 46)."""
    walk = put_in(replying(), Standing.RESPONDENT, "2026-03-20", "2026-03-12")
    assert refused(lambda: found(walk, Examined.TRUE)) == ARL[46].par(1)
    walk.record(found(walk, Examined.SELF_COLLECTED))
    assert walk.case.evidence.pieces[-1].examined is Examined.SELF_COLLECTED


def test_when_evidence_was_collected_is_for_the_body_to_find() -> None:
    """取得之日由行政复议机构查明，不以被申请人所称为准 (ARL 46)."""
    walk = put_in(replying(), Standing.RESPONDENT, "2026-03-20", "2026-03-04")
    assert refused(lambda: found(walk, Examined.SELF_COLLECTED)) == ARL[46].par(1)
    assert refused(lambda: found(walk, Examined.TRUE, collected_on="2026-03-12")) == ARL[46].par(1)
    fact = found(walk, Examined.SELF_COLLECTED, collected_on="2026-03-12")
    assert (fact.examined, fact.collected_on) == (Examined.SELF_COLLECTED, day("2026-03-12"))
    late = put_in(replying(), Standing.RESPONDENT, "2026-03-20", "2026-03-12")
    early, own = "2026-02-03", Examined.SELF_COLLECTED
    assert refused(lambda: found(late, own, collected_on=early)) == ARL[46].par(1)
    assert found(late, Examined.TRUE, collected_on=early).examined is Examined.TRUE


def test_a_day_of_collection_is_found_of_the_respondents_pieces_and_before_they_came() -> None:
    """查明取得之日的，是被申请人的证据，不晚于提交之日 (ARL 46)."""
    walk = put_in(replying(), Standing.RESPONDENT, "2026-03-20", "2026-03-04")
    late = "2026-03-21"
    assert refused(lambda: found(walk, Examined.SELF_COLLECTED, collected_on=late)) == ARL[46].par(
        1
    )
    put_in(walk, Standing.APPLICANT, "2026-03-20")
    assert refused(lambda: found(walk, Examined.TRUE, collected_on="2026-03-12")) == ARL[46].par(1)


def test_what_was_collected_before_or_added_with_leave_is_examined_as_any_other() -> None:
    """作出行为之前取得的、经同意补充的，审查属实可以作为根据 (ARL 43, 46)."""
    walk = put_in(replying(), Standing.RESPONDENT, "2026-03-20", "2026-03-04")
    assert refused(lambda: found(walk, Examined.SELF_COLLECTED)) == ARL[46].par(1)
    walk.record(found(walk, Examined.TRUE, "2026-03-20"))
    walk.then(ReplyFiled, "2026-03-20").then(FurtherEvidenceAllowed, LATE)
    put_in(walk, Standing.RESPONDENT, LATE, "2026-03-30")
    assert found(walk, Examined.TRUE).examined is Examined.TRUE


def test_what_was_lawfully_asked_for_and_not_given_before_is_not_adopted() -> None:
    """行政程序中依法要求而无正当理由未提供的，不予采纳 (ARR2026 47)."""
    walk = put_in(examined(), Standing.APPLICANT, "2026-07-02")
    on = "2026-07-06"
    assert refused(lambda: found(walk, Examined.TRUE, on, asked_lawfully=True)) == ARR2026[47]
    assert refused(lambda: found(walk, Examined.WITHHELD, on)) == ARR2026[47]
    excused = {"asked_lawfully": True, "excused": True}
    assert refused(lambda: found(walk, Examined.WITHHELD, on, **excused)) == ARR2026[47]
    assert found(walk, Examined.TRUE, on, **excused).excused
    assert found(walk, Examined.WITHHELD, on, asked_lawfully=True)


def test_until_june_2026_nothing_is_left_out_because_it_was_not_given_before() -> None:
    """2026年6月30日以前的条例没有不予采纳的规定 (ARL 43)."""
    walk = put_in(examined(), Standing.APPLICANT, LATE)
    assert refused(lambda: found(walk, Examined.WITHHELD, LATE, asked_lawfully=True)) == ARL[
        43
    ].par(2)
    assert found(walk, Examined.TRUE, LATE, asked_lawfully=True)


def test_only_applicants_and_third_persons_can_have_withheld_evidence() -> None:
    """不予采纳的只是申请人、第三人的证据 (ARR2026 47)."""
    walk = put_in(replying(), Standing.RESPONDENT, "2026-03-20", "2026-02-03")
    assert refused(lambda: found(walk, Examined.WITHHELD, "2026-07-06")) == ARR2026[47]


def test_no_decision_rests_on_evidence_that_nobody_has_examined() -> None:
    """证据经审查属实，才能作为认定事实的根据 (ARL 43)."""
    walk = put_in(examined(), Standing.APPLICANT, LATE)
    assert refused(lambda: deciding.drafted(Walk.of(walk.case), REVOKE)) == ARL[43].par(2)
    walk.record(found(walk, Examined.UNTRUE))
    assert deciding.decide(walk, REVOKE).case.decided_on


def test_evidence_that_comes_after_the_draft_holds_up_its_approval_until_examined() -> None:
    """拟稿以后提出的证据，审查以后才能同意 (ARL 43, 61)."""
    walk = deciding.submitted(examined(), REVOKE, "2026-04-10")
    walk.then(EvidenceSubmitted, "2026-04-13", evidence=1)
    approve = deciding.drafting.approve
    said = (deciding.Approval.HEAD, None)
    assert refused(lambda: approve(walk.case, walk.head("2026-04-14"), *said)) == ARL[43].par(2)
    walk.record(found(walk, Examined.TRUE, "2026-04-14"))
    assert approve(walk.case, walk.head("2026-04-14"), *said)


def test_what_a_submitted_draft_rests_upon_is_not_examined_anew() -> None:
    """拟稿送审以后，退回才可以另行审查 (ARL 43, 61)."""
    walk = put_in(examined(), Standing.APPLICANT, LATE)
    walk.record(found(walk, Examined.TRUE))
    deciding.submitted(walk, REVOKE, "2026-04-10")
    assert refused(lambda: found(walk, Examined.UNTRUE, "2026-04-13")) == ARL[43].par(2)
    walk.then(DecisionReturned, "2026-04-13")
    assert found(walk, Examined.UNTRUE, "2026-04-13")


def test_an_application_is_dismissed_without_examining_evidence_about_the_act() -> None:
    """驳回申请不以行政行为的证据为根据 (ARL 33)."""
    walk = put_in(examined(), Standing.APPLICANT, LATE)
    draft = Draft(outcome=Outcome.APPLICATION_DISMISSED)
    assert deciding.decide(walk, draft).case.decided_on


def test_a_request_to_add_evidence_is_answered_before_the_decision() -> None:
    """补充证据的申请答复以后才作出决定 (ARL 46)."""
    walk = deciding.approved(examined(), REVOKE).then(FurtherEvidenceRequested, "2026-04-17")
    seal = deciding.drafting.seal
    assert refused(
        lambda: seal(walk.case, walk.head("2026-04-17"), "甘政复决字〔2026〕1号")
    ) == ARL[46].par(2)


def test_a_party_says_of_itself_as_what_it_hands_evidence_in() -> None:
    """当事人以本人的名义提出证据 (ARL 43)."""
    walk = examined().then(ThirdPersonJoined, LATE)
    case, head = walk.case, walk.head(LATE)
    assert acts.as_oneself(case, head, Standing.APPLICANT, frozenset({BERT})) is Standing.THIRD
    assert acts.as_oneself(case, head, Standing.THIRD, frozenset({ANNA})) is Standing.APPLICANT
    stranger = frozenset({PAPER})
    assert refused(lambda: acts.as_oneself(case, head, Standing.THIRD, stranger)) == ARL[43].par(1)


def test_what_was_conceded_in_talks_is_no_evidence_against_whoever_conceded_it() -> None:
    """调解过程中对协商条件、方案所作的认可，不得作为对其不利的证据 (ARR2026 48)."""
    walk = put_in(replying(), Standing.RESPONDENT, "2026-03-12", "2026-02-01")
    on = "2026-07-02"
    assert refused(lambda: found(walk, Examined.CONCESSION, "2026-06-30")) == ARL[43].par(2)
    walk.record(found(walk, Examined.CONCESSION, on))
    assert walk.case.evidence.unexamined == ()
    assert walk.case.evidence.pieces[-1].examined is Examined.CONCESSION
