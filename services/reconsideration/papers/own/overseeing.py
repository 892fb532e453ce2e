"""What papers of guidance and supervision say: the period, the check, the day for mending."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from services.reconsideration.papers.matter import Matter
from shared.contracts.fact import Fact
from shared.contracts.reconsideration.overseeing import (
    CheckFedBack,
    Checking,
    MendingReported,
    MendingRequired,
    WorkChecked,
    WorkReportSubmitted,
)
from shared.frame.meanings import meanings


def _reported(fact: WorkReportSubmitted, matter: Matter) -> dict[str, Any]:
    return {
        "period_from": fact.period_from,
        "period_until": fact.period_until,
        "counts": matter.texts.get(fact.counts_id, ""),
    }


def _checked(_: CheckFedBack | MendingRequired, matter: Matter) -> dict[str, Any]:
    checked = matter.newest(WorkChecked)
    assert checked is not None  # noqa: S101 - with it the file begins
    return {
        "checked_on": checked.head.on,
        "checking": meanings(Checking)[checked.checking],
        "period_from": checked.period_from,
        "period_until": checked.period_until,
    }


def _to_mend(fact: MendingRequired, matter: Matter) -> dict[str, Any]:
    return {**_checked(fact, matter), "until": fact.until}


def _mended(fact: MendingReported, matter: Matter) -> dict[str, Any]:
    before = (f for f in reversed(matter.facts) if f.head.version < fact.head.version)
    required = next(f for f in before if isinstance(f, MendingRequired))
    return {"required_on": required.head.on}


OWN: Final[Mapping[type[Fact], Callable[[Any, Matter], dict[str, Any]]]] = {
    WorkReportSubmitted: _reported,
    CheckFedBack: _checked,
    MendingRequired: _to_mend,
    MendingReported: _mended,
}
"""By the act that a paper tells of."""
