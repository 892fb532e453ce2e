"""调解: committees and departments, who they are and what they do (PML 8 to 15), real calendar."""

from typing import Any

import pytest

from services.mediation.lawdesk.mediation import QUESTION
from tests.lawdesk.answers import last
from tests.lawdesk.reconsidering import ask, cited


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
