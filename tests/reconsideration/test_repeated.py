"""The same matter again 同一事项再次申请, and the suit beside it (ARL 29, 30; ARR2026 37)."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, time, timedelta
from functools import partial
from typing import Any
from uuid import UUID

import httpx
import pytest

from services.reconsideration.books.repeated import accepted_twice
from services.reconsideration.domain import acceptance, decision
from services.reconsideration.domain.again import handle_no_further
from services.reconsideration.domain.application import act_of
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.drafted import Drafted
from services.reconsideration.domain.filing import brought_on
from services.reconsideration.domain.gates import must_consult, must_hold_hearing
from services.reconsideration.domain.going_along import with_application
from services.reconsideration.domain.ordinary import ORDINARY, State
from services.reconsideration.domain.repeating import (
    barred,
    before,
    must_concern_all,
    must_dismiss_all,
)
from services.reconsideration.domain.settling_acts import allow_refiling
from services.reconsideration.domain.severing import (
    accepted_apart,
    apart,
    due_on,
    extended_apart,
    goes_along,
    review_since,
    sever,
)
from services.reconsideration.office import OFFICE
from services.reconsideration.store import severed_of
from shared.auth import LocalTokens
from shared.clock import StillClock
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import (
    ApplicationAccepted,
    ApplicationSupplemented,
    ApplicationWithdrawn,
    Condition,
    ConsultationGround,
    ConsultationRequested,
    FilingManner,
    Outcome,
    SupplementNoticeReceived,
    SupplementNotified,
    TimeFinding,
)
from shared.contracts.reconsideration.admissibility import ConditionFound, Groundless, Verdict
from shared.contracts.reconsideration.assigning import ComplexityFound
from shared.contracts.reconsideration.people import (
    AgentNamed,
    ApplicantsLeft,
    RepresentativesElected,
    StatutoryAgentJoined,
)
from shared.contracts.reconsideration.repeated import ApplicationSevered, NotHandledAgain
from shared.contracts.reconsideration.settling import Refiling, RefilingAllowed
from shared.law.article import ALI, ARL, ARR2007, ARR2026, CPL, RULES, Article
from shared.law.calendar import CALENDAR
from shared.law.period import CITY
from shared.law.procedure import Refused
from shared.law.running import begun
from shared.people import Person
from shared.web import web_app
from shared.work import Act, Hub, Work
from tests.reconsideration.deciding import Draft, road
from tests.reconsideration.makers import (
    ANNA,
    BERT,
    DISPUTE,
    PAPER,
    Walk,
    accepted,
    day,
    received,
)
from tests.reconsideration.test_acceptance import SAID
from tests.reconsideration.test_routes import APPLICATION, OFFICER, Door
from tests.registering import take_in

ID_NUMBER = "620702199001011236"
NUMBERED = {**APPLICATION, "manner": "in_person", "act_number": "甘综执罚字〔2026〕12号"}
AGAIN = {**NUMBERED, "received_on": "2026-03-16"}


FOUND_OF_ALL = {"text": "此前已经申请。", "qualifies": False}


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-03-02"), time(9), CITY))


@pytest.fixture
async def door(hub: Hub, clock: StillClock) -> AsyncIterator[Door]:
    tokens = LocalTokens(b"a secret of tests, long enough to be one", clock)
    app = web_app(title="复议", routers=[load() for load in OFFICE.routers], hub=hub, tokens=tokens)
    await take_in(hub, DISPUTE)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as web:
        yield Door(web, hub, clock, tokens)


EARLIER, TODAY = UUID(int=88), day("2026-09-28")


def earlier(state: State, act: str = "甘综执罚字〔2026〕12号", **fields: object) -> Case:
    """An earlier file of the applicant about an act with a number."""
    known = act_of(replace(SAID, act_number=act))
    return accepted().but(case_id=EARLIER, state=state, act_id=known, **fields)


def applied(on: str, *applicants: UUID) -> Walk:
    """An application against the same act."""
    said = {"act_id": earlier(State.ACCEPTED).act_id, "learnt_on": day(on)}
    return received(on, **said, **({"applicants": applicants} if applicants else {}))


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


@pytest.mark.parametrize("who", [(), (ANNA, BERT), (UUID(int=77),)])
def test_only_some_of_the_applicants_are_severed(who: tuple[UUID, ...]) -> None:
    """分案的是部分申请人 (RULES 136)."""
    walk = applied("2026-09-23", ANNA, BERT)
    with pytest.raises(Refused) as refusal:
        sever(walk.case, walk.head("2026-09-24"), set(who), UUID(int=99), PAPER)
    assert refusal.value.article == RULES[136]


def test_after_acceptance_some_are_severed_until_the_decision_is_submitted() -> None:
    """受理以后发现的，分案驳回；已经送审的先退回重拟，没有送审的另拟 (ARL 33; RULES 136)."""
    walk = accepted("2026-09-23", applicants=(ANNA, BERT))
    assert not ORDINARY.by_name["review"].ends.count(ApplicationSevered)
    draft = Draft(outcome=Outcome.UPHELD)
    walk.case = walk.but(drafted=Drafted(draft=draft.drafted, paper_id=PAPER, drafted_on=TODAY))
    cut = partial(sever, head=walk.head("2026-09-29"), severed_id=UUID(int=99), reason_id=PAPER)
    sent = walk.but(drafted=replace(walk.case.drafted, submitted_on=TODAY))
    with pytest.raises(Refused, match="退回重拟") as refusal:
        cut(sent, applicants={ANNA})
    assert refusal.value.article == RULES[136]
    walk.record(cut(walk.case, applicants={ANNA}))
    assert (walk.case.applicants, walk.case.drafted) == ((BERT,), None)


@pytest.mark.parametrize(
    ("more", "others", "refuses"),
    [
        ({}, (), True),
        ({"groundless": Groundless.GROUNDLESS}, (), False),
        ({}, (Condition.INTEREST,), False),
        ({"applicants": (ANNA,)}, (), False),
    ],
)
def test_what_is_dismissed_as_repeated_concerns_all_who_are_left(
    more: dict[str, Any], others: tuple[Condition, ...], *, refuses: bool
) -> None:
    """受理后以重复申请为由驳回的，只驳回重复申请的人；另有理由的不受限制 (ARL 33; RULES 136)."""
    unmet = [
        ConditionFound(condition=one, verdict=Verdict.UNMET, article=ARL[30].par(1).code)
        for one in (Condition.UNTRIED, *others)
    ]
    walk, file = applied("2026-09-23", ANNA, BERT), earlier(State.EXAMINING)
    walk.then(ApplicationAccepted, "2026-09-24")
    case = walk.but(conditions=tuple(unmet), **more)
    found = before(case, [file], day("2026-09-28"))
    assert barred(case, found) == (ANNA,)
    if not refuses:
        assert must_dismiss_all(case, found) is None
        return
    with pytest.raises(Refused, match="分案") as refusal:
        must_dismiss_all(case, found)
    assert refusal.value.article == RULES[136]


@pytest.mark.parametrize("article", [ARL[29].par(2), ALI[57], ARR2026[37].par(1, 3)])
def test_a_suit_that_bars_them_all_dismisses_them_all_whoever_applied_before(
    article: Article,
) -> None:
    """人民法院受理过的，一并驳回，不因其中一人另有此前的申请先分案 (ARL 29, 33; ARR2026 37)."""
    unmet = ConditionFound(condition=Condition.UNTRIED, verdict=Verdict.UNMET, article=article.code)
    walk = applied("2026-09-23", ANNA, BERT).then(ApplicationAccepted, "2026-09-24")
    case = walk.but(conditions=(unmet,))
    unclear = earlier(State.DELIVERED, outcome=Outcome.APPLICATION_DISMISSED)
    found = before(case, [unclear], day("2026-09-28"))
    assert [(one.applicants, one.finding.met) for one in found] == [((ANNA,), None)]
    assert must_dismiss_all(case, found) is None


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


@pytest.mark.parametrize(
    ("last", "extended", "runs_from"),
    [("2026-11-23", 0, None), ("2026-12-03", 0, "2026-10-04"), ("2026-12-23", 30, None)],
)
def test_what_is_severed_after_acceptance_is_due_on_the_day_of_the_case(
    last: str, extended: int, runs_from: str | None
) -> None:
    """分案不重新计算审理期限；扣除过的，起算日相应移动，延长过的不再另行延长 (ARL 62)."""
    walk = applied("2026-09-23", ANNA, BERT).then(ApplicationAccepted, "2026-09-24")
    case = walk.but(extended_days=extended)
    own = Walk().record(apart(case, Walk().head("2026-09-23"), {ANNA}))
    page = accepted_apart(case, own.head("2026-09-24"), day(last), CALENDAR)
    assert page.runs_from == (day(runs_from) if runs_from else None)
    assert {one.name for one in ORDINARY.opens(page)} == {"decide"}
    running = begun(ORDINARY.by_name["decide"], page, CALENDAR)
    severed = sever(case, walk.head("2026-10-12"), {ANNA}, UUID(int=99), PAPER)
    own.record(page)
    for each in extended_apart(case, severed, day(last)):
        own.record(each(head=own.head("2026-10-12")))
    assert own.case.extended_days == extended
    if extended:
        with pytest.raises(Refused, match="不得再延长"):
            decision.extend(own.case, own.head("2026-10-13"), 1, PAPER, CALENDAR)
        return
    assert running is not None
    assert due_on(own.case, [running], CALENDAR) == day(last)
    more = decision.extend(own.case, own.head("2026-10-13"), 1, PAPER, CALENDAR)
    assert more.until == day(last) + timedelta(days=1)


def test_a_severance_begins_no_period_anew_and_the_day_of_filing_stays() -> None:
    """分案不重新计算审查期限，提出申请之日不变 (ARL 30; RULES 136)."""
    walk = applied("2026-09-23", ANNA, BERT)
    assert review_since(walk.case, day("2026-09-25")) == day("2026-09-23")
    walk.then(SupplementNotified, "2026-09-24").then(SupplementNoticeReceived, "2026-09-24")
    walk.then(ApplicationSupplemented, "2026-09-28")
    assert review_since(walk.case, day("2026-09-29")) == day("2026-09-28")
    new = Walk().record(apart(walk.case, Walk().head("2026-09-28"), {ANNA})).case
    assert (new.applicants, brought_on(new)) == ((ANNA,), day("2026-09-23"))
    assert (new.act_id, new.text_id) == (walk.case.act_id, walk.case.text_id)


@pytest.mark.parametrize("posted", [None, "2026-03-06"])
def test_a_postmark_that_nobody_read_is_read_before_the_severed_application_is_late(
    posted: str | None,
) -> None:
    """邮寄而没有写明交邮之日的，分案以后也先查明交邮之日，才能以逾期为由不予受理 (CPL 85)."""
    said = {"learnt_on": "2026-01-05", "manner": FilingManner.POST, "posted_on": posted}
    walk = received("2026-03-20", **said, applicants=(ANNA, BERT))
    own = Walk().record(apart(walk.case, Walk().head("2026-03-20"), {ANNA}))
    assert brought_on(own.case) == day(posted or "2026-03-20")
    late = partial(
        acceptance.decline,
        *(own.case, own.head("2026-03-23"), Condition.TIME, PAPER),
        calendar=CALENDAR,
    )
    with pytest.raises(Refused) as refusal:
        late()
    assert refusal.value.article == (ARL[30].par(1, 4) if posted else CPL[85].par(4))
    with pytest.raises(Refused, match="不得晚于"):
        late(finding=TimeFinding(posted_on=day("2026-03-21")))
    if not posted:
        with pytest.raises(Refused, match="不得以逾期为由"):
            late(finding=TimeFinding(posted_on=day("2026-03-06")))
        assert late(finding=TimeFinding(posted_on=day("2026-03-09"))).missing is Condition.TIME


def test_who_acts_for_those_who_are_severed_acts_in_their_own_file() -> None:
    """分案后，代理人、代表人只随其所代表的申请人转入 (ARL 14, 15, 17; RULES 136)."""
    agent, other, guardian = UUID(int=81), UUID(int=82), UUID(int=83)
    walk = applied("2026-09-01", ANNA, BERT)
    walk.then(StatutoryAgentJoined, "2026-09-01", applicant=ANNA, agent=guardian)
    for whose, who in ((ANNA, agent), (BERT, other)):
        walk.then(AgentNamed, "2026-09-01", principal=whose, agent=who)
    walk.then(RepresentativesElected, "2026-09-01", representatives=(ANNA, BERT))
    new = Walk().record(apart(walk.case, Walk().head("2026-09-02"), {ANNA}))
    for page in with_application(walk.case, new.case):
        new.record(page(new.head("2026-09-02")))
    there = new.case.participants
    assert [one.agent_id for one in there.agents] == [guardian, agent]
    assert there.representatives == (ANNA,)
    assert there.agents == walk.case.participants.agents[:2]


@pytest.mark.parametrize("found", ["grave", "technical", "asked"])
def test_what_is_severed_of_a_hard_case_is_as_hard_there(found: str) -> None:
    """同一行政行为，分案后仍属重大疑难复杂、专业性强，仍须听证、咨询 (ARL 50, 52)."""
    walk = applied("2026-09-01", ANNA, BERT).then(ApplicationAccepted, "2026-09-03")
    if found == "asked":
        walk.then(ConsultationRequested, "2026-09-10", ground=ConsultationGround.GRAVE)
    else:
        said = {"grave": found == "grave", "technical": found == "technical"}
        walk.then(ComplexityFound, "2026-09-10", **said)
    severed = sever(walk.case, walk.head("2026-09-24"), {ANNA}, UUID(int=99), PAPER)
    new = applied("2026-09-01", ANNA).then(ApplicationAccepted, "2026-09-03")
    for page in goes_along(walk.case, severed):
        new.record(page(head=new.head("2026-09-24")))
    assert must_hold_hearing(new.case) is (found != "technical")
    assert must_consult(new.case)


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
        walk.record(handle_no_further(walk.head("2026-09-24"), found, PAPER))
        assert (walk.case.state, walk.case.is_closed) == (State.NOT_HANDLED, True)


def test_what_is_still_being_handled_is_declined_and_not_left_unhandled() -> None:
    """此前的案件尚未决定的，不予受理，不是不再处理 (ARL 30)."""
    walk = applied("2026-09-23")
    found = before(walk.case, [earlier(State.EXAMINING)], day("2026-09-24"))
    with pytest.raises(Refused) as refusal:
        handle_no_further(walk.head("2026-09-24"), found, PAPER)
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
        handle_no_further(walk.head("2026-06-30"), found, PAPER)
    assert refusal.value.article == ARL[30].par(1, 7)


def test_an_act_is_known_by_its_organ_and_number_however_it_is_written() -> None:
    """行政行为以机关和文号识别 (ARL 30)."""
    spaced = replace(SAID, act_number=" 甘综执罚字〔2026〕 12号", applicants=(BERT,))
    assert act_of(spaced) == act_of(SAID)
    assert act_of(replace(SAID, act_number="甘综执罚字〔2026〕13号")) != act_of(SAID)
    assert act_of(replace(SAID, act_number=None)) is None


async def taken(door: Door, **said: object) -> tuple[str, list[dict[str, Any]]]:
    """Where an application stands once it is received, and what was told of earlier ones."""
    answer = await door.post("/reconsiderations", OFFICER, **{**NUMBERED, **said})
    assert answer.status_code == 201, answer.text
    return f"/reconsiderations/{answer.json()['case_id']}", answer.json()["earlier"]


async def done(door: Door, path: str, **said: object) -> dict[str, Any]:
    answer = await door.post(path, OFFICER, **said)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


async def no(door: Door, path: str, **said: object) -> str:
    """The article by which an act is refused."""
    answer = await door.post(path, OFFICER, **said)
    assert answer.status_code == 409, answer.text
    return str(answer.json()["article"]["code"])


async def test_the_same_application_is_received_and_declined_while_the_first_is_handled(
    door: Door,
) -> None:
    """同一申请人就同一行政行为再次申请，收下审查；已经受理的，不予受理 (ARL 30)."""
    case, told = await taken(door)
    await done(door, f"{case}/acceptance")
    assert (await taken(door))[0] == case
    assert told == []
    door.on("2026-03-16")
    again, told = await taken(door, **AGAIN)
    assert [(one["open"], one["bars"], one["state"]) for one in told] == [(True, True, "accepted")]
    assert await no(door, f"{again}/acceptance") == "ARL 30(1)(7)"
    why = {"missing": "untried", "reason": "同一申请已经受理，正在审理"}
    assert (await done(door, f"{again}/declination", **why))["state"] == "declined"
    views = {"manner": "telephone", "record": "听取"}
    await done(door, f"{case}/views", **views)
    for path, _, said in road("application_dismissed", text="驳回"):
        await done(door, f"{case}/{path}", **said)
    door.on("2026-03-17")
    third, told = await taken(door, **{**AGAIN, "received_on": "2026-03-17"})
    assert [one["bars"] for one in told] == [False, False]
    assert (await done(door, f"{third}/acceptance"))["state"] == "accepted", (
        "what was dismissed unheard is for a person to judge"
    )


async def test_who_has_nothing_new_is_told_so_by_a_letter(door: Door) -> None:
    """审查认为没有新的事实的，告知不再处理，案卷即结 (ARR2026 37)."""
    door.on("2026-07-06")
    path, _ = await taken(door, received_on="2026-07-06", learnt_on="2026-07-01")
    letter = {"text": "已于2026年7月6日决定，所称情况当时已经审查。"}
    told = await done(door, f"{path}/no-further-handling", **letter)
    assert told["state"] == "not_handled"
    assert (await door.post(f"{path}/acceptance", OFFICER)).status_code == 409


async def test_another_applicant_and_one_who_was_declined_may_apply(door: Door) -> None:
    """他人申请、此前不予受理的，不是再次申请 (ARL 30)."""
    case, _ = await taken(door)
    await done(door, f"{case}/acceptance")
    door.on("2026-03-16")
    path, told = await taken(door, **{**AGAIN, "applicants": [str(BERT)]})
    assert told == []
    await done(door, f"{path}/declination", missing="interest", reason="没有利害关系")
    door.on("2026-03-17")
    anew = {**AGAIN, "received_on": "2026-03-17", "applicants": [str(BERT)]}
    path, told = await taken(door, **anew)
    assert [one["bars"] for one in told] == [False]
    assert (await done(door, f"{path}/acceptance"))["state"] == "accepted"


async def test_of_a_joint_application_only_who_applied_before_is_declined(door: Door) -> None:
    """共同申请中只有一人重复申请的，分案后只对其不予受理，其他人受理 (ARL 30; RULES 136)."""
    case, _ = await taken(door)
    await done(door, f"{case}/acceptance")
    door.on("2026-03-16")
    both, told = await taken(door, **{**AGAIN, "applicants": [str(ANNA), str(BERT)]})
    assert [one["bars"] for one in told] == [True]
    assert await no(door, f"{both}/acceptance") == "ARL 30(1)(7)"
    why = {"missing": "untried", "reason": "同一申请已经受理，正在审理"}
    assert await no(door, f"{both}/declination", **why) == "RULES 136"
    door.on("2026-03-18")
    said = {"applicants": [str(ANNA)], "reason": "马某已经申请过"}
    rest = await done(door, f"{both}/severance", **said)
    assert (rest["applicants"], rest["state"]) == ([str(BERT)], "received")
    assert (await done(door, f"{both}/acceptance"))["state"] == "accepted"
    apart = severed_of(UUID(rest["case_id"]), {ANNA})
    own = (await door.get(f"/reconsiderations/{apart}", OFFICER)).json()
    assert (own["applicants"], own["received_on"]) == ([str(ANNA)], "2026-03-16")
    assert await no(door, f"/reconsiderations/{apart}/acceptance") == "ARL 30(1)(7)"
    declined = await done(door, f"/reconsiderations/{apart}/declination", **why)
    assert declined["state"] == "declined"
    asked = "SELECT until FROM hub.deadline WHERE case_id = ANY($1) AND name = 'review'"
    files = [apart, UUID(rest["case_id"])]
    ends = {row["until"] for row in await door.hub.pool.fetch(asked, files)}
    assert ends == {datetime.combine(day("2026-03-24"), time(0), CITY)}, "five days from receipt"


async def test_who_is_severed_takes_along_what_came_in_and_who_acts(door: Door) -> None:
    """补正通知一次性作出；分案以后补正材料、代理人和认定一并转入 (ARL 17, 31, 74; RULES 136)."""
    both, _ = await taken(door, applicants=[str(ANNA), str(BERT)])
    notice = {"text": "请提交决定书复印件"}
    await done(door, f"{both}/supplement-notice", **notice)
    await done(door, f"{both}/papers/numbers/supplement")
    await done(door, f"{both}/supplement-notice-receipt")
    door.on("2026-03-04")
    await done(door, f"{both}/supplement", text="决定书复印件一份")
    entrusted = {"sort": "lawyer", "identified": True, "text": "委托书", "powers": ["act"]}
    for whose, name in ((ANNA, "王某"), (BERT, "赵某")):
        named = {"person": {"name": name}, "principal_id": str(whose), **entrusted}
        await done(door, f"{both}/agent", **named)
    shown = [{"evidence_kind": "document", "shows": "现场照片三张"}]
    await done(door, f"{both}/evidence", pieces=shown)
    proved = {"ground": "against_will", "reason": "录音", "applicants": [str(ANNA)]}
    await done(door, f"{both}/refiling", **proved)
    door.on("2026-03-05")
    said = {"applicants": [str(ANNA)], "reason": "马某已经申请过"}
    rest = await done(door, f"{both}/severance", **said)
    apart = f"/reconsiderations/{severed_of(UUID(rest['case_id']), {ANNA})}"
    own = (await door.get(apart, OFFICER)).json()
    assert [one["principal_id"] for one in own["participants"]["agents"]] == [str(ANNA)]
    assert [one["principal_id"] for one in rest["participants"]["agents"]] == [str(BERT)]
    assert own["refilings"] == [{"person_id": str(ANNA), "ground": "against_will"}]
    listed = (await door.get(f"{apart}/evidence", OFFICER)).json()
    assert [(one["number"], one["standing"]) for one in listed] == [(1, "applicant")]
    assert await no(door, f"{apart}/supplement-notice", **notice) == "ARL 31(1)"
    asked = "SELECT until FROM hub.deadline WHERE case_id = $1"
    [runs] = await door.hub.pool.fetch(asked, UUID(own["case_id"]))
    assert runs["until"] == datetime.combine(day("2026-03-12"), time(0), CITY)
    kept = "SELECT supplement FROM reconsideration.ordinary ORDER BY case_id"
    [one, other] = [json.loads(row["supplement"]) for row in await door.hub.pool.fetch(kept)]
    assert one == other, "what came in belongs to both"


@pytest.mark.parametrize("extended", [0, 10])
async def test_who_is_found_late_to_have_applied_before_is_severed_and_dismissed(
    door: Door, extended: int
) -> None:
    """受理以后发现一人重复申请的，分案以后驳回，作出决定的期限不变 (ARL 33, 62; RULES 136)."""
    case, _ = await taken(door)
    await done(door, f"{case}/acceptance")
    door.on("2026-03-16")
    both, _ = await taken(door, **{**AGAIN, "applicants": [str(ANNA), str(BERT)]})
    door.on("2026-03-25")
    if extended:
        await done(door, f"{both}/extension", days=extended, reason="案情复杂")
    await done(door, f"{both}/reviewers", reviewers=["fuyi-07", "fuyi-08"])
    await done(door, f"{both}/findings", findings=[FOUND_OF_ALL])
    draft = {"dispositions": [{"outcome": "application_dismissed"}], "text": "驳回申请。"}
    for whose in (ANNA, BERT):
        heard = {"manner": "telephone", "record": "没有意见。", "persons": [str(whose)]}
        await done(door, f"{both}/views", **heard)
    assert await no(door, f"{both}/draft", **draft) == "RULES 136"
    said = {"applicants": [str(ANNA)], "reason": "马某已经申请过"}
    rest = await done(door, f"{both}/severance", **said)
    assert (rest["applicants"], rest["state"]) == ([str(BERT)], "accepted")
    apart_id = severed_of(UUID(rest["case_id"]), {ANNA})
    own = f"/reconsiderations/{apart_id}"
    seen = (await door.get(own, OFFICER)).json()
    assert (seen["state"], seen["accepted_on"]) == ("accepted", "2026-03-23")
    asked = "SELECT name, until FROM hub.deadline WHERE case_id = $1 AND ended IS NULL"
    runs, whole = [
        {row["name"]: row["until"] for row in await door.hub.pool.fetch(asked, one)}
        for one in (apart_id, UUID(rest["case_id"]))
    ]
    assert set(runs) == {"decide"}, "the copy of the same application was due in the case"
    assert runs["decide"] == whole["decide"]
    await done(door, f"{own}/reviewers", reviewers=["fuyi-07", "fuyi-08"])
    heard = {"manner": "telephone", "record": "没有意见。", "persons": [str(ANNA)]}
    await done(door, f"{own}/views", **heard)
    await done(door, f"{own}/findings", findings=[FOUND_OF_ALL])
    assert (await done(door, f"{own}/draft", **draft))["state"] == "accepted"
    assert not (await accepted_twice(door.hub.pool)).count


async def test_a_stay_that_nobody_answered_is_owed_an_answer_in_each_of_the_files(
    door: Door,
) -> None:
    """受理后分案的，尚未答复的停止执行申请一并转入，自分案起五个工作日内答复 (ARL 42; RULES 68)."""
    both, _ = await taken(door, applicants=[str(ANNA), str(BERT)])
    door.on("2026-03-04")
    await done(door, f"{both}/acceptance")
    door.on("2026-03-23")
    asks = {"text": "房屋一旦拆除无法恢复", "standing": "applicant"}
    await done(door, f"{both}/stay-request", **asks)
    await done(door, f"{both}/hearing-request", text="请求当面陈述。")
    door.on("2026-03-25")
    said = {"applicants": [str(ANNA)], "reason": "马某已经申请过"}
    rest = await done(door, f"{both}/severance", **said)
    apart = severed_of(UUID(rest["case_id"]), {ANNA})
    asked = "SELECT until FROM hub.deadline WHERE case_id = $1 AND name = 'answer_stay'"
    for case, last in ((UUID(rest["case_id"]), "2026-03-31"), (apart, "2026-04-02")):
        [runs] = await door.hub.pool.fetch(asked, case)
        assert runs["until"] == datetime.combine(day(last), time(0), CITY)
    kept = (
        "SELECT hearing_asked_on, hearing_asked_id FROM reconsideration.ordinary ORDER BY version"
    )
    there, here = await door.hub.pool.fetch(kept)
    assert {there["hearing_asked_on"], here["hearing_asked_on"]} == {
        *(day("2026-03-23"), day("2026-03-25")),
    }
    assert there["hearing_asked_id"] == here["hearing_asked_id"], (
        "nobody answered in either (ARL 50)"
    )
    no_stay = {"reason": "停止执行会损害公共利益"}
    await done(door, f"/reconsiderations/{apart}/stay-refusal", **no_stay)
    ended = "SELECT ended FROM hub.deadline WHERE case_id = $1 AND name = 'answer_stay'"
    assert (await door.hub.pool.fetchval(ended, apart)) is not None


async def test_silence_accepts_a_repeated_application_too(door: Door) -> None:
    """五日内没有不予受理的，视为受理；以后发现的，驳回申请 (ARL 30(3), 33)."""
    case, _ = await taken(door)
    await done(door, f"{case}/acceptance")
    door.on("2026-03-16")
    again, _ = await taken(door, **AGAIN)
    door.on("2026-03-25")
    why = {"missing": "untried", "reason": "同一申请已经受理"}
    late = await door.post(f"{again}/declination", OFFICER, **why)
    assert late.status_code == 409
    await done(door, f"{again}/complexity", grave=False, technical=False, reason="案情简单")
    assert (await door.get(again, OFFICER)).json()["accepted_on"] == "2026-03-23"
    assert not (await accepted_twice(door.hub.pool)).count


async def test_what_an_officer_accepted_twice_is_found_in_the_books(door: Door) -> None:
    """同一申请人就同一行政行为由人受理两次的，查得出来 (ARL 30)."""
    case, _ = await taken(door)
    await done(door, f"{case}/acceptance")
    door.on("2026-03-16")
    again, _ = await taken(door, **{**AGAIN, "act_number": "甘综执罚字〔2026〕13号"})
    await done(door, f"{again}/acceptance")
    assert not (await accepted_twice(door.hub.pool)).count
    same = "UPDATE reconsideration.ordinary SET act_id = $1"
    await door.hub.pool.execute(same, act_of(SAID))
    found = await accepted_twice(door.hub.pool)
    assert (found.count, found.samples) == (1, (again.rpartition("/")[2],))
    for whose, count in ((BERT, 1), (ANNA, 0)):  # what another one proved explains nothing
        proved = json.dumps([{"person_id": str(whose), "ground": "against_will"}])
        said = "UPDATE reconsideration.ordinary SET refilings = $1 WHERE case_id = $2"
        await door.hub.pool.execute(said, proved, UUID(again.rpartition("/")[2]))
        assert (await accepted_twice(door.hub.pool)).count == count


OLD_RECEIPT = """
UPDATE hub.outbox SET body = (body::jsonb - '{supplement_id,supplement_attachments}'::text[])::text
WHERE case_id = $1 AND kind = 'reconsideration.received.v1'
"""


@pytest.mark.parametrize("on", ["2026-11-27", "2026-11-30", "2026-12-07"])
@pytest.mark.parametrize(("kept", "n"), [(False, 0), (True, 1)])
@pytest.mark.parametrize("ended", ["decided", "delivered", "mediated"])
async def test_what_was_let_in_on_new_facts_before_that_was_kept_stays_lawful(
    door: Door, ended: str, on: str, n: int, *, kept: bool
) -> None:
    """此前凭新的事实准予再次申请的，当时没有载明，核对时不作为受理两次，不论何日升级 (ARL 30)."""
    case, _ = await taken(door)
    await done(door, f"{case}/acceptance")
    await door.hub.pool.execute("UPDATE reconsideration.ordinary SET state = $1", ended)
    await door.hub.pool.execute("DELETE FROM hub.deadline")  # nothing runs in a closed file
    door.on(on)
    other = {"act_number": "甘综执罚字〔2026〕13号", "received_on": on, "learnt_on": "2026-11-20"}
    again, _ = await taken(door, **other)
    await done(door, f"{again}/acceptance")
    await door.hub.pool.execute("UPDATE reconsideration.ordinary SET act_id = $1", act_of(SAID))
    if not kept:
        await door.hub.pool.execute(OLD_RECEIPT, UUID(again.rpartition("/")[2]))
    assert (await accepted_twice(door.hub.pool)).count == n


async def test_of_two_applications_of_one_person_at_one_moment_one_is_accepted(door: Door) -> None:
    """同一人的两件申请同时受理，只受理一件 (ARL 30)."""
    first, _ = await taken(door)
    door.on("2026-03-03")
    second, _ = await taken(door, received_on="2026-03-03")
    answers = await asyncio.gather(
        *(door.post(f"{one}/acceptance", OFFICER) for one in (first, second))
    )
    assert sorted(one.status_code for one in answers) == [201, 409]


async def test_two_people_may_apply_against_one_act_at_the_same_moment(door: Door) -> None:
    """两人同时就同一行政行为申请，各是各的申请 (ARL 30)."""
    both = [{**NUMBERED, "applicants": [str(one)]} for one in (ANNA, BERT)]
    answers = await asyncio.gather(
        *(door.post("/reconsiderations", OFFICER, **said) for said in both)
    )
    assert [one.status_code for one in answers] == [201, 201]
    paths = [f"/reconsiderations/{one.json()['case_id']}/acceptance" for one in answers]
    told = await asyncio.gather(*(door.post(path, OFFICER) for path in paths))
    assert [one.status_code for one in told] == [201, 201]


async def test_a_series_of_acts_is_a_series_of_applications(door: Door) -> None:
    """一次执法的几个决定，文号不同的，各是各的行政行为 (ARL 22, 30)."""
    for number in (12, 13, 14):
        case, told = await taken(door, act_number=f"甘综执罚字〔2026〕{number}号")
        assert told == []
        assert (await done(door, f"{case}/acceptance"))["state"] == "accepted"


@pytest.mark.parametrize(("ended", "word"), [("mediated", "调解书"), ("ended_above", "受理")])
async def test_an_act_that_was_mediated_or_decided_above_is_known_again_by_its_number(
    door: Door, ended: str, word: str
) -> None:
    """调解结案、上级办结以后，同一申请人就同一文号再次申请，不再受理 (ARL 30)."""
    case, _ = await taken(door)
    await done(door, f"{case}/acceptance")
    over = "UPDATE reconsideration.ordinary SET state = $2 WHERE case_id = $1"
    await door.hub.pool.execute(over, UUID(case.rpartition("/")[2]), ended)
    await door.hub.pool.execute("DELETE FROM hub.deadline")  # nothing runs in a closed file
    door.on("2026-03-16")
    again, [told] = await taken(door, **AGAIN)
    assert await no(door, f"{again}/acceptance") == "ARL 30(1)(7)"
    assert word in told["because"]


async def test_who_is_registered_again_in_another_dispute_is_the_same_applicant(
    door: Door, hub: Hub
) -> None:
    """换一件纠纷登记，证件号码相同的是同一申请人 (ARL 30)."""
    other, ids = await take_in(hub, UUID(int=77)), []

    def register(work: Work, dispute: UUID) -> None:
        ids.append(work.person(dispute, "applicant", Person("马某", id_number=ID_NUMBER)))

    for dispute in (DISPUTE, other):
        await hub.act(Act(do=partial(register, dispute=dispute), files=[dispute]))
    case, _ = await taken(door, applicants=[str(ids[0])])
    await done(door, f"{case}/acceptance")
    said = {"dispute_id": str(other), "applicants": [str(ids[1])]}
    again, told = await taken(door, **said)
    assert [one["bars"] for one in told] == [True]
    assert await no(door, f"{again}/acceptance") == "ARL 30(1)(7)"


async def test_a_withdrawal_in_another_dispute_bars_the_same_act_all_the_same(
    door: Door, hub: Hub
) -> None:
    """换一件纠纷登记，同一行政行为仍是同一行政行为 (ARL 74)."""
    first = await door.post("/reconsiderations", OFFICER, **NUMBERED)
    case = f"/reconsiderations/{first.json()['case_id']}"
    for path, said in (
        ("acceptance", {}),
        ("settlement", {"text": "减收罚款，撤回申请"}),
        ("withdrawal", {"settled": True}),
        ("termination", {"harmless": True}),
    ):
        assert (await door.post(f"{case}/{path}", OFFICER, **said)).status_code == 201, path
    other = await take_in(hub, UUID(int=77))
    door.on("2026-03-03")
    said = {**NUMBERED, "dispute_id": str(other), "received_on": "2026-03-03"}
    again = await door.post("/reconsiderations", OFFICER, **said)
    assert again.status_code == 201, again.text
    path = f"/reconsiderations/{again.json()['case_id']}"
    barred = await door.post(f"{path}/acceptance", OFFICER)
    assert (barred.status_code, barred.json()["article"]["code"]) == (409, "ARL 74(2)")
