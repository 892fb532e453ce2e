"""A sender that is killed between sending and recording 外发."""

import asyncio
import os
import signal
import sys
from datetime import timedelta
from pathlib import Path

from services.notification.sending.gateway import Gateway
from services.notification.sending.mail import Mail
from shared.clock import StillClock
from shared.work import Hub
from tests.notification.outside import (
    gateway,
    mail_server,
)
from tests.notification.senders import (
    FROM,
    MAILED,
    POSTED,
    SECRET,
    attempts,
    queued,
    send,
    standing,
    told,
)

__all__ = ["told"]

ROOT = Path(__file__).parents[2]
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
