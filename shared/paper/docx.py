"""DOCX: a paper as an office's word processor opens it, to be numbered, sealed and kept."""

import io
from collections.abc import Sequence
from datetime import datetime, time
from typing import Any, Final

from docx import Document
from docx.document import Document as Docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph as Written

from shared.paper import layout
from shared.paper.model import Grid, Paper, Paragraph, full_day
from shared.paper.wordml import (
    AFTER_BORDERS,
    AFTER_SNAP,
    add,
    at_foot,
    dress,
    grid_of_lines,
    page_number,
    say,
    set_in,
    with_fonts,
)

_LABEL_MM: Final = 38.0
_ROW_MM: Final = 9.5
_IMPRINT_LINE_MM: Final = 7.5
"""A line of 四号, with what a word processor adds to it."""
_OFF_GRID: Final = f'<w:snapToGrid {nsdecls("w")} w:val="0"/>'
"""A line as high as it says itself, not as those of the text."""
_EDGES: Final = (
    f'<w:tblBorders {nsdecls("w")}><w:top w:val="single" w:sz="8"/>'
    '<w:bottom w:val="single" w:sz="8"/><w:insideH w:val="single" w:sz="6"/></w:tblBorders>'
)
"""版记 stands at the foot of the text, between two thick lines."""


def docx_of(papers: Sequence[Paper]) -> bytes:
    """These papers as one document, each from a new page; the first gives it its title."""
    first = papers[0]
    document = Document()
    _describe(document, first)
    _lay_out(document, first)
    for number, paper in enumerate(papers):
        _write(document, paper).paragraph_format.page_break_before = number > 0
    made = io.BytesIO()
    document.save(made)
    return with_fonts(made.getvalue())


def _describe(document: Docx, paper: Paper) -> None:
    about = document.core_properties
    about.title, about.author, about.comments = paper.name, paper.organ, paper.form
    about.subject, about.keywords = paper.reference, ""
    if paper.dated:
        about.created = about.modified = datetime.combine(paper.dated, time())


def _lay_out(document: Docx, paper: Paper) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(layout.WIDTH_MM), Mm(layout.HEIGHT_MM)
    section.top_margin, section.bottom_margin = Mm(layout.TOP_MM), Mm(layout.BOTTOM_MM)
    section.left_margin, section.right_margin = Mm(layout.LEFT_MM), Mm(layout.RIGHT_MM)
    section.header_distance, section.footer_distance = Mm(22), Mm(22)
    for there in section._sectPr.findall(qn("w:docGrid")):  # noqa: SLF001 - python-docx has no grid
        section._sectPr.remove(there)  # noqa: SLF001 - likewise
    section._sectPr.append(grid_of_lines())  # noqa: SLF001 - likewise
    document.settings.odd_and_even_pages_header_footer = True
    normal = document.styles["Normal"]
    normal.font.size = Pt(layout.BODY_PT)
    properties = normal.element.get_or_add_rPr()
    dress(properties, "fangsong")
    properties.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="zh-CN" w:eastAsia="zh-CN"/>'))
    spacing = normal.paragraph_format
    spacing.space_before = spacing.space_after = Pt(0)
    spacing.line_spacing = 1.0  # the default of 1.15 would be that of the grid: 19 lines, not 22
    spacing.widow_control = False
    for beside in ("w:autoSpaceDE", "w:autoSpaceDN"):  # no blank between 年 and its figures
        part = f'<{beside} {nsdecls("w")} w:val="0"/>'
        normal.element.get_or_add_pPr().insert_element_before(
            parse_xml(part), "w:autoSpaceDN", *AFTER_SNAP
        )
    _head_and_foot(section, paper)


def _head_and_foot(section: Any, paper: Paper) -> None:  # noqa: ANN401 - a section of python-docx
    sides = (
        (section.header, section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (section.even_page_header, section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    )
    for header, footer, side in sides:
        header.is_linked_to_previous = footer.is_linked_to_previous = False
        if paper.is_draft:
            header.paragraphs[0].alignment = side
            say(header.paragraphs[0], layout.DRAFT, "hei", layout.SMALL_PT)
        line = footer.paragraphs[0]
        line.alignment = side
        line.paragraph_format.left_indent = line.paragraph_format.right_indent = Pt(layout.SMALL_PT)
        say(line, "— ", "plain", layout.SMALL_PT)
        page_number(line)
        say(line, " —", "plain", layout.SMALL_PT)


def _write(document: Docx, paper: Paper) -> Written:
    """One paper; its first line is given back."""
    first = _title(document, paper)
    if paper.addressee:
        _line(document, f"{paper.addressee}：", indent=False)
    for block in paper.body:
        if isinstance(block, Grid):
            _table(document, block)
        else:
            _paragraph(document, block)
    if paper.dated:
        _close(document, paper)
    if paper.printed or paper.copies:
        _imprint(document, paper)
    return first


def _title(document: Docx, paper: Paper) -> Written:
    if paper.red:
        head = _heading(document, paper.organ, layout.head_pt(paper.organ))
        head.runs[0].font.color.rgb = RGBColor.from_string(layout.RED)
        head.paragraph_format.space_before = Mm(layout.HEAD_DOWN_MM)
        _blank(document, layout.BLANK_LINES)
        number = _line(document, paper.numbered, indent=False)
        number.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _rule(number)
        _blank(document, layout.BLANK_LINES)
        _heading(document, paper.name, layout.TITLE_PT)
        _line(document, "", indent=False)
        return head
    names = filter(None, (paper.organ, paper.name))
    head, *_ = [_heading(document, one, layout.TITLE_PT) for one in names]
    number = _line(document, paper.numbered, indent=False)
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _line(document, "", indent=False)
    return head


def _heading(document: Docx, text: str, size: float) -> Written:
    line = document.add_paragraph()
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    line.paragraph_format.line_spacing = Pt(max(layout.TITLE_LINE_PT, size * 1.3))
    line.paragraph_format.keep_with_next = True
    add(line, _OFF_GRID, AFTER_SNAP)
    say(line, text, "song", size)
    return line


def _rule(line: Written) -> None:
    """红色分隔线 under a line, as wide as the text."""
    down = round(layout.RULE_DOWN_MM / layout.POINT_MM)
    edge = f'<w:bottom w:val="single" w:sz="12" w:space="{down}" w:color="{layout.RED}"/>'
    add(line, f"<w:pBdr {nsdecls('w')}>{edge}</w:pBdr>", AFTER_BORDERS)


def _line(document: Docx, text: str, *, indent: bool) -> Written:
    line = document.add_paragraph()
    line.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    if indent:
        set_in(line, "firstLine", 2)
    if text:
        say(line, text, "fangsong", layout.BODY_PT)
    return line


def _blank(document: Docx, many: int) -> list[Written]:
    return [_line(document, "", indent=False) for _ in range(many)]


def _paragraph(document: Docx, block: Paragraph) -> None:
    line = _line(document, "", indent=True)
    say(line, block.text, "hei" if block.heading else "fangsong", layout.BODY_PT)
    line.paragraph_format.keep_with_next = block.heading


def _close(document: Docx, paper: Paper) -> None:
    assert paper.dated is not None  # noqa: S101 - asked only of what is dated
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    for gap in _blank(document, layout.SEAL_LINES):
        gap.paragraph_format.keep_with_next = True
    texts = (*paper.signers, full_day(paper.dated))
    for nth, (text, signs) in enumerate(zip(texts, layout.closing(paper), strict=True)):
        if 0 < nth < len(paper.signers):  # another seal stands over its own name
            for gap in _blank(document, layout.SEAL_LINES):
                gap.paragraph_format.keep_with_next = True
        line = _line(document, text, indent=False)
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        set_in(line, "right", signs)
        line.paragraph_format.keep_with_next = nth < len(paper.signers)


def _table(document: Docx, grid: Grid) -> None:
    table = document.add_table(rows=0, cols=2)
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    widths = (_LABEL_MM, layout.AREA_MM[0] - _LABEL_MM)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for texts in grid.rows:
        row = table.add_row()
        row.height = Mm(_ROW_MM)
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))  # noqa: SLF001 - python-docx has none
        for cell, text, width in zip(row.cells, texts, widths, strict=True):
            cell.width = Mm(width)
            lines = text.splitlines() or [""]
            for number, said in enumerate(lines):
                line = cell.add_paragraph() if number else cell.paragraphs[0]
                add(line, _OFF_GRID, AFTER_SNAP)
                line.paragraph_format.space_before = line.paragraph_format.space_after = Pt(2)
                say(line, said, "fangsong", layout.SMALL_PT)


def _imprint(document: Docx, paper: Paper) -> None:
    """版记, at the foot of the last page: who gets copies, who printed it and when."""
    lines = [f"抄送：{'，'.join(paper.copies)}。"] if paper.copies else []
    lines += [f"{paper.organ}\t{paper.printing}"] if paper.printed else []
    width = layout.AREA_MM[0] / layout.POINT_MM
    table = document.add_table(rows=0, cols=1)
    for text in lines:
        line = table.add_row().cells[0].paragraphs[0]
        add(line, _OFF_GRID, AFTER_SNAP)
        line.paragraph_format.tab_stops.add_tab_stop(Pt(width - 12), WD_TAB_ALIGNMENT.RIGHT)
        say(line, text, "fangsong", layout.SMALL_PT)
    about = table._tbl.tblPr  # noqa: SLF001 - python-docx has no borders of tables
    about.insert_element_before(parse_xml(_EDGES), "w:tblLayout", "w:tblLook")
    anchor = document.add_paragraph()  # what floats stands by a line, and a document ends in one
    add(anchor, _OFF_GRID, AFTER_SNAP)  # it would take a whole line, and another page where none is
    anchor.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    anchor.paragraph_format.line_spacing = Pt(1)
    high = sum(layout.lines_of(text) for text in lines) * _IMPRINT_LINE_MM
    at_foot(anchor, table._tbl, layout.AREA_MM[0], high)  # noqa: SLF001 - as above
