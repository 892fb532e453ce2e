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

_FROM: Final = """
FROM reconsideration.ordinary
WHERE received_on BETWEEN $1 AND $2 AND ($3 = '' OR county = $3) AND ($4 = '' OR authority = $4)
"""

COUNTED: Final = f"""
SELECT authority,
  {", ".join(f"count(*) FILTER (WHERE {says}) AS {name}" for name, (_, says) in MEASURES.items())}
{_FROM} GROUP BY authority ORDER BY authority
"""

LISTED: Final = f"""
SELECT case_id, dispute_id, authority, respondent, state, received_on, accepted_on, decided_on,
       overdue_on, outcome, number
FROM (
  SELECT o.*, (SELECT f.labels ->> 'number' FROM hub.file f WHERE f.case_id = o.case_id) AS number
  FROM (SELECT * {_FROM} AND {{measure}}) o
) found
WHERE (received_on, case_id) {{sign}} ($5::date, $6::uuid)
ORDER BY received_on {{order}}, case_id {{order}} LIMIT $7
"""  # noqa: S608 - our own words


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Applications received on these days, in a county or all, by an authority or any."""

    start: date
    until: date
    """The last day, counted in."""
    county: str = ""
    authority: str = ""

    @property
    def said(self) -> tuple[object, ...]:
        """In the order of the statements."""
        return (self.start, self.until, self.county, self.authority)


async def counted(pool: Pool, asked: Asked) -> Mapping[str, Mapping[str, int]]:
    """Every measure, by authority 行政复议机关."""
    rows = await pool.fetch(COUNTED, *asked.said)
    return {row["authority"]: {name: row[name] for name in MEASURES} for row in rows}


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
    which = " OR ".join(f"({MEASURES[one][1]})" for one in measures)
    sql = LISTED.format(measure=f"({which})", sign=sign, order=order)
    found: Sequence[Any] = await pool.fetch(sql, *asked.said, *begin, limit + 1)
    return found
