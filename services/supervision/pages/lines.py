"""态势表的各行: counties, centres or departments, each with its numbers, sorted and paged."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from services.supervision.live.counting import Board, By, Counts
from shared.directory import Directory, Kind
from shared.frame.slices import Slice
from shared.frame.sorting import Order

EACH: Final = 50

GROUPS: Final[Mapping[By, str]] = {
    By.COUNTY: "县区",
    By.CENTRE: "综治中心",
    By.DEPARTMENT: "部门",
}

HEADS: Final[Mapping[str, tuple[str, str]]] = {
    "opened": ("今日登记", "登记"),
    "running": ("在办", "在办"),
    "due": ("今日到期", "到期"),
    "late": ("逾期在办", "逾期"),
    "closed": ("今日办结", "办结"),
    "waiting": ("待办的哨", "待办"),
    "answered": ("今日反馈", "反馈"),
}
"""The head of each column, and the short one beside a number on a telephone."""

TOTALS: Final[Mapping[By, str]] = {
    By.COUNTY: "全市",
    By.CENTRE: "各中心合计",
    By.DEPARTMENT: "各部门合计",
}


class Line(NamedTuple):
    """One line of the board."""

    code: str
    called: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class Lines:
    """A page of the lines, and what they add up to with those of the other pages."""

    page: Slice[Line]
    total: Counts


def lines_of(
    board: Board, directory: Directory, by: By, only: Collection[str], *, order: Order, after: int
) -> Lines:
    """Every line that is asked for, also one in which nothing stands.

    Args:
        board: What is counted.
        directory: Who there is.
        by: By what lines are told apart.
        only: The county, or the department, that is asked for; empty for all.
        order: By which column; the order of the directory where it names none.
        after: How many lines stand on the pages before.
    """
    known = {
        code: called
        for code, called in _known(directory, by).items()
        if not only or any(code.startswith(one) for one in only)
    }
    others = {code: _called(directory, code) for code in board if code not in known}
    found = [
        Line(code, called, board.get(code, Counts()))
        for code, called in {**known, **others}.items()
    ]
    if order.by in by.columns:
        found.sort(key=lambda one: getattr(one.counts, order.by), reverse=order.down)
    total = {name: sum(getattr(c, name) for c in board.values()) for name in by.columns}
    return Lines(Slice.of(found, after, EACH), Counts(**total))


def _known(directory: Directory, by: By) -> Mapping[str, str]:
    if by is By.COUNTY:
        return {place.code: place.name for place in directory.counties()}
    kind = Kind.CENTRE if by is By.CENTRE else Kind.DEPARTMENT
    # Those above the city guide its departments, and nobody calls them.
    return {one.code: one.name for one in directory.organs(kind) if one.place in directory.places}


def _called(directory: Directory, code: str) -> str:
    """The name of a line that the directory no longer has among its kind."""
    if not code:
        return "未定县区"
    places = {place.code: place.name for place in directory.places.values()}
    return places.get(code) or {one.code: one.name for one in directory.organs()}.get(code, code)
