"""补救和赔偿: what the respondent makes good and pays, beside the kind of decision (ARL 71, 72)."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Protocol

from services.reconsideration.domain.ordering import ORDERS_NOTHING, REVOKING
from services.reconsideration.domain.saying import Point
from shared.contracts.reconsideration import Compensation, Outcome
from shared.contracts.reconsideration.judged import Breach, Unpaid
from shared.law.article import ARL, ARR2026, Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """行政赔偿: whether it was asked, whether it is due, and whether property was taken."""

    asked: bool = False
    due: bool | None = None
    property_taken: bool = False
    """罚款、没收、征收征用、摊派、查封扣押冻结等财产."""
    fined: bool = False
    """其中有罚款."""
    breach: Breach | None = None
    """行政协议的情形, for which damages are owed without a claim of its own (ARL 71)."""


class Claiming(Protocol):
    """What tells of a claim 赔偿请求, whoever keeps it."""

    @property
    def compensation_asked(self) -> bool:
        """Whether it was made together with the application (ARL 72)."""

    @property
    def compensation_due(self) -> bool | None:
        """Whether compensation is due by the State Compensation Law; None if not found."""

    @property
    def unpaid(self) -> Unpaid | None:
        """Why none is due (ARR2026 64)."""

    @property
    def property_taken(self) -> bool:
        """Whether property was taken."""

    @property
    def fined(self) -> bool:
        """Whether it was taken by a fine 罚款."""

    @property
    def breach(self) -> Breach | None:
        """行政协议的情形, of an application about an agreement."""


def claim(told: Claiming) -> Claim:
    """行政赔偿: a claim that must be rejected for a reason that was named is not due."""
    return Claim(
        asked=told.compensation_asked or told.unpaid is not None,
        due=False if told.unpaid else told.compensation_due,
        property_taken=told.property_taken or told.fined,
        fined=told.fined,
        breach=told.breach,
    )


BROKEN: Final = (Breach.NOT_CONCLUDED, Breach.NOT_PERFORMED, Breach.UNLAWFUL_CHANGE)
"""违反行政协议义务 for which the respondent makes good and pays, whatever else is decided: the
Regulation names both in an item of their own (ARL 71; ARR2026 62)."""
FOUND_WRONG: Final = (
    *REVOKING,
    *(Outcome.CHANGED, Outcome.CONFIRMED_ILLEGAL, Outcome.CONFIRMED_INVALID),
)
"""Decisions together with which compensation is awarded (ARL 72)."""


@dataclass(frozen=True, slots=True)
class Award:
    """What the decision says of it, or nothing, and why."""

    what: Compensation | None
    because: str
    article: Article
    must: bool = True
    """Whether the decision has to say it; else it may."""
    instead: "Award | None" = None
    """What it may say in its place, which holds it, too."""

    def of(self, said: Compensation | None) -> "Award":
        """That under which this is said."""
        return self.instead if self.instead and self.instead.what is said else self


def award(outcome: Outcome, claim: Claim, on: date) -> Award | None:
    """赔偿: decided with the rest if asked; property is given back unasked (ARL 71, 72).

    Whose application is dismissed has brought no claim that could be decided (ARL 33). That what is
    void is given back as what is revoked is a reading: the article does not name it [D]. Damages of
    a breach may hold what was taken, as those that were asked for do: the respondent pays its price
    or gives it back.

    Args:
        outcome: What is decided.
        claim: What was found of compensation.
        on: The day, by whose edition it is decided.
    """
    if outcome is Outcome.APPLICATION_DISMISSED:
        return None
    if claim.asked:
        return _asked(outcome, due=claim.due)
    back, damages = _property(outcome, claim), _damages(outcome, claim, on)
    if back is None or damages is None:
        return back or damages
    holds = f"{damages.because}，其中包括返还财产、解除措施或者赔偿相应的价款"
    return replace(back, instead=replace(damages, because=holds))


def _damages(outcome: Outcome, claim: Claim, on: date) -> Award | None:
    """赔偿损失 of an agreement that was found to have done harm, claimed or not (ARL 71)."""
    because = claim.due and _of_agreement(outcome, claim.breach, on)
    if not because:
        return None
    says = f"{because.text}造成损失的，没有提出赔偿请求，也可以决定赔偿损失"
    return Award(Compensation.GRANTED, says, because.article, must=False)


@dataclass(frozen=True, slots=True)
class _Cause:
    """For what of an agreement the respondent makes good and pays."""

    text: str
    article: Article


def _of_agreement(outcome: Outcome, breach: Breach | None, on: date) -> _Cause | None:
    """What was broken, by the Law; what is undone without a breach, by the Regulation alone.

    An agreement that is revoked or ended is none of the cases of the Law: nothing was named beside
    its end before July 2026 (ARL 71; ARR2026 62).
    """
    if outcome in ORDERS_NOTHING:
        return None
    if breach in BROKEN:
        return _Cause("违反行政协议义务", ARL[71].par(1))
    if breach is Breach.VOIDABLE and ARR2026.in_force(on):
        return _Cause("撤销、解除行政协议", ARR2026[62].par(item=5))
    return None


def _property(outcome: Outcome, claim: Claim) -> Award | None:
    """返还财产, unasked (ARL 72)."""
    if not claim.property_taken:
        return None
    article = ARL[72].par(2)
    if outcome in REVOKING or (outcome is Outcome.CHANGED and claim.fined):
        because = "没有提出赔偿请求，也应当同时责令返还、解除或者赔偿价款"
        return Award(Compensation.RESTORED, because, article)
    if outcome is Outcome.CHANGED:
        because = "变更罚款的应当同时责令返还；变更其他涉及财产的行为没有明文，可以责令返还"
        return Award(Compensation.RESTORED, because, article, must=False)
    if outcome is Outcome.CONFIRMED_INVALID:
        because = "撤销的应当同时责令返还；确认无效没有明文，可以责令返还"
        return Award(Compensation.RESTORED, because, article, must=False)
    return None


def _asked(outcome: Outcome, *, due: bool | None) -> Award:
    """赔偿请求: granted or rejected as it was found, and never against what was decided (ARL 72).

    Beside an order to perform or about an agreement the law does not demand it: it may be said.
    """
    article = ARL[72].par(1)
    if due is None:
        return Award(None, "一并提出的赔偿请求应当同时决定，尚未认定是否应当赔偿", article)
    if not due:
        return Award(Compensation.REJECTED, "应当同时驳回行政赔偿请求", article)
    if outcome in FOUND_WRONG:
        return Award(Compensation.GRANTED, "应当同时决定依法给予赔偿", article)
    if outcome in ORDERS_NOTHING:
        return Award(None, "认定应当赔偿，与维持、驳回请求的决定相矛盾", article)
    return Award(Compensation.GRANTED, "可以同时决定依法给予赔偿", article, must=False)


NOT_REMEDIAL: Final = Point(
    "确认违法的，被申请人违反行政协议义务的，或者2026年7月1日以后撤销、解除行政协议的，"
    "才可以同时责令采取补救措施",
    *(ARL[72].par(1), False),
)
"""Why no 补救措施 are ordered where `remedial` is None."""


def remedial(outcome: Outcome, breach: Breach | None, on: date) -> Point | None:
    """补救措施, beside a finding that the act was unlawful, or about an agreement (ARL 71, 72)."""
    if outcome is Outcome.CONFIRMED_ILLEGAL:
        return Point("确认违法的，还可以同时责令被申请人采取补救措施", ARL[72].par(1))
    if because := _of_agreement(outcome, breach, on):
        whose = "被申请人" if breach in BROKEN else ""
        return Point(f"{whose}{because.text}的，还可以同时责令采取补救措施", because.article)
    return None
