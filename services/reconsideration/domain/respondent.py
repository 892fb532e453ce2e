"""被申请人: whose act it is in law, whoever's name stands under it (ARL 19; ARR2026 20 to 22)."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from shared.contracts.reconsideration.respondent import Capacity
from shared.law.article import ARL, ARR2026, Article, arr


@dataclass(frozen=True, slots=True, kw_only=True)
class Acting:
    """Who acted 作出行为的: names or codes, as they were told."""

    organ: str
    capacity: Capacity = Capacity.OWN
    others: tuple[str, ...] = ()
    """With whom it acted 共同作出的其他机关、组织."""
    behind: str | None = None
    """Who entrusted, set up, approved or succeeded it 委托、设立、批准、继续行使职权的机关."""


@dataclass(frozen=True, slots=True)
class Respondents:
    """被申请人 and 第三人, with the provision; `organs` is empty where one must still be named."""

    organs: tuple[str, ...]
    article: Article
    because: str
    third: tuple[str, ...] = ()


_BEHIND: Final = {
    Capacity.ENTRUSTED: "委托的行政机关是被申请人",
    Capacity.UNAUTHORISED: "未经授权以自己名义作出的，设立该机构的行政机关是被申请人",
    Capacity.SUCCEEDED: "继续行使职权的行政机关是被申请人",
    Capacity.APPROVED: "依法经上级行政机关批准作出的，批准机关是被申请人",
}


def respondents(acting: Acting, on: date) -> Respondents:
    """确定被申请人 (ARL 19).

    Args:
        acting: Who acted, and as what.
        on: The day of the application, whose edition of the regulation governs.
    """
    all_of_them = (acting.organ, *acting.others)
    match acting.capacity:
        case Capacity.JOINT:
            because = "以共同的名义作出的，共同作出的机关、组织都是被申请人"
            return Respondents(all_of_them, ARL[19].par(2), because)
        case Capacity.WITH_OTHERS:
            because = "行政机关与其他组织共同作出的，行政机关是被申请人，其他组织可以作为第三人"
            return Respondents((acting.organ,), _together(on), because, acting.others)
        case Capacity.APPROVED if ARR2026.in_force(on):
            because = "2026年7月1日起没有批准机关为被申请人的规定，作出行政行为的机关是被申请人"
            return Respondents((acting.organ,), ARL[19].par(1), because)
        case Capacity.OWN | Capacity.AUTHORISED:
            because = "作出行政行为的行政机关或者授权的组织是被申请人"
            by_grant = acting.capacity is Capacity.AUTHORISED and ARR2026.in_force(on)
            article = ARR2026[22] if by_grant else ARL[19].par(1)
            return Respondents((acting.organ,), article, because)
        case capacity:
            because = _BEHIND[capacity]
            organs = (acting.behind,) if acting.behind else ()
            return Respondents(organs, _behind(capacity, on), because)


def _together(on: date) -> Article:
    edition = arr(on)
    return edition[20 if edition is ARR2026 else 12].par(2)


def _behind(capacity: Capacity, on: date) -> Article:
    edition = arr(on)
    match capacity:
        case Capacity.ENTRUSTED:
            return ARL[19].par(3)
        case Capacity.SUCCEEDED:
            return ARL[19].par(4)
        case Capacity.APPROVED:
            return edition[13]
        case _:
            return edition[21 if edition is ARR2026 else 14]
