"""Figures: what was measured, what was aimed at, whether it was met; a table and `bench.json`."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.table import Table

FILE: Final = Path("bench.json")


@dataclass(frozen=True)
class Aim:
    """An aim: not less than a value, or not more."""

    value: float
    at_least: bool

    def met(self, value: float) -> bool:
        """Whether a value reaches it."""
        return value >= self.value if self.at_least else value <= self.value

    def __str__(self) -> str:
        return f"{'≥' if self.at_least else '≤'} {self.value:g}"


AIMS: Final[Mapping[str, Aim]] = {
    "pipeline_ratio": Aim(0.7, at_least=True),
    "whistle_p99_ms": Aim(50, at_least=False),
    "lifecycle_ratio": Aim(0.5, at_least=True),
    "lifecycles_per_s_empty": Aim(40, at_least=True),
    "lifecycle_cost_full_over_empty": Aim(1.2, at_least=False),
    "whistles_per_s": Aim(40, at_least=True),
    "flood_list_ms": Aim(100, at_least=False),
    "import_rows_per_s": Aim(2000, at_least=True),
    "sweep_cost_full_over_empty": Aim(1.5, at_least=False),
    "watch_p99_ms": Aim(200, at_least=False),
    "watch_board_p99_ms": Aim(1000, at_least=False),
    "page_p95_ms": Aim(100, at_least=False),
    "board_p95_ms": Aim(300, at_least=False),
}


class Figures:
    """All that a run has measured."""

    def __init__(self, console: Console | None = None) -> None:
        self._console = console or Console(highlight=False)
        self._values: dict[str, float] = {}

    def say(self, text: str) -> None:
        """A line while it is being measured."""
        self._console.print(text, markup=False, soft_wrap=True)

    def put(self, name: str, value: float) -> None:
        """Keep a value."""
        self._values[name] = round(value, 3)

    def get(self, name: str) -> float:
        """A value kept before."""
        return self._values[name]

    def tell(self) -> None:
        """Print the table: first what has an aim, then the rest."""
        table = Table("figure", title="枢纽测量 / bench", title_justify="left")
        table.add_column("value", justify="right")
        table.add_column("aim", justify="right")
        table.add_column("met")
        for name in sorted(self._values, key=lambda one: (one not in AIMS, one)):
            value, aim = self._values[name], AIMS.get(name)
            met = "" if aim is None else "yes" if aim.met(value) else "NO"
            table.add_row(name, f"{value:,.3f}", str(aim or ""), met)
        self._console.print(table)

    def write(self) -> None:
        """Write them as one flat object."""
        FILE.write_text(json.dumps(self._values, indent=2) + "\n")


def percentile(values: Sequence[float], share: float) -> float:
    """The value that this share of all values does not exceed."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, int(len(ranked) * share))]
