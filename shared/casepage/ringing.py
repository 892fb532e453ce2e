"""时钟所记: what a clock told of a period, in a sentence for whoever holds the case."""

from typing import Final

from shared.contracts.catalogue import wording_of
from shared.contracts.clock import DeadlineConfirmed, DeadlineMoved, DeadlineWarned
from shared.law.warning import LastWorkday, Share
from shared.law.wording import at

Rung = DeadlineWarned | DeadlineMoved | DeadlineConfirmed
"""What stands on a clock file of a period."""

KINDS: Final[dict[str, type[Rung]]] = {
    fact.kind_name(): fact for fact in (DeadlineWarned, DeadlineMoved, DeadlineConfirmed)
}
"""By the name on the page."""


def called(fact: Rung) -> str:
    """名称: 期限预警, 期限变动 or 期限确定."""
    return wording_of(DeadlineConfirmed if _stood(fact) else type(fact)).term


def says(fact: Rung) -> str:
    """说明: when the period is over, and whether the date moved or only ceased to be 暂定."""
    match fact:
        case DeadlineWarned():
            firm = "，所涉年份的放假安排尚未公布，暂定" if fact.provisional else ""
            return f"{_warning(fact.warning)}，将于{at(fact.until)}届满{firm}"
        case DeadlineMoved() if not _stood(fact):
            firm = "，仍属暂定" if fact.provisional else ""
            was = f"原于{at(fact.until_before)}届满"
            return f"{was}，按{fact.notice_number}改为{at(fact.until)}届满{firm}"
        case _:
            why = f"按{fact.notice_number}由暂定转为确定"
            return f"仍于{at(fact.until)}届满，没有变动；{why}"


def _stood(fact: Rung) -> bool:
    """Before 期限确定 had a kind of its own, it was recorded as a move from a date to itself."""
    if not isinstance(fact, DeadlineMoved):
        return False
    return fact.until == fact.until_before and not fact.provisional


def _warning(code: str) -> str:
    last = LastWorkday()
    return last.term if code == last.code else Share(int(code.removeprefix("share_"))).term
