"""调解: who mediates what, by whose rules, at what price (PML, and each field's own statute)."""

from itertools import pairwise
from typing import Any

import pytest

from services.mediation.domain.fields import Kind
from services.mediation.domain.matters import FIELDS
from services.mediation.lawdesk import QUESTIONS
from services.mediation.lawdesk.mediation import QUESTION
from tests.lawdesk.answers import last, open_kinds
from tests.lawdesk.reconsidering import ask, cited

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


def test_people_s_mediation_costs_nothing() -> None:
    """不收取任何费用 (PML 4)."""
    assert "PML 4" in cited(ask(QUESTION, matter="linli"))


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
