"""按名称填写: what a clerk chooses by name and writes in Chinese, where a door takes codes."""

import re
from html import unescape

import httpx
import pytest

from services.intake.commands import Taken, take_in
from services.routing.store import routing_of
from shared.auth import Role
from shared.directory import Nature, load
from shared.work import Hub
from tests.desks.test_taking_in import PAPER
from tests.desks.visitor import Building, Visitor, hidden
from tests.intake.entries import entry
from tests.reconsideration.makers import AUTHORITY
from tests.shared.case_reader import register, route

CITY = load()


@pytest.fixture
def clerk(house: Building) -> Visitor:
    return house.visitor(Role.WINDOW)


def choices(page: httpx.Response, name: str) -> dict[str, str]:
    """What a field of a form offers, the values by what they are called."""
    [inner] = re.findall(rf'<select id="[^"]*" name="{name}".*?</select>', page.text, re.DOTALL)
    return {says: code for code, says in re.findall(r'<option value="([^"]*)".*?>(.*?)<', inner)}


def chosen(page: httpx.Response, name: str) -> str:
    """With what a field begins."""
    [inner] = re.findall(rf'<select id="[^"]*" name="{name}".*?</select>', page.text, re.DOTALL)
    found: list[str] = re.findall(r'<option value="[^"]*" selected>(.*?)<', inner)
    return found[0]


async def test_a_clerk_corrects_a_road_by_the_names_of_the_matter_and_of_the_article(
    hub: Hub, clerk: Visitor
) -> None:
    """更正途径：纠纷类型按名称选，依据照条文写；没有的条文写明没有 (RULES 59; ARL 11)."""
    taken = await register(hub)
    await route(hub, taken)
    path = f"/desk/disputes/{taken.number}/files/{routing_of(taken.case_id)}/correction"
    page = await clerk.get(path)
    said = {
        **hidden(page),
        "road": choices(page, "road")["行政复议"],
        "matter": choices(page, "matter")["对行政处罚和强制措施不服"],
        "respondent": "甘州区城市管理综合执法局",
        "act": choices(page, "act")["行政处罚"],
        "learnt_on": "2026-11-10",
        "article": "复议法第九百条",
        "reason": "所称罚款是行政处罚。",
    }
    wrong = await clerk.send(path, said)
    assert (wrong.status_code, "《行政复议法》没有第九百条" in wrong.text) == (422, True)
    assert 'value="复议法第九百条"' in wrong.text
    assert chosen(wrong, "matter") == "对行政处罚和强制措施不服"
    done = await clerk.send(path, {**said, "article": "复议法第十一条第一项"})
    assert done.status_code == 303, done.text
    body = await hub.pool.fetchval(
        "SELECT body::text FROM hub.outbox WHERE kind = 'routing.road_corrected.v1'"
    )
    assert '"article":"ARL 11 item 1"' in body.replace(": ", ":")
    assert '"matter":"chufa"' in body.replace(": ", ":")


async def test_an_application_for_adjudication_begins_with_the_matter_that_is_registered(
    hub: Hub, clerk: Visitor
) -> None:
    """申请行政裁决：纠纷类型按名称选，已经选着登记的类型 (PLAN 24; LAL 14)."""
    [taken] = await take_in(hub, [entry(hub, "key-0000001", matter="tudi", opponents=("李某",))])
    assert isinstance(taken, Taken)
    path = f"/desk/disputes/{taken.number}/open/adjudications"
    page = await clerk.get(path)
    assert chosen(page, "matter") == "土地所有权和使用权争议"
    assert "林木林地权属争议" in choices(page, "matter")
    tick = r'name="applicants" value="([^"]+)"><label[^>]*>([^（]+)'
    people = {name: person for person, name in re.findall(tick, page.text)}
    said = {
        **hidden(page),
        "matter": choices(page, "matter")[chosen(page, "matter")],
        "authority": "甘州区人民政府",
        "applicants": people["张某"],
        "respondents": people["李某"],
        "text": "请求确认争议地块的使用权归申请人。",
    }
    done = await clerk.send(path, said)
    assert done.status_code == 303, done.text
    assert await hub.pool.fetchval("SELECT matter FROM adjudication.adjudication") == "tudi"


async def test_what_comes_to_a_body_happened_at_a_place_that_is_chosen_by_name(
    house: Building, hub: Hub
) -> None:
    """收件：发生地按名称选，写到乡镇、街道 (ARL 22)."""
    body = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
    path = "/desk/reconsideration/taking-in"
    page = await body.get(path)
    place = choices(page, "place")["甘州区东街街道"]
    matter = choices(page, "matter")["对行政处罚和强制措施不服"]
    first = [*choices(page, "matter").values()][1]
    assert CITY.matters[first].nature is Nature.ACT, "matters of acts stand first"
    done = await body.send(path, {**hidden(page), **PAPER, "place": place, "matter": matter})
    assert done.status_code == 303, unescape(done.text)
    kept = await hub.pool.fetchval("SELECT place FROM intake.dispute")
    assert CITY.place(kept).name == "东街街道"


async def test_the_law_desk_reads_a_period_and_an_article_in_words(clerk: Visitor) -> None:
    """期限计算：期限写“五个工作日”，依据写“行政复议法第三十条” (ARL 30, 88)."""
    asked = await clerk.fill(
        "/desk/law/deadline", period="五个工作日", article="行政复议法第三十条", start="2026-09-28"
    )
    page = unescape((await clerk.get(asked.headers["location"])).text)
    assert "国庆" in page
    assert "《行政复议法》第30条" in page
    for said in ("行政复议法第六十二条", "ARL 62"):
        rules = await clerk.fill("/desk/law/rules", article=said)
        assert "共有" in (await clerk.get(rules.headers["location"])).text
    no = await clerk.fill("/desk/law/rules", article="太空法")
    assert "法律名录中没有“太空法”" in (await clerk.get(no.headers["location"])).text
    none = await clerk.fill("/desk/law/filing", perform_within="下周")
    told = await clerk.get(none.headers["location"])
    assert "期间写作30日、15个工作日、3个月或者1年" in told.text
