"""下一步: what the page of a case names as next, and that nothing is next once it is closed."""

from dataclasses import replace
from datetime import datetime, time

import pytest

from services.reconsideration.domain.ordinary.states import CLOSED, State
from services.reconsideration.pages.steps import Step, step_of
from shared.contracts.reconsideration.higher import FileHandedOver
from shared.law.period import CITY
from tests.reconsideration.makers import Walk, day
from tests.reconsideration.test_higher import ordered, received

NOW = datetime.combine(day("2026-08-03"), time(10), CITY)


def step(walk: Walk) -> Step:
    return step_of(walk.case, by="officer-7", now=NOW)


@pytest.mark.parametrize("state", CLOSED)
def test_a_closed_case_has_no_next_step(state: State) -> None:
    """已办结的案件没有下一步，后续事项见后续案卷 (RULES 90)."""
    case = replace(received().case, state=state)
    assert step_of(case, by="officer-7", now=NOW) == Step("已办结")
    followed = step_of(case, by="officer-7", now=NOW, followed=True)
    assert followed == Step("已办结，后续见后续案卷")


def test_between_the_order_and_the_receipt_the_file_is_handed_over_and_nothing_else() -> None:
    """决定提级以后先移送案件材料，再等上级收到，收到以后才审理 (ARR2026 40)."""
    walk = ordered()
    assert step(walk) == Step("移送案件材料", "file-transfer")
    walk.then(FileHandedOver, "2026-08-03")
    assert step(walk) == Step("等待上级收到案件材料")
    assert step(received()).says == "审理认定"
