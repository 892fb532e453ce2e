"""权属: a department refuses or names another, and the centre rules (RULES 26, 27).

Whoever received the matter first may not push it back 首接负责: an objection comes before the
check-in and in its time, once, and never in a circle. A ruling is kept as a precedent.
"""

from uuid import UUID

from services.routing.domain.times import Times
from services.routing.domain.whistle import Standing
from services.routing.domain.whistle_case import Whistle
from shared.contracts.fact import Head
from shared.contracts.routing import (
    CompetenceDisputed,
    CompetenceUpheld,
    DepartmentRefused,
    DepartmentRuledOut,
    LeadNamed,
)
from shared.law.article import RULES
from shared.law.procedure import Refused


def refuse(
    whistle: Whistle, department: str, times: Times, *, basis: str, reason_id: UUID, head: Head
) -> DepartmentRefused:
    """拒绝承办 (RULES 26).

    Raises:
        Refused: It has checked in, has objected before, or its time for that is over.
    """
    _may_object(whistle, department)
    return DepartmentRefused(
        head=head,
        department=department,
        basis=basis,
        reason_id=reason_id,
        ruling=times.ruling.code,
    )


def dispute(
    whistle: Whistle,
    department: str,
    competent: str,
    times: Times,
    *,
    basis: str,
    reason_id: UUID,
    head: Head,
) -> CompetenceDisputed:
    """权属异议 (RULES 26).

    Raises:
        Refused: As `refuse`; or it points to itself, or to one that was ruled out under this
            whistle already.
    """
    _may_object(whistle, department)
    if competent == department:
        raise Refused("异议应当指明其他部门", RULES[26])
    if whistle.tracks.get(competent) == Standing.RULED_OUT:
        raise Refused("所指部门已在本哨被裁定不承办，不得循环推诿", RULES[26])
    return CompetenceDisputed(
        head=head,
        department=department,
        competent=competent,
        basis=basis,
        reason_id=reason_id,
        ruling=times.ruling.code,
    )


def _may_object(whistle: Whistle, department: str) -> None:
    whistle.must_be_called(department)
    part = whistle.part(department)
    called = whistle.tracks[department] in (Standing.CALLED, Standing.OBJECTED)
    if part.came or not called:
        raise Refused("首接负责，报到后不得推诿", RULES[26])
    if part.objected:
        raise Refused("每个部门在一次吹哨中只能提出一次异议", RULES[26])
    if "check_in" in part.late:
        raise Refused("报到期限已经届满，不得再提异议", RULES[26])


def uphold(
    whistle: Whistle, department: str, times: Times, *, basis: str, reason_id: UUID, head: Head
) -> CompetenceUpheld:
    """裁定应当承办: it checks in, as soon as the tier says, from now on (RULES 27)."""
    clocks = times.tiers[whistle.tier]
    visit = clocks.visit if department == whistle.lead else None
    return CompetenceUpheld(
        head=head,
        department=department,
        basis=basis,
        reason_id=reason_id,
        check_in=clocks.check_in.code,
        visit=visit.code if visit else None,
    )


def rule_out(
    whistle: Whistle, department: str, *, instead: str, basis: str, reason_id: UUID, head: Head
) -> DepartmentRuledOut:
    """裁定不承办; of the lead only with another one in its place (RULES 27).

    Raises:
        Refused: The lead would be missing, or the other one is no other.
    """
    part = whistle.part(department)
    if whistle.tracks.get(department) == Standing.ANSWERED and "finish" not in part.late:
        raise Refused("已经反馈的部门，逾期不办结的方可改由其他部门承办", RULES[27])
    if department == whistle.lead and not instead:
        raise Refused("裁定主办部门不承办的，应当同时另定主办部门", RULES[27])
    if instead == department:
        raise Refused("另定的部门应当是其他部门", RULES[27])
    return DepartmentRuledOut(
        head=head, department=department, instead=instead, basis=basis, reason_id=reason_id
    )


def lead_named(whistle: Whistle, lead: str, times: Times, *, head: Head) -> LeadNamed:
    """改任主办, of one that is called already (RULES 27).

    Raises:
        Refused: It leads already, or waits for the party.
    """
    if lead == whistle.lead:
        raise Refused("该部门已经是主办部门", RULES[27])
    if whistle.part(lead).waiting:
        raise Refused("该部门正在等待当事人，应当先恢复办理再改任主办", RULES[27])
    clocks = times.tiers[whistle.tier]
    visit = clocks.visit if clocks.visit and not whistle.part(lead).visited else None
    return LeadNamed(
        head=head,
        department=lead,
        instead_of=whistle.lead,
        finish=clocks.finish.code,
        visit=visit.code if visit else None,
    )
