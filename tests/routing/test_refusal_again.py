"""What a refusal that is served again tells of the days to sue (ARL 34, 75)."""

from datetime import date
from typing import Any

from shared.db import Pool
from shared.law.calendar import CALENDAR
from shared.verify.walk import Walk
from tests.routing.test_own_suits import COURT, OFFICER, Joint, joint

__all__ = ["joint"]


async def test_each_is_told_its_own_days_from_the_service_that_was_one(
    joint: Joint,
    db: Pool,
) -> None:
    """不予受理决定书重新送达的，本人另行告知，其他人的期限不动，当事人页面随之更新 (ARL 34)."""
    town = joint.place
    why = {"missing": "request", "reason": "没有具体的复议请求。", "compulsory": True}
    await town.do(f"{joint.case}/declination", *OFFICER, **why)
    await town.do(f"{joint.case}/papers/numbers/declination", *OFFICER)
    said: dict[str, Any] = {"manner": "post", "receipt": "签收。"}
    for name, on in (("赵某", "2026-11-23"), ("孙某", "2026-11-25")):
        await town.at(on)
        whom = {"person_id": joint.who[name], "shown_on": on}
        await town.do(f"{joint.after}/refusal-service", *OFFICER, **whom, **said)
    assert (await joint.runs())[COURT] == date(2026, 12, 8)
    await town.at("2026-12-01")
    whom = {"person_id": joint.who["赵某"], "standing": "applicant", "shown_on": "2026-12-01"}
    again = {**said, **whom, "reason": "邮件由他人误签，申请人没有收到。"}
    await town.do(f"{joint.after}/service", *OFFICER, **again)
    runs = await joint.runs()
    assert runs[joint.own("赵某")] == date(2026, 12, 16)
    assert {runs[COURT], runs[joint.own("孙某")]} == {date(2026, 12, 10)}
    own = (await town.pages(joint.road))[-1]
    assert (own["occasion"], own["sue_article"]) == ("declined", "ARL 34")
    assert "2026年12月16日" in (await joint.reads("13700000000"))[1]
    assert "2026年12月16日" not in (await joint.reads("13700000001"))[1]
    walk = Walk(town.hub.shelves, CALENDAR)
    async with db.acquire() as conn:
        for check in (walk.states, walk.deadlines, walk.dates):
            assert (await check(conn)).count == 0
