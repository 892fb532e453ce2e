"""Joint respondents 共同被申请人: who is named, added and leaves (ARL 19; ARR2026 20, 29)."""

from dataclasses import replace

import pytest

from services.reconsideration.domain import (
    joint_acts,
)
from services.reconsideration.domain.application import (
    Application,
    act_of,
    acts_of,
    file_of,
    receive,
)
from services.reconsideration.domain.changing import change, in_order, tell_to_change
from services.reconsideration.domain.jurisdiction import Together, decides_with
from services.reconsideration.domain.ordinary import ORDINARY, State
from services.reconsideration.domain.ordinary.joint import Stand
from services.reconsideration.domain.ordinary_2007 import ORDINARY_2007
from services.reconsideration.domain.respondent import Acting
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import (
    ConsultationRequested,
    CopyReceived,
    CopySent,
    FilingManner,
    OpinionRecorded,
    Outcome,
    ReplyFiled,
)
from shared.contracts.reconsideration.drafting import DecisionDrafted
from shared.contracts.reconsideration.joint import (
    JointReplyFiled,
    JointRespondentLeft,
    JointRespondentNamed,
)
from shared.contracts.reconsideration.respondent import (
    Capacity,
    RespondentChangeTold,
)
from shared.directory import load
from shared.law.article import ARL, ARR2007, ARR2026
from shared.law.reconsidering.jurisdiction import authorities
from tests.reconsideration.deciding import Draft, approved, decide
from tests.reconsideration.jointly import THIRD, both, heard, named
from tests.reconsideration.makers import (
    ANNA,
    AUTHORITY,
    CITY_GOVERNMENT,
    DISPUTE,
    OTHER,
    PAPER,
    RESPONDENT,
    Walk,
    accepted,
    day,
    received,
)
from tests.reconsideration.test_changing import refused

TOGETHER = Acting(organ=RESPONDENT, capacity=Capacity.JOINT, others=(OTHER,))


def test_organs_that_acted_in_one_name_are_all_respondents() -> None:
    """以共同的名义作出同一行政行为的，共同作出的机关都是被申请人 (ARL 19)."""
    case = both().case
    assert case.respondents == (RESPONDENT, OTHER)
    assert dict(case.tracks) == {OTHER: Stand.NAMED}


def test_a_file_against_one_organ_has_that_respondent_alone() -> None:
    """只有一个被申请人的，案卷没有共同被申请人 (ARL 19)."""
    case = accepted().case
    assert (case.respondents, case.joint, dict(case.tracks)) == ((RESPONDENT,), (), {})


def test_no_organ_is_named_twice() -> None:
    """同一机关不得重复列为被申请人 (ARL 19)."""
    walk = both()
    assert refused(lambda: named(walk, "2026-03-03")) == ARL[19].par(2)
    assert refused(lambda: named(walk, "2026-03-03", RESPONDENT)) == ARL[19].par(2)


def test_who_acted_too_and_is_not_named_is_told_to_the_applicant() -> None:
    """漏列共同作出的机关的，告知申请人 (ARL 19; ARR2026 29)."""
    walk = received("2026-09-23")
    fact = tell_to_change(walk.case, walk.head("2026-09-24"), TOGETHER, PAPER)
    assert isinstance(fact, RespondentChangeTold)
    assert fact.respondent_organs == (RESPONDENT, OTHER)
    both_named = named(received("2026-09-23"), "2026-09-23")
    at = both_named.head("2026-09-24")
    right = refused(lambda: tell_to_change(both_named.case, at, TOGETHER, PAPER))
    assert right == ARL[19].par(2)


def test_a_change_names_all_who_were_told_and_nobody_else() -> None:
    """变更后应当列明告知的全部被申请人 (ARR2026 29)."""
    walk = received("2026-09-23")
    told = Acting(organ=OTHER, capacity=Capacity.JOINT, others=(THIRD,))
    walk.record(tell_to_change(walk.case, walk.head("2026-09-24"), told, PAPER))
    at = walk.head("2026-09-25")
    alone = refused(lambda: change(walk.case, at, OTHER, "620702", PAPER))
    assert alone == ARR2026[29]
    fact = change(walk.case, at, OTHER, "620702", PAPER, joint=(THIRD,))
    assert fact is not None
    assert fact.respondent == OTHER


def test_who_was_named_first_stays_first_when_another_one_is_added() -> None:
    """追加的，在先的被申请人不变，没有变更的一页 (ARL 19)."""
    case = received("2026-09-23").case
    assert in_order(case, OTHER, (RESPONDENT,)) == (RESPONDENT, (OTHER,))
    at = received("2026-09-23").head("2026-09-24")
    assert change(case, at, RESPONDENT, "620702", PAPER, joint=(OTHER,)) is None
    assert refused(lambda: change(case, at, RESPONDENT, "620702", PAPER)) == ARR2026[29]


def test_who_is_added_in_handling_has_the_copy_in_seven_days_of_its_own() -> None:
    """审理中追加的，自追加之日起七日内发送副本，其余的答复仍然有效 (ARL 48)."""
    walk = accepted().then(CopySent, "2026-03-06").then(CopyReceived, "2026-03-06")
    walk.then(ReplyFiled, "2026-03-10")
    named(walk, "2026-03-16")
    assert walk.last_day("send_joint_copy") == day("2026-03-25")
    assert (walk.case.state, walk.case.evidence.reply_id) == (State.EXAMINING, PAPER)
    assert joint_acts.still_replying(walk.case) == ()
    early = named(accepted(), "2026-03-06").facts[-1]
    assert isinstance(early, JointRespondentNamed)
    assert not early.copy_due


def test_what_was_judged_and_drafted_without_the_added_one_binds_it_not() -> None:
    """追加以前的认定、拟稿对追加的被申请人不作数 (ARL 61)."""
    walk = approved(
        heard("2026-03-05", "2026-03-05")
        .then(ReplyFiled, "2026-03-12")
        .then(JointReplyFiled, "2026-03-12"),
        Draft(outcome=Outcome.REVOKED),
    )
    assert any(isinstance(one, DecisionDrafted) for one in walk.facts)
    case = named(walk, "2026-04-17", THIRD).case
    assert (case.findings, case.drafted, case.talks) == ((), None, None)


def test_an_opinion_given_without_the_added_one_is_asked_for_anew() -> None:
    """追加共同被申请人的，此前的咨询意见不作数，应当另行提请 (ARL 52; RULES 151)."""
    walk = heard("2026-03-05", "2026-03-05").then(ReplyFiled, "2026-03-12")
    walk.then(ConsultationRequested, "2026-03-13").then(OpinionRecorded, "2026-03-20")
    case = named(walk, "2026-03-23", THIRD).case
    assert (case.stance, case.consultation_ground, case.technical) == (None, None, True)
    early = named(received(), "2026-03-03").facts[-1]
    assert isinstance(early, JointRespondentNamed)
    assert not early.asks_anew


def test_who_was_wrongly_named_leaves_and_the_others_stay() -> None:
    """更换的，不再列为共同被申请人，其余不变 (ARR2026 29)."""
    walk = named(heard("2026-03-05", "2026-03-10"), "2026-03-11", THIRD)
    walk.record(joint_acts.leave(walk.case, walk.head("2026-03-12"), OTHER, PAPER))
    assert walk.case.respondents == (RESPONDENT, THIRD)
    assert ORDINARY.by_name["joint_reply"].is_closed_by(walk.facts[-1])
    gone = refused(lambda: joint_acts.leave(walk.case, walk.head("2026-03-12"), OTHER, PAPER))
    assert gone == ARL[19].par(2)


def test_once_it_is_decided_nobody_is_named_or_replies() -> None:
    """作出决定以后，不再列入，不再答复 (ARL 48)."""
    walk = heard("2026-03-05", "2026-03-05").then(ReplyFiled, "2026-03-12")
    walk.then(JointReplyFiled, "2026-03-12")
    decided = decide(walk, Draft(outcome=Outcome.UPHELD), "2026-03-16")
    assert refused(lambda: named(Walk.of(decided.case), "2026-03-17", THIRD)) == ARL[19].par(2)


@pytest.mark.parametrize("first", [RESPONDENT, OTHER])
def test_whoever_is_named_first_it_is_the_same_act_and_the_same_application(first: str) -> None:
    """列的先后不同，仍是同一行政行为、同一申请 (ARL 30)."""
    second = OTHER if first == RESPONDENT else RESPONDENT
    one = Application(
        authority=AUTHORITY,
        applicants=(ANNA,),
        respondent=RESPONDENT,
        joint=(OTHER,),
        act=ActKind.PENALTY,
        manner=FilingManner.IN_PERSON,
        received_on=day("2026-03-02"),
        act_number="甘联罚〔2026〕1号",
    )
    other = replace(one, respondent=first, joint=(second,))
    assert act_of(one) == act_of(other)
    alone = replace(one, respondent=first, joint=())
    assert act_of(alone) in acts_of(one)
    known = Walk().record(receive(Walk().head("2026-03-02"), one, "620702", PAPER)).case
    assert set(known.act_ids) == set(acts_of(one)) >= set(acts_of(alone))
    stranger = replace(one, respondent=THIRD, joint=())
    assert set(known.act_ids).isdisjoint(acts_of(stranger))
    assert set(known.act_ids).isdisjoint(acts_of(replace(alone, act_number="甘联罚〔2026〕2号")))
    assert file_of(DISPUTE, one) == file_of(DISPUTE, other)


def test_the_regulation_of_2007_has_its_own_article_on_who_is_wrongly_named() -> None:
    """2026年6月30日以前，依据是旧条例 (ARR2007 22)."""
    assert ORDINARY_2007.track is not None
    rows = [m for m in ORDINARY_2007.all_moves() if m.on is JointRespondentLeft]
    assert {row.article for row in rows} == {ARR2007[22]}


TAX, BRANCH = "620702-shuishou", "620702-shengtai"
ABOVE_TAX = "620700-shuishou"


@pytest.mark.parametrize(
    ("respondents", "authority", "on", "others"),
    [
        ((TAX, RESPONDENT), AUTHORITY, "2026-07-01", ((ABOVE_TAX,),)),
        ((TAX, RESPONDENT), ABOVE_TAX, "2026-07-01", ((AUTHORITY,),)),
        ((TAX, BRANCH), ABOVE_TAX, "2026-07-01", ((CITY_GOVERNMENT, AUTHORITY),)),
        ((TAX, RESPONDENT), AUTHORITY, "2026-06-30", None),
        ((TAX, RESPONDENT), "620721-government", "2026-07-01", None),
        ((TAX, "620702-nobody"), ABOVE_TAX, "2026-07-01", None),
        ((RESPONDENT, "620700-gongan"), AUTHORITY, "2026-07-01", None),
        ((TAX,), ABOVE_TAX, "2026-07-01", None),
        ((RESPONDENT, BRANCH), AUTHORITY, "2026-07-01", None),
    ],
    ids=[
        *("to the government", "to the tax office above", "either of two", "before July 2026"),
        *("over none of them", "unknown", "no vertical organ", "alone", "one over both"),
    ],
)
def test_with_vertical_organs_the_authorities_over_each_decide_together(
    respondents: tuple[str, ...],
    authority: str,
    on: str,
    others: tuple[tuple[str, ...], ...] | None,
) -> None:
    """税务等机关与其他机关共同作出的，由有管辖权的机关共同作出决定 (ARR2026 32(2))."""
    directory = load()
    found = [authorities(one, directory) for one in respondents]
    together = decides_with(found, authority, day(on))
    if others is None:
        assert together is None
    else:
        assert together == Together(ARR2026[32].par(2), others)
