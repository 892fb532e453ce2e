"""The paper 文书 of a given page, and those of derived files, at the doors and on the desks."""

from typing import Any
from uuid import UUID

import pytest

from shared.auth import Role
from shared.work import Hub
from tests.desks.visitor import building, hidden
from tests.reconsideration.afterwards import case as decided_case  # noqa: F401 - a fixture
from tests.reconsideration.afterwards import served
from tests.reconsideration.checking import found
from tests.reconsideration.higher import ABOVE, NEIGHBOUR
from tests.reconsideration.makers import ANNA, AUTHORITY, CITY_GOVERNMENT, DISPUTE, RESPONDENT
from tests.reconsideration.reporting import ORDER, REPORT
from tests.reconsideration.test_numbering import text_of
from tests.reconsideration.test_papers_doors import FOR_WORK, accepted, clock, door
from tests.reconsideration.test_routes import APPLICATION, DEPARTMENT, OFFICER, PARTY, Door

__all__ = ["clock", "door"]


async def done(door: Door, path: str, who: dict[str, Any], **body: object) -> dict[str, Any]:
    answer = await door.post(path, who, **body)
    assert answer.status_code == 201, (path, answer.text)
    return dict(answer.json())


async def twice_extended(door: Door) -> str:
    """A case whose days to decide were extended on two pages, the third and the fourth."""
    case = (await accepted(door)).removesuffix("/papers/made")
    await done(door, f"{case}/extension", OFFICER, days=10, reason="案情复杂。")
    await done(door, f"{case}/extension", OFFICER, days=20, reason="等待鉴定。")
    return case


async def test_each_page_has_a_paper_of_its_own_the_newest_if_none_is_named(door: Door) -> None:
    """延期两次的，各按自己那一页制作；不写页码的按最近一次；别的页写明不是 (ARL 62)."""
    case = await twice_extended(door)
    made = f"{case}/papers/made/extension.docx{FOR_WORK}"
    first = text_of((await door.get(f"{made}&page=3", OFFICER)).content)
    newest = text_of((await door.get(made, OFFICER)).content)
    assert "案情复杂。" in first
    assert "等待鉴定。" not in first
    assert "等待鉴定。" in newest
    rows = await door.hub.pool.fetch("SELECT page FROM hub.papers_made ORDER BY made_id")
    assert [row["page"] for row in rows] == [3, 4]
    wrong = await door.get(f"{made}&page=2", OFFICER)
    assert (wrong.status_code, wrong.json()["article"]["code"]) == (409, "ARL 62(1)")
    assert "第2页不是应当制作延长审理期限通知书" in wrong.text
    assert (await door.get(f"{made}&page=99", OFFICER)).status_code == 409
    assert (await door.get(f"{made}&page=0", OFFICER)).status_code == 422


async def test_an_earlier_page_is_numbered_after_a_later_one_and_each_once(door: Door) -> None:
    """先编后一次的，再编前一次的，各一个号，各在自己的文书上 (RULES 69)."""
    case = await twice_extended(door)
    numbers = f"{case}/papers/numbers/extension"
    for page, said in (("", 1), ("?page=3", 2), ("?page=4", 1), ("?page=3", 2)):
        answer = await done(door, f"{numbers}{page}", OFFICER)
        assert answer["document_number"] == f"甘政复延字〔2026〕{said}号"
    told = await door.get(f"{numbers}?page=3", OFFICER)
    assert told.json()["document_number"] == "甘政复延字〔2026〕2号"
    made = f"{case}/papers/made/extension.docx{FOR_WORK}"
    assert "〔2026〕2号" in text_of((await door.get(f"{made}&page=3", OFFICER)).content)
    assert "〔2026〕1号" in text_of((await door.get(made, OFFICER)).content)
    assert (await door.post(f"{numbers}?page=2", OFFICER)).status_code == 409
    assert await found(door.hub) == {}
    await door.hub.pool.execute(
        "UPDATE hub.outbox SET body = replace(body, '\"page\":3', '\"page\":2')"
        " WHERE kind = 'reconsideration.paper_numbered.v1'"
    )
    assert await found(door.hub) == {"papers": 1}


async def test_the_case_page_offers_each_page_by_its_day(door: Door, hub: Hub) -> None:
    """案卷页逐页列出文书，写明日期和页码；编号、制作都按那一页 (RULES 69)."""
    case = await twice_extended(door)
    case_id = case.rpartition("/")[2]
    where = f"/desk/disputes/{DISPUTE}/papers/made/{case_id}/extension.pdf"
    numbering = f"/desk/disputes/{DISPUTE}/papers/numbers/{case_id}/extension"
    async with building(hub) as house:
        officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
        page = (await officer.get(f"/desk/disputes/{DISPUTE}")).text
        for version in (3, 4):
            assert f"延长审理期限通知书（2026年3月5日，第{version}页）" in page
            assert f"{where}?page={version}" in page
        assert "受理通知书（" not in page
        asked = await officer.get(f"{where}?page=3")
        assert hidden(asked)["page"] == "3"
        done_at = await officer.send(f"{numbering}?page=3", hidden(asked))
        assert done_at.headers["location"] == f"{where}?page=3"
        assert "〔2026〕1号" in (await officer.get(f"{where}?page=3")).text
        assert "现在制作的是稿" in (await officer.get(f"{where}?page=4")).text
        assert (await officer.get(f"{where}?page=2")).status_code == 404
        own = (await officer.get(f"/desk/reconsideration/files/{case_id}")).text
        assert f"{where}?page=4" in own


async def reported(door: Door) -> tuple[str, str]:
    """A case that was declined below, and the path of the papers of its report."""
    taken = await done(door, "/reconsiderations", PARTY, **APPLICATION)
    case = f"/reconsiderations/{taken['case_id']}"
    await done(door, f"{case}/declination", OFFICER, missing="interest", reason="没有关系。")
    door.on("2026-03-09")
    file = await done(door, f"{case}/wrong-report", PARTY, **REPORT)
    await done(door, f"/corrections/{file['case_id']}/order", ABOVE, **ORDER)
    return case, f"/reconsiderations/{file['case_id']}/papers"


async def test_an_order_to_correct_is_numbered_above_and_read_below(door: Door) -> None:
    """责令受理通知书由上级编号；下级可以制作查看，不能编号；别的机关看不到 (ARL 35; RULES 69)."""
    case, papers = await reported(door)
    order = f"{papers}/made/correction-order.docx{FOR_WORK}"
    assert "责令受理通知书" in text_of((await door.get(order, ABOVE)).content)
    assert (await door.get(order, OFFICER)).status_code == 200
    assert (await door.get(order, NEIGHBOUR)).status_code == 404
    for who in (PARTY, DEPARTMENT):
        assert (await door.get(order, who)).status_code == 403
    numbers = f"{papers}/numbers/correction-order"
    assert (await door.get(numbers, OFFICER)).json()["may_number"] is False
    assert (await door.post(numbers, OFFICER)).status_code == 404
    number = (await done(door, numbers, ABOVE))["document_number"]
    assert number.endswith("责复纠字〔2026〕1号")
    assert number in text_of((await door.get(order, ABOVE)).content)
    receipt = f"{papers}/made/correction-order-receipt.pdf{FOR_WORK}"
    assert (await door.get(receipt, ABOVE)).content.startswith(b"%PDF")
    none = await door.get(f"{case}/papers/made/correction-order.docx{FOR_WORK}", ABOVE)
    assert (none.status_code, none.json()["article"]["code"]) == (409, "ARL 35")
    assert await found(door.hub) == {}


async def test_the_desk_of_the_authority_above_offers_the_order(door: Door, hub: Hub) -> None:
    """上级的案卷页列出责令纠正通知书和回证 (ARL 35)."""
    _, papers = await reported(door)
    report_id = papers.split("/")[2]
    where = f"/desk/disputes/{DISPUTE}/papers/made/{report_id}/correction-order"
    async with building(hub) as house:
        above = house.visitor(Role.RECONSIDERATION_HEAD, organ=CITY_GOVERNMENT)
        page = (await above.get(f"/desk/disputes/{DISPUTE}")).text
        assert f"{where}.pdf" in page
        assert f"{where}-receipt.docx" in page
        assert "责令纠正通知书的送达回证" in page


@pytest.mark.parametrize("sort", ["opinion-letter", "letter-copy"])
async def test_letters_of_what_follows_are_made_of_both_files(
    door: Door,
    decided_case: str,  # noqa: F811
    sort: str,
) -> None:
    """意见书和抄告函取后续案卷的事项、原案卷的当事人，由本机关编号 (ARL 76, 79)."""
    after = await served(door, decided_case)
    said = {"organ": RESPONDENT, "flaw": "illegal", "text": "未告知权利，请纠正。"}
    await done(door, f"{after}/opinion-letter", OFFICER, **said)
    papers = f"/reconsiderations/{UUID(after.rpartition('/')[2])}/papers"
    early = await door.get(f"{papers}/made/letter-copy.docx{FOR_WORK}", OFFICER)
    assert early.status_code == 409
    await done(door, f"{after}/opinion-letter-receipt", OFFICER)
    await done(door, f"{after}/opinion-letter-copy", OFFICER, organ="620700-chengguan")
    number = (await done(door, f"{papers}/numbers/{sort}", OFFICER))["document_number"]
    made = await door.get(f"{papers}/made/{sort}.docx{FOR_WORK}", OFFICER)
    told = text_of(made.content)
    assert number in told
    assert "安某与" in told
    assert ("未告知权利，请纠正。" in told) is (sort == "opinion-letter")
    read = await door.hub.pool.fetch("SELECT ids FROM hub.people_read")
    assert any(str(ANNA) in row["ids"] for row in read)
    assert await found(door.hub) == {}
