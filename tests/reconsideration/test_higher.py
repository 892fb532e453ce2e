"""Elevation 提级审理: grounds, asking, the order and the hand-over (ARL 38; ARR2026 40)."""

from datetime import date

import pytest

from services.reconsideration.domain import higher_acts as acts
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.ordinary import ORDINARY
from services.reconsideration.domain.ordinary.pauses import HANDING_OVER, STANDSTILL
from services.reconsideration.domain.ordinary_2007 import ORDINARY_2007
from shared.contracts.reconsideration import (
    ApplicationAccepted,
    ApplicationReceived,
    ReplyFiled,
)
from shared.contracts.reconsideration.drafting import DecisionDrafted
from shared.contracts.reconsideration.higher import (
    ElevatedFileReceived,
    Elevation,
    ElevationAsked,
    ElevationDenied,
    ElevationOrdered,
    FileHandedOver,
    Initiative,
)
from shared.law.article import ARL, ARR2026
from shared.law.procedure import Refused
from tests.reconsideration.makers import AUTHORITY, CITY_GOVERNMENT, PAPER, Walk, day
from tests.reconsideration.taken_up import article, ordered, received, replied

ABOVE = (CITY_GOVERNMENT, "620000-government")


def order(
    walk: Walk, ground: Elevation | None, on: str = "2026-07-27", organ: str = CITY_GOVERNMENT
) -> ElevationOrdered:
    return acts.order(walk.case, walk.head(on), ground, organ, PAPER, above=ABOVE)


@pytest.mark.parametrize("ground", list(Elevation))
def test_the_authority_above_takes_a_case_up_on_each_of_four_grounds(ground: Elevation) -> None:
    """上级认为属于四种情形之一的，可以决定提级审理 (ARR2026 40)."""
    fact = order(replied(), ground)
    assert (fact.ground, fact.initiative) == (ground, Initiative.HIGHER)
    assert (fact.organ, fact.below) == (CITY_GOVERNMENT, AUTHORITY)


def test_without_a_ground_no_case_is_taken_up() -> None:
    """决定提级审理须有四种情形之一 (ARR2026 40)."""
    with pytest.raises(Refused) as refusal:
        order(replied(), None)
    assert article(refusal) == ARR2026[40].par(1)


def test_only_an_authority_above_takes_a_case_up() -> None:
    """提级由上级行政复议机关决定 (ARL 38)."""
    for organ in (AUTHORITY, "620721-government"):
        with pytest.raises(Refused) as refusal:
            order(replied(), Elevation.PUBLIC, organ=organ)
        assert article(refusal) == ARL[38].par(1)


def test_a_case_that_was_asked_for_is_taken_up_on_the_ground_that_was_named() -> None:
    """下级报请的，上级决定 (ARL 38)."""
    walk = replied().then(ElevationAsked, "2026-07-22", ground=Elevation.GUIDING)
    fact = order(walk, None)
    assert (fact.ground, fact.initiative) == (Elevation.GUIDING, Initiative.LOWER)
    assert order(walk, Elevation.PUBLIC).ground is Elevation.PUBLIC


def test_the_nearest_authority_above_is_asked_and_only_once() -> None:
    """报请上级行政复议机关决定 (ARL 38)."""
    walk = replied()
    fact = acts.ask(walk.case, walk.head("2026-07-22"), Elevation.NOVEL, ABOVE, PAPER)
    assert fact.asked_of == CITY_GOVERNMENT
    walk.record(fact)
    with pytest.raises(Refused) as refusal:
        acts.ask(walk.case, walk.head("2026-07-23"), Elevation.NOVEL, ABOVE, PAPER)
    assert article(refusal) == ARL[38].par(2)


def test_where_nobody_stands_above_nobody_is_asked() -> None:
    """没有上级行政复议机关的，无从报请 (ARL 38)."""
    walk = replied()
    with pytest.raises(Refused):
        acts.ask(walk.case, walk.head("2026-07-22"), Elevation.NOVEL, (), PAPER)


def test_only_whom_one_asked_refuses_and_not_before_it_was_asked() -> None:
    """由报请的上级行政复议机关决定 (ARL 38)."""
    walk = replied()
    with pytest.raises(Refused):
        acts.deny(walk.case, walk.head("2026-07-22"), CITY_GOVERNMENT, PAPER)
    walk.then(ElevationAsked, "2026-07-22")
    for organ, on in (("620000-government", "2026-07-23"), (CITY_GOVERNMENT, "2026-07-21")):
        with pytest.raises(Refused) as refusal:
            acts.deny(walk.case, walk.head(on), organ, PAPER)
        assert article(refusal) == ARL[38].par(2)
    walk.record(acts.deny(walk.case, walk.head("2026-07-24"), CITY_GOVERNMENT, PAPER))
    assert not walk.case.elevated.is_asked


def test_who_was_refused_may_ask_again_later() -> None:
    """情形变化的，可以再次报请 (ARL 38)."""
    walk = replied().then(ElevationAsked, "2026-07-22").then(ElevationDenied, "2026-07-24")
    walk.record(acts.ask(walk.case, walk.head("2026-08-03"), Elevation.PUBLIC, ABOVE, PAPER))
    assert [(one.since, one.until) for one in walk.case.elevated.asked] == [
        (day("2026-07-22"), day("2026-07-24")),
        (day("2026-08-03"), None),
    ]


def test_before_july_2026_the_law_knew_neither_hand_over_nor_new_period() -> None:
    """2026年6月30日以前没有移送、重新计算的规定 (ARL 38; ARR2026 40)."""
    walk = Walk().then(ApplicationReceived, "2026-06-01").then(ApplicationAccepted, "2026-06-01")
    assert order(walk, Elevation.PUBLIC, "2026-06-30").below == AUTHORITY
    assert order(walk, None, "2026-06-30").ground is Elevation.OTHER
    with pytest.raises(Refused) as refusal:
        order(walk, None, "2026-07-01")
    assert article(refusal) == ARR2026[40].par(1)
    assert "hand_over" not in ORDINARY_2007.by_name


def test_nothing_is_taken_up_before_acceptance_or_after_the_decision() -> None:
    """受理以后、决定以前的案件才能提级 (ARL 38)."""
    with pytest.raises(Refused):
        Walk().then(ApplicationReceived, "2026-07-06").then(ElevationOrdered, "2026-07-07")


def test_the_file_is_handed_over_within_five_working_days_of_the_order() -> None:
    """五个工作日内移送案件材料 (ARR2026 40): from Tuesday 22 September over Mid-Autumn."""
    assert ordered("2026-09-22").last_day("hand_over") == day("2026-09-30")
    row = ORDINARY.by_name["hand_over"]
    assert (row.article, row.pauses) == (ARR2026[40].par(3), ())


def test_only_what_was_ordered_is_handed_over_once_and_by_whoever_had_it() -> None:
    """由下级行政复议机关移送 (ARR2026 40)."""
    walk = replied()
    with pytest.raises(Refused):
        acts.hand_over(walk.case, walk.head("2026-07-27"), AUTHORITY, PAPER)
    ordered(walk=walk)
    for organ, on in ((CITY_GOVERNMENT, "2026-07-28"), (AUTHORITY, "2026-07-26")):
        with pytest.raises(Refused) as refusal:
            acts.hand_over(walk.case, walk.head(on), organ, PAPER)
        assert article(refusal) == ARR2026[40].par(3)
    walk.record(acts.hand_over(walk.case, walk.head("2026-07-28"), AUTHORITY, PAPER))
    with pytest.raises(Refused):
        acts.hand_over(walk.case, walk.head("2026-07-29"), AUTHORITY, PAPER)


def test_only_whoever_took_the_case_up_receives_its_file() -> None:
    """由决定提级的上级收到 (ARR2026 40)."""
    walk = ordered()
    with pytest.raises(Refused):  # not handed over yet
        acts.receive_file(walk.case, walk.head("2026-07-29"), CITY_GOVERNMENT)
    walk.then(FileHandedOver, "2026-07-30")
    for organ, on in (("620000-government", "2026-07-31"), (CITY_GOVERNMENT, "2026-07-29")):
        with pytest.raises(Refused) as refusal:
            acts.receive_file(walk.case, walk.head(on), organ)
        assert article(refusal) == ARR2026[40].par(3)
    fact = acts.receive_file(walk.case, walk.head("2026-07-31"), CITY_GOVERNMENT)
    assert (fact.authority, fact.below, fact.copy_due) == (CITY_GOVERNMENT, AUTHORITY, False)


def test_a_case_can_be_taken_up_while_it_is_suspended() -> None:
    """中止期间可以提级、移送 (ARL 39; ARR2026 40)."""
    assert {ElevationAsked, ElevationOrdered, FileHandedOver, ElevatedFileReceived} <= (
        STANDSTILL.meanwhile
    )


def test_from_the_order_on_only_the_file_is_handed_over_and_what_is_sent_is_taken_in() -> None:
    """决定提级以后，下级只移送，当事人的答复照收 (ARR2026 40)."""
    case: Case = ordered().case
    with pytest.raises(Refused) as refusal:
        acts.refuse_while_handed_over(case)
    assert article(refusal) == ARR2026[40].par(3)
    assert {FileHandedOver, ElevatedFileReceived, ReplyFiled} <= HANDING_OVER.meanwhile
    assert DecisionDrafted not in HANDING_OVER.meanwhile
    acts.refuse_while_handed_over(received().case)


def test_a_case_is_not_taken_up_twice_by_one_order_but_may_go_higher_still() -> None:
    """再上一级仍可提级 (ARL 38)."""
    with pytest.raises(Refused) as refusal:
        order(ordered(), Elevation.PUBLIC)
    assert article(refusal) == ARR2026[40].par(3)
    walk = received()
    fact = acts.order(
        walk.case,
        walk.head("2026-08-10"),
        Elevation.PUBLIC,
        "620000-government",
        PAPER,
        above=("620000-government",),
    )
    assert (fact.below, fact.head.on) == (CITY_GOVERNMENT, date(2026, 8, 10))
