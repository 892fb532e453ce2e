"""Reading who parties are; there is no other road to them, and it leaves its trace by itself."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Final
from uuid import UUID

from shared.contracts.intake import PersonKind
from shared.db import Conn
from shared.people.person import Person

# One statement, so that nothing is read without its record; a read-only transaction refuses it.
READ: Final = """
WITH logged AS (
    INSERT INTO hub.people_read (reader, purpose, ids, at)
    VALUES ($2, $3, to_jsonb($1::uuid[]), $4)
)
SELECT p.person_id, name, kind, id_number, nullif(coalesce((
         SELECT f.former_phone FROM hub.people_stated f
         WHERE f.person_id = p.person_id AND f.former_phone IS NOT NULL AND f.at > $5
         ORDER BY f.stated_id LIMIT 1), p.phone), '') AS phone,
       coalesce(s.address, p.address) AS address,
       s.service_address, s.head_name, s.head_post
FROM hub.people p CROSS JOIN LATERAL (
  SELECT (array_agg(t.address ORDER BY stated_id DESC) FILTER (WHERE t.address <> ''))[1]
           AS address,
         (array_agg(service_address ORDER BY stated_id DESC)
           FILTER (WHERE service_address <> ''))[1] AS service_address,
         (array_agg(head_name ORDER BY stated_id DESC) FILTER (WHERE head_name <> ''))[1]
           AS head_name,
         (array_agg(head_post ORDER BY stated_id DESC) FILTER (WHERE head_post <> ''))[1]
           AS head_post
  FROM hub.people_stated t
  WHERE t.person_id = p.person_id AND ($5::timestamptz IS NULL OR t.at <= $5)
) AS s
WHERE p.person_id = ANY($1)
"""


STATED: Final = """
SELECT person_id, address, service_address, head_name, former_phone FROM hub.people_stated
WHERE person_id = ANY($1)
UNION SELECT person_id, coalesce(address, ''), '', '', NULL FROM hub.people
WHERE person_id = ANY($1)
"""


async def read_all_said(
    conn: Conn, ids: Collection[UUID], *, reader: str, purpose: str, at: datetime
) -> list[Person]:
    """These parties as they are, and as often again as anything else was ever said of them."""
    people = await read_people(conn, ids, reader=reader, purpose=purpose, at=at)
    rows = await conn.fetch(STATED, list(people)) if people else ()
    before = (
        replace(
            people[row["person_id"]],
            phone=row["former_phone"] or people[row["person_id"]].phone,
            address=row["address"] or None,
            service_address=row["service_address"] or None,
            head_name=row["head_name"] or None,
        )
        for row in rows
    )
    return [*people.values(), *before]


async def read_people(
    conn: Conn,
    ids: Collection[UUID],
    *,
    reader: str,
    purpose: str,
    at: datetime,
    said_by: datetime | None = None,
) -> dict[UUID, Person]:
    """Who these parties are, by id; that `reader` asked, and for what, is recorded with it.

    Args:
        conn: The database.
        ids: The parties.
        reader: Who asks.
        purpose: For what.
        at: When.
        said_by: Up to when what they have said of themselves counts; None for all of it.
    """
    if not ids:
        return {}
    rows = await conn.fetch(READ, sorted(ids), reader, purpose, at, said_by)
    return {
        row["person_id"]: Person(
            name=row["name"],
            kind=PersonKind(row["kind"]),
            id_number=row["id_number"],
            phone=row["phone"],
            address=row["address"],
            service_address=row["service_address"],
            head_name=row["head_name"],
            head_post=row["head_post"],
        )
        for row in rows
    }
