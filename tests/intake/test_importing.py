"""台账导入 at the desk: handed in, taken in batch by batch, rejects mended; no row twice."""

import asyncio
from base64 import b64encode
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID, uuid4

import pytest

from services.intake.importing import kept
from services.intake.routes import importing as routes
from shared import parts
from shared.auth import Role
from shared.clock import StillClock
from shared.db import Pool
from shared.work import Hub
from tests.routing.town import Town, town

WINDOW = "620702-window-1"
GOOD = "工单编号,主题,内容,来电人,联系电话,属地,登记时间\n" + "".join(
    f"A{n},{n}号路口路灯不亮,{n}号路口的路灯一周没有亮,孙{n},1390000000{n},甘州区,2026-11-20\n"
    for n in range(5)
)
BAD = "B1,,,周某,13800000001,甘州区,2026-11-20\nB2,下水道堵塞三天,巷口积水,吴某,,甘州区,昨天\n"


@pytest.fixture
async def place(
    hub: Hub, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Town]:
    monkeypatch.setattr(kept, "BATCH", 3)
    async with town(hub, clock) as found:
        yield found


async def hand_in(place: Town, text: str = GOOD + BAD, name: str = "热线.csv") -> dict[str, Any]:
    content = b64encode(text.encode()).decode()
    said = {"name": name, "content": content}
    answer = await place.ask("/imports", Role.WINDOW, WINDOW, key=str(uuid4()), **said)
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def go_on(place: Town, ledger: dict[str, Any]) -> dict[str, Any]:
    answer = await place.ask(f"/imports/{ledger['import_id']}/batches", Role.WINDOW, WINDOW)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def to_its_end(place: Town, ledger: dict[str, Any]) -> dict[str, Any]:
    for _ in range(10):
        if ledger["ended_at"]:
            return ledger
        ledger = await go_on(place, ledger)
    raise AssertionError("it has no end")


def told(ledger: dict[str, Any]) -> tuple[int, ...]:
    return tuple(
        ledger[name] for name in ("read", "registered", "repeated", "known", "rejected", "mended")
    )


async def test_a_ledger_comes_in_batch_by_batch_with_real_counts(place: Town, db: Pool) -> None:
    """逐批登记，每批之后的件数都是实数；登记完的底稿不再保留."""
    ledger = await hand_in(place)
    assert (ledger["total"], told(ledger), ledger["ended_at"]) == (7, (0,) * 6, None)
    assert told(await go_on(place, ledger)) == (3, 3, 0, 0, 0, 0)
    ended = await to_its_end(place, ledger)
    assert told(ended) == (7, 5, 0, 0, 2, 0)
    assert await db.fetchval("SELECT count(*) FROM intake.dispute") == 5
    kinds = await db.fetch("SELECT kind FROM hub.documents WHERE kind LIKE '台账%'")
    assert [row["kind"] for row in kinds] == ["台账退回行"] * 2


async def test_no_row_is_registered_twice(place: Town, db: Pool) -> None:
    """同一台账再次交入，或者同一批同时登记两次，每行只登记一次 (RULES 1)."""
    ledger = await hand_in(place, GOOD)
    await asyncio.gather(go_on(place, ledger), go_on(place, ledger))
    first = await to_its_end(place, ledger)
    assert first["read"] == first["total"] == 5
    again = await to_its_end(place, await hand_in(place, GOOD))
    assert told(again) == (5, 0, 0, 5, 0, 0)
    assert await db.fetchval("SELECT count(*) FROM intake.dispute") == 5


async def test_a_reject_is_mended_on_the_page_and_registered_once(place: Town, db: Pool) -> None:
    """退回行更正后登记；再次交入，编号相同."""
    ledger = await to_its_end(place, await hand_in(place))
    path = f"/imports/{ledger['import_id']}/rejects"
    rejects = (await place.get(path)).json()
    assert [(one["place"], one["column"]) for one in rejects] == [("7", "内容"), ("8", "登记时间")]
    assert rejects[1]["cells"][1] == "下水道堵塞三天"
    assert await db.fetchval("SELECT count(*) FROM hub.documents_read WHERE reader = 'o-1'") > 0
    still = await place.ask(f"{path}/1", Role.WINDOW, WINDOW, cells=rejects[1]["cells"])
    assert still.status_code == 422
    assert "登记时间" in still.json()["detail"]
    cells = [*rejects[1]["cells"][:-1], "2026-11-21"]
    mended = [
        await place.ask(f"{path}/1", Role.WINDOW, WINDOW, cells=cells),
        await place.ask(f"{path}/1", Role.WINDOW, WINDOW, cells=["别的", *cells[1:]]),
    ]
    assert mended[0].json() == mended[1].json()
    assert await db.fetchval("SELECT count(*) FROM intake.dispute") == 6
    after = (await place.get(path)).json()
    assert [one["number"] for one in after] == [None, mended[0].json()["number"]]
    assert (await place.get(f"/imports/{ledger['import_id']}")).json()["mended"] == 1


async def test_rejects_are_sifted_and_sorted(place: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """退回行按情况筛选，按行次、栏目从两头排序，翻页不漏不重."""
    ledger = await to_its_end(place, await hand_in(place))
    path = f"/imports/{ledger['import_id']}/rejects"

    async def rows(said: str = "") -> list[str]:
        return [one["place"] for one in (await place.get(path + said)).json()]

    cells = (await place.get(path)).json()[0]["cells"]
    cells[1:3] = ["路灯不亮", "巷口的路灯一周没有亮"]
    done = await place.ask(f"{path}/0", Role.WINDOW, WINDOW, cells=cells)
    assert done.status_code == 200, done.text
    assert await rows() == await rows("?sort=-place") == ["8", "7"]
    assert await rows("?sort=place") == ["7", "8"]
    assert await rows("?sort=column") == (await rows("?sort=-column"))[::-1]
    assert await rows("?state=open") == ["8"]
    assert await rows("?state=mended") == ["7"]
    monkeypatch.setattr(routes, "A_PAGE", 1)
    assert [await rows(f"?sort=-place&page={n}") for n in (1, 2, 3)] == [["8"], ["7"], []]
    assert (await place.get(f"{path}?sort=nonsense")).status_code == 422


async def test_an_import_is_its_windows_own(place: Town) -> None:
    """导入记录只有本窗口可以查看."""
    ledger = await hand_in(place)
    path = f"/imports/{ledger['import_id']}"
    assert [one["name"] for one in (await place.get("/imports")).json()] == ["热线.csv"]
    for suffix in ("", "/rejects"):
        answer = await place.get(path + suffix, organ="620725-window-1")
        assert answer.status_code == 404
    assert (await place.get("/imports", organ="620725-window-1")).json() == []


async def test_what_is_no_ledger_is_refused_in_words(place: Town) -> None:
    """读不出的台账说明原因."""
    content = b64encode("随便写的几个字".encode()).decode()
    answer = await place.ask("/imports", Role.WINDOW, WINDOW, name="便条.csv", content=content)
    assert answer.status_code == 422
    assert "便条.csv" in answer.json()["detail"]
    assert "表头" in answer.json()["detail"]


async def test_the_worker_goes_on_with_what_a_closed_page_left(
    place: Town, hub: Hub, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """页面关闭后，枢纽自行登记余下的行."""
    monkeypatch.setattr(parts, "PAUSE_SECONDS", 0.01)
    ledger = await hand_in(place)
    clock.forward(parts.LEFT * 2)
    work = asyncio.create_task(parts.go_on_with_all(hub, "import", kept.STANDING, kept.step))
    try:
        async with asyncio.timeout(20):
            while not ledger["ended_at"]:
                await asyncio.sleep(0.05)
                clock.forward(parts.LEFT * 2)
                ledger = (await place.get(f"/imports/{ledger['import_id']}")).json()
    finally:
        work.cancel()
    assert told(ledger) == (7, 5, 0, 0, 2, 0)


async def test_a_ledger_that_cannot_be_gone_on_with_holds_up_no_other(
    place: Town, hub: Hub, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """一份台账登记不下去的，不耽误其他台账；留下的一份一次登记到底."""
    monkeypatch.setattr(parts, "PAUSE_SECONDS", 0.5)
    broken, sound = await hand_in(place, name="坏.csv"), await hand_in(place, GOOD)
    await hub.pool.execute(
        "UPDATE hub.documents SET text = '?' WHERE case_id = $1", UUID(broken["import_id"])
    )
    clock.forward(parts.LEFT * 2)
    work = asyncio.create_task(parts.go_on_with_all(hub, "import", kept.STANDING, kept.step))
    try:
        async with asyncio.timeout(20):
            while not sound["ended_at"]:
                await asyncio.sleep(0.05)
                sound = (await place.get(f"/imports/{sound['import_id']}")).json()
    finally:
        work.cancel()
    assert told(sound) == (5, 5, 0, 0, 0, 0)


HEAD = "工单编号,主题,内容,来电人,联系电话,属地,登记时间\n"
TROUBLE = "1号路口路灯不亮,1号路口的路灯一周没有亮"
JOINED = HEAD + (
    f"C1,{TROUBLE},张三丰,13900000001,甘州区,2026-11-20\n"
    f'C2,{TROUBLE},"张三丰、李四海",13900000001,甘州区,2026-11-20\n'
)


async def test_a_row_with_a_new_applicant_is_sent_back_until_it_is_chosen_about(
    place: Town, db: Pool
) -> None:
    """台账的行另有新的申请人的，退回并写明在先的编号；选择增列或者另行登记以后办理 (RULES 168)."""
    ledger = await to_its_end(place, await hand_in(place, JOINED))
    assert told(ledger) == (2, 1, 0, 0, 1, 0)
    first = await db.fetchval("SELECT number FROM intake.dispute")
    path = f"/imports/{ledger['import_id']}/rejects"
    [reject] = (await place.get(path)).json()
    assert reject["column"] == "新的申请人"
    assert first in reject["reason"]
    assert "李四海" not in reject["reason"]
    cells = reject["cells"]
    still = await place.ask(f"{path}/0", Role.WINDOW, WINDOW, cells=cells)
    assert (still.status_code, still.json()["fields"][0]["pointer"]) == (422, "#/newcomers")
    done = await place.ask(f"{path}/0", Role.WINDOW, WINDOW, cells=cells, newcomers="add")
    assert done.json()["number"] == first
    people = await db.fetch("SELECT name, phone FROM hub.people")
    assert sorted((one["name"], one["phone"]) for one in people) == [
        *(("张三丰", "13900000001"), ("李四海", None))
    ]


async def test_two_names_in_one_row_are_two_people_and_other_words_are_one(
    place: Town, db: Pool
) -> None:
    """一行写了几个人的，各是一名申请人，电话记在第一名；不全是姓名的照写 (RULES 1)."""
    rows = (
        f'D1,{TROUBLE},"张三丰，某某物业公司",13900000001,甘州区,2026-11-20\n'
        'D2,2号路口路灯不亮,2号路口的路灯一周没有亮,"李四海、住在三楼的邻居",,甘州区,2026-11-20\n'
    )
    await to_its_end(place, await hand_in(place, HEAD + rows))
    people = await db.fetch("SELECT name, kind, phone FROM hub.people ORDER BY name")
    assert {(one["name"], one["kind"], one["phone"]) for one in people} == {
        ("张三丰", "natural", "13900000001"),
        ("某某物业公司", "legal", None),
        ("李四海、住在三楼的邻居", "natural", None),
    }
