"""自行纠正以后另行申请: the days at the organ that fined are not counted (ARL 32; ARR2026 38)."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.reconsideration.domain.acceptance import accept, decline
from services.reconsideration.domain.admissibility import Examined, find
from services.reconsideration.domain.corrected import with_corrections
from services.reconsideration.domain.filing import found_on
from services.reconsideration.domain.forwarding import correct
from services.reconsideration.domain.repeating import Before, before
from shared.clock import StillClock
from shared.contracts.reconsideration import Condition, LeftOut, TimeFinding, TimeLeftOut
from shared.contracts.reconsideration.admissibility import Verdict
from shared.contracts.reconsideration.forwarding import ApplicationHandedIn, Correction
from shared.law.article import ARL
from shared.law.calendar import CALENDAR
from shared.law.period import CITY, CalendarDays
from shared.law.procedure import Refused
from tests.reconsideration.makers import ANNA, BERT, PAPER, Walk, day, received
from tests.reconsideration.test_routes import APPLICATION, DEPARTMENT, OFFICER, PARTY, Door

LEARNT = day("2026-07-01")
LAST = "2026-09-07"  # sixty days are Sunday 30 August, seven more Sunday 6 September


def corrected(handed_in: str = "2026-08-20", told: str = "2026-08-26", *applicants: UUID) -> Walk:
    """The application before, through the organ, which corrected its penalty."""
    who = applicants or (ANNA,)
    walk = Walk().then(ApplicationHandedIn, handed_in, learnt_on=LEARNT, applicants=who)
    walk.case = walk.but(case_id=UUID(int=99))
    return walk.record(correct(walk.case, walk.head(told), Correction.CHANGED, day(told), PAPER))


def again(on: str, *applicants: UUID) -> Walk:
    return received(on, learnt_on=LEARNT, applicants=applicants or (ANNA,))


def there(walk: Walk, *files: Walk) -> tuple[Before, ...]:
    return before(walk.case, [one.case for one in files], walk.case.received_on or LEARNT)


def test_from_handing_in_until_it_was_told_the_period_does_not_run() -> None:
    """提交之日至告知之日的期间不计入申请期限，由来逐项写明 (ARR2026 38)."""
    walk = again(LAST)
    with pytest.raises(Refused) as refusal:
        accept(walk.case, walk.head(LAST), calendar=CALENDAR)
    assert refusal.value.article == ARL[30].par(1, 4)
    fact = accept(walk.case, walk.head(LAST), calendar=CALENDAR, found=there(walk, corrected()))
    assert fact.time is not None
    [left] = fact.time.exclusions
    assert (left.reason, left.first, left.last) == (
        LeftOut.CORRECTION,
        day("2026-08-20"),
        day("2026-08-26"),
    )
    assert left.article == "ARR2026 38(2)"
    [shown] = found_on([*walk.facts, fact], CALENDAR).values()
    assert shown.reckoning.last_day == day(LAST)
    assert "第三十八条第二款" in shown.sentence() or "第38条第2款" in shown.sentence()


def test_in_time_by_those_days_it_is_not_declined_as_late_and_a_day_later_it_is() -> None:
    """按余下的期限申请的，不得以逾期为由不予受理；再迟一日的逾期 (ARL 30; ARR2026 38)."""
    walk = again(LAST)
    said = (walk.case, walk.head(LAST), Condition.TIME, PAPER)
    with pytest.raises(Refused) as refusal:
        decline(*said, calendar=CALENDAR, found=there(walk, corrected()))
    assert refusal.value.article == ARL[30].par(1, 4)
    late = again("2026-09-08")
    said = (late.case, late.head("2026-09-08"), Condition.TIME, PAPER)
    fact = decline(*said, calendar=CALENDAR, found=there(late, corrected()))
    assert fact.time is not None
    assert [one.article for one in fact.time.exclusions] == ["ARR2026 38(2)"]
    with pytest.raises(Refused):
        accept(
            late.case,
            late.head("2026-09-08"),
            calendar=CALENDAR,
            found=there(late, corrected()),
        )


def test_who_examines_the_conditions_finds_the_same() -> None:
    """审查认定受理条件，同样扣除自行纠正的期间 (ARL 30; ARR2026 38)."""
    walk = again(LAST)
    said = (walk.case, walk.head(LAST), Examined(), PAPER)
    for files, verdict, left in (((), Verdict.UNMET, 0), ((corrected(),), Verdict.MET, 1)):
        fact = find(*said, calendar=CALENDAR, before=there(walk, *files))
        [of_time] = [one for one in fact.conditions if one.condition is Condition.TIME]
        assert of_time.verdict is verdict
        assert len(fact.time.exclusions if fact.time else ()) == left


def test_the_days_are_those_of_whoever_applied_there() -> None:
    """其间只为当时提交申请的人不计算；申请人中有当时没有申请的，由审查人员认定 (ARR2026 38)."""
    both = again(LAST, ANNA, BERT)
    assert with_corrections(both.case, None, there(both, corrected())) is None
    joint = corrected("2026-08-20", "2026-08-26", ANNA, BERT)
    for case in (both, again(LAST)):
        finding = with_corrections(case.case, None, there(case, joint))
        assert finding is not None
        assert len(finding.exclusions) == 1


def test_what_was_found_of_it_goes_before_what_the_files_show() -> None:
    """审查人员已经查明自行纠正的期间的，以查明的为准；其他事由一并扣除 (ARL 20; ARR2026 38)."""
    walk = again(LAST)
    own = TimeLeftOut(reason=LeftOut.CORRECTION, first=day("2026-08-20"), last=day("2026-08-24"))
    found = TimeFinding(exclusions=(own,))
    assert with_corrections(walk.case, found, there(walk, corrected())) == found
    ill = TimeLeftOut(reason=LeftOut.OBSTACLE, first=day("2026-08-01"), last=day("2026-08-02"))
    more = with_corrections(walk.case, TimeFinding(exclusions=(ill,)), there(walk, corrected()))
    assert more is not None
    assert [one.reason for one in more.exclusions] == [LeftOut.OBSTACLE, LeftOut.CORRECTION]


def test_a_file_that_was_not_corrected_leaves_nothing_out() -> None:
    """处罚机关没有自行纠正的，没有不计算的期间 (ARR2026 38)."""
    walk = again(LAST)
    still = Walk().then(ApplicationHandedIn, "2026-08-20", learnt_on=LEARNT)
    still.case = still.but(case_id=UUID(int=98))
    assert with_corrections(walk.case, None, there(walk, still)) is None


@settings(max_examples=60, deadline=None)
@given(
    handed_in=st.integers(min_value=1, max_value=60),
    waited=st.integers(min_value=0, max_value=7),
    after=st.integers(min_value=0, max_value=70),
)
def test_it_is_as_if_the_law_gave_so_many_days_more(
    handed_in: int, waited: int, after: int
) -> None:
    """期限内提交、又自行纠正的，期间有几日，期限就长几日：期内的受理，逾期的不受理 (ARR2026 38)."""
    first = LEARNT + timedelta(days=handed_in)
    told = first + timedelta(days=waited)
    last: date = CalendarDays(60 + waited + 1).last_day(LEARNT, CALENDAR)
    on = (told + timedelta(days=after)).isoformat()
    walk = again(on)
    found = there(walk, corrected(first.isoformat(), told.isoformat()))
    if day(on) <= last:
        assert accept(walk.case, walk.head(on), calendar=CALENDAR, found=found).time is not None
    else:
        with pytest.raises(Refused):
            accept(walk.case, walk.head(on), calendar=CALENDAR, found=found)


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-08-20"), time(9), CITY))


async def test_who_insists_is_accepted_with_the_days_at_the_organ_left_out(door: Door) -> None:
    """坚持对原处罚决定申请的，另行申请，扣除其间以后受理 (ARL 32; ARR2026 38)."""
    said = {**APPLICATION, "learnt_on": "2026-07-01", "received_on": "2026-08-20"}
    there = await door.post("/reconsiderations/handed-in", PARTY, **said, fine="monitored")
    assert there.status_code == 201, there.text
    door.on("2026-08-26")
    told = {"correction": "changed", "text": "罚款改为二百元；仍不服的，请向区政府申请"}
    path = f"/reconsiderations/{there.json()['case_id']}/penalty-correction"
    done = await door.post(path, DEPARTMENT, **told)
    assert done.status_code == 201, done.text
    door.on(LAST)
    new = await door.post("/reconsiderations", PARTY, **{**said, "received_on": LAST})
    assert new.status_code == 201, new.text
    case = f"/reconsiderations/{new.json()['case_id']}"
    late = await door.post(f"{case}/declination", OFFICER, missing="time", reason="逾期")
    assert (late.status_code, late.json()["article"]["code"]) == (409, "ARL 30(1)(4)")
    taken = await door.post(f"{case}/acceptance", OFFICER)
    assert taken.status_code == 201, taken.text
    page = "SELECT body::jsonb -> 'time' -> 'exclusions' ->> 0 FROM hub.outbox WHERE kind = $1"
    left = await door.hub.pool.fetchval(page, "reconsideration.accepted.v1")
    assert TimeLeftOut.model_validate_json(left) == TimeLeftOut(
        reason=LeftOut.CORRECTION,
        first=day("2026-08-20"),
        last=day("2026-08-26"),
        article="ARR2026 38(2)",
    )
