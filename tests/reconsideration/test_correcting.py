"""Reports to the authority above: order, direct acceptance, correction (ARL 35)."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from uuid import UUID

import pytest

from services.reconsideration.commands.filing import competent_over
from services.reconsideration.domain import correcting as acts
from services.reconsideration.domain.acceptance import accept
from services.reconsideration.domain.correction import CORRECTION, Correction
from services.reconsideration.domain.filing import brought_on
from services.reconsideration.domain.ordinary import ORDINARY
from services.reconsideration.domain.received_anew import again
from shared.contracts.reconsideration import (
    ApplicationAbandoned,
    ApplicationDeclined,
    Condition,
    DecisionDelivered,
    DecisionMade,
    DecisionOverdue,
    FilingManner,
    Outcome,
    SupplementNoticeReceived,
    SupplementNotified,
)
from shared.contracts.reconsideration.correcting import (
    CorrectionDenied,
    CorrectionOrdered,
    CorrectionOverdue,
    DirectlyAccepted,
    Wrong,
    WrongCorrected,
    WrongReported,
)
from shared.contracts.reconsideration.higher import AcceptedAbove
from shared.contracts.reconsideration.repeated import NotHandledAgain
from shared.directory import load
from shared.law.article import ARL
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration.makers import (
    ANNA,
    AUTHORITY,
    BERT,
    CITY_GOVERNMENT,
    DISPUTE,
    PAPER,
    Walk,
    accepted,
    day,
    examined,
    received,
    replying,
)


def declined() -> Walk:
    return received().then(
        ApplicationDeclined, "2026-03-05", missing=Condition.INTEREST, reason_id=PAPER
    )


def not_handled() -> Walk:
    walk = received("2026-09-01", learnt_on="2026-08-25")
    return walk.then(NotHandledAgain, "2026-09-03")


def abandoned() -> Walk:
    walk = received().then(SupplementNotified, "2026-03-03")
    walk.then(SupplementNoticeReceived, "2026-03-04")
    return walk.then(ApplicationAbandoned, "2026-03-18")


def dismissed() -> Walk:
    walk = examined().then(DecisionMade, "2026-04-17", outcome=Outcome.APPLICATION_DISMISSED)
    return walk.then(DecisionDelivered, "2026-04-20", outcome=Outcome.APPLICATION_DISMISSED)


def late() -> Walk:
    return replying().then(DecisionOverdue, "2026-05-06")


def reported(walk: Walk, on: str = "2026-05-07") -> WrongReported:
    return acts.report(walk.case, walk.head(on), (CITY_GOVERNMENT,), PAPER, None)


def file(wrong: Wrong = Wrong.DECLINED) -> Correction:
    return Correction(
        procedure=CORRECTION,
        dispute_id=DISPUTE,
        case_id=UUID(int=9),
        wrong=wrong,
        authority=CITY_GOVERNMENT,
        below=AUTHORITY,
        reported_on=day("2026-03-06"),
    )


def test_what_was_declined_dismissed_or_left_undecided_is_reported_and_nothing_else() -> None:
    """不予受理、驳回申请或者受理后超过期限不作答复的，有权向上级反映 (ARL 35)."""
    assert reported(declined()).wrong is Wrong.DECLINED
    assert reported(dismissed()).wrong is Wrong.DISMISSED
    assert reported(late()).wrong is Wrong.OVERDUE
    upheld = examined().then(DecisionMade, "2026-04-17", outcome=Outcome.UPHELD)
    for walk in (received(), accepted(), replying(), upheld):
        with pytest.raises(Refused) as refusal:
            reported(walk)
        assert refusal.value.article == ARL[35]


@pytest.mark.parametrize(
    ("wrong", "closed"), [(Wrong.NOT_HANDLED, not_handled), (Wrong.ABANDONED, abandoned)]
)
def test_what_was_closed_unaccepted_by_another_name_has_the_same_way_upward(
    wrong: Wrong, closed: Callable[[], Walk]
) -> None:
    """告知不再处理、视为放弃，同样没有受理，可以反映、责令纠正、直接受理 (ARL 35; RULES 146)."""
    walk = closed()
    assert reported(walk, "2026-09-07").wrong is wrong
    head = walk.head("2026-09-10")
    said = (file(wrong), walk.case, head, day("2026-09-20"), PAPER)
    assert acts.order(*said, justified=False).until == day("2026-09-20")
    with pytest.raises(Refused, match="有正当理由的"):
        acts.order(*said, justified=True)
    assert wrong in acts.NEW_FILE
    fact = directly(file(wrong), walk.case, head, UUID(int=8), PAPER)
    assert fact.accepted_case_id == UUID(int=8)
    with pytest.raises(Refused, match="不再责令纠正"):
        acts.order(file(), walk.case, head, day("2026-09-20"), PAPER, justified=False)


def test_the_nearest_authority_above_is_told_and_only_by_an_applicant() -> None:
    """申请人有权向上级行政机关反映 (ARL 35)."""
    walk = declined()
    fact = reported(walk)
    assert (fact.authority, fact.below) == (CITY_GOVERNMENT, AUTHORITY)
    head, above = walk.head("2026-03-06"), (CITY_GOVERNMENT,)
    with pytest.raises(Refused):
        acts.report(walk.case, head, above, PAPER, frozenset({BERT}))
    with pytest.raises(Refused):
        acts.report(walk.case, head, (), PAPER, frozenset({ANNA}))
    assert acts.report(walk.case, head, above, PAPER, frozenset({ANNA})) == acts.report(
        walk.case, head, above, PAPER, None
    )


def test_only_what_had_no_good_reason_is_ordered_to_be_corrected() -> None:
    """无正当理由的，上级应当责令纠正 (ARL 35)."""
    head = Walk().head("2026-03-10")
    for wrong, walk in (
        (Wrong.DECLINED, declined()),
        (Wrong.DISMISSED, dismissed()),
        (Wrong.OVERDUE, late()),
    ):
        said = (file(wrong), walk.case, head, day("2026-03-20"), PAPER)
        assert acts.order(*said, justified=False).until == day("2026-03-20")
        with pytest.raises(Refused) as refusal:
            acts.order(*said, justified=True)
        assert refusal.value.article == ARL[35]
    with pytest.raises(Refused):
        acts.order(file(), declined().case, head, day("2026-03-09"), PAPER, justified=False)


def test_a_report_that_is_stale_is_ordered_to_be_corrected_no_more() -> None:
    """反映的情形已经不存在，或者案件已经不由被反映的机关办理的，不再责令纠正 (ARL 35)."""
    one, walk = file(Wrong.OVERDUE), late()
    head, until = walk.head("2026-05-11"), day("2026-05-20")
    order = partial(acts.order, one, head=head, until=until, letter_id=PAPER, justified=False)
    assert order(case=walk.case).below == AUTHORITY
    elsewhere = replace(walk.case, authority=CITY_GOVERNMENT)
    for case in (elsewhere, walk.then(DecisionMade, "2026-05-08", outcome=Outcome.UPHELD).case):
        with pytest.raises(Refused, match=r"不再责令纠正|才可以依照本条") as refusal:
            order(case=case)
        assert refusal.value.article == ARL[35]


def test_the_day_of_the_order_bounds_the_correction() -> None:
    """责令纠正写明期限 (ARL 35)."""
    walk = declined()
    head, until = walk.head("2026-03-10"), day("2026-03-20")
    fact = acts.order(file(), walk.case, head, until, PAPER, justified=False)
    [row] = CORRECTION.opens(fact)
    until = row.until(fact, CALENDAR)
    assert (row.name, row.lapse) == ("correct", CorrectionOverdue)
    assert until is not None
    assert until.date() == day("2026-03-21")


def test_only_whoever_was_ordered_says_that_it_is_put_right_once_the_case_is_decided() -> None:
    """逾期不作答复的，作出决定才算纠正 (ARL 35)."""
    one, walk = file(Wrong.OVERDUE), late()
    head = walk.head("2026-05-11")
    for organ, case in ((CITY_GOVERNMENT, dismissed().case), (AUTHORITY, walk.case)):
        with pytest.raises(Refused) as refusal:
            acts.correct(one, case, head, walk.case.case_id, organ=organ)
        assert refusal.value.article == ARL[35]
    walk.then(DecisionMade, "2026-05-11", outcome=Outcome.UPHELD)
    assert acts.correct(one, walk.case, head, walk.case.case_id, organ=AUTHORITY).head == head


def test_a_late_case_that_the_authority_above_accepts_has_sixty_days_anew() -> None:
    """上级直接受理逾期未决的案件，期限自直接受理之日起 (ARL 35, 62)."""
    walk = late()
    walk.record(acts.take_over(walk.case, walk.head("2026-05-11"), CITY_GOVERNMENT))
    assert (walk.case.authority, walk.case.overdue_on) == (CITY_GOVERNMENT, None)
    assert walk.last_day("decide") == day("2026-07-10")
    with pytest.raises(Refused):
        acts.take_over(dismissed().case, walk.head("2026-05-11"), CITY_GOVERNMENT)


@pytest.mark.parametrize("late_by_post", [False, True], ids=["in person", "by post"])
def test_what_is_accepted_after_all_was_brought_when_it_was_brought_first(
    *, late_by_post: bool
) -> None:
    """纠正、直接受理的，提出之日仍是原申请提出之日，不因收到在后而逾期 (ARL 20, 35)."""
    posted = {"manner": FilingManner.POST, "posted_on": "2026-02-27"} if late_by_post else {}
    old = received(learnt_on="2026-01-05", **posted)
    old.then(ApplicationDeclined, "2026-03-05", missing=Condition.INTEREST, reason_id=PAPER)
    new = Walk()
    fact = again(old.case, new.head("2026-04-20"), CITY_GOVERNMENT)
    new.record(fact)
    assert brought_on(new.case) == brought_on(old.case)
    assert brought_on(new.case) == day("2026-02-27" if late_by_post else "2026-03-02")
    assert new.case.received_on == day("2026-04-20")
    assert accept(new.case, new.head("2026-04-20"), calendar=CALENDAR).time is None


def test_whoever_accepts_directly_is_competent_over_the_new_file_and_nobody_else_is() -> None:
    """上级直接受理的，对该案有管辖权；责令下级受理的，仍由下级管辖 (ARL 24, 35)."""
    old, directory = declined(), load()
    above, below = Walk(), Walk()
    above.record(again(old.case, above.head("2026-03-16"), CITY_GOVERNMENT))
    below.record(again(old.case, below.head("2026-03-16"), AUTHORITY))
    assert above.case.elevated.before == (AUTHORITY,)
    assert competent_over(directory, above.case) == (CITY_GOVERNMENT,)
    assert below.case.elevated.before == ()
    assert competent_over(directory, below.case) == (AUTHORITY,)


directly = partial(acts.accept_directly, organ=CITY_GOVERNMENT)


def test_a_report_from_before_the_case_came_above_takes_it_over_no_second_time() -> None:
    """案件已经提级或者由上级直接受理的，此前的反映不再直接受理 (ARL 35, 38)."""
    one, walk = file(Wrong.OVERDUE), late()
    head, where = walk.head("2026-05-11"), walk.case.case_id
    assert directly(one, walk.case, head, where, PAPER).accepted_case_id == where
    came = walk.then(AcceptedAbove, "2026-05-11")
    late_again = Walk.of(came.case).then(DecisionOverdue, "2026-07-13")
    for anew in (came, late_again):
        head = anew.head("2026-07-14")
        for act in (
            partial(directly, one, anew.case, head, where, PAPER),
            partial(acts.take_over, anew.case, head, CITY_GOVERNMENT),
        ):
            with pytest.raises(Refused) as refusal:
                act()
            assert refusal.value.article == ARL[35]


def test_what_is_late_no_more_is_not_accepted_directly() -> None:
    """已经作出决定的，不再以逾期为由直接受理；不予受理的，仍可直接受理 (ARL 35)."""
    done, head = dismissed().case, Walk().head("2026-05-11")
    with pytest.raises(Refused):
        directly(file(Wrong.OVERDUE), done, head, done.case_id, PAPER)
    with pytest.raises(Refused):
        directly(file(Wrong.OVERDUE), replying().case, head, done.case_id, PAPER)
    for wrong, walk in ((Wrong.DECLINED, declined()), (Wrong.DISMISSED, dismissed())):
        fact = directly(file(wrong), walk.case, head, UUID(int=8), PAPER)
        assert fact.accepted_case_id == UUID(int=8)


def test_each_act_about_a_report_has_a_row_and_closes_it_or_sets_a_day() -> None:
    """反映以后，责令、不予责令、直接受理或者纠正 (ARL 35)."""
    kinds = {move.on for move in CORRECTION.moves}
    assert kinds == {
        *(WrongReported, CorrectionOrdered, CorrectionDenied, DirectlyAccepted),
        *(WrongCorrected, CorrectionOverdue),
    }
    assert {move.article for move in CORRECTION.moves} == {ARL[35]}
    assert "correct" not in ORDINARY.by_name
