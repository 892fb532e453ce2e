"""期间的写法: a period as a paper writes it, `60日` or `十五个工作日`, by its code."""

import re
from collections.abc import Callable, Mapping
from typing import Annotated, Final

from pydantic import BeforeValidator, Field

NUMERAL: Final = r"[\d零一二两三四五六七八九十百千]"
"""One character of a number."""

NUMBER: Final = r"\d+|[零一二两三四五六七八九十百千]+"
"""A number as people write it."""

_DIGITS: Final = {each: n for n, each in enumerate("零一二三四五六七八九")} | {"两": 2}
_TENS: Final = {"十": 10, "百": 100, "千": 1000}

_WRITTEN: Final = re.compile(rf"({NUMBER})(日|天|个?工作日|个?月|年|个?小时|分钟)")
_UNITS: Final = {"日": "d", "天": "d", "工作日": "wd", "月": "m"}
_YEARS: Final = {**_UNITS, "年": "y"}
_EVERY: Final = {**_YEARS, "小时": "h", "分钟": "min"}


def counted(said: str) -> int:
    """A number below ten thousand as it is written, 20 or 二十."""
    if said.isdecimal():
        return int(said)
    total = last = 0
    for each in said:
        if each in _TENS:
            total += (last or 1) * _TENS[each]
            last = 0
        else:
            last = _DIGITS[each]
    return total + last


def code_of(said: object) -> object:
    """The code of days or months that are written in words; what is none stays as it was said."""
    return _code_of(said, _UNITS)


def any_code_of(said: object) -> object:
    """The same of any period, of years, hours and minutes too."""
    return _code_of(said, _EVERY)


def _code_of(said: object, units: Mapping[str, str]) -> object:
    found = _WRITTEN.fullmatch("".join(said.split())) if isinstance(said, str) else None
    unit = units.get(found[2].removeprefix("个")) if found else None
    return f"{counted(found[1])}{unit}" if found and unit else said


def _reading(units: Mapping[str, str], shape: str, how: str) -> Callable[[object], object]:
    """Reads a period, less blanks about it; what is none is answered by how one is written."""

    def read(said: object) -> object:
        code = _code_of(said.strip() if isinstance(said, str) else said, units)
        if isinstance(code, str) and not re.fullmatch(shape, code):
            raise ValueError(how)
        return code

    return read


_WITHIN: Final = r"^[1-9]\d{0,2}(d|wd|m)$"
_LASTING: Final = r"^[1-9]\d{0,3}(wd|d|m|y)$"

Within = Annotated[
    Annotated[str, Field(pattern=_WITHIN)],
    BeforeValidator(
        _reading(_UNITS, _WITHIN, "期间写作30日、15个工作日或者3个月"), json_schema_input_type=str
    ),
]
"""A period 期间 from service on: in words, or as `60d`, `15wd`, `3m`."""

Lasting = Annotated[
    Annotated[str, Field(pattern=_LASTING)],
    BeforeValidator(
        _reading(_YEARS, _LASTING, "期间写作30日、15个工作日、3个月或者1年"),
        json_schema_input_type=str,
    ),
]
"""The same of a question about the law, which may be of years, too: `1y`."""
