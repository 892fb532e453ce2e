"""The one place that knows every office: it composes them into a hub, a web, a worker, a relay."""

import importlib
from collections.abc import Callable
from functools import cache
from typing import Any, Final

from shared.people import keyed_hash

from shared.clock import Clock
from shared.directory import Directory, load
from shared.law.calendar import CALENDAR
from shared.office import Office
from shared.work import Hub

NAMES: Final = (
    "intake",
    "routing",
    "mediation",
    "adjudication",
    "reconsideration",
    "consultation",
    "supervision",
)
"""The seven offices, in the order in which a dispute meets them."""


@cache
def office(name: str) -> Office:
    """An office by name."""
    found: Office = importlib.import_module(f"services.{name}.office").OFFICE
    return found


def offices(names: tuple[str, ...] = NAMES) -> tuple[Office, ...]:
    """The offices of these names."""
    return tuple(office(name) for name in names)


def make_hub(
    pool: Any,  # noqa: ANN401 - a pool of asyncpg, which carries no types
    *,
    clock: Clock,
    secret: str,
    directory: Directory | None = None,
    partitions: int = 8,
    poke: Callable[[], None] = lambda: None,
) -> Hub:
    """The unit of work over `pool`, with the shelves of every office."""
    return Hub(
        pool,
        clock=clock,
        calendar=CALENDAR,
        directory=directory or load(),
        shelves=[shelf for one in offices() for shelf in one.shelves],
        partitions=partitions,
        hasher=lambda value: keyed_hash(secret, value) if value else None,
        poke=poke,
    )
