"""分流案卷: the file that keeps which road was chosen, why, what the party was told, what it did.

The statutory periods that a party is told run here, each beside its road, wherever the dispute is:
no whistle, mediation or ladder knows of this file, so none of them can stop one (RULES 58).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from services.routing.domain.receipts import Receipt, gives_days_anew, receipt_of
from shared.contracts.fact import Fact
from shared.contracts.intake import ActKind, Willingness
from shared.contracts.routing import (
    ApplicationPeriodOver,
    Compulsory,
    DisputeRouted,
    Occasion,
    OwnSuitPeriodOver,
    OwnSuitReplaced,
    OwnSuitTold,
    Road,
    RoadCorrected,
    RoadNotified,
    RoadParted,
    RoadTaken,
    RoutingEnded,
    SuitFiled,
    SuitPeriodOver,
    SuitReplaced,
)
from shared.law.article import ARL, RULES
from shared.law.casefile import CaseFile
from shared.law.procedure import PARTY, AsReckoned, Deadline, Move, Procedure
from shared.law.running import Running


class State(StrEnum):
    """Where a routing file stands."""

    ROUTED = "routed"  # 已分流
    NOTIFIED = "notified"  # 已告知途径
    TAKEN = "taken"  # 当事人已申请或者起诉
    WITHDRAWN = "withdrawn"  # 纠纷已撤回


class Actor(StrEnum):
    """Who may make a move."""

    CLOCK = "clock"  # 按规则自动记录
    PARTY = "party"  # 当事人
    WINDOW = "window"  # 窗口或者监督人员


_OPEN: Final = (State.ROUTED, State.NOTIFIED, State.TAKEN)

OWN_SUIT: Final = "sue_own"
"""本人起诉期限, by its name."""

TRIAGE: Final = Procedure(
    name="triage",
    term="分流",
    since=RULES.since,
    moves=(
        Move(None, DisputeRouted, State.ROUTED, Actor.CLOCK, RULES[6]),
        # who applies by oneself, as who was severed, has a file of one's own (RULES 148)
        Move(None, RoadParted, State.TAKEN, Actor.CLOCK, RULES[136]),
        Move(_OPEN, RoadNotified, State.NOTIFIED, Actor.CLOCK, RULES[7]),
        Move(_OPEN, RoadTaken, State.TAKEN, Actor.PARTY, RULES[58]),
        Move(_OPEN, SuitFiled, State.TAKEN, Actor.PARTY, RULES[58]),
        Move(_OPEN, SuitReplaced, None, Actor.CLOCK, RULES[58]),
        Move(_OPEN, ApplicationPeriodOver, None, Actor.CLOCK, RULES[58]),
        Move(_OPEN, SuitPeriodOver, None, Actor.CLOCK, RULES[58]),
        Move(_OPEN, OwnSuitTold, None, Actor.CLOCK, ARL[75].par(2)),
        Move(_OPEN, OwnSuitReplaced, None, Actor.CLOCK, RULES[58]),
        Move(_OPEN, OwnSuitPeriodOver, None, Actor.CLOCK, RULES[58]),
        Move((State.ROUTED, State.NOTIFIED), RoadCorrected, State.ROUTED, Actor.WINDOW, RULES[59]),
        Move(_OPEN, RoutingEnded, State.WITHDRAWN, Actor.CLOCK, RULES[3]),
    ),
    deadlines=(
        Deadline(
            name="apply",
            term="当事人申请期限",
            starts=(RoadNotified,),
            ends=(RoadNotified, RoadTaken, SuitFiled),
            within=AsReckoned("starts_on", "period", "period_article", "open_until"),
            article=RULES[58],
            lapse=ApplicationPeriodOver,
            owed_by=PARTY,
            subject="road",
            unless="others_left",
        ),
        # An application does not end the period for suing directly: who takes it back may still
        # sue while that period lasts (ALI 58). Only the decision has a period of its own (ALL 45).
        Deadline(
            name="sue",
            term="当事人起诉期限",
            starts=(RoadNotified, RoadParted),
            ends=(RoadNotified, SuitFiled, SuitReplaced),
            within=AsReckoned("sue_starts_on", "sue_period", "sue_article", "sue_until"),
            article=RULES[58],
            lapse=SuitPeriodOver,
            owed_by=PARTY,
            subject="road",
            unless="road_runs_on",
        ),
        # The road has the day of who was served first, each other applicant its own (ARL 75)
        Deadline(
            name=OWN_SUIT,
            term="本人起诉期限",
            starts=(OwnSuitTold,),
            ends=(OwnSuitTold, OwnSuitReplaced, SuitFiled),
            within=AsReckoned(
                *("sue_starts_on", "sue_period", "sue_article", "sue_until"),
                because="收到决定书",
            ),
            article=RULES[58],
            lapse=OwnSuitPeriodOver,
            owed_by=PARTY,
            subject="person_id",
        ),
    ),
    closed=(State.WITHDRAWN,),
    patient={
        State.ROUTED: "已交承办机构，由其案卷计算期限",
        State.NOTIFIED: "等待当事人依法申请；能够算定的法定期限列入本卷",
        State.TAKEN: "当事人已依法申请或者起诉，由受理机关的案卷计算期限",
    },
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Routing(CaseFile):
    """A routing file as its facts have made it."""

    state: State | None = None
    road: Road | None = None
    was: Road | None = None
    """The road before the last correction; None if it was never corrected."""
    rule: str = ""
    article: str = ""
    organs: tuple[str, ...] = ()
    compulsory: Compulsory = Compulsory.FREE
    told_road: Road | None = None
    """The statutory road told last, if any; it may be another than the one taken."""
    told_roads: tuple[Road, ...] = ()
    """Every road told so far."""
    told_on: date | None = None
    """The day of the first notice, on which whoever had been told nothing learnt its rights."""
    open_until: date | None = None
    sue_until: date | None = None
    sue_article: str | None = None
    """By which article it may sue, as it was told last."""
    provisional: bool = False
    reason: str = ""
    """Why, as the party reads it; empty where the page did not keep it yet."""
    rules: str = ""
    """The edition of the rule book by which it went."""
    sue_provisional: bool = False
    sued: bool = False
    """起诉 is the last that all of them did: no application and no notice came after it."""
    suers: tuple[UUID, ...] = ()
    """Who has sued: over the act, or over the decision, refusal or silence that was told last."""
    matter: str = ""
    place: str = ""
    county: str = ""
    willingness: Willingness = Willingness.UNKNOWN
    respondent: str | None = None
    act: ActKind | None = None
    happened_on: date | None = None
    learnt_on: date | None = None
    told_remedies: bool = True
    omission: bool | None = None
    requested_on: date | None = None
    duty_within: str | None = None
    urgent: bool = False
    history: bool = False
    applications: tuple[UUID, ...] = ()
    """复议案卷 that the party's own applications opened, the first first."""
    decision_id: UUID | None = None
    """The file of the decision by which it may sue, as it was told last; None where by none."""
    parted_from: UUID | None = None
    """The routing file from which it went apart; None of the file of the dispute itself."""
    left_out_from: date | None = None
    """The first day that is not counted of the period for reconsideration (ARR2026 38)."""
    left_out_until: date | None = None
    """The last one; both None where all are counted."""
    overdue_id: UUID | None = None
    """The case that was not decided in time, where the road tells the days to sue over that; None
    where it tells others, and on pages of old."""
    first_to_sue: Receipt | None = None
    """From whose receipt the days run that the road tells; None where nobody's is known."""
    own_suits: tuple[Receipt, ...] = ()
    """Who was told its own days beside the road, of which receipt, in the order of the pages."""

    @property
    def told_to(self) -> tuple[Receipt, ...]:
        """Everybody who was told of its receipt, by the road or beside it."""
        return (*((self.first_to_sue,) if self.first_to_sue else ()), *self.own_suits)

    @property
    def left_out(self) -> tuple[date, date] | None:
        """不计入申请期限的期间 from the first day to the last; None where every day is counted."""
        if self.left_out_from and self.left_out_until:
            return self.left_out_from, self.left_out_until
        return None

    def learnt(self, fact: Fact) -> dict[str, object]:
        """What the file remembers of a fact."""
        if isinstance(fact, OwnSuitTold | OwnSuitReplaced):
            return {"own_suits": self._own_told(fact)}
        return self._of_road(fact)

    def _of_road(self, fact: Fact) -> dict[str, object]:
        match fact:
            case DisputeRouted() | RoadCorrected() | RoadParted():
                return _ways(fact)
            case RoadNotified():
                return self._told(fact)
            case SuitFiled():
                return {"sued": not fact.others_left, "suers": (*self.suers, *fact.who)}
            case SuitReplaced(road=Road.COURT) if self.told_road is Road.COURT:
                return {"sue_until": None, "sue_article": None, "sue_provisional": False}
            case RoadTaken():
                own = fact.application_id if fact.road is Road.RECONSIDERATION else None
                applied = dict.fromkeys((*self.applications, *([own] if own else [])))
                return {"applications": tuple(applied), "sued": False}
            case _:
                return {}

    def _own_told(self, fact: OwnSuitTold | OwnSuitReplaced) -> tuple[Receipt, ...]:
        rest = tuple(one for one in self.own_suits if one.person_id != fact.person_id)
        if isinstance(fact, OwnSuitReplaced):
            return rest
        return (*rest, Receipt(fact.person_id, fact.of_case_id, fact.sue_starts_on))

    def _told(self, fact: RoadNotified) -> dict[str, object]:
        refused = fact.occasion is Occasion.MEDIATION_REFUSED
        before = tuple(road for road in self.told_roads if road is not fact.road)
        anew = gives_days_anew(fact, self.decision_id, self.first_to_sue)
        days = ("open_until", "sue_until", "sue_article", "provisional", "sue_provisional")
        return {
            **{name: getattr(fact, name) for name in days},
            "told_road": fact.road,
            "told_roads": (*before, fact.road),
            "told_on": self.told_on or fact.head.on,
            "decision_id": fact.decision_id if fact.road is Road.COURT else self.decision_id,
            "overdue_id": _overdue(fact) if fact.road is Road.COURT else self.overdue_id,
            "sued": False,
            "suers": () if anew else self.suers,
            "willingness": Willingness.REFUSED if refused else self.willingness,
            "left_out_from": fact.left_out_from or self.left_out_from,
            "left_out_until": fact.left_out_until or self.left_out_until,
            "first_to_sue": receipt_of(fact) if fact.road is Road.COURT else self.first_to_sue,
        }


def _overdue(fact: RoadNotified) -> UUID | None:
    return fact.of_case_id if fact.occasion is Occasion.OVERDUE else None


def is_at_court(running: Running) -> bool:
    """Whether it is a period to sue over a decision, or where there was none (ALL 45; ARL 34)."""
    return running.name == OWN_SUIT or (running.name, running.subject) == ("sue", Road.COURT)


KNOWN: Final = (
    *("compulsory", "matter", "place", "county", "willingness"),
    *("respondent", "act", "happened_on", "learnt_on", "told_remedies"),
    *("omission", "requested_on", "duty_within", "urgent"),
)
"""What is known of the dispute, by which every road is told."""

_OF_EACH: Final = ("road", "article", "organs", *KNOWN)
_OWN: Final[dict[type[Fact], tuple[str, ...]]] = {
    DisputeRouted: ("history", "rule", "reason", "rules"),
    RoadCorrected: ("was",),
    RoadParted: (
        *("told_on", "sue_until", "sue_article", "sue_provisional"),
        *("left_out_from", "left_out_until"),
    ),
}


def _ways(fact: DisputeRouted | RoadCorrected | RoadParted) -> dict[str, object]:
    """What decides where a dispute goes, from whichever page said it last."""
    said = {name: getattr(fact, name) for name in (*_OF_EACH, *_OWN[type(fact)])}
    if not isinstance(fact, RoadParted):
        return said
    return {**said, "applications": (fact.application_id,), "parted_from": fact.came_from}
