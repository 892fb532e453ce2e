"""系统管理: health, parked messages, rules, calendar, directory; and the rehearsal of a case."""

import json
import re
from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import uuid4

import httpx
import pytest

from deploy.compose import offices
from shared.auth import Role
from shared.clock import StillClock
from shared.errors import Away
from shared.parking import Parking
from shared.work import Hub
from tests.desks.visitor import Building, Visitor, building, hidden, two_pages
from tests.routing.books import GRID_TEXT, changed
from tests.routing.test_rulebook_care import by_grid, record
from tests.shared.case_reader import register, route

CENTRE = "620700-centre"

NOTICE = json.dumps(
    {
        "year": 2027,
        "title": "关于2027年部分节假日安排的通知",
        "number": "国办发明电〔2026〕5号",
        "issued": "2026-11-20",
        "holidays": [
            {"name": "元旦", "rest": ["2027-01-01/2027-01-03"], "work": []},
            {"name": "劳动节", "rest": ["2027-05-01/2027-05-05"], "work": []},
        ],
    },
    ensure_ascii=False,
)

PARK = """
INSERT INTO hub.parked (consumer, topic, part, record_offset, headers, body, case_id, version,
                        reason, state, at)
VALUES ('hub.routing.office', 'hub.intake', 0, $4, $1, $2, $3, 1, '内容无法识别', 'parked', now())
RETURNING parked_id
"""


@pytest.fixture
async def house(hub: Hub) -> AsyncIterator[Building]:
    async with building(hub) as found:
        found.app.state.parking = Parking(hub, offices(), "hub")
        yield found


@pytest.fixture
def admin(house: Building) -> Visitor:
    return house.visitor(Role.ADMINISTRATOR, organ=CENTRE)


async def test_health_tells_who_is_missing_and_what_waits(admin: Visitor, hub: Hub) -> None:
    """运行状况写明哪一部分不在岗，还有多少事实等待传递."""
    await register(hub)
    page = await admin.get("/desk/health")
    assert page.status_code == 200
    assert "不在岗" in page.text
    assert '等待传递的事实</th><td class="number">1</td>' in page.text


async def test_a_parked_message_is_seen_and_discarded_on_the_page(admin: Visitor, hub: Hub) -> None:
    """滞留件在页面上查看、作废."""
    headers = json.dumps({"ce_type": "intake.registered.v1"})
    parked = await hub.pool.fetchval(PARK, headers, "{<broken>", uuid4(), 1)
    listed = (await admin.get("/desk/parked")).text
    assert "<td>分流</td><td>登记</td><td>内容无法识别</td>" in listed
    page = await admin.get(f"/desk/parked/{parked}")
    assert "{&lt;broken&gt;" in page.text
    refused = await admin.fill(f"/desk/parked/{parked}", act="mending", body="{still broken")
    assert refused.status_code == 422
    assert "{still broken" in refused.text
    done = await admin.fill(f"/desk/parked/{parked}", act="discard")
    assert done.headers["location"] == "/desk/parked"
    assert "没有滞留件" in (await admin.get("/desk/parked")).text


async def test_a_parked_message_is_mended_and_replayed_on_the_page(
    admin: Visitor, hub: Hub
) -> None:
    """滞留件更正后重办：机构照常办理，这一件不再滞留 (RULES 40)."""
    taken = await register(hub)
    page = "SELECT kind, body FROM hub.outbox WHERE case_id = $1"
    kind, whole = await hub.pool.fetchrow(page, taken.case_id)
    headers = json.dumps({"ce_type": kind})
    parked = await hub.pool.fetchval(PARK, headers, "{<broken>", taken.case_id, 1)
    path = f"/desk/parked/{parked}"
    mended = await admin.fill(path, act="mending", body=whole)
    assert mended.headers["location"] == path
    assert "DisputeRegistered" not in (shown := (await admin.get(path)).text)
    assert taken.number in shown
    routed = "SELECT count(*) FROM hub.outbox WHERE kind = 'routing.routed.v1'"
    assert await hub.pool.fetchval(routed) == 0
    done = await admin.fill(path, act="replay")
    assert done.headers["location"] == "/desk/parked"
    assert await hub.pool.fetchval(routed) == 1
    assert "<dd>已重办</dd>" in (await admin.get(path)).text
    assert "没有滞留件" in (await admin.get("/desk/parked")).text


async def test_a_parked_message_is_offered_only_what_its_door_takes(
    admin: Visitor, hub: Hub
) -> None:
    """前面还有滞留件的不能作废，没有案卷号的不能重办，处理完的都不能：页面也不给按钮 (RULES 40)."""
    headers, case_id = json.dumps({"ce_type": "intake.registered.v1"}), uuid4()
    first = await hub.pool.fetchval(PARK, headers, "{<broken>", case_id, 1)
    behind = await hub.pool.fetchval(PARK, headers, "{<broken>", case_id, 2)
    await hub.pool.execute("UPDATE hub.parked SET version = 2 WHERE parked_id = $1", behind)
    nameless = await hub.pool.fetchval(PARK, headers, "{<broken>", None, 3)
    expected = {
        first: ["mending", "replay", "discard"],
        behind: ["mending", "replay"],
        nameless: ["mending", "discard"],
    }
    for parked, acts in expected.items():
        page = (await admin.get(f"/desk/parked/{parked}")).text
        assert _offered(page) == acts, parked
        assert ("前面还有1页滞留" in page) == (parked == behind)
    refused = await admin.fill(f"/desk/parked/{behind}", act="discard")
    assert (refused.status_code, "前面还有滞留件" in refused.text) == (409, True)
    assert (await admin.fill(f"/desk/parked/{nameless}", act="replay")).status_code == 409
    await admin.fill(f"/desk/parked/{first}", act="discard")
    assert _offered((await admin.get(f"/desk/parked/{first}")).text) == []
    assert _offered((await admin.get(f"/desk/parked/{behind}")).text) == expected[first]


async def test_a_replay_in_vain_says_what_is_left(admin: Visitor, hub: Hub) -> None:
    """没有更正就重办的，仍然滞留，页面写明还有几页."""
    headers = json.dumps({"ce_type": "intake.registered.v1"})
    parked = await hub.pool.fetchval(PARK, headers, "{<broken>", uuid4(), 1)
    done = await admin.fill(f"/desk/parked/{parked}", act="replay")
    assert done.headers["location"] == "/desk/parked"
    assert f'href="/desk/parked/{parked}"' in (await admin.get("/desk/parked")).text


async def test_parked_messages_are_read_from_both_ends(admin: Visitor, hub: Hub) -> None:
    """滞留件可以从旧到新，也可以从新到旧，翻页不漏不重，次序留在地址里."""
    headers = json.dumps({"ce_type": "intake.registered.v1"})
    every = [await hub.pool.fetchval(PARK, headers, "{<broken>", uuid4(), n) for n in range(53)]
    for sort, expected in (("", every), ("?sort=at", every), ("?sort=-at", every[::-1])):
        shown = await two_pages(admin, f"/desk/parked{sort}")
        numbers = re.findall(r'href="/desk/parked/(\d+)"', shown)
        assert [int(one) for one in numbers] == expected, sort
    assert "没有滞留件" in (await admin.get("/desk/parked?after=9999999999")).text


async def test_parked_messages_are_sifted_by_who_should_have_heard_them(
    admin: Visitor, hub: Hub
) -> None:
    """滞留件按收件方筛选；正好一页的，没有下一页."""
    headers = json.dumps({"ce_type": "intake.registered.v1"})
    for n in range(50):
        await hub.pool.execute(PARK, headers, "{<broken>", uuid4(), n)
    whole = (await admin.get("/desk/parked")).text
    assert len(re.findall(r'href="/desk/parked/\d+"', whole)) == 50
    assert 'rel="next"' not in whole
    [consumer] = {row[0] for row in await hub.pool.fetch("SELECT consumer FROM hub.parked")}
    assert f'<option value="{consumer}">' in whole
    same = (await admin.get(f"/desk/parked?consumer={consumer}")).text
    assert len(re.findall(r'href="/desk/parked/\d+"', same)) == 50
    other = (await admin.get("/desk/parked?consumer=hub.supervision.office")).text
    assert "这一收件方没有滞留件" in other
    assert '<option value="hub.supervision.office" selected>' in other


async def test_what_a_door_cannot_answer_is_told_on_its_page(
    admin: Visitor, house: Building, monkeypatch: pytest.MonkeyPatch
) -> None:
    """接口暂时不能答复、没有这一件的，页面照样说明."""
    assert (await admin.get("/desk/parked/7")).status_code == 404

    async def away(*_: object, **__: object) -> None:
        raise Away("数据库暂时无法访问")

    monkeypatch.setattr(house.app.state.parking, "list", away)
    page = await admin.get("/desk/parked")
    assert page.status_code == 503
    assert "数据库暂时无法访问" in page.text


async def test_two_files_at_once_are_not_a_fault_of_the_hub(admin: Visitor) -> None:
    """放假通知一次选了两个文件的，载入第一个."""
    files = [("notice", ("a.json", b"{}")), ("notice", ("b.json", b"{}"))]
    assert (await admin.send_files("/desk/calendar", files)).status_code == 422


async def test_a_notice_is_loaded_on_the_page_and_the_year_is_settled(admin: Visitor) -> None:
    """载入放假通知后，这一年不再是暂定；再载入一次没有变化."""
    before = (await admin.get("/desk/calendar?year=2027")).text
    assert "放假安排尚未公布" in before
    empty = await admin.fill("/desk/calendar")
    assert empty.status_code == 422
    assert "请选择放假通知文件" in empty.text
    files = [("notice", ("2027.json", NOTICE.encode()))]
    done = await admin.send_files("/desk/calendar", files)
    assert done.headers["location"].startswith("/desk/calendar?year=2027")
    page = (await admin.get("/desk/calendar?year=2027")).text
    assert "放假安排尚未公布" not in page
    assert "关于2027年部分节假日安排的通知（国办发明电〔2026〕5号）" in page
    labour_day = 'title="劳动节">4<b>休</b>'
    assert (labour_day in before, labour_day in page) == (False, True)
    again = await admin.send_files("/desk/calendar", files)
    assert "此前已经载入，没有变化" in (await admin.get(again.headers["location"])).text


async def test_only_an_administrator_loads_a_notice(house: Building) -> None:
    """放假通知只由系统管理员载入."""
    clerk = house.visitor(Role.WINDOW)
    assert "载入放假通知" not in (await clerk.get("/desk/calendar")).text
    assert (await clerk.send("/desk/calendar", {})).status_code == 403


async def test_rules_are_drafted_on_the_page_and_what_is_wrong_is_told_with_its_line(
    admin: Visitor,
) -> None:
    """起草规则簿：写法有误的指出第几行，正文保留."""
    page = await admin.get("/desk/rules")
    assert "还没有起草过规则簿" in page.text
    wrong = await admin.fill("/desk/rules", text='[book]\ntitle = "我的规则簿\n')
    assert wrong.status_code == 422
    assert "第" in wrong.text
    assert "我的规则簿" in wrong.text


async def test_a_rule_book_is_rehearsed_approved_and_withdrawn_on_its_page(
    admin: Visitor, house: Building, hub: Hub, clock: StillClock
) -> None:
    """规则簿：起草、推演、由另一人批准、次日施行、撤回，各在页面上办 (RULES 50-53)."""
    for n in range(3):
        await record(hub, by_grid(n))
    drafted = await admin.fill("/desk/rules", text=GRID_TEXT)
    path = drafted.headers["location"]
    early = await admin.fill(path, act="approval", since="2026-11-24")
    assert early.status_code == 409, "nothing is approved that was not rehearsed"
    course = (await admin.fill(path, act="rehearsals", months="1")).headers["location"]
    page = (await admin.get(course)).text
    assert "共 3 件" in page
    assert "推演下一部分</button>" in page
    assert (await admin.fill(course)).headers["location"] == course
    page = (await admin.get(course)).text
    assert '<strong data-count="done">3</strong> 件' in page
    assert '<strong data-count="months_done">1</strong> 个月' in page
    assert f'href="{path}#figures"' in page
    page = (await admin.get(path)).text
    assert _offered(page) == ["rehearsals", "withdrawal"], "who drafted it approves nothing"
    assert f'href="{course}"' in page, "the record of rehearsals leads nowhere"
    assert "以过去1个月的3件，3件改走途径" in page
    assert "改走的纠纷" in page
    assert '<td>人民调解</td><td>行政调解</td><td class="number">3</td>' in page
    assert page.count('data-keep="rulebook-') == 2
    alone = await admin.fill(path, act="approval", since="2026-11-24")
    assert alone.status_code == 409
    assert "《枢纽办理规则》第52条" in alone.text
    second = house.visitor(Role.SUPERVISOR, organ=CENTRE, code="o-2")
    page = (await second.get(path)).text
    assert _offered(page) == ["rehearsals", "approval", "withdrawal"]
    today = await second.fill(path, act="approval", since="2026-11-23")
    assert today.status_code == 409
    assert 'value="2026-11-23"' in today.text, "what was typed is lost"
    assert (await second.fill(path, act="approval", since="2026-11-24")).status_code == 303
    assert _offered((await second.get(path)).text) == ["withdrawal"]
    assert '<span class="tag">已批准</span>' in (await admin.get(path)).text
    assert "现行</span>" not in (await admin.get("/desk/rules")).text
    clock.forward(timedelta(days=1))
    assert "现行</span>" in (await admin.get("/desk/rules")).text
    assert (await second.fill(path, act="withdrawal", reason="转办过多")).status_code == 303
    page = (await second.get(path)).text
    assert '<span class="tag">已撤回</span>' in page
    assert "2026年11月25日" in page
    assert _offered(page) == []
    assert "<h2>办理</h2>" not in page


def _offered(page: str) -> list[str]:
    """What the buttons of a page do."""
    return re.findall(r'name="act" value="(\w+)"', page)


async def test_a_county_is_offered_nothing_of_the_rules_that_the_city_orders(
    admin: Visitor, house: Building
) -> None:
    """规则簿由市级起草；县区看得到现行正文，没有起草的表，也没有打不开的规则簿 (RULES 50)."""
    path = (await admin.fill("/desk/rules", text=GRID_TEXT)).headers["location"]
    county = house.visitor(Role.SUPERVISOR, organ="620702-centre", code="o-3")
    page = (await county.get("/desk/rules")).text
    assert "规则簿由市级起草、推演、批准、撤回" in page
    assert "起草</button>" not in page
    assert path not in page
    assert "[book]" in page
    assert (await county.get(path)).status_code == 404
    city = house.visitor(Role.SUPERVISOR, organ=CENTRE, code="o-4")
    page = (await city.get("/desk/rules")).text
    assert "起草</button>" in page
    assert path in page


async def test_a_rehearsal_is_cancelled_on_its_page_and_begun_anew(
    admin: Visitor, house: Building, hub: Hub
) -> None:
    """推演可以取消、重新推演；中断的写明原因；月数不同的退回，填写保留 (RULES 51)."""
    await record(hub, by_grid(1))
    path = (await admin.fill("/desk/rules", text=GRID_TEXT)).headers["location"]
    course = (await admin.fill(path, act="rehearsals", months="1")).headers["location"]
    other = await admin.fill(path, act="rehearsals", months="7")
    assert other.status_code == 409
    assert "正在以过去1个月的纠纷推演" in other.text
    assert 'value="7"' in other.text, "what was typed is lost"
    done = await admin.send(f"{course}/cancellation", hidden(await admin.get(course)))
    assert done.headers["location"] == course
    page = (await admin.get(course)).text
    assert "已经取消" in page
    assert "推演下一部分" not in page
    assert "重新推演</button>" in page
    again = (await admin.fill(path, act="rehearsals", months="1")).headers["location"]
    assert again != course
    second = house.visitor(Role.SUPERVISOR, organ=CENTRE, code="o-2")
    await second.fill(path, act="withdrawal", reason="另起草")
    await admin.fill(again)
    page = (await admin.get(again)).text
    assert "中断</span>" in page
    assert "重新推演</button>" not in page, "a book that was withdrawn is rehearsed no more"


async def test_rehearsals_of_a_rule_book_are_sorted_and_turned_over(
    admin: Visitor, hub: Hub, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """推演记录不论多少次都翻得到，按状态筛选，按开始的先后排序 (RULES 51)."""
    await record(hub, by_grid(1))
    path = (await admin.fill("/desk/rules", text=GRID_TEXT)).headers["location"]
    courses = []
    for _ in range(3):
        course = (await admin.fill(path, act="rehearsals", months="1")).headers["location"]
        await admin.send(f"{course}/cancellation", hidden(await admin.get(course)))
        courses.append(course)
        clock.forward(timedelta(minutes=1))
    played = re.compile(rf'<a href="({path}/rehearsals/[^"]+)">')
    assert played.findall((await admin.get(path)).text) == courses[::-1]
    monkeypatch.setattr("deploy.desk.rules.PLAYED", 2)
    assert played.findall(await two_pages(admin, f"{path}?sort=at")) == courses
    assert played.findall(await two_pages(admin, path)) == courses[::-1]
    assert "这一页没有推演记录了" in (await admin.get(f"{path}?after=20")).text
    cancelled = f"{path}?state=cancelled"
    assert played.findall(await two_pages(admin, cancelled)) == courses[::-1]
    course = (await admin.fill(path, act="rehearsals", months="1")).headers["location"]
    assert played.findall((await admin.get(f"{path}?state=running")).text) == [course]
    assert played.findall(await two_pages(admin, f"{cancelled}&sort=at")) == courses
    assert "没有符合条件的推演" in (await admin.get(f"{path}?state=broken")).text


async def test_an_organ_is_found_by_name_and_duties_are_listed(admin: Visitor) -> None:
    """按名称查找机构；职责清单列出主办、协办."""
    found = await admin.get("/desk/directory?q=甘州分局")
    assert "620702-gongan" in found.text
    assert "tel:0936-5551201" in found.text
    assert "没有符合条件的机构" in (await admin.get("/desk/directory?q=没有这个局")).text
    assert "物业" in (await admin.get("/desk/directory/duties")).text


async def test_each_list_is_counted_by_its_own_measure_word(admin: Visitor) -> None:
    """组织名录写共几个机构，职责清单写共几项，不写几件."""
    for path, many in (
        ("/desk/directory?q=甘州分局", "共 3 个"),
        ("/desk/directory/duties?q=物业", "共 1 项"),
    ):
        page = (await admin.get(path)).text
        assert f"<span>{many}</span>" in page, path


async def test_duties_are_narrowed_sorted_and_turned_over(
    admin: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """职责清单按类型、部门筛选，可以排序，逐页翻看，条件留在地址里."""
    path = "/desk/directory/duties"
    whole = named(await admin.get(path))
    assert len(whole) > 20
    found = named(await admin.get(f"{path}?department=chengguan"))
    assert 0 < len(found) < len(whole)
    assert named(await admin.get(f"{path}?q=物业")) == [one for one in whole if "物业" in one]
    assert "没有符合条件的纠纷类型" in (await admin.get(f"{path}?q=没有这一类")).text
    up, down = [named(await admin.get(f"{path}?sort={sort}")) for sort in ("name", "-name")]
    assert up == down[::-1]
    assert up != whole
    monkeypatch.setattr("deploy.desk.directory.DUTIES", len(whole) - 1)
    shown = await two_pages(admin, f"{path}?sort=name")
    assert DUTY.findall(shown) == up


DUTY = re.compile(r'<th scope="row">([^<]+?) <span')


def named(page: httpx.Response) -> list[str]:
    """The matters that a page of duties lists."""
    return DUTY.findall(page.text)


async def test_rule_books_are_narrowed_sorted_and_turned_over(
    admin: Visitor, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """规则簿按状态筛选，按起草先后排序，逐页翻看，条件留在地址里."""
    titles = [f"第{n}份规则簿" for n in range(3)]
    for title in titles:
        text = changed(("通用规则簿", title))
        drafted = await admin.fill("/desk/rules", text=text)
        clock.forward(timedelta(days=1))
    await admin.fill(drafted.headers["location"], act="withdrawal", reason="重复")

    async def listed(query: str) -> list[str]:
        return BOOK.findall((await admin.get(f"/desk/rules{query}")).text)

    assert await listed("") == titles[::-1]
    assert await listed("?sort=drafted") == titles
    assert await listed("?state=withdrawn") == titles[2:]
    assert await listed("?state=drafted") == titles[1::-1]
    assert "没有符合条件的规则簿" in (await admin.get("/desk/rules?state=approved")).text
    monkeypatch.setattr("deploy.desk.rules.A_PAGE", 2)
    assert BOOK.findall(await two_pages(admin, "/desk/rules?sort=drafted")) == titles


BOOK = re.compile(r'<a href="/desk/rules/[0-9a-f-]{36}">([^<]+)</a>')


async def test_a_case_is_rehearsed_and_nothing_of_it_is_changed(
    house: Building, hub: Hub, clock: StillClock
) -> None:
    """推演显示无人办理会发生什么，不改变任何记录."""
    taken = await register(hub)
    await route(hub, taken)
    count = "SELECT count(*) FROM hub.outbox"
    before = await hub.pool.fetchval(count)
    overseer = house.visitor(Role.SUPERVISOR, organ=CENTRE)
    path = f"/desk/disputes/{taken.number}/rehearsal"
    page = await overseer.get(path)
    assert page.status_code == 200, page.text
    assert "会发生什么" in page.text
    picture = await overseer.get(f"{path}.svg")
    assert picture.headers["content-type"] == "image/svg+xml"
    assert picture.text.startswith("<svg")
    today = (await overseer.get(f"{path}.svg?until={clock.now().date()}")).text
    assert today.startswith("<svg"), "until tonight nothing lapses, and the files are drawn"
    assert "登记" in today
    assert await hub.pool.fetchval(count) == before
    past = (clock.now() - timedelta(days=1)).date()
    assert (await overseer.get(f"{path}?until={past}")).status_code == 422
    stranger = house.visitor(Role.WINDOW, organ="620725-window-1")
    assert (await stranger.get(path)).status_code == 404
