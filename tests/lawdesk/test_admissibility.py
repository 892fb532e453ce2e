"""受理条件 (ARL 11, 12, 29 to 33, 74; ARR2026 9 to 16, 29, 35 to 38), on the real calendar."""

import pytest

from services.reconsideration.lawdesk.admissibility import QUESTION
from shared.lawdesk import Answer
from tests.lawdesk.reconsidering import ask, cited

BEFORE, SINCE = "2026-06-30", "2026-07-01"
GOOD = {
    "act": "penalty",
    "served": "direct",
    "interest": "addressee",
    "request_clear": True,
    "respondent": "620702-shijian",
    "authority": "620702-government",
}
"""An application in order, against the district's market supervision, at the district."""


def filed(on: str = "2026-09-21", **facts: object) -> Answer:
    """As `GOOD`, about an act of three weeks before, received on that day."""
    served_on = "2026-06-08" if on < "2026-08-01" else "2026-08-31"
    return ask(QUESTION, **{**GOOD, "served_on": served_on, "filed_on": on, **facts})


def last_day(answer: Answer, term: str) -> str:
    return next(p.reckoning.last_day.isoformat() for p in answer.proofs if p.term == term)


def unmet(answer: Answer) -> list[str]:
    return [name for name, met in answer.values["conditions"].items() if met is False]


def test_an_application_that_meets_all_seven_conditions_must_be_accepted() -> None:
    """符合七项条件的，应当受理 (ARL 30)."""
    answer = filed()
    assert (answer.result, list(answer.values["conditions"].values())) == ("accept", [True] * 7)


@pytest.mark.parametrize(
    ("on", "last"),
    [
        pytest.param("2024-02-05", "2024-02-18", id="over the Spring Festival to a Sunday worked"),
        pytest.param("2024-04-02", "2024-04-10", id="past Qingming 2024, a Sunday worked"),
        pytest.param("2024-04-26", "2024-05-07", id="past Labour Day 2024, a Sunday worked"),
        pytest.param("2024-09-12", "2024-09-20", id="past Mid-Autumn 2024, a Saturday worked"),
        pytest.param("2025-01-24", "2025-02-07", id="past the Spring Festival, another one"),
        pytest.param("2025-05-28", "2025-06-05", id="past Dragon Boat 2025"),
        pytest.param("2025-09-26", "2025-10-10", id="past National Day 2025"),
        pytest.param("2025-12-31", "2026-01-08", id="past New Year 2026, a Sunday worked"),
        pytest.param("2026-02-12", "2026-02-26", id="past the Spring Festival 2026"),
        pytest.param("2026-09-21", "2026-09-29", id="past Mid-Autumn 2026"),
        pytest.param("2026-09-23", "2026-10-08", id="past Mid-Autumn and National Day 2026"),
    ],
)
def test_the_authority_has_five_working_days_and_silence_is_acceptance(on: str, last: str) -> None:
    """五个工作日内审查，届满未作不予受理决定的，视为受理 (ARL 30, 88)."""
    answer = ask(QUESTION, **GOOD, served_on=on, filed_on=on)
    assert last_day(answer, "审查期限") == last
    assert answer.values["deemed_accepted_on"] == last


def test_a_late_application_is_declined() -> None:
    """逾期提出的，不予受理 (ARL 30)."""
    answer = filed(served_on="2026-06-01")
    assert (answer.result, unmet(answer)) == ("decline", ["time"])
    assert {"ARL 30(1)(4)", "ARL 30(2)"} <= set(cited(answer))


@pytest.mark.parametrize(
    "missing",
    [
        pytest.param(({"interest": "none"}, "interest"), id="no interest"),
        pytest.param(({"interest": "public_complainant"}, "interest"), id="a stranger's complaint"),
        pytest.param(({"request_clear": False}, "request"), id="no request"),
        pytest.param(({"earlier": "on_hand"}, "untried"), id="under review already"),
        pytest.param(({"outside": "state"}, "scope"), id="an act of state"),
    ],
)
def test_one_condition_that_is_missing_is_enough_to_decline(
    missing: tuple[dict[str, object], str],
) -> None:
    """不符合任何一项条件的，不予受理 (ARL 30)."""
    facts, condition = missing
    answer = filed(**facts)
    assert (answer.result, unmet(answer)) == ("decline", [condition])


def test_who_is_not_competent_names_the_competent_authority() -> None:
    """不属于本机关管辖的，告知有管辖权的机关 (ARL 30)."""
    answer = filed(authority="张掖市人民政府")
    assert (answer.result, unmet(answer)) == ("decline_elsewhere", ["jurisdiction"])
    assert "甘州区人民政府" in answer.says


def test_of_a_branch_both_governments_are_competent() -> None:
    """按行政区划设立的派出机构，两个政府都有管辖权 (ARL 24)."""
    for authority in ("620700-government", "620702-government"):
        assert filed(respondent="620702-gongan", authority=authority).result == "accept"


@pytest.mark.parametrize("item", range(1, 16))
def test_each_of_the_fifteen_heads_is_in_scope(item: int) -> None:
    """行政复议范围十五项 (ARL 11)."""
    acts = (
        *("penalty", "compulsion", "licence", "resource_title", "expropriation"),
        *("compensation", "work_injury", "autonomy", "competition", "burden"),
        *("inaction", "benefit", "agreement", "disclosure", "other"),
    )
    answer = filed(act=acts[item - 1], omission=False)
    assert (answer.result, f"ARL 11 item {item}" in cited(answer)) == ("accept", True)


@pytest.mark.parametrize(
    ("outside", "item"), [("state", 1), ("norms", 2), ("personnel", 3), ("mediation", 4)]
)
def test_four_matters_are_out_of_scope_by_the_law(outside: str, item: int) -> None:
    """不属于行政复议范围 (ARL 12)."""
    for on in (BEFORE, SINCE):
        answer = filed(on, outside=outside)
        assert (answer.result, f"ARL 12 item {item}" in cited(answer)) == ("decline", True)


@pytest.mark.parametrize(
    ("outside", "article"),
    [
        ("criminal", "ARR2026 36 item 1"),
        ("guidance", "ARR2026 36 item 2"),
        ("preparatory", "ARR2026 36 item 3"),
        ("oversight", "ARR2026 36 item 4"),
        ("petition", "ARR2026 36 item 5"),
        ("patent", "ARR2026 74"),
    ],
)
def test_the_regulation_of_2026_lists_more_that_is_not_accepted(outside: str, article: str) -> None:
    """2026年7月1日起不予受理的事项 (ARR2026 36, 74)."""
    since, before = filed(SINCE, outside=outside), filed(BEFORE, outside=outside)
    assert (since.result, article in cited(since)) == ("decline", True)
    assert (before.result, article in cited(before)) == ("unclear", False)


@pytest.mark.parametrize(
    ("named", "item"), [("dishonesty", 1), ("expulsion", 2), ("degree", 3), ("recruitment", 4)]
)
def test_the_regulation_of_2026_names_acts_under_the_last_head(named: str, item: int) -> None:
    """其他行政行为包括的情形 (ARR2026 9)."""
    since, before = filed(SINCE, act="other", named=named), filed(BEFORE, act="other", named=named)
    assert (since.result, f"ARR2026 9 item {item}" in cited(since)) == ("accept", True)
    assert before.result == "unclear"


@pytest.mark.parametrize(
    ("agreement", "item"), [("franchise", 1), ("housing", 3), ("medical", 4), ("other", 5)]
)
def test_kinds_of_administrative_agreement(agreement: str, item: int) -> None:
    """行政协议 (ARR2026 10)."""
    answer = filed(act="agreement", agreement=agreement)
    assert (answer.result, f"ARR2026 10 item {item}" in cited(answer)) == ("accept", True)


@pytest.mark.parametrize(
    ("interest", "since", "before"),
    [
        ("neighbour", "ARR2026 35 item 1", "ALI 12 item 1"),
        ("competitor", "ARR2026 35 item 2", "ALI 12 item 1"),
        ("reversal", "ARR2026 35 item 3", "ALI 12 item 4"),
        ("complainant", "ARR2026 35 item 4", "ALI 12 item 5"),
    ],
)
def test_who_has_an_interest_without_being_addressed(
    interest: str, since: str, before: str
) -> None:
    """有利害关系的情形 (ARR2026 35; ALI 12)."""
    new, old = filed(SINCE, interest=interest), filed(BEFORE, interest=interest)
    assert (new.result, since in cited(new)) == ("accept", True)
    assert (old.result, before in cited(old)) == ("accept", True)


@pytest.mark.parametrize(
    ("facts", "result"),
    [
        pytest.param(
            {"applicant": "members", "applying": 50, "total": 100},
            "accept",
            id="half of the members may act in the collective's name",
        ),
        pytest.param(
            {"applicant": "members", "applying": 49, "total": 100},
            "decline",
            id="fewer than half may not",
        ),
        pytest.param(
            {"applicant": "owners", "applying": 50, "total": 100, "area_percent": 50},
            "decline",
            id="half of the owners is not more than half",
        ),
        pytest.param(
            {"applicant": "owners", "applying": 40, "total": 100, "area_percent": 50.5},
            "accept",
            id="more than half of the area will do for owners",
        ),
        pytest.param(
            {"applicant": "owners", "applying": 51, "total": 100, "area_percent": 30},
            "accept",
            id="so will more than half of the households",
        ),
        pytest.param({"applicant": "owners"}, "unclear", id="without numbers it stays open"),
        pytest.param(
            {"applicant": "owners", "applying": 40, "total": 100},
            "unclear",
            id="too few households may still own more than half of the area",
        ),
        pytest.param(
            {"applicant": "owners", "area_percent": 40},
            "unclear",
            id="too little area may still be more than half of the households",
        ),
    ],
)
def test_how_many_must_join_to_apply_for_all(facts: dict[str, object], result: str) -> None:
    """半数以上的成员、过半数的业主 (ARR2026 15, 16)."""
    assert filed(**facts).result == result


@pytest.mark.parametrize(
    ("facts", "asked"),
    [
        ({"applying": 40, "total": 100}, {"area_percent"}),
        ({"area_percent": 40}, {"applying", "total"}),
        ({"applying": 60, "total": 100}, set()),
        ({"applying": 40, "total": 100, "area_percent": 40}, set()),
    ],
)
def test_owners_are_asked_for_the_share_that_is_untold(
    facts: dict[str, object], asked: set[str]
) -> None:
    """面积或者户数其一过半数即可，未说明的一项须查明 (ARR2026 16(2))."""
    fields = {each.field for each in filed(applicant="owners", **facts).assumed}
    assert fields & {"applying", "total", "area_percent"} == asked


@pytest.mark.parametrize(
    ("applicant", "since", "before"),
    [
        ("relative", "ARL 14(2)", "ARL 14(2)"),
        ("successor", "ARL 14(2)", "ARL 14(2)"),
        ("guarded", "ARL 14(3)", "ARL 14(3)"),
        ("self_employed", "ARR2026 12(1)", "ARL 14(1)"),
        ("household", "ARR2026 12(2)", "ARL 14(1)"),
        ("partnership", "ARR2026 13(1)", "ARR2007 6(1)"),
        ("unincorporated", "ARR2026 13(2)", "ARR2007 6(2)"),
        ("board", "ARR2026 14", "ARR2007 7"),
        ("collective", "ARR2026 15(1)", "ARL 14(1)"),
        ("owners_committee", "ARR2026 16(1)", "ARL 14(1)"),
    ],
)
def test_in_whose_name_an_application_is_made(applicant: str, since: str, before: str) -> None:
    """申请人 (ARL 14; ARR2026 12 to 16; ARR2007 6, 7)."""
    assert since in cited(filed(SINCE, applicant=applicant))
    assert before in cited(filed(BEFORE, applicant=applicant))


@pytest.mark.parametrize(
    ("facts", "result", "article"),
    [
        pytest.param({"earlier": "declined"}, "accept", "ARL 30(1)(7)", id="declined before"),
        pytest.param({"earlier": "abandoned"}, "accept", "ARL 30(1)(7)", id="given up before"),
        pytest.param({"earlier": "taken_back"}, "accept", "ARL 30(1)(7)", id="never accepted"),
        pytest.param({"earlier": "withdrawn"}, "decline", "ARL 30(1)(7)", id="withdrawn later"),
        pytest.param({"earlier": "settled"}, "decline", "ARL 74(2)", id="settled"),
        pytest.param(
            {"earlier": "settled", "against_will": True},
            "accept",
            "ARL 74(2)",
            id="settled against one's true will",
        ),
        pytest.param({"earlier": "suit"}, "decline", "ARL 29(2)", id="a court has it"),
        pytest.param({"earlier": "suit_refused"}, "accept", "ARL 30(1)(7)", id="no court took it"),
        pytest.param(
            {"earlier": "suit_dismissed", "compulsory": True},
            "accept",
            "ARR2026 26",
            id="a court dismissed it because reconsideration comes first",
        ),
        pytest.param(
            {"earlier": "suit_dismissed"}, "unclear", "ARL 30(1)(7)", id="dismissed otherwise"
        ),
        pytest.param({"earlier": "same_day"}, "accept", "ALI 57", id="chosen on the same day"),
        pytest.param(
            {"earlier": "same_day", "chosen": False}, "decline", "ALI 57", id="suit chosen"
        ),
        pytest.param(
            {"earlier": "decided", "new_facts": True}, "decline", "ARL 30(1)(7)", id="decided"
        ),
        pytest.param(
            {"earlier": "decided"}, "not_again", "ARR2026 37(2)", id="decided, nothing new"
        ),
        pytest.param(
            {"earlier": "judged"}, "decline", "ARL 30(1)(7)", id="sued over, never reconsidered"
        ),
        pytest.param(
            {"earlier": "judged", "accepted": True},
            "dismiss",
            "ARR2026 37(1)(3)",
            id="confirmed by a court, and accepted",
        ),
    ],
)
def test_what_went_before_may_bar_an_application(
    facts: dict[str, object], result: str, article: str
) -> None:
    """受理过的不再受理 (ARL 29, 30, 74; ARR2026 26, 37; ALI 57)."""
    answer = filed(**facts)
    assert (answer.result, article in cited(answer)) == (result, True)


def test_a_suit_that_was_judged_is_declined_by_a_decision_and_not_merely_noted() -> None:
    """曾经起诉、从未申请复议的，决定不予受理并说明理由，不是不再处理 (ARL 30(1)(7), 30(2))."""
    answer = filed(earlier="judged")
    assert "ARL 30(2)" in cited(answer)
    assert "ARR2026 37(2)" not in cited(answer)


@pytest.mark.parametrize(("facts", "asked"), [({}, True), ({"new_facts": False}, False)])
def test_whether_there_is_anything_new_is_asked_of_who_comes_again(
    facts: dict[str, object],
    asked: bool,  # noqa: FBT001 - what the test is about
) -> None:
    """再次申请的，新的事实和理由未说明的列为未说明 (ARR2026 37)."""
    answer = filed(earlier="decided", **facts)
    assert ("new_facts" in [each.field for each in answer.assumed]) is asked


def test_before_july_2026_a_withdrawal_barred_the_same_facts_by_the_old_regulation() -> None:
    """撤回后不得以同一事实和理由再申请 (ARR2007 38)."""
    answer = filed(BEFORE, earlier="withdrawn")
    assert (answer.result, "ARR2007 38(2)" in cited(answer)) == ("decline", True)
    assert filed(BEFORE, earlier="withdrawn", against_will=True).result == "accept"


def test_since_july_2026_a_withdrawal_without_settlement_bars_only_as_an_application_accepted() -> (
    None
):
    """和解以外的撤回不再单独禁止再申请，受理过的仍不符合受理条件 (ARL 30, 74; ARR2007 38)."""
    barred = {
        earlier: [r.text for r in filed(earlier=earlier).reasons if r.met is False]
        for earlier in ("withdrawn", "settled")
    }
    assert barred["settled"] == ["撤回后不得以同一事实和理由再申请"]
    assert barred["withdrawn"] == [
        "和解以外的撤回不再另行禁止再申请，但是撤回的申请已经受理过，同一行为不再受理"
    ]


def test_before_july_2026_the_old_conditions_are_told_as_overtaken() -> None:
    """2007年条例的受理条件自2024年让位于法律 (ARL 30; ARR2007 28)."""
    assert "ARR2007 28" in cited(filed(BEFORE))
    assert "ARR2007 28" not in cited(filed())


def test_before_july_2026_the_same_matter_again_was_declined() -> None:
    """不再处理，2026年7月1日起 (ARR2026 37)."""
    assert filed(BEFORE, earlier="decided").result == "decline"


@pytest.mark.parametrize(("on", "article"), [(BEFORE, "ARR2007 22"), (SINCE, "ARR2026 29")])
def test_who_names_a_wrong_respondent_is_told_to_change_it(on: str, article: str) -> None:
    """错列被申请人的，告知变更 (ARR2007 22; ARR2026 29)."""
    wrong = {"respondent": "某派出所", "capacity": "unauthorised", "behind": "620700-gongan"}
    answer = filed(on, **wrong, authority="620700-government")
    assert (answer.result, article in cited(answer)) == ("change_respondent", True)
    assert answer.values["respondents"] == ["620700-gongan"]


def test_who_refuses_to_change_the_respondent_is_declined() -> None:
    """不同意变更的，不予受理 (ARR2026 29)."""
    wrong = {"respondent": "某公司", "capacity": "entrusted", "behind": "620702-chengguan"}
    answer = filed(**wrong, refuses_change=True)
    assert (answer.result, "ARR2026 29" in cited(answer)) == ("decline", True)


def test_what_cannot_be_judged_is_to_be_supplemented_on_one_notice_in_five_days() -> None:
    """材料不足以判断的，五日内一次性书面通知补正 (ARL 31)."""
    answer = filed(complete=False)
    assert (answer.result, "ARL 31(1)" in cited(answer)) == ("supplement", True)
    assert last_day(answer, "审查期限") == "2026-09-29"


def test_nobody_is_asked_to_supplement_twice() -> None:
    """补正通知应当一次性载明；收到补正后依照第三十条处理 (ARL 31)."""
    answer = filed(complete=False, notice_received_on="2026-09-28", supplemented_on="2026-10-08")
    assert (answer.result, "ARL 31(3)" in cited(answer)) == ("unclear", True)


@pytest.mark.parametrize(
    ("today", "result"), [("2026-10-15", "supplement"), ("2026-10-16", "abandoned")]
)
def test_who_does_not_supplement_in_ten_working_days_has_abandoned_the_application(
    today: str, result: str
) -> None:
    """无正当理由逾期不补正的，视为放弃行政复议申请，并记录在案 (ARL 31)."""
    answer = filed(complete=False, notice_received_on="2026-09-24", today=today)
    assert (answer.result, "ARL 31(2)" in cited(answer)) == (result, True)


def test_the_applicant_has_ten_working_days_and_then_the_review_runs_anew() -> None:
    """十日内补正，收到后依照第三十条处理 (ARL 31)."""
    noticed = filed(complete=False, notice_received_on="2026-09-24")
    assert last_day(noticed, "补正期限") == "2026-10-15"
    assert noticed.values["deemed_accepted_on"] is None
    again = filed(notice_received_on="2026-09-24", supplemented_on="2026-10-09")
    assert last_day(again, "补正后的审查期限") == "2026-10-15"
    assert again.values["deemed_accepted_on"] == "2026-10-15"


def test_after_acceptance_a_missing_condition_means_dismissal() -> None:
    """受理后发现不符合条件的，驳回申请 (ARL 33)."""
    answer = filed(accepted=True, interest="none")
    assert (answer.result, "ARL 33" in cited(answer)) == ("dismiss", True)
    assert answer.values["deemed_accepted_on"] is None


@pytest.mark.parametrize(
    ("ground", "item"), [("groundless", 1), ("beyond_powers", 2), ("confirmed", 3)]
)
def test_three_grounds_to_dismiss_came_with_the_regulation_of_2026(ground: str, item: int) -> None:
    """受理后应当驳回申请的情形 (ARR2026 37)."""
    since, before = (
        filed(on, accepted=True, groundless=ground, found_on=on) for on in (SINCE, BEFORE)
    )
    assert (since.result, f"ARR2026 37(1)({item})" in cited(since)) == ("dismiss", True)
    assert before.result == "go_on"


def test_the_organ_that_punished_has_five_days_to_forward_or_to_correct_itself() -> None:
    """五日内转送；自行纠正的五个工作日 (ARL 32; ARR2026 38)."""
    answer = filed("2026-10-09", handed_in_on="2026-09-24")
    assert last_day(answer, "转送期限") == "2026-10-09"
    assert last_day(answer, "自行纠正期限") == "2026-10-09"
    assert last_day(answer, "审查期限") == "2026-10-15"


def test_an_omission_is_not_complained_of_before_the_time_to_perform_is_over() -> None:
    """履行期限未满的，还没有不履行职责的行为 (ARR2026 24)."""
    facts = {"act": "inaction", "served": None, "served_on": None, "requested_on": "2026-08-31"}
    assert unmet(filed(**facts)) == ["request"]


@pytest.mark.parametrize(
    ("facts", "may", "article"),
    [
        ({"document": "ministry"}, True, "ARL 13(1)(1)"),
        ({"document": "local"}, True, "ARL 13(1)(2)"),
        ({"document": "town"}, True, "ARL 13(1)(3)"),
        ({"document": "authorised"}, True, "ARL 13(1)(4)"),
        ({"document": "rule"}, False, "ARL 13(2)"),
        ({"document": "local", "document_later": True}, True, "ARR2026 53(1)"),
        ({"document": "local", "document_later": True, "decided": True}, False, "ARR2026 53(1)"),
    ],
)
def test_documents_but_no_rules_may_be_attacked_together_with_the_act(
    *, facts: dict[str, object], may: bool, article: str
) -> None:
    """规范性文件可以一并申请附带审查，不含规章 (ARL 13; ARR2026 53)."""
    found = {each.article.code: each.met for each in filed(**facts).reasons if each.article}
    assert found[article] is may


def test_once_accepted_the_applicant_may_not_sue_meanwhile() -> None:
    """受理后在行政复议期间不得起诉 (ARL 29)."""
    assert "ARL 29(1)" in cited(filed())
    assert "ARL 29(1)" not in cited(filed(interest="none"))


def test_who_is_declined_may_turn_to_the_superior() -> None:
    """无正当理由不予受理的，可以向上级行政机关反映 (ARL 35)."""
    assert "ARL 35" in cited(filed(interest="none"))
    assert "ARL 35" not in cited(filed())


def test_two_acts_ask_for_two_applications() -> None:
    """对两个以上行政行为不服的，分别申请 (ARL 22)."""
    assert "ARL 22(4)" in cited(filed(several_acts=True))
    assert "ARL 22(4)" not in cited(filed())


def test_while_the_period_stands_still_nobody_is_late() -> None:
    """障碍未消除的，期限停止计算 (ARL 20)."""
    answer = filed(obstacle_from="2026-09-10")
    assert (answer.result, answer.values["conditions"]["time"]) == ("accept", True)
    assert not any("9999" in each.text for each in answer.reasons)


def test_an_act_of_june_that_is_contested_in_july_is_flagged() -> None:
    """跨越新旧规定的予以提示 (ARR2026 77)."""
    assert "ARR2026 77" in cited(filed(SINCE))
    assert "ARR2026 77" not in cited(filed("2026-09-21"))


def test_what_was_not_told_is_presumed_and_named() -> None:
    """未说明的事实，按符合处理并列明."""
    answer = ask(QUESTION, learnt_on="2026-09-01", filed_on="2026-09-21")
    assert answer.result == "accept"
    fields = {each.field for each in answer.assumed}
    assert {"interest", "request_clear", "act", "respondent", "authority", "earlier"} <= fields
