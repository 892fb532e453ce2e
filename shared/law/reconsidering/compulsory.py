"""复议前置: whether reconsideration must come before a suit (ARL 23; ARR2026 30, 31).

What is not known leaves the answer conditional and is named in `asks`; the edition of the
regulation is that of the day on which the party takes the step.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from shared.contracts.intake import ActKind
from shared.contracts.routing import Compulsory
from shared.law.article import ARL, ARR2026, Article
from shared.law.readings import READINGS, Readings
from shared.law.reconsidering.omission import OMISSIONS


class Response(StrEnum):
    """What an organ did on a request to perform a duty 对履职申请的处理 (ARR2026 30)."""

    NOT_ACCEPTED = "not_accepted"  # 法定期限内未受理
    UNANSWERED = "unanswered"  # 受理后不予答复
    UNPERFORMED = "unperformed"  # 不履行，也没有明示拒绝
    REFUSED = "refused"  # 明示拒绝履行
    DECLINED = "declined"  # 明确答复不予受理
    PARTLY = "partly"  # 不完全履行


class Disclosure(StrEnum):
    """What an organ answered on a request for information 信息公开答复 (OGI 36; ARR2026 31)."""

    WITHHELD = "withheld"  # 以第十四条至第十六条为由全部不予公开
    PARTLY_WITHHELD = "partly_withheld"  # 以第十四条至第十六条为由部分不予公开
    ABSENT = "absent"  # 经检索没有，信息不存在
    NOT_OURS = "not_ours"  # 不属于本机关负责公开
    OTHER = "other"  # 其他答复


class ByLaw(StrEnum):
    """Other laws and regulations that put reconsideration first 其他法定前置 (ARL 23(1)(5))."""

    NONE = "none"  # 没有
    TAX = "tax"  # 纳税争议
    CUSTOMS_DUTY = "customs_duty"  # 海关征税事项
    FOREIGN_EXCHANGE = "foreign_exchange"  # 外汇管理机关的行政行为
    PRICE = "price"  # 价格主管部门的处罚
    CONCENTRATION = "concentration"  # 经营者集中审查
    ESPIONAGE = "espionage"  # 反间谍工作的处罚、强制、许可


OTHERS: Final = {
    ByLaw.TAX: "《税收征收管理法》第88条第1款：纳税上发生的争议，且须先缴纳或者提供担保",
    ByLaw.CUSTOMS_DUTY: (
        "《关税法》第66条第1款：海关的征税事项（2024年12月1日前为《海关法》第64条），"
        "同条第2款的其他行政行为不在内"
    ),
    ByLaw.FOREIGN_EXCHANGE: (
        "《外汇管理条例》第51条：外汇管理机关的行政行为（条文写“可以申请”，通常按前置办理）"
    ),
    ByLaw.PRICE: "《价格违法行为行政处罚规定》第20条：价格主管部门对经营者的处罚决定",
    ByLaw.CONCENTRATION: "《反垄断法》第65条第1款：经营者集中的审查决定",
    ByLaw.ESPIONAGE: "《反间谍法》第68条：处罚、强制措施、许可决定",
}
"""其他法定前置, in the words that are cited: a table to be kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What is known of the act; None where it is not."""

    act: ActKind | None
    on: date
    on_the_spot: bool | None = None
    """当场作出."""
    title_held: bool | None = None
    """侵犯的是已经依法取得的自然资源权利."""
    response: Response | None = None
    disclosure: Disclosure | None = None
    by_law: ByLaw | None = None
    tax_organ: bool = False
    readings: Readings = READINGS
    """读法 where the text leaves two ways open."""


@dataclass(frozen=True, slots=True)
class First:
    """是否前置, with the provision, why, and the fields on which it still hangs."""

    compulsory: Compulsory
    article: Article | None
    because: str
    asks: tuple[str, ...] = ()


_FREE: Final = First(
    Compulsory.FREE, None, "法律没有规定应当先申请行政复议，可以申请复议也可以直接起诉"
)
_SPOT, _TITLE, _DUTY, _WITHHELD, _OTHER = (ARL[23].par(1, item) for item in range(1, 6))
_SILENT: Final = frozenset({Response.NOT_ACCEPTED, Response.UNANSWERED, Response.UNPERFORMED})
REQUESTED: Final = frozenset(OMISSIONS)
"""Heads under which a party asks for something, items 3, 11, 12 and 14 of ARL 11 (ARR2026 30)."""


def compulsory_first(said: Situation) -> First:
    """复议前置 (ARL 23)."""
    if said.by_law not in (None, ByLaw.NONE):
        because = f"{OTHERS[said.by_law]}，应当先申请行政复议"
        return First(Compulsory.REQUIRED, _OTHER, because)
    found = _by_head(said)
    if found.compulsory is Compulsory.FREE and said.title_held:
        because = "侵犯已经依法取得的自然资源权利，但不是确权决定：是否前置做法不一，先复议为稳妥"
        return First(Compulsory.CONDITIONAL, _TITLE, because)
    if found is _FREE and said.tax_organ and said.by_law is None:
        because = "对税务机关的，须查明是否为纳税上的争议；是的，应当先申请行政复议"
        return First(Compulsory.CONDITIONAL, _OTHER, because, ("by_law",))
    return found


def _by_head(said: Situation) -> First:
    match said.act:
        case ActKind.PENALTY:
            return _if(said.on_the_spot, "on_the_spot", _SPOT, "当场作出的行政处罚决定")
        case ActKind.RESOURCE_TITLE:
            right = "侵犯已经依法取得的自然资源所有权或者使用权的决定"
            return _if(said.title_held, "title_held", _TITLE, right)
        case ActKind.DISCLOSURE if said.response is None:
            return _disclosure(said)
        case head if head in REQUESTED:
            return _request(said)
        case _:
            return _FREE


def _if(known: bool | None, field: str, article: Article, what: str) -> First:  # noqa: FBT001 - told or not
    match known:
        case None:
            because = f"须查明是否为{what}；是的，应当先申请行政复议"
            return First(Compulsory.CONDITIONAL, article, because, (field,))
        case True:
            return First(Compulsory.REQUIRED, article, f"{what}，应当先申请行政复议")
        case False:
            return First(Compulsory.FREE, article, f"不是{what}，可以申请复议也可以直接起诉")


def _request(said: Situation) -> First:
    """未履行法定职责: silence comes first; what was said outright no longer does (ARR2026 30)."""
    since = ARR2026.in_force(said.on)
    if said.response in _SILENT:
        article = ARR2026[30].par(1) if since else _DUTY
        return First(
            Compulsory.REQUIRED, article, "法定期限内未受理、不答复、不履行，应当先申请行政复议"
        )
    if said.act is ActKind.INACTION and not since:
        because = "2026年7月1日前的规定不区分明示拒绝和不作为，未履行法定职责的都应当先申请行政复议"
        return First(Compulsory.REQUIRED, _DUTY, because)
    if said.response is None:
        named = ARR2026[30] if said.act is ActKind.INACTION else _DUTY
        because = "须查明行政机关如何处理；法定期限内没有受理、答复、履行的，应当先申请行政复议"
        return First(Compulsory.CONDITIONAL, named, because, ("response",))
    if since:
        because = "明确答复不予受理、明示拒绝、不完全履行的，不属于未履行法定职责，可以直接起诉"
        return First(Compulsory.FREE, ARR2026[30].par(2), because)
    because = "2026年7月1日前没有明文区分，实践做法不一，先申请行政复议为稳妥"
    return First(Compulsory.CONDITIONAL, _DUTY, because)


def _disclosure(said: Situation) -> First:
    """不予公开: in full or in part, for the reasons of OGI 14 to 16 (ARL 23; ARR2026 31)."""
    since = ARR2026.in_force(said.on)
    match said.disclosure:
        case None:
            because = "须查明如何答复；不予公开或者逾期不答复的，应当先申请行政复议"
            return First(Compulsory.CONDITIONAL, _WITHHELD, because, ("disclosure", "response"))
        case Disclosure.WITHHELD | Disclosure.PARTLY_WITHHELD:
            article = ARR2026[31] if since else _WITHHELD
            return First(
                Compulsory.REQUIRED, article, "决定全部或者部分不予公开，应当先申请行政复议"
            )
        case Disclosure.ABSENT | Disclosure.NOT_OURS if since:
            return _absent(said.readings)
        case Disclosure.ABSENT | Disclosure.NOT_OURS:
            because = "告知不存在或者不属于本机关的，2026年7月1日前没有明文，先申请行政复议为稳妥"
            return First(Compulsory.CONDITIONAL, _WITHHELD, because)
        case _:
            article = ARR2026[31] if since else _WITHHELD
            because = "不是以第十四条至第十六条为由不予公开，没有列入前置，可以直接起诉"
            return First(Compulsory.FREE, article, because)


def _absent(readings: Readings) -> First:
    """信息不存在、不属于本机关: ARR2026 31 does not name them, so what follows is a reading."""
    read = readings.taken("absent_information")
    first = read.way == "first"
    return First(
        Compulsory.REQUIRED if first else Compulsory.FREE,
        _WITHHELD if first else read.article,
        f"{read.text}，{'应当先申请行政复议' if first else '可以直接起诉'}（条例没有写明，读法）",
    )
