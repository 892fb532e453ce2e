"""The doors of rule books: who may come in, and what they are told (RULES 50 to 54)."""

from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest

from services.routing.rulebooks.routes import router
from services.routing.store import rulebook_of
from shared.auth import LocalTokens, Role
from shared.clock import StillClock, WallClock
from shared.web import web_app
from shared.work import Hub
from tests.routing.books import GRID_TEXT, USUAL_TEXT, changed
from tests.routing.test_rulebook_care import by_grid, record

CITY, COUNTY = "620700-centre", "620702-centre"


class Person:
    """Somebody with a code and a role of their own."""

    def __init__(self, client: httpx.AsyncClient, token: str) -> None:
        self._client = client
        self._headers = {"Authorization": f"Bearer {token}"}

    async def get(self, path: str) -> httpx.Response:
        return await self._client.get(path, headers=self._headers)

    async def post(self, path: str, **body: object) -> httpx.Response:
        return await self._client.post(path, json=body, headers=self._headers)


class People:
    """Whoever may come to the doors."""

    def __init__(self, client: httpx.AsyncClient, tokens: LocalTokens) -> None:
        def person(code: str, role: Role, organ: str) -> Person:
            return Person(client, tokens.issue(code, [role], organ=organ))

        self.admin = person("admin-1", Role.ADMINISTRATOR, CITY)
        self.city = person("supervisor-1", Role.SUPERVISOR, CITY)
        self.county = person("supervisor-2", Role.SUPERVISOR, COUNTY)
        self.window = person("window-1", Role.WINDOW, "620702-window-1")


@pytest.fixture
async def people(hub: Hub) -> AsyncIterator[People]:
    tokens = LocalTokens(b"k" * 40, WallClock())
    app = web_app(title="规则簿", routers=[router], hub=hub, tokens=tokens)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as client:
        yield People(client, tokens)


async def drafted(people: People) -> str:
    answer = await people.admin.post("/rulebooks", text=GRID_TEXT)
    assert answer.status_code == 201, answer.text
    return f"/rulebooks/{answer.json()['case_id']}"


async def test_a_rule_book_is_drafted_rehearsed_approved_and_in_force(
    hub: Hub, people: People, clock: StillClock
) -> None:
    """起草、推演、由第二人批准、施行 (RULES 50 to 52)."""
    for n in range(3):
        await record(hub, by_grid(n))
    place = await drafted(people)
    answer = await people.admin.post(f"{place}/rehearsal", months=1)
    assert answer.status_code == 201, answer.text
    figures = answer.json()["figures"]
    assert (figures["cases"], figures["moved"], answer.json()["moved"]) == (3, 3, 3)
    assert (await people.city.get(f"{place}/rehearsal")).json() == figures
    picture = await people.city.get(f"{place}/picture")
    assert picture.headers["content-type"].startswith("image/svg+xml")
    assert "由人民调解改走行政调解3件" in picture.text
    answer = await people.city.post(f"{place}/approval", since="2026-11-24")
    assert (answer.status_code, answer.json()["approved_by"]) == (201, "supervisor-1")
    assert (await people.window.get("/rulebooks/current")).json()["text"] == USUAL_TEXT
    [listed] = (await people.city.get("/rulebooks")).json()
    assert (listed["state"], listed["in_force"]) == ("approved", False)
    clock.forward(timedelta(days=1))
    current = (await people.window.get("/rulebooks/current")).json()
    assert (current["edition"], current["text"]) == ("2026-11-24", GRID_TEXT)
    assert (await people.city.get("/rulebooks")).json()[0]["in_force"]
    answer = await people.city.post(f"{place}/withdrawal", reason="转办过多")
    assert (answer.status_code, answer.json()["until"]) == (201, "2026-11-25")


async def test_who_drafted_it_is_told_with_the_rule_that_another_must_approve(
    people: People,
) -> None:
    """由起草人以外的人批准 (RULES 52)."""
    place = await drafted(people)
    await people.admin.post(f"{place}/rehearsal", months=1)
    no = await people.admin.post(f"{place}/approval", since="2026-11-30")
    assert (no.status_code, no.json()["article"]["code"]) == (409, "RULES 52")


async def test_a_county_drafts_no_rules_for_the_city_and_sees_none(people: People) -> None:
    """规则簿由市级起草 (RULES 50)."""
    no = await people.county.post("/rulebooks", text=GRID_TEXT)
    assert (no.status_code, no.json()["article"]["code"]) == (409, "RULES 50")
    place = await drafted(people)
    assert (await people.county.get(place)).status_code == 404
    assert (await people.county.post(f"{place}/rehearsal", months=1)).status_code == 404
    no = await people.county.post(f"{place}/approval", since="2026-11-30")
    assert no.status_code == 404


async def test_what_does_not_read_is_told_with_its_line_and_field(people: People) -> None:
    """写法有误的，指出第几行、哪一栏 (RULES 50)."""
    no = await people.admin.post("/rulebooks", text=changed(('risk = ["red"]', 'risk = ["rot"]')))
    assert no.status_code == 422
    assert "risk：“rot”不是风险等级" in no.text


async def test_a_rule_book_is_shown_with_its_text_and_whoever_reads_it_is_on_record(
    hub: Hub, people: People
) -> None:
    place = await drafted(people)
    answer = await people.city.get(place)
    assert (answer.json()["text"], answer.headers["etag"]) == (GRID_TEXT, '"1"')
    readers = await hub.pool.fetch("SELECT reader FROM hub.documents_read")
    assert [row["reader"] for row in readers] == ["supervisor-1"]


async def test_what_was_not_rehearsed_has_no_figures_and_what_is_not_there_is_unknown(
    people: People,
) -> None:
    place = await drafted(people)
    no = await people.city.get(f"{place}/rehearsal")
    assert (no.status_code, "还没有推演过" in no.text) == (404, True)
    assert (await people.city.get(f"/rulebooks/{rulebook_of('0')}")).status_code == 404


@pytest.mark.parametrize("months", [0, 61, "six"])
async def test_months_are_a_few(people: People, months: object) -> None:
    place = await drafted(people)
    assert (await people.admin.post(f"{place}/rehearsal", months=months)).status_code == 422
