"""停止执行、听证 asked for by a party with its application (ARL 42, 50)."""

from collections.abc import AsyncIterator

import pytest

from shared.work import Hub
from tests.party.telephone import Telephone, last, registered, settle, telephone
from tests.party.test_acts import PENALTY, REQUEST


@pytest.fixture
async def phone(hub: Hub) -> AsyncIterator[Telephone]:
    async with telephone(hub) as found:
        yield found


async def test_what_an_applicant_asks_for_in_the_application_is_kept_from_the_first_day(
    hub: Hub, phone: Telephone
) -> None:
    """随申请一并请求停止执行、听证的，收到申请即记载在卷；以后不用再请求 (ARL 42, 50)."""
    taken = await registered(hub)
    await phone.sign_in(taken.number)
    page = await phone.get("/party/reconsideration")
    beside = {"stay": "房屋拆了无法恢复", "hearing": "请求当面对质"}
    steps = ({**PENALTY, "go": "next"}, {**REQUEST, **beside, "go": "next"}, {"go": "send"})
    for typed in steps:
        page = await phone.send("/party/reconsideration", page, **typed)
    await settle(hub)
    stay = await last(hub, "reconsideration.stay_requested.v1")
    assert (stay["standing"], stay["before_acceptance"]) == ("applicant", True)
    assert (await last(hub, "reconsideration.hearing_requested.v1"))["head"]["version"] == 3
    running = await hub.pool.fetch("SELECT name FROM hub.deadline WHERE name = 'answer_stay'")
    assert running == []
    kept = await hub.pool.fetchrow(
        "SELECT (stays_asked -> 0 ->> 'asked_on')::date AS stay_asked_on, hearing_asked_on,"
        " received_on FROM reconsideration.ordinary"
    )
    assert kept["stay_asked_on"] == kept["hearing_asked_on"] == kept["received_on"]
