"""文书的排版 (GB/T 9704): what the two writers make of a paper, whatever it says."""

from collections.abc import Sequence
from dataclasses import replace

import pylopdf_fonts_zh_cn as fetched
import pytest
import typst
from docx.document import Document as Docx
from docx.oxml.ns import qn
from docx.shared import Mm
from pypdf import PdfReader

from shared.paper import (
    Grid,
    citation,
    numeral,
)
from shared.paper.layout import DRAFT, SANS, SERIF, closing, width_in_signs
from shared.paper.pdf import NoGlyph, pdf_of
from tests.shared.printing import lines, opened, paper, printed, said

TWIPS_OF_MM = 56.6929
A4 = (595.28, 841.89)


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
