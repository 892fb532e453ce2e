"""回避 of members of a panel, through HTTP (ARR2026 50; RULES 72)."""

from datetime import datetime, time

from shared.auth import Role
from shared.clock import StillClock
from shared.contracts.consultation import Calling
from shared.law.period import CITY
from tests.consultation.doors import BODY, LAW, SECRETARY, Door, clock, door, member
from tests.consultation.makers import (
    AUTHORITY,
    THREE,
    day,
    expert,
)

__all__ = ["clock", "door"]

HEAD = BODY | {"code": "head-1", "roles": [Role.RECONSIDERATION_HEAD]}


async def test_only_who_sits_sees_the_consultation_and_who_is_recused_does_no_longer(
    door: Door,
) -> None:
    """委员只看到本人参加的咨询，回避以后不再看到 (RULES 72)."""
    await door.enrol(expert("committee-4"))
    room = await door.asked()
    assert (await door.get(room, member(THREE[1]))).status_code == 404
    await door.post(f"{room}/panel", SECRETARY, **LAW, members=THREE)
    assert (await door.get(room, member(THREE[1]))).status_code == 200
    assert (await door.get(room, member("committee-4"))).status_code == 404
    own = await door.post(f"{room}/own-recusal", member(THREE[1]), reason="系申请人近亲属")
    assert own.json()["contested"] == [THREE[1]]
    ruling = {"member": THREE[1], "granted": True, "reason": "情况属实"}
    assert (await door.post(f"{room}/recusal-ruling", SECRETARY, **ruling)).status_code == 403
    assert (await door.post(f"{room}/recusal-ruling", HEAD, **ruling)).status_code == 201
    assert (await door.get(room, member(THREE[1]))).status_code == 404
    swap = {"member": THREE[1], "successor": "committee-4", "reason": "接替已回避的委员"}
    seated = await door.post(f"{room}/replacement", SECRETARY, **swap)
    assert seated.json()["members"] == [THREE[0], THREE[2], "committee-4"]
    assert (await door.get(room, member("committee-4"))).status_code == 200
    asked = {"member": "committee-4", "asker": "body", "reason": "曾任被申请人顾问"}
    told = await door.post(f"{room}/recusal", SECRETARY, **{**asked, "asker": "party"})
    assert (told.status_code, told.json()["article"]["code"]) == (409, "RULES 72")
    assert (await door.post(f"{room}/recusal", SECRETARY, **asked)).status_code == 201


async def test_the_director_decides_in_person_and_of_the_director_the_head_of_the_body(
    door: Door,
) -> None:
    """委员的回避由主任本人决定，主任不在小组也看得到；主任的回避由复议机构负责人决定 (RULES 72)."""
    director = expert("committee-6", post="director")
    await door.enrol(director, expert("committee-4"))
    room = await door.asked()
    await door.post(f"{room}/panel", SECRETARY, **LAW, members=[*THREE[:2], "committee-6"])
    away = await door.asked()
    await door.post(f"{away}/panel", SECRETARY, **LAW, members=THREE)
    for path, code in ((room, "committee-6"), (away, THREE[1])):
        own = await door.post(f"{path}/own-recusal", member(code), reason="系申请人近亲属")
        assert own.status_code == 201, own.text
    seen = await door.get(away, member("committee-6"))
    assert seen.json()["contested"] == [THREE[1]]
    assert (await door.get(away, member("committee-4"))).status_code == 404
    granted = {"granted": True, "reason": "情况属实"}
    for path, who, code in (
        (room, member("committee-6"), "committee-6"),
        (room, member(THREE[0]), "committee-6"),
        (away, member(THREE[0]), THREE[1]),
        (away, HEAD, THREE[1]),
    ):
        no = await door.post(f"{path}/recusal-ruling", who, member=code, **granted)
        assert (no.status_code, no.json()["article"]["code"]) == (409, "RULES 72"), (who, code)
    for path, who, code in ((room, HEAD, "committee-6"), (away, member("committee-6"), THREE[1])):
        done = await door.post(f"{path}/recusal-ruling", who, member=code, **granted)
        assert done.json()["recused"] == [code], done.text
    deciders = await door.hub.pool.fetch(
        "SELECT body::jsonb ->> 'decider' AS one FROM hub.outbox "
        "WHERE kind LIKE '%recusal_decided%'"
    )
    assert sorted(row["one"] for row in deciders) == ["body_head", "director"]


async def test_the_head_of_the_body_who_sits_too_decides_as_who_they_are_but_not_of_themselves(
    door: Door,
) -> None:
    """负责人兼任委员的，没有主任时照样决定，本人的由其他负责人决定 (ARR2026 50; RULES 72)."""
    both = {"code": "committee-8", "roles": [Role.COMMITTEE, Role.RECONSIDERATION_HEAD]}
    sits, foreign = both | {"organ": AUTHORITY}, both | {"organ": "620721-government"}
    roster = await door.enrol(expert("committee-8", Calling.DEPARTMENT))
    room = await door.asked()
    seats = [*THREE[1:], "committee-8"]
    assert (await door.post(f"{room}/panel", SECRETARY, **LAW, members=seats)).status_code == 201
    for code in (THREE[1], "committee-8"):
        own = await door.post(f"{room}/own-recusal", member(code), reason="系申请人近亲属")
        assert own.status_code == 201, own.text
    ruling = {"granted": False, "reason": "经核实不属实"}
    for who, code in ((sits, "committee-8"), (foreign, THREE[1])):
        no = await door.post(f"{room}/recusal-ruling", who, member=code, **ruling)
        assert (no.status_code, no.json()["article"]["code"]) == (409, "RULES 72"), code
    for who, code in ((sits, THREE[1]), (HEAD, "committee-8")):
        done = await door.post(f"{room}/recusal-ruling", who, member=code, **ruling)
        assert code not in done.json()["contested"], done.text
    leads = expert("committee-8", Calling.DEPARTMENT, post="director")
    assert (await door.post(f"{roster}/change", SECRETARY, **leads)).status_code == 201
    await door.post(f"{room}/own-recusal", member(THREE[2]), reason="系申请人近亲属")
    done = await door.post(f"{room}/recusal-ruling", sits, member=THREE[2], **ruling)
    assert done.status_code == 201, done.text
    deciders = await door.hub.pool.fetch(
        "SELECT body::jsonb ->> 'decider' AS one FROM hub.outbox "
        "WHERE kind LIKE '%recusal_decided%' ORDER BY version"
    )
    assert [row["one"] for row in deciders] == ["body_head", "body_head", "director"]


async def test_a_recusal_is_decided_by_who_is_director_on_that_day(
    door: Door, clock: StillClock
) -> None:
    """提出回避以后换了主任的，由决定之日在任的主任决定，前任不再看到、不再决定 (RULES 72)."""
    ends = expert("committee-6", post="director", term_until="2026-03-23")
    roster = await door.enrol(ends)
    room = await door.asked()
    await door.post(f"{room}/panel", SECRETARY, **LAW, members=THREE)
    own = await door.post(f"{room}/own-recusal", member(THREE[1]), reason="系申请人近亲属")
    assert own.status_code == 201
    ruling = {"member": THREE[1], "granted": True, "reason": "情况属实"}
    clock.move_to(datetime.combine(day("2026-03-24"), time(9), CITY))
    late = await door.post(f"{room}/recusal-ruling", member("committee-6"), **ruling)
    assert (late.status_code, late.json()["article"]["code"]) == (409, "RULES 72")
    next_one = expert("committee-7", post="director", term_from="2026-03-24")
    assert (await door.post("/rosters", SECRETARY, **next_one)).status_code == 201
    assert (await door.get(room, member("committee-6"))).status_code == 404
    assert (await door.get(room, member("committee-7"))).status_code == 200
    no = await door.post(f"{room}/recusal-ruling", HEAD, **ruling)
    assert (no.status_code, no.json()["article"]["code"]) == (409, "RULES 72")
    left = {"expert": "committee-7", "reason": "辞去主任"}
    assert (await door.post(f"{roster}/exit", SECRETARY, **left)).status_code == 201
    assert (await door.get(room, member("committee-7"))).status_code == 404
    back = {**next_one, "expert": THREE[0], "calling": "department"}
    assert (await door.post(f"{roster}/change", SECRETARY, **back)).status_code == 201
    done = await door.post(f"{room}/recusal-ruling", member(THREE[0]), **ruling)
    assert done.json()["recused"] == [THREE[1]], done.text
