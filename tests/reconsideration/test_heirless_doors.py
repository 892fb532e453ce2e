"""没有承受人, through the doors and at the desk (ARL 75; RULES 91, 145)."""

from html import unescape
from uuid import UUID

from services.reconsideration import agents
from shared.auth import Role
from shared.contracts.reconsideration import (
    DecisionDelivered,
)
from shared.contracts.reconsideration.served import DecisionServed
from tests.desks.visitor import building, hidden
from tests.reconsideration.afterwards import (  # noqa: F401 - fixtures
    HEAD,
    LABELS,
    case,
    done,
    follows,
    held,
    served,
    to,
)
from tests.reconsideration.afterwards import refused as refused_at
from tests.reconsideration.deciding import road
from tests.reconsideration.makers import ANNA, AUTHORITY, BERT, day
from tests.reconsideration.test_drafting_doors import clock, door, examined  # noqa: F401 - fixtures
from tests.reconsideration.test_people_doors import WIFE
from tests.reconsideration.test_refusal import refused as refused_case
from tests.reconsideration.test_refusal import to as to_refused
from tests.reconsideration.test_routes import OFFICER, PARTY, Door, hear

GONE = {"ending": "died", "gone_on": "2026-03-10", "text": "户籍注销证明，没有近亲属。"}


async def test_with_the_last_who_is_no_more_the_decision_is_delivered(
    door: Door,  # noqa: F811 - a fixture
    case: str,  # noqa: F811 - as above
) -> None:
    """其他人均已送达的，记载无承受人之日，决定书即为送达，后续照常开立 (ARL 75; RULES 145)."""
    door.on("2026-03-12")
    await done(door, f"{case}/service", OFFICER, **to(None, "2026-03-09"))
    path = f"{case}/addressee-gone"
    assert await refused_at(door, f"{case}/addressee-found", OFFICER, person_id=str(ANNA),
                            reason="误记") == "RULES 145"  # fmt: skip
    got = await done(door, path, OFFICER, person_id=str(ANNA), **GONE)
    assert (got["state"], got["sue_until"]) == ("delivered", None)
    on = "SELECT legal_on FROM hub.outbox WHERE kind = 'reconsideration.delivered.v1'"
    assert await door.hub.pool.fetchval(on) == day("2026-03-12")
    open_ = "SELECT count(*) FROM hub.deadline WHERE name = 'deliver' AND ended IS NULL"
    assert await door.hub.pool.fetchval(open_) == 0
    await hear(door, DecisionDelivered, agents.LISTENS, LABELS)
    after = await follows(door, case)
    assert (await door.get(after, OFFICER)).json()["heirless"] == [str(ANNA)]
    door.on("2026-03-20")
    again = to(ANNA, "2026-03-20", reason="记载有误，申请人健在。")
    assert await refused_at(door, f"{after}/service", OFFICER, **again) == "RULES 145"
    back = {"person_id": str(ANNA), "reason": "同名的另一人。"}
    assert (await done(door, f"{after}/addressee-found", OFFICER, **back))["heirless"] == []
    await done(door, f"{after}/service", OFFICER, **again)
    until = "SELECT body::jsonb ->> 'sue_until' FROM hub.outbox WHERE kind LIKE '%served_again%'"
    assert await door.hub.pool.fetchval(until) == "2026-04-07"  # 4 to 6 April: Qingming
    assert await held(door)


async def test_a_wrong_entry_is_taken_back_and_the_successor_of_a_third_person_is_served(
    door: Door,  # noqa: F811 - a fixture
    case: str,  # noqa: F811 - as above
) -> None:
    """记载有误的撤销，照常送达 (RULES 145)."""
    door.on("2026-03-12")
    await done(door, f"{case}/addressee-gone", OFFICER, person_id=str(ANNA), **GONE)
    said = to(ANNA, "2026-03-12")
    assert await refused_at(door, f"{case}/service", OFFICER, **said) == "RULES 145"
    back = {"person_id": str(ANNA), "reason": "同名的另一人。"}
    await done(door, f"{case}/addressee-found", OFFICER, **back)
    heir = {"applicant_id": str(ANNA), "succession": "relatives", "relation": "spouse"}
    got = await done(door, f"{case}/succession", OFFICER, **heir, persons=[WIFE], text="户口簿")
    [wife] = got["applicants"]
    await done(door, f"{case}/service", OFFICER, **to(wife, "2026-03-12"))
    got = await done(door, f"{case}/service", OFFICER, **to(None, "2026-03-12"))
    assert (got["state"], got["sue_until"]) == ("delivered", "2026-03-27")
    assert await held(door)


async def test_after_a_refusal_it_is_recorded_in_what_follows_and_shown_on_the_page(
    door: Door,  # noqa: F811 - a fixture
) -> None:
    """不予受理以后死亡、没有承受人的，记入后续案卷，办理页面写明不再送达 (ARL 34; RULES 145)."""
    file = await refused_case(door, compulsory=True)
    door.on("2026-03-12")
    await done(door, f"{file}/refusal-service", OFFICER, **to_refused(ANNA, "2026-03-06"))
    got = await done(door, f"{file}/addressee-gone", OFFICER, person_id=str(BERT), **GONE)
    assert (got["refusal_for"], len(got["refusals"])) == ([], 1)
    open_ = "SELECT count(*) FROM hub.deadline WHERE name = 'serve_refusal' AND ended IS NULL"
    assert await door.hub.pool.fetchval(open_) == 0
    about = (await door.get(file, OFFICER)).json()["about"]
    async with building(door.hub) as house:
        officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
        page = (await officer.get(f"/desk/reconsideration/files/{about}")).text
        assert "无承受人，不再送达" in page
    back = {"person_id": str(BERT), "reason": "误记。"}
    got = await done(door, f"{file}/addressee-found", OFFICER, **back)
    assert got["refusal_for"] == [str(BERT)]
    assert await door.hub.pool.fetchval(open_) == 1
    assert await held(door)


SLIP = {"text": "“2025年”应为“2026年”。"}
WAITS = "SELECT count(*) FROM hub.deadline WHERE name = 'serve_correction' AND ended IS NULL"


async def test_after_the_end_a_correction_waits_no_more_for_who_is_no_more(
    door: Door,  # noqa: F811 - a fixture
) -> None:
    """补正送达了其他人的，记载无承受人之日送达完毕，可以再作补正 (RULES 91, 145)."""
    file = await refused_case(door, compulsory=True)
    door.on("2026-03-12")
    await done(door, f"{file}/refusal-service", OFFICER, **to_refused(ANNA, "2026-03-12"))
    await done(door, f"{file}/correction", HEAD, **SLIP)
    served_on = [to(ANNA, "2026-03-12")]
    await done(door, f"{file}/correction-service", OFFICER, services=served_on)
    assert await door.hub.pool.fetchval(WAITS) == 1
    got = await done(door, f"{file}/addressee-gone", OFFICER, person_id=str(BERT), **GONE)
    assert (got["corrected_on"], await door.hub.pool.fetchval(WAITS)) == (None, 0)
    await done(door, f"{file}/correction", HEAD, **SLIP)
    assert await held(door)


async def test_before_the_end_a_correction_waits_no_more_for_who_is_no_more(
    door: Door,  # noqa: F811 - a fixture
    case: str,  # noqa: F811 - as above
) -> None:
    """决定书生效后、送达每一方前没有承受人的，补正同样送达完毕 (ARL 75; RULES 91, 145)."""
    door.on("2026-03-12")
    await done(door, f"{case}/service", OFFICER, **to(None, "2026-03-09"))
    await hear(door, DecisionServed, agents.LISTENS, LABELS)
    after = await follows(door, case)
    await done(door, f"{after}/correction", HEAD, **SLIP)
    services = [to(None, "2026-03-12")]
    half = await done(door, f"{after}/correction-service", OFFICER, services=services)
    assert half["corrected_on"] == "2026-03-12", "the applicant waits for both"
    await done(door, f"{case}/addressee-gone", OFFICER, person_id=str(ANNA), **GONE)
    got = (await door.get(after, OFFICER)).json()
    assert (got["corrected_on"], await door.hub.pool.fetchval(WAITS)) == (None, 0)
    assert await held(door)


async def test_at_the_desk_it_is_recorded_by_a_form_beside_the_services(
    door: Door,  # noqa: F811 - a fixture
    case: str,  # noqa: F811 - as above
) -> None:
    """经办人在办案页面记载没有承受人，写明依据，案卷列出是谁、为什么 (RULES 145)."""
    door.on("2026-03-12")
    case_id = case.rpartition("/")[2]
    at = f"/desk/disputes/{(await door.get(case, OFFICER)).json()['dispute_id']}/files/{case_id}"
    async with building(door.hub) as house:
        officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
        shown = unescape((await officer.get(f"/desk/reconsideration/files/{case_id}")).text)
        assert f"{at}/addressee-gone" in shown
        form = await officer.get(f"{at}/addressee-gone")
        assert "死亡且没有近亲属参加" in form.text
        said = {**hidden(form), "person_id": str(ANNA), **GONE}
        sent = await officer.send(f"{at}/addressee-gone", said)
        assert sent.status_code == 303, sent.text
        whole = (await officer.get(at.partition("/files")[0])).text
        assert "无承受人不再送达" in whole
        assert "死亡、终止之日" in whole


async def test_who_is_found_after_the_end_reads_and_is_served_through_its_agent_again(
    door: Door,  # noqa: F811 - a fixture
) -> None:
    """结案以后找到的，此前的代理人照常签收，同意过的材料照常查阅 (ARL 17, 47; RULES 145).

    结案以后不再参加行政复议，不另行委托、不另行申请查阅。
    """
    path = await examined(door)
    named = {"person": WIFE, "called": True, "interested": True, "text": "通知参加"}
    file = await done(door, f"{path}/third-person", OFFICER, **named)
    [third] = [one["person_id"] for one in file["participants"]["third_persons"]]
    agent = {"standing": "third", "principal_id": third, "sort": "lawyer", "identified": True}
    said = {"person": {"name": "王某"}, "text": "委托书", "powers": ["act", "receive"]}
    file = await done(door, f"{path}/agent", OFFICER, **agent, **said)
    lawyer = file["participants"]["agents"][-1]["agent_id"]
    readers = [{**PARTY, "code": "party-2", "persons": [UUID(one)]} for one in (third, lawyer)]
    await done(door, f"{path}/file-access-request", OFFICER, reader_id=third, text="查阅答复")
    await done(door, f"{path}/file-access", OFFICER)
    away = {"person_id": third, "reason": "来函"}
    await done(door, f"{path}/third-person-absence", OFFICER, **away)
    for step, _, body in road("revoked", text="撤销", redo=True):
        await done(door, f"{path}/{step}", OFFICER, **body)
    door.on("2026-03-10")
    await done(door, f"{path}/addressee-gone", OFFICER, person_id=third, **GONE)
    after = await served(door, path)
    for who in readers:
        assert (await door.get(f"{path}/file-access", who)).status_code == 404
    back = {"person_id": third, "reason": "同名的另一人。"}
    await done(door, f"{after}/addressee-found", OFFICER, **back)
    for who in readers:
        assert len((await door.get(f"{path}/file-access", who)).json()) == 1
    signed = {"manner": "agent", "receiver_id": lawyer, "condition_met": True}
    again = to(third, "2026-03-10", standing="third", **signed)
    await done(door, f"{after}/service", OFFICER, **again, reason="记载有误。")
    new = {**agent, "person": {"name": "李某"}, "text": "委托书", "powers": ["receive"]}
    assert await refused_at(door, f"{path}/agent", OFFICER, **new) == "ARL 17(1)"
    ask = {"reader_id": third, "text": "查阅全部"}
    assert await refused_at(door, f"{path}/file-access-request", OFFICER, **ask) == "ARL 47"
    await done(door, f"{after}/addressee-gone", OFFICER, person_id=third, **GONE)
    assert (await door.get(f"{path}/file-access", readers[0])).status_code == 404
    assert await held(door)
