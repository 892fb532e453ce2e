"""合并审理: which cases are handled together, and on which of four grounds (ARR2026 43)."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import assert_never
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.conduct.joining import joinder
from services.reconsideration.domain.people_acts import hold
from shared.contracts.reconsideration.people import Joinder
from shared.law.article import ARR2026
from shared.law.procedure import Refused

Marks = Mapping[UUID, str]
"""A mark of each applicant, by which one who is registered twice is known to be one."""


def check_joinder(
    case: Case, others: Collection[Case], ground: Joinder, on: date, marks: Marks
) -> None:
    """合并审理, of cases about the same act or acts of one kind (ARR2026 43).

    Args:
        case: The case with which they are joined.
        others: The others; which of them all came first is not said.
        ground: Which of the four.
        on: The day of the step.
        marks: Of the applicants of all of them; whoever has none is known by the id alone.

    Raises:
        Refused: Another authority has one of them, the acts are of different kinds, the parties
            are not those of the ground, or all are joined already.
    """
    article = ARR2026[43].par(1, list(Joinder).index(ground) + 1)
    same = all(one.authority == case.authority for one in others)
    hold(joinder(ground, on, same_authority=same), article)
    if not others or any(one.act is not case.act for one in others):
        raise Refused(
            "因同一行政行为或者同类行政行为发生的案件，才可以合并审理", ARR2026[43].par(1)
        )
    if says := _otherwise(ground, (case, *others), marks):
        raise Refused(f"{says}，不是这种合并审理的情形", article)
    if all(one.case_id in case.joined for one in others):
        raise Refused("各案已经合并审理", ARR2026[43].par(1))


def _otherwise(ground: Joinder, cases: Collection[Case], marks: Marks) -> str:
    """Why these cases are not those of the ground; empty where they are (ARR2026 43(1))."""
    several = len({frozenset(one.respondents) for one in cases}) > 1
    match ground:
        case Joinder.SEVERAL_ORGANS:
            return "" if several else "被申请人是同一机关"
        case Joinder.SEVERAL_PARTIES if several:
            return "被申请人不止一个"
        case Joinder.SEVERAL_PARTIES:
            parties = {_known(one, marks) for one in cases}
            return "" if len(parties) > 1 else "申请人是同一方"
        case Joinder.NEW_ACT:
            return _not_anew(cases, marks)
        case Joinder.OTHER:
            return ""
        case never:
            assert_never(never)


def _not_anew(cases: Collection[Case], marks: Marks) -> str:
    """复议期间被申请人对申请人作出新的行政行为: why it is not so; empty where it is.

    One of the cases was on hand as the acts of the others were done, by one of its respondents
    against one of its applicants. Alone or together with others is the same.
    """
    found = [_not_after(one, [rest for rest in cases if rest is not one], marks) for one in cases]
    return "" if "" in found else found[0]


def _not_after(pending: Case, others: Collection[Case], marks: Marks) -> str:
    applicants, organs = _known(pending, marks), set(pending.respondents)
    if any(organs.isdisjoint(one.respondents) for one in others):
        return "新的行政行为不是本案被申请人作出的"
    if any(applicants.isdisjoint(_known(one, marks)) for one in others):
        return "新的行政行为不是对本案申请人作出的"
    since = pending.accepted_on
    if since is None:
        return "没有已经受理的案件，行政行为不是在复议期间作出的"
    if any(one.act_done_on is None for one in others):
        return "新的行政行为何日作出没有写明，不能认定是在复议期间作出的"
    if any(one.act_done_on < since for one in others if one.act_done_on):
        return "行政行为不是在复议期间作出的"
    return ""


def _known(case: Case, marks: Marks) -> frozenset[str]:
    return frozenset(marks.get(one, str(one)) for one in case.applicants)


def newly_joined(case: Case, together: Collection[UUID]) -> tuple[UUID, ...]:
    """Which of the files that are handled together a case does not name yet.

    Whoever was joined with one of them before is handled together with all of them now, so every
    file comes to name every other one.
    """
    return tuple(one for one in together if one != case.case_id and one not in case.joined)
