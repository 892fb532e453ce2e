"""文书 of reconsideration that a party takes on its page, one by one, and downloads (CPL 90)."""

import re
from collections.abc import AsyncIterator
from datetime import datetime

import pytest

from services.reconsideration.commands import filing
from shared.clock import CITY, StillClock
from shared.work import Hub
from tests.party.telephone import (
    OPPONENT,
    Telephone,
    last,
    number,
    officer,
    registered,
    telephone,
)
from tests.party.test_served import MISSING, applied


@pytest.fixture
async def phone(hub: Hub) -> AsyncIterator[Telephone]:
    async with telephone(hub) as found:
        yield found


async def test_a_notice_of_acceptance_is_taken_online_and_downloaded(
    hub: Hub, phone: Telephone, clock: StillClock
) -> None:
    """受理通知书编号以后才出现，写明是哪一份；同意的当天送达，可以下载，别人看不到 (CPL 90)."""
    taken = await registered(hub)
    case_id = await applied(phone, taken.number)
    await officer(hub, filing.accept, case_id)
    path = f"/party/act/{case_id}/paper-receipt"
    assert path not in (await phone.get()).text, "a draft is not served"
    await number(hub, case_id, "acceptance", "reconsideration.accepted.v1", "复受字")
    clock.move_to(datetime(2026, 11, 25, 20, tzinfo=CITY))
    await phone.sign_in(taken.number)
    assert path in (await phone.get()).text
    form = (await phone.get(path)).text
    assert "受理通知书（2026年11月23日，" in form
    assert "不同意就不用点" in form
    other = await phone.send(path, await phone.get(path), named="终止决定书")
    assert "受理通知书（" in other.text, "whoever has another paper before the eyes is shown this"
    receipt = await phone.done(path)
    fact = await last(hub, "reconsideration.paper_served.v1")
    assert (fact["manner"], fact["served_on"]) == ("electronic", "2026-11-25")
    assert fact["receipt_id"] is None
    [file] = re.findall(r'href="(/party/served/[^"]+)"', receipt)
    page = (await phone.get()).text
    assert file in page
    assert path not in page, "it is served once"
    paper = await phone.get(file)
    assert (paper.status_code, paper.content[:4]) == (200, b"%PDF")
    assert await hub.pool.fetchval(MADE, fact["head"]["by"]) == 1
    async with telephone(hub) as other:
        await other.sign_in(taken.number, OPPONENT)
        assert file not in (await other.get()).text
        assert (await other.get(file)).status_code == 404
        assert (await other.get(path)).status_code == 404


async def test_a_notice_to_supplement_has_an_act_of_its_own(hub: Hub, phone: Telephone) -> None:
    """补正通知全体申请人一起收的，只有一个“在网上收”，收了以后不再出现 (ARL 31)."""
    taken = await registered(hub)
    case_id = await applied(phone, taken.number)
    await officer(hub, filing.notify_supplement, case_id, text=MISSING)
    await number(hub, case_id, "supplement", "reconsideration.supplement_notified.v1", "复补字")
    page = (await phone.get()).text
    assert f"/party/act/{case_id}/supplement-notice-receipt" in page
    assert f"/party/act/{case_id}/paper-receipt" not in page
    await phone.done(f"/party/act/{case_id}/supplement-notice-receipt")
    assert f"/party/act/{case_id}/paper-receipt" not in (await phone.get()).text


MADE = "SELECT count(*) FROM hub.papers_made WHERE maker = $1"
