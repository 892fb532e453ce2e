"""分流数字、途径、热点背后的案卷."""

from typing import Any, Final
from uuid import UUID

from deploy.boards.asked import Scope
from deploy.boards.lists import Behind, Item, Kind, Stretch, measures_in
from deploy.boards.sheet import Cell
from services.routing.figures.answering import name_of
from services.routing.figures.measures import MEASURES, By
from services.routing.figures.reading import cases
from services.routing.figures.roads import UNROUTED, AskedOfRoads, disputes_on_road
from services.routing.hotspots.file import HotSpot
from services.routing.watching.listing import members_of, read_hotspot
from shared.casepage.track import ROADS
from shared.errors import Unknown
from shared.frame.words import term
from shared.labels import labels_in

# -- counted of the pages


_NARROWED: Final = (By.TOWNSHIP, By.DEPARTMENT, By.MATTER, By.LEVEL, By.CENTRE)


def _title_of_figures(scope: Scope, asked: Behind) -> str:
    said = [(by, value) for by in _NARROWED if (value := getattr(asked, by.value))]
    names = [name_of(scope.directory, by, value) for by, value in said]
    return "，".join(["、".join(MEASURES[one] for one in measures_in(asked, MEASURES)), *names])


async def _of_figures(scope: Scope, asked: Behind, stretch: Stretch) -> list[Item]:
    question = scope.question()
    for by in _NARROWED:
        if said := getattr(asked, by.value):
            question = question.narrowed_to(by.value, said)
    found = await cases(
        scope.hub.pool,
        question,
        *measures_in(asked, MEASURES),
        after=stretch.by_day(int),
        limit=stretch.limit,
        newest=stretch.down,
    )
    return [
        Item(one.number, one.dispute_id, (one.place[0],), one.times, one.place) for one in found
    ]


# -- roads


def _title_of_roads(_: Scope, asked: Behind) -> str:
    road = {**ROADS, UNROUTED: "尚未分流"}.get(asked.on, "各途径")
    return f"{road}：{ {'true': '在办', 'false': '其余'}.get(asked.open, '登记的纠纷') }"


async def _of_roads(scope: Scope, asked: Behind, stretch: Stretch) -> list[Item]:
    question = AskedOfRoads(
        start=scope.start,
        until=scope.until,
        county=scope.county,
        road=asked.on or scope.road,
        open={"true": True, "false": False}.get(asked.open),
    )
    rows = await disputes_on_road(
        scope.hub.pool,
        question,
        after=stretch.by_day(int),
        limit=stretch.limit,
        newest=stretch.down,
    )
    return [_on_road(scope, row) for row in rows]


def _on_road(scope: Scope, row: Any) -> Item:  # noqa: ANN401 - a record carries no types
    labels = labels_in(row["labels"])
    cells: tuple[Cell, ...] = (
        row["legal_on"],
        name_of(scope.directory, By.COUNTY, labels.get("county", "")),
        name_of(scope.directory, By.MATTER, labels.get("matter", "")),
        ROADS.get(row["road"], "尚未分流"),
        "在办" if row["open"] else "",
    )
    mark = (row["legal_on"], row["seq"])
    return Item(labels.get("number", ""), row["dispute_id"], cells, 1, mark)


# -- hot spots


async def _of_hotspot(scope: Scope, asked: Behind, stretch: Stretch) -> list[Item]:
    spot = await _spot(scope, asked)
    found = {
        (one.on, one.number): one
        for one in await members_of(scope.hub.pool, scope.who, spot, scope.road)
    }
    begin = stretch.by_day(str)
    marks = [
        mark
        for mark in sorted(found, reverse=stretch.down)
        if begin is None or (mark < begin if stretch.down else mark > begin)
    ]
    return [
        Item(
            one.number,
            one.dispute_id,
            (
                one.on,
                name_of(scope.directory, By.TOWNSHIP, one.place),
                name_of(scope.directory, By.MATTER, one.matter),
                term(one.state),
            ),
            1,
            mark,
        )
        for mark in marks[: stretch.limit + 1]
        for one in (found[mark],)
    ]


async def _spot(scope: Scope, asked: Behind) -> HotSpot:
    """The hot spot, if it is one of the reader's county."""
    try:
        case_id = UUID(asked.hotspot)
    except ValueError:
        raise Unknown("没有这个热点") from None
    spot = await read_hotspot(scope.hub.pool, case_id)
    if spot is None or scope.county not in ("", spot.county):
        raise Unknown("没有这个热点，或者不在您的查看范围内")
    return spot


FIGURES: Final = Kind(("首页之日",), "首页之日", _title_of_figures, _of_figures)

ON_ROADS: Final = Kind(
    ("登记日", "县区", "类型", "途径", "在办"), "登记日", _title_of_roads, _of_roads
)

OF_HOTSPOT: Final = Kind(
    ("登记日", "发生地", "类型", "登记"), "登记日", lambda *_: "热点所涉纠纷", _of_hotspot
)
