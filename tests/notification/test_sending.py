"""What goes out 外发: once to an organ by a channel, whatever breaks; each attempt is on record."""

import asyncio
import hashlib
import hmac
import json
import os
import signal
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from services.notification.sending.addresses import BadAddresses, load_addresses
from services.notification.sending.channel import Channel, Outgoing, Result
from services.notification.sending.gateway import Gateway
from services.notification.sending.mail import Mail
from services.notification.sending.queue import PAUSES, Queue
from services.notification.sending.sender import Sender, send_out
from shared.clock import StillClock
from shared.contracts.intake import Urgency
from shared.settings import settings
from shared.work import Hub
from tests.notification.outside import (
    Posts,
    closed_mail_server,
    deaf_mail_server,
    free_port,
    gateway,
    mail_server,
)
from tests.notification.telling import tell
from tests.routing.cases import DIRECTORY, registered
from tests.routing.hearing import hear, hear_all

FROM = "hub@hub.example.gov.cn"
SECRET = "s" * 40
LEAD = "620702-sifa"
MAILED = {"mail": {LEAD: "zhiban@sifa.example.gov.cn"}, "gateway": {}}
POSTED = {"mail": {}, "gateway": {LEAD: "sifa-zhiban"}}
ROOT = Path(__file__).parents[2]


@pytest.fixture
async def told(hub: Hub) -> Hub:
    """A whistle was blown, and the departments were told in the page."""
    await hear(hub, registered(urgency=Urgency.URGENT))
    await hear_all(hub)
    await tell(hub)
    return hub


async def queued(hub: Hub, addresses: Any) -> Queue:  # noqa: ANN401 - by channel and organ
    queue = Queue(hub.pool, "https://hub.example.gov.cn")
    while await queue.plan(addresses, await hub.now()):
        pass
    return queue


async def standing(hub: Hub) -> list[tuple[str, int, str]]:
    rows = await hub.pool.fetch(
        "SELECT state, attempts, result FROM notification.sending ORDER BY made_at, sending_id"
    )
    return [(row["state"], row["attempts"], row["result"]) for row in rows]


async def attempts(hub: Hub) -> list[tuple[int, str]]:
    rows = await hub.pool.fetch(
        "SELECT attempt, outcome FROM notification.attempt ORDER BY sending_id, attempt"
    )
    return [(row["attempt"], row["outcome"]) for row in rows]


async def send(hub: Hub, queue: Queue, channel: Channel) -> int:
    return await Sender(hub, queue, channel).once()


async def test_a_mail_says_what_is_owed_and_goes_out_once(told: Hub, clock: StillClock) -> None:
    """邮件写明编号、事项、期限、依据，只发一次，每次发送有记录 (RULES 75)."""
    queue = await queued(told, MAILED)
    with mail_server() as (url, taking):
        channel = Mail(url, FROM, clock)
        assert await send(told, queue, channel) == 1
        assert await send(told, queue, channel) == 0
        await queued(told, MAILED)
        assert await send(told, queue, channel) == 0
    [mail] = taking.box
    text = mail.get_payload(decode=True).decode()  # type: ignore[union-attr]  # bytes of a text
    assert mail["To"] == MAILED["mail"][LEAD]
    assert "召集甘州区司法局" in text
    assert "620702-20261123-0000001-5" in text
    assert "2026年11月23日" in text
    assert "第9条" in text
    assert "https://hub.example.gov.cn/desk/notices" in text
    assert await standing(told) == [("sent", 1, "250")]
    assert await attempts(told) == [(1, "sent")]


async def test_two_desks_of_one_organ_are_one_sending(told: Hub, clock: StillClock) -> None:
    """同一事实告知同一机构的两个岗位，外发一次."""
    await told.pool.execute(
        "INSERT INTO notification.notice SELECT gen_random_uuid(), 'adjudicator', organ, kind,"
        " weight, case_id, version, dispute_id, number, matter, says, article, until,"
        " recorded_at, made_at FROM notification.notice WHERE organ = $1",
        LEAD,
    )
    queue = await queued(told, MAILED)
    with mail_server() as (url, taking):
        await send(told, queue, Mail(url, FROM, clock))
    assert len(taking.box) == 1


async def test_old_news_is_told_in_the_page_only(told: Hub, clock: StillClock) -> None:
    """记录已逾一日的只在页面通知，不再外发."""
    clock.forward(timedelta(days=2))
    await queued(told, MAILED)
    assert await standing(told) == []
    assert await told.pool.fetchval("SELECT bool_and(planned) FROM notification.notice")


async def test_a_server_that_is_away_is_tried_again_after_growing_pauses(
    told: Hub, clock: StillClock
) -> None:
    """连接不上的确知未发出，间隔渐长再发，接通后发出一次；始终不通的停止并列为未发出."""
    queue = await queued(told, MAILED)
    port = free_port()
    channel = Mail(f"smtp://127.0.0.1:{port}", FROM, clock)
    for n, pause in enumerate(PAUSES, start=1):
        assert await send(told, queue, channel) == 1
        assert await send(told, queue, channel) == 0
        assert [one[:2] for one in await standing(told)] == [("waiting", n)]
        clock.forward(pause)
    assert list(PAUSES) == sorted(PAUSES)
    await send(told, queue, channel)
    assert [one[:2] for one in await standing(told)] == [("failed", len(PAUSES) + 1)]


@pytest.mark.parametrize(
    ("step", "reply", "state"),
    [
        ("at_recipient", "450 later", "waiting"),
        ("at_recipient", "550 nobody", "failed"),
        ("at_text", "451 later", "waiting"),
        ("at_text", "554 no", "failed"),
    ],
)
async def test_a_mail_that_is_refused_is_known_unsent(
    told: Hub, clock: StillClock, step: str, reply: str, state: str
) -> None:
    """对方暂时拒收的再发，永久拒收的不再发."""
    queue = await queued(told, MAILED)
    with mail_server() as (url, taking):
        setattr(taking, step, reply)
        await send(told, queue, Mail(url, FROM, clock))
    assert await standing(told) == [(state, 1, reply[:3])]


async def test_a_mail_whose_end_nobody_answered_is_never_sent_again(
    told: Hub, clock: StillClock
) -> None:
    """正文已发出而没有答复的，结果不明，不再自动发送."""
    queue = await queued(told, MAILED)
    async with deaf_mail_server() as (url, taken):
        channel = Mail(url, FROM, clock)
        await send(told, queue, channel)
        clock.forward(timedelta(days=2))
        await Sender(told, queue, channel).once()
    assert len(taken) == 1
    assert [one[:2] for one in await standing(told)] == [("unknown", 1)]


async def test_a_post_is_signed_and_bears_the_key_by_which_it_is_known(
    told: Hub, clock: StillClock
) -> None:
    """消息网关的请求有签名和不变的编号."""
    queue = await queued(told, POSTED)
    async with gateway() as (url, posts):
        channel = Gateway(url, SECRET, clock)
        posts.answers = lambda: False
        await send(told, queue, channel)
        posts.status, posts.answers = 503, lambda: True
        clock.forward(PAUSES[0])
        await send(told, queue, channel)
        posts.status = 200
        clock.forward(PAUSES[1])
        await send(told, queue, channel)
    assert len({headers["idempotency-key"] for headers, _ in posts.taken}) == 1
    assert len(posts.taken) == 3
    for headers, body in posts.taken:
        said = dict(one.split("=") for one in headers["hub-signature"].split(","))
        signed = hmac.new(SECRET.encode(), f"{said['t']}.".encode() + body, hashlib.sha256)
        assert said["v1"] == signed.hexdigest()
        assert json.loads(body)["to"] == "sifa-zhiban"
    assert await attempts(told) == [(1, "retry"), (2, "retry"), (3, "sent")]
    assert await standing(told) == [("sent", 3, "200")]


async def test_a_gateway_that_refuses_is_not_asked_again(told: Hub, clock: StillClock) -> None:
    """网关拒收的不再发."""
    queue = await queued(told, POSTED)
    async with gateway() as (url, posts):
        posts.status = 422
        await send(told, queue, Gateway(url, SECRET, clock))
    assert await standing(told) == [("failed", 1, "422")]


@pytest.mark.parametrize(
    ("says", "state", "result"),
    [
        ('{"errcode": 40001, "errmsg": "张某某"}', "waiting", "200 errcode=40001"),
        ('{"success": false}', "waiting", "200 success=False"),
        ('{"code": "500", "msg": "x"}', "waiting", "200 code=500"),
        ('{"error": "系统繁忙，张某某"}', "waiting", "200 error"),
        ('{"errcode": 0, "errmsg": "ok"}', "sent", "200"),
        ('{"code": 200, "success": true, "error": null}', "sent", "200"),
        ("已收到", "sent", "200"),
        ("[1]", "sent", "200"),
    ],
)
async def test_a_gateway_that_says_200_and_in_the_body_no_has_not_taken_it(
    told: Hub, clock: StillClock, says: str, state: str, result: str
) -> None:
    """网关答200而正文写明失败的，不算已发出；记下代码，不记正文."""
    queue = await queued(told, POSTED)
    async with gateway() as (url, posts):
        posts.says = says.encode()
        await send(told, queue, Gateway(url, SECRET, clock))
    assert await standing(told) == [(state, 1, result)]


async def test_a_gateway_that_does_not_know_us_is_asked_again(told: Hub, clock: StillClock) -> None:
    """网关不认可签名是渠道的事，不是这一件的事，稍后再发."""
    queue = await queued(told, POSTED)
    async with gateway() as (url, posts):
        posts.status = 401
        await send(told, queue, Gateway(url, SECRET, clock))
    assert await standing(told) == [("waiting", 1, "401")]


async def test_a_mail_server_that_refuses_us_is_asked_again(told: Hub, clock: StillClock) -> None:
    """邮件服务器不让登录、不让连接，是渠道的事，稍后再发."""
    queue = await queued(told, MAILED)
    async with closed_mail_server() as url:
        await send(told, queue, Mail(url, FROM, clock))
    assert await standing(told) == [("waiting", 1, "554")]


async def test_a_mail_that_is_taken_to_be_passed_on_is_sent(told: Hub, clock: StillClock) -> None:
    """邮件服务器答复代为转递的，已经收下."""
    queue = await queued(told, MAILED)
    with mail_server() as (url, taking):
        taking.at_text = "251 will forward"
        await send(told, queue, Mail(url, FROM, clock))
    assert await standing(told) == [("sent", 1, "251")]


@pytest.mark.parametrize(("repeatable", "state"), [(True, "waiting"), (False, "unknown")])
async def test_a_fault_of_ours_holds_up_nobody_and_is_on_record(
    told: Hub, *, repeatable: bool, state: str
) -> None:
    """发送程序自身出错的，照样记录结果，不影响其他，也不无休止地重发."""

    class Broken:
        name = "gateway"

        def __init__(self) -> None:
            self.repeatable = repeatable

        async def send(self, one: Outgoing) -> Result:
            raise ValueError(one.subject)

    queue = await queued(told, POSTED)
    assert await send(told, queue, Broken()) == 1
    assert await send(told, queue, Broken()) == 0
    assert await standing(told) == [(state, 1, "ValueError")]


async def test_what_is_urgent_goes_out_before_what_has_waited_longer(
    told: Hub, clock: StillClock
) -> None:
    """积压时，紧急的先发."""
    organs = [row["organ"] for row in await told.pool.fetch(ORGANS)]
    first, last = organs[0], organs[-1]
    await told.pool.execute("UPDATE notification.notice SET weight = 'known', planned = true")
    await told.pool.execute(
        "UPDATE notification.notice SET planned = false, made_at = made_at - interval '1 hour'"
        " WHERE organ = $1", first,
    )  # fmt: skip
    await queued(told, {"gateway": dict.fromkeys(organs, "x")})
    clock.forward(timedelta(minutes=1))
    await told.pool.execute(
        "UPDATE notification.notice SET planned = false, weight = 'urgent' WHERE organ = $1", last
    )
    queue = await queued(told, {"gateway": dict.fromkeys(organs, "x")})
    claimed = [
        (await queue.claim("gateway", clock.now(), 1))[0].weight
        for _ in await told.pool.fetch("SELECT FROM notification.sending")
    ]
    assert set(claimed) == {"urgent", "known"}
    assert claimed == sorted(claimed, reverse=True)


ORGANS = "SELECT DISTINCT organ FROM notification.notice ORDER BY organ"


KILLED = """
import asyncio, os, signal, sys
from datetime import datetime
from types import SimpleNamespace
import asyncpg
from services.notification.sending.gateway import Gateway
from services.notification.sending.mail import Mail
from services.notification.sending.queue import Queue
from services.notification.sending.sender import Sender
from shared.clock import StillClock

class Killed(Queue):
    async def record(self, one, result, now):
        assert result.outcome == "sent", result
        os.kill(os.getpid(), signal.SIGKILL)  # in the gap: it is sent, and not on record

async def main(database, way, url):
    clock = StillClock(datetime.fromisoformat("2026-11-23T09:00:00+08:00"))
    pool = await asyncpg.create_pool(database, min_size=1, max_size=2)
    async def now(): return clock.now()
    hub = SimpleNamespace(pool=pool, now=now)
    ways = {"mail": lambda: Mail(url, "hub@hub.example.gov.cn", clock),
            "gateway": lambda: Gateway(url, "s" * 40, clock)}
    await Sender(hub, Killed(pool), ways[way]()).once()

asyncio.run(main(*sys.argv[1:]))
"""


async def killed_in_the_gap(database: str, way: str, url: str) -> None:
    """A sender in a process of its own is killed once it has sent, before it has recorded."""
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-c", KILLED, database, way, url,
        cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert await asyncio.wait_for(child.wait(), 60) == -signal.SIGKILL


async def test_a_sender_killed_in_the_gap_leaves_a_mail_unknown_and_sends_it_no_more(
    told: Hub, clock: StillClock, database: str
) -> None:
    """发出后、记录前被杀：邮件列为结果不明，不重发."""
    queue = await queued(told, MAILED)
    with mail_server() as (url, taking):
        await killed_in_the_gap(database, "mail", url)
        assert [one[:2] for one in await standing(told)] == [("claimed", 1)]
        channel = Mail(url, FROM, clock)
        await queue.take_up(channel, clock.now())
        clock.forward(timedelta(days=1))
        assert await send(told, queue, channel) == 0
    assert len(taking.box) == 1
    assert [one[:2] for one in await standing(told)] == [("unknown", 1)]
    assert await attempts(told) == [(1, "")]


async def test_a_sender_killed_in_the_gap_posts_again_under_the_key_that_the_gateway_knows(
    told: Hub, clock: StillClock, database: str
) -> None:
    """发出后、记录前被杀：网关按同一编号识别，再发而只送达一次."""
    queue = await queued(told, POSTED)
    async with gateway() as (url, posts):
        await killed_in_the_gap(database, "gateway", url)
        channel = Gateway(url, SECRET, clock)
        await queue.take_up(channel, clock.now())
        assert await send(told, queue, channel) == 1
    assert len(posts.taken) == 2
    assert len(posts.delivered) == 1
    assert await attempts(told) == [(1, ""), (2, "sent")]
    assert [one[:2] for one in await standing(told)] == [("sent", 2)]


async def test_a_dead_gateway_holds_up_neither_mail_nor_hearing(
    hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """网关不通不影响邮件和页面通知."""
    book = tmp_path / "addresses.toml"
    book.write_text(f'[organ."{LEAD}"]\nmail = "a@b.example"\ngateway = "x"\n')
    silent: Posts
    async with gateway() as (url, silent):
        called, release = asyncio.Event(), asyncio.Event()

        async def stuck(*_: object) -> None:
            called.set()
            await release.wait()

        monkeypatch.setattr(Gateway, "send", stuck)
        with mail_server() as (smtp, taking):
            for name, said in {
                "SMTP": smtp, "SMTP_FROM": FROM, "GATEWAY": url, "GATEWAY_SECRET": SECRET,
                "ADDRESSES": str(book),
            }.items():  # fmt: skip
                monkeypatch.setenv(f"HUB_{name}", said)
            settings.cache_clear()
            sending = asyncio.create_task(send_out(hub))
            try:
                await hear(hub, registered(urgency=Urgency.URGENT))
                await hear_all(hub)
                await tell(hub)
                async with asyncio.timeout(20):
                    await called.wait()
                    while not taking.box:  # noqa: ASYNC110 - a server in another thread
                        await asyncio.sleep(0.05)
            finally:
                sending.cancel()
                await asyncio.gather(sending, return_exceptions=True)
                settings.cache_clear()
    assert not silent.taken
    states = await hub.pool.fetch("SELECT channel, state FROM notification.sending")
    assert ("gateway", "claimed") in {tuple(row) for row in states}


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ('[organ."620799-nobody"]\nmail = "a@b.example"', "620799-nobody"),
        ('[organ."620702-sifa"]\nmail = "nobody"', "不是邮件地址"),
        ('[organ."620702-sifa"]\nmail = "值班@sifa.example"', "不是邮件地址"),
        ('[organ."620702-sifa"]\nphone = "1"', "只能写"),
        ("[organ", "读不出"),
    ],
)
def test_a_file_of_addresses_that_is_wrong_says_where(tmp_path: Path, told: str, says: str) -> None:
    """外发地址文件有误的写明何处."""
    book = tmp_path / "addresses.toml"
    book.write_text(told)
    with pytest.raises(BadAddresses, match=says):
        load_addresses(book, DIRECTORY)
