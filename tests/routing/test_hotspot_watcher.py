"""The watcher of hot spots at work: what it tells, what it never tells twice, who may see it."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
from typer.testing import CliRunner

from deploy.cli.routing import app
from deploy.compose import make_hub
from services.intake.commands import register, withdraw
from services.intake.commands.adding import added
from services.intake.store import DISPUTES
from services.routing.hotspot_routes import router
from services.routing.hotspots.heat import HEAT
from services.routing.office import OFFICE
from services.routing.watching.following import position_before
from services.routing.watching.memory import Memory
from services.routing.watching.reckoner import Reckoner
from services.routing.watching.watcher import LOCK, TRY, Watcher, watch
from shared.auth import LocalTokens, Role
from shared.clock import StillClock
from shared.contracts.catalogue import read
from shared.contracts.fact import Fact
from shared.db import Pool
from shared.law.period import legal_day
from shared.people import Person
from shared.relay.statements import NUMBER_NEXT
from shared.settings import settings
from shared.web import web_app
from shared.work import Act, Claim, Hub, Work
from tests.intake.entries import entry
from tests.routing.messages import HEATING, LIFT, told

SUPERVISOR = Role.SUPERVISOR


async def come_in(
    hub: Hub, first: int, n: int, text: str = LIFT, **more: bool | tuple[str, ...]
) -> list[UUID]:
    """So many different parties tell of one trouble; the relay has numbered it."""
    ids = []
    for at in range(first, first + n):
        subject, _, rest = told(at, text).partition("，")
        made = entry(
            hub,
            f"key-{at}",
            name=f"周{'甲乙丙丁戊己庚辛壬癸'[at % 10]}",
            phone=f"138{at:08d}",
            subject=subject,
            text=rest,
            **more,
        )
        do = partial(register, entry=made, keys=(), mark=made.digest)
        claims = (Claim(made.key, made.key, made.digest),)
        await hub.act(Act(do=do, files=(made.key,), claims=claims, numbers=1))
        ids.append(made.key)
    await number(hub.pool)
    return ids


async def number(db: Pool) -> None:
    """Positions, as the relay gives them."""
    top = await db.fetchval("SELECT coalesce(max(position), 0) FROM hub.position")
    await db.fetch(NUMBER_NEXT, top, 1)


async def look(watcher: Watcher, hub: Hub) -> int:
    async with hub.pool.acquire() as conn:
        return await watcher.once(conn)


async def pages(hub: Hub) -> list[tuple[str, dict[str, Any]]]:
    rows = await hub.pool.fetch(
        "SELECT kind, body FROM hub.outbox WHERE kind LIKE 'routing.hotspot%' ORDER BY seq"
    )
    return [
        (row["kind"].removeprefix("routing.hotspot_").removesuffix(".v1"), json.loads(row["body"]))
        for row in rows
    ]


async def test_many_messages_about_one_trouble_are_told_once_with_their_reckoning(
    hub: Hub, reckoner: Reckoner
) -> None:
    """热点写明件数、以往件数、分值、共同词语和所涉纠纷 (RULES 55)."""
    ids = await come_in(hub, 1, 9)
    watcher = Watcher(hub, reckoner)
    assert await look(watcher, hub) == 1
    assert await look(watcher, hub) == 0
    [(kind, page)] = await pages(hub)
    assert (kind, page["count"], page["parties"], page["place"]) == ("found", 9, 9, "620702")
    assert set(page["disputes"]) == {str(one) for one in ids}
    assert page["score"] >= 2.5
    assert page["expected"] == 0.5
    assert any("金水湾" in word for word in page["words"])
    assert page["head"]["case_id"] == page["head"]["dispute_id"]


async def test_a_restart_tells_nothing_twice(
    hub: Hub, clock: StillClock, reckoner: Reckoner
) -> None:
    """重新启动不重复记录 (RULES 55)."""
    await come_in(hub, 1, 9)
    await look(Watcher(hub, reckoner), hub)
    other = make_hub(hub.pool, clock=clock, secret=b"x" * 40)
    assert await look(Watcher(other, reckoner), other) == 0
    await come_in(hub, 10, 9)
    assert await look(Watcher(other, reckoner), other) == 1
    assert [kind for kind, _ in await pages(hub)] == ["found", "grew"]


async def test_a_hot_spot_grows_once_a_day_or_when_doubled(
    hub: Hub, clock: StillClock, reckoner: Reckoner
) -> None:
    """每日有新增或者件数成倍的再记 (RULES 55)."""
    watcher = Watcher(hub, reckoner)
    await come_in(hub, 1, 9)
    await look(watcher, hub)
    await come_in(hub, 10, 2)
    assert await look(watcher, hub) == 0
    clock.forward(timedelta(days=1))
    assert await look(watcher, hub) == 1
    await come_in(hub, 12, 11)
    assert await look(watcher, hub) == 1
    assert [page["count"] for _, page in await pages(hub)] == [9, 11, 22]


async def test_a_hot_spot_cools_down_and_may_be_found_again_on_the_same_file(
    hub: Hub, clock: StillClock, reckoner: Reckoner
) -> None:
    """降温后再次升温的，在原卷上重新记录 (RULES 56)."""
    watcher = Watcher(hub, reckoner)
    await come_in(hub, 1, 9)
    await look(watcher, hub)
    clock.forward(timedelta(days=30))
    await look(watcher, hub)
    await come_in(hub, 50, 30)
    await look(watcher, hub)
    told_of = await pages(hub)
    assert [kind for kind, _ in told_of] == ["found", "cooled", "found"]
    assert len({page["head"]["case_id"] for _, page in told_of}) == 1
    assert len(told_of[2][1]["disputes"]) == 39


async def test_what_is_withdrawn_does_not_count(hub: Hub, reckoner: Reckoner) -> None:
    """撤回的来件不计 (RULES 3, 55)."""
    ids = await come_in(hub, 1, 9)
    for one in ids[:5]:
        do = partial(withdraw, case_id=one, reason="已修好", by="officer-1")
        await hub.act(Act(do=do, files=(one,)))
    await number(hub.pool)
    assert await look(Watcher(hub, reckoner), hub) == 0


async def test_history_is_no_hot_spot(hub: Hub, reckoner: Reckoner) -> None:
    """历史台账不产生热点 (RULES 55)."""
    await come_in(hub, 1, 12, history=True)
    assert await look(Watcher(hub, reckoner), hub) == 0


async def test_texts_and_names_are_read_on_record_and_no_name_is_shown(
    hub: Hub, reckoner: Reckoner
) -> None:
    """查阅正文和姓名均记录目的，共同词语不含姓名 (RULES 55)."""
    text = "建筑工地欠薪，包工头钱多多拖欠工资半年，工人要求支付，请求依法处理"
    await come_in(hub, 1, 9, text, opponents=("钱多多",))
    await look(Watcher(hub, reckoner), hub)
    [(_, page)] = await pages(hub)
    assert page["words"]
    assert not any("多多" in word for word in page["words"])
    for table in ("documents_read", "people_read"):
        [row] = await hub.pool.fetch(f"SELECT reader, purpose FROM hub.{table}")  # noqa: S608 - ours
        assert (row["reader"], "热点" in row["purpose"]) == ("clock", True)


@pytest.mark.parametrize("late", [False, True], ids=["told", "read again"])
async def test_the_name_of_whoever_joined_is_shown_no_more_than_the_others(
    hub: Hub, *, late: bool
) -> None:
    """登记后增列的申请人，其姓名同样不在共同词语之中 (RULES 55, 168)."""
    text = "建筑工地欠薪，包工头钱多多拖欠工资半年，工人要求支付，请求依法处理"
    [first, *_] = await come_in(hub, 1, 9, text)
    memory = Memory(hub.directory, HEAT)
    at = hub.clock.now()
    every = await facts(hub)
    await hub.act(Act(do=partial(join, first), files=(first,)))
    joined = (await facts(hub))[len(every) :]
    async with hub.pool.acquire() as conn:
        for stretch in ([*joined, *every],) if late else (every, joined):
            await memory.take_in(conn, stretch, legal_day(at), at)
        names = await memory.names_in(conn, [first], at)
    assert "钱多多" in names


def join(case_id: UUID, work: Work) -> None:
    dispute = work.take(DISPUTES, case_id)
    reason = work.document(case_id, case_id, "诉求", "一起提出")
    added(work, dispute, Person("钱多多"), dispute.window, reason, by="o-1", on=None)


async def facts(hub: Hub) -> list[Fact]:
    rows = await hub.pool.fetch(
        "SELECT kind, body FROM hub.outbox WHERE kind LIKE 'intake.%' ORDER BY seq"
    )
    return [read(row["kind"], row["body"]) for row in rows]


async def test_only_one_watcher_is_at_work(hub: Hub, reckoner: Reckoner) -> None:
    """同时只有一处识别热点 (RULES 55)."""
    async with hub.pool.acquire() as one, hub.pool.acquire() as other:
        assert await one.fetchval(TRY, *LOCK)
        assert not await other.fetchval(TRY, *LOCK)
        await come_in(hub, 1, 9)
        await Watcher(hub, reckoner).work()  # goes home at once
        assert await pages(hub) == []
        await one.execute("SELECT pg_advisory_unlock_all()")


async def test_the_worker_watches_by_itself_and_leaves_the_lock_behind(hub: Hub) -> None:
    """承办进程自行识别热点，结束后由其他进程接替 (RULES 55)."""
    await come_in(hub, 1, 9)
    assert watch in OFFICE.tasks
    at_work = asyncio.create_task(watch(hub))
    async with asyncio.timeout(60):
        while not await pages(hub):  # noqa: ASYNC110 - what is awaited is a row
            await asyncio.sleep(0.05)
    at_work.cancel()
    await asyncio.wait([at_work])
    async with hub.pool.acquire() as conn:
        assert await conn.fetchval(TRY, *LOCK)
        await conn.execute("SELECT pg_advisory_unlock_all()")


async def test_a_watcher_begins_with_the_weeks_that_it_needs(
    hub: Hub, clock: StillClock, reckoner: Reckoner
) -> None:
    """只读所需各周的来件 (RULES 55)."""
    await come_in(hub, 1, 3, HEATING)
    clock.forward(timedelta(days=200))
    await come_in(hub, 4, 2, HEATING)
    async with hub.pool.acquire() as conn:
        assert await position_before(conn, clock.now() - timedelta(days=100)) == 3
    await look(Watcher(hub, reckoner), hub)
    [row] = await hub.pool.fetch("SELECT jsonb_array_length(ids) AS n FROM hub.documents_read")
    assert row["n"] == 2


class Desk:
    """A browser of a supervisor."""

    def __init__(self, client: httpx.AsyncClient, tokens: LocalTokens) -> None:
        self._client = client
        self._tokens = tokens

    def _as(self, county: str, role: Role) -> dict[str, str]:
        token = self._tokens.issue("s-1", [role], county=county)
        return {"Authorization": f"Bearer {token}"}

    async def get(self, path: str, county: str, role: Role = SUPERVISOR) -> httpx.Response:
        return await self._client.get(path, headers=self._as(county, role))

    async def exclude(self, path: str, county: str, reason: str) -> httpx.Response:
        body = {"reason": reason}
        headers = self._as(county, SUPERVISOR)
        return await self._client.post(f"{path}/exclusion", json=body, headers=headers)


@pytest.fixture
async def desk(hub: Hub, clock: StillClock) -> AsyncIterator[Desk]:
    tokens = LocalTokens(b"k" * 40, clock)
    app = web_app(title="热点", routers=[router], hub=hub, tokens=tokens)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as client:
        yield Desk(client, tokens)


async def test_a_supervisor_sees_the_hot_spots_of_the_county_with_their_members(
    hub: Hub, desk: Desk, reckoner: Reckoner
) -> None:
    """监督人员查看本县区热点、说明和所涉纠纷 (RULES 55)."""
    ids = await come_in(hub, 1, 9)
    await look(Watcher(hub, reckoner), hub)
    [listed] = (await desk.get("/hotspots", "620702")).json()["items"]
    assert "来件9件，9名当事人" in listed["says"]
    assert "members" not in listed
    one = (await desk.get(f"/hotspots/{listed['case_id']}", "620702")).json()
    assert one["disputes"] == 9
    assert {member["dispute_id"] for member in one["members"]} == {str(each) for each in ids}
    assert (await desk.get("/hotspots", "620722")).json()["items"] == []
    assert (await desk.get("/hotspots?county=620702", "620722")).json()["items"] == []
    assert (await desk.get(f"/hotspots/{listed['case_id']}", "620722")).status_code == 404
    assert len((await desk.get("/hotspots", "620700")).json()["items"]) == 1
    assert (await desk.get("/hotspots", "620702", Role.WINDOW)).status_code == 403


async def test_the_terminal_lists_hot_spots_with_their_words(
    hub: Hub, database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reckoner: Reckoner
) -> None:
    """在终端查看热点 (RULES 55)."""
    monkeypatch.setenv("HUB_DATA", str(tmp_path))
    monkeypatch.setenv("HUB_DATABASE_URL", database)
    settings.cache_clear()
    await come_in(hub, 1, 9)
    await look(Watcher(hub, reckoner), hub)
    try:
        done = await asyncio.to_thread(CliRunner().invoke, app, ["hotspots", "--json"])
        page = await asyncio.to_thread(CliRunner().invoke, app, ["hotspots", "--since=2026-11-01"])
    finally:
        settings.cache_clear()
    [told_of] = json.loads(done.stdout)["hotspots"]
    assert (told_of["count"], told_of["state"]) == (9, "hot")
    assert "来件9件" in told_of["says"]
    assert "金水湾" in page.stdout


async def test_the_list_goes_on_where_a_page_ends(hub: Hub, desk: Desk, reckoner: Reckoner) -> None:
    """热点列表分页，分值高的在前 (RULES 55)."""
    await come_in(hub, 1, 14)
    await come_in(hub, 50, 9, HEATING)
    await look(Watcher(hub, reckoner), hub)
    first = (await desk.get("/hotspots?limit=1", "620700")).json()
    second = (await desk.get(f"/hotspots?limit=1&cursor={first['next']}", "620700")).json()
    assert [first["items"][0]["count"], second["items"][0]["count"]] == [14, 9]
    assert second["next"] is None
    assert (await desk.get("/hotspots?cursor=nothing", "620700")).status_code == 422


async def test_what_a_supervisor_excludes_is_not_told_again(
    hub: Hub, desk: Desk, reckoner: Reckoner
) -> None:
    """排除热点写明理由，其来件不再提示 (RULES 57)."""
    watcher = Watcher(hub, reckoner)
    await come_in(hub, 1, 9)
    await look(watcher, hub)
    [listed] = (await desk.get("/hotspots", "620700")).json()["items"]
    path = f"/hotspots/{listed['case_id']}"
    assert (await desk.exclude(path, "620722", "不是")).status_code == 404
    done = await desk.exclude(path, "620702", "系两个小区的不同问题")
    assert (done.status_code, done.json()["state"]) == (201, "excluded")
    await come_in(hub, 10, 12)
    assert await look(watcher, hub) == 0
    assert (await desk.get("/hotspots", "620700")).json()["items"] == []
    assert (await desk.exclude(path, "620702", "再次")).status_code == 409
