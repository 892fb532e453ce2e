"""一并提出赔偿请求: made with the application, it is decided with the act (ARL 72)."""

from uuid import UUID

import pytest

from services.reconsideration.domain.claiming import check_answered, claim
from services.reconsideration.domain.going_along import with_application
from services.reconsideration.domain.severing import apart
from shared.contracts.reconsideration import ApplicationAccepted, Outcome
from shared.contracts.reconsideration.filing import CompensationClaimed
from shared.contracts.reconsideration.judged import FindingsRecorded, Unpaid
from shared.contracts.reconsideration.people import ApplicantsLeft, ApplicantSucceeded
from shared.law.article import ARL
from shared.law.procedure import Refused
from tests.reconsideration import deciding
from tests.reconsideration.deciding import Draft
from tests.reconsideration.makers import ANNA, BERT, PAPER, Walk, examined, received
from tests.reconsideration.test_proving_doors import (  # noqa: F401 - fixtures
    APPLIED,
    HANDLER,
    case,
    clock,
    done,
    door,
    refused,
)
from tests.reconsideration.test_routes import OTHER_PARTY, PARTY, Door


def claimed() -> Walk:
    return examined().then(CompensationClaimed, "2026-03-23")


def test_a_claim_is_made_once_and_by_an_applicant() -> None:
    """赔偿请求由申请人提出，只记一次 (ARL 72)."""
    walk = examined()
    with pytest.raises(Refused) as other:
        claim(walk.case, walk.head("2026-03-23"), PAPER, frozenset({BERT}))
    walk.record(claim(walk.case, walk.head("2026-03-23"), PAPER))
    with pytest.raises(Refused) as again:
        claim(walk.case, walk.head("2026-03-24"), PAPER)
    assert other.value.article == again.value.article == ARL[72].par(1)


def found(walk: Walk, **said: object) -> Walk:
    """With findings that carry a revocation."""
    fact = {"findings": ({**deciding.FOUND[Outcome.REVOKED], "text_id": PAPER, **said},)}
    return walk.then(FindingsRecorded, "2026-04-15", **fact)


def test_no_draft_passes_a_claim_over_in_silence() -> None:
    """提出赔偿请求的，认定没有写明不得拟稿；写明应当、不应当的可以 (ARL 72; ARR2026 64)."""
    with pytest.raises(Refused) as refusal:
        check_answered(found(claimed()).case)
    assert refusal.value.article == ARL[72].par(1)
    for said in ({"compensation_asked": True}, {"unpaid": next(iter(Unpaid))}):
        assert check_answered(found(claimed(), **said).case) is None
    assert check_answered(found(examined()).case) is None
    with pytest.raises(Refused) as draft:
        deciding.drafted(claimed(), Draft(outcome=Outcome.REVOKED))
    assert draft.value.article == ARL[72].par(1)


def test_a_claim_goes_along_with_the_application() -> None:
    """分案、改由他机关办理的，赔偿请求随申请转入 (ARL 72; RULES 136)."""
    walk = received(applicants=(ANNA, BERT)).then(CompensationClaimed, "2026-03-03")
    new = Walk().record(apart(walk.case, Walk().head("2026-03-04"), {ANNA}))
    for page in with_application(walk.case, new.case):
        new.record(page(new.head("2026-03-04")))
    assert new.case.claim_id == walk.case.claim_id == PAPER


def test_a_claim_is_of_whoever_makes_it_and_goes_with_its_place() -> None:
    """谁提出的归谁：分案只随提出的人，提出的人退出的不再答复，有人承受的由其承受 (ARL 14, 72)."""
    walk = received(applicants=(ANNA, BERT))
    walk.record(claim(walk.case, walk.head("2026-03-02"), PAPER, frozenset({BERT})))
    assert walk.case.claimants == (BERT,)
    new = Walk().record(apart(walk.case, Walk().head("2026-03-04"), {ANNA}))
    for page in with_application(walk.case, new.case):
        new.record(page(new.head("2026-03-04")))
    assert new.case.claim_id is None
    heir = UUID(int=91)
    taken = Walk.of(walk.case).then(
        ApplicantSucceeded, "2026-03-05", applicant=BERT, successors=(heir,)
    )
    assert (taken.case.claimants, taken.case.claim_id) == ((heir,), PAPER)
    left = Walk.of(walk.case).then(ApplicationAccepted, "2026-03-05")
    left.then(ApplicantsLeft, "2026-03-06", applicants=(BERT,))
    assert (left.case.claimants, left.case.claim_id) == ((), None)


async def test_compensation_is_claimed_in_the_application_or_later(door: Door, case: str) -> None:  # noqa: F811
    """随申请提出，或者受理以后由申请人提出；别人不能提 (ARL 72)."""
    path = f"{case}/compensation-claim"
    assert (await door.post(path, OTHER_PARTY, text="赔我")).status_code == 404
    await done(door, path, PARTY, text="请求赔偿货物损失二千元")
    assert await refused(door, path, HANDLER, text="再赔") == "ARL 72(1)"


async def test_an_application_may_claim_compensation_with_itself(door: Door) -> None:  # noqa: F811
    """随申请一并提出的，记在申请之后 (ARL 72)."""
    said = {**APPLIED, "received_on": "2026-07-06", "learnt_on": "2026-06-20"}
    answer = await door.post("/reconsiderations", PARTY, **said, compensation="请求赔偿二千元")
    assert answer.status_code == 201, answer.text
    kinds = await door.hub.pool.fetch(
        "SELECT kind FROM hub.outbox WHERE case_id = $1::text::uuid", answer.json()["case_id"]
    )
    assert "reconsideration.compensation_claimed.v1" in {row["kind"] for row in kinds}
