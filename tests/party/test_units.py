"""派出机构、内设机构 in a party's application: who is the respondent (ARL 19; ARR2026 21, 22)."""

from collections.abc import AsyncIterator

import pytest

from shared.work import Hub
from tests.party.telephone import Telephone, last, registered, settle, telephone
from tests.party.test_acts import CITY_MANAGEMENT, PENALTY, REQUEST
from tests.reconsideration.test_units import BRIGADE, STATION

HERE = "/party/reconsideration"


@pytest.fixture
async def phone(hub: Hub) -> AsyncIterator[Telephone]:
    async with telephone(hub) as found:
        yield found


@pytest.mark.parametrize(
    ("named", "joint", "respondent"),
    [
        (BRIGADE, "", CITY_MANAGEMENT),
        (BRIGADE, CITY_MANAGEMENT, CITY_MANAGEMENT),
        (CITY_MANAGEMENT, BRIGADE, CITY_MANAGEMENT),
    ],
)
async def test_for_a_brigade_without_a_grant_whoever_set_it_up_is_the_respondent(
    hub: Hub, phone: Telephone, named: str, joint: str, respondent: str
) -> None:
    """决定书上盖的是没有授权的内设机构的章，照样能交：被申请人是设立它的机关 (ARR2026 21)."""
    taken = await registered(hub)
    await settle(hub)
    page = await (await phone.sign_in(taken.number)).get(HERE)
    assert "甘州区城市管理综合执法大队（没有授权，算" in page.text
    said = {**PENALTY, "respondent": named, "joint": joint}
    for typed in ({**said, "go": "next"}, {**REQUEST, "go": "next"}):
        page = await phone.send(HERE, page, **typed)
    assert "向甘州区人民政府申请行政复议" in page.text
    page = await phone.send(HERE, page, go="send")
    assert page.status_code == 303, page.text
    fact = await last(hub, "reconsideration.received.v1")
    assert fact["respondent"] == respondent
    joined = await hub.pool.fetchval(JOINED)
    assert joined == 0


JOINED = "SELECT count(*) FROM hub.outbox WHERE kind = 'reconsideration.joint_named.v1'"


async def test_a_station_by_grant_is_the_respondent_itself(hub: Hub, phone: Telephone) -> None:
    """依法授权以自己名义作决定的派出所，就是被申请人 (ARL 19, 24; ARR2026 22)."""
    taken = await registered(hub)
    await settle(hub)
    page = await (await phone.sign_in(taken.number)).get(HERE)
    said = {**PENALTY, "respondent": STATION}
    for typed in ({**said, "go": "next"}, {**REQUEST, "go": "next"}):
        page = await phone.send(HERE, page, **typed)
    page = await phone.send(HERE, page, go="send", authority="620702-government")
    assert page.status_code == 303, page.text
    assert (await last(hub, "reconsideration.received.v1"))["respondent"] == STATION
