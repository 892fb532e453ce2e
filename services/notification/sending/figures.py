"""外发指标: how much waits by each channel and since when, for whoever watches over the hub."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from services.notification.sending.addresses import CHANNELS
from services.notification.sending.queue import KNOWN
from services.notification.store import DOUBTFUL_SINCE
from shared import metrics
from shared.db import Pool
from shared.logging import logger
from shared.work import Hub

TELL_EVERY_SECONDS: Final = 10.0
UNSENT: Final = ("waiting", "claimed", "failed", "unknown")

COUNTED: Final = f"""
SELECT s.channel, s.state, count(*) AS many, min(s.made_at) AS oldest,
       count({DOUBTFUL_SINCE.format(known_since="$1::timestamptz")})
         FILTER (WHERE s.state = 'failed') AS doubtful
FROM notification.sending s
WHERE s.state <> 'sent' GROUP BY s.channel, s.state ORDER BY s.channel, s.state
"""  # noqa: S608 - our own words

_log = logger(__name__)


async def unsent(pool: Pool, now: datetime) -> Sequence[Mapping[str, Any]]:
    """What has not gone out, by channel and state, with the oldest and the doubtful of each."""
    found: Sequence[Mapping[str, Any]] = await pool.fetch(COUNTED, now - KNOWN)
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
    found = {(row["channel"], row["state"]): row for row in await unsent(hub.pool, now)}
    for channel in CHANNELS:
        for state in UNSENT:
            row = found.get((channel, state))
            metrics.gauge(
                "hub_notices_unsent", row["many"] if row else 0, channel=channel, state=state
            )
        waits = found.get((channel, "waiting"))
        age = (now - waits["oldest"]).total_seconds() if waits else 0.0
        metrics.gauge("hub_notices_oldest_seconds", max(age, 0.0), channel=channel)
