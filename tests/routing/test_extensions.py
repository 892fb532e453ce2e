"""延期: asked in time, decided in the centre's time, and nobody blamed between (RULES 29)."""

from services.routing.commands import centre, departments
from services.routing.domain.whistle import WHISTLE
from services.routing.figures.bars import bars_of
from services.routing.figures.parts import Duty, Outcome
from shared.contracts.routing import (
    AnswerLapsed,
    DepartmentOverdue,
    ExtensionDropped,
    ExtensionUndecided,
    Finding,
    SilenceReachedInspection,
    SilenceReachedLeader,
)
from shared.law.period import WorkingDays
from shared.law.warning import USUAL
from tests.routing.cases import moment
from tests.routing.day import ASSIST, LEAD, OTHER, Day
from tests.routing.test_competence import raises_refusal

LAST_DAY = "2026-11-25T16:00"
"""Called on Monday 23 November, they answer until the end of Wednesday."""


def ask(day: Day, code: str = LEAD, days: int = 3) -> None:
    said = {"more": WorkingDays(days), "reason": "检测", "by": "officer-1"}
    day.do(departments.ask_for_more, day.open.case_id, code, **said)


def grant(day: Day, code: str = LEAD) -> None:
    day.do(centre.grant, day.open.case_id, code, by="centre-1")


def deny(day: Day, code: str = LEAD) -> None:
    day.do(centre.deny, day.open.case_id, code, "材料已经足够", by="centre-1")


def asked_on_the_last_day() -> Day:
    day = Day()
    day.check_in(LEAD, ASSIST)
    day.at("2026-11-25T10:00").answer(ASSIST)
    day.at(LAST_DAY)
    ask(day)
    return day


def outcomes(day: Day, code: str) -> dict[Duty, Outcome]:
    """How the duties of a department's last call were met, as the figures count them."""
    pages = [one.fact for one in day.world.pages if one.fact.head.case_id == day.open.case_id]
    *_, bar = [one for one in bars_of(pages, day.world.clock.now()).bars if one.department == code]
    return {met.duty: met.outcome for met in bar.duties}


def test_asking_opens_the_centre_s_own_time_to_decide_and_adds_nothing() -> None:
    """申请延期的，综治中心一个工作日内决定；申请本身不增加期限 (RULES 29)."""
    day = Day()
    ask(day)
    assert day.until("extension", LEAD) == moment("2026-11-25T00:00")
    assert day.until("answer", LEAD) == moment("2026-11-26T00:00")
    assert WHISTLE.by_name["extension"].warnings == WHISTLE.by_name["ruling"].warnings == USUAL
    day.at("2026-11-24T09:00")
    deny(day)
    assert day.until("extension", LEAD) is None
    assert day.until("answer", LEAD) == moment("2026-11-26T00:00")


def test_what_was_asked_in_time_is_granted_after_the_old_end_and_runs_on_from_it() -> None:
    """期限内申请、届满时尚未决定的，不作逾期；批准的自原届满之日接续计算 (RULES 29)."""
    day = asked_on_the_last_day()
    assert day.until("answer", LEAD) == moment("2026-11-27T00:00")
    day.at("2026-11-26T10:00")
    assert day.facts(AnswerLapsed) == []
    grant(day)
    assert day.until("answer", LEAD) == moment("2026-12-01T00:00")  # 25日起3个工作日
    assert day.until("finish", LEAD) == moment("2026-12-03T00:00")
    day.at("2026-11-30T10:00").answer(LEAD)
    assert outcomes(day, LEAD)[Duty.ANSWER] is Outcome.IN_TIME


def test_what_is_refused_counts_as_it_was_and_silence_climbs_from_the_refusal() -> None:
    """不予延期的不增加期限，决定之日届满，此后才逐级报告 (RULES 29, 30)."""
    day = asked_on_the_last_day()
    day.at("2026-11-26T10:00")
    deny(day)
    assert day.until("answer", LEAD) == moment("2026-11-27T00:00")
    assert day.facts(AnswerLapsed) == []
    day.at("2026-11-27T09:00")
    [lapse] = day.facts(AnswerLapsed)
    assert (str(lapse.head.on), lapse.department) == ("2026-11-26", LEAD)
    assert day.facts(SilenceReachedLeader) == []
    day.at("2026-11-30T09:00")
    assert [str(one.head.on) for one in day.facts(SilenceReachedLeader)] == ["2026-11-27"]
    assert day.facts(SilenceReachedInspection) == []
    assert outcomes(day, LEAD)[Duty.ANSWER] is Outcome.LATE


def test_a_silent_centre_is_overdue_and_its_silence_adds_nothing() -> None:
    """逾期未决定的，记中心逾期，部门的期限不增加，其后不得再批准 (RULES 29)."""
    day = asked_on_the_last_day()
    day.at("2026-11-27T09:00")
    [silence], [lapse] = day.facts(ExtensionUndecided), day.facts(AnswerLapsed)
    assert (str(silence.head.on), str(lapse.head.on)) == ("2026-11-26", "2026-11-26")
    with raises_refusal("RULES 29"):
        grant(day)


def test_a_late_decision_still_gives_time_while_there_is_time() -> None:
    """逾期决定而部门期限尚未届满的，仍可批准 (RULES 13, 29)."""
    day = Day()
    ask(day)
    day.at("2026-11-25T09:00")
    assert len(day.facts(ExtensionUndecided)) == 1
    grant(day)
    assert day.until("answer", LEAD) == moment("2026-12-01T00:00")


def test_the_lead_s_finish_waits_for_the_decision_as_well() -> None:
    """办结期限届满前申请的，同样不作逾期 (RULES 24, 29)."""
    day = Day()
    day.answer(ASSIST)
    day.answer(LEAD)
    day.at("2026-11-27T16:00")
    ask(day)
    assert day.until("finish", LEAD) == moment("2026-12-01T00:00")
    day.at("2026-11-30T10:00")
    assert day.facts(DepartmentOverdue) == []
    grant(day)
    assert day.until("finish", LEAD) == moment("2026-12-03T00:00")
    day.finish()
    assert (day.until("extension", LEAD), outcomes(day, LEAD)[Duty.FINISH]) == (
        None,
        Outcome.IN_TIME,
    )


def test_whoever_answers_before_the_decision_is_in_time_and_the_request_falls_away() -> None:
    """决定之前反馈的，按期；没有期限可以延长的，申请失效，中心不再决定 (RULES 29)."""
    day = Day()
    day.check_in(ASSIST)
    day.at(LAST_DAY)
    ask(day, ASSIST)
    day.at("2026-11-26T09:00").answer(ASSIST)
    assert [one.department for one in day.facts(ExtensionDropped)] == [ASSIST]
    assert day.until("extension", ASSIST) is None
    assert outcomes(day, ASSIST)[Duty.ANSWER] is Outcome.IN_TIME
    with raises_refusal("RULES 29"):
        grant(day, ASSIST)
    day.at("2026-11-28T09:00")
    assert day.facts(ExtensionUndecided) == []


def test_a_lead_that_has_answered_may_still_be_given_time_to_finish() -> None:
    """主办已反馈的，申请仍为办结期限保留；反馈未解决的失效 (RULES 12, 29)."""
    day = Day()
    day.answer(ASSIST)
    ask(day)
    day.answer(LEAD)
    assert day.facts(ExtensionDropped) == []
    grant(day)
    assert day.until("finish", LEAD) == moment("2026-12-03T00:00")
    other = Day()
    other.answer(ASSIST)
    ask(other)
    other.answer(LEAD, Finding.NOT_SOLVED)
    assert [one.department for one in other.facts(ExtensionDropped)] == [LEAD]


def test_whoever_has_no_time_left_to_extend_does_not_ask() -> None:
    """协办已反馈的、主办反馈未解决的，没有可以延长的期限 (RULES 29)."""
    day = Day()
    day.answer(ASSIST)
    day.answer(LEAD, Finding.NOT_SOLVED)
    for code in (ASSIST, LEAD):
        with raises_refusal("RULES 29"):
            ask(day, code)


def test_the_centre_decides_also_while_a_ruling_is_awaited() -> None:
    """申请之后提出权属异议的，延期照常决定 (RULES 27, 29)."""
    day = Day()
    ask(day)
    day.dispute(LEAD, OTHER)
    day.at("2026-11-24T10:00")
    grant(day)
    day.uphold(LEAD)
    assert day.until("answer", LEAD) == moment("2026-12-02T00:00")
