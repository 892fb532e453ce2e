"""预警: who kept silent, and to whom it climbs, as a table (RULES 14).

A department past a time of its own is its head's business; if nothing comes then, the leader's in
charge, and at last the inspection's. An office past a time of its own is the inspection's at once.
Whoever was asked to explain and has not answers for it as a department does (RULES 65). Each
silence is one page.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from shared.contracts.adjudication import AdjudicationActOverdue
from shared.contracts.consultation import ConsultationActOverdue, OpinionOverdue
from shared.contracts.fact import Fact, Head
from shared.contracts.mediation import MediationActOverdue
from shared.contracts.reconsideration import DecisionOverdue, ReconsiderationActOverdue
from shared.contracts.reconsideration.attached_review import (
    HandlingOpinionOverdue,
    IssuerReplyOverdue,
)
from shared.contracts.reconsideration.correcting import CorrectionOverdue
from shared.contracts.reconsideration.enforcing import EnforcementLapsed
from shared.contracts.reconsideration.forwarding import ForwardingOverdue
from shared.contracts.reconsideration.letters import (
    CorrectionUnreported,
    RecommendationUnanswered,
)
from shared.contracts.reconsideration.overseeing import MendingOverdue, WorkReportOverdue
from shared.contracts.routing import (
    AnswerLapsed,
    CheckInLapsed,
    DepartmentOverdue,
    ExtensionUndecided,
    RoutingActOverdue,
    RulingLapsed,
    SilenceReachedInspection,
    SilenceReachedLeader,
)
from shared.contracts.supervision import AlertLevel, AlertRaised, ExplanationLapsed
from shared.law.article import RULES
from shared.law.casefile import CaseFile
from shared.law.procedure import Move, Procedure


class State(StrEnum):
    """Where an alert file stands."""

    RAISED = "raised"  # 已预警


class Actor(StrEnum):
    """Who writes in it."""

    CLOCK = "clock"  # 按规则自动记录


ALERTS: Final = Procedure(
    name="alert",
    term="预警",
    since=RULES.since,
    moves=(Move((None, State.RAISED), AlertRaised, State.RAISED, Actor.CLOCK, RULES[14]),),
    deadlines=(),
    patient={State.RAISED: "预警供督办，不另设期限"},
)

LEVELS: Final[dict[type[Fact], AlertLevel]] = {
    CheckInLapsed: AlertLevel.HEAD,
    AnswerLapsed: AlertLevel.HEAD,
    DepartmentOverdue: AlertLevel.HEAD,
    SilenceReachedLeader: AlertLevel.LEADER,
    SilenceReachedInspection: AlertLevel.INSPECTION,
    RulingLapsed: AlertLevel.INSPECTION,
    ExtensionUndecided: AlertLevel.INSPECTION,
    RoutingActOverdue: AlertLevel.INSPECTION,
    MediationActOverdue: AlertLevel.INSPECTION,
    AdjudicationActOverdue: AlertLevel.INSPECTION,
    ReconsiderationActOverdue: AlertLevel.INSPECTION,
    DecisionOverdue: AlertLevel.INSPECTION,
    ForwardingOverdue: AlertLevel.INSPECTION,
    IssuerReplyOverdue: AlertLevel.INSPECTION,
    HandlingOpinionOverdue: AlertLevel.INSPECTION,
    CorrectionUnreported: AlertLevel.HEAD,
    RecommendationUnanswered: AlertLevel.HEAD,
    EnforcementLapsed: AlertLevel.HEAD,
    CorrectionOverdue: AlertLevel.INSPECTION,
    WorkReportOverdue: AlertLevel.INSPECTION,
    MendingOverdue: AlertLevel.INSPECTION,
    OpinionOverdue: AlertLevel.INSPECTION,
    ConsultationActOverdue: AlertLevel.INSPECTION,
    ExplanationLapsed: AlertLevel.HEAD,
}
"""To whom each silence climbs; proposals for the city to confirm."""

_SILENT: Final = ("department", "organ")
"""Fields in which facts name whoever kept silent."""

_CENTRES: Final[dict[type[Fact], str]] = {RulingLapsed: "ruling", ExtensionUndecided: "extension"}
"""What the centre owes a department that is named: the silence is not the department's."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Alert(CaseFile):
    """The silences about one case file, as pages."""

    state: State | None = None
    level: AlertLevel | None = None
    """The level of the newest one."""
    silences: int = 0

    def learnt(self, fact: Fact) -> dict[str, object]:
        """What the file remembers of a fact."""
        if isinstance(fact, AlertRaised):
            return {"level": fact.level, "silences": self.silences + 1}
        return {}


def alert(fact: Fact, *, head: Head) -> AlertRaised:
    """预警: about this fact, at the level that its kind has (RULES 14)."""
    of_centre = _CENTRES.get(type(fact))
    silent = (said for name in _SILENT if (said := getattr(fact, name, None)))
    return AlertRaised(
        head=head,
        level=LEVELS[type(fact)],
        heard=fact.kind,
        about=fact.head.case_id,
        page=fact.head.version,
        organ=None if of_centre else next(silent, None),
        act=of_centre or getattr(fact, "duty", None),
    )
