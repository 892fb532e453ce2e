"""A page never waits for a second connection while it holds one: many at once would all wait."""

import asyncio
from collections.abc import AsyncIterator
from typing import Final

import asyncpg
import pytest

from deploy.compose import make_hub
from shared.auth import Role
from shared.clock import StillClock
from shared.db import Pool
from shared.work import Hub
from tests.desks.visitor import Building, hidden
from tests.house.test_pages import PAGES
from tests.routing.town import town

FILE_OF: Final = "SELECT case_id FROM hub.file WHERE procedure = 'whistle' LIMIT 1"
LEDGER: Final = "编号,主题,内容,来电人,登记时间\nA1,路灯不亮,路灯一周不亮,孙某,昨天\n"


@pytest.fixture
async def narrow(database: str) -> AsyncIterator[Pool]:
    """A pool of a single connection."""
    pool = await asyncpg.create_pool(database, min_size=1, max_size=1)
    try:
        yield pool
    finally:
        pool.terminate()


@pytest.fixture
def hub(narrow: Pool, clock: StillClock) -> Hub:
    """The unit of work over that pool."""
    return make_hub(narrow, clock=clock, secret=b"x" * 40)


async def test_every_page_is_made_with_one_connection(
    hub: Hub, clock: StillClock, house: Building
) -> None:
    """打开任何办公页面，至多占用一个数据库连接."""
    async with asyncio.timeout(60), town(hub, clock) as place:
        number, _ = await place.register()
        whistle = str(await hub.pool.fetchval(FILE_OF))
    everybody = house.visitor(*set(Role) - {Role.PARTY})
    stuck, seen = [], 0
    for route in PAGES:
        if "GET" not in route.methods:
            continue
        known = {"number": number, "case_id": whistle, "import_id": whistle}
        path = route.path
        for name in route.param_convertors:
            path = path.replace(f"{{{name}}}", known.get(name, "load"))
        try:
            async with asyncio.timeout(10):
                seen += (await everybody.get(path)).status_code == 200
        except TimeoutError:
            stuck.append(path)
    assert stuck == []
    assert seen > 30


async def test_a_reject_is_mended_with_one_connection(house: Building, hub: Hub) -> None:
    """更正退回行，至多占用一个数据库连接；同时更正的人再多，也不会互相等死."""
    window = house.visitor(Role.WINDOW)
    async with asyncio.timeout(20):
        page = await window.get("/desk/window/import")
        begun = await window.upload(
            "/desk/window/import", hidden(page), "content", "热线.csv", LEDGER.encode()
        )
        path = begun.headers["Location"]
        await window.send(path, hidden(await window.get(path)))
        cells = ["A1", "路灯不亮", "路灯一周不亮", "孙某", "2026-11-20"]
        answer = await window.send(f"{path}/0", {**hidden(page), "cell": cells})
    assert answer.status_code == 303
    assert await hub.pool.fetchval("SELECT count(*) FROM intake.dispute") == 1
