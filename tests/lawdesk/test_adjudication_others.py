"""行政裁决 over names, purchases, patents and varieties: its periods, on the real calendar."""

import pytest
from pydantic import ValidationError

from services.adjudication.lawdesk.adjudication import QUESTION
from shared.errors import Malformed
from tests.lawdesk.answers import last, terms
from tests.lawdesk.reconsidering import ask, cited


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


def test_a_name_ruling_does_not_put_reconsideration_first() -> None:
    """企业名称裁决可以复议也可以起诉 (ALL 44)."""
    answer = ask(QUESTION, matter="mingcheng", served_on="2026-01-15")
    assert (answer.values["review_first"], "ALL 44(1)" in cited(answer)) == ("free", True)


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
