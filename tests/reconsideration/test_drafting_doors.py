"""From the findings to the seal at the doors: who may, what is numbered, who reads (ARL 61, 75)."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, time
from functools import partial
from typing import Any

import httpx
import pytest

from services.reconsideration.books import RULES
from services.reconsideration.office import OFFICE
from services.reconsideration.schemas.drafting import DraftIn
from services.reconsideration.store import NUMBERS, numbers_of
from shared.auth import LocalTokens, Role
from shared.casepage.private import router as private
from shared.casepage.routes import router as case_files
from shared.clock import StillClock
from shared.contracts.reconsideration import Outcome
from shared.law.period import CITY
from shared.web import web_app
from shared.work import Hub
from tests.reconsideration.deciding import CONSENT, FOUND, HANDED, Step, road
from tests.reconsideration.makers import ANNA, AUTHORITY, BERT, DISPUTE, day
from tests.reconsideration.test_routes import APPLICATION, DEPARTMENT, OFFICER, PARTY, Door
from tests.registering import take_in

CLERK = {**OFFICER, "code": "fuyi-07", "roles": [Role.RECONSIDERATION]}


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-03-02"), time(9), CITY))


@pytest.fixture
async def door(hub: Hub, clock: StillClock) -> AsyncIterator[Door]:
    tokens = LocalTokens(b"a secret of tests, long enough to be one", clock)
    routers = [*(load() for load in OFFICE.routers), case_files, private]
    app = web_app(title="复议", routers=routers, hub=hub, tokens=tokens)
    await take_in(hub, DISPUTE)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as web:
        yield Door(web, hub, clock, tokens)


async def examined(door: Door, applicant: object = ANNA) -> str:
    """A file that is ready to be decided, of 5 March."""
    door.on("2026-03-05")
    said = {**APPLICATION, "manner": "in_person", "applicants": [str(applicant)]}
    taken = await door.post("/reconsiderations", OFFICER, **said)
    case = f"/reconsiderations/{taken.json()['case_id']}"
    for path, who, body in (
        ("acceptance", OFFICER, {}),
        ("copy", CLERK, {"received_on": "2026-03-05"}),
        ("reply", DEPARTMENT, {"text": "答复如下"}),
        ("views", CLERK, {"manner": "telephone", "record": "处罚过重"}),
    ):
        assert (await door.post(f"{case}/{path}", who, **body)).status_code == 201, path
    return case


async def go(door: Door, case: str, steps: list[Step]) -> dict[str, Any]:
    """Do these steps, each as whoever may; what the last of them answered."""
    said: dict[str, Any] = {}
    for path, who, body in steps:
        answer = await door.post(f"{case}/{path}", OFFICER if who == "head" else CLERK, **body)
        assert answer.status_code == 201, (path, answer.text)
        said = answer.json()
    return said


async def kinds(door: Door, case: str) -> list[str]:
    rows = await door.hub.pool.fetch(
        "SELECT kind FROM hub.outbox WHERE case_id = $1 ORDER BY version", case.split("/")[2]
    )
    return [row["kind"].split(".")[1] for row in rows]


async def test_the_body_drafts_and_seals_and_the_head_agrees_or_sends_back(door: Door) -> None:
    """机构认定、拟稿、送审、用印，负责人同意或者退回 (ARL 61, 75)."""
    case = await examined(door)
    named, found, draft, submission, approval, seal = road("revoked", redo=True)
    await go(door, case, [named, found, draft, submission])
    for path, body in (("approval", {}), ("return", {"reason": "重拟"})):
        assert (await door.post(f"{case}/{path}", CLERK, **body)).status_code == 403
    early = await door.post(f"{case}/seal", CLERK)
    assert (early.status_code, early.json()["article"]["code"]) == (409, "ARL 61(1)")
    back = await door.post(f"{case}/return", OFFICER, reason="请写明裁量的理由")
    assert back.json()["state"] == "examining"
    made = await go(door, case, [draft, submission, approval, seal])
    assert (made["state"], made["outcome"]) == ("decided", "revoked")
    assert (made["decided_on"], made["document_number"]) == ("2026-03-05", "甘政复决字〔2026〕1号")
    assert (await kinds(door, case))[-8:] == [
        *("found", "drafted", "submitted", "returned"),
        *("drafted", "submitted", "approved", "decided"),
    ]


async def test_a_collective_discussion_leaves_its_record(door: Door) -> None:
    """集体讨论通过的，附讨论记录；负责人同意的不附 (ARL 61)."""
    case = await examined(door)
    *before, _, seal = road("upheld")
    await go(door, case, before)
    for wrong in ({"approval": "collective"}, {"approval": "head", "minutes": "一致同意。"}):
        assert (await door.post(f"{case}/approval", OFFICER, **wrong)).status_code == 422
    talked = {"approval": "collective", "minutes": "集体讨论，一致同意。"}
    await go(door, case, [("approval", "head", talked), seal])
    kept = await door.hub.pool.fetchval("SELECT text FROM hub.documents WHERE kind = 'discussion'")
    assert kept == "集体讨论，一致同意。"


async def test_the_head_of_the_authority_agrees_by_what_was_signed(door: Door) -> None:
    """同意的是行政复议机关的负责人：写明姓名、职务、签署的意见和日期，归入案卷 (ARL 61)."""
    case = await examined(door)
    *before, approval, seal = road("revoked")
    await go(door, case, before)
    approve = partial(door.post, f"{case}/approval", OFFICER)
    collective = {"approval": "collective", "minutes": "一致同意。"}
    for wrong in ({}, {"signer": "张某某"}, {**CONSENT, **collective}):
        assert (await approve(**wrong)).status_code == 422, wrong
    early = await approve(**CONSENT, signed_on="2026-03-04")
    assert (early.status_code, early.json()["article"]["code"]) == (409, "ARL 61(1)")
    assert (await approve(**CONSENT, signed_on="2026-03-06")).status_code == 409
    await go(door, case, [approval, seal])
    kept = await door.hub.pool.fetchval(
        "SELECT text FROM hub.documents WHERE kind = 'head_consent'"
    )
    for told in ("张某某", "副市长", "2026-03-05", "同意。"):
        assert told in kept


async def test_findings_that_contradict_themselves_are_turned_back(door: Door) -> None:
    """具体情形与整体认定矛盾的，退回填写 (ARL 63)."""
    case = await examined(door)
    wrong = {"text": "经查。", "proper": True, "items": ["excessive"]}
    answer = await door.post(f"{case}/findings", CLERK, findings=[wrong])
    assert answer.status_code == 422
    assert "矛盾" in answer.text
    assert (await door.post(f"{case}/findings", CLERK, findings=[])).status_code == 422


async def test_compensation_is_granted_with_its_content(door: Door) -> None:
    """决定给予赔偿的，拟稿写明赔偿方式、数额 (ARL 72; ARR2026 63)."""
    case = await examined(door)
    due = {**FOUND[Outcome.REVOKED], "compensation_asked": True, "compensation_due": True}
    named, found, draft, *_ = road("revoked", found=due)
    await go(door, case, [named, found])
    [said] = draft[2]["dispositions"]
    paid = {**said, "compensation": "granted", "compensation_manner": "payment"}
    for yuan, status in ((None, 409), ("三千", 422), ("3000.505", 422), ("3000.50", 201)):
        body = {**draft[2], "dispositions": [{**paid, "compensation_yuan": yuan}]}
        assert (await door.post(f"{case}/draft", CLERK, **body)).status_code == status, yuan


async def test_a_reply_without_evidence_upholds_nothing_until_it_is_found_what_came(
    door: Door,
) -> None:
    """只答复不举证的，不得维持；随答复提交的，在认定中写明 (ARL 48, 68, 70)."""
    case = await examined(door)
    named, found, draft, *_ = road("upheld")
    bare = {**found[2]["findings"][0], "evidence_submitted": None}
    await go(door, case, [named, ("findings", "officer", {"findings": [bare]})])
    refused = await door.post(f"{case}/draft", CLERK, **draft[2])
    assert (refused.status_code, refused.json()["article"]["code"]) == (409, "ARL 70")
    await go(door, case, [found, draft])


async def test_what_the_findings_do_not_carry_is_answered_with_the_article(door: Door) -> None:
    """认定违反法定程序的，不得维持 (ARL 64)."""
    case = await examined(door)
    named, found, draft, *_ = road("upheld", found={"procedure": "violated"})
    await go(door, case, [named, found])
    answer = await door.post(f"{case}/draft", CLERK, **draft[2])
    assert (answer.status_code, answer.json()["article"]["code"]) == (409, "ARL 64(1)(2)")
    assert "应当决定撤销该行政行为，不是维持" in answer.json()["detail"]
    assert (await kinds(door, case))[-1] == "found"


async def test_what_is_to_be_made_good_obliges_from_service_on(door: Door) -> None:
    """确认违法并责令采取补救措施的，自送达起被申请人应当履行，期限随之起算 (ARL 72, 77)."""
    case = await examined(door)
    ordered = [{"outcome": "confirmed_illegal", "remedial": True}]
    steps = road("confirmed_illegal", dispositions=ordered, perform_within="30d")
    await go(door, case, steps)
    served = await door.post(f"{case}/delivery", CLERK, served_on="2026-03-05", **HANDED)
    assert (served.status_code, served.json()["perform_by"]) == (201, "2026-04-07")
    delivered = (await pages(door, OFFICER))["delivered"]
    assert (delivered["remedial"], delivered["perform_by"]) == (True, "2026-04-07")


async def test_numbers_have_no_gap_whoever_seals_and_whatever_fails(door: Door) -> None:
    """同时用印的各得一号；没有作出决定的不占号；核对账册能发现缺号 (RULES 69)."""
    first, second = await examined(door), await examined(door, BERT)
    *before, approval, seal = road("revoked")
    for case in (first, second):
        await go(door, case, before)
        assert (await door.post(f"{case}/seal", CLERK)).status_code == 409
        await go(door, case, [approval])
    made = await asyncio.gather(*(go(door, case, [seal]) for case in (first, second)))
    numbers = {one["document_number"] for one in made}
    assert numbers == {"甘政复决字〔2026〕1号", "甘政复决字〔2026〕2号"}
    assert (await door.post(f"{first}/seal", CLERK)).status_code == 409
    register, _ = await door.hub.read(NUMBERS, numbers_of(AUTHORITY))
    assert (register.given, register.version) == ({"decision/2026": 2}, 2)
    by_number = {one["document_number"]: one["case_id"] for one in made}
    async with door.hub.pool.acquire() as conn:
        assert not any([(await rule.check(conn)).count for rule in RULES])
        lost = "kind = 'reconsideration.number_given.v1' AND body LIKE '%〕1号%'"
        await conn.execute(f"DELETE FROM hub.outbox WHERE {lost}")  # noqa: S608 - our own words
        told = {rule.name: (await rule.check(conn)).samples for rule in RULES}
    ones, twos = (by_number[f"甘政复决字〔2026〕{nth}号"] for nth in (1, 2))
    found = {name: samples for name, samples in told.items() if samples}
    assert found == {"numbers": (twos,), "numbered": (ones,)}


async def pages(door: Door, who: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """What the reader finds on each page of the reconsideration, by its kind."""
    told = (await door.get(f"/disputes/{DISPUTE}", who)).json()
    [file] = [one for one in told["files"] if one["office"] == "reconsideration"]
    return {page["kind"].split(".")[1]: page["findings"] for page in file["pages"]}


async def test_what_is_deliberated_upon_is_not_for_the_parties_until_it_is_decided(
    door: Door,
) -> None:
    """拟稿和审理认定，当事人、被申请人看不到；决定作出后看到决定 (ARL 61, 75)."""
    case = await examined(door)
    *before, approval, seal = road("revoked")
    await go(door, case, before)
    officer = await pages(door, OFFICER)
    assert officer["drafted"]["dispositions"][0]["outcome"] == "revoked"
    for who in (DEPARTMENT, PARTY):
        told = await pages(door, who)
        assert (told["found"], told["drafted"], told["submitted"]) == ({}, {}, {})
        assert "revoked" not in str(told)
    draft, [finding] = officer["drafted"]["paper_id"], officer["found"]["findings"]

    async def read(paper: str, who: dict[str, Any]) -> int:
        path = f"/disputes/{DISPUTE}/papers/{paper}?purpose=%E5%8A%9E%E6%A1%88"
        return (await door.get(path, who)).status_code

    papers = (draft, finding["text_id"])
    assert [await read(one, DEPARTMENT) for one in papers] == [404, 404]
    assert [await read(one, CLERK) for one in papers] == [200, 200]
    await go(door, case, [approval, seal])
    assert (await pages(door, DEPARTMENT))["decided"]["outcome"] == "revoked"
    assert [await read(one, DEPARTMENT) for one in papers] == [200, 404]


@pytest.mark.parametrize(
    ("said", "code"), [("60日", "60d"), ("15 个工作日", "15wd"), ("3个月", "3m"), ("60d", "60d")]
)
def test_a_period_of_performance_is_written_as_a_decision_writes_it(said: str, code: str) -> None:
    """履行期限写“60日”“15个工作日”“3个月”，原来的写法照旧 (ARL 77)."""
    draft = DraftIn.model_validate(
        {"dispositions": [{"outcome": "revoked"}], "text": "撤销。", "perform_within": said}
    )
    assert draft.perform_within == code
