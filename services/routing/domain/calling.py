"""召集: who is called, in which part, why, and with which clocks (RULES 8 to 10, 46)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from services.routing.domain.signing import must_be_another
from services.routing.domain.times import Times
from services.routing.domain.whistle import Standing
from services.routing.domain.whistle_case import Whistle
from shared.contracts.fact import Head
from shared.contracts.intake import Risk
from shared.contracts.routing import (
    CallRole,
    DepartmentCalled,
    DepartmentInformed,
    Planned,
    Road,
    Rung,
    Tier,
    WhistleBlown,
    WhistleKind,
    WhistleProposed,
    Why,
)
from shared.law.article import RULES
from shared.law.procedure import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """吹哨的内容: what a whistle says, before it is proposed, blown or returned."""

    tier: Tier
    centre: str
    matter: str
    place: str
    road: Road
    organs: tuple[str, ...]
    risk: Risk
    level: Rung
    planned: tuple[Planned, ...]
    inform: tuple[str, ...] = ()
    whistler: str = ""
    kind: WhistleKind | None = None
    """As the whistler names it; else by tier and number."""
    text_id: UUID | None = None
    request_id: UUID | None = None
    disputes: tuple[UUID, ...] = ()

    @property
    def departments(self) -> tuple[str, ...]:
        """Everybody who is named, the lead first."""
        return (*(one.department for one in self.planned), *self.inform)

    def kind_of(self, times: Times) -> WhistleKind:
        """哨的种类, by danger first and then by how many are called."""
        if self.kind is not None:
            return self.kind
        if self.tier is Tier.EMERGENCY:
            return WhistleKind.EMERGENCY
        several = len(self.planned) >= times.concentrated_from
        return WhistleKind.CONCENTRATED if several else WhistleKind.DAILY

    def to_be_signed(self, times: Times) -> bool:
        """签批: whether the leader signs first; the rules and danger wait for nobody (RULES 18)."""
        colours = list(Risk)
        grave = colours.index(self.risk) >= colours.index(times.sign_off_from)
        return grave and bool(self.whistler) and self.tier is not Tier.EMERGENCY


def plan(
    lead: str, assist: Sequence[str], why: Why, row: str = "", tasks: Sequence[UUID | None] = ()
) -> tuple[Planned, ...]:
    """拟召集部门: one lead and those who assist; whoever leads does not assist as well.

    Args:
        lead: Department code of the lead.
        assist: Department codes of the others; doubles and the lead itself are left out.
        why: Why they were chosen.
        row: The row of the duty list that names them.
        tasks: Documents with their tasks, the lead's first.
    """
    codes = tuple(dict.fromkeys((lead, *assist)))
    papers = (*tasks, *(None for _ in range(len(codes))))
    return tuple(
        Planned(
            department=code,
            role=CallRole.ASSIST if at else CallRole.LEAD,
            why=why,
            row=row,
            task_id=papers[at],
        )
        for at, code in enumerate(codes)
    )


def proposed(call: Call, times: Times, signer: str, head: Head) -> WhistleProposed:
    """请示吹哨; `signer` is the centre whose leader signs (RULES 18)."""
    return WhistleProposed(
        head=head,
        **_said(call, times),
        planned=call.planned,
        inform=call.inform,
        sign_off=times.sign_off.code,
        signer=signer,
    )


def blown(call: Call, times: Times, rules: str, head: Head) -> WhistleBlown:
    """吹哨 (RULES 8)."""
    tier = times.tiers[call.tier]
    return WhistleBlown(
        head=head,
        **_said(call, times),
        close=tier.close.code,
        meeting=tier.meeting.code if tier.meeting else None,
        plan=tier.plan.code if tier.plan else None,
        rules=rules,
    )


_ALIKE: Final = (
    *("tier", "centre", "matter", "place", "road", "organs", "risk", "whistler", "level"),
    *("text_id", "request_id", "disputes"),
)
"""What a whistle says in the same fields as a call, a proposal and a page."""


def _said(of: Call, times: Times) -> dict[str, Any]:
    return {"whistle": of.kind_of(times), **{name: getattr(of, name) for name in _ALIKE}}


def signed(whistle: Whistle, times: Times, rules: str, head: Head) -> WhistleBlown:
    """签批: what was proposed is blown (RULES 18).

    Raises:
        Refused: Whoever asked for it would sign it.
    """
    must_be_another(whistle, head.by)
    assert whistle.road is not None  # noqa: S101 - a proposal names its road
    said = {name: getattr(whistle, name) for name in _ALIKE}
    call = Call(**said, planned=whistle.planned, kind=whistle.whistle)
    return blown(call, times, rules, head)


def called(
    planned: Planned, tier: Tier, times: Times, head: Head, instead_of: str = ""
) -> DepartmentCalled:
    """召集部门: with the clocks of the tier; only the lead visits and finishes (RULES 9)."""
    clocks = times.tiers[tier]
    lead = planned.role is CallRole.LEAD
    return DepartmentCalled(
        head=head,
        department=planned.department,
        role=planned.role,
        why=planned.why,
        row=planned.row,
        instead_of=instead_of,
        task_id=planned.task_id,
        check_in=clocks.check_in.code,
        visit=clocks.visit.code if lead and clocks.visit else None,
        opinion=clocks.opinion.code,
        finish=clocks.finish.code if lead else None,
        to_leader=clocks.to_leader.code,
        to_inspection=clocks.to_inspection.code,
    )


def recalled(
    whistle: Whistle, department: str, times: Times, head: Head, task_id: UUID | None = None
) -> DepartmentCalled:
    """召回: one that was left out or ruled out is called after all, to assist (RULES 46).

    Raises:
        Refused: It is under the whistle and owes something already.
    """
    free = (None, Standing.INFORMED, Standing.RULED_OUT)
    if whistle.tracks.get(department) not in free:
        raise Refused("该部门已在本次吹哨的召集名单内", RULES[46])
    planned = Planned(department=department, role=CallRole.ASSIST, why=Why.RECALL, task_id=task_id)
    return called(planned, whistle.tier, times, head)


def informed(department: str, head: Head) -> DepartmentInformed:
    """知会部门 (RULES 10)."""
    return DepartmentInformed(head=head, department=department)
