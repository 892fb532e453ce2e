"""顺延补正期限 on the telephone: offered until it is asked for, and no longer (ARL 31; CPL 86)."""

from collections.abc import AsyncIterator
from datetime import datetime

import pytest

from shared.clock import CITY, StillClock
from shared.sweep import Sweep
from shared.work import Hub
from tests.party.telephone import Telephone, telephone
from tests.party.test_handing_in import asked_to_supplement

ILL = {
    "hindrance": "justified",
    "hindered_on": "2026-11-25",
    "removed_on": "2026-12-07",
    "text": "住院没有能够按期补材料，请求顺延",
    "proof": "县医院住院病历一份",
}


@pytest.fixture
async def phone(hub: Hub) -> AsyncIterator[Telephone]:
    async with telephone(hub) as found:
        yield found


async def test_who_has_asked_is_offered_it_no_more(
    hub: Hub, phone: Telephone, clock: StillClock
) -> None:
    """被当作放弃的可以请求顺延；交上请求以后，页面不再列出、不能再交一次 (ARL 31; CPL 86)."""
    number, case_id = await asked_to_supplement(hub, phone)
    clock.move_to(datetime(2026, 12, 8, 9, tzinfo=CITY))
    await Sweep(hub).once()
    await phone.sign_in(number)
    path = f"/party/act/{case_id}/supplement-deferral"
    assert path in (await phone.get()).text
    sent = await phone.fill(path, **ILL)
    assert sent.status_code == 303, sent.text
    assert path not in (await phone.get()).text
    assert (await phone.get(path)).status_code == 404
