"""Facts of the register of parked messages 滞留件登记册: each use of one, by whom and when.

A register belongs to one consumer; it is kept by the office that this consumer hears for, and bears
its own id in the dispute's place.
"""

from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact


class _Use(Fact):
    """What every use of a parked message tells."""

    consumer: str
    """The consumer whose message it is."""
    parked_id: int
    """Its number among the parked messages."""
    heard_kind: str
    """Kind of the fact that the message carries; empty when its headers do not say."""
    heard_case_id: UUID | None = None
    """File of that fact, where it is known."""
    heard_version: int | None = None
    """Page of that fact, where it is known."""


class ParkedMended(_Use):
    """更正滞留件: a parked message was given a body that can be read (RULES 40)."""

    kind: Literal["parked.mended.v1"] = "parked.mended.v1"
    before: str
    """SHA-256 of the body as it was."""
    after: str
    """SHA-256 of the body as it was mended."""


class ParkedReplayed(_Use):
    """重办滞留件: a parked message was handed to its office again, with its lane (RULES 40)."""

    kind: Literal["parked.replayed.v1"] = "parked.replayed.v1"


class ParkedDiscarded(_Use):
    """作废滞留件: a parked message will not be handled; its lane goes on without it (RULES 40)."""

    kind: Literal["parked.discarded.v1"] = "parked.discarded.v1"
