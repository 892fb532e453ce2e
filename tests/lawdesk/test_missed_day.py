"""期限被耽误 (ARL 20, 31, 70, 88; CPL 85, 86; RULES 171, 174, 175), on the real calendar."""

from typing import Any, Final

import pytest
from pydantic import ValidationError

from services.reconsideration.domain.deferring import Kept, ask
from services.reconsideration.lawdesk.missed_day import QUESTION
from shared.contracts.reconsideration.deferring import Hindrance, Missed
from shared.law.calendar import CALENDAR
from shared.law.day import end_of
from shared.law.procedure import Refused
from shared.law.running import Running
from shared.lawdesk import Answer
from tests.lawdesk.reconsidering import ask as answer_of
from tests.lawdesk.reconsidering import cited, last_days
from tests.reconsideration.makers import PAPER, RESPONDENT, accepted, day

REPLY: Final[dict[str, Any]] = {
    "missed": "reply",
    "period_from": "2026-03-09",
    "period_until": "2026-03-23",
    "hindered_on": "2026-03-16",
    "removed_on": "2026-03-24",
}
"""The days to reply, of which a flood took six working days."""


def missed(**facts: object) -> Answer:
    return answer_of(QUESTION, "2026-03-25", **{**REPLY, **facts})


def test_who_was_kept_asks_within_ten_days_for_the_working_days_that_were_lost() -> None:
    """障碍消除后的十日内申请，被耽误几个工作日补几日 (ARL 88; CPL 86; RULES 171, 174, 175)."""
    answer = missed()
    assert (answer.result, answer.values) == (
        "may_ask",
        {"ask_until": "2026-04-03", "lost_days": 6},
    )
    assert answer.says == "可以申请顺延，最迟2026-04-03；准许的，补足6个工作日。"
    assert last_days(answer) == {"CPL 86": "2026-04-03"}
    assert {"ARL 88(1)", "CPL 86", "RULES 171", "RULES 174", "RULES 175"} <= set(cited(answer))


@pytest.mark.parametrize(("kept", "article"), [("reply", "ARL 70"), ("supplement", "ARL 31(2)")])
def test_each_period_has_its_own_article_of_what_the_lapse_meant(kept: str, article: str) -> None:
    """补正的不视为放弃，答复的不视为没有证据，各按其条 (ARL 31, 70)."""
    others = {"ARL 70", "ARL 31(2)"} - {article}
    answer = missed(missed=kept)
    assert answer.result == "may_ask"
    assert article in cited(answer)
    assert not others & set(cited(answer))


def test_the_days_to_apply_run_on_by_themselves() -> None:
    """耽误申请期限的，自障碍消除之日起继续计算，不必申请顺延 (ARL 20(2))."""
    answer = missed(missed="application")
    assert (answer.result, cited(answer), answer.proofs) == ("runs_on", ["ARL 20(2)"], ())


@pytest.mark.parametrize(
    ("facts", "result"),
    [
        pytest.param({"asked_on": "2026-04-03"}, "may_ask", id="the tenth day, a Friday"),
        pytest.param({"asked_on": "2026-04-07"}, "late", id="after the tenth day"),
        pytest.param(
            {"asked_on": "2026-04-07", "posted_on": "2026-04-03"}, "may_ask", id="posted in time"
        ),
        pytest.param({"removed_on": None}, "lasting", id="it is not gone"),
        pytest.param({"removed_on": "2026-03-27"}, "lasting", id="asked for before it is gone"),
        pytest.param({"hindered_on": "2026-03-24"}, "nothing_lost", id="after the last day"),
        pytest.param({"period_until": "2026-03-25"}, "open", id="on the last day itself"),
    ],
)
def test_when_it_may_be_asked_for(facts: dict[str, Any], result: str) -> None:
    """障碍消除后、十日届满前、期限届满后申请，而且耽误了期限 (CPL 85, 86; RULES 175)."""
    assert missed(**facts).result == result


def test_ten_days_that_end_on_a_holiday_end_on_the_next_working_day() -> None:
    """十日是自然日，最后一日是法定休假日的，以其后的第一日为届满之日 (CPL 85(3))."""
    # 25 March and ten days are 4 April, which is 清明 with its days off until the 6th
    assert missed(removed_on="2026-03-25").values["ask_until"] == "2026-04-07"


@pytest.mark.parametrize(
    "facts",
    [
        {"period_until": "2026-03-01"},
        {"removed_on": "2026-03-15"},
        {"asked_on": "2026-04-01", "posted_on": "2026-04-02"},
    ],
)
def test_days_that_cannot_be_so_are_not_answered(facts: dict[str, str]) -> None:
    """先后颠倒的日期不作答."""
    with pytest.raises(ValidationError):
        missed(**facts)


@pytest.mark.parametrize(
    ("kept", "on"),
    [(("2026-03-16", "2026-03-24"), "2026-04-07"), (("2026-03-24", "2026-03-24"), "2026-03-25")],
)
def test_the_desk_and_the_door_give_the_same_reason(kept: tuple[str, str], on: str) -> None:
    """法律服务台和办理用同一条规则，写的理由也一样 (CPL 86; RULES 175)."""
    first, last = kept
    answer = missed(hindered_on=first, removed_on=last, asked_on=on)
    days = Running(
        name="reply",
        subject="",
        opened=3,
        until=end_of(day("2026-03-23")),
        started_on=day("2026-03-09"),
        article="ARL 48",
        period="10wd",
        lapsed=True,
    )
    said = Kept(hindrance=Hindrance.JUSTIFIED, hindered_on=day(first), removed_on=day(last))
    walk = accepted()
    papers = {"text_id": PAPER, "hindrance_proof_id": PAPER}
    with pytest.raises(Refused) as refusal:
        ask(
            *(walk.case, walk.head(on), days, CALENDAR, said),
            missed=Missed.REPLY,
            organ=RESPONDENT,
            **papers,
        )
    assert refusal.value.message in {one.text for one in answer.reasons if one.met is False}
