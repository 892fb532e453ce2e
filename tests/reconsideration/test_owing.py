"""谁应当履行、由谁强制执行 (ARL 78): who owes what, and which organ enforces it."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from pydantic import ValidationError

from services.reconsideration.domain import enforcing_acts as acts
from services.reconsideration.domain import falling_due
from services.reconsideration.domain.aftermath_table import AFTERMATH
from services.reconsideration.domain.debts import Stand
from services.reconsideration.domain.drafted import Draft, Drafted
from services.reconsideration.domain.duties import FINDING, GIVING, must_be_owed
from services.reconsideration.domain.talks import Talks
from services.reconsideration.schemas.drafting import DraftIn
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import Outcome, Remedy
from shared.contracts.reconsideration.aftermath import Conclusion
from shared.contracts.reconsideration.enforcing import PartyDuty
from shared.contracts.reconsideration.judged import Disposition
from shared.contracts.reconsideration.people import ApplicantSucceeded
from shared.law.article import ARL
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration.following import following
from tests.reconsideration.makers import (
    ANNA,
    AUTHORITY,
    BERT,
    PAPER,
    RESPONDENT,
    Walk,
    day,
    decided,
    received,
)
from tests.reconsideration.owing import LATER, SERVED, article, ended, owing, stands


@pytest.mark.parametrize(
    ("outcome", "organs"),
    [
        (Outcome.UPHELD, {RESPONDENT}),
        (Outcome.CHANGED, {AUTHORITY}),
        (Outcome.REVOKED, set()),
        (Outcome.REQUEST_DISMISSED, set()),
    ],
)
def test_what_was_upheld_its_organ_enforces_and_what_was_changed_the_authority(
    outcome: Outcome, organs: set[str]
) -> None:
    """维持的由作出行为的机关，变更的由行政复议机关强制执行 (ARL 78)."""
    assert {one.organ for one in ended(outcome=outcome).file.debts} == organs


@pytest.mark.parametrize(
    ("kinds", "organs"),
    [
        ((Outcome.REVOKED, Outcome.UPHELD), {RESPONDENT}),
        ((Outcome.UPHELD, Outcome.CHANGED), {AUTHORITY}),
        ((Outcome.REVOKED, Outcome.REQUEST_DISMISSED), set()),
    ],
)
def test_of_several_acts_what_one_of_them_obliges_is_enforced(
    kinds: tuple[Outcome, ...], organs: set[str]
) -> None:
    """逐项决定的，逐项看由谁执行：一项撤销，另一项维持的仍可执行 (ARL 78)."""
    draft = Draft(dispositions=tuple(Disposition(outcome=one) for one in kinds))
    case = replace(
        received().case,
        duties=(PartyDuty(person_id=ANNA),),
        drafted=Drafted(draft=draft, paper_id=PAPER, drafted_on=day("2026-07-20")),
        decided_on=day("2026-07-20"),
        outcome=draft.outcome,
    )
    file = following(outcome=draft.outcome, remedies=(SERVED,)).file
    assert {one.organ for one in falling_due.owed_by(file, case, CALENDAR)} == organs
    owes = replace(draft, duties=case.duties)
    if organs:
        must_be_owed(case, owes)
    else:
        with pytest.raises(Refused):
            must_be_owed(case, owes)


def test_a_mediation_document_the_authority_enforces_from_its_own_effect_on() -> None:
    """调解书由行政复议机关强制执行，没有起诉期限 (ARL 78)."""
    [debt] = ended(**MEDIATED).file.debts
    assert (debt.organ, debt.sue_until, debt.enforceable_after) == (
        AUTHORITY,
        None,
        day("2026-07-20"),
    )


MEDIATED: dict[str, object] = {
    "outcome": None,
    "conclusion": Conclusion.MEDIATED,
    "remedies": (),
}


def test_the_day_in_a_mediation_document_is_the_respondents_and_no_partys() -> None:
    """调解书的履行期限是被申请人的；当事人自己的载明以前，不得强制执行 (ARL 77, 78)."""
    talks = Talks(since=day("2026-07-01"), perform_by=day("2026-07-25"))
    case = replace(received().case, talks=talks)
    file = following(**MEDIATED)
    [owed] = falling_due.owed_by(file.file, case, CALENDAR)
    assert (owed.perform_by, owed.timed) == (None, False)
    file.record(falling_due.tell(owed, file.head("2026-07-20")))
    assert AFTERMATH.opens(file.facts[-1]) == ()
    with pytest.raises(Refused) as refusal:
        acts.urge(file.file, file.head("2026-12-01"), None, PAPER, CALENDAR, department=AUTHORITY)
    assert "尚未载明" in refusal.value.message
    said = (file.file, file.head("2026-07-22"), None, day("2026-08-20"), CALENDAR)
    file.record(acts.state_time(*said, department=AUTHORITY))
    assert file.last_day("enforceable") == "2026-08-20"
    file.lapse("enforceable", "2026-08-20", str(ANNA))
    assert stands(file) is Stand.DUE


@pytest.mark.parametrize("act", sorted(GIVING | FINDING))
def test_an_act_that_gave_nothing_obliges_nobody_when_it_is_upheld(act: ActKind) -> None:
    """维持不予答复、不予给付、不予公开的，当事人没有需要履行的内容 (ARL 78)."""
    file = following(outcome=Outcome.UPHELD, remedies=(SERVED,))
    case = received(act=act).case
    assert case.act is act
    assert falling_due.owed_by(file.file, case, CALENDAR) == ()


def test_a_benefit_that_is_asked_back_is_owed_by_whom_the_decision_names() -> None:
    """维持追回待遇的决定，决定书写明谁应当退还的，等待该当事人 (ARL 78)."""
    file = following(outcome=Outcome.UPHELD, remedies=(SERVED,))
    asked_back = replace(received(act=ActKind.BENEFIT).case, duties=(PartyDuty(person_id=ANNA),))
    draft = Draft(dispositions=(Disposition(outcome=Outcome.UPHELD),), duties=asked_back.duties)
    must_be_owed(asked_back, draft)
    assert [one.person_id for one in falling_due.owed_by(file.file, asked_back, CALENDAR)] == [ANNA]


@pytest.mark.parametrize("said", [{"omission": True}, {"requested_on": day("2026-02-02")}])
def test_a_licence_that_was_asked_for_and_not_given_obliges_nobody(said: dict[str, Any]) -> None:
    """维持不予许可、不作答复的，申请人没有需要履行的内容 (ARL 11, 78)."""
    file = following(outcome=Outcome.UPHELD, remedies=(SERVED,))
    taken = received(act=ActKind.LICENCE).case
    assert [one.person_id for one in falling_due.owed_by(file.file, taken, CALENDAR)] == [ANNA]
    asked = received(act=ActKind.LICENCE, **said).case
    assert falling_due.owed_by(file.file, asked, CALENDAR) == ()


def test_only_whom_the_decision_obliges_is_waited_for_and_by_the_day_that_it_gives() -> None:
    """决定书写明谁应当履行、至哪一日的，只等待该当事人；写明没有的，不等待任何人 (ARL 78)."""
    duty = PartyDuty(person_id=BERT, perform_by=day("2026-09-10"))
    [debt] = owing(replace(received().case, duties=(duty,)), SERVED, LATER)
    assert (debt.person_id, debt.perform_by, debt.timed) == (BERT, day("2026-09-10"), True)
    assert owing(replace(received().case, duties=()), SERVED, LATER) == ()


def test_who_sued_over_what_nobody_stated_yet_is_on_record_too() -> None:
    """尚未载明的，起诉记录同样记入 (ARL 78)."""
    file = following(outcome=Outcome.UPHELD, remedies=(SERVED,))
    [debt] = owing(received().case)
    file.record(falling_due.tell(debt, file.head("2026-07-20")))
    assert acts.note_suit(file.file, file.head("2026-07-30"), day("2026-07-29")) is not None


def test_a_mediation_document_without_a_day_is_performed_when_its_authority_asks() -> None:
    """调解书没有写明当事人履行期限的，由行政复议机关请求履行，以其给的期限为准 (ARL 78)."""
    duties = (PartyDuty(person_id=ANNA),)
    file = following(**MEDIATED)
    [debt] = falling_due.owed_by(file.file, replace(received().case, duties=duties), CALENDAR)
    file.record(falling_due.tell(debt, file.head("2026-07-20")))
    assert stands(file) is Stand.UNSTATED
    said = (file.file, file.head("2026-07-22"), None)
    with pytest.raises(Refused):
        acts.state_time(*said, None, CALENDAR, department=AUTHORITY)
    by = day("2026-08-20")
    told = acts.state_time(*said, by, CALENDAR, request_id=PAPER, department=AUTHORITY)
    assert told.performance_request_id == PAPER
    assert file.record(told).last_day("enforceable") == "2026-08-20"
    dated = (PartyDuty(person_id=ANNA, perform_by=by),)
    [timed] = falling_due.owed_by(
        following(**MEDIATED).file, replace(received().case, duties=dated), CALENDAR
    )
    assert (timed.timed, timed.enforceable_after) == (True, by)


@pytest.mark.parametrize(
    ("outcome", "act", "persons"),
    [
        (Outcome.REVOKED, ActKind.PENALTY, [ANNA]),
        (Outcome.UPHELD, ActKind.PENALTY, [BERT]),
        (Outcome.UPHELD, ActKind.PENALTY, [ANNA, ANNA]),
    ],
)
def test_a_draft_obliges_parties_alone_and_by_what_is_upheld_or_changed(
    outcome: Outcome, act: ActKind, persons: list[UUID]
) -> None:
    """维持、变更的才写当事人应当履行的；没有要求履行的行为不写 (ARL 78)."""
    draft = Draft(
        dispositions=(Disposition(outcome=outcome),),
        duties=tuple(PartyDuty(person_id=one) for one in persons),
    )
    with pytest.raises(Refused) as refusal:
        must_be_owed(received(act=act).case, draft)
    assert article(refusal) == ARL[78]


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({}, None),
        ({"nothing_owed": True}, ()),
        ({"duties": [{"person_id": str(ANNA)}]}, (PartyDuty(person_id=ANNA),)),
    ],
)
def test_the_draft_says_who_owes_that_nobody_does_or_nothing_yet(
    form: dict[str, Any], said: object
) -> None:
    """拟稿写明应当履行的当事人，或者没有；都不填的为尚未写明 (ARL 78)."""
    whole = {"dispositions": [{"outcome": "upheld"}], "text": "维持。", **form}
    assert DraftIn.model_validate(whole).draft().duties == said
    both = {**whole, "nothing_owed": True, "duties": [{"person_id": str(ANNA)}]}
    with pytest.raises(ValidationError):
        DraftIn.model_validate(both)


OWES = (PartyDuty(person_id=ANNA, perform_by=day("2026-09-10")),)
HEIR = (PartyDuty(person_id=BERT, perform_by=day("2026-09-10")),)


def test_who_succeeds_an_applicant_owes_what_the_applicant_was_to_perform() -> None:
    """承受申请人地位的人，承受拟稿、调解书、决定写明的应当履行的内容 (ARL 14, 78)."""
    draft = Draft(dispositions=(Disposition(outcome=Outcome.UPHELD),), duties=OWES)
    on = day("2026-04-17")
    before = replace(
        decided().case,
        duties=OWES,
        drafted=Drafted(draft=draft, paper_id=PAPER, drafted_on=on),
        talks=Talks(since=on, drawn_on=on, duties=OWES),
    )
    case = Walk.of(before).then(ApplicantSucceeded, "2026-04-20", successors=(BERT,)).case
    assert case.drafted is not None
    assert case.talks is not None
    assert (case.duties, case.talks.duties, case.drafted.draft.duties) == (HEIR, HEIR, HEIR)
    [debt] = owing(case, replace_person(SERVED, BERT))
    assert (debt.person_id, debt.perform_by) == (BERT, day("2026-09-10"))


def replace_person(remedy: Remedy, person: UUID) -> Remedy:
    return remedy.model_copy(update={"person_id": person})


def test_who_succeeds_and_owes_already_owes_once_and_nobody_inherits_nothing() -> None:
    """承受人自己也应当履行的，只写一次；原申请人没有需要履行的，承受人也没有 (ARL 14, 78)."""
    own = PartyDuty(person_id=BERT)
    both = replace(decided().case, applicants=(ANNA, BERT), duties=(*OWES, own))
    case = Walk.of(both).then(ApplicantSucceeded, "2026-04-20", successors=(BERT,)).case
    assert case.duties == (own,)
    free = replace(decided().case, duties=())
    assert Walk.of(free).then(ApplicantSucceeded, "2026-04-20").case.duties == ()
