"""办案事项: reviewers, recusal, third parties, representatives, agents, aid (ARL 6, 15 to 18)."""

import pytest

from tests.lawdesk.conducting import NEW, OLD, conduct, found, says
from tests.lawdesk.reconsidering import cited


@pytest.mark.parametrize(
    ("on", "track", "reviewers", "article", "enough"),
    [
        pytest.param(OLD, "simplified", 1, "ARR2007 32", False, id="one never until June 2026"),
        pytest.param(OLD, "ordinary", 2, "ARR2007 32", True, id="two until June 2026"),
        pytest.param(NEW, "simplified", 1, "ARR2026 39", True, id="one in simplified cases now"),
        pytest.param(NEW, "ordinary", 1, "ARR2026 39", False, id="not in ordinary ones"),
    ],
)
def test_how_many_review_a_case(
    on: str, track: str, reviewers: int, article: str, enough: object
) -> None:
    """审理人数 (ARR2026 39; ARR2007 32)."""
    answer = conduct("reviewers", on, track=track, reviewers=reviewers)
    assert found(answer, article) == [enough]
    assert answer.result == ("must" if enough else "barred")


@pytest.mark.parametrize(
    ("facts", "met"),
    [
        pytest.param({"qualified": True, "trained": True}, True, id="both are there"),
        pytest.param({"qualified": True, "trained": False}, False, id="training is missing"),
        pytest.param({"qualified": False}, False, id="the qualification is missing"),
        pytest.param({"qualified": True}, None, id="training is not told"),
    ],
)
def test_a_newcomer_has_passed_the_examination_and_been_trained(
    facts: dict[str, bool], met: object
) -> None:
    """初次从事的，取得法律职业资格并参加职前培训 (ARL 6)."""
    assert found(conduct("reviewers", newcomer=True, **facts), "ARL 6(2)") == [met]


def test_who_is_no_newcomer_needs_no_new_qualification() -> None:
    """不是初次从事的，不适用资格要求 (ARL 6); 保密义务同样适用 (ARL 36)."""
    answer = conduct("reviewers", newcomer=False, qualified=False)
    assert (answer.result, found(answer, "ARL 6(2)")) == ("must", [None])
    assert "ARL 36(2)" in cited(answer)


def test_qualities_and_training_by_edition() -> None:
    """素质和培训 (ARR2026 5, 70; ARR2007 4, 60)."""
    assert {"ARR2026 5", "ARR2026 70"} <= set(cited(conduct("reviewers", NEW)))
    assert {"ARR2007 4", "ARR2007 60"} <= set(cited(conduct("reviewers", OLD)))


@pytest.mark.parametrize(
    ("tie", "replace"),
    [
        pytest.param("kin", True, id="a party's kin is replaced"),
        pytest.param("acted", True, id="so is whoever took part in the act"),
        pytest.param("other", None, id="another tie is judged by the head"),
        pytest.param("none", False, id="nobody without a tie"),
    ],
)
def test_recusal_is_a_proposal_of_the_house_and_no_rule_of_law(tie: str, replace: object) -> None:
    """法律和两版条例都没有回避的规定，只有本市拟定的规则 (RULES 47)."""
    for on in (OLD, NEW):
        answer = conduct("recusal", on, tie=tie)
        assert answer.result == "silent"
        assert found(answer, "RULES 47")[-1] is replace
        assert "没有行政复议人员回避的规定" in answer.says


@pytest.mark.parametrize(
    ("interested", "result"),
    [(True, "may"), (False, "barred"), (None, "unclear")],
)
def test_a_third_party_has_an_interest_in_the_act_or_in_the_result(
    interested: object, result: str
) -> None:
    """第三人可以申请参加，也可以由机构通知 (ARL 16)."""
    answer = conduct("third_party", interested=interested)
    assert (answer.result, found(answer, "ARL 16(1)")[0]) == (result, interested)


def test_the_law_goes_beyond_the_regulation_of_2007() -> None:
    """法律把利害关系扩及处理结果 (ARL 16; ARR2007 9); 共同作出的其他组织 (ARR2026 20)."""
    before, now = (conduct("third_party", on, interested=True) for on in (OLD, NEW))
    assert ("ARR2007 9" in cited(before), "ARR2007 9" in cited(now)) == (True, False)
    assert ("ARR2026 20(2)" in cited(before), "ARR2026 20(2)" in cited(now)) == (False, True)


def test_a_third_party_that_stays_away_stops_nothing() -> None:
    """第三人不参加，不影响审理 (ARL 16)."""
    assert "ARL 16(2)" in cited(conduct("third_party", interested=True, absent=True))
    assert "ARL 16(2)" not in cited(conduct("third_party", interested=True, absent=False))


@pytest.mark.parametrize(
    ("third_parties", "elected", "met"),
    [
        pytest.param(10, None, None, id="ten elect nobody"),
        pytest.param(11, 2, True, id="eleven may elect two"),
        pytest.param(11, 6, False, id="but not six"),
    ],
)
def test_more_than_ten_third_parties_may_elect_representatives(
    third_parties: int, elected: int | None, met: object
) -> None:
    """第三人超过10人的，可以推选代表人 (ARR2026 17)."""
    facts = {"third_parties": third_parties, "elected": elected}
    assert found(conduct("third_party", NEW, **facts), "ARR2026 17(3)") == [met]
    assert "没有第三人推选代表人" in says(conduct("third_party", OLD, **facts))


@pytest.mark.parametrize(
    ("on", "facts", "result"),
    [
        pytest.param(
            *(NEW, {"applicants": 11, "elected": 2, "signed_by_all": True}, "must"),
            id="two for eleven by a paper that all signed",
        ),
        pytest.param(
            *(NEW, {"applicants": 11, "elected": 2, "signed_by_all": False}, "barred"),
            id="not by a paper that some did not sign",
        ),
        pytest.param(
            *(OLD, {"applicants": 6, "elected": 1, "signed_by_all": False}, "must"),
            id="no paper is asked for until June 2026",
        ),
        pytest.param(NEW, {"applicants": 10}, "may", id="ten need nobody since July"),
        pytest.param(OLD, {"applicants": 6}, "must", id="six elect until June 2026"),
        pytest.param(NEW, {}, "unclear", id="without a number nothing can be said"),
    ],
)
def test_representatives_are_elected_by_all(on: str, facts: dict[str, object], result: str) -> None:
    """推选书由全体申请人签名 (ARR2026 17; ARR2007 8)."""
    assert conduct("representatives", on, **facts).result == result


@pytest.mark.parametrize(
    ("representing", "consent", "result"),
    [
        pytest.param("withdraws", True, "may", id="withdraws with leave of those represented"),
        pytest.param("withdraws", False, "barred", id="not without it"),
        pytest.param("admits", None, "unclear", id="admits, and nobody knows of a leave"),
        pytest.param("other", None, "may", id="everything else binds them at once"),
    ],
)
def test_what_a_representative_cannot_do_alone(
    representing: str, consent: object, result: str
) -> None:
    """变更、撤回、承认须经被代表的申请人同意 (ARL 15)."""
    answer = conduct("representatives", representing=representing, consent=consent)
    assert (answer.result, "ARL 15(2)" in cited(answer)) == (result, True)


def test_an_agent_brings_a_paper_that_names_matter_powers_and_term() -> None:
    """授权委托书和身份证明 (ARL 17)."""
    facts = {"agents": 2, "paper": True}
    assert conduct("agents", identity=True, **facts).result == "may"
    assert conduct("agents", identity=False, **facts).result == "barred"
    assert conduct("agents", agents=3).result == "barred"


def test_authority_may_no_longer_be_given_orally() -> None:
    """口头委托的规定已经取消 (ARR2007 10; ARL 17)."""
    before, now = (conduct("agents", on, agents=1, oral=True) for on in (OLD, NEW))
    assert (before.result, "ARR2007 10" in cited(before)) == ("may", True)
    assert (now.result, found(now, "ARL 17(2)")[0]) == ("barred", False)


def test_the_respondent_sends_its_own_staff_and_not_a_lawyer_alone() -> None:
    """不得仅委托律师 (ARR2026 18); 2026年6月30日以前没有规定."""
    facts = {"side": "respondent", "staff": 0, "lawyers": 1}
    assert conduct("agents", NEW, **facts).result == "barred"
    assert conduct("agents", OLD, **facts).result == "silent"
    assert conduct("agents", NEW, side="respondent", staff=1, lawyers=1).result == "may"


def test_legal_aid_is_for_applicants_and_asked_for_where_the_body_or_the_dispute_is() -> None:
    """向机构所在地或者争议发生地的法律援助机构申请 (ARL 18; ARR2026 19)."""
    now, before = (conduct("legal_aid", on, eligible=True) for on in (NEW, OLD))
    assert (now.result, before.result) == ("must", "must")
    assert ("ARR2026 19" in cited(now), cited(before)) == (True, ["ARL 18"])
    assert conduct("legal_aid", eligible=False).result == "barred"
    assert conduct("legal_aid", eligible=True, side="third_party").result == "silent"
