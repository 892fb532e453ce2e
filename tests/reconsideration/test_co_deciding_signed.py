"""What authorities that decide together sign 会签 (ARR2026 32; RULES 155)."""

from services.reconsideration.domain import co_deciding as acts
from services.reconsideration.domain import (
    lawful_deciding,
    settling_acts,
)
from services.reconsideration.domain.co_deciding import JOINTLY, Agreed
from services.reconsideration.domain.ordinary import ORDINARY
from services.reconsideration.domain.settling_acts import Agreed as Settled
from services.reconsideration.pages.steps import step_of
from services.reconsideration.papers.making import paper_of
from services.reconsideration.papers.sorts import SORTS
from shared.contracts.reconsideration import (
    Approval,
    DecisionMade,
    Outcome,
    Standing,
)
from shared.contracts.reconsideration.co_deciding import (
    CoAuthorityCalled,
)
from shared.contracts.reconsideration.drafting import DecisionReturned
from shared.contracts.reconsideration.settling import (
    MediationBegun,
    MediationDocumentDrawn,
    MediationDocumentSealed,
)
from shared.law.article import RULES
from shared.law.calendar import CALENDAR
from tests.reconsideration.co_deciding import (
    ABOVE_TAX,
    DECISION,
    DIRECTORY,
    DOCUMENT,
    SAID,
    TAX,
    agreed_here,
    called,
    refused,
    seal,
    sign,
)
from tests.reconsideration.deciding import Draft, approved
from tests.reconsideration.makers import (
    ANNA,
    AUTHORITY,
    CITY_GOVERNMENT,
    PAPER,
    Walk,
    day,
)
from tests.reconsideration.papered import made_of

BY_LETTER = Agreed(approval=Approval.HEAD, head_consent_id=PAPER, letter_id=PAPER)


def drawn(walk: Walk | None = None, on: str = "2026-09-10") -> Walk:
    """A mediation document lies ready, and every party has signed it."""
    walk = (walk or called()).then(MediationBegun, on)
    agreed = Settled(harmless=True, obliges=False)
    walk.record(settling_acts.draw_up(walk.case, walk.head(on), agreed, PAPER))
    for standing, organ in (
        *((Standing.APPLICANT, None), (Standing.RESPONDENT, None)),
        (Standing.RESPONDENT, TAX),
    ):
        signers = (ANNA,) if standing is Standing.APPLICANT else ()
        walk.record(settling_acts.sign(walk.case, walk.head(on), standing, signers, organ))
    return walk


def test_no_decision_is_sealed_that_one_of_them_has_not_signed() -> None:
    """其他机关没有会签的，不得用印；会签以后作出的决定写明共同作出的机关 (ARR2026 32(2))."""
    walk = agreed_here()
    assert refused(lambda: seal(walk)) == JOINTLY
    made = seal(sign(walk))
    assert made.co_authorities == (ABOVE_TAX,)
    lawful_deciding.countersigned_by_all(walk.case, made)


def test_a_decision_that_did_not_wait_for_a_signature_is_found_in_the_books() -> None:
    """没有等会签就作出的决定，核对时查得出来 (ARR2026 32(2))."""
    walk = agreed_here()
    made = Walk.of(walk.case).then(DecisionMade, "2026-09-21").facts[-1]
    assert isinstance(made, DecisionMade)
    assert refused(lambda: lawful_deciding.countersigned_by_all(walk.case, made)) == JOINTLY


def test_what_is_not_agreed_to_here_is_signed_by_nobody_else() -> None:
    """办理的机关审批同意以后才会签，不早于同意之日，每个机关一次 (RULES 155)."""
    walk = called()
    assert refused(lambda: sign(walk)) == RULES[155]
    agreed_here(walk)
    assert refused(lambda: sign(walk, "2026-09-17")) == RULES[155]
    early = Agreed(approval=Approval.HEAD, consented_on=day("2026-09-17"))
    assert refused(lambda: sign(walk, agreed=early)) == RULES[155]
    assert refused(lambda: sign(walk, organ=CITY_GOVERNMENT)) == JOINTLY
    sign(walk)
    assert refused(lambda: sign(walk)) == RULES[155]


def test_each_speaks_for_itself_or_the_one_that_handles_records_its_letter() -> None:
    """会签由该机关自己记载，或者由办理的机关按其复函记载，不由别的机关记载 (RULES 155)."""
    assert refused(lambda: sign(agreed_here(), acting=CITY_GOVERNMENT)) == RULES[155]
    walk = sign(agreed_here(), acting=AUTHORITY, agreed=BY_LETTER)
    assert walk.case.drafted
    assert walk.case.drafted.countersigned == (ABOVE_TAX,)


def test_who_does_not_agree_sends_it_back_and_what_is_drafted_anew_is_signed_anew() -> None:
    """不同意会签的退回重拟，重拟以后重新会签 (RULES 155)."""
    walk = agreed_here()
    against = acts.oppose(
        walk.case, walk.head("2026-09-21"), DECISION, ABOVE_TAX, PAPER, acting=ABOVE_TAX
    )
    walk.record(against)
    assert refused(lambda: seal(walk)) == RULES[155]
    assert refused(lambda: sign(walk)) == RULES[155]
    now = walk.head("2026-09-21").at
    step = step_of(walk.case, by="o-1", now=now, calendar=CALENDAR, register=DIRECTORY)
    assert "退回重拟" in step.says
    walk.then(DecisionReturned, "2026-09-22", reason_id=PAPER)
    approved(walk, Draft(outcome=Outcome.REVOKED), "2026-09-23")
    assert refused(lambda: seal(walk, "2026-09-24")) == JOINTLY
    assert seal(sign(walk, "2026-09-24"), "2026-09-24").co_authorities == (ABOVE_TAX,)


def test_a_mediation_document_is_signed_by_the_other_authority_before_the_seal() -> None:
    """调解书同样由共同办理的机关会签以后盖印，重新制作的重新会签 (ARR2026 32(2); RULES 155)."""
    walk = drawn()
    assert ORDINARY.opens(next(f for f in walk.facts if isinstance(f, MediationDocumentDrawn)))
    assert refused(lambda: settling_acts.seal(walk.case, walk.head("2026-09-11"))) == JOINTLY
    sign(walk, "2026-09-11", what=DOCUMENT)
    sealed = settling_acts.seal(walk.case, walk.head("2026-09-11"))
    assert isinstance(sealed, MediationDocumentSealed)
    assert refused(lambda: sign(walk, "2026-09-11")) == RULES[155]
    agreed = Settled(harmless=True, obliges=False)
    walk.record(settling_acts.draw_up(walk.case, walk.head("2026-09-14"), agreed, PAPER))
    assert walk.case.talks
    assert walk.case.talks.countersigned == ()


def test_the_decision_bears_the_names_of_all_who_made_it_with_a_place_for_each_seal() -> None:
    """决定书写明共同作出，各机关署名，字号是办理机关的 (ARR2026 32(2))."""
    paper = paper_of(SORTS["decision"], made_of(DecisionMade, SAID, co_authorities=(ABOVE_TAX,)))
    name = DIRECTORY.organ(ABOVE_TAX).name
    assert paper.signers == (paper.organ, name)
    text = "".join(str(one) for one in paper.body)
    assert f"由本机关和{name}共同作出决定" in text
    alone = paper_of(SORTS["decision"], made_of(DecisionMade, SAID))
    assert alone.signers == (alone.organ,)


def test_the_other_authority_is_asked_by_a_letter_that_says_until_when() -> None:
    """共同办理函写明由谁办理、何时会签 (ARR2026 32(2); RULES 155)."""
    matter = made_of(CoAuthorityCalled, "2026-09-03", organ=ABOVE_TAX)
    paper = paper_of(SORTS["co-authority"], matter)
    assert paper.addressee == DIRECTORY.organ(ABOVE_TAX).name
    assert "五个工作日" in "".join(str(one) for one in paper.body)
