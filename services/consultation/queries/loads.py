"""委员履职: how much each expert of a committee did between two days, counted where pages stand."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Final

from services.consultation.domain.load import Load
from services.consultation.store import roster_of
from shared.contracts.consultation import (
    MeetingHeld,
    MemberOpinionGiven,
    MemberReplaced,
    OpinionGiven,
    PanelConvened,
    PlenaryHeld,
    RecusalDecided,
)
from shared.db import LOST
from shared.errors import Away
from shared.work import Hub

_CONVENED: Final = PanelConvened.kind_name()
_REPLACED: Final = MemberReplaced.kind_name()
_MET: Final = MeetingHeld.kind_name()
_WROTE: Final = MemberOpinionGiven.kind_name()
_RULED: Final = RecusalDecided.kind_name()
_GAVE: Final = OpinionGiven.kind_name()
_PLENARY: Final = PlenaryHeld.kind_name()

_OF_PANELS: Final = f"""
  SELECT o.case_id, o.version, o.kind, o.body::jsonb AS body
  FROM consultation.consultation c JOIN hub.outbox o USING (case_id)
  WHERE split_part(c.authority, '-', 1) = $1
    AND EXISTS (
      SELECT FROM hub.outbox p WHERE p.case_id = c.case_id
      AND p.kind = '{_CONVENED}' AND p.legal_on BETWEEN $2 AND $3
    )
"""  # noqa: S608 - our own words
"""Pages of consultations of a place whose panel was seated between two days."""

SEATED: Final = f"""
SELECT code, count(*)::int AS seated
FROM ({_OF_PANELS} AND o.kind IN ('{_CONVENED}', '{_REPLACED}')) p CROSS JOIN LATERAL (
  SELECT jsonb_array_elements_text(body -> 'members') WHERE kind = '{_CONVENED}'
  UNION ALL SELECT body ->> 'successor' WHERE kind = '{_REPLACED}'
) m(code)
GROUP BY code
"""  # noqa: S608 - our own words
"""How often each was seated: as the panel was convened, or in another's place."""

LOADS: Final = f"""
WITH pages AS MATERIALIZED (
  {_OF_PANELS}
    AND o.kind IN ('{_CONVENED}', '{_REPLACED}', '{_MET}', '{_WROTE}', '{_RULED}', '{_GAVE}')
  UNION ALL
  SELECT case_id, version, kind, body::jsonb FROM hub.outbox
  WHERE case_id = $4 AND kind = '{_PLENARY}' AND legal_on BETWEEN $2 AND $3
),
done AS MATERIALIZED (
  SELECT p.case_id, p.version, d.what, d.code, d.stance, d.n
  FROM pages p CROSS JOIN LATERAL (
    SELECT 'seated' AS what, code, NULL AS stance, 0 AS n
      FROM jsonb_array_elements_text(body -> 'members') code WHERE kind = '{_CONVENED}'
    UNION ALL SELECT 'seated', body ->> 'successor', NULL, 0 WHERE kind = '{_REPLACED}'
    UNION ALL SELECT 'left', body ->> 'member', NULL, 0 WHERE kind = '{_REPLACED}'
    UNION ALL SELECT 'recused', body ->> 'member', NULL, 0
      WHERE kind = '{_RULED}' AND (body ->> 'granted')::boolean
    UNION ALL SELECT 'written', body ->> 'member', body ->> 'stance', 0 WHERE kind = '{_WROTE}'
    UNION ALL SELECT 'attended', one ->> 'member', one ->> 'stance', n
      FROM jsonb_array_elements(body -> 'opinions') WITH ORDINALITY AS o(one, n)
      WHERE kind = '{_MET}'
    UNION ALL SELECT 'attended', code, NULL, 0
      FROM jsonb_array_elements_text(body -> 'attended') code WHERE kind = '{_PLENARY}'
    UNION ALL SELECT 'absent', code, NULL, 0
      FROM jsonb_array_elements_text(body -> 'absent') code WHERE kind IN ('{_MET}', '{_PLENARY}')
  ) d
),
given AS (
  SELECT case_id, version, body ->> 'stance' AS stance,
         coalesce(lag(version) OVER (PARTITION BY case_id ORDER BY version), 0) AS since
  FROM pages WHERE kind = '{_GAVE}'
),
held AS (
  SELECT DISTINCT ON (d.case_id, g.version, d.code) d.code, d.stance, g.stance AS given
  FROM given g JOIN done d
    ON d.case_id = g.case_id AND d.version > g.since AND d.version < g.version
  WHERE d.what IN ('written', 'attended', 'left', 'recused')
  ORDER BY d.case_id, g.version, d.code, d.version DESC, d.n DESC
)
SELECT code,
  count(*) FILTER (WHERE what = 'seated')::int AS seated,
  count(*) FILTER (WHERE what = 'attended')::int AS attended,
  count(*) FILTER (WHERE what = 'absent')::int AS absent,
  count(*) FILTER (WHERE what = 'written')::int AS written,
  count(*) FILTER (WHERE what = 'recused')::int AS recused,
  count(*) FILTER (WHERE what = 'dissented')::int AS dissented
FROM (
  SELECT code, what FROM done WHERE what <> 'left'
  UNION ALL SELECT code, 'dissented' FROM held WHERE stance <> given
) every
GROUP BY code
"""  # noqa: S608 - our own words
"""What each did. `held` is what a member thought last as an opinion was given; whoever left the
panel or was recused since they spoke thinks nothing there any more."""


COUNTED: Final = tuple(one.name for one in fields(Load))


async def loads(hub: Hub, committee: str, since: date, until: date) -> Mapping[str, Load]:
    """承办和出席 of each expert in panels seated, and at plenaries held, between two days.

    Raises:
        Away: The database does not answer.
    """
    place = committee.split("-", 1)[0]
    try:
        rows = await hub.pool.fetch(LOADS, place, since, until, roster_of(committee))
    except LOST as error:
        raise Away("数据库暂时无法访问") from error
    return {row["code"]: Load(**{name: row[name] for name in COUNTED}) for row in rows}


async def seated(hub: Hub, committee: str, since: date, until: date) -> Mapping[str, int]:
    """承办: how often each expert was seated on panels of between two days.

    Raises:
        Away: The database does not answer.
    """
    try:
        rows = await hub.pool.fetch(SEATED, committee.split("-", 1)[0], since, until)
    except LOST as error:
        raise Away("数据库暂时无法访问") from error
    return {row["code"]: row["seated"] for row in rows}
