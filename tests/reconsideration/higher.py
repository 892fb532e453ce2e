"""Cases that are taken up from above, at the doors, for tests about elevation 提级审理."""

from datetime import date, datetime, time
from typing import Any

import pytest

from services.reconsideration.office import OFFICE
from shared.auth import Identity, Role
from shared.casepage.doing import Doing, walked
from shared.casepage.doors import Doors
from shared.casepage.reading import read_dispute
from shared.casepage.table import Table
from shared.clock import StillClock
from shared.disputes import File
from shared.law.period import CITY, day_of_expiry, legal_day
from tests.reconsideration.makers import CITY_GOVERNMENT, DISPUTE, day
from tests.reconsideration.test_routes import APPLICATION, OFFICER, PARTY, Door

ABOVE = {"code": "head-8", "roles": [Role.RECONSIDERATION_HEAD], "organ": CITY_GOVERNMENT}
NEIGHBOUR = {"code": "head-9", "roles": [Role.RECONSIDERATION_HEAD], "organ": "620721-government"}
ASKED = {"ground": "guiding", "text": "具有法律适用指导意义，报请提级审理。"}
ORDERED = {"text": "由本机关提级审理，请移送案件材料。"}
KEPT = ("case_id", "office", "procedure", "edition", "version", "state", "labels")
RUNNING = """
SELECT name, subject, until FROM hub.deadline WHERE case_id = $1 AND ended IS NULL
ORDER BY name, subject, opened
"""


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-07-06"), time(9), CITY))


@pytest.fixture
async def case(door: Door) -> str:
    """Accepted on Monday 6 July 2026, its copy with the respondent on the same day."""
    days = {"received_on": "2026-07-06", "learnt_on": "2026-07-01"}
    taken = await door.post("/reconsiderations", PARTY, **{**APPLICATION, **days})
    assert taken.status_code == 201, taken.text
    path = f"/reconsiderations/{taken.json()['case_id']}"
    await done(door, f"{path}/acceptance", OFFICER)
    await done(door, f"{path}/copy", OFFICER, received_on="2026-07-06")
    return path


async def done(door: Door, path: str, who: dict[str, Any], **body: object) -> dict[str, Any]:
    """What an act that must be taken answers."""
    answer = await door.post(path, who, **body)
    assert answer.status_code == 201, (path, answer.status_code, answer.text)
    found: dict[str, Any] = answer.json()
    return found


async def why_not(door: Door, path: str, who: dict[str, Any], **body: object) -> str:
    """The article by which an act is refused."""
    answer = await door.post(path, who, **body)
    assert answer.status_code == 409, (path, answer.status_code, answer.text)
    return str(answer.json()["article"]["code"])


async def running(door: Door, case: str) -> dict[str, date | None]:
    """The last day of every period that runs, once each; None for one that stands still."""
    rows = await door.hub.pool.fetch(RUNNING, case.rpartition("/")[2])
    known = [(row["name"], row["subject"]) for row in rows]
    assert sorted(set(known)) == known
    return {row["name"]: day_of_expiry(row["until"]) if row["until"] else None for row in rows}


async def elevated(door: Door, case: str) -> None:
    """Ordered by the city on 13 July, handed over and received on the 16th."""
    door.on("2026-07-13")
    await done(door, f"{case}/elevation-request", OFFICER, **ASKED)
    await done(door, f"{case}/elevation", ABOVE, **ORDERED)
    door.on("2026-07-16")
    await done(door, f"{case}/file-transfer", OFFICER, text="申请书、答复，共一卷。")
    await done(door, f"{case}/elevated-file-receipt", ABOVE)


async def offered(door: Door, case: str, who: dict[str, Any]) -> set[str]:
    """What the page of the case offers this reader to do now, by the last word of its door."""
    done = await doings(door, case, who)
    return {one.door.slug for one in done if one.is_theirs and one.is_open}


async def doings(door: Door, case: str, who: dict[str, Any]) -> list[Doing]:
    """What the page of the case says of every act to this reader."""
    asks = Identity.of(
        who["code"],
        who["roles"],
        organ=who.get("organ", ""),
        disputes=who.get("disputes", ()),
        persons=who.get("persons", ()),
    )
    dispute = await read_dispute(door.hub, asks, str(DISPUTE))
    [file] = [one for one in dispute.files if f"/reconsiderations/{one.case_id}" == case]
    kept = File(*(getattr(file, name) for name in KEPT))
    table = walked(Table.of(door.hub.shelves, kept), file)
    doors = Doors([each for load in OFFICE.routers for each in load().routes], [OFFICE])
    there = {one.case_id for one in dispute.files}
    return doors.of(file, table, asks, legal_day(await door.hub.now()), there)
