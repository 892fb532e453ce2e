"""What clerks have in hand beside the filled cases, done at the doors before pages are opened.

Whistles of which half are checked in, mediations asked for, and applications with a reply, with
views heard and with a panel that is asked: all of today, so that nothing falls due meanwhile.
"""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import Final
from uuid import UUID, uuid4

from deploy.bench.http import Client
from deploy.bench.life import ASKED, HEARD, REPLY, Actors, Eyes, enrol, seat
from deploy.bench.lifecycle import drive
from deploy.bench.running import COUNTY, Running
from deploy.bench.whistle import trouble
from deploy.bench.whistles import LEAD
from services.routing.store import whistle_of
from shared.auth import Role

MEDIATORS: Final = f"{COUNTY}-mediation"

OPEN: Final = """
SELECT case_id::text AS id FROM hub.file
WHERE office = 'reconsideration' AND procedure = 'ordinary' AND NOT closed AND state = 'copied'
ORDER BY case_id LIMIT $1
"""


@dataclass(frozen=True, slots=True)
class Many:
    """How many there are of each."""

    whistles: int
    mediations: int
    panels: int


async def begin(hub: Running, many: Many) -> None:
    """Blow, ask for mediation, and ask the committee, through HTTP as everybody does."""
    eyes, who = Eyes(hub), Actors(hub)
    cases = iter([row["id"] for row in await hub.pool.fetch(OPEN, many.panels)])
    looking = asyncio.create_task(eyes.look())
    try:
        await drive(hub.port, partial(enrol, who=who), 1)
        blowing = partial(_blow, hub=hub, eyes=eyes, who=who, numbers=count(), many=many)
        await drive(hub.port, blowing, many.whistles)
        await drive(hub.port, partial(_ask, eyes=eyes, who=who, cases=cases), many.panels)
    finally:
        looking.cancel()


async def _blow(
    client: Client, *, hub: Running, eyes: Eyes, who: Actors, numbers: Iterator[int], many: Many
) -> None:
    """A whistle; of every second one its lead is on the spot, and of some a mediation is asked."""
    taken = await client.post("/disputes", who.window, trouble(), key=uuid4().hex)
    whistle, number = whistle_of(UUID(taken["case_id"])), next(numbers)
    await eyes.see(whistle, 1)
    if number % 2:
        lead = hub.token(Role.DEPARTMENT, LEAD)
        await client.post(f"/whistles/{whistle}/check-in", lead, {})
    if number < many.mediations:
        asked = {"dispute_id": taken["dispute_id"], "committee": MEDIATORS, "side": "applicant"}
        await client.post("/mediations", who.window, {**asked, "text": "请求调解电梯维修费用"})


async def _ask(client: Client, *, eyes: Eyes, who: Actors, cases: Iterator[str]) -> None:
    """An application of the filled ones: replied to, heard, and before a panel."""
    case_id = next(cases)
    path = f"/reconsiderations/{case_id}"
    await client.post(f"{path}/copy-receipt", who.officer, {})
    await client.post(f"{path}/reply", who.respondent, {"text": REPLY})
    await client.post(f"{path}/views", who.officer, HEARD)
    await client.post(f"{path}/consultation", who.officer, ASKED)
    await seat(client, eyes, who, UUID(case_id))
