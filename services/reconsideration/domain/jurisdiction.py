"""管辖: to which authority, or to which of several, an application goes (ARL 24 to 28)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from shared.law.article import ARL, ARR2007, ARR2026, Article
from shared.law.reconsidering.jurisdiction import (
    BEFORE,
    VENUES,
    Accused,
    Competence,
    Venue,
)


class Open(StrEnum):
    """How the way to the authorities is open 管辖结果."""

    ONE = "one"  # 只有一个行政复议机关
    CHOICE = "choice"  # 申请人可以选择其一
    ANY_JOINTLY = "any_jointly"  # 可以向其中任何一个申请，由它们共同决定
    ELSEWHERE = "elsewhere"  # 不由行政复议管辖
    UNKNOWN = "unknown"  # 名录不能判定


@dataclass(frozen=True, slots=True)
class Way:
    """The authorities by name or code, how many of them are asked, the provision, and a note."""

    open: Open
    authorities: tuple[str, ...]
    article: Article | None
    note: str = ""


_CENTRAL: Final = frozenset(
    {Accused.MINISTRY, Accused.MINISTRY_BRANCH, Accused.MINISTRY_AUTHORISED}
)
_UPWARD: Final = frozenset({Accused.VERTICAL, Accused.TAX, Accused.SECURITY})


def venue(accused: Accused, on: date) -> Venue:
    """The row for a kind of respondent, in the edition of that day (ARR2026 33, 74, 75)."""
    if accused in BEFORE and not ARR2026.in_force(on):
        return BEFORE[accused]
    return VENUES[accused]


def overtaken(way: Way, on: date) -> tuple[str, Article] | None:
    """2007年条例的选择, which the Law of 2023 has overtaken (ARR2007 24; ARL 24)."""
    if ARR2026.in_force(on) or way.article != ARL[24].par(1, 1):
        return None
    text = "省以下垂直领导部门可以选择上一级主管部门的规定，自2024年1月1日起让位于法律"
    return text, ARR2007[24]


def way_by_kind(accused: Accused, on: date) -> Way:
    """管辖 where only the kind of the respondent is known (ARL 24 to 28)."""
    row = venue(accused, on)
    if not row.authorities:
        return Way(Open.ELSEWHERE, (), row.article, row.note)
    return Way(_how_many(row.authorities), row.authorities, row.article, row.note)


def way_by_kinds(accused: Sequence[Accused], on: date) -> Way:
    """管辖 where several acted together of whom only the kinds are known (ARR2026 32)."""
    article = joint_article(accused, on)
    if article is None:
        rows = [venue(each, on) for each in accused]
        names = tuple(dict.fromkeys(name for row in rows for name in row.authorities))
        if len(names) == 1:
            return Way(Open.ONE, names, rows[0].article)
        return Way(Open.ANY_JOINTLY, names, rows[0].article, _UNSAID)
    if all(each in _CENTRAL for each in accused):
        return Way(Open.ANY_JOINTLY, ("作出该行政行为的任何一个国务院部门",), article)
    names = tuple(name for each in accused for name in venue(each, on).authorities)
    return Way(Open.ANY_JOINTLY, tuple(dict.fromkeys(names)), article)


_UNSAID: Final = "法律没有明文，参照联合作出行政行为的管辖"


def way_of(found: Sequence[Competence], on: date) -> Way:
    """管辖 over one respondent, or over several who acted together (ARL 24 to 28; ARR2026 32)."""
    known = [each for each in found if each.accused]
    if not found or len(known) < len(found):
        return Way(Open.UNKNOWN, (), next((each.article for each in known), None))
    over = [(*each.organs, *each.unlisted) for each in known]
    organs = tuple(dict.fromkeys(code for each in over for code in each))
    shared = [code for code in organs if all(code in each for each in over)]
    if len(known) == 1 or shared:
        first = known[0]
        codes = tuple(shared) or organs
        note = venue(first.accused, on).note if first.accused else ""
        return Way(_how_many(codes), codes, first.article, note)
    return _jointly(organs, [each.accused for each in known if each.accused], on)


@dataclass(frozen=True, slots=True)
class Together:
    """共同作出行政复议决定: with whom an authority decides, and where that is said (ARR2026 32)."""

    article: Article
    others: tuple[tuple[str, ...], ...]
    """Codes or names of the other authorities; of several in one place, one of them decides."""


def decides_with(found: Sequence[Competence], authority: str, on: date) -> Together | None:
    """With whom an authority decides on what organs under different ones did (ARR2026 32).

    None where it is over all of them, where no text has several decide together, and where the
    directory cannot tell.
    """
    over = [(*each.organs, *each.unlisted) for each in found]
    others = tuple(dict.fromkeys(each for each in over if authority not in each))
    article = joint_article([each.accused for each in found if each.accused], on)
    known = all(over) and len(others) < len(over)
    if article is None or not known or way_of(found, on).open is not Open.ANY_JOINTLY:
        return None
    return Together(article, others)


def _jointly(organs: tuple[str, ...], accused: list[Accused], on: date) -> Way:
    """共同行为 over which no one authority stands."""
    article = joint_article(accused, on)
    note = "" if article else _UNSAID
    return Way(Open.ANY_JOINTLY, organs, article or ARL[19].par(2), note)


def joint_article(accused: Sequence[Accused], on: date) -> Article | None:
    """The provision on joint acts; None where no text speaks of them (ARR2026 32; ARR2007 23)."""
    since = ARR2026.in_force(on)
    if all(each in _CENTRAL for each in accused):
        return ARR2026[32].par(1) if since else ARR2007[23]
    if since and any(each in _UPWARD for each in accused):
        return ARR2026[32].par(2)
    return None


def _how_many(authorities: Sequence[str]) -> Open:
    return Open.ONE if len(authorities) == 1 else Open.CHOICE
