"""行政裁决 over land, forest and grassland: its periods, on the real calendar."""

from services.adjudication.lawdesk.adjudication import QUESTION
from tests.lawdesk.answers import last, terms
from tests.lawdesk.reconsidering import ask, cited


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
