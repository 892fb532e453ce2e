"""文书的排版 (GB/T 9704): what the two writers make of a paper, whatever it says."""

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pylopdf_fonts_zh_cn as fetched
import pytest
import typst
from docx import Document
from docx.document import Document as Docx
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from pypdf import PdfReader

from shared.paper import (
    BadTemplate,
    Grid,
    Paper,
    Paragraph,
    citation,
    numeral,
    template_of,
)
from shared.paper.docx import docx_of
from shared.paper.layout import DRAFT, SANS, SERIF, closing, width_in_signs
from shared.paper.pdf import NoGlyph, pdf_of

TWIPS_OF_MM = 56.6929
A4 = (595.28, 841.89)
DAY = date(2026, 3, 5)


def paper(*texts: str, **more: object) -> Paper:
    return Paper(
        **{
            "name": "行政复议申请受理通知书",
            "organ": "甘州区人民政府",
            "reference": "620702-20260302-0000123-5",
            "body": tuple(map(Paragraph, texts)),
            "dated": DAY,
            "form": "acceptance 2026-1 (0123456789ab)",
            **more,
        }
    )


def printed(*papers: Paper) -> PdfReader:
    return PdfReader(io.BytesIO(pdf_of(papers)))


def lines(reader: PdfReader, page: int = 0) -> list[str]:
    return [line for line in reader.pages[page].extract_text().splitlines() if line.strip()]


def opened(*papers: Paper) -> Docx:
    return Document(io.BytesIO(docx_of(papers)))


def said(document: Docx) -> list[str]:
    return [line.text for line in document.paragraphs if line.text]


@pytest.mark.parametrize(
    ("number", "says"),
    [(1, "一"), (10, "十"), (15, "十五"), (30, "三十"), (75, "七十五"), (102, "一百零二")],
)
def test_articles_are_counted_in_chinese(number: int, says: str) -> None:
    assert numeral(number) == says


def test_a_provision_is_cited_with_its_full_title() -> None:
    """文书引用法律，用全称和汉字条序，写到款、项."""
    assert citation("ARL 30(1)(2)") == "《中华人民共和国行政复议法》第三十条第一款第（二）项"
    assert citation("COERCION 58(3)") == "《中华人民共和国行政强制法》第五十八条第三款"
    assert citation("APL 73(3)").startswith("《中华人民共和国行政处罚法》")
    assert citation("ALI 58").startswith(
        "《最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释》"
    )
    with pytest.raises(LookupError):
        citation("ARL 91")


def test_a_page_of_docx_has_the_margins_of_an_official_document() -> None:
    """A4，天头37毫米，订口28毫米，版心宽156毫米、高225毫米."""
    [section] = opened(paper("正文")).sections
    assert (section.page_width, section.page_height) == pytest.approx((Mm(210), Mm(297)), abs=700)
    assert (section.top_margin, section.left_margin) == pytest.approx((Mm(37), Mm(28)), abs=700)
    assert (section.right_margin, section.bottom_margin) == pytest.approx((Mm(26), Mm(35)), abs=700)


def test_a_page_of_docx_takes_twenty_two_lines_of_twenty_eight_characters() -> None:
    """每面22行，每行28字，三号字."""
    document = opened(paper("正文"))
    grid = document.sections[0]._sectPr.find(qn("w:docGrid"))  # noqa: SLF001 - python-docx has none
    pitch = int(grid.get(qn("w:linePitch")))
    assert int(225 * TWIPS_OF_MM / pitch) == 22
    assert document.styles["Normal"].paragraph_format.line_spacing == 1  # times that of the grid
    [run] = next(line for line in document.paragraphs if line.text == "正文").runs
    closer = int(run._r.rPr.find(qn("w:spacing")).get(qn("w:val")))  # noqa: SLF001 - likewise
    assert run.font.size is not None
    assert int(156 * TWIPS_OF_MM / (run.font.size.pt * 20 + closer)) == 28


def test_a_row_of_a_docx_table_is_never_torn_in_two() -> None:
    """送达回证、登记表的一栏不跨页."""
    one = replace(paper("正文"), body=(Grid((("说　明", "签收之日为送达之日。"),)),))
    [table] = opened(one).tables
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)  # noqa: SLF001 - as above


def test_docx_names_the_families_of_the_standard_and_what_stands_in_for_them() -> None:
    """正文仿宋，标题小标宋；机器上没有的，写明以什么代替."""
    document = opened(paper("正文"))
    families = {
        line.text: line.runs[0]._r.rPr.rFonts.get(qn("w:eastAsia"))  # noqa: SLF001 - as above
        for line in document.paragraphs
        if line.text
    }
    assert families["正文"] == "仿宋"
    assert families["行政复议申请受理通知书"] == "方正小标宋简体"
    table = document.part.package.iter_parts()
    [told] = [one.blob.decode() for one in table if str(one.partname).endswith("fontTable.xml")]
    assert f'w:name="仿宋"><w:altName w:val="FangSong,{SERIF}' in told


def test_pages_of_pdf_are_a4_and_numbered() -> None:
    reader = printed(paper(*["正文" * 60] * 20))
    assert len(reader.pages) > 2
    for number, page in enumerate(reader.pages):
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(
            A4, abs=0.1
        )
        assert lines(reader, number)[-1] == f"— {number + 1} —"


def test_a_page_of_pdf_takes_twenty_two_lines_of_twenty_eight_characters() -> None:
    """每面22行，每行28字."""
    reader = printed(paper("中" * 28 * 60))
    *text, _ = lines(reader, 1)
    assert text[0] == DRAFT
    assert [len(line) for line in text[1:]] == [28] * 22


def test_every_family_of_a_pdf_is_in_it() -> None:
    """PDF 内嵌字体，换一台机器也一样."""
    fonts = printed(paper("正文")).pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    assert fonts
    for one in fonts.values():
        [inner] = one.get_object()["/DescendantFonts"]
        there = inner.get_object()["/FontDescriptor"].get_object()
        assert {"/FontFile2", "/FontFile3"} & set(there)


def test_chinese_is_seen_on_a_machine_that_has_no_fonts() -> None:
    """本机没有中文字体的，用随枢纽安装的字体."""
    folder = fetched.serif_path().parent
    kept = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
    )
    assert {SERIF, SANS} <= set(kept.families())


def test_a_sign_that_no_font_has_is_told_and_never_left_out() -> None:
    """字体里没有的字，不印成方框，也不漏掉：说明是哪个字、怎么办；Word 文书照常."""
    rare = paper("正文", addressee="\ue000某")
    with pytest.raises(NoGlyph, match="e000"):
        pdf_of([rare])
    assert "\ue000某：" in said(opened(rare))


def test_long_names_and_long_lists_are_wrapped() -> None:
    """当事人众多、名称很长的，折行而不越出版心."""
    names = "、".join(f"甘州区某某农业科技发展有限责任公司第{n}分公司" for n in range(1, 41))
    reader = printed(
        paper(names, addressee=names, organ="张掖市甘州区某某街道办事处综合行政执法队")
    )
    text = [line for n in range(len(reader.pages)) for line in lines(reader, n)]
    assert max(map(width_in_signs, text)) <= 28
    assert "第40分公司" in "".join(text)


def test_a_red_head_keeps_to_one_line_however_long_the_name() -> None:
    """发文机关标志不折行；红头只用于写明有红头的文书."""
    organ = "张掖市甘州区某某街道办事处综合行政执法队行政复议专用名称"
    assert organ in lines(printed(paper("正文", organ=organ, red=True)))
    head = next(line for line in opened(paper("正文", red=True)).paragraphs if line.text)
    assert str(head.runs[0].font.color.rgb) == "FF0000"
    plain = next(line for line in opened(paper("正文")).paragraphs if line.text)
    assert plain.runs[0].font.color.rgb is None


def heights(reader: PdfReader, page: int = 0) -> dict[str, float]:
    """How far under the upper edge of the text a line's letters stand, in millimetres, by line."""
    found: dict[str, float] = {}

    def note(text: str, page: list[float], at: list[float], *_: object) -> None:
        if text.strip():
            found.setdefault(text.strip(), (A4[1] - at[5] * page[3] - page[5]) / 72 * 25.4 - 37)

    reader.pages[page].extract_text(visitor_text=note)
    return found


def test_the_red_head_the_number_the_title_and_the_text_stand_where_the_standard_puts_them() -> (
    None
):
    """发文机关标志距版心上边缘35毫米；文号、标题各空二行，正文空一行."""
    one = paper("正文", red=True, number="甘区政复决字〔2026〕1号")
    at = heights(printed(one))
    line, letter = 225 / 22, 16 / 72 * 25.4
    head = at[one.organ]
    assert head == pytest.approx(35 + 0.88 * 44 / 72 * 25.4, abs=0.5)
    two_lines_on = 2 * line + line - letter
    number = at[one.number]
    assert number == pytest.approx(head + 0.12 * 44 / 72 * 25.4 + two_lines_on + 5, abs=0.5)
    title = at[one.name]
    assert title == pytest.approx(number + 0.7 + 4 + two_lines_on + 6.8, abs=0.5)
    assert at["正文"] == pytest.approx(title + 0.9 + line + line - letter + 5, abs=0.5)
    document = opened(one)
    red = next(line for line in document.paragraphs if line.text)
    assert red.paragraph_format.space_before == pytest.approx(Mm(35), abs=700)
    texts = [line.text for line in document.paragraphs]
    assert texts[:8] == [one.organ, "", "", one.number, "", "", one.name, ""]


def test_the_name_leaves_room_for_a_seal_and_never_stands_alone_on_a_page() -> None:
    """署名在正文下空二行，印章不压正文；空白处容不下的，末段一起到下一面."""
    one = paper("正文", organ="甘州区司法局")
    texts = [line.text for line in opened(one).paragraphs]
    assert texts[texts.index("正文") + 1 :][:3] == ["", "", "甘州区司法局"]
    found = lines(printed(one))
    assert found[-3:-1] == ["甘州区司法局", "2026年3月5日"]
    reader = printed(paper(*["正文"] * 15, "末段", number="甘区政复受字〔2026〕1号"))
    assert len(reader.pages) == 2
    assert lines(reader, 1)[0] == "末段"


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


@pytest.mark.parametrize("organ", ["张掖市人民政府", "张掖市甘州区某某街道办事处人民政府"])
def test_the_name_of_the_organ_stands_over_the_middle_of_the_date(organ: str) -> None:
    """署名与成文日期居中对应，成文日期右空四字以上."""
    name, day = closing(paper("正文", organ=organ))
    widths = width_in_signs(organ), width_in_signs("2026年3月5日")
    assert name + widths[0] / 2 == pytest.approx(day + widths[1] / 2)
    assert min(name, day) >= 0
    assert day >= 4


def test_what_somebody_typed_is_never_taken_for_markup() -> None:
    """当事人写的话原样印出."""
    typed = '#set text(red) $x$ *b* <w:p/> & "q" {{ 1 + 1 }} \\'
    assert typed in " ".join(lines(printed(paper(typed))))
    assert typed in said(opened(paper(typed)))


def test_several_papers_are_one_document_each_from_a_new_page() -> None:
    """送达回证每人一件，各起一页."""
    rows = Grid((("受送达人", "张某\n（代收）"), ("备　注", "")))
    papers = [paper(name="送达回证", body=(rows,), dated=None) for _ in range(3)]
    assert len(printed(*papers).pages) == 3
    document = opened(*papers)
    assert len(document.tables) == 3
    assert docx_breaks(document) == [False, True, True]


def docx_breaks(document: Docx) -> Sequence[bool]:
    heads = [line for line in document.paragraphs if line.text == "甘州区人民政府"]
    return [bool(line.paragraph_format.page_break_before) for line in heads]


TEMPLATE = """
version = "{version}"
name = "受理通知书"
body = ["{body}"]
"""


def templates(folder: Path, body: str = "自{{{{ on|day }}}}起受理。", version: str = "1") -> Path:
    """The folder of an office's templates, with one in it."""
    own = folder / "reconsideration" / "papers" / "templates"
    own.mkdir(parents=True, exist_ok=True)
    text = TEMPLATE.format(version=version, body=body.format())
    (own / "acceptance.toml").write_text(text, encoding="utf-8")
    return own


def filled(own: Path, replaced: Path | None = None) -> Paper:
    template = template_of("acceptance", own, replaced)
    return template.paper({"on": DAY}, organ="甘州区人民政府", reference="1", dated=DAY)


def test_a_city_puts_its_own_template_in_place_and_the_paper_says_which(tmp_path: Path) -> None:
    """市里的模板替换随枢纽的；用的哪一版，写在文书的属性里."""
    own, city = templates(tmp_path), tmp_path / "city"
    (city / "reconsideration").mkdir(parents=True)
    assert filled(own, city).form.startswith("acceptance 1 (")
    text = TEMPLATE.format(version="张掖-3", body="本机关决定受理。")
    (city / "reconsideration" / "acceptance.toml").write_text(text, encoding="utf-8")
    theirs = filled(own, city)
    assert theirs.form.startswith("acceptance 张掖-3 (")
    assert theirs.body == (Paragraph("本机关决定受理。"),)
    assert opened(theirs).core_properties.comments == theirs.form
    assert theirs.form in str(printed(theirs).metadata)


def test_two_templates_of_one_version_that_differ_are_told_apart(tmp_path: Path) -> None:
    """改了模板忘了改版本号，也看得出来."""
    first = filled(templates(tmp_path / "a")).form
    assert filled(templates(tmp_path / "b", body="另一种写法。")).form != first


@pytest.mark.parametrize(
    "body",
    [
        "{{{{ nobody_fills_this }}}}",
        "{{{{ law('ARL 91') }}}}",
        "{{{{ ''.__class__.__mro__ }}}}",
        "{{% if %}}",
    ],
    ids=["gap", "article", "inside", "syntax"],
)
def test_a_template_with_a_hole_makes_no_paper(tmp_path: Path, body: str) -> None:
    """模板要填的没有、引的条文没有，不出文书."""
    with pytest.raises(BadTemplate, match="acceptance"):
        filled(templates(tmp_path, body=body))
