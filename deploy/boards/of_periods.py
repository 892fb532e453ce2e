"""期限数字背后的期限, each with its file."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from deploy.boards.asked import Scope, day_in
from deploy.boards.lists import Behind, Item, Kind, Stretch, unread
from deploy.boards.sheet import Cell
from deploy.boards.standing import OFFICES, periods_of
from services.routing.figures.answering import organ_name
from shared.casepage.table import Table
from shared.disputes import File
from shared.due import How, periods
from shared.errors import Malformed
from shared.labels import labels_in
from shared.law.article import Article
from shared.law.day import CITY, day_of_expiry

HOW: Final[Mapping[How, str]] = {
    How.RUNNING: "在走",
    How.SOON: "三日内到期",
    How.OVERDUE: "逾期",
    How.STILL: "至今仍逾期",
    How.MET: "按期",
}


def _hows(asked: Behind) -> list[How]:
    try:
        return [How(one) for one in asked.how.split(",")]
    except ValueError:
        raise Malformed(f"没有期限情况“{asked.how}”", "how") from None


def _title_of_periods(scope: Scope, asked: Behind) -> str:
    day = day_in(asked.day, "day")
    said = [
        "、".join(HOW[one] for one in _hows(asked)) + "的期限",
        f"{day.month}月{day.day}日届满" if day else "",
        OFFICES.get(asked.office, asked.office),
        "未列明责任单位" if asked.organ == "-" else organ_name(scope.directory, asked.organ),
    ]
    return "，".join(one for one in said if one)


async def _of_periods(scope: Scope, asked: Behind, stretch: Stretch) -> list[Item]:
    question = periods_of(scope, office=asked.office, organ=asked.organ)
    rows = await periods(
        scope.hub.pool,
        question,
        *_hows(asked),
        day=day_in(asked.day, "day"),
        after=_mark(stretch.after),
        limit=stretch.limit,
        latest=stretch.down,
    )
    return [_period(scope, row) for row in rows]


def _mark(after: tuple[Any, ...] | None) -> tuple[datetime, UUID, str, str, int] | None:
    if after is None:
        return None
    try:
        until, case_id, name, subject, opened = after
        return datetime.fromisoformat(until), UUID(case_id), name, subject, int(opened)
    except ValueError:
        raise unread() from None


def _period(scope: Scope, row: Any) -> Item:  # noqa: ANN401 - a record carries no types
    labels = labels_in(row["labels"])
    until = row["until"].astimezone(CITY)
    cells: tuple[Cell, ...] = (
        _called(scope, row, labels),
        OFFICES.get(row["office"], row["office"]),
        "" if row["organ"] == "-" else organ_name(scope.directory, row["organ"]),
        day_of_expiry(until),
        until.strftime("%H:%M") if (until.hour, until.minute) != (0, 0) else "24:00",
        _ended(scope, row),
        str(Article.parse(row["article"])),
    )
    mark = (row["until"], row["case_id"], row["name"], row["subject"], row["opened"])
    return Item(labels.get("number", ""), row["dispute_id"], cells, 1, mark)


def _called(scope: Scope, row: Any, labels: Mapping[str, str]) -> str:  # noqa: ANN401 - as above
    """What a period is called, by the table of its file in the edition of its start."""
    shelf = scope.hub.shelves.get((row["office"], row["procedure"]))
    edition = shelf.editions[-1].edition if shelf and shelf.editions else ""
    file = File(row["case_id"], row["office"], row["procedure"], edition, 0, "", labels)
    return Table.of(scope.hub.shelves, file).deadline_term(row["name"], row["started_on"])


def _ended(scope: Scope, row: Any) -> str:  # noqa: ANN401 - as above
    if row["ended"] is None:
        return "在走" if row["until"] > scope.now else "已届满，尚未记录"
    return {"met": "按期", "lapsed": "逾期"}.get(row["ended"], "")


PERIODS: Final = Kind(
    ("期限", "机构", "责任单位", "届满日", "时刻", "情况", "依据"),
    "届满日",
    _title_of_periods,
    _of_periods,
)
