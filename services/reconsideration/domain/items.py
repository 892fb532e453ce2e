"""逐项: the items in which the Regulation spells out what the Law says (ARR2026 55 to 65).

The edition of 2007 has no such items; until it ended the finding rested on the Law alone.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from services.reconsideration.domain.findings import Findings
from services.reconsideration.domain.saying import Point
from shared.contracts.reconsideration import Outcome
from shared.contracts.reconsideration.judged import Basis, Breach, Item, Procedure, Unpaid
from shared.law.article import ARL, ARR2007, ARR2026, Article


@dataclass(frozen=True, slots=True)
class Row:
    """一项: what it says, where it stands, and what of the Law it spells out."""

    text: str
    article: Article
    general: Article


def _rows(number: Article, general: Article, texts: dict[Item, str]) -> dict[Item, Row]:
    return {
        item: Row(text, replace(number, item=nth), general)
        for nth, (item, text) in enumerate(texts.items(), start=1)
    }


_IMPROPER: Final = _rows(
    ARR2026[55],
    ARL[63].par(1, 1),
    {
        Item.AGAINST_PURPOSE: "违背行政管理目的，内容不适当",
        Item.EXCESSIVE: "超过必要限度，内容不适当",
        Item.UNEQUAL: "对相同情况的当事人不平等对待，内容不适当",
        Item.IMPROPER_OTHERWISE: "其他内容不适当的情形",
    },
)
_MISAPPLIED: Final = _rows(
    ARR2026[56],
    ARL[63].par(1, 2),
    {
        Item.WRONG_CLAUSE: "错误适用依据的具体条款",
        Item.LOWER_RANK: "应当适用位阶更高的依据而适用了位阶较低的",
        Item.GENERAL_RULE: "应当适用特殊规定而适用了一般规定",
        Item.ONLY_SOME: "应当适用多个依据而只适用了一部分",
        Item.NO_BASIS_NAMED: "没有写明适用的依据",
        Item.MISAPPLIED_OTHERWISE: "其他未正确适用依据的情形",
    },
)
_UNLAWFUL: Final = _rows(
    ARR2026[57].par(1),
    ARL[64].par(1, 3),
    {
        Item.NOT_IN_FORCE: "适用的依据尚未生效",
        Item.BEYOND_MAKER: "适用的依据超越制定主体的权限",
        Item.AGAINST_HIGHER: "适用的依据违反上位法",
        Item.UNLAWFUL_OTHERWISE: "其他依据不合法的情形",
    },
)
_SLIGHT: Final = _rows(
    ARR2026[59],
    ARL[65].par(1, 2),
    {
        Item.SLIGHT_TIME: "处理期限轻微违法，不影响陈述、申辩等重要程序性权利",
        Item.SLIGHT_NOTICE: "通知、送达等程序轻微违法，不影响陈述、申辩等重要程序性权利",
        Item.SLIGHT_OTHERWISE: "其他程序轻微违法的情形，不影响重要程序性权利",
    },
)
_GRAVE: Final = _rows(
    ARR2026[60],
    ARL[67],
    {
        Item.NO_CAPACITY: "实施主体不具有行政主体资格，重大且明显违法",
        Item.NO_GROUND: "增加义务、减损权利没有法律、法规、规章依据，重大且明显违法",
        Item.IMPOSSIBLE: "内容客观上不可能实施，重大且明显违法",
        Item.GRAVE_OTHERWISE: "其他重大且明显违法的情形",
    },
)

ROWS: Final = {**_IMPROPER, **_MISAPPLIED, **_UNLAWFUL, **_SLIGHT, **_GRAVE}
"""Every item with its provision."""


def finding(found: Findings, items: Iterable[Item]) -> Findings:
    """认定: the findings with what the items that were named imply.

    Raises:
        ValueError: A finding that was told says the opposite; said in Chinese.
    """
    for item in items:
        found = _implied(found, item)
    return found


def found_by(said: object, items: Iterable[Item], *, on: date, replied: bool) -> Findings:
    """认定, from whatever holds them under the same names, with what the items imply.

    Raises:
        ValueError: A finding that was told says the opposite; said in Chinese.
    """
    names = Findings.__dataclass_fields__.keys() - {"on", "replied"}
    told = {name: getattr(said, name) for name in names if hasattr(said, name)}
    return finding(Findings(on=on, replied=replied, **told), items)


def _implied(found: Findings, item: Item) -> Findings:
    text = ROWS[item].text
    if item in _IMPROPER:
        _agree(text, opposite=found.proper is True)
        return replace(found, proper=False)
    if item in _MISAPPLIED:
        _agree(text, opposite=found.basis not in (None, Basis.MISAPPLIED))
        return replace(found, basis=Basis.MISAPPLIED)
    if item in _UNLAWFUL:
        unlawful = (Basis.UNLAWFUL, Basis.UNLAWFUL_REPLACEABLE)
        _agree(text, opposite=found.basis not in (None, *unlawful))
        return found if found.basis in unlawful else replace(found, basis=Basis.UNLAWFUL)
    if item in _SLIGHT:
        _agree(text, opposite=found.procedure is Procedure.LAWFUL)
        # 违反法定程序 found beside a slight fault remains what it is.
        return found if found.procedure else replace(found, procedure=Procedure.SLIGHT)
    return replace(found, grave=True)


def _agree(text: str, *, opposite: bool) -> None:
    if opposite:
        raise ValueError(f"“{text}”与所填的认定矛盾")


def itemised(items: Iterable[Item], on: date) -> Iterator[Point]:
    """逐项说理: each by its item, until June 2026 by the Law that it spells out."""
    new = ARR2026.in_force(on)
    for item in items:
        row = ROWS[item]
        if new:
            yield Point(row.text, row.article, met=True)
        else:
            says = f"{row.text}；2026年6月30日以前的实施条例没有列举，依复议法认定"
            yield Point(says, row.general, met=True)


_UNPAID: Final = {
    Unpaid.NO_FACTS: "主张的损害没有事实根据",
    Unpaid.NO_CAUSE: "主张的损害与违法行政行为没有因果关系",
    Unpaid.MADE_GOOD: "损失已经通过行政补偿等其他途径获得救济",
    Unpaid.UNDONE: "被申请人自行纠正时已经消除损害结果",
    Unpaid.OTHERWISE: "请求赔偿的理由不能成立的其他情形",
}


def unpaid(why: Unpaid, on: date) -> Point:
    """驳回赔偿请求的理由, by its item since July 2026 (ARR2026 64; ARL 72)."""
    text = f"驳回行政赔偿请求：{_UNPAID[why]}"
    if ARR2026.in_force(on):
        nth = list(Unpaid).index(why) + 1
        return Point(text, ARR2026[64].par(item=nth), met=True)
    return Point(f"{text}；2026年6月30日以前依国家赔偿法认定", ARL[72].par(1), met=True)


def definite(on: date, *, payable: bool) -> Point | None:
    """具有明确赔偿内容的决定: where payment is due and its manner can be fixed (ARR2026 63)."""
    if not payable or not ARR2026.in_force(on):
        return None
    return Point("能够确定赔偿方式的，应当作出具有明确赔偿内容的决定", ARR2026[63].par(1))


_OF_AGREEMENT: Final[dict[Breach, tuple[tuple[str, int], ...]]] = {
    Breach.NOT_CONCLUDED: (("责令依法订立行政协议", 1),),
    Breach.NOT_PERFORMED: (
        ("责令依法履行或者按照约定履行义务", 2),
        ("不能履行或者履行没有意义的，责令采取补救措施、赔偿损失", 5),
    ),
    Breach.UNLAWFUL_CHANGE: (
        ("撤销变更、解除协议的行为，或者确认该行为违法", 3),
        ("也可以责令依法履行或者按照约定履行义务", 2),
        ("造成损失的，责令采取补救措施、赔偿损失", 5),
    ),
    Breach.VOIDABLE: (("撤销、解除行政协议", 4),),
    Breach.LAWFUL_CHANGE_UNPAID: (("变更、解除合法的，责令依法给予合理补偿", 5),),
    Breach.NONE: (),
}


def of_agreement(breach: Breach, on: date) -> Iterator[Point]:
    """行政协议的各种决定, by the items of the Regulation (ARR2026 62)."""
    if not ARR2026.in_force(on):
        yield Point("2026年6月30日以前实施条例没有列举，依复议法决定", ARL[71])
        return
    for text, item in _OF_AGREEMENT[breach]:
        yield Point(text, ARR2026[62].par(item=item))


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowOn:
    """后续申请: others who apply against what a decision in force has already judged."""

    decided: Outcome | None = None
    """已经生效的决定的种类."""
    same_act: bool = True
    """同一行政行为, or one that one organ made on one fact for several parties."""


def follow_on(case: FollowOn, on: date) -> Iterator[Point]:
    """依生效决定直接作出决定, after acceptance (ARR2026 65)."""
    if not ARR2026.in_force(on):
        text = "2026年6月30日以前没有依生效决定直接作出决定的规定，应当另行审理"
        yield Point(text, ARL[61].par(1), met=False)
        return
    says = "同样行政行为限于同一行政机关就同一事实对多个当事人分别作出的行为"
    yield Point(says, ARR2026[65].par(2), met=case.same_act)
    if case.same_act:
        text = "受理后可以根据发生法律效力的决定的内容，直接作出决定"
        yield Point(text, ARR2026[65].par(1), met=case.decided is not None)


_OVERTAKEN: Final = {
    Outcome.UPHELD: (43, ARL[68]),
    Outcome.PERFORMANCE_ORDERED: (44, ARL[66]),
    Outcome.REVOKED: (45, ARL[64]),
    Outcome.REVOKED_IN_PART: (45, ARL[64]),
    Outcome.CONFIRMED_ILLEGAL: (45, ARL[65]),
    Outcome.CHANGED: (47, ARL[63]),
    Outcome.REQUEST_DISMISSED: (48, ARL[69]),
    Outcome.APPLICATION_DISMISSED: (48, ARL[33]),
}


def overtaken(outcome: Outcome, on: date, *, silent: bool) -> Point | None:
    """2007年条例的对应条款, which the Law of 2023 has overtaken (ARR2007 43 to 48)."""
    if ARR2026.in_force(on) or outcome not in _OVERTAKEN:
        return None
    number, law = (46, ARL[70]) if silent else _OVERTAKEN[outcome]
    text = f"2007年条例的这一条自2024年1月1日起让位于{law}"
    return Point(text, ARR2007[number])
