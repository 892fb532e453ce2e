"""通知推选代表人: who is asked to elect, for how long, and what if nobody is (ARR2026 17)."""

from datetime import datetime, time

import pytest

from services.reconsideration.domain import people_acts as acts
from services.reconsideration.domain.ordinary import ORDINARY
from services.reconsideration.pages.steps import step_of
from services.reconsideration.papers.making import paper_of
from services.reconsideration.papers.sorts import SORTS
from shared.clock import StillClock
from shared.contracts.reconsideration import CopyReceived, CopySent, Standing
from shared.contracts.reconsideration.people import (
    RepresentativesAsked,
    RepresentativesElected,
    RepresentativesNotElected,
)
from shared.law.article import ARR2007, ARR2026, RULES, Article
from shared.law.calendar import CALENDAR
from shared.law.period import CITY
from shared.law.procedure import Refused
from shared.sweep import Sweep
from tests.reconsideration.makers import PAPER, Walk, day
from tests.reconsideration.papered import made_of, says
from tests.reconsideration.taking_part import TWELVE, of_many
from tests.reconsideration.test_routes import APPLICATION, OFFICER, PARTY, Door

MANY = tuple(str(one) for one in TWELVE)


def ask(walk: Walk, on: str) -> RepresentativesAsked:
    return acts.ask_to_elect(walk.case, walk.head(on), PAPER)


def why_not(walk: Walk, on: str) -> Article:
    with pytest.raises(Refused) as refusal:
        ask(walk, on)
    return refusal.value.article


def test_more_than_ten_applicants_are_asked_and_until_june_2026_more_than_five() -> None:
    """申请人超过10人的推选代表人，2026年6月以前为超过5人 (ARR2026 17; ARR2007 8)."""
    assert ask(of_many(11), "2026-09-02").applicant_count == 11
    assert why_not(of_many(10), "2026-09-02") == ARR2026[17]
    assert ask(of_many(6, "2026-06-01"), "2026-06-02").applicant_count == 6
    assert why_not(of_many(5, "2026-06-01"), "2026-06-02") == ARR2007[8]


def test_they_have_ten_working_days_from_the_notice() -> None:
    """自通知之日起十个工作日 (RULES 124): from Tuesday 22 September over two holidays."""
    walk = of_many(12).then(RepresentativesAsked, "2026-09-22")
    assert walk.last_day("elect") == day("2026-10-13")
    assert why_not(walk, "2026-09-23") == RULES[124]


def test_the_notice_says_the_day_until_which_the_clock_runs_and_where_to_elect() -> None:
    """通知书载明截止日期，同时钟一致；写明推选书交到哪里 (RULES 124)."""
    said = says(paper_of(SORTS["election-notice"], made_of(RepresentativesAsked, "2026-09-22")))
    assert "请在2026年10月13日以前（含当日）提交推选书，交到本机关" in said
    assert "综治中心窗口" in said
    assert "收到本通知" not in said


def test_who_has_elected_is_not_asked_and_who_did_not_may_be_asked_again() -> None:
    """已经推选的不再通知，逾期的可以再通知 (ARR2026 17; RULES 124)."""
    walk = of_many(12).then(RepresentativesElected, "2026-09-02", representatives=TWELVE[:2])
    assert why_not(walk, "2026-09-03") == ARR2026[17]
    late = of_many(12).then(RepresentativesAsked, "2026-09-02").lapse("elect", "2026-09-16")
    assert isinstance(late.facts[-1], RepresentativesNotElected)
    assert late.case.state == "accepted"
    assert ask(late, "2026-09-17").applicant_count == 12


def test_that_nobody_was_elected_holds_nothing_up_and_they_may_still_elect() -> None:
    """逾期没有推选的，各自参加，以后仍可以推选 (RULES 124)."""
    late = of_many(12).then(RepresentativesAsked, "2026-09-02").lapse("elect", "2026-09-16")
    assert late.case.participants.representatives == ()
    election = acts.elect(
        late.case,
        late.head("2026-09-20"),
        Standing.APPLICANT,
        TWELVE[:2],
        PAPER,
        signed_by_all=True,
    )
    assert late.record(election).case.participants.representatives == TWELVE[:2]


def test_what_third_persons_elect_ends_no_days_of_the_applicants() -> None:
    """第三人推选的，申请人的期限照样进行 (ARR2026 17)."""
    row = ORDINARY.by_name["elect"]
    of_third, own = (
        RepresentativesElected(
            head=of_many(12).head("2026-09-03"),
            standing=standing,
            representatives=TWELVE[:2],
            signed_by_all=True,
            text_id=PAPER,
        )
        for standing in (Standing.THIRD, Standing.APPLICANT)
    )
    assert (row.is_closed_by(of_third), row.is_closed_by(own)) == (False, True)


def test_the_next_step_of_a_case_of_many_is_to_ask_them_once() -> None:
    """副本送达以后，人数超过规定而没有代表人的，先通知推选 (ARR2026 17)."""
    walk = of_many(12).then(CopySent, "2026-09-02").then(CopyReceived, "2026-09-03")
    now = datetime.combine(day("2026-09-04"), time(9), CITY)
    assert step_of(walk.case, by="o-1", now=now, calendar=CALENDAR).act == "representatives-notice"
    walk.then(RepresentativesAsked, "2026-09-04")
    assert step_of(walk.case, by="o-1", now=now, calendar=CALENDAR).act == "reviewers"


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-09-01"), time(9), CITY))


async def test_the_body_asks_and_the_clock_records_that_nobody_was_elected(door: Door) -> None:
    """通知以后十个工作日没有推选的，由时钟记录，案件照常办理 (RULES 124)."""
    said = {**APPLICATION, "applicants": MANY, "received_on": "2026-09-01"}
    said["learnt_on"] = "2026-08-20"
    taken = await door.post("/reconsiderations", OFFICER, **said)
    assert taken.status_code == 201, taken.text
    path = f"/reconsiderations/{taken.json()['case_id']}"
    notice = {"text": "请推选二至五名代表人。"}
    assert (await door.post(f"{path}/representatives-notice", PARTY, **notice)).status_code == 403
    asked = await door.post(f"{path}/representatives-notice", OFFICER, **notice)
    assert asked.status_code == 201, asked.text
    assert asked.json()["participants"]["election"] == {"asked_on": "2026-09-01", "over": False}
    accepted = await door.post(f"{path}/acceptance", OFFICER)
    assert accepted.status_code == 201, accepted.text
    door.on("2026-09-16")
    while await Sweep(door.hub).once():
        pass
    case = (await door.get(path, OFFICER)).json()
    assert (case["state"], case["participants"]["election"]["over"]) == ("accepted", True)
