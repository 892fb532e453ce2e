"""回访 from the page of a case: whom to call, and back to the case."""

import json
from html import unescape
from uuid import UUID

import pytest

from services.intake.commands import Taken
from services.routing.store import whistle_of
from shared.auth import Role
from shared.work import Hub
from tests.desks.visitor import Building, Visitor, hidden
from tests.shared.case_reader import register, route

WHY = "SELECT count(*) FROM hub.people_read WHERE purpose = '回访'"


@pytest.fixture
def clerk(house: Building) -> Visitor:
    return house.visitor(Role.WINDOW)


async def finished(hub: Hub, house: Building) -> Taken:
    """A dispute whose departments are done, so that somebody has to call back."""
    taken = await register(hub)
    await route(hub, taken)
    page = f"/desk/department/whistles/{whistle_of(taken.case_id)}"
    row = await hub.pool.fetchrow("SELECT lead, tracks FROM routing.whistle")
    called = [code for code, stands in json.loads(row["tracks"]).items() if stands == "called"]
    for organ in sorted(called, key=lambda code: code == row["lead"]):
        who = house.visitor(Role.DEPARTMENT, organ=organ)
        await who.send(f"{page}/check-in", hidden(await who.get(page)))
        said = {"finding": "solved", "opinion": "已修复"}
        await who.send(f"{page}/answer", {**hidden(await who.get(page)), **said})
    lead = house.visitor(Role.DEPARTMENT, organ=row["lead"])
    done = await lead.send(f"{page}/finish", {**hidden(await lead.get(page)), "evidence": "验收单"})
    assert done.status_code == 303, done.text
    return taken


def form_in(page: str, whistle: UUID) -> str:
    """Where a page leads for the callback."""
    there = f"/desk/department/whistles/{whistle}?"
    links = [one.split('"')[0] for one in unescape(page).split('href="')[1:]]
    [found] = [one for one in links if one.startswith(there) and "act=callback" in one]
    return found


async def test_a_callback_from_the_case_says_whom_to_call_and_leads_back_to_the_case(
    hub: Hub, house: Building, clerk: Visitor
) -> None:
    """案卷页上点“回访”，表单写明编号、打给谁、什么电话，办完回到案卷 (RULES 36)."""
    taken = await finished(hub, house)
    case = f"/desk/disputes/{taken.number}"
    form = form_in((await clerk.get(case)).text, whistle_of(taken.case_id))
    assert await hub.pool.fetchval(WHY) == 0
    page = await clerk.get(form.partition("#")[0])
    for said in (taken.number, "甲1", 'href="tel:13800000001"', f'href="{case}">返回，不办理'):
        assert said in page.text, said
    assert await hub.pool.fetchval(WHY) > 0, "whoever was told a name is not on record"
    act = f"/desk/department/whistles/{whistle_of(taken.case_id)}/callback"
    early = await clerk.send(act, {**hidden(page), "back": case, "reached": "maybe"})
    assert early.status_code == 422
    assert f'name="back" value="{case}"' in early.text, "the way back is lost"
    said = {"reached": "true", "solved": "true", "satisfied": "true"}
    done = await clerk.send(act, {**hidden(early), "back": case, **said})
    assert (done.status_code, done.headers["location"]) == (303, case)


async def test_a_callback_from_the_queue_leads_back_to_the_queue_as_it_was_narrowed(
    hub: Hub, house: Building, clerk: Visitor
) -> None:
    """窗口办件里点“回访”，办完、不办都回到清单，条件和页次还在 (RULES 36)."""
    taken = await finished(hub, house)
    queue = "/desk/window?tab=callback&county=620702&sort=number&page=1"
    part = (await clerk.get(f"{queue}&part=true")).text
    assert "<html" not in part
    form = form_in(part, whistle_of(taken.case_id))
    assert form == form_in((await clerk.get(queue)).text, whistle_of(taken.case_id))
    page = await clerk.get(form.partition("#")[0])
    assert f'href="{queue}">返回，不办理' in unescape(page.text)
    act = f"/desk/department/whistles/{whistle_of(taken.case_id)}/callback"
    back = {"back": unescape(page.text).split('name="back" value="')[1].split('"')[0]}
    said = {"reached": "true", "solved": "true", "satisfied": "true"}
    done = await clerk.send(act, {**hidden(page), **back, **said})
    assert (done.status_code, done.headers["location"]) == (303, queue)
    assert taken.number not in (await clerk.get(queue)).text
    assert "这一页没有办件了" in (await clerk.get(queue.replace("page=1", "page=2"))).text


async def test_what_is_done_from_the_list_of_the_centre_leads_back_to_the_list(
    hub: Hub, house: Building, clerk: Visitor
) -> None:
    """中心待办里点“回访”，办完、不办都回到中心待办，条件和次序还在 (RULES 36)."""
    taken = await finished(hub, house)
    whistle = whistle_of(taken.case_id)
    queue = "/desk/centre?what=callback&sort=-registered"
    form = form_in((await clerk.get(f"{queue}&part=true")).text, whistle)
    page = await clerk.get(form.partition("#")[0])
    assert f'href="{queue}">返回，不办理' in unescape(page.text)
    back = unescape(page.text).split('name="back" value="')[1].split('"')[0]
    said = {"back": back, "reached": "true", "solved": "true", "satisfied": "true"}
    done = await clerk.send(
        f"/desk/department/whistles/{whistle}/callback", {**hidden(page), **said}
    )
    assert (done.status_code, done.headers["location"]) == (303, queue)
    assert taken.number not in (await clerk.get(queue)).text


async def test_a_callback_leads_to_no_page_of_others(
    hub: Hub, house: Building, clerk: Visitor
) -> None:
    """回到哪里只能是枢纽自己的页面."""
    taken = await finished(hub, house)
    whistle = f"/desk/department/whistles/{whistle_of(taken.case_id)}"
    page = await clerk.get(f"{whistle}?act=callback&back=//elsewhere.example/")
    assert "elsewhere" not in page.text
    said = {"reached": "true", "solved": "true", "satisfied": "true", "back": "//elsewhere.example"}
    done = await clerk.send(f"{whistle}/callback", {**hidden(page), **said})
    assert done.headers["location"] == whistle


async def test_whoever_may_not_call_back_is_told_nobody(hub: Hub, house: Building) -> None:
    """无权回访的，表单上没有姓名、电话，也没有查阅."""
    taken = await finished(hub, house)
    lead = house.visitor(
        Role.DEPARTMENT, organ=await hub.pool.fetchval("SELECT lead FROM routing.whistle")
    )
    page = await lead.get(f"/desk/department/whistles/{whistle_of(taken.case_id)}?act=callback")
    assert "13800000001" not in page.text
    assert await hub.pool.fetchval(WHY) == 0


async def test_the_account_of_the_centre_itself_is_told_whom_to_call(
    hub: Hub, house: Building
) -> None:
    """综治中心自己的账号回访，同样看到打给谁、什么电话，查阅记录在案 (RULES 36)."""
    taken = await finished(hub, house)
    form = f"/desk/department/whistles/{whistle_of(taken.case_id)}?act=callback"
    centre = house.visitor(Role.SUPERVISOR, organ="620702-centre", code="c-1")
    page = await centre.get(form)
    for said in ("甲1", 'href="tel:13800000001"', "本次查阅已记录"):
        assert said in page.text, said
    assert await hub.pool.fetchval(f"{WHY} AND reader = 'c-1'") == 1
    elsewhere = house.visitor(Role.SUPERVISOR, organ="620721-centre")
    assert (await elsewhere.get(form)).status_code == 404
