"""Measure: whistles blown and answered by three departments each, a second, through HTTP.

A window registers, three departments check in and then answer, the lead finishes, the centre calls
back and the whistle closes: nine acts, one after another, beside those of other whistles.
"""

import asyncio
import time
from collections.abc import Mapping
from statistics import median
from typing import Any, Final
from uuid import UUID, uuid4

from deploy.bench.figures import Figures
from deploy.bench.http import Client
from deploy.bench.life import Eyes
from deploy.bench.lifecycle import WARM, all_routed, drive, used
from deploy.bench.profiles import Profiles
from deploy.bench.running import COUNTY, WINDOW, Running, running
from deploy.bench.servers import Servers
from deploy.bench.whistle import trouble
from services.routing.store import whistle_of
from shared.auth import Role

LEAD: Final = f"{COUNTY}-zhujian"
CALLED: Final = (LEAD, f"{COUNTY}-chengguan", f"{COUNTY}-sifa")
"""Whom the duty list calls for a trouble of `wuye`, the lead first."""

ACTS: Final = 3 + 2 * len(CALLED)
"""Registered, checked in and answered by each, finished, called back."""

ANSWER: Final[Mapping[str, str]] = {
    "finding": "solved",
    "opinion": "经现场核实，电梯曳引机损坏，物业公司已更换并通过检验，双方对维修费用没有争议。" * 2,
}
EVIDENCE: Final[Mapping[str, str]] = {"evidence": "电梯检验合格报告、物业公司和业主代表的确认书。"}
CALLBACK: Final[Mapping[str, Any]] = {
    "reached": True,
    "solved": True,
    "satisfied": True,
    "note": "当事人表示电梯已经恢复运行。",
}

CLOSED: Final = "SELECT count(*) FROM hub.file WHERE procedure = 'whistle' AND state <> 'closed'"


class Officers:
    """Everybody who acts on a whistle, with their tokens."""

    def __init__(self, hub: Running) -> None:
        self.window = hub.token(Role.WINDOW, WINDOW)
        self.of = {code: hub.token(Role.DEPARTMENT, code) for code in CALLED}


async def measure(servers: Servers, figures: Figures, profiles: Profiles, *, quick: bool) -> None:
    """Laps on empty tables."""
    whistles, rounds = (120, 1) if quick else (500, 2)
    laps = []
    for _ in range(rounds):
        async with running(await servers.fresh()) as hub:
            laps.append(await _lap(servers, hub, figures, whistles))
    figures.put("whistles_per_s", median(laps))
    figures.put("whistles_acts_per_s", median(laps) * ACTS)
    if profiles.wanted:
        async with running(await servers.fresh(), profiles=profiles) as hub:
            await _lap(servers, hub, figures, whistles, profiles)


async def _lap(
    servers: Servers,
    hub: Running,
    figures: Figures,
    whistles: int,
    profiles: Profiles | None = None,
) -> float:
    """Whistles a second, from the registration until each is closed."""
    eyes, who = Eyes(hub), Officers(hub)
    looking = asyncio.create_task(eyes.look())

    async def one(client: Client) -> None:
        await blow(client, eyes, who)

    try:
        await hub.settled()
        await drive(hub.port, one, WARM)
        if profiles:
            profiles.begin(hub.pids[:2])
        spent = used(servers, hub)
        began = time.perf_counter()
        await drive(hub.port, one, whistles)
        await all_routed(hub)
        took = time.perf_counter() - began
        now = used(servers, hub)
    finally:
        looking.cancel()
    if open_ones := await hub.pool.fetchval(CLOSED):
        raise AssertionError(f"{open_ones} whistles were not closed")
    costs = {name: (now[name] - spent[name]) / whistles / ACTS * 1e6 for name in spent}
    for name, cost in costs.items():
        figures.put(f"whistles_{name}_us_per_act", cost)
    figures.say(
        f"hub: {whistles / took:,.1f} whistles/s, {whistles * ACTS / took:,.0f} acts/s; µs an act: "
        + ", ".join(f"{name} {cost:,.0f}" for name, cost in costs.items())
    )
    return whistles / took


async def blow(client: Client, eyes: Eyes, who: Officers) -> None:
    """One whistle from the window to the callback."""
    taken = await client.post("/disputes", who.window, trouble(), key=uuid4().hex)
    whistle = whistle_of(UUID(taken["case_id"]))
    await eyes.see(whistle, 1)
    path = f"/whistles/{whistle}"
    for code in CALLED:
        await client.post(f"{path}/check-in", who.of[code], {})
    for code in CALLED:
        await client.post(f"{path}/answer", who.of[code], ANSWER)
    await client.post(f"{path}/finish", who.of[LEAD], EVIDENCE)
    await client.post(f"{path}/callback", who.window, CALLBACK)
