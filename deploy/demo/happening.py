"""发生的事: what came of each step, as a line for people or an object for scripts; and the sum."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from rich.cells import cell_len, set_cell_size

from shared.contracts.routing import Rung


class Came(StrEnum):
    """How a step came out."""

    DONE = "done"
    REPEATED = "repeated"
    """It repeats an earlier dispute 重复件, or a whistle was returned at once 退哨."""
    REFUSED = "refused"
    """By law, with the article."""
    FAULTY = "faulty"
    """The hub did not take it, and not by law."""
    PASSED = "passed"
    """There was nothing to do it on."""


MARKS: Final[Mapping[Came, str]] = {
    Came.DONE: "→",
    Came.REPEATED: "≡",
    Came.REFUSED: "✗",
    Came.FAULTY: "!",
    Came.PASSED: "·",
}

WIDTHS: Final = (11, 6, 22, 36, 14)
"""Columns of a line, a Chinese character taking two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One thing that happened, or did not."""

    at: datetime
    number: int
    """Which dispute of the day."""
    place: str
    who: str
    what: str
    came: Came
    says: str
    """State after it; or why not, with the article."""
    article: str = ""
    """Code of the article that refuses it."""
    dispute: str = ""
    """纠纷编号."""

    def line(self) -> str:
        """One line in Chinese."""
        cells = (f"{self.at:%m-%d %H:%M}", f"第{self.number}件", self.place, self.who, self.what)
        shown = "  ".join(_cell(c, w) for c, w in zip(cells, WIDTHS, strict=True))
        return f"{shown}  {MARKS[self.came]} {self.says}"

    def facts(self) -> dict[str, Any]:
        """The same for a script."""
        return {
            "at": self.at.isoformat(timespec="seconds"),
            "number": self.number,
            "dispute": self.dispute,
            "place": self.place,
            "who": self.who,
            "what": self.what,
            "came": self.came.value,
            "says": self.says,
            "article": self.article,
        }


def _cell(text: str, width: int) -> str:
    return text if cell_len(text) > width else set_cell_size(text, width)


LEVELS: Final[Mapping[str, str]] = {
    Rung.GRID: "网格",
    Rung.VILLAGE: "村（社区）",
    Rung.TOWNSHIP: "乡镇（街道）综治中心",
    Rung.LEADERSHIP: "乡镇（街道）党政班子",
    Rung.COUNTY: "县（区）综治中心",
    Rung.CITY: "市综治中心",
}

_COUNTED: Final[Mapping[str, tuple[str, ...]]] = {
    "registered": ("intake.registered.v1",),
    "repeated": ("intake.repeated.v1",),
    "whistles": ("routing.whistle_blown.v1",),
    "checked_in": ("routing.checked_in.v1",),
    "answered": ("routing.answered.v1",),
    "late": (
        "routing.check_in_lapsed.v1",
        "routing.answer_lapsed.v1",
        "routing.department_overdue.v1",
    ),
    "returned": ("routing.whistle_returned.v1",),
    "ruled": ("routing.competence_upheld.v1", "routing.ruled_out.v1"),
    "meetings": ("routing.meeting_held.v1",),
    "callbacks": ("routing.called_back.v1",),
    "raised": ("routing.whistle_raised.v1",),
    "corrected": ("routing.road_corrected.v1",),
    "closed": ("routing.whistle_closed.v1",),
}

_SAID: Final[Mapping[str, str]] = {
    "registered": "登记",
    "repeated": "重复件",
    "whistles": "吹哨",
    "checked_in": "报到",
    "answered": "反馈",
    "late": "逾期",
    "returned": "退哨",
    "ruled": "权属裁定",
    "meetings": "联合会商",
    "callbacks": "回访",
    "raised": "提级",
    "corrected": "更正途径",
    "closed": "办结的哨",
}


@dataclass
class Sum:
    """一天下来: what the case files of the day hold."""

    counts: Counter[str] = field(default_factory=Counter)
    levels: Counter[str] = field(default_factory=Counter)
    refused: int = 0
    """Steps that the law refused; a file holds none of them."""

    def add(self, pages: Iterable[Mapping[str, Any]]) -> None:
        """Count the pages of one dispute."""
        for page in pages:
            for name, kinds in _COUNTED.items():
                self.counts[name] += page["kind"] in kinds
            if page["kind"] == "routing.level_solved.v1":
                self.levels[page["findings"]["level"]] += 1

    def facts(self) -> dict[str, Any]:
        """For a script."""
        counts = {name: self.counts[name] for name in _COUNTED}
        return {"summary": {**counts, "refused": self.refused, "solved_at": dict(self.levels)}}

    def text(self) -> str:
        """For people."""
        counted = "，".join(f"{said} {self.counts[name]}" for name, said in _SAID.items())
        solved = "，".join(f"{said} {self.levels[one]}" for one, said in LEVELS.items())
        return f"小结：{counted}，依法不予准许 {self.refused}\n化解于：{solved}"
