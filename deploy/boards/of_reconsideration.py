"""复议数字背后的案卷."""

from datetime import date, timedelta
from typing import Final
from uuid import UUID

from deploy.boards.asked import Scope, day_in
from deploy.boards.lists import Behind, Item, Kind, Stretch, measures_in
from services.reconsideration import queries as reconsideration
from services.routing.figures.answering import organ_name
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import Outcome
from shared.contracts.routing import Road
from shared.errors import Malformed
from shared.frame.meanings import meanings
from shared.frame.words import term
from shared.law.day import DAY


def _title_of_reconsiderations(scope: Scope, asked: Behind) -> str:
    outcomes = meanings(Outcome)
    names = [
        reconsideration.LISTABLE[one][0] or outcomes[one.removeprefix("outcome_")]
        for one in measures_in(asked, reconsideration.LISTABLE)
    ]
    narrowed = [
        organ_name(scope.directory, asked.organ) if asked.organ else "",
        "被申请人" + organ_name(scope.directory, asked.department) if asked.department else "",
        act_name(asked.act) if asked.act else "",
        quarter_name(_quarter(asked)) if asked.on else "",
    ]
    return "，".join(["行政复议：" + "、".join(names), *filter(None, narrowed)])


def act_name(act: str) -> str:
    """What a kind of act is called."""
    return (
        "未写明行政行为类别" if act == reconsideration.NO_ACT else meanings(ActKind).get(act, act)
    )


def quarter_name(first: date) -> str:
    """What a quarter is called, from its first day."""
    return f"{first.year}年第{(first.month + 2) // 3}季度"


def _quarter(asked: Behind) -> date:
    if not (first := day_in(asked.on, "on")) or first != first_of_quarter(first):
        raise Malformed(f"“{asked.on}”不是季度的第一日", "on")
    return first


def first_of_quarter(day: date) -> date:
    """The first day of the quarter of a day."""
    return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)


def _days(scope: Scope, asked: Behind) -> tuple[date, date]:
    """The days asked for, as far as they are of the quarter that a list is narrowed to."""
    if not asked.on:
        return scope.start, scope.until
    first = _quarter(asked)
    last = first_of_quarter(first + timedelta(days=95)) - DAY
    return max(scope.start, first), min(scope.until, last)


async def _of_reconsiderations(scope: Scope, asked: Behind, stretch: Stretch) -> list[Item]:
    start, until = _days(scope, asked)
    question = reconsideration.Asked(
        start=start,
        until=until,
        county=scope.county,
        authority=asked.organ,
        respondent=asked.department,
        act=asked.act,
    )
    rows = await reconsideration.listed(
        scope.hub.pool,
        question,
        *measures_in(asked, reconsideration.LISTABLE),
        after=stretch.by_day(UUID),
        limit=stretch.limit,
        newest=stretch.down,
    )
    outcomes = meanings(Outcome)
    return [
        Item(
            row["number"] or "",
            row["dispute_id"],
            (
                row["received_on"],
                organ_name(scope.directory, row["authority"]),
                "、".join(organ_name(scope.directory, one) for one in row["respondents"]),
                term(row["state"]),
                row["decided_on"] or "",
                outcomes.get(row["outcome"] or "", ""),
                "逾期" if row["overdue_on"] else "",
            ),
            1,
            (row["received_on"], row["case_id"]),
        )
        for row in rows
    ]


RECONSIDERATIONS: Final = Kind(
    ("收到日", "行政复议机关", "被申请人", "阶段", "决定日", "决定", "期限"),
    "收到日",
    _title_of_reconsiderations,
    _of_reconsiderations,
    road=Road.RECONSIDERATION,
)
