"""看板 at a desk: what its links open, who may look, in which order."""

import csv
import re
from datetime import timedelta
from html import unescape
from io import StringIO

from deploy.boards.catalogue import BOARDS
from deploy.boards.export import MARK
from shared.work import Hub
from tests.boards.filling import TODAY, Desk, desk, filled

__all__ = ["desk"]


async def test_every_link_of_a_board_opens_a_list_and_keeps_the_conditions(
    hub: Hub, desk: Desk
) -> None:
    """数字的链接打开清单，条件写在地址里."""
    await filled(hub)
    days = f"from={TODAY - timedelta(days=60)}&to={TODAY}"
    for name in BOARDS:
        page = await desk.get(f"/desk/boards/{name}?{days}")
        assert page.status_code == 200, page.text
        assert "怎么算的" in page.text
        assert not re.search(r"<[^>]+\s(?:style|on\w+)=", page.text)
        links = {
            unescape(one) for one in re.findall(r'href="(/desk/boards/cases\?[^"]+)"', page.text)
        }
        assert all(f"from={TODAY - timedelta(days=60)}" in one for one in links)
        for link in sorted(links)[:3]:
            answer = await desk.get(link)
            assert answer.status_code == 200, answer.text
            assert "/desk/disputes/" in answer.text


async def test_a_county_may_not_ask_for_another(desk: Desk) -> None:
    """不在查看范围内的县区，看板、清单、导出都不给."""
    for path in ("rates", "cases", "rates/export"):
        more = "&as=csv&of=figures&measure=whistles"
        answer = await desk.get(f"/desk/boards/{path}?county=620725{more}", "620702-centre")
        assert answer.status_code == 404, path


async def test_a_board_without_a_choice_of_roads_says_which_it_has(hub: Hub, desk: Desk) -> None:
    """复议看板写明只有行政复议一途，吹哨率写明不分途径；所选途径带到其他看板."""
    await filled(hub)
    days = f"from={TODAY - timedelta(days=60)}&to={TODAY}"
    fixed = await desk.get(f"/desk/boards/reconsideration?{days}&road=court")
    assert "途径：行政复议（本看板只有这一途径）" in fixed.text
    assert "途径：诉讼" not in fixed.text
    assert re.search(r'href="/desk/boards/load\?[^"]*road=court', fixed.text)
    [link, *_] = re.findall(r'href="(/desk/boards/cases\?[^"]+)"', fixed.text)
    opened = await desk.get(unescape(link))
    assert "途径：行政复议" in opened.text
    assert "不分途径" in (await desk.get(f"/desk/boards/band?{days}&road=court")).text
    export = await desk.get(f"/desk/boards/reconsideration/export?as=csv&{days}&road=court")
    assert "途径,行政复议" in export.text


async def test_a_note_of_a_board_stands_in_its_file_too(hub: Hub, desk: Desk) -> None:
    """看板上的说明，导出文件里也有."""
    await filled(hub)
    export = await desk.get("/desk/boards/calendar/export?as=csv")
    assert "不受期间条件限制" in export.text


async def test_hot_spots_stand_in_the_order_that_the_address_says(hub: Hub, desk: Desk) -> None:
    """热点看板和热点所涉纠纷都可以排序，排序写在地址里，导出照此排序."""
    await filled(hub)
    days = f"from={TODAY - timedelta(days=60)}&to={TODAY}"
    orders = {}
    for sort in ("", "-found", "told", "-told"):
        export = await desk.get(f"/desk/boards/hotspots/export?as=csv&{days}&sort={sort}")
        rows = list(csv.reader(StringIO(export.text.removeprefix(MARK))))
        orders[sort] = [row[2] for row in rows[2:4]]
    earlier, later = f"{TODAY - timedelta(days=2)}", f"{TODAY - timedelta(days=1)}"
    assert orders[""] == orders["-told"] == [earlier, later]
    assert orders["-found"] == orders["told"] == [later, earlier]
    page = await desk.get(f"/desk/boards/hotspots?{days}&sort=told")
    assert 'aria-sort="ascending"' in page.text
    assert re.search(r'href="[^"]*sort=-told"', page.text)
    assert 'name="sort" value="told"' in page.text
    [link, *_] = re.findall(r'href="(/desk/boards/cases\?[^"]+)"', page.text)
    up, down = [
        re.findall(
            r'href="/desk/disputes/([^"]+)"', (await desk.get(f"{unescape(link)}{more}")).text
        )
        for more in ("&sort=on", "&sort=-on")
    ]
    assert len(up) == 3
    assert up[::-1] == down
