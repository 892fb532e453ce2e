"""合并作出行政复议决定: which joined cases one decision is about (ARR2026 43; RULES 112, 113)."""

from collections.abc import Callable
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.reconsideration.domain import drafting, joining_acts, together
from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.aftermath_acts import open_file
from services.reconsideration.domain.aftermath_table import AFTERMATH
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.drafted import JointDraft
from services.reconsideration.domain.ordinary import State
from services.reconsideration.domain.publishing import publish
from services.reconsideration.pages.steps import step_of
from shared.contracts.reconsideration import (
    Approval,
    DecisionDelivered,
    DecisionMade,
    Outcome,
    ReconsiderationTerminated,
)
from shared.contracts.reconsideration.drafting import DecisionReturned
from shared.contracts.reconsideration.higher import ElevatedFileReceived, ElevationOrdered
from shared.contracts.reconsideration.numbering import Series
from shared.contracts.reconsideration.pausing import ReconsiderationSuspended
from shared.contracts.reconsideration.people import CasesJoined
from shared.law.article import ARR2026, RULES
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration.deciding import Draft, drafted
from tests.reconsideration.joining import LEADING, ON, SECOND, THIRD, case_of, group, put_together
from tests.reconsideration.makers import CITY_GOVERNMENT, PAPER, Walk, day

UPHELD, REVOKED, DISMISSED = Outcome.UPHELD, Outcome.REVOKED, Outcome.APPLICATION_DISMISSED


def refused(act: Callable[[], object]) -> Refused:
    with pytest.raises(Refused) as refusal:
        act()
    return refusal.value


def to_the_head(walks: list[Walk], on: str = ON) -> None:
    for walk in walks:
        submitted = drafting.submit(walk.case, walk.head(on), adopted=None, departure_id=None)
        walk.record(submitted)
        walk.record(drafting.approve(walk.case, walk.head(on), Approval.HEAD, None))


def test_one_draft_stands_on_every_file_and_each_keeps_what_is_decided_of_it() -> None:
    """合并拟稿的，各案仍各有其决定事项，由主案送审 (ARR2026 43)."""
    walks = group(UPHELD, REVOKED)
    put_together(walks)
    binds = [walk.case.drafted.joint for walk in walks if walk.case.drafted]
    assert binds == [JointDraft(leading=LEADING, together=(LEADING, SECOND))] * 2
    said = [walk.case.drafted.draft.outcome for walk in walks if walk.case.drafted]
    assert said == [UPHELD, REVOKED]
    assert together.files_of(walks[0].case) == (LEADING, SECOND)
    assert together.files_of(walks[1].case) == (SECOND,)
    assert refused(lambda: together.refuse_following(walks[1].case)).article == RULES[112]
    together.check_bound(walks[0].case, walks[1].case)


def test_the_decision_names_its_leading_file_and_all_others_on_each() -> None:
    """各案的决定写明同一字号、同一主案和全部案卷 (ARR2026 43; RULES 112)."""
    walks = group(UPHELD, REVOKED, UPHELD)
    put_together(walks)
    to_the_head(walks)
    made = [drafting.seal(walk.case, walk.head(ON), "甘政复决字〔2026〕1号") for walk in walks]
    assert [one.outcome for one in made] == [UPHELD, REVOKED, UPHELD]
    assert {(one.document_number, one.leading, one.together) for one in made} == {
        ("甘政复决字〔2026〕1号", LEADING, (LEADING, SECOND, THIRD))
    }
    after = walks[1].record(made[1]).case
    assert after.decided_with == (LEADING, THIRD)
    assert after.state is State.DECIDED


def test_a_decision_on_one_case_names_no_other() -> None:
    """单独作出的决定不写主案 (ARL 61)."""
    [walk] = group(REVOKED)
    to_the_head([walk])
    made = drafting.seal(walk.case, walk.head(ON), "甘政复决字〔2026〕1号")
    assert (made.leading, made.together, walk.record(made).case.decided_with) == (None, (), ())


@pytest.mark.parametrize(
    ("outcomes", "series"),
    [
        ((DISMISSED, DISMISSED), Series.DISMISSAL),
        ((DISMISSED, REVOKED), Series.DECISION),
        ((UPHELD, REVOKED), Series.DECISION),
    ],
)
def test_only_where_all_applications_are_dismissed_is_it_numbered_among_dismissals(
    outcomes: tuple[Outcome, ...], series: Series
) -> None:
    """各案都驳回申请的，编入驳回申请的字号；否则编入决定书的字号 (RULES 69)."""
    walks = group(*outcomes)
    put_together(walks)
    to_the_head(walks)
    assert drafting.series_of(*(walk.case for walk in walks)) is series


def test_cases_that_were_not_joined_or_have_no_draft_are_not_decided_together() -> None:
    """没有合并审理的，没有拟稿的，不能合并作出决定 (ARR2026 43)."""
    leading, one = group(UPHELD, REVOKED)
    stranger = case_of(THIRD)
    answer = refused(lambda: together.check_joined(leading.case, stranger.case))
    assert answer.article == ARR2026[43].par(2)
    assert refused(lambda: together.combine(leading.case, [], day(ON))).article == ARR2026[43].par(
        2
    )
    one.then(DecisionReturned, ON)
    assert refused(lambda: together.check_drafted(one.case)).article == RULES[112]


def test_until_june_2026_no_provision_let_cases_be_decided_together() -> None:
    """2026年6月30日以前的条例没有合并作出决定的规定 (ARR2026 43)."""
    leading, one = group(UPHELD, REVOKED)
    combine = lambda: together.combine(leading.case, [one.case], day("2026-06-30"))  # noqa: E731
    assert refused(combine).article == ARR2026[43].par(2)
    assert together.combine(leading.case, [one.case], day("2026-07-01")).leading == LEADING


def test_a_file_that_was_drafted_otherwise_meanwhile_is_bound_no_more() -> None:
    """一案另行认定、拟稿的，主案不得继续送审、用印 (RULES 112)."""
    walks = group(UPHELD, REVOKED)
    put_together(walks)
    drafted(walks[1], Draft(outcome=REVOKED), ON)
    answer = refused(lambda: together.check_bound(walks[0].case, walks[1].case))
    assert answer.article == RULES[112]
    assert together.files_of(walks[1].case) == (SECOND,)
    together.refuse_following(walks[1].case)


def test_a_file_that_ends_meanwhile_holds_the_joint_decision_up() -> None:
    """合并拟稿以后一案终止的，不得用印；退回重拟时已终止的案卷不再退回 (RULES 113)."""
    walks = group(UPHELD, REVOKED)
    put_together(walks)
    to_the_head(walks)
    walks[1].then(ReconsiderationTerminated, ON, settled=False, reason_id=PAPER)
    answer = refused(lambda: together.check_bound(walks[0].case, walks[1].case))
    assert (answer.article, "不在审理中" in answer.message) == (RULES[113], True)
    assert not together.goes_back(walks[0].case, walks[1].case)


def test_a_file_that_stands_still_keeps_its_draft_until_it_goes_on() -> None:
    """中止的案卷不随主案退回，恢复以后在本案退回 (ARL 39; RULES 112)."""
    walks = group(UPHELD, REVOKED)
    put_together(walks)
    to_the_head(walks)
    assert together.goes_back(walks[0].case, walks[1].case)
    walks[1].then(ReconsiderationSuspended, ON)
    assert not together.goes_back(walks[0].case, walks[1].case)


def test_a_case_that_goes_up_is_handled_together_with_nothing_below() -> None:
    """提级审理的案件不再与下级的案件合并 (ARR2026 40; RULES 113)."""
    leading, one = group(UPHELD, REVOKED)
    one.then(ElevationOrdered, ON, initiative="higher").then(ElevatedFileReceived, ON)
    assert (one.case.joined, one.case.authority) == ((), CITY_GOVERNMENT)
    answer = refused(lambda: together.check_joined(leading.case, one.case))
    assert answer.article == RULES[113]


def test_the_decision_is_made_public_once_from_its_leading_file() -> None:
    """合并作出的决定书随主案公开一次 (ARL 79; RULES 112)."""
    walks = group(UPHELD, REVOKED)
    put_together(walks)
    to_the_head(walks)
    for walk in walks:
        walk.record(drafting.seal(walk.case, walk.head(ON), "甘政复决字〔2026〕1号"))
        walk.then(DecisionDelivered, ON)
    files = [after_of(walk.case) for walk in walks]
    assert [file.publishes for file in files] == [True, False]
    assert {file.document_number for file in files} == {"甘政复决字〔2026〕1号"}
    head = files[1].head(by="officer-7", on=day(ON), at=walks[1].facts[-1].head.at)
    assert refused(lambda: publish(files[1], head, PAPER)).article == RULES[112]


def after_of(case: Case) -> Aftermath:
    blank = Aftermath(procedure=AFTERMATH, dispute_id=case.dispute_id, case_id=PAPER)
    head = blank.head(by="clock", on=day(ON), at=Walk.of(case).head(ON).at)
    return blank.after(open_file(case, head, departments=()))


def test_the_next_step_of_a_file_that_follows_is_taken_on_the_leading_one() -> None:
    """并入主案的案件，下一步在主案办理 (RULES 112)."""
    walks = group(UPHELD, REVOKED)
    put_together(walks)
    steps = [
        step_of(w.case, by="fuyi-07", now=w.head("2026-09-21").at, calendar=CALENDAR) for w in walks
    ]
    assert [one.act for one in steps] == ["submission", ""]
    assert "主案" in steps[1].says


IDS = st.permutations([LEADING, SECOND, THIRD])


@given(order=IDS, first=st.integers(min_value=1, max_value=2))
def test_in_whatever_order_cases_are_joined_each_comes_to_name_every_other(
    order: list[object], first: int
) -> None:
    """先后合并的案件，互相都是合并审理的案件 (ARR2026 43)."""
    walks = {one: case_of(one) for one in order}  # type: ignore[arg-type]  # ids
    together: list[object] = [order[0]]
    steps = [order[1:3]] if first == 2 else [[order[1]], [order[2]]]
    for newcomers in steps:
        together += newcomers
        for one in together:
            new = joining_acts.newly_joined(walks[one].case, together)  # type: ignore[arg-type,index]
            if new:
                walks[one].then(CasesJoined, "2026-09-10", others=new)  # type: ignore[index]
    for one, other in permutations(order, 2):
        assert other in walks[one].case.joined  # type: ignore[index]


@settings(max_examples=20)
@given(
    outcomes=st.lists(st.sampled_from([UPHELD, REVOKED, DISMISSED]), min_size=2, max_size=3),
    redrafts=st.sets(st.integers(min_value=0, max_value=2)),
)
def test_a_joint_draft_holds_only_while_none_of_its_files_is_drafted_anew(
    outcomes: list[Outcome], redrafts: set[int]
) -> None:
    """一案另行拟稿的，合并的拟稿不再成立；都没有另行拟稿的，一案不少 (RULES 112)."""
    walks = group(*outcomes)
    put_together(walks)
    redrafts = {nth for nth in redrafts if 0 < nth < len(walks)}
    for nth in redrafts:
        drafted(walks[nth], Draft(outcome=outcomes[nth]), ON)
    ready = []
    for walk in walks[1:]:
        try:
            together.check_bound(walks[0].case, walk.case)
            ready.append(walk)
        except Refused:
            continue
    assert (len(ready) == len(walks) - 1) == (not redrafts)


def test_what_was_sealed_is_what_was_agreed_to_with_its_files(  # as `hub verify` asks
) -> None:
    """用印的与同意的一致，包括合并的案卷 (ARL 61)."""
    walks = group(UPHELD, REVOKED)
    put_together(walks)
    to_the_head(walks)
    made = drafting.seal(walks[0].case, walks[0].head(ON), "甘政复决字〔2026〕1号")
    other = DecisionMade.model_validate({**made.model_dump(), "together": (LEADING, THIRD)})
    assert drafting.as_approved(walks[0].case, made.head, made.document_number) == made
    assert drafting.as_approved(walks[0].case, made.head, made.document_number) != other
