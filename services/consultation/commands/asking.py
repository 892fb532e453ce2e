"""A consultation asked, its panel seated, and ended with its case (ARL 41, 52)."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import TypeAlias
from uuid import UUID

from services.consultation.domain import panel
from services.consultation.domain.case import Consultation
from services.consultation.domain.respondents import Changed, respondents_after
from services.consultation.domain.roster import SEAT_WITHIN, Roster
from services.consultation.store import CONSULTATIONS, ROSTERS, files_of, roster_of
from shared.auth.labels import ABOVE, AUTHORITIES, DIRECTOR, PANEL, REQUEST
from shared.contracts.consultation import (
    ConsultationCancelled,
    ConsultationReceived,
    ConsultedRespondentsChanged,
    Speciality,
)
from shared.contracts.fact import CLOCK, Fact
from shared.contracts.reconsideration import (
    ConsultationRequested,
    ConsultationWithdrawn,
    ReconsiderationTerminated,
)
from shared.contracts.reconsideration.higher import CameAbove, ElevatedCaseEnded
from shared.contracts.reconsideration.settling import MediationDocumentSealed
from shared.law.article import RULES
from shared.law.procedure import Refused
from shared.work import Work

Ended: TypeAlias = (
    ReconsiderationTerminated
    | MediationDocumentSealed
    | ElevatedCaseEnded
    | CameAbove
    | ConsultationWithdrawn
)
"""After what nobody needs the opinion of the committee that was asked."""


def receive(work: Work, asked: ConsultationRequested) -> Consultation:
    """收到咨询提请: opens the file (ARL 52).

    A request of old does not say who the respondents are: of such, those who see the file are. An
    authority that only reads the case has no part in what another one's committee is asked.
    """
    of, heard = asked.head, work.heard_labels
    others = {name: said for name, said in heard.items() if name not in {AUTHORITIES, ABOVE}}
    labels = {**others, REQUEST: str(of.case_id)}
    case_id = _file_for(work, asked)
    case = work.open(CONSULTATIONS, case_id, of.dispute_id, on=of.on, labels=labels)
    if case.state is not None:
        return case
    roster = work.find(ROSTERS, roster_of(asked.authority))
    fact = ConsultationReceived(
        head=work.head(case, by=CLOCK, on=of.on),
        request_case_id=of.case_id,
        authority=asked.authority,
        ground=asked.ground,
        question_id=asked.question_id,
        draft_id=asked.draft_id,
        respondent_organs=asked.respondents or tuple(heard.get("departments", "").split()),
        seat_within=roster.seat_within if roster else SEAT_WITHIN.code,
    )
    return work.record(case, fact)


def _file_for(work: Work, asked: ConsultationRequested) -> UUID:
    """The file in which this committee is asked this: its own, or the first that is free."""
    return next(one for one in files_of(asked.head) if _takes(work.find(CONSULTATIONS, one), asked))


def _takes(case: Consultation | None, asked: ConsultationRequested) -> bool:
    said = (asked.authority, asked.question_id)
    return case is None or (case.authority, case.question_id) == said


def cancel(work: Work, ended: Ended) -> None:
    """咨询终结: the case ends, goes above, or asks no more (ARL 38, 41, 73; RULES 151)."""
    request = ended.head.case_id
    for case in _open_of(work, ended):
        if isinstance(ended, CameAbove) and case.authority == ended.authority:
            continue
        head = work.head(case, by=CLOCK, on=ended.head.on)
        work.record(case, ConsultationCancelled(head=head, request_case_id=request))


def _open_of(work: Work, heard: Fact) -> Iterator[Consultation]:
    """The consultations of a case in which an opinion is still to be given."""
    found = (work.find(CONSULTATIONS, one) for one in files_of(heard.head))
    return (case for case in found if case and not case.is_closed)


def follow_respondents(work: Work, changed: Changed) -> None:
    """咨询案件变更被申请人: who may sit and speak goes by who they are now (ARL 19; RULES 72)."""
    for case in _open_of(work, changed):
        organs = respondents_after(case.respondent_organs, changed)
        if organs != case.respondent_organs:
            head = work.head(case, by=CLOCK, on=changed.head.on)
            work.record(case, ConsultedRespondentsChanged(head=head, respondent_organs=organs))


def convene(
    work: Work,
    case_id: UUID,
    members: Sequence[str],
    *,
    field: Speciality,
    unmatched: str = "",
    tied: Collection[str] = (),
    by: str,
    on: date | None = None,
) -> Consultation:
    """组成咨询小组: the secretary seats experts of the roster (ARL 52; RULES 21, 71).

    `unmatched` says why nobody of the field sits; empty where somebody does. `tied` are experts
    with a declared interest in somebody of the case.
    """
    case = work.take(CONSULTATIONS, case_id)
    why = (
        work.document(case_id, case.dispute_id, "unmatched_reason", unmatched)
        if unmatched
        else None
    )
    fact = panel.convene(
        *(case, work.head(case, by=by, on=on), its_roster(work, case), members),
        field=field,
        unmatched_id=why,
        tied=tied,
    )
    work.label(case_id, **{PANEL: " ".join(fact.members)})
    return work.record(case, fact)


def its_roster(work: Work, case: Consultation) -> Roster:
    """The roster of the committee that is asked; it is declared with the act.

    The file says who is its director now: they decide on recusals and see it (RULES 72).

    Raises:
        Refused: Nobody was ever registered on it.
    """
    roster = work.find(ROSTERS, roster_of(case.authority))
    if roster is None:
        raise Refused("委员名册上还没有委员，请先登记", RULES[70])
    name_director(work, roster, case.case_id)
    return roster


def name_director(work: Work, roster: Roster, *rooms: UUID) -> None:
    """Let these consultations say who is the committee's director now, who sees them (RULES 72)."""
    for one in rooms:
        work.label(one, **{DIRECTOR: roster.director_on(work.today) or ""})
