"""What the papers of 顺延期限 say: what kept whom, and how many days run anew (CPL 86)."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from services.reconsideration.papers.matter import Matter
from services.reconsideration.papers.own.wording import said
from shared.contracts.fact import Fact
from shared.contracts.reconsideration.deferring import (
    DeferralAsked,
    DeferralGranted,
    DeferralRefused,
)
from shared.law.period import parse_period


def _asked(matter: Matter) -> dict[str, Any]:
    asked = matter.beside(DeferralAsked)
    return {
        "asked_on": asked.posted_on or asked.head.on,
        "hindered_on": asked.hindered_on,
        "removed_on": asked.removed_on,
        "hindrance": said(asked.hindrance),
    }


def _granted(fact: DeferralGranted, matter: Matter) -> dict[str, Any]:
    days = parse_period(fact.deferred_days)
    return {**_asked(matter), "granted_on": fact.head.on, "deferred_days": days}


def _refused(_: DeferralRefused, matter: Matter) -> dict[str, Any]:
    return _asked(matter)


OWN: Final[Mapping[type[Fact], Callable[[Any, Matter], dict[str, Any]]]] = {
    DeferralGranted: _granted,
    DeferralRefused: _refused,
}
"""By the fact that the paper tells of."""
