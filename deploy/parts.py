"""The parts that must be at work: the relay, the sweep, and every office that hears."""

from typing import Final

from deploy.compose import NAMES

RELAY: Final = "relay"
SWEEP: Final = "sweep"

PARTS: Final = (RELAY, SWEEP, *(f"work.{name}" for name in NAMES if name != "intake"))
"""By the number under which they are present; intake hears nobody."""


def number_of(part: str) -> int:
    """The number under which a part is present."""
    return PARTS.index(part)
