"""调解: what each field asks for, and its days, on the real calendar."""

from typing import Any

import pytest

from services.mediation.lawdesk.mediation import QUESTION
from tests.lawdesk.answers import last
from tests.lawdesk.reconsidering import ask, cited


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
