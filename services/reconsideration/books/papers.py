"""What must hold of papers 文书: their numbers from a register, and their services (RULES 69)."""

from typing import Final

from services.reconsideration.books.together import broken
from services.reconsideration.papers.sorts import SORTS
from shared.db import Conn
from shared.office import Broken, Rule

GAPS: Final = """
SELECT g.case_id, count(*) OVER () AS n FROM (
  SELECT f ->> 'numbered_case_id' AS case_id, (f ->> 'nth')::int AS nth,
    row_number() OVER (
      PARTITION BY f ->> 'authority', f ->> 'series', coalesce(f ->> 'paper_sort', ''), f ->> 'year'
      ORDER BY (f ->> 'nth')::int
    ) AS place
  FROM (SELECT body::jsonb AS f FROM hub.outbox
        WHERE kind = 'reconsideration.number_given.v1') given
) g WHERE g.nth <> g.place ORDER BY g.case_id LIMIT $1
"""

TWICE: Final = """
SELECT case_id, count(*) OVER () AS n FROM (
  SELECT f ->> 'numbered_case_id' AS case_id,
    count(*) OVER (PARTITION BY f ->> 'authority', f ->> 'document_number') AS given
  FROM (SELECT body::jsonb AS f FROM hub.outbox
        WHERE kind = 'reconsideration.number_given.v1') each
) g WHERE given > 1 ORDER BY case_id LIMIT $1
"""

UNUSED: Final = """
SELECT case_id, count(*) OVER () AS n FROM (
  SELECT body::jsonb ->> 'document_number' AS number,
    body::jsonb ->> 'numbered_case_id' AS case_id, true AS given
  FROM hub.outbox
  WHERE kind = 'reconsideration.number_given.v1' AND body::jsonb ->> 'series' <> 'paper'
) g FULL JOIN (
  SELECT DISTINCT body::jsonb ->> 'document_number' AS number,
    coalesce(body::jsonb ->> 'leading', case_id::text) AS case_id, true AS used
  FROM hub.outbox
  WHERE kind = 'reconsideration.decided.v1' AND body::jsonb ->> 'document_number' <> ''
) d USING (number, case_id)
WHERE given IS NULL OR used IS NULL ORDER BY case_id LIMIT $1
"""


NOT_BORNE: Final = """
SELECT case_id, count(*) OVER () AS n FROM (
  SELECT body::jsonb ->> 'document_number' AS number, body::jsonb ->> 'paper_sort' AS sort,
    body::jsonb ->> 'numbered_case_id' AS case_id, true AS given
  FROM hub.outbox
  WHERE kind = 'reconsideration.number_given.v1' AND body::jsonb ->> 'series' = 'paper'
) g FULL JOIN (
  SELECT b ->> 'document_number' AS number, b ->> 'paper_sort' AS sort,
    b ->> 'numbered_case_id' AS case_id, told.case_id IS NOT NULL AS told
  FROM (SELECT body::jsonb AS b FROM hub.outbox
        WHERE kind = 'reconsideration.paper_numbered.v1') numbered
  LEFT JOIN unnest($2::text[], $3::text[]) AS sort (name, of) ON sort.name = b ->> 'paper_sort'
  LEFT JOIN hub.outbox told ON told.case_id = (b ->> 'numbered_case_id')::uuid
    AND told.version = (b ->> 'page')::int AND told.kind = sort.of
) p USING (number, sort, case_id)
WHERE given IS NULL OR told IS NOT TRUE ORDER BY case_id LIMIT $1
"""


async def gaps(conn: Conn) -> Broken:
    """Files whose number has none before it, or was given twice."""
    return await broken(conn, GAPS)


async def twice(conn: Conn) -> Broken:
    """Files that bear a number which another paper of the same authority bears, too."""
    return await broken(conn, TWICE)


async def unused(conn: Conn) -> Broken:
    """Files that got a number and bear it on no decision, and those whose number nobody gave."""
    return await broken(conn, UNUSED)


async def not_borne(conn: Conn) -> Broken:
    """Files with a number that no paper of theirs bears, or a paper that tells of no such page."""
    kinds = [sort.of.kind_name() for sort in SORTS.values()]
    return await broken(conn, NOT_BORNE, list(SORTS), kinds)


WRONGLY_SERVED: Final = """
SELECT s.about AS case_id, count(*) OVER () AS n FROM (
  SELECT b ->> 'about' AS about, b ->> 'paper_sort' AS sort, (b ->> 'page')::int AS page,
    b ->> 'document_number' AS number, (b ->> 'shown_on')::date AS shown_on,
    count(*) FILTER (WHERE b ->> 'reason_id' IS NULL) OVER (
      PARTITION BY b ->> 'about', b ->> 'paper_sort', b ->> 'page', b ->> 'person_id', b ->> 'organ'
    ) AS times
  FROM (SELECT body::jsonb AS b FROM hub.outbox
        WHERE kind = 'reconsideration.paper_served.v1') each
) s
LEFT JOIN unnest($2::text[], $3::text[]) AS sort (name, of) ON sort.name = s.sort
LEFT JOIN hub.outbox told ON told.case_id = s.about::uuid
  AND told.version = s.page AND told.kind = sort.of
LEFT JOIN (
  SELECT body::jsonb AS b FROM hub.outbox WHERE kind = 'reconsideration.paper_numbered.v1'
) given ON b ->> 'numbered_case_id' = s.about AND b ->> 'paper_sort' = s.sort
  AND (b ->> 'page')::int = s.page AND b ->> 'document_number' = s.number
WHERE told.case_id IS NULL OR b IS NULL OR s.times <> 1 OR s.shown_on < told.legal_on
ORDER BY s.about LIMIT $1
"""


async def wrongly_served(conn: Conn) -> Broken:
    """Files of papers that were served though there are none, without a number, early or twice.

    Served again with its reason it was served once before.
    """
    sorts = [sort for sort in SORTS.values() if sort.served_here]
    return await broken(
        conn, WRONGLY_SERVED, [one.name for one in sorts], [one.of.kind_name() for one in sorts]
    )


PAPERS: Final = (
    Rule(name="numbers", says="发文字号逐年逐类连续，不跳号、不重号", check=gaps),
    Rule(name="once", says="同一机关的一个字号只编给一件文书或者决定书", check=twice),
    Rule(
        name="papers",
        says="文书的字号都出自登记，各在一件文书上，文书所写的事项在卷",
        check=not_borne,
    ),
    Rule(name="numbered", says="每个字号恰在一件决定书上，决定书的字号都出自登记", check=unused),
    Rule(
        name="papers_served",
        says="送达的文书都在卷、有字号，不早于文书作出，向一名受送达人只送达一次，重新送达的写明理由",
        check=wrongly_served,
    ),
)
"""What `books.RULES` holds of them."""
