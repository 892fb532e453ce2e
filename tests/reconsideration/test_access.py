"""查阅、复制: who reads the file, what is kept back, what is redacted (ARL 47; ARR2026 49)."""

from collections.abc import Callable, Sequence
from uuid import UUID

import pytest

from services.reconsideration.domain import access as acts
from services.reconsideration.domain.ordinary.pauses import HANDING_OVER, STANDSTILL
from services.reconsideration.domain.unfinished import check_nothing_open
from shared.contracts.reconsideration import Outcome, Standing, ViewsHeard
from shared.contracts.reconsideration.access import (
    Excepted,
    FileAccessGranted,
    FileAccessRequested,
    Withheld,
)
from shared.contracts.reconsideration.attached import (
    AttachedReviewDropped,
    AttachedReviewRequested,
)
from shared.contracts.reconsideration.people import (
    AgentEnded,
    AgentNamed,
    ThirdPersonJoined,
)
from shared.contracts.reconsideration.proving import EvidenceSubmitted
from shared.law.article import ARL, Article
from shared.law.procedure import Refused
from tests.reconsideration import deciding
from tests.reconsideration.deciding import Draft
from tests.reconsideration.makers import ANNA, BERT, PAPER, Walk, day, examined, replying

ON = "2026-04-01"
REPLY, PHOTO, SECRET, REDACTED = PAPER, UUID(int=21), UUID(int=22), UUID(int=23)
SHA, COPY = "a" * 64, "b" * 64


def handed_in() -> Walk:
    """The reply, two pieces of the respondent, one of the applicant."""
    walk = examined()
    more = {"standing": Standing.RESPONDENT, "collected_on": day("2026-02-03")}
    walk.then(EvidenceSubmitted, ON, evidence=1, shows_id=PHOTO, attachments=(SHA,), **more)
    walk.then(EvidenceSubmitted, ON, evidence=2, shows_id=SECRET, **more)
    return walk.then(EvidenceSubmitted, ON, evidence=3)


def grant(
    walk: Walk,
    withheld: Sequence[Withheld] = (),
    reader: UUID | None = None,
    copies: tuple[str, ...] = (),
) -> FileAccessGranted:
    return acts.grant(walk.case, walk.head(ON), reader, withheld, copies)


def kept_back(
    excepted: Excepted, evidence: int = 2, redacted_id: UUID | None = None
) -> list[Withheld]:
    return [
        Withheld(excepted=excepted, evidence=evidence, reason_id=PAPER, redacted_id=redacted_id)
    ]


def reads(walk: Walk, who: UUID = ANNA, on: str = ON) -> set[UUID | None]:
    return {one.document_id for one in acts.readable(walk.case, frozenset({who}), day(on))}


def refused(act: Callable[[], object]) -> Article:
    with pytest.raises(Refused) as refusal:
        act()
    return refusal.value.article


def test_an_applicant_reads_the_reply_and_every_piece_of_the_respondent() -> None:
    """申请人可以查阅、复制被申请人的答复、证据 (ARL 47)."""
    walk = handed_in().then(FileAccessRequested, ON)
    assert reads(walk) == set()
    walk.record(grant(walk))
    assert reads(walk) == {REPLY, PHOTO, SECRET}
    [photo] = [
        one
        for one in acts.readable(walk.case, frozenset({ANNA}), day(ON))
        if one.document_id == PHOTO
    ]
    assert photo.attachments == (SHA,)


def test_nothing_is_kept_back_without_a_ground_of_the_law() -> None:
    """没有法定例外的，应当同意 (ARL 47)."""
    walk = handed_in().then(FileAccessRequested, ON)
    assert refused(lambda: grant(walk, kept_back(Excepted.NONE))) == ARL[47]


@pytest.mark.parametrize("ground", [one for one in Excepted if one is not Excepted.NONE])
def test_what_the_law_excepts_is_kept_back_and_the_rest_is_read(ground: Excepted) -> None:
    """涉及秘密、隐私或者危及安全的除外，其余材料仍应当同意 (ARL 47)."""
    walk = handed_in().then(FileAccessRequested, ON)
    walk.record(grant(walk, kept_back(ground)))
    assert reads(walk) == {REPLY, PHOTO}


def test_what_can_be_redacted_is_read_redacted_and_never_as_it_is() -> None:
    """能够遮盖的，遮盖以后查阅 (ARL 47)."""
    walk = handed_in().then(FileAccessRequested, ON)
    withheld = kept_back(Excepted.PRIVACY, 1, REDACTED)
    walk.record(grant(walk, withheld, copies=(COPY,)))
    assert reads(walk) == {REPLY, SECRET, REDACTED, None}
    shown = acts.readable(walk.case, frozenset({ANNA}), day(ON))
    assert {digest for one in shown for digest in one.attachments} == {COPY}
    assert {one.redacted for one in shown if one.document_id in (REDACTED, None)} == {True}


def test_the_reply_too_can_be_read_redacted() -> None:
    """书面答复涉及秘密的，同样遮盖 (ARL 47)."""
    walk = handed_in().then(FileAccessRequested, ON)
    walk.record(grant(walk, kept_back(Excepted.BUSINESS_SECRET, 0, REDACTED)))
    assert reads(walk) == {REDACTED, PHOTO, SECRET}


def test_only_what_the_respondent_handed_in_can_be_kept_back() -> None:
    """除外的只能是被申请人提出的材料 (ARL 47)."""
    walk = handed_in().then(FileAccessRequested, ON)
    for number in (3, 4):
        assert refused(lambda n=number: grant(walk, kept_back(Excepted.PRIVACY, n))) == ARL[47]


def test_what_came_after_the_consent_is_read_after_another_one() -> None:
    """同意以后提出的证据，另行申请 (ARL 47)."""
    walk = handed_in().then(FileAccessRequested, ON)
    walk.record(grant(walk))
    later = UUID(int=24)
    said = {"standing": Standing.RESPONDENT, "shows_id": later}
    walk.then(EvidenceSubmitted, ON, evidence=4, **said)
    assert later not in reads(walk)
    walk.then(FileAccessRequested, ON)
    walk.record(grant(walk))
    assert later in reads(walk)


def test_a_third_person_and_an_agent_read_each_on_their_own_request() -> None:
    """第三人、委托代理人也可以查阅 (ARL 47; ARR2026 49)."""
    walk = handed_in().then(ThirdPersonJoined, ON)
    fact = acts.ask(walk.case, walk.head(ON), None, PAPER, frozenset({BERT}))
    assert fact.reader == BERT
    agent = UUID(int=31)
    walk = handed_in().then(AgentNamed, ON, agent=agent)
    walk.record(acts.ask(walk.case, walk.head(ON), agent, PAPER))
    walk.record(grant(walk))
    assert reads(walk, agent) == {REPLY, PHOTO, SECRET}
    assert reads(walk, BERT) == set()


def test_an_agent_reads_what_its_principal_may_and_no_longer_than_its_term() -> None:
    """代理人在权限和期限之内查阅 (ARL 17, 47)."""
    walk = handed_in().then(AgentNamed, ON, until=day("2026-04-10"))
    walk.then(FileAccessRequested, ON)
    walk.record(grant(walk))
    assert reads(walk, BERT, "2026-04-10") == {REPLY, PHOTO, SECRET}
    assert reads(walk, BERT, "2026-04-11") == set()
    assert reads(walk.then(AgentEnded, ON), BERT) == set()


def test_the_respondents_agent_and_strangers_do_not_ask_to_read() -> None:
    """被申请人的代理人、案外人不在其列 (ARL 47)."""
    walk = handed_in().then(
        AgentNamed, ON, standing=Standing.RESPONDENT, principal=None, sort="staff"
    )
    for reader in (BERT, UUID(int=99), None):
        assert refused(lambda r=reader: acts.ask(walk.case, walk.head(ON), r, PAPER)) == ARL[47]
    stranger = frozenset({UUID(int=99)})
    assert refused(lambda: acts.ask(walk.case, walk.head(ON), None, PAPER, stranger)) == ARL[47]


def test_nobody_consents_to_what_nobody_asked_and_one_asks_once() -> None:
    """申请一次，答复一次 (ARL 47)."""
    walk = handed_in()
    assert refused(lambda: grant(walk)) == ARL[47]
    walk.then(FileAccessRequested, ON)
    assert refused(lambda: acts.ask(walk.case, walk.head(ON), ANNA, PAPER)) == ARL[47]
    walk.then(ThirdPersonJoined, ON, third_person=BERT).then(FileAccessRequested, ON, reader=BERT)
    assert refused(lambda: grant(walk)) == ARL[47]


def test_before_the_respondent_has_handed_in_anything_there_is_nothing_to_read() -> None:
    """被申请人提出答复、证据以后才有可以查阅的材料 (ARL 47)."""
    walk = replying().then(FileAccessRequested, "2026-03-11")
    assert refused(lambda: acts.grant(walk.case, walk.head("2026-03-11"), None, (), ())) == ARL[47]


def test_the_file_is_read_during_a_suspension_too() -> None:
    """中止期间仍在行政复议期间，可以查阅 (ARL 39, 47)."""
    assert {FileAccessRequested, FileAccessGranted} <= STANDSTILL.meanwhile


def test_what_parties_send_in_is_taken_in_while_the_file_is_on_its_way() -> None:
    """移送期间，附带审查申请、查阅申请照收 (ARR2026 40; ARL 13, 47)."""
    sent = {AttachedReviewRequested, AttachedReviewDropped, FileAccessRequested}
    assert sent <= HANDING_OVER.meanwhile
    assert sent <= STANDSTILL.meanwhile


def test_a_request_to_read_is_answered_before_the_decision_is_made() -> None:
    """查阅的申请答复以后才作出决定 (ARL 47)."""
    walk = deciding.approved(examined(), Draft(outcome=Outcome.REVOKED))
    walk.then(FileAccessRequested, "2026-04-17")
    head = walk.head("2026-04-17")
    assert (
        refused(lambda: deciding.drafting.seal(walk.case, head, "甘政复决字〔2026〕1号")) == ARL[47]
    )


def test_the_request_of_whoever_may_no_longer_read_holds_up_nothing() -> None:
    """不再是代理人的，其申请不必答复 (ARL 17, 47)."""
    walk = examined().then(AgentNamed, ON).then(FileAccessRequested, ON, reader=BERT)
    walk.then(AgentEnded, ON)
    assert deciding.decide(walk, Draft(outcome=Outcome.REVOKED)).case.decided_on


def test_a_request_to_read_what_is_not_there_keeps_no_decision_from_being_made() -> None:
    """逾期不答复、没有证据的，无可查阅，不妨碍作出决定；有一件证据就应当先答复 (ARL 47, 70)."""
    walk = replying().lapse("reply", "2026-03-24").then(ViewsHeard, "2026-03-25")
    walk.then(FileAccessRequested, "2026-03-26")
    check_nothing_open(walk.case, day(ON))
    assert deciding.decide(Walk.of(walk.case), Draft(outcome=Outcome.REVOKED)).case.decided_on
    walk.then(EvidenceSubmitted, ON, standing=Standing.RESPONDENT)
    assert refused(lambda: check_nothing_open(walk.case, day(ON))) == ARL[47]
