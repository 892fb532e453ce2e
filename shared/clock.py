"""时钟: the only reader of the time. Everybody else is told what time it is."""

from datetime import datetime, timedelta
from typing import Final, Protocol
from zoneinfo import ZoneInfo

CITY: Final = ZoneInfo("Asia/Shanghai")
"""The city's time 北京时间."""


class Clock(Protocol):
    """Whoever can say what time it is."""

    def now(self) -> datetime:
        """The present moment, in the city's time."""
        ...


class WallClock:
    """The clock on the wall."""

    def now(self) -> datetime:
        """The present moment, in the city's time."""
        return datetime.now(CITY)


class StillClock:
    """A clock that stands still until it is moved, for tests and rehearsals; forward only."""

    def __init__(self, moment: datetime) -> None:
        self._moment = _aware(moment)

    def now(self) -> datetime:
        """The moment at which it stands, in the city's time."""
        return self._moment

    def move_to(self, moment: datetime) -> None:
        """Move on to `moment`.

        Raises:
            ValueError: It lies in the past, or does not say its time zone.
        """
        moment = _aware(moment)
        if moment < self._moment:
            raise ValueError(f"a clock is not moved back, from {self._moment} to {moment}")
        self._moment = moment

    def forward(self, span: timedelta) -> None:
        """Move on by `span`.

        Raises:
            ValueError: It is negative.
        """
        self.move_to(self._moment + span)


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError(f"no time zone: {moment}")
    return moment.astimezone(CITY)
