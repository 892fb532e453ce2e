"""合并审理的各案: beside a case those handled together with it, and what each still waits for.

And with which other authorities it is decided, where organs under different ones acted together.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from services.reconsideration.domain import co_deciding
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.signing import before_others
from services.reconsideration.domain.together import check_bound, check_drafted, check_joined
from services.reconsideration.pages.steps import Step, step_of
from services.reconsideration.queries.parties import number_of
from services.reconsideration.store import CASES
from shared.auth import Identity, may_see
from shared.directory import Directory
from shared.frame import Page
from shared.law.article import Article
from shared.law.procedure import Refused


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


@dataclass(frozen=True, slots=True)
class DecidedBy:
    """共同作出决定: which other authorities decide a case, and how far each has come."""

    article: Article
    uncalled: tuple[tuple[str, ...], ...]
    """Who is still to be called in; of several in one place, one of them."""
    called: tuple[tuple[str, str], ...]
    """Who was, each with what it has said of what lies before it."""
    superfluous: tuple[str, ...]
    """Who was, and is not competent as the respondents are now."""


def decided_by(directory: Directory, case: Case) -> DecidedBy | None:
    """Which other authorities decide a case; None where nobody else does (ARR2026 32)."""
    together = co_deciding.decided_with(case, directory)
    if together is None and not case.co_authorities:
        return None
    return DecidedBy(
        article=together.article if together else co_deciding.JOINTLY,
        uncalled=co_deciding.uncalled(case, directory),
        called=tuple((one, _said_by(case, one)) for one in case.co_authorities),
        superfluous=() if case.is_closed else co_deciding.superfluous(case, directory),
    )


def _said_by(case: Case, organ: str) -> str:
    lies = before_others(case)
    if any(organ in one.opposed for one in lies):
        return "不同意会签"
    if any(organ not in one.countersigned for one in lies):
        return "尚未会签"
    return "已会签" if lies else "已通知共同办理"
