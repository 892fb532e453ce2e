"""复议统计: how many applications came, how they were handled, in time or late, and how decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from services.reconsideration.domain.ordinary import NOT_YET_ACCEPTED, ON_HAND, State
from shared.contracts.reconsideration import Outcome
from shared.db import Pool


def _in(states: Sequence[State]) -> str:
    return f"state IN ({', '.join(repr(str(state)) for state in states)})"


def of_outcome(outcome: Outcome) -> str:
    """The name of a count of decisions, as `outcome_upheld`."""
    return f"outcome_{outcome}"


MEASURES: Final[Mapping[str, tuple[str, str]]] = {
    "received": ("收到申请", "true"),
    "reviewing": ("受理前审查、补正", _in(NOT_YET_ACCEPTED)),
    "declined": ("不予受理", _in((State.DECLINED,))),
    "dropped": ("视为放弃、受理前撤回", _in((State.ABANDONED, State.WITHDRAWN))),
    "accepted": ("受理（含视为受理）", "accepted_on IS NOT NULL"),
    "on_hand": ("审理中", _in(ON_HAND)),
    "decided": ("作出决定", "decided_on IS NOT NULL"),
    "in_time": ("按期作出决定", "decided_on IS NOT NULL AND overdue_on IS NULL"),
    "late": ("逾期作出决定", "decided_on IS NOT NULL AND overdue_on IS NOT NULL"),
    "overdue": ("逾期尚未决定", f"overdue_on IS NOT NULL AND {_in(ON_HAND)}"),
    "extended": ("经延长期限", "extended_days > 0"),
    "terminated": ("终止", _in((State.TERMINATED,))),
    "mediated": ("调解结案", _in((State.MEDIATED,))),
    **{of_outcome(one): ("", f"outcome = '{one}'") for one in Outcome},
}
"""What is counted: what it is called, and in the words of the rows."""

CORRECTED: Final = (
    *(Outcome.CHANGED, Outcome.REVOKED, Outcome.REVOKED_IN_PART, Outcome.CONFIRMED_ILLEGAL),
    *(Outcome.CONFIRMED_INVALID, Outcome.PERFORMANCE_ORDERED),
)
"""被纠错: kinds of decision that count as putting the organ right."""

_DECIDED: Final = "decided_on IS NOT NULL"
_ENDED: Final = f"({_DECIDED} OR {_in((State.MEDIATED, State.TERMINATED))})"

RESULTS: Final[Mapping[str, tuple[str, str]]] = {
    "closed": ("审结", _ENDED),
    "closed_not_ended": ("审结减终止", f"({_DECIDED} OR {_in((State.MEDIATED,))})"),
    "on_merits": ("实体决定", f"{_DECIDED} AND outcome <> '{Outcome.APPLICATION_DISMISSED}'"),
    "corrected": ("纠错", f"outcome IN ({', '.join(repr(str(one)) for one in CORRECTED)})"),
    "by_settlement": ("和解撤回", f"settled AND {_in((State.TERMINATED,))}"),
    "simplified": ("适用简易程序", "accepted_on IS NOT NULL AND track = 'simplified'"),
    "heard_out": ("审结前举行听证", f"hearing_held AND {_ENDED}"),
    "consulted": ("审结前有咨询意见", f"stance IS NOT NULL AND {_ENDED}"),
}
"""What the results of cases are told by, beside some of `MEASURES`, and in the same way."""

LISTABLE: Final[Mapping[str, tuple[str, str]]] = {**MEASURES, **RESULTS}
"""Every measure whose cases can be listed."""

DECIDE: Final = ("in_time", "late", "overdue")
"""What 按期决定率 is of (ARL 62): decided in time, decided late, and late without a decision."""

COUNTED_FROM: Final = "行政复议案卷，按收到申请之日归入期间，截至此刻"
"""What is counted, wherever the numbers are told."""

HOW: Final[Mapping[str, str]] = {
    "按期决定率": "按期作出决定的件数除以应当已经作出决定的件数；经批准延长的以延长后的期限计",
    "受理": "已经受理的，包括期限届满视为受理的",
    "决定种类": "期间内收到的申请中已经作出的决定，每件一种",
    "其他各项": "期间内收到的申请中，现在处于该阶段的件数",
}
"""怎么算的, on the boards and in a work report alike."""

HOW_RESULTS: Final[Mapping[str, str]] = {
    "纠错": "变更、撤销、部分撤销、确认违法、确认无效、责令履行的，每件一种；行政协议的决定不计入",
    "审结": "作出决定、调解书结案和终止的",
    "纠错率": "纠错的件数除以分母，默认为审结减终止；各地公布的分母不一，使用时一并写明",
    "调撤率": "调解书结案和达成和解后撤回申请而终止的，除以审结",
    "简易程序率": "适用简易程序的除以受理，转为普通程序的不计入",
    "听证率、咨询率": "审结以前举行过听证、有咨询意见的，除以审结",
    "被申请人": "归入列在首位的被申请人，共同被申请人不另计",
    "季度": "收到申请之日所在的季度",
}
"""怎么算的 of the results."""

NO_ACT: Final = "unsaid"
"""Of a case whose kind of act nobody told 未写明."""

_FROM: Final = f"""
FROM reconsideration.ordinary
WHERE received_on BETWEEN $1 AND $2 AND ($3 = '' OR county = $3) AND ($4 = '' OR authority = $4)
  AND ($5 = '' OR respondent = $5) AND ($6 = '' OR coalesce(act, '{NO_ACT}') = $6)
"""

COUNTED: Final = f"""
SELECT authority,
  {", ".join(f"count(*) FILTER (WHERE {says}) AS {name}" for name, (_, says) in MEASURES.items())}
{_FROM} GROUP BY authority ORDER BY authority
"""

RESULTED: Final = f"""
WITH fine AS (
  SELECT authority, respondent, coalesce(act, '{NO_ACT}') AS act,
    date_trunc('quarter', received_on)::date AS quarter,
    {", ".join(f"count(*) FILTER (WHERE {says}) AS {name}" for name, (_, says) in LISTABLE.items())}
  {_FROM} GROUP BY 1, 2, 3, 4
)
SELECT authority, respondent, act, quarter,
  {", ".join(f"sum({name})::int AS {name}" for name in LISTABLE)}
FROM fine GROUP BY GROUPING SETS ((authority), (respondent), (act), (quarter))
ORDER BY authority, respondent, quarter, act
"""  # noqa: S608 - our own words
"""Every measure by each of four; put together finely first, so that each case is read once."""

LISTED: Final = f"""
SELECT case_id, dispute_id, authority, respondent, state, received_on, accepted_on, decided_on,
       overdue_on, outcome, number
FROM (
  SELECT o.*, (SELECT f.labels ->> 'number' FROM hub.file f WHERE f.case_id = o.case_id) AS number
  FROM (SELECT * {_FROM} AND {{measure}}) o
) found
WHERE (received_on, case_id) {{sign}} ($7::date, $8::uuid)
ORDER BY received_on {{order}}, case_id {{order}} LIMIT $9
"""  # noqa: S608 - our own words


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Applications received on these days, in a county or all, by an authority or any.

    Likewise against an organ or any, and an act of one kind or any.
    """

    start: date
    until: date
    """The last day, counted in."""
    county: str = ""
    authority: str = ""
    respondent: str = ""
    act: str = ""

    @property
    def said(self) -> tuple[object, ...]:
        """In the order of the statements."""
        narrowed = (self.county, self.authority, self.respondent, self.act)
        return (self.start, self.until, *narrowed)


async def counted(pool: Pool, asked: Asked) -> Mapping[str, Mapping[str, int]]:
    """Every measure, by authority 行政复议机关."""
    rows = await pool.fetch(COUNTED, *asked.said)
    return {row["authority"]: {name: row[name] for name in MEASURES} for row in rows}


@dataclass(frozen=True, slots=True)
class Results:
    """办理结果: what came of the cases, by every measure, put apart in four ways."""

    by_authority: Mapping[str, Mapping[str, int]]
    by_respondent: Mapping[str, Mapping[str, int]]
    by_act: Mapping[str, Mapping[str, int]]
    by_quarter: Mapping[date, Mapping[str, int]]
    """By the first day of each."""


async def resulted(pool: Pool, asked: Asked) -> Results:
    """What became of the cases: in time, corrected, settled, and in which procedure."""
    rows = await pool.fetch(RESULTED, *asked.said)

    def by(column: str) -> dict[Any, Mapping[str, int]]:
        mine = (row for row in rows if row[column] is not None)
        return {row[column]: {name: row[name] for name in LISTABLE} for row in mine}

    return Results(by("authority"), by("respondent"), by("act"), by("quarter"))


async def listed(
    pool: Pool,
    asked: Asked,
    *measures: str,
    after: tuple[date, UUID] | None,
    limit: int,
    newest: bool = False,
) -> Sequence[Any]:
    """The files of which one of these is true, by day of receipt; one more than asked."""
    sign, order = ("<", "DESC") if newest else (">", "ASC")
    first, last = (date.min, UUID(int=0)), (date.max, UUID(int=2**128 - 1))
    begin = after or (last if newest else first)
    which = " OR ".join(f"({LISTABLE[one][1]})" for one in measures)
    sql = LISTED.format(measure=f"({which})", sign=sign, order=order)
    found: Sequence[Any] = await pool.fetch(sql, *asked.said, *begin, limit + 1)
    return found
