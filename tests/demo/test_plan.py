"""The plan of a day: pure, the same for the same seed, and made of acts that the doors know."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from fastapi.routing import APIRoute
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from deploy.demo.course import COURSES, fitting
from deploy.demo.doors import DEPARTMENTS, DOORS, Who
from deploy.demo.plan import CLOSES, OPENS, Plan, make, morning, working
from deploy.demo.town import Case, Town
from deploy.demo.trouble import from_ledger, made_up
from deploy.rehearse.play import doors
from services.intake.schemas.told_at_once import faults
from shared.auth import LocalTokens
from shared.clock import CITY, StillClock
from shared.contracts.intake import Channel, Risk, Urgency
from shared.directory import Nature, load
from shared.law.calendar import CALENDAR

DIRECTORY: Final = load()
TROUBLES: Final = made_up(DIRECTORY)
KNOWN: Final[dict[str, APIRoute]] = doors()
BEGAN: Final = datetime(2026, 11, 23, 8, 30, tzinfo=CITY)
TOWN: Final = Town(DIRECTORY, LocalTokens(b"k" * 40, StillClock(BEGAN)))
ID: Final = "7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11"


def planned(seed: str = "1", many: int = 44, began: datetime = BEGAN) -> Plan:
    return make(TROUBLES, seed=seed, many=many, began=began, calendar=CALENDAR, directory=DIRECTORY)


def body_of(door: APIRoute) -> type[BaseModel] | None:
    if door.body_field is None:
        return None
    found = door.body_field.field_info.annotation
    assert isinstance(found, type)
    assert issubclass(found, BaseModel)
    return found


def under_a_whistle(plan: Plan, number: int) -> Case:
    """The dispute as it would stand once the duty list's departments are called."""
    trouble = plan.troubles[number]
    duty = DIRECTORY.duty(trouble.matter, trouble.place)
    tracks = {organ.code: "called" for organ in (duty.lead, *duty.assist)}
    whistle: dict[str, Any] = {"lead": duty.lead.code, "tracks": tracks, "parts": {}}
    return Case(trouble, number="n", dispute_id=ID, whistle=whistle)


@settings(max_examples=20)
@given(seed=st.text(max_size=8), many=st.integers(1, 60))
def test_every_act_of_a_plan_is_one_that_the_doors_know(seed: str, many: int) -> None:
    """每一步都是接口认得的行为，所填内容合乎要求 (RULES 1, 4, 8)."""
    plan = planned(seed, many)
    assert len(plan.troubles) == many
    for step in plan.steps:
        model = body_of(KNOWN[step.do])
        if step.do == "intake.register":
            said: Any = plan.forms[step.number]
            assert list(faults(said, DIRECTORY, BEGAN.date())) == []
        else:
            case = under_a_whistle(plan, step.number)
            said = TOWN.said({**DOORS[step.do].body, **step.body}, case)
            assert TOWN.officers(step.who, case) or step.who in DEPARTMENTS
        if model is not None:
            model.model_validate(said)
        else:
            assert not said


@pytest.mark.parametrize("name", DOORS)
def test_a_door_of_the_demonstration_is_where_the_office_has_it(name: str) -> None:
    path = DOORS[name].path
    for word in ("{whistle}", "{ladder}", "{routing}"):
        path = path.replace(word, "{case_id}")
    assert path == KNOWN[name].path


def test_the_same_seed_makes_the_same_day_again_and_another_seed_another() -> None:
    assert planned("7") == planned("7")
    assert planned("7").steps != planned("8").steps
    later = planned("7", began=BEGAN + timedelta(days=7))
    today = planned("7")
    assert [(s.number, s.who, s.do) for s in later.steps] == [
        (s.number, s.who, s.do) for s in today.steps
    ]
    assert set(later.keys.values()).isdisjoint(today.keys.values())
    assert later.forms[1]["parties"] != today.forms[1]["parties"]


def test_what_ships_covers_every_county_and_every_nature() -> None:
    """各县区、各类性质、急件、红色风险、网格、重复件都有."""
    counties = {DIRECTORY.county_of(one.place).code for one in TROUBLES}
    assert counties == {county.code for county in DIRECTORY.counties()}
    assert {DIRECTORY.matter(one.matter).nature for one in TROUBLES} == set(Nature)
    assert {one.urgency for one in TROUBLES} == set(Urgency)
    assert {Risk.RED, Risk.BLUE} <= {one.risk for one in TROUBLES}
    assert Channel.GRID in {one.channel for one in TROUBLES}
    assert {one.course for one in TROUBLES if one.course} == set(COURSES)
    assert any(one.again_of for one in TROUBLES)
    assert len({one.name for one in TROUBLES}) == len(TROUBLES)


def test_a_course_that_is_named_fits_its_dispute() -> None:
    for one in TROUBLES:
        if one.course and one.course != "corrected":
            assert one.course in fitting(one, DIRECTORY), one.name


@given(seed=st.text(max_size=4))
def test_people_act_by_day_and_a_repeat_comes_after_what_it_repeats(seed: str) -> None:
    plan = planned(seed)
    at = {step.number: step.at for step in plan.steps if step.do == "intake.register"}
    names = {one.name: number for number, one in plan.troubles.items()}
    for number, one in plan.troubles.items():
        if one.again_of:
            assert at[number] > at[names[one.again_of]]
            assert plan.forms[number]["parties"][0] == plan.forms[names[one.again_of]]["parties"][0]
    for step in plan.steps:
        assert CALENDAR.is_workday(step.at.date())
        assert OPENS <= step.at.time() <= CLOSES
    assert list(plan.steps) == sorted(plan.steps, key=lambda step: step.at)


@pytest.mark.parametrize(
    ("now", "begins"),
    [
        ("2026-11-23T09:00", "2026-11-23T09:00"),
        ("2026-11-23T06:00", "2026-11-23T08:30"),
        ("2026-11-23T15:00", "2026-11-24T08:30"),
        ("2026-11-28T09:00", "2026-11-30T08:30"),
        ("2026-09-24T20:00", "2026-09-28T08:30"),
    ],
)
def test_a_day_begins_on_a_working_morning(now: str, begins: str) -> None:
    """节假日和周末不演 (ARL 88)."""
    at = datetime.fromisoformat(now).replace(tzinfo=CITY)
    assert morning(at, CALENDAR) == datetime.fromisoformat(begins).replace(tzinfo=CITY)


def test_working_time_ends_at_six_and_goes_on_the_next_working_morning() -> None:
    friday = datetime(2026, 11, 27, 17, 0, tzinfo=CITY)
    assert working(friday, 60, CALENDAR) == friday + timedelta(hours=1)
    assert working(friday, 90, CALENDAR) == datetime(2026, 11, 30, 9, 0, tzinfo=CITY)


def test_a_ledger_s_disputes_are_taken_and_what_cannot_be_read_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "台账.csv"
    path.write_text(
        "编号,来访日期,来访人,联系电话,属地,纠纷类别,内容\n"
        "A-1,2026-11-20,李某人,13900000001,甘州区东街街道,物业服务纠纷,地下车库漏水三个月。\n"
        "A-2,2026-11-20,王某人,138****0002,,邻里相邻纠纷,邻居砌墙占了共用巷道。\n"
        "A-3,去年冬天,钱某人,,山丹县,物业服务纠纷,供暖不足。\n",
        encoding="utf-8",
    )
    found, unread = from_ledger(path, DIRECTORY, now=BEGAN, most=10)
    assert (len(found), unread) == (2, 1)
    assert [one.private for one in found] == [True, True]
    assert [one.matter for one in found] == ["wuye", "linli"]
    assert [dict(one.parties[0]).get("phone") for one in found] == ["13900000001", None]
    plan = make(found, seed="1", many=10, began=BEGAN, calendar=CALENDAR, directory=DIRECTORY)
    assert all(list(faults(said, DIRECTORY, BEGAN.date())) == [] for said in plan.forms.values())
    assert {step.who for step in plan.steps} <= set(Who)
