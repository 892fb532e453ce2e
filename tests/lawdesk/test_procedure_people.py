"""审理程序: who takes part, hearing, committee, talks (ARL 17, 50 to 52; ARR2026 17, 18, 39)."""

import pytest

from services.reconsideration.lawdesk.procedure import QUESTION
from tests.lawdesk.reconsidering import ask, cited
from tests.lawdesk.test_procedure import met


@pytest.mark.parametrize(
    ("notified_on", "timely"),
    [
        pytest.param("2026-09-29", True, id="the fifth working day before, ahead of the feast"),
        pytest.param("2026-09-30", False, id="a working day later is too late"),
    ],
)
def test_notice_of_a_hearing_counts_working_days(notified_on: str, timely: object) -> None:
    """听证五日前书面通知 (ARL 51, 88)."""
    answer = ask(QUESTION, hearing_on="2026-10-12", hearing_notified_on=notified_on)
    assert met(answer, "ARL 51(1)") is timely


def test_a_grave_case_is_heard_and_put_to_the_committee() -> None:
    """重大、疑难、复杂的，应当听证并提请咨询 (ARL 50, 52)."""
    answer = ask(QUESTION, grounds=["grave"])
    assert answer.values["must_hear"] is True
    assert answer.values["must_consult"] == ["grave"]


def test_a_technical_case_is_put_to_the_committee_but_need_not_be_heard() -> None:
    """专业性、技术性较强的，应当提请咨询 (ARL 52)."""
    answer = ask(QUESTION, grounds=["technical"], own_act=True)
    assert answer.values["must_hear"] is False
    assert answer.values["must_consult"] == ["technical", "province"]


@pytest.mark.parametrize(
    ("on", "applicants", "elected", "article", "lawful"),
    [
        pytest.param("2026-06-30", 6, 1, "ARR2007 8", True, id="one for six until June 2026"),
        pytest.param("2026-06-30", 5, None, "ARR2007 8", None, id="none for five"),
        pytest.param("2026-07-01", 10, None, "ARR2026 17", None, id="none for ten since July"),
        pytest.param("2026-07-01", 11, 1, "ARR2026 17", False, id="one for eleven is too few"),
        pytest.param("2026-07-01", 11, 5, "ARR2026 17", True, id="five are the most"),
        pytest.param("2026-07-01", 11, 6, "ARR2026 17", False, id="six are too many"),
    ],
)
def test_representatives_by_edition(
    on: str, applicants: int, elected: int | None, article: str, lawful: object
) -> None:
    """推选代表人 (ARR2007 8; ARR2026 17)."""
    answer = ask(QUESTION, on=on, applicants=applicants, elected=elected)
    assert met(answer, article) is lawful


@pytest.mark.parametrize(
    ("on", "track", "article", "words"),
    [
        pytest.param("2026-06-30", "simplified", "ARR2007 32", "两名", id="two until June 2026"),
        pytest.param("2026-07-01", "simplified", "ARR2026 39", "一名", id="one may do since July"),
        pytest.param(
            "2026-07-01", "ordinary", "ARR2026 39", "两名", id="never in an ordinary case"
        ),
    ],
)
def test_reviewers_by_edition_and_procedure(on: str, track: str, article: str, words: str) -> None:
    """审理人数 (ARR2007 32; ARR2026 39)."""
    answer = ask(QUESTION, on=on, track=track)
    assert [words in r.text for r in answer.reasons if r.article and r.article.code == article] == [
        True
    ]


def test_the_respondent_does_not_send_a_lawyer_alone_since_july_2026() -> None:
    """不得仅委托律师 (ARR2026 18)."""
    alone = ask(QUESTION, on="2026-07-01", respondent_staff=0, respondent_lawyers=1)
    with_staff = ask(QUESTION, on="2026-07-01", respondent_staff=1, respondent_lawyers=1)
    before = ask(QUESTION, on="2026-06-30", respondent_staff=0, respondent_lawyers=1)
    assert met(alone, "ARR2026 18(2)") is False
    assert met(with_staff, "ARR2026 18(2)") is True
    assert "ARR2026 18(2)" not in cited(before)


def test_an_applicant_has_two_agents_at_most() -> None:
    """委托一至二名代理人 (ARL 17)."""
    assert met(ask(QUESTION, agents=2), "ARL 17(1)") is True
    assert met(ask(QUESTION, agents=3), "ARL 17(1)") is False


def test_mediation_and_settlement_end_with_the_decision() -> None:
    """决定作出前可以调解、和解 (ARL 5, 74)."""
    assert met(ask(QUESTION), "ARL 74(1)") is True
    assert met(ask(QUESTION, decided=True), "ARL 5(1)") is False


def test_a_case_accepted_before_july_2026_straddles_two_editions() -> None:
    """新条例没有过渡规定 (ARR2026 77)."""
    facts = {"accepted_on": "2026-06-15"}
    assert ask(QUESTION, on="2026-07-20", **facts).values["straddles"] is True
    assert ask(QUESTION, on="2026-06-20", **facts).values["straddles"] is False


def test_a_converted_case_is_ordinary_whether_or_not_it_was_clear() -> None:
    """转为普通程序审理 (ARL 55)."""
    assert ask(QUESTION, on_the_spot=True, converted=True).result == "ordinary"
