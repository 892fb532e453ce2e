"""What goes out 外发 to a gateway: signed, refused, doubtful, away."""

import asyncio
import hashlib
import hmac
import json
from pathlib import Path

import pytest

from services.notification.sending.gateway import Gateway
from services.notification.sending.queue import PAUSES
from services.notification.sending.sender import send_out
from shared.clock import StillClock
from shared.contracts.intake import Urgency
from shared.settings import settings
from shared.work import Hub
from tests.notification.outside import (
    Posts,
    gateway,
    mail_server,
)
from tests.notification.senders import (
    FROM,
    LEAD,
    POSTED,
    SECRET,
    attempts,
    queued,
    send,
    standing,
    told,
)
from tests.notification.telling import tell
from tests.routing.cases import registered
from tests.routing.hearing import hear, hear_all

__all__ = ["told"]


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
