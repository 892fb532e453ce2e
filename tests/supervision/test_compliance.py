"""履行监督 (ARL 77, 83; PML 31), on the real calendar."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.supervision.domain.compliance import COMPLIANCE, State
from services.supervision.domain.watch import (
    Watch,
    call,
    confirm,
    criticise,
    interview,
    must_answer,
    order,
    run_anew,
)
from shared.contracts.fact import Fact, Head
from shared.contracts.supervision import (
    AgreementWatchOpened,
    ComplianceWatchOpened,
    NonPerformanceFound,
    OrderLapsed,
    PerformanceLapsed,
    Performed,
    RulingWatchOpened,
    SupervisionActOverdue,
    WatchEnded,
)
from shared.law.calendar import CALENDAR
from shared.law.period import CITY
from shared.law.procedure import Refused

CASE, DISPUTE = uuid4(), uuid4()
AUTHORITY = "620702-government"
WATCHED = UUID("00000000-0000-4000-8000-000000000002")


def head(file: Watch, on: str) -> Head:
    day = date.fromisoformat(on)
    return file.head(
        by="supervisor", on=day, at=datetime(day.year, day.month, day.day, tzinfo=CITY)
    )


def blank() -> Watch:
    return Watch(procedure=COMPLIANCE, dispute_id=DISPUTE, case_id=CASE)


def decided(perform_by: str | None = "2026-09-25", on: str = "2026-09-01") -> Watch:
    """A watch over a decision that was delivered on this day."""
    file = blank()
    by = date.fromisoformat(perform_by) if perform_by else None
    return file.after(
        ComplianceWatchOpened(
            head=head(file, on), watched=WATCHED, obliged="620702-zhujian", perform_by=by
        )
    )


def lapsed(file: Watch, on: str = "2026-09-25") -> Watch:
    return file.after(PerformanceLapsed(head=head(file, on)))


def ordered(file: Watch, by: str = "2026-10-20", on: str = "2026-09-28") -> Watch:
    return file.after(
        order(file, date.fromisoformat(by), uuid4(), organ=AUTHORITY, head=head(file, on))
    )


def agreed() -> Watch:
    file = blank()
    return file.after(AgreementWatchOpened(head=head(file, "2026-09-01"), watched=WATCHED))


def ruled() -> Watch:
    file = blank()
    return file.after(
        RulingWatchOpened(
            head=head(file, "2026-09-01"), watched=WATCHED, perform_by=date(2026, 9, 16)
        )
    )


def test_the_time_to_perform_ends_with_the_day_that_the_paper_states() -> None:
    """履行期限按文书载明，末日为节假日也不由系统顺延 (ARL 77)."""
    file = blank()
    page = ComplianceWatchOpened(
        head=head(file, "2026-09-01"), watched=WATCHED, perform_by=date(2026, 9, 25)
    )
    [row] = COMPLIANCE.opens(page)
    assert (row.name, row.until(page, CALENDAR)) == ("perform", datetime(2026, 9, 26, tzinfo=CITY))


def test_a_paper_that_states_no_day_starts_no_period() -> None:
    """未载明期限的不计期 (ARL 77)."""
    file = blank()
    page = ComplianceWatchOpened(head=head(file, "2026-09-01"), watched=WATCHED)
    [row] = COMPLIANCE.opens(page)
    assert row.until(page, CALENDAR) is None


def test_performed_in_time_the_watch_is_over() -> None:
    """履行的，监督终结 (ARL 77)."""
    file = decided()
    page = confirm(file, date(2026, 9, 20), uuid4(), head=head(file, "2026-09-21"))
    file = file.after(page)
    assert (file.state, file.performed_on, file.is_closed) == (
        State.PERFORMED,
        date(2026, 9, 20),
        True,
    )


def test_nobody_performs_tomorrow() -> None:
    file = decided()
    with pytest.raises(Refused):
        confirm(file, date(2026, 9, 22), uuid4(), head=head(file, "2026-09-21"))


def test_who_is_still_in_time_is_not_ordered() -> None:
    """期限未届满的，不得责令 (ARL 77)."""
    file = decided()
    with pytest.raises(Refused) as no:
        ordered(file, on="2026-09-25")
    assert no.value.article.code == "ARL 77(2)"


@pytest.mark.parametrize(
    "before",
    [
        pytest.param(decided, id="due"),
        pytest.param(lambda: lapsed(decided()), id="overdue"),
        pytest.param(lambda: ordered(decided()), id="ordered"),
    ],
)
def test_served_again_the_time_to_perform_runs_from_the_service_that_counts(
    before: Callable[[], Watch],
) -> None:
    """重新送达被申请人的，履行期限自该日另算，此前的逾期、责令不再计期 (ARL 75, 77)."""
    file = before()
    on, until = date(2026, 10, 12), date(2026, 12, 11)
    said = {"joint": False, "head": head(file, "2026-10-12")}
    page = run_anew(file, "620702-zhujian", on, until, **said)
    assert page is not None
    file = file.after(page)
    assert (file.state, file.perform_by) == (State.DUE, until)
    [row] = COMPLIANCE.opens(page)
    assert (row.name, row.until(page, CALENDAR)) == ("perform", datetime(2026, 12, 12, tzinfo=CITY))
    assert all(row.is_closed_by(page) for row in COMPLIANCE.deadlines)
    with pytest.raises(Refused):
        ordered(file, on="2026-12-11", by="2026-12-31")


def test_what_no_service_sets_does_not_move_and_the_last_of_several_counts() -> None:
    """决定书自定日期、没有期限、已经履行的不另算；一并监督的以最后届满的为准 (ARL 19, 77)."""
    file, on = decided(), date(2026, 9, 10)
    said = {"joint": False, "head": head(file, "2026-09-10")}
    assert run_anew(file, "620702-zhujian", on, None, **said) is None
    assert run_anew(file, "620702-zhujian", on, date(2026, 9, 25), **said) is None
    both = {**said, "joint": True}
    assert run_anew(file, "620702-zhujian", on, date(2026, 9, 20), **both) is None
    closed = file.after(confirm(file, date(2026, 9, 9), uuid4(), head=said["head"]))
    assert run_anew(closed, "620702-zhujian", on, date(2026, 11, 9), **said) is None


def test_after_the_lapse_supervision_owes_the_order_within_five_working_days() -> None:
    """逾期的应当责令履行；五个工作日避开国庆 (ARL 77, RULES 15)."""
    file = decided("2026-09-29")
    page = PerformanceLapsed(head=head(file, "2026-09-29"))
    [row] = COMPLIANCE.opens(page)
    assert (row.name, row.lapse) == ("order", SupervisionActOverdue)
    assert row.until(page, CALENDAR) == datetime(2026, 10, 13, tzinfo=CITY)


def test_an_order_leaves_time_to_obey() -> None:
    file = lapsed(decided())
    with pytest.raises(Refused):
        ordered(file, by="2026-09-28", on="2026-09-28")
    file = ordered(file)
    assert (file.state, file.perform_by) == (State.ORDERED, date(2026, 10, 20))


def test_without_a_stated_day_delay_may_be_ordered_to_end() -> None:
    """无正当理由拖延的，也应责令限期履行 (ARL 77)."""
    assert ordered(decided(None)).state is State.ORDERED


def test_an_order_that_is_defied_may_be_repeated_and_performance_still_ends_the_watch() -> None:
    """经责令仍不履行 (ARL 83)."""
    file = ordered(lapsed(decided()))
    file = file.after(OrderLapsed(head=head(file, "2026-10-20")))
    assert file.state is State.DEFIED
    file = ordered(file, "2026-11-20", "2026-10-21")
    page = confirm(file, date(2026, 11, 2), uuid4(), head=head(file, "2026-11-03"))
    assert file.after(page).state is State.PERFORMED


def test_an_official_is_interviewed_only_once_the_respondent_is_late() -> None:
    """不履行的可以约谈 (ARL 77)."""
    file = decided()
    with pytest.raises(Refused) as no:
        file.after(interview(uuid4(), organ=AUTHORITY, head=head(file, "2026-09-20")))
    assert no.value.article.code == "ARL 77(2)"
    file = lapsed(file)
    file = file.after(interview(uuid4(), organ=AUTHORITY, head=head(file, "2026-09-28")))
    assert (file.state, file.interviews) == (State.OVERDUE, 1)


def test_an_official_is_asked_to_come_once_the_respondent_is_late_and_at_a_time_to_come() -> None:
    """约谈先书面通知，约谈的时间晚于通知之时；未逾期的不通知 (ARL 77)."""
    soon, file = datetime(2026, 10, 12, 9, tzinfo=CITY), decided()
    with pytest.raises(Refused) as no:
        file.after(call(soon, uuid4(), organ=AUTHORITY, head=head(file, "2026-09-20")))
    assert no.value.article.code == "ARL 77(2)"
    file = lapsed(file)
    late = head(file, "2026-09-28")
    with pytest.raises(Refused, match="晚于通知约谈之时"):
        call(late.at, uuid4(), organ=AUTHORITY, head=late)
    page = call(soon, uuid4(), organ=AUTHORITY, head=late)
    file = file.after(page)
    assert (file.state, file.interviews, page.interview_at) == (State.OVERDUE, 0, soon)


def test_a_respondent_is_criticised_once_it_is_late_whatever_was_ordered() -> None:
    """不履行的可以予以通报批评 (ARL 77)."""
    file = decided()
    with pytest.raises(Refused) as no:
        file.after(criticise(uuid4(), organ=AUTHORITY, head=head(file, "2026-09-20")))
    assert no.value.article.code == "ARL 77(2)"
    file = lapsed(file)
    file = file.after(criticise(uuid4(), organ=AUTHORITY, head=head(file, "2026-09-28")))
    assert file.state is State.OVERDUE


def test_whether_an_agreement_is_performed_is_for_the_committee_to_find() -> None:
    """调解协议由人民调解委员会监督履行 (PML 31)."""
    file = agreed()
    with pytest.raises(Refused) as no:
        confirm(file, date(2026, 9, 2), uuid4(), head=head(file, "2026-09-02"))
    assert no.value.article.code == "PML 31(2)"
    found = Performed(head=head(file, "2026-09-02"), performed_on=date(2026, 9, 2))
    assert file.after(found).state is State.PERFORMED


def test_an_agreement_is_never_ordered_to_be_performed() -> None:
    """调解协议不适用责令履行 (ARL 77)."""
    file = agreed()
    file = file.after(NonPerformanceFound(head=head(file, "2026-09-20")))
    assert file.state is State.BROKEN
    with pytest.raises(Refused) as no:
        ordered(file)
    assert no.value.article.statute.key == "ARL"


def test_a_ruling_that_falls_ends_the_watch() -> None:
    """裁决被撤销的，监督终止 (ALL 70)."""
    file = ruled()
    with pytest.raises(Refused):
        confirm(file, date(2026, 9, 2), uuid4(), head=head(file, "2026-09-02"))
    assert file.after(WatchEnded(head=head(file, "2026-09-20"))).state is State.ENDED


def test_every_lapse_is_a_move_and_every_open_state_has_a_period_or_a_reason() -> None:
    moves = {move.on for move in COMPLIANCE.all_moves()}
    assert {row.lapse for row in COMPLIANCE.deadlines} <= moves
    started = {kind for row in COMPLIANCE.deadlines for kind in row.starts}
    bounded = {move.target for move in COMPLIANCE.moves if move.on in started}
    assert set(State) <= bounded | set(COMPLIANCE.patient) | set(COMPLIANCE.closed)


STEPS = ["perform", "lapse", "order", "disobey", "interview", "found", "not_found", "end"]


def step(file: Watch, name: str) -> Fact:
    made = head(file, "2026-11-02")
    pages: dict[str, Callable[[], Fact]] = {
        "perform": lambda: confirm(file, date(2026, 11, 1), uuid4(), head=made),
        "lapse": lambda: PerformanceLapsed(head=made),
        "order": lambda: order(file, date(2026, 12, 1), uuid4(), organ=AUTHORITY, head=made),
        "disobey": lambda: OrderLapsed(head=made),
        "interview": lambda: interview(uuid4(), organ=AUTHORITY, head=made),
        "found": lambda: Performed(head=made, performed_on=date(2026, 11, 1)),
        "not_found": lambda: NonPerformanceFound(head=made),
        "end": lambda: WatchEnded(head=made),
    }
    return pages[name]()


@given(st.sampled_from([decided, agreed, ruled]), st.lists(st.sampled_from(STEPS), max_size=20))
def test_whatever_is_tried_pages_follow_and_a_closed_watch_takes_no_more(
    opened: Callable[[], Watch], names: list[str]
) -> None:
    """页码连续；终结之后不再有页."""
    file = opened()
    for name in names:
        before = file
        try:
            file = file.after(step(file, name))
        except Refused:
            continue
        assert file.version == before.version + 1
        assert not before.is_closed


def test_performance_is_ordered_by_the_authority_or_one_above_and_nobody_else() -> None:
    """行政复议机关或者有关上级行政机关责令；调解协议的履行不由其认定 (ARL 77; PML 31)."""
    above = ("620700-government",)
    file = lapsed(decided())
    must_answer(file, AUTHORITY, AUTHORITY, above)
    must_answer(file, above[0], AUTHORITY, above)
    with pytest.raises(Refused) as no:
        must_answer(file, "620702-centre", AUTHORITY, above)
    assert no.value.article.code == "ARL 77(2)"
