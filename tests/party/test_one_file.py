"""Whoever takes part in one file only looks it up as parties do, and sees no other."""

import re
from collections.abc import AsyncIterator, Callable
from datetime import datetime
from functools import partial
from uuid import UUID

import pytest

from services.mediation.store import mediation_of
from services.reconsideration.commands import agency, filing, hearing, people
from services.reconsideration.domain.agency import Entrusting
from services.reconsideration.domain.hearing_acts import Panel
from services.reconsideration.store import CASES
from shared.clock import CITY
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.hearing_held import HearingGround
from shared.contracts.reconsideration.people import AgentSort, Kin, Power, Succession
from shared.people import Person
from shared.work import Act, Hub
from tests.party.telephone import APPLICANT, Telephone, last, registered, settle, telephone
from tests.party.test_acts import PENALTY, REQUEST

NEIGHBOUR, LAWYER, WIFE = "13700000001", "13700000002", "13700000003"
WITHDRAW, STAY = "撤回复议申请", "请求先不要执行"
PAPER = 'href="/party/paper/'


@pytest.fixture
async def phone(hub: Hub) -> AsyncIterator[Telephone]:
    async with telephone(hub) as found:
        yield found


async def applied(hub: Hub, phone: Telephone, number: str) -> UUID:
    """The applicant's own application, accepted by the body."""
    page = await (await phone.sign_in(number)).get("/party/reconsideration")
    for typed in ({**PENALTY, "go": "next"}, {**REQUEST, "go": "next"}, {"go": "send"}):
        page = await phone.send("/party/reconsideration", page, **typed)
    assert page.status_code == 303, page.text
    case_id = UUID((await last(hub, "reconsideration.received.v1"))["head"]["case_id"])
    await do(hub, case_id, filing.accept)
    return case_id


async def do(
    hub: Hub, case_id: UUID, command: Callable[..., object], *args: object, **more: object
) -> None:
    def run(work: object) -> object:
        return command(work, case_id, *args, by="officer-7", **more)

    await hub.act(Act(do=run, files=[case_id]))


async def seen(hub: Hub, number: str, phone: str) -> str:
    """The page of a dispute, as whoever has this telephone reads it."""
    async with telephone(hub) as other:
        return (await (await other.sign_in(number, phone)).get()).text


async def test_a_third_person_and_an_agent_look_up_the_case_by_their_own_telephone(
    hub: Hub, phone: Telephone
) -> None:
    """第三人、代理人凭自己的电话查询本案，只办自己可以办的事 (ARL 16, 17, 42)."""
    taken = await registered(hub)
    await settle(hub)
    case_id = await applied(hub, phone, taken.number)
    [applicant] = (await hub.read(CASES, case_id))[0].applicants
    third = partial(people.join_third, called=True, interested=True, text="通知")
    await do(hub, case_id, third, Person("赵某", phone=NEIGHBOUR))
    said = Entrusting(
        standing=Standing.APPLICANT,
        principal_id=applicant,
        sort=AgentSort.LAWYER,
        powers=(Power.ACT,),
    )
    await do(hub, case_id, agency.name_agent, said, Person("钱某", phone=LAWYER), text="委托书")
    for who in (NEIGHBOUR, LAWYER):
        page = await seen(hub, taken.number, who)
        assert "复议申请已经受理" in page
        assert STAY in page
        assert WITHDRAW not in page
        assert "撤回这件事" not in page
        assert "申请人民调解" not in page
    assert WITHDRAW in await seen(hub, taken.number, APPLICANT)
    async with telephone(hub) as other:
        await other.sign_in(taken.number, NEIGHBOUR)
        await other.done(f"/party/act/{case_id}/stay-request", text="房屋相邻，拆了无法恢复")
    assert (await last(hub, "reconsideration.stay_requested.v1"))["standing"] == "third"


async def test_whoever_takes_part_in_one_file_sees_no_mediation_of_the_dispute(
    hub: Hub, phone: Telephone
) -> None:
    """只参加复议的，看不到同一纠纷的调解 (PML 15)."""
    taken = await registered(hub)
    await settle(hub)
    case_id = await applied(hub, phone, taken.number)
    wrong = await phone.fill("/party/mediation", text="")
    committee = wrong.text.split('-mediation"')[0].rsplit('"', 1)[-1] + "-mediation"
    await phone.done("/party/mediation", text="请求调解", committee=committee)
    third = partial(people.join_third, called=True, interested=True, text="通知")
    await do(hub, case_id, third, Person("赵某", phone=NEIGHBOUR))
    page = await seen(hub, taken.number, NEIGHBOUR)
    assert "提出调解" in await seen(hub, taken.number, APPLICANT)
    assert "提出调解" not in page
    assert str(mediation_of(taken.case_id)) not in page


async def test_the_heir_reads_on_where_the_deceased_s_telephone_no_longer_does(
    hub: Hub, phone: Telephone
) -> None:
    """承受申请人地位的人接着看、接着办，原来的申请人不再看到本案 (ARL 14)."""
    taken = await registered(hub)
    await settle(hub)
    case_id = await applied(hub, phone, taken.number)
    [applicant] = (await hub.read(CASES, case_id))[0].applicants
    wife = [Person("王某", phone=WIFE)]
    heir = partial(people.succeed, relation=Kin.SPOUSE, text="户口簿")
    await do(hub, case_id, heir, applicant, Succession.RELATIVES, wife)
    page = await seen(hub, taken.number, WIFE)
    assert WITHDRAW in page
    assert "接着原来的申请人" in page
    assert "接着原来的申请人" not in await seen(hub, taken.number, APPLICANT)


async def test_each_reads_the_notice_of_a_hearing_that_was_served_on_its_own_side(
    hub: Hub, phone: Telephone
) -> None:
    """第三人收到听证通知后看得到，申请人的收到之日不当作自己的；申请人的代理人随申请人 (ARL 51)."""
    taken = await registered(hub)
    await settle(hub)
    case_id = await applied(hub, phone, taken.number)
    [applicant] = (await hub.read(CASES, case_id))[0].applicants
    third = partial(people.join_third, called=True, interested=True, text="通知")
    await do(hub, case_id, third, Person("赵某", phone=NEIGHBOUR))
    said = Entrusting(
        standing=Standing.APPLICANT,
        principal_id=applicant,
        sort=AgentSort.LAWYER,
        powers=(Power.ACT,),
    )
    await do(hub, case_id, agency.name_agent, said, Person("钱某", phone=LAWYER), text="委托书")
    at = datetime(2026, 12, 14, 9, tzinfo=CITY)
    seats = Panel(host="fuyi-01", officers=("fuyi-02", "fuyi-03"), recorder="fuyi-04")
    planned = partial(hearing.plan, notice="听证地点：三楼听证室", seats=seats)
    await do(hub, case_id, planned, HearingGround.NEEDED, at)
    await do(hub, case_id, hearing.notify, Standing.APPLICANT)
    readers = (APPLICANT, LAWYER, NEIGHBOUR)
    shown = [PAPER in await seen(hub, taken.number, who) for who in readers]
    assert shown == [True, True, False]
    await do(hub, case_id, hearing.notify, Standing.THIRD)
    page = await seen(hub, taken.number, NEIGHBOUR)
    [paper] = re.findall(r'href="(/party/paper/[^"]+)"', page)
    async with telephone(hub) as other:
        await other.sign_in(taken.number, NEIGHBOUR)
        assert "三楼听证室" in (await other.get(paper)).text
