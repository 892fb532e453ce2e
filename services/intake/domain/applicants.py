"""申请人: who of those that come is there already, and who is new (RULES 2, 168).

Nobody is named for it: a person is told from another by keyed hashes.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from uuid import UUID

NAMELESS: Final = (
    "匿名.*|网[民友].*|(?:热心)?市民.*|群众.*|居民.*|业主.*|未具名|不详|未知|无"
    "|.{1,2}(?:某+|先生|女士|小姐|同志)"
)
"""What stands in the place of a name and tells nobody from another, as a whole name."""

_NAMELESS: Final = re.compile(NAMELESS)


class Newcomers(StrEnum):
    """What becomes of applicants who are new to a dispute that is there 新的申请人 (RULES 168)."""

    ADD = "add"  # 增列为在先纠纷的申请人
    APART = "apart"  # 另行登记


@dataclass(frozen=True, slots=True)
class Marks:
    """Keyed hashes of name, number and telephone; None of what is not given."""

    name: str | None = None
    number: str | None = None
    phone: str | None = None
    nameless: bool = False
    """Whether the name tells nobody from another."""

    @property
    def tells_nobody(self) -> bool:
        """Whether nothing of it tells somebody from another."""
        return self.nameless and not (self.number or self.phone)


@dataclass(frozen=True, slots=True)
class Comer:
    """来件的申请人: what recognises one, and the keys by which a repeat of theirs is known."""

    marks: Marks
    keys: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class There:
    """在先纠纷的申请人: an applicant on record, and what recognises one."""

    person_id: UUID
    marks: Marks
    known: frozenset[str] = frozenset()
    """Those of the addresses given now that are on record of them."""


def is_nameless(name: str) -> bool:
    """Whether a name tells nobody from another."""
    return _NAMELESS.fullmatch(name) is not None


def matched(coming: Sequence[Marks], there: Sequence[There]) -> tuple[There | None, ...]:
    """Who of those there each is that comes; None of whoever is new (RULES 2).

    Nobody there is two of those who come. The surest sign counts first: the number, then name and
    telephone, then the name, then the telephone of somebody whose name says nothing; a telephone
    that two names share is no person.
    """
    found: dict[int, There] = {}
    for sign in _SIGNS:
        free = [one for one in there if one not in found.values()]
        for at, marks in enumerate(coming):
            if at in found:
                continue
            if (one := next((t for t in free if sign(marks, t.marks)), None)) is not None:
                found[at] = one
                free.remove(one)
    return tuple(found.get(at) for at in range(len(coming)))


def newcomers(coming: Sequence[Marks], there: Sequence[There]) -> tuple[int, ...]:
    """Which of those who come are new, counted from 0; whoever tells nobody apart is nobody new."""
    pairs = zip(coming, matched(coming, there), strict=True)
    return tuple(
        at for at, (marks, one) in enumerate(pairs) if one is None and not marks.tells_nobody
    )


def _same_number(one: Marks, other: Marks) -> bool:
    return one.number is not None and one.number == other.number


def _may_be(one: Marks, other: Marks) -> bool:
    """Whether no number says that they are two."""
    return None in (one.number, other.number) or one.number == other.number


def _same_name_and_phone(one: Marks, other: Marks) -> bool:
    return _same_name(one, other) and one.phone is not None and one.phone == other.phone


def _same_name(one: Marks, other: Marks) -> bool:
    """By name; by one that tells nobody apart only where no telephone says that they are two."""
    if one.name is None or one.name != other.name or not _may_be(one, other):
        return False
    return not one.nameless or None in (one.phone, other.phone) or one.phone == other.phone


def _same_phone(one: Marks, other: Marks) -> bool:
    shared = one.phone is not None and one.phone == other.phone
    return shared and (one.nameless or other.nameless) and _may_be(one, other)


_SIGNS: Final[tuple[Callable[[Marks, Marks], bool], ...]] = (
    *(_same_number, _same_name_and_phone),
    *(_same_name, _same_phone),
)
