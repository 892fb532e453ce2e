"""The boards that there are 看板目录: what each is called, says, and how it is made."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

from deploy.boards import counting, reconsidering, spots, standing
from deploy.boards.asked import ANY_ROAD, Apart, Scope
from deploy.boards.sheet import Board
from services.routing.figures.measures import By
from shared.contracts.routing import Road

Maker = Callable[[Scope], Awaitable[Board]]


@dataclass(frozen=True, slots=True)
class Listed:
    """One board of the catalogue."""

    name: str
    title: str
    says: str
    make: Maker
    road: str = ANY_ROAD
    """The road of its numbers: any that is asked for, the one that they are of, or none."""
    in_days: bool = True
    """Whether they are those of the days asked for."""

    @property
    def narrows(self) -> bool:
        """Whether its numbers can be narrowed to a road."""
        return self.road == ANY_ROAD


_ALL: Final = (
    Listed("load", "办理量", "各途径、各层级有多少在办", standing.load),
    Listed("due", "到期与逾期", "各机构、各单位的期限，逐个打开", standing.due),
    Listed("calendar", "期限日历", "今后十四日哪天有多少期限届满", standing.calendar,
           in_days=False),
    Listed("rates", "响应、解决、满意", "三率及其分子、分母和区间",
           partial(counting.rates, by=By.COUNTY)),
    Listed("band", "吹哨率", "各综治中心吹哨过少或者过多的提示", counting.band, road=""),
    Listed("ladder", "四级七天", "每一级到了多少，化解了多少", counting.ladder),
    Listed("hotspots", "热点", "何时何地何事集中出现", spots.hotspots),
    Listed("reconsideration", "行政复议", "是否按期，决定如何，纠错和调撤",
           reconsidering.reconsiderations, road=Road.RECONSIDERATION),
)  # fmt: skip

BOARDS: Final[Mapping[str, Listed]] = {one.name: one for one in _ALL}


async def made(listed: Listed, scope: Scope, asked: Apart, *, whole: bool = False) -> Board:
    """A board; the three rates are put apart, and hot spots stand, as the reader chose.

    `whole` is for a file: what the page turns over is in it from beginning to end.
    """
    scope = scope.on(listed.road)
    if listed.name == "rates" and asked.by in counting.APART:
        return await counting.rates(scope, By(asked.by))
    if listed.name == "hotspots":
        return await spots.hotspots(scope, asked.sort, asked.cursor, whole=whole)
    return await listed.make(scope)
