"""做法的日期: days that no law sets, apart from those of the law, for the law desk."""

from collections.abc import Iterator

from services.mediation.domain.gate import Verdict
from services.mediation.domain.general import ADMINISTRATIVE_GENERAL
from services.mediation.domain.ladder import climb
from services.mediation.domain.practice import TYPICAL_BASIS, Practice, usual
from services.mediation.lawdesk.facts import MediationFacts
from shared.law.reckoning import Reckoning
from shared.law.wording import listed
from shared.lawdesk import Setting, Table

_TITLES = ("步骤", "期限（做法，不是法定）", "起算", "跳过的休息日", "最后一日")


def _usual(
    facts: MediationFacts, setting: Setting, verdicts: list[Verdict]
) -> tuple[tuple[Practice, Reckoning], ...]:
    """行政调解的通常期限, only where no statute of the field says anything."""
    if all(each.field is not ADMINISTRATIVE_GENERAL for each in verdicts):
        return ()
    return usual(facts.days, setting.calendar)


def dates(
    facts: MediationFacts, setting: Setting, verdicts: list[Verdict]
) -> dict[str, str] | None:
    """各地做法的日期 by name; None where the law itself sets them."""
    if all(each.field is not ADMINISTRATIVE_GENERAL for each in verdicts):
        return None
    found = _usual(facts, setting, verdicts)
    return {"basis": TYPICAL_BASIS} | {
        one.key: reckoned.last_day.isoformat() for one, reckoned in found
    }


def levels(facts: MediationFacts, setting: Setting) -> list[list[str]]:
    """四级七天, each level with its last day."""
    if facts.ladder_on is None:
        return []
    climbed = climb(facts.ladder_on, setting.calendar)
    return [[rung.level, reckoned.last_day.isoformat()] for rung, reckoned in climbed]


def table(facts: MediationFacts, setting: Setting, verdicts: list[Verdict]) -> Table | None:
    """做法一览, the levels of the ladder first; None where no such day is known."""
    climbed = climb(facts.ladder_on, setting.calendar) if facts.ladder_on else ()
    rows = [
        *(_row(rung.level, reckoned) for rung, reckoned in climbed),
        *(_row(one.term, reckoned) for one, reckoned in _usual(facts, setting, verdicts)),
    ]
    return Table(_TITLES, tuple(rows)) if rows else None


def _row(name: str, reckoned: Reckoning) -> tuple[str, ...]:
    return (name, str(reckoned.period), *_course(reckoned))


def _course(reckoned: Reckoning) -> Iterator[str]:
    yield reckoned.start.isoformat()
    yield listed(reckoned.skipped, reckoned.start.year) if reckoned.skipped else "无"
    yield reckoned.last_day.isoformat()
