"""管辖 (ARL 19, 24 to 28; ARR2026 20 to 22, 32, 33, 74, 75)."""

import pytest

from services.reconsideration.lawdesk.jurisdiction import QUESTION
from shared.lawdesk import Answer
from tests.lawdesk.reconsidering import ask, cited

CITY, GANZHOU = "620700-government", "620702-government"


def to(answer: Answer) -> list[str]:
    return [each["code"] for each in answer.values["authorities"]]


@pytest.mark.parametrize(
    ("respondent", "result", "authorities", "article"),
    [
        pytest.param(
            *("甘州区住房和城乡建设局", "one", [GANZHOU], "ARL 24(1)(1)"),
            id="a department's acts are reviewed by the government of its level alone",
        ),
        pytest.param(
            *("张掖市自然资源局", "one", [CITY], "ARL 24(1)(1)"),
            id="a city department's acts are reviewed by the city government",
        ),
        pytest.param(
            *("甘州区人民政府", "one", [CITY], "ARL 24(1)(2)"),
            id="a county government's acts are reviewed by the next higher government",
        ),
        pytest.param(
            *("张掖市人民政府", "one", ["620000-government"], "ARL 24(1)(2)"),
            id="a city government's acts are reviewed by the province",
        ),
        pytest.param(
            *("梁家墩镇人民政府", "one", [GANZHOU], "ARL 24(1)(2)"),
            id="a town government's acts are reviewed by the county government",
        ),
        pytest.param(
            *("东街街道办事处", "one", [GANZHOU], "ARL 24(1)(3)"),
            id="a street office's acts are reviewed by the government that set it up",
        ),
        pytest.param(
            *("甘肃省人民政府", "one", ["620000-government"], "ARL 24(2)"),
            id="the province reviews its own acts",
        ),
        pytest.param(
            *("620000-shuishou", "one", ["国家税务总局"], "ARL 27"),
            id="the province's tax organ stands under the State Taxation Administration",
        ),
        pytest.param(
            *("甘肃省司法厅", "choice", ["620000-government", "司法部"], "ARL 28"),
            id="of the province's judicial department the ministry may be chosen as well",
        ),
        pytest.param(
            *("620702-shuishou", "one", ["620700-shuishou"], "ARL 27"),
            id="a tax organ's acts are reviewed by the next higher tax organ",
        ),
        pytest.param(
            *("张掖市公安局甘州分局", "choice", [CITY, GANZHOU], "ARL 24(4)"),
            id="of a branch set up by division the applicant chooses between two governments",
        ),
        pytest.param(
            *("甘州区司法局", "choice", [GANZHOU, "620700-sifa"], "ARL 28"),
            id="of the reconsideration body the applicant chooses government or higher bureau",
        ),
    ],
)
def test_who_reviews_an_organ_of_the_city(
    respondent: str, result: str, authorities: list[str], article: str
) -> None:
    """对谁的行政行为不服，由谁管辖 (ARL 24, 27, 28)."""
    answer = ask(QUESTION, respondent=respondent)
    assert (answer.result, to(answer)) == (result, authorities)
    assert article in cited(answer)


@pytest.mark.parametrize(
    ("kind", "result", "count", "article"),
    [
        ("prefecture", "one", 1, "ARL 24(3)"),
        ("authorised", "one", 1, "ARL 24(1)(4)"),
        ("branch", "one", 1, "ARL 24(4)"),
        ("division", "choice", 2, "ARL 24(4)"),
        ("ministry", "one", 1, "ARL 25 item 1"),
        ("ministry_branch", "one", 1, "ARL 25 item 2"),
        ("ministry_authorised", "one", 1, "ARL 25 item 3"),
        ("vertical", "one", 1, "ARL 27"),
        ("security", "one", 1, "ARL 27"),
        ("judicial", "choice", 2, "ARL 28"),
        ("coast_guard", "one", 1, "ARR2026 75"),
        ("patent", "elsewhere", 0, "ARR2026 74"),
    ],
)
def test_a_kind_of_respondent_has_its_row(kind: str, result: str, count: int, article: str) -> None:
    """名录以外的机关按类别定管辖 (ARL 24 to 28; ARR2026 74, 75)."""
    answer = ask(QUESTION, kind=kind)
    assert (answer.result, len(to(answer))) == (result, count)
    assert cited(answer) == [article]


@pytest.mark.parametrize(
    ("kind", "result", "article"),
    [("coast_guard", "one", "ARL 27"), ("patent", "elsewhere", "PATENT 41(1)")],
)
def test_before_july_2026_no_regulation_spoke_of_coast_guards_and_patents(
    kind: str, result: str, article: str
) -> None:
    """2026年7月1日前没有第74条、第75条可以引用 (ARL 27; PATENT 41; ARR2026 77)."""
    answer = ask(QUESTION, kind=kind, on="2026-06-30")
    assert (answer.result, set(cited(answer))) == (result, {article})
    assert "ARR2026" in cited(ask(QUESTION, kind=kind, on="2026-07-01"))[0]


def test_after_a_ministrys_own_review_the_state_council_may_be_asked() -> None:
    """对原级复议不服，可以起诉，也可以申请国务院裁决 (ARL 26)."""
    assert any("最终裁决" in reason.text for reason in ask(QUESTION, kind="ministry").reasons)
    assert not any("最终裁决" in r.text for r in ask(QUESTION, kind="ministry_branch").reasons)


def test_an_authorised_internal_unit_goes_to_the_organ_that_set_it_up_since_july_2026() -> None:
    """授权的内设机构，向设立机关申请 (ARR2026 33)."""
    since = ask(QUESTION, kind="internal", on="2026-07-01")
    before = ask(QUESTION, kind="internal", on="2026-06-30")
    assert (to(since), cited(since)) == (["设立该内设机构的行政机关"], ["ARR2026 33"])
    assert cited(before) == ["ARL 24(1)(4)"]


def test_who_was_entrusted_is_not_the_respondent() -> None:
    """委托的行政机关是被申请人 (ARL 19)."""
    answer = ask(QUESTION, respondent="某物业公司", capacity="entrusted", behind="620702-chengguan")
    assert answer.values["respondents"] == ["620702-chengguan"]
    assert (to(answer), "ARL 19(3)" in cited(answer)) == ([GANZHOU], True)


@pytest.mark.parametrize(
    ("on", "article"), [("2026-06-30", "ARR2007 14"), ("2026-07-01", "ARR2026 21")]
)
def test_a_unit_without_authorisation_leaves_its_organ_the_respondent(
    on: str, article: str
) -> None:
    """未经授权以自己名义作出的，设立的行政机关是被申请人 (ARR2007 14, ARR2026 21)."""
    answer = ask(
        QUESTION, respondent="某派出所", capacity="unauthorised", behind="620700-gongan", on=on
    )
    assert (answer.result, to(answer)) == ("one", [CITY])
    assert article in cited(answer)


def test_the_successor_of_an_abolished_organ_answers() -> None:
    """作出机关被撤销的，继续行使职权的机关是被申请人 (ARL 19)."""
    answer = ask(
        QUESTION, respondent="原甘州区国土资源局", capacity="succeeded", behind="甘州区自然资源局"
    )
    assert (answer.values["respondents"], to(answer)) == (["620702-ziran"], [GANZHOU])


def test_without_the_successor_nothing_is_guessed() -> None:
    answer = ask(QUESTION, respondent="原甘州区国土资源局", capacity="succeeded")
    assert (answer.result, [each.field for each in answer.assumed]) == ("unknown", ["on", "behind"])


def test_the_approving_organ_was_the_respondent_until_the_regulation_of_2026() -> None:
    """经批准作出的，批准机关为被申请人，2026年7月1日起不再规定 (ARR2007 13)."""
    facts = {"respondent": "620702-ziran", "capacity": "approved", "behind": CITY}
    before, since = (ask(QUESTION, **facts, on=on) for on in ("2026-06-30", "2026-07-01"))
    assert (before.values["respondents"], to(before)) == ([CITY], ["620000-government"])
    assert (since.values["respondents"], to(since)) == (["620702-ziran"], [GANZHOU])


def test_an_act_with_a_body_that_is_no_organ_makes_that_body_a_third_party() -> None:
    """行政机关与其他组织共同作出的，其他组织可以作为第三人 (ARR2026 20)."""
    answer = ask(QUESTION, respondent="620702-jiaoyu", capacity="with_others", others=["某学会"])
    assert answer.values["third_parties"] == ["某学会"]
    assert to(answer) == [GANZHOU]


def test_a_joint_act_of_two_departments_of_one_government_goes_to_that_government() -> None:
    """共同作出的都是被申请人 (ARL 19, 24)."""
    answer = ask(
        QUESTION, respondent="620702-shijian", capacity="joint", others=["620702-chengguan"]
    )
    assert answer.values["respondents"] == ["620702-shijian", "620702-chengguan"]
    assert (answer.result, to(answer)) == ("one", [GANZHOU])


def test_a_joint_act_with_a_tax_organ_may_go_to_either_authority_since_july_2026() -> None:
    """税务机关与其他机关共同作出的，向其中一个有管辖权的机关申请 (ARR2026 32)."""
    facts = {"respondent": "620702-shuishou", "capacity": "joint", "others": ["620702-caizheng"]}
    since, before = (ask(QUESTION, **facts, on=on) for on in ("2026-07-01", "2026-06-30"))
    assert (since.result, to(since)) == ("any_jointly", ["620700-shuishou", GANZHOU])
    assert "ARR2026 32(2)" in cited(since)
    assert "ARR2026 32(2)" not in cited(before)


@pytest.mark.parametrize(
    ("kind", "others", "result", "article"),
    [
        pytest.param(
            *("ministry", ["ministry"], "any_jointly", "ARR2026 32(1)"),
            id="ministries: any one of them, and they decide together",
        ),
        pytest.param(
            *("ministry", [], "any_jointly", "ARR2026 32(1)"),
            id="whose kind is not told is of the same",
        ),
        pytest.param(
            *("vertical", ["department"], "any_jointly", "ARR2026 32(2)"),
            id="customs and a department: either authority",
        ),
        pytest.param(
            *("department", ["department"], "one", "ARL 24(1)(1)"),
            id="two departments of one government: that government",
        ),
    ],
)
def test_who_acted_together_is_answered_by_kind_too(
    kind: str, others: list[str], result: str, article: str
) -> None:
    """共同作出的，向其中任何一个申请，共同作出复议决定 (ARR2026 32)."""
    asked = {"kind": kind, "capacity": "joint", "other_kinds": others}
    answer = ask(QUESTION, **asked, on="2026-07-01")
    assert (answer.result, article in cited(answer)) == (result, True)


def test_joint_acts_of_ministries_had_that_rule_before() -> None:
    """2026年7月1日前同样可以向任何一个国务院部门申请 (ARR2007 23)."""
    answer = ask(QUESTION, kind="ministry", capacity="joint", on="2026-06-30")
    assert (answer.result, cited(answer)) == ("any_jointly", ["ARR2007 23"])


@pytest.mark.parametrize("asked", [{"kind": "province"}, {"respondent": "甘肃省人民政府"}])
def test_of_its_own_act_the_handling_department_answers_and_the_council_may_rule(
    asked: dict[str, str],
) -> None:
    """原承办部门答复，提请咨询，不服的起诉或者请国务院裁决 (ARL 24, 26, 52; ARR2026 42)."""
    told = "；".join(each.text for each in ask(QUESTION, **asked).reasons)
    assert all(words in told for words in ("原承办", "委员会", "国务院申请最终裁决"))


@pytest.mark.parametrize("nobody", ["甘州区人民法院", "620702-centre", "不存在的机关"])
def test_a_court_or_a_stranger_is_no_respondent(nobody: str) -> None:
    assert ask(QUESTION, respondent=nobody).result == "unknown"


def test_a_name_that_many_organs_bear_is_not_guessed() -> None:
    answer = ask(QUESTION, respondent="税务局", on="2026-09-01")
    assert (answer.result, [each.field for each in answer.assumed]) == ("unknown", ["kind"])


def test_the_provinces_own_act_goes_before_its_committee() -> None:
    """省级政府原级复议，应当提请行政复议委员会咨询 (ARL 24, 52)."""
    assert any("委员会" in each.text for each in ask(QUESTION, kind="province").reasons)


def test_without_a_respondent_the_question_says_what_it_needs() -> None:
    assert ask(QUESTION).result == "unknown"


def test_an_authorised_body_answers_for_itself_by_a_rule_of_its_own_since_july_2026() -> None:
    """法律、法规、规章授权的组织依授权作出的，该组织是被申请人 (ARL 19; ARR2026 22)."""
    asked = {"respondent": "620702-jiaoyu", "capacity": "authorised"}
    since, before = (ask(QUESTION, **asked, on=on) for on in ("2026-07-01", "2026-06-30"))
    assert ("ARR2026 22" in cited(since), "ARL 19(1)" in cited(since)) == (True, False)
    assert "ARL 19(1)" in cited(before)


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        pytest.param({"kind": "department", "on": "2026-06-30"}, True, id="a department before"),
        pytest.param({"kind": "department", "on": "2026-07-01"}, False, id="and since"),
        pytest.param({"kind": "government", "on": "2026-06-30"}, False, id="a government never"),
    ],
)
def test_the_old_choice_over_organs_led_from_the_province_is_told_as_overtaken(
    facts: dict[str, str],
    told: bool,  # noqa: FBT001 - what the test is about
) -> None:
    """省以下垂直领导部门的选择自2024年让位于法律，由本级人民政府管辖 (ARL 24; ARR2007 24)."""
    answer = ask(QUESTION, **facts)
    assert (answer.result, "ARR2007 24" in cited(answer)) == ("one", told)
