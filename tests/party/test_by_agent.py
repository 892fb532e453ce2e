"""由委托代理人代为申请 on the telephone, with the receipt that the applicant gave (ARL 17)."""

from collections.abc import AsyncIterator
from uuid import UUID

import pytest

from services.reconsideration.commands import agency
from services.reconsideration.domain.agency import Entrusting
from services.reconsideration.queries.basics import lacking_of
from services.reconsideration.store import CASES
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.people import AgentSort, Power
from shared.people import Person
from shared.work import Hub
from tests.party.telephone import Telephone, last, officer, registered, settle, telephone
from tests.party.test_co_applying import applied
from tests.party.test_entrusting import PAPER, PENALTY, REQUEST

HERE = "/party/reconsideration"
AGENT = "13700000009"


@pytest.fixture
async def phone(hub: Hub) -> AsyncIterator[Telephone]:
    async with telephone(hub) as found:
        yield found


async def test_an_agent_applies_for_a_citizen_and_the_missing_power_is_told(
    hub: Hub, phone: Telephone
) -> None:
    """代理人替公民申请：写明是代理人；没有授权委托书的列入补正，写明权限以后不再列 (ARL 17, 31)."""
    taken = await registered(hub)
    await settle(hub)
    page = await (await phone.sign_in(taken.number)).get(HERE)
    assert "我是代理人，替一个公民申请" in (await phone.send(HERE, page, **PENALTY, go="next")).text
    agent = {**REQUEST, "sort": "by_agent"}
    for typed in ({**PENALTY, "go": "next"}, {**agent, "go": "next"}, {"go": "send"}):
        page = await phone.send(HERE, page, **typed)
    assert page.status_code == 303, page.text
    said = await last(hub, "reconsideration.capacity_stated.v1")
    assert (said["applicant_sort"], said["through"], said["papers"]) == ("person", "agent", [])
    case_id = UUID(said["head"]["case_id"])
    lacks = await lacking_of(hub, (await hub.read(CASES, case_id))[0])
    assert "没有提交委托代理人的授权委托书" in lacks.defect
    assert "《行政复议法》第17条第2款" in lacks.defect
    await phone.done(f"/party/act/{case_id}/agent", **PAPER)
    lacks = await lacking_of(hub, (await hub.read(CASES, case_id))[0])
    assert "授权委托书" not in lacks.defect
    async with telephone(hub) as other:
        await other.sign_in(taken.number, PAPER["phone"])
        assert "收到行政复议申请" in (await other.get()).text


async def test_an_agent_signs_in_once_somebody_saw_its_power_and_not_before(
    hub: Hub, phone: Telephone
) -> None:
    """代理人没有登记以前不能凭自己的电话进来，页面写明到哪里办；窗口登记代理以后就能 (ARL 17)."""
    taken = await registered(hub)
    await settle(hub)
    case_id = await applied(hub, phone, taken.number)
    async with telephone(hub) as other:
        page = await other.look_up(taken.number, AGENT)
        assert page.status_code == 404
        assert "带授权委托书和两个人的身份证件到窗口办" in page.text
        [principal] = (await hub.read(CASES, case_id))[0].applicants
        said = Entrusting(
            standing=Standing.APPLICANT,
            principal_id=principal,
            sort=AgentSort.RELATIVE,
            powers=(Power.ACT,),
        )
        who = Person("周某", phone=AGENT)
        await officer(hub, agency.name_agent, case_id, said=said, who=who, text="授权委托书")
        await other.sign_in(taken.number, AGENT)
        assert "收到行政复议申请" in (await other.get()).text
