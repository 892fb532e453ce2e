"""Doors of an application through the organ that fined, through HTTP (ARL 32; ARR2026 38)."""

from datetime import datetime, time, timedelta
from importlib import import_module

import pytest

from services.reconsideration.queries.desk import Sieve, due
from shared.clock import StillClock
from shared.frame.sorting import Order
from shared.law.day import legal_day
from shared.law.period import CITY
from shared.sweep import Sweep
from shared.work import Hub
from tests.reconsideration.makers import AUTHORITY, day
from tests.reconsideration.test_routes import APPLICATION, DEPARTMENT, OFFICER, PARTY, Door

HANDED_IN = {**APPLICATION, "fine": "on_the_spot"}
OTHER_DEPARTMENT = DEPARTMENT | {"code": "clerk-4", "organ": "620702-shijian"}


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-03-02"), time(9), CITY))


async def handed_in(door: Door) -> str:
    answer = await door.post("/reconsiderations/handed-in", PARTY, **HANDED_IN)
    assert answer.status_code == 201, answer.text
    return f"/reconsiderations/{answer.json()['case_id']}"


async def test_what_is_handed_in_at_the_organ_is_sent_on_and_reviewed_from_its_receipt(
    door: Door,
) -> None:
    """处罚机关转送，行政复议机关收到之日起审查 (ARL 30, 32)."""
    case = await handed_in(door)
    early = await door.post(f"{case}/acceptance", OFFICER)
    assert (early.status_code, early.json()["article"]["code"]) == (409, "ARL 30(1)")
    letter = {"text": "应当维持，现予转送"}
    assert (await door.post(f"{case}/forwarding", OTHER_DEPARTMENT, **letter)).status_code == 404
    door.on("2026-03-05")
    sent = await door.post(f"{case}/forwarding", DEPARTMENT, **letter)
    assert (sent.status_code, sent.json()["state"]) == (201, "forwarded")
    door.on("2026-03-06")
    came = await door.post(f"{case}/forwarding-receipt", OFFICER)
    assert (came.json()["state"], came.json()["received_on"]) == ("received", "2026-03-06")
    assert came.json()["handed_in_on"] == "2026-03-02"
    taken = await door.post(f"{case}/acceptance", OFFICER)
    assert taken.status_code == 201, taken.text


async def test_an_organ_takes_in_what_is_against_itself_and_for_nobody_else(door: Door) -> None:
    """由作出处罚决定的机关收下 (ARL 32)."""
    stray = await door.post("/reconsiderations/handed-in", OTHER_DEPARTMENT, **HANDED_IN)
    assert (stray.status_code, stray.json()["article"]["code"]) == (409, "ARL 32(1)")
    own = {**HANDED_IN, "manner": "in_person"}
    mine = await door.post("/reconsiderations/handed-in", DEPARTMENT, **own)
    assert mine.status_code == 201, mine.text


async def test_a_letter_handed_over_is_received_on_the_page_that_follows(door: Door) -> None:
    """当场送交的，转送与收到各为一页 (ARL 32)."""
    case = await handed_in(door)
    at_once = {"text": "现予转送", "received_on": "2026-03-02"}
    both = await door.post(f"{case}/forwarding", DEPARTMENT, **at_once)
    assert (both.json()["state"], both.json()["version"]) == ("received", 3)
    before = {**at_once, "received_on": "2026-03-01"}
    other = await door.post("/reconsiderations/handed-in", PARTY, **HANDED_IN, act_number="2号")
    path = f"/reconsiderations/{other.json()['case_id']}"
    assert (await door.post(f"{path}/forwarding", DEPARTMENT, **before)).status_code == 422


async def test_a_fine_on_the_spot_of_before_the_upgrade_comes_before_a_suit_too(door: Door) -> None:
    """升级前由处罚机关收下、尚未转送的，复议前置按其页补记 (ARL 23, 32)."""
    await handed_in(door)
    first = "SELECT compulsory FROM reconsideration.ordinary"
    assert await door.hub.pool.fetchval(first) == "required"
    await door.hub.pool.execute("UPDATE reconsideration.ordinary SET compulsory = NULL")
    step = import_module(
        "deploy.migrations.versions."
        "2026_11_30_0871_know_when_a_copy_was_sent_and_how_long_a_supplement_may_take"
    )
    for fill in step.FILLS:
        await door.hub.pool.execute(fill)
    assert await door.hub.pool.fetchval(first) == "required"


async def test_an_organ_that_keeps_silent_is_put_on_record_by_the_clock(
    door: Door, hub: Hub
) -> None:
    """五个工作日届满未转送、未纠正的，记录在案 (ARL 32)."""
    await handed_in(door)
    door.on("2026-03-10")
    await Sweep(hub).once()
    kinds = "SELECT kind FROM hub.outbox WHERE kind LIKE 'reconsideration.%' ORDER BY version"
    told = [row["kind"] for row in await hub.pool.fetch(kinds)]
    assert told == ["reconsideration.handed_in.v1", "reconsideration.forwarding_overdue.v1"]


async def test_what_was_sent_on_and_not_recorded_is_owed_at_the_desk(door: Door, hub: Hub) -> None:
    """逾期没有登记收到的仍须登记，收到之日据实登记，审查期限自该日起算 (ARL 30; RULES 133)."""
    case = await handed_in(door)
    sent = await door.post(f"{case}/forwarding", DEPARTMENT, text="现予转送")
    assert sent.status_code == 201, sent.text
    door.on("2026-03-10")
    await Sweep(hub).once()
    [owed] = (
        await due(hub, AUTHORITY, "", Sieve("every"), Order("due", down=False), cursor="", limit=9)
    ).items
    assert (owed.duty, owed.overdue) == ("forwarding_receipt", True)
    came = await door.post(f"{case}/forwarding-receipt", OFFICER, on="2026-03-06")
    assert (came.status_code, came.json()["received_on"]) == (201, "2026-03-06"), came.text
    until = "SELECT until FROM hub.deadline WHERE name = 'review' AND ended IS NULL"
    assert legal_day(await hub.pool.fetchval(until) - timedelta(seconds=1)) == day("2026-03-13")


async def test_nothing_is_received_on_a_day_before_it_was_sent_on(door: Door, hub: Hub) -> None:
    """收到转送之日不得早于转送之日，逾期补登的也不得，否则审查期限已经届满 (ARL 30, 32)."""
    case = await handed_in(door)
    door.on("2026-03-06")
    sent = await door.post(f"{case}/forwarding", DEPARTMENT, text="现予转送")
    assert sent.status_code == 201, sent.text
    receipt = f"{case}/forwarding-receipt"
    early = await door.post(receipt, OFFICER, on="2026-03-05")
    assert (early.status_code, "2026-03-06" in early.text) == (422, True), early.text
    door.on("2026-03-20")
    await Sweep(hub).once()
    still = await door.post(receipt, OFFICER, on="2026-03-03")
    assert still.status_code == 422, still.text
    came = await door.post(receipt, OFFICER, on="2026-03-06")
    assert (came.status_code, came.json()["received_on"]) == (201, "2026-03-06"), came.text


async def test_a_correction_says_how_and_when_the_applicant_was_told(door: Door) -> None:
    """自行纠正并告知申请人和行政复议机关 (ARR2026 38)."""
    case = await handed_in(door)
    door.on("2026-03-04")
    said = {"correction": "revoked", "text": f"已撤销；仍不服的，请向{AUTHORITY}申请"}
    tomorrow = await door.post(
        f"{case}/penalty-correction", DEPARTMENT, **said, told_on="2026-03-05"
    )
    assert tomorrow.status_code == 422
    done = await door.post(f"{case}/penalty-correction", DEPARTMENT, **said)
    assert (done.status_code, done.json()["state"]) == (201, "corrected")
