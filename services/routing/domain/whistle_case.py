"""哨: one whistle as a value, and what the centre and the departments may do with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from services.routing.domain.tiers import Called
from services.routing.domain.whistle import Standing, State
from shared.contracts.fact import Fact, Head
from shared.contracts.routing import (
    CallRole,
    DepartmentAnswered,
    DepartmentCalled,
    DepartmentCalledToDanger,
    DepartmentCalledUrgently,
    DepartmentCheckedIn,
    Finding,
    Road,
    Tier,
    WhistleBlown,
    WhistleClosed,
    WhistleEnd,
    WhistleKind,
)
from shared.law.article import RULES
from shared.law.casefile import CaseFile
from shared.law.procedure import Refused

_TIERS: Final[Mapping[Tier, type[Called]]] = {
    Tier.ORDINARY: DepartmentCalled,
    Tier.URGENT: DepartmentCalledUrgently,
    Tier.EMERGENCY: DepartmentCalledToDanger,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Whistle(CaseFile):
    """A whistle as its facts have made it."""

    state: State | None = None
    whistle: WhistleKind = WhistleKind.DAILY
    tier: Tier = Tier.ORDINARY
    centre: str = ""
    matter: str = ""
    place: str = ""
    road: Road | None = None
    organs: tuple[str, ...] = ()
    """Codes of the organs to which the road leads."""
    lead: str = ""
    """Department code of the lead 主办."""
    findings: Mapping[str, str] = field(default_factory=dict)
    """What each department that answered found."""

    def learnt(self, fact: Fact) -> dict[str, object]:
        """What the file remembers of a fact."""
        match fact:
            case WhistleBlown():
                names = ("whistle", "tier", "centre", "matter", "place", "road", "organs")
                return {name: getattr(fact, name) for name in names}
            case DepartmentAnswered():
                return {"findings": {**self.findings, fact.department: str(fact.finding)}}
            case DepartmentCalled() | DepartmentCalledUrgently() | DepartmentCalledToDanger():
                return {"lead": fact.department} if fact.role is CallRole.LEAD else {}
            case _:
                return {}

    @property
    def silent(self) -> tuple[str, ...]:
        """Departments that were called and have not answered yet."""
        owing = (Standing.CALLED, Standing.CHECKED_IN)
        return tuple(code for code, stands in self.tracks.items() if stands in owing)


def call(head: Head, tier: Tier, department: str, role: CallRole) -> Called:
    """召集部门: the call of the tier, which sets the time to check in (RULES 9)."""
    return _TIERS[tier](head=head, department=department, role=role)


def check_in(whistle: Whistle, department: str, *, head: Head) -> DepartmentCheckedIn:
    """报到 (RULES 4).

    Raises:
        Refused: The department was not called.
    """
    _must_be_called(whistle, department)
    return DepartmentCheckedIn(head=head, department=department)


def answer(
    whistle: Whistle, department: str, finding: Finding, opinion_id: UUID, *, head: Head
) -> DepartmentAnswered:
    """反馈 (RULES 11).

    Raises:
        Refused: The department was not called.
    """
    _must_be_called(whistle, department)
    return DepartmentAnswered(
        head=head, department=department, finding=finding, opinion_id=opinion_id
    )


def close(whistle: Whistle, *, head: Head) -> WhistleClosed:
    """办结: as the lead found; a civil dispute that is not solved goes on to mediation (RULES 12).

    Raises:
        Refused: A department that was called has not answered.
    """
    if whistle.silent:
        raise Refused(f"尚有部门未反馈：{'、'.join(whistle.silent)}", RULES[12])
    if whistle.findings.get(whistle.lead) == Finding.SOLVED:
        return WhistleClosed(head=head, end=WhistleEnd.SOLVED)
    if whistle.road is Road.PEOPLES_MEDIATION:
        return WhistleClosed(
            head=head, end=WhistleEnd.HANDED_OVER, handed_to=whistle.road, organs=whistle.organs
        )
    return WhistleClosed(head=head, end=WhistleEnd.UNSOLVED)


def end_withdrawn(head: Head) -> WhistleClosed:
    """终止哨: the party took the dispute back, and nobody owes an answer any more (RULES 3)."""
    return WhistleClosed(head=head, end=WhistleEnd.WITHDRAWN)


def _must_be_called(whistle: Whistle, department: str) -> None:
    if whistle.tracks.get(department) in (None, Standing.INFORMED):
        raise Refused("该部门不在本次吹哨的召集名单内", RULES[9])
