"""What python-docx does not know of WordprocessingML: East Asian fonts, grids, fields, order."""

import io
import math
import zipfile
from collections.abc import Sequence
from typing import Any, Final

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph as Written
from docx.text.run import Run

from shared.paper import layout

TWIPS: Final = 20
"""Of a point."""
_CLOSER: Final = math.floor((layout.SIGN_PT - layout.BODY_PT) * TWIPS) - 1
"""How much closer characters stand, in twentieths of a point, so that twenty-eight make a line.

A grid of characters would say it too, but word processors differ over a character that is wider
than its cell. One part more, for some lose a full stop for which a line has no room left.
"""
_FONT_TABLE: Final = "word/fontTable.xml"

AFTER_BORDERS: Final = ("w:shd", "w:tabs", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:rPr")
AFTER_SNAP: Final = ("w:spacing", "w:ind", "w:jc", "w:rPr")
"""What stands behind a property of a paragraph: Word wants them in their order."""

_FAMILIES: Final = {
    "song": layout.SONG[0],
    "fangsong": layout.FANGSONG[2],
    "hei": layout.HEI[0],
    "plain": layout.PLAIN[0],
}
"""What a document names; what stands in for them where a machine has none is in its font table."""

_INSTEAD: Final = {
    layout.SONG[0]: ("roman", "宋体", layout.SERIF, layout.SERIF_CJK),
    layout.FANGSONG[2]: ("roman", "FangSong", layout.SERIF, layout.SERIF_CJK),
    layout.HEI[0]: ("swiss", "SimHei", layout.SANS, layout.SANS_CJK),
    layout.PLAIN[0]: ("roman", "SimSun", layout.SERIF, layout.SERIF_CJK),
}
"""Of what kind a family is, and what may stand in for it."""


def grid_of_lines() -> Any:  # noqa: ANN401 - an element of lxml
    """The lines of a page, to which text keeps."""
    grid = OxmlElement("w:docGrid")
    grid.set(qn("w:type"), "lines")
    grid.set(qn("w:linePitch"), str(int(layout.LINE_PT * TWIPS)))
    return grid


_FLOATING: Final = """
<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2"
 behindDoc="0" locked="0" layoutInCell="1" allowOverlap="0">
<wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="margin"><wp:align>left</wp:align></wp:positionH>
<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>
<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>
<wp:wrapTopAndBottom/><wp:docPr id="{number}" name="版记 {number}"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>
<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
<a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>
<wps:txbx><w:txbxContent/></wps:txbx>
<wps:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"><a:noAutofit/></wps:bodyPr>
</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>
"""
_LAST: Final = (
    f'<w:p {nsdecls("w")}><w:pPr><w:snapToGrid w:val="0"/>'
    '<w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
)
"""A box ends in a paragraph, as high as nothing."""
_EMU_OF_MM: Final = 36_000


def at_foot(anchor: Written, table: Any, width_mm: float, height_mm: float) -> None:  # noqa: ANN401 - an element of lxml
    """Let a table stand at the foot of the text of the page on which this line stands.

    A box that is drawn: of a floating table LibreOffice takes no place at the foot, and tears it
    where the page ends; nor does it know frames of paragraphs.
    """
    box = (
        _FLOATING.strip()
        .replace("\n", "")
        .format(
            width=round(width_mm * _EMU_OF_MM),
            height=round(height_mm * _EMU_OF_MM),
            number=len(anchor.part.element.findall(f".//{qn('wp:anchor')}")) + 1,
        )
    )
    run = parse_xml(box)
    inside = run.find(f".//{qn('w:txbxContent')}")
    inside.append(table)
    inside.append(parse_xml(_LAST))
    anchor._p.append(run)  # noqa: SLF001 - python-docx draws no boxes


def page_number(line: Written) -> None:
    """The number of the page, as a field."""
    for kind, text in (("begin", ""), ("", "PAGE"), ("separate", ""), ("", "1"), ("end", "")):
        run = say(line, "", "plain", layout.SMALL_PT)
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText" if text == "PAGE" else "w:t")
            mark.text = text
        run._r.append(mark)  # noqa: SLF001 - python-docx has no fields


def add(line: Written, part: str, before: Sequence[str]) -> None:
    """A property of a paragraph, before those that stand behind it."""
    line._p.get_or_add_pPr().insert_element_before(parse_xml(part), *before)  # noqa: SLF001 - likewise


def set_in(line: Written, side: str, signs: float) -> None:
    """How far a line is set in, in characters of the grid."""
    indent = line._p.get_or_add_pPr().get_or_add_ind()  # noqa: SLF001 - python-docx knows no characters
    indent.set(qn(f"w:{side}Chars"), str(round(signs * 100)))
    indent.set(qn(f"w:{side}"), str(round(signs * layout.SIGN_PT * TWIPS)))


def say(line: Written, text: str, face: str, size: float) -> Run:
    """Write on a line in one of four families; in the size of the text, closer than by nature."""
    run = line.add_run(text)
    run.font.size = Pt(size)
    properties = run._r.get_or_add_rPr()  # noqa: SLF001 - python-docx names no East Asian font
    dress(properties, face)
    if size == layout.BODY_PT:
        closer = OxmlElement("w:spacing")
        closer.set(qn("w:val"), str(_CLOSER))
        properties.insert_element_before(closer, "w:w", "w:kern", "w:position", "w:sz")
    return run


def dress(properties: Any, face: str) -> None:  # noqa: ANN401 - an element of lxml
    """A family for every script, in the place of what a theme says."""
    fonts = properties.get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), _FAMILIES[face])
    for script in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{script}"), None)


def with_fonts(content: bytes) -> bytes:
    """The document with a font table that says what stands in for a family that is not there."""
    told = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{",".join(instead)}"/>'
        f'<w:charset w:val="86"/><w:family w:val="{kind}"/><w:pitch w:val="variable"/></w:font>'
        for name, (kind, *instead) in _INSTEAD.items()
    )
    table = f'<?xml version="1.0" encoding="UTF-8"?><w:fonts {nsdecls("w")}>{told}</w:fonts>'
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            new.writestr(part, table if part.filename == _FONT_TABLE else old.read(part))
    return made.getvalue()
