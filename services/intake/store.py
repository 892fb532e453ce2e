"""Every query of intake: disputes by number, and what is known by which key."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final, Protocol
from uuid import UUID

from services.intake.domain.applicants import NAMELESS, Marks, There
from services.intake.domain.contacts import CONTACTS
from services.intake.domain.registration import REGISTRATION, Dispute
from services.intake.tables import DISPUTE
from shared.law.casefile import CaseFile
from shared.work import Shelf

DISPUTES: Final = Shelf(
    office="intake",
    name=REGISTRATION.name,
    table=DISPUTE,
    value=Dispute,
    editions=(REGISTRATION,),
)

CONTACT_FILES: Final = Shelf(
    office="intake", name=CONTACTS.name, value=CaseFile, editions=(CONTACTS,)
)
"""They have no table of their own."""

BY_NUMBER: Final = "SELECT case_id FROM intake.dispute WHERE number = $1"
"""The file of a dispute by its number."""

# A file whose own id is the key comes before the one that the key points to.
HELD: Final = """
SELECT k.shift, h.*
FROM hub.clock k LEFT JOIN LATERAL (
  SELECT c.key, c.digest, d.case_id, d.number, d.version, d.state, d.registered_on
  FROM hub.claim c CROSS JOIN LATERAL (
    SELECT * FROM intake.dispute WHERE case_id IN (c.key, c.case_id)
    ORDER BY case_id = c.key DESC LIMIT 1
  ) d
  WHERE c.key = ANY($1::uuid[])
) h ON true
"""
"""Which disputes hold these keys, and how far the clock was moved."""

APPLICANTS: Final = """
SELECT dispute_id, person_id, name_hash, id_hash, phone_hash, name ~ $2 AS nameless, ARRAY(
  SELECT given FROM unnest($3::text[]) AS given WHERE given = p.address OR EXISTS (
    SELECT FROM hub.people_stated s
    WHERE s.person_id = p.person_id AND given IN (s.address, s.service_address))) AS known
FROM hub.people p WHERE dispute_id = ANY($1::uuid[]) AND side = 'applicant' AND of_file IS NULL
ORDER BY at, person_id
"""
"""What recognises the applicants of disputes, and which of these addresses are on record of each.

Nothing is read of them but what whoever asks has said.
"""


class Reader(Protocol):
    """A connection of asyncpg, or a pool."""

    async def fetch(self, query: str, /, *args: Any) -> list[Any]:  # noqa: ANN401 - as asyncpg
        """The rows of a query."""
        ...

    async def fetchval(self, query: str, /, *args: Any) -> Any:  # noqa: ANN401 - as asyncpg
        """The first value of a query."""
        ...


@dataclass(frozen=True, slots=True)
class Held:
    """Which dispute holds a key, how it stands, and with which digest it came in."""

    case_id: UUID
    number: str
    version: int
    state: str
    registered_on: date
    digest: str


async def find_applicants(
    reader: Reader, disputes: Collection[UUID], addresses: Collection[str] = ()
) -> Mapping[UUID, tuple[There, ...]]:
    """The applicants of these disputes, by what recognises them; nothing of who anybody is.

    `addresses` are those given now: of each it is told which are on record.
    """
    found: dict[UUID, tuple[There, ...]] = dict.fromkeys(disputes, ())
    said = (list(disputes), f"^(?:{NAMELESS})$", list(addresses))
    for row in await reader.fetch(APPLICANTS, *said):
        marks = Marks(row["name_hash"], row["id_hash"], row["phone_hash"], row["nameless"])
        there = There(row["person_id"], marks, frozenset(row["known"]))
        found[row["dispute_id"]] += (there,)
    return found


async def find_number(reader: Reader, number: str) -> UUID | None:
    """The file of a dispute by its number 纠纷编号, written as the hub writes it."""
    found: UUID | None = await reader.fetchval(BY_NUMBER, number)
    return found


async def find_held(
    reader: Reader, keys: Collection[UUID]
) -> tuple[Mapping[UUID, Held], timedelta]:
    """Which of the keys are held, each by which dispute; and how far the clock was moved."""
    rows = await reader.fetch(HELD, list(keys))
    held = {
        row["key"]: Held(
            row["case_id"],
            row["number"],
            row["version"],
            row["state"],
            row["registered_on"],
            row["digest"],
        )
        for row in rows
        if row["key"] is not None
    }
    return held, rows[0]["shift"]
