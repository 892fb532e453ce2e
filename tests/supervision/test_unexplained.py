"""逾期未说明: what the clock records becomes an alert, seen by whoever asked and whoever owes."""

from collections.abc import AsyncIterator
from uuid import UUID

import pytest

from services.routing.store import whistle_of
from services.supervision.domain.alert import LEVELS
from services.supervision.domain.press import PRESS
from services.supervision.live.keeping import step
from services.supervision.store import alert_of, press_of
from shared.auth import Identity, Role
from shared.auth.sight import may_see
from shared.clock import StillClock
from shared.labels import labels_in
from shared.work import Hub
from tests.routing.town import Town, town
from tests.supervision.test_picture import NUMBERED

CITY_ORGAN, COUNTY_ORGAN = "620700-government", "620702-government"
LEAD = "620702-zhujian"


@pytest.fixture
async def place(hub: Hub, clock: StillClock) -> AsyncIterator[Town]:
    async with town(hub, clock) as found:
        yield found


async def asked(place: Town, organ: str) -> UUID:
    """A supervisor asks the department that leads to explain within a working day."""
    _, dispute = await place.register(matter="wuye")
    case = whistle_of(dispute)
    body = {"about": str(case), "organ": LEAD, "within": "1wd", "text": "请说明到场的情况"}
    await place.do("/presses/explanation-request", Role.SUPERVISOR, organ, **body)
    return case


async def late_by(hub: Hub, file: UUID) -> list[UUID]:
    """The cases that this file makes late on the board of the live city."""
    await hub.pool.execute(NUMBERED)
    while await step(hub):
        pass
    rows = await hub.pool.fetch(
        "SELECT about FROM supervision.span WHERE case_id = $1 AND what = 'alert'", file
    )
    return [row["about"] for row in rows]


async def told_of(hub: Hub, file: UUID) -> set[tuple[str, str]]:
    """The desks that are told of the newest page of a file."""
    rows = await hub.pool.fetch(
        "SELECT role, organ FROM notification.notice n WHERE case_id = $1 AND version = "
        "(SELECT version FROM hub.file f WHERE f.case_id = n.case_id)",
        file,
    )
    return {(row["role"], row["organ"]) for row in rows}


def test_whatever_lapses_in_a_press_is_heard_as_a_silence() -> None:
    """督办卷中每一项逾期都预警 (RULES 14, 65)."""
    lapses = {one.lapse for one in PRESS.deadlines}
    assert lapses
    assert lapses <= set(LEVELS)


async def test_an_explanation_not_given_in_time_is_an_alert_for_who_asked_and_who_owes(
    hub: Hub, place: Town
) -> None:
    """逾期未说明的预警：告知要求说明的（市级）监督人员和应当说明的部门，态势计入 (RULES 14, 65)."""
    case = await asked(place, CITY_ORGAN)
    alert = alert_of(press_of(case))
    assert await place.pages(alert) == []
    assert await late_by(hub, press_of(case)) == []
    await place.at("2026-11-25")
    [page] = await place.pages(alert)
    assert (page["level"], page["organ"]) == ("head", LEAD)
    assert (page["heard"], page["about"]) == (
        "supervision.explanation_lapsed.v1",
        str(press_of(case)),
    )
    assert page["head"]["by"] == "clock"
    assert await late_by(hub, press_of(case)) == [case]
    assert await told_of(hub, alert) == {("supervisor", "620700"), ("supervisor", "620702")}
    assert await told_of(hub, press_of(case)) == {("department", LEAD)}


async def test_the_alert_is_seen_by_the_department_and_by_no_party(hub: Hub, place: Town) -> None:
    """逾期未说明的预警，部门和监督人员看得到，当事人看不到 (RULES 65)."""
    alert = alert_of(press_of(await asked(place, COUNTY_ORGAN)))
    await place.at("2026-11-25")
    row = await hub.pool.fetchrow("SELECT dispute_id, labels FROM hub.file WHERE case_id=$1", alert)
    labels, dispute = labels_in(row["labels"]), row["dispute_id"]
    department = Identity.of("d-1", [Role.DEPARTMENT], organ=LEAD)
    party = Identity.of("p-1", [Role.PARTY], disputes=[dispute])
    assert may_see(department, dispute, labels)
    assert not may_see(party, dispute, labels)
    assert await told_of(hub, alert) == {("supervisor", "620702")}
