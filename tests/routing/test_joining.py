"""增列申请人以后: what the roads that run make of somebody who joins (RULES 168)."""

from datetime import timedelta
from uuid import UUID

from services.routing.store import routing_of
from shared.auth import Role
from shared.db import Pool
from shared.people import proved_by_phone
from shared.work import Hub
from tests.desks.visitor import building
from tests.routing.town import (
    APPLY,
    GOVERNMENT,
    PENALTY,
    WINDOW,
    Town,
    apply_for_reconsideration,
)

FIRST = [{"side": "applicant", "name": "赵明亮", "phone": "13700000000"}]
LI = {"name": "李四海", "phone": "13900000001", "reason": "登记时漏填，一起提出"}


async def join(place: Town, number: str) -> None:
    place.clock.forward(timedelta(minutes=1))
    await place.do(f"/disputes/{number}/applicant-addition", *WINDOW, **LI)


async def test_who_joins_is_told_the_roads_with_the_days_that_run(place: Town) -> None:
    """增列以后再告知途径，期限仍是原来的；当事人凭编号和本人的电话认得 (RULES 58, 168)."""
    number, dispute = await place.register(parties=FIRST, **PENALTY)
    routing = routing_of(dispute)
    before = (await place.runs(routing))[APPLY]
    await join(place, number)
    assert (await place.kinds(routing))[-2:] == ["road_notified", "road_notified"]
    told = (await place.pages(routing))[-1]
    assert (told["road"], told["occasion"]) == ("reconsideration", "applicant_added")
    assert (await place.runs(routing))[APPLY] == before
    async with place.hub.pool.acquire() as conn:
        mark = place.hub.hasher("13900000001") or ""
        found = await proved_by_phone(conn, number, mark, at=place.clock.now())
    assert found is not None
    assert found.dispute_id == dispute


async def test_what_the_others_applied_for_is_not_opened_anew(place: Town) -> None:
    """他人已经申请复议的，不因增列再告知、再计算；承办人在案卷上看到附注 (ARL 16; RULES 168)."""
    number, dispute = await place.register(parties=FIRST, **PENALTY)
    await apply_for_reconsideration(place, number, dispute)
    before = await place.kinds(routing_of(dispute))
    await join(place, number)
    assert await place.kinds(routing_of(dispute)) == before
    async with building(place.hub) as house:
        officer = house.visitor(Role.RECONSIDERATION, organ=GOVERNMENT)
        page = (await officer.get(f"/desk/disputes/{number}")).text
    assert "登记窗口增列了一名申请人：不是本案的申请人" in page
    assert "李四海" not in page


TAKES_PART = """
UPDATE hub.file SET labels = labels || jsonb_build_object('participants', $2::text)
WHERE case_id = $1
"""
"""As once the body let somebody take part."""


async def test_who_joined_and_takes_part_as_a_third_person_is_noted_no_more(
    place: Town, db: Pool
) -> None:
    """增列的人作为第三人参加复议以后，承办人的附注不再显示 (ARL 16; RULES 168)."""
    number, dispute = await place.register(parties=FIRST, **PENALTY)
    case = await apply_for_reconsideration(place, number, dispute)
    await join(place, number)
    person = await db.fetchval("SELECT person_id FROM hub.people WHERE name = '李四海'")
    path, note = f"/desk/disputes/{number}", "登记窗口增列了一名申请人"
    async with building(place.hub) as house:
        officer = house.visitor(Role.RECONSIDERATION, organ=GOVERNMENT)
        assert note in (await officer.get(path)).text
        await db.execute(TAKES_PART, UUID(case["case_id"]), str(person))
        assert note not in (await officer.get(path)).text


async def test_a_mediator_is_told_to_ask_who_joined(place: Town, db: Pool, hub: Hub) -> None:
    """正在调解的，附注征询新的申请人是否同意；申请一方不再由一人代表 (PML 17; RULES 168)."""
    number, dispute = await place.register(parties=[*FIRST, OTHER], willingness="both")
    async with building(hub) as house:
        window = house.visitor(Role.WINDOW)
        assert "登记窗口增列" not in (await window.get(f"/desk/disputes/{number}")).text
        await join(place, number)
        page = (await window.get(f"/desk/disputes/{number}")).text
    assert "请征询其是否同意调解" in page
    people = await db.fetch("SELECT person_id FROM hub.people WHERE side = 'applicant'")
    assert len(people) == 2
    assert await told_at_the_window(db, dispute) == 1


OTHER = {"side": "opponent", "name": "钱某"}


async def told_at_the_window(db: Pool, dispute: UUID) -> int:
    found: int = await db.fetchval(
        "SELECT count(*) FROM notification.notice WHERE dispute_id = $1"
        " AND kind = 'intake.applicant_added.v1'",
        dispute,
    )
    return found
