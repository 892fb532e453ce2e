"""热度的尺度: every number by which a hot spot is told, in one place; the city may set others."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Heat:
    """尺度 [D]: window, weeks before it, what is many, and what is alike (RULES 55)."""

    window_days: int = 28
    """Days of the window, today among them."""
    past_days: int = 84
    """Days before the window from which is learnt what is usual."""
    at_least: int = 5
    """Messages in the window; fewer are no hot spot, however unusual."""
    parties: int = 3
    """Different parties among them: one who writes daily is no hot spot."""
    score: float = 2.5
    """分值: one chance in three hundred (10 to the minus 2.5) that as many come by themselves."""
    cooled_below: int = 3
    """Messages in the window below which a hot spot has cooled down (RULES 56)."""
    grows_by: float = 2.0
    """A hot spot that has so many times the messages last told is told again at once."""
    core: float = 0.18
    """Likeness of two messages, by which a group begins."""
    alike: float = 0.25
    """Likeness of a message with the middle of a group, by which it belongs to it."""
    usual: float = 0.5
    """Messages alike that are taken for usual where nothing is known yet."""
    most: int = 20_000
    """Messages that are looked at; of more, the newest."""
    words_in: float = 0.5
    """Share of the parties who must use a word before it is shown."""

    def window_from(self, today: date) -> date:
        """First day of the window that ends today."""
        return today - timedelta(days=self.window_days - 1)

    def past_from(self, today: date) -> date:
        """First day that is looked at."""
        return self.window_from(today) - timedelta(days=self.past_days)


HEAT: Final = Heat()
"""What the hub goes by until the city has set otherwise."""
