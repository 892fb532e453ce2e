"""看板中出自现状的各表: roads, periods, the calendar."""

from collections import Counter
from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from deploy.boards.asked import Scope
from deploy.boards.counting import by_level
from deploy.boards.sheet import Board, Cell, Light, Number, Reckoned, Row, Sheet, bars, share
from deploy.compose import offices
from services.routing.figures.answering import organ_name
from services.routing.figures.roads import UNROUTED, AskedOfRoads, load_by_road
from shared.casepage.track import ROADS
from shared.due import AskedOfPeriods, How, due_by, due_by_day
from shared.frame.words import WEEKDAYS
from shared.law.article import RULES

DAYS: Final = 14
"""The calendar shows so many days, today the first."""

ROWS: Final = "期限台账（每个期限一行，由事实开启和终止），截至此刻"

OFFICES: Final[Mapping[str, str]] = {one.name: one.term for one in offices()}

_DUE_HOW: Final = (
    Reckoned(
        "在走、三日内到期",
        "截至此刻尚未终止、尚未届满的期限；三日内到期的是其中七十二小时内届满的；停止计算的不列",
        ROWS,
    ),
    Reckoned(
        "逾期",
        "期间内届满、卷内有逾期事实的，以及已经届满而尚未记录的",
        ROWS,
        "",
        str(RULES[15]),
    ),
    Reckoned(
        "一次逾期",
        "部门一次无回音只计一次：按报到、到场、反馈、办结的期限计；"
        "其后报分管领导、报督查的期限不另计在走、按期、逾期",
        ROWS,
        "",
        str(RULES[165]),
    ),
    Reckoned(
        "至今仍逾期",
        "已经届满、截至此刻仍未办的，不论届满之日是否在期间以内，但不晚于期间终了；"
        "逾期之后办了的、届满即依法视为已办、不得再办的、案卷已经办结的不列",
        ROWS,
    ),
    Reckoned("按期率", "按期除以按期和逾期之和；随案卷终止的不计", ROWS, "期间内届满的按期、逾期"),
    Reckoned(
        "责任单位",
        "期限约束的机关：被申请人、制定机关等答复的期限为该机关，其余为期限所列的部门，"
        "没有列明的为期限在走时案卷的办理机关；强制执行、申请人民法院强制执行的为负责的机关；"
        "当事人自己的期限、可以不行使的权利的期限只作提醒，不列",
        ROWS,
    ),
)


# -- load


async def load(scope: Scope) -> Board:
    """办理量 by road and by level."""
    asked = AskedOfRoads(start=scope.start, until=scope.until, county=scope.county, road=scope.road)
    found = await load_by_road(scope.hub.pool, asked)
    rows = tuple(
        Row(called, _load(road, found[road].registered, found[road].open))
        for road, called in {**ROADS, UNROUTED: "尚未分流"}.items()
        if road in found
    )
    registered, in_hand = (sum(c.n for c in column) for column in _columns(rows, 2))
    sheet = Sheet(
        title="各途径的办理量",
        of="途径",
        head=("登记的纠纷", "在办", "其余"),
        rows=rows,
        total=Row("合计", _load("", registered, in_hand)),
        reckoned=(
            Reckoned("登记的纠纷", "期间内登记的纠纷，按现在的途径计件；导入的历史案件不计",
                     "登记卷、分流卷，截至此刻", "", str(RULES[58])),
            Reckoned("在办", "有哨、四级七天、调解、裁决、复议或者咨询案卷未结的", "各机构案卷"),
            Reckoned("其余", "没有未结案卷的：已经办结，或者由其他机关办理", "各机构案卷"),
        ),
        empty="期间内没有登记的纠纷；放宽期间再看",
        chart=bars(rows, {"在办": 1, "其余": 2}, stacked=True),
    )  # fmt: skip
    return Board(scope.now, (sheet, await by_level(scope)))


def _load(road: str, registered: int, in_hand: int) -> tuple[Cell, ...]:
    behind = {"of": "roads", **({"on": road} if road else {})}
    return (
        Number(registered, behind),
        Number(in_hand, {**behind, "open": "true"}),
        Number(registered - in_hand, {**behind, "open": "false"}),
    )


def _columns(rows: tuple[Row, ...], n: int) -> list[list[Number]]:
    return [[c for row in rows if isinstance(c := row.cells[at], Number)] for at in range(n)]


# -- periods


def periods_of(scope: Scope, **narrowed: str) -> AskedOfPeriods:
    """The periods that are asked about."""
    return AskedOfPeriods(
        now=scope.now,
        start=scope.start,
        until=scope.until,
        county=scope.county,
        road=scope.road,
        **narrowed,
    )


async def due(scope: Scope) -> Board:
    """到期与逾期 by office, and by whoever must act."""
    asked, pool = periods_of(scope), scope.hub.pool
    by_office: dict[str, Counter[How]] = {}
    by_organ: dict[str, Counter[How]] = {}
    for (office, organ), n in (await due_by(pool, asked)).items():
        by_office.setdefault(office, Counter()).update(n)
        by_organ.setdefault(organ, Counter()).update(n)
    names = {
        organ: "未列明" if organ == "-" else organ_name(scope.directory, organ)
        for organ in by_organ
    }
    worst = sorted(by_organ, key=lambda o: _worst(by_organ[o], o))
    sheets = [
        _due("机构", [(OFFICES[o], "office", o, by_office[o]) for o in OFFICES if o in by_office]),
        _due("责任单位", [(names[o], "organ", o, by_organ[o]) for o in worst]),
    ]
    return Board(scope.now, sheets)


def _worst(n: Mapping[How, int], organ: str) -> tuple[int, int, int, str]:
    return -n[How.OVERDUE], -n[How.STILL], -n[How.SOON], organ


def _due(of: str, found: list[tuple[str, str, str, Mapping[How, int]]]) -> Sheet:
    rows = tuple(Row(name, _stand(n, {key: code})) for name, key, code, n in found)
    whole = Counter[How]()
    for _, _, _, n in found:
        whole.update(n)
    return Sheet(
        title=f"到期与逾期（按{of}）",
        of=of,
        head=("在走", "三日内到期", "逾期", "至今仍逾期", "按期", "按期率"),
        rows=rows,
        total=Row("合计", _stand(whole, {})),
        reckoned=_DUE_HOW,
        empty="没有在走的期限，期间内也没有届满的",
        chart=bars(rows[:20], {"三日内到期": 1, "逾期": 2, "至今仍逾期": 3}),
        note="逾期多的在前。" if of == "责任单位" else "",
    )


def _stand(n: Mapping[How, int], narrowed: Mapping[str, str]) -> tuple[Cell, ...]:
    told = {how: Number(n[how], {"of": "periods", "how": how.value, **narrowed}) for how in How}
    over = Number(n[How.MET] + n[How.OVERDUE], {"of": "periods", "how": "met,overdue", **narrowed})
    return (*(told[how] for how in How), share(told[How.MET], over))


async def calendar(scope: Scope) -> Board:
    """期限日历: what is over on each of the next fourteen days."""
    found = await due_by_day(scope.hub.pool, periods_of(scope), scope.today, DAYS)
    shown = [office for office in OFFICES if any(o == office for _, o in found)]
    rows = []
    for n in range(DAYS):
        day = scope.today + timedelta(n)
        rest = scope.hub.calendar.is_rest(day)
        behind = {"of": "periods", "how": "running", "day": f"{day}"}
        each = [found.get((day, o), 0) for o in shown]
        cells: list[Cell] = [
            Light("grey", "休息日") if rest else Light("green", "工作日"),
            Number(sum(each), behind),
            *(Number(x, {**behind, "office": o}) for o, x in zip(shown, each, strict=True)),
        ]
        rows.append(Row(f"{day.month}月{day.day}日 周{WEEKDAYS[day.weekday()]}", tuple(cells)))
    sheet = Sheet(
        title=f"今后{DAYS}日届满的期限",
        of="届满日",
        head=("", "合计", *(OFFICES[office] for office in shown)),
        rows=tuple(rows),
        reckoned=(
            Reckoned(
                "届满", "在走的期限按届满之日计；次日零时届满的计入前一日；停止计算的不列", ROWS
            ),
            _DUE_HOW[-1],
        ),
        empty="",
        chart=bars(rows, {OFFICES[o]: 2 + at for at, o in enumerate(shown)}, stacked=True),
        note="不受期间条件限制：只看今天起的十四日。今天已经届满的不在其内。",
    )
    return Board(scope.now, (sheet,))
