"""行政裁决的流程 (LAND_DISPUTES 13 to 31; GPL 51 to 58; COERCION 53, 54), on the real calendar."""

from typing import Any

import pytest

from services.adjudication.domain.powers import POWERS
from services.adjudication.lawdesk.adjudication import QUESTION
from shared.lawdesk import Answer
from tests.lawdesk.answers import last, terms
from tests.lawdesk.reconsidering import ask, cited

PROCURING = [
    ({"inquired_on": "2026-09-22"}, "答复询问", "2026-09-28", "an inquiry, past Mid-Autumn"),
    ({"inquired_on": "2025-09-25"}, "答复询问", "2025-09-29", "counting a Sunday that is worked"),
    (
        {"received_on": "2025-12-30"},
        *("告知不予受理或者另向有管辖权的部门提起（凭记忆）", "2026-01-05"),
        "who is turned away is told in three working days",
    ),
    ({"halted_on": "2026-08-27"}, "暂停采购活动最长至", "2026-09-28", "a halt of thirty days"),
    ({"copied_on": "2026-09-24"}, "答辩", "2026-10-09", "a statement in five working days"),
]


@pytest.mark.parametrize(
    ("facts", "term", "end"), [row[:3] for row in PROCURING], ids=[row[3] for row in PROCURING]
)
def test_the_short_periods_of_procurement(facts: dict[str, str], term: str, end: str) -> None:
    """询问、告知各三个工作日，说明五个，暂停三十日 (GPR 52; GPL 57)."""
    assert last(ask(QUESTION, matter="caigou", on="2026-09-22", **facts), term) == end


def test_when_harm_should_be_known_depends_on_what_is_queried() -> None:
    """文件、过程、结果的起算各不相同 (GPR 53)."""
    codes = cited(ask(QUESTION, matter="caigou", on="2026-09-22"))
    assert {"GPR 53 item 1", "GPR 53 item 2", "GPR 53 item 3"} <= set(codes)


@pytest.mark.parametrize(
    "matter",
    [
        pytest.param("caigou", id="some steps of order 94"),
        pytest.param("lindi", id="the forest measures of 1996"),
        pytest.param("zhuanli", id="order 81"),
        pytest.param("yaopin_zhuanli", id="the measures on drug patents"),
        pytest.param("minjian", id="the measures on civil disputes"),
    ],
)
def test_what_is_from_memory_is_told_as_such(matter: str) -> None:
    """没有核对原文的，答复中说明."""
    answer = ask(QUESTION, matter=matter, on="2026-09-22")
    assert answer.values["configured"] is True
    assert any(reason.text.startswith("待核对") for reason in answer.reasons)


@pytest.mark.parametrize(
    "matter",
    ["zhuanli_xukefei", "yaopin_zhuanli", "butu", "butu_baochou", "zhongyao_feiyong"],
)
def test_what_the_state_rules_upon_is_answered_not_here_but_there(matter: str) -> None:
    """国务院部门裁决的，本市的机关没有裁决权 (PATENT 62; LAYOUTS 31; CHINESE_MEDICINE 19)."""
    answer = ask(QUESTION, matter=matter, on="2026-09-22")
    assert (answer.result, answer.values["here"]) == ("state", False)
    assert "不在本市裁决" in answer.says
    assert "国务院" in answer.says


@pytest.mark.parametrize(
    ("matter", "result"),
    [
        pytest.param("zhuanli_kaifang", "mediate", id="an open licence is mediated there"),
        pytest.param("bohui", "act", id="a refusal is re-examined there"),
    ],
)
def test_what_the_state_does_not_rule_upon_is_still_not_of_this_city(
    matter: str, result: str
) -> None:
    """开放许可的调解、驳回申请的复审，都在国务院部门 (PATENT 52; ARR2026 74)."""
    answer = ask(QUESTION, matter=matter, on="2026-09-22")
    assert (answer.result, answer.values["here"]) == (result, False)


def test_what_is_ruled_upon_here_says_so() -> None:
    """本市机关的裁决权 (LAL 14)."""
    assert ask(QUESTION, matter="tudi", on="2026-09-22").values["here"] is True


def test_a_mediation_document_on_land_is_served_in_fifteen_days() -> None:
    """自生效之日起十五日，10月1日国庆顺延至8日 (LAND_DISPUTES 26)."""
    answer = ask(QUESTION, matter="tudi", on="2026-09-16", mediated_on="2026-09-16")
    assert last(answer, "送达调解书") == "2026-10-08"


@pytest.mark.parametrize(
    ("on", "article", "first"),
    [
        pytest.param("2026-06-02", "ARR2007 16", "ARL 23(1)(3)", id="by the edition of June 2026"),
        pytest.param("2026-07-02", "ARR2026 24", "ARR2026 30(1)", id="by that of July"),
    ],
)
def test_an_organ_that_has_not_ruled_in_time_may_be_brought_to_account(
    on: str, article: str, first: str
) -> None:
    """两个月至6月1日，此后复议六十日，复议前置，不得直接起诉 (ALL 47; ARL 20, 23; ARR2026 30)."""
    answer = ask(QUESTION, matter="lindi", received_on="2026-03-30", on=on, overdue=True)
    assert last(answer, "作出裁决") == "2026-06-01"
    assert last(answer, "对逾期未裁决申请行政复议") == "2026-07-31"
    assert not any("起诉" in each or "诉讼" in each for each in terms(answer))
    assert {article, first, "ARL 34"} <= set(cited(answer))


def test_a_name_not_ruled_on_in_three_months_is_brought_to_reconsideration_first() -> None:
    """受理后三个月至10月8日未裁决，先复议，不给直接起诉期限 (ENTERPRISE_NAME 21; ARR2026 30)."""
    answer = ask(QUESTION, matter="mingcheng", accepted_on="2026-07-02", overdue=True)
    assert last(answer, "作出裁决") == "2026-10-08"
    assert last(answer, "对逾期未裁决申请行政复议") == "2026-12-07"
    assert "对逾期未裁决提起诉讼" not in terms(answer)
    assert "ARR2026 30(1)" in cited(answer)


def test_silence_over_a_complaint_about_procurement_is_sued_over_by_its_own_law() -> None:
    """投诉逾期未作处理的，复议或者起诉；与复议前置的衔接存疑并写明 (GPL 58; ALI 66; ARL 23)."""
    answer = ask(QUESTION, matter="caigou", received_on="2026-06-01", overdue=True)
    assert last(answer, "作出裁决") == "2026-07-14"
    assert last(answer, "对逾期未裁决申请行政复议") == "2026-09-14"
    assert last(answer, "对逾期未裁决提起行政诉讼") == "2027-01-14"
    assert {"GPL 58", "ALI 66", "ARR2026 30(1)"} <= set(cited(answer))
    said = [reason for reason in answer.reasons if reason.met is False]
    assert not [reason.text for reason in said if "不得直接起诉" in reason.text]


def step(answer: Answer, name: str) -> dict[str, Any]:
    [found] = [each for each in answer.values["workflow"] if each["step"] == name]
    return dict(found)


def test_the_steps_of_a_land_case_stand_in_order_with_their_dates() -> None:
    """受理、副本、答辩、先行调解、意见、报送、处理决定、复议、起诉、催告、执行 (LAL 14)."""
    days = {"received_on": "2026-09-21", "accepted_on": "2026-10-08", "copied_on": "2026-10-12"}
    answer = ask(QUESTION, matter="tudi", **days)
    names = [each["step"] for each in answer.values["workflow"]]
    assert names == [
        *("告知裁决权利", "当事人申请", "决定是否受理", "发送申请书副本", "答辩"),
        *("先行调解，达成协议的制作调解书", "送达调解书", "必要时听证、现场勘验"),
        *("提出处理意见", "报送人民政府", "作出裁决", "送达裁决书并告知救济途径和期限"),
        *("申请行政复议", "提起行政诉讼", "催告后履行"),
        *("裁决机关申请人民法院强制执行", "权利人申请人民法院强制执行"),
    ]
    assert step(answer, "决定是否受理")["last_day"] == "2026-10-08"
    assert step(answer, "发送申请书副本")["last_day"] == "2026-10-14"
    assert step(answer, "答辩")["last_day"] == "2026-11-11"
    assert step(answer, "报送人民政府")["last_day"] is None


@pytest.mark.parametrize("matter", list(POWERS))
def test_every_matter_shows_its_steps_and_whose_rule_bounds_them(matter: str) -> None:
    """法律没有规定的步骤依枢纽办理规则 (RULES 41 to 43)."""
    answer = ask(QUESTION, matter=matter, on="2026-09-22")
    assert answer.table is not None
    power = POWERS[matter]  # type: ignore[index]  # a member's value is its key
    assert step(answer, "决定是否受理")["article"] == power.accept.article.code
    assert step(answer, "提起行政诉讼")["article"] == power.sue.article.code
    assert ("可以调解" in [each[0] for each in answer.table.rows]) is (
        power.mediation.value == "may"
    )


def test_nobody_s_matter_has_no_steps() -> None:
    """不裁决的事项没有裁决流程 (PLAN 24)."""
    answer = ask(QUESTION, matter="shuishi", on="2026-09-22")
    assert (answer.values["workflow"], answer.table) == ([], None)


def test_the_aftermath_of_a_ruling_is_told() -> None:
    """一并解决民事争议、催告、三个月、权利人六个月 (ALL 61; ALI 137, 140, 156, 158)."""
    codes = set(cited(ask(QUESTION, matter="mingcheng", on="2026-09-22")))
    told = {"ALL 61(1)", "ALI 137", "ALI 140(2)", "COERCION 54", "ALI 156", "ALI 158(1)"}
    assert told <= codes
    assert "ARL 20(1)" in codes


def test_the_organ_urges_in_time_to_apply() -> None:
    """三个月至8月6日，催告十个工作日后还要来得及申请 (COERCION 53, 54)."""
    answer = ask(QUESTION, matter="tudi", served_on="2025-03-06", title_held=False)
    # 7月22日送达催告书，23日起十个工作日至8月5日，8月6日还可以申请
    assert answer.values["urge_by"] == "2025-07-22"
    assert ask(QUESTION, matter="tudi", on="2025-03-06").values["urge_by"] is None


@pytest.mark.parametrize(
    ("exploration", "ranks", "article"),
    [
        pytest.param(True, ["province"], "MINERALS1994 23", id="exploration: the province"),
        pytest.param(False, ["county"], "MINERALS1994 36", id="mining: the government"),
        pytest.param(None, ["county", "province"], "MINERALS1994 36", id="not told: either"),
    ],
)
def test_before_july_2025_it_is_told_who_rules_between_holders_of_mineral_rights(
    exploration: bool | None,  # noqa: FBT001 - what the test is about
    ranks: list[str],
    article: str,
) -> None:
    """探矿权人之间由省级部门裁决，采矿权人之间由县级以上人民政府处理 (MINERALS1994 23, 36)."""
    facts = {} if exploration is None else {"exploration": exploration}
    answer = ask(QUESTION, matter="kuangqu", on="2025-05-12", **facts)
    assert answer.values["ranks"] == ranks
    assert article in cited(answer)
    assert ("exploration" in {each.field for each in answer.assumed}) is (exploration is None)


def test_who_does_not_answer_in_a_land_case_does_not_hold_it_up() -> None:
    """三十日内不答辩的，不影响处理 (LAND_DISPUTES 13)."""
    answer = ask(QUESTION, matter="tudi", copied_on="2026-10-12")
    assert last(answer, "答辩") == "2026-11-11"
    assert "逾期不答辩的，不影响案件的处理" in {reason.text for reason in answer.reasons}
