"""Stay of execution, and what does not run meanwhile (ARL 42; APL 73)."""

import pytest

from services.reconsideration.domain import staying
from services.reconsideration.domain.acceptance import accept
from services.reconsideration.domain.ordinary import ORDINARY
from services.reconsideration.domain.standing import Persons
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.pausing import (
    ExecutionStayed,
    Stay,
    StayEnded,
    StayRefused,
    StayRequested,
)
from shared.law.article import ARL
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration.makers import (
    ANNA,
    BERT,
    PAPER,
    Walk,
    accepted,
    day,
    decided,
    received,
    replying,
)


def ask(
    walk: Walk,
    standing: Standing = Standing.APPLICANT,
    *,
    on: str = "2026-03-20",
    persons: Persons = None,
) -> StayRequested:
    return staying.ask(walk.case, walk.head(on), standing, PAPER, persons)


def stay(walk: Walk, ground: Stay, on: str = "2026-03-23") -> ExecutionStayed:
    return staying.stay(walk.case, walk.head(on), ground, PAPER)


def test_the_act_goes_on_while_it_is_reconsidered() -> None:
    """行政复议期间行政行为不停止执行 (ARL 42)."""
    assert replying().case.stay is None
    with pytest.raises(Refused) as refusal:
        staying.end(replying().case, replying().head("2026-03-20"), PAPER)
    assert refusal.value.article == ARL[42]


@pytest.mark.parametrize("ground", [Stay.RESPONDENT, Stay.AUTHORITY, Stay.BY_LAW])
def test_three_grounds_stay_it_without_a_request(ground: Stay) -> None:
    """被申请人、机关认为需要，或者法律、法规、规章规定 (ARL 42)."""
    walk = replying()
    walk.record(stay(walk, ground))
    assert (walk.case.stay, walk.case.stayed_on) == (ground, day("2026-03-23"))


def test_what_is_granted_as_asked_was_asked() -> None:
    """申请人、第三人申请停止执行 (ARL 42)."""
    walk = replying()
    with pytest.raises(Refused) as refusal:
        stay(walk, Stay.ASKED)
    assert refusal.value.article == ARL[42].par(item=3)
    walk.record(ask(walk)).record(stay(walk, Stay.ASKED))
    assert (walk.case.stay, walk.case.stay_asked_on) == (Stay.ASKED, None)


@pytest.mark.parametrize("standing", [Standing.APPLICANT, Standing.THIRD])
def test_an_applicant_and_a_third_person_may_ask(standing: Standing) -> None:
    walk = replying()
    walk.record(ask(walk, standing))
    assert walk.last_day("answer_stay") == day("2026-03-27")


def test_the_respondent_does_not_ask_but_stops() -> None:
    """被申请人认为需要停止执行 (ARL 42)."""
    with pytest.raises(Refused) as refusal:
        ask(replying(), Standing.RESPONDENT)
    assert refusal.value.article == ARL[42].par(item=1)


def test_a_party_asks_for_itself() -> None:
    walk = replying()
    assert ask(walk, persons=frozenset({ANNA})).standing is Standing.APPLICANT
    for standing, persons in (
        (Standing.APPLICANT, frozenset({BERT})),
        (Standing.THIRD, frozenset({ANNA})),
    ):
        with pytest.raises(Refused) as refusal:
            ask(walk, standing, persons=persons)
        assert refusal.value.article == ARL[42].par(item=3)


def test_a_request_that_waits_is_not_made_again_and_may_be_once_it_is_refused() -> None:
    """认为其要求合理，决定停止执行 (ARL 42)."""
    walk = replying()
    walk.record(ask(walk))
    with pytest.raises(Refused):
        ask(walk)
    walk.record(staying.refuse(walk.case, walk.head("2026-03-24"), PAPER))
    assert walk.case.stay is None
    assert isinstance(ask(walk, on="2026-03-25"), StayRequested)


def test_what_nobody_asked_is_not_refused() -> None:
    with pytest.raises(Refused) as refusal:
        staying.refuse(replying().case, replying().head("2026-03-20"), PAPER)
    assert refusal.value.article == ARL[42].par(item=3)


def test_what_is_stayed_is_neither_stayed_nor_asked_again() -> None:
    walk = replying()
    walk.record(stay(walk, Stay.AUTHORITY))
    with pytest.raises(Refused):
        stay(walk, Stay.BY_LAW)
    with pytest.raises(Refused):
        ask(walk, on="2026-03-24")


def test_a_stay_ends_when_its_ground_is_gone() -> None:
    walk = replying()
    walk.record(stay(walk, Stay.AUTHORITY))
    with pytest.raises(Refused):
        staying.end(walk.case, walk.head("2026-03-22"), PAPER)
    fact = staying.end(walk.case, walk.head("2026-03-30"), PAPER)
    assert (fact.ground, walk.record(fact).case.stay) == (Stay.AUTHORITY, None)


@pytest.mark.parametrize("kind", [StayRequested, ExecutionStayed, StayRefused, StayEnded])
def test_once_it_is_decided_nothing_is_stayed_any_more(kind: type) -> None:
    """行政复议期间 (ARL 42)."""
    with pytest.raises(Refused):
        decided().then(kind, "2026-04-20")


@pytest.mark.parametrize(
    ("act", "since"), [(ActKind.PENALTY, day("2026-03-05")), (ActKind.LICENCE, None)]
)
def test_surcharges_are_not_counted_while_a_penalty_is_reconsidered(
    act: ActKind, since: object
) -> None:
    """加处罚款的数额在行政复议期间不予计算 (APL 73)."""
    assert accepted(act=act).case.surcharge_stopped_on == since


def test_a_stay_asked_for_with_the_application_is_answered_within_days_of_acceptance() -> None:
    """随申请一并申请停止执行的，受理以后答复，五个工作日自受理之日起 (ARL 42; RULES 68)."""
    walk = received("2026-03-02")
    walk.record(staying.ask(walk.case, walk.head("2026-03-02"), Standing.APPLICANT, PAPER))
    row = ORDINARY.by_name["answer_stay"]
    assert row not in ORDINARY.opens(walk.facts[-1])
    with pytest.raises(Refused):
        walk.then(ExecutionStayed, "2026-03-03")
    walk.record(accept(walk.case, walk.head("2026-03-05"), calendar=CALENDAR))
    assert walk.last_day("answer_stay") == day("2026-03-12")
    fact = stay(walk, Stay.ASKED)
    assert walk.record(fact).case.stay_asked_on is None


def test_a_stay_asked_for_in_time_is_answered_after_deemed_acceptance_too() -> None:
    """视为受理的，答复停止执行申请的期限自视为受理之日起 (ARL 30, 42; RULES 68)."""
    walk = received("2026-09-23")
    walk.record(staying.ask(walk.case, walk.head("2026-09-24"), Standing.APPLICANT, PAPER))
    walk.lapse("review", "2026-10-08")
    assert walk.last_day("answer_stay") == day("2026-10-14")
    silent = received("2026-09-23").lapse("review", "2026-10-08")
    assert ORDINARY.by_name["answer_stay"] not in ORDINARY.opens(silent.facts[-1])
