"""画布, the few shapes that a picture needs, as SVG that stands by itself.

Nothing is told by colour alone: every kind of day has a letter, and most a hatching, so that the
picture survives a black-and-white printer. A screen reader is given title and description.
"""

import zlib
from dataclasses import dataclass, field
from html import escape
from typing import Final

INK: Final = "#16202c"
PALE: Final = "#8b95a1"
RULE: Final = "#c3cad3"
DEEP: Final = "#1d4268"

_FONTS: Final = (
    "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC','WenQuanYi Micro Hei',"
    "SimSun,sans-serif"
)
_CONTROL: Final = {n: None for n in range(32) if n not in {9, 10}}
_WIDE: Final = 0x2E80
"""Characters from here on are as wide as they are high."""

_HATCHES: Final = {
    "rest": ("#f3f4f6", '<path d="M0 6L6 0" stroke="#ccd2da" stroke-width="1"/>'),
    "out": ("#fdf6ea", '<path d="M0 0L6 6M0 6L6 0" stroke="#e9cd9f" stroke-width=".7"/>'),
    "more": ("#e9f4e6", '<circle cx="3" cy="3" r=".8" fill="#a3c79a"/>'),
}


def clean(text: str) -> str:
    """The text as XML may hold it."""
    return escape(text.translate(_CONTROL))


def width_of(text: str, size: float) -> float:
    """About how wide the text will be."""
    return sum(size if ord(c) >= _WIDE else 0.56 * size for c in text)


def wrapped(text: str, size: float, room: float) -> list[str]:
    """The text in lines that fit; a line does not begin with a closing mark."""
    lines = [""]
    for c in text:
        if width_of(lines[-1] + c, size) > room and c not in "，。；、）》〕：":
            lines.append("")
        lines[-1] += c
    return lines


@dataclass(slots=True)
class Canvas:
    """A sheet on which shapes are put one after the other."""

    key: str
    """What its ids begin with, so that several pictures may stand on one page."""

    parts: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, text: str) -> "Canvas":
        """An empty one for the picture that says this."""
        return cls(f"p{zlib.crc32(text.encode()):08x}")

    def fill(self, hatch: str) -> str:
        """How a hatched shape is filled."""
        return f"url(#{self.key}-{hatch})"

    def rect(
        self, box: tuple[float, float, float, float], fill: str, edge: str = "", more: str = ""
    ) -> None:
        """A rectangle: left, top, width and height; `more` as SVG writes it."""
        x, y, w, h = box
        stroke = f' stroke="{edge}"' if edge else ""
        shape = f'x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}"'
        self.parts.append(f'<rect {shape} rx="3" fill="{fill}"{stroke} {more}/>')

    def line(self, start: tuple[float, float], end: tuple[float, float], more: str = "") -> None:
        """A thin line."""
        ends = f'x1="{start[0]:.1f}" y1="{start[1]:.1f}" x2="{end[0]:.1f}" y2="{end[1]:.1f}"'
        self.parts.append(f'<line {ends} stroke="{INK}" {more}/>')

    def text(
        self, place: tuple[float, float], text: str, size: float, ink: str = INK, more: str = ""
    ) -> None:
        """One line of text, from the left unless `more` says otherwise."""
        spot = f'x="{place[0]:.1f}" y="{place[1]:.1f}" font-size="{size}"'
        self.parts.append(f'<text {spot} fill="{ink}" {more}>{clean(text)}</text>')

    def lines(
        self, place: tuple[float, float], text: str, size: float, room: float, more: str = ""
    ) -> float:
        """Text in as many lines as it needs; the height of where the next may begin."""
        x, y = place
        for line in wrapped(text, size, room):
            self.text((x, y), line, size, INK, more)
            y += size * 1.5
        return y

    def svg(self, width: float, height: float, title: str, desc: str) -> str:
        """The whole picture."""
        size = f'viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}"'
        ids = f'aria-labelledby="{self.key}-t {self.key}-d"'
        return "\n".join(
            [
                f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" {ids} xml:lang="zh-CN"',
                f'  font-family="{_FONTS}">',
                f'<title id="{self.key}-t">{clean(title)}</title>',
                f'<desc id="{self.key}-d">{clean(desc)}</desc>',
                f"<defs>{''.join(self._hatches())}</defs>",
                f'<rect width="{width:.0f}" height="{height:.0f}" fill="#fff"/>',
                *self.parts,
                "</svg>\n",
            ]
        )

    def _hatches(self) -> list[str]:
        tile = 'width="6" height="6" patternUnits="userSpaceOnUse"'
        return [
            f'<pattern id="{self.key}-{name}" {tile}>'
            f'<rect width="6" height="6" fill="{ground}"/>{drawn}</pattern>'
            for name, (ground, drawn) in _HATCHES.items()
        ]
