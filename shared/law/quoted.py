"""条文的写法: a provision as people write it, 行政复议法第十一条第一项, or by its code."""

import re
from datetime import date
from typing import Final

from shared.law.article import STATUTES, Article, Statute
from shared.law.written import NUMBER, counted

HOW: Final = "写法如“行政复议法第十一条第一项”"

_COUNTRY: Final = "中华人民共和国"
_QUOTED: Final = re.compile(
    rf"《?(?P<title>.+?)》?(?:[（(](?P<edition>[^（）()]+)[）)])?"
    rf"第?(?P<number>{NUMBER})(?:条|项)?"
    rf"(?:第?(?P<paragraph>{NUMBER})款)?(?:第?[（(]?(?P<item>{NUMBER})[）)]?项)?(?:（未核对原文）)?"
)
_MOST_NAMED: Final = 5
"""Statutes that are named where several may be meant."""


def quoted(said: str, on: date) -> Article:
    """The article that is written: its title in full or the end of it, or its code.

    Args:
        said: What was written.
        on: The day whose edition is meant where none is written.

    Raises:
        ValueError: It is no provision, of no statute, or of several; in Chinese.
    """
    text = "".join(said.split())
    try:
        return Article.parse(said.strip())
    except (ValueError, LookupError):
        found = _QUOTED.fullmatch(text)
    if found is None or said.isascii():
        raise ValueError(f"没有“{said.strip()}”这一条文，{HOW}")
    within = _edition(_called(found["title"]), found["edition"], on)
    try:
        article = within[counted(found["number"])]
    except LookupError:
        raise ValueError(f"{within}没有第{found['number']}{within.unit}") from None
    paragraph, item = (counted(one) if one else None for one in found.group("paragraph", "item"))
    return article.par(paragraph, item)


def is_provision(said: str) -> bool:
    """Whether a provision is written, and no statute alone."""
    return _QUOTED.fullmatch("".join(said.split())) is not None


def statute(title: str, on: date) -> Statute:
    """The statute of a title, in the edition of the day.

    Raises:
        ValueError: There is none, or there are several; in Chinese.
    """
    return _edition(_called(title.strip().strip("《》")), None, on)


def _called(title: str) -> list[Statute]:
    """Every edition of the one statute of that title, else whose title ends so, else is short for.

    Raises:
        ValueError: There is none, or there are several; in Chinese.
    """
    bare = title.replace(_COUNTRY, "")
    every = STATUTES.values()
    found = [one for one in every if one.title == bare]
    found = found or [one for one in every if one.title.endswith(bare)]
    found = found or [one for one in every if _is_short(bare, one.title)]
    titles = [*dict.fromkeys(one.title for one in found)]
    if not titles:
        raise ValueError(f"法律名录中没有“{title}”，{HOW}")
    if len(titles) > 1:
        more = "等" if len(titles) > _MOST_NAMED else ""
        named = "、".join(f"《{one}》" for one in titles[:_MOST_NAMED])
        raise ValueError(f"“{title}”可以指{named}{more}，请写全称")
    return found


def _is_short(said: str, title: str) -> bool:
    """Whether a title is said in short, its characters in order: 复议条例 of 行政复议法实施条例."""
    rest = iter(title)
    return all(each in rest for each in said)


def _edition(editions: list[Statute], written: str | None, on: date) -> Statute:
    """The edition that is written, else that of the day, else the newest.

    Raises:
        ValueError: There is none that is written so.
    """
    if written:
        editions = [one for one in editions if one.edition == written]
        if not editions:
            raise ValueError(f"没有（{written}）这一版，{HOW}")
    newest_first = sorted(editions, key=lambda one: one.since, reverse=True)
    return next((one for one in newest_first if one.in_force(on)), newest_first[0])
