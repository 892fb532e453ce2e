"""通知 on pages: the list of a desk and its bell, and what goes out for administrators."""

import re
from collections.abc import AsyncIterator
from functools import partial
from html import unescape

import pytest

from services.notification.sending.addresses import MAIL
from services.notification.sending.queue import Queue
from shared.auth import Role
from shared.clock import StillClock
from shared.contracts.intake import Urgency
from shared.work import Hub
from tests.desks.visitor import Building, Visitor, building, hidden, two_pages
from tests.notification.telling import tell
from tests.routing.cases import registered
from tests.routing.hearing import hear, hear_all

LEAD = "620702-sifa"


@pytest.fixture
async def house(hub: Hub) -> AsyncIterator[Building]:
    await hear(hub, registered(urgency=Urgency.URGENT))
    await hear_all(hub)
    await tell(hub)
    async with building(hub) as found:
        yield found


@pytest.fixture
def department(house: Building) -> Visitor:
    return house.visitor(Role.DEPARTMENT, organ=LEAD)


async def test_a_department_finds_what_came_and_reading_is_on_record(department: Visitor) -> None:
    """部门在页面看到未读通知，阅知后记录何人何时，铃上的数随之减少."""
    page = await department.get("/desk/notices")
    assert page.status_code == 200
    assert "召集甘州区司法局" in page.text
    assert "紧急" in page.text
    bell = re.search(r'class="bell" href="([^"]+)" data-count="([^"]+)"', page.text)
    assert bell
    before = (await department.get(bell[2])).json()["unread"]
    assert before >= 1
    [act] = {*re.findall(r'action="(/desk/notices/[0-9a-f-]{36}/reading)"', page.text)}
    done = await department.send(
        act, hidden(page) | {"then": "", "back": "/desk/notices?unread=true"}
    )
    assert (done.status_code, done.headers["location"]) == (303, "/desk/notices?unread=true")
    assert (await department.get(bell[2])).json()["unread"] == before - 1
    assert "o-1 于" in (await department.get("/desk/notices")).text


async def test_reading_leads_on_to_the_file_and_nowhere_else(department: Visitor) -> None:
    """阅知后可以直接查看案卷；返回地址只在本站通知页."""
    page = await department.get("/desk/notices")
    act = re.findall(r'action="(/desk/notices/[0-9a-f-]{36}/reading)"', page.text)[0]
    done = await department.send(act, hidden(page) | {"then": "file"})
    assert done.headers["location"] == "/desk/disputes/620702-20261123-0000001-5"
    away = hidden(page) | {"then": "", "back": "//elsewhere.example"}
    assert (await department.send(act, away)).headers["location"] == "/desk/notices"


MANY = """
INSERT INTO notification.notice (notice_id, role, organ, kind, weight, case_id, version,
  dispute_id, number, matter, says, article, until, recorded_at, made_at, unread)
SELECT gen_random_uuid(), role, organ, kind, weight, case_id, version, dispute_id, number, matter,
  'N' || lpad(n::text, 3, '0'), article, until, recorded_at,
  made_at + make_interval(mins => n), n % 2 = 0
FROM (SELECT * FROM notification.notice WHERE organ = '620702-sifa' LIMIT 1) one,
  generate_series(1, 59) n
"""
"""Fifty-nine more, each newer than the one before, every other one read."""


def by(sort: str, one: str) -> tuple[bool, int]:
    """Unread ones first, of each the oldest or the newest."""
    number = int(one.removeprefix("N"))
    return number % 2 == 1, number if sort == "at" else -number


async def test_notices_are_read_from_both_ends_and_unread_ones_stay_first(
    department: Visitor, hub: Hub
) -> None:
    """通知可以从新到旧，也可以从旧到新，未读的总在前，翻页不漏不重，次序留在地址里."""
    await hub.pool.execute(MANY)
    for sort in ("", "-at", "at"):
        shown = await two_pages(department, f"/desk/notices{sort and '?sort='}{sort}")
        expected = sorted((f"N{n:03}" for n in range(1, 60)), key=partial(by, sort))
        assert re.findall(r"<strong>(N\d{3})</strong>", shown) == expected, sort
    assert (await department.get("/desk/notices?sort=nonsense")).status_code == 422


async def test_sendings_are_read_from_both_ends(house: Building, hub: Hub) -> None:
    """外发队列可以从新到旧，也可以从旧到新，翻页不漏不重，次序留在地址里."""
    await hub.pool.execute(MANY)
    await hub.pool.execute(
        "INSERT INTO notification.sending (sending_id, notice_id, channel, organ, address, state,"
        " made_at, next_at) SELECT gen_random_uuid(), notice_id, 'mail', organ, 'a@b.example',"
        " 'sent', made_at, made_at FROM notification.notice WHERE says LIKE 'N___'"
    )
    admin = house.visitor(Role.ADMINISTRATOR, organ="620700-centre")
    for sort in ("", "-at", "at"):
        shown = await two_pages(admin, f"/desk/notices/sendings{sort and '?sort='}{sort}")
        expected = [f"N{n:03}" for n in range(1, 60)][:: 1 if sort == "at" else -1]
        assert re.findall(r"<strong>(N\d{3})</strong>", shown) == expected, sort
    assert (await admin.get("/desk/notices/sendings?sort=nonsense")).status_code == 422


TRIED = """
INSERT INTO notification.attempt (sending_id, attempt, began_at, ended_at, outcome, answer)
SELECT $1, n, $2, $2, CASE WHEN n % 2 = 0 THEN 'retry' ELSE '' END, 'A' || lpad(n::text, 3, '0')
FROM generate_series(2, 60) n
"""
"""Fifty-nine more attempts, every other one broken off."""


async def test_the_attempts_at_a_sending_are_narrowed_sorted_and_turned_over(
    house: Building, hub: Hub, clock: StillClock
) -> None:
    """一次外发的各次发送可以翻页、倒过来排、只看一种结果，条件和次序在地址里 (RULES 75)."""
    queue = Queue(hub.pool)
    await queue.plan({MAIL: {LEAD: "zhiban@sifa.example.gov.cn"}}, clock.now())
    [sent, *_] = await queue.claim(MAIL, clock.now(), 8)
    await hub.pool.execute(TRIED, sent.sending_id, clock.now())
    admin = house.visitor(Role.ADMINISTRATOR, organ="620700-centre")
    path = f"/desk/notices/sendings/{sent.sending_id}"
    shown = re.compile(r'<th scope="row" class="number">(\d+)</th>')
    every = [str(n) for n in range(1, 61)]
    assert shown.findall(await two_pages(admin, f"{path}?sort=attempt")) == every
    assert shown.findall(await two_pages(admin, f"{path}?sort=-attempt")) == every[::-1]
    assert len(shown.findall((await admin.get(path)).text)) == 50
    broken = await admin.get(f"{path}?outcome=broken&sort=-attempt")
    assert shown.findall(broken.text) == every[::2][::-1]
    assert hidden(broken) == {"sort": "-attempt"}
    none = (await admin.get(f"{path}?outcome=refused")).text
    assert "没有符合条件的发送" in none
    past = (await admin.get(f"{path}?outcome=broken&after=900")).text
    assert f'<a href="{path}?outcome=broken">回到首页</a>' in past
    assert (await admin.get(f"{path}?sort=nonsense")).status_code == 422


async def test_a_desk_without_notices_is_told_when_there_will_be_some(house: Building) -> None:
    """没有通知的岗位看到何时会有通知；筛选为空的可以清除条件."""
    mediator = house.visitor(Role.MEDIATOR, organ="620702-mediation")
    assert "还没有通知" in (await mediator.get("/desk/notices")).text
    assert "清除条件再看" in (await mediator.get("/desk/notices?weight=urgent")).text
    assert (await mediator.get("/desk/notices/count")).json()["unread"] == 0


async def test_an_administrator_sees_what_did_not_go_out_and_why(
    house: Building, hub: Hub, clock: StillClock
) -> None:
    """系统管理员看到外发队列、结果不明的和每次发送，从件数点开次序不变；别的角色看不到."""
    queue = Queue(hub.pool)
    await queue.plan({MAIL: {LEAD: "zhiban@sifa.example.gov.cn"}}, clock.now())
    await queue.claim(MAIL, clock.now(), 8)
    await hub.pool.execute("UPDATE notification.sending SET state = 'unknown'")
    admin = house.visitor(Role.ADMINISTRATOR, organ="620700-centre")
    page = await admin.get("/desk/notices/sendings")
    assert page.status_code == 200
    assert "结果不明" in page.text
    assert "zhiban@sifa.example.gov.cn" in page.text
    sorted_so = (await admin.get("/desk/notices/sendings?sort=at&cursor=")).text
    [narrowed] = re.findall(r'<td class="number"><a href="([^"]+)">', sorted_so)
    assert unescape(narrowed) == "/desk/notices/sendings?sort=at&state=unknown&channel=mail"
    [sending] = re.findall(r'href="(/desk/notices/sendings/[0-9a-f-]{36})"', page.text)
    assert "<td>中断，没有记录</td>" in (await admin.get(sending)).text
    refused = await house.visitor(Role.DEPARTMENT, organ=LEAD).get("/desk/notices/sendings")
    assert refused.status_code == 403
    assert "zhiban@sifa.example.gov.cn" not in refused.text
