"""暂定: a date past the last notice is marked wherever an answer says it, not in its proof only."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from pydantic import BaseModel

from shared.law.calendar import Calendar
from shared.lawdesk import Answer, Setting

_DAY: Final = re.compile(r"(\d{4}-\d{2}-\d{2})(?!（暂定)")


def marked(answer: Answer, facts: BaseModel, setting: Setting) -> Answer:
    """The answer with every reckoned date that a notice may still move marked 暂定."""
    told = {setting.today, *_dates(facts.model_dump())}

    def mark(text: str) -> str:
        return _DAY.sub(lambda found: _marked(found[1], told, setting.calendar), text)

    table = answer.table
    if table:
        table = replace(table, rows=tuple(tuple(mark(one) for one in row) for row in table.rows))
    return replace(
        answer,
        says=mark(answer.says),
        reasons=tuple(replace(one, text=mark(one.text)) for one in answer.reasons),
        table=table,
    )


def _marked(day: str, told: Collection[date], calendar: Calendar) -> str:
    """What somebody told is as firm as they say; what was reckoned is only as its year is."""
    read = date.fromisoformat(day)
    return day if read in told or read <= calendar.known_until else f"{day}（暂定）"


def _dates(value: object) -> Iterator[date]:
    match value:
        case dict():
            for each in value.values():
                yield from _dates(each)
        case list() | tuple():
            for each in value:
                yield from _dates(each)
        case date():
            yield value
        case _:
            pass
