"""Doors of reconsideration and of the committee, through HTTP."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import partial
from typing import Any

import httpx
import pytest

from services.consultation import agents as committee_agents
from services.consultation.commands import file_of
from services.consultation.routes import consultations
from services.reconsideration import agents
from services.reconsideration.office import OFFICE
from shared.auth import LocalTokens, Role
from shared.clock import StillClock
from shared.contracts.consultation import OpinionGiven
from shared.contracts.reconsideration import ConsultationRequested, ConsultationWithdrawn
from shared.law.period import CITY, day_of_expiry
from shared.office import Listens
from shared.web import web_app
from shared.work import Act, Hub
from tests.consultation.makers import THREE, enrolled
from tests.reconsideration.deciding import HANDED, road
from tests.reconsideration.makers import ANNA, AUTHORITY, BERT, DISPUTE, RESPONDENT, day
from tests.registering import take_in

OFFICER = {"code": "officer-7", "roles": [Role.RECONSIDERATION_HEAD], "organ": AUTHORITY}
PARTY = {"code": "party-1", "roles": [Role.PARTY], "disputes": [DISPUTE], "persons": [ANNA]}
OTHER_PARTY = PARTY | {"code": "party-2", "persons": [BERT]}
STRANGER = {"code": "officer-9", "roles": [Role.RECONSIDERATION], "organ": "620725-government"}
DEPARTMENT = {"code": "clerk-3", "roles": [Role.DEPARTMENT], "organ": RESPONDENT}
SECRETARY = {"code": "secretary-1", "roles": [Role.SECRETARY], "organ": "620702-committee"}
APPLICATION = {
    "dispute_id": str(DISPUTE),
    "authority": AUTHORITY,
    "applicants": [str(ANNA)],
    "respondent": RESPONDENT,
    "act": "penalty",
    "manner": "internet",
    "received_on": "2026-03-02",
    "learnt_on": "2026-02-02",
    "text": "请求撤销行政处罚决定",
}


@dataclass
class Door:
    web: httpx.AsyncClient
    hub: Hub
    clock: StillClock
    tokens: LocalTokens

    async def post(self, path: str, who: dict[str, Any], **body: object) -> httpx.Response:
        token = self.tokens.issue(**who, lasting=timedelta(days=400))
        return await self.web.post(path, json=body, headers={"Authorization": f"Bearer {token}"})

    async def get(self, path: str, who: dict[str, Any]) -> httpx.Response:
        token = self.tokens.issue(**who, lasting=timedelta(days=400))
        return await self.web.get(path, headers={"Authorization": f"Bearer {token}"})

    def on(self, text: str) -> None:
        self.clock.move_to(datetime.combine(day(text), time(10), CITY))

    async def apply(self) -> str:
        answer = await self.post("/reconsiderations", PARTY, **APPLICATION)
        assert answer.status_code == 201, answer.text
        return f"/reconsiderations/{answer.json()['case_id']}"


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-03-02"), time(9), CITY))


@pytest.fixture
async def door(hub: Hub, clock: StillClock) -> AsyncIterator[Door]:
    tokens = LocalTokens(b"a secret of tests, long enough to be one", clock)
    reconsiderations = (load() for load in OFFICE.routers)
    app = web_app(title="复议", routers=[*reconsiderations, consultations], hub=hub, tokens=tokens)
    transport = httpx.ASGITransport(app=app)
    await take_in(hub, DISPUTE)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as web:
        yield Door(web, hub, clock, tokens)


async def hear(door: Door, kind: type, listens: Listens, labels: dict[str, str]) -> None:
    """What the mailroom does with the newest fact of a kind."""
    body = await door.hub.pool.fetchval(
        "SELECT body FROM hub.outbox WHERE kind = $1 ORDER BY seq DESC LIMIT 1", kind.kind_name()
    )
    fact = kind.model_validate_json(body)
    heard = listens[kind]
    act = Act(do=partial(_handle, heard.handler, fact), files=heard.files(fact), labels=labels)
    await door.hub.act(act)


def _handle(handler: Callable[..., None], fact: object, work: object) -> None:
    handler(work, fact)


async def test_a_party_applies_and_the_case_goes_its_road_to_service(door: Door) -> None:
    """申请、受理、副本、答复、听取意见、咨询、决定、送达 (ARL 22 to 75)."""
    case = await door.apply()
    door.on("2026-03-05")
    steps: list[tuple[str, dict[str, Any], dict[str, object]]] = [
        ("acceptance", OFFICER, {}),
        ("copy", OFFICER, {"received_on": "2026-03-05"}),
        ("reply", DEPARTMENT, {"text": "答复如下"}),
        ("views", OFFICER, {"manner": "telephone", "record": "处罚过重"}),
        ("consultation", OFFICER, {"ground": "technical", "question": "是否适当"}),
    ]
    for path, who, body in steps:
        answer = await door.post(f"{case}/{path}", who, **body)
        assert answer.status_code == 201, (path, answer.text)
    *found, draft, submission, approval, seal = road("revoked", text="撤", redo=True)
    for path, _, body in found:
        assert (await door.post(f"{case}/{path}", OFFICER, **body)).status_code == 201, path
    assert (await door.post(f"{case}/draft", OFFICER, **draft[2])).status_code == 201
    early = await door.post(f"{case}/{submission[0]}", OFFICER, **submission[2])
    assert early.status_code == 409
    assert "52" in early.text
    labels = {"authority": AUTHORITY, "county": "620702"}
    await enrolled(door.hub, AUTHORITY)
    await hear(door, ConsultationRequested, committee_agents.LISTENS, labels)
    [asked] = await door.hub.pool.fetch("SELECT * FROM consultation.consultation")
    room = f"/consultations/{asked['case_id']}"
    assert asked["case_id"] == file_of(asked["request_case_id"])
    seated = await door.post(f"{room}/panel", SECRETARY, speciality="law", members=THREE)
    assert seated.status_code == 201, seated.text
    voices = [{"member": one, "stance": "agrees"} for one in THREE]
    met = {"chair": THREE[0], "opinions": voices, "minutes": "一致同意"}
    assert (await door.post(f"{room}/meeting", SECRETARY, **met)).status_code == 201
    given = await door.post(f"{room}/opinion", SECRETARY, stance="agrees", text="同意")
    assert given.json()["state"] == "given"
    await hear(door, OpinionGiven, agents.LISTENS, {})
    for path, _, body in (submission, approval, seal):
        decided = await door.post(f"{case}/{path}", OFFICER, **body)
        assert decided.status_code == 201, (path, decided.text)
    assert decided.json()["state"] == "decided", decided.text
    assert decided.json()["document_number"] == "甘政复决字〔2026〕1号"
    door.on("2026-04-20")
    last = await door.post(f"{case}/delivery", OFFICER, served_on="2026-04-20", **HANDED)
    assert last.json()["perform_by"] == "2026-06-22"
    seen = await door.get(case, PARTY)
    assert (seen.json()["state"], seen.json()["sue_until"]) == ("delivered", "2026-05-06")
    assert seen.headers["ETag"] == last.headers["ETag"] == f'"{last.json()["version"]}"'


async def test_the_committee_is_asked_anew_after_the_body_took_a_request_back(door: Door) -> None:
    """提请的情形选错的，撤回以后咨询终结，另行提请另立一卷 (ARL 52; RULES 151)."""
    case = await door.apply()
    door.on("2026-03-05")
    assert (await door.post(f"{case}/acceptance", OFFICER)).status_code == 201
    labels, listens = {"authority": AUTHORITY, "county": "620702"}, committee_agents.LISTENS
    asking = {"ground": "grave", "question": "是否适当"}
    for kind, path, said in (
        (ConsultationRequested, "consultation", asking),
        (ConsultationWithdrawn, "consultation-withdrawal", {"reason": "情形选择有误"}),
        (ConsultationRequested, "consultation", asking | {"ground": "technical"}),
    ):
        answer = await door.post(f"{case}/{path}", OFFICER, **said)
        assert answer.status_code == 201, answer.text
        await hear(door, kind, listens, labels)
    rooms = await door.hub.pool.fetch("SELECT ground, state FROM consultation.consultation")
    held = {(row["ground"], row["state"]) for row in rooms}
    assert held == {("grave", "cancelled"), ("technical", "received")}


async def test_a_party_applies_in_disputes_of_its_own_only(door: Door) -> None:
    other = {**PARTY, "disputes": [ANNA]}
    assert (await door.post("/reconsiderations", other, **APPLICATION)).status_code == 404


async def test_no_application_is_taken_in_a_dispute_that_no_window_took_in(door: Door) -> None:
    """复议机关直接收到的申请，也先登记再立案；期限仍自收到之日起算 (RULES 1; ARL 30)."""
    stray = {**APPLICATION, "dispute_id": str(BERT)}
    for who in (OFFICER, {**PARTY, "disputes": [BERT]}):
        answer = await door.post("/reconsiderations", who, **stray)
        assert answer.status_code == 404, answer.text
        assert "请先登记" in answer.text
    opened = "SELECT count(*) FROM hub.file WHERE dispute_id = $1"
    assert await door.hub.pool.fetchval(opened, BERT) == 0
    await take_in(door.hub, BERT)
    door.on("2026-03-04")
    taken = await door.post("/reconsiderations", OFFICER, **stray)
    assert taken.status_code == 201, taken.text
    until = await door.hub.pool.fetchval("SELECT until FROM hub.deadline WHERE name = 'review'")
    assert day_of_expiry(until.astimezone(CITY)) == day(
        "2026-03-09"
    )  # 五个工作日，自3月2日收到起算


async def test_another_authoritys_officer_sees_nothing_of_the_case(door: Door) -> None:
    case = await door.apply()
    assert (await door.get(case, STRANGER)).status_code == 404
    assert (await door.post(f"{case}/acceptance", STRANGER)).status_code == 404


async def test_a_party_accepts_nothing_and_an_officer_who_is_no_head_decides_nothing(
    door: Door,
) -> None:
    case = await door.apply()
    officer = {**OFFICER, "roles": [Role.RECONSIDERATION]}
    assert (await door.post(f"{case}/acceptance", PARTY)).status_code == 403
    assert (await door.post(f"{case}/approval", officer)).status_code == 403
    assert (await door.post(f"{case}/return", officer, reason="重拟")).status_code == 403


async def test_what_the_law_refuses_is_answered_with_its_article(door: Door) -> None:
    case = await door.apply()
    answer = await door.post(f"{case}/copy", OFFICER)
    assert answer.status_code == 409
    assert "《行政复议法》第48条" in answer.text


@pytest.mark.parametrize(
    "wrong",
    [
        {"learnt_on": "2026-03-03"},
        {"posted_on": "2026-03-01"},
        {"applicants": [str(ANNA), str(ANNA)]},
        {"applicants": []},
        {"received_on": "2023-12-29", "learnt_on": None},
        {"received_on": "2026-03-03"},
        {"respondent": "城管局"},
    ],
)
async def test_an_application_that_cannot_be_what_it_says_is_turned_back_whole(
    door: Door, wrong: dict[str, object]
) -> None:
    answer = await door.post("/reconsiderations", PARTY, **{**APPLICATION, **wrong})
    assert answer.status_code == 422, answer.text
    assert await door.hub.pool.fetchval("SELECT count(*) FROM hub.documents") == 0


async def test_an_applicant_withdraws_and_the_head_permits_it(door: Door) -> None:
    """撤回申请，准予后终止 (ARL 41)."""
    case = await door.apply()
    await door.post(f"{case}/acceptance", OFFICER)
    asked = await door.post(f"{case}/withdrawal", PARTY, settled=True)
    assert asked.json()["state"] == "accepted"
    ended = await door.post(f"{case}/termination", OFFICER, harmless=True)
    assert ended.json()["state"] == "terminated"


async def test_a_party_applies_in_its_own_name_only(door: Door) -> None:
    """申请人是依法申请的当事人本人 (ARL 14)."""
    for who, applicants in ((OTHER_PARTY, [ANNA]), (PARTY, [ANNA, BERT])):
        said = {**APPLICATION, "applicants": [str(one) for one in applicants]}
        answer = await door.post("/reconsiderations", who, **said)
        assert (answer.status_code, answer.json()["article"]["code"]) == (409, "ARL 14")
    together = await door.post("/reconsiderations", OFFICER, **said)
    assert together.status_code == 201


async def test_another_party_of_the_dispute_does_not_withdraw_the_application(door: Door) -> None:
    """撤回申请的是申请人 (ARL 41)."""
    case = await door.apply()
    await door.post(f"{case}/acceptance", OFFICER)
    answer = await door.post(f"{case}/withdrawal", OTHER_PARTY)
    assert answer.status_code == 404, "nor does it see the file (ARL 47)"
    assert (await door.post(f"{case}/withdrawal", PARTY)).status_code == 201
