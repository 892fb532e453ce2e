"""推演的图: on the left where disputes went, on the right where the draft sends them.

What changes its road is drawn dark and bears its number, so that it is seen on a black-and-white
print; the description says in words whatever the picture shows.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from services.routing.domain.condition_words import ROADS
from services.routing.rulebooks.schemas import FiguresOut, LoadOut, MovedOut
from shared.contracts.routing import Road
from shared.law.picture.canvas import DEEP, INK, PALE, RULE, Canvas

WIDTH: Final = 960.0
_MARGIN: Final = 36.0
_LEFT: Final = 230.0
_RIGHT: Final = 715.0
_BAR: Final = 14.0
_TOP: Final = 118.0
_FLOW: Final = 340.0
"""Height of all disputes together, without the gaps between the roads."""
_GAP: Final = 22.0
_THINNEST: Final = 2.0
_SIZE: Final = 13.0
_LINE: Final = 22.0
_LOADS: Final = 12
"""So many departments are drawn; the table has them all."""
_NAME: Final = 330.0
_MIDDLE: Final = 560.0
_REACH: Final = 150.0
_APART: Final = 14.0
"""Two numbers on the bands do not stand closer."""


@dataclass(slots=True)
class _Stack:
    """The roads of one side, one above the other; bands leave and arrive from the top down."""

    at: dict[Road, float]
    free: dict[Road, float]
    scale: float

    @classmethod
    def of(cls, counts: Mapping[Road, int], scale: float) -> "_Stack":
        at, y = {}, _TOP
        for road, count in counts.items():
            at[road] = y
            y += max(count * scale, _THINNEST) + _GAP
        return cls(at, dict(at), scale)

    def take(self, road: Road, count: int) -> tuple[float, float]:
        """Top and height of the next band of a road."""
        top, height = self.free[road], count * self.scale
        self.free[road] = top + height
        return top, max(height, _THINNEST)


def as_svg(figures: FiguresOut) -> str:
    """推演结果 as a picture."""
    title = f"{figures.title}：过去{figures.months}个月登记的{figures.cases}件纠纷的途径变动"
    canvas = Canvas.of(title)
    canvas.text((_MARGIN, 44), title, 20, INK, 'font-weight="600"')
    canvas.text((_MARGIN, 72), _summary(figures), _SIZE, PALE)
    canvas.text((_LEFT, 102), "现行规则簿", _SIZE, DEEP, 'text-anchor="end"')
    canvas.text((_RIGHT + _BAR, 102), "新稿", _SIZE, DEEP)
    y = _flow(canvas, figures)
    y = _loads(canvas, figures.loads[:_LOADS], y + 34)
    y = _never(canvas, figures, y + 12)
    return canvas.svg(WIDTH, y + 30, title, _words(figures))


def _summary(figures: FiguresOut) -> str:
    told = f"改走{figures.moved}件；吹哨{figures.blown_before}件改为{figures.blown_after}件"
    return f"{told}；告知法定途径{figures.told_before}件改为{figures.told_after}件"


def _words(figures: FiguresOut) -> str:
    """All that the picture shows, for whoever hears it."""
    moves = "；".join(f"{_called(one)}{one.count}件" for one in figures.rerouted) or "没有改走的"
    loads = "；".join(
        f"{one.name}{'增加' if one.more > 0 else '减少'}{abs(one.more)}件"
        for one in figures.loads[:_LOADS]
        if one.more
    )
    never = "、".join(figures.never)
    parts = (_summary(figures), f"改走的：{moves}", loads and f"部门办件：{loads}",
             never and f"从未适用的规则：{never}")  # fmt: skip
    return "。".join(filter(None, parts)) + "。"


def _called(one: MovedOut) -> str:
    return f"由{ROADS[one.before]}改走{ROADS[one.after]}"


# -- the flow


def _flow(canvas: Canvas, figures: FiguresOut) -> float:
    """The roads of both sides and the bands between them; the height below."""
    scale = _FLOW / max(figures.cases, 1)
    left, right = _Stack.of(figures.before, scale), _Stack.of(figures.after, scale)
    changed = {(one.before, one.after): one.count for one in figures.rerouted}
    labels = []
    for pair, count in _bands(figures, changed).items():
        start, end = left.take(pair[0], count), right.take(pair[1], count)
        _band(canvas, start, end, changed=pair in changed)
        if pair in changed:
            labels.append((_halfway(start, end), count))
    _numbers(canvas, labels)
    for counts, stack, x in ((figures.before, left, _LEFT), (figures.after, right, _RIGHT)):
        for road, count in counts.items():
            place = (x, stack.at[road])
            _bar(canvas, place, max(count * scale, _THINNEST), f"{ROADS[road]} {count}件")
    ends = [
        stack.at[road] + max(count * scale, _LINE)
        for counts, stack in ((figures.before, left), (figures.after, right))
        for road, count in counts.items()
    ]
    return max(ends, default=_TOP)


def _bands(
    figures: FiguresOut, changed: Mapping[tuple[Road, Road], int]
) -> dict[tuple[Road, Road], int]:
    """How many go from each road to each, in the order of the roads on both sides."""
    found = {}
    for before, total in figures.before.items():
        stays = total - sum(n for (a, _), n in changed.items() if a is before)
        for after in figures.after:
            count = stays if after is before else changed.get((before, after), 0)
            if count:
                found[before, after] = count
    return found


def _band(
    canvas: Canvas, start: tuple[float, float], end: tuple[float, float], *, changed: bool
) -> None:
    x1, x2, middle = _LEFT + _BAR, _RIGHT, (_LEFT + _BAR + _RIGHT) / 2
    (y1, height), (y2, _) = start, end
    path = (
        f"M{x1:.1f} {y1:.1f}C{middle:.1f} {y1:.1f} {middle:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"
        f"V{y2 + height:.1f}C{middle:.1f} {y2 + height:.1f} {middle:.1f} {y1 + height:.1f}"
        f" {x1:.1f} {y1 + height:.1f}Z"
    )
    fill, edge = (DEEP, DEEP) if changed else (canvas.fill("rest"), RULE)
    opacity = ' fill-opacity=".55"' if changed else ""
    canvas.parts.append(
        f'<path d="{path}" fill="{fill}"{opacity} stroke="{edge}" stroke-width=".6"/>'
    )


def _halfway(start: tuple[float, float], end: tuple[float, float]) -> float:
    return (start[0] + end[0] + start[1]) / 2


def _numbers(canvas: Canvas, labels: Iterable[tuple[float, int]]) -> None:
    """How many change their road, each on its band, none upon another."""
    last = -_APART
    for y, count in sorted(labels):
        last = max(y + 4, last + _APART)
        middle = (_LEFT + _BAR + _RIGHT) / 2
        halo = 'text-anchor="middle" paint-order="stroke" stroke="#fff" stroke-width="4"'
        canvas.text((middle, last), f"{count}件", _SIZE, INK, halo)


def _bar(canvas: Canvas, place: tuple[float, float], height: float, text: str) -> None:
    x, y = place
    canvas.rect((x, y, _BAR, height), DEEP)
    line = y + min(height / 2, 8) + 4
    if x < WIDTH / 2:
        canvas.text((x - 10, line), text, _SIZE, INK, 'text-anchor="end"')
    else:
        canvas.text((x + _BAR + 10, line), text, _SIZE)


# -- departments and rules


def _loads(canvas: Canvas, loads: Iterable[LoadOut], y: float) -> float:
    """Whose work changes: less to the left, more to the right."""
    shown = [one for one in loads if one.more]
    if not shown:
        return y
    canvas.text((_MARGIN, y), "部门办件的增减（主办和协办）", 15, INK, 'font-weight="600"')
    greatest = max(abs(one.more) for one in shown)
    top, below = y + 10, y + _LINE
    for one in shown:
        y = below
        long = abs(one.more) / greatest * _REACH
        left = _MIDDLE if one.more > 0 else _MIDDLE - long
        hatch = "more" if one.more > 0 else "out"
        lines = canvas.lines((_NAME, y + 4), one.name, _SIZE, _NAME - _MARGIN, 'text-anchor="end"')
        below = max(y + _LINE, lines - 4)
        canvas.rect((left, y - 8, long, 15), canvas.fill(hatch), INK)
        place = left + long + 8 if one.more > 0 else left - 8
        anchor = "start" if one.more > 0 else "end"
        canvas.text((place, y + 4), f"{one.more:+d}", _SIZE, INK, f'text-anchor="{anchor}"')
    canvas.line((_MIDDLE, top), (_MIDDLE, below - 8), 'stroke-width=".8"')
    return below


def _never(canvas: Canvas, figures: FiguresOut, y: float) -> float:
    """Rules that no dispute came to."""
    if not figures.never:
        return y
    text = f"从未适用的规则：{'、'.join(figures.never)}"
    return canvas.lines((_MARGIN, y), text, _SIZE, WIDTH - 2 * _MARGIN)
