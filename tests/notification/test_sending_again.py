"""重新发送: what was given up goes out again by an administrator's hand; delivered ones never."""

import asyncio
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from services.notification.sending.again import Resent, send_again
from services.notification.sending.figures import tell_figures
from services.notification.sending.gateway import Gateway
from services.notification.sending.queue import PAUSES
from shared.auth import Role
from shared.clock import StillClock
from shared.metrics import render
from shared.settings import settings
from shared.work import Hub
from tests.desks.visitor import building, hidden
from tests.notification.outside import gateway
from tests.notification.senders import LEAD, POSTED, SECRET, attempts, queued, send, standing, told

__all__ = ["told"]

MENDED = {"gateway": {LEAD: "sifa-mended"}}


async def given_up(hub: Hub, clock: StillClock) -> UUID:
    """A sending to the lead that its gateway has refused."""
    queue = await queued(hub, POSTED)
    async with gateway() as (url, posts):
        posts.status = 422
        await send(hub, queue, Gateway(url, SECRET, clock))
    [(state, _, _)] = await standing(hub)
    assert state == "failed"
    found: UUID = await hub.pool.fetchval("SELECT sending_id FROM notification.sending")
    return found


async def again(hub: Hub, clock: StillClock, *ids: UUID, by: str = "admin-1") -> Resent:
    return await send_again(hub.pool, MENDED, ids, "", by=by, now=clock.now())


async def by_whom(hub: Hub) -> list[tuple[int, str, str]]:
    rows = await hub.pool.fetch("SELECT attempts, address, by FROM notification.resending")
    return [tuple(row) for row in rows]


async def test_what_was_given_up_goes_out_again_to_the_mended_address_once(
    told: Hub, clock: StillClock
) -> None:
    """重新发送一件：记录何人何时，按现在的地址，同一编号；再点、两人同点只排队一次，发出后不再发."""
    sending = await given_up(told, clock)
    both = await asyncio.gather(
        again(told, clock, sending), again(told, clock, sending, by="admin-2")
    )
    assert sorted(one.resent for one in both) == [0, 1]
    assert await again(told, clock, sending) == Resent(0, 0)
    [(made, formerly, _)] = await by_whom(told)
    assert (made, formerly) == (1, "sifa-zhiban")
    queue = await queued(told, MENDED)
    async with gateway() as (url, posts):
        channel = Gateway(url, SECRET, clock)
        assert await send(told, queue, channel) == 1
        assert await again(told, clock, sending) == Resent(0, 0)
        assert await send(told, queue, channel) == 0
    [(headers, body)] = posts.taken
    assert headers["idempotency-key"] == str(sending)
    assert b"sifa-mended" in body
    assert await standing(told) == [("sent", 2, "200")]
    assert await attempts(told) == [(1, "refused"), (2, "sent")]


@pytest.mark.parametrize("state", ["waiting", "claimed", "sent", "unknown"])
async def test_only_what_is_known_unsent_goes_out_again(
    told: Hub, clock: StillClock, state: str
) -> None:
    """待发、正在发、已发出、结果不明的，都不能重新发送."""
    sending = await given_up(told, clock)
    await told.pool.execute("UPDATE notification.sending SET state = $1", state)
    assert await again(told, clock, sending, uuid4()) == Resent(0, 0)
    assert await by_whom(told) == []


async def test_what_an_attempt_delivered_is_not_sent_again_whatever_its_state(
    told: Hub, clock: StillClock
) -> None:
    """任何一次发送已经送到的，不再发."""
    sending = await given_up(told, clock)
    await told.pool.execute("UPDATE notification.attempt SET outcome = 'sent'")
    assert await again(told, clock, sending) == Resent(0, 1)


async def test_sent_again_it_is_tried_as_often_as_at_first(told: Hub, clock: StillClock) -> None:
    """重新发送后，发不出的照样隔一段再发，直到次数用完."""
    sending = await given_up(told, clock)
    await again(told, clock, sending)
    queue = await queued(told, MENDED)
    async with gateway() as (url, posts):
        posts.status = 503
        channel = Gateway(url, SECRET, clock)
        for n, pause in enumerate(PAUSES, start=2):
            assert await send(told, queue, channel) == 1
            assert await standing(told) == [("waiting", n, "503")]
            clock.forward(pause)
        await send(told, queue, channel)
    assert await standing(told) == [("failed", len(PAUSES) + 2, "503")]


async def test_without_an_address_it_stays_failed_and_says_so(told: Hub, clock: StillClock) -> None:
    """机构没有地址、渠道没有设置的，不排队，如实告知."""
    sending = await given_up(told, clock)
    done = await send_again(told.pool, {}, [sending], "", by="admin-1", now=clock.now())
    assert done == Resent(0, 1)
    assert [one[0] for one in await standing(told)] == ["failed"]


async def test_the_figures_tell_what_waits_and_since_when(told: Hub, clock: StillClock) -> None:
    """指标按渠道写明待发、未发出的件数和最早的等了多久."""
    await given_up(told, clock)
    await tell_figures(told)
    assert 'hub_notices_unsent{channel="gateway",state="failed"} 1.0' in render().decode()
    await send_again(told.pool, MENDED, (), "gateway", by="admin-1", now=clock.now())
    clock.forward(timedelta(minutes=5))
    await tell_figures(told)
    says = render().decode()
    assert 'hub_notices_unsent{channel="gateway",state="failed"} 0.0' in says
    assert 'hub_notices_unsent{channel="gateway",state="waiting"} 1.0' in says
    assert 'hub_notices_oldest_seconds{channel="gateway"} 300.0' in says
    assert 'hub_notices_oldest_seconds{channel="mail"} 0.0' in says
    assert 'hub_notices_total{channel="gateway",result="refused"}' in says
    assert 'hub_laid_total{tray="notices"}' in says


async def test_an_administrator_sends_again_on_the_page_one_or_all(
    told: Hub, clock: StillClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """系统管理员在页面看到未发出的原因，逐件或者全部重新发送；别的岗位不能."""
    sending = await given_up(told, clock)
    book = tmp_path / "addresses.toml"
    book.write_text(f'[organ."{LEAD}"]\ngateway = "sifa-mended"\n')
    for name, said in {
        "GATEWAY": "http://127.0.0.1:9/notices", "GATEWAY_SECRET": SECRET, "ADDRESSES": str(book),
    }.items():  # fmt: skip
        monkeypatch.setenv(f"HUB_{name}", said)
    settings.cache_clear()
    home = "/desk/notices/sendings"
    async with building(told) as house:
        admin = house.visitor(Role.ADMINISTRATOR, organ="620700-centre")
        lead = house.visitor(Role.DEPARTMENT, organ=LEAD)
        page = await admin.get(f"{home}?state=failed")
        assert "消息网关拒收，请核对登记的收件代号（422）" in page.text
        waits = '外发通知（消息网关）未发出的</a></th><td class="number">1</td>'
        assert waits in (await admin.get("/desk/health")).text
        typed = {"_csrf": hidden(page)["_csrf"], "back": f"{home}?state=failed"}
        refused = await lead.send(f"{home}/resendings", {**typed, "sending": str(sending)})
        assert refused.status_code == 403
        for both in ({}, {"sending": str(sending), "channel": "gateway"}):
            assert (await admin.send(f"{home}/resendings", {**typed, **both})).status_code == 422
        done = await admin.send(f"{home}/resendings", {**typed, "sending": str(sending)})
        assert (done.status_code, done.headers["location"]) == (303, f"{home}?state=failed")
        assert "o-1 于" in (await admin.get(home)).text
        await told.pool.execute("UPDATE notification.sending SET state = 'failed', attempts = 2")
        await admin.send(f"{home}/resendings", {**typed, "channel": "gateway", "back": "//x"})
    settings.cache_clear()
    assert [made for made, _, _ in await by_whom(told)] == [1, 2]
    assert [one[0] for one in await standing(told)] == ["waiting"]
