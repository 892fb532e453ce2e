"""A decision served on several respondents, and what is told above each (ARL 19, 75, 76, 79)."""

from uuid import UUID

from services.reconsideration.agents import LISTENS
from services.reconsideration.queries.following import Sieve, beside_cases
from services.reconsideration.store import aftermath_of
from shared.contracts.reconsideration import DecisionDelivered
from shared.frame.sorting import Order
from shared.sweep import Sweep
from tests.reconsideration.deciding import HANDED, road
from tests.reconsideration.makers import ANNA, OTHER, RESPONDENT
from tests.reconsideration.test_routes import DEPARTMENT, OFFICER, Door, hear
from tests.reconsideration.two_respondents import LABELS, SECOND, case, clock, done, door

__all__ = ["case", "clock", "door"]

ABOVE_OTHER = "620700-shijian"
DELIVERED = "SELECT body FROM hub.outbox WHERE kind = 'reconsideration.delivered.v1'"


async def test_the_decision_is_served_on_both_and_with_the_last_it_is_delivered(
    door: Door, case: str
) -> None:
    """证据、代理人、听取、决定；逐一送达，最后一个收到后即为送达 (ARL 17, 48, 75)."""
    for who in (DEPARTMENT, SECOND):
        await done(door, f"{case}/copy-receipt", who)
    piece = {"evidence_kind": "record", "shows": "现场笔录", "collected_on": "2026-02-03"}
    await done(door, f"{case}/respondent-evidence", SECOND, pieces=[piece])
    await done(door, f"{case}/reply", DEPARTMENT, text="共同答复", together=True)
    listed = await door.get(f"{case}/evidence", OFFICER)
    assert [one["organ"] for one in listed.json()] == [OTHER]
    staff = {"person": {"name": "周某", "phone": "13800000003"}, "powers": ["act"], "text": "委托"}
    file = await done(door, f"{case}/respondent-agent", SECOND, **staff)
    [agent] = file["participants"]["agents"]
    assert agent["organ"] == OTHER
    ended = {"agent_id": agent["agent_id"], "text": "解除委托"}
    theirs = await door.post(f"{case}/agent-end", DEPARTMENT, **ended)
    assert (theirs.status_code, theirs.json()["article"]["code"]) == (409, "ARL 17(2)")
    file = await done(door, f"{case}/agent-end", SECOND, **ended)
    assert file["participants"]["agents"] == []
    examined = {"evidence": 1, "examined": "true", "reason": "属实"}
    await done(door, f"{case}/evidence-examination", OFFICER, **examined)
    await done(door, f"{case}/views", OFFICER, manner="telephone", record="处罚过重")
    views = {"standing": "respondent", "manner": "telephone", "record": "依据充分"}
    await done(door, f"{case}/views", OFFICER, **views, organ=OTHER)
    stranger = await door.post(f"{case}/views", OFFICER, **views, organ="620702-gongan")
    assert (stranger.status_code, stranger.json()["article"]["code"]) == (409, "ARL 19(2)")
    for path, who, body in road("revoked", text="撤"):
        await done(door, f"{case}/{path}", OFFICER, **body)
        del who
    served = {"standing": "respondent", "receipt": "收发室签收"}
    applicant = {"standing": "applicant", "person_id": str(ANNA), "receipt": "本人签收"}
    said = {"shown_on": "2026-03-05", "manner": "direct"}
    await done(door, f"{case}/service", OFFICER, **served, **said)
    file = await done(door, f"{case}/service", OFFICER, **applicant, **said)
    assert file["state"] == "decided"
    file = await done(door, f"{case}/service", OFFICER, **served, **said, organ=OTHER)
    assert file["state"] == "delivered"
    body = await door.hub.pool.fetchval(DELIVERED)
    fact = DecisionDelivered.model_validate_json(body)
    assert (fact.respondent, fact.joint_organs) == (RESPONDENT, (OTHER,))


ENDED = "SELECT ended FROM hub.deadline WHERE name = 'copy_decision'"


async def delivered(door: Door, case: str) -> None:
    """Decided and served on 5 March, and what follows it is open."""
    for organ in (None, OTHER):
        await done(door, f"{case}/copy-receipt", OFFICER, organ=organ)
    await done(door, f"{case}/reply", DEPARTMENT, text="共同答复", together=True)
    await done(door, f"{case}/views", OFFICER, manner="telephone", record="处罚过重")
    for path, _, body in road("revoked", text="撤销", redo=True):
        await done(door, f"{case}/{path}", OFFICER, **body)
    await done(door, f"{case}/delivery", OFFICER, served_on="2026-03-05", **HANDED)
    await hear(door, DecisionDelivered, LISTENS, LABELS)


async def test_what_follows_is_told_above_each_of_them(door: Door, case: str) -> None:
    """决定书抄告每一共同被申请人的上一级主管部门，意见书抄告收到的机关的 (ARL 19, 76, 79)."""
    begun = await done(door, f"{case}/aftermath", OFFICER)
    assert (begun["respondent"], begun["joint"]) == (RESPONDENT, [OTHER])
    after = f"/aftermaths/{begun['case_id']}"
    await done(
        door, f"{after}/opinion-letter", OFFICER, organ=OTHER, flaw="illegal", text="请纠正。"
    )
    got = await done(door, f"{after}/opinion-letter-receipt", OFFICER)
    assert got["letters"][0]["copies"] is True
    told = await done(door, f"{after}/opinion-letter-copy", OFFICER, organ=ABOVE_OTHER)
    assert told["letters"][0]["copied_on"] == "2026-03-05"
    await delivered(door, case)
    first = await done(door, f"{after}/copy", OFFICER, organ=ABOVE_OTHER)
    assert (first["copies_for"], first["copied_on"]) == ([RESPONDENT], None)
    assert await door.hub.pool.fetchval(ENDED) is None
    last = await done(door, f"{after}/copy", OFFICER, organ="620700-chengguan")
    assert (last["copies_for"], last["copied_on"]) == ([], "2026-03-05")
    assert await door.hub.pool.fetchval(ENDED) == "met"


async def test_a_copy_that_is_late_stays_on_the_list_until_the_last_of_them_has_it(
    door: Door, case: str
) -> None:
    """逾期的抄告只办了一部分的，仍在清单上列为逾期 (ARL 79; RULES 93)."""
    await delivered(door, case)
    after = f"/aftermaths/{aftermath_of(UUID(case.split('/')[2]))}"
    door.on("2026-03-20")
    await Sweep(door.hub).once()
    for organ, late in ((ABOVE_OTHER, "copy_decision"), ("620700-chengguan", "publish")):
        await done(door, f"{after}/copy", OFFICER, organ=organ)
        asked = (LABELS["authority"], "somebody", Sieve(whose="every"), Order("due"))
        [found], _ = await beside_cases(door.hub, *asked, limit=9)
        assert (found.duty, found.overdue) == (late, late == "copy_decision")
