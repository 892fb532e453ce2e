"""法律服务台的框架: one question, asked well and badly, and its answer for people."""

from datetime import date
from typing import Any, Final

import pytest

from deploy.lawdesk.answers import AnswerOut, QuestionOut
from deploy.lawdesk.asking import BadFacts, Fault, ask
from deploy.lawdesk.deadline import QUESTION as DEADLINE
from deploy.lawdesk.page import faults_page, page
from services.reconsideration.lawdesk.filing import QUESTION as FILING
from services.reconsideration.lawdesk.jurisdiction import QUESTION as JURISDICTION
from services.reconsideration.lawdesk.procedure import QUESTION as PROCEDURE
from services.reconsideration.lawdesk.remedy import QUESTION as REMEDY
from shared.directory import load
from shared.law.calendar import CALENDAR
from shared.lawdesk import Question, Setting
from tests.lawdesk.toy import TOY

SETTING: Final = Setting(date(2026, 11, 23), CALENDAR, load())


def faults(**written: object) -> dict[str, Fault]:
    """What is wrong with these facts, by field."""
    with pytest.raises(BadFacts) as refused:
        ask(TOY, written, SETTING)
    return {one.field: one for one in refused.value.faults}


def test_facts_as_they_are_written_are_answered() -> None:
    answer = ask(TOY, {"start": "2026-09-30", "posted": "true", "fine_yuan": "3"}, SETTING)
    assert (answer.result, answer.values["last_day"]) == ("in_time", "2026-11-30")


def test_everything_missing_unknown_or_wrong_is_told_at_once_with_what_it_would_change() -> None:
    found = faults(strat="2026-09-30", colour="green", fine_yuan=-1)
    assert set(found) == {"start", "strat", "colour", "fine_yuan"}
    assert found["start"].changes == found["strat"].changes == "申请期限由此起算"
    assert "start" in found["strat"].message
    assert found["colour"].message == "应为以下之一：red、blue"
    assert found["fine_yuan"].message == "不得小于 0"


def test_a_field_unlike_any_other_is_told_which_there_are() -> None:
    assert "colour" in faults(start="2026-09-30", zzzz=1)["zzzz"].message


def test_a_fault_deep_in_a_list_is_told_with_its_own_field() -> None:
    found = faults(start="2026-09-30", parts=[{"name": "甲"}])
    assert found["parts.0.since"].title == "部分开始之日"
    assert found["parts.0.since"].changes == "部分由此起算"


def test_facts_that_name_what_there_is_not_are_told_as_faults_too() -> None:
    found = faults(start="2026-09-30", colour="blue")
    assert found["days"] == Fault("days", "不计入的日子", "蓝色的须写明日子", "从期限中扣除")


@pytest.mark.parametrize("start", ["0001-01-01", "1850-03-02", "2150-01-01", "9999-12-31"])
def test_a_year_that_nobody_can_mean_is_told_at_its_field(start: str) -> None:
    assert faults(start=start)["start"].message == "年份应当在1950年至2100年之间"


def test_an_empty_text_is_no_fact() -> None:
    with pytest.raises(BadFacts, match="不得为空"):
        ask(JURISDICTION, {"respondent": "  "}, SETTING)


@pytest.mark.parametrize(
    ("question", "facts", "fault"),
    [
        (FILING, {"done_on": "2026-09-01", "learnt_on": "2026-08-01"}, "不得早于行政行为作出之日"),
        (FILING, {"act": "licence", "handed_in_on": "2026-09-08"}, "只有对行政处罚决定"),
        (PROCEDURE, {"accepted_on": "2026-07-31", "copied_on": "2026-07-01"}, "不得早于受理之日"),
    ],
)
def test_facts_that_contradict_each_other_are_told(
    question: Question[Any], facts: dict[str, str], fault: str
) -> None:
    with pytest.raises(BadFacts, match=fault):
        ask(question, facts, SETTING)


@pytest.mark.parametrize("period", ["9999y", "99999999d", "99999999999m", "999999999wd"])
def test_a_period_that_leads_beyond_every_calendar_is_a_fault_and_no_crash(period: str) -> None:
    asked = {"period": period, "article": "ARL 20", "start": "2026-01-05"}
    with pytest.raises(BadFacts, match="过远"):
        ask(DEADLINE, asked, SETTING)


def test_a_day_before_the_first_regulation_is_a_fault_and_no_crash() -> None:
    with pytest.raises(BadFacts, match="《行政复议法实施条例》尚未施行"):
        ask(
            JURISDICTION,
            {"respondent": "甘州区公安局", "capacity": "approved", "on": "2001-01-05"},
            SETTING,
        )


def test_the_page_has_the_result_the_marks_the_proof_and_what_was_assumed() -> None:
    told = page(TOY, ask(TOY, {"start": "2026-09-30"}, SETTING))
    assert told.startswith("示例问题：在期限内\n申请期限至2026-11-30届满。")
    assert "·  自知道之日起六十日内（《行政复议法》第20条第1款）" in told
    assert "✓  没有超过期限" in told
    assert "posted  按没有邮寄处理；以寄出为准" in told
    late = page(TOY, ask(TOY, {"start": "2026-01-05"}, SETTING))
    assert "✗  没有超过期限" in late


def test_the_page_of_faults_counts_them_and_says_what_each_would_change() -> None:
    told = faults_page(list(faults().values()))
    assert told.startswith("有 1 处")
    assert "影响：申请期限由此起算" in told


def test_an_answer_for_programs_holds_the_proof_and_every_article() -> None:
    answer = AnswerOut.of(TOY, ask(TOY, {"start": "2026-09-30"}, SETTING))
    assert answer.meaning == "在期限内"
    assert [one.code for one in answer.articles] == ["ARL 20(1)"]
    assert answer.proofs[0]["last_day"] == "2026-11-30"


def test_a_question_tells_programs_which_facts_it_needs() -> None:
    fields = {one.name: one for one in QuestionOut.of(TOY).facts}
    assert fields["start"].needed
    assert not fields["posted"].needed
    assert fields["posted"].changes == "邮寄的以寄出之日为准"


def test_every_field_of_the_facts_has_a_chinese_title_and_an_example() -> None:
    schema = TOY.facts.model_json_schema()
    parts = [schema, *schema["$defs"].values()]
    fields = [one for part in parts for one in part.get("properties", {}).values()]
    assert all("examples" in one for one in fields)
    assert schema["properties"]["fine_yuan"]["title"] == "罚款数额"
    assert schema["properties"]["start"]["examples"] == ["2026-11-23"]
    assert schema["properties"]["colour"]["examples"] == ["red"]


def test_a_date_past_the_last_notice_is_marked_wherever_an_answer_says_it() -> None:
    """放假安排尚未公布的年份，结论和理由里的日期也写明暂定 (ARL 88; CPL 85)."""
    written = {"served": "direct", "served_on": "2026-11-20", "told_remedies": True}
    assert "2027-01-19（暂定）" in ask(FILING, written, SETTING).says
    mediated = ask(REMEDY, {"paper": "mediation", "served_on": "2026-10-20"}, SETTING)
    [urging] = [one.text for one in mediated.reasons if "催告书" in one.text]
    assert ("2027-01-05（暂定）" in urging, "2027-01-20（暂定）" in urging) == (True, True)
    firm = ask(FILING, {**written, "served_on": "2026-10-20"}, SETTING)
    assert "暂定" not in firm.says + "".join(one.text for one in firm.reasons)


def test_a_date_that_somebody_told_is_as_firm_as_it_was_told() -> None:
    """提问人写明的日期不是推算的，不加暂定."""
    written = {"served": "direct", "served_on": "2027-03-01", "told_remedies": True}
    answer = ask(FILING, written, SETTING)
    assert any("起算：2027-03-01，" in one.text for one in answer.reasons)
    assert "2027-04-30（暂定）" in answer.says
