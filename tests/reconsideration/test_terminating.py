"""Termination, and the sixty days that lead to it (ARL 41)."""

import pytest

from services.reconsideration.domain import pausing_acts as acts
from services.reconsideration.domain.ordinary import ORDINARY
from services.reconsideration.domain.pausing_acts import Found
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import ApplicationWithdrawn, ReconsiderationTerminated
from shared.contracts.reconsideration.pausing import (
    ReconsiderationResumed,
    Suspension,
    SuspensionCauseGone,
    Termination,
    Unsucceeded,
)
from shared.law.article import ARL
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration.makers import ANNA, BERT, PAPER, Walk, accepted, day, examined
from tests.reconsideration.test_pausing import article, suspended

NOT_SIXTY = [
    one
    for one in Suspension
    if one not in (Suspension.DEATH, Suspension.INCAPACITY, Suspension.DISSOLVED)
]


def terminate(walk: Walk, on: str, **found: object) -> ReconsiderationTerminated:
    said = Found(**found)  # type: ignore[arg-type]
    return acts.terminate(walk.case, walk.head(on), said, PAPER, CALENDAR, basis_id=PAPER)


@pytest.mark.parametrize("cause", list(Suspension))
def test_sixty_days_run_for_three_causes_and_for_no_other(cause: Suspension) -> None:
    """依照第一项、第二项、第四项的规定中止满六十日 (ARL 41)."""
    [*_, fact] = suspended(cause).facts
    starts = {row.name for row in ORDINARY.opens(fact)}
    assert starts == (set() if cause in NOT_SIXTY else {"sixty_days"})


def test_after_sixty_days_the_case_is_terminated_and_not_on_the_sixtieth() -> None:
    """中止满六十日，原因仍未消除的，终止 (ARL 41)."""
    walk = suspended(on="2026-03-20")
    assert walk.last_day("sixty_days") == day("2026-05-19")
    with pytest.raises(Refused) as refusal:
        terminate(walk, "2026-05-19", ground=Termination.SIXTY_DAYS)
    assert article(refusal) == ARL[41].par(item=5)
    fact = terminate(walk, "2026-05-20", ground=Termination.SIXTY_DAYS)
    assert walk.record(fact).case.is_closed


@pytest.mark.parametrize("cause", NOT_SIXTY)
def test_no_other_suspension_ends_the_case_however_long_it_lasts(cause: Suspension) -> None:
    """其他情形中止的，不因满六十日终止 (ARL 41)."""
    with pytest.raises(Refused) as refusal:
        terminate(suspended(cause), "2026-12-31", ground=Termination.SIXTY_DAYS)
    assert article(refusal) == ARL[41].par(item=5)


def test_where_the_cause_is_gone_the_case_is_resumed_and_not_terminated() -> None:
    """原因消除的，应当恢复审理 (ARL 39)."""
    walk = suspended().then(SuspensionCauseGone, "2026-05-18")
    with pytest.raises(Refused) as refusal:
        terminate(walk, "2026-05-20", ground=Termination.SIXTY_DAYS)
    assert article(refusal) == ARL[39].par(2)


def test_a_case_that_goes_on_is_not_terminated_for_sixty_days() -> None:
    walk = suspended().then(ReconsiderationResumed, "2026-04-01")
    with pytest.raises(Refused):
        terminate(walk, "2026-06-30", ground=Termination.SIXTY_DAYS)


def test_the_period_to_terminate_begins_when_the_sixty_days_are_full() -> None:
    """到期提示终止 (ARL 41; RULES 67)."""
    walk = suspended()
    row = ORDINARY.by_name["sixty_days"]
    walk.record(row.lapsed(walk.head("2026-05-19"), Suspension.DEATH))
    assert walk.last_day("terminate") == day("2026-05-26")
    assert not walk.case.is_closed


@pytest.mark.parametrize(
    ("ground", "item"), [(Termination.NO_RELATIVES, 2), (Termination.NO_SUCCESSOR, 3)]
)
def test_a_case_ends_with_its_applicants_and_goes_on_for_those_who_are_left(
    ground: Termination, item: int
) -> None:
    """没有承受权利的人或者其放弃的，终止；其他申请人的不终止 (ARL 41)."""
    walk = accepted(applicants=(ANNA, BERT))
    both = frozenset({ANNA, BERT})
    why = {"ground": ground, "unsucceeded": Unsucceeded.NONE}
    for said in (
        {**why, "applicants": frozenset({ANNA})},
        why,  # of several it is said for whom
        {"ground": ground, "applicants": both},
    ):
        with pytest.raises(Refused) as refusal:
            terminate(walk, "2026-03-20", **said)
        assert article(refusal) == ARL[41].par(item=item)
    unproved = Found(applicants=both, **why)  # type: ignore[arg-type] - by name
    with pytest.raises(Refused) as refusal:
        acts.terminate(walk.case, walk.head("2026-03-20"), unproved, PAPER, CALENDAR)
    assert article(refusal) == ARL[41].par(item=item)
    fact = terminate(walk, "2026-03-20", applicants=both, **why)
    assert (fact.ground, walk.record(fact).case.is_closed) == (ground, True)
    assert (fact.unsucceeded, fact.basis_id) == (Unsucceeded.NONE, PAPER)


@pytest.mark.parametrize(
    ("act", "liberty", "ends"),
    [
        (ActKind.PENALTY, True, True),
        (ActKind.COMPULSION, True, True),
        (ActKind.PENALTY, None, False),
        (ActKind.LICENCE, True, False),
    ],
)
def test_criminal_measures_end_only_a_case_over_liberty(
    act: ActKind, *, liberty: bool | None, ends: bool
) -> None:
    """对行政拘留或者限制人身自由的强制措施申请复议后，被采取刑事强制措施 (ARL 41)."""
    walk = accepted(act=act)
    if ends:
        terminate(walk, "2026-03-20", ground=Termination.CRIMINAL, liberty=liberty)
        return
    with pytest.raises(Refused) as refusal:
        terminate(walk, "2026-03-20", ground=Termination.CRIMINAL, liberty=liberty)
    assert article(refusal) == ARL[41].par(item=4)


def test_which_criminal_measure_was_taken_is_said_and_proved() -> None:
    """因同一违法行为被采取刑事强制措施的，写明何机关何日采取何种措施，才终止 (ARL 41)."""
    walk = accepted(act=ActKind.PENALTY)
    found = Found(ground=Termination.CRIMINAL, liberty=True)
    with pytest.raises(Refused) as refusal:
        acts.terminate(walk.case, walk.head("2026-03-20"), found, PAPER, CALENDAR)
    assert article(refusal) == ARL[41].par(item=4)


def test_a_withdrawal_ends_nothing_until_it_is_permitted() -> None:
    """机构准予撤回的，终止行政复议 (ARL 41)."""
    walk = examined().then(ApplicationWithdrawn, "2026-03-25", settled=True)
    state = walk.case.state
    fact = terminate(walk, "2026-03-26", harmless=True)
    assert (fact.settled, fact.ground, state) == (True, Termination.WITHDRAWN, "examining")
    assert walk.record(fact).case.is_closed


def test_nothing_is_terminated_that_nobody_withdrew() -> None:
    with pytest.raises(Refused) as refusal:
        terminate(examined(), "2026-03-26")
    assert article(refusal) == ARL[41].par(item=1)
