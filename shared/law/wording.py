"""措辞, days, moments and provisions as a Chinese sentence writes them."""

from collections.abc import Sequence
from datetime import date, datetime

from shared.law.article import Article
from shared.law.calendar import WEEKDAYS
from shared.law.course import Named
from shared.law.day import DAY, day_of_expiry, in_city

Run = tuple[date, date, str]
"""Days that follow one another and have one name."""


def cite(article: Article) -> str:
    """The provision with its edition, as `《行政复议法》（2023）第30条`."""
    statute = article.statute
    return str(article).replace(str(statute), f"《{statute.title}》（{statute.edition}）", 1)


def full(day: date) -> str:
    """2026年10月8日."""
    return f"{day.year}年{day.month}月{day.day}日"


def dated(day: date) -> str:
    """2026年10月8日（周四）."""
    return f"{full(day)}（{WEEKDAYS[day.weekday()]}）"


def short(day: date, year: int) -> str:
    """10月8日, with its year only if that is another than `year`."""
    return f"{day.month}月{day.day}日" if day.year == year else full(day)


def between(first: date, last: date, year: int) -> str:
    """10月1日至7日, naming year and month no oftener than needed."""
    if first == last:
        return short(first, year)
    same_month = (first.year, first.month) == (last.year, last.month)
    end = f"{last.day}日" if same_month else short(last, first.year)
    return f"{short(first, year)}至{end}"


def at(moment: datetime) -> str:
    """2026年11月20日（周五）9时20分; midnight is 24时 of the day that ends."""
    local = in_city(moment)
    if not (local.hour or local.minute or local.second):
        return f"{dated(day_of_expiry(local))}24时"
    minutes = f"{local.minute:02}分" if local.minute else ""
    return f"{dated(local.date())}{local.hour}时{minutes}"


def runs(named: Sequence[Named]) -> list[Run]:
    """Days with their names, put together where they follow one another; 周六周日 is 周末."""
    found: list[Run] = []
    for day, name in named:
        kind = "周末" if name in WEEKDAYS else name
        if found and found[-1][1] + DAY == day and found[-1][2] == kind:
            found[-1] = (found[-1][0], day, kind)
        else:
            found.append((day, day, kind))
    return [
        (first, last, WEEKDAYS[first.weekday()] if kind == "周末" and first == last else kind)
        for first, last, kind in found
    ]


def listed(named: Sequence[Named], year: int) -> str:
    """9月25日至27日中秋节、10月1日至7日国庆节."""
    return "、".join(f"{between(first, last, year)}{name}" for first, last, name in runs(named))
