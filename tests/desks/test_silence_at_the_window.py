"""不作为 at the window's pages: asked where the kind allows it, and told on the receipt."""

import re
from html import unescape

import pytest

from shared.auth import Role
from shared.clock import StillClock
from shared.work import Hub
from tests.desks.test_taking_in import HERE, PAPER
from tests.desks.test_window import REGISTER, TYPED
from tests.desks.visitor import Building, Visitor
from tests.reconsideration.makers import AUTHORITY
from tests.routing.town import town

SILENT = {
    "matter": "xuke",
    "respondent": "620702-chengguan",
    "act": "licence",
    "omission": "true",
    "requested_on": "2026-09-01",
    "duty_within": "20个工作日",
}
KINDS = 'data-silence="licence inaction benefit disclosure"'


@pytest.fixture
def window(house: Building) -> Visitor:
    return house.visitor(Role.WINDOW)


def words(text: str) -> str:
    return re.sub(r"\s+|<[^>]+>", "", unescape(text))


@pytest.mark.parametrize("path", [REGISTER, "/desk/window/offline"])
async def test_the_form_asks_it_of_the_kinds_of_which_it_can_be(window: Visitor, path: str) -> None:
    """登记页和断网登记都询问；可以未履行的类别写在页面上 (ARR2026 24)."""
    page = await window.get(path)
    assert KINDS in page.text
    assert all(f'name="{name}"' in page.text for name in ("omission", "duty_within", "urgent"))
    assert "counter/silence.js" in page.text


async def test_what_is_missing_is_told_at_its_field_and_what_was_said_stays(
    window: Visitor,
) -> None:
    """没有写明收到申请之日的，指到该栏，填过的都留着 (RULES 1; ARR2026 24)."""
    typed = {**TYPED, **SILENT, "requested_on": ""}
    answer = await window.fill(REGISTER, **typed)
    assert answer.status_code == 422
    assert 'href="#f-requested_on"' in answer.text
    assert '<option value="true" selected>是，一直没有受理、答复或者办理</option>' in answer.text
    assert 'value="20个工作日"' in answer.text
    wrong = await window.fill(REGISTER, **{**TYPED, **SILENT, "act": "penalty"})
    assert wrong.status_code == 409
    assert "《行政复议法实施条例》第24条第1款" in wrong.text


async def test_the_receipt_says_what_was_said_and_from_when_one_may_apply(
    hub: Hub, clock: StillClock, window: Visitor
) -> None:
    """回执写明所述情况；履行期限未满的，写明何时以后申请 (RULES 7; ARR2026 24)."""
    parties = [{"side": "applicant", "name": "孙某", "phone": "13900000000"}]
    async with town(hub, clock) as place:
        over, _ = await place.register(key="town-0008", **SILENT_BODY, parties=parties)
        early, _ = await place.register(
            key="town-0009",
            **{**SILENT_BODY, "subject": "申请占道许可没有答复", "requested_on": "2026-11-20"},
            parties=[{**parties[0], "phone": "13900000001"}],
        )
    shown = words((await window.get(f"/desk/window/receipt/{over}")).text)
    assert "2026年9月1日收到，规定的履行期限为20个工作日" in shown
    assert "请在2026年11月30日以前自行提出申请" in shown
    assert "自其履行期限届满之日起算" in shown
    assert "向人民法院起诉" not in shown
    waits = words((await window.get(f"/desk/window/receipt/{early}")).text)
    assert "行政机关履行期限届满（2026年12月18日" in waits


SILENT_BODY = {**SILENT, "omission": True}


async def test_a_body_that_takes_it_in_itself_goes_on_to_a_form_that_has_it(
    house: Building,
) -> None:
    """行政复议机关收件时说过的，申请表单里已经填好 (ARL 22; ARR2026 24)."""
    body = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
    done = await body.fill(HERE, **{**PAPER, **SILENT})
    assert done.status_code == 303, done.text
    form = await body.get(unescape(done.headers["location"]))
    assert 'value="2026-09-01"' in form.text
    assert 'value="20wd"' in form.text or 'value="20个工作日"' in form.text
    number = re.search(r"/desk/disputes/([^/]+)/open", done.headers["location"])
    assert number is not None
    plain = await body.get(f"/desk/disputes/{number[1]}/open/reconsiderations")
    assert 'value="2026-09-01"' in plain.text
    assert 'value="20个工作日"' in plain.text
