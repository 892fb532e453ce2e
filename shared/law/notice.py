"""放假通知, the file of one year's holidays that a clerk types from the State Council's notice.

It is JSON, as in `holidays/2026.json`: a day is written 2026-10-08, days that follow one another
2026-10-01/2026-10-07. What is wrong with a file is said in Chinese, with the place.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any, Final

from shared.law.day import span

_SATURDAY: Final = 5
_EARLIEST: Final = 1950
_LATEST: Final = 2190
_ISO: Final = len("2026-10-01")
_FIELDS: Final = {
    "year": "年份",
    "title": "通知标题",
    "number": "发文字号",
    "issued": "发布日期",
    "holidays": "各节日",
    "name": "节日名称",
    "rest": "放假日期",
    "work": "调休上班日期",
}


@dataclass(frozen=True, slots=True)
class Holiday:
    """节日, with the days that rest for it and those worked instead 调休上班."""

    name: str
    rest: tuple[date, ...]
    work: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """放假通知, the State Council's arrangement of one year's holidays."""

    year: int
    title: str
    number: str
    """发文字号."""

    issued: date
    holidays: tuple[Holiday, ...]

    def __post_init__(self) -> None:
        if not _EARLIEST <= self.year <= _LATEST:
            raise ValueError(f"年份应当在{_EARLIEST}年至{_LATEST}年之间：{self.year}")
        rest = [day for holiday in self.holidays for day in holiday.rest]
        work = [day for holiday in self.holidays for day in holiday.work]
        if not rest:
            raise ValueError(f"{self.year}年的放假通知没有写明任何放假日期")
        both = sorted([*rest, *work])
        if twice := [day for day, after in pairwise(both) if day == after]:
            raise ValueError(f"{self.year}年的放假通知两次写到{twice[0]}")
        if idle := [day for day in work if day.weekday() < _SATURDAY]:
            raise ValueError(f"{idle[0]}不是周六或者周日，本来就上班，不能是调休上班日")
        # 元旦 may take days of the December before it.
        if stray := [d for d in both if not date(self.year - 1, 12, 1) <= d <= self._end]:
            raise ValueError(f"{stray[0]}不在{self.year}年放假通知可以安排的日期之内")

    @property
    def _end(self) -> date:
        return date(self.year, 12, 31)

    @classmethod
    def parse(cls, text: str) -> "Notice":
        """Read a notice from the text of its file.

        Raises:
            ValueError: The text is no notice, or contradicts itself; it says in Chinese where.
        """
        try:
            raw = json.loads(text)
        except json.JSONDecodeError as error:
            where = f"第{error.lineno}行第{error.colno}列"
            raise ValueError(f"放假通知文件不是完整的JSON，{where}附近有误") from error
        year = _get(raw, "year", int, "文件")
        return cls(
            year=year,
            title=_get(raw, "title", str, "文件"),
            number=_get(raw, "number", str, "文件"),
            issued=_day(_get(raw, "issued", str, "文件"), "发布日期"),
            holidays=tuple(
                _holiday(one, f"第{n}个节日")
                for n, one in enumerate(_get(raw, "holidays", list, "文件"), start=1)
            ),
        )


def _holiday(raw: object, where: str) -> Holiday:
    name = _get(raw, "name", str, where)
    rest = _get(raw, "rest", list, name)
    work = _get(raw, "work", list, name)
    return Holiday(
        name=name,
        rest=tuple(day for one in rest for day in _days(one, name)),
        work=tuple(day for one in work for day in _days(one, name)),
    )


def _get(raw: object, key: str, kind: type[Any], where: str) -> Any:  # noqa: ANN401 - of `kind`
    if not isinstance(raw, Mapping) or key not in raw:
        raise ValueError(f"{where}缺少“{key}”（{_FIELDS[key]}）")
    value = raw[key]
    if not isinstance(value, kind) or isinstance(value, bool) or (not value and kind is str):
        said = {int: "一个整数", str: "一段文字", list: "一个列表"}[kind]
        raise ValueError(f"{where}的“{key}”（{_FIELDS[key]}）应当是{said}")
    return value


def _days(one: object, where: str) -> list[date]:
    """The days of `2026-10-01/2026-10-07`, or of a single date."""
    if not isinstance(one, str):
        raise ValueError(f"{where}的日期应当写在引号内：{one}")  # noqa: TRY004 - one kind of error
    first, _, last = one.partition("/")
    start = _day(first, where)
    end = _day(last, where) if last else start
    if end < start:
        raise ValueError(f"{where}的日期先后颠倒：{one}")
    return span(start, end)


def _day(text: str, where: str) -> date:
    try:
        if len(text) == _ISO:
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise ValueError(f"{where}的日期“{text}”写法有误，应当如2026-10-08")
