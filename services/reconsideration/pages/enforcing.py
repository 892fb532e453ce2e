"""强制执行 on the lists: what is done next against a party, and what it is called (ARL 78)."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from services.reconsideration.domain.debts import WITH_ORGAN, Stand
from services.reconsideration.domain.enforcing_table import AGAIN
from shared.contracts.reconsideration.at_court import CourtRefusal
from shared.law.day import day_of_expiry
from shared.law.suing import AT_ONCE, COURT_ABOVE, ENFORCE

Steps = tuple[tuple[str, str], ...]

_ENFORCED: Final = ("enforcement", "记载强制执行完毕")
_ENDS: Final = (
    ("party-performance", "记载当事人已经履行"),
    ("no-enforcement", "记载不需要强制执行"),
)

STEPS: Final[Mapping[str, Steps]] = {
    Stand.UNSTATED: (("performance-time", "载明应当履行、履行期限"), *_ENDS),
    Stand.DUE: (
        ("urging", "催告当事人履行"),
        ("performance-time", "载明履行期限"),
        *_ENDS,
    ),
    Stand.URGED: (_ENFORCED, *_ENDS),
    Stand.UNHEEDED: (
        ("enforcement-application", "申请人民法院强制执行"),
        _ENFORCED,
        ("urging", "再次催告"),
        *_ENDS,
    ),
    Stand.APPLIED: (
        _ENFORCED,
        ("court-refusal", "收到不予受理、不予执行的裁定"),
        ("immediate-enforcement", "情况紧急，申请立即执行"),
        ("immediate-ruling", "记载裁定立即执行"),
        *_ENDS,
    ),
    Stand.REFUSED: (
        ("court-above", "向上一级人民法院申请复议"),
        ("enforcement-application", "裁定不予受理的，重新申请"),
        *reversed(_ENDS),
    ),
}
"""At which doors, by where it stands with the party; the first that is open is the main one.

Once nothing is left to ask of a court that refused, nothing needs enforcing (COERCION 58).
"""


def steps_of(
    stand: str, today: date, ask_until: date | None, refused: str | None, *, urgent: bool
) -> Steps:
    """Those of them that do not refuse what is done there today.

    Args:
        stand: Where it stands with the party.
        today: The legal day.
        ask_until: The last day to ask the court above, if it may be asked (COERCION 58).
        refused: What the court refused; what it did not accept may be asked again (COERCION 56).
        urgent: Whether the court was asked to enforce at once (COERCION 59).
    """
    closed = {"immediate-enforcement" if urgent else "immediate-ruling"}
    if ask_until is None or today > ask_until:
        closed.add("court-above")
    if stand == Stand.REFUSED and refused != CourtRefusal.NOT_ACCEPTED:
        closed.add("enforcement-application")
    return tuple((act, says) for act, says in STEPS[stand] if act not in closed)


TERMS: Final[dict[str, str]] = {
    **dict.fromkeys(map(str, WITH_ORGAN), ENFORCE.term),
    Stand.APPLIED: AT_ONCE.term,
    Stand.REFUSED: COURT_ABOVE.term,
}
"""What runs meanwhile, where anything does."""


def term_of(stand: str | None, until: datetime | None, ask_until: date | None) -> str | None:
    """What runs until then: of two after a refusal the one to ask above, or what is left after it.

    Args:
        stand: Where it stands with the party, or another duty.
        until: When what runs, or was let lapse, is over.
        ask_until: As above.
    """
    if stand == Stand.REFUSED and until and day_of_expiry(until) != ask_until:
        return AGAIN
    return TERMS.get(stand or "")
