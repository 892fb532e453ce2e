"""台账: made-up ledgers as offices keep them."""

import csv
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from openpyxl import Workbook

from services.intake.ledger import (
    LedgerError,
    Reject,
    RejectFile,
    Row,
    count_rows,
    load_mapping,
    read_ledger,
    write_rejects,
)

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 23, 18, 0, tzinfo=SHANGHAI)
AS_A_SHEET_HAS_IT = datetime(2026, 4, 25, 9, 32, tzinfo=SHANGHAI).replace(tzinfo=None)
HEAD = "留言编号,留言用户,留言主题,留言时间,留言详情\n"
GOOD = "7,甲,路灯不亮,2026-04-25 09:32:09,村口的路灯坏了半个月\n"


def ledger(folder: Path, text: str, encoding: str = "utf-8", name: str = "ledger.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def book(folder: Path, *sheets: Sequence[Sequence[object]], merged: str = "") -> Path:
    made = Workbook()
    for at, rows in enumerate(sheets):
        sheet = made.active if at == 0 else made.create_sheet(f"表{at + 1}")
        assert sheet is not None
        for row in rows:
            sheet.append(list(row))
        if merged:
            sheet.merge_cells(merged)
    path = folder / "ledger.xlsx"
    made.save(path)
    return path


def read(path: Path, mapping: dict[str, str] | None = None) -> tuple[list[Row], list[Reject]]:
    items = list(read_ledger(path, mapping, now=NOW))
    rows = [item for item in items if isinstance(item, Row)]
    return rows, [item for item in items if isinstance(item, Reject)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_ledger_is_read_in_every_encoding_that_offices_use(tmp_path: Path, encoding: str) -> None:
    [row], rejects = read(ledger(tmp_path, HEAD + GOOD, encoding))
    assert not rejects
    assert (row.source_number, row.sender, row.subject) == ("7", "甲", "路灯不亮")
    assert row.text == "村口的路灯坏了半个月"
    assert row.received == datetime(2026, 4, 25, 9, 32, 9, tzinfo=SHANGHAI)
    assert row.origin.line == 2


def test_one_damaged_sign_does_not_turn_the_whole_file_into_another_encoding(
    tmp_path: Path,
) -> None:
    path = tmp_path / "ledger.csv"
    path.write_bytes((HEAD + GOOD).encode() + b"8,\xff,x,2026-04-25,y\n")
    [row], [reject] = read(path)
    assert row.sender == "甲"
    assert "不能识别的字符" in reject.reason


def test_title_rows_and_empty_lines_are_passed_by_and_still_counted(tmp_path: Path) -> None:
    text = f"某街道2026年留言台账,,,,\n\n填表人：乙,,,,\n{HEAD}\n,,,,\n{GOOD}"
    [row], rejects = read(ledger(tmp_path, text))
    assert not rejects
    assert row.origin.line == 7


def test_a_tab_may_separate(tmp_path: Path) -> None:
    [row], _ = read(ledger(tmp_path, (HEAD + GOOD).replace(",", "\t"), "gb18030"))
    assert row.subject == "路灯不亮"


def test_untidy_white_space_goes_and_paragraphs_stay(tmp_path: Path) -> None:
    body = "\n\t\u3000第一段\u200b\n\n\t第二段  \n"
    text = f'{HEAD} 7 ,甲\u3000某,"\t路灯\n不亮\u00a0",2026-04-25,"{body}"\n'
    [row], _ = read(ledger(tmp_path, text))
    assert (row.source_number, row.sender) == ("7", "甲某")
    assert row.subject == "路灯 不亮"
    assert row.text == "第一段\n第二段"


def test_columns_may_stand_in_any_order_with_remarks_in_their_names(tmp_path: Path) -> None:
    text = (
        "序号,*联 系 电话,诉求内容（必填）,县区,登记时间：,身份证号,所属乡镇,"
        "发生日期,知道日期,被申请人\n"
        "1,138 0000 0000,工资没有发,甘州区,2026/3/1,62070219900101123x, 大满镇 ,"
        "2026年1月2日,20260103,某局\n"
    )
    [row], rejects = read(ledger(tmp_path, text))
    assert not rejects
    assert (row.phone, row.id_number) == ("13800000000", "62070219900101123X")
    assert (row.text, row.place, row.organ) == ("工资没有发", "甘州区大满镇", "某局")
    assert (row.happened, row.learnt) == (date(2026, 1, 2), date(2026, 1, 3))


def test_a_row_without_a_number_gets_one_from_what_it_says(tmp_path: Path) -> None:
    """同一行两次是一件."""
    text = "标题,内容,点赞数\n路灯,不亮,1\n 路灯 ,不亮,9\n路灯,又亮了,1\n"
    rows, _ = read(ledger(tmp_path, text))
    first, again, other = (row.source_number for row in rows)
    assert first == again != other
    assert first.startswith("row-")


def test_a_mapping_file_names_columns_that_nobody_else_uses(tmp_path: Path) -> None:
    path = ledger(tmp_path, "件号,啥事,主题\n7,路灯不亮,不要\n")
    pairs = '"件 号" = "source_number"\n"啥事" = "text"\n"主题" = ""\n'
    mapping = ledger(tmp_path, pairs, name="mapping.toml")
    [row], _ = read(path, load_mapping(mapping))
    assert (row.source_number, row.text, row.subject) == ("7", "路灯不亮", "")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"件号": "nummer"}', "“件号”的含义“nummer”应为 source_number"),
        ('{"件号": ["text"]}', "“件号”的含义"),
        ("[1]", "对照"),
        ("{", "写法有误"),
    ],
)
def test_a_wrong_mapping_is_told_in_chinese(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(LedgerError, match=reason):
        load_mapping(ledger(tmp_path, text, name="m.json"))


def test_a_workbook_is_read_below_its_merged_title(tmp_path: Path) -> None:
    path = book(
        tmp_path,
        [
            ["2026年矛盾纠纷台账"],
            [None],
            ["编号", "姓名", "主题", "登记日期", "内容", "联系电话"],
            [360114, "甲", "路灯", AS_A_SHEET_HAS_IT, "不亮", 13800000000],
            [None, None, None, None, None, None],
            [360115.0, "乙", "水渠", 46137.4, "不通", "0936-123"],
            [360116, "丙", "工资", date(2026, 4, 26), "没发", None],
        ],
        merged="A1:F1",
    )
    rows, rejects = read(path)
    assert not rejects
    assert [row.origin.line for row in rows] == [4, 6, 7]
    assert [row.source_number for row in rows] == ["360114", "360115", "360116"]
    assert [f"{row.received:%m-%d %H:%M}" for row in rows] == [
        "04-25 09:32",
        "04-25 09:36",
        "04-26 00:00",
    ]
    assert (rows[0].phone, rows[1].phone) == ("13800000000", "0936-123")
    assert count_rows(path) == 3


def test_every_sheet_is_read_and_one_without_a_header_is_not_lost_unseen(tmp_path: Path) -> None:
    rows: list[list[object]] = [["编号", "内容"], ["1", "路灯"]]
    path = book(tmp_path, rows, [["编号", "内容"], ["2", "水渠"]], [["填表说明"]], [])
    found, [reject] = read(path)
    assert [(row.origin.sheet, row.source_number) for row in found] == [
        ("Sheet", "1"),
        ("表2", "2"),
    ]
    assert "工作表“表3”没有认得的表头" in reject.reason


def test_a_number_that_the_spreadsheet_rounded_is_rejected(tmp_path: Path) -> None:
    """身份证号被改成近似数."""
    rows: list[list[object]] = [["编号", "内容", "身份证号"], ["1", "路灯", 620702199001011234]]
    _, [reject] = read(book(tmp_path, rows))
    assert (reject.column, reject.origin.place) == ("身份证号", "Sheet!2")
    assert "近似数" in reject.reason


def test_a_date_that_cannot_be_is_rejected_with_its_column(tmp_path: Path) -> None:
    rows, [reject] = read(ledger(tmp_path, f"{HEAD}7,甲,路灯,去年冬天,不亮\n"))
    assert not rows
    assert (reject.origin.line, reject.column) == (2, "留言时间")
    assert reject.reason.startswith("日期“去年冬天”读不出")


def test_a_row_that_says_nothing_is_rejected(tmp_path: Path) -> None:
    _, [reject] = read(ledger(tmp_path, f"{HEAD}合计,1,,,\n"))
    assert (reject.column, reject.reason) == ("留言详情", "主题和内容都没有")


def test_a_row_with_too_many_cells_is_rejected_rather_than_shifted(tmp_path: Path) -> None:
    [row], [reject] = read(ledger(tmp_path, f"{HEAD}7,甲,路灯,坏了,2026-04-25,不亮\n{GOOD}"))
    assert row.origin.line == 3
    assert "本行有 6 栏，表头只有 5 栏" in reject.reason


def test_rows_swallowed_by_a_quote_are_not_lost_unseen(tmp_path: Path) -> None:
    text = f'{HEAD}6,甲,路灯,2026-04-25,"不亮\n{GOOD}{GOOD}'
    rows, [reject] = read(ledger(tmp_path, text))
    assert not rows
    assert "引号可能不配对" in reject.reason


def test_a_quote_that_never_ends_costs_only_its_own_rows(tmp_path: Path) -> None:
    text = f'{HEAD}6,甲,路灯,2026-04-25,"{"长" * 140_000}\n{GOOD}'
    [row], [reject] = read(ledger(tmp_path, text))
    assert (row.source_number, reject.origin.line) == ("7", 2)
    assert "引号不配对" in reject.reason


def test_a_header_that_is_pasted_again_is_no_row(tmp_path: Path) -> None:
    rows, rejects = read(ledger(tmp_path, HEAD + GOOD + HEAD + GOOD))
    assert ([row.origin.line for row in rows], rejects) == ([2, 4], [])


def test_what_is_rejected_can_be_mended_and_read_again(tmp_path: Path) -> None:
    """退回、改正、再导入."""
    bad = '8,乙,"=水,渠",昨天,"不通,\n漏水"\n9,丙,路灯,坏了,2026-04-25,不亮\n'
    _, rejects = read(ledger(tmp_path, HEAD + GOOD + bad, "gb18030"))
    back = tmp_path / "rejects.csv"
    assert write_rejects(back, rejects) == 2
    assert back.read_bytes().startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(back.read_text("utf-8-sig").splitlines(keepends=True)))
    assert lines[0][-3:] == ["行号", "栏目", "原因"]
    assert lines[1][5:] == ["3", "留言时间", "日期“昨天”读不出，可写作 2026-04-25 09:32"]

    rows, again = read(back)
    assert (rows, len(again)) == ([], 2)
    write_rejects(tmp_path / "again.csv", again)
    assert len((tmp_path / "again.csv").read_text("utf-8").splitlines()[0].split(",")) == 8

    assert again[1].origin.cells == ("9", "丙", "路灯", "坏了", "2026-04-25", "不亮")
    text = back.read_text("utf-8-sig").replace("昨天", "2026-04-25", 1)
    mended = text[: text.index("9,丙")] + "9,丙,路灯坏了,2026-04-25,不亮,4,,\n"
    [eight, nine], rest = read(ledger(tmp_path, mended))
    assert rest == []
    assert (eight.source_number, eight.subject, eight.text) == ("8", "=水,渠", "不通,\n漏水")
    assert (nine.source_number, nine.text) == ("9", "不亮")


def test_a_rejects_file_can_be_gone_on_with(tmp_path: Path) -> None:
    _, [reject] = read(ledger(tmp_path, f"{HEAD}7,甲,路灯,昨天,不亮\n"))
    path = tmp_path / "rejects.csv"
    with RejectFile(path) as file:
        assert file.count == 0
    assert not path.exists()
    for _ in range(2):
        write_rejects(path, [reject], append=True)
    rows, rejects = read(path)
    assert (rows, [each.origin.line for each in rejects]) == ([], [2, 4])


def test_a_row_that_registering_refuses_can_be_written_back(tmp_path: Path) -> None:
    [row], _ = read(ledger(tmp_path, HEAD + GOOD))
    assert row.reject("留言编号", "重复").origin.cells[0] == "7"
    assert "甲" not in repr(row)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\xd0\xcf\x11\xe0old", "另存为不加密的 xlsx 或 CSV"),
        (b"PK\x03\x04broken", "不是能读的 xlsx"),
        ("姓名\n甲\n".encode(), "没有认得的表头"),
        (b"", "没有认得的表头"),
    ],
)
def test_a_file_that_is_no_ledger_is_told_what_to_do(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    path = tmp_path / "ledger.csv"
    path.write_bytes(content)
    with pytest.raises(LedgerError, match=reason):
        read(path)
    with pytest.raises(LedgerError, match="打不开"):
        read(tmp_path / "absent.csv")


def test_rows_are_counted_without_title_header_and_empty_lines(tmp_path: Path) -> None:
    assert count_rows(ledger(tmp_path, f"台账\n\n{HEAD}\n{GOOD}\n{GOOD}")) == 2
