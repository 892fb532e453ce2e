"""The rule for the books about an act that one person complained of twice (ARL 30(1)(7))."""

from typing import Final

from services.reconsideration.books.together import broken
from services.reconsideration.domain.ordinary import ON_HAND, State
from shared.contracts.fact import CLOCK
from shared.db import Conn
from shared.office import Broken, Rule

ACCEPTED_TWICE: Final = """
SELECT o.case_id::text AS case_id, count(*) OVER () AS n
FROM reconsideration.ordinary o
JOIN hub.outbox page ON page.case_id = o.case_id AND page.kind = 'reconsideration.accepted.v1'
WHERE o.act_id IS NOT NULL AND page.by <> ALL($2::text[]) AND EXISTS (
  SELECT FROM reconsideration.ordinary e
  JOIN hub.outbox first
    ON first.case_id = e.case_id AND first.kind = 'reconsideration.accepted.v1'
  WHERE e.act_id = o.act_id AND e.case_id <> o.case_id AND first.seq < page.seq
    AND e.state = ANY($3::text[]) AND e.outcome IS DISTINCT FROM 'application_dismissed'
    AND EXISTS (
      SELECT FROM jsonb_array_elements_text(e.applicants) who
      WHERE o.applicants ? who
        AND NOT jsonb_path_query_array(o.refilings, '$[*].person_id') ? who AND (
        SELECT received.body::jsonb -> 'applicants' ? who FROM hub.outbox received
        WHERE received.case_id = o.case_id AND received.kind = 'reconsideration.received.v1'
        ORDER BY received.version LIMIT 1)))
ORDER BY 1 LIMIT $1
"""
"""What silence accepted 视为受理 is none: it is dismissed where the defect is found (ARL 33)."""

_ACCEPTED: Final = (*ON_HAND, State.DECIDED, State.DELIVERED, State.MEDIATED, State.ENDED_ABOVE)


async def accepted_twice(conn: Conn) -> Broken:
    """Files that an officer accepted, though one of the applicants had the act reviewed already."""
    return await broken(conn, ACCEPTED_TWICE, [CLOCK], [str(one) for one in _ACCEPTED])


REPEATED: Final = (
    Rule(
        name="repeated",
        says="同一申请人就同一行政行为的申请，没有另行认定的，不由人受理两次",
        check=accepted_twice,
    ),
)
"""What `books.RULES` holds of it."""
