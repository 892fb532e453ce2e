"""当事人的法定期限 (RULES 58, 60): shown, warned of, met and replaced, on a real database."""

from datetime import date
from uuid import UUID

from services.reconsideration.store import aftermath_of
from services.routing.store import routing_of, whistle_of
from shared.auth import Role
from shared.calendars import put
from shared.db import Pool
from shared.law.calendar import CALENDAR
from shared.recount import Recount
from shared.verify.walk import Walk
from shared.work.clockfile import clock_file
from tests.routing.outcomes import decide
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
from tests.work.clocking import NOTICE_2027


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
