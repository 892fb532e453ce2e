"""Who takes the place of an applicant that died or ended (ARL 14, 17, 39; ARR2026 11)."""

import pytest

from shared.contracts.reconsideration.people import (
    AgentNamed,
    RepresentativesElected,
    Succession,
)
from shared.law.article import ARL, ARR2026, Article
from shared.law.procedure import Refused
from tests.reconsideration.makers import (
    ANNA,
    BERT,
    accepted,
    decided,
    received,
)
from tests.reconsideration.taking_part import CARL, TWELVE, article, of_many, succeed


def test_the_relatives_of_a_dead_applicant_take_his_place() -> None:
    """申请人死亡，近亲属参加行政复议 (ARL 14, 39)."""
    walk = accepted("2026-09-01", applicants=(ANNA, TWELVE[0]))
    walk.record(succeed(walk, "2026-09-10", successors=(BERT, CARL)))
    assert walk.case.applicants == (BERT, CARL, TWELVE[0])


def test_a_co_applicant_who_is_the_heir_is_not_counted_twice() -> None:
    """承受人本来就是申请人的 (ARL 14)."""
    walk = accepted("2026-09-01", applicants=(ANNA, BERT))
    walk.record(succeed(walk, "2026-09-10"))
    assert walk.case.applicants == (BERT,)


@pytest.mark.parametrize(
    ("on", "cited"), [("2026-09-10", ARR2026[11]), ("2026-03-10", ARL[14].par(2))]
)
def test_relatives_say_what_they_were_to_the_deceased(on: str, cited: Article) -> None:
    """近亲属的范围 (ARR2026 11)."""
    walk = accepted("2026-03-05")
    with pytest.raises(Refused) as refusal:
        succeed(walk, on, relation=None)
    assert article(refusal) == cited


@pytest.mark.parametrize(
    "said", [{"applicant_id": CARL}, {"successors": (ANNA,)}, {"successors": (BERT, ANNA)}]
)
def test_only_an_applicant_of_the_case_is_succeeded_and_by_others(said: dict[str, object]) -> None:
    """承受的是申请人的地位 (ARL 14)."""
    with pytest.raises(Refused) as refusal:
        succeed(accepted(), "2026-03-10", **said)
    assert article(refusal) == ARL[14].par(2)


def test_somebody_acts_for_an_organisation_that_ended_from_application_to_service() -> None:
    """组织终止，权利义务承受人参加 (ARL 14); 决定作出后、送达前也须有人受送达 (ARL 75)."""
    for walk, on in ((received(), "2026-03-03"), (decided(), "2026-04-18")):
        walk.record(succeed(walk, on, succession=Succession.SUCCESSOR, relation=None))
        assert walk.case.applicants == (BERT,)


def test_what_the_deceased_represented_and_whom_he_entrusted_ends_with_him() -> None:
    """被代理人死亡，委托终止；代表人的身份不由他人承受 (ARL 15, 17)."""
    walk = of_many(12).then(
        RepresentativesElected, "2026-09-02", representatives=(TWELVE[0], TWELVE[1])
    )
    walk.then(AgentNamed, "2026-09-02", agent=CARL, principal=TWELVE[0])
    walk.record(succeed(walk, "2026-09-10", applicant_id=TWELVE[0]))
    there = walk.case.participants
    assert (there.representatives, there.agents, there.in_file) == ((TWELVE[1],), (), ())
    assert walk.case.applicants[0] == BERT
