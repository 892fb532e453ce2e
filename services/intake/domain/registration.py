"""登记: the procedure of a dispute that is taken in, and the facts that its acts make (RULES 1)."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from shared.contracts.fact import Fact, Head
from shared.contracts.intake import (
    ActKind,
    ApplicantAdded,
    Channel,
    ContactCorrected,
    DisputeRegistered,
    DisputeRepeated,
    DisputeWithdrawn,
    PartyRef,
    Risk,
    Tried,
    Unlike,
    Urgency,
    Willingness,
)
from shared.law.article import RULES
from shared.law.casefile import CaseFile
from shared.law.day import legal_day
from shared.law.procedure import Move, Procedure
from shared.law.reconsidering.omission import Said, check


class State(StrEnum):
    """Where a dispute stands at intake 登记状态."""

    REGISTERED = "registered"  # 已登记
    WITHDRAWN = "withdrawn"  # 已撤回


class Role(StrEnum):
    """Who makes a move."""

    WINDOW = "window"  # 窗口
    PARTY = "party"  # 当事人


REGISTRATION: Final = Procedure(
    name="registration",
    term="登记",
    since=date(2026, 1, 1),
    moves=(
        Move(None, DisputeRegistered, State.REGISTERED, Role.WINDOW, RULES[1]),
        Move(State.REGISTERED, DisputeRepeated, None, Role.WINDOW, RULES[2]),
        Move(State.REGISTERED, ApplicantAdded, None, Role.WINDOW, RULES[168]),
        Move(State.REGISTERED, ContactCorrected, None, Role.WINDOW, RULES[163]),
        Move(State.REGISTERED, DisputeWithdrawn, State.WITHDRAWN, Role.PARTY, RULES[3]),
    ),
    deadlines=(),
    closed=(State.WITHDRAWN,),
    patient={State.REGISTERED: "登记即时完成；此后的分流期限由分流机构另行计时"},
)
"""Registering is done when it is recorded; what must follow in time is routing's."""

IMPORTER: Final = "import"
"""Who registers what comes from a ledger 台账导入."""

TEXT: Final = "诉求"
"""Kind of the document with subject and content."""

REASON: Final = "撤回理由"
"""Kind of the document with the reason of a withdrawal."""

ADDING: Final = "增列申请人的理由"
"""Kind of the document that says why somebody joins who had not come at first."""

REPEATS_WITHIN: Final = timedelta(days=365)
"""重复件 is what comes in again within a year of registration (RULES 2)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Particulars:
    """登记事项: what is known of a dispute when it is registered, without who the parties are."""

    window: str
    county: str
    place: str
    channel: Channel
    matter: str
    willingness: Willingness = Willingness.UNKNOWN
    urgency: Urgency = Urgency.ORDINARY
    risk: Risk = Risk.BLUE
    respondent: str | None = None
    act: ActKind | None = None
    happened_on: date | None = None
    learnt_on: date | None = None
    told_remedies: bool = True
    tried: tuple[Tried, ...] = ()
    history: bool = False
    omission: bool | None = None
    requested_on: date | None = None
    duty_within: str | None = None
    urgent: bool = False

    @property
    def said(self) -> Said:
        """What is said of an organ that was asked."""
        return Said(
            act=self.act,
            done_on=self.happened_on,
            learnt_on=self.learnt_on,
            omission=self.omission,
            requested_on=self.requested_on,
            duty_within=self.duty_within,
            urgent=self.urgent,
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Dispute(CaseFile):
    """纠纷 as intake keeps it: number, where it belongs, and how often it has come in again."""

    state: State | None = None
    number: str = ""
    window: str = ""
    county: str = ""
    place: str = ""
    channel: Channel = Channel.WINDOW
    matter: str = ""
    respondent: str | None = None
    act: ActKind | None = None
    urgency: Urgency = Urgency.ORDINARY
    risk: Risk = Risk.BLUE
    registered_on: date = date.min
    """登记日, the legal day: that of receipt, from which periods run."""
    entered_on: date | None = None
    """The day on which it was taken in; None of an imported history 历史台账."""
    repeats: int = 0
    imported: bool = False

    def learnt(self, fact: Fact) -> dict[str, Any]:
        """What the file remembers of `fact` beside its state."""
        match fact:
            case DisputeRegistered():
                return {
                    "number": fact.number,
                    "window": fact.window,
                    "county": fact.county,
                    "place": fact.place,
                    "channel": fact.channel,
                    "matter": fact.matter,
                    "respondent": fact.respondent,
                    "act": fact.act,
                    "urgency": fact.urgency,
                    "risk": fact.risk,
                    "registered_on": fact.head.on,
                    "entered_on": None if fact.history else legal_day(fact.head.at),
                    "imported": fact.head.by == IMPORTER,
                }
            case DisputeRepeated():
                return {"repeats": fact.times}
            case _:
                return {}


def register(
    head: Head, known: Particulars, *, number: str, parties: tuple[PartyRef, ...], text_id: UUID
) -> DisputeRegistered:
    """登记 (RULES 1).

    Raises:
        Refused: What is said of an organ that kept silent contradicts itself (ARR2026 24).
    """
    check(known.said, head.on)
    return DisputeRegistered(
        head=head,
        number=number,
        window=known.window,
        county=known.county,
        place=known.place,
        channel=known.channel,
        matter=known.matter,
        parties=parties,
        text_id=text_id,
        willingness=known.willingness,
        urgency=known.urgency,
        risk=known.risk,
        respondent=known.respondent,
        act=known.act,
        happened_on=known.happened_on,
        learnt_on=known.learnt_on,
        told_remedies=known.told_remedies,
        tried=known.tried,
        history=known.history,
        omission=known.omission,
        requested_on=known.requested_on,
        duty_within=known.duty_within,
        urgent=known.urgent,
    )


def repeat(
    dispute: Dispute,
    head: Head,
    *,
    window: str,
    channel: Channel,
    text_id: UUID,
    unlike: tuple[Unlike, ...] = (),
) -> DisputeRepeated:
    """记为重复件; of what was said of its applicants otherwise, nothing is taken over (RULES 2)."""
    return DisputeRepeated(
        head=head,
        times=dispute.repeats + 1,
        window=window,
        channel=channel,
        text_id=text_id,
        unlike=unlike,
    )


def add_applicant(head: Head, party: PartyRef, *, window: str, reason_id: UUID) -> ApplicantAdded:
    """登记时增列申请人 (RULES 168)."""
    return ApplicantAdded(head=head, party=party, window=window, reason_id=reason_id)


def may_be_repeated(state: str | None, registered_on: date, today: date) -> bool:
    """Whether what comes in now repeats that dispute: it is open, and within a year (RULES 2)."""
    return state == State.REGISTERED and today - registered_on <= REPEATS_WITHIN


def withdraw(head: Head, *, reason_id: UUID | None) -> DisputeWithdrawn:
    """撤回 (RULES 3)."""
    return DisputeWithdrawn(head=head, reason_id=reason_id)


def correct_contact(head: Head, person_id: UUID) -> ContactCorrected:
    """更正联系方式 (RULES 163)."""
    return ContactCorrected(head=head, person_id=person_id)
