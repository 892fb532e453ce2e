"""看板的页面: the board as a terminal shows it, and the ratios as rows of a table."""

from collections.abc import Iterator
from typing import Final

from deploy.cli.columns import columns
from services.routing.figures.schemas import FiguresOut, GroupOut, RankingOut, RatioOut

RATIO_TITLES: Final = ("代码", "项目", "分子", "分母", "比率", "下限", "上限", "另列")
_RANK_TITLES: Final = ("名称", "分子", "分母", "收缩后", "下限", "上限", "可能的名次")
_TIME_TITLES: Final = ("名称", "职责", "层级", "件数", "中位数（分钟）", "第九十百分位数（分钟）")
_LADDER_TITLES: Final = ("名称", "层级", "到达本级", "本级化解", "上报", "终止", "正在本级", "期满")


def ratio_rows(found: FiguresOut) -> list[tuple[str, ...]]:
    """Every ratio of the total and of each group, with its denominator."""
    return [
        (group.name, group.group, *_ratio(one)) for group in _groups(found) for one in group.ratios
    ] + [
        (group.name, group.group, *_ratio(step.solved))
        for group in _groups(found)
        for step in group.ladder
    ]


def board_page(found: FiguresOut) -> str:
    """The board as text."""
    days = f"{found.start or '最早'}至{found.until or '今'}"
    head = f"看板：{days}，截至{found.as_of:%Y-%m-%d %H:%M}，案卷{found.files}件"
    narrowed = "，".join(f"{name} {said}" for name, said in found.narrowed.items())
    ratios = [row for row in ratio_rows(found) if row[4] != "0"]
    parts = [
        f"{head}（限于 {narrowed}）" if narrowed else head,
        _counts(found.whole),
        columns((found.by_term, *RATIO_TITLES), ratios),
        *_optional(_TIME_TITLES, _times(found)),
        *_optional(_LADDER_TITLES, _ladder(found)),
        *(_ranking(one) for one in found.rankings),
        *_remarks(found),
        "算法\n" + "\n".join(f"  {r.term}：{r.how}（{r.article_text}）" for r in found.reckoned),
    ]
    return "\n\n".join(part for part in parts if part)


def _groups(found: FiguresOut) -> list[GroupOut]:
    return [found.whole, *found.groups]


def _counts(group: GroupOut) -> str:
    return columns(("计数", "数"), [(one.term, one.n) for one in group.counts])


def _ratio(one: RatioOut) -> tuple[str, ...]:
    aside = "、".join(f"{count.term}{count.n}" for count in one.aside)
    shares = (_share(one.value), _share(one.low), _share(one.high))
    return (one.term, str(one.numerator), str(one.denominator), *shares, aside)


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.1%}"


def _optional(titles: tuple[str, ...], rows: list[tuple[object, ...]]) -> list[str]:
    return [columns(titles, rows)] if rows else []


def _times(found: FiguresOut) -> list[tuple[object, ...]]:
    return [
        (group.name, one.term, one.level, one.n, one.median_minutes, one.ninetieth_minutes)
        for group in _groups(found)
        for one in group.times
    ]


def _ladder(found: FiguresOut) -> list[tuple[object, ...]]:
    return [
        (group.name, step.term, *(count.n for count in step.counts))
        for group in _groups(found)
        for step in group.ladder
    ]


def _ranking(found: RankingOut) -> str:
    rows = [
        (
            one.name,
            one.numerator,
            one.denominator,
            _share(one.value),
            _share(one.low),
            _share(one.high),
            f"{one.first}至{one.last}" if one.first < one.last else f"{one.first}",
        )
        for one in found.ranked
    ]
    few = "、".join(f"{one.name}（{one.denominator}）" for one in found.too_few)
    told = f"{found.term}排名（分母不足{found.least}的不排名）"
    lines = [told, columns(_RANK_TITLES, rows) if rows else "  无可排名"]
    return "\n".join([*lines, f"  件数不足：{few}"] if few else lines)


def _remarks(found: FiguresOut) -> Iterator[str]:
    """Scores and whistle rates, or why there are none."""
    lines = []
    for group in _groups(found):
        if group.score:
            value = group.score.value
            said = group.score.why_not if value is None else f"{value:.1f}分"
            lines.append(f"  {group.name}：{said}（{'；'.join(group.score.parts)}）")
        if group.band:
            lines.append(f"  {group.name}：{group.band.says}")
    if lines:
        yield "评分和提示\n" + "\n".join(lines)
