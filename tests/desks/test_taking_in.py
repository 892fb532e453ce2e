"""收件 at the body's own desk: registered, and on file, in one walk; and what it then may see."""

from html import unescape

import httpx
import pytest

from shared.auth import Role
from shared.work import Hub
from tests.desks.visitor import Building, Visitor, hidden
from tests.reconsideration.makers import AUTHORITY, RESPONDENT

HERE = "/desk/reconsideration/taking-in"
PAPER = {
    "channel": "letter",
    "matter": "chufa",
    "place": "甘州区",
    "parties/0/name": "李某",
    "parties/0/kind": "natural",
    "parties/0/phone": "13900000000",
    "respondent": RESPONDENT,
    "act": "penalty",
    "subject": "不服占道经营的罚款",
    "content": "在店门口摆放货物，被处罚款二百元。",
    "demand": "请求撤销处罚决定。",
}


@pytest.fixture
def body(house: Building) -> Visitor:
    return house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)


async def opened(
    hub: Hub, body: Visitor, at: httpx.Response, *, posted: bool = True, unclear: bool = False
) -> httpx.Response:
    """The form of the application to which the registration led, handed in."""
    where = unescape(at.headers["location"])
    form = await body.get(where)
    assert f'value="{hub.directory.organ(AUTHORITY).name}"' in form.text
    assert '<option value="post" selected>' in form.text
    person = await hub.pool.fetchval("SELECT person_id FROM hub.people ORDER BY at DESC LIMIT 1")
    today = hub.clock.now().date().isoformat()
    said = {"authority": AUTHORITY, "respondent": RESPONDENT, "act": "penalty", "manner": "post"}
    more = {"applicants": str(person), "received_on": today, "text": "请求撤销处罚决定。"}
    more |= {"posted_on": today} if posted else {}
    more |= {"postmark_unclear": "true"} if unclear else {}
    return await body.send(where.partition("?")[0], {**hidden(form), **said, **more})


async def test_a_body_registers_what_came_by_post_and_opens_its_file_in_one_walk(
    house: Building, hub: Hub, body: Visitor
) -> None:
    """邮寄到行政复议机关的申请，由该机关登记、立卷，不用另到窗口 (ARL 22, 30)."""
    assert '">可以输入名称查找</p>' in (await body.get(HERE)).text
    short = await body.fill(HERE, **{**PAPER, "subject": ""})
    assert (short.status_code, 'href="#f-subject"' in short.text) == (422, True)
    assert "李某" in short.text
    done = await body.fill(HERE, **PAPER)
    assert done.status_code == 303, done.text
    on_file = await opened(hub, body, done)
    assert on_file.status_code == 303, on_file.text
    kinds = {row[0] for row in await hub.pool.fetch("SELECT kind FROM hub.outbox")}
    assert kinds == {"intake.registered.v1", "reconsideration.received.v1"}
    assert (await body.get(on_file.headers["location"])).status_code == 200
    stranger = house.visitor(Role.RECONSIDERATION, organ="620725-government")
    assert (await stranger.get(on_file.headers["location"])).status_code == 404


async def test_who_puts_a_letter_on_file_says_when_it_was_posted_or_that_the_postmark_is_unclear(
    hub: Hub, body: Visitor
) -> None:
    """邮寄的写明交邮之日；邮戳不清的写明，案卷页提示先查明再以逾期为由不予受理 (CPL 85; ARL 20)."""
    taken = await body.fill(HERE, **PAPER)
    silent = await opened(hub, body, taken, posted=False)
    assert (silent.status_code, "邮戳不清，二者填一项" in silent.text) == (422, True)
    on_file = await opened(hub, body, taken, posted=False, unclear=True)
    assert on_file.status_code == 303, on_file.text
    case_id = await hub.pool.fetchval("SELECT case_id FROM reconsideration.ordinary")
    page = await body.get(f"/desk/reconsideration/files/{case_id}")
    assert "先查明交邮之日" in page.text


async def test_what_a_window_registered_before_is_the_same_dispute_and_the_body_reads_it(
    house: Building, hub: Hub, body: Visitor
) -> None:
    """窗口已经登记的，再收到为重复件，在原纠纷里立卷；没有收到的看不到 (RULES 2)."""
    parties = [{"side": "applicant", "name": "李某", "phone": "13900000000"}]
    said = {name: value for name, value in PAPER.items() if "/" not in name}
    headers = {**house.headers_of(Role.WINDOW), "Idempotency-Key": "window-0001"}
    form = {**said, "parties": parties}
    taken = await house.client.post("/disputes", json=form, headers=headers)
    assert taken.status_code == 201, taken.text
    number = taken.json()["number"]
    assert (await body.get(f"/desk/disputes/{number}")).status_code == 404
    done = await body.fill(HERE, **PAPER)
    assert number in done.headers["location"], done.text
    assert (await body.get(f"/desk/disputes/{number}")).status_code == 200
    assert (await opened(hub, body, done)).status_code == 303
    listed = await body.get("/desk/disputes")
    assert number in listed.text
