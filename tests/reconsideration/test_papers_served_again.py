"""文书重新送达: the service that counts, and the days that run from it (ARL 31, 88; CPL 87)."""

from uuid import UUID

import httpx
import pytest

from services.reconsideration.pages.served import served
from shared.pages import READER
from shared.sweep import Sweep
from tests.reconsideration.checking import found
from tests.reconsideration.makers import ANNA, AUTHORITY, BERT, RESPONDENT
from tests.reconsideration.test_heirless_doors import GONE
from tests.reconsideration.test_papers_served import (
    SIGNED,
    case_of,
    clock,
    door,
    numbered,
    told,
)
from tests.reconsideration.test_people_doors import WIFE
from tests.reconsideration.test_routes import APPLICATION, OFFICER, Door

__all__ = ["clock", "door"]

WHY = {"reason": "签收的不是同住的成年家属，申请人没有收到。"}
RUNS = """
SELECT started_on::text, ended IS NULL AS runs FROM hub.deadline
WHERE case_id = $1 AND name = 'supplement' ORDER BY opened
"""


@pytest.fixture
async def asked(door: Door) -> str:
    """Two applicants who had the notice to supplement on 6 and on 10 March; the case."""
    both = {**APPLICATION, "applicants": [str(ANNA), str(BERT)], "manner": "in_person"}
    answer = await door.post("/reconsiderations", OFFICER, **both)
    case = f"/reconsiderations/{answer.json()['case_id']}"
    door.on("2026-03-05")
    await door.post(f"{case}/supplement-notice", OFFICER, text="请补交")
    await numbered(door, case, "supplement")
    door.on("2026-03-20")
    for person, on in ((ANNA, "2026-03-06"), (BERT, "2026-03-10")):
        done = await send(door, case, person, on, path="paper-service")
        assert done.status_code == 201, done.text
    return case


async def send(
    door: Door,
    case: str,
    person: UUID,
    on: str,
    *,
    path: str = "paper-service-again",
    **said: str,
) -> httpx.Response:
    paper = (await told(door, case))["supplement"]["paper"]
    whom = {**SIGNED, "paper": paper, "person_id": str(person), "shown_on": on}
    return await door.post(f"{case}/{path}", OFFICER, **whom, **said)


async def runs(door: Door, case: str) -> list[tuple[str, bool]]:
    rows = await door.hub.pool.fetch(RUNS, UUID(case.split("/")[2]))
    return [(row["started_on"], row["runs"]) for row in rows]


async def test_ten_days_to_supplement_run_anew_from_the_service_that_was_one(
    door: Door, asked: str
) -> None:
    """自收到补正通知之日起十日：前一次不成其为送达的，写明理由重新送达，十日重新起算 (ARL 31)."""
    assert (await send(door, asked, BERT, "2026-03-16")).status_code == 422, "it says no reason"
    twice = await send(door, asked, BERT, "2026-03-16", path="paper-service")
    assert (twice.status_code, twice.json()["article"]["code"]) == (409, "CPL 87(2)")
    early = await send(door, asked, BERT, "2026-03-09", **WHY)
    assert (early.status_code, early.json()["article"]["code"]) == (409, "CPL 87(2)")
    assert await runs(door, asked) == [("2026-03-10", True)]
    done = await send(door, asked, BERT, "2026-03-16", **WHY)
    assert done.status_code == 201, done.text
    assert await runs(door, asked) == [("2026-03-10", False), ("2026-03-16", True)]
    to = (await told(door, asked))["supplement"]["to"]
    assert [one["served_on"] for one in to] == ["2026-03-06", "2026-03-16"]
    assert (await send(door, asked, ANNA, "2026-03-11", **WHY)).status_code == 201
    assert await runs(door, asked) == [("2026-03-10", False), ("2026-03-16", True)], "of the last"
    assert await found(door.hub) == {}


async def test_what_was_extended_further_is_not_shortened(door: Door, asked: str) -> None:
    """已经延长到更晚之日的，重新送达不缩短补正期限；更早的，十日重新起算 (ARL 31)."""
    reason = {"until": "2026-04-03", "reason": "申请人住院。"}
    assert (await door.post(f"{asked}/supplement-extension", OFFICER, **reason)).status_code == 201
    assert (await send(door, asked, BERT, "2026-03-12", **WHY)).status_code == 201
    assert await runs(door, asked) == [("2026-03-10", False)]
    door.on("2026-03-27")
    assert (await send(door, asked, BERT, "2026-03-27", **WHY)).status_code == 201
    assert await runs(door, asked) == [("2026-03-10", False), ("2026-03-27", True)]
    running = (
        "SELECT count(*) FROM hub.deadline WHERE name = 'supplement_extended' AND ended IS NULL"
    )
    assert await door.hub.pool.fetchval(running) == 0


async def test_what_was_given_up_stays_closed_and_the_service_is_on_record(
    door: Door, asked: str
) -> None:
    """已经视为放弃的案卷不再恢复，重新送达照记，由上级责令纠正后另卷办理 (ARL 31; RULES 146)."""
    door.on("2026-03-27")
    await Sweep(door.hub).once()
    assert (await door.get(asked, OFFICER)).json()["state"] == "abandoned"
    assert (await send(door, asked, BERT, "2026-03-26", **WHY)).status_code == 201
    assert (await door.get(asked, OFFICER)).json()["state"] == "abandoned"
    assert await runs(door, asked) == [("2026-03-10", False)]
    to = (await told(door, asked))["supplement"]["to"]
    assert to[1]["served_on"] == "2026-03-26"


async def test_any_paper_that_was_served_is_served_again(door: Door) -> None:
    """任何文书都可以重新送达，答复通知书也可以；没有送达过的不是重新送达 (CPL 87; RULES 164)."""
    case = await case_of(door)
    assert (await door.post(f"{case}/copy", OFFICER)).is_success
    for sort in ("acceptance", "reply-notice"):
        await numbered(door, case, sort)
    door.on("2026-03-09")
    papers = await told(door, case)
    case_id = UUID(case.split("/")[2])
    assert await served(door.hub, case_id, {READER: AUTHORITY}) == ()
    codes = {}
    for sort, whom in (("acceptance", {}), ("reply-notice", {"organ": RESPONDENT})):
        said = {**SIGNED, "paper": papers[sort]["paper"], **whom}
        never = await door.post(
            f"{case}/paper-service-again", OFFICER, **said, **WHY, **_whom(sort)
        )
        assert never.status_code == 409
        first = await door.post(f"{case}/paper-service", OFFICER, **said)
        assert first.status_code == 201, first.text
        late = {**said, "shown_on": "2026-03-09", **_whom(sort)}
        codes[sort] = (
            await door.post(f"{case}/paper-service-again", OFFICER, **late, **WHY)
        ).status_code
    assert codes == {"acceptance": 201, "reply-notice": 201}
    options = dict(await served(door.hub, case_id, {READER: AUTHORITY}))
    assert set(options) == {papers["acceptance"]["paper"], papers["reply-notice"]["paper"]}
    [to] = (await told(door, case))["acceptance"]["to"]
    assert to["served_on"] == "2026-03-09"


async def test_on_whoever_is_no_more_no_paper_is_served_again(door: Door) -> None:
    """送达以后死亡而没有承受人的，不再重新送达，也不列入可选的受送达人 (RULES 145)."""
    case = await case_of(door)
    named = {"person": WIFE, "called": True, "interested": True, "text": "通知参加"}
    joined = await door.post(f"{case}/third-person", OFFICER, **named)
    assert joined.is_success, joined.text
    [third] = [one["person_id"] for one in joined.json()["participants"]["third_persons"]]
    await numbered(door, case, "acceptance")
    await numbered(door, case, "third-person")
    door.on("2026-03-11")
    papers = await told(door, case)
    for sort, whom in (("acceptance", ANNA), ("third-person", third)):
        said = {**SIGNED, "paper": papers[sort]["paper"], "person_id": str(whom)}
        first = await door.post(f"{case}/paper-service", OFFICER, **said)
        assert first.status_code == 201, first.text
    case_id = UUID(case.split("/")[2])
    offered = {papers["acceptance"]["paper"], papers["third-person"]["paper"]}
    assert set(dict(await served(door.hub, case_id, {READER: AUTHORITY}))) == offered
    gone = await door.post(f"{case}/addressee-gone", OFFICER, **GONE, person_id=third)
    assert gone.is_success, gone.text
    never = await door.post(f"{case}/paper-service-again", OFFICER, **said, **WHY)
    assert (never.status_code, never.json()["article"]["code"]) == (409, "RULES 145")
    options = dict(await served(door.hub, case_id, {READER: AUTHORITY}))
    assert set(options) == {papers["acceptance"]["paper"]}


def _whom(sort: str) -> dict[str, str]:
    """An applicant who has it already is named."""
    return {"person_id": str(ANNA)} if sort == "acceptance" else {}
