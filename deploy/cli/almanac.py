"""一年一览: a year of the city's calendar drawn for a terminal, in colour, columns in line."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from rich.cells import cell_len
from rich.text import Text

from shared.law.calendar import Day, DayKind, Month, Year
from shared.law.notice import Holiday

_A_ROW: Final = 3
"""Months side by side."""
_CELL: Final = 4
_WIDTH: Final = 7 * _CELL
_GAP: Final = 3
_HEADS: Final = "一二三四五六日"
_MARKS: Final = {DayKind.HOLIDAY: "休", DayKind.MAKEUP: "班"}
_STYLES: Final = {
    DayKind.HOLIDAY: "bold red",
    DayKind.MAKEUP: "bold green",
    DayKind.WEEKEND: "dim",
    DayKind.WORK: "",
}


def drawn(year: Year) -> Text:
    """The whole year: twelve months, then what rests for which holiday."""
    told = Text()
    told.append(f"{year.number}年工作日历，共{year.workdays}个工作日\n", "bold")
    if year.notice:
        told.append(f"{year.notice.title}（{year.notice.number}）\n")
    else:
        told.append("这一年的放假安排尚未公布，只按周末和公历固定的节日推算，均为暂定\n", "yellow")
    for first in range(0, len(year.months), _A_ROW):
        told.append("\n")
        for line in _beside([_month(one) for one in year.months[first : first + _A_ROW]]):
            told.append(line).append("\n")
    told.append("\n").append("休", _STYLES[DayKind.HOLIDAY]).append(" 节日放假  ")
    told.append("班", _STYLES[DayKind.MAKEUP]).append(" 调休上班  灰色为周末\n")
    for holiday in year.notice.holidays if year.notice else ():
        told.append(_holiday(holiday)).append("\n")
    return told


def _month(month: Month) -> list[Text]:
    lines = [Text(_centred(f"{month.number}月")), Text("".join(f"{h}  " for h in _HEADS))]
    week = Text(" " * _CELL * month.days[0].on.weekday())
    for day in month.days:
        week.append(f"{day.on.day:>2}{_MARKS.get(day.kind, '  ')}", _STYLES[day.kind])
        if day.on.weekday() == len(_HEADS) - 1:
            lines.append(week)
            week = Text()
    return [*lines, week] if week else lines


def _centred(words: str) -> str:
    return " " * ((_WIDTH - cell_len(words)) // 2) + words


def _beside(months: Sequence[list[Text]]) -> Iterator[Text]:
    for n in range(max(map(len, months))):
        line = Text()
        for month in months:
            part = month[n].copy() if n < len(month) else Text()
            part.append(" " * (_WIDTH + _GAP - cell_len(part.plain)))
            line.append(part)
        line.rstrip()
        yield line


def _holiday(holiday: Holiday) -> str:
    told = f"{holiday.name}：{_days(holiday.rest)}放假，共{len(holiday.rest)}天"
    return told + (f"；{_days(holiday.work)}上班" if holiday.work else "")


def _days(days: Iterable[date]) -> str:
    """Days that follow one another from first to last."""
    runs: list[list[date]] = []
    for day in sorted(days):
        if runs and (day - runs[-1][-1]).days == 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return "、".join(
        _called(run[0]) + (f"至{_called(run[-1])}" if len(run) > 1 else "") for run in runs
    )


def _called(day: date) -> str:
    return f"{day.month}月{day.day}日"


def data(year: Year) -> dict[str, object]:
    """The same for a script."""
    notice = year.notice
    return {
        "year": year.number,
        "provisional": notice is None,
        "notice": notice
        and {"title": notice.title, "number": notice.number, "issued": notice.issued.isoformat()},
        "workdays": year.workdays,
        "days": [_day(day) for month in year.months for day in month.days],
    }


def _day(day: Day) -> dict[str, str]:
    return {"on": day.on.isoformat(), "kind": day.kind, "name": day.name}
