"""法律服务台 at the desks: an article with its rules, a period, whether one may apply."""

import re
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from deploy.lawdesk import questions
from shared.auth import Role
from shared.frame.filled import typed_of
from shared.frame.words import said as as_officials_write
from shared.lawdesk import Question
from shared.work import Hub
from tests.desks.visitor import Building, Visitor, two_pages
from tests.shared.case_reader import register, route

WINDOW = "620702-window-1"
ADMISSIBLE = {
    "act": "penalty",
    "served": "direct",
    "served_on": "2026-08-03",
    "filed_on": "2026-09-21",
    "interest": "addressee",
    "respondent": "620702-shijian",
    "authority": "620702-government",
}


@pytest.fixture
def clerk(house: Building) -> Visitor:
    return house.visitor(Role.WINDOW, organ=WINDOW)


async def test_an_article_is_found_and_shows_what_stands_on_it(clerk: Visitor) -> None:
    """按拼音首字母和条号找到条文，看到版本、原文核对情况和以它为依据的规则."""
    page = await clerk.get("/desk/law?q=xzfyf+62")
    assert 'href="/desk/law/article?code=ARL+62"' in page.text
    shown = await clerk.get("/desk/law/article?code=ARL+62(1)")
    assert "<h1>《行政复议法》第62条第1款</h1>" in shown.text
    assert "已核对原文" in shown.text
    assert "现行</span>" in shown.text
    assert (
        'href="/desk/law/deadline?rule=reconsideration.ordinary.decide&amp;form=true"' in shown.text
    )
    assert "本款</span>" in shown.text


async def test_an_edition_that_is_over_and_a_text_that_nobody_read_are_told(
    clerk: Visitor,
) -> None:
    """旧版的写明停止施行、列出新版；没有原文的写明没有核对."""
    old = (await clerk.get("/desk/law/article?code=ARR2007+13")).text
    assert "已经停止施行" in old
    assert 'href="/desk/law?statute=ARR2026"' in old
    assert "未核对原文" in (await clerk.get("/desk/law/article?code=MINERALS_LAW+1")).text


async def test_what_is_not_there_is_said_with_what_to_do(clerk: Visitor) -> None:
    """找不到的写明怎么办；没有规则的条文写明没有；不是法条的告知写法."""
    assert "从头再找" in (await clerk.get("/desk/law?q=没有这样的词")).text
    assert "本枢纽没有规则以这一条为依据" in (await clerk.get("/desk/law/article?code=CCL+1")).text
    for code in ("ARL 999", "随便", "%00"):
        assert (await clerk.get(f"/desk/law/article?code={code}")).status_code == 404
    assert (await clerk.get("/desk/law/nothing")).status_code == 404


async def test_articles_are_turned_over(clerk: Visitor) -> None:
    """条文逐页翻看，不漏不重，条件留在地址里."""
    shown = await two_pages(clerk, "/desk/law?statute=ARL")
    listed = re.findall(r'href="/desk/law/article\?code=ARL\+(\d+)"', shown)
    assert listed == sorted(set(listed), key=int)
    assert len(listed) > 30


async def test_a_period_is_reckoned_step_by_step_with_its_address(clerk: Visitor) -> None:
    """选规则、填起算日，答复写明最后一日和每一步：起算、延长、顺延；地址可以转发."""
    asked = await clerk.fill(
        "/desk/law/deadline",
        **{
            "rule": "reconsideration.ordinary.decide",
            "start": "2026-09-28",
            "as_of": "2026-11-23",
            "extensions/0/by": "30d",
            "extensions/0/reason": "情况复杂",
            "extensions/0/article": "ARL 62(1)",
        },
    )
    assert asked.status_code == 303
    said = parse_qs(urlsplit(asked.headers["location"]).query)
    assert said["start"] == ["2026-09-28"]
    assert "moment" not in said, "what was left empty stands in the address"
    page = unescape((await clerk.get(asked.headers["location"])).text)
    assert "最后一日为2026年12月28日" in page
    assert "<dt>起算</dt><dd>2026年9月28日（周一）受理，自次日起算</dd>" in page
    assert "<dt>顺延</dt><dd>最后一日遇12月27日周日，顺延1日" in page
    assert "<dt>延长</dt>" in page
    assert 'href="/desk/law/article?code=ARL%2062%281%29"' in page or "code=ARL%2062(1)" in page


async def test_days_of_rest_are_named_in_the_reckoning(clerk: Visitor) -> None:
    """按工作日计的，跳过的休息日逐一写明."""
    page = await clerk.get("/desk/law/deadline?period=5wd&article=ARL+30&start=2026-09-28")
    assert page.status_code == 200
    assert "跳过休息日" in page.text or "休息日" in page.text
    assert "国庆" in page.text


async def test_whether_one_may_apply_is_answered_with_reasons_and_articles(
    clerk: Visitor,
) -> None:
    """能不能申请：逐项写明具备、不具备，和依据的条文."""
    asked = await clerk.fill("/desk/law/admissibility", **ADMISSIBLE)
    page = (await clerk.get(asked.headers["location"])).text
    assert "具备</span>" in page
    assert page.count('class="article"') > 3
    assert "<dt>行政行为的种类</dt><dd>行政处罚</dd>" in page
    assert "<dd>甘州区市场监督管理局</dd>" in page
    late = await clerk.fill("/desk/law/admissibility", **{**ADMISSIBLE, "filed_on": "2026-11-20"})
    assert "不具备</span>" in (await clerk.get(late.headers["location"])).text


async def test_what_is_wrong_is_told_at_its_field_and_what_was_typed_stays(
    clerk: Visitor,
) -> None:
    """写错的逐项指出，填写的内容保留."""
    page = await clerk.get("/desk/law/deadline?start=2026-09-28&period=许久&article=ARL+30")
    assert page.status_code == 422
    assert 'value="许久"' in page.text
    assert 'href="#f-period"' in page.text
    nobody = await clerk.get("/desk/law/jurisdiction?respondent=没有这个局")
    assert nobody.status_code == 422
    assert 'value="没有这个局"' in nobody.text


async def test_one_more_row_is_no_question(clerk: Visitor) -> None:
    """“再加一行”只加一行，不作答复."""
    empty = {f"extensions/{n}/by": "" for n in range(2)}
    asked = await clerk.fill("/desk/law/deadline", start="2026-09-28", more="extensions", **empty)
    page = (await clerk.get(asked.headers["location"])).text
    assert 'name="extensions/2/by"' in page
    assert "答复：" not in page


@pytest.mark.parametrize("asked", questions(), ids=lambda one: one.name)
async def test_the_example_of_every_question_is_answered_on_its_page(
    clerk: Visitor, house: Building, asked: Question[Any]
) -> None:
    """每一个问题的示例，页面上的答复与接口的一样，日期照公文的写法."""
    name, example = asked.name, asked.example
    typed = {key: list(said) for key, said in typed_of(example).values.items()}
    sent = await clerk.fill(f"/desk/law/{name}", **typed)
    assert sent.status_code == 303
    page = unescape((await clerk.get(sent.headers["location"])).text)
    answer = (await house.client.post(f"/law/{name}", json=dict(example))).json()
    assert answer["says"] in page
    for reason in answer["reasons"]:
        assert as_officials_write(reason["text"]) in page


async def test_every_officer_has_the_law_desk_in_the_menu_and_a_party_has_no_access(
    house: Building,
) -> None:
    """各岗位的菜单里都有法律服务台；当事人进不了办公页面."""
    for role in set(Role) - {Role.PARTY}:
        officer = house.visitor(role, organ="620702-centre")
        assert 'href="/desk/law"' in (await officer.get("/desk")).text, role
    party = house.visitor(Role.PARTY, organ="")
    assert (await party.get("/desk/law")).status_code == 403


async def test_the_article_of_a_page_of_a_case_leads_to_the_law_desk(
    house: Building, hub: Hub
) -> None:
    """案卷里每一页的依据，点开就是这一条."""
    taken = await register(hub)
    await route(hub, taken)
    overseer = house.visitor(Role.SUPERVISOR, organ="620700-centre")
    page = await overseer.get(f"/desk/disputes/{taken.number}")
    [first, *_] = re.findall(r'class="article" href="([^"]+)"', page.text)
    assert (await overseer.get(unescape(first))).status_code == 200
