"""Doors of evidence, inquiry, appraisal, inspection and reading the file, through HTTP."""

import io
from collections.abc import AsyncIterator
from datetime import datetime, time
from hashlib import sha256
from typing import Any
from uuid import UUID

import httpx
import pytest
from docx import Document

from services.reconsideration.office import OFFICE
from services.reconsideration.store import CASES
from shared.attachments import keep
from shared.attachments.keeping import UNNAMED, clear
from shared.auth import Identity, LocalTokens, Role
from shared.clock import StillClock
from shared.contracts.reconsideration import Standing
from shared.law.period import CITY, day_of_expiry
from shared.web import web_app
from shared.work import Hub
from tests.reconsideration.deciding import road
from tests.reconsideration.makers import ANNA, AUTHORITY, BERT, DISPUTE, day
from tests.reconsideration.test_routes import DEPARTMENT, OFFICER, PARTY, Door
from tests.registering import take_in

HANDLER = {"code": "officer-8", "roles": [Role.RECONSIDERATION], "organ": AUTHORITY}
PDF = b"%PDF-1.7\n1 0 obj"
SHA = sha256(PDF).hexdigest()
PIECE = {"evidence_kind": "document", "shows": "现场照片三张"}
OWN = {**PIECE, "evidence_kind": "record", "collected_on": "2026-02-03"}


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-07-06"), time(9), CITY))


@pytest.fixture
async def door(hub: Hub, clock: StillClock) -> AsyncIterator[Door]:
    tokens = LocalTokens(b"a secret of tests, long enough to be one", clock)
    app = web_app(title="复议", routers=[load() for load in OFFICE.routers], hub=hub, tokens=tokens)
    await take_in(hub, DISPUTE)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as web:
        yield Door(web, hub, clock, tokens)


@pytest.fixture
async def case(door: Door) -> str:
    """Received and accepted on 6 July 2026, its copy with the respondent on the same day."""
    said = {"received_on": "2026-07-06", "learnt_on": "2026-06-20"}
    opened = await door.post("/reconsiderations", PARTY, **(APPLIED | said))
    path = f"/reconsiderations/{opened.json()['case_id']}"
    for step, body in (("acceptance", {}), ("copy", {"received_on": "2026-07-06"})):
        assert (await door.post(f"{path}/{step}", HANDLER, **body)).status_code == 201
    return path


APPLIED: dict[str, Any] = {
    "dispute_id": str(DISPUTE),
    "authority": AUTHORITY,
    "applicants": [str(ANNA)],
    "respondent": "620702-chengguan",
    "act": "penalty",
    "manner": "internet",
    "text": "请求撤销行政处罚决定",
}


async def done(door: Door, path: str, who: dict[str, Any], **body: object) -> dict[str, Any]:
    answer = await door.post(path, who, **body)
    assert answer.status_code == 201, answer.text
    said: dict[str, Any] = answer.json()
    return said


async def refused(door: Door, path: str, who: dict[str, Any], **body: object) -> str:
    answer = await door.post(path, who, **body)
    assert answer.status_code == 409, answer.text
    return str(answer.json()["article"]["code"])


def file_of(case: str) -> UUID:
    return UUID(case.rsplit("/", 1)[1])


async def scanned(door: Door, case: str, content: bytes = PDF) -> str:
    """What the respondent has handed in to be named."""
    clerk = Identity.of("clerk-3", [Role.DEPARTMENT], organ="620702-chengguan")
    return (await keep(door.hub, clerk, file_of(case), content)).sha256


async def last_day(door: Door, case: str) -> str:
    until = await door.hub.pool.fetchval(
        "SELECT until FROM hub.deadline WHERE case_id = $1 AND name = 'decide'", file_of(case)
    )
    return day_of_expiry(until).isoformat() if until else "still"


async def test_each_piece_is_listed_with_who_put_it_in_and_who_must_prove(
    door: Door, case: str
) -> None:
    """证据目录：种类、由谁何时提出、由谁举证 (ARL 43, 44)."""
    damage = {**PIECE, "proving": "damage", "evidence_kind": "witness"}
    await done(door, f"{case}/evidence", PARTY, pieces=[PIECE, damage])
    await done(door, f"{case}/respondent-evidence", DEPARTMENT, pieces=[OWN])
    listed = (await door.get(f"{case}/evidence", HANDLER)).json()
    assert [(p["number"], p["standing"], p["evidence_kind"], p["bears"]) for p in listed] == [
        (1, "applicant", "document", "respondent"),
        (2, "applicant", "witness", "applicant"),
        (3, "respondent", "record", "respondent"),
    ]
    assert {p["submitted_on"] for p in listed} == {"2026-07-06"}
    assert (await door.get(f"{case}/evidence", PARTY)).status_code == 403


async def test_what_was_not_handed_in_is_not_named_and_what_is_named_stays(
    door: Door, case: str, clock: StillClock
) -> None:
    """附件先上传封存，写进案卷以后不清除 (ARL 43)."""
    missing = await door.post(
        f"{case}/respondent-evidence", DEPARTMENT, pieces=[{**OWN, "attachments": [SHA]}]
    )
    assert missing.status_code == 422
    await scanned(door, case)
    clock.move_to(clock.now() + UNNAMED)
    await done(
        door, f"{case}/respondent-evidence", DEPARTMENT, pieces=[{**OWN, "attachments": [SHA]}]
    )
    clock.move_to(clock.now() + 2 * UNNAMED)
    assert await clear(door.hub) == 0
    assert (await door.get(f"{case}/evidence", HANDLER)).json()[0]["attachments"] == [SHA]


async def test_late_evidence_of_the_respondent_waits_for_leave(door: Door, case: str) -> None:
    """逾期的证据，经申请、同意以后才补充 (ARL 46)."""
    await done(door, f"{case}/reply", DEPARTMENT, text="答复如下")
    door.on("2026-07-27")
    path = f"{case}/respondent-evidence"
    assert await refused(door, path, DEPARTMENT, pieces=[OWN]) == "ARL 46(2)"
    asked = await done(door, f"{case}/further-evidence-request", DEPARTMENT, text="申请补充")
    assert asked["evidence"]["further_asked_on"] == "2026-07-27"
    said = {"raised_by": "applicant", "reason": "申请人复议中才提出照片系事后拍摄"}
    assert (await door.post(f"{case}/further-evidence", DEPARTMENT, **said)).status_code == 403
    await done(door, f"{case}/further-evidence", HANDLER, **said)
    more = {**OWN, "collected_on": "2026-07-24"}
    put_in = await done(door, path, DEPARTMENT, pieces=[more, more])
    assert put_in["evidence"]["further_since"] is None
    assert await refused(door, path, DEPARTMENT, pieces=[more]) == "ARL 46(2)"


async def test_with_leave_evidence_is_added_while_the_days_to_reply_run(
    door: Door, case: str
) -> None:
    """答复期限内经同意的，受理以后取得的即为补充，同意一次补充一次 (ARL 46)."""
    said = {"raised_by": "applicant", "reason": "申请书中才提出照片系事后拍摄"}
    await done(door, f"{case}/further-evidence", HANDLER, **said)
    new = {**OWN, "collected_on": "2026-07-06"}
    path = f"{case}/respondent-evidence"
    put_in = await done(door, path, DEPARTMENT, pieces=[OWN, new, new])
    assert put_in["evidence"]["further_since"] is None
    await done(door, path, DEPARTMENT, pieces=[new])
    listed = (await door.get(f"{case}/evidence", HANDLER)).json()
    assert [one["supplements"] for one in listed] == [False, True, True, False]


async def test_the_list_is_examined_before_the_decision_and_only_the_body_sees_the_result(
    door: Door, case: str
) -> None:
    """证据经审查才能拟稿；审查的结果决定之前只有复议机构知道 (ARL 43, 61)."""
    await done(door, f"{case}/respondent-evidence", DEPARTMENT, pieces=[OWN])
    await done(door, f"{case}/reply", DEPARTMENT, text="答复如下")
    await done(door, f"{case}/views", HANDLER, manner="telephone", record="处罚过重")
    (reviewers, findings, draft, *_) = road("revoked", redo=True)
    for slug, _, body in (reviewers, findings):
        await done(door, f"{case}/{slug}", OFFICER, **body)
    assert await refused(door, f"{case}/draft", OFFICER, **draft[2]) == "ARL 43(2)"
    said = {"evidence": 1, "examined": "true", "reason": "与现场笔录一致"}
    told = await done(door, f"{case}/evidence-examination", HANDLER, **said)
    assert "examined" not in str(told)
    await done(door, f"{case}/draft", OFFICER, **draft[2])
    assert (await door.get(f"{case}/evidence", HANDLER)).json()[0]["examined"] == "true"


async def test_the_body_finds_when_evidence_was_collected(door: Door, case: str) -> None:
    """被申请人称取得在前，查明在受理以后的，不作为依据 (ARL 46)."""
    await done(door, f"{case}/respondent-evidence", DEPARTMENT, pieces=[OWN])
    said = {"evidence": 1, "examined": "self_collected", "reason": "照片显示的时间在受理以后"}
    path = f"{case}/evidence-examination"
    assert await refused(door, path, HANDLER, **said) == "ARL 46(1)"
    await done(door, path, HANDLER, **said, collected_on="2026-07-06")
    assert (await door.get(f"{case}/evidence", HANDLER)).json()[0]["examined"] == "self_collected"


async def test_an_inquiry_by_two_lists_what_was_taken(door: Door, case: str) -> None:
    """调查取证由两人进行，取得的证据编入目录 (ARL 45)."""
    said = {"shown": True, "inquiries": ["question"], "record": "询问商户三人", "pieces": [PIECE]}
    assert await refused(door, f"{case}/inquiry", HANDLER, inquirers=["f-1"], **said) == "ARL 45(2)"
    told = await done(door, f"{case}/inquiry", HANDLER, inquirers=["f-1", "f-2"], **said)
    [piece] = (await door.get(f"{case}/evidence", HANDLER)).json()
    assert (piece["standing"], told["version"]) == (None, 6)


async def test_an_appraisal_moves_the_last_day_to_decide_and_its_opinion_is_listed(
    door: Door, case: str
) -> None:
    """鉴定由当事人申请，所用时间不计入，鉴定意见编入目录 (ARR2026 46)."""
    assert await last_day(door, case) == "2026-09-04"
    stranger = {"standing": "applicant", "text": "申请鉴定"}
    assert (await door.post(f"{case}/appraisal-request", DEPARTMENT, **stranger)).status_code == 422
    await done(door, f"{case}/appraisal-request", DEPARTMENT, text="现场照片是否经过修改")
    await done(door, f"{case}/appraisal-request", PARTY, text="签名非本人所写")
    door.on("2026-07-20")
    said = {"appraiser": "agreed", "payer": "applicant", "text": "委托笔迹鉴定"}
    assert (await door.post(f"{case}/appraisal", HANDLER, **said)).status_code == 409
    said |= {"answers": ["applicant"]}
    waits = (await done(door, f"{case}/appraisal", HANDLER, **said))["evidence"]["appraisal_asked"]
    assert waits == ["respondent"]
    denied = {"reason": "照片没有争议", "answers": ["respondent"]}
    told = await done(door, f"{case}/appraisal-refusal", HANDLER, **denied)
    assert told["evidence"]["appraisal_asked"] == []
    assert await last_day(door, case) == "still"
    door.on("2026-07-24")
    came = {"delivered": True, "text": "不是同一人所写"}
    told = await done(door, f"{case}/appraisal-end", HANDLER, **came)
    assert told["evidence"]["appraisals"] == [
        {"number": 1, "since": "2026-07-20", "until": "2026-07-24"}
    ]
    assert await last_day(door, case) == "2026-09-09"
    [piece] = (await door.get(f"{case}/evidence", HANDLER)).json()
    assert (piece["evidence_kind"], piece["standing"]) == ("appraisal", None)


async def test_an_inspection_ends_with_its_record_in_the_list(door: Door, case: str) -> None:
    """现场勘验的笔录编入证据目录 (ARR2026 45; ARL 43)."""
    door.on("2026-07-08")
    await done(door, f"{case}/inspection", HANDLER, reason="丈量占道面积")
    assert await last_day(door, case) == "still"
    said = {"inquirers": ["f-1", "f-2"], "shown": True, "record": "外沿二点一米"}
    unsigned = await refused(door, f"{case}/inspection-end", HANDLER, signed=False, **said)
    assert unsigned == "RULES 76"
    await done(door, f"{case}/inspection-end", HANDLER, **said)
    assert await last_day(door, case) == "2026-09-07"  # one day more, to a Saturday
    [piece] = (await door.get(f"{case}/evidence", HANDLER)).json()
    assert piece["evidence_kind"] == "record"


async def test_a_record_of_an_inspection_names_the_officers_and_not_their_accounts(
    door: Door, case: str
) -> None:
    """勘验笔录写办案人员的名称，不写账号 (ARR2026 45)."""
    await done(door, f"{case}/inspection", HANDLER, reason="丈量占道面积")
    said = {"inquirers": ["f-1", "f-2"], "shown": True, "record": "外沿二点一米"}
    await done(door, f"{case}/inspection-end", HANDLER, **said)
    post = "INSERT INTO hub.post (code, title, roles, organ) VALUES ($1, $2, 'reconsideration', $3)"
    for code, title in (("f-1", "陈复议员"), ("f-2", "何复议员")):
        await door.hub.pool.execute(post, code, title, AUTHORITY)
    await door.hub.pool.execute(
        "INSERT INTO hub.people (person_id, dispute_id, side, kind, name, at)"
        " VALUES ($1, $2, 'applicant', 'natural', '安某', now())",
        ANNA,
        DISPUTE,
    )
    made = await door.get(f"{case}/papers/made/inspection.docx?purpose=制作文书", HANDLER)
    text = "".join(line.text for line in Document(io.BytesIO(made.content)).paragraphs)
    assert "行政复议人员陈复议员、何复议员于" in text
    assert "f-1" not in text


async def test_the_file_is_read_as_far_as_the_body_consented_and_each_reading_is_kept(
    door: Door, case: str
) -> None:
    """申请、同意、除外、遮盖；谁看了什么记录在案 (ARL 47; ARR2026 49)."""
    await scanned(door, case)
    await done(
        door, f"{case}/respondent-evidence", DEPARTMENT, pieces=[{**OWN, "attachments": [SHA]}, OWN]
    )
    await done(door, f"{case}/reply", DEPARTMENT, text="处罚并无不当")
    assert (await door.get(f"{case}/file-access", PARTY)).json() == []
    await done(door, f"{case}/file-access-request", PARTY, text="查阅全部")
    none = [{"evidence": 2, "excepted": "none", "reason": "不便"}]
    assert await refused(door, f"{case}/file-access", HANDLER, withheld=none) == "ARL 47"
    kept = {"evidence": 2, "excepted": "privacy", "reason": "有举报人住址", "redacted": "某某称"}
    await done(door, f"{case}/file-access", HANDLER, withheld=[kept])
    listed = (await door.get(f"{case}/file-access", PARTY)).json()
    assert [(one["evidence"], one["redacted"], one["attachments"]) for one in listed] == [
        (0, False, []),
        (1, False, [SHA]),
        (2, True, []),
    ]
    texts = []
    for one in listed:
        path = f"{case}/file-access/papers/{one['document_id']}?purpose=查阅案卷"
        texts.append((await door.get(path, PARTY)).json()["text"])
    assert texts == ["处罚并无不当", "现场照片三张", "某某称"]
    picture = await door.get(f"{case}/file-access/attachments/{SHA}?purpose=查阅案卷", PARTY)
    assert picture.content == PDF
    pool = door.hub.pool
    assert await pool.fetchval(READ, "party-1") == len(texts)
    assert await pool.fetchval("SELECT reader FROM hub.attachment_read") == "party-1"


READ = "SELECT count(*) FROM hub.documents_read WHERE reader = $1 AND purpose = '查阅案卷'"


async def test_whoever_was_granted_nothing_reads_nothing(door: Door, case: str) -> None:
    """没有同意其查阅的人，连有什么材料也不知道 (ARL 47)."""
    await done(door, f"{case}/reply", DEPARTMENT, text="处罚并无不当")
    await done(door, f"{case}/file-access-request", PARTY, text="查阅答复")
    await done(door, f"{case}/file-access", HANDLER)
    [reply] = (await door.get(f"{case}/file-access", PARTY)).json()
    paper = f"{case}/file-access/papers/{reply['document_id']}?purpose=查阅案卷"
    third = {**PARTY, "code": "party-2", "persons": [BERT]}
    for path in (f"{case}/file-access", paper):
        assert (await door.get(path, third)).status_code == 404
    assert (await door.get(f"{case}/file-access", DEPARTMENT)).status_code == 403
    case_file = await door.hub.pool.fetchval(
        "SELECT text_id FROM reconsideration.ordinary WHERE case_id = $1", file_of(case)
    )
    other = f"{case}/file-access/papers/{case_file}?purpose=查阅案卷"
    assert (await door.get(other, PARTY)).status_code == 404


async def test_a_suspended_file_can_be_read_and_an_appraisal_comes_to_its_end(
    door: Door, case: str
) -> None:
    """中止期间可以查阅，鉴定可以结束，送来的证据照收 (ARL 39, 43, 47)."""
    await done(door, f"{case}/reply", DEPARTMENT, text="处罚并无不当")
    await done(door, f"{case}/appraisal-request", PARTY, text="申请鉴定")
    said = {"appraiser": "named", "payer": "applicant", "text": "委托鉴定"}
    await done(door, f"{case}/appraisal", HANDLER, **said)
    await done(door, f"{case}/suspension", OFFICER, cause="other", text="中止审理")
    await done(door, f"{case}/evidence", PARTY, pieces=[PIECE])
    await done(door, f"{case}/file-access-request", PARTY, text="查阅答复")
    await done(door, f"{case}/file-access", HANDLER)
    assert (await door.get(f"{case}/file-access", PARTY)).json()
    await done(door, f"{case}/appraisal-end", HANDLER, delivered=True, text="鉴定意见")
    kept, _ = await door.hub.read(CASES, file_of(case))
    assert [one.until for one in kept.evidence.appraisals] == [day("2026-07-06")]
    assert [one.standing for one in kept.evidence.pieces] == [Standing.APPLICANT, None]
