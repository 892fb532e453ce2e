"""Facts of a whistle 吹哨报到 as a whole: proposed, blown, finished, called back, closed."""

from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact
from shared.contracts.intake import Risk
from shared.contracts.routing.parts import (
    Chair,
    Planned,
    ReturnReason,
    Rung,
    Tier,
    WhistleEnd,
    WhistleKind,
)
from shared.contracts.routing.roads import Road


class WhistleProposed(Fact):
    """请示吹哨: above a set risk the leader signs before the departments are called (RULES 18)."""

    kind: Literal["routing.whistle_proposed.v1"] = "routing.whistle_proposed.v1"
    whistle: WhistleKind
    tier: Tier
    centre: str
    matter: str
    place: str
    road: Road
    organs: tuple[str, ...] = ()
    risk: Risk
    whistler: str
    level: Rung
    planned: tuple[Planned, ...]
    inform: tuple[str, ...] = ()
    text_id: UUID | None = None
    """Document with what the whistler asks for."""
    request_id: UUID | None = None
    """The request 请求, by which one that is sent again is known."""
    sign_off: str
    """Period within which the leader signs, as `1h`."""
    signer: str = ""
    """Organ code of the centre whose leader signs, or one above; any leader who sees it if empty.
    """
    disputes: tuple[UUID, ...] = ()
    """The disputes of a hot spot 热点 for all of which it is proposed."""


class WhistleBlown(Fact):
    """吹哨: a centre calls the departments that answer for a dispute (RULES 8)."""

    kind: Literal["routing.whistle_blown.v1"] = "routing.whistle_blown.v1"
    whistle: WhistleKind
    tier: Tier
    """Urgency tier, by which the departments' clocks are set."""
    centre: str
    """Organ code of the centre 综治中心 that blows it."""
    matter: str
    place: str
    road: Road
    organs: tuple[str, ...] = ()
    """Codes of the organs to which the road leads, as the routing file has them."""
    risk: Risk = Risk.BLUE
    whistler: str = ""
    """Organ code of whoever asked for it; empty where the rules blew it by themselves."""
    level: Rung = Rung.TOWNSHIP
    """The level of the ladder at which it is blown."""
    text_id: UUID | None = None
    """Document with what the whistler asks for."""
    request_id: UUID | None = None
    """The request 请求, by which one that is sent again is known."""
    close: str = "4wd"
    """Period within which the centre closes it."""
    meeting: str | None = None
    """Period within which a complex matter is met on, and has a plan."""
    plan: str | None = None
    rules: str = ""
    """Edition of the rules under care by which it was blown."""
    disputes: tuple[UUID, ...] = ()
    """The disputes of a hot spot 热点 for all of which it is blown."""


class WhistleReturned(Fact):
    """退哨: false, a duplicate, not tried one level below, or not signed; counted (RULES 19)."""

    kind: Literal["routing.whistle_returned.v1"] = "routing.whistle_returned.v1"
    reason: ReturnReason
    whistler: str = ""
    level: Rung = Rung.TOWNSHIP
    matter: str = ""
    place: str = ""
    reason_id: UUID | None = None
    """Document with the reason, where somebody wrote one."""
    other_id: UUID | None = None
    """The whistle that is open already 已有的哨."""
    request_id: UUID | None = None
    """The request 请求, by which one that is sent again is known."""


class JointMeetingHeld(Fact):
    """联合会商: the departments met on a matter; minutes and, if made, a plan (RULES 25)."""

    kind: Literal["routing.meeting_held.v1"] = "routing.meeting_held.v1"
    departments: tuple[str, ...]
    minutes_id: UUID
    """Document with the minutes 会商纪要."""
    chair: Chair | None = None
    """Who chaired it; None on pages from before that was asked."""
    heads: tuple[str, ...] = ()
    """Codes of the departments whose heads came in person (PLAN 23)."""


class JointPlanMade(Fact):
    """联合方案: who does what by when, as the departments agreed (RULES 25)."""

    kind: Literal["routing.plan_made.v1"] = "routing.plan_made.v1"
    departments: tuple[str, ...]
    plan_id: UUID
    """Document with the plan 办理方案."""


class LeadNamed(Fact):
    """改任主办: a department that is called already becomes the lead (RULES 27)."""

    kind: Literal["routing.lead_named.v1"] = "routing.lead_named.v1"
    department: str
    instead_of: str
    finish: str
    """Period for finishing from now on."""
    visit: str | None = None
    """Period for the first visit, where the tier asks for one."""


class WhistleFinished(Fact):
    """主办办结待回访: the lead has done it, everybody has answered; now call back (RULES 24)."""

    kind: Literal["routing.whistle_finished.v1"] = "routing.whistle_finished.v1"
    lead: str
    evidence_id: UUID
    callback: str
    """Period within which the centre calls back."""


class CalledBack(Fact):
    """回访: were the parties reached, is it solved, are they satisfied (RULES 36)."""

    kind: Literal["routing.called_back.v1"] = "routing.called_back.v1"
    attempt: int
    """Which attempt this is, from 1 after each finish."""
    reached: bool
    solved: bool | None = None
    satisfied: bool | None = None
    note_id: UUID | None = None
    """Document with what was said."""
    again: str | None = None
    """Period that is added for another attempt, on another day, where nobody was reached."""


class WhistleReopened(Fact):
    """重新办理: whoever was called back was not satisfied; once (RULES 39)."""

    kind: Literal["routing.whistle_reopened.v1"] = "routing.whistle_reopened.v1"
    close: str
    """Period within which the centre closes it now."""


class WhistleRaised(Fact):
    """提级: the whistle stands under the next level now (RULES 37)."""

    kind: Literal["routing.whistle_raised.v1"] = "routing.whistle_raised.v1"
    level: Rung
    centre: str
    """Organ code of the centre that answers for it from now on."""
    close: str


class WhistleClosed(Fact):
    """办结: the centre closes the whistle once every department called has answered (RULES 12)."""

    kind: Literal["routing.whistle_closed.v1"] = "routing.whistle_closed.v1"
    end: WhistleEnd
    handed_to: Road | None = None
    """The road on which the dispute goes on, when it is not solved yet."""
    organs: tuple[str, ...] = ()
    """Codes of the organs to which it is handed over, such as the mediation committee."""
    level: Rung = Rung.TOWNSHIP
    """The level at which it ended."""


class RoutingActOverdue(Fact):
    """逾期未办: an act that the centre owed is late (RULES 13)."""

    kind: Literal["routing.overdue.v1"] = "routing.overdue.v1"
    duty: str
    """Name of the deadline that is over."""
