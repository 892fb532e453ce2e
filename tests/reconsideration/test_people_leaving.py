"""One of several applicants leaves, and the case goes on for the others (ARL 41, 74)."""

from uuid import UUID

import pytest

from services.reconsideration.domain import people_acts as acts
from services.reconsideration.domain.pausing_acts import Found, terminate
from shared.contracts.reconsideration import ApplicationWithdrawn
from shared.contracts.reconsideration.pausing import Termination, Unsucceeded
from shared.contracts.reconsideration.people import (
    ApplicantsLeft,
)
from shared.law.article import ARL
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration.makers import (
    PAPER,
    Walk,
)
from tests.reconsideration.taking_part import CARL, TWELVE, article, of_many, succeed


def leave(walk: Walk, who: tuple[UUID, ...], on: str, **found: object) -> ApplicantsLeft:
    said = Found(applicants=frozenset(who), **found)  # type: ignore[arg-type]  # by name
    return acts.leave(walk.case, walk.head(on), said, PAPER, CALENDAR, basis_id=PAPER)


@pytest.mark.parametrize("ground", [Termination.WITHDRAWN, Termination.NO_RELATIVES])
def test_one_of_several_leaves_and_for_the_others_the_case_goes_on(ground: Termination) -> None:
    """部分申请人有终止情形的，对其他申请人继续审理 (ARL 41)."""
    walk = of_many(12).then(ApplicationWithdrawn, "2026-09-02", applicants=TWELVE[:2])
    state = walk.case.state
    said = {"ground": ground, "unsucceeded": Unsucceeded.NONE}
    walk.record(leave(walk, TWELVE[:1], "2026-09-10", **said))
    assert (walk.case.applicants, walk.case.state) == (TWELVE[1:], state)
    assert (walk.case.withdrawn, walk.case.participants.withdrawing) == (True, TWELVE[1:2])


def test_who_has_not_withdrawn_is_not_put_out_by_the_withdrawal_of_another() -> None:
    """没有撤回的申请人，不得以撤回使其退出，他人的撤回也不能 (ARL 41)."""
    bare = of_many(12)
    one = of_many(12).then(ApplicationWithdrawn, "2026-09-02", applicants=TWELVE[:1])
    for walk, who in ((bare, TWELVE[:1]), (one, TWELVE[1:2]), (one, TWELVE[:2])):
        with pytest.raises(Refused) as refusal:
            leave(walk, who, "2026-09-10")
        assert article(refusal) == ARL[41].par(item=1)
    everyone = Found(applicants=frozenset(TWELVE))
    with pytest.raises(Refused) as refusal:
        terminate(one.case, one.head("2026-09-10"), everyone, PAPER, CALENDAR)
    assert article(refusal) == ARL[41].par(item=1)


def test_the_withdrawal_ends_with_the_last_who_withdrew_and_a_settlement_is_weighed() -> None:
    """和解后撤回的，先认定和解内容不损害他人；准予以后没有尚待答复的撤回 (ARL 41, 74)."""
    walk = of_many(12)
    walk.then(ApplicationWithdrawn, "2026-09-02", applicants=TWELVE[:1], settled=True)
    for harmless in (None, False):
        with pytest.raises(Refused) as refusal:
            leave(walk, TWELVE[:1], "2026-09-10", harmless=harmless)
        assert article(refusal) == ARL[74].par(1)
    walk.record(leave(walk, TWELVE[:1], "2026-09-10", harmless=True))
    assert (walk.case.withdrawn, walk.case.settled) == (False, False)
    assert [(one.person_id, one.settled) for one in walk.case.gone] == [(TWELVE[0], True)]


def test_the_settlement_of_one_is_not_that_of_another_who_withdrew() -> None:
    """一人和解撤回、另一人只是撤回的，各按各的准予，和解的后果只及于和解的人 (ARL 41, 74)."""
    walk = of_many(12)
    walk.then(ApplicationWithdrawn, "2026-09-02", applicants=TWELVE[:1], settled=True)
    walk.then(ApplicationWithdrawn, "2026-09-03", applicants=TWELVE[1:2])
    with pytest.raises(Refused) as refusal:
        leave(walk, TWELVE[:2], "2026-09-10", harmless=True)
    assert article(refusal) == ARL[74].par(2)
    walk.record(leave(walk, TWELVE[1:2], "2026-09-10"))
    assert (walk.case.withdrawn, walk.case.settled) == (True, True)
    walk.record(leave(walk, TWELVE[:1], "2026-09-10", harmless=True))
    assert [(one.person_id, one.settled) for one in walk.case.gone] == [
        (TWELVE[1], False),
        (TWELVE[0], True),
    ]
    assert (walk.case.withdrawn, walk.case.settled) == (False, False)


def test_once_who_settled_has_left_the_rest_withdrew_without_a_settlement() -> None:
    """和解撤回的已经准予退出，其余的撤回不再认定和解 (ARL 41, 74)."""
    walk = of_many(12)
    walk.then(ApplicationWithdrawn, "2026-09-02", applicants=TWELVE[:1], settled=True)
    walk.then(ApplicationWithdrawn, "2026-09-03", applicants=TWELVE[1:2])
    walk.record(leave(walk, TWELVE[:1], "2026-09-10", harmless=True))
    assert (walk.case.withdrawn, walk.case.settled) == (True, False)
    assert leave(walk, TWELVE[1:2], "2026-09-11").applicants == TWELVE[1:2]


def test_who_takes_the_place_of_one_who_withdrew_has_not_withdrawn() -> None:
    """撤回尚未答复，本人死亡由近亲属参加的，近亲属没有撤回 (ARL 14, 41)."""
    walk = of_many(12).then(ApplicationWithdrawn, "2026-09-02", applicants=TWELVE[:1])
    walk.record(succeed(walk, "2026-09-10", applicant_id=TWELVE[0]))
    assert not walk.case.withdrawn


@pytest.mark.parametrize(
    ("ground", "item"), [(Termination.NO_RELATIVES, 2), (Termination.NO_SUCCESSOR, 3)]
)
def test_a_living_applicant_is_not_put_out_for_having_no_heirs(
    ground: Termination, item: int
) -> None:
    """写明没有承受人还是放弃，并附证明材料，才能使其退出 (ARL 41)."""
    walk = of_many(12)
    with pytest.raises(Refused) as refusal:
        leave(walk, TWELVE[:1], "2026-09-10", ground=ground)
    assert article(refusal) == ARL[41].par(item=item)
    said = Found(applicants=frozenset(TWELVE[:1]), ground=ground, unsucceeded=Unsucceeded.WAIVED)
    with pytest.raises(Refused) as refusal:
        acts.leave(walk.case, walk.head("2026-09-10"), said, PAPER, CALENDAR)
    assert article(refusal) == ARL[41].par(item=item)
    fact = acts.leave(walk.case, walk.head("2026-09-10"), said, PAPER, CALENDAR, basis_id=PAPER)
    assert (fact.unsucceeded, fact.basis_id) == (Unsucceeded.WAIVED, PAPER)


@pytest.mark.parametrize("who", [TWELVE, (CARL,), ()])
def test_where_all_leave_the_case_is_terminated_and_strangers_do_not_leave(
    who: tuple[UUID, ...],
) -> None:
    """全体申请人有终止情形的，决定终止 (ARL 41)."""
    with pytest.raises(Refused) as refusal:
        leave(of_many(12), who, "2026-09-10")
    assert article(refusal) == ARL[41]


def test_the_ground_must_be_there_for_who_leaves() -> None:
    """限于行政拘留和限制人身自由的行政强制措施 (ARL 41)."""
    walk = of_many(12)
    with pytest.raises(Refused) as refusal:
        leave(walk, TWELVE[:1], "2026-09-10", ground=Termination.CRIMINAL, liberty=False)
    assert article(refusal) == ARL[41].par(item=4)


def test_a_withdrawal_permitted_for_some_does_not_end_the_case_of_the_others() -> None:
    """准予部分申请人撤回后，不得以该撤回终止其他申请人的案件 (ARL 41)."""
    walk = of_many(2).then(ApplicationWithdrawn, "2026-09-02")
    walk.then(ApplicantsLeft, "2026-09-03", applicants=TWELVE[:1], ground=Termination.WITHDRAWN)
    with pytest.raises(Refused) as refusal:
        terminate(walk.case, walk.head("2026-09-04"), Found(), PAPER, CALENDAR)
    assert refusal.value.article == ARL[41].par(item=1)
