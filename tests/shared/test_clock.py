from datetime import UTC, datetime, timedelta

import pytest

from shared.clock import CITY, StillClock, WallClock

NOON = datetime(2026, 11, 23, 12, tzinfo=CITY)


def test_the_wall_clock_speaks_the_citys_time() -> None:
    assert WallClock().now().utcoffset() == timedelta(hours=8)


def test_a_still_clock_stands_until_it_is_moved() -> None:
    clock = StillClock(NOON)
    assert clock.now() == clock.now() == NOON
    clock.forward(timedelta(days=60))
    assert clock.now() == datetime(2027, 1, 22, 12, tzinfo=CITY)


def test_a_moment_elsewhere_is_told_in_the_citys_time() -> None:
    clock = StillClock(datetime(2026, 11, 23, 20, tzinfo=UTC))
    assert clock.now().date().isoformat() == "2026-11-24"


def test_a_clock_is_never_moved_back() -> None:
    clock = StillClock(NOON)
    with pytest.raises(ValueError, match="not moved back"):
        clock.forward(timedelta(seconds=-1))
    assert clock.now() == NOON


def test_a_moment_without_time_zone_is_no_moment() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        StillClock(NOON.replace(tzinfo=None))
