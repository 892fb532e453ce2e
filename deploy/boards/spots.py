"""热点看板: hot spots on a time axis, page by page or whole."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from deploy.boards.asked import CITY_WIDE, Scope
from deploy.boards.sheet import Board, Cell, Chart, Light, Number, Reckoned, Row, Sheet
from services.routing.hotspots.explain import explained
from services.routing.hotspots.file import HotSpot, State
from services.routing.watching.listing import Asked as HotSpotsAsked
from services.routing.watching.listing import count_members, list_hotspots
from shared.errors import Malformed
from shared.law.article import RULES

MOST_SPOTS: Final = 60
"""Hot spots on the time axis: the hottest."""


async def hotspots(scope: Scope, sort: str = "", cursor: str = "", *, whole: bool = False) -> Board:
    """热点 on a time axis: since when, until when it was told, and how many disputes.

    `sort` is one of `SORTS`, with `-` before it for the last first. Without it the hottest are on
    the first page, and each page stands as its spots were found. A page begins at the `cursor`
    that the one before it told; `whole` takes them all at once.

    Raises:
        Malformed: The cursor is none of ours.
    """
    page, more = await _page_of(scope, cursor) if not (sort or whole) else (await _all(scope), "")
    here = [spot.case_id for spot in page]
    seen = await count_members(scope.hub.pool, scope.who, here, scope.road)
    spots = _in_order(page, seen, sort)
    if sort and not whole:
        first = _first(cursor)
        more = f"{first + MOST_SPOTS}" if spots[first + MOST_SPOTS :] else ""
        spots = spots[first : first + MOST_SPOTS]
    rows = tuple(_spot(scope, spot, seen[spot.case_id]) for spot in spots)
    lights = [_SPOT_LIGHTS[spot.state] for spot in spots if spot.state is not None]
    sheet = Sheet(
        title="热点时间轴",
        of="热点",
        head=("状态", "发现", "最近记录", "所涉纠纷", "说明"),
        rows=rows,
        reckoned=(
            Reckoned("热点", "按窗口内来件与以往相比，偶然难以达到这一件数的", "热点卷", "",
                     str(RULES[55])),
            Reckoned("所涉纠纷", "热点卷所记、您有权查看的；窗口内来件见说明", "热点卷、登记卷"),
        ),
        empty="期间内没有热点；放宽期间再看",
        chart=Chart(
            "span",
            tuple(row.name for row in rows),
            (
                ("发现", tuple(f"{spot.found_on}" for spot in spots)),
                ("最近记录", tuple(f"{spot.told_on}" for spot in spots)),
                ("所涉纠纷", tuple(seen[spot.case_id] for spot in spots)),
                ("状态", tuple(light.says for light in lights)),
                ("颜色", tuple(light.level for light in lights)),
            ),
        ),
        note=_paged(sort) if more or cursor else "",
        sorts=SORTS,
        next=more,
    )  # fmt: skip
    return Board(scope.now, (sheet,))


def _paged(sort: str) -> str:
    return f"一页只列{MOST_SPOTS}个" + ("。" if sort else "，分值高的在前。")


async def _page_of(scope: Scope, cursor: str) -> tuple[Sequence[HotSpot], str]:
    """The hottest from a mark on, and the mark of the next page."""
    asked = HotSpotsAsked(
        county=scope.county,
        state="",
        since=scope.start,
        until=scope.until,
        road=scope.road,
        cursor=cursor,
        limit=MOST_SPOTS,
    )
    page, more = await list_hotspots(scope.hub.pool, asked)
    return page, more or ""


async def _all(scope: Scope) -> list[HotSpot]:
    found, more = await _page_of(scope, "")
    spots = [*found]
    while more:
        found, more = await _page_of(scope, more)
        spots += found
    return spots


def _first(cursor: str) -> int:
    """Where a page of sorted hot spots begins."""
    if not re.fullmatch(r"[0-9]{0,9}", cursor):
        raise Malformed("翻页标记无效", "cursor")
    return int(cursor or 0)


SORTS: Final = {"发现": "found", "最近记录": "told", "所涉纠纷": "disputes"}
"""By what hot spots stand in order; as they were found unless the reader chose."""


def _in_order(spots: Sequence[HotSpot], seen: Mapping[UUID, int], sort: str) -> list[HotSpot]:
    by = sort.removeprefix("-")

    def place(spot: HotSpot) -> tuple[Any, ...]:
        days = (spot.found_on, spot.case_id)
        return {"told": (spot.told_on, *days), "disputes": (seen[spot.case_id], *days)}.get(
            by, days
        )

    return sorted(spots, key=place, reverse=sort.startswith("-"))


_SPOT_LIGHTS: Final = {
    State.HOT: Light("red", "热点"),
    State.COOLED: Light("blue", "已降温"),
    State.EXCLUDED: Light("grey", "已排除"),
}


def _spot(scope: Scope, spot: HotSpot, seen: int) -> Row:
    directory = scope.directory
    place = directory.places[spot.place].name if spot.place in directory.places else CITY_WIDE
    matters = "、".join(
        directory.matters[code].name if code in directory.matters else code
        for code in spot.matters[:2]
    )
    assert spot.state is not None  # noqa: S101 - a file on a shelf stands somewhere
    assert spot.found_on is not None  # noqa: S101 - a hot spot begins with being found
    assert spot.told_on is not None  # noqa: S101 - and was told then
    behind = {"of": "hotspot", "hotspot": str(spot.case_id)}
    cells: tuple[Cell, ...] = (_SPOT_LIGHTS[spot.state], spot.found_on, spot.told_on)
    told = (*cells, Number(seen, behind), explained(spot))
    return Row(f"{place} {matters}", told, f"/desk/hotspots/{spot.case_id}")
