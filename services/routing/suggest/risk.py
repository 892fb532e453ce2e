"""风险词: words by which a message shows that somebody may come to harm; a hint, no finding."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from shared.contracts.intake import Risk

TABLE: Final = Path(__file__).with_name("risk_words.json")
"""The table that a centre's head can read: level, reason, words."""


@dataclass(frozen=True, slots=True)
class RiskFound:
    """风险提示: the words found, the level they hint at, and why."""

    level: Risk
    reason: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RiskLine:
    """A line of the table."""

    level: Risk
    reason: str
    words: tuple[str, ...]


@lru_cache(maxsize=1)
def risk_table() -> tuple[RiskLine, ...]:
    """风险词表, in its order."""
    told = json.loads(TABLE.read_text(encoding="utf-8"))
    return tuple(RiskLine(Risk(one["level"]), one["reason"], tuple(one["words"])) for one in told)


def risks_in(text: str) -> tuple[RiskFound, ...]:
    """The lines whose words stand in a text."""
    hits = ((line, tuple(word for word in line.words if word in text)) for line in risk_table())
    return tuple(RiskFound(line.level, line.reason, words) for line, words in hits if words)
