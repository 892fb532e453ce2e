"""法律规定的行政复议期限少于六十日的: it takes the place of the sixty days (ARL 62)."""

import pytest

from services.reconsideration.domain.acceptance import accept
from services.reconsideration.domain.admissibility import Examined, find
from services.reconsideration.domain.assigning import Choice, choose_simplified, convert
from services.reconsideration.domain.correcting import take_over
from services.reconsideration.domain.decision import extend
from services.reconsideration.domain.handling import days_by_law, deciding
from shared.contracts.reconsideration import ApplicationAccepted
from shared.contracts.reconsideration.assigning import SimplifiedGround, Track
from shared.contracts.reconsideration.by_law import PeriodByLaw
from shared.law.article import ARL
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from shared.law.readings import READINGS
from tests.reconsideration.makers import PAPER, Walk, day, received
from tests.reconsideration.test_drafting_doors import clock, door  # noqa: F401 - fixtures
from tests.reconsideration.test_routes import OFFICER, Door


def own(days: int, law: str = "《某某法》") -> PeriodByLaw:
    return PeriodByLaw(law=law, provision="第三十二条第一款", decide_days=days)


def accepted(days: int, on: str = "2026-07-08") -> Walk:
    walk = received("2026-07-06")
    fact = accept(walk.case, walk.head(on), calendar=CALENDAR, by_law=own(days))
    return walk.record(fact)


def simplified(walk: Walk, on: str = "2026-07-09") -> Walk:
    choice = Choice(ground=SimplifiedGround.ON_THE_SPOT)
    return walk.record(choose_simplified(walk.case, walk.head(on), choice, PAPER, CALENDAR))


def test_a_shorter_period_of_a_law_is_the_period_to_decide() -> None:
    """受理时写明法律、条文和日数，作出决定的期限依其规定 (ARL 62)."""
    walk = accepted(30)
    assert walk.last_day("decide") == day("2026-08-07")
    assert (walk.case.by_law, walk.case.law_days) == (own(30), 30)
    assert received("2026-07-06").then(ApplicationAccepted, "2026-07-08").last_day("decide") == day(
        "2026-09-07"
    )


@pytest.mark.parametrize("days", [60, 90])
def test_sixty_days_or_more_are_refused(days: int) -> None:
    """不少于六十日的，仍为六十日，不予记载 (ARL 62)."""
    with pytest.raises(Refused) as refusal:
        accepted(days)
    assert refusal.value.article == ARL[62].par(1)


@pytest.mark.parametrize("name", ["《某某条例》", "《某某办法》", "《某某规定》"])
def test_only_a_law_sets_a_shorter_period(name: str) -> None:
    """“法律规定的”，法规、规章不能缩短 (ARL 62)."""
    walk = received("2026-07-06")
    with pytest.raises(Refused) as refusal:
        accept(walk.case, walk.head("2026-07-08"), calendar=CALENDAR, by_law=own(30, name))
    assert refusal.value.article == ARL[62].par(1)


def test_a_complex_case_is_extended_from_the_end_of_that_period() -> None:
    """情况复杂的，在其期限上延长，最多三十日 (ARL 62)."""
    walk = accepted(30)
    fact = extend(walk.case, walk.head("2026-08-03"), 30, PAPER, CALENDAR)
    assert fact.until == day("2026-09-07")  # 6 September is a Sunday
    with pytest.raises(Refused) as refusal:
        extend(walk.case, walk.head("2026-08-03"), 31, PAPER, CALENDAR)
    assert refusal.value.article == ARL[62].par(1)


@pytest.mark.parametrize(
    ("days", "last"),
    [
        pytest.param(20, "2026-07-28", id="twenty go before the thirty"),
        pytest.param(45, "2026-08-07", id="forty five are longer than the thirty"),
    ],
)
def test_in_the_simplified_procedure_the_shorter_of_the_two_holds(days: int, last: str) -> None:
    """简易程序三十日，法律规定更短的，先届满的为准（读法） (ARL 62)."""
    walk = simplified(accepted(days))
    assert walk.last_day("decide_simplified") == day(last)


def test_read_the_other_way_the_simplified_procedure_has_its_thirty_days() -> None:
    """读法另选的，简易程序仍为三十日 (ARL 62)."""
    other = READINGS.having(law_days="thirty")
    assert days_by_law(20, Track.SIMPLIFIED, other) is None
    assert days_by_law(20, Track.ORDINARY, other) == 20
    shown = deciding(day("2026-07-08"), CALENDAR, Track.SIMPLIFIED, law_days=20)
    assert (shown.reckoning.last_day, [one.name for one in shown.readings]) == (
        day("2026-07-28"),
        ["law_days"],
    )


def test_converted_it_has_the_days_of_its_law_and_not_sixty() -> None:
    """转为普通程序的，仍依法律规定的期限 (ARL 55, 62)."""
    walk = simplified(accepted(45))
    walk.record(convert(walk.case, walk.head("2026-07-20"), PAPER, CALENDAR))
    assert walk.last_day("decide") == day("2026-08-24")  # 22 August is a Saturday


def test_accepted_directly_above_its_days_run_anew_by_that_law() -> None:
    """上级直接受理的，重新计算的也是法律规定的期限 (ARL 35, 62)."""
    walk = accepted(30).lapse("decide", "2026-08-07")
    walk.record(take_over(walk.case, walk.head("2026-08-12"), "620700-government"))
    assert walk.last_day("decide") == day("2026-09-11")


async def test_the_door_of_acceptance_takes_the_law_and_the_clock_goes_by_it(door: Door) -> None:  # noqa: F811
    """受理时写明的，由时钟执行；六十日以上的拒绝 (ARL 62)."""
    case = await door.apply()
    said = {"law": "《某某法》", "provision": "第三十二条第一款"}
    door.on("2026-03-04")
    long = {"by_law": {**said, "decide_days": 60}}
    answer = await door.post(f"{case}/acceptance", OFFICER, **long)
    assert (answer.status_code, answer.json()["article"]["code"]) == (409, "ARL 62(1)")
    nameless = {"by_law": {**said, "law": "某某法", "decide_days": 30}}
    assert (await door.post(f"{case}/acceptance", OFFICER, **nameless)).status_code == 422
    own_days = {"by_law": {**said, "decide_days": 30}}
    taken = await door.post(f"{case}/acceptance", OFFICER, **own_days)
    assert (taken.status_code, taken.json()["law_days"]) == (201, 30), taken.text
    period = await door.hub.pool.fetchval("SELECT period FROM hub.deadline WHERE name = 'decide'")
    assert period == "30d"


async def test_what_was_found_of_it_holds_when_silence_accepts(door: Door) -> None:  # noqa: F811
    """受理以前认定了法律规定的期限，五日届满视为受理的，仍依该期限 (ARL 30(3), 62)."""
    case = await door.apply()
    law = {"law": "《某某法》", "provision": "第三十二条第一款", "decide_days": 30}
    door.on("2026-03-04")
    long = {"period_by_law": {**law, "decide_days": 60}}
    answer = await door.post(f"{case}/conditions", OFFICER, text="符合", **long)
    assert (answer.status_code, answer.json()["article"]["code"]) == (409, "ARL 62(1)")
    found = await door.post(f"{case}/conditions", OFFICER, text="符合", period_by_law=law)
    assert (found.status_code, found.json()["law_days"]) == (201, 30), found.text
    door.on("2026-03-12")
    late = await door.post(f"{case}/conditions", OFFICER, text="符合", period_by_law=law)
    assert (late.status_code, late.json()["article"]["code"]) == (409, "ARL 62(1)")
    copy = await door.post(f"{case}/copy", OFFICER)
    assert (copy.json()["state"], copy.json()["law_days"]) == ("copied", 30), copy.text
    periods = await door.hub.pool.fetch("SELECT period FROM hub.deadline WHERE name = 'decide'")
    assert [row["period"] for row in periods] == ["30d"]


def test_who_accepts_takes_over_what_was_found_of_it_before() -> None:
    """审查认定写明的，受理时不必重复；受理以后再次认定的，不改变期限 (ARL 62)."""
    walk, law = received("2026-07-06"), own(30)
    seen = (Examined(period_by_law=law), PAPER)
    walk.record(find(walk.case, walk.head("2026-07-07"), *seen, calendar=CALENDAR))
    walk.record(accept(walk.case, walk.head("2026-07-08"), calendar=CALENDAR))
    assert (walk.case.by_law, walk.last_day("decide")) == (law, day("2026-08-07"))
    again = find(walk.case, walk.head("2026-07-09"), Examined(), PAPER, calendar=CALENDAR)
    assert walk.record(again).case.by_law == law
