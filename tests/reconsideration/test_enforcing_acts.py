"""逾期不起诉又不履行的强制执行: who, from when, until when (ARL 78; COERCION 53, 54)."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from pydantic import ValidationError

from services.reconsideration.domain import enforcing_acts as acts
from services.reconsideration.domain import falling_due
from services.reconsideration.domain.aftermath_table import AFTERMATH
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.debts import Debt, Stand
from services.reconsideration.domain.drafted import Draft, Drafted
from services.reconsideration.domain.duties import FINDING, GIVING, must_be_owed
from services.reconsideration.domain.enforcing import counted_from
from services.reconsideration.domain.talks import Talks
from services.reconsideration.queries.parties import called
from services.reconsideration.schemas.drafting import DraftIn
from services.reconsideration.schemas.enforcing import NoEnforcementIn
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import Outcome, Remedy
from shared.contracts.reconsideration.aftermath import Conclusion, ServedAgain
from shared.contracts.reconsideration.enforcing import (
    EnforcementApplied,
    EnforcementAwaited,
    EnforcementSpared,
    NoNeed,
    PartyDuty,
    PartyEnforced,
    PartyUrged,
    SuitOnRecord,
)
from shared.contracts.reconsideration.heirless import AddresseeFound
from shared.contracts.reconsideration.judged import Disposition
from shared.contracts.reconsideration.people import ApplicantSucceeded
from shared.frame.forms import boxes
from shared.law.article import ARL, Article
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration.following import Following, following
from tests.reconsideration.makers import (
    ANNA,
    AUTHORITY,
    BERT,
    OTHER,
    PAPER,
    RESPONDENT,
    Walk,
    day,
    decided,
    received,
)

SERVED = Remedy(person_id=ANNA, served_on=day("2026-07-20"), sue_until=day("2026-08-04"))
LATER = Remedy(person_id=BERT, served_on=day("2026-07-27"), sue_until=day("2026-08-11"))


def ended(**said: object) -> Following:
    """A case that came to its end, with what each party then stands to perform."""
    file = following(**{"outcome": Outcome.UPHELD, "remedies": (SERVED, LATER), **said})
    case = replace(received().case, duties=tuple(PartyDuty(person_id=o) for o in (ANNA, BERT)))
    for debt in falling_due.owed_by(file.file, case, CALENDAR):
        file.record(falling_due.tell(debt, file.head("2026-07-20")))
    return file


def due(on: str = "2026-08-04", **said: object) -> Following:
    return ended(remedies=(SERVED,), **said).lapse("enforceable", on, str(ANNA))


def urged() -> Following:
    return due().then(PartyUrged, "2026-08-05")


def unheeded() -> Following:
    return urged().lapse("heed_urging", "2026-08-19", str(ANNA))


def stands(file: Following, person: UUID = ANNA) -> Stand:
    return next(one.stand for one in file.file.debts if one.person_id == person)


def article(refusal: pytest.ExceptionInfo[Refused]) -> Article:
    return refusal.value.article


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


def owing(case: Case, *remedies: Remedy, **said: object) -> tuple[Debt, ...]:
    """What is owed after an act was upheld."""
    file = following(**{"outcome": Outcome.UPHELD, "remedies": remedies or (SERVED,), **said})
    return falling_due.owed_by(file.file, case, CALENDAR)


def test_only_whom_the_decision_obliges_is_waited_for_and_by_the_day_that_it_gives() -> None:
    """决定书写明谁应当履行、至哪一日的，只等待该当事人；写明没有的，不等待任何人 (ARL 78)."""
    duty = PartyDuty(person_id=BERT, perform_by=day("2026-09-10"))
    [debt] = owing(replace(received().case, duties=(duty,)), SERVED, LATER)
    assert (debt.person_id, debt.perform_by, debt.timed) == (BERT, day("2026-09-10"), True)
    assert owing(replace(received().case, duties=()), SERVED, LATER) == ()


def test_where_it_was_not_said_nothing_runs_until_it_is() -> None:
    """没有写明谁应当履行的，不起算、不逾期，载明以后才起算 (ARL 78; COERCION 53)."""
    file = following(outcome=Outcome.UPHELD, remedies=(SERVED,))
    [debt] = owing(received().case)
    file.record(falling_due.tell(debt, file.head("2026-07-20")))
    assert (stands(file), AFTERMATH.opens(file.facts[-1])) == (Stand.UNSTATED, ())
    with pytest.raises(Refused) as refusal:
        acts.urge(file.file, file.head("2026-08-06"), None, PAPER, CALENDAR, department=RESPONDENT)
    assert "尚未载明" in refusal.value.message
    again = {"shown_on": "2026-07-21", "served_on": "2026-07-21", "sue_until": day("2026-08-05")}
    file.then(ServedAgain, "2026-07-21", **again)
    anew = falling_due.served_anew(file.file, received().case, ANNA, CALENDAR)
    assert anew is not None
    assert not anew.timed
    file.record(falling_due.tell(anew, file.head("2026-07-21")))
    said = (file.file, file.head("2026-07-22"), None, None, CALENDAR)
    file.record(acts.state_time(*said, department=RESPONDENT))
    assert stands(file) is Stand.AWAITED
    assert file.last_day("enforceable") == "2026-08-05"
    with pytest.raises(Refused):  # what has to be performed is said once
        acts.state_time(
            file.file, file.head("2026-07-23"), None, None, CALENDAR, department=RESPONDENT
        )


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


def test_the_days_of_each_party_run_from_its_own_service() -> None:
    """起诉期限自各自收到之日起算，执行也各自计算 (ARL 78; ALL 45)."""
    file = ended()
    days = {one.person_id: one.enforceable_after for one in file.file.debts}
    assert days == {ANNA: day("2026-08-04"), BERT: day("2026-08-11")}
    file.lapse("enforceable", "2026-08-04", str(ANNA))
    assert (stands(file), stands(file, BERT)) == (Stand.DUE, Stand.AWAITED)


def test_three_months_to_ask_the_court_run_from_the_end_of_the_days_to_sue() -> None:
    """自起诉期限届满之日起三个月内申请人民法院强制执行 (COERCION 53)."""
    assert due().last_day("enforce_party") == "2026-11-04"


def test_the_time_that_the_paper_gives_to_perform_is_waited_for() -> None:
    """履行期限晚于起诉期限的，届满后方可执行；三个月仍自起诉期限届满起算 (ARL 78; COERCION 53)."""
    file = ended(remedies=(SERVED,))
    said = (file.file, file.head("2026-07-22"), None, day("2026-09-10"), CALENDAR)
    file.record(acts.state_time(*said, department=RESPONDENT))
    assert file.last_day("enforceable") == "2026-09-10"
    file.lapse("enforceable", "2026-09-10", str(ANNA))
    assert file.last_day("enforce_party") == "2026-11-04"


def test_where_that_time_leaves_no_days_to_urge_the_months_run_from_its_end() -> None:
    """履行期限晚到无从催告的，三个月自履行期限届满起算（解释） (COERCION 53, 54)."""
    sue = day("2026-08-04")
    run = [
        counted_from(sue, day(by), day("2026-07-20"), CALENDAR)
        for by in ("2026-10-15", "2026-12-31")
    ]
    assert run == [sue, day("2026-12-31")]


def test_nothing_is_enforced_while_the_party_may_still_sue() -> None:
    """起诉期限届满前不得催告、申请执行 (ARL 78)."""
    file = ended(remedies=(SERVED,))
    with pytest.raises(Refused) as refusal:
        acts.urge(file.file, file.head("2026-08-03"), None, PAPER, CALENDAR, department=RESPONDENT)
    assert str(article(refusal).code) == "ARL 78"


def test_the_court_is_asked_ten_working_days_after_urging() -> None:
    """催告书送达十日后仍不履行的，可以申请 (COERCION 54, 69)."""
    file = urged()
    assert file.last_day("heed_urging") == "2026-08-19"
    for early, code in ((due(), "COERCION 54"), (file, "COERCION 54")):
        with pytest.raises(Refused) as refusal:
            ask(early, "2026-08-18")
        assert article(refusal).code == code
    assert ask(unheeded(), "2026-08-20").organ == RESPONDENT


def ask(file: Following, on: str, late: UUID | None = None) -> EnforcementApplied:
    return acts.apply(
        file.file, file.head(on), None, PAPER, late, calendar=CALENDAR, department=RESPONDENT
    )


def test_after_three_months_only_with_a_good_reason() -> None:
    """逾期申请的，除有正当理由外，人民法院不予受理 (ALI 156)."""
    file = unheeded().lapse("enforce_party", "2026-11-04", str(ANNA))
    with pytest.raises(Refused) as refusal:
        ask(file, "2026-11-06")
    assert article(refusal).code == "ALI 156"
    assert ask(file, "2026-11-06", PAPER).late_reason_id == PAPER


def test_a_time_to_perform_stated_afterwards_begins_no_months_anew() -> None:
    """三个月届满以后载明履行期限的，不重新起算 (ALI 156)."""
    file = due().lapse("enforce_party", "2026-11-04", str(ANNA))
    said = (file.file, file.head("2026-11-06"), None, day("2026-12-31"), CALENDAR)
    with pytest.raises(Refused) as refusal:
        acts.state_time(*said, department=RESPONDENT)
    assert article(refusal).code == "ALI 156"


def test_it_is_the_affair_of_the_organ_named_and_of_no_other() -> None:
    """维持决定由作出行为的机关执行 (ARL 78)."""
    file = due()
    with pytest.raises(Refused) as refusal:
        acts.urge(
            file.file, file.head("2026-08-05"), None, PAPER, CALENDAR, department="620702-zhujian"
        )
    assert article(refusal).code == "ARL 78"


def test_an_organ_that_enforces_itself_urges_before() -> None:
    """作出强制执行决定前，应当事先催告 (COERCION 35)."""
    file = due()
    with pytest.raises(Refused) as refusal:
        acts.enforce(file.file, file.head("2026-08-05"), None, PAPER, department=RESPONDENT)
    assert article(refusal).code == "COERCION 35"
    file = urged()
    done = acts.enforce(file.file, file.head("2026-08-21"), None, PAPER, department=RESPONDENT)
    assert not done.by_court


def own(file: Following, on: str, ground: UUID | None = None) -> PartyEnforced:
    said = (file.file, file.head(on), None, PAPER, ground)
    return acts.enforce(*said, department=RESPONDENT)


def demanded(until: str | None) -> Following:
    """Urged on 5 August, by a demand that states this day or none."""
    file = due()
    said = (file.file, file.head("2026-08-05"), None, PAPER, CALENDAR)
    stated = day(until) if until else None
    return file.record(acts.urge(*said, perform_until=stated, department=RESPONDENT))


@pytest.mark.parametrize(("stated", "last"), [(None, "2026-08-19"), ("2026-08-12", "2026-08-12")])
def test_an_organ_does_not_enforce_while_the_demand_runs(stated: str | None, last: str) -> None:
    """经催告逾期仍不履行的，机关才可以强制执行；期限由催告书写明 (COERCION 35, 37)."""
    file = demanded(stated)
    assert file.file.debts[0].urged_until == day(last)
    with pytest.raises(Refused) as refusal:
        own(file, last)
    assert article(refusal).code == "COERCION 37"
    after = day(last) + timedelta(days=1)
    assert not own(file, after.isoformat()).by_court


def test_who_hides_what_he_has_is_enforced_against_at_once() -> None:
    """催告期间有证据证明有转移或者隐匿财物迹象的，可以立即强制执行 (COERCION 37)."""
    assert own(demanded(None), "2026-08-06", PAPER).concealment_id == PAPER


def test_a_longer_demand_is_waited_for_and_one_of_old_until_its_ten_days_are_over() -> None:
    """催告书给的期限更长的，期满才能执行；没有写明的为十个工作日 (COERCION 35, 37)."""
    longer = demanded("2026-09-10").lapse("heed_urging", "2026-08-19", str(ANNA))
    of_old = due().then(PartyUrged, "2026-08-05", perform_until=None)
    for file in (longer, of_old):
        with pytest.raises(Refused):
            own(file, "2026-08-20")
    of_old.lapse("heed_urging", "2026-08-19", str(ANNA))
    assert not own(of_old, "2026-08-20").by_court


def test_a_demand_gives_no_day_before_its_service() -> None:
    """催告书的履行期限不得早于送达之日 (COERCION 35)."""
    with pytest.raises(Refused):
        demanded("2026-08-04")


def test_what_was_asked_of_the_court_the_court_enforces() -> None:
    """申请人民法院强制执行的，由人民法院执行 (ARL 78)."""
    file = unheeded().then(EnforcementApplied, "2026-08-20")
    done = acts.enforce(file.file, file.head("2026-10-09"), None, PAPER, department=RESPONDENT)
    assert done.by_court
    assert stands(file.record(done)) is Stand.ENFORCED


def spare(file: Following, ground: NoNeed, sued: str | None = None) -> NoNeed:
    said = (file.file, file.head("2026-08-06"), ANNA, ground, PAPER)
    sued_on = day(sued) if sued else None
    return acts.spare(*said, calendar=CALENDAR, sued_on=sued_on, department="").no_need


def test_whoever_sued_in_time_is_not_enforced_against_and_whoever_was_late_is() -> None:
    """逾期起诉的，不影响执行 (ARL 78)."""
    assert spare(due(), NoNeed.SUED, "2026-08-04") is NoNeed.SUED
    with pytest.raises(Refused) as refusal:
        spare(due(), NoNeed.SUED, "2026-08-05")
    assert article(refusal).code == "ARL 78"


def test_a_late_suit_that_the_court_took_is_a_suit() -> None:
    """耽误的时间不计入、未告知起诉期限的，由人民法院判断，已经立案的不执行 (ALL 48; ALI 64)."""
    file = due()
    said = (file.file, file.head("2026-09-06"), ANNA, NoNeed.SUED, PAPER)
    sued_on = day("2026-09-01")
    late = acts.spare(*said, calendar=CALENDAR, sued_on=sued_on, docketing_id=PAPER, department="")
    assert (late.sued_on, late.docketing_id) == (day("2026-09-01"), PAPER)
    none = (file.file, file.head("2026-09-06"), ANNA, NoNeed.NOTHING, PAPER)
    with pytest.raises(Refused):
        acts.spare(*none, calendar=CALENDAR, sued_on=None, docketing_id=PAPER, department="")


def test_the_form_offers_no_ground_that_is_put_on_file_elsewhere() -> None:
    """决定被上级撤销的，在撤销中记载，不在不需要强制执行中选择 (RULES 92)."""
    [box] = [one for one in boxes(NoEnforcementIn) if one.name == "no_need"]
    offered = {value for value, _ in box.options if value}
    assert offered == set(NoNeed) - {NoNeed.ANNULLED}


def test_a_court_refuses_only_what_it_was_asked() -> None:
    """人民法院裁定不予执行，在申请以后 (COERCION 58)."""
    with pytest.raises(Refused) as refusal:
        spare(due(), NoNeed.REFUSED)
    assert article(refusal).code == "COERCION 58"
    assert spare(due(), NoNeed.NOTHING) is NoNeed.NOTHING


def test_what_a_court_refused_ends_once_the_court_above_can_no_longer_be_asked() -> None:
    """对裁定有异议的，机关可以自收到之日起十五日内申请复议，期满才了结 (COERCION 56, 58)."""
    file = unheeded().then(EnforcementApplied, "2026-08-20")
    received_on = day("2026-09-01")

    def ends(on: str) -> EnforcementSpared:
        said = (file.file, file.head(on), None, NoNeed.REFUSED, PAPER)
        return acts.spare(
            *said, calendar=CALENDAR, sued_on=None, refused_on=received_on, department=RESPONDENT
        )

    with pytest.raises(Refused) as refusal:
        ends("2026-09-16")
    assert article(refusal).code == "COERCION 58(3)"
    assert ends("2026-09-17").refused_on == received_on
    with pytest.raises(Refused):  # of which nothing says when it was received
        spare(file, NoNeed.REFUSED)


def test_a_party_that_performs_before_is_not_enforced_against() -> None:
    """期限届满前履行的，不再执行 (ARL 78)."""
    file = ended(remedies=(SERVED,))
    said = (file.file, file.head("2026-07-25"), None, day("2026-07-24"), PAPER)
    file.record(acts.perform(*said, department=RESPONDENT))
    assert stands(file) is Stand.PERFORMED
    with pytest.raises(Refused):
        acts.urge(file.file, file.head("2026-08-05"), None, PAPER, CALENDAR, department=RESPONDENT)


def test_of_several_parties_one_is_named() -> None:
    """有几名当事人的，写明是哪一名 (ARL 78)."""
    file = ended()
    with pytest.raises(Refused):
        acts.perform(
            file.file, file.head("2026-07-25"), None, day("2026-07-24"), PAPER, department=""
        )


def test_served_again_the_days_run_anew_for_that_party_alone() -> None:
    """重新送达的，该当事人的起诉期限和执行重新起算 (ARL 75, 78)."""
    file = ended().lapse("enforceable", "2026-08-04", str(ANNA))
    said = {"shown_on": "2026-08-10", "served_on": "2026-08-10", "sue_until": day("2026-08-25")}
    file.then(ServedAgain, "2026-08-10", **said)
    new = falling_due.served_anew(file.file, received().case, ANNA, CALENDAR)
    assert new is not None
    file.record(falling_due.tell(new, file.head("2026-08-10")))
    assert isinstance(file.facts[-1], EnforcementAwaited)
    days = {one.person_id: one.enforceable_after for one in file.file.debts}
    assert days == {ANNA: day("2026-08-25"), BERT: day("2026-08-11")}
    assert stands(file) is Stand.AWAITED


def test_who_is_served_for_the_first_time_after_the_end_owes_from_then_on() -> None:
    """曾误记无承受人的，首次送达之日起才有起诉、履行的期限，届满不履行的可以强制执行 (ARL 78)."""
    file = following(outcome=Outcome.UPHELD, remedies=(SERVED,), heirless=(BERT,))
    case = replace(received().case, duties=(PartyDuty(person_id=BERT),))
    assert falling_due.owed_by(file.file, case, CALENDAR) == ()
    file.then(AddresseeFound, "2026-08-07", person_id=BERT)
    said = {"shown_on": "2026-08-10", "served_on": "2026-08-10", "sue_until": day("2026-08-25")}
    file.then(ServedAgain, "2026-08-10", person_id=BERT, **said)
    new = falling_due.served_anew(file.file, case, BERT, CALENDAR)
    assert new is not None
    assert (new.person_id, new.enforceable_after) == (BERT, day("2026-08-25"))
    file.record(falling_due.tell(new, file.head("2026-08-10")))
    assert file.last_day("enforceable") == "2026-08-25"
    assert falling_due.served_anew(file.file, case, ANNA, CALENDAR) is None, "it owes nothing"


def test_served_again_also_what_the_court_was_asked_for_waits() -> None:
    """重新送达的，已经申请的也等待新的起诉期限届满，由机关撤回申请或者告知法院 (ARL 75, 78)."""
    file = unheeded().then(EnforcementApplied, "2026-08-20")
    said = {"shown_on": "2026-08-24", "served_on": "2026-08-24", "sue_until": day("2026-09-08")}
    file.then(ServedAgain, "2026-08-24", **said)
    new = falling_due.served_anew(file.file, received().case, ANNA, CALENDAR)
    assert new is not None
    told = falling_due.tell(new, file.head("2026-08-24"))
    file.record(told)
    assert (stands(file), told.court_asked) == (Stand.AWAITED, True)
    assert file.last_day("enforceable") == "2026-09-08"
    with pytest.raises(Refused):
        own(file, "2026-08-25")


def test_while_a_suit_is_on_record_nobody_is_urged_until_it_is_said_whose_it_is() -> None:
    """逾期不起诉的才强制执行：有起诉记录的，查明该当事人没有起诉，方可催告 (ARL 78)."""
    file = due().then(SuitOnRecord, "2026-08-05", filed_on=day("2026-08-04"))
    said = (file.file, file.head("2026-08-06"), None, PAPER, CALENDAR)
    with pytest.raises(Refused) as refusal:
        acts.urge(*said, department=RESPONDENT)
    assert article(refusal) == ARL[78]
    urging = acts.urge(*said, not_sued=True, department=RESPONDENT)
    assert urging.not_sued
    file.record(urging)
    assert [one.suit_on for one in file.file.debts] == [None]
    file.lapse("heed_urging", "2026-08-20", str(ANNA))
    assert not ask(file, "2026-08-21").not_sued


def test_a_suit_that_is_told_after_urging_bars_the_way_to_the_court() -> None:
    """催告以后才知道起诉的，也不申请人民法院强制执行 (ARL 78)."""
    file = unheeded().then(SuitOnRecord, "2026-08-20", filed_on=day("2026-08-04"))
    with pytest.raises(Refused) as refusal:
        ask(file, "2026-08-21")
    assert article(refusal) == ARL[78]
    assert spare(file, NoNeed.SUED, "2026-08-04") is NoNeed.SUED


def test_a_suit_after_the_days_to_sue_is_noted_of_nobody() -> None:
    """逾期起诉的，不影响强制执行 (ARL 78)."""
    file = due()
    head = file.head("2026-08-06")
    assert acts.note_suit(file.file, head, day("2026-08-05")) is None
    assert acts.note_suit(file.file, head, day("2026-08-04")) is not None


@pytest.mark.parametrize(
    ("outcome", "organ", "joint"),
    [(Outcome.UPHELD, RESPONDENT, (OTHER,)), (Outcome.CHANGED, AUTHORITY, ())],
)
def test_what_the_clock_says_names_every_organ_that_may_enforce(
    outcome: Outcome, organ: str, joint: tuple[str, ...]
) -> None:
    """共同作出的行政机关都可以强制执行；变更的，只由行政复议机关 (ARL 19, 78)."""
    file = due(outcome=outcome, joint=(OTHER,)).then(PartyUrged, "2026-08-05")
    file.lapse("heed_urging", "2026-08-19", str(ANNA))
    file.lapse("enforce_party", "2026-11-04", str(ANNA))
    told = [one for one in file.facts if hasattr(one, "organs")]
    assert [one.organs for one in told] == [(organ, *joint)] * 3


@pytest.mark.parametrize(
    ("persons", "says"),
    [(("a", "b"), "申请人第2名"), (("b",), "申请人"), (("a",), "第三人")],
)
def test_a_party_is_called_by_its_place_among_its_side(persons: tuple[str, ...], says: str) -> None:
    """清单不写姓名，写明是申请人还是第三人、第几名 (ARL 78)."""
    thirds = json.dumps([{"person_id": "b"}])
    assert called("b", json.dumps(persons), thirds) == says


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
