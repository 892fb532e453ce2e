"""The periods of mediation in each field, on the real calendar."""

import pytest
from pydantic import ValidationError

from services.mediation.lawdesk.mediation import QUESTION
from tests.lawdesk.answers import last, open_kinds
from tests.lawdesk.reconsidering import ask, cited


def test_a_consumer_is_answered_in_seven_working_days() -> None:
    """收到投诉之日起七个工作日 (CONSUMER 46)."""
    answer = ask(QUESTION, matter="xiaofei", received_on="2024-06-28")
    # 7月1至5、8、9日
    assert last(answer, "处理并告知") == "2024-07-09"


def test_before_july_2024_a_consumer_mediation_ends_in_45_working_days() -> None:
    """令第20号：四十五个工作日，九个整周 (COMPLAINTS 21)."""
    answer = ask(QUESTION, matter="xiaofei", accepted_on="2024-06-28")
    assert last(answer, "终止调解") == "2024-08-30"


def test_since_july_2024_it_ends_in_sixty_days() -> None:
    """条例：受理之日起六十日，四十五个工作日让位 (CONSUMER_RULES 46)."""
    answer = ask(QUESTION, matter="xiaofei", accepted_on="2024-07-01")
    assert last(answer, "调解完毕") == "2024-08-30"
    assert "终止调解" not in {each.term for each in answer.proofs}


def test_sixty_days_that_end_in_national_week_roll() -> None:
    """六十日届满于10月2日，顺延至8日 (CONSUMER_RULES 46; CPL 85)."""
    answer = ask(QUESTION, matter="xiaofei", accepted_on="2026-08-03")
    assert last(answer, "调解完毕") == "2026-10-08"


def test_a_complaint_that_straddles_the_regulation_of_2024_is_flagged() -> None:
    """6月28日收到、7月1日受理，跨越新旧规定，没有过渡规定 (CONSUMER_RULES 53)."""
    answer = ask(QUESTION, matter="xiaofei", received_on="2024-06-28", accepted_on="2024-07-01")
    assert any("跨越新旧规定" in each.text for each in answer.reasons)


def test_testing_of_goods_is_not_counted() -> None:
    """8月11日至20日检测，十日不计 (CONSUMER_RULES 46)."""
    facts = {"tested_from": "2026-08-10", "tested_to": "2026-08-20"}
    answer = ask(QUESTION, matter="xiaofei", accepted_on="2026-08-03", **facts)
    assert last(answer, "调解完毕") == "2026-10-12"


@pytest.mark.parametrize(
    ("received_on", "is_open"),
    [
        pytest.param("2026-04-20", True, id="a complaint on the last day of three years"),
        pytest.param("2026-04-21", False, id="a complaint the day after"),
    ],
)
def test_a_consumer_complains_within_three_years(received_on: str, *, is_open: bool) -> None:
    """知道权益受损之日起超过三年的，不予受理."""
    answer = ask(QUESTION, matter="xiaofei", knew_on="2023-04-20", received_on=received_on)
    assert ("administrative" in open_kinds(answer)) is is_open


def test_an_accident_is_brought_to_the_police_in_ten_working_days_and_safely_in_ten() -> None:
    """十日为工作日，条例未写明，日历日为稳妥 (ROAD_RULES 94; ACCIDENTS 112)."""
    answer = ask(QUESTION, matter="jiaotong", paper_on="2026-09-18")
    # 9月20（周日上班）、21至24、28至30日，10月8、9日
    assert last(answer, "各方一致书面申请调解") == "2026-10-09"
    assert last(answer, "各方一致书面申请调解（稳妥）") == "2026-09-28"


@pytest.mark.parametrize(
    ("received_on", "result"),
    [
        pytest.param("2026-10-09", "may", id="on the tenth working day the police still mediate"),
        pytest.param("2026-10-10", "refused", id="on the make-up Saturday after it no more"),
    ],
)
def test_an_accident_has_its_last_day(received_on: str, result: str) -> None:
    """逾期没有一致申请的，不予调解 (ROAD_RULES 94)."""
    facts = {"paper_on": "2026-09-18", "received_on": received_on, "kind": "administrative"}
    assert ask(QUESTION, matter="jiaotong", **facts).result == result


def test_an_accident_is_mediated_from_acceptance_where_the_wound_healed_before() -> None:
    """受理在治疗终结之后的，自受理起十日 (ROAD_RULES 95; ACCIDENTS 90)."""
    answer = ask(QUESTION, matter="jiaotong", ready_on="2025-04-28", accepted_on="2025-05-06")
    # 5月7至9、12至16、19、20日
    assert (last(answer, "调解"), last(answer, "调解（稳妥）")) == ("2025-05-20", "2025-05-16")


def test_after_a_committee_failed_the_police_are_asked_in_three_working_days() -> None:
    """2月14日周六上班，15日至23日春节 (ACCIDENTS 85)."""
    answer = ask(QUESTION, matter="jiaotong", failed_on="2026-02-13")
    assert last(answer, "人民调解终结后申请") == "2026-02-25"


def test_the_police_mediate_a_second_time_within_seven_working_days() -> None:
    """元旦一日不计 (POLICE_CASES 183)."""
    answer = ask(QUESTION, matter="zhian", session_on="2024-12-30", on="2024-12-30")
    # 12月31日，1月2、3、6、7、8、9日
    assert last(answer, "第二次调解") == "2025-01-09"


def test_only_the_new_police_law_lets_a_performed_agreement_spare_the_penalty() -> None:
    """自行和解或者人民调解并履行，书面申请经认可的，不予处罚 (PSPL 9(4))."""
    old = ask(QUESTION, matter="zhian", on="2025-12-31")
    assert "PSPL 9(4)" not in cited(old)


def test_the_code_gives_five_years_for_damage_by_pollution() -> None:
    """知道损害之日起五年，2031年为暂定 (ECOLOGY 1054(2))."""
    answer = ask(QUESTION, matter="huanjing", on="2026-08-20", knew_on="2026-08-20")
    assert last(answer, "提起环境侵权诉讼（诉讼时效）") == "2031-08-20"
    assert answer.proofs[0].reckoning.provisional


def test_a_health_bureau_decides_in_five_working_days_before_the_spring_festival() -> None:
    """1月26日周日上班，28日至2月4日春节 (MEDICAL 40)."""
    answer = ask(QUESTION, matter="yiliao", received_on="2025-01-23")
    # 1月24、26、27日，2月5、6日
    assert last(answer, "决定是否受理") == "2025-02-06"


@pytest.mark.parametrize(
    ("kind", "extension", "end"),
    [
        pytest.param("peoples", None, "2025-04-15", id="a committee has thirty working days"),
        pytest.param("peoples", "10wd", "2025-04-28", id="and longer where all agree"),
        pytest.param("administrative", None, "2025-04-15", id="so has the bureau"),
        pytest.param("administrative", "10wd", "2025-04-15", id="but it may not extend"),
    ],
)
def test_a_medical_mediation_takes_thirty_working_days(
    kind: str, extension: str | None, end: str
) -> None:
    """清明不计，4月27日周日上班计入；卫生主管部门不得延长 (MEDICAL 38, 40)."""
    facts = {"kind": kind, "extension": extension, "accepted_on": "2025-03-03"}
    answer = ask(QUESTION, matter="yiliao", **facts)
    assert last(answer, "调解完毕") == end
    refused = [each.article.code for each in answer.reasons if each.article and each.met is False]
    alone = kind == "administrative" and extension is not None
    assert refused == (["MEDICAL 40(3)"] if alone else [])


def test_after_fifteen_days_without_agreement_labour_goes_to_arbitration() -> None:
    """十五日届满于10月5日，顺延至8日 (LDMA 14)."""
    answer = ask(QUESTION, matter="laodong", received_on="2024-09-20")
    assert last(answer, "调解（逾期可以申请仲裁）") == "2024-10-08"


def test_labour_is_barred_after_a_year_that_a_request_begins_anew() -> None:
    """一年；请求救济之日中断，重新计算 (LDMA 27)."""
    answer = ask(QUESTION, matter="laodong", knew_on="2024-02-29", requested_on="2024-12-31")
    assert last(answer, "申请仲裁（时效）") == "2025-02-28"
    assert last(answer, "申请仲裁（时效中断后）") == "2025-12-31"


@pytest.mark.parametrize(
    ("extension", "end"),
    [
        pytest.param(None, "2026-10-08", id="an award in forty-five days"),
        pytest.param("15d", "2026-10-16", id="and fifteen more"),
        pytest.param("30d", "2026-10-16", id="but never thirty more"),
    ],
)
def test_a_labour_award_is_due(extension: str | None, end: str) -> None:
    """四十五日，延长不超过十五日，自未顺延之日接续 (LDMA 43)."""
    facts = {"arbitration_accepted_on": "2026-08-17", "extension": extension}
    assert last(ask(QUESTION, matter="laodong", **facts), "作出仲裁裁决") == end


def test_a_labour_award_is_sued_over_in_fifteen_days() -> None:
    """5月5日劳动节顺延至6日；用人单位申请撤销三十日 (LDMA 49, 50)."""
    answer = ask(QUESTION, matter="laodong", answered_on="2025-04-20")
    assert last(answer, "对仲裁裁决起诉") == "2025-05-06"
    assert last(answer, "用人单位申请撤销终局裁决") == "2025-05-20"


def test_contracted_land_is_arbitrated_within_two_years() -> None:
    """知道权利被侵害之日起二年；受理与否五个工作日内通知 (RLCD 18, 23)."""
    facts = {"knew_on": "2024-05-11", "arbitration_asked_on": "2024-04-30"}
    answer = ask(QUESTION, matter="chengbao", **facts)
    assert last(answer, "申请承包仲裁（时效）") == "2026-05-11"
    assert last(answer, "通知是否受理仲裁") == "2024-05-10"


@pytest.mark.parametrize(
    ("facts", "term", "end"),
    [
        pytest.param(
            *({"received_on": "2025-09-20"}, "有权机关书面告知", "2025-10-09"),
            id="a petitioner is told in fifteen days",
        ),
        pytest.param(
            *({"referred_on": "2026-09-24"}, "对转送提出异议", "2026-10-09"),
            id="an objection to a transfer takes five working days",
        ),
        pytest.param(
            *({"accepted_on": "2025-08-03"}, "办结信访事项", "2025-10-09"),
            id="a petition is closed in sixty days",
        ),
        pytest.param(
            *({"accepted_on": "2025-08-03", "extension": "30d"}, "办结信访事项", "2025-11-03"),
            id="and thirty more",
        ),
        pytest.param(
            *({"answered_on": "2026-01-15"}, "请求复查", "2026-02-14"),
            id="a review is asked for until a Saturday that is worked",
        ),
        pytest.param(
            *({"reviewed_on": "2026-04-02"}, "请求复核", "2026-05-06"),
            id="a re-check is asked for until after the May holiday",
        ),
    ],
)
def test_a_petition_has_periods_of_its_own(facts: dict[str, str], term: str, end: str) -> None:
    """信访各项期限 (PETITION 22, 23, 34 to 36)."""
    assert last(ask(QUESTION, matter="xinfang", **facts), term) == end


@pytest.mark.parametrize(
    ("extension", "end"),
    [
        pytest.param(None, "2026-09-29", id="disclosure is answered in twenty working days"),
        pytest.param("20wd", "2026-11-02", id="and in twenty more"),
    ],
)
def test_disclosure_is_answered(extension: str | None, end: str) -> None:
    """二十个工作日，延长至多二十个；9月20日、10月10日上班计入 (OGI 33)."""
    answer = ask(QUESTION, matter="gongkai", received_on="2026-09-01", extension=extension)
    assert (last(answer, "答复"), last(answer, "告知补正")) == (end, "2026-09-10")


def test_a_committee_has_thirty_days_by_the_city_s_rule() -> None:
    """法律未规定期限，本市规则三十日；2月15日起春节 (RULES 33)."""
    answer = ask(QUESTION, matter="linli", consented_on="2026-01-16")
    assert last(answer, "调解期限") == "2026-02-24"


def test_a_mediator_sent_by_the_court_confirms_in_three_working_days() -> None:
    """清明三日不计；立案前调解三十日 (ONLINE_MEDIATION 12, 24)."""
    facts = {"referred_on": "2026-04-03", "confirmed_on": "2026-01-20", "kind": "court"}
    answer = ask(QUESTION, matter="jiedai", **facts)
    assert last(answer, "确认是否接受") == "2026-04-09"
    assert last(answer, "立案前调解") == "2026-02-24"


def test_testing_that_ends_before_it_begins_is_refused() -> None:
    """结束之日不得早于开始之日."""
    with pytest.raises(ValidationError, match="结束之日不得早于开始之日"):
        ask(QUESTION, matter="yiliao", tested_from="2026-01-09", tested_to="2026-01-05")
