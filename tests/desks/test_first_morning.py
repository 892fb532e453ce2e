"""第一天上班: what whoever opens these pages for the first time does not stumble over."""

import re

from shared.auth import Role
from shared.directory import load
from shared.frame.words import name_in
from shared.work import Hub
from tests.consultation.makers import AUTHORITY, THREE, enrolled
from tests.consultation.test_pages import COMMITTEE, ROSTER
from tests.desks.called import text_of
from tests.desks.test_called_by_name import mediated
from tests.desks.visitor import Building
from tests.shared.test_casepage import register, route

FORM = re.compile(r"<form.*?</form>", re.DOTALL)


async def test_what_is_done_with_a_roster_is_no_part_of_narrowing_it(
    hub: Hub, house: Building
) -> None:
    """委员名册：登记、设定时限、全体会议列在筛选之外；变更的页面说明变更 (RULES 70)."""
    await enrolled(hub, AUTHORITY)
    secretary = house.visitor(Role.SECRETARY, organ=COMMITTEE)
    page = (await secretary.get(ROSTER)).text
    [narrowing] = [one for one in FORM.findall(page) if 'aria-label="筛选"' in one]
    for does in ("登记委员", "设定咨询时限", "召开全体会议", "全体会议"):
        assert does in page
        assert does not in narrowing, does
    roster = await hub.pool.fetchval("SELECT case_id FROM hub.file WHERE procedure = 'roster'")
    change = text_of((await secretary.get(f"{ROSTER}/{roster}/{THREE[0]}")).text)
    assert "变更后的内容写入名册" in change
    assert "登记在本地委员会的名册上" not in change
    assert "登记在本地委员会的名册上" in text_of((await secretary.get(f"{ROSTER}/new")).text)


async def test_the_law_desk_names_what_stands_on_an_article_by_sort_and_without_codes(
    house: Building,
) -> None:
    """找条文：列出条文的名称，不写程序所用的代号；同一种规则只写一次种类 (ARL 31)."""
    page = await house.visitor(Role.WINDOW).get("/desk/law?q=补正")
    [found] = re.findall(r"<section class=\"panel\".*?</section>", page.text, re.DOTALL)[:1]
    said = text_of(f"<main>{found}</main>")
    assert "《行政复议法》第31条" in said
    assert "ARL" not in said
    assert said.count("办理事项：") == 1


async def test_the_city_is_told_without_words_of_the_stream(house: Building) -> None:
    """城市态势写明截至第几项动态，不写“流位”."""
    overseer = house.visitor(Role.SUPERVISOR, organ="620700-centre")
    page = text_of((await overseer.get("/desk/live")).text)
    county = await house.visitor(Role.SUPERVISOR, organ="620702-centre").get("/desk/live")
    assert '<details class="panel screen-only" id="filters">' in county.text, "nothing is narrowed"
    assert "项动态" in page
    assert "流位" not in page


async def test_an_organ_of_the_province_stands_in_the_province(house: Building) -> None:
    """组织名录：省级机关的所在地写甘肃省，不写区划代码."""
    page = (await house.visitor(Role.WINDOW).get("/desk/directory")).text
    assert "<td>620000</td>" not in page
    assert "<td>甘肃省</td>" in page
    name = name_in(load())
    assert (name("620000"), name("620702"), name("nowhere")) == ("甘肃省", "甘州区", "nowhere")


async def test_an_empty_list_of_whistles_says_once_how_many_there_are(house: Building) -> None:
    """待办的哨没有的，“共 0 件”只写一次."""
    department = house.visitor(Role.DEPARTMENT, organ="620702-gongan")
    assert text_of((await department.get("/desk/department")).text).count("共 0 件") == 1


async def test_the_files_of_a_dispute_stand_in_the_order_in_which_they_were_opened(
    hub: Hub, house: Building
) -> None:
    """案卷的经过按立卷先后：同一时刻立的也先分流、后调解；不写分流规则的代号 (RULES 6)."""
    taken = await register(hub)
    await route(hub, taken)
    await mediated(hub, taken.case_id)
    overseer = house.visitor(Role.SUPERVISOR, organ="620700-centre")
    page = (await overseer.get(f"/desk/disputes/{taken.number}")).text
    [way] = re.findall(r'<ol class="way">.*?</ol>', page, re.DOTALL)
    stages = re.findall(r"<li><strong>(.*?)</strong>", way)
    assert [stages[0], stages[1], stages[-1]] == ["登记", "分流", "人民调解程序"], stages
    assert "分流规则" not in text_of(page)
