"""监督的页面: the city live and back in time, a case pressed on, an explanation given."""

import re
from collections.abc import AsyncIterator
from html import unescape
from uuid import UUID

import pytest

from services.supervision.live.keeping import rebuild, step
from services.supervision.store import press_of
from shared.auth import Role
from shared.clock import StillClock
from shared.directory import Kind
from shared.work import Hub
from tests.demo.test_day import named, planned, player
from tests.desks.visitor import Building, Visitor, building, hidden, leads, two_pages
from tests.routing.town import town
from tests.supervision.test_picture import NUMBERED

ROW = re.compile(r'<tr data-county="(\d+)">.*?</tr>', re.DOTALL)
CELL = re.compile(r'data-n="(\w+)"[^>]*>(?:.*?</svg>)?(\d+)', re.DOTALL)
ORGAN = re.compile(r'<tr data-organ="([^"]+)">.*?</tr>', re.DOTALL)
LINE = re.compile(r'<li data-position="(\d+)"( class="late")?')
COUNTED = re.compile(r'<li data-row="[^"]+"><a href="/desk/disputes/([-\d]+)">')
CITY, COUNTY = "620700-government", "620702-government"


@pytest.fixture
async def house(hub: Hub, clock: StillClock) -> AsyncIterator[Building]:
    """After a made-up day in one county."""
    async with town(hub, clock) as place:
        await player(place, []).play(planned(place, named("wall", "gas-smell", "noise")))
    await hub.pool.execute(NUMBERED)
    while await step(hub):
        pass
    async with building(hub) as found:
        yield found


def board(text: str, line: re.Pattern[str] = ROW) -> dict[str, dict[str, int]]:
    """The board of counties, or of organs, as a page shows it."""
    return {
        found[1]: {name: int(n) for name, n in CELL.findall(found[0])}
        for found in line.finditer(text)
    }


async def whole_board(who: Visitor, path: str) -> dict[str, dict[str, int]]:
    """The board of organs, page after page."""
    page = await who.get(path)
    found = board(page.text, ORGAN)
    while following := re.findall(r'href="([^"]+)" rel="next"', page.text):
        page = await who.get(unescape(following[0]))
        fresh = board(page.text, ORGAN)
        assert found.keys().isdisjoint(fresh)
        found |= fresh
    return found


async def some_case(hub: Hub) -> tuple[str, UUID, str]:
    """A whistle: the dispute's number, the file, a department called under it."""
    row = await hub.pool.fetchrow(
        "SELECT labels ->> 'number' AS number, case_id, labels ->> 'departments' AS named "
        "FROM hub.file WHERE procedure = 'whistle' ORDER BY case_id LIMIT 1"
    )
    return row["number"], row["case_id"], row["named"].split()[0]


async def test_the_board_and_the_list_are_of_the_same_city(hub: Hub, house: Building) -> None:
    """城市态势列出各县区和最新动态，县区监督人员只见本县区 (PLAN 33)."""
    city = house.visitor(Role.SUPERVISOR, organ=CITY)
    page = await city.get("/desk/live")
    assert page.status_code == 200
    shown = board(page.text)
    assert sum(one["running"] for one in shown.values()) > 0
    top = await hub.pool.fetchval("SELECT max(position) FROM hub.position")
    assert int(LINE.findall(page.text)[0][0]) == top
    assert len(shown) == 6
    own = await house.visitor(Role.SUPERVISOR, organ=COUNTY).get("/desk/live?county=620721")
    assert board(own.text) == {"620702": shown["620702"]}
    for role in set(Role) - {Role.SUPERVISOR, Role.ADMINISTRATOR}:
        assert (await house.visitor(role).get("/desk/live")).status_code == 403


async def test_one_goes_back_to_a_position_and_steps_from_there(hub: Hub, house: Building) -> None:
    """回看任一流位或者时刻，逐步前后 (PLAN 33)."""
    city = house.visitor(Role.SUPERVISOR, organ=CITY)
    top = await hub.pool.fetchval("SELECT max(position) FROM hub.position")
    first = await city.get("/desk/live?position=1")
    assert sum(one["opened"] for one in board(first.text).values()) == 1
    assert LINE.findall(first.text) == [("1", "")]
    assert ("上一步" in first.text, "下一步" in first.text) == (False, True)
    last = await city.get(f"/desk/live?position={top + 99}")
    assert ("上一步" in last.text, "下一步" in last.text) == (True, False)
    at = await hub.pool.fetchval(
        "SELECT o.at FROM hub.position p JOIN hub.outbox o USING (seq) WHERE position = $1", top
    )
    there = await city.get(f"/desk/live?at={at.strftime('%Y-%m-%dT%H:%M:%S.%fZ')}")
    assert board(there.text) == board(last.text)
    part = await city.get("/desk/live?position=1&part=picture")
    assert "<html" not in part.text
    assert board(part.text) == board(first.text)
    wrong = await city.get("/desk/live?at=soon")
    assert "格式" in wrong.text
    for far in ("0001-01-01T00:00", "9999-12-31T23:59"):
        assert (await city.get(f"/desk/live?at={far}")).status_code == 200


async def test_the_list_is_narrowed_on_the_server(house: Building) -> None:
    """动态按机构、事项、预警筛选，条件写在地址里."""
    city = house.visitor(Role.SUPERVISOR, organ=CITY)
    all_of_it = LINE.findall((await city.get("/desk/live")).text)
    late = await city.get("/desk/live?only=late")
    found = LINE.findall(late.text)
    assert found
    assert all(kind for _, kind in found)
    assert len(found) < len(all_of_it)
    assert "only=late" in late.text
    nobody = await city.get("/desk/live?department=nobody")
    assert "没有符合筛选的动态" in nobody.text


async def test_an_organ_is_named_and_one_that_is_not_found_narrows_nothing(
    hub: Hub, house: Building
) -> None:
    """部门按名称筛选；查不到的写明，不显示一张全是零的表."""
    city = house.visitor(Role.SUPERVISOR, organ=CITY)
    organ = (await some_case(hub))[2]
    name = hub.directory.organ(organ).name
    by_name = await city.get(f"/desk/live?department={name}")
    assert board(by_name.text) == board((await city.get(f"/desk/live?department={organ}")).text)
    assert f'value="{name}"' in by_name.text
    unknown = await city.get("/desk/live?department=没有的局")
    assert unknown.status_code == 422
    assert "没有查到“没有的局”" in unknown.text
    assert board(unknown.text) == board((await city.get("/desk/live")).text)


async def test_the_board_is_told_by_centre_and_by_department_live_and_back_in_time(
    hub: Hub, house: Building
) -> None:
    """城市态势按综治中心、部门分行，分页、排序；回看和重建以后是同一张表 (PLAN 33)."""
    city = house.visitor(Role.SUPERVISOR, organ=CITY)
    by_department = await whole_board(city, "/desk/live?by=department")
    at_work = {code: n for code, n in by_department.items() if any(n.values())}
    assert at_work
    assert {name for n in at_work.values() for name in n} == {"waiting", "late", "answered"}
    # Those above the city guide its departments; nobody calls them, and they have no line.
    called = {
        one.code
        for one in hub.directory.organs(Kind.DEPARTMENT)
        if one.place in hub.directory.places
    }
    assert by_department.keys() == called > at_work.keys()
    most = await city.get("/desk/live?by=department&sort=-waiting")
    waiting = [n["waiting"] for n in board(most.text, ORGAN).values()]
    assert waiting == sorted(waiting, reverse=True)
    assert waiting[0] == max(n["waiting"] for n in by_department.values())

    by_centre = await whole_board(city, "/desk/live?by=centre")
    counties = board((await city.get("/desk/live")).text)
    assert sum(n["opened"] for n in by_centre.values()) == sum(
        n["opened"] for n in counties.values()
    )
    assert (
        0
        < sum(n["running"] for n in by_centre.values())
        <= sum(n["running"] for n in counties.values())
    )

    top = await hub.pool.fetchval("SELECT max(position) FROM hub.position")
    half = f"/desk/live?by=department&position={top // 2}"
    then = await whole_board(city, half)
    assert then != by_department
    async with hub.pool.acquire() as conn, conn.transaction():
        await rebuild(conn)
    while await step(hub):
        pass
    assert await whole_board(city, half) == then
    assert await whole_board(city, "/desk/live?by=department") == by_department

    own = house.visitor(Role.SUPERVISOR, organ=COUNTY)
    theirs = await whole_board(own, "/desk/live?by=department")
    assert {code.split("-")[0] for code, n in theirs.items() if not any(n.values())} == {"620702"}
    narrowed = await city.get(f"/desk/live?by=department&department={next(iter(at_work))}")
    assert list(board(narrowed.text, ORGAN)) == [next(iter(at_work))]
    assert (await city.get("/desk/live?by=street")).status_code == 422


async def test_a_line_opens_the_cases_that_make_its_numbers(hub: Hub, house: Building) -> None:
    """态势表的一行点开是构成各个数字的案卷，此刻的和回看的各是各的 (PLAN 33)."""
    city = house.visitor(Role.SUPERVISOR, organ=CITY)
    answered = await hub.pool.fetchval(
        "SELECT min(p.position) FROM hub.position p JOIN hub.outbox o USING (seq) "
        "WHERE o.kind = 'routing.answered.v1'"
    )
    then = await city.get(f"/desk/live?by=department&sort=-waiting&position={answered - 1}")
    organ, counts = next(iter(board(then.text, ORGAN).items()))
    links = re.findall(r'<th scope="row"><a href="([^"]+)"', then.text)
    [link] = [unescape(one) for one in links if f"line={organ}" in one]
    assert f"position={answered - 1}" in link
    cases = await city.get(link)
    assert "不是此刻的情况" in cases.text
    assert len(COUNTED.findall(cases.text)) == counts["waiting"] > 0
    assert len(COUNTED.findall((await city.get(f"{link}&column=late")).text)) == counts["late"]
    assert "没有计入这个数字的案卷" in (await city.get(f"{link}&column=answered")).text

    now = await city.get("/desk/live?by=department&sort=-answered")
    organ, counts = next(iter(board(now.text, ORGAN).items()))
    link = f"/desk/live/cases?by=department&line={organ}&column=answered"
    found = COUNTED.findall((await city.get(link)).text)
    assert 0 < len(found) <= counts["answered"]
    assert not COUNTED.findall((await city.get(f"{link}&column=waiting&position=1")).text)
    for role in set(Role) - {Role.SUPERVISOR, Role.ADMINISTRATOR}:
        assert (await house.visitor(role).get(link)).status_code == 403
    elsewhere = house.visitor(Role.SUPERVISOR, organ="620721-government")
    assert not COUNTED.findall((await elsewhere.get(link)).text)


async def test_the_cases_behind_a_number_are_sorted_from_page_to_page(
    house: Building, monkeypatch: pytest.MonkeyPatch
) -> None:
    """一个数字的案卷可以选次序，翻页、换数字以后还在，回到态势表不变 (PLAN 33)."""
    city = house.visitor(Role.SUPERVISOR, organ=CITY)
    counties = board((await city.get("/desk/live")).text)
    county, most = max(counties.items(), key=lambda one: one[1]["running"])
    assert most["running"] > 1
    link = f"/desk/live/cases?by=county&line={county}&column=running&sort=-running"
    up, down = [
        COUNTED.findall((await city.get(f"{link}&order={o}")).text) for o in ("", "-number")
    ]
    assert len(up) > 1
    assert {*up} == {*down}
    assert up != down
    monkeypatch.setattr("services.supervision.pages.counted.EACH", len(up) - 1)
    first = await city.get(f"{link}&order=-number")
    assert COUNTED.findall(first.text) == down[:-1]
    [following] = re.findall(r'href="([^"]+)" rel="next"', first.text)
    assert COUNTED.findall((await city.get(unescape(following))).text) == down[-1:]
    said = {"by": "county", "line": county, "column": "running", "sort": "-running"}
    assert hidden(first) == said
    [back] = re.findall(r'<p><a href="([^"]+)">← 城市态势</a>', first.text)
    assert unescape(back) == "/desk/live?by=county&sort=-running"
    assert (await city.get(f"{link}&order=name")).status_code == 422


async def test_a_case_is_pressed_on_and_the_organ_explains_on_its_page(
    hub: Hub, house: Building
) -> None:
    """督办、要求说明在案卷页上办理，承办机构在清单上说明 (RULES 64, 65)."""
    number, case_id, organ = await some_case(hub)
    supervisor = house.visitor(Role.SUPERVISOR, organ=COUNTY)
    case = await supervisor.get(f"/desk/disputes/{number}")
    assert f'href="/desk/press/{number}"' in case.text
    path = f"/desk/press/{number}"
    typed = {"on": f"{case_id} {organ}", "text": "请说明到场的情况"}
    done = await supervisor.fill(path, **typed, act="explanation-request", within="1wd")
    assert (done.status_code, done.headers["location"]) == (303, path)
    again = await supervisor.fill(path, **typed, act="explanation-request", within="1wd")
    assert again.status_code == 409
    assert "请说明到场的情况" in again.text
    department = house.visitor(Role.DEPARTMENT, organ=organ)
    owed = await department.get("/desk/explanations")
    assert typed["text"] in owed.text
    read = "SELECT count(*) FROM hub.documents_read WHERE purpose = '查看要求说明的事项'"
    looks = []
    for query in ("?part=true", "?part=true", ""):
        looked = await department.get(f"/desk/explanations{query}")
        assert typed["text"] in looked.text
        looks.append(await hub.pool.fetchval(read))
    assert looks == [1, 1, 2], "a page that looks again by itself is the same reading"
    [form] = re.findall(r'action="(/desk/explanations/[^"]+)"', owed.text)
    nothing = await department.send(form, {"text": "", "organ": organ})
    assert (nothing.status_code, leads(nothing)) == (422, {"f-text": "textarea"})
    assert (await department.send(form, {"text": "已于当日到场"})).status_code == 303
    assert "没有要求本机构说明的事项" in (await department.get("/desk/explanations")).text
    kept = await supervisor.get(path)
    assert [word in kept.text for word in ("要求说明", "说明情况")] == [True, True]


async def test_the_record_of_pressing_is_narrowed_sorted_and_turned_over(
    hub: Hub, house: Building, monkeypatch: pytest.MonkeyPatch
) -> None:
    """督办记录按事项筛选，可以从新到旧，逐页翻看，条件留在地址里 (RULES 64)."""
    number, case_id, organ = await some_case(hub)
    supervisor = house.visitor(Role.SUPERVISOR, organ=COUNTY)
    path = f"/desk/press/{number}"
    for act in ("note", "explanation-request", "note"):
        said = {"on": f"{case_id} {organ}", "text": "请于今日到场", "within": "1wd"}
        assert (await supervisor.fill(path, **said, act=act)).status_code == 303
    kept = RECORD.findall((await supervisor.get(path)).text)
    assert kept == ["批注", "要求说明", "批注"]
    notes = await supervisor.get(f"{path}?kind=supervision.noted.v1")
    assert RECORD.findall(notes.text) == ["批注", "批注"]
    assert "没有符合条件的记录" in (await supervisor.get(f"{path}?kind=nothing")).text
    monkeypatch.setattr("services.supervision.pages.pressing.A_PAGE", 2)
    assert RECORD.findall((await supervisor.get(f"{path}?sort=-at")).text) == ["批注", "要求说明"]
    assert RECORD.findall(await two_pages(supervisor, f"{path}?sort=at")) == kept


RECORD = re.compile(r'<th scope="row">(批注|要求说明)</th>')


async def test_a_form_sent_twice_presses_once_and_nobody_presses_unseen(
    hub: Hub, house: Building
) -> None:
    """督办连按两次只记一次；他人刚督办过的，先看到再办，填过的内容都在 (RULES 64)."""
    number, case_id, organ = await some_case(hub)
    path = f"/desk/press/{number}"
    first, second = (house.visitor(Role.SUPERVISOR, organ=one) for one in (COUNTY, CITY))
    typed = {"on": f"{case_id} {organ}", "text": "请于今日到场", "act": "note"}
    said = {**hidden(await first.get(path)), **typed}
    others = {**hidden(await second.get(path)), **typed, "text": "市里也在看"}
    assert (await first.send(path, said)).status_code == 303
    for visitor, form in ((first, said), (second, others)):
        again = await visitor.send(path, form)
        assert again.status_code == 412
        assert form["text"] in again.text
    seen = await second.send(path, {**others, **hidden(again)})
    assert seen.status_code == 303
    kinds = await hub.pool.fetch(
        "SELECT kind FROM hub.outbox WHERE case_id = $1 ORDER BY version", press_of(case_id)
    )
    assert [row["kind"] for row in kinds] == ["supervision.noted.v1"] * 2


async def test_no_other_county_presses(hub: Hub, house: Building) -> None:
    """他县区监督人员看不到、也督办不了 (RULES 64)."""
    number, _, _ = await some_case(hub)
    elsewhere = house.visitor(Role.SUPERVISOR, organ="620721-government")
    assert (await elsewhere.get(f"/desk/press/{number}")).status_code == 404
    assert (await house.visitor(Role.DEPARTMENT).get(f"/desk/press/{number}")).status_code == 403
