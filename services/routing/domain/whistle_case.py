"""哨: one whistle as its pages have made it; what may be done with it stands beside."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from services.routing.domain.whistle import Standing, State
from shared.contracts.fact import Fact
from shared.contracts.intake import Risk
from shared.contracts.routing import (
    AnswerLapsed,
    CalledBack,
    CallRole,
    CheckInLapsed,
    CompetenceDisputed,
    DepartmentAnswered,
    DepartmentCalled,
    DepartmentCalledToDanger,
    DepartmentCalledUrgently,
    DepartmentCheckedIn,
    DepartmentFinished,
    DepartmentOverdue,
    DepartmentRefused,
    DepartmentRuledOut,
    ExtensionAsked,
    ExtensionDenied,
    ExtensionDropped,
    ExtensionGranted,
    Finding,
    JointMeetingHeld,
    LeadNamed,
    OthersAwaited,
    OthersCame,
    PartyAwaited,
    PartyCame,
    Planned,
    Road,
    Rung,
    SiteVisited,
    Tier,
    WaitLapsed,
    WhistleBlown,
    WhistleClosed,
    WhistleFinished,
    WhistleKind,
    WhistleProposed,
    WhistleRaised,
    WhistleReopened,
    WhistleReturned,
)
from shared.law.article import RULES
from shared.law.casefile import CaseFile
from shared.law.procedure import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What the whistle remembers of one department, beside where it stands."""

    role: str = ""
    called: datetime | None = None
    """When it was called last; None until it is."""
    finding: str = ""
    late: tuple[str, ...] = ()
    """Duties whose time was over before they were done."""
    objected: str = ""
    """`refused`, or the code of the department that it held to be competent."""
    asked: str = ""
    """More time that it asks for, not answered yet."""
    extended: bool = False
    waiting: bool = False
    waited: bool = False
    """Whether it has waited for the party before: once a call."""
    visited: bool = False
    came: bool = False
    """Whether it ever checked in: whoever received the matter does not push it back."""
    behind: bool = False
    """Whether, being the lead, it waits for those who assist."""
    to_leader: str = "1wd"
    """How a silence of its climbs, as its call set it: a period's code; and `to_inspection`."""
    to_inspection: str = "1wd"


Parts = Mapping[str, Part]

NOTHING: Final = Part()
"""What is remembered of a department that is not here."""

REFUSED: Final = "refused"

_BLOWN: Final = (
    *("whistle", "tier", "centre", "matter", "place", "road", "organs"),
    *("risk", "whistler", "level", "request_id"),
)
_PROPOSED: Final = (*_BLOWN, "planned", "inform", "text_id", "disputes", "signer")

_CLIMBS: Final = ("to_leader", "to_inspection")

_ASKED: Final = ("matter", "place", "whistler", "level", "request_id")


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
    risk: Risk = Risk.BLUE
    whistler: str = ""
    """Organ code of whoever asked for it; empty where the rules blew it."""
    level: Rung = Rung.TOWNSHIP
    lead: str = ""
    """Department code of the lead 主办."""
    parts: Parts = field(default_factory=dict)
    """What is remembered of each department."""
    planned: tuple[Planned, ...] = ()
    """Whom to call once it is signed."""
    inform: tuple[str, ...] = ()
    """Whom to inform then."""
    text_id: UUID | None = None
    """What the whistler asks for, until it is signed; and `disputes`, those of a hot spot."""
    disputes: tuple[UUID, ...] = ()
    proposed_by: str = ""
    """Who asked for the leader's signature, and so does not sign."""
    signer: str = ""
    """Organ code of the centre whose leader signs."""
    request_id: UUID | None = None
    """The request that it answers, where somebody asked for it."""
    attempts: int = 0
    """Callbacks tried since the lead finished."""
    tried_on: date | None = None
    """The day of the last one."""
    reopened: bool = False
    met: bool = False
    """Whether the departments have met on it."""
    rules: str = ""
    end: str = ""

    def learnt(self, fact: Fact) -> dict[str, Any]:
        """What the file remembers of a fact."""
        if whole := _OF_WHISTLE.get(type(fact)):
            return whole(self, fact)
        if (own := _OF_PART.get(type(fact))) is None:
            return {}
        who: str = fact.department  # type: ignore[attr-defined]  # every page of `_OF_PART` has one
        part = own(self.part(who), fact)
        lead = {"lead": who} if getattr(fact, "role", None) is CallRole.LEAD else {}
        return {"parts": {**self.parts, who: part}, **lead}

    def told_by_lapse(self, lapse: type[Fact], subject: str) -> dict[str, Any]:
        """逾期升级: a silence says how soon it climbs on, as the call of the department set it."""
        part = self.part(subject)
        return {name: getattr(part, name) for name in _CLIMBS if name in lapse.model_fields}

    def has_done(self, department: str) -> bool:
        """Whether it has answered and has nothing to finish: it assists, or could not solve it."""
        if self.tracks.get(department) != Standing.ANSWERED:
            return False
        unsolved = self.part(department).finding == Finding.NOT_SOLVED
        return department != self.lead or unsolved

    def part(self, department: str) -> Part:
        """What is remembered of a department; nothing of one that is not here."""
        return self.parts.get(department, NOTHING)

    @property
    def findings(self) -> dict[str, str]:
        """What each department that answered found."""
        return {code: part.finding for code, part in self.parts.items() if part.finding}

    @property
    def silent(self) -> tuple[str, ...]:
        """Departments that were called and have not answered yet, nor were ruled out."""
        owing = (Standing.CALLED, Standing.CHECKED_IN, Standing.OBJECTED)
        return tuple(code for code, stands in self.tracks.items() if stands in owing)

    @property
    def owing(self) -> tuple[str, ...]:
        """Departments that have something to do; who assists has done its part by answering."""
        if self.state not in (State.BLOWN, State.FINISHED):
            return ()
        answered = self.tracks.get(self.lead) == Standing.ANSWERED
        return (*self.silent, self.lead) if answered else self.silent

    @property
    def assisting(self) -> tuple[str, ...]:
        """Those who are called beside the lead and not ruled out."""
        here = (Standing.INFORMED, Standing.RULED_OUT)
        return tuple(c for c, s in self.tracks.items() if s not in here and c != self.lead)

    @property
    def stands_still(self) -> bool:
        """Whether a callback or the party is awaited: nobody fails who waits (RULES 28, 37)."""
        waiting = any(part.waiting for part in self.parts.values())
        return self.state is State.FINISHED or waiting

    def must_be_called(self, department: str) -> None:
        """Only who was called may act under a whistle.

        Raises:
            Refused: It was not, or is only informed.
        """
        if self.tracks.get(department) in (None, Standing.INFORMED):
            raise Refused("该部门不在本次吹哨的召集名单内", RULES[9])


_SIGNED: Final = {"planned": (), "text_id": None, "disputes": ()}
"""What is remembered only until it is signed."""


def _blown(_: Whistle, fact: WhistleBlown) -> dict[str, Any]:
    return {name: getattr(fact, name) for name in _BLOWN} | {"rules": fact.rules, **_SIGNED}


def _proposed(_: Whistle, fact: WhistleProposed) -> dict[str, Any]:
    return {name: getattr(fact, name) for name in _PROPOSED} | {"proposed_by": fact.head.by}


def _returned(_: Whistle, fact: WhistleReturned) -> dict[str, Any]:
    known = {name: said for name in _ASKED if (said := getattr(fact, name))}
    return known | {"end": fact.reason.value}


def _lead(whistle: Whistle, fact: LeadNamed) -> dict[str, Any]:
    parts = dict(whistle.parts)
    parts[fact.department] = replace(whistle.part(fact.department), role=CallRole.LEAD.value)
    return {"lead": fact.department, "parts": parts}


_OF_WHISTLE: Final[Mapping[type[Fact], Callable[[Whistle, Any], dict[str, Any]]]] = {
    WhistleBlown: _blown,
    WhistleProposed: _proposed,
    WhistleReturned: _returned,
    LeadNamed: _lead,
    JointMeetingHeld: lambda _, __: {"met": True},
    WhistleFinished: lambda _, __: {"attempts": 0},
    CalledBack: lambda _, fact: {"attempts": fact.attempt, "tried_on": fact.head.on},
    WhistleReopened: lambda _, __: {"reopened": True, "attempts": 0},
    WhistleRaised: lambda _, fact: {"level": fact.level, "centre": fact.centre, "attempts": 0},
    WhistleClosed: lambda _, fact: {"end": fact.end.value},
}
"""What each page of the whole whistle changes."""


def _late(duty: str) -> Callable[[Part, Any], Part]:
    return lambda part, fact: replace(part, late=(*part.late, duty or fact.duty))


def _with(**more: Any) -> Callable[[Part, Any], Part]:  # noqa: ANN401 - fields of a part
    return lambda part, _: replace(part, **more)


def _called(part: Part, fact: DepartmentCalled) -> Part:
    """A new turn: what it has said and missed before is on its pages, not in its way."""
    climbs = {name: getattr(fact, name) for name in _CLIMBS if hasattr(fact, name)}
    when = fact.head.moment or fact.head.at
    return Part(role=fact.role.value, called=when, objected=part.objected, came=part.came, **climbs)


_OF_PART: Final[Mapping[type[Fact], Callable[[Part, Any], Part]]] = {
    DepartmentCalled: _called,
    DepartmentCalledUrgently: _called,
    DepartmentCalledToDanger: _called,
    DepartmentAnswered: lambda part, fact: replace(part, finding=fact.finding.value),
    DepartmentCheckedIn: _with(came=True),
    DepartmentFinished: _with(asked=""),
    DepartmentRuledOut: _with(role="", waiting=False, asked=""),
    OthersAwaited: _with(behind=True),
    OthersCame: _with(behind=False),
    SiteVisited: _with(visited=True),
    DepartmentRefused: _with(objected=REFUSED),
    CompetenceDisputed: lambda part, fact: replace(part, objected=fact.competent),
    ExtensionAsked: lambda part, fact: replace(part, asked=fact.more),
    ExtensionGranted: _with(asked="", extended=True),
    ExtensionDenied: _with(asked="", extended=True),
    ExtensionDropped: _with(asked=""),
    PartyAwaited: _with(waiting=True, waited=True),
    PartyCame: _with(waiting=False),
    WaitLapsed: _with(waiting=False),
    CheckInLapsed: _late("check_in"),
    AnswerLapsed: _late("answer"),
    DepartmentOverdue: _late(""),
}
"""What each page of a department changes of its part."""
