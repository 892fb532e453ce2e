"""How pressing a notice is, and when it is made at all, where that hangs on what the fact says."""

from services.notification.domain.told import To, Told, Weight
from shared.contracts.intake import Risk
from shared.contracts.reconsideration.basics import FORMAL
from shared.contracts.reconsideration.hearing import is_turned_anew
from shared.contracts.reconsideration.respondent import Copying
from shared.contracts.supervision import AlertLevel


def by_call(told: Told) -> Weight:
    """A call to be answered within hours or minutes is urgent (RULES 9)."""
    return Weight.URGENT if told.fact.check_in.endswith(("h", "min")) else Weight.OWED


def by_warning(told: Told) -> Weight:
    """The last working day is urgent, a share of the time gone is not (RULES 16)."""
    return Weight.URGENT if told.fact.warning == "last_workday" else Weight.OWED


def when_climbed(to: To) -> To:
    """Only of an alert that went beyond the head: that it is late, its desk was told before."""
    return lambda told: () if told.fact.level is AlertLevel.HEAD else to(told)


def when_inspected(to: To) -> To:
    """Only of an alert that has reached the inspection."""
    return lambda told: to(told) if told.fact.level is AlertLevel.INSPECTION else ()


def is_bounded(told: Told) -> bool:
    """Whether a road is open until a day; 信访 and others are without an end (RULES 7)."""
    return told.fact.open_until is not None


def is_red(told: Told) -> bool:
    """Whether a risk was set to red, which is reported up (RULES 38)."""
    return told.fact.risk is Risk.RED


def says_more(told: Told) -> bool:
    """Whether something was said of a party, and not only a signature or a proof handed in."""
    return not set(told.fact.basics) <= set(FORMAL)


def is_signed_here_alone(told: Told) -> bool:
    """Whether no other authority decides with the one that agreed (ARR2026 32)."""
    return not told.fact.co_authorities


def is_signed_later(told: Told) -> bool:
    """Whether nothing lies ready yet for the authority that is called in (ARR2026 32)."""
    return not (told.fact.decision_awaited or told.fact.mediation_awaited)


def obliges(told: Told) -> bool:
    """Whether a decision asks something of the respondent (ARL 77)."""
    return bool(told.fact.obliges)


def court_was_asked(told: Told) -> bool:
    """Whether a court was asked to enforce what may not be enforced now (ARL 78)."""
    return bool(told.fact.court_asked)


def is_untimed(told: Told) -> bool:
    """Whether nobody said yet what a party has to perform, and nothing runs till then (ARL 78)."""
    return not told.fact.timed


def must_be_copied(told: Told) -> bool:
    """Whether a decision is copied to the department above a respondent (ARL 79)."""
    return bool(told.fact.copies)


def may_ask_above(told: Told) -> bool:
    """Whether the court above may be asked, which did not rule itself (COERCION 56, 58)."""
    return bool(told.fact.askable)


def copy_is_due(told: Told) -> bool:
    """Whether a joint respondent came in after acceptance, and is to be sent its copy (ARL 48)."""
    return bool(told.fact.copy_due)


def not_told_yet(told: Told) -> bool:
    """Whether no page told it before of the same organ, which is named first since (ARL 48)."""
    return not is_turned_anew(told.fact.kind, told.fact.head.by)


def stayed_here(told: Told) -> bool:
    """Whether it was stayed in this file, and not in one before it that was severed (ARL 42)."""
    return told.fact.came_from is None


def by_copy(told: Told) -> Weight:
    """A copy that is to be sent is owed; of one that was sent before nothing is (ARL 48)."""
    return Weight.OWED if told.fact.copying is Copying.TO_SEND else Weight.KNOWN


def silent_now(told: Told) -> bool:
    """Whether a silence was not told before, as that of one of the others (ARL 19, 70)."""
    return not told.fact.known_before


def first_of_batch(told: Told) -> bool:
    """Whether a piece of evidence is the first of those put in together; of old each is told."""
    return bool(told.fact.pieces != 0)
