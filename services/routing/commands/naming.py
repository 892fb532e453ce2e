"""Which organs and words a whistle may name, checked before they stand in a page."""

import re
from typing import Final

from shared.directory import Directory, Kind
from shared.errors import Malformed

_CALLABLE: Final = (Kind.DEPARTMENT, Kind.STREET, Kind.GOVERNMENT)

_OF_A_PERSON: Final = re.compile(r"\d{11,}|\d{17}[\dXx]")
"""A telephone or identity number."""


def callable_department(directory: Directory, code: str) -> str:
    """The department of that code as it is today: of a merged one, its successor.

    Raises:
        Malformed: There is none that could be called.
    """
    try:
        organ = directory.current(code)
    except LookupError as error:
        raise Malformed(str(error), "department") from None
    if organ.kind not in _CALLABLE:
        raise Malformed(f"{organ.name}不是可以召集的部门", "department")
    return organ.code


def whistler(directory: Directory, code: str) -> str:
    """The organ that asks for a whistle, or for which somebody asks.

    Raises:
        Malformed: The directory does not know it.
    """
    try:
        return directory.current(code).code
    except LookupError as error:
        raise Malformed(str(error), "whistler") from None


def provision(text: str) -> str:
    """A provision as a page keeps it; pages cannot forget, so no number of a person may be in it.

    Raises:
        Malformed: There is one.
    """
    if _OF_A_PERSON.search(text):
        raise Malformed("依据只写条文或者职责清单，不得写证件号码、电话号码", "basis")
    return text


def name_of(directory: Directory, code: str) -> str:
    """What an organ is called; its code where the directory no longer knows it."""
    try:
        return directory.current(code).name
    except LookupError:
        return code
