"""Authorities that decide together at the doors: who reads, signs, and is told (ARR2026 32)."""

import json
from collections.abc import AsyncIterator
from datetime import datetime, time
from typing import Any
from uuid import UUID

import httpx
import pytest

from services.notification.domain.making import notices
from services.notification.domain.told import Notice, Told
from services.reconsideration.agents import LISTENS
from services.reconsideration.books import RULES
from services.reconsideration.office import OFFICE
from services.reconsideration.queries.approvals import listed, waiting
from services.reconsideration.store import aftermath_of, services_of
from shared.auth import LocalTokens, Role
from shared.casepage.private import router as private
from shared.casepage.routes import router as case_files
from shared.clock import StillClock
from shared.contracts.catalogue import read
from shared.contracts.reconsideration.co_deciding import CoAuthorityCalled, CoAuthorityReleased
from shared.law.period import CITY, day_of_expiry
from shared.sweep import Sweep
from shared.web import web_app
from shared.work import Hub
from tests.reconsideration.deciding import CONSENT, road
from tests.reconsideration.higher import offered
from tests.reconsideration.makers import AUTHORITY, DISPUTE, day
from tests.reconsideration.test_routes import APPLICATION, DEPARTMENT, OFFICER, Door, hear
from tests.registering import take_in

TAX, ABOVE_TAX = "620702-shuishou", "620700-shuishou"
OF_TAX = {"code": "head-6", "roles": [Role.RECONSIDERATION_HEAD], "organ": ABOVE_TAX}
STRANGER = {"code": "head-9", "roles": [Role.RECONSIDERATION_HEAD], "organ": "620721-government"}
CLERK = {**OFFICER, "code": "fuyi-07", "roles": [Role.RECONSIDERATION]}
CALL = {"organ": ABOVE_TAX, "text": "请贵机关共同办理。"}
ON, DECIDED = "2026-09-01", "2026-09-18"
UNCALLED = "UPDATE reconsideration.ordinary SET co_authorities = '[]' WHERE case_id = $1"
"""As a draft was that was agreed to before another authority was to be called in."""
NEWEST = "SELECT kind, body FROM hub.outbox WHERE case_id = $1 ORDER BY version DESC LIMIT 1"


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day(ON), time(9), CITY))


@pytest.fixture
async def door(hub: Hub, clock: StillClock) -> AsyncIterator[Door]:
    tokens = LocalTokens(b"a secret of tests, long enough to be one", clock)
    routers = [*(load() for load in OFFICE.routers), case_files, private]
    app = web_app(title="复议", routers=routers, hub=hub, tokens=tokens)
    await take_in(hub, DISPUTE)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as web:
        yield Door(web, hub, clock, tokens)


async def done(door: Door, path: str, who: dict[str, Any], **body: object) -> dict[str, Any]:
    answer = await door.post(path, who, **body)
    assert answer.status_code == 201, (path, answer.status_code, answer.text)
    said: dict[str, Any] = answer.json()
    return said


async def why_not(door: Door, path: str, who: dict[str, Any], **body: object) -> str:
    answer = await door.post(path, who, **body)
    assert answer.status_code == 409, (path, answer.status_code, answer.text)
    return str(answer.json()["article"]["code"])


@pytest.fixture
async def case(door: Door) -> str:
    """The department and the tax office acted together; all have replied, and all was heard."""
    dates = {"received_on": ON, "learnt_on": "2026-08-20", "manner": "in_person"}
    taken = await done(
        door, "/reconsiderations", OFFICER, **{**APPLICATION, **dates, "joint": [TAX]}
    )
    path = f"/reconsiderations/{taken['case_id']}"
    await done(door, f"{path}/acceptance", OFFICER)
    await done(door, f"{path}/copy", CLERK, received_on=ON)
    await done(door, f"{path}/reply", DEPARTMENT, text="答复如下")
    of_tax = {"code": "clerk-5", "roles": [Role.DEPARTMENT], "organ": TAX}
    await done(door, f"{path}/reply", of_tax, text="答复如下")
    await done(door, f"{path}/views", CLERK, manner="telephone", record="处罚过重")
    return path


async def agreed_here(door: Door, case: str) -> None:
    """Found, drafted, submitted and agreed to by the authority that handles the case."""
    door.on(DECIDED)
    for path, who, body in road("revoked")[:-1]:
        await done(door, f"{case}/{path}", OFFICER if who == "head" else CLERK, **body)


async def newest(door: Door, case: str) -> list[Notice]:
    """What the desks are told of the newest page."""
    case_id = UUID(case.rpartition("/")[2])
    row = await door.hub.pool.fetchrow(NEWEST, case_id)
    found = await door.hub.pool.fetchval("SELECT labels FROM hub.file WHERE case_id = $1", case_id)
    labels = json.loads(found)
    return list(notices(Told(read(row["kind"], row["body"]), labels, door.hub.directory, {})))


async def told(door: Door, case: str) -> set[tuple[str, str]]:
    """Which desks are told of the newest page."""
    of = [one.recipient for one in await newest(door, case)]
    return {(one.role.value, one.organ) for one in of}


async def says(door: Door, case: str) -> str:
    """What the head of the other authority is told there, and how pressing it is."""
    mine = [one for one in await newest(door, case) if one.recipient.organ == ABOVE_TAX]
    return " ".join(f"{one.weight} {one.says}" for one in mine)


async def broken(door: Door) -> set[str]:
    async with door.hub.pool.acquire() as conn:
        return {rule.name for rule in RULES if (await rule.check(conn)).count}


async def test_the_other_authority_reads_the_file_signs_at_its_own_desk_and_no_more(
    door: Door, case: str
) -> None:
    """通知以后可以查阅，自己会签，不办理别的；都会签以后用印 (ARR2026 32(2); RULES 155)."""
    assert (await door.get(case, OF_TAX)).status_code == 404
    file = await done(door, f"{case}/co-authority", CLERK, **CALL)
    assert file["co_authorities"] == [ABOVE_TAX]
    assert ("reconsideration_head", ABOVE_TAX) in await told(door, case)
    assert (await door.get(case, OF_TAX)).status_code == 200
    assert (await door.get(case, STRANGER)).status_code == 404
    assert await waiting(door.hub, ABOVE_TAX, limit=9) == []
    await agreed_here(door, case)
    assert ("reconsideration_head", ABOVE_TAX) in await told(door, case)
    assert await offered(door, case, OF_TAX) == {"countersignature", "countersign-refusal"}
    [row] = await waiting(door.hub, ABOVE_TAX, "countersign", limit=9)
    assert (str(row.case.case_id), row.since) == (case.rpartition("/")[2], day(DECIDED))
    assert row.until is not None
    assert (await listed(door.hub, AUTHORITY, limit=1))[1]["countersign"] == 0
    assert await why_not(door, f"{case}/seal", CLERK) == "ARR2026 32(2)"
    assert (await door.post(f"{case}/return", OF_TAX, reason="不妥")).status_code == 404
    await done(door, f"{case}/countersignature", OF_TAX, **CONSENT)
    assert await waiting(door.hub, ABOVE_TAX, limit=9) == []
    assert ("reconsideration_head", AUTHORITY) in await told(door, case)
    made = await done(door, f"{case}/seal", CLERK)
    assert made["document_number"] == "甘政复决字〔2026〕1号"
    assert await broken(door) == set()


async def test_a_case_is_not_sent_up_before_the_other_authority_was_called_in(
    door: Door, case: str
) -> None:
    """没有通知共同办理的，不能送审 (ARR2026 32(2))."""
    door.on(DECIDED)
    *before, submission, _, _ = road("revoked")
    for path, _, body in before:
        await done(door, f"{case}/{path}", CLERK, **body)
    assert await why_not(door, f"{case}/submission", CLERK, **submission[2]) == "ARR2026 32(2)"
    await done(door, f"{case}/co-authority", CLERK, **CALL)
    await done(door, f"{case}/submission", CLERK, **submission[2])


async def test_who_does_not_agree_says_why_and_the_head_sends_it_back(
    door: Door, case: str
) -> None:
    """不同意会签的，写明理由；负责人在待审批中看到，退回重拟 (RULES 155)."""
    await done(door, f"{case}/co-authority", CLERK, **CALL)
    await agreed_here(door, case)
    assert await waiting(door.hub, AUTHORITY, "submission", limit=9) == []
    await done(door, f"{case}/countersign-refusal", OF_TAX, reason="定性不当。")
    assert ("reconsideration_head", AUTHORITY) in await told(door, case)
    assert await waiting(door.hub, ABOVE_TAX, limit=9) == []
    assert await why_not(door, f"{case}/seal", CLERK) == "RULES 155"
    [row] = await waiting(door.hub, AUTHORITY, "submission", limit=9)
    await done(door, f"/reconsiderations/{row.case.case_id}/return", OFFICER, reason="重拟。")
    again = road("revoked", reviewers=False)[:-1]
    for path, who, body in again:
        await done(door, f"{case}/{path}", OFFICER if who == "head" else CLERK, **body)
    assert len(await waiting(door.hub, ABOVE_TAX, "countersign", limit=9)) == 1


async def test_one_without_a_desk_is_put_on_record_with_its_letter(door: Door, case: str) -> None:
    """不在枢纽办理的机关，由办理的机关按其复函记载；自己会签的不附复函 (RULES 155)."""
    await done(door, f"{case}/co-authority", CLERK, **CALL)
    await agreed_here(door, case)
    bare = await door.post(f"{case}/countersignature", OFFICER, organ=ABOVE_TAX, **CONSENT)
    assert (bare.status_code, "letter" in bare.text) == (422, True)
    own = await door.post(f"{case}/countersignature", OF_TAX, letter="复函。", **CONSENT)
    assert own.status_code == 422
    by_letter = {"organ": ABOVE_TAX, "letter": "同意。", **CONSENT}
    await done(door, f"{case}/countersignature", OFFICER, **by_letter)
    assert (await done(door, f"{case}/seal", CLERK))["state"] == "decided"


async def test_when_its_days_are_over_the_heads_on_both_sides_are_told(
    door: Door, case: str
) -> None:
    """逾期没有会签的，告知各机关的负责人，仍可以会签 (RULES 155)."""
    await done(door, f"{case}/co-authority", CLERK, **CALL)
    await agreed_here(door, case)
    door.on("2026-09-28")
    await Sweep(door.hub).once()
    assert await told(door, case) >= {
        ("reconsideration_head", ABOVE_TAX),
        ("reconsideration_head", AUTHORITY),
    }
    await done(door, f"{case}/countersignature", OF_TAX, **CONSENT)
    assert (await done(door, f"{case}/seal", CLERK))["state"] == "decided"


async def test_who_is_called_in_after_the_approval_is_told_to_sign_and_has_its_days(
    door: Door, case: str
) -> None:
    """审批以后才通知共同办理的，通知写明请会签，期限自通知之日计算 (RULES 155)."""
    await done(door, f"{case}/co-authority", CLERK, **CALL)
    await agreed_here(door, case)
    case_id = UUID(case.rpartition("/")[2])
    await door.hub.pool.execute(UNCALLED, case_id)
    await door.hub.pool.execute("DELETE FROM hub.deadline WHERE name = 'countersign'")
    door.on("2026-09-21")
    await done(door, f"{case}/co-authority", CLERK, **CALL)
    assert (await says(door, case)).startswith("owed ")
    assert "会签" in await says(door, case)
    [row] = await waiting(door.hub, ABOVE_TAX, "countersign", limit=9)
    assert row.until
    assert day_of_expiry(row.until) == day("2026-09-29")
    door.on("2026-09-30")
    await Sweep(door.hub).once()
    assert ("reconsideration_head", ABOVE_TAX) in await told(door, case)
    await done(door, f"{case}/countersignature", OF_TAX, **CONSENT)
    assert (await done(door, f"{case}/seal", CLERK))["state"] == "decided"


async def test_one_that_is_released_reads_the_file_no_more(door: Door, case: str) -> None:
    """不再共同办理的，不再查阅；仍有管辖权的不能撤回 (RULES 155; ARR2026 32(2))."""
    await done(door, f"{case}/co-authority", CLERK, **CALL)
    gone = {"organ": ABOVE_TAX, "reason": "税务局不是被申请人。"}
    assert await why_not(door, f"{case}/co-authority-release", OFFICER, **gone) == "ARR2026 32(2)"
    await only_the_department_acted(door, case)
    file = await done(door, f"{case}/co-authority-release", OFFICER, **gone)
    assert file["co_authorities"] == []
    assert (await door.get(case, OF_TAX)).status_code == 404


READ_BY = """
SELECT case_id FROM hub.file WHERE $1 IN (labels ->> 'authorities', labels ->> 'co_authorities')
"""


async def read_by_tax(door: Door) -> set[UUID]:
    """Which files its labels open to the other authority."""
    return {row["case_id"] for row in await door.hub.pool.fetch(READ_BY, ABOVE_TAX)}


async def only_the_department_acted(door: Door, case: str) -> None:
    """The tax office is respondent no more, so the office above it is not competent."""
    said = {"capacity": "own", "text": "只有一个机关作出"}
    await done(door, f"{case}/respondent-change-notice", OFFICER, **said)
    left = {"respondent": APPLICATION["respondent"], "text": "不再列税务局。"}
    await done(door, f"{case}/respondent", OFFICER, **left)


async def test_the_files_beside_the_case_are_read_as_long_as_the_case(
    door: Door, case: str
) -> None:
    """先已立的后续案卷、文书送达，通知以后可以查阅，不再共同办理的不再查阅 (RULES 155)."""
    await done(door, f"{case}/aftermath", OFFICER)
    case_id = UUID(case.rpartition("/")[2])
    after = aftermath_of(case_id)
    letter = {"organ": APPLICATION["respondent"], "flaw": "illegal", "text": "请纠正。"}
    await done(door, f"/aftermaths/{after}/opinion-letter", OFFICER, **letter)
    papers = f"/reconsiderations/{after}"
    await done(door, f"{papers}/papers/numbers/opinion-letter", OFFICER)
    [paper] = (await door.get(f"{papers}/paper-service", OFFICER)).json()
    service = {"manner": "direct", "shown_on": ON, "receipt": "已签收。"}
    await done(door, f"{papers}/paper-service", OFFICER, paper=paper["paper"], **service)
    await done(door, f"{case}/co-authority", CLERK, **CALL)
    assert (await door.get(f"/aftermaths/{after}", OF_TAX)).status_code == 404
    await hear(door, CoAuthorityCalled, LISTENS, {"authority": AUTHORITY})
    assert (await door.get(f"/aftermaths/{after}", OF_TAX)).status_code == 200
    assert await read_by_tax(door) >= {case_id, after, services_of(after)}
    await only_the_department_acted(door, case)
    gone = {"organ": ABOVE_TAX, "reason": "税务局不是被申请人。"}
    await done(door, f"{case}/co-authority-release", OFFICER, **gone)
    await hear(door, CoAuthorityReleased, LISTENS, {"authority": AUTHORITY})
    assert (await door.get(f"/aftermaths/{after}", OF_TAX)).status_code == 404
    assert await read_by_tax(door) == set()
