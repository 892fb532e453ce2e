"""当事人的法定期限 (RULES 58, 60): shown, warned of, met and replaced, on a real database."""

from datetime import date, datetime
from functools import partial
from uuid import UUID

import pytest

from services.reconsideration.books import RULES as BOOKS
from services.reconsideration.commands import refusing
from services.reconsideration.store import aftermath_of
from services.routing.roads import suits
from services.routing.store import roads_of, routing_of, whistle_of
from shared.auth import Role
from shared.calendars import put
from shared.contracts.fact import Head
from shared.contracts.reconsideration import DecisionDelivered, Outcome, Remedy, Standing
from shared.contracts.reconsideration.refusal import RefusalCorrected
from shared.contracts.reconsideration.served import DecisionServed
from shared.contracts.service import Manner
from shared.db import Pool
from shared.law.calendar import CALENDAR
from shared.law.day import CITY
from shared.recount import Recount
from shared.verify.walk import Walk
from shared.work import Act
from shared.work.clockfile import clock_file
from tests.reconsideration.deciding import HANDED, road
from tests.routing.town import (
    APPLY,
    GOVERNMENT,
    PENALTY,
    SUE,
    TO_ADJUDICATION,
    WINDOW,
    Town,
    apply_for_reconsideration,
    door,
    mediation_of,
    persons,
)
from tests.work.test_clocks import NOTICE_2027

ABOVE = (Role.RECONSIDERATION_HEAD, "620700-government")


async def test_the_party_sees_both_dates_with_their_proof_and_is_warned(place: Town) -> None:
    """当事人看到两个期限及其由来，临近届满时预警，届满只告知 (RULES 58)."""
    number, dispute_id = await place.register(**PENALTY)
    file = routing_of(dispute_id)
    assert await place.runs(file) == {APPLY: date(2026, 12, 11), SUE: date(2027, 4, 12)}
    party = {"role": Role.PARTY, "organ": "", "disputes": [dispute_id], "persons": []}
    shown = (await place.get(f"/disputes/{number}", **party)).json()
    [routing] = [one for one in shown["files"] if one["procedure"] == "triage"]
    assert [one["article"]["code"] for one in routing["running"]] == ["ARL 20(1)", "ALL 46(1)"]
    assert [one["provisional"] for one in routing["running"]] == [False, True]
    assert "2026年10月12日为法定起算之日" in routing["running"][0]["proof"]["sentence"]
    await place.at("2026-12-11")
    warned = await place.pages(clock_file(file, "routing"))
    assert [(one["deadline"], one["warning"]) for one in warned] == [
        ("apply", "share_80"),
        ("apply", "last_workday"),
    ]
    await place.at("2026-12-14")
    assert (await place.kinds(file))[-1] == "application_period_over"
    assert await place.runs(file) == {SUE: date(2027, 4, 12)}
    after = (await place.get(f"/disputes/{number}")).json()
    assert "alert" not in {one["procedure"] for one in after["files"]}


async def test_a_notice_moves_a_provisional_date_and_makes_it_firm(place: Town, db: Pool) -> None:
    """放假通知公布后，暂定的起诉期限重新计算 (RULES 17, 58)."""
    facts = {**PENALTY, "learnt_on": "2026-08-07", "happened_on": None}
    _, dispute_id = await place.register(**facts)
    file = routing_of(dispute_id)
    assert (await place.runs(file))[SUE] == date(2027, 2, 8)
    async with db.acquire() as conn:
        await put(conn, CALENDAR, NOTICE_2027, "admin-1")
    counting = Recount(place.hub)
    while (await counting.once()).more:
        pass
    assert (await place.runs(file))[SUE] == date(2027, 2, 15)
    [moved] = await place.pages(clock_file(file, "routing"))
    assert (moved["kind"], moved["deadline"], moved["provisional"]) == (
        "clock.moved.v1",
        "sue",
        False,
    )


async def test_an_application_meets_its_period_and_a_declined_one_runs_on(place: Town) -> None:
    """申请后不再预警申请期限；不予受理的，期限未满仍可申请 (RULES 58, 60)."""
    number, dispute_id = await place.register(**PENALTY)
    file = routing_of(dispute_id)
    case = await apply_for_reconsideration(place, number, dispute_id)
    assert set(await place.runs(file)) == {SUE}
    await place.do(
        f"/reconsiderations/{case['case_id']}/declination",
        Role.RECONSIDERATION,
        GOVERNMENT,
        missing="request",
        reason="没有具体的复议请求和理由。",
    )
    last = (await place.pages(file))[-1]
    assert (last["kind"], last["occasion"]) == ("routing.road_notified.v1", "declined")
    assert await place.runs(file) == {APPLY: date(2026, 12, 11), SUE: date(2027, 4, 12)}


OFFICER = (Role.RECONSIDERATION, GOVERNMENT)
COURT = ("sue", "court")


ON_THE_SPOT: dict[str, object] = {
    "text": "当场处罚。",
    "request_clear": True,
    "interest": "addressee",
    "on_the_spot": True,
}
"""What is seen of an application against a penalty for which reconsideration comes first."""


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


async def test_arbitration_outside_the_hub_is_put_on_file_by_the_party_itself(place: Town) -> None:
    """当事人自行申请仲裁的，记录在卷；期满之后补记也不妨碍 (RULES 58)."""
    _, dispute_id = await place.register(
        matter="laodong", willingness="both", learnt_on="2025-12-01"
    )
    file = routing_of(dispute_id)
    assert list(await place.runs(file)) == [("apply", "labour_arbitration")]
    await place.at("2026-12-03")
    assert (await place.kinds(file))[-1] == "application_period_over"
    body = {"road": "labour_arbitration", "on": "2026-11-30"}
    told = await place.do(door(dispute_id, "application"), *WINDOW, **body)
    assert told["state"] == "taken"
    assert (await place.pages(file))[-1]["applied_on"] == "2026-11-30"


async def test_mediation_that_fails_is_followed_by_the_roads_that_stay_open(place: Town) -> None:
    """调解不成的，告知仍可走的途径和期限，日期与分流时相同 (PML 26)."""
    _, dispute_id = await place.register(
        matter="laodong", willingness="both", learnt_on="2026-05-06"
    )
    file, mediation = routing_of(dispute_id), mediation_of(dispute_id)
    before = await place.runs(file)
    committee = (await place.pages(mediation))[0]["committee"]
    await place.at("2026-11-26")
    failed = f"/mediations/{mediation}/failure"
    await place.do(failed, Role.MEDIATOR, committee, ground="no_agreement")
    last = (await place.pages(file))[-1]
    assert (last["road"], last["occasion"]) == ("labour_arbitration", "mediation_over")
    assert await place.runs(file) == before == {("apply", "labour_arbitration"): date(2027, 5, 6)}


async def test_a_civil_mediation_that_one_side_refuses_leaves_the_court(place: Town) -> None:
    """一方拒绝调解的，告知可以起诉；此后不得再更正为调解 (PML 17, 26)."""
    _, dispute_id = await place.register()
    mediation = mediation_of(dispute_id)
    committee = (await place.pages(mediation))[0]["committee"]
    refusal = f"/mediations/{mediation}/refusal"
    await place.do(refusal, Role.MEDIATOR, committee, side="opponent")
    last = (await place.pages(routing_of(dispute_id)))[-1]
    assert (last["road"], last["occasion"]) == ("court", "mediation_refused")
    back = {"road": "administrative_mediation", "article": "PLAN 23", "reason": "部门再调。"}
    no = await place.ask(door(dispute_id, "correction"), *WINDOW, **back)
    assert (no.status_code, no.json()["article"]["code"]) == (409, "PML 17")


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


async def test_the_whistle_goes_on_when_the_new_road_is_one_of_departments(place: Town) -> None:
    """更正为部门之间的途径不停哨 (RULES 59)."""
    _, dispute_id = await place.register(willingness="both")
    whistle = whistle_of(dispute_id)
    before = (await place.kinds(whistle), await place.runs(whistle))
    other = {"road": "administrative_mediation", "article": "PLAN 23", "reason": "部门来调。"}
    await place.do(door(dispute_id, "correction"), *WINDOW, **other)
    assert (await place.kinds(whistle), await place.runs(whistle)) == before


async def test_the_whistle_ends_when_the_new_road_calls_no_department(place: Town) -> None:
    """更正为法定途径，哨即移交，不再计时 (RULES 59)."""
    _, dispute_id = await place.register(willingness="both")
    whistle = whistle_of(dispute_id)
    await place.do(door(dispute_id, "correction"), *WINDOW, **TO_ADJUDICATION)
    assert (await place.kinds(whistle))[-1] == "whistle_closed"
    assert await place.runs(whistle) == {}


async def decide(
    place: Town, case_id: str, applicant: str, outcome: str = "upheld", **found: object
) -> None:
    """From acceptance to service of the decision; `found` is what was found of the conditions."""
    await seal(place, case_id, applicant, outcome, **found)
    said = {"served_on": "2026-11-23", "applicants": {applicant: "2026-11-23"}, **HANDED}
    await place.do(f"/reconsiderations/{case_id}/delivery", *OFFICER, **said)


async def seal(
    place: Town, case_id: str, applicant: str, outcome: str = "upheld", **found: object
) -> None:
    """From acceptance to the seal: the decision is made and served on nobody yet."""
    case = f"/reconsiderations/{case_id}"
    officer, head = (Role.RECONSIDERATION, GOVERNMENT), (Role.RECONSIDERATION_HEAD, GOVERNMENT)
    respondent = (Role.DEPARTMENT, "620702-chengguan")
    await place.do(f"{case}/acceptance", *officer)
    await place.do(f"{case}/copy", *officer)
    await place.do(f"{case}/copy-receipt", *respondent)
    await place.do(f"{case}/reply", *respondent, text="处罚依据充分。")
    await place.do(f"{case}/views", *officer, manner="telephone", record="认为过重。")
    if found:
        await place.do(f"{case}/conditions", *officer, **{"text": "审查认定。", **found})
    finding = {"hopeless": found["groundless"]} if "groundless" in found else None
    owed = {"duties": [{"person_id": applicant}]} if outcome == "upheld" else {}
    for path, who, body in road(outcome, text="决定。", found=finding, **owed):
        await place.do(f"{case}/{path}", *(head if who == "head" else officer), **body)


async def serve_decision(place: Town, case_id: str, on: str, applicant: str = "") -> None:
    """Served by itself on an applicant, or on the respondent."""
    said = {"shown_on": on, "manner": "direct", "receipt": "签收。"}
    whom = {"standing": "applicant", "person_id": applicant}
    body = {**said, **(whom if applicant else {"standing": "respondent"})}
    await place.do(f"/reconsiderations/{case_id}/service", *OFFICER, **body)


async def test_once_an_applicant_has_the_decision_its_days_run_whoever_is_still_to_be_served(
    place: Town, db: Pool
) -> None:
    """一经送达即发生效力：申请人收到之日起十五日，不等其他人 (ARL 75; ALL 45)；账册相符."""
    number, dispute_id = await place.register(**PENALTY)
    file = routing_of(dispute_id)
    case_id = (await apply_for_reconsideration(place, number, dispute_id))["case_id"]
    applicant = (await persons(place, number))["applicant"]
    await seal(place, case_id, applicant)
    assert await place.runs(file) == {SUE: date(2027, 4, 12)}
    await serve_decision(place, case_id, "2026-11-23", applicant)
    assert await place.runs(file) == {COURT: date(2026, 12, 8)}
    told = (await place.pages(file))[-1]
    assert (told["occasion"], told["sue_starts_on"]) == ("decided", "2026-11-23")
    assert told["decision_id"] == case_id
    await place.at("2026-12-08")
    assert [one["deadline"] for one in await place.pages(clock_file(file, "routing"))][-1] == "sue"
    await place.at("2026-12-09")
    before = await place.kinds(file)
    assert before[-1] == "suit_period_over"
    await serve_decision(place, case_id, "2026-12-09")
    assert (await place.kinds(UUID(case_id)))[-1] == "delivered"
    assert await place.kinds(file) == before, "the last service tells nothing anew"
    walk = Walk(place.hub.shelves, CALENDAR)
    async with db.acquire() as conn:
        for check in (walk.states, walk.deadlines, walk.dates):
            assert (await check(conn)).count == 0


async def test_until_an_applicant_has_it_the_service_on_the_others_tells_no_days(
    place: Town,
) -> None:
    """申请人尚未收到的，其他人送达不起算申请人的期限 (ALL 45)."""
    number, dispute_id = await place.register(**PENALTY)
    file = routing_of(dispute_id)
    case_id = (await apply_for_reconsideration(place, number, dispute_id))["case_id"]
    applicant = (await persons(place, number))["applicant"]
    await seal(place, case_id, applicant)
    await serve_decision(place, case_id, "2026-11-23")
    assert await place.runs(file) == {SUE: date(2027, 4, 12)}
    await place.at("2026-12-01")
    await serve_decision(place, case_id, "2026-12-01", applicant)
    assert (await place.kinds(file))[-2:] == ["suit_replaced", "road_notified"]
    assert await place.runs(file) == {COURT: date(2026, 12, 16)}


async def test_who_has_sued_over_the_decision_is_told_nothing_by_the_last_service(
    place: Town,
) -> None:
    """收到决定后已经起诉的，其他人送达不再告知期限 (ALL 45; RULES 58)."""
    number, dispute_id = await place.register(**PENALTY)
    file = routing_of(dispute_id)
    case_id = (await apply_for_reconsideration(place, number, dispute_id))["case_id"]
    applicant = (await persons(place, number))["applicant"]
    await seal(place, case_id, applicant)
    await serve_decision(place, case_id, "2026-11-23", applicant)
    said = {"road": "court", "organ": "甘州区人民法院"}
    await place.do(f"/routings/{file}/application", *WINDOW, **said)
    await serve_decision(place, case_id, "2026-11-23")
    assert (await place.kinds(file))[-1] == "suit_filed"
    assert await place.runs(file) == {}


def heard(case_id: str, dispute_id: UUID, on: str) -> DecisionServed:
    """The page of a service on an applicant, the first of all on that day."""
    day = date.fromisoformat(on)
    at = datetime(2026, 11, 23, 9, tzinfo=CITY)
    return DecisionServed(
        head=Head(
            dispute_id=dispute_id, case_id=UUID(case_id), version=90, on=day, at=at, by="officer-1"
        ),
        standing=Standing.APPLICANT,
        manner=Manner.POST,
        shown_on=day,
        served_on=day,
        receipt_id=UUID(case_id),
        outcome=Outcome.UPHELD,
        first_served_on=day,
    )


async def test_an_earlier_service_that_comes_to_light_is_told_and_a_page_heard_again_is_not(
    place: Town,
) -> None:
    """另一申请人先收到、后记载的，以先收到之日告知；同一页再听一次不重复 (ALL 45)；旧页不告知."""
    number, dispute_id = await place.register(**PENALTY)
    file = routing_of(dispute_id)
    case_id = (await apply_for_reconsideration(place, number, dispute_id))["case_id"]
    files = roads_of(heard(case_id, dispute_id, "2026-11-20"))

    async def hear(fact: DecisionServed) -> dict[tuple[str, str], date]:
        await place.hub.act(Act(do=lambda work: suits.decided(work, fact), files=files))
        return await place.runs(file)

    of_old = {"outcome": None, "first_served_on": None}
    first = heard(case_id, dispute_id, "2026-11-20")
    assert set(await hear(first.model_copy(update=of_old))) == {SUE}
    assert await hear(first) == {COURT: date(2026, 12, 7)}
    assert await hear(heard(case_id, dispute_id, "2026-11-19")) == {COURT: date(2026, 12, 4)}
    pages = await place.pages(file)
    for again in (first, heard(case_id, dispute_id, "2026-11-19")):
        await hear(again)
    assert await place.pages(file) == pages
    gone = RefusalCorrected(
        head=first.head,
        accepted_case_id=file,
        first_served_on=date(2026, 11, 16),  # of a third person, whose days are its own
        of_case_id=UUID(case_id),
    )
    await place.hub.act(Act(do=lambda work: suits.corrected(work, gone), files=roads_of(gone)))
    assert await place.runs(file) == {}, "what runs over this decision is over with it"


async def test_the_day_of_a_third_person_is_not_told_where_no_applicant_is_left(
    place: Town,
) -> None:
    """申请人均无承受人的，第三人的送达之日不作为申请人的告知 (ALL 45; RULES 145)."""
    number, dispute_id = await place.register(**PENALTY)
    file = routing_of(dispute_id)
    case_id = (await apply_for_reconsideration(place, number, dispute_id))["case_id"]
    on = date(2026, 11, 20)
    fact = DecisionDelivered(
        head=heard(case_id, dispute_id, "2026-11-20").head,
        outcome=Outcome.UPHELD,
        authority="620700-government",
        respondent="620702-market",
        served_on=on,
        remedies=(Remedy(person_id=UUID(case_id), served_on=on, sue_until=date(2026, 12, 7)),),
    )

    async def hear(fact: DecisionDelivered) -> dict[tuple[str, str], date]:
        await place.hub.act(Act(do=lambda work: suits.decided(work, fact), files=roads_of(fact)))
        return await place.runs(file)

    assert set(await hear(fact.model_copy(update={"without_applicants": True}))) == {SUE}
    assert await hear(fact) == {COURT: date(2026, 12, 7)}, "a page of old does not say whose it is"


async def test_the_decision_puts_fifteen_days_in_the_place_of_the_direct_suit(
    place: Town, db: Pool
) -> None:
    """复议决定送达后，直接起诉期限不再适用，改为十五日 (ALL 45)；账册相符."""
    number, dispute_id = await place.register(**PENALTY)
    file = routing_of(dispute_id)
    case = await apply_for_reconsideration(place, number, dispute_id)
    await decide(place, case["case_id"], (await persons(place, number))["applicant"])
    assert (await place.kinds(file))[-2:] == ["suit_replaced", "road_notified"]
    assert await place.runs(file) == {("sue", "court"): date(2026, 12, 8)}
    walk = Walk(place.hub.shelves, CALENDAR)
    async with db.acquire() as conn:
        for check in (walk.states, walk.deadlines, walk.dates):
            assert (await check(conn)).count == 0


async def test_who_is_told_that_nothing_more_is_handled_is_told_what_is_open(
    place: Town, db: Pool
) -> None:
    """告知不再处理的，途径不停在已经申请；决定的十五日照旧，不告知直接起诉 (ALL 45)."""
    number, dispute_id = await place.register(**PENALTY)
    file = routing_of(dispute_id)
    case = await apply_for_reconsideration(place, number, dispute_id)
    await decide(place, case["case_id"], (await persons(place, number))["applicant"])
    await place.at("2026-11-25")
    again = await apply_for_reconsideration(place, number, dispute_id, key="town-0002")
    assert (await place.get(f"/routings/{file}")).json()["state"] == "taken"
    path = f"/reconsiderations/{again['case_id']}/no-further-handling"
    await place.do(path, *OFFICER, text="已经决定，没有新的事实。")
    shown = (await place.get(f"/routings/{file}")).json()
    assert (shown["state"], shown["told_road"], shown["sue_until"]) == (
        *("notified", "court"),
        "2026-12-08",
    )
    assert await place.runs(file) == {APPLY: date(2026, 12, 11), COURT: date(2026, 12, 8)}
    apply, court = (await place.pages(file))[-2:]
    assert (apply["road"], apply["occasion"], apply["sue_until"]) == (
        *("reconsideration", "declined"),
        None,
    )
    assert (court["road"], court["sue_starts_on"], court["sue_article"]) == (
        *("court", "2026-11-23"),
        "ALL 45",
    )
    walk = Walk(place.hub.shelves, CALENDAR)
    async with db.acquire() as conn:
        for check in (walk.states, walk.deadlines, walk.dates):
            assert (await check(conn)).count == 0


async def test_what_is_told_again_is_still_known_to_be_of_its_decision(place: Town) -> None:
    """告知不再处理后重新告知的，仍是同一决定的期限：已经起诉的，其他人送达不再告知 (ALL 45)."""
    number, dispute_id = await place.register(**PENALTY)
    file = routing_of(dispute_id)
    case_id = (await apply_for_reconsideration(place, number, dispute_id))["case_id"]
    await decide(place, case_id, (await persons(place, number))["applicant"])
    await place.at("2026-11-25")
    again = await apply_for_reconsideration(place, number, dispute_id, key="town-0002")
    path = f"/reconsiderations/{again['case_id']}/no-further-handling"
    await place.do(path, *OFFICER, text="已经决定，没有新的事实。")
    told = (await place.pages(file))[-1]
    assert (told["occasion"], told["decision_id"]) == ("declined", case_id)
    said = {"road": "court", "organ": "甘州区人民法院"}
    await place.do(f"/routings/{file}/application", *WINDOW, **said)
    served = heard(case_id, dispute_id, "2026-11-23")
    act = Act(do=lambda work: suits.decided(work, served), files=roads_of(served))
    await place.hub.act(act)
    assert (await place.kinds(file))[-1] == "suit_filed"
    assert await place.runs(file) == {}


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


async def test_served_again_the_way_to_court_is_open_from_the_service_that_counts(
    place: Town,
) -> None:
    """重新送达的，起诉期限自重新送达起算，分流案卷随之改期；已经起诉的不再告知 (ARL 75; ALL 45)."""
    number, dispute_id = await place.register(**PENALTY)
    file = routing_of(dispute_id)
    case = await apply_for_reconsideration(place, number, dispute_id)
    applicant = (await persons(place, number))["applicant"]
    await decide(place, case["case_id"], applicant)
    assert await place.runs(file) == {("sue", "court"): date(2026, 12, 8)}
    again = f"/aftermaths/{aftermath_of(UUID(case['case_id']))}/service"
    said = {
        "standing": "applicant",
        "person_id": applicant,
        "manner": "direct",
        "receipt": "签收。",
        "reason": "前次由他人误签。",
    }
    officer = (Role.RECONSIDERATION, GOVERNMENT)
    await place.at("2026-12-01")
    await place.do(again, *officer, shown_on="2026-12-01", **said)
    assert await place.runs(file) == {("sue", "court"): date(2026, 12, 16)}
    last = (await place.pages(file))[-1]
    assert (last["occasion"], last["sue_starts_on"]) == ("decided", "2026-12-01")
    await place.do(f"/routings/{file}/application", *WINDOW, road="court", organ="甘州区人民法院")
    await place.at("2026-12-02")
    await place.do(again, *officer, shown_on="2026-12-02", **said)
    assert (await place.kinds(file))[-1] == "suit_filed"


async def test_what_was_dismissed_is_told_by_its_own_article_again_when_it_is_served_again(
    place: Town,
) -> None:
    """前置而驳回申请的，重新送达后仍依复议法第三十四条告知起诉期限 (ARL 34, 75)."""
    number, dispute_id = await place.register(**PENALTY)
    file = routing_of(dispute_id)
    case = await apply_for_reconsideration(place, number, dispute_id)
    applicant = (await persons(place, number))["applicant"]
    seen = {**ON_THE_SPOT, "interest": "none"}
    await decide(place, case["case_id"], applicant, "application_dismissed", **seen)
    assert (await place.pages(file))[-1]["sue_article"] == "ARL 34"
    again = f"/aftermaths/{aftermath_of(UUID(case['case_id']))}/service"
    to = {"standing": "applicant", "person_id": applicant, "manner": "direct"}
    said = {**to, "receipt": "签收。", "reason": "前次由他人误签。"}
    await place.at("2026-12-01")
    await place.do(again, *OFFICER, shown_on="2026-12-01", **said)
    assert await place.runs(file) == {COURT: date(2026, 12, 16)}
    assert (await place.pages(file))[-1]["sue_article"] == "ARL 34"


async def test_a_suit_that_is_told_of_stands_in_the_case_on_hand(place: Town, db: Pool) -> None:
    """当事人起诉的，记入正在审理的案件，查明以前不认定其他 (ARL 29, 33; RULES 58)；账册相符."""
    number, dispute_id = await place.register(**PENALTY)
    case_id = UUID((await apply_for_reconsideration(place, number, dispute_id))["case_id"])
    case, officer = f"/reconsiderations/{case_id}", (Role.RECONSIDERATION, GOVERNMENT)
    await place.do(f"{case}/acceptance", *officer)
    said = {"road": "court", "organ": "甘州区人民法院", "on": "2026-11-23"}
    await place.do(f"/routings/{routing_of(dispute_id)}/application", *WINDOW, **said)
    last = (await place.pages(case_id))[-1]
    assert (last["kind"], last["filed_on"]) == ("reconsideration.suit_on_record.v1", "2026-11-23")
    no = await place.ask(f"{case}/conditions", *officer, text="符合条件。")
    assert (no.status_code, no.json()["article"]["code"]) == (409, "ARL 29(2)")
    await place.do(f"{case}/conditions", *officer, text="已查明。", earlier="suit_refused")
    assert (await place.kinds(case_id))[-2:] == ["suit_on_record", "conditions_found"]
    walk = Walk(place.hub.shelves, CALENDAR)
    async with db.acquire() as conn:
        for check in (walk.states, walk.deadlines, walk.dates):
            assert (await check(conn)).count == 0


async def test_a_suit_that_is_told_of_is_on_record_where_it_may_be_enforced(
    place: Town, db: Pool
) -> None:
    """已经起诉的，后续案卷有起诉记录，查明是哪一方以前不强制执行 (ARL 78; RULES 58)；账册相符."""
    number, dispute_id = await place.register(**PENALTY)
    case = await apply_for_reconsideration(place, number, dispute_id)
    applicant = (await persons(place, number))["applicant"]
    await decide(place, case["case_id"], applicant)
    after = aftermath_of(UUID(case["case_id"]))
    await place.at("2026-12-02")
    said = {"road": "court", "organ": "甘州区人民法院", "on": "2026-12-01"}
    await place.do(f"/routings/{routing_of(dispute_id)}/application", *WINDOW, **said)
    last = (await place.pages(after))[-1]
    assert (last["kind"], last["filed_on"]) == ("reconsideration.suit_on_record.v1", "2026-12-01")
    await place.at("2026-12-09")
    respondent = (Role.DEPARTMENT, "620702-chengguan")
    urging = (f"/aftermaths/{after}/urging", *respondent)
    no = await place.ask(*urging, text="请缴纳罚款。")
    assert (no.status_code, no.json()["article"]["code"]) == (409, "ARL 78")
    answer = await place.ask(*urging, text="请缴纳罚款。", not_sued=True)
    assert answer.status_code == 201
    walk = Walk(place.hub.shelves, CALENDAR)
    async with db.acquire() as conn:
        for check in (walk.states, walk.deadlines, walk.dates):
            assert (await check(conn)).count == 0


async def test_who_takes_an_application_back_may_sue_while_the_period_lasts(place: Town) -> None:
    """撤回复议申请的，法定起诉期限内仍可起诉，途径可以更正 (ALI 58)."""
    number, dispute_id = await place.register(**PENALTY)
    file = routing_of(dispute_id)
    case = await apply_for_reconsideration(place, number, dispute_id)
    withdrawal = f"/reconsiderations/{case['case_id']}/withdrawal"
    await place.do(withdrawal, *WINDOW, settled=False)
    last = (await place.pages(file))[-1]
    assert (last["road"], last["article"], last["occasion"]) == ("court", "ALI 58", "declined")
    assert set(await place.runs(file)) == {SUE}
    assert (await place.get(f"/routings/{file}")).json()["state"] == "notified"


async def test_once_accepted_a_withdrawal_counts_only_when_it_is_permitted(place: Town) -> None:
    """受理后撤回的，经复议机关同意，才告知还可以起诉；不准予的，复议继续 (ARL 41; ALI 58)."""
    number, dispute_id = await place.register(**PENALTY)
    file = routing_of(dispute_id)
    case = await apply_for_reconsideration(place, number, dispute_id)
    path = f"/reconsiderations/{case['case_id']}"
    await place.do(f"{path}/acceptance", Role.RECONSIDERATION, GOVERNMENT)
    head = (Role.RECONSIDERATION_HEAD, GOVERNMENT)
    for answer in ("withdrawal-refusal", "termination"):
        await place.do(f"{path}/withdrawal", *WINDOW, settled=False)
        assert (await place.get(f"/routings/{file}")).json()["state"] == "taken"
        said = {"reason": "损害他人"} if answer == "withdrawal-refusal" else {"harmless": True}
        await place.do(f"{path}/{answer}", *head, **said)
    last = (await place.pages(file))[-1]
    assert (last["road"], last["article"], last["occasion"]) == ("court", "ALI 58", "declined")
    assert (await place.kinds(file)).count("road_notified") == 2
    assert set(await place.runs(file)) == {SUE}


async def test_over_what_a_mediation_document_settled_nobody_is_warned_to_sue(place: Town) -> None:
    """复议调解书生效的，直接起诉期限不再适用 (ARL 73)；账册相符."""
    number, dispute_id = await place.register(**PENALTY)
    file = routing_of(dispute_id)
    case = await apply_for_reconsideration(place, number, dispute_id)
    path = f"/reconsiderations/{case['case_id']}"
    officer, head = (Role.RECONSIDERATION, GOVERNMENT), (Role.RECONSIDERATION_HEAD, GOVERNMENT)
    await place.do(f"{path}/acceptance", *officer)
    willing = {"applicants_willing": True, "respondent_willing": True, "record": "双方愿意"}
    await place.do(f"{path}/mediation", *officer, **willing)
    agreed = {"harmless": True, "obliges": False, "text": "减收罚款。"}
    await place.do(f"{path}/mediation-document", *head, **agreed)
    for who in ("applicant", "respondent"):
        await place.do(f"{path}/mediation-signature", *officer, standing=who)
    assert SUE in await place.runs(file)
    await place.do(f"{path}/mediation-seal", *head)
    assert (await place.kinds(file))[-1] == "suit_replaced"
    assert await place.runs(file) == {}


async def test_an_application_for_reconsideration_keeps_the_first_window(place: Town) -> None:
    """首问窗口不变，新案卷写明来自调解案卷 (RULES 60)."""
    number, dispute_id = await place.register(willingness="both")
    who = await persons(place, number)
    told = await place.do(
        "/reconsiderations",
        Role.RECONSIDERATION,
        GOVERNMENT,
        dispute_id=str(dispute_id),
        authority=GOVERNMENT,
        applicants=[who["applicant"]],
        respondent="620702-chengguan",
        act="penalty",
        received_on="2026-11-23",
        text="请求撤销处罚决定。",
    )
    case_id = UUID(told["case_id"])
    assert (await place.pages(case_id))[0]["came_from"] == str(mediation_of(dispute_id))
    labels = await place.hub.pool.fetchval(
        "SELECT labels->>'window' FROM hub.file WHERE case_id = $1", case_id
    )
    assert labels == "620702-window-1"
