"""期间的写法: a period as a paper writes it, `60日` or `15个工作日`, by its code."""

import re
from typing import Annotated, Final

from pydantic import BeforeValidator, Field

_WRITTEN: Final = re.compile(r"(\d+)(日|天|个?工作日|个?月)")
_UNITS: Final = {"日": "d", "天": "d", "工作日": "wd", "月": "m"}


def code_of(said: object) -> object:
    """The code of a period that is written in words; what is none stays as it was said."""
    found = _WRITTEN.fullmatch("".join(said.split())) if isinstance(said, str) else None
    return f"{found[1]}{_UNITS[found[2].removeprefix('个')]}" if found else said


Within = Annotated[
    Annotated[str, Field(pattern=r"^[1-9]\d{0,2}(d|wd|m)$")],
    BeforeValidator(code_of, json_schema_input_type=str),
]
"""A period 期间 from service on: in words, or as `60d`, `15wd`, `3m`."""
