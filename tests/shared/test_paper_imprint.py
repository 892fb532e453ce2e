"""文书: the mark of a draft and the imprint 版记, wherever it is opened."""

from docx.document import Document as Docx
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from shared.paper.layout import DRAFT
from tests.shared.printing import lines, opened, paper, printed, said


def headers(document: Docx) -> str:
    [section] = document.sections
    return "".join(one.text for one in section.header.paragraphs)


def test_what_has_no_number_says_on_every_page_that_it_is_a_draft() -> None:
    """没有编号的是稿，每一面都写明."""
    draft, numbered = paper("正文" * 700), paper("正文", number="张政复受字〔2026〕1号")
    reader = printed(draft)
    assert len(reader.pages) > 1
    assert all(DRAFT in lines(reader, n) for n in range(len(reader.pages)))
    assert headers(opened(draft)) == DRAFT
    assert not [line for line in lines(printed(numbered)) if DRAFT in line or "待编" in line]
    assert headers(opened(numbered)) == ""
    assert "张政复受字〔2026〕1号" in said(opened(numbered))


def test_the_imprint_says_who_gets_copies_and_when_it_was_printed() -> None:
    """版记写明抄送机关、印发机关和印发日期."""
    one = paper("正文", printed=True, copies=("甘州区司法局", "甘州区公安局"))
    text = "".join(lines(printed(one)))
    [table] = opened(one).element.body.iter(qn("w:tbl"))
    for told in (text, "".join(part.text for part in table.iter(qn("w:t")))):
        assert "抄送：甘州区司法局，甘州区公安局。" in told
        assert "2026年3月5日印发" in told


def test_the_imprint_stands_at_the_foot_of_the_last_page_in_whatever_opens_it() -> None:
    """版记在末页版心的最下面：是锚定在版心下边缘的文本框，Word 和 LibreOffice 都认."""
    copies = tuple(f"甘州区第{n}机关" for n in range(9))
    several = paper("正文", printed=True), paper("正文", printed=True, copies=copies)
    document = opened(*several)
    body = document.element.body
    boxes = list(body.iter(qn("wp:anchor")))
    assert [one.find(qn("wp:docPr")).get("id") for one in boxes] == ["1", "2"]
    for box in boxes:
        [vertical] = box.iter(qn("wp:positionV"))
        assert vertical.get("relativeFrom") == "margin"
        assert vertical[0].text == "bottom"
        assert box.find(qn("wp:wrapTopAndBottom")) is not None
        assert len(list(box.iter(qn("w:tbl")))) == 1
        widths = {one.get(name) for one in box.iter(qn("wp:extent")) for name in ("cx",)}
        assert widths == {str(round(Mm(156)))}
    low, high = (int(one.find(qn("wp:extent")).get("cy")) for one in boxes)
    assert (round(low / Mm(7.5)), round(high / Mm(7.5))) == (1, 4)
    assert not list(body.iter(qn("w:tblpPr")))


def test_what_stands_behind_the_imprint_opens_no_empty_page() -> None:
    """版记之后没有空白的一面：末行只高一磅，不占网格的一行."""
    last = opened(paper("正文", printed=True)).paragraphs[-1]
    snap = last._p.pPr.find(qn("w:snapToGrid"))  # noqa: SLF001 - python-docx has no grid
    assert (last.text, last.paragraph_format.line_spacing) == ("", Pt(1))
    assert snap is not None
    assert snap.get(qn("w:val")) == "0"
