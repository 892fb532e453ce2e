"""不设时钟的期限 of adjudication: what no table of a matter runs, matter by matter."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from services.adjudication.domain.matters import names, rows_of
from services.adjudication.domain.procuring import PROCURING
from services.adjudication.domain.remedies import AFTER
from services.adjudication.domain.steps import untabled
from shared.law.day import DAY
from shared.law.prescribed import Group, Prescribed

_QUESTION: Final = "adjudication"
_BESIDE: Final = {"caigou": PROCURING}
"""What belongs to a matter beside the steps that all matters have."""


def _editions(rules: Iterable[Prescribed]) -> tuple[Prescribed, ...]:
    """Each period once over the editions that follow one another and leave it as it was."""
    found: list[Prescribed] = []
    for rule in rules:
        before = next((each for each in found if _goes_on(each, rule)), None)
        if before:
            found[found.index(before)] = replace(before, until=rule.until)
        else:
            found.append(rule)
    return tuple(found)


def _goes_on(before: Prescribed, rule: Prescribed) -> bool:
    """Whether the next edition begins where the one before ends, with the same rule."""
    if before.until is None or before.until + DAY != rule.since:
        return False
    return replace(rule, since=before.since, until=before.until) == before


def _groups() -> Iterator[Group]:
    for code, term in names().items():
        own = (rule for row in rows_of(code) for rule in untabled(row))
        periods = (*_editions(own), *_BESIDE.get(code, ()))
        if periods:
            yield Group(name=code, term=term, question=_QUESTION, periods=periods)
    yield Group(name="after", term="裁决之后", question=_QUESTION, periods=AFTER)


GROUPS: Final = tuple(_groups())
"""Every period that only the question reckons."""
