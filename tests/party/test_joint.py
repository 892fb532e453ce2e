"""Several respondents 共同被申请人, as the party reads of them (ARL 19, 48, 70)."""

from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import UUID

import pytest

from services.reconsideration.commands import filing, handling, respondent
from shared.clock import StillClock
from shared.contracts.reconsideration.respondent import Capacity
from shared.sweep import Sweep
from shared.work import Hub
from tests.party.telephone import Telephone, officer, registered, telephone
from tests.party.test_served import applied
from tests.reconsideration.makers import OTHER, RESPONDENT

SENT = "申请书副本已经发给被申请的机关。"
HAD = "被申请的机关收到了副本，要在期限内书面答复。"
REPLIED = "被申请的机关交了书面答复。"


@pytest.fixture
async def phone(hub: Hub) -> AsyncIterator[Telephone]:
    async with telephone(hub) as found:
        yield found


@pytest.fixture
async def case(hub: Hub, phone: Telephone, clock: StillClock) -> tuple[str, UUID]:
    """One organ has its copy; the day after another one is added, and has its own."""
    taken = await registered(hub)
    found = await applied(phone, taken.number)
    await officer(hub, filing.accept, found)
    await officer(hub, handling.send_copy, found, received_on=hub.clock.now().date())
    clock.forward(timedelta(days=1))
    said = {"capacity": Capacity.JOINT, "others": (OTHER,), "text": "漏列"}
    await officer(hub, respondent.tell_to_change, found, **said)
    added = {"respondent": RESPONDENT, "joint": (OTHER,), "text": "追加"}
    await officer(hub, respondent.change, found, **added)
    await officer(hub, handling.send_copy, found, received_on=hub.clock.now().date())
    return taken.number, found


async def test_the_party_is_told_of_each_copy_and_reply_once(
    hub: Hub, phone: Telephone, case: tuple[str, UUID]
) -> None:
    """共同被申请人改列在首位的，它的副本、收到、答复不再说一次 (ARL 19, 48)."""
    number, case_id = case
    await officer(hub, handling.file_reply, case_id, text="答复如下", organ=OTHER)
    said = {"capacity": Capacity.OWN, "organ": OTHER, "text": "只有市场监管局作出"}
    await officer(hub, respondent.tell_to_change, case_id, **said)
    await officer(hub, respondent.change, case_id, respondent=OTHER, text="变更")
    await phone.sign_in(number)
    page = (await phone.get()).text
    assert (page.count(SENT), page.count(HAD), page.count(REPLIED)) == (1, 1, 0)
    assert "另一个被申请的机关也交了书面答复。" in page


async def test_the_party_reads_which_of_them_was_silent(
    hub: Hub, phone: Telephone, clock: StillClock, case: tuple[str, UUID]
) -> None:
    """逾期不答复的，写明是哪一个机关 (ARL 70)."""
    number, _ = case
    clock.forward(timedelta(days=20))
    await Sweep(hub).once()
    await phone.sign_in(number)
    page = (await phone.get()).text
    first, second = (hub.directory.organ(one).name for one in (RESPONDENT, OTHER))
    assert f"{first}到期没有答复；被申请的机关都没有答复的，当作没有证据。" in page
    assert f"另一个被申请的机关（{second}）到期没有答复。" in page
