"""Work reports to the government, and checks of governments below (ARR2026 66, 67; RULES 149)."""

from datetime import date, datetime, time
from uuid import UUID

import pytest
from pydantic import ValidationError

from services.reconsideration.commands.overseeing import above_of, below_of
from services.reconsideration.domain import overseeing_acts as acts
from services.reconsideration.domain.overseeing import (
    REPORTS,
    WORK_CHECK,
    State,
    WorkCheck,
    WorkReports,
)
from services.reconsideration.domain.overseeing_acts import Check, Span
from services.reconsideration.queries import COUNTED_FROM, HOW, MEASURES
from services.reconsideration.queries.overseeing import counts_said
from services.reconsideration.schemas.overseeing import WorkReportTimesIn
from services.reconsideration.store import WORK_CHECKS, WORK_REPORTS
from services.supervision.live.picture import PageAt, spans_of
from shared.contracts.fact import Head
from shared.contracts.reconsideration.overseeing import (
    CheckFedBack,
    Checking,
    Cycle,
)
from shared.directory import load
from shared.law.article import ARR2026, RULES, Article
from shared.law.calendar import CALENDAR
from shared.law.casefile import CaseFile
from shared.law.period import CITY
from shared.law.procedure import Refused
from tests.reconsideration.makers import AUTHORITY, CITY_GOVERNMENT, PAPER, day

FILE = UUID(int=77)


def head(of: CaseFile, on: str) -> Head:
    return of.head(by="head-1", on=day(on), at=datetime.combine(day(on), time(9), CITY))


def refused(act: object, *args: object, **said: object) -> Article:
    with pytest.raises(Refused) as refusal:
        act(*args, **said)  # type: ignore[operator]  # an act of the domain
    return refusal.value.article


def register(cycle: Cycle = Cycle.QUARTER, first: str = "2026-07-01") -> WorkReports:
    blank = WorkReports(procedure=REPORTS, dispute_id=FILE, case_id=FILE)
    said = {"cycle": cycle, "within_days": 31, "first": day(first)}
    return blank.after(acts.set_times(blank, head(blank, "2026-07-06"), AUTHORITY, **said))  # type: ignore[arg-type]


def checked() -> WorkCheck:
    blank = WorkCheck(procedure=WORK_CHECK, dispute_id=FILE, case_id=FILE)
    return blank.after(
        acts.check(head(blank, "2026-10-12"), CITY_GOVERNMENT, [AUTHORITY], CHECK, PAPER)
    )


CHECK = Check(
    below=AUTHORITY,
    checking=Checking.SPOT,
    period_from=date(2026, 7, 1),
    period_until=date(2026, 9, 30),
)


@pytest.mark.parametrize(
    ("cycle", "first", "last", "due"),
    [
        (Cycle.QUARTER, "2026-07-01", "2026-09-30", "2026-10-31"),
        (Cycle.HALF_YEAR, "2026-07-01", "2026-12-31", "2027-01-31"),
        (Cycle.YEAR, "2026-07-01", "2027-06-30", "2027-07-31"),
        (Cycle.QUARTER, "2026-12-01", "2027-02-28", "2027-03-31"),
    ],
)
def test_a_report_is_due_so_many_days_after_its_period(
    cycle: Cycle, first: str, last: str, due: str
) -> None:
    """报告期间自月初起算，按周期届满，其后若干日内提交 (RULES 149)."""
    span = Span.beginning(day(first), cycle, 31)
    assert (span.last, span.due_on) == (day(last), day(due))


def test_a_report_is_submitted_once_its_period_is_over_and_the_next_one_is_due_then() -> None:
    """期间届满以后才提交；提交以后，下一期间接着计算 (ARR2026 66(2); RULES 149)."""
    file = register()
    papers = {"counts_id": PAPER, "text_id": PAPER}
    early = refused(acts.submit, file, head(file, "2026-09-30"), {"received": 3}, **papers)
    assert early == RULES[149]
    fact = acts.submit(file, head(file, "2026-10-12"), {"received": 3}, **papers)
    assert (fact.period_from, fact.period_until) == (day("2026-07-01"), day("2026-09-30"))
    assert [(one.measure, one.n) for one in fact.figures] == [("received", 3)]
    later = file.after(fact)
    assert (later.next_from, later.next_until) == (day("2026-10-01"), day("2026-12-31"))
    assert (later.due_on, later.reported_until) == (day("2027-01-31"), day("2026-09-30"))


@pytest.mark.parametrize(
    ("on", "within", "first"),
    [
        ("2026-06-30", 31, "2026-07-01"),
        ("2026-10-12", 0, "2026-07-01"),
        ("2026-10-12", 91, "2026-07-01"),
        ("2026-10-12", 31, "2026-07-02"),
        ("2026-10-12", 31, "2026-09-01"),
        ("2026-10-12", 5, "2025-07-01"),
    ],
    ids=["before July", "no day", "too long", "within a month", "reported already", "past"],
)
def test_times_that_do_not_meet_the_rule_are_refused(on: str, within: int, first: str) -> None:
    """2026年7月以前、日数不合、不自月初、期间重复、已经过去的，不予登记 (RULES 149)."""
    file = register()
    file = file.after(
        acts.submit(file, head(file, "2026-10-12"), {}, counts_id=PAPER, text_id=PAPER)
    )
    blank = WorkReports(procedure=REPORTS, dispute_id=FILE, case_id=FILE)
    of = file if first == "2026-09-01" else blank
    said = {"cycle": Cycle.QUARTER, "within_days": within, "first": day(first)}
    assert refused(acts.set_times, of, head(of, on), AUTHORITY, **said) == RULES[149]


def test_new_times_leave_no_day_out_that_is_still_to_be_reported_on() -> None:
    """已经开始而没有报告的期间不得跳过；报告过的，新的周期与之衔接 (RULES 149)."""
    file, later = register(), {"cycle": Cycle.YEAR, "within_days": 31}
    owed = {**later, "first": day("2026-10-01")}
    at = head(file, "2026-10-12")
    assert refused(acts.set_times, file, at, AUTHORITY, **owed) == RULES[149]
    running = head(file, "2026-08-03")
    assert refused(acts.set_times, file, running, AUTHORITY, **owed) == RULES[149]
    first = {**later, "first": day("2026-07-01")}
    assert acts.set_times(file, running, AUTHORITY, **first).next_until == day("2027-06-30")  # type: ignore[arg-type]
    ahead = register(first="2026-08-01")
    early = acts.set_times(ahead, head(ahead, "2026-07-31"), AUTHORITY, **owed)  # type: ignore[arg-type]
    assert early.next_from == day("2026-10-01")
    file = file.after(acts.submit(file, at, {}, counts_id=PAPER, text_id=PAPER))
    again = head(file, "2026-10-12")
    gap = {**later, "first": day("2026-11-01")}
    assert refused(acts.set_times, file, again, AUTHORITY, **gap) == RULES[149]
    assert acts.set_times(file, again, AUTHORITY, **owed).next_until == day("2027-09-30")  # type: ignore[arg-type]


def test_only_the_work_of_governments_below_is_checked() -> None:
    """检查的对象是下级人民政府；县区的下级没有行政复议职责 (ARR2026 67; ARL 4)."""
    directory = load()
    below = below_of(directory, CITY_GOVERNMENT)
    assert AUTHORITY in below
    assert CITY_GOVERNMENT not in below
    assert below_of(directory, AUTHORITY) == ()
    assert above_of(directory, AUTHORITY) == CITY_GOVERNMENT
    blank = WorkCheck(procedure=WORK_CHECK, dispute_id=FILE, case_id=FILE)
    at = head(blank, "2026-10-12")
    assert refused(acts.check, at, AUTHORITY, (), CHECK, PAPER) == ARR2026[67]
    before = head(blank, "2026-06-30")
    assert refused(acts.check, before, CITY_GOVERNMENT, below, CHECK, PAPER) == RULES[149]
    too_late = head(blank, "2026-09-29")
    assert refused(acts.check, too_late, CITY_GOVERNMENT, below, CHECK, PAPER) == RULES[150]


def test_a_check_ends_with_its_result_or_once_everything_is_mended() -> None:
    """没有需要整改的，反馈即结卷；需要整改的，确认整改到位才结卷 (ARR2026 67; RULES 150)."""
    file = checked()
    assert file.after(acts.feed_back(file, head(file, "2026-10-13"), PAPER)).is_closed
    day_of_letter = head(file, "2026-10-13")
    assert (
        refused(acts.require_mending, file, day_of_letter, day("2026-10-13"), PAPER) == RULES[150]
    )
    file = file.after(acts.require_mending(file, day_of_letter, day("2026-10-30"), PAPER))
    assert (file.state, file.mend_by) == (State.TO_MEND, day("2026-10-30"))
    file = file.after(acts.report_mending(file, head(file, "2026-10-28"), PAPER))
    again = acts.require_mending(file, head(file, "2026-11-02"), day("2026-11-20"), PAPER)
    assert file.after(again).state is State.TO_MEND
    done = file.after(acts.confirm(file, head(file, "2026-11-02")))
    assert done.is_closed
    with pytest.raises(Refused):
        done.after(CheckFedBack(head=head(done, "2026-11-03"), organ="", below="", letter_id=PAPER))


def test_a_report_says_of_which_moment_its_figures_are_and_how_they_are_reckoned() -> None:
    """报告写明统计期间、截至的时间、来源和计算方法，与看板同一口径 (RULES 149)."""
    counted = dict.fromkeys(("received", "reviewing", "declined", "dropped", "accepted"), 2)
    counted |= dict.fromkeys(("on_hand", "decided", "in_time", "late", "overdue"), 1)
    counted |= {"extended": 0, "terminated": 0, "mediated": 0, "outcome_upheld": 1}
    figures = {**dict.fromkeys(MEASURES, 0), **counted}
    now = datetime(2026, 10, 12, 9, tzinfo=CITY)
    said = counts_said(figures, day("2026-07-01"), day("2026-09-30"), now)
    assert "统计2026年7月1日至2026年9月30日收到的行政复议申请，截至2026年10月12日" in said
    assert "收到申请2件" in said
    assert "按期决定率33.3%（1件/3件）。" in said
    assert "决定种类：维持1件。" in said
    assert COUNTED_FROM in said
    assert all(term in said for term in HOW)


def test_whoever_has_no_government_above_reports_major_matters_elsewhere() -> None:
    """名录没有上级人民政府的，在枢纽以外请示报告 (ARR2026 67)."""
    file = register()
    at = head(file, "2026-10-12")
    assert refused(acts.report_major_matter, file, at, "", PAPER) == ARR2026[67]


def test_neither_a_register_nor_a_check_counts_as_a_case_at_work() -> None:
    """工作报告登记、检查案卷不是纠纷，不计入在办、办结 (RULES 61)."""
    file = WorkReports(procedure=REPORTS, dispute_id=FILE, case_id=FILE)
    times = {"cycle": Cycle.YEAR, "within_days": 31, "first": day("2026-07-01")}
    kept = acts.set_times(file, head(file, "2026-07-06"), AUTHORITY, **times)  # type: ignore[arg-type]
    blank = WorkCheck(procedure=WORK_CHECK, dispute_id=FILE, case_id=FILE)
    made = acts.check(head(blank, "2026-10-12"), CITY_GOVERNMENT, [AUTHORITY], CHECK, PAPER)
    labels = {"county": "620702", "authority": AUTHORITY}
    for shelf, fact in ((WORK_REPORTS, kept), (WORK_CHECKS, made)):
        page = PageAt(1, fact.head.at, fact, labels)
        assert spans_of([page], shelf, shelf.editions[0].edition, CALENDAR) == [], shelf.name


@pytest.mark.parametrize("first", ["2999-12-02", "9999-12-01"])
def test_a_first_day_beyond_any_calendar_is_no_first_day(first: str) -> None:
    """首日超出范围的，不予受理，不致出错."""
    with pytest.raises(ValidationError):
        WorkReportTimesIn(cycle=Cycle.YEAR, within_days=31, first=day(first))
