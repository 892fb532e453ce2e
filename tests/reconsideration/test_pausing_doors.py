"""Doors of suspension, termination and stay of execution, through HTTP."""

from collections.abc import AsyncIterator
from datetime import datetime, time

import httpx
import pytest

from services.reconsideration.office import OFFICE
from shared.auth import LocalTokens, Role
from shared.clock import StillClock
from shared.law.period import CITY
from shared.web import web_app
from shared.work import Hub
from tests.reconsideration.makers import AUTHORITY, DISPUTE, day
from tests.reconsideration.test_routes import DEPARTMENT, OFFICER, OTHER_PARTY, PARTY, Door
from tests.registering import take_in

HANDLER = {"code": "officer-8", "roles": [Role.RECONSIDERATION], "organ": AUTHORITY}


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


@pytest.fixture
async def case(door: Door) -> str:
    """Accepted on 2 March, its copy with the respondent on the same day."""
    path = await door.apply()
    assert (await door.post(f"{path}/acceptance", HANDLER)).status_code == 201
    sent = await door.post(f"{path}/copy", HANDLER, received_on="2026-03-02")
    assert sent.status_code == 201
    return path


async def test_the_head_suspends_and_whoever_acts_meanwhile_is_told_the_article(
    door: Door, case: str
) -> None:
    """中止由负责人决定，中止期间不审理并写明法条，答复照收 (ARL 39)."""
    said = {"cause": "death", "text": "申请人死亡，中止审理"}
    assert (await door.post(f"{case}/suspension", HANDLER, **said)).status_code == 403
    answer = await door.post(f"{case}/suspension", OFFICER, **said)
    assert answer.status_code == 201, answer.text
    assert answer.json()["suspended_for"] == [
        {
            "cause": "death",
            "since": "2026-03-02",
            "gone_on": None,
            "ordered_on": None,
            "applicant": answer.json()["applicants"][0],
        }
    ]
    door.on("2026-03-05")
    views = {"standing": "applicant", "manner": "telephone", "record": "意见"}
    refused = await door.post(f"{case}/views", HANDLER, **views)
    assert (refused.status_code, refused.json()["article"]["code"]) == (409, "ARL 39(1)(1)")
    assert (await door.post(f"{case}/reply", DEPARTMENT, text="答复如下")).status_code == 201
    for path in ("suspension-cause-gone", "resumption"):
        more = {"reason": "近亲属来函"} if path != "resumption" else {"text": "恢复审理"}
        answer = await door.post(f"{case}/{path}", HANDLER, **more)
        assert answer.status_code == 201, answer.text
    assert answer.json()["suspended_for"] == []
    assert (await door.post(f"{case}/views", HANDLER, **views)).status_code == 201


async def test_a_termination_says_its_ground_and_its_reasons(door: Door, case: str) -> None:
    """终止的情形须具备，并写明理由 (ARL 41)."""
    early = await door.post(
        f"{case}/termination", OFFICER, ground="sixty_days", text="中止满六十日"
    )
    assert (early.status_code, early.json()["article"]["code"]) == (409, "ARL 41 item 5")
    bare = await door.post(f"{case}/termination", OFFICER, ground="no_relatives")
    assert bare.status_code == 422
    ended = await door.post(
        f"{case}/termination", OFFICER, ground="no_relatives", text="没有近亲属"
    )
    assert (ended.status_code, ended.json()["article"]["code"]) == (409, "ARL 41 item 2")
    why = {"unsucceeded": "none", "basis": "户籍注销证明，村民委员会证明没有近亲属"}
    ended = await door.post(
        f"{case}/termination", OFFICER, ground="no_relatives", text="没有近亲属", **why
    )
    assert ended.json()["state"] == "terminated"


async def test_an_applicant_asks_for_a_stay_and_the_head_answers(door: Door, case: str) -> None:
    """申请人申请停止执行，由负责人决定 (ARL 42)."""
    stranger = await door.post(f"{case}/stay-request", OTHER_PARTY, text="请停")
    assert stranger.status_code == 404
    asked = await door.post(f"{case}/stay-request", PARTY, text="拆除后无法恢复")
    assert asked.json()["stay_asked_on"] == "2026-03-02", asked.text
    stayed = await door.post(f"{case}/stay", OFFICER, ground="asked", text="停止执行")
    assert (stayed.json()["stay"], stayed.json()["stay_asked_on"]) == ("asked", None)
    ended = await door.post(f"{case}/stay-end", OFFICER, reason="情形消除")
    assert ended.json()["stay"] is None


async def test_the_respondent_stops_by_itself_and_orders_nothing_else(
    door: Door, case: str
) -> None:
    """被申请人认为需要停止执行的 (ARL 42)."""
    assert (await door.post(f"{case}/stay", DEPARTMENT, ground="authority")).status_code == 403
    stayed = await door.post(f"{case}/respondent-stay", DEPARTMENT, text="暂不执行")
    assert (stayed.json()["stay"], stayed.json()["surcharge_stopped_on"]) == (
        "respondent",
        "2026-03-02",
    )


async def test_the_order_of_the_city_is_put_on_file(door: Door, case: str) -> None:
    """上级责令恢复审理 (ARL 40)."""
    order = {"organ": "620700-government", "text": "没有正当理由，责令恢复审理"}
    nothing = await door.post(f"{case}/resumption-order", HANDLER, **order)
    assert nothing.status_code == 409
    said = {"cause": "other", "text": "中止审理"}
    assert (await door.post(f"{case}/suspension", OFFICER, **said)).status_code == 201
    put = await door.post(f"{case}/resumption-order", HANDLER, **order)
    assert put.json()["suspended_for"][0]["ordered_on"] == "2026-03-02"
