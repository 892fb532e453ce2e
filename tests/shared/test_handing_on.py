"""What a queue takes at once is handed on without tasks; what it does not take is waited for."""

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest

from shared.feed.consumer import RestingConsumer


def consumer() -> Any:  # noqa: ANN401 - as much of a consumer as waiting needs
    made = RestingConsumer.__new__(RestingConsumer)
    made.__dict__.update(
        _stopped=asyncio.Event(), _crashed=asyncio.Event(), _loop=asyncio.get_running_loop()
    )
    return made


async def test_what_is_taken_at_once_costs_no_task() -> None:
    queue: asyncio.Queue[str] = asyncio.Queue()
    before = asyncio.all_tasks()
    waiting = consumer().wait_first(queue.put("page"), asyncio.Event().wait())
    with pytest.raises(StopIteration) as done:
        waiting.send(None)
    assert (done.value.value.stopped, queue.get_nowait()) == (False, "page")
    assert asyncio.all_tasks() == before


async def test_a_full_queue_is_waited_for_and_takes_it_once() -> None:
    queue: asyncio.Queue[str] = asyncio.Queue(1)
    await queue.put("first")
    waiting = asyncio.create_task(
        consumer().wait_first(queue.put("second"), asyncio.Event().wait())
    )
    await asyncio.sleep(0)
    assert [await queue.get(), await queue.get()] == ["first", "second"]
    assert (await waiting).stopped is False
    assert queue.empty()


async def test_who_waits_at_a_full_queue_is_let_go_when_the_flow_stops() -> None:
    queue: asyncio.Queue[str] = asyncio.Queue(1)
    await queue.put("first")
    stop = asyncio.Event()
    waiting = asyncio.create_task(consumer().wait_first(queue.put("second"), stop.wait()))
    await asyncio.sleep(0)
    stop.set()
    await waiting
    await asyncio.sleep(0)
    assert (queue.get_nowait(), queue.empty()) == ("first", True)


async def test_an_error_at_once_is_the_callers() -> None:
    async def refuse() -> None:
        raise KeyError("no such topic")

    with pytest.raises(KeyError):
        await consumer().wait_first(refuse(), SimpleNamespace(wait=asyncio.Event().wait))


async def test_what_the_office_does_not_hear_ends_at_the_consumer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    handed: list[str] = []
    acknowledged: list[str] = []
    made = consumer()
    monkeypatch.setattr(made, "ack", acknowledged.append)

    async def hand_on(message: str) -> None:
        handed.append(message)

    for message in ("heard", "of no business", "heard"):
        await made._take(hand_on, lambda said: said == "heard", message)  # noqa: SLF001 - Faust calls it
    assert (handed, acknowledged) == (["heard", "heard"], ["of no business"])
