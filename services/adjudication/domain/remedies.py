"""救济与执行的期限: what is open against a ruling, and the way to its enforcement, with proofs.

A matter's own 15 or 30 days bind the suit alone; reconsideration keeps its sixty days, which only a
longer period of another law displaces (ARL 20).
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from services.adjudication.domain.powers import Term
from shared.contracts.intake import ActKind
from shared.law import suing
from shared.law.ahead import latest_start
from shared.law.article import ALI
from shared.law.calendar import Calendar
from shared.law.day import DAY
from shared.law.period import Months
from shared.law.prescribed import Prescribed
from shared.law.proof import Proof
from shared.law.reconsidering.compulsory import First, Response, Situation, compulsory_first
from shared.law.reconsidering.filing import FILE_OMISSION

_UNRULED: Final = "作出裁决的期限届满"

RECONSIDER: Final = replace(suing.RECONSIDER, because="送达裁决书")
"""复议申请期 (ARL 20): a special statute displaces it only by a longer one."""

ENFORCE: Final = replace(
    suing.ENFORCE,
    term="裁决机关申请人民法院强制执行",
    because="复议和诉讼期限均已届满，当事人不复议、不起诉又不履行",
)
"""申请强制执行期 from the end of the last remedy (COERCION 53)."""

SILENCE: Final = replace(suing.SUE_OMISSION, term="对逾期未裁决提起行政诉讼", because=_UNRULED)
"""起诉期限 over a duty not performed, from the end of the time to perform it (ALI 66)."""

UNRULED: Final = tuple(
    replace(rule, name="reconsider_unruled", term="对逾期未裁决申请行政复议", because=_UNRULED)
    for rule in FILE_OMISSION
)
"""对逾期未裁决的复议申请期, the newest edition first (ARR2026 24; ARR2007 16)."""

URGE: Final = replace(suing.URGE, term="催告后履行", because="催告书送达")
"""催告后履行 (COERCION 54): up to ten days are working days (COERCION 69)."""

ENTITLED: Final = Prescribed(
    name="entitled",
    term="权利人申请人民法院强制执行",
    period=Months(6),
    article=ALI[158],
    because="裁决机关申请执行的期限届满而未申请",
)
"""权利人申请强制执行 where the organ has not applied (ALI 158)."""

AFTER: Final = (RECONSIDER, *UNRULED, SILENCE, ENFORCE)
"""裁决之后的期限 that no table of a matter runs."""


def to_sue(sue: Term) -> Prescribed:
    """提起行政诉讼, in the matter's own time (ALL 46)."""
    return sue.prescribed("sue", "提起行政诉讼", "送达裁决书")


def to_perform(perform: Term) -> Prescribed:
    """履行裁决, where the statute itself fixes the time."""
    return perform.prescribed("perform", "履行裁决", "收到处理决定")


@dataclass(frozen=True, slots=True)
class Remedies:
    """救济途径 of one party served, each with its last day."""

    reconsider: Proof
    sue: Proof | None
    """None where reconsideration comes first (ARL 23)."""

    @property
    def until(self) -> date:
        """The last day on which the ruling may still be contested at all."""
        last = self.reconsider.reckoning.last_day
        return max(last, self.sue.reckoning.last_day) if self.sue else last


def remedies(sue: Term, served_on: date, calendar: Calendar, *, review_first: bool) -> Remedies:
    """What a party may do against a ruling that was served on it (ARL 20; ALL 46)."""
    suit = None if review_first else to_sue(sue).proof(served_on, calendar)
    return Remedies(RECONSIDER.proof(served_on, calendar), suit)


def enforcement(until: date, calendar: Calendar) -> tuple[Proof, Proof]:
    """申请强制执行 by the organ, and then by whoever is entitled (COERCION 53; ALI 158).

    Args:
        until: The last day of the last remedy.
        calendar: The city's calendar.
    """
    organ = ENFORCE.proof(until, calendar)
    return organ, ENTITLED.proof(organ.reckoning.last_day, calendar)


def unruled(due: Proof, on: date, calendar: Calendar) -> Proof:
    """逾期未裁决: reconsideration, from the end of the time to rule; it comes before any suit.

    Args:
        due: The time to rule.
        on: The day of asking, whose edition of the regulation governs.
        calendar: The city's calendar.
    """
    rule = next(each for each in UNRULED if each.since <= on)
    return rule.proof(due.reckoning.last_day, calendar)


def suing_over_silence(due: Proof, calendar: Calendar) -> Proof:
    """对逾期未裁决起诉, where the matter's own statute opens it: six months (ALI 66)."""
    return SILENCE.proof(due.reckoning.last_day, calendar)


def unruled_first(on: date) -> First:
    """逾期未裁决的前置: silence after acceptance is a duty not performed (ARL 23; ARR2026 30)."""
    return compulsory_first(Situation(act=ActKind.INACTION, on=on, response=Response.UNANSWERED))


def urging(urged_on: date, calendar: Calendar) -> Proof:
    """催告后履行: only after it may the court be asked (COERCION 54)."""
    return URGE.proof(urged_on, calendar)


def urge_by(until: date, calendar: Calendar) -> date:
    """最迟的催告之日: ten working days later the organ must still be able to apply.

    Args:
        until: The last day of the last remedy.
        calendar: The city's calendar.
    """
    return latest_start(URGE.period, ENFORCE.period.last_day(until, calendar) - DAY, calendar)


def performance(term: Term, served_on: date, calendar: Calendar) -> Proof:
    """履行期限 that the statute itself fixes, from service."""
    return to_perform(term).proof(served_on, calendar)
