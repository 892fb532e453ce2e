"""大白话 of what nobody sues over: 最终裁决 (ARL 10), and what has no days to sue (ARL 78)."""

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

UNSUED: Final[Mapping[str, str]] = {
    "reconsideration.enforcement_awaited.v1": (
        "记下了：有一方要在哪天以前照做；到期不照做的，可以强制执行。"
    ),
}
"""What is said instead where the party has no days to sue, as of a mediation document."""
