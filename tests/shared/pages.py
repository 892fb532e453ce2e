"""Pages for streams 流上的页, with defaults, and the outbox that holds them."""

import json
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from shared.auth import Identity, Role
from shared.contracts.fact import Head
from shared.contracts.intake import Channel, DisputeRegistered, PartyRef, PersonKind, Side
from shared.contracts.routing import DepartmentCheckedIn
from shared.db import Pool
from shared.stream.page import Page
from shared.stream.wants import Filters, Wants
from tests.conftest import MORNING

DISPUTE = UUID(int=7)
PERSON = UUID(int=99)
SECRET = b"x" * 40
SUPERVISOR = Identity.of("s-1", [Role.SUPERVISOR], county="620700")
EVERYTHING = Wants.of(SUPERVISOR, Filters())


def head(version: int, case_id: UUID = DISPUTE) -> Head:
    return Head(
        dispute_id=DISPUTE,
        case_id=case_id,
        version=version,
        on=date(2026, 11, 23),
        at=MORNING,
        by="officer-1",
    )


def registered() -> DisputeRegistered:
    return DisputeRegistered(
        head=head(1),
        number="620702-20261123-0000001-5",
        window="620702-window-1",
        county="620702",
        place="620702",
        channel=Channel.WINDOW,
        matter="wuye",
        parties=(PartyRef(person_id=PERSON, side=Side.APPLICANT, kind=PersonKind.NATURAL),),
        text_id=uuid4(),
    )


def page(position: int, **labels: str) -> Page:
    fact = DepartmentCheckedIn(head=head(position), department="620702-gongan")
    said = json.dumps({"county": "620702", **labels})
    return Page(position, "routing", fact.kind, DISPUTE, said, fact.model_dump_json())


PUT = """
WITH row AS (
  INSERT INTO hub.outbox
    (case_id, version, dispute_id, office, kind, legal_on, at, by, part, labels, trace, body)
  VALUES ($1, $2, $3, $4, $5, '2026-11-23', now(), 'officer-1', 0, $6, '', $7) RETURNING seq
)
INSERT INTO hub.position SELECT $8, seq FROM row
"""


async def write(db: Pool, first: int, last: int, **labels: str) -> None:
    """Pages in the outbox with these positions."""
    for n in range(first, last + 1):
        one = page(n, **labels)
        await db.execute(
            PUT, uuid4(), n, DISPUTE, one.office, one.kind, one.labels_text, one.body, n
        )


async def write_unsent(db: Pool, n: int) -> None:
    """Pages as an act leaves them: without a position."""
    sql = PUT.replace(
        "INSERT INTO hub.position SELECT $8, seq", "INSERT INTO hub.unsent SELECT seq"
    )
    for version in range(1, n + 1):
        one = page(version)
        values: list[Any] = [uuid4(), version, DISPUTE, one.office, one.kind]
        await db.execute(sql, *values, one.labels_text, one.body)
