"""审理程序 (ARL 36 to 62; ARR2026 17, 18, 39, 45, 46, 53), on the real calendar."""

from typing import Any

import pytest

from services.reconsideration.lawdesk.procedure import QUESTION
from shared.lawdesk import Answer
from tests.lawdesk.reconsidering import ask, cited, last_days


def met(answer: Answer, article: str) -> bool | None:
    """Whether the condition of that article is found to hold."""
    return next(r.met for r in answer.reasons if r.article and r.article.code == article)


@pytest.mark.parametrize(
    ("facts", "result", "article"),
    [
        pytest.param(
            *({"on_the_spot": True, "clear": True}, "simplified", "ARL 53(1)(1)"),
            id="a clear case over an act done on the spot may be simplified",
        ),
        pytest.param(
            *({"warning": True, "clear": True}, "simplified", "ARL 53(1)(2)"),
            id="so may one over a warning",
        ),
        pytest.param(
            *({"amount_yuan": 3000, "clear": True}, "simplified", "ARL 53(1)(3)"),
            id="so may one over three thousand yuan",
        ),
        pytest.param(
            *({"amount_yuan": 3001, "clear": True}, "ordinary", "ARL 53"),
            id="one over a yuan more may not",
        ),
        pytest.param(
            *({"disclosure": True, "clear": True}, "simplified", "ARL 53(1)(4)"),
            id="one about information may",
        ),
        pytest.param(
            *({"disclosure": True, "clear": False}, "ordinary", "ARL 53"),
            id="but not if it is disputed in earnest",
        ),
        pytest.param(
            *({"disclosure": True}, "unclear", "ARL 53(1)(4)"),
            id="whether it is clear must be found by the body",
        ),
        pytest.param(
            *({"all_agree": True, "clear": False}, "simplified", "ARL 53(2)"),
            id="any case may be simplified if all parties agree",
        ),
        pytest.param(
            *({"track": "simplified", "amount_yuan": 9000}, "not_simplified", "ARL 55"),
            id="a case simplified without a ground is to be converted",
        ),
        pytest.param(
            *({"all_agree": True, "converted": True}, "ordinary", "ARL 55"),
            id="a converted case is an ordinary one",
        ),
    ],
)
def test_which_procedure_applies(facts: dict[str, Any], result: str, article: str) -> None:
    """可以适用简易程序的案件 (ARL 53, 55)."""
    answer = ask(QUESTION, **facts)
    assert (answer.result, article in cited(answer)) == (result, True)


@pytest.mark.parametrize(
    ("facts", "until"),
    [
        pytest.param(
            {"accepted_on": "2026-09-07"}, "2026-11-06", id="sixty days of the ordinary procedure"
        ),
        pytest.param(
            {"accepted_on": "2026-09-07", "track": "simplified"},
            "2026-10-08",
            id="thirty days that end on the last day of National Day end on the eighth",
        ),
        pytest.param(
            {"accepted_on": "2026-09-07", "track": "simplified", "converted": True},
            "2026-11-06",
            id="after conversion sixty days count from acceptance",
        ),
        pytest.param(
            {"accepted_on": "2025-04-01"},
            "2025-06-03",
            id="a last day at the Dragon Boat Festival rolls to the Tuesday after",
        ),
        pytest.param(
            {"accepted_on": "2025-04-01", "extended_days": 30},
            "2025-06-30",
            id="an extension is added to the end before it rolled",
        ),
        pytest.param(
            {"accepted_on": "2024-09-02", "law_days": 30},
            "2024-10-08",
            id="a shorter period of a law, over National Day 2024",
        ),
        pytest.param(
            {
                "accepted_on": "2025-04-01",
                "suspended": "other_case",
                "suspended_on": "2025-05-06",
                "resumed_on": "2025-06-05",
            },
            "2025-06-30",
            id="thirty days of suspension are not counted",
        ),
        pytest.param(
            {
                "accepted_on": "2026-07-06",
                "appraisal_from": "2026-07-20",
                "appraisal_until": "2026-08-10",
            },
            "2026-09-28",
            id="22 days of appraisal lead to Mid-Autumn and past it",
        ),
        pytest.param(
            {
                "accepted_on": "2026-07-06",
                "inspection_from": "2026-07-14",
                "inspection_until": "2026-07-14",
            },
            "2026-09-07",
            id="a day of inspection leads to a Saturday, and past it to Monday",
        ),
        pytest.param(
            {
                "accepted_on": "2026-08-03",
                "elevation_from": "2026-08-10",
                "elevation_until": "2026-08-19",
            },
            "2026-10-12",
            id="ten days of asking the authority above are not counted",
        ),
        pytest.param(
            {"accepted_on": "2026-08-03", "elevated_on": "2026-08-20"},
            "2026-10-19",
            id="an authority above has its own sixty days from the file",
        ),
        pytest.param(
            {
                "accepted_on": "2025-04-01",
                "suspended": "talks",
                "suspended_on": "2025-05-06",
                "talks_agreed": False,
            },
            "2025-06-03",
            id="talks to which one party does not agree suspend nothing",
        ),
    ],
)
def test_until_when_it_must_be_decided(facts: dict[str, Any], until: str) -> None:
    """审理期限 (ARL 39, 55, 62; ARR2026 45, 46)."""
    assert ask(QUESTION, on="2026-11-01", **facts).values["decide_by"] == until


def test_before_july_2026_an_elevation_started_no_new_period() -> None:
    """2026年7月1日前提级不重新计算，六十日自受理之日起 (ARL 62; ARR2026 40, 77)."""
    facts = {"accepted_on": "2026-05-06", "elevated_on": "2026-05-20"}
    answer = ask(QUESTION, on="2026-06-05", **facts)
    assert answer.values["decide_by"] == "2026-07-06"
    assert "ARR2026 40(3)" not in cited(answer)
    # 提级之日在新条例施行前的，其后再问也不重新计算
    assert ask(QUESTION, on="2026-07-02", **facts).values["decide_by"] == "2026-07-06"


def test_while_a_case_is_suspended_no_day_is_the_last() -> None:
    """中止期间不计入审理期限 (ARL 39)."""
    facts = {"accepted_on": "2025-04-01", "suspended": "missing", "suspended_on": "2025-05-06"}
    assert ask(QUESTION, **facts).values["decide_by"] is None


@pytest.mark.parametrize(
    ("track", "facts", "days"),
    [
        pytest.param(
            *("simplified", {"accepted_on": "2026-09-18"}, {"ARL 54(1)": "2026-09-22"}),
            id="three working days to send the copy count the Sunday that is worked",
        ),
        pytest.param(
            *("simplified", {"copied_on": "2026-09-22"}, {"ARL 54(1)": "2026-09-30"}),
            id="five working days to reply leave out Mid-Autumn",
        ),
        pytest.param(
            *("ordinary", {"copied_on": "2026-09-22"}, {"ARL 48": "2026-10-13"}),
            id="ten working days to reply leave out two feasts and count the Saturday worked",
        ),
        pytest.param(
            *("ordinary", {"accepted_on": "2025-01-20"}, {"ARL 48": "2025-02-05"}),
            id="seven working days to send the copy run over the Spring Festival 2025",
        ),
    ],
)
def test_the_copy_and_the_reply(track: str, facts: dict[str, str], days: dict[str, str]) -> None:
    """发送副本和书面答复的期限 (ARL 48, 54, 88)."""
    assert days.items() <= last_days(ask(QUESTION, track=track, **facts)).items()


@pytest.mark.parametrize(
    ("facts", "may"),
    [
        pytest.param({"extended_days": 0}, True, id="thirty days are open at first"),
        pytest.param({"extended_days": 20}, True, id="ten more after twenty"),
        pytest.param({"extended_days": 30}, False, id="none after thirty"),
        pytest.param({"track": "simplified"}, False, id="none in the simplified procedure"),
        pytest.param({"on": "2026-11-07"}, False, id="none once the period is over"),
    ],
)
def test_whether_extension_is_open(facts: dict[str, Any], may: object) -> None:
    """延长最多三十日，期限届满后不得延长 (ARL 62)."""
    given = {"accepted_on": "2026-09-07", "on": "2026-10-08", **facts}
    assert ask(QUESTION, **given).values["may_extend"] is may


GROUNDS = [
    *("death", "incapacity", "missing", "dissolved", "prevented"),
    *("talks", "law_unclear", "other_case", "document", "other"),
]


@pytest.mark.parametrize("ground", GROUNDS)
def test_each_of_ten_grounds_suspends_by_its_item(ground: str) -> None:
    """中止的十种情形 (ARL 39)."""
    answer = ask(QUESTION, suspended=ground, talks_agreed=True)
    assert met(answer, f"ARL 39(1)({GROUNDS.index(ground) + 1})") is True


@pytest.mark.parametrize(
    ("ground", "on", "terminate"),
    [
        pytest.param("death", "2025-05-06", False, id="not on the sixtieth day, after Labour Day"),
        pytest.param("death", "2025-05-07", True, id="on the day after it"),
        pytest.param("incapacity", "2025-05-07", True, id="so if nobody speaks for one incapable"),
        pytest.param("dissolved", "2025-05-07", True, id="so if nobody succeeds"),
        pytest.param("missing", "2025-12-01", False, id="never because somebody is missing"),
        pytest.param("prevented", "2025-12-01", False, id="never because of force majeure"),
    ],
)
def test_sixty_days_of_suspension_end_three_kinds_only(
    ground: str, on: str, terminate: object
) -> None:
    """中止满六十日终止，限于三种情形 (ARL 41)."""
    facts = {"termination": "sixty_days", "suspended": ground, "suspended_on": "2025-03-03"}
    assert ask(QUESTION, on=on, **facts).values["terminate"] is terminate


@pytest.mark.parametrize(
    ("facts", "terminate"),
    [
        pytest.param(
            {"termination": "withdrawn", "permitted": True}, True, id="a withdrawal permitted"
        ),
        pytest.param({"termination": "withdrawn", "permitted": False}, False, id="not one refused"),
        pytest.param({"termination": "no_relatives"}, True, id="a dead applicant without heirs"),
        pytest.param({"termination": "no_successor"}, True, id="a body without successor"),
        pytest.param(
            {"termination": "criminal", "liberty": True}, True, id="detention that became criminal"
        ),
        pytest.param(
            {"termination": "criminal", "liberty": False}, False, id="not over a mere fine"
        ),
    ],
)
def test_the_other_grounds_to_terminate(facts: dict[str, Any], terminate: object) -> None:
    """终止的情形 (ARL 41)."""
    assert ask(QUESTION, **facts).values["terminate"] is terminate


@pytest.mark.parametrize(
    ("facts", "stayed"),
    [
        pytest.param({}, False, id="the act goes on during reconsideration"),
        pytest.param({"stay": "respondent"}, True, id="unless its organ thinks otherwise"),
        pytest.param({"stay": "authority"}, True, id="or the authority"),
        pytest.param({"stay": "by_law"}, True, id="or a law"),
        pytest.param({"stay": "asked"}, None, id="a request must be found reasonable"),
        pytest.param({"stay": "asked", "stay_reasonable": True}, True, id="one that is stays it"),
    ],
)
def test_stay_of_execution(facts: dict[str, Any], stayed: object) -> None:
    """停止执行的四种情形 (ARL 42)."""
    assert ask(QUESTION, **facts).values["stay"] is stayed


def test_a_competent_authority_handles_a_document_within_thirty_days_of_suspension() -> None:
    """有权处理的三十日，三日通知制定机关，十日答复 (ARL 56, 58; ARR2026 53)."""
    answer = ask(
        QUESTION,
        suspended="document",
        suspended_on="2026-07-01",
        document_competent=True,
        issuer_notified_on="2026-07-06",
    )
    days = [p.reckoning.last_day.isoformat() for p in answer.proofs]
    assert days == ["2026-07-31", "2026-07-06", "2026-07-20"]


def test_one_that_is_not_forwards_it_within_seven_working_days() -> None:
    """无权处理的七日转送，六十日回复 (ARL 57, 60), over Mid-Autumn 2024."""
    answer = ask(
        QUESTION,
        suspended="document",
        suspended_on="2024-09-10",
        document_competent=False,
        ex_officio=True,
        forwarded_to_on="2024-09-20",
    )
    assert last_days(answer) == {"ARL 57": "2024-09-20", "ARL 60": "2024-11-19"}


def test_once_it_is_decided_nothing_is_prolonged_suspended_or_terminated() -> None:
    """作出决定后，不再延长、中止、终止，也不再停止执行 (ARL 39, 41, 42, 62)."""
    facts: dict[str, Any] = {
        "accepted_on": "2026-09-07",
        "on": "2026-10-09",
        "suspended": "death",
        "suspended_on": "2026-09-29",
        "termination": "no_relatives",
        "stay": "authority",
    }
    names = ("may_extend", "suspend", "terminate", "stay")
    before, after = (ask(QUESTION, **facts, decided=each) for each in (False, True))
    assert [before.values[name] for name in names] == [True] * 4
    assert [after.values[name] for name in names] == [False] * 4
    simplified = ask(QUESTION, track="simplified", all_agree=True, decided=True)
    assert "ARL 55" not in cited(simplified)


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        pytest.param({}, "自受理之日起六十日内", id="from acceptance"),
        pytest.param({"law_days": 30}, "法律规定的30日内", id="a law may make it shorter"),
        pytest.param(
            {"elevated_on": "2026-10-12"},
            "自上级机关收到案件材料之日起六十日内",
            id="from the receipt by the authority above",
        ),
    ],
)
def test_the_answer_says_how_long_and_from_where(facts: dict[str, Any], says: str) -> None:
    """法律规定少于六十日的从其规定；提级的重新计算 (ARL 62; ARR2026 40)."""
    assert says in ask(QUESTION, accepted_on="2026-09-07", on="2026-10-13", **facts).says


def test_suspending_and_resuming_are_both_told_in_writing() -> None:
    """中止、恢复审理，都应当书面告知当事人 (ARL 39)."""
    answer = ask(QUESTION, suspended="death")
    assert any("中止和恢复都书面告知" in each.text for each in answer.reasons)


def test_before_july_2026_the_old_limits_on_talks_are_told_as_overtaken() -> None:
    """2007年条例限于裁量权案件的和解、调解，自2024年让位于法律 (ARL 5, 74; ARR2007 40, 50)."""
    overtaken = {"ARR2007 40", "ARR2007 50(1)"}
    assert overtaken <= set(cited(ask(QUESTION, on="2026-06-30")))
    assert not overtaken & set(cited(ask(QUESTION, on="2026-07-01")))
