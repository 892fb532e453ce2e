"""Doors of the committee through HTTP: the secretary's, a member's own, and the roster's."""

import json
from uuid import uuid4

from shared.auth import Role
from shared.contracts.consultation import Calling
from tests.consultation.doors import ASKING, BODY, LAW, SECRETARY, Door, clock, door, member
from tests.consultation.makers import (
    AUTHORITY,
    DISPUTE,
    EXPERTS,
    RESPONDENT,
    THREE,
    expert,
)
from tests.registering import take_in

__all__ = ["clock", "door"]

ELSEWHERE = SECRETARY | {"code": "secretary-2", "organ": "620721-committee"}
CLERK = {"code": "clerk-1", "roles": [Role.WINDOW], "organ": "620702-window-1"}
AGREED = {"stance": "agrees", "text": "同意拟办意见"}


async def test_experts_are_known_by_code_and_their_names_are_read_on_record(door: Door) -> None:
    """事实只写代码，姓名和单位另存，查阅留痕 (RULES 70)."""
    roster = await door.enrol()
    pages = await door.hub.pool.fetch("SELECT body FROM hub.outbox ORDER BY version")
    assert len(pages) == len(EXPERTS)
    assert not any("委员1" in row["body"] or "某单位" in row["body"] for row in pages)
    [one, *_] = (await door.get(roster, member(THREE[0]))).json()
    assert (one["expert"], one["name"], one["affiliation"]) == (THREE[0], "委员1", "某单位")
    readers = "SELECT reader FROM hub.people_read UNION ALL SELECT reader FROM hub.documents_read"
    assert [row["reader"] for row in await door.hub.pool.fetch(readers)] == [THREE[0]] * 2


async def test_each_committee_has_a_roster_that_no_other_sees(door: Door) -> None:
    """市、县区各设名册，互不可见 (RULES 70)."""
    roster = await door.enrol()
    assert (await door.get(roster, ELSEWHERE)).status_code == 404
    assert (await door.post("/rosters", ELSEWHERE, **EXPERTS[0])).status_code == 201
    for who, committee in ((SECRETARY, "620702-committee"), (ELSEWHERE, "620721-committee")):
        [seen] = (await door.get("/rosters", who)).json()
        assert seen["committee"] == committee
    assert seen["lacking"] == ["expert", "scholar"]
    city = {"code": "s-1", "roles": [Role.SUPERVISOR], "county": "620700"}
    assert len((await door.get("/rosters", city)).json()) == 2


async def test_an_expert_is_changed_and_leaves(door: Door) -> None:
    """变更登记、退出名册 (RULES 70)."""
    roster = await door.enrol()
    changed = expert(THREE[0], Calling.OTHER, conflicts=["620702-sifa"])
    assert (await door.post(f"{roster}/change", SECRETARY, **changed)).status_code == 201
    left = await door.post(f"{roster}/exit", SECRETARY, expert=THREE[1], reason="本人辞任")
    assert left.json()["experts"] == [THREE[0], THREE[2]]
    [one, _] = (await door.get(roster, SECRETARY)).json()
    assert (one["calling"], one["conflicts"]) == ("other", ["620702-sifa"])
    again = await door.post(f"{roster}/exit", SECRETARY, expert=THREE[1], reason="再次")
    assert again.status_code == 409
    assert again.json()["article"]["code"] == "RULES 70"


async def test_an_organ_that_is_none_is_told_at_its_field(door: Door) -> None:
    """所在机关和利害关系单位须在名录上 (RULES 70)."""
    for wrong in ({"organ": "620702-nowhere"}, {"conflicts": ["620702-nowhere"]}):
        answer = await door.post("/rosters", SECRETARY, **expert("committee-7", **wrong))
        assert answer.status_code == 422
        assert next(iter(wrong)) in answer.text


async def test_candidates_are_told_in_order_and_why_others_may_not_sit(door: Door) -> None:
    """候选委员按专业和承办多少排列，不得选定的写明理由 (RULES 71, 72)."""
    bound = expert("committee-4", organ=RESPONDENT, specialities=["building"])
    builder = expert("committee-5", Calling.EXPERT, specialities=["building"])
    await door.enrol(bound, builder)
    first = await door.asked()
    assert (await door.post(f"{first}/panel", SECRETARY, **LAW, members=THREE)).status_code == 201
    room = await door.asked()
    told = (await door.get(f"{room}/candidates?speciality=building", SECRETARY)).json()
    assert [(one["expert"], one["seated"], one["article"]) for one in told] == [
        ("committee-5", 0, None),
        *((code, 1, None) for code in THREE),
        ("committee-4", 0, "RULES 72"),
    ]
    refused = await door.post(
        f"{room}/panel", SECRETARY, **LAW, members=[*THREE[:2], "committee-4"]
    )
    assert (refused.status_code, refused.json()["article"]["code"]) == (409, "RULES 72")


async def test_without_a_roster_no_panel_is_seated(door: Door) -> None:
    """名册上没有委员的，先行登记 (RULES 70)."""
    room = await door.asked()
    refused = await door.post(f"{room}/panel", SECRETARY, **LAW, members=THREE)
    assert (refused.status_code, refused.json()["article"]["code"]) == (409, "RULES 70")


async def test_members_speak_for_themselves_and_the_secretary_sends(door: Door) -> None:
    """委员只提出本人意见，办事人员组成、汇总、送达而没有意见 (RULES 73)."""
    await door.enrol()
    room = await door.asked()
    assert (
        await door.post(f"{room}/panel", member(THREE[0]), **LAW, members=THREE)
    ).status_code == 403
    assert (await door.post(f"{room}/panel", SECRETARY, **LAW, members=THREE)).status_code == 201
    assert (await door.post(f"{room}/own-opinion", SECRETARY, **AGREED)).status_code == 403
    assert (await door.post(f"{room}/opinion", member(THREE[0]), **AGREED)).status_code == 403
    early = await door.post(f"{room}/opinion", SECRETARY, **AGREED)
    assert (early.status_code, early.json()["article"]["code"]) == (409, "RULES 73")
    for code in THREE[:2]:
        assert (await door.post(f"{room}/own-opinion", member(code), **AGREED)).status_code == 201
    against = {"stance": "disagrees", "text": "认为裁量过重"}
    await door.post(f"{room}/own-opinion", member(THREE[2]), **against)
    given = (await door.post(f"{room}/opinion", SECRETARY, **AGREED)).json()
    assert (given["state"], given["stance"]) == ("given", "agrees")
    assert given["dissenting"] == [THREE[2]]
    seen = (await door.get(room, BODY)).json()
    assert seen["spoken"] == {THREE[0]: "agrees", THREE[1]: "agrees", THREE[2]: "disagrees"}


async def test_a_panel_reads_what_it_is_asked_and_each_reading_is_on_record(door: Door) -> None:
    """委员查阅提请的事项，查阅留痕；没有参加的看不到 (ARL 52; RULES 72)."""
    await take_in(door.hub, DISPUTE)
    await door.enrol(expert("committee-4"))
    asking, question, other = uuid4(), uuid4(), uuid4()
    labels = json.dumps({"authority": AUTHORITY, "county": "620702"})
    for case_id, paper in ((asking, question), (uuid4(), other)):
        await door.hub.pool.execute(ASKING, case_id, DISPUTE, labels, paper)
    room = await door.asked(asking, DISPUTE, question)
    await door.post(f"{room}/panel", SECRETARY, **LAW, members=THREE)
    place = f"/disputes/{DISPUTE}/papers"
    for who in (SECRETARY, member(THREE[0])):
        read = await door.get(f"{place}/{question}?purpose=准备咨询意见", who)
        assert read.json()["text"] == "裁量是否适当", read.text
        assert (await door.get(f"{place}/{other}?purpose=看看", who)).status_code == 404
    outsider = await door.get(f"{place}/{question}?purpose=看看", member("committee-4"))
    assert outsider.status_code == 404
    readers = await door.hub.pool.fetch("SELECT reader FROM hub.documents_read ORDER BY at")
    assert [row["reader"] for row in readers] == ["secretary-1", THREE[0]]


async def test_a_meeting_is_recorded_with_its_minutes_and_counted(door: Door) -> None:
    """会议记明出席、缺席和纪要，承办和出席逐人计数 (ARR2026 51; RULES 71, 73)."""
    more = [expert(code) for code in ("committee-4", "committee-5")]
    roster = await door.enrol(*more)
    room = await door.asked()
    five = [*THREE, "committee-4", "committee-5"]
    await door.post(f"{room}/panel", SECRETARY, **LAW, members=five)
    voices: list[dict[str, str]] = [{"member": one, "stance": "agrees"} for one in THREE[:2]]
    voices.append({"member": THREE[2], "stance": "amends", "text": "建议说明裁量的理由"})
    met = {"chair": THREE[0], "opinions": voices, "minutes": "会议纪要正文"}
    held = await door.post(f"{room}/meeting", SECRETARY, **met)
    assert held.json()["met_on"] == "2026-03-20"
    assert (await door.post(f"{room}/opinion", SECRETARY, **AGREED)).status_code == 201
    kinds = await door.hub.pool.fetch("SELECT kind FROM hub.documents ORDER BY kind")
    assert {row["kind"] for row in kinds} == {
        *("affiliation", "committee_opinion", "consultation_minutes", "member_opinion")
    }
    loads = {
        one.pop("expert"): one
        for one in (await door.get(f"{roster}/load", BODY | SECRETARY)).json()
    }
    assert (loads[THREE[2]]["attended"], loads[THREE[2]]["dissented"]) == (1, 1)
    assert (loads["committee-4"]["absent"], loads["committee-4"]["seated"]) == (1, 1)
    past = (await door.get(f"{roster}/load?until=2026-03-19", SECRETARY)).json()
    assert {one["seated"] for one in past} == {0}


async def test_the_committee_s_own_times_hold_for_what_comes_after(door: Door) -> None:
    """委员会设定的时限用于其后的提请和小组 (RULES 74)."""
    roster = await door.enrol()
    await door.asked()
    assert await door.until("convene") == "2026-03-25"
    told = await door.post(f"{roster}/times", SECRETARY, seat=2, speak=5)
    assert (told.json()["seat_within"], told.json()["speak_within"]) == ("2wd", "5wd")
    room = await door.asked()
    assert await door.until("convene") == "2026-03-24"
    await door.post(f"{room}/panel", SECRETARY, **LAW, members=THREE)
    assert await door.until("give_opinion") == "2026-03-27"
    assert (await door.post(f"{roster}/times", SECRETARY, seat=21, speak=5)).status_code == 409


async def test_nobody_beside_the_authority_and_its_committee_sees_what_is_consulted(
    door: Door,
) -> None:
    """窗口、被申请人看不到咨询和委员名册 (ARL 52)."""
    room = await door.asked()
    assert (await door.get(room, BODY)).status_code == 200
    assert (await door.get(room, BODY | {"organ": "620721-government"})).status_code == 404
    assert (await door.get(room, ELSEWHERE)).status_code == 404
    for who in (CLERK, {"code": "d-1", "roles": [Role.DEPARTMENT], "organ": RESPONDENT}):
        assert (await door.get(room, who)).status_code == 403
        both = who | {"roles": [*who["roles"], Role.COMMITTEE]}
        assert (await door.get(room, both)).status_code == 404
