"""补正未逾期: when it was sent, when it counts as received, what goes along (ARL 31; CPL 85)."""

import hashlib
from datetime import datetime, time
from uuid import UUID

import pytest

from shared.auth import Role
from shared.clock import StillClock
from shared.law.period import CITY
from shared.sweep import Sweep
from tests.desks.visitor import building
from tests.reconsideration.higher import done
from tests.reconsideration.makers import AUTHORITY, DISPUTE, day
from tests.reconsideration.test_in_time import RUNS, SUPPLEMENT, abandoned
from tests.reconsideration.test_routes import APPLICATION, OFFICER, PARTY, Door

PDF = b"%PDF-1.7 a copy of the penalty"
HANDED = {"handed_over_on": "2026-03-16", "proof": "签收记录一份", "text": "复印件一份"}


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-03-02"), time(9), CITY))


async def notified(door: Door, received_on: str) -> str:
    """The application received on 2 March, the notice on this day."""
    file = await done(door, "/reconsiderations", PARTY, **APPLICATION)
    path = f"/reconsiderations/{file['case_id']}"
    await done(door, f"{path}/supplement-notice", OFFICER, text="请补交处罚决定书复印件")
    await done(door, f"{path}/papers/numbers/supplement", OFFICER)
    door.on(received_on)
    await done(door, f"{path}/supplement-notice-receipt", OFFICER)
    return path


async def supplied(door: Door, path: str, posted_on: str) -> str:
    said = SUPPLEMENT | {"posted_on": posted_on}
    return str((await done(door, f"{path}/supplement-in-time", OFFICER, **said))["state"])


async def test_what_was_posted_before_the_days_were_extended_is_in_time(door: Door) -> None:
    """延长以前已经交邮的，同样是期满前交邮，不因延长而算逾期 (ARL 31; CPL 85)."""
    path = await notified(door, "2026-03-02")
    door.on("2026-03-13")
    more = {"until": "2026-03-30", "reason": "材料在外地"}
    await done(door, f"{path}/supplement-extension", OFFICER, **more)
    door.on("2026-04-02")
    assert await supplied(door, path, "2026-03-12") == "supplemented"


async def test_what_was_posted_before_the_notice_came_is_in_time(door: Door) -> None:
    """收到补正通知以前已经交邮的，也是期满前交邮；申请收到以前的，不会是对它的补正 (CPL 85)."""
    path = await notified(door, "2026-03-05")
    door.on("2026-03-23")
    said = SUPPLEMENT | {"posted_on": "2026-03-01"}
    answer = await door.post(f"{path}/supplement-in-time", OFFICER, **said)
    assert (answer.status_code, answer.json()["article"]["code"]) == (409, "CPL 85(4)")
    assert await supplied(door, path, "2026-03-03") == "supplemented"


async def test_scans_are_handed_in_with_the_form_at_the_desk(door: Door) -> None:
    """补正材料的扫描件随办理表单上传，写入新的案卷 (ARL 31)."""
    path = await abandoned(door)
    await Sweep(door.hub).once()
    case_id = path.rpartition("/")[2]
    at = f"/desk/disputes/{DISPUTE}/files/{case_id}/supplement-in-time"
    async with building(door.hub) as house:
        officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
        sent = await officer.upload(at, SUPPLEMENT, "attachments", "复印件.pdf", PDF)
        assert sent.status_code == 303, sent.text
    named = """SELECT body::jsonb -> 'attachments' ->> 0 FROM hub.outbox
      WHERE kind = 'reconsideration.supplement_in_time.v1'"""
    assert await door.hub.pool.fetchval(named) == hashlib.sha256(PDF).hexdigest()


async def test_what_was_handed_over_is_reviewed_from_that_day(door: Door) -> None:
    """当面递交的，递交之日就是收到之日，审查期限自该日起，不因事后登记而延长 (ARL 30, 31)."""
    path = await abandoned(door)
    other = await door.post(f"{path}/supplement-in-time", OFFICER, **HANDED, on="2026-03-18")
    assert (other.status_code, "递交之日" in other.text) == (422, True)
    file = await done(door, f"{path}/supplement-in-time", OFFICER, **HANDED)
    [row] = await door.hub.pool.fetch(RUNS, UUID(file["case_id"]))
    assert (row["name"], row["last"]) == ("review_again", "2026-03-23")


async def test_what_was_handed_over_before_the_last_day_is_reviewed_from_then(door: Door) -> None:
    """最后一日以前递交的，同样自递交之日起审查 (ARL 30, 31)."""
    path = await abandoned(door)
    await Sweep(door.hub).once()
    said = HANDED | {"handed_over_on": "2026-03-12"}
    file = await done(door, f"{path}/supplement-in-time", OFFICER, **said)
    [row] = await door.hub.pool.fetch(RUNS, UUID(file["case_id"]))
    assert (row["name"], row["last"]) == ("review_again", "2026-03-19")


async def test_what_the_applicant_put_in_proves_in_the_new_file(door: Door) -> None:
    """申请人已经提交的证据随申请转入新的案卷 (ARL 43)."""
    path = await notified(door, "2026-03-02")
    piece = {"evidence_kind": "document", "shows": "当场收取罚款的收据"}
    await done(door, f"{path}/evidence", PARTY, pieces=[piece])
    door.on("2026-03-18")
    file = await done(door, f"{path}/supplement-in-time", OFFICER, **SUPPLEMENT)
    listed = (await door.get(f"/reconsiderations/{file['case_id']}/evidence", OFFICER)).json()
    assert [(one["number"], one["standing"]) for one in listed] == [(1, "applicant")]
