"""条文的写法: a provision as people write it, 行政复议法第十一条第一项, or by its code."""

import re
from datetime import date
from typing import Final

from shared.law.article import STATUTES, Article, Statute
from shared.law.written import NUMBER, NUMERAL, counted

HOW: Final = "写法如“行政复议法第十一条第一项”"

_LONGEST: Final = 100
"""Characters of a provision, at most; the longest title with everything written takes seventy."""

_BESIDE: Final = re.compile("中华人民共和国|[《》〈〉]")
"""What a title may be written with or without."""

_SHORT: Final = {
    "复议条例": "行政复议法实施条例",
    "行诉法": "行政诉讼法",
    "行诉解释": "最高人民法院关于适用〈行政诉讼法〉的解释",
    "行诉法解释": "最高人民法院关于适用〈行政诉讼法〉的解释",
    "行政诉讼法解释": "最高人民法院关于适用〈行政诉讼法〉的解释",
    "民诉法": "民事诉讼法",
    "民诉解释": "最高人民法院关于适用〈民事诉讼法〉的解释",
    "民诉法解释": "最高人民法院关于适用〈民事诉讼法〉的解释",
    "民事诉讼法解释": "最高人民法院关于适用〈民事诉讼法〉的解释",
    "治安处罚法": "治安管理处罚法",
    "国赔法": "国家赔偿法",
    "土管法": "土地管理法",
    "环保法": "环境保护法",
    "政采法": "政府采购法",
    "消保法": "消费者权益保护法",
    "道交法": "道路交通安全法",
    "公安行政案件程序规定": "公安机关办理行政案件程序规定",
    "枢纽规则": "枢纽办理规则",
    "市实施方案": "张掖市法治政府建设实施方案",
}
"""简称 which officials use and which are no end of the title."""

_QUOTED: Final = re.compile(
    rf"《?(?P<title>.+?)》?(?:[（(](?P<edition>[^（）()]+)[）)])?"
    rf"第?(?<!{NUMERAL})(?P<number>(?>{NUMBER}))(?:条|项)?"
    rf"(?:第?(?P<paragraph>{NUMBER})款)?(?:第?[（(]?(?P<item>{NUMBER})[）)]?项)?(?:（未核对原文）)?"
)
_MOST_NAMED: Final = 5
"""Statutes that are named where several may be meant."""


def quoted(said: str, on: date) -> Article:
    """The article that is written: its title in full, the end of it or its 简称, or its code.

    Args:
        said: What was written.
        on: The day whose edition is meant where none is written.

    Raises:
        ValueError: It is no provision, of no statute, or of several; in Chinese.
    """
    _refuse_long(said)
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
    return len(said) <= _LONGEST and _QUOTED.fullmatch("".join(said.split())) is not None


def statute(title: str, on: date) -> Statute:
    """The statute of a title, in the edition of the day.

    Raises:
        ValueError: There is none, or there are several; in Chinese.
    """
    _refuse_long(title)
    return _edition(_called(title.strip().strip("《》")), None, on)


def _refuse_long(said: str) -> None:
    """Nobody writes a provision of so many characters, and none is looked for in them."""
    if len(said) > _LONGEST:
        raise ValueError(f"条文超过{_LONGEST}字，{HOW}")


def _called(title: str) -> list[Statute]:
    """Every edition of the one statute of that title or 简称, else whose title ends so.

    Raises:
        ValueError: There is none, or there are several; in Chinese.
    """
    bare = _bare(_SHORT.get(_bare(title), title))
    every = STATUTES.values()
    found = [one for one in every if _bare(one.title) == bare]
    found = found or [one for one in every if _bare(one.title).endswith(bare)]
    titles = [*dict.fromkeys(one.title for one in found)]
    if not titles:
        raise ValueError(f"法律名录中没有“{title}”，{HOW}")
    if len(titles) > 1:
        more = "等" if len(titles) > _MOST_NAMED else ""
        named = "、".join(f"《{one}》" for one in titles[:_MOST_NAMED])
        raise ValueError(f"“{title}”可以指{named}{more}，请写全称")
    return found


def _bare(title: str) -> str:
    return _BESIDE.sub("", title)


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
