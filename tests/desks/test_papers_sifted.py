"""文书材料 of a long file: by kind, in either order, page by page, on both pages of a case."""

import re
from urllib.parse import quote
from uuid import UUID

import pytest

from services.reconsideration.store import CASES
from shared.auth import Role
from shared.work import Hub
from tests.desks.body import applied, heard
from tests.desks.visitor import Building, Visitor, two_pages
from tests.reconsideration.makers import AUTHORITY
from tests.registering import take_in

MORE = """
INSERT INTO hub.documents (document_id, case_id, dispute_id, kind, text, sha256, at)
SELECT ('00000000-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid, $1, $2,
       CASE WHEN n % 5 = 0 THEN 'site_record' ELSE 'decision' END, '内容', '',
       now() + n * '1h'::interval
FROM generate_series(1, 400) n
"""
ROW = re.compile(
    r'<(?:tr|li)( class="print-only")?>(?:(?!</tr>|</li>).)*?'
    r'papers/0{8}-0000-0000-0000-0*(\d+)["?]',
    re.DOTALL,
)
SITE_RECORDS = list(range(5, 401, 5))


@pytest.fixture
async def addresses(hub: Hub) -> tuple[str, str]:
    """The page of a case with 400 papers more than it had, and the body's own page of it."""
    case_id = await applied(hub, await take_in(hub, UUID(int=1)))
    await heard(hub, case_id)
    dispute = (await hub.read(CASES, case_id))[0].dispute_id
    await hub.pool.execute(MORE, case_id, dispute)
    return f"/desk/disputes/{dispute}", f"/desk/reconsideration/files/{case_id}"


@pytest.fixture
def officer(house: Building) -> Visitor:
    return house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)


def listed(page: str) -> list[int]:
    """The papers that the screen shows."""
    return [int(paper) for hidden, paper in ROW.findall(page) if not hidden]


def printed(page: str) -> list[int]:
    """The papers that stand on paper when the page is printed."""
    return [int(paper) for _, paper in ROW.findall(page)]


async def kind_of(officer: Visitor, address: str, word: str) -> str:
    """A kind that the page offers, in whose name this word stands."""
    options = re.findall(r'<option value="([^"]*)"', (await officer.get(address)).text)
    return quote(next(one for one in options if word in one))


async def test_papers_of_a_long_file_are_sorted_and_turned_over(
    officer: Visitor, addresses: tuple[str, str]
) -> None:
    """材料再多也逐页翻得到，先后次序可以改，条件留在地址里；一页不列全部 (ARL 47)."""
    for address in addresses:
        first = (await officer.get(address)).text
        assert 0 < len(listed(first)) <= 50, address
        newest = await officer.get(f"{address}?papers_sort=-at")
        assert listed(newest.text) == list(range(400, 350, -1)), address
        second = (await officer.get(f"{address}?papers_sort=-at&papers=2")).text
        assert listed(second) == list(range(350, 300, -1)), address
        [following] = re.findall(r'href="([^"]+#(?:papers|materials))" rel="next"', second)
        assert "papers=3" in following
        assert "papers_sort=-at" in following
        by_name = await officer.get(f"{address}?papers_sort=name&papers=3")
        assert len(listed(by_name.text)) == 50, address
        assert (await officer.get(f"{address}?papers=0")).status_code == 422
        assert (await officer.get(f"{address}?papers_sort=size")).status_code == 422


async def test_papers_of_a_long_file_are_sifted_by_kind(
    officer: Visitor, addresses: tuple[str, str]
) -> None:
    """材料按种类筛选，翻页保留条件；没有的和翻过末页的说得明白 (ARL 47)."""
    for address in addresses:
        sifted = f"{address}?papers_kind={await kind_of(officer, address, '现场记录')}"
        assert listed(await two_pages(officer, sifted)) == SITE_RECORDS, address
        turned = await two_pages(officer, f"{sifted}&papers_sort=-at")
        assert listed(turned) == SITE_RECORDS[::-1], address
        behind = (await officer.get(f"{sifted}&papers=9")).text
        assert "这一页没有材料了" in behind
        assert listed(behind) == []
        none = (await officer.get(f"{address}?papers_kind=没有这一种")).text
        assert "没有符合条件的材料" in none
        assert listed(none) == []


async def test_a_printed_case_lists_all_of_its_papers(
    officer: Visitor, addresses: tuple[str, str]
) -> None:
    """打印案卷，材料全部列出，屏幕上翻到哪一页、筛选哪一种都一样."""
    every = list(range(1, 401))
    for address in addresses:
        assert printed((await officer.get(address)).text) == every, address
        kind = await kind_of(officer, address, "现场记录")
        sifted = await officer.get(f"{address}?papers_kind={kind}&papers_sort=-at&papers=2")
        assert printed(sifted.text) == every[::-1], address
        none = (await officer.get(f"{address}?papers_kind=没有这一种")).text
        assert printed(none) == every, address


async def test_what_else_the_address_says_is_kept_as_papers_are_sifted(
    officer: Visitor, addresses: tuple[str, str]
) -> None:
    """筛选材料不丢地址里别的条件：看不看全文、相关纠纷的次序."""
    case, body = addresses
    page = (await officer.get(f"{body}?texts=true")).text
    assert '<input type="hidden" name="texts" value="true">' in page
    [following] = re.findall(r'href="([^"]+#papers)" rel="next"', page)
    assert "texts=true" in following
    page = (await officer.get(f"{case}?related_sort=on")).text
    assert '<input type="hidden" name="related_sort" value="on">' in page


async def test_the_pages_of_papers_are_called_so_beside_those_of_other_lists(
    officer: Visitor, addresses: tuple[str, str]
) -> None:
    """一页上有几个清单的，材料的翻页自有名称，读屏时听得出翻的是哪一个."""
    for address in addresses:
        page = (await officer.get(address)).text
        assert page.count('<nav class="pager" aria-label="材料翻页">') == 1, address
        assert 'aria-label="翻页"' not in page, address
        [many] = re.findall(r"<span>共 [0-9]+ (.)</span>", page)
        assert many == "份", address
