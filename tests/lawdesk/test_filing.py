"""申请期限 (ARL 20, 21, 32; ARR2026 23 to 28), on the calendars of 2024, 2025 and 2026."""

from datetime import date

import pytest
from pydantic import ValidationError

from services.reconsideration.domain.filing import NO_FINDING, last_day
from services.reconsideration.lawdesk.filing import QUESTION
from shared.law.calendar import CALENDAR
from tests.lawdesk.applying import signed, until
from tests.lawdesk.reconsidering import ask, cited, last_days
from tests.reconsideration.makers import received


@pytest.mark.parametrize(
    ("on", "last"),
    [
        pytest.param("2026-01-05", "2026-03-06", id="sixty calendar days, the first not counted"),
        pytest.param("2023-11-02", "2024-01-02", id="New Year 2024 carries the end to Tuesday"),
        pytest.param("2023-12-13", "2024-02-18", id="Spring Festival 2024 to a Sunday worked"),
        pytest.param("2024-02-04", "2024-04-07", id="Qingming 2024 to a Sunday worked"),
        pytest.param("2024-03-02", "2024-05-06", id="Labour Day 2024 to Monday"),
        pytest.param("2024-04-11", "2024-06-11", id="Dragon Boat 2024 to Tuesday"),
        pytest.param("2024-07-16", "2024-09-14", id="a Saturday worked for Mid-Autumn ends it"),
        pytest.param("2024-07-17", "2024-09-18", id="Mid-Autumn 2024 to Wednesday"),
        pytest.param("2024-08-05", "2024-10-08", id="National Day 2024 to the 8th"),
        pytest.param("2024-11-02", "2025-01-02", id="New Year 2025 to Thursday"),
        pytest.param("2024-12-02", "2025-02-05", id="Spring Festival 2025 to the 5th"),
        pytest.param("2025-02-03", "2025-04-07", id="Qingming 2025 to Monday"),
        pytest.param("2025-03-02", "2025-05-06", id="Labour Day 2025 to Tuesday"),
        pytest.param("2025-04-01", "2025-06-03", id="Dragon Boat 2025 to Tuesday"),
        pytest.param("2025-08-04", "2025-10-09", id="National Day 2025 to the 9th"),
        pytest.param("2025-08-07", "2025-10-09", id="Mid-Autumn 2025 within that week, too"),
        pytest.param("2025-11-02", "2026-01-04", id="New Year 2026 to a Sunday worked"),
        pytest.param("2025-12-17", "2026-02-24", id="Spring Festival 2026 to the 24th"),
        pytest.param("2026-02-03", "2026-04-07", id="Qingming 2026 to Tuesday"),
        pytest.param("2026-03-02", "2026-05-06", id="Labour Day 2026 to Wednesday"),
        pytest.param("2026-03-10", "2026-05-09", id="a Saturday worked after it ends it"),
        pytest.param("2026-04-20", "2026-06-22", id="Dragon Boat 2026 to Monday"),
        pytest.param("2026-07-27", "2026-09-28", id="Mid-Autumn 2026 to Monday"),
        pytest.param("2026-08-03", "2026-10-08", id="National Day 2026 to the 8th"),
    ],
)
def test_sixty_days_that_end_on_a_rest_day_end_on_the_next_day_worked(on: str, last: str) -> None:
    """六十日，末日遇法定休假日顺延，调休上班日不是休假日 (ARL 20, 88; CPL 85)."""
    assert last_days(signed(on)) == {"ARL 20(1)": last}


@pytest.mark.parametrize(
    ("served", "before", "since"),
    [
        ("on_the_spot", "ARR2007 15(1)(1)", "ARR2026 23(1)(1)"),
        ("direct", "ARR2007 15(1)(2)", "ARR2026 23(1)(2)"),
        ("family", "ARR2007 15(1)(2)", "ARR2026 23(1)(2)"),
        ("refused", "CPL 89", "ARR2026 23(1)(2)"),
        ("post", "ARR2007 15(1)(3)", "ARR2026 23(1)(3)"),
        ("electronic", "CPL 90(2)", "ARR2026 23(1)(4)"),
        ("later", "ARR2007 15(1)(5)", "ARR2026 23(1)(6)"),
    ],
)
def test_the_manner_of_service_fixes_the_start_in_the_edition_of_the_day_of_filing(
    served: str, before: str, since: str
) -> None:
    """起算之日依送达方式，依提出申请之日的条例 (ARR2007 15; ARR2026 23)."""
    facts = {"served": served, "served_on": "2026-06-01"}
    old, new = (ask(QUESTION, **facts, filed_on=on) for on in ("2026-06-30", "2026-07-01"))
    assert (cited(old)[0], cited(new)[0]) == (before, since)
    assert old.values["last_day"] == new.values["last_day"] == "2026-07-31"


def test_a_public_notice_starts_the_sixty_days_when_its_own_thirty_are_over() -> None:
    """公告的，自公告期限届满之日起算 (ARR2026 23; CPL 95)."""
    answer = ask(QUESTION, served="notice", served_on="2026-06-01")
    assert last_days(answer) == {"CPL 95(1)": "2026-07-01", "ARL 20(1)": "2026-08-31"}
    assert "notice_days" in [each.field for each in answer.assumed]


def test_what_the_respondent_proves_goes_before_the_paper() -> None:
    """被申请人证明知道的，自证据证明之日起算 (ARR2026 23)."""
    answer = signed("2026-08-03", proved_on="2026-07-10")
    assert (answer.values["starts_on"], cited(answer)[0]) == ("2026-07-10", "ARR2026 23(2)")
    assert answer.values["last_day"] == "2026-09-08"


def test_an_act_that_nobody_told_runs_from_knowing_it() -> None:
    """未送达的，自知道或者应当知道之日起算 (ARL 20)."""
    assert until(done_on="2025-11-20", learnt_on="2026-01-05") == "2026-03-06"


def test_who_was_told_nothing_has_a_year_from_knowing_the_content() -> None:
    """未告知权利、机关和期限的，最长一年 (ARL 20)."""
    answer = ask(QUESTION, learnt_on="2025-03-10", told_remedies=False)
    assert last_days(answer) == {"ARL 20(3)": "2026-03-10"}
    assert until(learnt_on="2024-02-29", told_remedies=False) == "2025-02-28"
    assert until(learnt_on="2025-10-01", told_remedies=False) == "2026-10-08"


@pytest.mark.parametrize(
    ("later", "last", "sixty"),
    [
        pytest.param("2025-05-12", "2025-07-11", "2025-07-11", id="sixty days from then"),
        pytest.param("2026-02-24", "2026-03-10", "2026-04-27", id="but the year is the end"),
    ],
)
def test_who_learns_the_remedies_later_has_sixty_days_within_the_year(
    later: str, last: str, sixty: str
) -> None:
    """自知道权利、机关和期限之日起六十日，不超过一年 (ARL 20)."""
    answer = ask(QUESTION, learnt_on="2025-03-10", told_remedies=False, remedies_learnt_on=later)
    ends = [each.reckoning.last_day.isoformat() for each in answer.proofs]
    assert (answer.values["last_day"], ends) == (last, [sixty, "2026-03-10"])


def test_a_supplement_gives_sixty_days_within_the_year_from_knowing_the_content() -> None:
    """事后补充告知的自收到通知起算六十日，自知道行政行为内容之日起最长一年 (ARL 20; ARR2026 23)."""
    supplement = {"served": "later", "served_on": "2026-09-01", "told_remedies": False}
    late = ask(QUESTION, **supplement, learnt_on="2025-09-20", filed_on="2026-10-09")
    ends = [each.reckoning.last_day.isoformat() for each in late.proofs]
    assert (late.result, late.values["last_day"]) == ("late", "2026-09-20")
    assert ends == ["2026-11-02", "2026-09-20"]
    alone = ask(QUESTION, **supplement)
    assert last_days(alone) == {"ARL 20(3)": "2026-11-02"}
    assert "learnt_on" in [each.field for each in alone.assumed]
    with pytest.raises(ValidationError, match="没有全部告知"):
        ask(QUESTION, served="later", served_on="2026-09-01", told_remedies=True)


def test_the_year_runs_from_knowing_the_content_before_any_service() -> None:
    """未告知的，一年自知道内容之日起算，不自送达之日起算 (ARL 20)."""
    assert signed("2026-03-02", learnt_on="2025-10-09", told_remedies=False).values["last_day"] == (
        "2026-10-09"
    )
    told = signed("2026-03-02", learnt_on="2025-10-09", told_remedies=True)
    assert told.values["starts_on"] == "2026-03-02"
    assert any("不改变" in each.text for each in told.reasons)


def test_who_knew_the_remedies_before_the_act_has_sixty_days_from_the_act() -> None:
    """知道权利、机关和期限在先的，自知道行政行为之日起算 (ARL 20)."""
    early = {"learnt_on": "2025-03-10", "remedies_learnt_on": "2025-02-03"}
    assert until(**early, told_remedies=False) == "2025-05-09"


def test_five_years_after_the_act_nothing_is_heard() -> None:
    """自行政行为作出之日起超过五年的，不予受理 (ARL 21)."""
    answer = ask(QUESTION, done_on="2020-06-10", learnt_on="2025-06-03", filed_on="2025-06-11")
    assert (answer.result, answer.values["set_by"]) == ("late", "ARL 21")
    assert answer.values["last_day"] == "2025-06-10"


def test_about_real_estate_it_is_twenty_years() -> None:
    """因不动产提出的，二十年 (ARL 21)."""
    estate = {"real_estate": True, "learnt_on": "2026-06-01"}
    assert until(done_on="2020-06-10", **estate) == "2026-07-31"
    assert until(done_on="2006-06-19", **estate) == "2026-06-22"


@pytest.mark.parametrize(
    ("filing", "result"),
    [
        pytest.param({"filed_on": "2026-10-09"}, "in_time", id="received on the last day"),
        pytest.param({"filed_on": "2026-10-10"}, "late", id="received a day after"),
        pytest.param(
            {"posted_on": "2026-10-09", "filed_on": "2026-10-13"}, "in_time", id="posted in time"
        ),
        pytest.param(
            {"handed_in_on": "2026-10-09", "filed_on": "2026-10-16"},
            "in_time",
            id="handed to the organ that acted in time",
        ),
        pytest.param(
            {"arrived_at": "2026-10-09T23:59:00+08:00"}, "in_time", id="online a minute before"
        ),
        pytest.param(
            {"arrived_at": "2026-10-09T16:30:00+00:00"}, "late", id="online after midnight here"
        ),
    ],
)
def test_which_day_is_the_day_of_filing(filing: dict[str, str], result: str) -> None:
    """交邮、到达系统、提交作出机关之日为提出之日 (ARL 32; ARR2026 28; CPL 85)."""
    answer = ask(QUESTION, served="on_the_spot", served_on="2026-08-10", **filing)
    assert (answer.result, answer.values["last_day"]) == (result, "2026-10-09")


def test_a_law_that_gives_more_than_sixty_days_is_followed() -> None:
    """法律规定超过六十日的除外 (ARL 20)."""
    assert until(learnt_on="2026-01-05", days=90) == "2026-04-07"
    with pytest.raises(ValidationError):
        ask(QUESTION, learnt_on="2026-01-05", days=30)


@pytest.mark.parametrize(("today", "result"), [("2026-10-08", "open"), ("2026-10-09", "over")])
def test_before_filing_it_is_told_whether_the_way_is_still_open(today: str, result: str) -> None:
    assert ask(QUESTION, today, learnt_on="2026-08-03").result == result


def test_a_last_day_in_a_year_without_a_notice_is_provisional() -> None:
    """放假安排尚未公布的年度，暂定."""
    answer = ask(QUESTION, learnt_on="2026-11-23")
    assert (answer.values["last_day"], answer.values["provisional"]) == ("2027-01-22", True)


@pytest.mark.parametrize(("filed_on", "flagged"), [("2026-06-30", False), ("2026-07-01", True)])
def test_what_began_before_the_new_regulation_and_is_filed_after_it_is_flagged(
    *, filed_on: str, flagged: bool
) -> None:
    """没有过渡规定，跨越新旧规定的予以提示 (ARR2026 77)."""
    answer = ask(QUESTION, learnt_on="2026-06-01", filed_on=filed_on)
    assert ("ARR2026 77" in cited(answer)) is flagged
    assert "ARR2026 77" not in cited(ask(QUESTION, learnt_on="2026-07-01", filed_on="2026-07-02"))


def test_what_was_filed_before_2024_falls_under_the_former_law() -> None:
    """行政复议法自2024年1月1日起施行 (ARL 90)."""
    assert "ARL 90" in cited(ask(QUESTION, learnt_on="2023-11-01", filed_on="2023-12-29"))
    assert "ARL 90" not in cited(ask(QUESTION, learnt_on="2023-11-02", filed_on="2024-01-02"))


@pytest.mark.parametrize(
    ("filed_on", "duty"), [("2026-06-30", "ARR2007 17"), ("2026-07-01", "ARR2026 25")]
)
def test_the_duty_to_tell_the_remedies_is_cited_where_it_was_not_kept(
    filed_on: str, duty: str
) -> None:
    """应当告知申请复议的权利、机关和期限 (ARR2007 17; ARR2026 25)."""
    answer = ask(QUESTION, learnt_on="2026-06-01", told_remedies=False, filed_on=filed_on)
    kept = {each.article.code: each.met for each in answer.reasons if each.article}
    assert kept[duty] is False


@pytest.mark.parametrize(
    "facts",
    [
        {"learnt_on": "2026-08-03"},
        {"learnt_on": "2025-03-10", "told_remedies": False},
        {
            "learnt_on": "2025-03-10",
            "told_remedies": False,
            "remedies_learnt_on": "2025-05-12",
        },
        {"learnt_on": "2025-06-03", "act_done_on": "2020-06-10"},
        {"learnt_on": "2026-06-03", "act_done_on": "2020-06-10", "real_estate": True},
    ],
)
def test_the_desk_and_the_case_file_come_to_the_same_day(facts: dict[str, object]) -> None:
    """案卷与法律服务台用同一规则计算 (ARL 20, 21)."""
    read = {k: date.fromisoformat(v) if isinstance(v, str) else v for k, v in facts.items()}
    case = received(**read).case
    asked = {"done_on" if k == "act_done_on" else k: v for k, v in facts.items()}
    assert until(**asked) == str(last_day(case, NO_FINDING, CALENDAR))


def test_without_a_day_to_start_from_no_date_is_invented() -> None:
    answer = ask(QUESTION)
    assert (answer.result, answer.proofs) == ("unknown", ())
    assert "learnt_on" in [each.field for each in answer.assumed]


@pytest.mark.parametrize(
    "broken",
    [
        {"obstacle_from": "2026-02-10", "obstacle_until": "2026-02-01"},
        {"ruling_served_on": "2026-02-10"},
        {"served": "direct"},
        {"perform_within": "soon"},
        {"posted_on": "2026-02-10", "filed_on": "2026-02-09"},
    ],
)
def test_facts_that_contradict_themselves_are_refused(broken: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        ask(QUESTION, learnt_on="2026-01-05", **broken)
