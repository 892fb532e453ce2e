"""待审批, what lies elsewhere than in an authority's own cases: rows for the list of its head."""

from typing import Final

from services.reconsideration.domain.ordinary import ON_HAND
from services.reconsideration.tables import (
    CO_DECIDED,
    ELEVATING,
    FOLLOWING_OPEN,
    REPORTED,
)
from services.reconsideration.tables.attached import ATTACHED_OPEN
from shared.auth.labels import CONTESTED, DIRECTOR, REQUEST
from shared.contracts.consultation import RecusalAsked
from shared.outbox import RULED_UPON

BY_OTHERS: Final = f"""
  SELECT o.case_id, o.case_id, o.dispute_id, 'countersign', min(lies.since),
         (SELECT min(d.until) FROM hub.deadline d WHERE d.case_id = o.case_id AND d.ended IS NULL
          AND d.name IN ('countersign', 'countersign_mediation'))
  FROM reconsideration.ordinary o
  CROSS JOIN LATERAL (VALUES
    (o.drafted, CASE WHEN coalesce(o.drafted -> 'joint' ->> 'leading', o.case_id::text)
       = o.case_id::text THEN (o.drafted ->> 'approved_on')::date END),
    (o.talks, (o.talks ->> 'drawn_on')::date)
  ) lies (signing, since)
  WHERE o.co_authorities @> jsonb_build_array($1::text) AND {CO_DECIDED}
    AND o.state IN ({", ".join(f"'{state}'" for state in ON_HAND)})
    AND lies.since IS NOT NULL
    AND NOT coalesce(lies.signing -> 'countersigned', '[]') @> jsonb_build_array($1::text)
    AND NOT coalesce(lies.signing -> 'opposed', '[]') @> jsonb_build_array($1::text)
  GROUP BY o.case_id, o.dispute_id
"""  # noqa: S608 - our own words
"""Of another authority's cases which this one decides, too, what it is to sign (ARR2026 32)."""

ABOVE: Final = f"""
  SELECT o.case_id, o.case_id AS file_id, o.dispute_id, 'elevation' AS what,
         (SELECT max((a ->> 'since')::date) FROM jsonb_array_elements(o.elevated -> 'asked') a
          WHERE a ->> 'until' IS NULL) AS since, NULL::timestamptz AS until
  FROM reconsideration.ordinary o
  WHERE o.elevated ->> 'above' = $1 AND {ELEVATING}
  UNION ALL
  SELECT c.of_case_id, c.case_id, c.dispute_id, 'report', c.reported_on, NULL
  FROM reconsideration.correction c WHERE c.authority = $1 AND {REPORTED}
"""  # noqa: S608 - our own words
"""Of the authorities below (ARL 35, 38)."""

BESIDE: Final = f"""
  SELECT a.request_case_id, a.case_id, a.dispute_id, 'attached',
         coalesce(a.replied_on, a.reply_overdue_on, a.suspended_on),
         (SELECT min(d.until) FROM hub.deadline d WHERE d.case_id = a.case_id AND d.ended IS NULL
          AND d.name IN ('handle', 'handle_ex_officio'))
  FROM reconsideration.attached a
  WHERE a.authority = $1 AND {ATTACHED_OPEN} AND a.state = 'weighing'
  UNION ALL
  SELECT t.about, t.case_id, t.dispute_id, 'publication', t.opened_on,
         (SELECT min(d.until) FROM hub.deadline d WHERE d.case_id = t.case_id AND d.ended IS NULL
          AND d.name = 'publish')
  FROM (SELECT * FROM reconsideration.aftermath WHERE authority = $1 AND {FOLLOWING_OPEN}) t
  WHERE t.state = 'following' AND t.publishes AND t.published_on IS NULL AND t.withheld_on IS NULL
"""  # noqa: S608 - our own words
"""In the files beside the own cases (ARL 56, 57, 79)."""

CONSULTED: Final = f"""
  SELECT (c.labels ->> '{REQUEST}')::uuid, c.case_id, c.dispute_id, 'panel_recusal',
         (SELECT max(p.legal_on) FROM hub.outbox p
          WHERE p.case_id = c.case_id AND p.kind = '{RecusalAsked.kind_name()}'),
         (SELECT d.until FROM hub.deadline d WHERE d.case_id = c.case_id AND d.ended IS NULL
          AND d.name = 'give_opinion' LIMIT 1)
  FROM (SELECT * FROM hub.file WHERE labels ->> 'authority' = $1 AND {RULED_UPON}) c
  WHERE coalesce(c.labels ->> '{DIRECTOR}', '') = ''
    OR c.labels ->> '{DIRECTOR}' = ANY(string_to_array(c.labels ->> '{CONTESTED}', ' '))
"""  # noqa: S608 - our own words
"""Recusals before the committee: of the director, and of anybody where there is none (RULES 72)."""
