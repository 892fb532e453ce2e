"""调解 and the other roads: which come after it, and whose clocks run on (PML 26; PLAN 23, 24)."""

import pytest

from services.mediation.lawdesk.mediation import QUESTION
from tests.lawdesk.answers import last
from tests.lawdesk.reconsidering import ask


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
