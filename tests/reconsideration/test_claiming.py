"""一并提出赔偿请求: made with the application, it is decided with the act (ARL 72)."""

from dataclasses import replace
from functools import partial
from uuid import UUID

import pytest

from services.reconsideration.domain.awarding import check_awards, check_content
from services.reconsideration.domain.carrying import check_findings
from services.reconsideration.domain.claiming import check_answered, claim
from services.reconsideration.domain.claims import Claim
from services.reconsideration.domain.drafted import Draft as Drafted
from services.reconsideration.domain.drafting import record_findings
from services.reconsideration.domain.going_along import with_application
from services.reconsideration.domain.severing import apart as severed
from services.reconsideration.papers.making import paper_of
from services.reconsideration.papers.sorts import SORTS
from services.reconsideration.schemas.drafting import DraftIn
from services.reconsideration.schemas.judged import FindingsIn
from shared.contracts.catalogue import people_in
from shared.contracts.reconsideration import (
    ApplicationAccepted,
    Compensation,
    CopyReceived,
    CopySent,
    DecisionMade,
    Outcome,
    ReplyFiled,
    ViewsHeard,
)
from shared.contracts.reconsideration.drafting import DecisionDrafted
from shared.contracts.reconsideration.filing import CompensationClaimed
from shared.contracts.reconsideration.judged import (
    ClaimDecided,
    ClaimFound,
    Disposition,
    Finding,
    FindingsRecorded,
    Unpaid,
)
from shared.contracts.reconsideration.people import ApplicantsLeft, ApplicantSucceeded
from shared.law.article import ARL
from shared.law.procedure import Refused
from tests.reconsideration import deciding
from tests.reconsideration.deciding import Draft
from tests.reconsideration.makers import (
    ANNA,
    BERT,
    PAPER,
    Walk,
    accepted,
    day,
    examined,
    received,
)
from tests.reconsideration.papered import made_of, says
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

OTHER = UUID(int=92)


def of_both() -> Walk:
    """A case of two applicants, under review."""
    walk = accepted(applicants=(ANNA, BERT)).then(CopySent, "2026-03-10")
    walk = walk.then(CopyReceived, "2026-03-10").then(ReplyFiled, "2026-03-20")
    return walk.then(ViewsHeard, "2026-03-20")


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
    claims = said.pop("claims", ())
    fact = {"findings": ({**deciding.FOUND[Outcome.REVOKED], "text_id": PAPER, **said},)}
    fact |= {"claims": claims}
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
    new = Walk().record(severed(walk.case, Walk().head("2026-03-04"), {ANNA}))
    for page in with_application(walk.case, new.case):
        new.record(page(new.head("2026-03-04")))
    assert new.case.claims == walk.case.claims == (Claim(text_id=PAPER),)


def test_a_claim_is_of_whoever_makes_it_and_goes_with_its_place() -> None:
    """谁提出的归谁：分案只随提出的人，提出的人退出的不再答复，有人承受的由其承受 (ARL 14, 72)."""
    walk = received(applicants=(ANNA, BERT))
    walk.record(claim(walk.case, walk.head("2026-03-02"), PAPER, frozenset({BERT})))
    assert [one.claimants for one in walk.case.claims] == [(BERT,)]
    new = Walk().record(severed(walk.case, Walk().head("2026-03-04"), {ANNA}))
    for page in with_application(walk.case, new.case):
        new.record(page(new.head("2026-03-04")))
    assert new.case.claims == ()
    heir = UUID(int=91)
    taken = Walk.of(walk.case).then(
        ApplicantSucceeded, "2026-03-05", applicant=BERT, successors=(heir,)
    )
    assert taken.case.claims == (Claim(text_id=PAPER, claimants=(heir,)),)
    left = Walk.of(walk.case).then(ApplicationAccepted, "2026-03-05")
    left.then(ApplicantsLeft, "2026-03-06", applicants=(BERT,))
    assert left.case.claims == ()


BOTH = {"compensation_asked": True, "compensation_due": True}


def two_claims() -> Walk:
    """Anna claimed by herself, and later Bert."""
    walk = of_both()
    walk.record(claim(walk.case, walk.head("2026-03-23"), PAPER, frozenset({ANNA})))
    return walk.record(claim(walk.case, walk.head("2026-03-24"), OTHER, frozenset({BERT})))


def test_who_has_not_claimed_yet_may_claim_after_another() -> None:
    """各申请人的赔偿请求是各人的：他人已经提出的，本人仍可提出，每人一次 (ARL 72)."""
    walk = two_claims()
    assert [(one.text_id, one.claimants) for one in walk.case.claims] == [
        (PAPER, (ANNA,)),
        (OTHER, (BERT,)),
    ]
    for said in ({"persons": frozenset({BERT})}, {"named": (ANNA,)}, {}):
        with pytest.raises(Refused) as again:
            claim(walk.case, walk.head("2026-03-25"), PAPER, **said)
        assert again.value.article == ARL[72].par(1)
    first = of_both()
    first.record(claim(first.case, first.head("2026-03-23"), PAPER, named=(ANNA,)))
    rest = claim(first.case, first.head("2026-03-24"), PAPER)
    assert rest.applicants == (BERT,), "whoever claims for all claims for who has not"
    with pytest.raises(Refused):
        claim(first.case, first.head("2026-03-24"), PAPER, frozenset({ANNA}), (BERT,))


def test_each_claim_is_answered_before_anything_is_drafted() -> None:
    """每人的请求都要认定；分别认定的，各人一项 (ARL 72)."""
    walk = two_claims()
    anna = {"person_id": ANNA, "compensation_due": True}
    bert = {"person_id": BERT, "unpaid": next(iter(Unpaid))}
    with pytest.raises(Refused) as refusal:
        check_answered(found(Walk.of(walk.case), claims=(anna,)).case)
    assert refusal.value.article == ARL[72].par(1)
    assert check_answered(found(Walk.of(walk.case), claims=(anna, bert)).case) is None
    assert check_answered(found(Walk.of(walk.case), **BOTH).case) is None


def test_what_was_found_before_a_further_claim_does_not_answer_it() -> None:
    """认定以后他人又提出赔偿请求的，重新认定 (ARL 72)."""
    walk = of_both()
    walk.record(claim(walk.case, walk.head("2026-03-23"), PAPER, frozenset({ANNA})))
    found(walk, **BOTH)
    assert check_answered(walk.case) is None
    walk.record(claim(walk.case, walk.head("2026-04-16"), OTHER, frozenset({BERT})))
    with pytest.raises(Refused) as refusal:
        check_answered(walk.case)
    assert refusal.value.article == ARL[72].par(1)
    assert check_answered(found(walk, **BOTH).case) is None


def apart() -> tuple[tuple[ClaimFound, ...], Drafted]:
    """Anna is to be paid and Bert is not, as it is found and decided."""
    was = (
        ClaimFound(person_id=ANNA, compensation_due=True),
        ClaimFound(person_id=BERT, unpaid=next(iter(Unpaid))),
    )
    paid = {
        "person_id": ANNA,
        "compensation": "granted",
        "compensation_manner": "payment",
        "compensation_yuan": "2000",
    }
    not_paid = {"person_id": BERT, "compensation": "rejected"}
    claims = tuple(ClaimDecided.model_validate(one) for one in (paid, not_paid))
    return was, Drafted(dispositions=(Disposition(outcome=Outcome.REVOKED),), claims=claims)


def test_each_claim_is_decided_of_as_it_was_found() -> None:
    """应当赔偿的决定赔偿，不应当的驳回，逐人与认定一致 (ARL 72; ARR2026 63, 64)."""
    was, draft = apart()
    [paid, not_paid] = draft.claims
    one = Finding.model_validate({**deciding.FOUND[Outcome.REVOKED], "text_id": PAPER})
    asked, on = {each.person_id: each for each in was}, day("2026-08-03")
    checked = partial(check_awards, one, *draft.dispositions, asked, on=on)
    assert checked(draft.claims_of(1)) is None
    assert draft.claims_of(2) == ()
    assert check_content(draft, on) is None
    wrong = (
        (paid,),
        (paid, not_paid, not_paid),
        (paid, not_paid.model_copy(update={"compensation": Compensation.GRANTED})),
        (paid.model_copy(update={"compensation": None}), not_paid),
    )
    for claims in wrong:
        with pytest.raises(Refused) as refusal:
            checked(claims)
        assert refusal.value.article == ARL[72].par(1)
    unsaid = paid.model_copy(update={"compensation_yuan": None})
    with pytest.raises(Refused):
        check_content(replace(draft, claims=(unsaid, not_paid)), day("2026-08-03"))
    assert draft.compensation is Compensation.GRANTED


def test_nothing_is_found_of_a_claim_that_nobody_made() -> None:
    """没有提出赔偿请求的人，不认定其赔偿请求 (ARL 72)."""
    was, _ = apart()
    walk = of_both()
    walk.record(claim(walk.case, walk.head("2026-03-23"), PAPER, frozenset({ANNA})))
    with pytest.raises(Refused) as refusal:
        record_findings(walk.case, walk.head("2026-04-15"), (), claims=was)
    assert refusal.value.article == ARL[72].par(1)


def test_the_decision_names_each_whose_claim_is_decided_of_apart() -> None:
    """决定书逐人写明赔偿请求的结果 (ARL 72; ARR2026 63)."""
    _, said = apart()
    more = {"outcome": Outcome.REVOKED, "dispositions": said.dispositions, "claims": said.claims}
    text = says(paper_of(SORTS["decision"], made_of(DecisionMade, **more)))
    assert "的赔偿请求，依法给予赔偿，被申请人应当支付赔偿金2000元" in text
    assert "甘州区伯某餐饮有限公司的赔偿请求，驳回行政赔偿请求" in text


def test_the_forms_say_of_which_act_a_claim_is_found_and_decided() -> None:
    """分别认定、分别决定的赔偿请求，写明第几项 (ARL 72)."""
    one = {"text": "经查。", "procedure": "violated"}
    asked = {"act": 1, "person_id": ANNA, "compensation_due": True}
    body = FindingsIn.model_validate({"findings": [one], "claims": [asked]})
    assert [(each.act, each.person_id) for each in body.found_apart()] == [(1, ANNA)]
    decided = {"act": 1, "person_id": ANNA, "compensation": "granted"}
    draft = {"dispositions": [{"outcome": "revoked"}], "text": "撤销。"}
    said = DraftIn.model_validate({**draft, "claims": [decided]}).draft()
    assert [(each.act, each.compensation) for each in said.claims] == [(1, Compensation.GRANTED)]
    for model, whole in ((FindingsIn, {"findings": [one]}), (DraftIn, draft)):
        late = {**asked, "act": 2} if model is FindingsIn else {**decided, "act": 2}
        with pytest.raises(ValueError, match="没有这一项"):
            model.model_validate({**whole, "claims": [late]})


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


def test_whoever_is_party_to_it_still_reads_what_was_decided() -> None:
    """逐人决定的赔偿请求不使决定事项对当事人隐去 (ARL 75)."""
    hidden = people_in(DecisionMade.kind_name())
    assert "claims" in hidden
    assert "dispositions" not in hidden
    assert people_in(FindingsRecorded.kind_name()) == {"claims"}


def test_a_draft_decides_of_each_claim_what_was_found_of_it() -> None:
    """拟稿逐人决定赔偿请求，与认定不合的拒绝 (ARL 72)."""
    walk, (was, said) = two_claims(), apart()
    found(walk, claims=was)
    assert check_findings(walk.case, day("2026-04-17"), said) is None
    with pytest.raises(Refused) as refusal:
        check_findings(walk.case, day("2026-04-17"), replace(said, claims=said.claims[:1]))
    assert refusal.value.article == ARL[72].par(1)


def drafted_apart() -> Walk:
    """Anna and Bert have one claim, found and drafted apart."""
    walk, (was, said) = of_both(), apart()
    found(walk.then(CompensationClaimed, "2026-03-23"), claims=was)
    paper = {"dispositions": said.dispositions, "claims": said.claims, "paper_id": PAPER}
    return walk.then(DecisionDrafted, "2026-04-16", **paper)


def draft_of(walk: Walk) -> Drafted:
    assert walk.case.drafted
    return walk.case.drafted.draft


def test_what_was_found_and_drafted_of_a_joint_claim_leaves_with_whose_it_was() -> None:
    """共同的赔偿请求分别认定的，对退出的人的认定、拟稿随其退出，不再对其决定 (ARL 41, 72)."""
    walk = drafted_apart()
    assert check_findings(walk.case, day("2026-04-17"), draft_of(walk)) is None
    walk.then(ApplicantsLeft, "2026-04-17", applicants=(ANNA,))
    assert [one.person_id for each in walk.case.claims for one in each.found] == [BERT]
    assert [one.person_id for one in draft_of(walk).claims] == [BERT]
    assert check_findings(walk.case, day("2026-04-17"), draft_of(walk)) is None


def test_what_was_found_and_drafted_of_a_claim_goes_over_with_the_place() -> None:
    """承受人取得被承受人赔偿请求的认定和拟稿 (ARL 14, 72)."""
    walk, heir = drafted_apart(), UUID(int=91)
    walk.then(ApplicantSucceeded, "2026-04-17", applicant=ANNA, successors=(heir,))
    assert check_findings(walk.case, day("2026-04-17"), draft_of(walk)) is None
    [of_heir, of_bert] = draft_of(walk).claims
    assert (of_heir.person_id, of_heir.compensation_yuan) == (heir, "2000")
    assert (of_bert.person_id, of_bert.compensation) == (BERT, Compensation.REJECTED)


@pytest.mark.parametrize("heirs", [(UUID(int=91), UUID(int=92)), (BERT,)])
def test_what_was_meant_for_one_is_paid_to_nobody_twice(heirs: tuple[UUID, ...]) -> None:
    """数人承受，或者由另有请求的人承受的，赔偿方式、数额重新写明 (ARL 14; ARR2026 63)."""
    walk = drafted_apart()
    walk.then(ApplicantSucceeded, "2026-04-17", applicant=ANNA, successors=heirs)
    said = draft_of(walk)
    assert {one.person_id for one in said.claims} == {*heirs, BERT}
    assert all(one.compensation_yuan is None for one in said.claims)
    assert check_findings(walk.case, day("2026-04-17"), said) is None
