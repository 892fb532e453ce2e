"""法条在文书里的写法: a provision with its full title and Chinese numerals, as papers cite it."""

from typing import Final

from shared.law.article import Article
from shared.law.period import Period

_DIGITS: Final = "零一二三四五六七八九"
_UNITS: Final = ("", "十", "百", "千")

_MOST: Final = 10_000

_COUNTRY: Final = "中华人民共和国"

WHOLE: Final = frozenset({"ARL", "ARR2007", "ARR2026", "ALL", "CPL", "APL", "COERCION"})
"""Statutes whose title begins with 中华人民共和国, among those that papers cite."""


def numeral(number: int) -> str:
    """A number in Chinese, as articles are counted: 三十二, 一百零二.

    Raises:
        ValueError: No article has it.
    """
    if not 0 < number < _MOST:
        raise ValueError(f"no article is counted {number}")
    said, gap = "", False
    for place, digit in enumerate(reversed(str(number))):
        if digit == "0":
            gap = bool(said)
            continue
        said = _DIGITS[int(digit)] + _UNITS[place] + ("零" if gap else "") + said
        gap = False
    return said.removeprefix("一") if said.startswith("一十") else said


def period(length: Period) -> str:
    """A period as papers say it: 六十日, 十个工作日."""
    return f"{numeral(length.n)}{length.unit}"


def citation(code: str) -> str:
    """`ARL 30(1)(2)` as 《中华人民共和国行政复议法》第三十条第一款第（二）项.

    Raises:
        ValueError: This is no citation.
        LookupError: There is no such provision.
    """
    article = Article.parse(code)
    title = article.statute.title.replace("〈", f"〈{_COUNTRY}")
    title = f"{_COUNTRY}{title}" if article.statute.key in WHOLE else title
    place = f"第{numeral(article.number)}{article.statute.unit}"
    place += f"第{numeral(article.paragraph)}款" if article.paragraph else ""
    place += f"第（{numeral(article.item)}）项" if article.item else ""
    return f"《{title}》{place}"
