"""Notices as they are made, listed and read, on PostgreSQL."""

from datetime import timedelta
from uuid import uuid4

import httpx
import pytest

from services.notification.office import OFFICE
from services.notification.queries import Asked, list_notices, unread_of
from services.routing.store import whistle_of
from shared.auth import Identity, LocalTokens, Role
from shared.clock import StillClock
from shared.contracts.intake import Urgency
from shared.sweep import Sweep
from shared.web import web_app
from shared.work import Hub
from tests.notification.telling import tell, told
from tests.routing.cases import CASE, registered
from tests.routing.hearing import hear, hear_all

LEAD = Identity.of("d-1", [Role.DEPARTMENT], organ="620702-sifa")
CENTRE = "620702100-centre"


@pytest.fixture
async def blown(hub: Hub) -> Hub:
    """A whistle that was blown for a neighbours' dispute."""
    await hear(hub, registered(urgency=Urgency.URGENT))
    await hear_all(hub)
    await tell(hub)
    return hub


async def test_a_whistle_tells_whom_it_calls_and_a_second_hearing_nobody(blown: Hub) -> None:
    """吹哨后通知被召集的部门，重复收到不重复通知."""
    first = await told(blown)
    assert ("called", "department", "620702-sifa") in first
    await tell(blown)
    await blown.pool.execute("DELETE FROM hub.inbox WHERE consumer = 'hub.notification.office'")
    await tell(blown)
    assert await told(blown) == first
    assert len(set(first)) == len(first)


async def test_a_notice_says_until_when_as_the_clock_reckons(blown: Hub) -> None:
    """通知的截止时刻与期限表一致."""
    until = await blown.pool.fetchval(
        "SELECT until FROM notification.notice WHERE kind = 'routing.called.v1' AND organ = $1",
        LEAD.organ,
    )
    clock = await blown.pool.fetchval(
        "SELECT until FROM hub.deadline WHERE name = 'check_in' AND subject = $1", LEAD.organ
    )
    assert until == clock is not None


async def test_what_a_clock_warns_of_and_what_lapses_is_told(blown: Hub, clock: StillClock) -> None:
    """临近和逾期未报到都通知部门，逾期并告综治中心 (RULES 4, 16)."""
    clock.forward(timedelta(days=3))
    while await Sweep(blown).once():
        pass
    await tell(blown)
    found = await told(blown)
    assert ("check_in_lapsed", "department", LEAD.organ) in found
    assert ("check_in_lapsed", "window", CENTRE) in found


async def test_nobody_is_told_of_what_was_recorded_before_telling_began(hub: Hub) -> None:
    """启用通知以前记录的事实不通知."""
    await hear(hub, registered())
    await hear_all(hub)
    await hub.pool.execute("UPDATE notification.begun SET at = 'infinity'")
    await tell(hub)
    assert await told(hub) == []


async def test_the_list_begins_with_what_is_unread_and_pages_without_loss(blown: Hub) -> None:
    """未读在前，翻页不漏不重."""
    for n in range(7):
        await blown.pool.execute(COPY, uuid4(), n, n % 2 == 0)
    seen, cursor = [], ""
    while True:
        page, following = await list_notices(blown.pool, LEAD, Asked(cursor=cursor, limit=2))
        seen += page
        if following is None:
            break
        cursor = following
    assert len({one.notice_id for one in seen}) == len(seen) >= 8
    assert [one.unread for one in seen] == sorted((one.unread for one in seen), reverse=True)
    assert await unread_of(blown.pool, LEAD) == sum(one.unread for one in seen)
    urgent, _ = await list_notices(blown.pool, LEAD, Asked(weight="known"))
    assert not urgent


COPY = """
INSERT INTO notification.notice (notice_id, role, organ, kind, weight, case_id, version,
  dispute_id, number, matter, says, article, until, recorded_at, made_at, unread)
SELECT $1, role, organ, kind, weight, case_id, version, dispute_id, number, matter, says, article,
  until, recorded_at, made_at + make_interval(mins => $2), $3
FROM notification.notice WHERE kind = 'routing.called.v1' AND organ = '620702-sifa' LIMIT 1
"""


async def test_the_first_reading_counts_and_another_desk_does_not_read(
    blown: Hub, clock: StillClock
) -> None:
    """阅知记录何人何时，首次为准；别的岗位看不到也不能阅知."""
    tokens = LocalTokens(b"k" * 40, clock)
    app = web_app(
        title="通知", routers=[load() for load in OFFICE.routers], hub=blown, tokens=tokens
    )

    def headers(code: str, organ: str) -> dict[str, str]:
        token = tokens.issue(code, [Role.DEPARTMENT], organ=organ)
        return {"Authorization": f"Bearer {token}"}

    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app=app), base_url="http://hub"
    ) as web:
        mine, others = headers("d-1", LEAD.organ), headers("d-9", "620722-gongan")
        listed = (await web.get("/notices", headers=mine)).json()
        assert listed["unread"] == len(listed["items"]) >= 1
        [called] = [one for one in listed["items"] if one["kind"] == "routing.called.v1"]
        path = f"/notices/{called['notice_id']}/reading"
        assert (await web.get("/notices", headers=others)).json()["items"] == []
        assert (await web.post(path, headers=others)).status_code == 404
        first = (await web.post(path, headers=mine)).json()
        clock.forward(timedelta(hours=1))
        again = await web.post(path, headers=headers("d-2", LEAD.organ))
        assert (again.status_code, again.json()) == (201, first)
        assert first["read_by"] == "d-1"
        left = (await web.get("/notices", params={"unread": True}, headers=mine)).json()
        assert left["unread"] == len(left["items"]) == listed["unread"] - 1
        ids = [one["notice_id"] for one in left["items"]] or [called["notice_id"]]
        done = await web.post("/notices/readings", json={"notices": ids}, headers=mine)
        assert done.json() == {"read": len(left["items"]), "unread": 0}
        assert (await web.get("/notices", params={"cursor": "x"}, headers=mine)).status_code == 422


async def test_a_notice_is_of_the_file_in_which_it_happened(blown: Hub) -> None:
    """通知写明案卷、纠纷编号，不含当事人信息."""
    row = await blown.pool.fetchrow(
        "SELECT * FROM notification.notice WHERE kind = 'routing.called.v1' LIMIT 1"
    )
    assert (row["case_id"], row["dispute_id"]) == (whistle_of(CASE), CASE)
    assert row["number"] == "620702-20261123-0000001-5"
