"""调解 (PML, and each field's own statute), on the real calendar."""

from itertools import pairwise
from typing import Any

import pytest
from pydantic import ValidationError

from services.mediation.domain.fields import Kind
from services.mediation.domain.matters import FIELDS
from services.mediation.lawdesk import QUESTIONS
from services.mediation.lawdesk.mediation import QUESTION
from shared.lawdesk import Answer
from tests.lawdesk.reconsidering import ask, cited


def last(answer: Answer, term: str) -> str:
    """Last day of the proof of that term."""
    [proof] = [each for each in answer.proofs if each.term == term]
    return proof.reckoning.last_day.isoformat()


def open_kinds(answer: Answer) -> set[str]:
    return {each["kind"] for each in answer.values["kinds"] if each["open"]}


WAYS = [
    ("hunyin", "2026-09-21", {"peoples", "court"}, "PML 2", "a marriage: committee or court"),
    (
        *("wuye", "2026-09-21", {"peoples", "administrative", "court"}, "PML 2"),
        "a department's matter may be mediated by the department too",
    ),
    (
        *("hetong", "2026-09-21", {"peoples", "commercial", "court"}, "PML 2"),
        "a contract may be a commercial dispute",
    ),
    (
        *("xiaofei", "2024-06-30", {"peoples", "administrative", "court"}, "COMPLAINTS 16"),
        "a consumer before the Regulation of 2024",
    ),
    (
        *("xiaofei", "2024-07-01", {"peoples", "administrative", "court"}, "CONSUMER_RULES 46(3)"),
        "a consumer since the Regulation",
    ),
    ("zhian", "2025-12-31", None, "PSPL2012 9", "a scuffle by the old police law"),
    ("zhian", "2026-01-01", None, "PSPL 9(4)", "a scuffle by the new one"),
    ("huanjing", "2026-08-14", None, "WATER_POLLUTION 97", "pollution until the Code"),
    ("huanjing", "2026-08-15", None, "ECOLOGY 1077", "pollution by the Code"),
    ("jiaotong", "2026-09-21", None, "ROAD 74", "an accident is mediated by the traffic police"),
    ("yiliao", "2026-09-21", None, "MEDICAL 31(1)", "a medical dispute: a committee of its own"),
    (
        *("laodong", "2026-09-21", {"labour", "court"}, "LDMA 5"),
        "labour: organisations of its own, and no commercial mediation",
    ),
    ("chengbao", "2026-09-21", None, "RLCD 3", "contracted land: village or township"),
    ("shuishi", "2026-09-21", None, "WATER 57", "water: the government or its department"),
    ("tudi", "2026-09-21", None, "LAND_DISPUTES 23", "a title to land is mediated first"),
    ("mingcheng", "2026-09-21", None, "ENTERPRISE_NAME 21(2)", "a name: the registrar may"),
    ("zhuanli", "2026-09-21", None, "PATENT 65", "a patent's damages"),
    ("zhuanli_guishu", "2026-09-21", None, "PATENT_RULES 102", "who owns a patent"),
    ("shangbiao", "2026-12-31", None, "TRADEMARK2019 60(3)", "a mark's damages until 2026"),
    ("shangbiao", "2027-01-01", None, "TRADEMARK 74(3)", "a mark's damages since 2027"),
    ("xinpinzhong", "2025-05-31", None, "VARIETIES2014 39(2)", "a variety's damages, old"),
    ("xinpinzhong", "2025-06-01", None, "VARIETIES 41(2)", "a variety's damages, new"),
]


@pytest.mark.parametrize(
    ("matter", "on", "kinds", "article"), [row[:4] for row in WAYS], ids=[r[4] for r in WAYS]
)
def test_who_may_mediate(matter: str, on: str, kinds: set[str] | None, article: str) -> None:
    """各领域的调解，按当日有效的版本 (PML 2; PLAN 23)."""
    answer = ask(QUESTION, matter=matter, on=on)
    assert (answer.result, article in cited(answer)) == ("may", True)
    if kinds is not None:
        assert open_kinds(answer) == kinds


@pytest.mark.parametrize(
    ("matter", "article"),
    [
        pytest.param("zhengshou", "ARL 5", id="expropriation is reconsidered"),
        pytest.param("xinfang", "PETITION 31", id="a petition goes its own way"),
        pytest.param("gongkai", "OGI 33", id="disclosure is answered, not mediated"),
        pytest.param("caigou", "PLAN 24", id="procurement is complained of"),
    ],
)
def test_what_is_not_mediated(matter: str, article: str) -> None:
    """不以调解处理的事项."""
    answer = ask(QUESTION, matter=matter, on="2026-09-21")
    assert (answer.result, article in cited(answer)) == ("other", True)


def test_whoever_is_against_an_act_is_told_of_reconsideration_and_its_running_clock() -> None:
    """调解不停止六十日；10月1日届满，顺延至9日 (ARL 5, 20)."""
    answer = ask(QUESTION, matter="wuye", against_act=True, act_known_on="2025-08-02")
    assert (answer.result, "ARL 5" in cited(answer)) == ("act", True)
    assert last(answer, "申请行政复议（调解期间照常计算）") == "2025-10-09"


def test_an_act_is_not_mediated_even_if_nobody_says_so() -> None:
    """不服行政处罚，不是民间纠纷 (ARL 5)."""
    assert ask(QUESTION, matter="chufa").result == "act"


def test_a_matter_that_nobody_knows_is_told_as_unknown() -> None:
    assert ask(QUESTION, matter="zzz").result == "unknown"


def test_who_refuses_clearly_is_not_mediated() -> None:
    """一方明确拒绝的，不得调解 (PML 17)."""
    answer = ask(QUESTION, matter="linli", refused=True)
    assert (answer.result, open_kinds(answer)) == ("refused", set())
    assert "PML 17" in cited(answer)


def test_until_both_consent_nothing_begins() -> None:
    """尚有一方未同意，先征询 (PML 17)."""
    answer = ask(QUESTION, matter="linli", agreed=False)
    assert answer.result == "consent"
    assert any("尚有一方当事人未同意调解" in each.text for each in answer.reasons)


REFUSED = [
    ("yiliao", "peoples", {"in_court": True}, "MEDICAL 31(4)", "medical: in court, no committee"),
    ("yiliao", "peoples", {"elsewhere": True}, "MEDICAL 31(4)", "medical: not two at once"),
    ("yiliao", "administrative", {"elsewhere": True}, "MEDICAL 40(2)", "medical: nor the bureau"),
    ("jiaotong", "administrative", {"in_court": True}, "ROAD_RULES 96", "an accident in court"),
    ("zhian", "administrative", {"minor": False}, "PSPL 9(1)", "grave violence is punished"),
    ("zhian", "administrative", {"civil": False}, "PSPL 9(1)", "violence without a civil dispute"),
    ("zhian", "administrative", {"repeated": True}, "POLICE_CASES 183", "police: once, then once"),
    ("chengbao", "village", {"expropriation": True}, "RLCD 2(3)", "land that is expropriated"),
    ("hunyin", "commercial", {}, "COMMERCIAL_MEDIATION 2(1)", "a marriage is not commerce"),
    ("xiaofei", "commercial", {}, "COMMERCIAL_MEDIATION 2(1)", "nor is a consumer's claim"),
    ("linli", "commercial", {}, "COMMERCIAL_MEDIATION 2(1)", "nor are neighbours"),
    ("xiaofei", "administrative", {"elsewhere": True}, "CONSUMER_RULES 46(2)", "taken by others"),
]


@pytest.mark.parametrize(
    ("matter", "kind", "facts", "article"), [r[:4] for r in REFUSED], ids=[r[4] for r in REFUSED]
)
def test_what_is_refused(matter: str, kind: str, facts: dict[str, Any], article: str) -> None:
    """不予受理、不得调解的情形."""
    answer = ask(QUESTION, matter=matter, kind=kind, on="2026-09-21", **facts)
    assert (answer.result, article in cited(answer)) == ("refused", True)


def test_an_accident_in_court_may_still_be_mediated_by_a_committee() -> None:
    """起诉只使公安交管不再受理 (ROAD_RULES 96)."""
    answer = ask(QUESTION, matter="jiaotong", in_court=True, on="2026-09-21")
    assert answer.result == "may"
    assert "administrative" not in open_kinds(answer)


@pytest.mark.parametrize(
    ("on", "result"),
    [
        pytest.param("2026-04-30", "refused", id="no commercial mediation before May 2026"),
        pytest.param("2026-05-01", "may", id="commercial mediation since May 2026"),
    ],
)
def test_commercial_mediation_begins_in_may_2026(on: str, result: str) -> None:
    """商事调解条例2026年5月1日起施行 (COMMERCIAL_MEDIATION 33)."""
    assert ask(QUESTION, matter="hetong", kind="commercial", on=on).result == result


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


def test_people_s_mediation_costs_nothing() -> None:
    """不收取任何费用 (PML 4)."""
    assert "PML 4" in cited(ask(QUESTION, matter="linli"))


def test_an_oral_agreement_is_confirmed_within_thirty_days() -> None:
    """口头协议自达成之日生效 (PML 30, 33)."""
    facts = {"form": "oral", "agreed_on": "2026-08-31", "on": "2026-09-01"}
    answer = ask(QUESTION, matter="linli", **facts)
    assert (answer.values["effective_on"], answer.values["confirm_by"]) == (
        "2026-08-31",
        "2026-09-30",
    )
    assert (answer.values["confirmation"], "CPL 205 item 2" in cited(answer)) == ("open", True)


def test_a_written_agreement_is_effective_with_its_last_hand() -> None:
    """签章、签名、盖章俱全之日生效；10月5日届满顺延至9日 (PML 29, 33)."""
    facts = {"form": "written", "agreed_on": "2025-09-01", "mediator_on": "2025-09-02"}
    answer = ask(QUESTION, matter="linli", **facts, sealed_on="2025-09-05", on="2025-09-08")
    assert answer.values["effective_on"] == "2025-09-05"
    assert last(answer, "共同申请司法确认") == "2025-10-09"


def test_a_written_agreement_without_a_seal_is_not_effective_yet() -> None:
    """调解组织印章未加盖的，尚未生效 (PML 29)."""
    answer = ask(QUESTION, matter="linli", form="written", agreed_on="2025-09-01")
    assert (answer.values["effective_on"], answer.proofs) == (None, ())


CONFIRMED = [
    ("linli", {"jointly": False}, "not_joint", "PML 33(1)", "one side alone is not confirmed"),
    ("hunyin", {"about": "status"}, "barred", "CPI 355", "a marriage is not confirmed"),
    ("linli", {"about": "property"}, "barred", "CPI 355", "nor a title to property"),
    ("linli", {"on": "2026-10-08"}, "closed", "CPL 206", "after thirty days the door is shut"),
    (
        *("huanjing", {"kind": "administrative"}, "ask_court", "CPL 205"),
        "of a department's agreement the court must be asked",
    ),
    ("hetong", {"kind": "commercial"}, "open", "COMMERCIAL_MEDIATION 23(1)", "commerce may be"),
]


@pytest.mark.parametrize(
    ("matter", "facts", "word", "article"),
    [r[:4] for r in CONFIRMED],
    ids=[r[4] for r in CONFIRMED],
)
def test_what_a_court_confirms(matter: str, facts: dict[str, Any], word: str, article: str) -> None:
    """司法确认须共同申请、限三十日、不及于身份和确权 (PML 33; CPL 205; CPI 355)."""
    told = {"form": "oral", "agreed_on": "2026-08-31", "on": "2026-09-01", **facts}
    answer = ask(QUESTION, matter=matter, **told)
    assert (answer.values["confirmation"], article in cited(answer)) == (word, True)


def test_a_confirmed_agreement_is_enforced_within_two_years() -> None:
    """履行期间的最后一日起二年，2026年10月3日国庆顺延至8日 (CPL 250)."""
    answer = ask(QUESTION, matter="linli", perform_by="2024-10-03")
    assert last(answer, "经司法确认后申请执行") == "2026-10-08"


def test_a_request_interrupts_limitation_but_stops_no_clock_against_an_organ() -> None:
    """请求调解中断诉讼时效，不停止复议期限 (LIMITATION 12; ARL 20)."""
    answer = ask(QUESTION, matter="jiedai", requested_on="2026-09-21")
    assert {"LIMITATION 12", "ARL 20(1)"} <= set(cited(answer))


def test_seven_days_over_four_levels_are_practice_and_no_law() -> None:
    """四级七天：一、二、二、二个工作日，中秋、国庆不计；本地做法."""
    answer = ask(QUESTION, matter="linli", ladder_on="2026-09-21")
    days = [day for _, day in answer.values["ladder"]]
    assert days == ["2026-09-22", "2026-09-24", "2026-09-29", "2026-10-08"]
    assert answer.table is not None
    assert [row[-1] for row in answer.table.rows] == days
    assert answer.proofs == ()


def test_a_department_s_days_are_practice_apart_from_the_law() -> None:
    """本省没有行政调解规定，五个工作日参照各地，5月9日周六上班."""
    answer = ask(QUESTION, matter="wuye", received_on="2026-04-30")
    assert answer.values["practice"]["accept_by"] == "2026-05-11"
    assert answer.proofs == ()


@pytest.mark.parametrize(
    ("matter", "kind", "code"),
    [
        pytest.param("zhian", "administrative", "620702-gongan", id="the police of the district"),
        pytest.param("wuye", "administrative", "620702-zhujian", id="the housing bureau"),
    ],
)
def test_the_organ_is_named_by_its_place(matter: str, kind: str, code: str) -> None:
    """主管部门由职责清单和纠纷所在地确定 (PLAN 23)."""
    answer = ask(QUESTION, matter=matter, kind=kind, place="甘州区", on="2026-09-21")
    assert [each["code"] for each in answer.values["kinds"][0]["organs"]] == [code]


def test_testing_that_ends_before_it_begins_is_refused() -> None:
    """结束之日不得早于开始之日."""
    with pytest.raises(ValidationError, match="结束之日不得早于开始之日"):
        ask(QUESTION, matter="yiliao", tested_from="2026-01-09", tested_to="2026-01-05")


def test_the_editions_of_a_field_neither_overlap_nor_leave_a_day() -> None:
    """新旧版本首尾相接."""
    for code, kind in {(field.code, field.kind) for field in FIELDS}:
        rows = [field for field in FIELDS if (field.code, field.kind) == (code, kind)]
        for one, next_one in pairwise(rows):
            assert one.until is not None, code
            assert (next_one.since - one.until).days == 1, code
        assert rows[-1].until is None, code


def test_every_kind_of_mediation_has_a_name_in_the_answer() -> None:
    assert all(ask(QUESTION, matter="linli", kind=kind).reasons for kind in Kind)


def test_the_example_is_answered() -> None:
    assert QUESTIONS == (QUESTION,)
    assert ask(QUESTION, **QUESTION.example).result == "may"


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ({}, {"form"}),
        ({"form": "written", "mediator_on": "2026-09-04"}, {"sealed_on"}),
        ({"form": "oral"}, set()),
    ],
)
def test_an_agreement_whose_day_of_effect_cannot_be_told_says_what_is_missing(
    told: dict[str, str], asked: set[str]
) -> None:
    """三十日的司法确认期限自协议生效之日起算 (PML 33)."""
    answer = ask(QUESTION, matter="hunyin", agreed=True, agreed_on="2026-09-04", **told)
    assert {each.field for each in answer.assumed} - {"on"} == asked
