"""工作报告和检查: what a report counts, and what an authority has to report and to check.

A report counts with the query of the boards 看板 and says how, so that the two never differ.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from services.reconsideration.domain.overseeing import WorkReports
from services.reconsideration.queries import (
    COUNTED_FROM,
    DECIDE,
    HOW,
    MEASURES,
    Asked,
    counted,
    of_outcome,
)
from services.reconsideration.store import WORK_REPORTS, work_reports_of
from shared.contracts.reconsideration import Outcome
from shared.contracts.reconsideration.overseeing import WorkReportSubmitted
from shared.errors import Unknown
from shared.frame.meanings import meanings
from shared.law.day import CITY
from shared.law.wording import at, full
from shared.work import Hub

_TOLD: Final = tuple(name for name, (term, _) in MEASURES.items() if term)
"""Measures with a term, in the order in which a report tells them."""

_OUTCOMES: Final = meanings(Outcome)


async def counted_of(hub: Hub, authority: str, first: date, last: date) -> Mapping[str, int]:
    """Every measure of the applications received by an authority on these days, as now."""
    asked = Asked(start=first, until=last, authority=authority)
    found = await counted(hub.pool, asked)
    return found.get(authority) or dict.fromkeys(MEASURES, 0)


def counts_said(figures: Mapping[str, int], first: date, last: date, now: datetime) -> str:
    """统计数据和口径, as a report keeps them: what, of which days, as of when, reckoned how."""
    lines = [
        f"统计{full(first)}至{full(last)}收到的行政复议申请，截至{at(now)}。",
        "，".join(f"{MEASURES[name][0]}{figures[name]}件" for name in _TOLD) + "。",
        _in_time(figures),
        _decided(figures),
        f"来源：{COUNTED_FROM}。",
        "计算方法："
        + "；".join(f"{term}，{how.replace('；', '，')}" for term, how in HOW.items())
        + "。",
    ]
    return "\n".join(filter(None, lines))


def _in_time(figures: Mapping[str, int]) -> str:
    over = sum(figures[one] for one in DECIDE)
    if not over:
        return ""
    rate = figures["in_time"] / over
    return f"按期决定率{rate:.1%}（{figures['in_time']}件/{over}件）。"


def _decided(figures: Mapping[str, int]) -> str:
    kinds = [(_OUTCOMES[one], figures[of_outcome(one)]) for one in Outcome]
    told = "，".join(f"{term}{n}件" for term, n in kinds if n)
    return f"决定种类：{told}。" if told else ""


@dataclass(frozen=True, slots=True)
class Register:
    """工作报告登记 of an authority, and when its next report is due."""

    file: WorkReports
    until: datetime | None
    overdue: bool
    submitted: Sequence[WorkReportSubmitted]
    """A page of those that were asked for."""
    more: bool
    """Whether there are others behind them."""
    years: Sequence[int]
    """In which years something was reported, the last one first."""


SUBMITTED: Final = """
SELECT body FROM hub.outbox
WHERE case_id = $1 AND kind = $2 AND ($5 = 0 OR extract(year FROM legal_on) = $5)
ORDER BY version {turn} LIMIT $3 OFFSET $4
"""
YEARS: Final = """
SELECT DISTINCT extract(year FROM legal_on)::int AS year FROM hub.outbox
WHERE case_id = $1 AND kind = $2 ORDER BY year DESC
"""
"""In which years something was reported."""
DUE: Final = """
SELECT until, ended = 'lapsed' AS overdue FROM hub.deadline
WHERE case_id = $1 AND name = 'submit_work_report' AND (ended IS NULL OR ended = 'lapsed')
ORDER BY opened DESC LIMIT 1
"""


async def register_of(
    hub: Hub, organ: str, *, limit: int, skip: int = 0, year: int = 0, oldest_first: bool = False
) -> Register | None:
    """The register of a government with a page of its reports; None before there is one.

    Args:
        hub: Where it is.
        organ: The government.
        limit: Reports on a page.
        skip: So many are passed over.
        year: Only those that were submitted in it; 0 for all.
        oldest_first: From the other end.
    """
    try:
        file, _ = await hub.read(WORK_REPORTS, work_reports_of(organ))
    except Unknown:
        return None
    kind = WorkReportSubmitted.kind_name()
    query = SUBMITTED.format(turn="ASC" if oldest_first else "DESC")
    rows = await hub.pool.fetch(query, file.case_id, kind, limit + 1, skip, year)
    years = await hub.pool.fetch(YEARS, file.case_id, kind)
    due = await hub.pool.fetchrow(DUE, file.case_id)
    return Register(
        file=file,
        until=due and due["until"].astimezone(CITY),
        overdue=bool(due and due["overdue"]),
        submitted=[WorkReportSubmitted.model_validate_json(row["body"]) for row in rows[:limit]],
        more=len(rows) > limit,
        years=[row["year"] for row in years],
    )


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A check as the desk shows it."""

    case_id: UUID
    authority: str
    below: str
    state: str
    checked_on: date
    until: datetime | None
    """When the mending is to be reported, or was."""
    overdue: bool


CHECKS: Final = """
SELECT c.case_id, c.authority, c.below, c.state, c.checked_on, d.until,
       coalesce(d.ended = 'lapsed', false) AS overdue
FROM reconsideration.work_check c
LEFT JOIN LATERAL (
  SELECT until, ended FROM hub.deadline
  WHERE case_id = c.case_id AND name = 'report_mending' AND c.state = 'to_mend'
  ORDER BY opened DESC LIMIT 1) d ON true
WHERE (c.authority = $1 OR c.below = $1) AND ($2 = '' OR c.state = $2)
ORDER BY {order}, c.checked_on DESC, c.case_id
LIMIT $3 OFFSET $4
"""

ORDERS: Final = {
    "due": "c.state IN ('fed_back', 'mended'), d.until NULLS LAST",
    "-due": "d.until DESC NULLS LAST",
    "-on": "c.checked_on DESC",
    "on": "c.checked_on",
}
"""What is open and due first stands first; or from the other end; or by the day of the check."""


async def checks_of(
    hub: Hub, organ: str, order: str = "due", *, state: str = "", limit: int, skip: int = 0
) -> tuple[Sequence[CheckRow], bool]:
    """Checks by a government and of it, in one of `ORDERS`; and whether there are more.

    Where a `state` is named, only those that stand there.
    """
    ask = CHECKS.format(order=ORDERS[order])
    rows = await hub.pool.fetch(ask, organ, state, limit + 1, skip)
    found = [
        CheckRow(**{**row, "until": row["until"] and row["until"].astimezone(CITY)})
        for row in rows[:limit]
    ]
    return found, len(rows) > limit
