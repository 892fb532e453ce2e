"""数人申请停止执行: each who may ask is answered, with days of its own (ARL 42; RULES 169)."""

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

import pytest

from services.reconsideration.domain import staying
from services.reconsideration.domain.acceptance import accept
from services.reconsideration.domain.going_along import once_accepted
from services.reconsideration.domain.ordinary import ORDINARY
from services.reconsideration.domain.severing import apart
from services.reconsideration.domain.standing import Persons
from services.reconsideration.papers.making import paper_of
from services.reconsideration.papers.sorts import SORTS
from services.reconsideration.papers.whom import persons_of
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import ApplicationAccepted, Standing
from shared.contracts.reconsideration.overdue import ReconsiderationActOverdue
from shared.contracts.reconsideration.pausing import Stay, StayRefused, StayRequested
from shared.contracts.reconsideration.people import (
    ApplicantsLeft,
    ApplicantSucceeded,
    Succession,
    ThirdPersonJoined,
)
from shared.law.article import ARL
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration.makers import ANNA, BERT, PAPER, Walk, accepted, day, received
from tests.reconsideration.papered import PEOPLE, made_of, says

CARL, DORA = UUID(int=6), UUID(int=7)
OF_ANNA, OF_BERT, OF_CARL, OF_DORA = (UUID(int=n) for n in range(81, 85))
ANSWER = ORDINARY.by_name["answer_stay"]


def of_both() -> Walk:
    """An application of two, with one third person."""
    walk = accepted(applicants=(ANNA, BERT))
    return walk.then(ThirdPersonJoined, "2026-03-06", third_person=CARL)


def ask(
    walk: Walk,
    text_id: UUID,
    persons: Persons = None,
    *,
    on: str = "2026-03-20",
    standing: Standing = Standing.APPLICANT,
    named: Collection[UUID] = (),
) -> Walk:
    fact = staying.ask(walk.case, walk.head(on), standing, text_id, persons, named=named)
    return walk.record(fact)


def refuse(walk: Walk, *whose: UUID, on: str = "2026-03-24") -> list[StayRefused]:
    told = []
    for answered in staying.refused(walk.case, whose):
        told.append(staying.refuse(walk.case, walk.head(on), PAPER, answered))
        walk.record(told[-1])
    return told


def waiting(walk: Walk) -> list[UUID]:
    return [one.text_id for one in walk.case.stays_asked]


def test_each_applicant_and_third_person_asks_while_another_request_waits() -> None:
    """申请人、第三人都可以申请停止执行，他人的申请尚未答复的不妨碍 (ARL 42)."""
    walk = ask(of_both(), OF_ANNA, frozenset({ANNA}))
    ask(walk, OF_BERT, frozenset({BERT}), on="2026-03-23")
    ask(walk, OF_CARL, frozenset({CARL}), on="2026-03-24")
    asked = [(one.standing, one.askers, one.asked_on) for one in walk.case.stays_asked]
    assert asked == [
        (Standing.APPLICANT, (ANNA,), day("2026-03-20")),
        (Standing.APPLICANT, (BERT,), day("2026-03-23")),
        (Standing.THIRD, (CARL,), day("2026-03-24")),
    ]
    assert walk.case.stay_asked_on == day("2026-03-20")
    with pytest.raises(Refused, match="已于2026-03-23申请停止执行，尚未答复") as refusal:
        ask(walk, PAPER, frozenset({BERT}), on="2026-03-25")
    assert refusal.value.article == ARL[42].par(item=3)


def test_whoever_has_not_asked_is_whom_a_further_request_of_the_side_is_of() -> None:
    """一名申请人已经申请的，全体再申请的为其余的人；列明的不得有已经申请的 (ARL 42)."""
    walk = ask(of_both(), OF_ANNA, named=(ANNA,))
    with pytest.raises(Refused):
        ask(walk, OF_BERT, named=(ANNA, BERT))
    with pytest.raises(Refused):
        ask(walk, OF_BERT, named=(CARL,))
    ask(walk, OF_BERT)
    assert [one.askers for one in walk.case.stays_asked] == [(ANNA,), (BERT,)]
    with pytest.raises(Refused):
        ask(walk, PAPER)


def test_a_request_of_all_is_one_beside_which_none_of_them_asks() -> None:
    """全体申请人一并申请的，其中一人不再另行申请；第三人、其后参加的仍可以申请 (ARL 42)."""
    walk = ask(of_both(), OF_ANNA)
    assert walk.case.stays_asked[0].askers == (ANNA, BERT)
    with pytest.raises(Refused):
        ask(walk, OF_BERT, frozenset({BERT}))
    ask(walk, OF_CARL, standing=Standing.THIRD)
    assert waiting(walk) == [OF_ANNA, OF_CARL]
    walk.then(ThirdPersonJoined, "2026-03-21", third_person=DORA)
    ask(walk, OF_DORA, frozenset({DORA}), on="2026-03-23")
    assert walk.case.stays_asked[-1].askers == (DORA,)


def test_each_request_has_days_of_its_own_and_a_refusal_ends_those_of_whom_it_names() -> None:
    """每人的申请各有五个工作日，不予停止执行只答复列明的人 (ARL 42; RULES 68, 169)."""
    walk = ask(of_both(), OF_ANNA, frozenset({ANNA}))
    first = ANSWER.subject_of(walk.facts[-1])
    assert walk.last_day("answer_stay") == day("2026-03-27")
    ask(walk, OF_BERT, frozenset({BERT}), on="2026-03-23")
    second = ANSWER.subject_of(walk.facts[-1])
    assert walk.last_day("answer_stay") == day("2026-03-30")
    assert (first, second) == ("4", "5")
    [fact] = refuse(walk, ANNA)
    assert (ANSWER in ORDINARY.closes(fact), ANSWER.subject_of(fact)) == (True, "4")
    assert (fact.request_ids, waiting(walk)) == ((OF_ANNA,), [OF_BERT])
    [last] = refuse(walk)
    assert (ANSWER in ORDINARY.closes(last), ANSWER.subject_of(last)) == (True, "")
    assert (last.request_ids, waiting(walk)) == ((OF_BERT,), [])


def test_what_is_not_answered_in_its_days_is_on_record_for_that_request_alone() -> None:
    """逾期未答复的，记录是哪一份申请 (RULES 68, 169)."""
    walk = ask(ask(of_both(), OF_ANNA, frozenset({ANNA})), OF_BERT, frozenset({BERT}))
    fact = ANSWER.lapsed(walk.head("2026-03-27"), "4", {})
    assert isinstance(fact, ReconsiderationActOverdue)
    assert (fact.duty, fact.stay_request, ANSWER.subject_of(fact)) == ("answer_stay", "4", "4")


def test_a_stay_answers_all_that_wait_and_says_so() -> None:
    """决定停止执行的，尚未答复的申请一并答复，记明是哪些 (ARL 42; RULES 169)."""
    walk = ask(ask(of_both(), OF_ANNA, frozenset({ANNA})), OF_CARL, frozenset({CARL}))
    fact = staying.stay(walk.case, walk.head("2026-03-23"), Stay.ASKED, PAPER)
    assert fact.request_ids == (OF_ANNA, OF_CARL)
    assert (ANSWER in ORDINARY.closes(fact), ANSWER.subject_of(fact)) == (True, "")
    assert (walk.record(fact).case.stays_asked, walk.case.stay_asked_on) == ((), None)


def test_several_who_are_named_are_answered_each_on_a_page_and_nobody_else() -> None:
    """列明数人的，逐一答复；没有申请的人无从答复 (ARL 42; RULES 169)."""
    walk = ask(ask(of_both(), OF_ANNA, named=(ANNA,)), OF_BERT, named=(BERT,))
    with pytest.raises(Refused) as refusal:
        refuse(walk, ANNA, CARL)
    assert refusal.value.article == ARL[42].par(item=3)
    ask(walk, OF_CARL, frozenset({CARL}))
    told = refuse(walk, ANNA, CARL)
    assert [one.request_ids for one in told] == [(OF_ANNA,), (OF_CARL,)]
    assert waiting(walk) == [OF_BERT]


def test_what_was_asked_before_acceptance_has_one_period_until_the_last_is_answered() -> None:
    """受理以前提出的，都自受理之日起五个工作日，其中尚有未答复的，期限照旧 (RULES 68, 169)."""
    walk = received("2026-03-02", applicants=(ANNA, BERT))
    ask(walk, OF_ANNA, frozenset({ANNA}), on="2026-03-02")
    ask(walk, OF_BERT, frozenset({BERT}), on="2026-03-03")
    assert ANSWER not in ORDINARY.opens(walk.facts[-1])
    walk.record(accept(walk.case, walk.head("2026-03-05"), calendar=CALENDAR))
    assert walk.last_day("answer_stay") == day("2026-03-12")
    assert ANSWER.subject_of(walk.facts[-1]) == "2"
    [first] = refuse(walk, ANNA, on="2026-03-09")
    assert ANSWER not in ORDINARY.closes(first)
    [last] = refuse(walk, BERT, on="2026-03-10")
    assert ANSWER in ORDINARY.closes(last)


def test_deemed_acceptance_names_the_same_days() -> None:
    """视为受理的，受理以前的申请同样自视为受理之日起答复 (ARL 30, 42; RULES 169)."""
    walk = received("2026-09-23", applicants=(ANNA, BERT))
    ask(walk, OF_ANNA, frozenset({ANNA}), on="2026-09-24")
    walk.lapse("review", "2026-10-08")
    assert ANSWER.subject_of(walk.facts[-1]) == "2"
    assert [one.period for one in walk.case.stays_asked] == ["2"]


def test_pages_of_old_read_as_before() -> None:
    """此前的申请是该方全体的，此前的不予停止执行答复全部申请 (ARL 42)."""
    walk = of_both().then(StayRequested, "2026-03-20")
    assert ANSWER.subject_of(walk.facts[-1]) == ""
    assert (walk.case.stays_asked[0].askers, waiting(walk)) == ((), [PAPER])
    ask(walk, OF_CARL, frozenset({CARL}))
    [first] = refuse(walk, ANNA)
    assert ANSWER not in ORDINARY.closes(first), "its days have no subject: they would end all"
    assert waiting(walk) == [OF_CARL]
    walk.then(StayRefused, "2026-03-24")
    assert (waiting(walk), ANSWER in ORDINARY.closes(walk.facts[-1])) == ([], True)
    old = ApplicationAccepted.model_validate({"head": walk.facts[0].head, "asks_stay": True})
    assert ANSWER.subject_of(old) == ""


def test_whoever_takes_a_place_has_its_request_and_that_of_who_left_is_still_answered() -> None:
    """承受的人承受其申请；退出的人的申请仍须答复 (ARL 14, 42; RULES 144)."""
    walk = ask(ask(of_both(), OF_ANNA, frozenset({ANNA})), OF_CARL, frozenset({CARL}))
    said = {"ground": Succession.RELATIVES, "text_id": PAPER, "successors": (DORA,)}
    walk.then(ApplicantSucceeded, "2026-03-23", applicant=ANNA, **said)
    assert [one.askers for one in walk.case.stays_asked] == [(DORA,), (CARL,)]
    walk.then(ApplicantsLeft, "2026-03-23", applicants=(DORA,))
    assert [one.askers for one in walk.case.stays_asked] == [(DORA,), (CARL,)]


def test_only_what_they_asked_goes_along_with_those_who_are_severed() -> None:
    """分案的，转入本人和第三人的申请，不转入其他申请人的 (ARL 42; RULES 136)."""
    walk = ask(ask(of_both(), OF_ANNA, frozenset({ANNA})), OF_BERT, frozenset({BERT}))
    ask(walk, OF_CARL, frozenset({CARL}))
    new = Walk()
    new.record(apart(walk.case, new.head("2026-03-25"), {ANNA}))
    new.then(ApplicationAccepted, "2026-03-25")
    for page in once_accepted(walk.case, new.case):
        new.record(page(new.head("2026-03-25")))
    assert [(one.text_id, one.askers) for one in new.case.stays_asked] == [
        (OF_CARL, (CARL,)),
        (OF_ANNA, (ANNA,)),
    ]
    assert len({one.period for one in new.case.stays_asked}) == 2


def test_the_notice_says_whose_request_it_answers() -> None:
    """不予停止执行通知书写明答复谁的申请 (ARL 42; RULES 169)."""
    both = {"applicants": (ANNA, BERT)}
    matter = made_of(StayRefused, request_ids=(OF_BERT,), **both)
    walk = ask(received(**both), OF_BERT, frozenset({BERT}), on="2026-03-03")
    matter.facts[1:1] = [walk.facts[-1]]
    assert "甘州区伯某餐饮有限公司停止执行的申请已经收到" in says(
        paper_of(SORTS["stay-refusal"], matter)
    )
    old = says(paper_of(SORTS["stay-refusal"], made_of(StayRefused)))
    assert "一案，停止执行的申请已经收到" in old


DIED = {"applicant": ANNA, "ground": Succession.RELATIVES, "successors": (BERT,), "text_id": PAPER}


@pytest.mark.parametrize(
    ("applicants", "gone", "said"),
    [
        ((ANNA,), ApplicantSucceeded, DIED),
        ((ANNA, BERT), ApplicantsLeft, {"applicants": (ANNA,)}),
    ],
)
def test_the_notice_names_who_asked_though_it_is_no_party_any_more(
    applicants: tuple[UUID, ...], gone: type[Fact], said: dict[str, object]
) -> None:
    """申请人由他人承受、退出以后，不予停止执行通知书仍写明答复谁的申请 (ARL 14, 41, 42)."""
    walk = ask(accepted(applicants=applicants), OF_ANNA, frozenset({ANNA}))
    walk.then(gone, "2026-03-23", **said)
    [told] = refuse(walk)
    matter = replace(made_of(StayRefused), facts=walk.facts)
    names = persons_of(matter, SORTS["stay-refusal"])
    assert (told.request_ids, names) == ((OF_ANNA,), (BERT, ANNA))
    paper = paper_of(
        SORTS["stay-refusal"], replace(matter, people={one: PEOPLE[one] for one in names})
    )
    assert "安某停止执行的申请已经收到" in says(paper)
