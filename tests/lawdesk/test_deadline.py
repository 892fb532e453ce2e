"""期限计算和期限规则, the questions of the frame itself, on days of the real calendar."""

from datetime import date
from typing import Any, Final

import pytest

from deploy.lawdesk import question
from deploy.lawdesk.asking import BadFacts, ask
from deploy.lawdesk.rules import every_rule
from shared.directory import load
from shared.law.calendar import CALENDAR
from shared.lawdesk import Answer, Setting

SETTING: Final = Setting(date(2026, 11, 23), CALENDAR, load())


def deadline(**facts: object) -> Answer:
    return ask(question("deadline"), facts, SETTING)


def refused(**facts: object) -> str:
    """The field that is wrong."""
    with pytest.raises(BadFacts) as bad:
        deadline(**facts)
    return bad.value.faults[0].field


@pytest.mark.parametrize(
    ("facts", "last_day"),
    [
        pytest.param(
            {"rule": "ordinary.decide", "start": "2026-09-28"},
            "2026-11-27",
            id="sixty days to decide are calendar days (ARL 62)",
        ),
        pytest.param(
            {"rule": "ordinary.review", "start": "2026-09-24"},
            "2026-10-09",
            id="five days to review skip the rest days of Mid-Autumn and National Day (ARL 30, 88)",
        ),
        pytest.param(
            {"rule": "ordinary.reply_simplified", "start": "2026-09-24"},
            "2026-10-09",
            id="five working days to reply in the simplified procedure (ARL 54)",
        ),
        pytest.param(
            {"period": "60d", "article": "ARL 20(1)", "start": "2025-12-03"},
            "2026-02-02",
            id="a period that ends on a Sunday ends on the Monday after (CPL 85)",
        ),
        pytest.param(
            {"period": "60d", "article": "ARL 20(1)", "start": "2026-03-02", "manner": "notice"},
            "2026-06-01",
            id="what is served by notice is served when thirty days have passed (CPL 95)",
        ),
        pytest.param(
            {"period": "1m", "article": "CCL 202", "start": "2026-01-31"},
            "2026-02-28",
            id="a month from the 31st ends with the last of February, here a make-up day",
        ),
    ],
)
def test_a_period_ends_as_the_law_counts_it(facts: dict[str, str], last_day: str) -> None:
    answer = deadline(**facts)
    assert answer.values["last_day"] == last_day
    assert answer.proofs[0].reckoning.last_day.isoformat() == last_day


def test_days_left_are_told_in_both_counts_and_a_day_later_it_is_over() -> None:
    asked = {"rule": "ordinary.decide", "start": "2026-09-28"}
    before = deadline(**asked, as_of="2026-11-20")
    assert (before.result, before.values["days_left"]) == ("running", 7)
    assert before.values["working_days_left"] == 5
    assert deadline(**asked, as_of="2026-11-27").result == "running"
    assert deadline(**asked, as_of="2026-11-28").result == "over"


def test_an_extension_is_added_once_and_told_with_who_approved_it() -> None:
    """延长三十日 (ARL 62)."""
    more = {"by": "30d", "reason": "情况复杂", "article": "ARL 62(1)", "approved_by": "负责人"}
    answer = deadline(rule="ordinary.decide", start="2026-09-28", extensions=[more])
    assert answer.values["last_day"] == "2026-12-28"
    assert "负责人批准" in answer.proofs[0].sentence()


def _longer(*by: str) -> list[dict[str, str]]:
    return [{"by": each, "reason": "情况复杂", "article": "ARL 62(1)"} for each in by]


@pytest.mark.parametrize("by", [("45d",), ("30d", "10d"), ("31d",), ("1m",), ("30wd",)])
def test_a_decision_is_put_off_by_thirty_days_in_all(by: tuple[str, ...]) -> None:
    """延长合计最多三十日 (ARL 62)."""
    asked = {"rule": "ordinary.decide", "start": "2026-09-28"}
    with pytest.raises(BadFacts, match="30") as bad:
        deadline(**asked, extensions=_longer(*by))
    assert bad.value.faults[0].field == "extensions"
    twice = deadline(**asked, extensions=_longer("20d", "10d"))
    assert twice.values["last_day"] == "2026-12-28"


@pytest.mark.parametrize("rule", ["ordinary.reply", "ordinary.review", "ordinary.supplement"])
def test_what_no_article_prolongs_is_not_prolonged(rule: str) -> None:
    """答复、审查的期限不得延长 (ARL 30, 48); 补正延长的日期由文书写明 (ARL 31)."""
    more = [{"by": "5wd", "reason": "一", "article": "ARL 48"}]
    assert refused(rule=rule, start="2026-09-28", extensions=more) == "extensions"


def test_while_a_suspension_lasts_the_period_stands_still() -> None:
    """中止期间不计算期限 (ARL 39)."""
    still = {"after": "2026-10-10", "reason": "行政复议中止", "article": "ARL 39"}
    answer = deadline(rule="ordinary.decide", start="2026-09-28", exclusions=[still])
    assert (answer.result, answer.values["last_day"]) == ("standing_still", None)


def test_a_cap_bounds_a_period_that_stands_still() -> None:
    still = {"after": "2026-10-10", "reason": "障碍", "article": "ARL 20(2)"}
    cap = {"within": "1y", "start": "2026-01-05", "article": "ARL 20(3)"}
    answer = deadline(rule="ordinary.decide", start="2026-09-28", exclusions=[still], caps=[cap])
    assert answer.values["last_day"] == "2027-01-05"
    assert answer.values["provisional"]


def test_hours_run_from_the_next_full_hour_and_ask_for_a_moment() -> None:
    asked = {"period": "2h", "article": "RULES 4", "start": "2026-03-02"}
    assert refused(**asked) == "moment"
    answer = deadline(**asked, moment="2026-03-02T09:20:00+08:00")
    assert answer.values["until"] == "2026-03-02T12:00:00+08:00"


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({}, "rule"),
        ({"rule": "nosuch"}, "rule"),
        ({"rule": "perform"}, "rule"),
        ({"rule": "peoples.perform"}, "rule"),
        ({"rule": "ordinary.decide", "period": "60d"}, "rule"),
        ({"period": "60d"}, "article"),
        ({"period": "60x", "article": "ARL 20"}, "period"),
        ({"period": "60d", "article": "ARL 99"}, "article"),
        ({"period": "60d", "article": "nosuch"}, "article"),
        (
            {"rule": "ordinary.decide", "exclusions": [{"after": "2026-03-03", "reason": "一"}]},
            "exclusions.0.article",
        ),
        (
            {
                "rule": "ordinary.decide",
                "extensions": [{"by": "2h", "reason": "一", "article": "ARL 62"}],
            },
            "extensions",
        ),
    ],
)
def test_facts_that_do_not_fit_are_told_by_field(facts: dict[str, object], field: str) -> None:
    assert refused(start="2026-03-02", **facts) == field


def test_a_rule_is_not_asked_before_its_table_was_in_force() -> None:
    assert refused(rule="ordinary.decide", start="2023-12-29") == "start"


def _rules(answer: Answer) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = answer.values["rules"]
    return found


def test_every_rule_of_every_table_is_listed_in_chinese() -> None:
    answer = ask(question("rules"), {}, SETTING)
    clocked = [rule for rule in answer.values["rules"] if rule["clock"]]
    assert len(clocked) == len(list(every_rule()))
    for rule in clocked:
        acts = [*rule["starts"], *rule["ends"], rule["lapse"]]
        assert all("\u4e00" <= act["term"][0] <= "\u9fff" for act in acts), rule


def test_a_rule_is_listed_with_its_warnings_and_what_may_be_hours_has_one() -> None:
    answer = ask(question("rules"), {"procedure": "whistle"}, SETTING)
    warned = {one["deadline"]: [each["code"] for each in one["warnings"]] for one in _rules(answer)}
    assert warned["answer"] == ["share_80", "last_workday"]
    assert (warned["check_in"], warned["check_in_leader"]) == (warned["answer"], [])


def test_rules_are_chosen_by_office_procedure_and_article() -> None:
    asked = {"office": "reconsideration", "procedure": "ordinary", "article": "ARL 48"}
    answer = ask(question("rules"), asked, SETTING)
    assert {one["deadline"] for one in answer.values["rules"]} >= {"send_copy", "reply"}
    assert {one["article"]["code"].split("(")[0] for one in answer.values["rules"]} == {"ARL 48"}
    assert ask(question("rules"), {"article": "ARL 4"}, SETTING).result == "none"


def test_a_period_that_no_table_has_is_not_said_to_be_no_law() -> None:
    """听证通知的期限 (ARL 51) 由办案提问计算，不说法律没有规定."""
    answer = ask(question("rules"), {"article": "ARL 51"}, SETTING)
    assert answer.result == "found"
    assert {(one["question"], one["clock"]) for one in _rules(answer)} == {("conduct", False)}


def test_the_periods_of_the_simplified_procedure_run_a_clock_and_a_question_has_them() -> None:
    """简易程序的期限 (ARL 54, 62) 由程序表计时，审理程序的提问照表计算."""
    answer = ask(question("rules"), {"article": "ARL 54"}, SETTING)
    assert {one["clock"] for one in _rules(answer)} == {True}
    reckoned = ask(question("procedure"), {"track": "simplified", **_ACCEPTED}, SETTING)
    [reply] = [each for each in reckoned.proofs if each.term == "书面答复期限"]
    same = deadline(rule="ordinary.reply_simplified", start=_ACCEPTED["copied_on"])
    assert same.values["last_day"] == reply.reckoning.last_day.isoformat()
    assert reply.article.code == "ARL 54(1)"


_ACCEPTED: Final = {"accepted_on": "2026-09-07", "copied_on": "2026-09-10"}
