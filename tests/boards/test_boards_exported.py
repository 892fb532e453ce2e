"""看板 in a file: what is exported, and how it says that it is reckoned."""

import csv
import re
from datetime import timedelta
from html import unescape
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from deploy.boards import show, spots
from deploy.boards.catalogue import BOARDS
from deploy.boards.export import MARK, PERCENT, Book, line
from deploy.boards.sheet import Number
from shared.frame.words import day
from shared.work import Hub
from tests.boards.filling import TODAY, Desk, counted, desk, filled, numbers, scope

__all__ = ["desk"]


async def test_a_workbook_holds_the_numbers_of_the_board_and_says_how_they_are_reckoned(
    hub: Hub, desk: Desk
) -> None:
    """导出的表可以打开，数字相同，附条件和算法."""
    await filled(hub)
    days = f"from={TODAY - timedelta(days=60)}&to={TODAY}"
    for name, listed in BOARDS.items():
        board = await listed.make(scope(hub))
        answer = await desk.get(f"/desk/boards/{name}/export?as=xlsx&{days}")
        book = load_workbook(BytesIO(answer.content))
        assert len(book.worksheets) == len(board.sheets) + 1
        shown = [
            cell.value
            for sheet in book.worksheets[:-1]
            for row in sheet.iter_rows(min_row=2, min_col=2)
            for cell in row
            if isinstance(cell.value, int) and cell.number_format != PERCENT
        ]
        assert shown == [one.n for one in numbers(board)], name
        told = [row[0] for row in book.worksheets[-1].iter_rows(values_only=True)]
        assert {"看板", "截至", "县区", "期间"} <= set(told)
        assert {one.term for sheet in board.sheets for one in sheet.reckoned} <= set(told)


async def test_a_list_is_exported_with_real_days_and_its_sum(hub: Hub, desk: Desk) -> None:
    """清单导出：日期是日期，计数之和相同."""
    await filled(hub)
    asked = f"of=figures&measure=check_in_in_time&from={TODAY - timedelta(days=60)}"
    answer = await desk.get(f"/desk/boards/cases/export?as=xlsx&{asked}")
    [rows, *_] = load_workbook(BytesIO(answer.content)).worksheets
    days = [row[1].value.date() for row in rows.iter_rows(min_row=2)]
    assert days == sorted(days)
    n = sum(row[-1].value for row in rows.iter_rows(min_row=2))
    found = await counted(scope(hub), Number(n, {"of": "figures", "measure": "check_in_in_time"}))
    assert n == found > 0
    plain = await desk.get(f"/desk/boards/cases/export?as=csv&{asked}")
    assert plain.text.startswith(MARK)
    table = list(csv.reader(StringIO(plain.text.removeprefix(MARK))))
    assert table[0] == ["纠纷编号", "首页之日", "计数"]
    assert sum(int(row[2]) for row in table[1 : len(days) + 1]) == n


async def test_a_list_that_is_cut_says_so(
    hub: Hub, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """超过上限的导出写明只列出前若干条."""
    await filled(hub)
    monkeypatch.setattr(show, "MOST", 2)
    answer = await desk.get("/desk/boards/cases/export?as=csv&of=roads")
    rows = list(csv.reader(StringIO(answer.text)))
    assert len([row for row in rows[1:] if row and row[0].startswith("620702-")]) == 2
    assert ["只列出前2条，其余请缩小条件再导出"] in rows


def test_text_of_others_is_no_formula_in_a_file() -> None:
    """导出的文字不作公式."""
    for said in ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1"):
        [[cell]] = csv.reader(StringIO(line([said])))
        assert cell == f"'{said}"


async def test_in_a_workbook_text_stays_text() -> None:
    """表格中的文字按文字保存."""
    book = Book()
    book.sheet("一")
    book.row(["=HYPERLINK(1)", 3])
    content = b"".join([piece async for piece in book.sent()])
    [cell, other] = next(load_workbook(BytesIO(content)).worksheets[0].iter_rows())
    assert (cell.data_type, cell.value, other.value) == ("s", "=HYPERLINK(1)", 3)


async def test_an_export_of_hot_spots_holds_all_pages_and_a_sorted_list_goes_on_over_them(
    hub: Hub, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """导出的是全部热点，不只是这一页；排序跨页有效."""
    await filled(hub)
    monkeypatch.setattr(spots, "MOST_SPOTS", 1)
    days = f"from={TODAY - timedelta(days=60)}&to={TODAY}"
    export = await desk.get(f"/desk/boards/hotspots/export?as=csv&{days}&sort=told")
    rows = list(csv.reader(StringIO(export.text.removeprefix(MARK))))
    whole = [row[3] for row in rows[2 : rows.index([])]]
    assert len(whole) == 2
    turned, path = [], f"/desk/boards/hotspots?{days}&sort=told"
    while path:
        page = (await desk.get(path)).text
        assert "一页只列1个。" in page
        turned += re.findall(r"<td>(\d+年\d+月\d+日)</td>", page)[1::2]
        found = re.search(r'href="([^"]*cursor=\d[^"]*)" rel="next"', page)
        path = unescape(found[1]) if found else ""
    assert turned == [day(one) for one in sorted(whole)]
    assert (await desk.get(f"/desk/boards/hotspots?{days}&sort=told&cursor=x")).status_code == 422
