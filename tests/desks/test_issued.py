"""督办页: what was issued in a dispute stands above how it was pressed on."""

import re
from collections.abc import AsyncIterator
from html import unescape

import pytest

from shared.auth import Role
from shared.sweep import Sweep
from tests.desks.visitor import Building, building
from tests.reconsideration.afterwards import HEAD, ORGAN, case, done, served
from tests.reconsideration.makers import AUTHORITY, DISPUTE, RESPONDENT
from tests.reconsideration.test_drafting_doors import CLERK
from tests.reconsideration.test_routes import Door, clock, door
from tests.supervision.hearing import carry

__all__ = ["case", "clock", "door"]

ROW = re.compile(r"<tr><td>(.*?)</td><th scope=\"row\">(.*?)</th>(.*?)</tr>", re.DOTALL)


@pytest.fixture
async def house(door: Door) -> AsyncIterator[Building]:
    async with building(door.hub) as found:
        yield found


async def listed(door: Door, house: Building) -> dict[str, list[str]]:
    """What the page of pressing lists, once supervision has heard what there is: by its name."""
    await Sweep(door.hub).once()
    await carry(door.hub)
    supervisor = house.visitor(Role.SUPERVISOR, organ=AUTHORITY)
    page = await supervisor.get(f"/desk/press/{DISPUTE}")
    assert page.status_code == 200, page.text
    _, _, after = page.text.partition("制发、抄告、公开、移送和责令履行</h2>")
    rows = ROW.findall(after.partition("</table>")[0])
    return {name: [on, *map(_text, rest.split("</td>"))][:4] for on, name, rest in rows}


def _text(cell: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", cell)).strip()


async def test_the_page_of_pressing_shows_a_letter_to_whom_it_went_and_what_came_of_it(
    door: Door, house: Building, case: str
) -> None:
    """意见书：送往何处，收到以后六十日内报告；逾期未报告，逾期后才报告的写明何日 (ARL 76)."""
    assert await listed(door, house) == {}
    after = await served(door, case)
    said = {"organ": RESPONDENT, "flaw": "illegal", "text": "请纠正。"}
    await done(door, f"{after}/opinion-letter", HEAD, **said)
    fresh = await listed(door, house)
    assert fresh["制发行政复议意见书"] == [
        "2026年3月10日",
        "甘州区城市管理综合执法局",
        "",
        "尚未报告",
    ]
    await done(door, f"{after}/opinion-letter-receipt", CLERK)
    waiting = (await listed(door, house))["制发行政复议意见书"]
    assert waiting[2:] == ["2026年5月9日（周六）", "尚未报告"]
    door.on("2026-05-20")
    late = (await listed(door, house))["制发行政复议意见书"]
    assert late[3] == "逾期未报告"
    await done(door, f"{after}/correction-report", ORGAN, text="已纠正。")
    assert (await listed(door, house))["制发行政复议意见书"][3] == "逾期后已报告（2026年5月20日）"


async def test_the_page_shows_what_is_copied_and_published_and_to_be_performed(
    door: Door, house: Building, case: str
) -> None:
    """决定书应当抄告、公开，被申请人应当履行：何时以前，是否已办 (ARL 77, 79)."""
    after = await served(door, case)
    owed = await listed(door, house)
    assert [owed[name][3] for name in ("抄告决定书", "公开决定书")] == ["尚未抄告", "尚未公开"]
    assert owed["履行监督"][1] == "甘州区城市管理综合执法局"
    await done(door, f"{after}/copy", CLERK, organ="620700-chengguan")
    copied = (await listed(door, house))["抄告决定书"]
    assert copied == [
        "2026年3月9日",
        "张掖市城市管理综合执法局",
        "2026年3月16日（周一）",
        "已抄告（2026年3月10日）",
    ]
