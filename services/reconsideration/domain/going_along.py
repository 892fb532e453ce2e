"""随申请转入: who takes part, and what is asked, where it goes on in a new file (ARL 14 to 17, 42).

That the act is grave or technical goes along, too; an opinion of the committee and a hearing are
the old file's, and both are due anew (ARL 50, 52).

The application is the same and was brought when it was brought first. So whoever acts for somebody
there does so in the new file, too, as long as the term of an entrustment lasts, and ends it there.
"""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.evidence import Piece
from services.reconsideration.domain.gates import grounds
from services.reconsideration.domain.ordinary.states import ON_HAND
from services.reconsideration.domain.participants import Admission, Agent, Handed
from services.reconsideration.domain.request import Request
from services.reconsideration.domain.stays_along import stay_along, stays_along
from shared.contracts.fact import Fact, Head
from shared.contracts.reconsideration import ConsultationGround, Standing
from shared.contracts.reconsideration.assigning import ComplexityFound
from shared.contracts.reconsideration.basics import BasicsStated
from shared.contracts.reconsideration.enforcing import SuitOnRecord
from shared.contracts.reconsideration.filing import CompensationClaimed
from shared.contracts.reconsideration.hearing_held import HearingRequested
from shared.contracts.reconsideration.people import (
    AgentNamed,
    RepresentativesElected,
    StatutoryAgentJoined,
    ThirdPersonJoined,
)
from shared.contracts.reconsideration.proving import EvidenceSubmitted
from shared.contracts.reconsideration.request import RequestChanged, ThirdRequestAdmitted

Page = Callable[[Head], Fact]
"""A page that waits for its head."""


def with_application(before: Case, new: Case) -> Iterator[Page]:
    """Who acts for the applicants of the new file, and for a respondent, from its receipt on.

    Args:
        before: The file before.
        new: The new file, received.
    """
    there = before.participants
    whom = {None, *new.applicants}
    yield from _agents(before, new, [one for one in there.agents if one.principal_id in whom])
    elected = tuple(one for one in there.representatives if one in whom)
    if elected:
        paper_id = _paper(before, there.elected_by)
        yield partial(_elected, Standing.APPLICANT, elected, paper_id)
    if before.state not in ON_HAND:
        yield from stays_along(before, Standing.APPLICANT, new.applicants, before_acceptance=True)
        yield from _hearing_asked(before)
    yield from _put_in(before, new)


def _put_in(before: Case, new: Case) -> Iterator[Page]:
    """What stands beside the application: proofs, what is asked now, claims, a suit on record."""
    agents = (one for one in before.participants.agents if one.principal_id in new.applicants)
    whom = {*new.applicants, *(one.agent_id for one in agents)}
    for one in before.participants.handed:
        if one.person_id in whom:
            yield partial(_handed, one)
    if before.request:
        yield partial(_asked_otherwise, before.request)
    for claim in before.claims:
        claimants = tuple(one for one in new.applicants if one in claim.claimants)
        if claimants or not claim.claimants:
            yield partial(_claimed, claim.text_id, claimants)
    if before.suit and before.suit.concerns(new.applicants):
        suers = (one for one in before.suit.suers if one in new.applicants)
        told: tuple[UUID | None, ...] = tuple(suers) or (None,)
        yield from (partial(_sued, before.suit.filed_on, one) for one in told)


def once_accepted(before: Case, new: Case) -> Iterator[Page]:
    """The third persons 第三人 and who acts for them, who take part from acceptance on (ARL 16).

    Whoever stayed away may take part now: that it stays away again is found again. What the
    applicants of a case on hand asked goes along here: its days do not run since the acceptance,
    which is of old (ARL 42; RULES 68, 136). What was stayed there stays so: it is the same act.
    """
    there = before.participants
    for one in there.third_persons:
        if one.person_id in there.heirless:
            continue
        paper_id = _paper(before, one.text_id)
        yield partial(_joined, one.person_id, paper_id, called=one.called)
    thirds = there.third_ids
    yield from _agents(before, new, [one for one in there.agents if one.principal_id in thirds])
    if there.third_representatives:
        paper_id = _paper(before, there.third_elected_by)
        yield partial(_elected, Standing.THIRD, there.third_representatives, paper_id)
    yield from _what_was_admitted(before, new)
    yield from stays_along(before, Standing.THIRD, thirds, before_acceptance=False)
    if before.state in ON_HAND:
        yield from stays_along(before, Standing.APPLICANT, new.applicants, before_acceptance=False)
        yield from _hearing_asked(before)
        yield from stay_along(before)


def as_hard(before: Case, reason_id: UUID | None = None) -> Iterator[Page]:
    """The act is the same, and as grave or technical in the new file, once accepted (ARL 50, 52).

    Args:
        before: The file before.
        reason_id: Document with the reasons; else what its committee was asked, or the application.
    """
    hard = grounds(before)
    grave, technical = ConsultationGround.GRAVE in hard, ConsultationGround.TECHNICAL in hard
    if before.accepted_on and (grave or technical):
        why = reason_id or _paper(before, next(reversed(before.questions), None))
        yield partial(_hard, why, grave=grave, technical=technical)


def proofs(before: Case, *sides: Standing) -> Iterator[Page]:
    """What these sides put in proves in the new file, too, under numbers of its own (ARL 43).

    Args:
        before: The file before.
        sides: Whose pieces go along: a side that takes part in the new file.
    """
    own = (one for one in before.evidence.pieces if one.standing in sides)
    for nth, piece in enumerate(own, start=1):
        yield partial(_proof, piece, nth)


def _proof(piece: Piece, nth: int, head: Head) -> Fact:
    return EvidenceSubmitted(
        head=head,
        evidence=nth,
        standing=piece.standing,
        evidence_kind=piece.evidence_kind,
        proving=piece.proving,
        shows_id=piece.shows_id,
        attachments=piece.attachments,
        collected_on=piece.collected_on,
        pieces=0,  # nothing new is handed in, of which anybody would be told
    )


def _paper(before: Case, kept: UUID | None) -> UUID:
    """The paper by which somebody came in; the application, where the file did not keep it."""
    found = kept or before.text_id
    assert found is not None  # noqa: S101 - a file without an application goes on nowhere
    return found


def _agents(before: Case, new: Case, agents: list[Agent]) -> Iterator[Page]:
    """法定代理人、委托代理人, those of a respondent only where it is one of the new file's."""
    for one in agents:
        gone = one.organ and one.organ not in new.respondents
        begins = new.received_on
        if gone or (begins and one.is_over(begins)):
            continue
        paper_id = _paper(before, one.text_id)
        yield partial(_statutory if one.sort is None else _entrusted, one, paper_id)


def _statutory(one: Agent, paper_id: UUID, head: Head) -> Fact:
    assert one.principal_id is not None  # noqa: S101 - a respondent has no statutory agent
    return StatutoryAgentJoined(
        head=head,
        applicant=one.principal_id,
        standing=one.standing,
        agent=one.agent_id,
        text_id=paper_id,
    )


def _entrusted(one: Agent, paper_id: UUID, head: Head) -> Fact:
    assert one.sort is not None  # noqa: S101 - as `_agents` saw
    return AgentNamed(
        head=head,
        agent=one.agent_id,
        standing=one.standing,
        principal=one.principal_id,
        sort=one.sort,
        powers=one.powers,
        until=one.until,
        organ=one.organ,
        text_id=paper_id,
    )


def _hearing_asked(before: Case) -> Iterator[Page]:
    """What the applicants asked and nobody has held is still asked there (ARL 50).

    Of a grave case it is not: there a hearing is due unasked, unless the application is dismissed.
    """
    plan, grave = before.hearing, ConsultationGround.GRAVE in grounds(before)
    if not grave and (before.hearing_asked_on or (plan and plan.asked_on)):
        yield partial(_asked_to_hear, _paper(before, before.hearing_asked_id))


def _asked_to_hear(text_id: UUID, head: Head) -> Fact:
    return HearingRequested(head=head, text_id=text_id)


def _hard(reason_id: UUID, head: Head, *, grave: bool, technical: bool) -> Fact:
    return ComplexityFound(head=head, grave=grave, technical=technical, reason_id=reason_id)


def _sued(filed_on: date, applicant: UUID | None, head: Head) -> Fact:
    """What became of it is found in the new file by itself, as every condition is (ARL 30)."""
    return SuitOnRecord(head=head, filed_on=filed_on, applicant=applicant)


def _claimed(text_id: UUID, claimants: tuple[UUID, ...], head: Head) -> Fact:
    return CompensationClaimed(head=head, text_id=text_id, applicants=claimants)


def _handed(one: Handed, head: Head) -> Fact:
    """签名、身份证明 that are there already are not asked for again (ARR2026 27)."""
    return BasicsStated(head=head, persons=(one.person_id,), basics=one.formal)


def _asked_otherwise(asked: Request, head: Head) -> Fact:
    """What is asked now stands beside the application, which goes along as it was made (ARL 15)."""
    return RequestChanged(
        head=head,
        text_id=asked.text_id,
        sought=asked.sought,
        consented=asked.consented,
        changed_on=asked.changed_on,
    )


def _what_was_admitted(before: Case, new: Case) -> Iterator[Page]:
    """承认的第三人请求, for those of the new file who admitted it (ARL 15)."""
    there = before.participants
    for one in there.admitted:
        by = tuple(who for who in new.applicants if who in one.applicants)
        if by and one.person_id in there.third_ids:
            yield partial(_admitted, one, by)


def _admitted(one: Admission, by: tuple[UUID, ...], head: Head) -> Fact:
    """What is admitted stays so, of its own day, for those who admitted it (ARL 15)."""
    return ThirdRequestAdmitted(
        head=head,
        third_person=one.person_id,
        applicants=by,
        text_id=one.text_id,
        consented=one.consented,
        admitted_on=one.admitted_on,
    )


def _joined(person_id: UUID, paper_id: UUID, head: Head, *, called: bool) -> Fact:
    return ThirdPersonJoined(head=head, third_person=person_id, called=called, text_id=paper_id)


def _elected(standing: Standing, elected: tuple[UUID, ...], paper_id: UUID, head: Head) -> Fact:
    return RepresentativesElected(
        head=head,
        standing=standing,
        representatives=elected,
        signed_by_all=True,  # an election that was not is refused where the law asks for it
        text_id=paper_id,
    )
