"""读法: how the hub reads the law where a text leaves two ways open and nobody has settled it.

Each row has its ways; `readings.toml` beside this file says which of them the city has chosen. Code
asks for the way by name, and what rests on a reading shows it, so that whoever reads the law
otherwise sees where. Where the text is clear there is no row.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from shared.law.article import ARL, ARR2007, ARR2026, CPL, Article


@dataclass(frozen=True, slots=True)
class Reading:
    """一种读法: what is open, in which provision, and the ways to read it; the first is usual."""

    name: str
    term: str
    article: Article
    ways: Mapping[str, str]
    """In Chinese, by the word that the file uses."""


REGISTER: Final = (
    Reading(
        "extension",
        "延长的接续",
        ARL[62].par(1),
        {
            "raw_end": "延长的日数自未经顺延的最后一日接续计算，最后再顺延一次",
            "last_day": "延长的日数自顺延后的最后一日接续计算",
        },
    ),
    Reading(
        "cap",
        "最长期限的顺延",
        CPL[85].par(3),
        {
            "rolls": "一年、五年、二十年的最长期限，末日遇休息日的也顺延",
            "stands": "一年、五年、二十年的最长期限，末日遇休息日的不顺延",
        },
    ),
    Reading(
        "left_out",
        "不计入期间的起止",
        ARR2026[26],
        {
            "both_days": "不计入的期间，起止两日都不计入",
            "last_day": "不计入的期间，起始当日仍计入期限，截止当日不计入",
        },
    ),
    Reading(
        "consultation",
        "协商和指定的十日",
        ARR2007[30],
        {
            "calendar_days": "二〇〇七年条例的十日为自然日",
            "working_days": "二〇〇七年条例的十日为工作日",
        },
    ),
    Reading(
        "conversion",
        "转换程序后的期限",
        ARL[55],
        {
            "acceptance": "简易程序转为普通程序的，六十日自受理之日起计算",
            "conversion": "简易程序转为普通程序的，六十日自转换之日起计算",
        },
    ),
    Reading(
        "law_days",
        "更短期限与简易程序",
        ARL[62].par(2),
        {
            "sooner": "法律规定的行政复议期限少于三十日的，适用简易程序的案件也依其规定",
            "thirty": "适用简易程序的案件，不论法律有无更短的规定，均为三十日",
        },
    ),
    Reading(
        "conversion_window",
        "转换程序的时机",
        ARL[55],
        {
            "within_thirty": "简易程序的三十日届满后，不能再转为普通程序",
            "any_time": "作出决定前都可以转为普通程序",
        },
    ),
    Reading(
        "redo",
        "重新作出的起算",
        ARR2026[58].par(1),
        {
            "service": "重新作出行政行为的六十日自被申请人收到决定书之日起计算",
            "decision": "重新作出行政行为的六十日自作出复议决定之日起计算",
        },
    ),
    Reading(
        "through_organ",
        "通过作出机关提交",
        ARL[32].par(1),
        {
            "organ": "通过作出处罚决定的机关提交的，以该机关收到之日为提出之日",
            "authority": "通过作出处罚决定的机关提交的，以行政复议机关收到之日为提出之日",
        },
    ),
    Reading(
        "absent_information",
        "信息不存在等答复",
        ARR2026[31],
        {
            "free": "告知信息不存在或者不属于本机关负责公开的，没有列入前置",
            "first": "告知信息不存在或者不属于本机关负责公开的，也先申请行政复议",
        },
    ),
)
"""每一种读法, in the order in which the document lists them."""

_BY_NAME: Final = {each.name: each for each in REGISTER}


@dataclass(frozen=True, slots=True)
class Taken:
    """采用的读法, as a proof or an answer shows it."""

    name: str
    way: str
    text: str
    article: Article


@dataclass(frozen=True, slots=True)
class Readings:
    """The way chosen for each reading."""

    ways: tuple[tuple[str, str], ...]

    def way(self, name: str) -> str:
        """The word chosen."""
        return dict(self.ways)[name]

    def taken(self, name: str) -> Taken:
        """The same with what it means, to be shown."""
        return taken(name, self.way(name))

    def having(self, **ways: str) -> "Readings":
        """These with others in their place.

        Raises:
            ValueError: There is no such reading, or it has no such way.
        """
        return chosen({**dict(self.ways), **ways})


def taken(name: str, way: str) -> Taken:
    """One way of a reading, to be shown."""
    reading = _BY_NAME[name]
    return Taken(name, way, reading.ways[way], reading.article)


def chosen(ways: Mapping[str, object]) -> Readings:
    """The readings as a file says them; what it leaves out is read in the usual way.

    Raises:
        ValueError: It names a reading or a way that there is not.
    """
    strange = [name for name in ways if name not in _BY_NAME]
    if strange:
        raise ValueError(f"没有这种读法：{'、'.join(strange)}；有：{'、'.join(_BY_NAME)}")
    found = []
    for each in REGISTER:
        way = ways.get(each.name, next(iter(each.ways)))
        if way not in each.ways:
            raise ValueError(f"{each.name}（{each.term}）只能是{'、'.join(each.ways)}，不是{way}")
        found.append((each.name, str(way)))
    return Readings(tuple(found))


def load(path: Path) -> Readings:
    """The readings of a file.

    Raises:
        ValueError: It is no TOML, or names what there is not.
    """
    return chosen(tomllib.loads(path.read_text(encoding="utf-8")))


READINGS: Final = load(Path(__file__).with_name("readings.toml"))
"""What the city has chosen."""
