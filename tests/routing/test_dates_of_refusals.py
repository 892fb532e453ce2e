"""不予受理、驳回和逾期未决以后的起诉期限 (ARL 34, 35; RULES 58, 132), on a real database."""

from datetime import date
from functools import partial
from uuid import UUID

import pytest

from services.reconsideration.books import RULES as BOOKS
from services.reconsideration.commands import refusing
from services.reconsideration.store import aftermath_of
from services.routing.store import routing_of
from shared.auth import Role
from shared.db import Pool
from shared.law.calendar import CALENDAR
from shared.verify.walk import Walk
from shared.work import Act
from tests.routing.outcomes import COURT, OFFICER, ON_THE_SPOT, decide
from tests.routing.town import (
    APPLY,
    GOVERNMENT,
    PENALTY,
    SUE,
    WINDOW,
    Town,
    apply_for_reconsideration,
    persons,
)

ABOVE = (Role.RECONSIDERATION_HEAD, "620700-government")


async def decline(place: Town, *, compulsory: bool) -> tuple[UUID, str, str]:
    """Declined on 23 November: the routing file, the file of its service, and the applicant."""
    number, dispute_id = await place.register(**PENALTY)
    return await decline_of(place, number, dispute_id, compulsory=compulsory)


async def decline_of(
    place: Town, number: str, dispute_id: UUID, *, compulsory: bool
) -> tuple[UUID, str, str]:
    case = await apply_for_reconsideration(place, number, dispute_id)
    why = {"missing": "request", "reason": "没有具体的复议请求。", "compulsory": compulsory}
    await place.do(f"/reconsiderations/{case['case_id']}/declination", *OFFICER, **why)
    await place.do(f"/reconsiderations/{case['case_id']}/papers/numbers/declination", *OFFICER)
    after = f"/aftermaths/{aftermath_of(UUID(case['case_id']))}"
    return routing_of(dispute_id), after, (await persons(place, number))["applicant"]


async def serve_refusal(place: Town, after: str, applicant: str, on: str) -> None:
    said = {"person_id": applicant, "manner": "post", "receipt": "签收。"}
    await place.do(f"{after}/refusal-service", *OFFICER, shown_on=on, **said)


async def test_from_its_service_a_refusal_may_be_sued_over_for_fifteen_days(
    place: Town, db: Pool
) -> None:
    """不予受理决定书送达后，告知十五日的起诉期限；前置的引复议法第三十四条 (ARL 34)；账册相符."""
    file, after, applicant = await decline(place, compulsory=True)
    assert COURT not in await place.runs(file)
    await place.at("2026-11-25")
    await serve_refusal(place, after, applicant, "2026-11-24")
    assert (await place.runs(file))[COURT] == date(2026, 12, 9)
    last = (await place.pages(file))[-1]
    assert (last["road"], last["occasion"], last["sue_article"]) == ("court", "declined", "ARL 34")
    await place.at("2026-12-10")
    assert (await place.kinds(file))[-1] == "suit_period_over"
    kinds = await place.kinds(UUID(after.rsplit("/", 1)[1]))
    assert kinds == ["aftermath_opened", "refusal_served", "refusal_suit_period_over"]
    walk = Walk(place.hub.shelves, CALENDAR)
    async with db.acquire() as conn:
        for check in (walk.states, walk.deadlines, walk.dates):
            assert (await check(conn)).count == 0


async def test_where_the_choice_was_free_the_direct_suit_stays_beside_it(place: Town) -> None:
    """不是前置的，十五日引行政诉讼法第四十五条，直接起诉期限和申请期限照旧 (ALL 45, 46; ALI 56)."""
    file, after, applicant = await decline(place, compulsory=False)
    before = await place.runs(file)
    assert set(before) == {APPLY, SUE}
    await serve_refusal(place, after, applicant, "2026-11-23")
    assert await place.runs(file) == {**before, COURT: date(2026, 12, 8)}
    assert (await place.pages(file))[-1]["sue_article"] == "ALL 45"


async def test_who_has_sued_meanwhile_is_told_no_other_days(place: Town) -> None:
    """已经起诉的，送达后不再告知期限 (RULES 58)."""
    file, after, applicant = await decline(place, compulsory=False)
    said = {"road": "court", "organ": "甘州区人民法院"}
    await place.do(f"/routings/{file}/application", *WINDOW, **said)
    await serve_refusal(place, after, applicant, "2026-11-23")
    assert (await place.kinds(file))[-1] == "suit_filed"
    assert COURT not in await place.runs(file)


async def test_where_no_decision_comes_in_time_the_fifteen_days_run_from_its_end(
    place: Town,
) -> None:
    """受理后超过复议期限不作答复，自期限届满起十五日可以起诉，撤回的仍告知 (ALL 45)."""
    number, dispute_id = await place.register(**PENALTY)
    file = routing_of(dispute_id)
    case = await apply_for_reconsideration(place, number, dispute_id)
    path = f"/reconsiderations/{case['case_id']}"
    own = {"law": "《某某法》", "provision": "第三十二条", "decide_days": 10}
    await place.do(f"{path}/acceptance", *OFFICER, by_law=own)
    await place.at("2026-12-04")
    last = (await place.pages(file))[-1]
    assert (last["road"], last["occasion"], last["sue_article"]) == ("court", "overdue", "ALL 45")
    runs = await place.runs(file)
    assert runs[COURT] == date(2026, 12, 18)
    assert SUE in runs
    await place.do(f"{path}/withdrawal", *WINDOW, settled=False)
    head = (Role.RECONSIDERATION_HEAD, GOVERNMENT)
    await place.do(f"{path}/termination", *head, harmless=True)
    last = (await place.pages(file))[-1]
    assert (last["article"], last["occasion"]) == ("ALI 58", "declined")


BY_LAW = {"law": "《某某法》", "provision": "第三十二条", "decide_days": 10}


async def test_who_was_told_of_the_court_and_applied_anew_is_told_the_days_after_silence(
    place: Town, db: Pool
) -> None:
    """不予受理送达后再次申请并受理，逾期不作答复的，仍告知十五日起诉期限 (ARL 34; ALL 45)."""
    number, dispute_id = await place.register(**PENALTY)
    file, after, applicant = await decline_of(place, number, dispute_id, compulsory=True)
    await serve_refusal(place, after, applicant, "2026-11-23")
    assert (await place.get(f"/routings/{file}")).json()["told_road"] == "court"
    await place.at("2026-11-24")
    case = await apply_for_reconsideration(place, number, dispute_id, key="town-0002")
    await place.do(f"/reconsiderations/{case['case_id']}/acceptance", *OFFICER, by_law=BY_LAW)
    await place.at("2026-12-05")
    last = (await place.pages(file))[-1]
    assert (last["kind"], last["road"]) == ("routing.road_notified.v1", "court")
    assert (last["occasion"], last["sue_until"]) == ("overdue", "2026-12-21")  # a Monday
    walk = Walk(place.hub.shelves, CALENDAR)
    async with db.acquire() as conn:
        assert (await walk.states(conn)).count == 0


async def test_who_has_sued_is_not_told_to_sue_as_no_decision_comes(place: Town) -> None:
    """已经起诉的，复议逾期不作答复也不再告知起诉期限 (RULES 58)."""
    number, dispute_id = await place.register(**PENALTY)
    file = routing_of(dispute_id)
    case = await apply_for_reconsideration(place, number, dispute_id)
    await place.do(f"/reconsiderations/{case['case_id']}/acceptance", *OFFICER, by_law=BY_LAW)
    said = {"road": "court", "organ": "甘州区人民法院"}
    await place.do(f"/routings/{file}/application", *WINDOW, **said)
    await place.at("2026-12-04")
    assert (await place.kinds(file))[-1] == "suit_filed"
    assert COURT not in await place.runs(file)


async def test_of_what_must_come_first_the_days_after_silence_are_those_of_its_law(
    place: Town,
) -> None:
    """应当先申请行政复议而逾期不作答复的，依复议法第三十四条 (ARL 23, 34)."""
    number, dispute_id = await place.register(**PENALTY)
    file = routing_of(dispute_id)
    case = await apply_for_reconsideration(place, number, dispute_id)
    path = f"/reconsiderations/{case['case_id']}"
    await place.do(f"{path}/conditions", *OFFICER, **ON_THE_SPOT)
    own = {"law": "《某某法》", "provision": "第三十二条", "decide_days": 10}
    await place.do(f"{path}/acceptance", *OFFICER, by_law=own)
    await place.at("2026-12-04")
    last = (await place.pages(file))[-1]
    assert (last["occasion"], last["sue_article"]) == ("overdue", "ARL 34")


async def correct(place: Town, after: str) -> UUID:
    """Reported on 25 November, and accepted the day after, as ordered; the new case."""
    about = (await place.get(after, *OFFICER)).json()["about"]
    await place.at("2026-11-25")
    wrong = {"text": "没有正当理由不予受理。"}
    report = await place.do(f"/reconsiderations/{about}/wrong-report", *OFFICER, **wrong)
    path = f"/corrections/{report['case_id']}"
    order = {"until": "2026-12-04", "justified": False, "text": "责令受理。"}
    await place.do(f"{path}/order", *ABOVE, **order)
    await place.at("2026-11-26")
    return UUID((await place.do(f"{path}/correction", *OFFICER))["case_id_after"])


async def test_over_a_refusal_that_was_corrected_nobody_is_warned_to_sue(
    place: Town, db: Pool
) -> None:
    """不予受理已经纠正的，告知过的十五日不再算，直接起诉期限照旧 (ARL 35; RULES 132)；账册相符."""
    file, after, applicant = await decline(place, compulsory=False)
    await serve_refusal(place, after, applicant, "2026-11-23")
    assert (await place.runs(file))[COURT] == date(2026, 12, 8)
    new = await correct(place, after)
    assert set(await place.runs(file)) == {SUE}
    last = (await place.pages(file))[-1]
    assert (last["kind"], last["road"]) == ("routing.suit_replaced.v1", "court")
    assert last["decision_id"] == str(new)
    shown = (await place.get(f"/routings/{file}")).json()
    assert (shown["state"], shown["sue_until"]) == ("taken", None)
    assert (await place.runs(UUID(after.rpartition("/")[2]))) == {}
    await place.at("2026-12-09")
    assert (await place.kinds(file))[-1] == "suit_replaced"
    walk = Walk(place.hub.shelves, CALENDAR)
    async with db.acquire() as conn:
        for check in (walk.states, walk.deadlines, walk.dates):
            assert (await check(conn)).count == 0


@pytest.mark.parametrize(
    ("on_the_spot", "left"),
    [pytest.param(False, {SUE}, id="free"), pytest.param(True, set(), id="first")],
)
async def test_over_a_dismissal_that_was_corrected_nobody_sues_while_it_is_handled(
    place: Town, db: Pool, *, on_the_spot: bool, left: set[tuple[str, str]]
) -> None:
    """驳回申请纠正以后受理的，告知的十五日不再算，也不再重新送达 (ARL 29, 35)；账册相符.

    逾期以后在原案驳回的，不是纠正驳回，起诉期限照旧 (RULES 132).
    """
    number, dispute_id = await place.register(**PENALTY)
    file, case = routing_of(dispute_id), await apply_for_reconsideration(place, number, dispute_id)
    applicant = (await persons(place, number))["applicant"]
    found = {"interest": "none", "on_the_spot": on_the_spot}
    await decide(place, case["case_id"], applicant, "application_dismissed", **found)
    about = UUID(case["case_id"])
    assert (await place.runs(file))[COURT] == date(2026, 12, 8)
    late = partial(refusing.correct, about=about, where=about, on=date(2026, 11, 23))
    await place.hub.act(Act(do=late, files=[about, aftermath_of(about)]))
    assert (await place.runs(file))[COURT] == date(2026, 12, 8)
    after = f"/aftermaths/{aftermath_of(about)}"
    new = await correct(place, after)
    assert set(await place.runs(file)) == left
    last = (await place.pages(file))[-1]
    assert (last["kind"], last["road"]) == ("routing.suit_replaced.v1", "court")
    assert last["decision_id"] == str(new)
    assert (await place.get(after, *OFFICER)).json()["accepted_case_id"] == str(new)
    to = {"standing": "applicant", "person_id": applicant, "manner": "direct"}
    said = {**to, "receipt": "签收。", "reason": "误签。", "shown_on": "2026-11-26"}
    no = await place.ask(f"{after}/service", *OFFICER, **said)
    assert (no.status_code, no.json()["article"]["code"]) == (409, "RULES 132")
    async with db.acquire() as conn:
        assert [one.name for one in BOOKS if (await one.check(conn)).count] == []


async def test_a_suit_over_another_decision_runs_on_when_a_refusal_is_corrected(
    place: Town,
) -> None:
    """没有送达过的不予受理纠正以后，别的起诉期限不受影响 (ARL 35; ALL 45; RULES 132)."""
    file, after, _ = await decline(place, compulsory=True)
    before = await place.runs(file)
    await correct(place, after)
    assert "suit_replaced" not in await place.kinds(file)
    assert set(await place.runs(file)) == set(before) - {APPLY}


@pytest.mark.parametrize(
    ("found", "left"),
    [
        pytest.param({"interest": "none", "on_the_spot": False}, {SUE, COURT}, id="free"),
        pytest.param({"interest": "none", "on_the_spot": True}, {COURT}, id="first"),
        pytest.param({"groundless": "groundless", "on_the_spot": False}, {COURT}, id="groundless"),
    ],
)
async def test_a_dismissal_for_the_conditions_leaves_the_direct_suit_where_the_choice_was_free(
    place: Town, found: dict[str, object], left: set[tuple[str, str]]
) -> None:
    """不符合受理条件驳回的，直接起诉期限照旧；前置的、缺乏依据驳回的不然 (ARL 33; ALI 133)."""
    number, dispute_id = await place.register(**PENALTY)
    case = await apply_for_reconsideration(place, number, dispute_id)
    applicant = (await persons(place, number))["applicant"]
    await decide(place, case["case_id"], applicant, "application_dismissed", **found)
    runs = await place.runs(routing_of(dispute_id))
    assert set(runs) == left
    assert runs[COURT] == date(2026, 12, 8)
