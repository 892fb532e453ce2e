"""A consumer rests after something has come, and asks at once while nothing comes."""

import asyncio
from types import SimpleNamespace

from shared.stream.resting import rest_between_fetches

REST = 0.05


class Fetches:
    """Answers fetches with what was laid ready, and notes when it was asked."""

    def __init__(self, found: list[bool]) -> None:
        self._found = found
        self.asked: list[float] = []

    async def _proc_fetch_request(self, assignment: object, node: int, request: object) -> bool:
        del assignment, node, request
        self.asked.append(asyncio.get_running_loop().time())
        return self._found.pop(0)


def rested(found: list[bool]) -> tuple[Fetches, SimpleNamespace]:
    fetches = Fetches(found)
    rest_between_fetches(SimpleNamespace(_fetcher=fetches), REST)
    return fetches, SimpleNamespace(ask=lambda: fetches._proc_fetch_request(None, 1, None))  # noqa: SLF001


async def test_after_something_has_come_it_is_asked_again_only_after_a_rest() -> None:
    fetches, consumer = rested([True, True])
    assert [await consumer.ask(), await consumer.ask()] == [True, True]
    assert fetches.asked[1] - fetches.asked[0] >= REST


async def test_who_is_let_go_while_it_rests_ends_as_if_nothing_had_come() -> None:
    fetches, consumer = rested([True, True])
    await consumer.ask()
    resting = asyncio.create_task(consumer.ask())
    await asyncio.sleep(0)
    resting.cancel()
    assert (await resting, len(fetches.asked)) == (False, 1)


async def test_after_an_empty_answer_it_is_asked_again_at_once() -> None:
    fetches, consumer = rested([False, True])
    loop = asyncio.get_running_loop()
    await consumer.ask()
    asking = loop.create_task(consumer.ask())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert asking.done() or len(fetches.asked) == 2
    await asking
