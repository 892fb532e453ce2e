"""时间条: each department answers for its own clock only (RULES 61), on real days."""

import itertools
import xml.etree.ElementTree as ET
from datetime import timedelta

from services.routing.figures.bars import bars_of
from services.routing.figures.parts import Bar, Duty, End, Outcome, Stage, Whose
from services.routing.figures.picture import draw, duty_rows, held_rows, rows
from shared.contracts.routing import (
    AnswerLapsed,
    CallRole,
    CheckInLapsed,
    CompetenceDisputed,
    CompetenceUpheld,
    DepartmentFinished,
    DepartmentRuledOut,
    Finding,
    LeadNamed,
    PartyAwaited,
    PartyCame,
    RoutingActOverdue,
    WaitLapsed,
    WhistleClosed,
    WhistleEnd,
    WhistleFinished,
    WhistleProposed,
    WhistleReopened,
)
from tests.routing.cases import DIRECTORY
from tests.routing.figures.files import ASSIST, CENTRE, LEAD, PAPER, Book, moment

NOW = moment("2026-12-31T09:00")
RULING = {"basis": "《人民调解法》", "reason_id": PAPER}


def told(bar: Bar) -> list[tuple[str, str, str]]:
    """Each span: its end, whose it was, and its stage."""
    return [(f"{s.end:%m-%d %H:%M}", str(s.whose), str(s.stage)) for s in bar.segments]


def bar_of(book: Book, code: str = LEAD, turn: int = 1) -> Bar:
    found = bars_of(book.pages, NOW).bars
    return next(bar for bar in found if (bar.department, bar.turn) == (code, turn))


def outcomes(bar: Bar) -> dict[Duty, Outcome]:
    return {met.duty: met.outcome for met in bar.duties}


def whole() -> Book:
    """A whistle from Monday 2026-11-23 to its close on Friday."""
    book = Book().blow().call().call(ASSIST)
    book.come(LEAD, "2026-11-23T10:00").come(ASSIST, "2026-11-24T16:00")
    book.answer(LEAD, "2026-11-24T17:00").answer(ASSIST, "2026-11-26T09:00")
    book.put(DepartmentFinished, "2026-11-26T15:00", department=LEAD, evidence_id=PAPER)
    book.put(WhistleFinished, lead=LEAD, evidence_id=PAPER, callback="1wd")
    return book.put(WhistleClosed, "2026-11-27T11:00", end=WhistleEnd.SOLVED)


def test_a_lead_answers_for_its_own_time_and_not_for_those_it_waited_for() -> None:
    """主办只对自己的时间负责，等待协办反馈不计 (RULES 24, 61)."""
    assert told(bar_of(whole())) == [
        ("11-23 10:00", "own", "check_in"),
        ("11-24 17:00", "own", "answer"),
        ("11-26 09:00", "others", "assisting"),
        ("11-26 15:00", "own", "finish"),
        ("11-27 11:00", "centre", "callback"),
    ]
    assert bar_of(whole()).own(Stage.FINISH) == timedelta(hours=6)


def test_who_assists_is_done_with_its_answer() -> None:
    """协办反馈后即已尽责 (RULES 11, 61)."""
    bar = bar_of(whole(), ASSIST)
    assert (bar.end, bar.until) == (End.DONE, moment("2026-11-26T09:00"))
    assert bar.spent(Whose.OWN) == bar.until - bar.called_at


def test_the_case_shows_who_held_it_when() -> None:
    """哨在谁手里，自何时至何时 (RULES 61)."""
    held = bars_of(whole().pages, NOW).held
    assert [(one.organs, str(one.stage)) for one in held] == [
        ((LEAD,), "check_in"),
        ((LEAD,), "answer"),
        ((ASSIST,), "assisting"),
        ((LEAD,), "finish"),
        ((CENTRE,), "callback"),
    ]
    assert all(a.end == b.start for a, b in itertools.pairwise(held))


def test_before_the_leader_has_signed_the_centre_holds_it() -> None:
    """签批前在综治中心 (RULES 18)."""
    book = Book().put(
        WhistleProposed,
        whistle="daily", tier="ordinary", centre=CENTRE, matter="linli", place="620702100",
        road="peoples_mediation", risk="red", whistler=CENTRE, level="township", planned=(),
        sign_off="1h",
    )  # fmt: skip
    book.blow("2026-11-23T09:40").call()
    first = bars_of(book.pages, NOW).held[0]
    assert (first.stage, first.end - first.start) == (Stage.SIGN_OFF, timedelta(minutes=40))


def test_time_waiting_for_a_competence_ruling_is_nobodys() -> None:
    """权属异议期间不计入部门 (RULES 26, 61)."""
    book = Book().blow().call()
    book.put(CompetenceDisputed, "2026-11-23T10:00", department=LEAD, competent=ASSIST,
             ruling="1wd", **RULING)  # fmt: skip
    book.put(CompetenceUpheld, "2026-11-24T18:00", department=LEAD, check_in="1wd", **RULING)
    book.come(LEAD, "2026-11-24T18:30")
    bar = bar_of(book)
    assert told(bar)[:3] == [
        ("11-23 10:00", "own", "check_in"),
        ("11-24 18:00", "centre", "ruling"),
        ("11-24 18:30", "own", "check_in"),
    ]
    assert bar.own(Stage.CHECK_IN) == timedelta(hours=1, minutes=30)


def test_whoever_is_ruled_out_owes_nothing_more_and_another_becomes_the_lead() -> None:
    """裁定不承办的，期间自此终止；另定的主办自任命起负责办结 (RULES 27, 61)."""
    book = Book().blow().call().call(ASSIST).come(ASSIST, "2026-11-23T09:30")
    book.answer(ASSIST, "2026-11-23T09:50")
    book.put(CompetenceDisputed, "2026-11-23T10:00", department=LEAD, competent=ASSIST,
             ruling="1wd", **RULING)  # fmt: skip
    book.put(DepartmentRuledOut, "2026-11-24T10:00", department=LEAD, instead=ASSIST, **RULING)
    book.put(LeadNamed, lead=ASSIST, department=ASSIST, instead_of=LEAD, finish="4wd")
    out, first, second = bar_of(book), bar_of(book, ASSIST), bar_of(book, ASSIST, turn=2)
    assert (out.end, outcomes(out)[Duty.CHECK_IN]) == (End.RULED_OUT, Outcome.RELEASED)
    assert first.until == moment("2026-11-23T09:50")
    assert (second.role, second.called_at) == (CallRole.LEAD, moment("2026-11-24T10:00"))
    assert outcomes(second) == {Duty.FINISH: Outcome.RUNNING}


def test_time_waiting_for_the_party_is_nobodys_until_it_comes_or_the_wait_is_over() -> None:
    """等待当事人的时间不计入部门，期满自届满之时恢复，而非自记录之时 (RULES 28, 61)."""
    book = Book().blow().call().come(LEAD, "2026-11-23T10:00")
    wait = {"department": LEAD, "what_id": PAPER, "at_most": "5wd"}
    book.put(PartyAwaited, "2026-11-23T11:00", **wait)
    book.put(PartyCame, "2026-11-24T11:00", department=LEAD)
    book.put(PartyAwaited, "2026-11-24T12:00", **wait)
    book.put(WaitLapsed, "2026-12-02T00:00", department=LEAD, recorded=moment("2026-12-02T08:00"))
    book.answer(LEAD, "2026-12-02T10:00")
    bar = bar_of(book)
    assert bar.spent(Whose.PARTY) == timedelta(days=1) + timedelta(days=7, hours=12)
    assert bar.own(Stage.ANSWER) == timedelta(hours=1 + 1 + 10)


def test_an_answer_does_not_end_the_wait_of_a_lead_that_has_yet_to_finish() -> None:
    """反馈后仍须当事人配合方能办结的，等待不计入主办 (RULES 28)."""
    book = Book().blow().call().come(LEAD, "2026-11-23T10:00")
    book.put(PartyAwaited, "2026-11-23T11:00", department=LEAD, what_id=PAPER, at_most="5wd")
    book.answer(LEAD, "2026-11-24T11:00")
    assert told(bar_of(book))[-1][1:] == ("party", "waiting")
    book.put(PartyCame, "2026-11-25T11:00", department=LEAD)
    assert told(bar_of(book))[-1][1:] == ("own", "finish")


def test_a_duty_is_late_when_its_lapse_stands_on_file_and_not_otherwise() -> None:
    """是否逾期以卷内逾期事实为准 (RULES 4, 11, 61)."""
    book = Book().blow().call().call(ASSIST)
    book.put(CheckInLapsed, "2026-11-25T00:00", department=LEAD)
    book.come(LEAD, "2026-11-25T09:00").come(ASSIST).answer(ASSIST)
    book.put(AnswerLapsed, "2026-11-26T00:00", department=LEAD)
    lead = outcomes(bar_of(book))
    assert (lead[Duty.CHECK_IN], lead[Duty.ANSWER]) == (Outcome.LATE, Outcome.LATE)
    assert lead[Duty.FINISH] is Outcome.RUNNING
    assert set(outcomes(bar_of(book, ASSIST)).values()) == {Outcome.IN_TIME}


def test_what_the_centre_owes_late_is_no_departments_lateness() -> None:
    """综治中心逾期办结不记在部门 (RULES 12, 61)."""
    book = Book().blow().call(finish=None).come(LEAD, "2026-11-23T10:00")
    book.answer(LEAD, "2026-11-23T11:00")
    book.put(RoutingActOverdue, "2026-11-28T00:00", duty="close")
    bar = bar_of(book)
    assert set(outcomes(bar).values()) == {Outcome.IN_TIME}
    assert told(bar)[-1][1:] == ("centre", "closing")


def test_what_could_not_be_solved_waits_for_the_centre_to_hand_it_on() -> None:
    """未解决的由综治中心移交，主办不再计时 (RULES 12)."""
    book = Book().blow().call().come(LEAD, "2026-11-23T10:00")
    book.answer(LEAD, "2026-11-23T11:00", Finding.NOT_SOLVED)
    assert told(bar_of(book))[-1][1:] == ("centre", "closing")


def test_a_reopened_whistle_has_a_bar_of_its_own_for_the_second_call() -> None:
    """重新办理另起一条 (RULES 39)."""
    book = whole()
    book.pages.pop()
    book.put(WhistleReopened, "2026-11-27T11:00", close="4wd").call(LEAD, why="reopened")
    book.come(LEAD, "2026-11-27T12:00")
    first, second = bar_of(book), bar_of(book, turn=2)
    assert (first.end, first.until) == (End.RECALLED, second.called_at)
    assert told(second)[0] == ("11-27 12:00", "own", "check_in")


def test_the_bars_as_they_were_at_nine_know_nothing_of_what_came_later() -> None:
    """任一时刻的时间条 (RULES 61)."""
    at = moment("2026-11-24T09:00")
    book = whole()
    assert bars_of(book.pages, at) == bars_of(book.pages[:4], at)
    assert bars_of(book.pages, at).closed_at is None


def test_table_and_picture_say_the_same_in_words() -> None:
    """图文一致，可朗读，可打印 (RULES 61)."""

    def name(code: str) -> str:
        return DIRECTORY.organ(code).name

    found = bars_of(whole().pages, NOW)
    told_rows = rows(found, name)
    assert told_rows[3][2:6] == ("2026年11月26日09:00", "2026年11月26日15:00", "6小时", "本部门")
    assert len(held_rows(found, name)) == len(found.held)
    assert {row[3] for row in duty_rows(found, name)} == {"按期"}
    svg = draw("时间条", found, name)
    root = ET.fromstring(svg)  # noqa: S314 - our own
    desc = next(one.text or "" for one in root if one.tag.endswith("desc"))
    assert all(f"{row[2]}至{row[3]}，{row[6]}，归{row[5]}" in desc for row in told_rows)
    assert "url(#" in svg
    long = "甲乙丙丁戊己庚辛壬癸" * 8
    drawn = ET.fromstring(draw("时间条", found, lambda _: long))  # noqa: S314 - our own
    texts = [one for one in drawn if one.tag.endswith("text") and one.get("x") == "24.0"]
    assert "".join(one.text or "" for one in texts).count(long) == len(found.bars)
    high = sorted(float(one.get("y") or 0) for one in texts)
    assert all(after - before >= 12 for before, after in itertools.pairwise(high)), "one on another"
