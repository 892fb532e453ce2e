"""强制执行 on the lists: what is done next against a party, and what it is called (ARL 78)."""

from collections.abc import Mapping
from typing import Final

from services.reconsideration.domain.debts import WITH_ORGAN, Stand
from shared.law.suing import ENFORCE

_TIME: Final = ("performance-time", "载明应当履行、履行期限")

_ENDS: Final = (
    ("party-performance", "记载当事人已经履行"),
    ("no-enforcement", "记载不需要强制执行"),
)

STEPS: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    Stand.UNSTATED: (_TIME, *_ENDS),
    Stand.DUE: (("urging", "催告当事人履行"), *_ENDS),
    Stand.URGED: _ENDS,
    Stand.UNHEEDED: (("enforcement-application", "申请人民法院强制执行"), *_ENDS),
    Stand.APPLIED: (("enforcement", "记载强制执行完毕"), *_ENDS),
}
"""At which doors, by where it stands with the party."""

TERMS: Final[Mapping[str, str]] = {
    **dict.fromkeys(map(str, WITH_ORGAN), ENFORCE.term),
    Stand.UNSTATED: "尚未载明，没有在走的期限",
}
"""What runs meanwhile."""
