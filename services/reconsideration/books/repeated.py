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
CROSS JOIN LATERAL (
  SELECT body::jsonb ? 'supplement_id' AS keeps, body::jsonb -> 'applicants' AS applicants
  FROM hub.outbox
  WHERE case_id = o.case_id AND kind = 'reconsideration.received.v1' ORDER BY version LIMIT 1
) received
WHERE o.act_id IS NOT NULL AND page.by <> ALL($2::text[])
AND coalesce(page.body::jsonb ->> 'copy_due', 'true') = 'true'
AND o.case_id::text NOT IN (
  SELECT goes_on FROM (
    SELECT body::jsonb ->> 'of_case_id' AS was, coalesce(
      body::jsonb ->> 'corrected_case_id', body::jsonb ->> 'accepted_case_id') AS goes_on
    FROM hub.outbox WHERE kind IN (
      'reconsideration.wrong_corrected.v1', 'reconsideration.directly_accepted.v1')
  ) put_right WHERE goes_on IS DISTINCT FROM was)
AND EXISTS (
  SELECT FROM reconsideration.ordinary e
  JOIN hub.outbox first
    ON first.case_id = e.case_id AND first.kind = 'reconsideration.accepted.v1'
  WHERE e.act_id = o.act_id AND e.case_id <> o.case_id AND first.seq < page.seq
    AND (e.state = ANY($3::text[]) OR received.keeps AND e.state = ANY($4::text[]))
    AND e.outcome IS DISTINCT FROM 'application_dismissed'
    AND EXISTS (
      SELECT FROM jsonb_array_elements_text(e.applicants) who
      WHERE o.applicants ? who AND received.applicants ? who
        AND NOT jsonb_path_query_array(o.refilings, '$[*].person_id') ? who))
ORDER BY 1 LIMIT $1
"""
"""What silence accepted 视为受理 is none: it is dismissed where the defect is found (ARL 33).

Nor is what was severed after acceptance, which it says itself: its copy is not due any more.
Nor is what had to be accepted in a new file, as the authority above ordered or itself did (ARL 35).
Since when it is on record that what is asked again rests on something else, the receipt itself
shows: the release that keeps it writes into every receipt whether anything was supplied, on
whatever day an installation took it up. Before, who said so was heard after a decision or a
mediation document, and no page kept that it was said.
"""

_ENDED: Final = (State.DECIDED, State.DELIVERED, State.MEDIATED)


async def accepted_twice(conn: Conn) -> Broken:
    """Files that an officer accepted, though one of the applicants had the act reviewed already."""
    on_hand = [str(one) for one in (*ON_HAND, State.ENDED_ABOVE)]
    ended = [str(one) for one in _ENDED]
    return await broken(conn, ACCEPTED_TWICE, [CLOCK], on_hand, ended)


REPEATED: Final = (
    Rule(
        name="repeated",
        says="同一申请人就同一行政行为的申请，没有另行认定的，不由人受理两次",
        check=accepted_twice,
    ),
)
"""What `books.RULES` holds of it."""
