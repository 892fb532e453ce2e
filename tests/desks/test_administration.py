"""系统管理: health, parked messages, rules, calendar, directory; and the rehearsal of a case."""

import json
import re
from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import uuid4

import pytest

from deploy.compose import offices
from shared.auth import Role
from shared.clock import StillClock
from shared.errors import Away
from shared.parking import Parking
from shared.work import Hub
from tests.desks.visitor import Building, Visitor, building, two_pages
from tests.shared.test_casepage import register, route

CENTRE = "620700-centre"

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
    assert "内容无法识别" in (await admin.get("/desk/parked")).text
    page = await admin.get(f"/desk/parked/{parked}")
    assert "{&lt;broken&gt;" in page.text
    refused = await admin.fill(f"/desk/parked/{parked}", act="mending", body="{still broken")
    assert refused.status_code == 422
    assert "{still broken" in refused.text
    done = await admin.fill(f"/desk/parked/{parked}", act="discard")
    assert done.headers["location"] == "/desk/parked"
    assert "没有滞留件" in (await admin.get("/desk/parked")).text


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


async def test_a_notice_is_loaded_on_the_page_and_the_year_is_settled(
    admin: Visitor, hub: Hub
) -> None:
    """载入放假通知后，这一年不再是暂定."""
    before = await admin.get("/desk/calendar?year=2027")
    assert "放假安排尚未公布" in before.text
    empty = await admin.fill("/desk/calendar")
    assert empty.status_code == 422
    assert "请选择放假通知文件" in empty.text
    page = await admin.get("/desk/calendar?year=2026")
    assert "共 248 个工作日" in page.text
    del hub


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


async def test_an_organ_is_found_by_name_and_duties_are_listed(admin: Visitor) -> None:
    """按名称查找机构；职责清单列出主办、协办."""
    found = await admin.get("/desk/directory?q=甘州分局")
    assert "620702-gongan" in found.text
    assert "tel:0936-5551201" in found.text
    assert "没有符合条件的机构" in (await admin.get("/desk/directory?q=没有这个局")).text
    assert "物业" in (await admin.get("/desk/directory/duties")).text


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
    assert await hub.pool.fetchval(count) == before
    past = (clock.now() - timedelta(days=1)).date()
    assert (await overseer.get(f"{path}?until={past}")).status_code == 422
    stranger = house.visitor(Role.WINDOW, organ="620725-window-1")
    assert (await stranger.get(path)).status_code == 404
