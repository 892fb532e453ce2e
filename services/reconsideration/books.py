"""The rules of reconsideration for the books: its numbers, and what the law asks of each file."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from services.reconsideration.domain import lawful
from services.reconsideration.domain.case import Case
from services.reconsideration.store import CASES
from shared.auth import AUTHORITIES
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import DecisionDelivered, DecisionExtended, DecisionMade
from shared.contracts.reconsideration.higher import ElevatedFileReceived, ElevationOrdered
from shared.contracts.reconsideration.settling import MediationDocumentSealed
from shared.db import Conn
from shared.law.article import ARL, ARR2026
from shared.law.procedure import Refused
from shared.office import Broken, Rule
from shared.verify.files import Lawful, Lived, rules_for

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


def each(kind: type[Fact], check: Callable[[Case, Any], None], lived: Lived[Case]) -> bool:
    """Whether `check` refuses no page of this kind."""
    try:
        for case, fact in lived.of(kind):
            check(case, fact)
    except Refused:
        return False
    return True


def named(lived: Lived[Case]) -> bool:
    """Whether the label by which parties read the file names those who are the applicants now."""
    return set(lived.labels.get("applicants", "").split()) == set(map(str, lived.value.applicants))


def at_its_authority(lived: Lived[Case]) -> bool:
    """Whether the label names who handles the case, and those before it read on."""
    named = set(lived.labels.get(AUTHORITIES, "").split())
    case = lived.value
    return lived.labels.get("authority") == case.authority and named >= set(case.elevated.before)


_MADE: Final = partial(partial, each, DecisionMade)

LAWFUL: Final = (
    Lawful(
        "sealed",
        "决定书依次经认定、拟稿、送审、审批，用印的就是同意的",
        ARL[61],
        _MADE(lawful.sealed_as_approved),
    ),
    Lawful("suspended", "中止期间没有作出决定", ARL[39], _MADE(lawful.not_suspended)),
    Lawful(
        "views",
        "普通程序中，决定之前已听取申请人意见或者记明原因",
        ARL[49],
        _MADE(lawful.applicant_heard),
    ),
    Lawful("hearing", "应当听证的，决定之前已听证或者放弃", ARL[50], _MADE(lawful.hearing_held)),
    Lawful("opinion", "应当咨询的，决定之前咨询意见已在卷", ARL[52], _MADE(lawful.opinion_on_file)),
    Lawful(
        "extension",
        "延长累计不超过三十日，简易程序不延长",
        ARL[62],
        partial(each, DecisionExtended, lawful.extended_in_bounds),
    ),
    Lawful(
        "mediated",
        "调解书经各方签字后才加盖印章",
        ARL[73],
        partial(each, MediationDocumentSealed, lawful.signed_by_all),
    ),
    Lawful(
        "served",
        "决定书送达每一名申请人和第三人，并有起诉期限",
        ARL[75],
        partial(each, DecisionDelivered, lawful.served_on_all),
    ),
    Lawful(
        "transit", "决定提级后、移送期间没有作出决定", ARR2026[40], _MADE(lawful.not_handed_over)
    ),
    Lawful(
        "elevated",
        "提级由下级移送，报请的写明报请",
        ARL[38],
        partial(each, ElevationOrdered, lawful.elevated_on_a_ground),
    ),
    Lawful(
        "taken_up",
        "提级案件由决定提级的机关收到移送的材料后审理",
        ARR2026[40],
        partial(each, ElevatedFileReceived, lawful.taken_up_as_ordered),
    ),
    Lawful("authority", "案卷写明办理机关，提级以前的机关仍可查阅", ARL[38], at_its_authority),
    Lawful("applicants", "现在的申请人和承受人都能查阅案卷，退出的不能", ARL[14], named),
)
"""What the law asks of each file, in the order of the road."""

RULES: Final = (
    Rule(name="numbers", says="发文字号逐年逐类连续，不跳号、不重号", check=gaps),
    Rule(name="numbered", says="每个字号恰在一件决定书上，决定书的字号都出自登记", check=unused),
    *rules_for(CASES, LAWFUL),
)
"""What `OFFICE.rules` of reconsideration holds."""
