"""热点 at the desk: from the board and the notice to its page, and what is done about it there."""

import re
from uuid import UUID

import pytest

from services.routing.hotspots.heat import HEAT
from services.routing.watching.reckoner import Reckoner
from services.routing.watching.watcher import Watcher
from shared.auth import Role
from shared.work import Hub
from tests.desks.visitor import Building, Visitor, hidden, two_pages
from tests.notification.telling import tell
from tests.routing.messages import TODAY
from tests.routing.test_hotspot_watcher import come_in, look


@pytest.fixture
async def spot(hub: Hub) -> UUID:
    await come_in(hub, 1, 9)
    with Reckoner() as reckoner:
        await reckoner.spots([], TODAY, HEAT)
        await look(Watcher(hub, reckoner), hub)
    found: UUID = await hub.pool.fetchval("SELECT case_id FROM routing.hotspot")
    return found


@pytest.fixture
def supervisor(house: Building) -> Visitor:
    return house.visitor(Role.SUPERVISOR, organ="620702-centre")


async def test_a_hot_spot_leads_from_the_board_to_a_whistle_for_all(
    hub: Hub, supervisor: Visitor, spot: UUID
) -> None:
    """看板上的热点可以打开，写明所涉各件，当页合并吹哨 (RULES 8, 55)."""
    board = await supervisor.get("/desk/boards/hotspots")
    assert f'href="/desk/hotspots/{spot}"' in board.text
    page = await supervisor.get(f"/desk/hotspots/{spot}")
    assert "所涉纠纷（9件）" in page.text
    assert page.text.count('<li><a href="/desk/disputes/') == 9
    path = f"/desk/hotspots/{spot}/whistle"
    bare = await supervisor.send(path, {**hidden(page), "tier": "complex"})
    assert bare.status_code == 422
    assert 'id="do-whistle"' in bare.text
    said = {**hidden(page), "tier": "complex", "text": "电梯停运，请合并核实。"}
    done = await supervisor.send(path, said)
    assert done.status_code == 303, done.text
    assert (await supervisor.get(done.headers["Location"])).status_code == 200
    assert await hub.pool.fetchval("SELECT count(*) FROM routing.whistle") == 1
    again = await supervisor.send(path, said)
    assert again.status_code == 409
    assert "电梯停运，请合并核实。" in again.text


async def test_a_board_of_many_hot_spots_is_turned_over(
    hub: Hub, supervisor: Visitor, spot: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    """热点多于一页的，看板写明一页只列多少个，可以翻到下一页."""
    columns = ", ".join(
        row["column_name"]
        for row in await hub.pool.fetch(
            "SELECT column_name FROM information_schema.columns "
            "WHERE table_schema = 'routing' AND table_name = 'hotspot' AND column_name <> 'case_id'"
        )
    )
    twin = await hub.pool.fetchval(
        f"INSERT INTO routing.hotspot (case_id, {columns}) "  # noqa: S608 - our own columns
        f"SELECT gen_random_uuid(), {columns} FROM routing.hotspot RETURNING case_id"
    )
    monkeypatch.setattr("deploy.boards.spots.MOST_SPOTS", 1)
    shown = await two_pages(supervisor, "/desk/boards/hotspots?sort=-told")
    found = re.findall(r'<th scope="row"><a href="/desk/hotspots/([0-9a-f-]{36})"', shown)
    assert sorted(found) == sorted([str(spot), str(twin)])
    assert shown.count("一页只列1个") == 2


async def test_what_is_no_common_trouble_is_excluded_with_its_reason(
    supervisor: Visitor, spot: UUID
) -> None:
    """不是同一问题的排除，写明理由；排除以后没有可以办理的 (RULES 57)."""
    page = await supervisor.get(f"/desk/hotspots/{spot}")
    done = await supervisor.send(
        f"/desk/hotspots/{spot}/exclusion", {**hidden(page), "reason": "系两个小区的不同问题。"}
    )
    assert done.status_code == 303, done.text
    after = await supervisor.get(f"/desk/hotspots/{spot}")
    assert "已排除" in after.text
    assert "现在没有可以办理的事项" in after.text


async def test_the_notice_of_a_hot_spot_leads_to_its_page(
    hub: Hub, supervisor: Visitor, spot: UUID
) -> None:
    """热点不属于哪一件纠纷，通知打开的是热点的页面."""
    await tell(hub)
    page = await supervisor.get("/desk/notices")
    [act] = {*re.findall(r'action="(/desk/notices/[0-9a-f-]{36}/reading)"', page.text)}
    done = await supervisor.send(act, {**hidden(page), "then": "file"})
    assert done.headers["location"] == f"/desk/hotspots/{spot}"
    read = await supervisor.get("/desk/notices")
    assert f'class="button" href="/desk/hotspots/{spot}"' in read.text


async def test_an_administrator_reads_of_a_hot_spot_and_does_nothing_about_it(
    house: Building, spot: UUID
) -> None:
    """系统管理员从热点图进来看得到，不能吹哨、排除."""
    keeper = house.visitor(Role.ADMINISTRATOR, organ="620700-centre")
    assert f"/desk/hotspots/{spot}" in (await keeper.get("/desk/boards/hotspots")).text
    page = await keeper.get(f"/desk/hotspots/{spot}")
    assert (page.status_code, "现在可以办理" in page.text) == (200, False)
    done = await keeper.send(f"/desk/hotspots/{spot}/exclusion", {**hidden(page), "reason": "不是"})
    assert done.status_code == 403


async def test_another_county_does_not_see_a_hot_spot(house: Building, spot: UUID) -> None:
    """别的县区看不到."""
    stranger = house.visitor(Role.SUPERVISOR, organ="620725-centre")
    assert (await stranger.get(f"/desk/hotspots/{spot}")).status_code == 404
    department = house.visitor(Role.DEPARTMENT, organ="620702-sifa")
    assert (await department.get(f"/desk/hotspots/{spot}")).status_code == 403


async def test_disputes_of_a_hot_spot_are_sorted_by_day_from_page_to_page(
    supervisor: Visitor, spot: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    """所涉纠纷写明登记之日，先登记的、后登记的都可以排在前面，翻页不变 (RULES 55)."""
    monkeypatch.setattr("services.routing.pages.hotspot.A_PAGE", 5)
    here = f"/desk/hotspots/{spot}"

    async def listed(query: str) -> list[tuple[str, str]]:
        page = (await supervisor.get(f"{here}{query}")).text
        row = r'<li><a href="/desk/disputes/[^"]+">([^<]+)</a>　(\d+年\d+月\d+日)　'
        return re.findall(row, page)

    usual = [*await listed(""), *await listed("?after=5")]
    turned = [*await listed("?sort=-on"), *await listed("?sort=-on&after=5")]
    assert len(usual) > 5
    assert turned == usual[::-1]
    first = (await supervisor.get(f"{here}?sort=-on")).text
    assert "sort=-on&amp;after=5" in first
    assert (await supervisor.get(f"{here}?sort=score")).status_code == 422
