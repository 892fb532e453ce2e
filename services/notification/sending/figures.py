"""外发指标: how much waits by each channel and since when, for whoever watches over the hub."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any, Final

from services.notification.sending.addresses import CHANNELS
from shared import metrics
from shared.db import Pool
from shared.logging import logger
from shared.work import Hub

TELL_EVERY_SECONDS: Final = 10.0
UNSENT: Final = ("waiting", "claimed", "failed", "unknown")

COUNTED: Final = """
SELECT channel, state, count(*) AS many, min(made_at) AS oldest FROM notification.sending
WHERE state <> 'sent' GROUP BY channel, state ORDER BY channel, state
"""

_log = logger(__name__)


async def unsent(pool: Pool) -> Sequence[Mapping[str, Any]]:
    """What has not gone out, by channel and state, with the oldest of each."""
    found: Sequence[Mapping[str, Any]] = await pool.fetch(COUNTED)
    return found


async def tell_for_ever(hub: Hub) -> None:
    """Tell the figures again and again, also where nothing is set up to go out."""
    while True:
        try:
            await tell_figures(hub)
        except Exception as error:  # noqa: BLE001 - hearing and sending go on without figures
            _log.warning("notices.not_told", exc_info=error)
        await asyncio.sleep(TELL_EVERY_SECONDS)


async def tell_figures(hub: Hub) -> None:
    """Tell by channel and state what has not gone out, and how long the oldest has waited."""
    now = await hub.now()
    found = {(row["channel"], row["state"]): row for row in await unsent(hub.pool)}
    for channel in CHANNELS:
        for state in UNSENT:
            row = found.get((channel, state))
            metrics.gauge(
                "hub_notices_unsent", row["many"] if row else 0, channel=channel, state=state
            )
        waits = found.get((channel, "waiting"))
        age = (now - waits["oldest"]).total_seconds() if waits else 0.0
        metrics.gauge("hub_notices_oldest_seconds", max(age, 0.0), channel=channel)
