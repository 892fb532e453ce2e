"""Third persons and joined cases on a real database (ARL 16, 17, 47; ARR2026 43)."""

from dataclasses import replace
from uuid import uuid4

import pytest

from services.reconsideration.commands import (
    agency,
    filing,
    people,
)
from services.reconsideration.domain.agency import Entrusting
from services.reconsideration.domain.application import file_of
from services.reconsideration.store import CASES, cases_of
from shared.auth import PARTICIPANTS
from shared.clock import StillClock
from shared.contracts.intake import Side
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.people import (
    AgentSort,
    Joinder,
    Power,
)
from shared.errors import Unknown
from shared.people import Person, sides_of
from shared.work import Hub
from tests.reconsideration.makers import ANNA, BERT, DISPUTE, day
from tests.reconsideration.peopled import APPLIED, WIFE, Desk, clock, desk, opened
from tests.registering import take_in

__all__ = ["clock", "desk"]


async def test_a_third_person_and_its_lawyer_read_the_file_until_he_is_dismissed(
    desk: Desk,
) -> None:
    """第三人及其委托代理人可以查阅案卷 (ARL 16, 17, 47)."""
    neighbour = Person("赵某", phone="13800000002")
    case = await desk.do(
        "2026-09-02", people.join_third, neighbour, called=True, interested=True, text="通知"
    )
    [third] = case.participants.third_ids
    said = Entrusting(
        standing=Standing.THIRD, principal_id=third, sort=AgentSort.LAWYER, powers=(Power.ACT,)
    )
    case = await desk.do("2026-09-03", agency.name_agent, said, Person("钱律师"), text="授权委托书")
    [lawyer] = (one.agent_id for one in case.participants.agents)
    assert (await desk.sees(third), await desk.sees(lawyer), await desk.sees(BERT)) == (
        True,
        True,
        False,
    )
    await desk.do("2026-09-04", agency.end_agent, lawyer, third, text="解除委托")
    assert (await desk.sees(third), await desk.sees(lawyer)) == (True, False)
    away = await desk.do("2026-09-05", people.find_third_absent, third, reason="来函不参加")
    assert away.parties == {ANNA}


async def test_who_comes_into_one_file_is_no_party_of_the_dispute(hub: Hub, desk: Desk) -> None:
    """只在一件案卷里参加的人，不是整件纠纷的当事人，也不妨碍当事人自己办事."""
    await desk.do("2026-09-02", people.join_third, WIFE, called=True, interested=True, text="通知")
    [row] = await hub.pool.fetch("SELECT person_id, side, of_file FROM hub.people")
    assert (row["side"], row["of_file"]) == ("third", desk.case_id)
    assert await sides_of(hub.pool, DISPUTE, [row["person_id"]]) == frozenset()
    lawyer = Person("钱律师")
    said = Entrusting(
        standing=Standing.APPLICANT, principal_id=ANNA, sort=AgentSort.LAWYER, powers=(Power.ACT,)
    )
    await desk.do("2026-09-02", agency.name_agent, said, lawyer, text="授权委托书")
    await hub.pool.execute(
        "INSERT INTO hub.people (person_id, dispute_id, side, kind, name, at)"
        " VALUES ($1, $2, 'applicant', 'natural', '李某', now())",
        ANNA,
        DISPUTE,
    )
    assert await sides_of(hub.pool, DISPUTE, [ANNA]) == {Side.APPLICANT}


async def test_those_who_take_part_are_read_back_as_they_were_written(hub: Hub, desk: Desk) -> None:
    """参加人、合并的案卷，存下来再读出来是一样的."""
    await desk.do("2026-09-02", people.join_third, BERT, called=False, interested=True, text="申请")
    said = Entrusting(
        standing=Standing.APPLICANT,
        principal_id=ANNA,
        sort=AgentSort.RELATIVE,
        powers=(Power.ACT, Power.SETTLE),
        until=day("2026-12-31"),
    )
    case = await desk.do("2026-09-03", agency.name_agent, said, WIFE, text="授权委托书")
    read, labels = await hub.read(CASES, desk.case_id)
    assert read == case
    assert labels[PARTICIPANTS].split() == [str(one) for one in case.participants.in_file]


async def test_joined_cases_each_have_a_page_and_keep_their_own_periods(
    hub: Hub, clock: StillClock
) -> None:
    """合并审理的案件，期限分别计算 (ARR2026 43)."""
    one = await opened(hub, clock, APPLIED)
    other_dispute = uuid4()
    for dispute_id in (DISPUTE, other_dispute):
        await take_in(hub, dispute_id)
    later = replace(APPLIED, received_on=day("2026-09-03"), applicants=(BERT,))
    two = Desk(hub, clock, file_of(other_dispute, later))
    await two.do("2026-09-03", filing.receive, other_dispute, later, text="请求撤销处罚")
    number = await hub.pool.fetchval(
        "SELECT body::json->>'number' FROM hub.outbox WHERE dispute_id = $1"
        " AND kind = 'intake.registered.v1'",
        other_dispute,
    )
    await hub.pool.execute(
        "UPDATE hub.file SET labels = jsonb_build_object('number', $2::text)"
        " WHERE dispute_id = $1 AND office = 'intake'",
        other_dispute,
        number,
    )
    with pytest.raises(Unknown):  # it is not accepted yet
        await cases_of(hub.pool, [number], but=one.case_id)
    await two.do("2026-09-04", filing.accept)
    found = await cases_of(hub.pool, [number.lower()], but=one.case_id)
    assert found == [two.case_id]
    before = await one.running(), await two.running()
    one.files = [one.case_id, two.case_id]
    ground = Joinder.SEVERAL_PARTIES
    joined = await one.do("2026-09-07", people.join_cases, found, ground, reason="同一次执法")
    assert joined.joined == (two.case_id,)
    assert (await one.pages())[-1] == (await two.pages())[-1] == "cases_joined"
    assert (await one.running(), await two.running()) == before
    assert before[0]["decide"] != before[1]["decide"]
    read, _ = await hub.read(CASES, two.case_id)
    assert read.joined == (one.case_id,)
