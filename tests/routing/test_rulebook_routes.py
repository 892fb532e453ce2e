"""The doors of rule books: who may come in, and what they are told (RULES 50 to 54)."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from uuid import uuid5

import httpx
import pytest
from asyncpg import PostgresError

from services.routing.office import OFFICE
from services.routing.rulebooks import rehearsing, replay
from services.routing.rulebooks.routes import router
from services.routing.store import rulebook_of
from shared import parts
from shared.auth import LocalTokens, Role
from shared.clock import StillClock, WallClock
from shared.contracts.intake import Channel
from shared.web import web_app
from shared.work import Hub
from tests.routing.books import GRID_TEXT, USUAL_TEXT, changed
from tests.routing.cases import CASE, head, registered
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


async def begun(people: People, place: str, months: int = 1) -> dict[str, Any]:
    answer = await people.admin.post(f"{place}/rehearsals", months=months)
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def rehearsed(people: People, place: str) -> dict[str, Any]:
    """Begun, and gone on with to its end."""
    course = await begun(people, place)
    for _ in range(10):
        if course["ended_at"]:
            return course
        answer = await people.admin.post(f"{place}/rehearsals/{course['rehearsal_id']}/parts")
        assert answer.status_code == 200, answer.text
        course = answer.json()
    raise AssertionError("it has no end")


async def test_a_rule_book_is_drafted_rehearsed_approved_and_in_force(
    hub: Hub, people: People, clock: StillClock
) -> None:
    """起草、推演、由第二人批准、施行 (RULES 50 to 52)."""
    for n in range(3):
        await record(hub, by_grid(n))
    place = await drafted(people)
    course = await rehearsed(people, place)
    assert (course["state"], course["done"], course["months_done"]) == ("done", 3, 1)
    figures = (await people.city.get(f"{place}/rehearsal")).json()
    moved = (await people.city.get(place)).json()["moved"]
    assert (figures["cases"], figures["moved"], moved) == (3, 3, 3)
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
    await rehearsed(people, place)
    no = await people.admin.post(f"{place}/approval", since="2026-11-30")
    assert (no.status_code, no.json()["article"]["code"]) == (409, "RULES 52")


async def test_a_county_drafts_no_rules_for_the_city_and_sees_none(people: People) -> None:
    """规则簿由市级起草 (RULES 50)."""
    no = await people.county.post("/rulebooks", text=GRID_TEXT)
    assert (no.status_code, no.json()["article"]["code"]) == (409, "RULES 50")
    place = await drafted(people)
    assert (await people.county.get(place)).status_code == 404
    assert (await people.county.post(f"{place}/rehearsals", months=1)).status_code == 404
    no = await people.county.post(f"{place}/approval", since="2026-11-30")
    assert no.status_code == 404
    assert (await people.county.post(f"{place}/withdrawal", reason="不用")).status_code == 404
    assert (await people.county.get("/rulebooks")).json() == []
    assert len((await people.city.get("/rulebooks")).json()) == 1


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


@pytest.mark.usefixtures("short")
async def test_a_rehearsal_reads_the_text_once_on_record_however_many_its_parts(
    hub: Hub, people: People, clock: StillClock
) -> None:
    """推演查阅规则簿正文，一次推演只记一次，不是每一部分记一次；另一次推演另记 (RULES 51)."""
    for n in range(5):
        await record(hub, by_grid(n))
    place = await drafted(people)
    read = "SELECT reader FROM hub.documents_read WHERE purpose = 'rehearsal'"
    for times in (1, 2):
        clock.forward(timedelta(minutes=1))
        assert (await rehearsed(people, place))["done"] == 5
        rows = await hub.pool.fetch(read)
        assert [row["reader"] for row in rows] == ["admin-1"] * times


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
    assert (await people.admin.post(f"{place}/rehearsals", months=months)).status_code == 422


# -- a rehearsal in parts


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """A step plays two disputes."""
    monkeypatch.setattr(rehearsing, "STEP_SECONDS", 0)
    for module in (rehearsing, replay):
        monkeypatch.setattr(module, "PART", 2)


@pytest.mark.usefixtures("short")
async def test_how_far_a_rehearsal_has_come_is_told_in_disputes_and_months(
    hub: Hub, people: People, clock: StillClock
) -> None:
    """推演的进度写明几件、几个月，完成后记入规则簿卷 (RULES 51)."""
    for n in range(3):
        await record(hub, by_grid(n))
    clock.forward(timedelta(days=40))
    for n in range(3, 5):
        later = head(at="2027-01-02T09:00", case=uuid5(CASE, str(n)))
        await record(hub, registered("linli", channel=Channel.GRID, head=later))
    place = await drafted(people)
    course = await begun(people, place, months=2)
    at, told = f"{place}/rehearsals/{course['rehearsal_id']}", []
    while not course["ended_at"]:
        told.append((course["done"], course["months_done"]))
        assert (await people.city.get(f"{place}/rehearsal")).status_code == 404
        course = (await people.city.post(f"{at}/parts")).json()
    assert told == [(0, 0), (2, 0), (4, 1)]
    assert (course["state"], course["total"], course["done"]) == ("done", 5, 5)
    assert (await people.city.get(f"{place}/rehearsal")).json()["cases"] == 5
    assert (await people.city.get(at)).json() == course
    assert (await people.city.get(f"{place}/rehearsals")).json() == [course]
    assert (await people.city.post(f"{at}/parts")).json() == course
    assert await recorded(hub) == [("admin-1", 2)]


async def recorded(hub: Hub) -> list[tuple[str, int]]:
    """By whom, and as which page, rehearsals are on record."""
    query = "SELECT by, version FROM hub.outbox WHERE kind = 'routing.rulebook_rehearsed.v1'"
    return [(row["by"], row["version"]) for row in await hub.pool.fetch(query)]


@pytest.mark.usefixtures("short")
async def test_two_at_once_count_nothing_twice_and_record_it_once(hub: Hub, people: People) -> None:
    """两人同时推演同一份规则簿，是同一次推演，每件只计一次，结果只记一页 (RULES 51)."""
    for n in range(5):
        await record(hub, by_grid(n))
    place = await drafted(people)
    course = await begun(people, place)
    other = await people.city.post(f"{place}/rehearsals", months=1)
    assert other.json()["rehearsal_id"] == course["rehearsal_id"]
    no = await people.city.post(f"{place}/rehearsals", months=2)
    assert (no.status_code, no.json()["article"]["code"]) == (409, "RULES 51")
    at = f"{place}/rehearsals/{course['rehearsal_id']}/parts"
    for _ in range(6):
        both = await asyncio.gather(people.admin.post(at), people.city.post(at))
        assert {answer.status_code for answer in both} == {200}
    assert (await people.city.get(at.removesuffix("/parts"))).json()["state"] == "done"
    assert (await people.city.get(f"{place}/rehearsal")).json()["cases"] == 5
    assert len(await recorded(hub)) == 1


@pytest.mark.usefixtures("short")
async def test_a_rehearsal_that_was_left_goes_on_after_a_restart(
    hub: Hub, people: People, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """页面关闭、枢纽重启后，推演从停下的地方接着办完 (RULES 51)."""
    for n in range(5):
        await record(hub, by_grid(n))
    place = await drafted(people)
    at = f"{place}/rehearsals/{(await begun(people, place))['rehearsal_id']}"
    assert (await people.admin.post(f"{at}/parts")).json()["done"] == 2
    monkeypatch.setattr(parts, "PAUSE_SECONDS", 0.01)
    clock.forward(parts.LEFT * 2)
    [work] = [task for task in OFFICE.tasks if task.__name__ == "_go_on"]
    running = asyncio.create_task(work(hub))
    try:
        async with asyncio.timeout(20):
            course: dict[str, Any] = {"ended_at": None}
            while not course["ended_at"]:
                await asyncio.sleep(0.05)
                course = (await people.admin.get(at)).json()
    finally:
        running.cancel()
    assert (course["state"], course["done"]) == ("done", 5)
    assert (await people.city.get(f"{place}/rehearsal")).json()["moved"] == 5
    assert await recorded(hub) == [("admin-1", 2)]


@pytest.mark.usefixtures("short")
async def test_a_part_that_was_broken_off_is_played_again(
    hub: Hub, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    """推演到一半中断的部分重来，不多计 (RULES 51)."""
    for n in range(3):
        await record(hub, by_grid(n))
    place = await drafted(people)
    at = f"{place}/rehearsals/{(await begun(people, place))['rehearsal_id']}"
    with monkeypatch.context() as lost:
        lost.setattr(rehearsing, "COME", "SELECT pg_sleep(0) FROM nowhere")
        with pytest.raises(PostgresError):
            await people.admin.post(f"{at}/parts")
    assert (await people.admin.get(at)).json()["done"] == 0
    assert (await rehearsed(people, place))["done"] == 3
    assert (await people.city.get(f"{place}/rehearsal")).json()["cases"] == 3


@pytest.mark.usefixtures("short")
async def test_a_cancelled_rehearsal_leaves_nothing_and_another_may_begin(
    hub: Hub, people: People
) -> None:
    """取消的推演不留结果，可以重新推演；完成的不能再取消 (RULES 51)."""
    for n in range(3):
        await record(hub, by_grid(n))
    place = await drafted(people)
    at = f"{place}/rehearsals/{(await begun(people, place))['rehearsal_id']}"
    await people.admin.post(f"{at}/parts")
    ended = (await people.city.post(f"{at}/cancellation")).json()
    assert (ended["state"], ended["ended_by"], ended["done"]) == ("cancelled", "supervisor-1", 2)
    assert (await people.admin.post(f"{at}/parts")).json() == ended
    assert await recorded(hub) == []
    course = await rehearsed(people, place)
    done = f"{place}/rehearsals/{course['rehearsal_id']}"
    assert (await people.city.post(f"{done}/cancellation")).json()["state"] == "done"


@pytest.mark.usefixtures("short")
async def test_a_rehearsal_of_a_book_withdrawn_meanwhile_is_broken_off_and_says_why(
    hub: Hub, people: People
) -> None:
    """推演中规则簿被撤回的，推演中断，写明原因；撤回的不再推演 (RULES 51, 53)."""
    for n in range(3):
        await record(hub, by_grid(n))
    place = await drafted(people)
    at = f"{place}/rehearsals/{(await begun(people, place))['rehearsal_id']}"
    await people.admin.post(f"{at}/parts")
    await people.city.post(f"{place}/withdrawal", reason="另起草")
    course = (await people.admin.post(f"{at}/parts")).json()
    assert (course["state"], bool(course["why"])) == ("broken", True)
    no = await people.admin.post(f"{place}/rehearsals", months=1)
    assert (no.status_code, no.json()["article"]["code"]) == (409, "RULES 51")


async def test_a_county_sees_no_rehearsal_and_one_of_another_book_is_unknown(
    people: People,
) -> None:
    """县区看不到规则簿的推演；别的规则簿的推演查不到 (RULES 50, 51)."""
    place = await drafted(people)
    course = await begun(people, place)
    at = f"{place}/rehearsals/{course['rehearsal_id']}"
    assert (await people.county.get(at)).status_code == 404
    assert (await people.county.post(f"{at}/parts")).status_code == 404
    assert (await people.county.post(f"{at}/cancellation")).status_code == 404
    other = await people.admin.post("/rulebooks", text=changed(("通用规则簿", "另一份")))
    elsewhere = f"/rulebooks/{other.json()['case_id']}/rehearsals/{course['rehearsal_id']}"
    assert (await people.admin.get(elsewhere)).status_code == 404
    assert (await people.admin.post(f"{elsewhere}/parts")).status_code == 404
