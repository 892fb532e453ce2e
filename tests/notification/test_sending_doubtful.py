"""存疑的外发: what may have been taken is not sent again once its key may be forgotten."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from services.notification.sending.again import Resent, send_again
from services.notification.sending.gateway import Gateway
from services.notification.sending.queue import KEPT, KNOWN, PAUSES
from shared.auth import Role
from shared.clock import StillClock
from shared.law.article import RULES
from shared.law.procedure import Refused
from shared.settings import settings
from shared.work import Hub
from tests.desks.visitor import building, hidden
from tests.notification.outside import free_port, gateway
from tests.notification.senders import LEAD, POSTED, SECRET, queued, send, standing, told
from tests.notification.test_sending_again import MENDED, again, by_whom

__all__ = ["told"]

HOME = "/desk/notices/sendings"
ALL = re.compile(r"<button>(消息网关[^<]*)</button>")
"""The button by which all that may be sent again of the gateway's is."""

COPIED = """
WITH n AS (
  INSERT INTO notification.notice
  SELECT gen_random_uuid(), role, organ, kind, weight, case_id, version, dispute_id, number, matter,
         says, article, until, recorded_at, made_at
  FROM notification.notice WHERE organ = $1 LIMIT 1 RETURNING notice_id, made_at
)
INSERT INTO notification.sending
  (sending_id, notice_id, channel, organ, address, state, made_at, next_at)
SELECT gen_random_uuid(), notice_id, 'gateway', $1, 'x', 'failed', made_at, made_at FROM n
RETURNING sending_id
"""
"""Another one that has failed, and that the gateway never had."""


@pytest.fixture
def addressed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A gateway is set up, and the lead has an address with it."""
    book = tmp_path / "addresses.toml"
    book.write_text(f'[organ."{LEAD}"]\ngateway = "sifa-mended"\n')
    for name, value in {
        "GATEWAY": "http://127.0.0.1:9/notices", "GATEWAY_SECRET": SECRET, "ADDRESSES": str(book),
    }.items():  # fmt: skip
        monkeypatch.setenv(f"HUB_{name}", value)
    settings.cache_clear()
    yield
    settings.cache_clear()


async def tried(hub: Hub, clock: StillClock, url: str) -> None:
    """A sending to the lead is tried once, and given up by the next refusal or by patience."""
    queue = await queued(hub, POSTED)
    await send(hub, queue, Gateway(url, SECRET, clock))
    clock.forward(PAUSES[0])


async def refused_at_last(hub: Hub, clock: StillClock) -> UUID:
    """What is tried still is refused now, and with that given up."""
    async with gateway() as (url, posts):
        posts.status = 422
        await send(hub, await queued(hub, POSTED), Gateway(url, SECRET, clock))
    [(state, _, _)] = await standing(hub)
    assert state == "failed"
    found: UUID = await hub.pool.fetchval("SELECT sending_id FROM notification.sending")
    return found


async def unanswered(hub: Hub, clock: StillClock) -> UUID:
    """A sending that the gateway took or not, without an answer, before it refused it."""
    async with gateway() as (url, posts):
        posts.answers = lambda: False
        await tried(hub, clock, url)
    return await refused_at_last(hub, clock)


async def test_what_the_gateway_may_have_taken_goes_out_again_only_while_it_knows_the_key(
    told: Hub, clock: StillClock
) -> None:
    """网关没有答复的，编号还认得时可以重新发送；已近一个月的依法不予准许，不排队 (RULES 75)."""
    sending = await unanswered(told, clock)
    clock.forward(KNOWN - PAUSES[0] - timedelta(minutes=1))
    assert await again(told, clock, sending) == Resent(1, 0)
    await refused_at_last(told, clock)
    clock.forward(timedelta(minutes=1))
    with pytest.raises(Refused, match="可能收下过") as no:
        await again(told, clock, sending)
    assert no.value.article == RULES[75]
    assert [made for made, _, _ in await by_whom(told)] == [2]
    assert [one[0] for one in await standing(told)] == ["failed"]


@pytest.mark.parametrize("left", ["waiting", "claimed"])
async def test_what_a_stopped_sender_left_in_doubt_is_not_posted_by_itself_weeks_later(
    told: Hub, clock: StillClock, left: str
) -> None:
    """没有答复或者发送中断以后停发，满二十八日再开：不自动再发，列为未发出，也不能重新发送."""
    async with gateway() as (url, posts):
        channel, queue = Gateway(url, SECRET, clock), await queued(told, POSTED)
        if left == "waiting":
            posts.answers = lambda: False
            await send(told, queue, channel)
        else:
            await queue.claim("gateway", clock.now(), 1)
        done = len(posts.taken)
        assert [one[:2] for one in await standing(told)] == [(left, 1)]
        clock.forward(KEPT)
        await queue.take_up(channel, clock.now())
        assert await send(told, queue, channel) == 0
        assert len(posts.taken) == done
    assert [one[:2] for one in await standing(told)] == [("failed", 1)]
    with pytest.raises(Refused, match="可能收下过"):
        await send_again(told.pool, MENDED, (), "gateway", by="admin-1", now=clock.now())


async def test_what_was_queued_again_in_time_is_tried_to_its_end_and_no_later(
    told: Hub, clock: StillClock
) -> None:
    """编号将满一个月前准许重新发送的，照样间隔再发；最后一次停到满二十八日的，不再发."""
    sending = await unanswered(told, clock)
    clock.forward(KNOWN - PAUSES[0] - timedelta(minutes=1))
    assert await again(told, clock, sending) == Resent(1, 0)
    async with gateway() as (url, posts):
        posts.status, queue = 503, await queued(told, MENDED)
        channel = Gateway(url, SECRET, clock)
        for pause in PAUSES:
            assert await send(told, queue, channel) == 1
            clock.forward(pause)
        clock.forward(timedelta(minutes=1))
        assert await send(told, queue, channel) == 0
    assert len(posts.taken) == len(PAUSES)
    assert [one[0] for one in await standing(told)] == ["failed"]


async def test_those_given_up_hold_up_nothing_that_may_go_out(told: Hub, clock: StillClock) -> None:
    """存疑的一次全部列为未发出，其后可以发的随即发出."""
    async with gateway() as (url, posts):
        posts.answers = lambda: False
        channel, queue = Gateway(url, SECRET, clock), await queued(told, POSTED)
        await send(told, queue, channel)
        clock.forward(KEPT)
        other = await told.pool.fetchval(COPIED, LEAD)
        await told.pool.execute(
            "UPDATE notification.sending SET state = 'waiting', next_at = $1"
            " WHERE sending_id = $2", clock.now(), other,
        )  # fmt: skip
        [one] = await queue.claim("gateway", clock.now(), 1)
    assert (one.sending_id, one.attempt) == (other, 1)


@pytest.mark.parametrize("status", [502, 504])
async def test_a_proxy_s_word_is_no_answer_of_the_gateway(
    told: Hub, clock: StillClock, status: int
) -> None:
    """网关前面的服务器答502、504的，网关可能已经收下."""
    async with gateway() as (url, posts):
        posts.status = status
        await tried(told, clock, url)
    sending = await refused_at_last(told, clock)
    clock.forward(KNOWN)
    with pytest.raises(Refused):
        await again(told, clock, sending)


@pytest.mark.parametrize("status", [0, 422, 503])
async def test_what_is_known_not_to_have_been_taken_goes_out_again_after_any_time(
    told: Hub, clock: StillClock, status: int
) -> None:
    """连接不上的、网关答了没有收下的，多久以后都可以重新发送."""
    if not status:
        await tried(told, clock, f"http://127.0.0.1:{free_port()}/notices")
    elif status == 503:
        async with gateway() as (url, posts):
            posts.status = status
            await tried(told, clock, url)
    sending = await refused_at_last(told, clock)
    clock.forward(timedelta(days=90))
    assert await again(told, clock, sending) == Resent(1, 0)


async def test_all_of_a_channel_but_the_doubtful_ones_go_out_again(
    told: Hub, clock: StillClock
) -> None:
    """整个渠道重新发送的，存疑的留下并报告几件，其余照发."""
    await unanswered(told, clock)
    clock.forward(KNOWN)
    await told.pool.execute(COPIED, LEAD)
    done = await send_again(told.pool, MENDED, (), "gateway", by="admin-1", now=clock.now())
    assert done == Resent(1, 1, 1)


async def test_a_refusal_speaks_of_the_others_that_stay_too(told: Hub, clock: StillClock) -> None:
    """一件也不能再发的，退回时存疑的几件、没有地址的几件都写明 (RULES 75)."""
    await unanswered(told, clock)
    clock.forward(KNOWN)
    for _ in range(2):
        await told.pool.execute(COPIED, LEAD)
    with pytest.raises(Refused) as no:
        await send_again(told.pool, {}, (), "gateway", by="admin-1", now=clock.now())
    assert no.value.message.startswith("1件有发送没有得到网关答复")
    assert no.value.message.endswith("；另有2件没有登记地址或者渠道没有设置，仍未发出")


@pytest.mark.usefixtures("addressed")
async def test_the_page_shows_why_it_is_not_sent_again_and_the_door_refuses(
    told: Hub, clock: StillClock
) -> None:
    """页面写明哪一次发送没有答复、为什么不能重新发送，没有按钮；硬发的退回并说明 (RULES 75)."""
    sending = await unanswered(told, clock)
    one = f'name="sending" value="{sending}"'
    async with building(told) as house:
        admin = house.visitor(Role.ADMINISTRATOR, organ="620700-centre")
        page = await admin.get(HOME)
        assert one in page.text
        assert ("其中网关没有答复的，可能收下过" in page.text, "确知" in page.text) == (True, False)
        typed = {"_csrf": hidden(page)["_csrf"], "back": HOME}
        clock.forward(KNOWN)
        page = await admin.get(HOME)
        assert one not in page.text
        assert "11月23日 09:00" in page.text.split("不能重新发送：")[1]
        for more in ({"sending": str(sending)}, {"channel": "gateway"}):
            no = await admin.send(f"{HOME}/resendings", {**typed, **more})
            assert (no.status_code, "网关可能收下过" in no.text) == (409, True)
        headers = house.headers_of(Role.ADMINISTRATOR, organ="620700-centre")
        said = {"sendings": [str(sending)]}
        door = "/notices/sendings/resendings"
        no = await house.client.post(door, json=said, headers=headers)
        assert no.headers["content-type"] == "application/problem+json"
        assert no.json()["article"]["code"] == "RULES 75"
    assert [one[0] for one in await standing(told)] == ["failed"]


@pytest.mark.usefixtures("addressed")
async def test_all_of_a_channel_are_offered_but_for_those_that_the_door_leaves(
    told: Hub, clock: StillClock
) -> None:
    """“全部重新发送”只算可以重新发送的，一件也没有的不列按钮；未发出的照旧全列 (RULES 75)."""
    await unanswered(told, clock)
    async with building(told) as house:
        admin = house.visitor(Role.ADMINISTRATOR, organ="620700-centre")
        assert ALL.findall((await admin.get(HOME)).text) == ["消息网关未发出的 1 件全部重新发送"]
        clock.forward(KNOWN)
        assert ALL.findall((await admin.get(HOME)).text) == []
        await told.pool.execute(COPIED, LEAD)
        page = await admin.get(HOME)
        assert ALL.findall(page.text) == ["消息网关可以重新发送的 1 件全部重新发送"]
        assert '2<span class="only-heard">件未发出</span>' in page.text
        typed = {"_csrf": hidden(page)["_csrf"], "back": HOME, "channel": "gateway"}
        assert (await admin.send(f"{HOME}/resendings", typed)).status_code == 303
        assert ALL.findall((await admin.get(HOME)).text) == []
    assert sorted(one[0] for one in await standing(told)) == ["failed", "waiting"]
