"""What supervision does: watch, order, interview, confirm, raise alerts, and press on a case."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

from services.supervision.commands.above import from_above, let_see_above, superiors
from services.supervision.commands.anew import run_anew
from services.supervision.commands.annulled import follow_annulled
from services.supervision.commands.issued import keep_issued
from services.supervision.commands.pressing import ask, explain, note, urge
from services.supervision.commands.taking_over import bound_by, take_over, watches_taken_over
from services.supervision.domain import alert as alerts
from services.supervision.domain import watch as watches
from services.supervision.domain.alert import Alert
from services.supervision.domain.watch import Watch
from services.supervision.store import (
    ALERTS,
    WATCHES,
    alert_of,
    obliged_of,
    owed_by,
    owed_by_organ,
    watch_of,
)
from shared.auth import AUTHORITIES
from shared.auth.labels import BESIDE
from shared.contracts.fact import CLOCK, Fact, Head
from shared.contracts.reconsideration import DecisionDelivered
from shared.contracts.reconsideration.enforcing import (
    EnforcementDue,
    EnforcementSpared,
    PartyEnforced,
    PartyPerformed,
)
from shared.contracts.supervision import (
    AgreementWatchOpened,
    ComplianceWatchOpened,
    EnforcementWatchOpened,
    NonPerformanceFound,
    Performed,
    RulingWatchOpened,
    WatchEnded,
)
from shared.work import Work

__all__ = [
    "alert",
    "ask",
    "call",
    "confirm",
    "criticise",
    "explain",
    "follow_annulled",
    "follow_ended",
    "follow_enforced",
    "follow_not_performed",
    "follow_performed",
    "follow_spared",
    "from_above",
    "interview",
    "keep_issued",
    "note",
    "order",
    "run_anew",
    "take_over",
    "urge",
    "watch_agreement",
    "watch_decision",
    "watch_delivered",
    "watch_enforcement",
    "watch_ruling",
    "watches_taken_over",
]


def watch_decision(
    work: Work,
    decided: Fact,
    respondent: str,
    perform_by: date | None,
    over: UUID | None = None,
    *,
    joint: tuple[str, ...] = (),
) -> Watch | None:
    """履行监督: over the respondents; they see it, and who is above them or the authority (ARL 77).

    What is watched by itself beside the file is named by `over`: an opinion letter 意见书 that was
    not heeded, or what another joint respondent owes from its own service.
    """
    file = _open(
        work,
        decided,
        lambda head: ComplianceWatchOpened(
            head=head,
            watched=decided.head.case_id,
            obliged=respondent,
            perform_by=perform_by,
            joint=joint,
        ),
        over,
    )
    if file is not None:
        authority = work.labels_of(file.case_id).get("authority", "")
        above = " ".join(work.directory.authorities_above(authority))
        departments = " ".join((respondent, *joint))
        work.label(file.case_id, departments=departments, **{AUTHORITIES: above})
        let_see_above(work, file.case_id)
    return file


def watch_delivered(work: Work, fact: DecisionDelivered) -> None:
    """履行监督 over the respondents whom nobody watches since their own service (ARL 75, 77)."""
    case_id = fact.head.case_id
    known = bound_by(work, watch_of(case_id))
    left = fact.model_copy(
        update={
            "joint_served": tuple(
                one
                for one in fact.joint_served
                if one.organ not in known
                and work.find(WATCHES, obliged_of(case_id, one.organ)) is None
            )
        }
    )
    if not known:
        watched = (fact, fact.respondent, left.last_day)
        watch_decision(work, *watched, joint=left.joint_organs)
        return
    for one in left.joint_served:
        over = owed_by_organ(case_id, one.organ)
        watch_decision(work, fact, one.organ, one.perform_by, over)


def watch_enforcement(work: Work, due: EnforcementDue) -> Watch | None:
    """强制执行监督: over whoever is to enforce, for one party that did not perform (ARL 78).

    Organs that acted together each may, and see it (ARL 19).

    It is opened once; what begins anew because the paper was served again goes on in it.
    """
    file = _open(
        work,
        due,
        lambda head: EnforcementWatchOpened(
            head=head,
            watched=due.head.case_id,
            obliged=due.organ,
            person_id=due.person_id,
            joint=due.joint,
        ),
        _party(due),
    )
    if file is not None:
        work.label(file.case_id, departments=" ".join(due.organs))
    return file


def follow_enforced(work: Work, done: PartyEnforced | PartyPerformed) -> None:
    """履行: the party performed, or it was enforced (ARL 78)."""
    on = done.performed_on if isinstance(done, PartyPerformed) else done.head.on
    _follow(work, done, lambda head: Performed(head=head, performed_on=on), _party(done))


def follow_spared(work: Work, spared: EnforcementSpared) -> None:
    """终止强制执行监督: nothing is to be enforced (ARL 78)."""
    _follow(work, spared, lambda head: WatchEnded(head=head), _party(spared))


def _party(fact: EnforcementDue | PartyEnforced | PartyPerformed | EnforcementSpared) -> UUID:
    return owed_by(fact.head.case_id, fact.person_id)


def watch_agreement(work: Work, agreed: Fact, perform_by: date | None) -> Watch | None:
    """调解协议履行监督 (PML 31)."""
    return _open(
        work,
        agreed,
        lambda head: AgreementWatchOpened(
            head=head, watched=agreed.head.case_id, perform_by=perform_by
        ),
    )


def watch_ruling(work: Work, ruled: Fact, perform_by: date) -> Watch | None:
    """裁决履行监督, opened by the first service that sets a day (PLAN 25)."""
    return _open(
        work,
        ruled,
        lambda head: RulingWatchOpened(
            head=head, watched=ruled.head.case_id, perform_by=perform_by
        ),
    )


def follow_performed(work: Work, found: Fact) -> None:
    """履行: the committee or the organ found that it was performed (PML 31, PLAN 25)."""
    _follow(work, found, lambda head: Performed(head=head, performed_on=found.head.on))


def follow_not_performed(work: Work, found: Fact) -> None:
    """未履行: the committee or the organ found that it was not (PML 31, COERCION 54)."""
    _follow(work, found, lambda head: NonPerformanceFound(head=head))


def follow_ended(work: Work, found: Fact) -> None:
    """终止履行监督: the ruling fell (ALL 70)."""
    _follow(work, found, lambda head: WatchEnded(head=head))


def confirm(
    work: Work, case_id: UUID, performed_on: date, evidence: str, *, organ: str, by: str
) -> Watch:
    """履行, as this organ finds (ARL 77)."""
    file = _answered(work, case_id, organ)
    paper = work.document(case_id, file.dispute_id, "evidence", evidence)
    head = work.head(file, by=by)
    return work.record(file, watches.confirm(file, performed_on, paper, head=head))


def order(work: Work, case_id: UUID, perform_by: date, text: str, *, organ: str, by: str) -> Watch:
    """责令限期履行 (ARL 77)."""
    file = _answered(work, case_id, organ)
    paper = work.document(case_id, file.dispute_id, "order", text)
    head = work.head(file, by=by)
    return work.record(file, watches.order(file, perform_by, paper, organ=organ, head=head))


def call(
    work: Work, case_id: UUID, interview_at: datetime, notice: str, *, organ: str, by: str
) -> Watch:
    """通知约谈 (ARL 77)."""
    file = _answered(work, case_id, organ)
    paper = work.document(case_id, file.dispute_id, "interview_notice", notice)
    head = work.head(file, by=by)
    return work.record(file, watches.call(interview_at, paper, organ=organ, head=head))


def interview(
    work: Work, case_id: UUID, minutes: str, *, organ: str, by: str, on: date | None = None
) -> Watch:
    """约谈 (ARL 77)."""
    file = _answered(work, case_id, organ)
    paper = work.document(case_id, file.dispute_id, "minutes", minutes)
    head = work.head(file, by=by, on=on)
    return work.record(file, watches.interview(paper, organ=organ, head=head))


def criticise(
    work: Work, case_id: UUID, text: str, *, organ: str, by: str, on: date | None = None
) -> Watch:
    """通报批评 (ARL 77)."""
    file = _answered(work, case_id, organ)
    paper = work.document(case_id, file.dispute_id, "circular", text)
    head = work.head(file, by=by, on=on)
    return work.record(file, watches.criticise(paper, organ=organ, head=head))


def _answered(work: Work, case_id: UUID, organ: str) -> Watch:
    """The watch, taken for an act of this organ, which answers for it (ARL 77)."""
    file = work.take(WATCHES, case_id)
    authority = work.labels_of(case_id).get("authority", "")
    above = (*work.directory.authorities_above(authority), *superiors(work, case_id))
    watches.must_answer(file, organ, authority, above)
    return file


def alert(work: Work, fact: Fact) -> Alert:
    """预警: somebody kept silent past a time; whoever sees that file sees it (RULES 14).

    What stands beside a press is seen as the press is.
    """
    file = work.open(ALERTS, alert_of(fact.head.case_id), fact.head.dispute_id)
    work.label(file.case_id, **{BESIDE: fact.office(), **work.heard_labels})
    return work.record(file, alerts.alert(fact, head=work.head(file, by=CLOCK)))


def _open(
    work: Work, heard: Fact, page: Callable[[Head], Fact], over: UUID | None = None
) -> Watch | None:
    """The watch over the file of what was heard, or over one paper `over` in it."""
    file = work.open(WATCHES, watch_of(over or heard.head.case_id), heard.head.dispute_id)
    if file.state is not None:
        return None
    return work.record(file, page(work.head(file, by=CLOCK)))


def _follow(
    work: Work, heard: Fact, page: Callable[[Head], Fact], over: UUID | None = None
) -> None:
    """Keep what another office found; where nothing is watched or it is over, nothing is kept."""
    file = work.find(WATCHES, watch_of(over or heard.head.case_id))
    if file is not None and not file.is_closed:
        work.record(file, page(work.head(file, by=CLOCK)))
