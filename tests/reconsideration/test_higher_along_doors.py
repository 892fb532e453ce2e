"""What goes along to the authority above, and how a case ends there (ARL 38; ARR2026 40)."""

from uuid import UUID

from services.reconsideration.agents import LISTENS
from services.reconsideration.store import services_of
from shared.contracts.reconsideration.higher import ElevatedFileReceived
from shared.sweep import Sweep
from tests.reconsideration.deciding import HANDED, road
from tests.reconsideration.higher import (
    ABOVE,
    ASKED,
    ORDERED,
    case,
    clock,
    done,
    elevated,
    running,
    why_not,
)
from tests.reconsideration.makers import AUTHORITY, CITY_GOVERNMENT, RESPONDENT, day
from tests.reconsideration.test_attached_doors import review_of, settle
from tests.reconsideration.test_routes import APPLICATION, DEPARTMENT, OFFICER, PARTY, Door, hear

__all__ = ["case", "clock"]


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
