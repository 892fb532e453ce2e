"""The same matter again 同一事项再次申请, and the suit beside it (ARL 29, 30; ARR2026 37)."""

from dataclasses import replace
from functools import partial
from uuid import UUID

import pytest

from services.reconsideration.domain import acceptance
from services.reconsideration.domain.again import handle_no_further
from services.reconsideration.domain.application import act_of
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.ordinary import State
from services.reconsideration.domain.repeating import barred, before, must_concern_all
from services.reconsideration.domain.settling_acts import allow_refiling
from services.reconsideration.domain.severing import sever
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import (
    ApplicationAccepted,
    ApplicationWithdrawn,
    Condition,
    Outcome,
)
from shared.contracts.reconsideration.admissibility import ConditionFound, Verdict
from shared.contracts.reconsideration.people import ApplicantsLeft
from shared.contracts.reconsideration.repeated import NotHandledAgain
from shared.contracts.reconsideration.settling import Refiling, RefilingAllowed
from shared.law.article import ALI, ARL, ARR2007, ARR2026, RULES, Article
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration.accepting import SAID
from tests.reconsideration.again import EARLIER, applied, earlier
from tests.reconsideration.makers import ANNA, BERT, PAPER, Walk, accepted, day, received


def accept(walk: Walk, on: str, *files: Case) -> Fact:
    found = before(walk.case, files, day(on))
    return acceptance.accept(walk.case, walk.head(on), calendar=CALENDAR, found=found)


def decline(walk: Walk, on: str, *files: Case, departure_id: UUID | None = None) -> Fact:
    return acceptance.decline(
        *(walk.case, walk.head(on), Condition.UNTRIED, PAPER),
        calendar=CALENDAR,
        found=before(walk.case, files, day(on)),
        departure_id=departure_id,
    )


def refused(state: State, on: str, ground: Refiling | None = None) -> Article:
    walk = applied(on)
    if ground:
        walk.then(RefilingAllowed, on, ground=ground)
    with pytest.raises(Refused) as refusal:
        accept(walk, on, earlier(state))
    return refusal.value.article


def test_what_was_decided_is_not_reviewed_again_without_something_new() -> None:
    """没有新的事实和理由再次申请的，不再处理 (ARR2026 37)."""
    assert refused(State.DECIDED, "2026-09-23") == ARR2026[37].par(2)


def test_before_july_2026_what_was_decided_had_been_accepted_once_already() -> None:
    """2026年6月30日以前，复议机关受理过的不再受理 (ARL 30)."""
    assert refused(State.DECIDED, "2026-03-02") == ARL[30].par(1, 7)


@pytest.mark.parametrize("state", [State.DECIDED, State.DELIVERED, State.MEDIATED])
def test_who_has_something_new_is_accepted_once_a_person_found_it(state: State) -> None:
    """有新的事实和理由的，由人认定以后受理 (ARR2026 37; RULES 137)."""
    walk = applied("2026-09-23").then(RefilingAllowed, "2026-09-23", ground=Refiling.OTHER_FACTS)
    walk.record(accept(walk, "2026-09-23", earlier(state)))
    assert walk.case.state is State.ACCEPTED


@pytest.mark.parametrize("ground", list(Refiling))
def test_while_it_is_handled_nothing_new_lets_it_be_accepted_twice(ground: Refiling) -> None:
    """正在审理的，不因新的事实再受理一件 (ARL 30; RULES 137)."""
    assert refused(State.EXAMINING, "2026-09-23", ground) == ARL[30].par(1, 7)


def test_against_the_true_will_lifts_nothing_but_a_withdrawal() -> None:
    """违背真实意愿的只是撤回，不是已经作出的决定 (ARL 74)."""
    assert refused(State.DECIDED, "2026-03-02", Refiling.AGAINST_WILL) == ARL[30].par(1, 7)


@pytest.mark.parametrize(
    ("state", "fields"),
    [
        (State.RECEIVED, {"accepted_on": None}),
        (State.DECLINED, {"accepted_on": None}),
        (State.ABANDONED, {"accepted_on": None}),
        (State.WITHDRAWN, {"accepted_on": None}),
        (State.DELIVERED, {"outcome": Outcome.APPLICATION_DISMISSED}),
    ],
)
def test_what_was_never_accepted_or_dismissed_unheard_bars_nobody(
    state: State, fields: dict[str, object]
) -> None:
    """没有受理过的、受理后驳回申请的，不妨碍受理 (ARL 30)."""
    walk = applied("2026-09-23")
    walk.record(accept(walk, "2026-09-23", earlier(state, **fields)))
    assert walk.case.state is State.ACCEPTED


def test_only_who_applied_before_is_barred_and_the_others_go_on() -> None:
    """一人重复申请，其他申请人不受影响，先分案办理 (ARL 30; RULES 136)."""
    walk, file = applied("2026-09-23", ANNA, BERT), earlier(State.EXAMINING)
    [one] = before(walk.case, [file], day("2026-09-23"))
    assert (one.applicants, barred(walk.case, [one])) == ((ANNA,), (ANNA,))
    with pytest.raises(Refused, match="分案") as refusal:
        accept(walk, "2026-09-24", file)
    assert refusal.value.article == ARL[30].par(1, 7)
    with pytest.raises(Refused) as whole:
        decline(walk, "2026-09-24", file)
    assert whole.value.article == RULES[136]
    severed = sever(walk.case, walk.head("2026-09-24"), {ANNA}, UUID(int=99), PAPER)
    walk.record(severed)
    assert (walk.case.applicants, walk.case.state) == ((BERT,), State.RECEIVED)
    walk.record(accept(walk, "2026-09-24", file))
    assert walk.case.state is State.ACCEPTED


def test_who_departs_from_it_says_why_and_declines_them_all() -> None:
    """枢纽不知道的，例如人民法院已经立案，写明理由的可以对全体不予受理 (ARL 29, 30)."""
    walk, file = applied("2026-09-23", ANNA, BERT), earlier(State.EXAMINING)
    walk.record(decline(walk, "2026-09-24", file, departure_id=PAPER))
    assert walk.case.state is State.DECLINED


def test_where_all_apply_again_the_whole_is_declined() -> None:
    """全体申请人都重复申请的，一并不予受理 (ARL 30)."""
    walk, file = applied("2026-09-23"), earlier(State.EXAMINING)
    walk.record(decline(walk, "2026-09-24", file))
    assert walk.case.state is State.DECLINED


def test_what_one_applicant_proved_lifts_nobody_elses_bar() -> None:
    """申请人能够证明撤回违背其真实意愿的，只对其本人不再受限制 (ARL 74)."""
    walk = applied("2026-03-02", ANNA, BERT)
    file = earlier(State.TERMINATED, applicants=(ANNA, BERT), withdrawn=True, settled=True)
    duress = partial(allow_refiling, ground=Refiling.AGAINST_WILL, reason_id=PAPER)
    for nobody in ((), (UUID(int=77),)):
        with pytest.raises(Refused) as unnamed:
            duress(walk.case, walk.head("2026-03-03"), applicants=nobody)
        assert unnamed.value.article == ARL[74].par(2)
    walk.record(duress(walk.case, walk.head("2026-03-03"), applicants=(ANNA,)))
    assert barred(walk.case, before(walk.case, [file], day("2026-03-03"))) == (BERT,)
    with pytest.raises(Refused) as refusal:
        accept(walk, "2026-03-03", file)
    assert refusal.value.article == ARL[74].par(2)
    with pytest.raises(Refused, match="已经认定"):
        duress(walk.case, walk.head("2026-03-03"), applicants=(ANNA, BERT))
    walk.record(duress(walk.case, walk.head("2026-03-04"), applicants=(BERT,)))
    walk.record(accept(walk, "2026-03-04", file))
    assert walk.case.state is State.ACCEPTED


def test_what_was_found_before_it_named_anybody_was_found_of_all() -> None:
    """以前的认定没有写明申请人的，及于全体申请人 (ARL 74)."""
    walk = applied("2026-03-02", ANNA, BERT).then(RefilingAllowed, "2026-03-03", applicants=())
    assert [one.person_id for one in walk.case.refilings] == [ANNA, BERT]


@pytest.mark.parametrize("article", [ARL[29].par(2), ALI[57], ARL[30].par(1, 7)])
def test_a_suit_that_bars_them_all_declines_them_all_whoever_applied_before(
    article: Article,
) -> None:
    """受理以前认定人民法院已经受理的，一并不予受理，不因此前的申请先分案 (ARL 29, 30)."""
    unmet = ConditionFound(condition=Condition.UNTRIED, verdict=Verdict.UNMET, article=article.code)
    walk, unclear = applied("2026-09-23", ANNA, BERT), earlier(State.TERMINATED)
    assert [one.finding.met for one in before(walk.case, [unclear], day("2026-09-28"))] == [None]
    walk.case = walk.but(conditions=(unmet,))
    if article.statute is ARL and article.number == 30:  # of an earlier application, not of a suit
        with pytest.raises(Refused, match="分案") as refusal:
            decline(walk, "2026-09-28", unclear)
        assert refusal.value.article == RULES[136]
        return
    walk.record(decline(walk, "2026-09-28", unclear))
    assert walk.case.state is State.DECLINED


@pytest.mark.parametrize(("settled", "article"), [(True, ARL[74].par(2)), (False, None)])
def test_who_withdrew_alone_is_barred_though_the_case_goes_on_for_the_others(
    article: Article | None, *, settled: bool
) -> None:
    """部分申请人和解撤回、准予退出的，本人不得以同一事实和理由再申请 (ARL 41, 74)."""
    walk = applied("2026-03-02", ANNA, BERT).then(ApplicationAccepted, "2026-03-03")
    walk.then(ApplicationWithdrawn, "2026-03-04", settled=settled)
    walk.then(ApplicantsLeft, "2026-03-05", applicants=(ANNA,))
    assert [(one.person_id, one.settled) for one in walk.case.gone] == [(ANNA, settled)]
    file = replace(walk.case, case_id=EARLIER)
    with pytest.raises(Refused) as refusal:
        accept(applied("2026-03-16"), "2026-03-16", file)
    assert refusal.value.article == (article or ARR2007[38].par(2))
    third = UUID(int=71)
    fresh = applied("2026-03-16", third)
    assert before(fresh.case, [file], day("2026-03-16")) == ()


def test_somebody_is_known_by_whatever_id_the_same_person_was_registered_under() -> None:
    """同一个人在两件纠纷里登记的，是同一申请人 (ARL 30)."""
    walk = applied("2026-09-23", UUID(int=70))
    file = earlier(State.EXAMINING)
    assert before(walk.case, [file], day("2026-09-23")) == ()
    [one] = before(walk.case, [file], day("2026-09-23"), {UUID(int=70): {ANNA}})
    assert (one.bars, one.applicants) == (True, (UUID(int=70),))


def test_without_a_number_a_person_sees_whether_it_is_the_same_act() -> None:
    """没有文号的，是否同一行政行为由审查人员认定 (ARL 30; RULES 136)."""
    walk = received("2026-09-23", learnt_on=day("2026-09-20"))
    file = replace(earlier(State.EXAMINING), act_id=None)
    [one] = before(walk.case, [file], day("2026-09-23"))
    assert (one.bars, one.finding.met) == (False, None)
    walk.record(accept(walk, "2026-09-24", file))
    assert walk.case.state is State.ACCEPTED


@pytest.mark.parametrize(
    "file",
    [
        replace(earlier(State.EXAMINING), act_id=None),
        earlier(State.TERMINATED),
        earlier(State.DELIVERED, outcome=Outcome.APPLICATION_DISMISSED),
    ],
)
def test_what_a_person_judges_takes_nobody_along_who_did_not_apply_before(file: Case) -> None:
    """须由人认定的，也只对该申请人不予受理或者不再处理 (ARL 30; ARR2026 37; RULES 136)."""
    walk = applied("2026-09-23", ANNA, BERT)
    found = before(walk.case, [file], day("2026-09-24"))
    assert [one.finding.met for one in found] == [None]
    for refusing in (
        partial(decline, walk, "2026-09-24", file),
        partial(must_concern_all, walk.case, found),
    ):
        with pytest.raises(Refused) as refusal:
            refusing()
        assert refusal.value.article == RULES[136]
    walk.record(decline(walk, "2026-09-24", file, departure_id=PAPER))
    assert walk.case.state is State.DECLINED


def test_what_turns_out_to_be_nothing_new_is_told_and_goes_on_record() -> None:
    """没有新的事实和理由的，告知不再处理，并记录在案 (ARR2026 37)."""
    for files in ([earlier(State.DECIDED)], []):  # the hub does not know an act without number
        walk = applied("2026-09-23")
        found = before(walk.case, files, day("2026-09-24"))
        walk.record(handle_no_further(walk.case, walk.head("2026-09-24"), found, PAPER))
        assert (walk.case.state, walk.case.is_closed) == (State.NOT_HANDLED, True)


def test_what_is_still_being_handled_is_declined_and_not_left_unhandled() -> None:
    """此前的案件尚未决定的，不予受理，不是不再处理 (ARL 30)."""
    walk = applied("2026-09-23")
    found = before(walk.case, [earlier(State.EXAMINING)], day("2026-09-24"))
    with pytest.raises(Refused) as refusal:
        handle_no_further(walk.case, walk.head("2026-09-24"), found, PAPER)
    assert refusal.value.article == ARL[30].par(1, 7)


def test_once_it_is_accepted_it_is_decided_and_not_left_unhandled() -> None:
    """不再处理在受理以前告知 (ARR2026 37)."""
    with pytest.raises(Refused) as refusal:
        accepted("2026-09-23").then(NotHandledAgain, "2026-09-24")
    assert refusal.value.article == ARR2026[37].par(2)


def test_before_july_2026_nothing_was_left_unhandled() -> None:
    """2026年6月30日以前没有不再处理的规定 (ARR2026 37)."""
    walk = applied("2026-06-30")
    found = before(walk.case, [earlier(State.DECIDED)], day("2026-06-30"))
    with pytest.raises(Refused) as refusal:
        handle_no_further(walk.case, walk.head("2026-06-30"), found, PAPER)
    assert refusal.value.article == ARL[30].par(1, 7)


def test_an_act_is_known_by_its_organ_and_number_however_it_is_written() -> None:
    """行政行为以机关和文号识别 (ARL 30)."""
    spaced = replace(SAID, act_number=" 甘综执罚字〔2026〕 12号", applicants=(BERT,))
    assert act_of(spaced) == act_of(SAID)
    assert act_of(replace(SAID, act_number="甘综执罚字〔2026〕13号")) != act_of(SAID)
    assert act_of(replace(SAID, act_number=None)) is None
