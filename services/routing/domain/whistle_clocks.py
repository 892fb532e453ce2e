"""部门的期限: every clock of a department under a whistle; the page that starts it says how long.

Each department answers for its own clocks only: they start with its own call. Competence being
disputed, or the party being awaited, nobody's time runs. A silence climbs: the lapse tells the
head of the department, then the leader in charge and the inspection are told (RULES 30), each
after as long as the call had set: the page of a silence carries on what the call said. It is one
silence however far up it is told, and counts once: by the duty (RULES 165). Ruling and extending
bind the centre.
"""

from collections.abc import Iterator
from typing import Final

from shared.contracts.fact import Fact
from shared.contracts.routing import (
    AnswerLapsed,
    CheckInLapsed,
    CompetenceDisputed,
    CompetenceUpheld,
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
    ExtensionUndecided,
    FinishReleased,
    LeadNamed,
    OthersAwaited,
    OthersCame,
    PartyAwaited,
    PartyCame,
    RulingLapsed,
    SilenceReachedInspection,
    SilenceReachedLeader,
    SiteVisited,
    WaitLapsed,
)
from shared.law.article import RULES
from shared.law.period import Hours, WorkingDays
from shared.law.procedure import (
    NOBODY,
    OFFICE,
    PARTY,
    Asking,
    AsSet,
    Deadline,
    Granted,
    Pause,
    Prolonging,
)
from shared.law.warning import USUAL

CALLS: Final = (DepartmentCalled, DepartmentCalledUrgently, DepartmentCalledToDanger)
"""A call, and the two forms that calls once had."""

OBJECTIONS: Final = (DepartmentRefused, CompetenceDisputed)

_NOBODYS: Final = (
    Pause(term="权属异议待裁定", starts=OBJECTIONS, ends=(CompetenceUpheld,), article=RULES[27]),
    Pause(
        term="等待当事人",
        starts=(PartyAwaited,),
        ends=(PartyCame, WaitLapsed),
        article=RULES[28],
    ),
)
"""Time that is nobody's."""

_OTHERS: Final = Pause(
    term="等待协办部门反馈", starts=(OthersAwaited,), ends=(OthersCame,), article=RULES[24]
)
"""The lead may not finish before the others have answered, so that time is theirs."""

_MORE: Final = (
    Prolonging(
        term="经综治中心批准延期",
        starts=(ExtensionGranted,),
        by=Granted("more"),
        article=RULES[29],
    ),
)

_ASKED: Final = (
    Asking(
        term="申请延期",
        starts=(ExtensionAsked,),
        ends=(ExtensionGranted, ExtensionDenied),
        within="decision",
        article=RULES[29],
    ),
)
"""Whoever asked in time does not lapse while the centre may still decide."""

_OWN: Final = (
    Deadline(
        name="check_in",
        term="报到期限",
        starts=(*CALLS, CompetenceUpheld),
        ends=(DepartmentCheckedIn, DepartmentRuledOut, *OBJECTIONS),
        within=AsSet("check_in", WorkingDays(1)),
        article=RULES[4],
        lapse=CheckInLapsed,
        subject="department",
        warn=USUAL,
    ),
    Deadline(
        name="visit",
        term="首次到场期限",
        starts=(DepartmentCalled, CompetenceUpheld, LeadNamed),
        ends=(SiteVisited, DepartmentFinished, DepartmentRuledOut, *OBJECTIONS),
        within=AsSet("visit", Hours(24)),
        article=RULES[20],
        lapse=DepartmentOverdue,
        subject="department",
        warn=USUAL,
    ),
    Deadline(
        name="answer",
        term="反馈期限",
        starts=CALLS,
        ends=(DepartmentAnswered, DepartmentRuledOut),
        within=AsSet("opinion", WorkingDays(2)),
        article=RULES[11],
        lapse=AnswerLapsed,
        subject="department",
        pauses=_NOBODYS,
        prolongings=_MORE,
        askings=_ASKED,
    ),
    Deadline(
        name="finish",
        term="主办办结期限",
        starts=(DepartmentCalled, LeadNamed),
        ends=(DepartmentFinished, DepartmentRuledOut, FinishReleased),
        within=AsSet("finish", WorkingDays(4)),
        article=RULES[24],
        lapse=DepartmentOverdue,
        subject="department",
        pauses=(*_NOBODYS, _OTHERS),
        prolongings=_MORE,
        askings=_ASKED,
    ),
    Deadline(
        name="wait",
        term="等待当事人期限",
        starts=(PartyAwaited,),
        ends=(PartyCame, DepartmentRuledOut, DepartmentFinished, DepartmentCalled),
        within=AsSet("at_most", WorkingDays(5)),
        article=RULES[28],
        lapse=WaitLapsed,
        owed_by=PARTY,
        subject="department",
    ),
    Deadline(
        name="ruling",
        term="权属裁定期限",
        starts=OBJECTIONS,
        ends=(CompetenceUpheld, DepartmentRuledOut),
        within=AsSet("ruling", WorkingDays(1)),
        article=RULES[27],
        lapse=RulingLapsed,
        owed_by=OFFICE,
        subject="department",
    ),
    Deadline(
        name="extension",
        term="延期决定期限",
        starts=(ExtensionAsked,),
        ends=(
            *(ExtensionGranted, ExtensionDenied, ExtensionDropped),
            *(DepartmentFinished, DepartmentRuledOut, DepartmentCalled),
        ),
        within=AsSet("decision", WorkingDays(1)),
        article=RULES[29],
        lapse=ExtensionUndecided,
        owed_by=OFFICE,
        subject="department",
    ),
)

_SILENCES: Final[tuple[tuple[str, str, type[Fact], tuple[type[Fact], ...]], ...]] = (
    ("check_in", "未报到", CheckInLapsed, (DepartmentCheckedIn,)),
    ("visit", "未到场", DepartmentOverdue, (SiteVisited,)),
    ("answer", "未反馈", AnswerLapsed, (DepartmentAnswered,)),
    ("finish", "未办结", DepartmentOverdue, ()),
)
"""Each duty, what its silence is called, the lapse of it, and what is done at last."""

_OVER: Final = (DepartmentFinished, DepartmentRuledOut, FinishReleased)
"""Whoever has finished, was released or ruled out, owes none of it any more."""


def _climbing() -> Iterator[Deadline]:
    """逾期升级: after a lapse the leader in charge is told, and then the inspection."""
    for duty, called, lapse, ends in _SILENCES:
        yield Deadline(
            name=f"{duty}_leader",
            term=f"{called}报分管领导",
            starts=(lapse,),
            ends=(*ends, *_OVER),
            within=AsSet("to_leader", WorkingDays(1)),
            article=RULES[30],
            lapse=SilenceReachedLeader,
            owed_by=NOBODY,
            subject="department",
            of_duty=duty if "duty" in lapse.model_fields else "",
            warn=(),
        )
        yield Deadline(
            name=f"{duty}_inspection",
            term=f"{called}报督查",
            starts=(SilenceReachedLeader,),
            ends=(*ends, *_OVER),
            within=AsSet("to_inspection", WorkingDays(1)),
            article=RULES[30],
            lapse=SilenceReachedInspection,
            owed_by=NOBODY,
            subject="department",
            of_duty=f"{duty}_leader",
            warn=(),
        )


CLOCKS: Final = (*_OWN, *_climbing())
"""The clocks of departments, and the centre's duty to rule on each objection and request."""
