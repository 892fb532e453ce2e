# ruff: noqa: SLF001 - the watchdog reads what Faust keeps to itself
"""A worker that Faust has left half-dead ends itself, and nothing of it is acknowledged."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import faust
import pytest

from deploy.local.kafka import create_topics
from shared.clock import StillClock, WallClock
from shared.db import Pool
from shared.feed.agent import HALF_DEAD, Watchdog, make_app, symptom
from shared.feed.cuts import Cuts
from shared.mailroom import Mailroom
from tests.shared.hearing import Ear, make_hub

STARTING = """
import time
from types import SimpleNamespace
from shared.feed import agent

agent.LOOK_EVERY_SECONDS = 0.05
inner = SimpleNamespace(_coordinator=None)
thread = SimpleNamespace(crashed=False, _consumer=inner)
app = SimpleNamespace(_consumer=SimpleNamespace(_thread=thread), conf=SimpleNamespace(id="toy"))
agent.Watchdog([app]).start()
time.sleep(0.5)
print("starting", flush=True)
thread.crashed = True
time.sleep(30)
print("still alive after all")
"""

STUCK = """
import time
from types import SimpleNamespace
from shared.feed import agent

agent.LOOK_EVERY_SECONDS = 0.05
thread = SimpleNamespace(crashed=True, _consumer=None)
app = SimpleNamespace(_consumer=SimpleNamespace(_thread=thread), conf=SimpleNamespace(id="toy"))
agent.Watchdog([app]).start()
time.sleep(30)
print("still alive after all")
"""


@pytest.fixture
async def app(db: Pool, kafka: str, clock: StillClock) -> AsyncIterator[faust.App]:
    topic, consumer = f"w{uuid4().hex[:12]}.toy", f"w{uuid4().hex[:12]}.office"
    await create_topics(kafka, [topic], 1)
    mailroom = Mailroom(make_hub(db, clock), Ear().office, consumer)
    made = make_app(mailroom, kafka, [topic], Cuts(db, consumer, [topic]))
    await made.start()
    try:
        yield made
    finally:
        await made.stop()


async def test_a_living_worker_shows_the_signs_that_the_watchdog_reads(app: faust.App) -> None:
    """What Faust keeps to itself is where the watchdog looks, in the version that is locked."""
    consumer: Any = app._consumer
    assert consumer._thread.crashed is False
    assert consumer._thread._consumer._coordinator._pending_exception is None
    assert symptom(app) == ""
    consumer._thread._consumer._coordinator._pending_exception = RuntimeError()
    assert "coordinator" in symptom(app)
    consumer._thread._consumer._coordinator._pending_exception = None


async def test_a_partition_whose_place_is_being_found_anew_ends_no_app(app: faust.App) -> None:
    """A topic that has lost records leaves its readers without a place for a moment."""
    consumer: Any = app._consumer
    inner = consumer._thread._consumer
    for part in inner.assignment():
        place = inner._subscription._assigned_state(part)
        place.timestamp = int(WallClock().now().timestamp() * 1000)
        place.highwater = 1
        place.await_reset(1)
        with pytest.raises(AssertionError):
            _ = place.position
    await consumer.verify_all_partitions_active()
    assert inner.assignment()


async def test_a_faust_consumer_rests_between_fetches(app: faust.App) -> None:
    consumer: Any = app._consumer
    assert consumer._thread._consumer._fetcher._proc_fetch_request.__name__ == "ask_rested"


def test_a_loop_that_stands_still_is_taken_for_dead() -> None:
    watchdog = Watchdog([])
    assert watchdog.reason() == ""
    watchdog._beat -= 3600
    assert "stands still" in watchdog.reason()


def test_each_app_is_looked_at() -> None:
    dead = SimpleNamespace(
        _consumer=SimpleNamespace(_thread=SimpleNamespace(crashed=True, _consumer=None)),
        conf=SimpleNamespace(id="routing"),
    )
    idle = SimpleNamespace(_consumer=None, conf=SimpleNamespace(id="intake"))
    watchdog = Watchdog([idle, dead])  # type: ignore[list-item]  # stand-ins for Faust apps
    assert watchdog.reason() == "routing: its consumer crashed"


@pytest.mark.parametrize(("script", "said"), [(STUCK, b""), (STARTING, b"starting")])
async def test_the_process_ends_at_once_with_a_code_of_its_own(script: str, said: bytes) -> None:
    """Also when its watchdog has looked before the broker had answered for the first time."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", script, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    async with asyncio.timeout(25):
        heard, _ = await process.communicate()
    assert process.returncode == HALF_DEAD
    assert said in heard
    assert b"still alive" not in heard
