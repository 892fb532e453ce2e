"""The rules for the books about cases that are handled and decided together (ARR2026 43)."""

from datetime import datetime
from typing import Final

from shared.db import Conn
from shared.office import Broken, Rule

SAMPLES: Final = 5

ONE_SIDED: Final = """
SELECT o.case_id::text AS case_id, count(*) OVER () AS n
FROM reconsideration.ordinary o CROSS JOIN LATERAL jsonb_array_elements_text(o.joined) j (other_id)
LEFT JOIN reconsideration.ordinary other ON other.case_id = j.other_id::uuid
WHERE other.case_id IS NULL
   OR (other.authority = o.authority AND NOT other.joined ? o.case_id::text)
ORDER BY 1 LIMIT $1
"""

NOT_AS_ONE: Final = """
WITH decided AS (
  SELECT case_id, version, chief, together, count(*) OVER same AS bearers,
    count(chief) OVER same AS led, min(chief) OVER same <> max(chief) OVER same AS split,
    min(together::text) OVER same <> max(together::text) OVER same AS parted,
    min(legal_on) OVER same <> max(legal_on) OVER same AS apart
  FROM (
    SELECT case_id, version, legal_on, labels ->> 'authority' AS authority,
      body::jsonb ->> 'document_number' AS number, body::jsonb ->> 'leading' AS chief,
      coalesce(body::jsonb -> 'together', '[]') AS together
    FROM hub.outbox WHERE kind = 'reconsideration.decided.v1'
  ) made
  WHERE number <> ''
  WINDOW same AS (PARTITION BY authority, number)
)
SELECT case_id::text AS case_id, count(*) OVER () AS n FROM decided d
WHERE CASE WHEN chief IS NULL THEN bearers > 1 ELSE
  bearers <> jsonb_array_length(together) OR led <> bearers OR split OR parted OR apart
  OR NOT together ? case_id::text OR NOT together ? chief
  OR (chief <> case_id::text AND NOT EXISTS (
    SELECT 1 FROM hub.outbox j
    WHERE j.case_id = d.case_id AND j.kind = 'reconsideration.cases_joined.v1'
      AND j.version < d.version AND j.body::jsonb -> 'others' ? d.chief
  )) END
ORDER BY 1 LIMIT $1
"""


async def one_sided(conn: Conn) -> Broken:
    """Files that name another one as joined which does not name them."""
    return await broken(conn, ONE_SIDED)


async def not_as_one(conn: Conn) -> Broken:
    """Files that share a decision's number without being decided together, or not with all."""
    return await broken(conn, NOT_AS_ONE)


async def broken(conn: Conn, sql: str, *more: list[str] | datetime) -> Broken:
    """How many files a statement finds, and the first of them; `more` follows the limit."""
    rows = await conn.fetch(sql, SAMPLES, *more)
    return Broken(rows[0]["n"] if rows else 0, tuple(row["case_id"] for row in rows))


TOGETHER: Final = (
    Rule(name="joined", says="合并审理的各案互相写明", check=one_sided),
    Rule(
        name="together",
        says="同一字号的决定在几份案卷上的，各案已经合并审理，写明同一主案，同日作出，一案不少",
        check=not_as_one,
    ),
)
"""What `books.RULES` holds of them."""
