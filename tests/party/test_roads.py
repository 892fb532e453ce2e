"""各走各的路: a road taken elsewhere, and a mediation that one side does not want."""

import re
from collections.abc import AsyncIterator
from datetime import date

import pytest

from services.mediation.store import mediation_of
from services.routing.store import routing_of
from shared.work import Hub
from tests.party.telephone import OPPONENT, Telephone, last, registered, settle, telephone


@pytest.fixture
async def phone(hub: Hub) -> AsyncIterator[Telephone]:
    async with telephone(hub) as found:
        yield found


async def test_who_applied_elsewhere_says_so_and_is_warned_no_more(
    hub: Hub, phone: Telephone
) -> None:
    """已在别处申请的记一笔，申请期限不再提醒；只是记录，不代替申请 (RULES 58)."""
    taken = await registered(hub, matter="laodong", learnt_on=date(2026, 11, 2))
    await settle(hub)
    await phone.sign_in(taken.number)
    page = (await phone.get()).text
    assert re.search(r"您可以申请劳动仲裁，最后一天是\s*<strong[^>]*>2027年11月2日", page)
    path = f"/party/act/{routing_of(taken.case_id)}/application"
    form = await phone.get(path)
    assert "不能代替申请本身" in form.text
    ahead = await phone.send(path, form, road="labour_arbitration", on="2026-12-01")
    assert (ahead.status_code, "日期不得晚于今天" in ahead.text) == (422, True)
    assert 'value="2026-12-01"' in ahead.text
    await phone.done(path, road="labour_arbitration", on="2026-11-20")
    assert (await last(hub, "routing.road_taken.v1"))["applied_on"] == "2026-11-20"
    after = (await phone.get()).text
    assert "记下了：您已经自己去申请" in after
    assert "您可以申请劳动仲裁，最后一天是" not in after


async def test_the_other_side_neither_reads_nor_ends_the_applicant_s_periods(
    hub: Hub, phone: Telephone
) -> None:
    """申请期限是提出纠纷的一方的：对方看不到，也不能替他记“已经申请” (RULES 58)."""
    taken = await registered(hub, matter="laodong", learnt_on=date(2026, 11, 2))
    await settle(hub)
    await phone.sign_in(taken.number, OPPONENT)
    page = (await phone.get()).text
    assert "劳动仲裁，最后一天是" not in page
    assert "法律还给了您一条路" not in page
    path = f"/party/act/{routing_of(taken.case_id)}/application"
    assert path not in page
    refused = await phone.fill(path, road="labour_arbitration")
    assert refused.status_code == 409
    assert "《枢纽办理规则》第58条" in refused.text
    async with telephone(hub) as own:
        await own.sign_in(taken.number)
        assert "您可以申请劳动仲裁，最后一天是" in (await own.get()).text


async def test_one_side_does_not_want_mediation_and_it_is_over(hub: Hub, phone: Telephone) -> None:
    """一方明确拒绝的，不得调解；先说明别的路照样可以走，期限照算 (PML 17)."""
    taken = await registered(hub)
    await settle(hub)
    await phone.sign_in(taken.number)
    form = await phone.get("/party/mediation")
    committee = re.findall(r'<option value="(\d+-mediation)"', form.text)[0]
    await phone.done("/party/mediation", text="请求修好电梯", committee=committee)
    path = f"/party/act/{mediation_of(taken.case_id)}/refusal"
    async with telephone(hub) as other:
        await other.sign_in(taken.number, OPPONENT)
        asked = await other.get(path)
        assert "期限照算" in asked.text
        receipt = await other.done(path)
        assert "有一方不愿意调解" in receipt
        again = await other.send(path, asked)
        assert again.status_code in {409, 412}
        page = (await other.get()).text
        assert path not in page
        assert f"/party/act/{mediation_of(taken.case_id)}/consent" not in page
    assert (await last(hub, "mediation.refused.v1"))["side"] == "opponent"
    assert "您可以走别的路" in (await phone.get()).text
