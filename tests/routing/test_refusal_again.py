"""What a refusal that is served again tells of the days to sue (ARL 34, 75)."""

from datetime import date
from typing import Final

from shared.db import Pool
from shared.law.calendar import CALENDAR
from shared.verify.walk import Walk
from tests.routing.own_suits import COURT, OFFICER, Joint, joint, sound
from tests.routing.town import WINDOW

__all__ = ["joint"]


SAID: Final = {"manner": "post", "receipt": "签收。"}


async def refused(joint: Joint, **served: str) -> None:
    """It is refused, and the refusal is served on each of these on its day."""
    town = joint.place
    why = {"missing": "request", "reason": "没有具体的复议请求。", "compulsory": True}
    await town.do(f"{joint.case}/declination", *OFFICER, **why)
    await town.do(f"{joint.case}/papers/numbers/declination", *OFFICER)
    for name, on in served.items():
        await town.at(on)
        whom = {"person_id": joint.who[name], "shown_on": on}
        await town.do(f"{joint.after}/refusal-service", *OFFICER, **whom, **SAID)


async def refused_again(joint: Joint, name: str, on: str) -> None:
    """Its first service on this one was none, and is made again."""
    await joint.place.at(on)
    whom = {"person_id": joint.who[name], "standing": "applicant", "shown_on": on}
    again = {**SAID, **whom, "reason": "邮件由他人误签，申请人没有收到。"}
    await joint.place.do(f"{joint.after}/service", *OFFICER, **again)


async def test_each_is_told_its_own_days_from_the_service_that_was_one(
    joint: Joint,
    db: Pool,
) -> None:
    """不予受理决定书重新送达的，本人另行告知，其他人的期限不动，当事人页面随之更新 (ARL 34)."""
    town = joint.place
    await refused(joint, 赵某="2026-11-23", 孙某="2026-11-25")
    assert (await joint.runs())[COURT] == date(2026, 12, 8)
    await refused_again(joint, "赵某", "2026-12-01")
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


async def test_who_has_sued_over_a_refusal_is_told_nothing_as_it_is_served_again(
    joint: Joint,
    db: Pool,
) -> None:
    """对不予受理已经起诉的，重新送达不再告知；没有起诉的，其期限自重新送达起算 (ARL 34, 75)."""
    await refused(joint, 赵某="2026-11-23", 孙某="2026-11-25")
    await joint.sue("赵某")
    pages = await joint.place.pages(joint.road)
    await refused_again(joint, "赵某", "2026-12-01")
    assert await joint.place.pages(joint.road) == pages
    await refused_again(joint, "孙某", "2026-12-02")
    runs = await joint.runs()
    assert (runs[joint.own("孙某")], COURT in runs) == (date(2026, 12, 17), False)
    await joint.sue("孙某")
    pages = await joint.place.pages(joint.road)
    await refused_again(joint, "孙某", "2026-12-03")
    assert await joint.place.pages(joint.road) == pages
    assert await sound(joint, db)


async def test_who_applied_elsewhere_is_told_nothing_as_the_refusal_is_served_again(
    joint: Joint,
) -> None:
    """不予受理以后已经另行申请的，重新送达不再告知起诉 (ARL 34, 75; RULES 58)."""
    await refused(joint, 赵某="2026-11-23", 孙某="2026-11-25")
    said = {"road": "petition", "organ": "620702-xinfang"}
    await joint.place.do(f"/routings/{joint.road}/application", *WINDOW, key="else-0001", **said)
    pages = await joint.place.pages(joint.road)
    await refused_again(joint, "赵某", "2026-12-01")
    assert await joint.place.pages(joint.road) == pages
