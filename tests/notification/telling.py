"""Lets 通知 hear what lies in the outbox, as its mailroom does, on PostgreSQL alone."""

from collections.abc import Sequence
from typing import Any

from services.notification.office import OFFICE
from shared.mailroom import Mailroom
from shared.parked import Letter
from shared.relay import headers_of
from shared.work import Hub

CONSUMER = "hub.notification.office"

LETTERS = """
SELECT case_id, version, office, kind, dispute_id, at, labels, trace, body, seq AS position
FROM hub.outbox ORDER BY seq
"""


async def letters(hub: Hub) -> Sequence[Letter]:
    """Everything in the outbox, as it lies on the topics."""
    rows = await hub.pool.fetch(LETTERS)
    return [
        Letter.read(f"hub.{row['office']}", 0, n, headers_of(row), row["body"].encode())
        for n, row in enumerate(rows)
    ]


async def tell(hub: Hub) -> None:
    """Let 通知 hear all of it; what it has heard already does nothing."""
    await Mailroom(hub, OFFICE, CONSUMER).take_in(await letters(hub))


async def told(hub: Hub) -> list[tuple[str, str, str]]:
    """Every notice as kind, role and organ, in the order of the pages."""
    rows: Sequence[Any] = await hub.pool.fetch(
        "SELECT kind, role, organ FROM notification.notice ORDER BY recorded_at, case_id, version,"
        " role, organ"
    )
    return [(_short(row["kind"]), row["role"], row["organ"]) for row in rows]


def _short(kind: str) -> str:
    return kind.split(".")[1]
