"""The doors of pressing on a case, on PostgreSQL: who may, who owes, what the clock records."""

import json
import re
from collections.abc import AsyncIterator
from datetime import date, datetime
from functools import partial
from html import unescape
from uuid import UUID, uuid4

import httpx
import pytest

from services.supervision import commands
from services.supervision.routes import router
from services.supervision.store import press_of, watch_of
from shared.auth import LocalTokens, Role
from shared.casepage.private import router as papers
from shared.clock import StillClock
from shared.contracts.fact import Head
from shared.contracts.reconsideration import DecisionDelivered, Outcome
from shared.law.period import CITY
from shared.sweep import Sweep
from shared.web import web_app
from shared.work import Act, Hub
from tests.desks.visitor import building, hidden, two_pages

DECIDED, DISPUTE = uuid4(), uuid4()
ABOUT = watch_of(DECIDED)
PRESS = press_of(ABOUT)
RESPONDENT, OTHER = "620702-zhujian", "620702-sifa"
LABELS = {"county": "620702", "authority": "620702-government", "number": "620702-20261123-17-3"}
URGING = {"about": str(ABOUT), "organ": RESPONDENT, "text": "请于本周内履行并报告"}
REQUEST = {"about": str(ABOUT), "organ": RESPONDENT, "text": "请说明未履行的原因"}


class Desk:
    """A browser that may come as anybody."""

    def __init__(self, client: httpx.AsyncClient, tokens: LocalTokens) -> None:
        self._client = client
        self._tokens = tokens

    async def ask(
        self,
        path: str,
        body: object = None,
        *,
        role: Role = Role.SUPERVISOR,
        organ: str = "620702-x",
        disputes: tuple[UUID, ...] = (),
    ) -> httpx.Response:
        token = self._tokens.issue("officer-1", [role], organ=organ, disputes=disputes)
        headers = {"Authorization": f"Bearer {token}"}
        if body is None:
            return await self._client.get(path, headers=headers)
        return await self._client.post(path, json=body, headers=headers)

    async def owed(self, organ: str = RESPONDENT) -> list[dict[str, object]]:
        answer = await self.ask("/explanations", role=Role.DEPARTMENT, organ=organ)
        found: list[dict[str, object]] = answer.json()["items"]
        return found


@pytest.fixture
async def desk(hub: Hub, clock: StillClock) -> AsyncIterator[Desk]:
    """With a case in it: a watch over a decision that the respondent has to perform."""
    at = datetime(2026, 11, 23, 9, tzinfo=CITY)
    head = Head(dispute_id=DISPUTE, case_id=DECIDED, version=9, on=at.date(), at=at, by="officer-1")
    delivered = DecisionDelivered(
        head=head,
        outcome=Outcome.REVOKED,
        authority="620702-government",
        respondent=RESPONDENT,
        served_on=at.date(),
        remedies=(),
        perform_by=date(2027, 2, 8),
    )
    do = partial(commands.watch_decision, decided=delivered, respondent=RESPONDENT, perform_by=None)
    await hub.act(Act(do=do, files=(ABOUT,), labels=LABELS))
    tokens = LocalTokens(b"k" * 40, clock)
    app = web_app(title="督办", routers=[router, papers], hub=hub, tokens=tokens)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as client:
        yield Desk(client, tokens)


async def test_an_organ_explains_what_it_was_asked_and_the_supervisor_reads_it(
    hub: Hub, desk: Desk
) -> None:
    """要求说明之后，承办机构在清单中看到，说明之后不再列出 (RULES 65)."""
    done = await desk.ask("/presses/urging", URGING)
    assert (done.status_code, done.json()["tracks"]) == (201, {RESPONDENT: "urged"})
    assert await desk.owed() == []
    done = await desk.ask("/presses/explanation-request", REQUEST)
    assert (done.status_code, done.json()["requests"]) == (201, 1)
    [owed] = await desk.owed()
    assert (owed["case_id"], owed["number"]) == (str(PRESS), LABELS["number"])
    assert (owed["until"], owed["late"]) == ("2026-11-27T00:00:00+08:00", False)
    assert await desk.owed(OTHER) == []
    said = {"text": "已安排，周五前履行"}
    asked = f"/presses/{PRESS}/explanation"
    done = await desk.ask(asked, said, role=Role.DEPARTMENT, organ=RESPONDENT)
    assert (done.status_code, done.json()["tracks"]) == (201, {RESPONDENT: "explained"})
    assert await desk.owed() == []
    paper = await hub.pool.fetchval(
        "SELECT document_id FROM hub.documents WHERE case_id = $1 AND kind = 'explanation'", PRESS
    )
    read = await desk.ask(f"/disputes/{DISPUTE}/papers/{paper}?purpose=查看说明")
    assert read.json()["text"] == said["text"]


async def test_the_clock_records_who_kept_silent_and_the_duty_stays(
    hub: Hub, desk: Desk, clock: StillClock
) -> None:
    """逾期未说明的由时钟记录在卷，仍须说明 (RULES 65)."""
    await desk.ask("/presses/explanation-request", REQUEST | {"within": "1wd"})
    clock.move_to(datetime(2026, 11, 25, 0, 1, tzinfo=CITY))
    await Sweep(hub).once()
    kinds = await hub.pool.fetch(
        "SELECT kind, legal_on, by FROM hub.outbox WHERE case_id = $1 ORDER BY version", PRESS
    )
    last = kinds[-1]
    assert last["kind"] == "supervision.explanation_lapsed.v1"
    assert (last["legal_on"], last["by"]) == (date(2026, 11, 24), "clock")
    [owed] = await desk.owed()
    assert owed["late"] is True
    late = await desk.ask(
        f"/presses/{PRESS}/explanation",
        {"text": "迟来的说明"},
        role=Role.DEPARTMENT,
        organ=RESPONDENT,
    )
    assert (late.status_code, await desk.owed()) == (201, [])


async def test_a_supervisor_presses_on_what_it_may_see_and_nobody_else_presses(desk: Desk) -> None:
    """县区监督人员只督办本县区的案卷；其他角色不得督办 (RULES 64)."""
    there = await desk.ask("/presses/urging", URGING, organ="620723-x")
    assert there.status_code == 404
    city = await desk.ask("/presses/note", {"about": str(ABOUT), "text": "关注"}, organ="620700-x")
    assert (city.status_code, city.json()["notes"]) == (201, 1)
    for role in set(Role) - {Role.SUPERVISOR}:
        no = await desk.ask("/presses/urging", URGING, role=role, organ=RESPONDENT)
        assert no.status_code == 403, role
    no = await desk.ask("/presses/urging", URGING | {"organ": OTHER})
    assert (no.status_code, "枢纽办理规则" in no.text) == (409, True)
    no = await desk.ask("/presses/urging", URGING | {"about": str(uuid4())})
    assert no.status_code == 404


async def test_another_organ_neither_sees_the_press_nor_explains_it(desk: Desk) -> None:
    """他机构不得查看或者代为说明；当事人不见督办 (RULES 65)."""
    await desk.ask("/presses/explanation-request", REQUEST)
    answer = {"text": "代为说明"}
    no = await desk.ask(f"/presses/{PRESS}/explanation", answer, role=Role.DEPARTMENT, organ=OTHER)
    assert no.status_code == 404
    no = await desk.ask(f"/presses/{PRESS}", role=Role.DEPARTMENT, organ=OTHER)
    assert no.status_code == 404
    no = await desk.ask(f"/presses/{PRESS}", role=Role.PARTY, organ="", disputes=(DISPUTE,))
    assert no.status_code == 403
    page = await desk.ask(f"/presses/{PRESS}", role=Role.DEPARTMENT, organ=RESPONDENT)
    assert page.status_code == 200


async def test_a_window_explains_for_itself_and_for_its_centre_each_by_itself(
    hub: Hub, desk: Desk
) -> None:
    """窗口和它所在的综治中心都被要求说明的，分别列出、分别说明 (RULES 65)."""
    window, centre = "620702-window-1", "620702-centre"
    labels = json.dumps({"authority": centre, "window": window})
    await hub.pool.execute(
        "UPDATE hub.file SET labels = labels || $2::jsonb WHERE case_id = $1", ABOUT, labels
    )
    for organ in (centre, window):
        done = await desk.ask("/presses/explanation-request", REQUEST | {"organ": organ})
        assert done.status_code == 201, done.text

    async def owed() -> list[object]:
        answer = await desk.ask("/explanations", role=Role.WINDOW, organ=window)
        return [one["organ"] for one in answer.json()["items"]]

    async def explain(organ: str) -> int:
        said = {"organ": organ, "text": "说明如下"}
        path = f"/presses/{PRESS}/explanation"
        return (await desk.ask(path, said, role=Role.WINDOW, organ=window)).status_code

    assert await owed() == [centre, window]
    assert await explain(OTHER) == 409
    assert await explain(window) == 201
    assert await owed() == [centre]
    assert await explain(centre) == 201
    assert await owed() == []


COPIES = """
INSERT INTO {table} OVERRIDING SYSTEM VALUE
SELECT (jsonb_populate_record(one, jsonb_build_object(
  'case_id', md5(n::text)::uuid, {changed}))).*
FROM {table} one, generate_series(1, 54) n WHERE case_id = $1
"""
CHANGED = {
    "hub.file": "'labels', one.labels || jsonb_build_object('number', format('N%s', 100 + n))",
    "supervision.press": "'version', one.version",
    "hub.outbox": "'seq', one.seq + 1000 + n",
    "hub.deadline": "'until', one.until + make_interval(days => n)",
}
"""Fifty-four more presses, each due a day later than the one before."""


async def test_what_is_owed_is_read_from_both_ends(hub: Hub, desk: Desk) -> None:
    """待说明的事项可以先看先到期的，也可以先看后到期的，翻页不漏不重，次序留在地址里 (RULES 65)."""
    await desk.ask("/presses/explanation-request", REQUEST)
    for table, changed in CHANGED.items():
        await hub.pool.execute(COPIES.format(table=table, changed=changed), PRESS)
    numbers = [LABELS["number"], *(f"N{n}" for n in range(101, 155))]
    home = "/desk/explanations"
    async with building(hub) as house:
        clerk = house.visitor(Role.DEPARTMENT, organ=RESPONDENT)
        for said, expected in (("", numbers), ("?sort=-due", numbers[::-1])):
            shown = await two_pages(clerk, f"{home}{said}")
            assert re.findall(r'href="/desk/disputes/([^"]+)"', shown) == expected, said
            assert shown.count(f'href="{home}" aria-current="page"') == 2
        last = unescape(re.findall(rf'action="({home}/[^"]+)"', shown)[-1])
        typed = {**hidden(await clerk.get(home)), "organ": RESPONDENT}
        kept = await clerk.send(last, typed | {"text": ""})
        assert re.findall(r'href="/desk/disputes/([^"]+)"', kept.text) == numbers[4::-1]
        assert (await clerk.send(last, typed | {"text": "已履行"})).headers["location"] == (
            last.replace(f"/{PRESS}", "")
        )
        assert (await clerk.get(f"{home}?sort=nonsense")).status_code == 422
        await hub.pool.execute(
            "UPDATE hub.deadline SET ended = 'lapsed' "
            "WHERE case_id = ANY(ARRAY[md5('1'), md5('3')]::uuid[])"
        )
        overdue = (await clerk.get(f"{home}?late=overdue&sort=-due")).text
        assert re.findall(r'href="/desk/disputes/([^"]+)"', overdue) == ["N103", "N101"]
        rest = await two_pages(clerk, f"{home}?late=in_time")
        assert re.findall(r'href="/desk/disputes/([^"]+)"', rest) == ["N102", *numbers[4:]]
        assert (await clerk.get(f"{home}?cursor=nonsense")).status_code == 422
