"""Complexity, reviewers and recusal: who handles a case, and what obliges it (ARL 36, 50, 52)."""

import pytest

from services.reconsideration.domain import assigning, recusal
from services.reconsideration.domain.assigning import Team
from services.reconsideration.domain.ordinary import State
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import (
    ConsultationGround,
    ConsultationRequested,
    OpinionRecorded,
    Outcome,
    Standing,
)
from shared.contracts.reconsideration.assigning import (
    ComplexityFound,
    RecusalDecided,
    RecusalRequested,
    ReviewersAssigned,
    Tie,
    Track,
)
from shared.contracts.reconsideration.hearing_held import HearingHeld
from shared.contracts.reconsideration.joint import JointRespondentNamed
from shared.law.article import ARL, ARR2007, ARR2026, RULES, Article
from shared.law.procedure import Refused
from tests.reconsideration import deciding
from tests.reconsideration.deciding import Draft
from tests.reconsideration.makers import (
    ANNA,
    BERT,
    OTHER,
    PAPER,
    RESPONDENT,
    Walk,
    accepted,
    examined,
)

REVOKE = Draft(outcome=Outcome.REVOKED)
ONE, TWO = Team(reviewers=("fuyi-07",)), Team(reviewers=("fuyi-07", "fuyi-08"))


def decide(walk: Walk, on: str = "2026-04-17") -> Walk:
    return deciding.decide(walk, REVOKE, on)


def refused(walk: Walk) -> Article:
    """The article that refuses a decision."""
    with pytest.raises(Refused) as refusal:
        decide(walk)
    return refusal.value.article


def assign(walk: Walk, team: Team, on: str = "2026-03-06") -> Fact:
    return assigning.assign(walk.case, walk.head(on), team, None)


def not_assigned(walk: Walk, team: Team, on: str = "2026-03-06") -> Article:
    with pytest.raises(Refused) as refusal:
        assign(walk, team, on)
    return refusal.value.article


def settle(walk: Walk, **found: object) -> Fact:
    """The head decides on recusal: fuyi-07 has an interest and is replaced, unless said so."""
    said: dict[str, object] = {
        "reviewer": "fuyi-07",
        "tie": Tie.INTEREST,
        "replaced": True,
        "successor": "fuyi-09",
        "reason_id": PAPER,
    }
    head = walk.head("2026-03-24")
    return recusal.decide_recusal(walk.case, head, **(said | found))  # type: ignore[arg-type]


def unsettled(walk: Walk, **found: object) -> Article:
    with pytest.raises(Refused) as refusal:
        settle(walk, **found)
    return refusal.value.article


def challenged() -> Walk:
    """Two reviewers, and the applicant asks that one of them be replaced."""
    return examined().then(ReviewersAssigned, "2026-03-20").then(RecusalRequested, "2026-03-23")


def test_a_case_found_grave_is_not_decided_without_a_hearing_though_nobody_asked() -> None:
    """认定重大、疑难、复杂的，未提请咨询也应当先听证 (ARL 50)."""
    assert refused(examined().then(ComplexityFound, "2026-03-23")) == ARL[50].par(1)


def test_nor_without_the_committee() -> None:
    """听证之后，仍应当提请行政复议委员会提出咨询意见 (ARL 52)."""
    walk = examined().then(ComplexityFound, "2026-03-23")
    walk.then(HearingHeld, "2026-03-25")
    assert refused(walk) == ARL[52].par(2)
    walk.then(ConsultationRequested, "2026-03-26", ground=ConsultationGround.GRAVE)
    walk.then(OpinionRecorded, "2026-04-01")
    draft = Draft(outcome=Outcome.REVOKED, opinion_adopted=True)
    assert deciding.decide(walk, draft).case.state is State.DECIDED


def test_a_technical_case_goes_to_the_committee_and_needs_no_hearing() -> None:
    """专业性、技术性较强的，应当提请咨询，不必听证 (ARL 52)."""
    walk = examined().then(ComplexityFound, "2026-03-23", grave=False, technical=True)
    assert refused(walk) == ARL[52].par(2)


def test_a_question_to_the_committee_on_another_ground_does_not_hide_that_the_case_is_grave() -> (
    None
):
    """以专业性为由提请咨询的，认定重大的仍应当听证 (ARL 50, 52)."""
    walk = examined().then(ConsultationRequested, "2026-03-23").then(OpinionRecorded, "2026-04-01")
    assert refused(walk.then(ComplexityFound, "2026-04-02")) == ARL[50].par(1)


def test_a_finding_is_changed_by_a_later_one_with_its_reason() -> None:
    """重新认定的，以后一次为准 (ARL 50)."""
    walk = examined().then(ComplexityFound, "2026-03-23")
    walk.then(ComplexityFound, "2026-03-30", grave=False)
    assert decide(walk).case.state is State.DECIDED


def test_a_ground_that_was_put_to_the_committee_stays_a_ground_whatever_is_found_later() -> None:
    """提请时认定的情形，不因重新认定而消失 (ARL 50)."""
    walk = examined().then(ConsultationRequested, "2026-03-23", ground=ConsultationGround.GRAVE)
    walk.then(OpinionRecorded, "2026-04-01").then(ComplexityFound, "2026-04-02", grave=False)
    assert refused(walk) == ARL[50].par(1)


def test_two_reviewers_at_least_handle_a_case_by_each_edition() -> None:
    """应当由二名以上行政复议人员参加 (ARR2026 39; ARR2007 32)."""
    assert not_assigned(accepted(), ONE) == ARR2007[32]
    assert not_assigned(accepted("2026-07-06"), ONE, "2026-07-07") == ARR2026[39]
    assert assign(accepted(), TWO).head.version == 3


def test_one_does_in_the_simplified_procedure_since_july_2026_and_not_before() -> None:
    """适用简易程序的，可以由一名审理；二〇〇七年条例没有此规定 (ARR2026 39)."""
    new, old = accepted("2026-07-06"), accepted()
    for walk in (new, old):
        walk.case = walk.but(track=Track.SIMPLIFIED)
    assert assign(new, ONE, "2026-07-07").head.version == 3
    assert not_assigned(old, ONE) == ARR2007[32]


@pytest.mark.parametrize(("qualified", "trained"), [(False, True), (True, False)])
def test_who_is_new_to_this_work_has_the_qualification_and_the_training(
    *, qualified: bool, trained: bool
) -> None:
    """初次从事行政复议工作的，应当取得法律职业资格并参加统一职前培训 (ARL 6)."""
    new = {"reviewers": TWO.reviewers, "newcomer": True}
    team = Team(**new, qualified=qualified, trained=trained)  # type: ignore[arg-type]
    assert not_assigned(accepted(), team) == ARL[6].par(2)
    assert assign(accepted(), Team(**new, qualified=True, trained=True))  # type: ignore[arg-type]


def test_a_case_in_the_hands_of_one_is_not_decided_once_it_is_ordinary() -> None:
    """转为普通程序后，一名人员审理的不得作出决定 (ARR2007 32)."""
    walk = examined().then(ReviewersAssigned, "2026-03-20", reviewers=("fuyi-07",))
    assert refused(walk) == ARR2007[32]
    walk.then(ReviewersAssigned, "2026-03-23", reason_id=PAPER)
    assert decide(walk).case.state is State.DECIDED


def test_nothing_is_decided_while_a_request_for_recusal_waits() -> None:
    """回避未决定，不得作出复议决定，也不得绕过它另行指定 (RULES 47)."""
    walk = challenged()
    assert refused(walk) == RULES[47]
    assert not_assigned(walk, TWO, "2026-03-24") == RULES[47]


def test_a_reviewer_with_an_interest_is_replaced_and_does_not_come_back() -> None:
    """有利害关系的，应当更换；已决定回避的不得再指定 (RULES 47)."""
    walk = challenged()
    assert unsettled(walk, replaced=False, successor=None) == RULES[47]
    walk.record(settle(walk))
    assert (walk.case.reviewers, walk.case.recusals_pending) == (("fuyi-09", "fuyi-08"), 0)
    assert not_assigned(walk, TWO, "2026-03-25") == RULES[47]
    assert decide(walk).case.state is State.DECIDED


def test_a_reviewer_without_any_tie_stays() -> None:
    """没有应当回避的关系，不必更换，也不得更换 (RULES 47)."""
    walk = challenged()
    assert unsettled(walk, tie=Tie.NONE) == RULES[47]
    walk.record(settle(walk, tie=Tie.NONE, replaced=False, successor=None))
    assert walk.case.reviewers == ("fuyi-07", "fuyi-08")
    assert decide(walk).case.state is State.DECIDED


@pytest.mark.parametrize("replaced", [True, False])
def test_of_another_tie_the_head_decides_freely(*, replaced: bool) -> None:
    """其他可能影响公正的关系，由行政复议机构负责人决定 (RULES 47)."""
    walk = challenged()
    named = "fuyi-09" if replaced else None
    walk.record(settle(walk, tie=Tie.OTHER, replaced=replaced, successor=named))
    assert ("fuyi-07" in walk.case.reviewers) is not replaced


def test_enough_reviewers_are_left_when_one_goes() -> None:
    """更换后仍应当有二名以上行政复议人员 (ARR2007 32)."""
    walk = challenged()
    assert unsettled(walk, successor=None) == ARR2007[32]
    assert unsettled(walk, successor="fuyi-08") == RULES[47]


def test_a_request_names_a_tie_and_a_reviewer_of_this_case() -> None:
    """没有指定人员、不是本案人员、没有关系的，不得申请 (RULES 47)."""
    one = {"asked_by": Standing.APPLICANT, "reason_id": PAPER}
    before, after = accepted(), accepted().then(ReviewersAssigned, "2026-03-06")
    for walk, reviewer, tie in (
        (before, None, Tie.KIN),
        (after, "fuyi-01", Tie.KIN),
        (after, "fuyi-07", Tie.NONE),
    ):
        with pytest.raises(Refused) as refusal:
            recusal.request_recusal(
                walk.case,
                walk.head("2026-03-09"),
                reviewer=reviewer,
                tie=tie,
                **one,  # type: ignore[arg-type]
            )
        assert refusal.value.article == RULES[47]


def test_only_a_party_asks_and_each_as_what_it_is() -> None:
    """申请人、被申请人申请回避，复议人员自行报告 (RULES 47)."""
    case = accepted().case
    applicant, stranger = frozenset({ANNA}), frozenset({BERT})
    assert recusal.asks_as(case, None, applicant, "") is Standing.APPLICANT
    assert recusal.asks_as(case, None, None, RESPONDENT) is Standing.RESPONDENT
    assert recusal.asks_as(case, None, None, "") is None
    for persons, organ in ((stranger, ""), (None, "620702-gongan")):
        with pytest.raises(Refused):
            recusal.asks_as(case, Standing.THIRD, persons, organ)


def test_each_of_several_respondents_asks_as_a_party() -> None:
    """共同被申请人也是当事人，可以申请回避 (ARL 19; RULES 47)."""
    walk = accepted().then(JointRespondentNamed, "2026-03-06")
    assert recusal.asks_as(walk.case, None, None, OTHER) is Standing.RESPONDENT


def test_whoever_is_replaced_is_replaced_for_all_who_asked_it() -> None:
    """两方申请同一人回避，更换以后都已决定，不必另作不实的决定 (RULES 47)."""
    walk = challenged().then(RecusalRequested, "2026-03-23", asked_by=Standing.RESPONDENT)
    walk.then(RecusalRequested, "2026-03-23", reviewer="fuyi-08")
    kept = walk.case.after(settle(walk, tie=Tie.NONE, replaced=False, successor=None))
    assert (kept.recusals_named, kept.recusals_pending) == (("fuyi-07", "fuyi-08"), 2)
    walk.record(settle(walk))
    assert (walk.case.recusals_named, walk.case.recusals_pending) == (("fuyi-08",), 1)
    assert unsettled(walk, reviewer="fuyi-09", successor="fuyi-10") == RULES[47]
    walk.record(settle(walk, reviewer="fuyi-08", successor="fuyi-10"))
    assert decide(walk).case.state is State.DECIDED


def test_a_request_in_words_waits_beside_those_that_name_somebody() -> None:
    """没有写明人员的申请，另行决定 (RULES 47)."""
    walk = challenged().then(RecusalRequested, "2026-03-23", reviewer=None)
    walk.record(settle(walk))
    assert (walk.case.recusals_named, walk.case.recusals_pending) == ((), 1)
    walk.record(settle(walk, reviewer="fuyi-08", successor="fuyi-10"))
    assert walk.case.recusals_pending == 0


def test_a_head_does_not_decide_of_itself_where_another_head_can() -> None:
    """不得决定本人的回避，由其他负责人决定；没有其他负责人的除外 (RULES 47)."""
    walk = challenged()
    walk.case = walk.but(reviewers=(walk.head("2026-03-24").by, "fuyi-08"), recusals_named=())
    own = {"reviewer": walk.head("2026-03-24").by}
    assert unsettled(walk, **own, another_head=True) == RULES[47]
    assert settle(walk, **own, another_head=False)
    assert settle(walk, reviewer="fuyi-08", another_head=True)


def test_each_request_waits_for_a_decision_of_its_own() -> None:
    """两次申请，两次决定 (RULES 47)."""
    walk = challenged().then(RecusalRequested, "2026-03-23", reviewer="fuyi-08")
    walk.then(RecusalDecided, "2026-03-24")
    assert refused(walk) == RULES[47]
    walk.then(RecusalDecided, "2026-03-25", reviewer="fuyi-08", successor="fuyi-10")
    assert walk.case.reviewers == ("fuyi-09", "fuyi-10")
    assert decide(walk).case.state is State.DECIDED
