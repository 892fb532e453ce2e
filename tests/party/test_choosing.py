"""推选代表人 on the telephone: each of the applicants chooses by itself (ARL 15; RULES 173)."""

from collections.abc import AsyncIterator
from uuid import UUID

import pytest

from services.reconsideration.commands import agency, people
from services.reconsideration.domain.agency import Entrusting
from services.reconsideration.store import CASES
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.people import AgentSort, Power
from shared.people import Person
from shared.work import Hub
from tests.party.telephone import Telephone, last, officer, registered, settle, telephone
from tests.party.test_co_applying import NEIGHBOUR, YES, applied, naming

CHOSEN, ELECTED = (
    "reconsideration.representatives_chosen.v1",
    "reconsideration.representatives_elected.v1",
)


@pytest.fixture
async def phone(hub: Hub) -> AsyncIterator[Telephone]:
    async with telephone(hub) as found:
        yield found


async def test_each_chooses_by_its_own_telephone_and_the_same_choice_of_all_elects(
    hub: Hub, phone: Telephone
) -> None:
    """各人用自己的手机选，看得到别人选了谁；都选一样的，代表人推选出来 (ARL 15; RULES 173)."""
    taken = await registered(hub)
    await settle(hub)
    case_id = await applied(hub, phone, taken.number)
    path = f"/party/act/{case_id}/representatives-choice"
    assert (await phone.get(path)).status_code == 404
    assert path not in (await phone.get()).text
    await phone.done(naming(case_id), name="赵某", phone=NEIGHBOUR)
    case, _ = await hub.read(CASES, case_id)
    other_id = case.participants.unconfirmed[0]
    async with telephone(hub) as other:
        await other.sign_in(taken.number, NEIGHBOUR)
        await other.done(f"/party/co-application/{case_id}", **YES)
        assert path in (await other.get()).text
        page = (await other.get(path)).text
        assert "赵某" in page
        assert "还没有人选" in page
        empty = await other.fill(path, text="我推选赵某")
        assert empty.status_code == 422
        await other.done(path, representatives=[str(other_id)], text="我推选赵某")
        assert (await last(hub, CHOSEN))["persons"] == [str(other_id)]
        assert "赵某选赵某" in (await phone.get(path)).text
        wrong = await phone.fill(path, representatives=[str(UUID(int=1))], text="我推选别人")
        assert wrong.status_code == 409
        await phone.done(path, representatives=[str(other_id)], text="我推选赵某")
    elected = await last(hub, ELECTED)
    assert (elected["representatives"], elected["signed_by_all"]) == ([str(other_id)], True)
    assert "推选了代表人" in (await phone.get()).text


async def test_who_acts_by_law_chooses_by_its_own_telephone_and_an_entrusted_agent_does_not(
    hub: Hub, phone: Telephone
) -> None:
    """法定代理人用自己的手机替被代理的申请人推选；委托代理人不能 (ARL 14, 17; RULES 173)."""
    taken = await registered(hub)
    await settle(hub)
    case_id = await applied(hub, phone, taken.number)
    await phone.done(naming(case_id), name="赵某", phone=NEIGHBOUR)
    async with telephone(hub) as other:
        await other.sign_in(taken.number, NEIGHBOUR)
        await other.done(f"/party/co-application/{case_id}", **YES)
    path = f"/party/act/{case_id}/representatives-choice"
    minor = (await hub.read(CASES, case_id))[0].applicants[1]
    said = Entrusting(
        standing=Standing.APPLICANT,
        principal_id=minor,
        sort=AgentSort.RELATIVE,
        powers=(Power.ACT,),
    )
    entrusted, guardian = Person("周某", phone="13700000009"), Person("赵父", phone="13700000008")
    await officer(hub, agency.name_agent, case_id, said=said, who=entrusted, text="授权委托书")
    async with telephone(hub) as other:
        await other.sign_in(taken.number, "13700000009")
        assert path not in (await other.get()).text
    of_minor = {"applicant_id": minor, "who": guardian, "text": "户口簿"}
    await officer(hub, people.join_statutory_agent, case_id, **of_minor)
    async with telephone(hub) as other:
        await other.sign_in(taken.number, "13700000008")
        assert path in (await other.get()).text
        await other.done(path, representatives=[str(minor)], text="我替孩子推选赵某")
    assert (await last(hub, CHOSEN))["persons"] == [str(minor)]
