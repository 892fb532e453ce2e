"""重复申请: which earlier files stand in an applicant's way, and whom they bar (ARL 29, 30, 74).

An application is received whatever came before, and each applicant's is its own: whoever has not
applied against the act is not barred by somebody who has (RULES 136).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.conditions import Finding
from services.reconsideration.domain.ordinary import NOT_YET_ACCEPTED, ON_HAND, State
from services.reconsideration.domain.untried import (
    OF_SUITS,
    Earlier,
    History,
    is_repeated,
    of_history,
)
from shared.contracts.reconsideration import (
    Condition,
    Outcome,
)
from shared.contracts.reconsideration.admissibility import ConditionFound, Verdict
from shared.contracts.reconsideration.settling import Refiling
from shared.law.article import ARR2026, RULES, Article
from shared.law.procedure import Refused

Known = Mapping[UUID, Collection[UUID]]
"""Under which ids an applicant is known in other files; whoever is left out has the one id."""

NOT_KNOWN: Final[Known] = {}

_WITHDRAWN: Final = (Earlier.SETTLED, Earlier.WITHDRAWN)
_NEVER: Final = {
    State.DECLINED: Earlier.DECLINED,
    State.ABANDONED: Earlier.ABANDONED,
    State.WITHDRAWN: Earlier.TAKEN_BACK,
}
"""What was never accepted."""
_DECIDED: Final = (State.DECIDED, State.DELIVERED, State.ENDED_ABOVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """此前的案卷 about the same act, and what it means for whom."""

    file: Case
    applicants: tuple[UUID, ...]
    """Those of the application in hand who applied there, too."""
    earlier: Earlier
    finding: Finding

    @property
    def bars(self) -> bool:
        """Whether it stands in their way, as long as nobody found that it does not."""
        return self.finding.met is False

    @property
    def is_open(self) -> bool:
        """Whether it is in hand, received or accepted."""
        return self.file.state in (*NOT_YET_ACCEPTED, *ON_HAND)


@dataclass(frozen=True, slots=True)
class Others:
    """Other files about the same act, or what may be the same, as they were read."""

    files: tuple[Case, ...] = ()
    known: Known = field(default_factory=dict)


def became_of(file: Case) -> Earlier:
    """What became of an earlier application: whether it was accepted, and how it ended."""
    if file.state is State.TERMINATED and file.withdrawn:
        return _taken_back(settled=file.settled)
    if file.state in ON_HAND:
        return Earlier.ON_HAND
    if file.state is State.MEDIATED:
        return Earlier.MEDIATED
    if file.state in _DECIDED and not _dismissed(file):
        return Earlier.DECIDED
    return _NEVER.get(file.state, Earlier.NONE) if file.state else Earlier.NONE


def _dismissed(file: Case) -> bool:
    return file.outcome is Outcome.APPLICATION_DISMISSED


def _taken_back(*, settled: bool) -> Earlier:
    return Earlier.SETTLED if settled else Earlier.WITHDRAWN


def before(
    case: Case, files: Iterable[Case], on: date, known: Known = NOT_KNOWN
) -> tuple[Before, ...]:
    """此前的案卷 that concern applicants of this one, with what each means for them.

    Args:
        case: The application in hand.
        files: Other files about the same act, or about what may be the same.
        on: The day, by whose edition it goes.
        known: Of the applicants of this one.
    """
    return tuple(
        Before(
            file=file,
            applicants=whose,
            earlier=earlier,
            finding=_found(case, file, earlier, ground, on),
        )
        for file in files
        for earlier, there in _ways(file)
        for ground, whose in _by_ground(case, _in_both(case, there, known))
    )


def _by_ground(
    case: Case, whose: Collection[UUID]
) -> Iterator[tuple[Refiling | None, tuple[UUID, ...]]]:
    """What was proved lifts the bar for whoever proved it, and for nobody else (ARL 74)."""
    proved = {one.person_id: one.ground for one in case.refilings}
    for ground in dict.fromkeys(proved.get(one) for one in whose):
        yield ground, tuple(one for one in whose if proved.get(one) is ground)


def _ways(file: Case) -> Iterator[tuple[Earlier, Collection[UUID]]]:
    """What became of it for those who are in it still, and for each who withdrew by itself."""
    yield became_of(file), file.applicants
    for settled in (True, False):
        gone = [one.person_id for one in file.gone if one.settled is settled]
        yield _taken_back(settled=settled), gone


def _in_both(case: Case, there: Collection[UUID], known: Known) -> tuple[UUID, ...]:
    return tuple(one for one in case.applicants if not {one, *known.get(one, ())}.isdisjoint(there))


def _found(case: Case, file: Case, earlier: Earlier, ground: Refiling | None, on: date) -> Finding:
    """Organ and number tell an act; without its number a person sees whether it is the same."""
    history = History(
        earlier=earlier,
        against_will=ground is Refiling.AGAINST_WILL,
        other_facts=ground is Refiling.OTHER_FACTS,
        accepted=case.accepted_on is not None,
    )
    finding = of_history(history, on)
    if finding.met is False and is_repeated(history, on, new_facts=False):
        says = "没有新的事实和理由，就同一事项再次申请行政复议，不再处理"
        finding = replace(finding, because=says, article=ARR2026[37].par(2))
    same = not set(case.act_ids).isdisjoint(file.act_ids)
    if earlier is Earlier.NONE:
        return _not_reviewed(file, finding)
    if same or finding.met or earlier in _WITHDRAWN:
        return finding
    return replace(finding, met=None, because="没有写明文号，是否同一行政行为，由审查人员认定")


def _not_reviewed(file: Case, finding: Finding) -> Finding:
    """Of what was never reviewed; what ended after acceptance is for a person to judge (ARL 30)."""
    if file.accepted_on is None:
        return replace(finding, because="此前的申请没有受理，不影响本案")
    because = "此前的申请受理后没有实体处理，是否属于受理过，由审查人员认定"
    return replace(finding, met=None, because=because)


def barred(case: Case, found: Iterable[Before]) -> tuple[UUID, ...]:
    """The applicants in whose way something stands, in the order of the application."""
    return _those_of(case, (one for one in found if one.bars))


def _those_of(case: Case, found: Iterable[Before]) -> tuple[UUID, ...]:
    whose = {who for one in found for who in one.applicants}
    return tuple(one for one in case.applicants if one in whose)


def refuse_barred(case: Case, found: Collection[Before]) -> None:
    """受理过的不再受理: nobody is accepted in whose way an earlier file stands (ARL 30, 74).

    Raises:
        Refused: It stands in somebody's way.
    """
    first = next((one for one in found if one.bars), None)
    if first is None:
        return
    says = first.finding.because
    if len(barred(case, found)) < len(case.applicants):
        says += "；其他申请人不受影响，先对重复申请的分案办理"
    raise Refused(says, first.finding.article)


def must_concern_all(case: Case, found: Collection[Before]) -> None:
    """只对重复申请的人不予受理: the others' applications are reviewed by themselves (ARL 30).

    What a person has to judge counts too: whoever refuses has judged that it stands in the way.

    Raises:
        Refused: Something stands in the way of some of the applicants, or may, and not of others.
    """
    concerned = _those_of(case, (one for one in found if one.finding.met is not True))
    if 0 < len(concerned) < len(case.applicants):
        says = "只有部分申请人重复申请，其他申请人不受影响；对重复申请的先分案办理"
        raise Refused(says, RULES[136])


def _of_application(found: ConditionFound) -> bool:
    """Whether it tells of an earlier application, and not of a suit (ARL 29, 30)."""
    return found.condition is Condition.UNTRIED and Article.parse(found.article) not in OF_SUITS


def must_decline_all(case: Case, found: Collection[Before]) -> None:
    """以受理过为由对全体不予受理: by a suit that bars them all, else by what concerns all (ARL 29).

    Raises:
        Refused: No suit was found to bar the application, and something stands in the way of some
            of the applicants, or may, and not of others.
    """
    untried = (one for one in case.conditions if one.condition is Condition.UNTRIED)
    if not any(one.verdict is Verdict.UNMET and not _of_application(one) for one in untried):
        must_concern_all(case, found)


def must_dismiss_all(case: Case, found: Collection[Before]) -> None:
    """驳回申请 of all who are left, where only an earlier application speaks for it (ARL 33).

    Raises:
        Refused: Something stands in the way of some of the applicants, or may, and not of others.
    """
    unmet = any(one.verdict is Verdict.UNMET for one in case.conditions if not _of_application(one))
    if not (unmet or case.groundless or any(one.hopeless for one in case.findings)):
        must_concern_all(case, found)
