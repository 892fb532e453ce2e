"""The ways of a whistle over HTTP, from the grid and the call to the callback."""

import json
from typing import Any
from uuid import UUID, uuid4

from services.routing.store import WHISTLES, routing_of, whistle_of
from services.routing.watching.reckoner import Reckoner
from services.routing.watching.watcher import Watcher
from shared.auth import Role
from shared.clock import StillClock
from shared.contracts.intake import Side, Urgency
from shared.law.calendar import CALENDAR
from shared.sweep import Sweep
from shared.verify.walk import Walk
from shared.work import Hub
from tests.routing.cases import DISPUTE, moment, registered
from tests.routing.desks import Desk
from tests.routing.hearing import hear, hear_all
from tests.routing.test_hotspot_watcher import come_in, look
from tests.routing.whistled import ASSIST, CENTRE, LADDER, LEAD, OTHER, WHISTLE


async def test_the_grid_tries_first_and_hands_up_until_the_centre_blows(
    hub: Hub, desk: Desk
) -> None:
    """网格、村先行化解，逐级上报 (RULES 37)."""
    await hear(hub, registered(channel="grid"))
    grid = (Role.GRID, "620702100-centre")
    assert (await desk.get(LADDER, *grid)).json()["level"] == "grid"
    note = {"note": "上门三次，未能化解。"}
    for level in ("village", "township"):
        done = await desk.post(f"{LADDER}/escalation", *grid, note)
        assert (done.status_code, done.json()["level"]) == (201, level)
    found = (await desk.get(WHISTLE, *CENTRE)).json()
    assert (found["state"], found["lead"]) == ("blown", LEAD)
    done = await desk.post(f"{LADDER}/risk", *grid, {"risk": "red", "note": "聚集"})
    assert done.json()["risk"] == "red"
    done = await desk.post(f"{LADDER}/red-report", *CENTRE)
    assert (done.status_code, done.json()["reported"]) == (201, True)


async def test_the_whole_way_from_the_call_to_the_callback(hub: Hub, desk: Desk) -> None:
    """召集、报到、到场、会商、反馈、办结、回访 (RULES 9 to 36)."""
    await hear(hub, registered("wuye", urgency=Urgency.URGENT))
    whistle, _ = await hub.read(WHISTLES, whistle_of(DISPUTE))
    lead = whistle.lead
    acts: list[tuple[str, dict[str, Any] | None]] = [
        ("check-in", None),
        ("site-visit", {"record": "到场核实", "pictures": ["a" * 64]}),
        ("progress", {"report": "已关闸"}),
        ("waiting", {"what": "购房合同"}),
        ("resumption", None),
        ("answer", {"finding": "solved", "opinion": "修复"}),
    ]
    for code in whistle.tracks:
        for path, body in acts if code == lead else [acts[0], acts[-1]]:
            done = await desk.post(f"{WHISTLE}/{path}", Role.DEPARTMENT, code, body)
            assert done.status_code == 201, (path, done.text)
    for at in ("2026-11-23T09:19:00+08:00", "2026-11-23T23:00:00+08:00"):
        said = {"record": "到场核实", "at": at}
        early = await desk.post(f"{WHISTLE}/site-visit", Role.DEPARTMENT, lead, said)
        assert (early.status_code, early.json()["article"]["code"]) == (409, "RULES 20")
    here = list(whistle.tracks)
    done = await desk.post(
        f"{WHISTLE}/meeting",
        *CENTRE,
        {"departments": here, "minutes": "纪要", "plan": "方案", "chair": "leader"},
    )
    assert done.status_code == 201, done.text
    done = await desk.post(f"{WHISTLE}/finish", Role.DEPARTMENT, lead, {"evidence": "验收单"})
    assert done.json()["state"] == "awaiting_callback"
    await hear_all(hub)
    assert (await desk.get(LADDER, *CENTRE)).json()["held"] is True
    said = {"reached": True, "solved": True, "satisfied": True, "note": "已修好"}
    done = await desk.post(f"{WHISTLE}/callback", *CENTRE, said)
    assert (done.json()["state"], done.json()["end"]) == ("closed", "solved")
    await hear_all(hub)
    assert (await desk.get(LADDER, *CENTRE)).json()["state"] == "settled_here"
    left = await hub.pool.fetchval("SELECT count(*) FROM hub.deadline WHERE ended IS NULL")
    assert left == 0


async def test_the_centre_says_with_the_callback_who_must_act_again(hub: Hub, desk: Desk) -> None:
    """回访不满意的，可以写明须再次办理的协办部门 (RULES 39)."""
    await hear(hub, registered())
    answer = {"finding": "solved", "opinion": "已修复"}
    for code in (ASSIST, LEAD):
        await desk.post(f"{WHISTLE}/check-in", Role.DEPARTMENT, code)
        await desk.post(f"{WHISTLE}/answer", Role.DEPARTMENT, code, answer)
    await desk.post(f"{WHISTLE}/finish", Role.DEPARTMENT, LEAD, {"evidence": "验收单"})
    bad: dict[str, Any] = {"reached": True, "solved": False, "satisfied": False}
    no = await desk.post(f"{WHISTLE}/callback", *CENTRE, bad | {"again": [OTHER]})
    assert (no.status_code, no.json()["article"]["code"]) == (409, "RULES 39")
    good = {"reached": True, "solved": True, "satisfied": True, "again": [ASSIST]}
    assert (await desk.post(f"{WHISTLE}/callback", *CENTRE, good)).status_code == 422
    done = await desk.post(f"{WHISTLE}/callback", *CENTRE, bad | {"again": []})
    assert done.json()["tracks"] == {LEAD: "called", ASSIST: "answered"}
    owes = (await desk.get("/whistles", Role.DEPARTMENT, ASSIST)).json()["items"]
    assert owes == []


async def test_what_was_asked_in_time_does_not_lapse_before_it_is_decided(
    hub: Hub, desk: Desk, clock: StillClock
) -> None:
    """期限内申请延期的，决定之前不作逾期；账册相符 (RULES 29)."""
    await hear(hub, registered())
    assert (await desk.post(f"{WHISTLE}/check-in", Role.DEPARTMENT, LEAD)).status_code == 201
    clock.move_to(moment("2026-11-25T16:00"))
    asked = {"more": "2wd", "reason": "检测"}
    done = await desk.post(f"{WHISTLE}/extension-request", Role.DEPARTMENT, LEAD, asked)
    assert done.json()["parts"][LEAD]["asked"] == "2wd"
    clock.move_to(moment("2026-11-26T09:00"))
    await Sweep(hub).once()
    assert "answer" not in (await desk.get(WHISTLE, *CENTRE)).json()["parts"][LEAD]["late"]
    until = "SELECT until FROM hub.deadline WHERE name = 'answer' AND subject = $1"
    assert await hub.pool.fetchval(until, LEAD) == moment("2026-11-27T00:00")
    done = await desk.post(f"{WHISTLE}/extension", *CENTRE, {"department": LEAD, "granted": True})
    assert (done.status_code, done.json()["parts"][LEAD]["extended"]) == (201, True)
    assert await hub.pool.fetchval(until, LEAD) == moment("2026-11-28T00:00")
    walk = Walk(hub.shelves, CALENDAR)
    async with hub.pool.acquire() as conn:
        for check in (walk.states, walk.deadlines, walk.dates):
            assert (await check(conn)).count == 0


async def test_one_whistle_is_blown_for_all_who_tell_of_one_trouble(
    hub: Hub, desk: Desk, reckoner: Reckoner
) -> None:
    """为热点吹一个哨，各件仍各自办理 (RULES 8, 55)."""
    ids = await come_in(hub, 1, 9)
    await look(Watcher(hub, reckoner), hub)
    spot = await hub.pool.fetchrow("SELECT * FROM routing.hotspot")
    path = f"/hotspots/{spot['case_id']}/whistle"
    done = await desk.post(path, *CENTRE, {"text": "电梯停运，请合并核实。"})
    assert (done.status_code, done.json()["state"]) == (201, "blown"), done.text
    assert (done.json()["tier"], done.json()["lead"]) == ("complex", "620702-zhujian")
    body = await hub.pool.fetchval(
        "SELECT body FROM hub.outbox WHERE kind = 'routing.whistle_blown.v1'"
    )
    assert set(json.loads(body)["disputes"]) == {str(one) for one in ids}
    again = await desk.post(path, *CENTRE, {"text": "再吹一次"})
    assert (again.status_code, again.json()["article"]["code"]) == (409, "RULES 19")
    lead = done.json()["lead"]
    whistle = f"/whistles/{done.json()['case_id']}"
    assert (await desk.get(whistle, Role.DEPARTMENT, lead)).status_code == 200
    strange = f"/hotspots/{DISPUTE}/whistle"
    assert (await desk.post(strange, *CENTRE, {"text": "没有"})).status_code == 404


async def test_a_whistle_over_a_hot_spot_that_satisfies_nobody_ends_unsolved(
    hub: Hub, desk: Desk, reckoner: Reckoner
) -> None:
    """热点的哨没有逐级上报；仍不满意的按未解决办结 (RULES 39)."""
    await come_in(hub, 1, 9)
    await look(Watcher(hub, reckoner), hub)
    spot = await hub.pool.fetchval("SELECT case_id FROM routing.hotspot")
    asked = {"text": "请核实", "tier": "ordinary", "lead": {"department": LEAD}}
    done = await desk.post(f"/hotspots/{spot}/whistle", *CENTRE, asked)
    path = f"/whistles/{done.json()['case_id']}"
    answer = {"finding": "solved", "opinion": "已修复"}
    bad = {"reached": True, "solved": False, "satisfied": False}
    for state in ("blown", "closed"):
        await desk.post(f"{path}/check-in", Role.DEPARTMENT, LEAD)
        await desk.post(f"{path}/answer", Role.DEPARTMENT, LEAD, answer)
        await desk.post(f"{path}/finish", Role.DEPARTMENT, LEAD, {"evidence": "验收单"})
        done = await desk.post(f"{path}/callback", *CENTRE, bad)
        assert (done.status_code, done.json()["state"]) == (201, state), done.text
    assert done.json()["end"] == "unsolved"


async def test_a_whistle_closes_on_the_road_that_the_dispute_has_by_then(
    hub: Hub, desk: Desk
) -> None:
    """途径更正后，哨按更正后的途径办结 (RULES 12, 59)."""
    await hear(hub, registered())
    for code in (LEAD, ASSIST):
        await desk.post(f"{WHISTLE}/check-in", Role.DEPARTMENT, code)
        answer = {"finding": "not_solved", "opinion": "未能化解"}
        await desk.post(f"{WHISTLE}/answer", Role.DEPARTMENT, code, answer)
    body = {"road": "administrative_mediation", "article": "PLAN 23", "reason": "由部门调解"}
    done = await desk.post(f"/routings/{routing_of(DISPUTE)}/correction", *CENTRE, body)
    assert done.status_code == 201, done.text
    done = await desk.post(f"{WHISTLE}/closure", *CENTRE)
    assert (done.json()["state"], done.json()["end"]) == ("closed", "unsolved")


async def test_the_party_s_own_answer_is_the_callback(hub: Hub, desk: Desk) -> None:
    """待回访期间当事人自己答复的即为回访，记明是谁说的；他人不得代答 (RULES 36)."""
    await hear(hub, registered())
    persons = await people(hub, Side.APPLICANT, Side.OPPONENT)
    for code in (ASSIST, LEAD):
        await desk.post(f"{WHISTLE}/check-in", Role.DEPARTMENT, code)
        answer = {"finding": "solved", "opinion": "已修复"}
        await desk.post(f"{WHISTLE}/answer", Role.DEPARTMENT, code, answer)
    good = {"reached": True, "solved": True, "satisfied": True, "note": "修好了"}
    early = await desk.as_party(f"{WHISTLE}/callback", persons[:1], good)
    assert early.status_code == 409
    await desk.post(f"{WHISTLE}/finish", Role.DEPARTMENT, LEAD, {"evidence": "验收单"})
    other = await desk.as_party(f"{WHISTLE}/callback", persons[1:], good)
    assert (other.status_code, other.json()["article"]["code"]) == (409, "RULES 36")
    for wrong in ({"reached": False}, good | {"solved": False, "again": [ASSIST]}):
        assert (await desk.as_party(f"{WHISTLE}/callback", persons[:1], wrong)).status_code == 422
    done = await desk.as_party(f"{WHISTLE}/callback", persons[:1], good)
    assert (done.json()["state"], done.json()["end"]) == ("closed", "solved")
    by = await hub.pool.fetchval("SELECT by FROM hub.outbox WHERE kind = 'routing.called_back.v1'")
    assert by == "party-1"


async def people(hub: Hub, *sides: Side) -> list[UUID]:
    """Parties of the dispute, one on each of these sides."""
    ids = [uuid4() for _ in sides]
    for person_id, side in zip(ids, sides, strict=True):
        await hub.pool.execute(
            "INSERT INTO hub.people (person_id, dispute_id, side, kind, name, at)"
            " VALUES ($1, $2, $3, 'natural', '张某', now())",
            person_id,
            DISPUTE,
            side.value,
        )
    return ids
