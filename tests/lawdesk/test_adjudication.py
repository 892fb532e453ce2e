"""行政裁决 (PLAN 24 and each matter's own statute), on the real calendar."""

from itertools import pairwise

import pytest
from pydantic import ValidationError

from services.adjudication.domain.matters import CATALOGUE, names
from services.adjudication.domain.powers import POWERS
from services.adjudication.lawdesk import QUESTIONS
from services.adjudication.lawdesk.adjudication import QUESTION
from shared.errors import Malformed
from shared.lawdesk import Answer
from tests.lawdesk.reconsidering import ask, cited


def last(answer: Answer, term: str) -> str:
    """Last day of the proof of that term."""
    [proof] = [each for each in answer.proofs if each.term == term]
    return proof.reckoning.last_day.isoformat()


def terms(answer: Answer) -> set[str]:
    return {each.term for each in answer.proofs}


WAYS = [
    ("tudi", "2026-09-21", "adjudicate", "LAL 14", "land is decided by the government"),
    ("lindi", "2026-09-21", "adjudicate", "FOREST 22", "forest land is decided by the government"),
    ("caoyuan", "2026-09-21", "adjudicate", "GRASS 16", "grassland is decided by the government"),
    ("kuangqu", "2026-06-15", "adjudicate", "MINERALS 65", "mining areas since 15 June 2026"),
    ("kuangqu", "2026-06-14", "doubtful", "MINERALS 79", "mining areas the day before: doubtful"),
    ("kuangqu", "2025-07-01", "doubtful", "MINERALS1994 36", "doubtful since the new mining law"),
    ("kuangqu", "2025-06-30", "adjudicate", "MINERALS1994 36", "mining areas by the old rules"),
    ("mingcheng", "2026-09-21", "adjudicate", "ENTERPRISE_NAME 21", "a firm's name: registrar"),
    ("caigou", "2026-09-21", "adjudicate", "GPL 55", "procurement: the finance department"),
    ("zhuanli", "2026-09-21", "adjudicate", "PATENT 65", "a patent's infringement"),
    ("xinpinzhong", "2025-05-31", "adjudicate", "VARIETIES2014 39(2)", "varieties, old edition"),
    ("xinpinzhong", "2025-06-01", "adjudicate", "VARIETIES 41(2)", "varieties, new edition"),
    ("shuishi", "2026-09-21", "mediate", "WATER 57", "water between persons is only mediated"),
    ("shuishi_quyu", "2026-09-21", "between", "WATER 56", "water between regions binds them"),
    (
        "zhuanli_xukefei",
        "2026-09-21",
        "state",
        "PATENT 62",
        "a compulsory licence's fee: the State",
    ),
    ("zhuanli_kaifang", "2026-09-21", "mediate", "PATENT 52", "an open licence is only mediated"),
    ("zhuanli_guishu", "2026-09-21", "mediate", "PATENT_RULES 102", "who owns a patent: mediated"),
    ("yaopin_zhuanli", "2026-09-21", "state", "PATENT 76(2)", "a drug's patent: the State"),
    ("butu", "2026-09-21", "state", "LAYOUTS 31", "a layout-design's infringement: the State"),
    ("butu_baochou", "2026-09-21", "state", "LAYOUTS 28", "a layout-design's fee: the State"),
    ("zhongyao_feiyong", "2026-09-21", "state", "CHINESE_MEDICINE 19", "Chinese medicine's fee"),
    ("xinpinzhong_feiyong", "2025-05-31", "state", "VARIETIES2014 11", "a variety's fee, old"),
    ("xinpinzhong_feiyong", "2025-06-01", "state", "VARIETIES 13", "a variety's fee, new"),
    ("shangbiao", "2026-12-31", "penalty", "TRADEMARK2019 60", "a trademark until the end of 2026"),
    ("shangbiao", "2027-01-01", "penalty", "TRADEMARK 74", "a trademark since 2027"),
    ("zhengshou", "2026-09-21", "act", "HOUSE_EXPROPRIATION 26", "expropriation is an act"),
    ("bohui", "2026-09-21", "act", "ARR2026 74", "a mark refused is re-examined"),
    ("laodong", "2026-09-21", "arbitrate", "LDMA 5", "labour is arbitrated"),
    ("chengbao", "2026-09-21", "arbitrate", "RLCD 4", "contracted land is arbitrated"),
    ("minjian", "2026-09-21", "mediate", "PML 2", "civil disputes at a township are mediated"),
    ("haiyu", "2026-09-21", "court", "PLAN 24", "there is no sea here"),
    ("hunyin", "2026-09-21", "none", "PLAN 24", "marriage is not adjudicated"),
    ("wuye", "2026-09-21", "none", "PLAN 24", "no statute, no adjudication"),
    ("tudi", "2019-12-31", "none", "LAL 14", "nor before the statute was in force"),
    ("zzz", "2026-09-21", "unknown", "PLAN 24", "what nobody knows is not adjudicated"),
]


@pytest.mark.parametrize(
    ("matter", "on", "result", "article"), [row[:4] for row in WAYS], ids=[row[4] for row in WAYS]
)
def test_whether_a_matter_is_adjudicated(matter: str, on: str, result: str, article: str) -> None:
    """没有法律规定的，不得裁决 (PLAN 24)."""
    answer = ask(QUESTION, matter=matter, on=on)
    assert (answer.result, article in cited(answer)) == (result, True)


POINTS = [
    ("tudi", "infringement", "court", "LAND_DISPUTES 14", "trespass on land goes to court"),
    ("tudi", "boundary", "between", "LAND_DISPUTES 14", "a boundary of regions is not land"),
    ("tudi", "illegal", "penalty", "LAND_DISPUTES 14", "unlawful use of land is punished"),
    ("tudi", "contract", "arbitrate", "LAND_DISPUTES 14", "a right of contract is arbitrated"),
    ("lindi", "infringement", "court", "PLAN 24", "felling another's trees goes to court"),
    ("caoyuan", "contract", "court", "PLAN 24", "a lease of grassland is no dispute of title"),
    ("zhuanli", "damages", "mediate", "PATENT 65", "a patent's damages are only mediated"),
    ("zhuanli", "ownership", "mediate", "PATENT_RULES 102", "who owns a patent is mediated"),
    ("xinpinzhong", "damages", "mediate", "SEED 72", "a variety's damages are only mediated"),
    ("xinpinzhong", "ownership", "court", "VARIETIES 44", "who owns a variety: court only"),
    ("butu", "damages", "mediate", "LAYOUTS 31", "a layout-design's damages are mediated"),
    ("mingcheng", "damages", "court", "ENTERPRISE_NAME 21", "a name's damages go to court"),
    ("caigou", "unqueried", "court", "GPL 55", "what was not queried is no complaint"),
]


@pytest.mark.parametrize(
    ("matter", "point", "way", "article"), [row[:4] for row in POINTS], ids=[r[4] for r in POINTS]
)
def test_what_is_not_the_matter_itself_is_not_ruled_upon(
    matter: str, point: str, way: str, article: str
) -> None:
    """不予受理的争点 (LAND_DISPUTES 14; PATENT 65; SEED 72)."""
    answer = ask(QUESTION, matter=matter, point=point, on="2026-09-21")
    assert (answer.result, answer.values["way"]) == ("excluded", way)
    assert article in cited(answer)


@pytest.mark.parametrize("matter", ["tudi", "mingcheng", "zhuanli"])
def test_what_a_court_has_taken_is_not_ruled_upon(matter: str) -> None:
    """法院或者仲裁机构已经受理的，不予受理."""
    answer = ask(QUESTION, matter=matter, in_court=True, on="2026-09-21")
    assert (answer.result, answer.values["way"]) == ("excluded", "court")


def test_a_land_application_before_the_autumn_holidays_is_examined_until_8_october() -> None:
    """收到之日起七个工作日，中秋、国庆不计 (LAND_DISPUTES 13)."""
    answer = ask(QUESTION, matter="tudi", received_on="2026-09-21")
    # 9月22、23、24，28、29、30日，10月8日
    assert last(answer, "决定是否受理") == "2026-10-08"


def test_a_copy_counts_a_saturday_that_is_worked() -> None:
    """受理之日起五个工作日，10月10日调休上班计入 (LAND_DISPUTES 13)."""
    answer = ask(QUESTION, matter="tudi", accepted_on="2026-10-08")
    # 10月9日、10日（周六上班）、12、13、14日
    assert last(answer, "发送申请书副本") == "2026-10-14"


def test_an_answer_over_national_day_may_come_on_8_october() -> None:
    """三十日为日历日，届满日遇国庆顺延 (LAND_DISPUTES 13; CPL 85)."""
    answer = ask(QUESTION, matter="tudi", copied_on="2026-09-01")
    assert last(answer, "答辩") == "2026-10-08"


def test_an_opinion_on_land_takes_six_months_and_is_provisional_in_2027() -> None:
    """自受理之日起六个月 (LAND_DISPUTES 28)."""
    answer = ask(QUESTION, matter="tudi", accepted_on="2026-10-08")
    [proof] = [each for each in answer.proofs if each.term == "提出处理意见"]
    assert (proof.reckoning.last_day.isoformat(), proof.reckoning.provisional) == (
        "2027-04-08",
        True,
    )
    assert "作出裁决" not in terms(answer)


def test_an_opinion_on_land_that_is_extended_runs_on_from_its_raw_end() -> None:
    """经批准延长三个月 (LAND_DISPUTES 28)."""
    answer = ask(QUESTION, matter="tudi", accepted_on="2025-03-31", extension="3m")
    # 六个月至9月30日，再三个月至12月30日（周二）
    assert last(answer, "提出处理意见") == "2025-12-30"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("集成电路布图设计", "butu"),
        ("商标侵权", "shangbiao"),
        ("民间纠纷", "minjian"),
        ("药品专利", "yaopin_zhuanli"),
    ],
)
def test_a_name_near_to_one_of_the_catalogue_is_asked_back(written: str, code: str) -> None:
    """名称相近的，先提示名录中的名称，不说没有裁决权 (PLAN 24)."""
    answer = ask(QUESTION, matter=written)
    assert (answer.result, answer.values["near"][0]["code"]) == ("unknown", code)
    assert answer.values["near"][0]["name"] in answer.says
    assert "PLAN 24" not in cited(answer)
    assert ask(QUESTION, matter=answer.values["near"][0]["name"]).values["matter"] == code


@pytest.mark.parametrize("written", ["纠纷", "航天器碰撞纠纷"])
def test_a_name_near_to_none_has_no_power_of_the_law(written: str) -> None:
    """没有法律规定的，不得裁决 (PLAN 24)."""
    answer = ask(QUESTION, matter=written)
    assert (answer.result, "PLAN 24" in cited(answer)) == ("unknown", True)
    assert "near" not in answer.values


def test_the_help_lists_every_matter_by_name() -> None:
    """问题的说明列出名录中的全部事项."""
    field = QUESTION.facts.model_fields["matter"]
    assert all(name in str(field.description) for name in names().values())


@pytest.mark.parametrize(
    ("matter", "extension", "article"),
    [
        pytest.param(
            "mingcheng",
            "1m",
            "《企业名称登记管理规定》第21条第2款",
            id="three months on a firm's name",
        ),
        pytest.param(
            "caigou", "10wd", "《政府采购法》第56条", id="thirty working days on a complaint"
        ),
    ],
)
def test_a_time_to_rule_that_no_article_prolongs_is_not_prolonged(
    matter: str, extension: str, article: str
) -> None:
    """企业名称三个月、政府采购三十个工作日，没有规定可以延长 (ENTERPRISE_NAME 21; GPL 56)."""
    with pytest.raises(Malformed) as refused:
        ask(QUESTION, matter=matter, accepted_on="2026-09-21", extension=extension)
    assert refused.value.field == "extension"
    assert f"没有规定可以延长（{article}）" in refused.value.message


def test_a_bureau_hands_its_opinion_to_the_government_after_the_may_holiday() -> None:
    """提出意见之日起五个工作日，5月9日周六上班计入 (LAND_DISPUTES 30)."""
    answer = ask(QUESTION, matter="tudi", opinion_on="2026-04-30")
    # 5月6、7、8、9、11日
    assert last(answer, "报送人民政府") == "2026-05-11"


def test_a_land_ruling_may_be_sued_over_in_30_days_and_reconsidered_in_60() -> None:
    """自接到通知起三十日起诉，复议仍为六十日 (LAL 14; ARL 20)."""
    answer = ask(QUESTION, matter="tudi", served_on="2025-03-06", title_held=False)
    # 30日至4月5日清明，顺延至7日；60日至5月5日劳动节，顺延至6日
    assert last(answer, "提起行政诉讼") == "2025-04-07"
    assert last(answer, "申请行政复议") == "2025-05-06"


def test_whoever_infringes_a_title_held_is_brought_to_reconsideration_first() -> None:
    """侵犯已经取得的自然资源权利，复议前置，不起算起诉期限 (ARL 23(1)(2))."""
    answer = ask(QUESTION, matter="tudi", served_on="2025-03-06", title_held=True)
    assert "提起行政诉讼" not in terms(answer)
    assert (answer.values["review_first"], "ARL 23(1)(2)" in cited(answer)) == ("required", True)


def test_where_nothing_is_said_of_a_title_held_the_answer_asks() -> None:
    """是否侵犯已经取得的权利，决定是否前置 (ARL 23)."""
    answer = ask(QUESTION, matter="lindi", on="2026-09-21")
    assert "title_held" in {each.field for each in answer.assumed}


def test_a_name_ruling_does_not_put_reconsideration_first() -> None:
    """企业名称裁决可以复议也可以起诉 (ALL 44)."""
    answer = ask(QUESTION, matter="mingcheng", served_on="2026-01-15")
    assert (answer.values["review_first"], "ALL 44(1)" in cited(answer)) == ("free", True)


def test_an_organ_and_then_the_entitled_may_ask_for_enforcement() -> None:
    """最后一个救济期限届满起三个月，此后权利人六个月 (COERCION 53; ALI 158)."""
    answer = ask(QUESTION, matter="tudi", served_on="2025-03-06", title_held=False)
    assert last(answer, "裁决机关申请人民法院强制执行") == "2025-08-06"
    assert last(answer, "权利人申请人民法院强制执行") == "2026-02-06"


def test_urging_leaves_ten_working_days_over_the_autumn_holidays() -> None:
    """催告书送达十日后，十日为工作日 (COERCION 54, 69)."""
    answer = ask(QUESTION, matter="tudi", urged_on="2026-09-17")
    # 9月18、20（周日上班）、21、22、23、24、28、29、30日，10月8日
    assert last(answer, "催告后履行") == "2026-10-08"


def test_a_forest_suit_may_end_on_a_saturday_that_is_worked() -> None:
    """三十日届满于2026年2月14日，周六调休上班，不顺延 (FOREST 22; CPL 85)."""
    answer = ask(QUESTION, matter="lindi", served_on="2026-01-15", title_held=False)
    assert last(answer, "提起行政诉讼") == "2026-02-14"


def test_forest_has_no_own_time_to_rule_and_takes_two_months() -> None:
    """法律没有规定的，两个月内作出，10月1日届满顺延 (ALL 47)."""
    answer = ask(QUESTION, matter="lindi", received_on="2025-08-01")
    assert last(answer, "作出裁决") == "2025-10-09"


def test_grassland_is_sued_over_in_six_months_that_end_with_a_short_month() -> None:
    """草原法没有起诉期限，六个月；9月没有31日 (ALL 46; CCL 202)."""
    answer = ask(QUESTION, matter="caoyuan", served_on="2026-03-31", title_held=False)
    assert last(answer, "提起行政诉讼") == "2026-09-30"


def test_a_name_is_ruled_upon_three_months_after_acceptance() -> None:
    """自受理之日起三个月，3月1日为周日 (ENTERPRISE_NAME 21)."""
    answer = ask(QUESTION, matter="mingcheng", accepted_on="2025-12-01")
    assert last(answer, "作出裁决") == "2026-03-02"


def test_a_name_is_changed_in_30_days() -> None:
    """自收到处理决定之日起三十日，9月26日中秋顺延 (ENTERPRISE_NAME 23)."""
    answer = ask(QUESTION, matter="mingcheng", served_on="2026-08-27")
    assert last(answer, "履行裁决") == "2026-09-28"


def test_a_purchaser_is_queried_in_seven_working_days() -> None:
    """知道或者应知之日起七个工作日，9月14日周六上班 (GPL 52)."""
    answer = ask(QUESTION, matter="caigou", knew_on="2024-09-12")
    # 9月13、14、18、19、20、23、24日
    assert last(answer, "质疑") == "2024-09-24"


def test_a_complaint_runs_from_the_end_of_the_time_to_answer() -> None:
    """答复期满后十五个工作日，与实际答复之日无关 (GPL 53, 55)."""
    answer = ask(QUESTION, matter="caigou", queried_on="2025-04-24", on="2025-05-10")
    # 答复：4月25、27（周日上班）、28、29、30日，5月6、7日
    assert last(answer, "答复质疑") == "2025-05-07"
    assert (last(answer, "投诉"), answer.result) == ("2025-05-28", "adjudicate")


@pytest.mark.parametrize(
    ("received_on", "result"),
    [
        pytest.param("2025-05-28", "adjudicate", id="a complaint on the last day is in time"),
        pytest.param("2025-05-29", "late", id="a complaint the day after is late"),
    ],
)
def test_a_complaint_has_its_last_day(received_on: str, result: str) -> None:
    """逾期投诉不予受理 (GPL 55)."""
    answer = ask(QUESTION, matter="caigou", queried_on="2025-04-24", received_on=received_on)
    assert answer.result == result


def test_a_query_after_its_last_day_is_late() -> None:
    """逾期质疑，不得投诉 (GPL 52)."""
    answer = ask(QUESTION, matter="caigou", knew_on="2024-09-12", queried_on="2024-09-25")
    assert (answer.result, answer.says) == ("late", "政府采购投诉：已超过质疑期限。")


def test_a_complaint_is_decided_in_thirty_working_days_over_new_year() -> None:
    """收到投诉后三十个工作日，元旦三日不计、1月4日周日计入 (GPL 56)."""
    answer = ask(QUESTION, matter="caigou", received_on="2025-12-18")
    # 12月9个，1月4日第10个，5至30日20个
    assert last(answer, "作出裁决") == "2026-01-30"


def test_testing_is_not_counted_in_the_time_for_a_complaint() -> None:
    """检验、鉴定所需时间不计入，1月6日至9日共四个工作日 (GPR 58)."""
    answer = ask(
        QUESTION,
        matter="caigou",
        received_on="2025-12-18",
        stopped_on="2026-01-05",
        resumed_on="2026-01-09",
    )
    assert last(answer, "作出裁决") == "2026-02-05"


def test_testing_that_ends_before_it_begins_is_refused() -> None:
    """结束之日不得早于开始之日."""
    with pytest.raises(ValidationError, match="结束之日不得早于开始之日"):
        ask(QUESTION, matter="caigou", stopped_on="2026-01-09", resumed_on="2026-01-05")


def test_a_patent_ruling_may_be_sued_over_in_fifteen_days() -> None:
    """收到处理通知起十五日，2024年5月5日放假，顺延至6日 (PATENT 65)."""
    answer = ask(QUESTION, matter="zhuanli", served_on="2024-04-20")
    assert last(answer, "提起行政诉讼") == "2024-05-06"


def test_no_period_bounds_a_patent_ruling_that_was_not_read_in_a_statute() -> None:
    """令第81号未经核对，只作提示，不计算 (PATENT 65)."""
    answer = ask(QUESTION, matter="zhuanli", on="2025-02-01", received_on="2025-02-10")
    assert ("作出裁决" in terms(answer), answer.values["configured"]) == (False, True)
    before = ask(QUESTION, matter="zhuanli", on="2025-01-31")
    assert before.values["configured"] is False


def test_a_licence_fee_is_ruled_upon_on_the_last_of_february() -> None:
    """自收到请求书起三个月，2月没有30日，28日周六上班 (PATENT_RULES 91; CCL 202)."""
    answer = ask(QUESTION, matter="zhuanli_xukefei", received_on="2025-11-30")
    assert last(answer, "作出裁决") == "2026-02-28"


def test_a_licence_fee_is_sued_over_in_three_months() -> None:
    """自收到通知起三个月，10月2日国庆顺延至9日 (PATENT 63)."""
    answer = ask(QUESTION, matter="zhuanli_xukefei", served_on="2025-07-02")
    assert last(answer, "提起行政诉讼") == "2025-10-09"


def test_a_layout_design_is_sued_over_after_the_spring_festival() -> None:
    """收到处理通知起十五日，2月18日春节，顺延至24日 (LAYOUTS 31)."""
    answer = ask(QUESTION, matter="butu", served_on="2026-02-03")
    assert last(answer, "提起行政诉讼") == "2026-02-24"


@pytest.mark.parametrize(
    ("on", "sue"),
    [
        pytest.param("2025-05-31", "3m", id="a variety's fee: three months by the old edition"),
        pytest.param("2025-06-01", "6m", id="a variety's fee: six months by the new one"),
    ],
)
def test_the_time_to_sue_over_a_variety_fee_has_changed(on: str, sue: str) -> None:
    """新条例没有起诉期限 (VARIETIES2014 11; VARIETIES 13; ALL 46)."""
    assert ask(QUESTION, matter="xinpinzhong_feiyong", on=on).values["sue"] == sue


def test_a_case_that_straddles_two_editions_is_flagged() -> None:
    """没有过渡规定，跨越新旧条例的须人工确认 (VARIETIES 49)."""
    answer = ask(QUESTION, matter="xinpinzhong", received_on="2025-05-20", served_on="2025-07-01")
    assert any("跨越新旧规定" in reason.text for reason in answer.reasons)


@pytest.mark.parametrize(
    ("facts", "organs"),
    [
        pytest.param(
            {"place": "甘州区", "parties": "units"},
            ["620702-government"],
            id="between units the county of the land decides",
        ),
        pytest.param(
            {"place": "甘州区", "parties": "units", "across": "city"},
            ["620700-government"],
            id="across counties the city decides",
        ),
        pytest.param(
            {"place": "甘州区", "across": "province"}, [], id="across cities the province decides"
        ),
    ],
)
def test_which_government_decides(facts: dict[str, str], organs: list[str]) -> None:
    """单位之间由县级以上人民政府，跨区域的由上一级 (LAL 14; LAND_DISPUTES 5 to 7)."""
    answer = ask(QUESTION, matter="tudi", on="2026-09-21", **facts)
    assert [each["code"] for each in answer.values["organs"]] == organs


@pytest.mark.parametrize("matter", ["tudi", "lindi", "caoyuan"])
def test_with_an_individual_the_township_may_decide_too(matter: str) -> None:
    """个人之间、个人与单位之间，乡级或者县级以上 (LAL 14; FOREST 22; GRASS 16)."""
    answer = ask(QUESTION, matter=matter, parties="individual", on="2026-09-21")
    assert answer.values["ranks"] == ["township", "county"]


def test_grassland_follows_the_measures_on_land_and_says_so() -> None:
    """跨县区的草原争议，参照土地权属争议的规定 (LAND_DISPUTES 6)."""
    answer = ask(QUESTION, matter="caoyuan", across="city", on="2026-09-21")
    assert any("参照" in reason.text for reason in answer.reasons)


def test_a_procurement_complaint_goes_to_the_finance_bureau_of_the_level() -> None:
    """同级财政部门 (GPL 55)."""
    answer = ask(QUESTION, matter="政府采购投诉", place="甘州区", on="2026-09-21")
    codes = [each["code"] for each in answer.values["organs"]]
    assert codes == ["620702-caizheng", "620700-caizheng"]


def test_the_right_to_adjudication_is_told_wherever_it_is_given() -> None:
    """推行行政裁决权利告知制度 (PLAN 24)."""
    for matter in POWERS:
        answer = ask(QUESTION, matter=matter, on="2026-09-21")
        assert any("告知当事人" in reason.text for reason in answer.reasons), matter


def test_the_editions_of_a_matter_neither_overlap_nor_leave_a_day() -> None:
    """新旧版本首尾相接."""
    for code in {row.code for row in CATALOGUE}:
        rows = [row for row in CATALOGUE if row.code == code]
        for one, next_one in pairwise(rows):
            assert one.until is not None, code
            assert (next_one.since - one.until).days == 1, code
        assert rows[-1].until is None, code


def test_every_power_of_the_office_stands_in_the_catalogue() -> None:
    """本机构可以裁决的事项都在目录中."""
    assert {row.power.matter for row in CATALOGUE if row.power} == set(POWERS)


def test_the_example_is_answered() -> None:
    assert QUESTIONS == (QUESTION,)
    answer = ask(QUESTION, **QUESTION.example)
    assert (answer.result, answer.values["organs"][0]["code"]) == (
        "adjudicate",
        "620702-government",
    )
