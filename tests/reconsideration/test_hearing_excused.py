"""有正当理由没有参加听证的 (ARL 51): who could not come has given nothing up."""

import pytest

from services.reconsideration.domain import hearing_acts as acts
from shared.contracts.reconsideration.hearing_held import HearingSet
from shared.law.article import ARL
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration.hearings import consulted, decide, planned
from tests.reconsideration.makers import PAPER, Walk


def waived() -> Walk:
    """The applicant stayed away from the hearing of 2 April."""
    walk = planned()
    return walk.record(acts.waive(walk.case, walk.head("2026-04-02"), PAPER, CALENDAR))


def test_who_shows_a_good_reason_for_staying_away_is_heard_on_another_day() -> None:
    """记载视为放弃以后查明有正当理由的，不再视为放弃，听证如同延期，另行通知 (ARL 51)."""
    walk = consulted(waived())
    walk.record(acts.take_waiver_back(walk.case, walk.head("2026-04-13"), PAPER))
    assert (walk.case.hearing_waived, walk.case.hearing) == (False, None)
    assert str(walk.case.hearing_put_off_on) == "2026-04-13"
    with pytest.raises(Refused) as refusal:
        decide(walk)
    assert refusal.value.article == ARL[50].par(1)
    assert walk.then(HearingSet, "2026-04-13").case.hearing


def test_who_gave_nothing_up_has_nothing_taken_back() -> None:
    """没有视为放弃听证权利的记载的，不必撤回 (ARL 51)."""
    walk = planned()
    with pytest.raises(Refused) as refusal:
        acts.take_waiver_back(walk.case, walk.head("2026-04-02"), PAPER)
    assert refusal.value.article == ARL[51].par(2)
