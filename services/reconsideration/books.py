"""The rules of reconsideration for the books: numbers have no gap, and each is on one decision."""

from typing import Final

from shared.db import Conn
from shared.office import Broken, Rule

SAMPLES: Final = 5

GAPS: Final = """
SELECT g.case_id, count(*) OVER () AS n FROM (
  SELECT f ->> 'numbered_case_id' AS case_id, (f ->> 'nth')::int AS nth,
    row_number() OVER (
      PARTITION BY f ->> 'authority', f ->> 'series', f ->> 'year' ORDER BY (f ->> 'nth')::int
    ) AS place
  FROM (SELECT body::jsonb AS f FROM hub.outbox
        WHERE kind = 'reconsideration.number_given.v1') given
) g WHERE g.nth <> g.place ORDER BY g.case_id LIMIT $1
"""

UNUSED: Final = """
SELECT case_id, count(*) OVER () AS n FROM (
  SELECT body::jsonb ->> 'document_number' AS number,
    body::jsonb ->> 'numbered_case_id' AS case_id, true AS given
  FROM hub.outbox WHERE kind = 'reconsideration.number_given.v1'
) g FULL JOIN (
  SELECT body::jsonb ->> 'document_number' AS number, case_id::text AS case_id, true AS used
  FROM hub.outbox
  WHERE kind = 'reconsideration.decided.v1' AND body::jsonb ->> 'document_number' <> ''
) d USING (number, case_id)
WHERE given IS NULL OR used IS NULL ORDER BY case_id LIMIT $1
"""


async def gaps(conn: Conn) -> Broken:
    """Files whose number has none before it, or was given twice."""
    return await _broken(conn, GAPS)


async def unused(conn: Conn) -> Broken:
    """Files that got a number and bear it on no decision, and those whose number nobody gave."""
    return await _broken(conn, UNUSED)


async def _broken(conn: Conn, sql: str) -> Broken:
    rows = await conn.fetch(sql, SAMPLES)
    return Broken(rows[0]["n"] if rows else 0, tuple(row["case_id"] for row in rows))


RULES: Final = (
    Rule(name="numbers", says="发文字号逐年逐类连续，不跳号、不重号", check=gaps),
    Rule(name="numbered", says="每个字号恰在一件决定书上，决定书的字号都出自登记", check=unused),
)
"""What `OFFICE.rules` of reconsideration holds."""
