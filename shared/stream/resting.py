"""Resting between fetches: what comes often comes in handfuls, what comes alone comes at once.

Kafka's client asks again as soon as it is answered, for every partition anew, so under load nearly
each fact pays for a fetch of its own. A broker could gather (`fetch_min_bytes`), but by a timer
that also runs, and wakes us, while nothing happens.
"""

import asyncio
from typing import Any


def rest_between_fetches(consumer: Any, seconds: float) -> None:  # noqa: ANN401 - no types
    """Let a started consumer ask no sooner than so many seconds after something has come."""
    loop = asyncio.get_running_loop()
    fetcher = consumer._fetcher  # noqa: SLF001 - no setting does it
    ask = fetcher._proc_fetch_request  # noqa: SLF001 - as above
    rested = 0.0

    async def ask_rested(*what: Any) -> bool:  # noqa: ANN401 - as above
        nonlocal rested
        try:
            await asyncio.sleep(max(rested - loop.time(), 0))
        except asyncio.CancelledError:  # as it does itself: the partitions are another's now
            return False
        found: bool = await ask(*what)
        if found:
            rested = loop.time() + seconds
        return found

    fetcher._proc_fetch_request = ask_rested  # noqa: SLF001 - as above
