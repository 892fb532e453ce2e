"""复议数字背后的案卷."""

from typing import Final
from uuid import UUID

from deploy.boards.asked import Scope
from deploy.boards.lists import Behind, Item, Kind, Stretch, measures_in
from services.reconsideration import queries as reconsideration
from services.routing.figures.answering import organ_name
from shared.contracts.reconsideration import Outcome
from shared.contracts.routing import Road
from shared.frame.meanings import meanings
from shared.frame.words import term


def _title_of_reconsiderations(scope: Scope, asked: Behind) -> str:
    outcomes = meanings(Outcome)
    names = [
        reconsideration.MEASURES[one][0] or outcomes[one.removeprefix("outcome_")]
        for one in measures_in(asked, reconsideration.MEASURES)
    ]
    organ = [organ_name(scope.directory, asked.organ)] if asked.organ else []
    return "，".join(["行政复议：" + "、".join(names), *organ])


async def _of_reconsiderations(scope: Scope, asked: Behind, stretch: Stretch) -> list[Item]:
    question = reconsideration.Asked(
        start=scope.start, until=scope.until, county=scope.county, authority=asked.organ
    )
    rows = await reconsideration.listed(
        scope.hub.pool,
        question,
        *measures_in(asked, reconsideration.MEASURES),
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
                organ_name(scope.directory, row["respondent"]),
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
