"""大白话 of what nobody sues over: 最终裁决 (ARL 10), what fell, what has no days (ARL 78)."""

from collections.abc import Mapping
from typing import Final

FINAL: Final[Mapping[str, str]] = {
    "routing.suit_replaced.v1": (
        "以前告诉您的起诉日子不再算；法律规定这个复议决定是最终的，不能再起诉。"
    ),
    "reconsideration.decision_served.v1": (
        "复议决定书已经送到其中一方手里；法律规定这个决定是最终的，不能再起诉。"
    ),
    "reconsideration.delivered.v1": (
        "复议决定书已经送到；法律规定这个决定是最终的，不能再起诉，要照决定书办。"
    ),
    "reconsideration.served_again.v1": (
        "决定书重新送了一次；法律规定这个决定是最终的，不能再起诉。"
    ),
}
"""What is said instead, of a step whose page tells that a law lets nobody sue over the decision."""

CORRECTED: Final[Mapping[str, str]] = {
    "reconsideration.decision_served.v1": (
        "驳回申请的决定书已经送到其中一方手里；驳回已经改正，申请受理了，不用再为它起诉。"
    ),
    "reconsideration.delivered.v1": (
        "驳回申请的决定书已经送到；驳回已经改正，申请受理了，不用再为它起诉。"
    ),
}
"""Of one that was served after what it dismissed had been accepted 已经纠正 (RULES 172)."""

ANNULLED: Final[Mapping[str, str]] = {
    "reconsideration.decision_served.v1": (
        "复议决定书已经送到其中一方手里；这个决定已经被撤销，不用再为它起诉。"
    ),
    "reconsideration.delivered.v1": ("复议决定书已经送到；这个决定已经被撤销，不用再为它起诉。"),
}
"""Of one that was served after it had been set aside 已被撤销 (RULES 92)."""

NOBODY_SUES: Final[Mapping[str, Mapping[str, str]]] = {
    "final": FINAL,
    "corrected": CORRECTED,
    "annulled": ANNULLED,
}
"""By what a page tells of the decision; the later ones go before the others."""

UNSUED: Final[Mapping[str, str]] = {
    "reconsideration.enforcement_awaited.v1": (
        "记下了：有一方要在哪天以前照做；到期不照做的，可以强制执行。"
    ),
}
"""What is said instead where the party has no days to sue, as of a mediation document."""
