"""How pages say days, moments and codes: as officials write them."""

import json
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any, Final

from markupsafe import Markup

from shared.directory import Directory
from shared.law.period import CITY
from shared.law.terms import zh

WEEKDAYS: Final = "一二三四五六日"

CODES: Final = 4096
"""Codes whose names are remembered; a city has some seven hundred."""

_DAY: Final = re.compile(r"(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])", re.ASCII)
"""A day among words, which is no part of the number of a dispute."""


def day(value: date | datetime | str | None) -> str:
    """2026年11月28日; nothing for nothing."""
    found = datetime.fromisoformat(value) if isinstance(value, str) and value else value
    if isinstance(found, datetime) and found.tzinfo is not None:
        found = found.astimezone(CITY)
    return f"{found.year}年{found.month}月{found.day}日" if found else ""


def moment(value: datetime | str | None) -> str:
    """2026年11月28日 15:20, by the clock of the city."""
    found = _moment(value)
    return f"{day(found.date())} {found.hour:02}:{found.minute:02}" if found else ""


def until(value: datetime | str | None) -> str:
    """The last moment of a period: one that ends at midnight ends with the day before it."""
    found = _moment(value)
    if found is None:
        return ""
    if (found.hour, found.minute) == (0, 0):
        last = found.date() - timedelta(days=1)
        return f"{day(last)}（周{WEEKDAYS[last.weekday()]}）"
    return f"{moment(found)}（周{WEEKDAYS[found.weekday()]}）"


def said(text: str) -> str:
    """A sentence with its days as officials write them: 2026年11月28日 for 2026-11-28."""
    return _DAY.sub(lambda found: day(found[0]), text)


def time_tag(value: datetime | str | None) -> Markup:
    """A moment that a machine can read too."""
    found = _moment(value)
    if found is None:
        return Markup("")
    said = f'<time datetime="{found.isoformat()}">{moment(found)}</time>'
    return Markup(said)  # noqa: S704 - digits, and signs of our own


def term(code: str) -> str:
    """What a code of the law is called; the code itself where nothing else is known."""
    try:
        return zh(code)
    except LookupError:
        return code


def data(value: object) -> Markup:
    """Data for a `<script type="application/json">`: nothing in it can end the element."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    for sign, code in (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026")):
        text = text.replace(sign, code)
    return Markup(text)  # noqa: S704 - the signs that could end the element are written as escapes


def name_in(directory: Directory) -> Callable[[str], str]:
    """What codes of a directory are called: places, organs, matters; looked up once each."""

    @lru_cache(CODES)
    def name(code: str) -> str:
        for find in (directory.organ, directory.place):
            try:
                return find(code).name
            except LookupError:
                continue
        matter = directory.matters.get(code)
        return matter.name if matter else _above(code, directory)

    return name


def _above(code: str, directory: Directory) -> str:
    """The province, of which a directory has organs and not the place; else the code itself."""
    try:
        return directory.organ(f"{code}-government").name.removesuffix("人民政府")
    except LookupError:
        return code


def _moment(value: object) -> datetime | None:
    if isinstance(value, str):
        value = datetime.fromisoformat(value) if value else None
    if not isinstance(value, datetime):
        return None
    return value.astimezone(CITY)


FILTERS: Final[Mapping[str, Callable[..., Any]]] = {
    "day": day,
    "moment": moment,
    "until": until,
    "said": said,
    "time": time_tag,
    "term": term,
    "data": data,
}
"""The filters of all templates; `name` comes with the directory."""
