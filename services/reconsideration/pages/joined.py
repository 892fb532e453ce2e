"""合并审理的各案: beside a case those handled together with it, and what each still waits for.

And with which other authorities it is decided, where organs under different ones acted together.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.jurisdiction import Together, decides_with
from services.reconsideration.domain.together import check_bound, check_drafted, check_joined
from services.reconsideration.pages.steps import Step, step_of
from services.reconsideration.queries.parties import number_of
from services.reconsideration.store import CASES
from shared.auth import Identity, may_see
from shared.directory import Directory
from shared.frame import Page
from shared.law.article import ARR2026
from shared.law.procedure import Refused
from shared.law.reconsidering.jurisdiction import authorities


@dataclass(frozen=True, slots=True)
class Joined:
    """One of the cases that are handled together, as it stands."""

    case: Case
    number: str
    step: Step
    bars: tuple[Refused, ...]
    """What still holds back one decision together with the case in hand."""
    leads: bool
    """Whether the case in hand is drafted upon, and goes up with, this one."""


async def joined(page: Page, who: Identity, case: Case, now: datetime) -> Sequence[Joined]:
    """The cases that were joined with this one, as far as `who` may see them."""
    found = []
    for case_id in case.joined:
        one, labels = await page.hub.read(CASES, case_id)
        if may_see(who, one.dispute_id, {**labels, "office": CASES.office}):
            number = await number_of(page.hub, one.dispute_id)
            step = step_of(one, by=who.code, now=now, calendar=page.hub.calendar)
            found.append(_of(case, one, number, step))
    return found


def _of(case: Case, one: Case, number: str, step: Step) -> Joined:
    drafted = case.drafted
    joint = drafted.joint if drafted else None
    leads = joint is not None and joint.leading == one.case_id
    return Joined(case=one, number=number, step=step, bars=_bars(case, one, step), leads=leads)


def _bars(case: Case, one: Case, step: Step) -> tuple[Refused, ...]:
    """Whether they are still together, its draft, and every gate of its own."""
    if case.decided_on:
        return ()
    joint = case.drafted.joint if case.drafted else None
    is_bound = joint and joint.leading == case.case_id and one.case_id in joint.together
    try:
        check_joined(case, one)
        if is_bound:
            check_bound(case, one)
        check_drafted(one)
    except Refused as refused:
        return (refused, *step.lacks)
    return step.lacks


def decided_with(directory: Directory, case: Case) -> Together | None:
    """With which other authorities a case is to be decided; None where nobody else decides.

    Whoever has taken a case up decides it alone (ARL 38; ARR2026 32).
    """
    if case.is_closed or case.elevated.before:
        return None
    over = [authorities(one, directory) for one in case.respondents]
    return decides_with(over, case.authority, case.received_on or ARR2026.since)
