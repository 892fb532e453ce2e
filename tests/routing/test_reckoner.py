"""热点在另一进程中计算: it answers as the reckoning itself, and ends with whoever began it."""

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from services.routing.hotspots.heat import HEAT
from services.routing.hotspots.message import Message
from services.routing.hotspots.spots import spots
from services.routing.hotspots.words import shared_words
from services.routing.watching.reckoner import AT_ONCE, Reckoner
from tests.routing.messages import HEATING, LIFT, TODAY, said, told

BEGUN = """
import asyncio
from datetime import date
from services.routing.hotspots.heat import HEAT
from services.routing.watching.reckoner import Reckoner
from tests.routing.messages import LIFT, TODAY, said, told

async def look():
    reckoner = Reckoner()
    messages = [said(at, told(at, LIFT)) for at in range(5000)]
    await reckoner.spots(messages, date(2030, 1, 1), HEAT)  # they are there, and of no interest
    print(reckoner.pid, flush=True)
    await reckoner.spots(messages, TODAY, HEAT)  # takes long: each is compared with each

if __name__ == "__main__":
    asyncio.run(look())
"""

ROOT = Path(__file__).parents[2]


def several(first: int, n: int, text: str) -> list[Message]:
    return [said(at, told(at, text)) for at in range(first, first + n)]


async def test_what_is_reckoned_there_is_what_is_reckoned_here(reckoner: Reckoner) -> None:
    """另一进程的结果与直接计算相同；来件增减后亦同 (RULES 55)."""
    first = several(1, 9, LIFT) + several(100, AT_ONCE, HEATING)
    for held in (first, first[3:], first[3:] + several(900, 4, LIFT)):
        found = await reckoner.spots(held, TODAY, HEAT)
        assert found
        assert found == spots(held, TODAY, HEAT)
        others = [one for one in held if one.dispute_id not in found[0].disputes]
        words = await reckoner.shared_words(found[0], HEAT.words_in, frozenset({"周甲"}))
        assert words == shared_words(found[0].members, others, HEAT.words_in, {"周甲"})


async def test_who_breaks_off_is_begun_anew() -> None:
    """进程中断即报错，下次重新开始 (RULES 55)."""
    with Reckoner() as reckoner:
        lift = several(1, 9, LIFT)
        found = await reckoner.spots(lift, TODAY, HEAT)
        assert reckoner.pid is not None
        os.kill(reckoner.pid, signal.SIGKILL)
        with pytest.raises((EOFError, OSError)):
            await reckoner.spots(lift, TODAY, HEAT)
        assert await reckoner.spots(lift, TODAY, HEAT) == found


async def test_what_goes_wrong_there_is_told_here() -> None:
    """计算出错如实报告 (RULES 55)."""
    with Reckoner() as reckoner:
        with pytest.raises(TypeError):
            await reckoner.spots(several(1, 2, LIFT), None, HEAT)  # type: ignore[arg-type]
        assert await reckoner.spots([], TODAY, HEAT) == []


async def test_it_ends_with_the_worker_also_in_the_middle_of_a_look() -> None:
    """承办进程被强行终止，计算进程随之结束，正在计算的也不例外."""
    begun = subprocess.Popen(  # noqa: S603, ASYNC220 - our own interpreter
        [sys.executable, "-c", BEGUN], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert begun.stdout is not None
    child = Path("/proc") / (await asyncio.to_thread(begun.stdout.readline)).strip()
    await asyncio.sleep(1)  # it looks by now; if not, it must end all the same
    assert child.exists()
    begun.kill()
    begun.wait()
    begun.stdout.close()
    async with asyncio.timeout(3):
        while child.exists():  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0.02)
