"""会商的主持: the centre convenes, and what crosses departments or comes again a leader chairs."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

import pytest

from services.routing.commands import centre
from services.routing.domain.times import USUAL
from shared.contracts.catalogue import read
from shared.contracts.routing import Chair, JointMeetingHeld, Tier
from shared.errors import Malformed
from tests.routing.books import USUAL_TEXT, book, changed
from tests.routing.cases import CASE, head
from tests.routing.day import ASSIST, BAD, LEAD, OTHER, Day
from tests.routing.test_competence import raises_refusal

FROM_THREE = changed(("leader_chairs_from = 2", "leader_chairs_from = 3"))


def called(*others: str, text: str = "") -> Day:
    """A complex whistle of the lead and some others."""
    case = Day(book=text)
    case.close_all()
    case.ask(tier=Tier.COMPLEX, lead=LEAD, assist=others)
    return case


def meet(case: Day, here: Sequence[str], chair: Chair, **more: Any) -> None:  # noqa: ANN401 - what else is said
    case.do(centre.meet, case.open.case_id, here, "纪要", "", chair=chair, **more, by="centre-1")


def test_a_meeting_that_crosses_departments_is_chaired_by_the_leader_of_the_level() -> None:
    """跨部门的会商由本级负责人或者政法委主持 (RULES 25)."""
    case = called(ASSIST)
    with raises_refusal("RULES 25"):
        meet(case, [LEAD, ASSIST], Chair.CENTRE)
    meet(case, [LEAD, ASSIST], Chair.LEADER)
    [page] = case.facts(JointMeetingHeld)
    assert (page.chair, case.until("meeting")) == (Chair.LEADER, None)


def test_who_does_not_come_is_called_all_the_same() -> None:
    """是否跨部门以召集的部门计，不以到会的计 (RULES 25)."""
    with raises_refusal("RULES 25"):
        meet(called(ASSIST), [LEAD], Chair.CENTRE)


def test_a_meeting_with_one_department_the_centre_may_chair() -> None:
    """只召集一个部门的，综治中心可以主持 (RULES 25)."""
    case = called()
    meet(case, [LEAD], Chair.CENTRE)
    assert case.facts(JointMeetingHeld)[0].chair is Chair.CENTRE


def test_from_how_many_departments_on_is_the_city_s_to_set() -> None:
    """几个部门起由负责人主持，规则簿可以设定 (RULES 25)."""
    meet(called(ASSIST, text=FROM_THREE), [LEAD, ASSIST], Chair.CENTRE)
    with raises_refusal("RULES 25"):
        meet(called(ASSIST, OTHER, text=FROM_THREE), [LEAD, ASSIST], Chair.CENTRE)


def test_what_is_tried_again_is_chaired_by_the_leader_whoever_is_called() -> None:
    """重新办理的由本级负责人或者政法委主持 (RULES 25, 39)."""
    case = called()
    case.answer(LEAD)
    case.finish(LEAD)
    case.call_back(BAD)
    with raises_refusal("RULES 25"):
        meet(case, [LEAD], Chair.CENTRE)
    meet(case, [LEAD], Chair.LEADER)


def test_a_meeting_keeps_whose_heads_came() -> None:
    """行政机关负责人参与调解的，记明 (PLAN 23)."""
    case = called(ASSIST)
    with pytest.raises(Malformed, match="应当参加会商"):
        meet(case, [LEAD], Chair.LEADER, heads=[ASSIST])
    meet(case, [LEAD, ASSIST], Chair.LEADER, heads=[ASSIST])
    assert case.facts(JointMeetingHeld)[0].heads == (ASSIST,)


def test_books_and_pages_from_before_still_read() -> None:
    """旧规则簿、旧卷照读 (RULES 54)."""
    lines = USUAL_TEXT.splitlines(keepends=True)
    old = "".join(line for line in lines if not line.startswith("leader_chairs_from"))
    assert book(old).times == USUAL
    page = JointMeetingHeld(head=head(case=CASE), departments=(LEAD,), minutes_id=uuid4())
    assert read(page.kind, page.model_dump_json(exclude={"chair", "heads"})) == page
    assert page.chair is None
