"""分案办理: who goes apart, until when, and what goes along (ARL 33; RULES 136)."""

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

import pytest

from services.reconsideration.domain import acceptance, decision
from services.reconsideration.domain.drafted import Drafted
from services.reconsideration.domain.filing import brought_on
from services.reconsideration.domain.gates import must_consult, must_hold_hearing
from services.reconsideration.domain.going_along import with_application
from services.reconsideration.domain.ordinary import ORDINARY, State
from services.reconsideration.domain.repeating import barred, before, must_dismiss_all
from services.reconsideration.domain.severing import (
    accepted_apart,
    apart,
    due_on,
    extended_apart,
    goes_along,
    review_since,
    sever,
)
from shared.contracts.reconsideration import (
    ApplicationAccepted,
    ApplicationSupplemented,
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
    RepresentativesElected,
    StatutoryAgentJoined,
)
from shared.contracts.reconsideration.repeated import ApplicationSevered
from shared.law.article import ALI, ARL, ARR2026, CPL, RULES, Article
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from shared.law.running import begun
from tests.reconsideration.again import TODAY, applied, earlier
from tests.reconsideration.deciding import Draft
from tests.reconsideration.makers import ANNA, BERT, PAPER, Walk, accepted, day, received


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
