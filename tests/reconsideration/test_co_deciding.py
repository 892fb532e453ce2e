"""Who is called in to decide together 共同作出行政复议决定 (ARR2026 21, 32; RULES 155)."""

from functools import partial

import pytest

from services.reconsideration.domain import co_deciding as acts
from services.reconsideration.domain import (
    drafting,
    gates,
    together,
)
from services.reconsideration.domain.co_deciding import JOINTLY, uncalled
from services.reconsideration.pages.steps import step_of
from shared.contracts.reconsideration import (
    Outcome,
)
from shared.contracts.reconsideration.drafting import DecisionReturned
from shared.contracts.reconsideration.higher import ElevatedFileReceived
from shared.contracts.reconsideration.joint import (
    JointRespondentLeft,
    JointRespondentNamed,
)
from shared.law.article import ARR2026, RULES, Article
from shared.law.calendar import CALENDAR
from tests.reconsideration.co_deciding import (
    ABOVE_TAX,
    BRANCH,
    DIRECTORY,
    SAID,
    TAX,
    agreed_here,
    called,
    ready,
    refused,
    sign,
)
from tests.reconsideration.deciding import Draft, approved
from tests.reconsideration.makers import (
    AUTHORITY,
    CITY_GOVERNMENT,
    OTHER,
    PAPER,
    RESPONDENT,
    Walk,
    accepted,
)


def test_nothing_goes_up_before_the_other_authority_was_called_in() -> None:
    """应当共同作出决定的，通知其他机关共同办理以后才能送审 (ARR2026 32(2))."""
    walk = ready()
    assert uncalled(walk.case, DIRECTORY) == ((ABOVE_TAX,),)
    assert refused(lambda: acts.check_called(walk.case, DIRECTORY)) == ARR2026[32].par(2)
    acts.check_called(called(walk).case, DIRECTORY)
    assert walk.case.co_authorities == (ABOVE_TAX,)


@pytest.mark.parametrize("organ", [CITY_GOVERNMENT, AUTHORITY, "620700-gongan"])
def test_only_a_competent_authority_is_called_in(organ: str) -> None:
    """通知共同办理的，是对共同作出行政行为的机关有管辖权的行政复议机关 (ARR2026 32(2))."""
    walk = ready()
    assert refused(lambda: called(walk, organ)) == JOINTLY


def test_nobody_is_called_in_where_one_authority_is_over_all_or_in_an_application_of_june() -> None:
    """有共同的行政复议机关的，和2026年7月以前的申请，不通知其他机关 (ARR2026 32)."""
    assert refused(lambda: called(ready(OTHER))) == JOINTLY
    assert refused(lambda: called(ready(on="2026-06-30"), on="2026-07-02")) == JOINTLY


def test_an_authority_is_called_in_once() -> None:
    """已经通知的，不再通知 (RULES 155)."""
    walk = called()
    assert refused(lambda: called(walk)) == RULES[155]


def test_of_two_authorities_in_one_place_one_is_enough_and_the_other_can_take_its_place() -> None:
    """可以由两个机关之一管辖的，通知其中一个；改由另一个的，先前的不再共同办理 (ARR2026 21, 32)."""
    walk = accepted("2026-09-02", authority=ABOVE_TAX, respondent=TAX)
    walk.then(JointRespondentNamed, "2026-09-02", organ=BRANCH)
    called(walk, AUTHORITY)
    acts.check_called(walk.case, DIRECTORY)
    leave = partial(acts.release, organ=AUTHORITY, reason_id=PAPER, register=DIRECTORY)
    assert refused(lambda: leave(walk.case, walk.head("2026-09-04"))) == JOINTLY
    called(walk, CITY_GOVERNMENT)
    walk.record(leave(walk.case, walk.head("2026-09-04")))
    assert walk.case.co_authorities == (CITY_GOVERNMENT,)


def test_who_is_not_competent_any_more_is_released_with_reasons() -> None:
    """被申请人变更以后没有管辖权的，写明理由，不再共同办理 (RULES 155)."""
    walk = called()
    leave = partial(acts.release, organ=ABOVE_TAX, reason_id=PAPER, register=DIRECTORY)
    assert acts.superfluous(walk.case, DIRECTORY) == ()
    assert refused(lambda: leave(walk.case, walk.head("2026-09-08"))) == JOINTLY
    walk.then(JointRespondentLeft, "2026-09-08", organ=TAX)
    assert acts.superfluous(walk.case, DIRECTORY) == (ABOVE_TAX,)
    walk.record(leave(walk.case, walk.head("2026-09-08")))
    assert walk.case.co_authorities == ()
    assert refused(lambda: leave(walk.case, walk.head("2026-09-08"))) == JOINTLY


def test_all_that_is_lacking_says_who_is_to_be_called_and_who_to_sign() -> None:
    """案卷写明还应当通知哪个机关、还有哪个机关没有会签 (ARR2026 32(2))."""

    def lacks(walk: Walk) -> set[Article]:
        found = gates.lacking(walk.case, walk.head("2026-09-21"), DIRECTORY)
        return {one.article for one in found}

    assert JOINTLY in lacks(ready())
    assert JOINTLY not in lacks(called())
    assert JOINTLY in lacks(agreed_here())
    assert JOINTLY not in lacks(sign(agreed_here()))


def test_the_next_step_is_to_call_in_and_then_to_wait_for_the_signature() -> None:
    """下一步：送审以前先通知共同办理，审批以后等待会签，都会签以后用印 (ARR2026 32(2))."""

    def step(walk: Walk) -> tuple[str, str]:
        now = walk.head("2026-09-21").at
        told = step_of(walk.case, by="o-1", now=now, calendar=CALENDAR, register=DIRECTORY)
        return told.act, told.says

    walk = approved(ready(), Draft(outcome=Outcome.REVOKED), SAID)
    walk.then(DecisionReturned, "2026-09-21", reason_id=PAPER)
    draft = Draft(outcome=Outcome.REVOKED)
    walk.record(drafting.record_findings(walk.case, walk.head("2026-09-21"), (draft.finding,)))
    walk.record(drafting.draft(walk.case, walk.head("2026-09-21"), draft.drafted, PAPER))
    assert step(walk)[0] == "co-authority"
    walk = agreed_here()
    assert step(walk)[0] == ""
    assert "会签" in step(walk)[1]
    assert step(sign(walk))[0] == "seal"


def test_whoever_takes_the_case_up_from_above_decides_it_alone() -> None:
    """经上级提级的，由上级决定，不再共同办理 (ARL 38; ARR2026 32)."""
    walk = called().then(ElevatedFileReceived, "2026-09-10")
    assert walk.case.co_authorities == ()
    assert uncalled(walk.case, DIRECTORY) == ()


def test_cases_that_different_authorities_decide_are_not_decided_by_one_paper() -> None:
    """共同作出决定的机关不同的案件，不能合并作出决定 (ARR2026 32, 43)."""
    one, other = called(), ready()
    first = one.but(joined=(other.case.case_id,))
    second = other.but(joined=(first.case_id,))
    assert refused(lambda: together.check_joined(first, second)) == RULES[155]


def test_an_act_of_the_department_alone_is_decided_by_one_authority() -> None:
    """单独作出的行政行为，不由几个机关共同决定 (ARR2026 32)."""
    walk = accepted("2026-09-02")
    assert walk.case.respondents == (RESPONDENT,)
    assert uncalled(walk.case, DIRECTORY) == ()
