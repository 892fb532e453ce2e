"""What a queue takes at once is handed on without tasks; what it does not take is waited for."""

import asyncio
from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest
from faust.transport.drivers.aiokafka import Consumer
from faust.types import TP
from intervaltree import IntervalTree

from shared.feed.consumer import RestingConsumer
from shared.feed.passed_over import PassedOver


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


PART = TP("t", 0)


@dataclass(eq=False)
class Record:
    """A record as Faust has it."""

    offset: int
    wanted: bool
    generation_id: int = 1
    acked: bool = False
    topic: str = "t"
    tp: TP = PART


def bookkeeper() -> Any:  # noqa: ANN401 - a consumer with Faust's books of what is acknowledged
    made = consumer()
    made.__dict__.update(
        app=SimpleNamespace(topics=SimpleNamespace(acks_enabled_for=lambda _: True)),
        _acked=defaultdict(list),
        _acked_index=defaultdict(set),
        _committed_offset={PART: None},
        _gap=defaultdict(IntervalTree),
        _unacked_messages=set(),
        _waiting_for_ack=None,
        _passed=PassedOver(partial(Consumer.ack, made)),
    )
    return made


async def take(made: Any, *records: Record) -> list[Record]:  # noqa: ANN401 - as above
    """Let records come; those that are handed on."""
    handed: list[Record] = []

    async def hand_on(record: Record) -> None:
        handed.append(record)

    for record in records:
        await made._take(hand_on, lambda it: it.wanted, record)  # noqa: SLF001 - Faust calls it
    return handed


async def test_what_the_office_does_not_hear_ends_at_the_consumer() -> None:
    made = bookkeeper()
    heard = Record(7, wanted=True)
    assert await take(made, Record(6, wanted=False), heard, Record(8, wanted=False)) == [heard]
    assert made._new_offset(PART) == 7  # noqa: SLF001 - what it would commit
    made.ack(heard)
    assert made._new_offset(PART) == 9  # noqa: SLF001 - as above


@pytest.mark.parametrize("committed", [None, 7])
async def test_nothing_is_committed_past_a_record_that_is_still_dealt_with(
    committed: int | None,
) -> None:
    made = bookkeeper()
    made._committed_offset[PART] = committed  # noqa: SLF001 - as above
    await take(made, Record(7, wanted=True), Record(8, wanted=False))
    assert made._new_offset(PART) is None  # noqa: SLF001 - as above


@pytest.mark.parametrize(("offset", "generation"), [(9, 2), (7, 1)])
async def test_a_partition_that_is_given_anew_or_read_again_waits_for_nothing_older(
    offset: int, generation: int
) -> None:
    made = bookkeeper()
    await take(made, Record(7, wanted=True), Record(8, wanted=False))
    await take(made, Record(offset, wanted=False, generation_id=generation))
    assert made._new_offset(PART) == offset + 1  # noqa: SLF001 - as above
