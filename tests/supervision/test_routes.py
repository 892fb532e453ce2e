"""The doors of supervision: who may come in, and what they are told (ARL 77)."""

from collections.abc import AsyncIterator
from datetime import date, datetime
from functools import partial
from uuid import uuid4

import httpx
import pytest

from services.supervision import commands
from services.supervision.routes import router
from services.supervision.store import alert_of, watch_of
from shared.auth import LocalTokens, Role
from shared.clock import StillClock
from shared.contracts.fact import Head
from shared.contracts.reconsideration import DecisionDelivered, Outcome
from shared.contracts.routing import CheckInLapsed
from shared.law.period import CITY
from shared.web import web_app
from shared.work import Act, Hub

CASE, DISPUTE = uuid4(), uuid4()
WATCH = f"/watches/{watch_of(CASE)}"
CALL = {"interview_at": "2026-12-15T09:00:00+08:00", "place": "三楼会议室", "matter": "履行情况"}
PAST = "2026-12-08T09:00:00+08:00"
RESPONDENT = "620702-zhujian"
AUTHORITY = "620702-government"
LABELS = {"county": "620702", "authority": AUTHORITY}
HEAD = Head(
    dispute_id=DISPUTE,
    case_id=CASE,
    version=9,
    on=date(2026, 11, 23),
    at=datetime(2026, 11, 23, 9, tzinfo=CITY),
    by="officer-1",
)
DELIVERED = DecisionDelivered(
    head=HEAD,
    outcome=Outcome.REVOKED,
    authority="620702-government",
    respondent=RESPONDENT,
    served_on=date(2026, 11, 23),
    remedies=(),
    perform_by=date(2026, 12, 8),
)


class Desk:
    """A browser that may come as anybody of 甘州区."""

    def __init__(self, client: httpx.AsyncClient, tokens: LocalTokens) -> None:
        self._client = client
        self._tokens = tokens

    async def ask(
        self,
        path: str,
        body: object = None,
        role: Role = Role.RECONSIDERATION_HEAD,
        organ: str = AUTHORITY,
    ) -> httpx.Response:
        token = self._tokens.issue("officer-1", [role], organ=organ)
        headers = {"Authorization": f"Bearer {token}"}
        if body is None:
            return await self._client.get(path, headers=headers)
        return await self._client.post(path, json=body, headers=headers)


@pytest.fixture
async def desk(hub: Hub, clock: StillClock) -> AsyncIterator[Desk]:
    tokens = LocalTokens(b"k" * 40, clock)
    app = web_app(title="履行监督", routers=[router], hub=hub, tokens=tokens)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as client:
        yield Desk(client, tokens)


@pytest.fixture
async def watched(hub: Hub) -> None:
    """A decision was delivered that is to be performed by the eighth of December."""
    do = partial(
        commands.watch_decision,
        decided=DELIVERED,
        respondent=RESPONDENT,
        perform_by=DELIVERED.perform_by,
    )
    await hub.act(Act(do=do, files=(watch_of(CASE),), labels=LABELS))


@pytest.mark.usefixtures("watched")
async def test_who_is_late_is_ordered_interviewed_and_performs(
    desk: Desk, clock: StillClock
) -> None:
    """责令、约谈、履行 (ARL 77)."""
    order = {"perform_by": "2026-12-31", "text": "责令你单位限期履行"}
    no = await desk.ask(f"{WATCH}/order", order)
    assert no.status_code == 409
    assert "《行政复议法》第77条第2款" in no.text
    clock.move_to(datetime(2026, 12, 9, 9, tzinfo=CITY))
    done = await desk.ask(f"{WATCH}/order", order)
    assert (done.status_code, done.json()["state"]) == (201, "ordered")
    no = await desk.ask(f"{WATCH}/interview-notice", CALL | {"interview_at": PAST})
    assert (no.status_code, "约谈的时间应当晚于" in no.text) == (409, True)
    done = await desk.ask(f"{WATCH}/interview-notice", CALL)
    assert (done.status_code, done.json()["interviews"]) == (201, 0)
    done = await desk.ask(f"{WATCH}/interview", {"minutes": "分管负责人承诺履行"})
    assert (done.status_code, done.json()["interviews"]) == (201, 1)
    performed = {"performed_on": "2026-12-09", "evidence": "送达回证"}
    done = await desk.ask(f"{WATCH}/performance", performed)
    assert (done.status_code, done.json()["state"]) == (201, "performed")
    no = await desk.ask(f"{WATCH}/performance", performed)
    assert no.status_code == 409


@pytest.mark.usefixtures("watched")
async def test_the_respondent_reads_what_it_owes_and_confirms_nothing_itself(desk: Desk) -> None:
    """被申请人可以查看，不得自行认定 (ARL 77)."""
    seen = await desk.ask(WATCH, role=Role.DEPARTMENT, organ=RESPONDENT)
    assert (seen.status_code, seen.json()["perform_by"]) == (200, "2026-12-08")
    body = {"performed_on": "2026-11-23", "evidence": "自称已经履行"}
    no = await desk.ask(f"{WATCH}/performance", body, role=Role.DEPARTMENT, organ=RESPONDENT)
    assert no.status_code == 403


@pytest.mark.usefixtures("watched")
async def test_whoever_supervises_for_the_city_looks_on_and_orders_nothing(
    desk: Desk, clock: StillClock
) -> None:
    """综治中心查看履行监督，不责令、不约谈、不通报、不认定履行 (ARL 77)."""
    clock.move_to(datetime(2026, 12, 9, 9, tzinfo=CITY))
    bodies = {
        "order": {"perform_by": "2026-12-31", "text": "责令履行"},
        "interview-notice": CALL,
        "interview": {"minutes": "约谈"},
        "criticism": {"text": "通报"},
        "performance": {"performed_on": "2026-12-09", "evidence": "回证"},
    }
    centre = {"role": Role.SUPERVISOR, "organ": "620702-centre"}
    assert (await desk.ask(WATCH, **centre)).status_code == 200
    for act, body in bodies.items():
        assert (await desk.ask(f"{WATCH}/{act}", body, **centre)).status_code == 403


@pytest.mark.usefixtures("watched")
async def test_the_government_above_orders_and_criticises_what_it_reads(
    desk: Desk, clock: StillClock
) -> None:
    """有关上级行政机关责令履行、通报批评；别的机关看不到，承办人不责令 (ARL 77)."""
    clock.move_to(datetime(2026, 12, 9, 9, tzinfo=CITY))
    order = {"perform_by": "2026-12-31", "text": "责令你单位限期履行"}
    assert (await desk.ask(f"{WATCH}/order", order, organ="620721-government")).status_code == 404
    officer = Role.RECONSIDERATION
    assert (await desk.ask(f"{WATCH}/order", order, role=officer)).status_code == 403
    above = "620700-government"
    done = await desk.ask(f"{WATCH}/order", order, organ=above)
    assert (done.status_code, done.json()["state"]) == (201, "ordered")
    done = await desk.ask(f"{WATCH}/criticism", {"text": "通报批评"}, organ=above)
    assert done.status_code == 201
    performed = {"performed_on": "2026-12-09", "evidence": "送达回证"}
    done = await desk.ask(f"{WATCH}/performance", performed, role=officer)
    assert (done.status_code, done.json()["state"]) == (201, "performed")


@pytest.mark.usefixtures("watched")
async def test_another_countys_supervisor_finds_nothing(desk: Desk) -> None:
    eyes = Role.SUPERVISOR
    assert (await desk.ask(WATCH, role=eyes, organ="620725-x")).status_code == 404
    assert (await desk.ask(WATCH, role=eyes, organ="620700-x")).status_code == 200


@pytest.mark.usefixtures("watched")
async def test_an_order_without_words_is_no_order(desk: Desk) -> None:
    no = await desk.ask(f"{WATCH}/order", {"perform_by": "2026-12-31", "text": ""})
    assert no.status_code == 422


async def test_an_alert_is_read_by_the_supervisor(hub: Hub, desk: Desk) -> None:
    """预警供督办 (RULES 14)."""
    fact = CheckInLapsed(head=HEAD, department="620702-sifa")
    do = partial(commands.alert, fact=fact)
    await hub.act(Act(do=do, files=(alert_of(CASE),), labels=LABELS))
    seen = await desk.ask(f"/alerts/{alert_of(CASE)}", role=Role.SUPERVISOR, organ="620702-x")
    assert (seen.json()["level"], seen.json()["silences"]) == ("head", 1)
