"""调解: courts, committees, practice and roads (PML 8 to 33; CPL 187, 205, 250), real calendar."""

from typing import Any

import pytest

from services.mediation.lawdesk.mediation import QUESTION
from tests.lawdesk.answers import last
from tests.lawdesk.reconsidering import ask, cited

CONFIRMING = [
    (
        {"confirm_asked_on": "2026-09-30"},
        *("法院决定是否受理司法确认", "2026-10-08", "JCR 4(1)"),
        "a court decides in three days whether it takes the application",
    ),
    (
        {"confirm_filed_on": "2026-09-01"},
        *("法院审结司法确认", "2026-10-08", "CPL 187"),
        "and concludes in thirty days from filing",
    ),
    (
        {"confirm_filed_on": "2026-09-01", "confirm_longer": "30d"},
        *("法院审结司法确认", "2026-11-02", "CPL 187"),
        "longer with its president's leave, from the unrolled end",
    ),
    (
        {"confirm_ruled_on": "2026-09-16"},
        *("当事人对司法确认提出异议", "2026-10-08", "CPI 372"),
        "a party objects in fifteen days",
    ),
    (
        {"confirm_known_on": "2026-04-10"},
        *("利害关系人对司法确认提出异议", "2026-10-10", "CPI 372"),
        "a third person in six months, to a Saturday that is worked",
    ),
    (
        {"last_instalment_on": "2024-10-11", "perform_by": "2024-03-01"},
        *("经司法确认后申请执行", "2026-10-12", "CPL 250(2)"),
        "by instalments it is enforced within two years of the last one",
    ),
    (
        {"confirm_ruled_on": "2024-05-11"},
        *("经司法确认后申请执行", "2026-05-11", "CPL 250(2)"),
        "without a time to perform within two years of the ruling",
    ),
]


@pytest.mark.parametrize(
    ("facts", "term", "end", "article"),
    [row[:4] for row in CONFIRMING],
    ids=[row[4] for row in CONFIRMING],
)
def test_a_court_confirms_in_its_time(
    facts: dict[str, str], term: str, end: str, article: str
) -> None:
    """受理三日、审结三十日、异议十五日或者六个月、执行二年 (JCR 4; CPL 187, 250; CPI 372)."""
    answer = ask(QUESTION, matter="linli", **facts)
    assert (last(answer, term), article in cited(answer)) == (end, True)


def test_the_rules_of_2011_yield_to_the_law_and_cost_nothing() -> None:
    """十五日加十日、一年让位；不收取费用 (JCR 5, 10, 11; CPL 187; CPI 372)."""
    answer = ask(QUESTION, matter="linli", form="oral", agreed_on="2026-09-01")
    texts = [reason.text for reason in answer.reasons]
    assert any("十五日加十日让位" in text for text in texts)
    assert any("一年（2011年规定）让位" in text for text in texts)
    assert "JCR 11" in cited(answer)


@pytest.mark.parametrize(
    ("term", "end"),
    [
        pytest.param("立案后调解（普通程序）", "2026-10-08", id="fifteen days"),
        pytest.param("立案后调解（简易程序）", "2026-09-23", id="seven in summary procedure"),
    ],
)
def test_what_a_court_has_filed_is_mediated_in_its_time(term: str, end: str) -> None:
    """立案后委托：普通程序十五日，简易程序七日 (ONLINE_MEDIATION 24)."""
    answer = ask(QUESTION, matter="jiedai", kind="court", entrusted_on="2026-09-16")
    assert last(answer, term) == end
    assert "INVITED_MEDIATION 27" in cited(answer)


@pytest.mark.parametrize(
    ("facts", "met"),
    [
        pytest.param({"committee_members": 2}, False, id="two are too few"),
        pytest.param({"committee_members": 3}, True, id="three are enough"),
        pytest.param({"committee_members": 9}, True, id="nine are the most"),
        pytest.param({"committee_members": 10}, False, id="ten are too many"),
        pytest.param({"committee_women": False}, False, id="not without a woman"),
        pytest.param(
            {"committee_mixed": True, "committee_minority": False}, False, id="nor, where mixed,"
        ),
    ],
)
def test_a_committee_is_lawfully_composed(facts: dict[str, Any], *, met: bool) -> None:
    """三至九人，应当有妇女、多民族地区应当有人数较少民族的成员 (PML 8)."""
    answer = ask(QUESTION, matter="linli", **facts)
    told = [each.met for each in answer.reasons if each.article and each.article.number == 8]
    assert [one for one in told if one is not None] == [met]


def test_committees_are_elected_for_three_years() -> None:
    """每届任期三年；名单通报法院；违纪的罢免 (PML 9, 10, 15)."""
    answer = ask(QUESTION, matter="linli", committee_elected_on="2023-05-11")
    assert last(answer, "人民调解委员会委员任期") == "2026-05-11"
    assert {"PML 9(2)", "PML 10", "PML 15", "PML 19", "PML 20", "PML 27"} <= set(cited(answer))


@pytest.mark.parametrize(
    ("founded_on", "ends"),
    [
        pytest.param("2026-04-30", ["2027-05-03"], id="one in being has a year, past a weekend"),
        pytest.param("2026-05-01", [], id="a new one must have its licence first"),
    ],
)
def test_older_bodies_of_commercial_mediation_get_their_licence(
    founded_on: str, ends: list[str]
) -> None:
    """条例施行前成立的，自施行之日起一年内，2027年为暂定 (COMMERCIAL_MEDIATION 31)."""
    answer = ask(QUESTION, matter="hetong", kind="commercial", founded_on=founded_on)
    assert [each.reckoning.last_day.isoformat() for each in answer.proofs] == ends


def test_who_is_against_an_act_is_told_of_both_clocks() -> None:
    """复议六十日和起诉六个月都照常计算 (ARL 20; ALL 46)."""
    answer = ask(QUESTION, matter="linli", act_known_on="2025-08-02")
    assert last(answer, "申请行政复议（调解期间照常计算）") == "2025-10-09"
    assert last(answer, "直接起诉行政行为（调解期间照常计算）") == "2026-02-02"


@pytest.mark.parametrize(
    ("matter", "article"),
    [
        pytest.param("jiedai", "LIMITATION 12", id="a civil claim's limitation"),
        pytest.param("laodong", "LDMA 27(2)", id="labour's own"),
    ],
)
def test_the_day_of_the_request_is_kept(matter: str, article: str) -> None:
    """请求之日中断时效 (LIMITATION 12; LDMA 27)."""
    answer = ask(QUESTION, matter=matter, requested_on="2026-09-21")
    assert answer.values["interrupted_on"] == "2026-09-21"
    [reason] = [each for each in answer.reasons if "2026-09-21" in each.text]
    assert reason.article is not None
    assert reason.article.code == article


def test_the_usual_days_of_a_department_are_settings_with_dates() -> None:
    """受理五个或者十个工作日，移送三个，办结二十至三十个，延长约十个；本地没有规定."""
    facts = {"received_on": "2026-04-30", "accepted_on": "2026-05-06"}
    answer = ask(QUESTION, matter="wuye", **facts)
    dates = dict(answer.values["practice"])
    assert "不是法定期限" in dates.pop("basis")
    assert dates == {
        "accept_by": "2026-05-11",
        "complex_accept_by": "2026-05-18",
        "transfer_by": "2026-05-08",
        "short_end_by": "2026-06-02",
        "end_by": "2026-06-16",
        "extended_by": "2026-07-01",
    }
    assert answer.table is not None
    assert [row[-1] for row in answer.table.rows] == list(dates.values())
    assert answer.proofs == ()


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param({"in_court": True}, id="a court has it"),
        pytest.param({"repeated": True}, id="it was mediated before"),
        pytest.param({"concerned": False}, id="another organ's matter"),
        pytest.param({"false": True}, id="a false application"),
        pytest.param({"refused": True}, id="one side refuses"),
    ],
)
def test_what_a_department_does_not_mediate(facts: dict[str, Any]) -> None:
    """不予受理的通行做法；一方拒绝即终止."""
    answer = ask(QUESTION, matter="wuye", kind="administrative", **facts)
    assert answer.result == "refused"


def test_a_department_s_mediation_is_no_act_and_the_head_takes_part() -> None:
    """对民事纠纷的调解不能申请复议；负责人参与 (ARL 12; PLAN 23; CPL 205)."""
    codes = set(cited(ask(QUESTION, matter="wuye", kind="administrative")))
    assert {"ARL 12 item 4", "PLAN 23", "CPL 205"} <= codes


@pytest.mark.parametrize(
    ("matter", "held_on", "by", "article"),
    [
        pytest.param(
            *("jiaotong", "2026-10-09", "2026-09-29", "ACCIDENTS 88"),
            id="of a session three working days before, across National Day",
        ),
        pytest.param(
            *("laodong", "2026-10-20", "2026-10-15", "LDMA 35"),
            id="of a hearing five days before",
        ),
    ],
)
def test_people_are_told_ahead(matter: str, held_on: str, by: str, article: str) -> None:
    """调解前三个工作日、开庭前五日通知 (ACCIDENTS 88; LDMA 35)."""
    answer = ask(QUESTION, matter=matter, held_on=held_on, on="2026-09-01")
    [reason] = [each for each in answer.reasons if "提前" in each.text and "最迟" in each.text]
    assert by in reason.text
    assert reason.article is not None
    assert reason.article.code == article


def test_before_the_code_damage_by_pollution_had_three_years() -> None:
    """环境保护法三年，未核对原文；法典五年 (ENVIRONMENT 66; ECOLOGY 1054)."""
    answer = ask(QUESTION, matter="huanjing", on="2026-08-14", knew_on="2023-09-01")
    assert last(answer, "提起环境侵权诉讼（诉讼时效）") == "2026-09-01"
    assert "ENVIRONMENT 66" in cited(answer)


def test_a_complaint_of_a_consumer_was_accepted_in_seven_working_days() -> None:
    """令第20号：七个工作日内决定受理 (COMPLAINTS 14)."""
    answer = ask(QUESTION, matter="xiaofei", received_on="2024-06-28")
    assert last(answer, "决定是否受理") == "2024-07-09"


@pytest.mark.parametrize(
    ("on", "article"),
    [
        pytest.param("2026-04-14", "COMPLAINTS 15", id="by order 20 until 14 April 2026"),
        pytest.param("2026-04-15", "COMPLAINTS2026 16", id="by order 121 since"),
    ],
)
def test_why_a_consumer_s_complaint_is_not_taken(on: str, article: str) -> None:
    """他处已经受理的不予受理，令第121号未核对原文 (COMPLAINTS 15; COMPLAINTS2026 16)."""
    answer = ask(QUESTION, matter="xiaofei", kind="administrative", on=on, elsewhere=True)
    assert (answer.result, article in cited(answer)) == ("refused", True)


def test_asking_others_is_not_counted_in_the_time_to_disclose() -> None:
    """征求意见的时间不计入，9月8日至16日共七个工作日 (OGI 33)."""
    facts = {"received_on": "2026-09-01", "tested_from": "2026-09-07", "tested_to": "2026-09-16"}
    answer = ask(QUESTION, matter="gongkai", **facts)
    assert last(answer, "答复") == "2026-10-14"
    assert any("征求第三方和其他机关意见" in each.sentence() for each in answer.proofs)


def test_other_organs_answer_in_fifteen_working_days() -> None:
    """9月20日周日上班计入 (OGI 34)."""
    answer = ask(QUESTION, matter="gongkai", referred_on="2026-09-01")
    assert last(answer, "其他机关提出意见") == "2026-09-21"
    assert {"OGI 31 item 1", "OGI 31 item 2", "OGI 31 item 3"} <= set(cited(answer))


def test_a_petition_of_another_procedure_is_led_there() -> None:
    """诉讼、仲裁、复议、裁决事项导入相应程序，履责申请依该法 (PETITION 31, 33)."""
    codes = set(cited(ask(QUESTION, matter="xinfang", on="2026-09-01")))
    assert {f"PETITION 31 item {n}" for n in (1, 2, 4, 5, 6)} | {"PETITION 33"} <= codes


def test_a_hearing_is_not_counted_in_a_re_check() -> None:
    """复核听证所需时间不计入，9月8日至17日共十日 (PETITION 36)."""
    facts = {"recheck_asked_on": "2026-08-10", "tested_from": "2026-09-07"}
    answer = ask(QUESTION, matter="xinfang", **facts, tested_to="2026-09-17")
    # 三十日至9月9日，其中9月8日起十日不计，至9月19日（周六），顺延至20日（周日上班）
    assert last(answer, "提出复核意见") == "2026-09-20"


@pytest.mark.parametrize(
    ("matter", "roads"),
    [
        pytest.param("linli", ["peoples", "court"], id="a civil matter"),
        pytest.param("wuye", ["peoples", "administrative", "court"], id="a department's"),
        pytest.param("tudi", ["peoples", "adjudication", "court"], id="an adjudicated one"),
        pytest.param("chengbao", ["peoples", "land_contract", "court"], id="contracted land"),
        pytest.param("laodong", ["peoples", "labour", "court"], id="labour"),
        pytest.param("xinfang", ["petition"], id="a petition"),
    ],
)
def test_which_roads_a_dispute_takes_one_after_another(matter: str, roads: list[str]) -> None:
    """先调解，不成的依次裁决、仲裁或者起诉 (PML 26; PLAN 23, 24; LDMA 5; RLCD 4)."""
    assert ask(QUESTION, matter=matter, on="2026-09-21").values["roads"] == roads


def test_an_act_takes_the_road_of_reconsideration() -> None:
    """不服行政行为的，复议 (ARL 20)."""
    answer = ask(QUESTION, matter="chufa")
    assert any("途径1" in reason.text and "复议" in reason.text for reason in answer.reasons)


@pytest.mark.parametrize(
    ("received_on", "result"),
    [
        pytest.param("2026-09-30", "may", id="two working days after the committee gave up"),
        pytest.param("2026-10-08", "may", id="the third, after the National Day"),
        pytest.param("2026-10-09", "refused", id="the fourth"),
    ],
)
def test_who_tried_a_committee_may_still_come_to_the_traffic_police(
    received_on: str, result: str
) -> None:
    """认定书收到已逾十日，人民调解终结后三日内仍可一致申请 (ACCIDENTS 85; ROAD_RULES 94)."""
    days = {"paper_on": "2026-09-01", "failed_on": "2026-09-28", "received_on": received_on}
    answer = ask(QUESTION, matter="jiaotong", kind="administrative", **days)
    assert answer.result == result
    assert "ACCIDENTS 85" in {proof.article.code for proof in answer.proofs}


def test_what_an_agreement_is_worth_is_told_before_there_is_one() -> None:
    """没有达成协议时也告知协议的生效、效力和共同申请司法确认 (PML 29 to 33; CPL 205, 206)."""
    answer = ask(QUESTION, matter="linli")
    asked = {"PML 29(2)", "PML 30", "PML 31", "PML 32", "PML 33(1)", "CPL 206", "CPL 250(2)"}
    assert asked <= set(cited(answer))
    assert "双方可以自协议生效之日起30日内共同申请司法确认" in {r.text for r in answer.reasons}
    assert not [proof for proof in answer.proofs if proof.article.code == "PML 33(1)"]


@pytest.mark.parametrize(
    ("matter", "kind"),
    [
        pytest.param("laodong", "labour", id="a labour agreement has its own article"),
        pytest.param("huanjing", "administrative", id="a department's agreement is a contract"),
    ],
)
def test_the_effect_of_a_committees_agreement_is_told_of_no_other(matter: str, kind: str) -> None:
    """人民调解协议的效力规定不及于劳动争议调解和行政调解 (PML 31; LDMA 14)."""
    answer = ask(QUESTION, matter=matter, kind=kind, form="written", agreed_on="2026-09-21")
    assert not {"PML 29(2)", "PML 31", "PML 32"} & set(cited(answer))


def test_what_is_not_mediated_has_no_agreement_to_confirm() -> None:
    """不以调解处理的，不谈协议和司法确认 (PETITION 31)."""
    assert not {"PML 31", "CPL 205 item 2"} & set(cited(ask(QUESTION, matter="xinfang")))


@pytest.mark.parametrize(
    ("matter", "facts", "term", "article", "until"),
    [
        pytest.param(
            "xiaofei",
            {"on": "2024-06-03", "ended_on": "2024-06-03"},
            *("告知终止调解", "COMPLAINTS 21(2)", "2024-06-13"),
            id="Order 20: seven working days, the Dragon Boat Festival left out",
        ),
        pytest.param(
            "xiaofei",
            {"on": "2026-04-01", "ended_on": "2026-04-01"},
            *("告知终止调解", "COMPLAINTS 21(2)", "2026-04-13"),
            id="to its last day beside the Regulation, Qingming left out",
        ),
        pytest.param(
            "laodong",
            {"left_on": "2025-10-10"},
            *("申请仲裁（在职期间拖欠劳动报酬）", "LDMA 27(4)", "2026-10-10"),
            id="wages of the time in service: a year from its end, a worked Saturday",
        ),
        pytest.param(
            "xinfang",
            {"referred_on": "2026-09-11"},
            *("书面告知转送、交办的事项", "PETITION 23(3)", "2026-09-28"),
            id="a petition passed on: fifteen days to tell, past the Mid-Autumn Festival",
        ),
    ],
)
def test_periods_of_a_field_that_begin_with_a_step_of_its_own(
    matter: str, facts: dict[str, Any], term: str, article: str, until: str
) -> None:
    """终止告知、离职后的时效、转送后的告知 (COMPLAINTS 21; LDMA 27; PETITION 23)."""
    answer = ask(QUESTION, matter=matter, **facts)
    [proof] = [each for each in answer.proofs if each.term == term]
    assert (proof.article.code, proof.reckoning.last_day.isoformat()) == (article, until)


def test_a_measure_that_is_no_longer_in_force_tells_no_ending() -> None:
    """令第121号起不再适用令第20号的终止告知 (COMPLAINTS2026 23)."""
    answer = ask(QUESTION, matter="xiaofei", on="2026-04-15", ended_on="2026-04-15")
    assert "告知终止调解" not in {proof.term for proof in answer.proofs}


@pytest.mark.parametrize(
    ("matter", "kind", "says", "article"),
    [
        pytest.param(
            *("yiliao", "administrative", "征得另一方同意", "MEDICAL 40(1)"),
            id="the health department, too, needs the other side's consent",
        ),
        pytest.param(
            *("zhuanli_guishu", "administrative", "专利权被授予之后", "PATENT_RULES 102(2)"),
            id="a fee for use before the grant is mediated after it",
        ),
    ],
)
def test_what_else_a_field_asks_of_those_who_come(
    matter: str, kind: str, says: str, article: str
) -> None:
    """卫生主管部门调解须经双方同意；临时保护期使用费须授权后请求 (MEDICAL 40; PATENT_RULES 102)."""
    answer = ask(QUESTION, matter=matter, kind=kind)
    told = {r.article.code: r.text for r in answer.reasons if r.article and says in r.text}
    assert list(told) == [article]
