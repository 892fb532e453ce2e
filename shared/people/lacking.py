"""缺什么: which kinds of basics are on file of a party; nothing of what they say, or of whom."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from shared.contracts.intake import PersonKind
from shared.db import Conn

HELD: Final = """
SELECT p.person_id, p.kind, coalesce(p.id_number, '') <> '' AS number,
       coalesce(p.phone, '') <> '' AS contact,
       coalesce(p.address, '') <> '' OR coalesce(s.address, false) AS address,
       coalesce(s.service_address, false) AS service_address, coalesce(s.head, false) AS head
FROM hub.people p CROSS JOIN LATERAL (
  SELECT bool_or(t.address <> '') AS address, bool_or(service_address <> '') AS service_address,
         bool_or(head_name <> '') AND bool_or(head_post <> '') AS head
  FROM hub.people_stated t WHERE t.person_id = p.person_id
) AS s
WHERE p.person_id = ANY($1::uuid[])
"""

NAMES: Final = ("number", "address", "service_address", "contact", "head")
"""Columns that say whether something is on file."""


@dataclass(frozen=True, slots=True)
class Held:
    """What is on file of a party, by the names of `NAMES`."""

    kind: PersonKind
    names: frozenset[str]


async def held_of(conn: Conn, persons: Collection[UUID]) -> dict[UUID, Held]:
    """What is on file of each of them, by id; no data is read, so nothing is logged."""
    rows = await conn.fetch(HELD, list(persons))
    return {
        row["person_id"]: Held(
            PersonKind(row["kind"]), frozenset(name for name in NAMES if row[name])
        )
        for row in rows
    }
