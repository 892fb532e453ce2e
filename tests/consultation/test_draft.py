"""拟稿 is shown to the panel that is asked about it, and to no party of the case (ARL 52)."""

from collections.abc import AsyncIterator
from datetime import datetime, time

import httpx
import pytest

from services.consultation import agents
from services.consultation.commands import file_of
from services.consultation.office import OFFICE as COMMITTEE
from services.reconsideration.office import OFFICE
from shared.auth import LocalTokens
from shared.casepage.private import router as papers
from shared.clock import StillClock
from shared.contracts.reconsideration import ConsultationRequested
from shared.law.period import CITY
from shared.web import web_app
from shared.work import Hub
from tests.consultation.doors import SECRETARY, member
from tests.consultation.makers import AUTHORITY, THREE, enrolled, expert
from tests.reconsideration.deciding import road
from tests.reconsideration.makers import DISPUTE, day
from tests.reconsideration.test_routes import DEPARTMENT, OFFICER, Door, hear
from tests.registering import take_in


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-03-02"), time(9), CITY))


@pytest.fixture
async def door(hub: Hub, clock: StillClock) -> AsyncIterator[Door]:
    tokens = LocalTokens(b"a secret of tests, long enough to be one", clock)
    routers = [load() for one in (OFFICE, COMMITTEE) for load in one.routers]
    app = web_app(title="复议", routers=[*routers, papers], hub=hub, tokens=tokens)
    transport = httpx.ASGITransport(app=app)
    await take_in(hub, DISPUTE)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as web:
        yield Door(web, hub, clock, tokens)


async def drafted(door: Door) -> str:
    """A case with a draft on file."""
    case = await door.apply()
    door.on("2026-03-05")
    *found, draft, _, _, _ = road("revoked", text="撤销原处罚决定。", redo=True)
    steps = [
        ("acceptance", OFFICER, {}),
        ("copy", OFFICER, {"received_on": "2026-03-05"}),
        ("reply", DEPARTMENT, {"text": "答复如下"}),
        ("views", OFFICER, {"manner": "telephone", "record": "处罚过重"}),
        *((path, OFFICER, body) for path, _, body in (*found, draft)),
    ]
    for path, who, body in steps:
        answer = await door.post(f"{case}/{path}", who, **body)  # type: ignore[arg-type]  # bodies
        assert answer.status_code == 201, (path, answer.text)
    return case


async def test_the_panel_reads_the_draft_that_it_is_asked_about_and_the_respondent_does_not(
    door: Door,
) -> None:
    """小组看得到提请所附的拟稿和问题，被申请人和不在小组的委员看不到 (ARL 47, 52, 61)."""
    case = await drafted(door)
    asked = {"ground": "technical", "question": "初步意见是撤销，是否适当"}
    assert (await door.post(f"{case}/consultation", OFFICER, **asked)).status_code == 201
    await enrolled(door.hub, AUTHORITY)
    await enrolled(door.hub, AUTHORITY, [expert("committee-4")])
    labels = {"authority": AUTHORITY, "county": "620702"}
    await hear(door, ConsultationRequested, agents.LISTENS, labels)
    [row] = await door.hub.pool.fetch("SELECT * FROM consultation.consultation")
    room = f"/consultations/{file_of(row['request_case_id'])}"
    assert (
        await door.post(f"{room}/panel", SECRETARY, speciality="law", members=THREE)
    ).status_code == 201
    shown = (await door.get(room, member(THREE[0]))).json()
    assert shown["draft_id"] == str(row["draft_id"])
    for paper, says in (
        (row["draft_id"], "撤销原处罚决定。"),
        (row["question_id"], asked["question"]),
    ):
        place = f"/disputes/{DISPUTE}/papers/{paper}?purpose=准备咨询意见"
        for who in (SECRETARY, member(THREE[0]), OFFICER):
            read = await door.get(place, who)
            assert read.status_code == 200, (who, read.text)
            assert read.json()["text"] == says
        for who in (DEPARTMENT, member("committee-4")):
            assert (await door.get(place, who)).status_code == 404, who
