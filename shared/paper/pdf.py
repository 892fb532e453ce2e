"""PDF: a paper as it is printed and looked at, set in the process itself by typst."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from typing import Any, Final

import pylopdf_fonts_zh_cn as fetched
import typst

from shared.errors import Malformed
from shared.paper import layout
from shared.paper.model import Block, Grid, Paper, full_day

_LOOK: Final = Path(__file__).with_name("paper.typ")
_KEPT: Final = fetched.serif_path().parent
"""Fonts that come with the hub, so that Chinese is seen on a machine that has none."""


_NO_GLYPH: Final = re.compile(r'the text `"(.+?)"` could not be displayed')
"""How typst tells of a sign that no family has: PDF/A takes no empty boxes."""


class NoGlyph(Malformed):
    """字体缺字: which sign, and what helps."""


@cache
def _fonts(own: Path | None) -> typst.Fonts:
    """The machine's families, the city's, and those that come with the hub; looked for once."""
    folders: list[Path] = [_KEPT, *([own] if own else [])]
    return typst.Fonts(include_embedded_fonts=False, font_paths=folders)


def pdf_of(papers: Sequence[Paper], fonts: Path | None = None) -> bytes:
    """These papers as one document, each from a new page; it takes a few tenths of a second.

    Args:
        papers: What to print; the first gives the document its title.
        fonts: Folder with the city's families (`HUB_FONTS`), as 仿宋 and 小标宋.

    Raises:
        NoGlyph: No family has a sign that stands there.
    """
    first, there = papers[0], _fonts(fonts)
    told = {
        "title": first.name,
        "author": first.organ,
        "form": first.form,
        "draft": layout.DRAFT if first.is_draft else "",
        "measures": _measures(there.families()),
        "thicken": not set(layout.SONG) & set(there.families()),
        "papers": [_told(paper) for paper in papers],
    }
    day = first.dated or datetime.fromtimestamp(0, UTC).date()
    try:
        made = typst.compile(
            _LOOK,
            font_paths=there,
            format="pdf",
            sys_inputs={"papers": json.dumps(told, ensure_ascii=False)},
            pdf_standards="a-2b",
            timestamp=datetime.combine(day, time(), UTC),
        )
    except typst.TypstError as wrong:
        raise _unknown_sign(wrong) from wrong
    assert isinstance(made, bytes)  # noqa: S101 - a PDF is one file
    return made


def _unknown_sign(wrong: typst.TypstError) -> Exception:
    """字体缺字: no family has a sign, as one of a rare name; anything else stays what it is."""
    found = _NO_GLYPH.search(str(wrong))
    if found is None:
        return wrong
    return NoGlyph(
        f"字体里没有“{found[1]}”字，不能制作 PDF："
        "请在 HUB_FONTS 目录放入有这个字的字体，或者制作 Word 文书"
    )


def _measures(families: Sequence[str]) -> Mapping[str, Any]:
    def of(names: Sequence[str], otherwise: str) -> list[str]:
        return [*(name for name in names if name in families), otherwise]

    return {
        "page": (layout.WIDTH_MM, layout.HEIGHT_MM),
        "top": layout.TOP_MM,
        "left": layout.LEFT_MM,
        "right": layout.RIGHT_MM,
        "bottom": layout.BOTTOM_MM,
        "line": layout.LINE_PT,
        "sign": layout.SIGN_PT - 0.001,  # or the last of twenty-eight falls off by rounding
        "body": layout.BODY_PT,
        "title": layout.TITLE_PT,
        "small": layout.SMALL_PT,
        "down": layout.HEAD_DOWN_MM,
        "blank": layout.BLANK_LINES,
        "rule": layout.RULE_DOWN_MM,
        "seal": layout.SEAL_LINES,
        "moved": layout.MOVED_SIGNS,
        "red": f"#{layout.RED}",
        "song": of(layout.SONG, layout.SERIF),
        "fangsong": of(layout.FANGSONG, layout.SERIF),
        "hei": of(layout.HEI, layout.SANS),
        "plain": of(layout.PLAIN, layout.SERIF),
    }


def _told(paper: Paper) -> Mapping[str, Any]:
    closing: list[tuple[str, float]] = []
    if paper.dated:
        texts = (*paper.signers, full_day(paper.dated))
        closing = list(zip(texts, layout.closing(paper), strict=True))
    return {
        "name": paper.name,
        "organ": paper.organ,
        "numbered": paper.numbered,
        "red": paper.red,
        "head": layout.head_pt(paper.organ),
        "addressee": paper.addressee,
        "blocks": [_block(block) for block in paper.body],
        "closing": closing,
        "copies": f"抄送：{'，'.join(paper.copies)}。" if paper.copies else "",
        "printing": paper.printing if paper.printed else "",
    }


def _block(block: Block) -> Mapping[str, Any]:
    if isinstance(block, Grid):
        return {"rows": block.rows}
    return {"text": block.text, "heading": block.heading}
