"""The desks of department and centre over HTTP: what is owed, by when, and who may."""

import asyncio
from importlib import import_module
from uuid import uuid5

from pydantic import TypeAdapter

from services.routing.domain.whistle_case import Part
from services.routing.store import whistle_of
from shared.auth import Role
from shared.clock import StillClock
from shared.contracts.intake import DisputeRegistered, Urgency
from shared.sweep import Sweep
from shared.work import Hub
from tests.routing.cases import DISPUTE, moment, registered
from tests.routing.desks import Desk
from tests.routing.hearing import hear
from tests.routing.whistled import ASSIST, CENTRE, LEAD, OTHER, WHISTLE

RULED = {"department": LEAD, "upheld": False, "basis": "职责清单第12项", "reason": "属于城管职责"}


def another(number: int, **more: object) -> DisputeRegistered:
    """One more dispute of 梁家墩镇."""
    case_id = uuid5(DISPUTE, str(number))
    fact = registered(**more)
    head = fact.head.model_copy(update={"case_id": case_id, "dispute_id": case_id})
    return fact.model_copy(update={"head": head})


async def test_a_department_reads_what_it_owes_what_is_due_first_first(
    hub: Hub, desk: Desk, clock: StillClock
) -> None:
    """本部门待办，先到期的在前，附件数 (RULES 4, 11)."""
    await hear(hub, another(1))
    await hear(hub, another(2, urgency=Urgency.URGENT))
    await hear(hub, another(3, urgency=Urgency.EMERGENCY))
    found = (await desk.get("/whistles", Role.DEPARTMENT, LEAD)).json()
    assert [(one["tier"], one["duty"]) for one in found["items"]] == [
        ("emergency", "check_in"),
        ("urgent", "check_in"),
        ("ordinary", "check_in"),
    ]
    assert found["items"][0]["role"] == "lead"
    assert found["counts"] == {
        "owed": 3,
        "to_check_in": 3,
        "overdue": 0,
        "today": 2,
        "waiting": 0,
    }
    clock.move_to(moment("2026-11-23T13:00"))
    await Sweep(hub).once()
    found = (await desk.get("/whistles", Role.DEPARTMENT, LEAD)).json()
    assert found["counts"]["overdue"] == 2
    assert found["items"][0]["late"] == ["check_in"]
    assert (await desk.get("/whistles", Role.DEPARTMENT, OTHER)).json()["items"] == []


async def test_the_list_is_read_page_by_page_and_nothing_is_missed(hub: Hub, desk: Desk) -> None:
    for number in range(7):
        await hear(hub, another(number))
    seen: list[str] = []
    cursor = ""
    while True:
        path = f"/whistles?limit=3&cursor={cursor}"
        found = (await desk.get(path, Role.DEPARTMENT, LEAD)).json()
        seen += [one["case_id"] for one in found["items"]]
        if not (cursor := found["next"]):
            break
    assert len(seen) == len(set(seen)) == 7
    no = await desk.get("/whistles?cursor=nonsense", Role.DEPARTMENT, LEAD)
    assert no.status_code == 422


async def test_what_stands_still_comes_last_and_what_is_answered_is_gone(
    hub: Hub, desk: Desk
) -> None:
    """停止计算的排在最后；协办部门反馈后不再列为待办 (RULES 26)."""
    await hear(hub, another(1))
    await hear(hub, another(2))
    first, second = (f"/whistles/{whistle_of(uuid5(DISPUTE, str(n)))}" for n in (1, 2))
    said = {"basis": "职责清单", "reason": "不属本局", "competent": OTHER}
    done = await desk.post(f"{first}/competence-dispute", Role.DEPARTMENT, ASSIST, said)
    assert done.status_code == 201, done.text
    found = (await desk.get("/whistles", Role.DEPARTMENT, ASSIST)).json()
    assert [one["standing"] for one in found["items"]] == ["called", "objected"]
    assert (found["counts"]["waiting"], found["items"][1]["until"]) == (1, None)
    await desk.post(f"{second}/check-in", Role.DEPARTMENT, ASSIST)
    answer = {"finding": "solved", "opinion": "已修复"}
    await desk.post(f"{second}/answer", Role.DEPARTMENT, ASSIST, answer)
    found = (await desk.get("/whistles", Role.DEPARTMENT, ASSIST)).json()
    assert [one["standing"] for one in found["items"]] == ["objected"]


async def test_page_by_page_the_list_goes_on_to_what_stands_still(hub: Hub, desk: Desk) -> None:
    """逐页翻到停止计算的，不缺不重 (RULES 26)."""
    said = {"basis": "职责清单", "reason": "不属本局", "competent": OTHER}
    for number in range(5):
        await hear(hub, another(number))
        if number % 2:
            path = f"/whistles/{whistle_of(uuid5(DISPUTE, str(number)))}/competence-dispute"
            await desk.post(path, Role.DEPARTMENT, ASSIST, said)
    for limit in (1, 2, 3, 5):
        seen: list[tuple[str, str]] = []
        cursor = ""
        while True:
            path = f"/whistles?limit={limit}&cursor={cursor}"
            found = (await desk.get(path, Role.DEPARTMENT, ASSIST)).json()
            seen += [(one["standing"], one["case_id"]) for one in found["items"]]
            if not (cursor := found["next"] or ""):
                break
        assert [standing for standing, _ in seen] == ["called"] * 3 + ["objected"] * 2
        assert len(set(seen)) == 5


async def test_a_ruling_brings_the_other_department_and_is_offered_the_next_time(
    hub: Hub, desk: Desk
) -> None:
    """裁定存为先例，下次提示 (RULES 27)."""
    await hear(hub, registered())
    said = {"basis": "职责清单", "reason": "不属本局", "competent": OTHER}
    await desk.post(f"{WHISTLE}/competence-dispute", Role.DEPARTMENT, LEAD, said)
    done = await desk.post(f"{WHISTLE}/ruling", *CENTRE, {**RULED, "instead": OTHER})
    assert (done.status_code, done.json()["lead"]) == (201, OTHER)
    assert (await desk.get(WHISTLE, Role.DEPARTMENT, OTHER)).status_code == 200
    assert (await desk.get(WHISTLE, Role.DEPARTMENT, LEAD)).status_code == 200
    await hear(hub, another(1))
    next_one = f"/whistles/{whistle_of(uuid5(DISPUTE, '1'))}"
    [kept] = (await desk.get(f"{next_one}/precedents", *CENTRE)).json()
    assert (kept["department"], kept["instead"], kept["rulings"]) == (LEAD, OTHER, 1)


async def test_a_township_asks_and_a_duplicate_is_returned_with_the_other_one(
    hub: Hub, desk: Desk
) -> None:
    """重复的哨当即退回并计数 (RULES 19)."""
    await hear(hub, registered())
    asked = {"dispute_id": str(DISPUTE), "text": "请再召集"}
    done = await desk.post("/whistles", Role.GRID, "620702100-centre", asked)
    assert (done.status_code, done.json()["state"]) == (201, "returned")
    assert done.json()["end"] == "duplicate"
    no = await desk.post("/whistles", Role.DEPARTMENT, LEAD, asked)
    assert no.status_code == 403
    no = await desk.post("/whistles", Role.GRID, "620725100-centre", asked)
    assert no.status_code == 404


async def test_only_the_leader_signs(hub: Hub, desk: Desk) -> None:
    """签批由负责人为之 (RULES 18)."""
    await hear(hub, registered(risk="red"))
    await desk.post(f"{WHISTLE}/return", *CENTRE, {"reason": "false", "text": "另行吹哨"})
    asked = {"dispute_id": str(DISPUTE), "text": "请召集", "lead": {"department": LEAD}}
    done = await desk.post("/whistles", *CENTRE, asked)
    assert done.json()["state"] == "awaiting_signature", done.text
    second = f"/whistles/{whistle_of(DISPUTE, 2)}"
    assert (await desk.post(f"{second}/signature", *CENTRE)).status_code == 403
    refusal = {"reason": "not_signed", "text": "不必"}
    assert (await desk.post(f"{second}/return", *CENTRE, refusal)).status_code == 403
    done = await desk.post(f"{second}/signature", Role.SUPERVISOR, "620702-centre")
    assert (done.status_code, done.json()["state"]) == (201, "blown")


async def test_a_denied_extension_has_a_reason(hub: Hub, desk: Desk) -> None:
    """不予延期应当写明理由 (RULES 29)."""
    await hear(hub, registered())
    asked = {"more": "3wd", "reason": "检测"}
    done = await desk.post(f"{WHISTLE}/extension-request", Role.DEPARTMENT, LEAD, asked)
    assert done.status_code == 201
    no = await desk.post(f"{WHISTLE}/extension", *CENTRE, {"department": LEAD, "granted": False})
    assert no.status_code == 422
    done = await desk.post(f"{WHISTLE}/extension", *CENTRE, {"department": LEAD, "granted": True})
    assert done.json()["parts"][LEAD]["extended"] is True


async def test_two_officers_check_in_at_once_and_one_of_them_has_done_it(
    hub: Hub, desk: Desk
) -> None:
    """同时报到的，一次有效 (RULES 4)."""
    await hear(hub, registered())
    both = [desk.post(f"{WHISTLE}/check-in", Role.DEPARTMENT, LEAD) for _ in range(2)]
    codes = sorted(done.status_code for done in await asyncio.gather(*both))
    assert codes == [201, 409]


async def test_two_whistles_asked_for_at_once_are_one_and_a_returned_one(
    hub: Hub, desk: Desk
) -> None:
    """同时吹哨的，一个召集，一个退哨 (RULES 19)."""
    await hear(hub, registered())
    await desk.post(f"{WHISTLE}/return", *CENTRE, {"reason": "false", "text": "另行吹哨"})
    asked = {"dispute_id": str(DISPUTE), "text": "请召集"}
    both = [desk.post("/whistles", *CENTRE, asked) for _ in range(2)]
    states = sorted(done.json()["state"] for done in await asyncio.gather(*both))
    assert states == ["blown", "returned"]


async def test_an_answer_after_the_lapse_is_late_and_still_an_answer(
    hub: Hub, desk: Desk, clock: StillClock
) -> None:
    """逾期反馈的，先记逾期，再收反馈 (RULES 11)."""
    await hear(hub, registered())
    await desk.post(f"{WHISTLE}/check-in", Role.DEPARTMENT, LEAD)
    clock.move_to(moment("2026-11-26T00:00"))
    answer = {"finding": "solved", "opinion": "已修复"}
    done = await desk.post(f"{WHISTLE}/answer", Role.DEPARTMENT, LEAD, answer)
    assert (
        done.json()["parts"][LEAD] | {"late": ["answer"], "finding": "solved"}
        == (done.json()["parts"][LEAD])
    )


async def test_a_whistle_of_an_older_release_learns_when_its_departments_were_called(
    hub: Hub, desk: Desk
) -> None:
    """升级前的哨，召集时刻按其页补记，到场时间同样受限 (RULES 20)."""
    await hear(hub, registered())
    kept = await hub.pool.fetchval("SELECT parts FROM routing.whistle")
    await hub.pool.execute(f"UPDATE routing.whistle SET parts = parts #- '{{{LEAD},called}}'")  # noqa: S608 - our own code
    step = import_module("deploy.migrations.versions.2026_11_28_1130_when_called")
    await hub.pool.execute(step.CALLED)
    filled = await hub.pool.fetchval("SELECT parts FROM routing.whistle")
    parts = TypeAdapter(dict[str, Part])
    assert parts.validate_json(filled) == parts.validate_json(kept)
    assert (await desk.post(f"{WHISTLE}/check-in", Role.DEPARTMENT, LEAD)).status_code == 201
    said = {"record": "到场核实", "at": "2026-11-23T08:00:00+08:00"}
    early = await desk.post(f"{WHISTLE}/site-visit", Role.DEPARTMENT, LEAD, said)
    assert early.json()["article"]["code"] == "RULES 20"
