"""Work in parts 分批: begun at a page, which asks for part after part and shows how far it is.

Where the page is closed the worker goes on, also after a restart: all that is known of the work
stands in the database, and a part that was broken off is simply done again.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from typing import Any, Final

from shared.logging import logger
from shared.work import Hub

_LOG: Final = logger(__name__)

LEFT: Final = timedelta(seconds=30)
"""What nobody has gone on with for so long is the worker's."""

PAUSE_SECONDS: Final = 10.0

Row = Mapping[str, Any]

Step = Callable[[Hub, Row], Awaitable[int | None]]
"""Does the next part of what a row names; how far that brings it, or None at its end."""


async def go_on_with_all(hub: Hub, name: str, standing: str, step: Step) -> None:
    """Bring to its end what a closed page has left behind, for ever.

    Args:
        hub: Where it stands.
        name: As the log calls it.
        standing: The query for what nobody has touched since a moment, `$1`; its first column is
            the id.
        step: Does one part.
    """
    while True:
        await asyncio.sleep(PAUSE_SECONDS)
        try:
            left = await hub.pool.fetch(standing, hub.clock.now() - LEFT)
        except Exception as error:  # noqa: BLE001 - the worker goes on, and asks again
            _LOG.error(name, exc_info=error)
            continue
        for row in left:
            await _to_its_end(hub, name, row, step)


async def _to_its_end(hub: Hub, name: str, row: Row, step: Step) -> None:
    """Do what is left of one; what goes wrong there holds up no other."""
    try:
        before, now = -1, await step(hub, row)
        while now is not None and now > before:
            before, now = now, await step(hub, row)
    except Exception as error:  # noqa: BLE001 - the worker goes on, and says why it could not
        _LOG.error(name, exc_info=error, case=str(next(iter(row.values()))))
