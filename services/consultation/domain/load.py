"""Load 承办 and attendance 出席 of each expert (RULES 71)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What one expert did."""

    seated: int = 0
    """Panels on which they were seated."""
    attended: int = 0
    """Meetings of a panel, and plenary ones, to which they came."""
    absent: int = 0
    """Meetings to which they did not."""
    written: int = 0
    """Opinions in writing."""
    recused: int = 0
    dissented: int = 0
    """Opinions of a panel with which they did not agree."""
