"""看板的尺度: weights, least numbers and the band are the city's to set (RULES 62, 63)."""

import httpx
import pytest

from services.routing.domain.rulebook import RuleBookError
from services.routing.domain.yardsticks import USUAL, Yardsticks
from services.routing.figures.reading import yardsticks
from services.routing.office import OFFICE
from services.routing.rulebook import usual
from shared.auth import LocalTokens, Role
from shared.clock import StillClock
from shared.db import Pool
from shared.web import web_app
from shared.work import Hub
from tests.routing.books import USUAL_TEXT, book, changed
from tests.routing.cases import moment
from tests.routing.test_rulebook_care import approved

STRICT = changed(
    ("response = 30", "response = 50"),
    ("solution = 35", "solution = 30"),
    ("satisfaction = 35", "satisfaction = 20"),
    ("rate_low = 2", "rate_low = 5"),
    ("least = 20", "least = 10"),
)


def test_the_yardsticks_that_come_with_the_hub_are_those_of_its_file() -> None:
    """随附规则簿的尺度与通用尺度一致 (RULES 62, 63)."""
    assert usual().yardsticks == USUAL


def test_a_city_sets_weights_least_numbers_and_the_band() -> None:
    """权重、最低件数、吹哨率的上下限由本市设定 (RULES 62, 63)."""
    expected = Yardsticks(response=50, solution=30, satisfaction=20, rate_low=0.05, least=10)
    assert book(STRICT).yardsticks == expected


def test_a_book_that_does_not_say_means_what_the_hub_comes_with() -> None:
    """没有写的，按出厂值 (RULES 54)."""
    begin, end = USUAL_TEXT.index("[figures]"), USUAL_TEXT.index("# ==== 三")
    assert book(USUAL_TEXT[:begin] + USUAL_TEXT[end:]).yardsticks == USUAL


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("response = 30", "response = 40", "三项权重之和应为 100"),
        ("rate_low = 2", "rate_low = 40", "下限应低于上限"),
        ("rate_high = 40", "rate_high = 140", "上限不超过 100"),
        ("rate_low = 2", "rate_low = 0", "应为 1 以上的整数"),
        ("least = 20", "fewest = 20", "fewest：没有这一栏"),
    ],
)
def test_yardsticks_that_measure_nothing_do_not_read(old: str, new: str, says: str) -> None:
    """写法有误的不予起草 (RULES 50)."""
    with pytest.raises(RuleBookError, match=says):
        book(changed((old, new)))


async def test_a_board_is_told_by_the_yardsticks_of_its_own_day(
    hub: Hub, db: Pool, clock: StillClock
) -> None:
    """看板适用截至之日施行的尺度，过去的看板不变 (RULES 54, 61)."""
    await approved(hub, STRICT)
    clock.move_to(moment("2026-11-24T09:00"))
    assert await yardsticks(db, moment("2026-11-23T09:00")) == USUAL
    assert (await yardsticks(db, moment("2026-11-24T09:00"))).response == 50


async def test_the_board_says_by_what_it_was_reckoned(hub: Hub, clock: StillClock) -> None:
    """看板写明所用的权重 (RULES 62)."""
    await approved(hub, STRICT)
    clock.move_to(moment("2026-11-24T09:00"))
    tokens = LocalTokens(b"k" * 40, clock)
    app = web_app(title="分流", routers=[load() for load in OFFICE.routers], hub=hub, tokens=tokens)
    known = tokens.issue("s-1", [Role.SUPERVISOR], organ="620700-government")
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app=app), base_url="http://hub"
    ) as web:
        headers = {"Authorization": f"Bearer {known}"}
        told = await web.get("/figures/routing", headers=headers)
    how = {one["name"]: one["how"] for one in told.json()["reckoned"]}
    assert "50、30、20" in how["score"]
    assert "低于5%" in how["band"]
