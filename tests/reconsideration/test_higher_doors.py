"""Elevation 提级审理 at the doors: who asks, orders, hands over, receives, and who only reads."""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

import pytest

from services.reconsideration.agents import LISTENS
from services.reconsideration.office import OFFICE
from services.reconsideration.store import services_of
from shared.auth import Identity, Role
from shared.casepage.doing import Doing, walked
from shared.casepage.doors import Doors
from shared.casepage.reading import read_dispute
from shared.casepage.table import Table
from shared.clock import StillClock
from shared.contracts.reconsideration.higher import ElevatedFileReceived
from shared.disputes import File
from shared.law.period import CITY, day_of_expiry, legal_day
from shared.sweep import Sweep
from tests.desks.visitor import building
from tests.reconsideration.deciding import HANDED, road
from tests.reconsideration.makers import AUTHORITY, CITY_GOVERNMENT, DISPUTE, RESPONDENT, day
from tests.reconsideration.test_attached_doors import review_of, settle
from tests.reconsideration.test_routes import APPLICATION, DEPARTMENT, OFFICER, PARTY, Door, hear

ABOVE = {"code": "head-8", "roles": [Role.RECONSIDERATION_HEAD], "organ": CITY_GOVERNMENT}
NEIGHBOUR = {"code": "head-9", "roles": [Role.RECONSIDERATION_HEAD], "organ": "620721-government"}
ASKED = {"ground": "guiding", "text": "具有法律适用指导意义，报请提级审理。"}
ORDERED = {"text": "由本机关提级审理，请移送案件材料。"}
KEPT = ("case_id", "office", "procedure", "edition", "version", "state", "labels")
RUNNING = """
SELECT name, subject, until FROM hub.deadline WHERE case_id = $1 AND ended IS NULL
ORDER BY name, subject, opened
"""


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-07-06"), time(9), CITY))


@pytest.fixture
async def case(door: Door) -> str:
    """Accepted on Monday 6 July 2026, its copy with the respondent on the same day."""
    days = {"received_on": "2026-07-06", "learnt_on": "2026-07-01"}
    taken = await door.post("/reconsiderations", PARTY, **{**APPLICATION, **days})
    assert taken.status_code == 201, taken.text
    path = f"/reconsiderations/{taken.json()['case_id']}"
    await done(door, f"{path}/acceptance", OFFICER)
    await done(door, f"{path}/copy", OFFICER, received_on="2026-07-06")
    return path


async def done(door: Door, path: str, who: dict[str, Any], **body: object) -> dict[str, Any]:
    """What an act that must be taken answers."""
    answer = await door.post(path, who, **body)
    assert answer.status_code == 201, (path, answer.status_code, answer.text)
    found: dict[str, Any] = answer.json()
    return found


async def why_not(door: Door, path: str, who: dict[str, Any], **body: object) -> str:
    """The article by which an act is refused."""
    answer = await door.post(path, who, **body)
    assert answer.status_code == 409, (path, answer.status_code, answer.text)
    return str(answer.json()["article"]["code"])


async def running(door: Door, case: str) -> dict[str, date | None]:
    """The last day of every period that runs, once each; None for one that stands still."""
    rows = await door.hub.pool.fetch(RUNNING, case.rpartition("/")[2])
    known = [(row["name"], row["subject"]) for row in rows]
    assert sorted(set(known)) == known
    return {row["name"]: day_of_expiry(row["until"]) if row["until"] else None for row in rows}


async def elevated(door: Door, case: str) -> None:
    """Ordered by the city on 13 July, handed over and received on the 16th."""
    door.on("2026-07-13")
    await done(door, f"{case}/elevation-request", OFFICER, **ASKED)
    await done(door, f"{case}/elevation", ABOVE, **ORDERED)
    door.on("2026-07-16")
    await done(door, f"{case}/file-transfer", OFFICER, text="申请书、答复，共一卷。")
    await done(door, f"{case}/elevated-file-receipt", ABOVE)


async def offered(door: Door, case: str, who: dict[str, Any]) -> set[str]:
    """What the page of the case offers this reader to do now, by the last word of its door."""
    done = await doings(door, case, who)
    return {one.door.slug for one in done if one.is_theirs and one.is_open}


async def doings(door: Door, case: str, who: dict[str, Any]) -> list[Doing]:
    """What the page of the case says of every act to this reader."""
    asks = Identity.of(
        who["code"],
        who["roles"],
        organ=who.get("organ", ""),
        disputes=who.get("disputes", ()),
        persons=who.get("persons", ()),
    )
    dispute = await read_dispute(door.hub, asks, str(DISPUTE))
    [file] = [one for one in dispute.files if f"/reconsiderations/{one.case_id}" == case]
    kept = File(*(getattr(file, name) for name in KEPT))
    table = walked(Table.of(door.hub.shelves, kept), file)
    doors = Doors([each for load in OFFICE.routers for each in load().routes], [OFFICE])
    there = {one.case_id for one in dispute.files}
    return doors.of(file, table, asks, legal_day(await door.hub.now()), there)


async def test_the_page_of_a_case_offers_each_authority_what_it_may_do(
    door: Door, case: str
) -> None:
    """案卷页只向上级、下级各自提供可以办理的事项 (ARL 38; ARR2026 40)."""
    above = {"elevation-denial", "elevation", "elevated-file-receipt", "resumption-order"}
    await done(door, f"{case}/elevation-request", OFFICER, **ASKED)
    assert await offered(door, case, ABOVE) == above
    assert {"draft", "elevation"} <= await offered(door, case, OFFICER)
    await done(door, f"{case}/elevation", ABOVE, **ORDERED)
    below = await offered(door, case, OFFICER)
    assert "file-transfer" in below
    assert not {"draft", "views", "suspension"} & below
    await done(door, f"{case}/file-transfer", OFFICER, text="一卷。")
    await done(door, f"{case}/elevated-file-receipt", ABOVE)
    assert await offered(door, case, OFFICER) <= above
    assert {"views", "draft", "suspension"} <= await offered(door, case, ABOVE)


async def test_until_it_is_answered_the_days_to_decide_stand_still_and_then_run_on(
    door: Door, case: str
) -> None:
    """报请期间不计入办理期限，不予提级的接着计算 (ARR2026 40)."""
    assert (await running(door, case))["decide"] == day("2026-09-04")
    door.on("2026-07-13")
    asked = await done(door, f"{case}/elevation-request", OFFICER, **ASKED)
    assert asked["elevated"]["is_asked"] is True
    assert (await running(door, case))["decide"] is None
    assert (await running(door, case))["reply"] == day("2026-07-20")
    door.on("2026-07-20")
    await done(door, f"{case}/elevation-denial", ABOVE, reason="不属于四种情形。")
    assert (await running(door, case))["decide"] == day("2026-09-11")


async def test_whoever_is_asked_reads_the_file_and_does_nothing_but_answer(
    door: Door, case: str
) -> None:
    """上级被报请以后可以查阅，只能决定提级与否 (ARL 38)."""
    officer = {**ABOVE, "code": "officer-8", "roles": [Role.RECONSIDERATION]}
    assert (await door.get(case, officer)).status_code == 404
    await done(door, f"{case}/elevation-request", OFFICER, **ASKED)
    assert (await door.get(case, officer)).status_code == 200
    views = {"manner": "telephone", "record": "处罚过重"}
    assert (await door.post(f"{case}/views", ABOVE, **views)).status_code == 404
    assert (await door.post(f"{case}/elevation", NEIGHBOUR, **ORDERED)).status_code == 404


async def test_the_head_above_takes_a_case_up_on_its_own_initiative(door: Door, case: str) -> None:
    """上级机构负责人可以查阅下级的案件，根据需要决定提级；其他机关不能 (ARL 38; ARR2026 40)."""
    assert (await door.get(case, ABOVE)).status_code == 200
    assert (await door.get(case, NEIGHBOUR)).status_code == 404
    views = {"manner": "telephone", "record": "处罚过重"}
    assert (await door.post(f"{case}/views", ABOVE, **views)).status_code == 404
    doors = {"elevation-denial", "elevation", "elevated-file-receipt", "resumption-order"}
    assert await offered(door, case, ABOVE) == doors
    assert await why_not(door, f"{case}/elevation", ABOVE, **ORDERED) == "ARR2026 40(1)"
    put = await done(door, f"{case}/elevation", ABOVE, **ORDERED, ground="public")
    assert put["elevated"]["above"] == CITY_GOVERNMENT
    await done(door, f"{case}/file-transfer", OFFICER, text="一卷。")
    await done(door, f"{case}/elevated-file-receipt", ABOVE)
    labels = "SELECT labels ->> 'above' FROM hub.file WHERE case_id = $1"
    above = await door.hub.pool.fetchval(labels, UUID(case.rpartition("/")[2]))
    assert above == "620000-government"


async def test_the_authority_above_orders_that_a_case_goes_on(door: Door, case: str) -> None:
    """无正当理由中止的，由上级责令恢复审理；经手的其他机关不能代为责令 (ARL 40)."""
    said = {"text": "没有正当理由，责令恢复审理。"}
    await done(door, f"{case}/suspension", OFFICER, cause="other", text="中止审理")
    assert "resumption-order" in await offered(door, case, ABOVE)
    path = f"{case}/resumption-order"
    assert (await door.post(path, NEIGHBOUR, **said)).status_code == 404
    assert await why_not(door, path, OFFICER, **said) == "ARL 40"
    put = await done(door, path, ABOVE, **said)
    assert put["suspended_for"][0]["ordered_on"] == "2026-07-06"
    kind = "reconsideration.resumption_ordered.v1"
    organ = "SELECT body::jsonb ->> 'organ' FROM hub.outbox WHERE kind = $1"
    assert await door.hub.pool.fetchval(organ, kind) == CITY_GOVERNMENT


async def test_who_had_a_case_before_orders_nothing_in_the_name_of_another(
    door: Door, case: str
) -> None:
    """提级以后，原办理机关不能以别的上级的名义责令恢复审理 (ARL 40)."""
    await elevated(door, case)
    await done(door, f"{case}/suspension", ABOVE, cause="other", text="中止审理")
    said = {"organ": "620000-government", "text": "责令恢复审理。"}
    assert await why_not(door, f"{case}/resumption-order", OFFICER, **said) == "ARL 40"


async def test_who_only_reads_from_beside_gives_no_number_and_is_offered_none(
    door: Door, case: str
) -> None:
    """被报请提级的上级可以查阅，不给下级的文书编号，页面上也没有编号 (ARL 38; RULES 69)."""
    await done(door, f"{case}/elevation-request", OFFICER, **ASKED)
    numbers = f"{case}/papers/numbers/acceptance"
    told = await door.get(numbers, ABOVE)
    assert told.json() == {"document_number": "", "may_number": False}
    assert (await door.post(numbers, ABOVE)).status_code == 404
    where = f"/desk/disputes/{DISPUTE}/papers/made/{case.split('/')[2]}/acceptance.pdf"
    async with building(door.hub) as house:
        above = house.visitor(Role.RECONSIDERATION_HEAD, organ=CITY_GOVERNMENT)
        page = await above.get(where)
        assert page.status_code == 200
        assert "papers/numbers" not in page.text
        assert (await door.post(numbers, OFFICER)).status_code == 201
        assert "复受字〔2026〕1号" in (await above.get(where)).text


async def test_only_heads_ask_and_order(door: Door, case: str) -> None:
    """报请、决定提级由负责人办理 (ARL 38)."""
    handler = {**OFFICER, "code": "officer-8", "roles": [Role.RECONSIDERATION]}
    for path, body in (("elevation-request", ASKED), ("elevation", ORDERED)):
        assert (await door.post(f"{case}/{path}", handler, **body)).status_code == 403


async def test_the_authority_below_cannot_take_up_its_own_case(door: Door, case: str) -> None:
    """本机关不能决定提级 (ARL 38)."""
    own = {**ORDERED, "ground": "public"}
    assert await why_not(door, f"{case}/elevation", OFFICER, **own) == "ARL 38(1)"


async def test_an_order_that_comes_in_below_is_put_on_file_there(door: Door, case: str) -> None:
    """上级径行决定提级的，下级收到通知后记入案卷 (ARL 38; ARR2026 40)."""
    said = {**ORDERED, "organ": CITY_GOVERNMENT}
    assert await why_not(door, f"{case}/elevation", OFFICER, **said) == "ARR2026 40(1)"
    put = await done(door, f"{case}/elevation", OFFICER, **said, ground="public")
    assert put["elevated"]["ordered_on"] == "2026-07-06"
    assert (await door.get(case, ABOVE)).status_code == 200
    assert (await running(door, case))["hand_over"] == day("2026-07-13")


async def test_from_the_order_to_the_receipt_only_what_is_sent_in_is_taken(
    door: Door, case: str
) -> None:
    """决定提级以后下级不再办理，答复照收 (ARR2026 40)."""
    said = {**ORDERED, "organ": CITY_GOVERNMENT, "ground": "public"}
    await done(door, f"{case}/elevation", OFFICER, **said)
    assert await why_not(door, f"{case}/draft", OFFICER, **road("revoked")[2][2]) == "ARR2026 40(3)"
    extension = {"days": 10, "reason": "案情复杂"}
    assert await why_not(door, f"{case}/extension", OFFICER, **extension) == "ARR2026 40(3)"
    await done(door, f"{case}/reply", DEPARTMENT, text="答复如下")
    await done(door, f"{case}/stay-request", PARTY, text="请停止执行")


async def test_the_same_file_goes_on_above_and_its_days_run_anew(door: Door, case: str) -> None:
    """审理期限自上级收到案件材料之日起重新计算，案卷不变 (ARR2026 40)."""
    await elevated(door, case)
    assert (await running(door, case))["decide"] == day("2026-09-14")
    assert "hand_over" not in await running(door, case)
    found = (await door.get(case, ABOVE)).json()
    assert (found["authority"], found["elevated"]["before"]) == (CITY_GOVERNMENT, [AUTHORITY])
    assert f"/reconsiderations/{found['case_id']}" == case
    views = {"manner": "telephone", "record": "处罚过重"}
    await done(door, f"{case}/views", ABOVE, **views)


async def test_the_authority_below_reads_on_and_does_nothing(door: Door, case: str) -> None:
    """提级以后，下级可以查阅，不能办理 (ARL 38)."""
    await elevated(door, case)
    assert (await door.get(case, OFFICER)).status_code == 200
    views = {"manner": "telephone", "record": "处罚过重"}
    assert (await door.post(f"{case}/views", OFFICER, **views)).status_code == 404
    assert (await door.get(case, NEIGHBOUR)).status_code == 404
    assert (await door.get(case, PARTY)).status_code == 200


async def test_who_had_the_case_before_says_nothing_of_another_elevation(
    door: Door, case: str
) -> None:
    """提级以后，原办理机关只能查阅，不能再以别的上级的名义决定提级与否 (ARL 38)."""
    await elevated(door, case)
    said = {**ORDERED, "organ": "620000-government", "ground": "public"}
    assert await why_not(door, f"{case}/elevation", OFFICER, **said) == "ARL 38(1)"
    denied = {"organ": "620000-government", "reason": "不予提级。"}
    assert await why_not(door, f"{case}/elevation-denial", OFFICER, **denied) == "ARL 38(1)"


async def test_a_hand_over_that_is_late_is_recorded_and_still_owed(door: Door, case: str) -> None:
    """五个工作日内没有移送的，记录逾期，仍须移送 (ARR2026 40; ARL 80)."""
    said = {**ORDERED, "organ": CITY_GOVERNMENT, "ground": "public"}
    await done(door, f"{case}/elevation", OFFICER, **said)
    door.clock.move_to(datetime.combine(day("2026-07-14"), time(0, 1), CITY))
    await Sweep(door.hub).once()
    kinds = await door.hub.pool.fetch(
        "SELECT kind, body::jsonb ->> 'duty' AS duty FROM hub.outbox WHERE case_id = $1"
        " ORDER BY version DESC LIMIT 1",
        case.rpartition("/")[2],
    )
    assert [tuple(row) for row in kinds] == [("reconsideration.overdue.v1", "hand_over")]
    door.on("2026-07-14")
    await done(door, f"{case}/file-transfer", OFFICER, text="一卷。")
    await done(door, f"{case}/elevated-file-receipt", ABOVE)


async def test_an_attached_review_that_runs_goes_along_with_its_case(door: Door) -> None:
    """提级时正在进行的附带审查随案归上级，下级只能查阅 (ARL 38, 56)."""
    days = {"received_on": "2026-07-06", "learnt_on": "2026-07-01"}
    taken = await door.post("/reconsiderations", PARTY, **{**APPLICATION, **days})
    case = f"/reconsiderations/{taken.json()['case_id']}"
    await done(door, f"{case}/attached-request", PARTY, document="local", text="请求审查第八条")
    await done(door, f"{case}/acceptance", OFFICER)
    await done(door, f"{case}/suspension", OFFICER, cause="document", text="附带审查，中止审理")
    review = await review_of(door)
    assert (await door.get(review, ABOVE)).status_code == 404
    await elevated(door, case)
    await settle(door.hub)
    found = (await door.get(review, ABOVE)).json()
    assert (found["authority"], found["suspended_on"]) == (CITY_GOVERNMENT, "2026-07-06")
    assert (await door.get(review, OFFICER)).status_code == 200
    said = {"issuer": AUTHORITY}
    assert (await door.post(f"{review}/competence", OFFICER, **said)).status_code == 404
    assert (await done(door, f"{review}/competence", ABOVE, **said))["state"] == "dealing"


async def test_while_a_file_is_handed_over_a_stay_is_still_answered(door: Door, case: str) -> None:
    """移送期间申请停止执行的，由仍然持有案卷的下级答复 (ARL 42; ARR2026 40)."""
    door.on("2026-07-13")
    await done(door, f"{case}/elevation-request", OFFICER, **ASKED)
    await done(door, f"{case}/elevation", ABOVE, **ORDERED)
    await done(door, f"{case}/stay-request", PARTY, text="拆除后无法恢复")
    assert (await running(door, case))["answer_stay"] == day("2026-07-20")
    said = {"ground": "asked", "text": "停止执行。"}
    await done(door, f"{case}/stay", OFFICER, **said)
    assert "answer_stay" not in await running(door, case)


async def test_a_case_that_is_suspended_stays_so_above(door: Door, case: str) -> None:
    """中止的案件提级后仍然中止，恢复之日起计算 (ARL 39; ARR2026 40)."""
    said = {"cause": "other", "text": "中止审理"}
    await done(door, f"{case}/suspension", OFFICER, **said)
    await elevated(door, case)
    assert (await running(door, case))["decide"] is None
    door.on("2026-07-27")
    await done(door, f"{case}/resumption", ABOVE, text="恢复审理")
    # sixty days from 16 July are 14 September; eleven days of standing still make 25 September,
    # the Mid-Autumn Festival, and the next working day is Monday the 28th
    assert (await running(door, case))["decide"] == day("2026-09-28")


async def test_what_begins_while_the_file_is_on_its_way_is_owed_once_it_is_received(
    door: Door, case: str
) -> None:
    """移送期间满六十日的，无人能够终止，五个工作日自上级收到材料起计算 (ARL 41; ARR2026 40)."""
    await done(door, f"{case}/suspension", OFFICER, cause="death", text="中止审理")
    door.on("2026-09-01")
    await done(door, f"{case}/elevation-request", OFFICER, **ASKED)
    await done(door, f"{case}/elevation", ABOVE, **ORDERED)
    await done(door, f"{case}/file-transfer", OFFICER, text="一卷。")
    door.on("2026-09-07")  # sixty days from 6 July ended on 4 September
    await Sweep(door.hub).once()
    assert (await running(door, case))["terminate"] is None
    door.on("2026-09-14")
    await Sweep(door.hub).once()
    await done(door, f"{case}/elevated-file-receipt", ABOVE)
    # 15 to 18 September are four days, and Sunday the 20th is a working day this year
    assert (await running(door, case))["terminate"] == day("2026-09-20")


async def test_the_decision_of_the_authority_above_is_its_own_from_reviewers_to_seal(
    door: Door, case: str
) -> None:
    """上级以自己的名义作出决定 (ARL 38, 61)."""
    await done(door, f"{case}/reply", DEPARTMENT, text="答复如下")
    await done(door, f"{case}/reviewers", OFFICER, reviewers=["fuyi-01", "fuyi-02"])
    await elevated(door, case)
    await done(door, f"{case}/views", ABOVE, manner="telephone", record="处罚过重")
    for path, _, body in road("revoked"):
        made = await done(door, f"{case}/{path}", ABOVE, **body)
    assert (made["state"], made["authority"]) == ("decided", CITY_GOVERNMENT)
    number = "SELECT body::jsonb ->> 'authority' FROM hub.outbox WHERE kind = $1"
    kind = "reconsideration.number_given.v1"
    assert await door.hub.pool.fetchval(number, kind) == CITY_GOVERNMENT
    served = await done(door, f"{case}/delivery", ABOVE, served_on="2026-07-16", **HANDED)
    assert served["state"] == "delivered"


async def test_the_file_of_letters_goes_along_to_the_authority_above(door: Door, case: str) -> None:
    """随案开立的后续案卷随提级案件移交，下级只能查阅 (ARL 76; ARR2026 40; RULES 116)."""
    begun = await done(door, f"{case}/aftermath", OFFICER)
    after = f"/aftermaths/{begun['case_id']}"
    assert (await door.get(after, ABOVE)).status_code == 404
    await elevated(door, case)
    labels = {"authority": CITY_GOVERNMENT}
    await hear(door, ElevatedFileReceived, LISTENS, labels)
    assert (await door.get(after, ABOVE)).json()["authority"] == CITY_GOVERNMENT
    said = {"organ": RESPONDENT, "flaw": "illegal", "text": "请纠正。"}
    assert (await door.post(f"{after}/opinion-letter", OFFICER, **said)).status_code == 404
    letter = await done(door, f"{after}/opinion-letter", ABOVE, **said)
    assert [one["organ"] for one in letter["letters"]] == [RESPONDENT]


async def test_the_services_of_letters_go_along_to_the_authority_above(
    door: Door, case: str
) -> None:
    """后续案卷的文书送达随提级案件移交，由上级查阅 (ARL 88; ARR2026 40)."""
    begun = await done(door, f"{case}/aftermath", OFFICER)
    after = f"/aftermaths/{begun['case_id']}"
    said = {"organ": RESPONDENT, "flaw": "illegal", "text": "请纠正。"}
    await done(door, f"{after}/opinion-letter", OFFICER, **said)
    papers = f"/reconsiderations/{begun['case_id']}"
    await done(door, f"{papers}/papers/numbers/opinion-letter", OFFICER)
    [letter] = (await door.get(f"{papers}/paper-service", OFFICER)).json()
    today = door.clock.now().date().isoformat()
    service = {"manner": "direct", "shown_on": today, "receipt": "已签收。"}
    await done(door, f"{papers}/paper-service", OFFICER, paper=letter["paper"], **service)
    await elevated(door, case)
    await hear(door, ElevatedFileReceived, LISTENS, {"authority": CITY_GOVERNMENT})
    whose = "SELECT labels ->> 'authority' FROM hub.file WHERE case_id = $1"
    beside = services_of(UUID(begun["case_id"]))
    assert await door.hub.pool.fetchval(whose, beside) == CITY_GOVERNMENT


PROVINCE = "620000-government"
ENDED = {
    "end": "decided",
    "ended_on": "2026-08-31",
    "document_number": "甘政复决字〔2026〕12号",
    "text": "省政府已作出复议决定并送达各方。",
}


async def test_a_case_that_went_to_the_province_ends_as_the_province_tells(
    door: Door, case: str
) -> None:
    """提级由省政府审理的，移送案件材料的机关按其告知的结果记载办结 (ARR2026 40; RULES 118)."""
    path, said = f"{case}/elevated-case-end", {**ORDERED, "organ": PROVINCE, "ground": "public"}
    assert await why_not(door, path, OFFICER, **{**ENDED, "ended_on": "2026-07-06"}) == "RULES 118"
    await done(door, f"{case}/elevation", OFFICER, **said)
    await done(door, f"{case}/file-transfer", OFFICER, text="一卷。")
    door.on("2026-09-01")
    early = {**ENDED, "ended_on": "2026-07-03"}
    assert await why_not(door, path, OFFICER, **early) == "RULES 118"
    ended = await done(door, path, OFFICER, **ENDED)
    assert (ended["state"], ended["authority"]) == ("ended_above", AUTHORITY)
    assert await running(door, case) == {}
    assert (await door.get(case, PARTY)).json()["state"] == "ended_above"


async def test_an_authority_of_the_city_goes_on_in_the_case_itself(door: Door, case: str) -> None:
    """上级在本枢纽办理的，收到材料后继续办理，下级不代为记载办结 (ARR2026 40; RULES 118)."""
    said = {**ORDERED, "organ": CITY_GOVERNMENT, "ground": "public"}
    await done(door, f"{case}/elevation", OFFICER, **said)
    await done(door, f"{case}/file-transfer", OFFICER, text="一卷。")
    told = {**ENDED, "ended_on": "2026-07-06"}
    assert await why_not(door, f"{case}/elevated-case-end", OFFICER, **told) == "RULES 118"
