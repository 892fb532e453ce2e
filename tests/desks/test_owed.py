"""部门往来: what others owe a department, and what was ruled on its competence."""

import re
from collections.abc import AsyncIterator
from html import unescape
from uuid import uuid4

import pytest

from services.routing.pages import department
from services.routing.store import whistle_of
from shared.auth import Role
from shared.work import Hub
from tests.desks.visitor import Building, Visitor, building, two_pages
from tests.desks.whistles import ASSIST, LEAD, OTHER, PAGE, act
from tests.routing.cases import CASE, registered
from tests.routing.test_routes import hear


@pytest.fixture
async def house(hub: Hub) -> AsyncIterator[Building]:
    await hear(hub, registered())
    async with building(hub) as found:
        yield found


@pytest.fixture
def lead(house: Building) -> Visitor:
    return house.visitor(Role.DEPARTMENT, organ=LEAD)


@pytest.fixture
def centre(house: Building) -> Visitor:
    return house.visitor(Role.WINDOW, organ="620702-window-1")


async def test_what_others_owe_goes_page_by_page(
    lead: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """别人欠本部门的，翻页不重不漏."""
    monkeypatch.setattr(department, "EACH", 1)
    first = (await lead.get("/desk/department/owed")).text.split('id="others"')[1]
    assert "别人欠本部门的（2）" in first
    assert '/desk/department/owed?others=2" rel="next"' in first
    second = (await lead.get("/desk/department/owed?others=2")).text.split('id="others"')[1]
    rows = [one.split('class="lines"')[1].split("</ul>")[0] for one in (first, second)]
    assert [("报到" in one, "反馈" in one) for one in rows] == [
        (True, False),
        (False, True),
    ]
    assert 'rel="next"' not in second


async def test_what_others_owe_is_sifted_and_turned_by_its_address(hub: Hub, lead: Visitor) -> None:
    """别人欠本部门的，按事项、逾期筛选，两头排序，条件留在地址里."""

    async def shown(said: str) -> list[str]:
        page = (await lead.get(f"/desk/department/owed{said}")).text
        lines = page.split('id="others"')[1].split("</section>")[0]
        return re.findall(r"<p><strong>([^<]+)</strong>", lines)

    assert await shown("") == ["报到", "反馈"]
    assert await shown("?due=-due") == ["反馈", "报到"]
    assert await shown("?what=answer") == ["反馈"]
    assert await shown("?what=callback") == []
    assert "没有符合条件的事项" in (await lead.get("/desk/department/owed?what=callback")).text
    assert await shown("?late=overdue") == []
    assert await shown("?late=in_time") == ["报到", "反馈"]
    await hub.pool.execute(
        "UPDATE hub.deadline SET ended = 'lapsed' WHERE name = 'check_in' AND subject = $1", ASSIST
    )
    assert await shown("?late=overdue") == ["报到"]
    assert await shown("?late=in_time&sort=matter") == ["反馈"]
    assert (await lead.get("/desk/department/owed?due=nonsense")).status_code == 422


RULED = """
INSERT INTO routing.precedent
  (case_id, dispute_id, state, version, matter, county, department, upheld, instead, basis, rulings)
VALUES ($1, $1, 'ruled', 1, $2, $3, $4, $5, $6, '清单', $7)
"""


async def test_precedents_are_sifted_and_sorted_from_both_ends(
    hub: Hub, lead: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """权属先例按裁定筛选，按各栏从两头排序，翻页不漏不重."""
    for n, (matter, upheld, instead) in enumerate(
        [("0101", True, ""), ("0201", False, OTHER), ("0301", False, "")], start=1
    ):
        said = (uuid4(), matter, f"62070{n}", LEAD, upheld, instead, n)
        await hub.pool.execute(RULED, *said)
    monkeypatch.setattr(department, "EACH", 2)

    async def counts(said: str) -> list[int]:
        text = await two_pages(lead, f"/desk/department/owed{said}")
        return [int(n) for n in re.findall(r'<td class="number">(\d+)</td></tr>', text)]

    async def only(said: str) -> list[str]:
        text = (await lead.get(f"/desk/department/owed{said}")).text
        return re.findall(r'<td class="number">(\d+)</td></tr>', text)

    assert await counts("") == [3, 2, 1]
    for by in ("rulings", "matter", "county"):
        assert await counts(f"?sort={by}") == [1, 2, 3], by
        assert await counts(f"?sort=-{by}") == [3, 2, 1], by
    assert await only("?ruling=upheld") == ["1"]
    assert await only("?ruling=instead") == ["2"]
    assert await only("?ruling=released") == ["3"]


async def test_who_rules_on_competence_sees_how_it_was_ruled_before(
    hub: Hub, centre: Visitor
) -> None:
    """同类事项再有异议时，裁定的表单上提示先例 (RULES 27)."""
    first = await centre.get(f"{PAGE}?act=ruling")
    assert "还没有先例" in first.text
    matter, county = registered().matter, registered().place[:6]
    said = (uuid4(), matter, county, LEAD, False, OTHER, 3)
    await hub.pool.execute(RULED, *said)
    again = await centre.get(f"{PAGE}?act=ruling")
    assert "同类事项的权属先例（1）" in again.text
    assert "（3次）。依据：清单" in again.text
    assert "权属先例" not in (await centre.get(f"{PAGE}?act=callback")).text


async def test_the_case_leads_to_the_form_that_shows_precedents_and_names_to_tick(
    lead: Visitor, centre: Visitor
) -> None:
    """从案卷页裁定权属的，也看到先例；哨上的事项都到哨的页面办 (RULES 27)."""
    await act(lead, "competence-dispute", competent=OTHER, basis="清单第12项", reason="违建")
    case = unescape((await centre.get(f"/desk/disputes/{CASE}")).text)
    [form] = re.findall(rf'href="({PAGE}\?act=ruling&back=[^"]+)#act"', case)
    page = (await centre.get(form)).text
    assert "同类事项的权属先例" in page
    assert f'name="back" value="/desk/disputes/{CASE}"' in page
    for other in re.findall(rf'href="({PAGE}\?act=[^"]+)#act"', case):
        assert "enctype=" in (await centre.get(other)).text, other
    assert f"/files/{whistle_of(CASE)}/ruling" not in case


async def test_what_was_decided_on_competence_stands_with_both_sides(
    house: Building, lead: Visitor, centre: Visitor
) -> None:
    """异议由中心裁定，先例列给各方；指明的部门从名录里选 (RULES 26, 27)."""
    page = await lead.get(f"{PAGE}?act=competence-dispute")
    assert 'list="organs"' in page.text
    await act(lead, "competence-dispute", competent=OTHER, basis="清单第12项", reason="违建")
    assert "权属裁定" in (await lead.get("/desk/department/owed")).text
    queue = await centre.get("/desk/centre?what=ruling")
    assert "act=ruling#act" in queue.text
    await act(
        centre, "ruling", department=LEAD, upheld="false", instead=OTHER, basis="同上", reason="是"
    )
    for organ in (LEAD, OTHER):
        page = await house.visitor(Role.DEPARTMENT, organ=organ).get("/desk/department/owed")
        assert "权属怎样裁定（1）" in page.text, organ
