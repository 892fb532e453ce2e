"""利害关系的企业、个人: an expert's tie by name counts against whoever takes part (RULES 72)."""

import json
from functools import partial
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

import pytest

from deploy.rehearse import asked
from services.consultation.domain import panel
from shared.auth import PARTICIPANTS
from shared.casepage.answers import PageOut
from shared.casepage.desk.findings import findings
from shared.contracts.intake import Side
from shared.law.article import RULES
from shared.people import Person
from shared.work import Act, Work
from shared.work.memory import Party
from tests.consultation.doors import ASKING, LABELS, LAW, SECRETARY, Door, clock, door
from tests.consultation.makers import (
    AGREES,
    DISPUTE,
    THREE,
    Calling,
    Walk,
    expert,
    refused,
)

__all__ = ["clock", "door"]

COMPANY = "张掖某建筑有限公司"
SEATS = [*THREE[:2], "committee-4"]
MET: dict[str, Any] = {
    "chair": THREE[0],
    "opinions": [{"member": code, "stance": "agrees"} for code in THREE],
    "minutes": "委员一致同意拟办意见。",
}


def tied(*names: str, **fields: object) -> dict[str, Any]:
    """An expert with an interest in these."""
    return expert("committee-4", ties=list(names), **fields)


async def takes_part(door: Door, name: str, side: Side, of_file: UUID | None = None) -> UUID:
    """Somebody takes part in the dispute, or in one file of it; their id."""

    def do(work: Work) -> UUID:
        return work.person(DISPUTE, side.value, Person(name=name), of_file=of_file)

    act = Act(do=do, files=[])
    return UUID(str(await door.hub.act(act)))


async def test_what_an_expert_is_tied_to_is_kept_by_name_and_not_in_the_fact(door: Door) -> None:
    """申报的企业、个人另存姓名名称，事实只写编号；名录上的机关记为利害关系单位 (RULES 70, 72)."""
    roster = await door.enrol(tied(COMPANY, "甘州区司法局"))
    bodies = [row["body"] for row in await door.hub.pool.fetch("SELECT body FROM hub.outbox")]
    assert not any(COMPANY in body for body in bodies)
    [*_, last] = (await door.get(roster, SECRETARY)).json()
    assert (last["ties"], last["conflicts"]) == ([COMPANY], ["620702-sifa"])


async def test_a_roster_is_shown_with_how_many_an_expert_is_tied_to(door: Door) -> None:
    """名册的案卷页写明申报了几项，不写编号，姓名名称须另行查阅 (RULES 70, 72)."""
    await door.enrol(tied(COMPANY, "张掖某商贸有限公司"))
    said = await door.hub.pool.fetch("SELECT kind, body FROM hub.outbox ORDER BY seq")
    found = json.loads(said[-1]["body"])["ties"]
    page = PageOut.model_construct(kind=said[-1]["kind"], findings={"ties": found})
    assert [(one.label, one.says) for one in findings(page, lambda code: code, {})] == [
        ("利害关系的企业、个人", "2项")
    ]


@pytest.mark.parametrize("side", list(Side))
async def test_who_is_tied_to_somebody_of_the_case_does_not_sit(door: Door, side: Side) -> None:
    """与申请人、对方、第三人有利害关系的委员不得选定，写法不同的名称也算 (RULES 71, 72)."""
    await door.enrol(tied(COMPANY))
    request = uuid4()
    room = await door.asked(request)
    free = (await door.get(f"{room}/candidates", SECRETARY)).json()
    assert [one["article"] for one in free] == [None] * 4
    own = request if side is Side.THIRD else None
    await takes_part(door, f" {COMPANY[:2]} {COMPANY[2:]}", side, own)
    told = (await door.get(f"{room}/candidates", SECRETARY)).json()
    assert [(one["expert"], one["article"]) for one in told][-1] == ("committee-4", "RULES 72")
    answer = await door.post(f"{room}/panel", SECRETARY, **LAW, members=SEATS)
    assert (answer.status_code, answer.json()["article"]["code"]) == (409, "RULES 72")
    assert (await door.post(f"{room}/panel", SECRETARY, **LAW, members=THREE)).status_code == 201
    swap = {"member": THREE[2], "successor": "committee-4", "reason": "不能参加"}
    swapped = await door.post(f"{room}/replacement", SECRETARY, **swap)
    assert (swapped.status_code, swapped.json()["article"]["code"]) == (409, "RULES 72")


async def test_who_takes_part_in_another_case_of_the_dispute_is_nobody_of_this_one(
    door: Door,
) -> None:
    """只参加另一案卷的人不是本案的当事人 (RULES 72)."""
    await door.enrol(tied(COMPANY))
    room = await door.asked()
    await takes_part(door, COMPANY, Side.THIRD, uuid4())
    assert (await door.post(f"{room}/panel", SECRETARY, **LAW, members=SEATS)).status_code == 201


@pytest.mark.parametrize("label", ["applicants", PARTICIPANTS])
async def test_who_came_along_from_the_file_before_is_in_the_severed_one(
    door: Door, label: str
) -> None:
    """分案以后随案的第三人、代理人、承继人仍在本案，与其有利害关系的应当回避 (RULES 72, 136)."""
    await door.enrol(tied(COMPANY))
    severed = uuid4()
    came = await takes_part(door, COMPANY, Side.THIRD, uuid4())
    named = json.dumps(LABELS | {label: f"{uuid4()} {came}"})
    await door.hub.pool.execute(ASKING, severed, DISPUTE, named, uuid4())
    room = await door.asked(severed)
    answer = await door.post(f"{room}/panel", SECRETARY, **LAW, members=SEATS)
    assert (answer.status_code, answer.json()["article"]["code"]) == (409, "RULES 72")


async def test_a_panel_does_not_speak_with_one_who_is_tied_since_it_was_seated(door: Door) -> None:
    """组成以后申报的、加入的当事人，同样应当回避，会议和意见都不得有该委员 (RULES 72)."""
    roster = await door.enrol()
    room = await door.asked()
    await door.post(f"{room}/panel", SECRETARY, **LAW, members=THREE)
    await takes_part(door, COMPANY, Side.APPLICANT)
    assert (await door.post(f"{room}/meeting", SECRETARY, **MET)).status_code == 201
    now_tied = expert(THREE[2], Calling.SCHOLAR, ties=[COMPANY])
    await door.post(f"{roster}/change", SECRETARY, **now_tied)
    given = await door.post(f"{room}/opinion", SECRETARY, stance="agrees", text="同意")
    assert (given.status_code, given.json()["article"]["code"]) == (409, "RULES 72")


@pytest.mark.parametrize("label", ["applicants", PARTICIPANTS])
def test_who_came_along_is_known_at_a_rehearsal_too(label: str) -> None:
    """推演时，随案到分案案卷的参加人同样算本案的人 (RULES 72, 136)."""
    tie, came, severed, before = (uuid4() for _ in range(4))
    parties = [
        Party(tie, uuid4(), "tie", Person(name=COMPANY)),
        Party(came, DISPUTE, "third", Person(name=COMPANY), before),
    ]
    files = {severed: SimpleNamespace(labels={label: f"{uuid4()} {came}"})}
    memory = SimpleNamespace(parties=parties, files=files)
    world: Any = SimpleNamespace(memory=memory, hasher=str)
    assert asked.alike(world, [tie], DISPUTE, severed) == [{"person_id": tie}]
    assert asked.alike(world, [tie], DISPUTE, uuid4()) == []
    assert asked.alike(world, [tie], DISPUTE, None) == []


async def test_a_meeting_is_not_held_with_one_who_is_tied_since_it_was_seated(door: Door) -> None:
    """组成以后申报的，会议召开以前应当回避，会议不得有该委员 (RULES 72, 73)."""
    roster = await door.enrol()
    room = await door.asked()
    await door.post(f"{room}/panel", SECRETARY, **LAW, members=THREE)
    await takes_part(door, COMPANY, Side.APPLICANT)
    now_tied = expert(THREE[2], Calling.SCHOLAR, ties=[COMPANY])
    await door.post(f"{roster}/change", SECRETARY, **now_tied)
    held = await door.post(f"{room}/meeting", SECRETARY, **MET)
    assert (held.status_code, held.json().get("article", {}).get("code")) == (409, "RULES 72")


def test_neither_panel_nor_successor_nor_voice_is_tied() -> None:
    """选定、接替、发表意见，都不得是与当事人有利害关系的委员 (RULES 72)."""
    walk = Walk()
    seats = (walk.case, walk.head("2026-03-23"), walk.roster, THREE)
    said = {"field": LAW["speciality"], "tied": {THREE[1]}}
    assert refused(partial(panel.convene, *seats, **said)) == RULES[72]
    walk.seat().meet(c1=AGREES, c2=AGREES, c3=AGREES)
    assert (
        refused(lambda: panel.refuse_bound(walk.case, walk.roster, THREE, {THREE[1]})) == RULES[72]
    )
