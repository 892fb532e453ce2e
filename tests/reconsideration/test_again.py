"""不再处理: only what was taken up before is asked for again (ARR2026 34, 37)."""

from dataclasses import replace

import pytest

from services.reconsideration.domain.again import handle_no_further
from services.reconsideration.domain.ordinary import State
from services.reconsideration.domain.repeating import before
from shared.contracts.reconsideration import Condition
from shared.contracts.reconsideration.admissibility import ConditionFound, Verdict
from shared.law.article import ARR2026
from shared.law.procedure import Refused
from tests.reconsideration.again import applied, earlier
from tests.reconsideration.makers import PAPER, Walk, day

DAY = "2026-09-24"


def untried(walk: Walk, verdict: Verdict) -> Walk:
    found = ConditionFound(condition=Condition.UNTRIED, verdict=verdict, article="ARL 30(1)(7)")
    walk.case = replace(walk.case, conditions=(found,))
    return walk


@pytest.mark.parametrize("state", [State.DECLINED, State.ABANDONED, State.WITHDRAWN])
def test_what_was_never_taken_up_is_not_asked_for_again(state: State) -> None:
    """此前没有受理过的，不是再次申请，不得告知不再处理 (ARR2026 34, 37)."""
    walk = applied("2026-09-23")
    found = before(walk.case, [earlier(state)], day(DAY))
    with pytest.raises(Refused, match="没有受理过") as refusal:
        handle_no_further(walk.case, walk.head(DAY), found, PAPER)
    assert refusal.value.article == ARR2026[37].par(2)
    assert "必须受理（《行政复议法实施条例》第34条）" in str(refusal.value)
    decided = [earlier(state), earlier(State.DECIDED)]
    one_of_them = before(walk.case, decided, day(DAY))
    assert handle_no_further(walk.case, walk.head(DAY), one_of_them, PAPER)


@pytest.mark.parametrize(
    ("verdict", "bars"), [(Verdict.MET, False), (Verdict.UNMET, True), (Verdict.OPEN, True)]
)
def test_who_was_found_not_to_have_applied_before_is_not_left_unhandled(
    verdict: Verdict, *, bars: bool
) -> None:
    """审查认定没有受理过的，必须受理；查明是再次申请的，重新认定 (ARR2026 34, 37)."""
    walk = untried(applied("2026-09-23"), verdict)
    if bars:
        assert handle_no_further(walk.case, walk.head(DAY), (), PAPER)
        return
    with pytest.raises(Refused, match="重新认定") as refusal:
        handle_no_further(walk.case, walk.head(DAY), (), PAPER)
    assert refusal.value.article == ARR2026[37].par(2)
