"""此前就同一行政行为的申请: beside a case what its applicants applied for before (ARL 29, 30)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.ordinary.states import ON_HAND, UNDER_REVIEW
from services.reconsideration.domain.repeating import Before, barred, before
from services.reconsideration.domain.suits import may_concern_some
from services.reconsideration.queries.repeating import others_of
from shared.auth import Identity, may_see
from shared.casepage.answers import DisputeOut
from shared.casepage.desk.show import Chapter
from shared.casepage.doing import Doing
from shared.contracts.routing import SuitFiled
from shared.frame import Page

ACTS = ("severance", "refiling", "declination", "no-further-handling")
"""At which doors a person does something about it."""

ACTS_ACCEPTED = ("severance",)
"""After acceptance, where it is some of several: theirs is dismissed apart (ARL 33; RULES 136)."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """One earlier file, as far as the reader may know of it."""

    before: Before
    number: str
    """What its link says, 纠纷编号; empty where the reader may not see it."""
    whose: str
    """Which of the applicants, where not all of them."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """What was applied for before, whom it bars, and what may be done about it now."""

    earlier: Sequence[Earlier] = ()
    barred: tuple[UUID, ...] = ()
    severed: Sequence[UUID] = ()
    """Files in which the applications of others of this one go on 分案办理."""
    sued_on: Sequence[tuple[date, str]] = ()
    """起诉之日 of suits that the routing of the dispute was told of."""
    acts: Sequence[Doing] = ()
    apart: Doing | None = None
    """By which who alone has sued is severed, where it may be some of several (RULES 136)."""


async def repeated(
    page: Page, who: Identity, *, case: Case, dispute: DisputeOut, done: Chapter, on: date
) -> Repeated:
    """What stands beside an application, from its receipt on; a person decides what it means."""
    found = await others_of(page.hub, case)
    seen = {
        one.file.case_id: one.number or "案卷"
        for one in found.read
        if may_see(who, one.file.dispute_id, one.labels)
    }
    every = before(case, found.others.files, on, found.known)
    reviewed = case.state in UNDER_REVIEW
    every_one = barred(case, every) if reviewed or case.state in ON_HAND else ()
    some = 0 < len(every_one) < len(case.applicants)
    acts = ACTS if reviewed else ACTS_ACCEPTED if some else ()
    by_act = {one.door.slug: one for one in done.now}
    return Repeated(
        earlier=[Earlier(one, seen.get(one.file.case_id, ""), _whose(case, one)) for one in every],
        barred=every_one if reviewed else (),
        severed=_severed(case, dispute),
        sued_on=_suits(case, dispute),
        acts=[by_act[act] for act in acts if act in by_act] if every else (),
        apart=by_act.get("severance") if may_concern_some(case) else None,
    )


_SUED = SuitFiled.kind_name()


def _whose(case: Case, one: Before) -> str:
    if len(one.applicants) == len(case.applicants):
        return ""
    nth = (case.applicants.index(who) + 1 for who in one.applicants)
    return "、".join(f"第{each}名申请人" for each in nth)


def _suits(case: Case, dispute: DisputeOut) -> list[tuple[date, str]]:
    """On which days it became known that who of the applicants sued; empty where nobody said who.

    The suit of somebody who is none of this case bars nothing here (ARL 29).
    """
    there = list(map(str, case.applicants))
    found = []
    for one in (page for file in dispute.files for page in file.pages if page.kind == _SUED):
        who = one.findings.get("applicant")
        if who is None or who in there:
            found.append((one.on, f"第{there.index(who) + 1}名申请人" if who else ""))
    return found


def _severed(case: Case, dispute: DisputeOut) -> Sequence[UUID]:
    here = str(case.case_id)
    return [one.case_id for one in dispute.files if one.pages[0].findings.get("came_from") == here]
