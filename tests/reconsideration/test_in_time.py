"""期满前交邮、递交的书面答复 through HTTP and PostgreSQL (ARL 48, 70, 88; CPL 85)."""

from collections.abc import AsyncIterator
from datetime import datetime, time
from typing import Any
from uuid import UUID

import httpx
import pytest

from services.reconsideration.domain.case import Case
from services.reconsideration.office import OFFICE
from services.reconsideration.store import CASES
from shared.auth import LocalTokens
from shared.clock import StillClock
from shared.law.period import CITY
from shared.sweep import Sweep
from shared.web import web_app
from shared.work import Hub
from tests.reconsideration.higher import offered
from tests.reconsideration.makers import DISPUTE, OTHER, day
from tests.reconsideration.test_routes import APPLICATION, DEPARTMENT, OFFICER, PARTY, Door
from tests.registering import take_in

PROOF = "信封邮戳2026年3月23日，邮件查询单一份"
OWN = {
    "evidence_kind": "record",
    "proving": "legality",
    "shows": "检查笔录",
    "collected_on": "2026-02-01",
}
SUPPLEMENT = {"posted_on": "2026-03-16", "proof": "信封邮戳2026年3月16日", "text": "复印件一份"}
RUNS = """
SELECT name, ((until AT TIME ZONE 'Asia/Shanghai') - interval '1 minute')::date::text AS last
FROM hub.deadline WHERE case_id = $1 AND ended IS NULL
"""
HOW = "SELECT ended, made_good FROM hub.deadline WHERE name = $1 ORDER BY opened"


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-03-02"), time(9), CITY))


@pytest.fixture
async def door(hub: Hub, clock: StillClock) -> AsyncIterator[Door]:
    tokens = LocalTokens(b"a secret of tests, long enough to be one", clock)
    app = web_app(title="复议", routers=[load() for load in OFFICE.routers], hub=hub, tokens=tokens)
    await take_in(hub, DISPUTE)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as web:
        yield Door(web, hub, clock, tokens)


async def done(door: Door, path: str, who: dict[str, Any], **body: object) -> dict[str, Any]:
    answer = await door.post(path, who, **body)
    assert answer.status_code == 201, answer.text
    said: dict[str, Any] = answer.json()
    return said


async def silent(door: Door, **more: object) -> str:
    """The copy received on 9 March, so that the last day is 23 March; now it is the 25th."""
    file = await done(door, "/reconsiderations", PARTY, **APPLICATION | more)
    path = f"/reconsiderations/{file['case_id']}"
    door.on("2026-03-05")
    await done(door, f"{path}/acceptance", OFFICER)
    door.on("2026-03-09")
    await done(door, f"{path}/copy", OFFICER, received_on="2026-03-09")
    door.on("2026-03-25")
    return path


@pytest.mark.parametrize("way", ["posted_on", "handed_over_on"])
async def test_a_reply_that_was_sent_on_the_last_day_is_no_silence(door: Door, way: str) -> None:
    """期满前交邮或者递交、期满以后收到的答复不算逾期，不视为没有证据 (CPL 85; ARL 48, 70)."""
    path = await silent(door)
    said = {way: "2026-03-23", "proof": PROOF, "text": "答复如下"}
    file = await done(door, f"{path}/reply-in-time", OFFICER, **said)
    assert (file["state"], file["reply_forfeited"]) == ("examining", False)
    await done(door, f"{path}/respondent-evidence", DEPARTMENT, pieces=[OWN])
    case = await _case(door, path)
    assert (case.evidence.reply_id is None, case.unanswered, case.proving) == (False, False, (1,))
    assert [tuple(row) for row in await door.hub.pool.fetch(HOW, "reply")] == [("met", None)]


async def test_what_comes_on_a_later_day_is_late_though_the_reply_was_in_time(door: Door) -> None:
    """答复在期满前交邮的，以后才收到的证据仍须经同意补充 (ARL 46)."""
    path = await silent(door)
    said = {"posted_on": "2026-03-23", "proof": PROOF, "text": "答复如下"}
    await done(door, f"{path}/reply-in-time", OFFICER, **said)
    door.on("2026-03-26")
    late = await door.post(f"{path}/respondent-evidence", DEPARTMENT, pieces=[OWN])
    assert (late.status_code, late.json()["article"]["code"]) == (409, "ARL 46(2)")


@pytest.mark.parametrize("sent", ["2026-03-24", "2026-03-08"])
async def test_a_reply_that_was_not_posted_in_its_days_stays_late(door: Door, sent: str) -> None:
    """交邮之日晚于最后一日的，仍是逾期；早于收到副本的，不会是对它的答复 (CPL 85)."""
    path = await silent(door)
    said = {"posted_on": sent, "proof": PROOF, "text": "答复如下"}
    answer = await door.post(f"{path}/reply-in-time", OFFICER, **said)
    assert (answer.status_code, answer.json()["article"]["code"]) == (409, "CPL 85(4)")
    await Sweep(door.hub).once()
    assert (await _case(door, path)).reply_forfeited
    assert [row[0] for row in await door.hub.pool.fetch(HOW, "reply")] == ["lapsed"]


async def test_only_the_body_says_with_proof_that_a_reply_was_in_time(door: Door) -> None:
    """期满前交邮由行政复议机构凭证明查明，写明一种方式 (CPL 85)."""
    path = await silent(door)
    said = {"posted_on": "2026-03-23", "text": "答复如下"}
    whole = said | {"proof": PROOF}
    assert (await door.post(f"{path}/reply-in-time", DEPARTMENT, **whole)).status_code == 403
    both = whole | {"handed_over_on": "2026-03-23"}
    for lacking in (said, both):
        assert (await door.post(f"{path}/reply-in-time", OFFICER, **lacking)).status_code == 422


async def test_a_reply_that_was_taken_in_as_late_turns_out_to_be_in_time(door: Door) -> None:
    """已经按逾期收入案卷的答复，查明在期满前交邮的，就是在期限内的答复 (CPL 85)."""
    path = await silent(door)
    none = await door.post(f"{path}/reply-in-time", OFFICER, posted_on="2026-03-23", proof=PROOF)
    assert none.status_code == 422
    assert (await done(door, f"{path}/late-reply", DEPARTMENT, text="答复如下"))["reply_forfeited"]
    late = await _case(door, path)
    await done(door, f"{path}/reply-in-time", OFFICER, posted_on="2026-03-23", proof=PROOF)
    case = await _case(door, path)
    assert (case.reply_forfeited, case.evidence.reply_id) == (False, late.evidence.reply_id)
    again = await door.post(f"{path}/reply-in-time", OFFICER, posted_on="2026-03-23", proof=PROOF)
    assert again.status_code == 409


async def test_each_of_several_respondents_has_its_own_day_of_posting(door: Door) -> None:
    """共同被申请人各自的答复，各自查明是否在期满前交邮 (ARL 19, 48; CPL 85)."""
    path = await silent(door, joint=[OTHER])
    said = {"posted_on": "2026-03-23", "proof": PROOF, "text": "答复如下", "organ": OTHER}
    file = await done(door, f"{path}/reply-in-time", OFFICER, **said)
    [other] = file["joint"]
    assert (other["forfeited"], file["reply_forfeited"]) == (False, True)
    case = await _case(door, path)
    assert (case.unanswered, case.tracks[OTHER]) == (False, "replied")
    assert [row[0] for row in await door.hub.pool.fetch(HOW, "joint_reply")] == ["met"]
    assert [row[0] for row in await door.hub.pool.fetch(HOW, "reply")] == ["lapsed"]


async def abandoned(door: Door) -> str:
    """The notice received on 2 March, so that the last day is 16 March; now it is the 18th."""
    file = await done(door, "/reconsiderations", PARTY, **APPLICATION)
    path = f"/reconsiderations/{file['case_id']}"
    await done(door, f"{path}/supplement-notice", OFFICER, text="请补交处罚决定书复印件")
    await done(door, f"{path}/papers/numbers/supplement", OFFICER)
    await done(door, f"{path}/supplement-notice-receipt", OFFICER)
    door.on("2026-03-18")
    return path


async def test_a_supplement_that_was_posted_on_the_last_day_is_reviewed_anew(door: Door) -> None:
    """补正材料期满前交邮、期满以后收到的，不视为放弃，在新的案卷接着审查 (ARL 31; CPL 85)."""
    path = await abandoned(door)
    file = await done(door, f"{path}/supplement-in-time", OFFICER, **SUPPLEMENT)
    new = f"/reconsiderations/{file['case_id']}"
    assert (new == path, file["state"]) == (False, "supplemented")
    assert (await _case(door, path)).state == "abandoned"
    case = await _case(door, new)
    assert (str(case.posted_on), str(case.supplemented_on)) == ("2026-03-02", "2026-03-18")
    [row] = await door.hub.pool.fetch(RUNS, case.case_id)
    assert (row["name"], row["last"]) == ("review_again", "2026-03-25")
    accepted = await door.post(f"{new}/acceptance", OFFICER)
    assert accepted.status_code == 201, accepted.text
    again = await door.post(f"{path}/supplement-in-time", OFFICER, **SUPPLEMENT)
    assert (again.status_code, again.json()["article"]["code"]) == (409, "ARL 31(2)")


async def test_a_supplement_that_was_posted_later_stays_given_up(door: Door) -> None:
    """交邮之日晚于补正的最后一日的，仍视为放弃，告知依据 (ARL 31; CPL 85)."""
    path = await abandoned(door)
    said = SUPPLEMENT | {"posted_on": "2026-03-17"}
    answer = await door.post(f"{path}/supplement-in-time", OFFICER, **said)
    assert (answer.status_code, answer.json()["article"]["code"]) == (409, "CPL 85(4)")


async def test_who_was_not_taken_to_have_given_up_supplements_in_the_file(door: Door) -> None:
    """没有视为放弃的，在本案卷补正 (ARL 31)."""
    path = await abandoned(door)
    door.on("2026-03-18")
    file = await done(door, f"{path}/supplement-in-time", OFFICER, **SUPPLEMENT)
    new = f"/reconsiderations/{file['case_id']}"
    answer = await door.post(f"{new}/supplement-in-time", OFFICER, **SUPPLEMENT)
    assert (answer.status_code, answer.json()["article"]["code"]) == (409, "ARL 31(2)")


async def test_the_page_of_the_closed_file_offers_it_once(door: Door) -> None:
    """视为放弃的案卷页提供办理，办理以后不再提供；只有行政复议机构的人员办理 (CPL 85)."""
    path = await abandoned(door)
    await Sweep(door.hub).once()
    assert "supplement-in-time" in await offered(door, path, OFFICER)
    assert "supplement-in-time" not in await offered(door, path, PARTY)
    assert (await door.post(f"{path}/supplement-in-time", PARTY, **SUPPLEMENT)).status_code == 403


async def _case(door: Door, path: str) -> Case:
    case, _ = await door.hub.read(CASES, UUID(path.rsplit("/", 1)[1]))
    return case
