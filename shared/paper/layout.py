"""公文格式: the measures of GB/T 9704-2012, said once for both writers."""

import math
from typing import Final

from shared.paper.model import Paper, full_day

WIDTH_MM: Final = 210.0
HEIGHT_MM: Final = 297.0
TOP_MM: Final = 37.0
"""天头."""
LEFT_MM: Final = 28.0
"""订口."""
AREA_MM: Final = (156.0, 225.0)
"""版心, without the page number."""
RIGHT_MM: Final = WIDTH_MM - LEFT_MM - AREA_MM[0]
BOTTOM_MM: Final = HEIGHT_MM - TOP_MM - AREA_MM[1]

LINES: Final = 22
"""Lines of a page."""
SIGNS: Final = 28
"""Characters of a line."""

POINT_MM: Final = 25.4 / 72
BODY_PT: Final = 16.0
"""三号."""
TITLE_PT: Final = 22.0
"""二号."""
SMALL_PT: Final = 14.0
"""四号: page numbers and the lines of the imprint."""
TITLE_LINE_PT: Final = 34.0

LINE_PT: Final = AREA_MM[1] / LINES / POINT_MM
"""From one line to the next."""
SIGN_PT: Final = AREA_MM[0] / SIGNS / POINT_MM
"""From one character to the next: 三号 is a fifth of a point wider, so they stand closer."""

IMPRINT_SIGNS: Final = 30
"""Characters of a line of 版记, set in by one on either side."""

RED: Final = "FF0000"
HEAD_PT: Final = 44.0
"""发文机关标志 at most; a long name is set smaller, so that it keeps to one line."""
HEAD_DOWN_MM: Final = 35.0
"""发文机关标志, from the upper edge of the text."""
BLANK_LINES: Final = 2
"""空二行: under 发文机关标志, and under the red line 分隔线."""
RULE_DOWN_MM: Final = 4.0
"""分隔线, from the number above it."""
SEAL_LINES: Final = 2
"""From the text to 署名: a seal stands over name and date, and less than a line from the text."""

SONG: Final = ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "小标宋体")
FANGSONG: Final = ("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "STFangsong")
HEI: Final = ("黑体", "SimHei", "STHeiti")
PLAIN: Final = ("宋体", "SimSun", "STSong")
"""Families that the standard names, by the names under which machines have them."""

SERIF: Final = "Noto Serif SC"
SANS: Final = "Noto Sans SC"
SERIF_CJK: Final = "Noto Serif CJK SC"
SANS_CJK: Final = "Noto Sans CJK SC"
"""What stands in for them where a machine has none of these; all are free."""

DRAFT: Final = "稿　尚未编号、盖章，不得送达"
"""What a draft says at the head of every page."""

_DATE_SIGNS: Final = 4.0
"""右空四字."""


MOVED_SIGNS: Final = 10 * SIGNS
"""How long a last paragraph may be that goes to the next page along with what closes it."""


def head_pt(organ: str) -> float:
    """How large the red head is set."""
    return min(HEAD_PT, AREA_MM[0] / POINT_MM / (max(len(organ), 1) * 1.02))


def width_in_signs(text: str) -> float:
    """How many characters wide a line is; figures and blanks are half as wide."""
    return sum(0.5 if sign.isascii() else 1.0 for sign in text)


def lines_of(text: str) -> int:
    """How many lines of 四号 a text of 版记 takes; what is set off by a tab stands in one."""
    return 1 if "\t" in text else math.ceil(width_in_signs(text) / IMPRINT_SIGNS)


def closing(paper: Paper) -> tuple[float, ...]:
    """署名和成文日期: how many characters each line is set in from the right, the day last.

    The shorter ones stand over or under the middle of the longest one.
    """
    assert paper.dated is not None  # noqa: S101 - only what is signed is closed
    day = width_in_signs(full_day(paper.dated))
    organs = [width_in_signs(one) for one in paper.signers]
    from_right = max(_DATE_SIGNS, (max(organs) - day) / 2)
    return (*(from_right + (day - one) / 2 for one in organs), from_right)
