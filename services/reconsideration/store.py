"""The shelf of reconsideration files, and which of them are on hand in other disputes."""

from collections.abc import Collection
from typing import Final
from uuid import UUID

from services.reconsideration import tables
from services.reconsideration.domain import filing
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.ordinary import ON_HAND, ORDINARY
from services.reconsideration.domain.ordinary_2007 import ORDINARY_2007
from shared.db import Pool
from shared.errors import Unknown
from shared.work import Shelf

CASES: Final = Shelf(
    office="reconsideration",
    name=ORDINARY.name,
    value=Case,
    editions=(ORDINARY_2007, ORDINARY),
    table=tables.ORDINARY,
    proofs=filing.found_on,
)
"""行政复议案卷 in the ordinary procedure."""

OF_NUMBERS: Final = """
SELECT r.case_id, i.labels->>'number' AS number
FROM hub.file i JOIN hub.file r ON r.dispute_id = i.dispute_id
WHERE i.labels->>'number' = ANY($1::text[]) AND i.office = 'intake' AND i.procedure <> 'clock'
  AND r.office = 'reconsideration' AND r.procedure <> 'clock'
  AND r.state = ANY($2::text[]) AND r.case_id <> $3
ORDER BY r.case_id
"""
"""Cases on hand of the disputes with these numbers, but one."""


async def cases_of(pool: Pool, numbers: Collection[str], *, but: UUID) -> list[UUID]:
    """The cases that are handled in the disputes with these numbers.

    Raises:
        Unknown: In one of them there is none, beside `but`.
    """
    wanted = {number.strip().upper() for number in numbers}
    rows = await pool.fetch(OF_NUMBERS, sorted(wanted), [str(s) for s in ON_HAND], but)
    if missing := wanted - {row["number"] for row in rows}:
        raise Unknown(f"没有审理中的其他复议案件：{'、'.join(sorted(missing))}")
    return [row["case_id"] for row in rows]
