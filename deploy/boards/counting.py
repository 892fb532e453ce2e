"""看板中出自分流数字的各表: load by level, rates, whistle-rate band, ladder (RULES 61 to 63)."""

from collections.abc import Mapping
from typing import Final

from deploy.boards.asked import Scope
from deploy.boards.sheet import Board, Cell, Light, Number, Reckoned, Row, Share, Sheet, bars, share
from services.routing.figures import measures as m
from services.routing.figures import telling
from services.routing.figures.answering import name_of, reckoned
from services.routing.figures.fold import Tally
from services.routing.figures.measures import (
    BY_TERMS,
    LEVEL_TERMS,
    MEASURES,
    RISE_TERMS,
    By,
    Ratio,
    Rise,
    at_level,
    of_rise,
)
from services.routing.figures.reading import figures, yardsticks
from shared.contracts.routing import Rung

SOURCE: Final = "登记卷、哨卷、四级七天卷中截至此刻已经记录的事实，按案卷首页之日归入期间"

TOLD: Final = (m.RESPONSE, m.SOLUTION, m.SATISFACTION)
"""响应、解决、满意."""

APART: Final = (By.COUNTY, By.DEPARTMENT, By.TOWNSHIP, By.MATTER)
"""By what the three are put apart; the reader chooses."""

BANDS: Final[Mapping[str, Light]] = {
    "below": Light("blue", "过低"),
    "inside": Light("green", "正常"),
    "above": Light("yellow", "过高"),
    "unknown": Light("grey", "件数不足"),
}


def number(tally: Tally, measure: str, **narrowed: str) -> Number:
    """A count, and the files that it is the number of."""
    return Number(tally.n[measure], {"of": "figures", "measure": measure, **narrowed})


def ratio(tally: Tally, of: Ratio, **narrowed: str) -> Share:
    """A ratio; its denominator opens every file that is in it."""
    measures = ",".join(of.denominator)
    n = sum(tally.n[one] for one in of.denominator)
    behind = {"of": "figures", "measure": measures, **narrowed}
    return share(number(tally, of.numerator, **narrowed), Number(n, behind))


def how(of: Ratio) -> Reckoned:
    """怎么算的 of a ratio."""
    denominator = "、".join(MEASURES[one] for one in of.denominator)
    return Reckoned(of.term, of.how, SOURCE, denominator, str(of.article))


def how_told(name: str) -> Reckoned:
    """The same of whatever is no ratio, as the figures tell it."""
    [one] = [one for one in reckoned() if one.name == name]
    return Reckoned(one.term, one.how, SOURCE, "", one.article_text)


async def by_level(scope: Scope) -> Sheet:
    """各层级的办理量: open whistles, and disputes on the ladder, by level."""
    found = await figures(scope.hub.pool, scope.question(By.LEVEL), times=False)
    rows = tuple(
        Row(
            LEVEL_TERMS[level],
            (
                number(tally, m.WHISTLES, level=str(level)),
                number(tally, m.OPEN, level=str(level)),
                number(tally, of_rise(level, Rise.HERE), level=str(level)),
            ),
        )
        for level in Rung
        if (tally := found.groups.get(str(level))) is not None
    )
    return Sheet(
        title="各层级的办理量",
        of="层级",
        head=("吹哨", "尚未办结的哨", "四级七天正在本级"),
        rows=rows,
        reckoned=(
            Reckoned("吹哨、尚未办结的哨", "期间内首页的哨，按吹哨的层级计件", SOURCE),
            Reckoned(
                "四级七天正在本级", RISE_TERMS[Rise.HERE] + "、尚未化解或者上报的件数", SOURCE
            ),
        ),
        empty="期间内没有哨，也没有四级七天案卷；放宽期间再看",
        chart=bars(rows, {"尚未办结的哨": 1, "四级七天正在本级": 2}),
    )


async def rates(scope: Scope, by: By) -> Board:
    """响应率、解决率、满意率, each with numerator, denominator and interval."""
    found = await figures(scope.hub.pool, scope.question(by), times=False)
    named = {group: name_of(scope.directory, by, group) for group in found.groups}
    rows = tuple(
        Row(named[group], _rates(tally, **{str(by): group}))
        for group, tally in sorted(found.groups.items())
        if any(tally.n[one] for rate in TOLD for one in (*rate.denominator, *rate.aside))
    )
    sheet = Sheet(
        title=f"响应、解决、满意（按{BY_TERMS[by]}）",
        of=BY_TERMS[by],
        head=(*(one.term for one in TOLD), MEASURES[m.UNREACHED]),
        rows=rows,
        total=Row("合计", _rates(found.total)),
        reckoned=(*(how(one) for one in TOLD), how_told("intervals")),
        empty="期间内还没有到期的报到，也没有回访；放宽期间再看",
        chart=bars(rows, {one.term: at for at, one in enumerate(TOLD)}),
        note="召集几个部门的，按部门分别计算；回访计入主办部门。没有分母的不算比率。",
    )
    return Board(scope.now, (sheet,))


def _rates(tally: Tally, **narrowed: str) -> tuple[Cell, ...]:
    told = (ratio(tally, one, **narrowed) for one in TOLD)
    return (*told, number(tally, m.UNREACHED, **narrowed))


async def band(scope: Scope) -> Board:
    """吹哨率提示 by centre (RULES 63)."""
    question = scope.question(By.CENTRE)
    by = await yardsticks(scope.hub.pool, question.as_of)
    found = await figures(scope.hub.pool, question, times=False)
    rows = []
    for centre, tally in sorted(found.groups.items()):
        if not (tally.n[m.REGISTERED] or tally.n[m.ASKED]):
            continue
        told = telling.band(tally, by)
        cells = (ratio(tally, m.RATE, centre=centre), BANDS[told.place], told.says)
        automatic = number(tally, m.AUTOMATIC, centre=centre)
        rows.append(Row(name_of(scope.directory, By.CENTRE, centre), (*cells, automatic)))
    [as_told] = [one for one in reckoned(by) if one.name == "band"]
    sheet = Sheet(
        title="吹哨率提示",
        of="综治中心",
        head=(m.RATE.term, "提示", "说明", MEASURES[m.AUTOMATIC]),
        rows=tuple(rows),
        reckoned=(
            how(m.RATE),
            Reckoned(as_told.term, as_told.how, SOURCE, "", as_told.article_text),
        ),
        empty="期间内没有登记的纠纷；放宽期间再看",
        chart=bars(rows, {m.RATE.term: 0}),
        note="只是提示，不评分：过低的可能有应吹未吹，过高的可能有本级能够化解而吹的。"
        "上下限按全部纠纷测算，所以不分途径。",
    )
    return Board(scope.now, (sheet,))


async def ladder(scope: Scope) -> Board:
    """四级七天: how many come to each level, and how many are solved there (RULES 37)."""
    found = await figures(scope.hub.pool, scope.question(), times=False)
    rows = tuple(
        Row(
            LEVEL_TERMS[step.level],
            (
                *(number(found.total, of_rise(step.level, rise)) for rise in Rise),
                ratio(found.total, at_level(step.level)),
            ),
        )
        for step in telling.funnel(found.total)
    )
    sheet = Sheet(
        title="四级七天逐级化解",
        of="层级",
        head=(*(RISE_TERMS[rise] for rise in Rise), "本级化解率"),
        rows=rows,
        reckoned=(
            how_told("ladder"),
            Reckoned("本级化解率", at_level(Rung.VILLAGE).how, SOURCE, RISE_TERMS[Rise.ENTERED]),
        ),
        empty="期间内没有四级七天案卷；放宽期间再看",
        chart=bars(
            rows,
            {RISE_TERMS[r]: n for n, r in enumerate(Rise) if r not in (Rise.ENTERED, Rise.LAPSED)},
            stacked=True,
        ),
        note="一件纠纷在所到的每一级各计一次；期满未化解的与去向并计。",
    )
    return Board(scope.now, (sheet,))
