"""同一事项再次申请 at the doors: received, declined, told and found (ARL 30)."""

import asyncio
import json
from datetime import datetime, time
from functools import partial
from uuid import UUID

import pytest

from services.reconsideration.books.repeated import accepted_twice
from services.reconsideration.domain.application import act_of
from shared.clock import StillClock
from shared.law.period import CITY
from shared.people import Person
from shared.work import Act, Hub, Work
from tests.reconsideration.accepting import SAID
from tests.reconsideration.again import AGAIN, NUMBERED, done, no, taken
from tests.reconsideration.deciding import road
from tests.reconsideration.makers import ANNA, BERT, DISPUTE, day
from tests.reconsideration.test_routes import OFFICER, Door
from tests.registering import take_in


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-03-02"), time(9), CITY))


ID_NUMBER = "620702199001011236"


async def test_the_same_application_is_received_and_declined_while_the_first_is_handled(
    door: Door,
) -> None:
    """同一申请人就同一行政行为再次申请，收下审查；已经受理的，不予受理 (ARL 30)."""
    case, told = await taken(door)
    await done(door, f"{case}/acceptance")
    assert (await taken(door))[0] == case
    assert told == []
    door.on("2026-03-16")
    again, told = await taken(door, **AGAIN)
    assert [(one["open"], one["bars"], one["state"]) for one in told] == [(True, True, "accepted")]
    assert await no(door, f"{again}/acceptance") == "ARL 30(1)(7)"
    why = {"missing": "untried", "reason": "同一申请已经受理，正在审理"}
    assert (await done(door, f"{again}/declination", **why))["state"] == "declined"
    views = {"manner": "telephone", "record": "听取"}
    await done(door, f"{case}/views", **views)
    for path, _, said in road("application_dismissed", text="驳回"):
        await done(door, f"{case}/{path}", **said)
    door.on("2026-03-17")
    third, told = await taken(door, **{**AGAIN, "received_on": "2026-03-17"})
    assert [one["bars"] for one in told] == [False, False]
    assert (await done(door, f"{third}/acceptance"))["state"] == "accepted", (
        "what was dismissed unheard is for a person to judge"
    )


async def test_who_has_nothing_new_is_told_so_by_a_letter(door: Door) -> None:
    """审查认为没有新的事实的，告知不再处理，案卷即结 (ARR2026 37)."""
    door.on("2026-07-06")
    path, _ = await taken(door, received_on="2026-07-06", learnt_on="2026-07-01")
    letter = {"text": "已于2026年7月6日决定，所称情况当时已经审查。"}
    told = await done(door, f"{path}/no-further-handling", **letter)
    assert told["state"] == "not_handled"
    assert (await door.post(f"{path}/acceptance", OFFICER)).status_code == 409


async def test_another_applicant_and_one_who_was_declined_may_apply(door: Door) -> None:
    """他人申请、此前不予受理的，不是再次申请 (ARL 30)."""
    case, _ = await taken(door)
    await done(door, f"{case}/acceptance")
    door.on("2026-03-16")
    path, told = await taken(door, **{**AGAIN, "applicants": [str(BERT)]})
    assert told == []
    await done(door, f"{path}/declination", missing="interest", reason="没有利害关系")
    door.on("2026-03-17")
    anew = {**AGAIN, "received_on": "2026-03-17", "applicants": [str(BERT)]}
    path, told = await taken(door, **anew)
    assert [one["bars"] for one in told] == [False]
    assert (await done(door, f"{path}/acceptance"))["state"] == "accepted"


async def test_silence_accepts_a_repeated_application_too(door: Door) -> None:
    """五日内没有不予受理的，视为受理；以后发现的，驳回申请 (ARL 30(3), 33)."""
    case, _ = await taken(door)
    await done(door, f"{case}/acceptance")
    door.on("2026-03-16")
    again, _ = await taken(door, **AGAIN)
    door.on("2026-03-25")
    why = {"missing": "untried", "reason": "同一申请已经受理"}
    late = await door.post(f"{again}/declination", OFFICER, **why)
    assert late.status_code == 409
    await done(door, f"{again}/complexity", grave=False, technical=False, reason="案情简单")
    assert (await door.get(again, OFFICER)).json()["accepted_on"] == "2026-03-23"
    assert not (await accepted_twice(door.hub.pool)).count


async def test_what_an_officer_accepted_twice_is_found_in_the_books(door: Door) -> None:
    """同一申请人就同一行政行为由人受理两次的，查得出来 (ARL 30)."""
    case, _ = await taken(door)
    await done(door, f"{case}/acceptance")
    door.on("2026-03-16")
    again, _ = await taken(door, **{**AGAIN, "act_number": "甘综执罚字〔2026〕13号"})
    await done(door, f"{again}/acceptance")
    assert not (await accepted_twice(door.hub.pool)).count
    same = "UPDATE reconsideration.ordinary SET act_id = $1"
    await door.hub.pool.execute(same, act_of(SAID))
    found = await accepted_twice(door.hub.pool)
    assert (found.count, found.samples) == (1, (again.rpartition("/")[2],))
    for whose, count in ((BERT, 1), (ANNA, 0)):  # what another one proved explains nothing
        proved = json.dumps([{"person_id": str(whose), "ground": "against_will"}])
        said = "UPDATE reconsideration.ordinary SET refilings = $1 WHERE case_id = $2"
        await door.hub.pool.execute(said, proved, UUID(again.rpartition("/")[2]))
        assert (await accepted_twice(door.hub.pool)).count == count


OLD_RECEIPT = """
UPDATE hub.outbox SET body = (body::jsonb - '{supplement_id,supplement_attachments}'::text[])::text
WHERE case_id = $1 AND kind = 'reconsideration.received.v1'
"""


@pytest.mark.parametrize("on", ["2026-11-27", "2026-11-30", "2026-12-07"])
@pytest.mark.parametrize(("kept", "n"), [(False, 0), (True, 1)])
@pytest.mark.parametrize("ended", ["decided", "delivered", "mediated"])
async def test_what_was_let_in_on_new_facts_before_that_was_kept_stays_lawful(
    door: Door, ended: str, on: str, n: int, *, kept: bool
) -> None:
    """此前凭新的事实准予再次申请的，当时没有载明，核对时不作为受理两次，不论何日升级 (ARL 30)."""
    case, _ = await taken(door)
    await done(door, f"{case}/acceptance")
    await door.hub.pool.execute("UPDATE reconsideration.ordinary SET state = $1", ended)
    await door.hub.pool.execute("DELETE FROM hub.deadline")  # nothing runs in a closed file
    door.on(on)
    other = {"act_number": "甘综执罚字〔2026〕13号", "received_on": on, "learnt_on": "2026-11-20"}
    again, _ = await taken(door, **other)
    await done(door, f"{again}/acceptance")
    await door.hub.pool.execute("UPDATE reconsideration.ordinary SET act_id = $1", act_of(SAID))
    if not kept:
        await door.hub.pool.execute(OLD_RECEIPT, UUID(again.rpartition("/")[2]))
    assert (await accepted_twice(door.hub.pool)).count == n


async def test_of_two_applications_of_one_person_at_one_moment_one_is_accepted(door: Door) -> None:
    """同一人的两件申请同时受理，只受理一件 (ARL 30)."""
    first, _ = await taken(door)
    door.on("2026-03-03")
    second, _ = await taken(door, received_on="2026-03-03")
    answers = await asyncio.gather(
        *(door.post(f"{one}/acceptance", OFFICER) for one in (first, second))
    )
    assert sorted(one.status_code for one in answers) == [201, 409]


async def test_two_people_may_apply_against_one_act_at_the_same_moment(door: Door) -> None:
    """两人同时就同一行政行为申请，各是各的申请 (ARL 30)."""
    both = [{**NUMBERED, "applicants": [str(one)]} for one in (ANNA, BERT)]
    answers = await asyncio.gather(
        *(door.post("/reconsiderations", OFFICER, **said) for said in both)
    )
    assert [one.status_code for one in answers] == [201, 201]
    paths = [f"/reconsiderations/{one.json()['case_id']}/acceptance" for one in answers]
    told = await asyncio.gather(*(door.post(path, OFFICER) for path in paths))
    assert [one.status_code for one in told] == [201, 201]


async def test_a_series_of_acts_is_a_series_of_applications(door: Door) -> None:
    """一次执法的几个决定，文号不同的，各是各的行政行为 (ARL 22, 30)."""
    for number in (12, 13, 14):
        case, told = await taken(door, act_number=f"甘综执罚字〔2026〕{number}号")
        assert told == []
        assert (await done(door, f"{case}/acceptance"))["state"] == "accepted"


@pytest.mark.parametrize(("ended", "word"), [("mediated", "调解书"), ("ended_above", "受理")])
async def test_an_act_that_was_mediated_or_decided_above_is_known_again_by_its_number(
    door: Door, ended: str, word: str
) -> None:
    """调解结案、上级办结以后，同一申请人就同一文号再次申请，不再受理 (ARL 30)."""
    case, _ = await taken(door)
    await done(door, f"{case}/acceptance")
    over = "UPDATE reconsideration.ordinary SET state = $2 WHERE case_id = $1"
    await door.hub.pool.execute(over, UUID(case.rpartition("/")[2]), ended)
    await door.hub.pool.execute("DELETE FROM hub.deadline")  # nothing runs in a closed file
    door.on("2026-03-16")
    again, [told] = await taken(door, **AGAIN)
    assert await no(door, f"{again}/acceptance") == "ARL 30(1)(7)"
    assert word in told["because"]


async def test_who_is_registered_again_in_another_dispute_is_the_same_applicant(
    door: Door, hub: Hub
) -> None:
    """换一件纠纷登记，证件号码相同的是同一申请人 (ARL 30)."""
    other, ids = await take_in(hub, UUID(int=77)), []

    def register(work: Work, dispute: UUID) -> None:
        ids.append(work.person(dispute, "applicant", Person("马某", id_number=ID_NUMBER)))

    for dispute in (DISPUTE, other):
        await hub.act(Act(do=partial(register, dispute=dispute), files=[dispute]))
    case, _ = await taken(door, applicants=[str(ids[0])])
    await done(door, f"{case}/acceptance")
    said = {"dispute_id": str(other), "applicants": [str(ids[1])]}
    again, told = await taken(door, **said)
    assert [one["bars"] for one in told] == [True]
    assert await no(door, f"{again}/acceptance") == "ARL 30(1)(7)"


async def test_a_withdrawal_in_another_dispute_bars_the_same_act_all_the_same(
    door: Door, hub: Hub
) -> None:
    """换一件纠纷登记，同一行政行为仍是同一行政行为 (ARL 74)."""
    first = await door.post("/reconsiderations", OFFICER, **NUMBERED)
    case = f"/reconsiderations/{first.json()['case_id']}"
    for path, said in (
        ("acceptance", {}),
        ("settlement", {"text": "减收罚款，撤回申请"}),
        ("withdrawal", {"settled": True}),
        ("termination", {"harmless": True}),
    ):
        assert (await door.post(f"{case}/{path}", OFFICER, **said)).status_code == 201, path
    other = await take_in(hub, UUID(int=77))
    door.on("2026-03-03")
    said = {**NUMBERED, "dispute_id": str(other), "received_on": "2026-03-03"}
    again = await door.post("/reconsiderations", OFFICER, **said)
    assert again.status_code == 201, again.text
    path = f"/reconsiderations/{again.json()['case_id']}"
    barred = await door.post(f"{path}/acceptance", OFFICER)
    assert (barred.status_code, barred.json()["article"]["code"]) == (409, "ARL 74(2)")
