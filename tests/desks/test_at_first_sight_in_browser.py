"""第一眼 in a browser: what a clerk has come for is in sight, and stands in line."""

from playwright.async_api import Locator, Page, expect

from shared.auth import Role
from tests.desks.conftest import SignIn
from tests.desks.looking import NARROW, readable
from tests.desks.town import DeskTown
from tests.routing.books import GRID_TEXT

CENTRE = "620700-centre"
WINDOW = "620702-window-1"


async def edges(found: Locator) -> list[dict[str, float]]:
    """Where each of these begins and ends on the page."""
    boxes = [await one.bounding_box() for one in await found.all()]
    assert boxes
    return [
        {"top": box["y"], "right": box["x"] + box["width"], "bottom": box["y"] + box["height"]}
        for box in boxes
        if box is not None
    ]


async def in_line(page: Page, form: str) -> None:
    """What one narrows by stands on one line with its button, and its labels do, too."""
    tops = {
        round(one["top"]) for one in await edges(page.locator(f"{form} .field:not(.tick) > label"))
    }
    assert len(tops) == 1, (page.url, tops)
    bottoms = await edges(
        page.locator(f"{form} :is(select, input:not([type=hidden], [type=checkbox]), button)")
    )
    assert max(one["bottom"] for one in bottoms) - min(one["bottom"] for one in bottoms) <= 1, (
        page.url
    )


async def test_lists_are_in_sight_and_what_narrows_them_stands_on_one_line(
    town: DeskTown, sign_in: SignIn
) -> None:
    """打开窗口办件、中心待办、看板，不用下翻就看到内容；筛选各栏与按钮在一行，对齐."""
    await town.offices.register(matter="wuye")
    await town.hear()
    clerk = await sign_in(Role.WINDOW, WINDOW)
    await clerk.goto("/desk/window")
    await in_line(clerk, "form[aria-label=筛选]")
    [row] = await edges(clerk.locator("#list tbody tr"))
    assert row["bottom"] <= 800
    await readable(clerk)
    await clerk.goto("/desk/centre")
    await in_line(clerk, "form[aria-label=筛选]")
    keeper = await sign_in(Role.SUPERVISOR, CENTRE)
    await keeper.goto("/desk/boards/load")
    await in_line(keeper, "form[aria-label=筛选]")
    await readable(keeper)
    await expect(keeper.get_by_role("link", name="恢复为全部、本月")).to_be_visible()
    await keeper.goto("/desk/boards/calendar")
    await expect(keeper.get_by_role("link", name="恢复为全部", exact=True)).to_be_visible()


async def test_how_a_dispute_stands_is_read_from_its_registration_on(
    town: DeskTown, sign_in: SignIn
) -> None:
    """案卷列表的办理情况，按立卷的先后：登记在前，分流、吹哨在后."""
    for key, name in (("first-one", "张某"), ("second-one", "李某"), ("third-one", "王某")):
        party = {"side": "applicant", "name": name}
        await town.offices.register(key=key, matter="wuye", parties=[party])
    await town.hear()
    clerk = await sign_in(Role.WINDOW, WINDOW)
    await clerk.goto("/desk/disputes")
    rows = clerk.locator("main tbody tr")
    await expect(rows).to_have_count(3)
    for row in await rows.all():
        tags = await row.locator(".tag").all_inner_texts()
        assert tags[:2] == ["已登记", "已分流"], tags


async def test_the_fields_of_registering_end_on_one_edge(sign_in: SignIn) -> None:
    """登记页上，各栏右边对齐."""
    clerk = await sign_in(Role.WINDOW, WINDOW)
    await clerk.goto("/desk/window/register")
    found = clerk.locator("#f-place, #f-subject, #f-content, #f-demand")
    rights = {round(one["right"]) for one in await edges(found) if one["right"]}
    assert len(rights) == 1, rights


async def test_a_number_of_a_dispute_is_not_torn_apart(town: DeskTown, sign_in: SignIn) -> None:
    """手机上，纠纷编号写在一行，不从中间断开."""
    number, _ = await town.offices.register(matter="wuye")
    clerk = await sign_in(Role.WINDOW, WINDOW, **NARROW)
    await clerk.goto(f"/desk/disputes/{number}")
    shown = clerk.locator("h1 .number")
    await expect(shown).to_have_text(number)
    [box] = await edges(shown)
    size = await shown.evaluate("one => parseFloat(getComputedStyle(one).lineHeight)")
    assert box["bottom"] - box["top"] <= size * 1.5


async def test_a_tick_stands_on_the_line_of_the_field_beside_it(sign_in: SignIn) -> None:
    """台账导入页上，勾选的一栏与旁边填写的一栏在同一行."""
    clerk = await sign_in(Role.WINDOW, WINDOW)
    await clerk.goto("/desk/window/import")
    source = await clerk.get_by_label("来源名称").bounding_box()
    tick = await clerk.get_by_label("历史台账").bounding_box()
    assert source is not None
    assert tick is not None
    middles = [one["y"] + one["height"] / 2 for one in (source, tick)]
    assert abs(middles[0] - middles[1]) <= 2, middles


async def test_where_there_are_no_more_pages_nothing_turns_them(
    town: DeskTown, sign_in: SignIn
) -> None:
    """只有一页的清单，没有翻页，也不留空行."""
    keeper = await sign_in(Role.ADMINISTRATOR, CENTRE)
    await town.offices.do("/rulebooks", Role.ADMINISTRATOR, CENTRE, text=GRID_TEXT)
    await keeper.goto("/desk/rules")
    await expect(keeper.locator("main tbody tr")).to_have_count(1)
    await expect(keeper.get_by_role("navigation", name="翻页")).to_have_count(0)
