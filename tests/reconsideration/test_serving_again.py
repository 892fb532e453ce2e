"""Service of a decision that is made again while others wait (ARL 75, 77; ALL 45)."""

import pytest

from services.reconsideration.domain import decision, lawful, serving_again
from shared.contracts.reconsideration import (
    Outcome,
)
from shared.contracts.reconsideration.aftermath import ServedAgain
from shared.contracts.reconsideration.served import DecisionServed, Service
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration.makers import ANNA, BERT, PAPER, Walk, day, decided
from tests.reconsideration.serving import RESPONDENT, done, serve


def again(walk: Walk, one: Service) -> ServedAgain:
    head = walk.head(one.served_on.isoformat())
    return serving_again.serve_again(walk.case, head, one, PAPER, CALENDAR)


def test_served_again_while_others_wait_its_own_days_run_from_the_service_that_counts() -> None:
    """其他各方尚待送达的，重新送达不等其送达，本人的起诉期限自重新送达起 (ARL 75; ALL 45)."""
    walk = decided()
    walk.case = walk.but(applicants=(ANNA, BERT))
    serve(walk, done(walk, on="2026-04-20"))
    new = again(walk, done(walk, on="2026-04-27"))
    assert (new.sue_until, new.first_served_on) == (day("2026-05-12"), day("2026-04-27"))
    assert (new.of_case_id, new.outcome) == (walk.case.case_id, walk.case.outcome)
    lawful.served_again(walk.case, new)
    walk.record(new)
    assert walk.case.served_days == {ANNA: day("2026-04-27")}
    serve(walk, done(walk, person_id=BERT, on="2026-04-24"))
    other = walk.facts[-1]
    assert isinstance(other, DecisionServed)
    assert other.first_served_on == day("2026-04-24"), "not the day of what was no service"
    serve(walk, done(walk, **RESPONDENT, on="2026-04-24"))
    days = {who: on for who, on in walk.case.served_days.items() if who}
    last = decision.deliver(walk.case, walk.head("2026-04-27"), day("2026-04-24"), days, CALENDAR)
    assert {one.person_id: one.served_on for one in last.remedies} == {
        ANNA: day("2026-04-27"),
        BERT: day("2026-04-24"),
    }
    lawful.served_on_all(walk.case, last)


def test_a_respondent_served_again_performs_from_the_service_that_counts() -> None:
    """误送被申请人的，履行期限自重新送达起算，不等申请人收到 (ARL 75, 77)."""
    walk = decided(outcome=Outcome.REVOKED, redo=True)
    serve(walk, done(walk, **RESPONDENT, on="2026-04-21"))
    new = again(walk, done(walk, **RESPONDENT, on="2026-05-06"))
    assert (new.respondent, new.sue_until) == (walk.case.respondent, None)
    assert new.perform_by == day("2026-07-06"), "sixty days, and the last is a rest day"
    assert walk.record(new).case.served_days == {None: day("2026-05-06")}


def test_only_who_was_served_is_served_again_and_not_before_that() -> None:
    """此前没有送达的不是重新送达，重新送达不早于前一次，起诉期限不少于十五日 (ARL 75; ALL 45)."""
    walk = decided()
    first = done(walk, on="2026-04-22")
    with pytest.raises(Refused, match="不是重新送达"):
        again(walk, first)
    serve(walk, first)
    with pytest.raises(Refused, match="不得早于该日"):
        again(walk, done(walk, on="2026-04-21"))
    new = again(walk, done(walk, on="2026-04-28"))
    short = new.model_copy(update={"sue_until": day("2026-05-12")})
    with pytest.raises(Refused, match="不足十五日"):
        lawful.served_again(walk.case, short)


def test_a_page_of_old_obliges_nobody_by_itself() -> None:
    """此前逐一送达的记录没有决定内容，到全部送达时才起算 (ARL 75)."""
    old = DecisionServed.model_validate_json(
        '{"kind": "reconsideration.decision_served.v1", "head": '
        + decided().head("2026-04-20").model_dump_json()
        + f', "standing": "respondent", "manner": "direct", "receipt_id": "{PAPER}"'
        + ', "shown_on": "2026-04-20", "served_on": "2026-04-20"}'
    )
    assert (old.outcome, old.obliges) == (None, False)
