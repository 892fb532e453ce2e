"""The desks of whistles: a department's day, what others owe it, and the centre's queue."""

import json
import re
from collections.abc import AsyncIterator
from datetime import datetime
from hashlib import sha256

import httpx
import pytest

from shared.auth import Role
from shared.clock import StillClock
from shared.frame.clock import LATER, OVERDUE, STILL, TODAY, WEEK, left
from shared.law.calendar import CALENDAR
from shared.law.day import CITY
from shared.sweep import Sweep
from shared.work import Hub
from tests.desks.visitor import Building, Visitor, building, hidden
from tests.desks.whistles import ASSIST, LEAD, PAGE, act
from tests.routing.cases import moment, registered
from tests.routing.test_routes import hear

FINISHED = "routing.department_finished.v1"
PDF = b"%PDF-1.7\n" + b"\x00" * 60
JPEG = b"\xff\xd8\xff\xe1" + b"\x00" * 60


@pytest.fixture
async def house(hub: Hub) -> AsyncIterator[Building]:
    await hear(hub, registered())
    async with building(hub) as found:
        yield found


@pytest.fixture
def lead(house: Building) -> Visitor:
    return house.visitor(Role.DEPARTMENT, organ=LEAD)


@pytest.fixture
def assist(house: Building) -> Visitor:
    return house.visitor(Role.DEPARTMENT, organ=ASSIST)


@pytest.fixture
def centre(house: Building) -> Visitor:
    return house.visitor(Role.WINDOW, organ="620702-window-1")


@pytest.mark.parametrize(
    ("until", "big", "level", "group"),
    [
        ("2026-11-23T11:20", "剩2小时20分", "red", TODAY),
        ("2026-11-24T00:00", "剩15小时0分", "red", TODAY),
        ("2026-11-25T00:00", "剩1个工作日", "yellow", WEEK),
        ("2026-11-30T00:00", "剩4个工作日", "blue", WEEK),
        ("2026-12-05T00:00", "剩9个工作日", "blue", LATER),
        ("2026-11-23T08:30", "逾期30分", "red", OVERDUE),
        ("2026-11-20T00:00", "逾期3日", "red", OVERDUE),
    ],
)
def test_a_clock_says_how_much_is_left_in_working_days_and_hours(
    until: str, big: str, level: str, group: str
) -> None:
    """时钟以工作日、小时显示剩余时间，红黄蓝之外另有文字."""
    shown = left(moment(until), datetime(2026, 11, 23, 9, tzinfo=CITY), CALENDAR)
    assert (shown.big, shown.level, shown.group) == (big, level, group)
    assert shown.word


def test_a_clock_that_stands_still_says_so() -> None:
    """停止计算的不显示剩余时间."""
    shown = left(None, datetime(2026, 11, 23, 9, tzinfo=CITY), CALENDAR)
    assert (shown.big, shown.level, shown.group) == (STILL, "grey", STILL)


async def test_a_department_checks_in_with_one_key_from_its_list(lead: Visitor) -> None:
    """待办的哨先到期的在前，一键报到 (RULES 4)."""
    page = await lead.get("/desk/department")
    assert page.status_code == 200, page.text
    for said in ("剩1个工作日", "2026年11月24日", "报到", "主办", "已召集"):
        assert said in page.text, said
    done = await lead.send(f"{PAGE}/check-in", {"back": "/desk/department"})
    assert (done.status_code, done.headers["location"]) == (303, "/desk/department")
    page = await lead.get("/desk/department")
    assert "已报到" in page.text
    assert f"{PAGE}?act=answer#act" in page.text
    part = await lead.get("/desk/department?part=true")
    assert part.text.count("<html") == 0
    assert "已报到" in part.text


async def test_what_was_let_lapse_stands_before_all_else_until_it_is_done(
    lead: Visitor, hub: Hub, clock: StillClock
) -> None:
    """逾期未办的排在最前，补办以后不再显示逾期 (RULES 11)."""
    clock.move_to(moment("2026-11-25T09:00"))
    await Sweep(hub).once()
    page = await lead.get("/desk/department?late=overdue")
    assert "已逾期（1）" in page.text
    assert "没有符合条件的哨" in (await lead.get("/desk/department?late=in_time")).text
    await lead.send(f"{PAGE}/check-in", {})
    assert "已逾期（1）" not in (await lead.get("/desk/department")).text


async def test_the_list_is_sifted_turned_and_paged_by_its_address(lead: Visitor) -> None:
    """筛选、排序都写在网址里."""
    assert PAGE in (await lead.get("/desk/department?role=lead&duty=check_in&sort=-due")).text
    for nothing in ("role=assist", "duty=finish", "tier=emergency"):
        page = await lead.get(f"/desk/department?{nothing}")
        assert PAGE not in page.text
        assert "清除条件" in page.text
    assert (await lead.get("/desk/department?sort=name")).status_code == 422
    assert (await lead.get("/desk/department?cursor=%25%25")).status_code == 422


async def test_the_page_of_a_whistle_says_what_may_be_done_what_not_and_why(lead: Visitor) -> None:
    """写明现在可以办理什么，不能办理什么，依据哪一条 (RULES 4, 11)."""
    page = await lead.get(PAGE)
    assert page.status_code == 200, page.text
    for said in ("报到", "权属异议", "现在不能办理的", "《枢纽办理规则》第11条", "甘州区司法局"):
        assert said in page.text, said
    early = await lead.get(f"{PAGE}?act=answer")
    assert "现在不能办理：" in early.text
    no = await lead.send(
        f"{PAGE}/answer", {**hidden(early), "finding": "solved", "opinion": "早了 <b>"}
    )
    assert no.status_code == 409
    assert "早了 &lt;b&gt;" in no.text
    stranger = "620702-jiaoyu"
    assert stranger not in page.text.split("<datalist")[0]


async def test_a_department_that_was_not_called_sees_no_page_of_it(house: Building) -> None:
    """没有召集的部门看不到这个哨."""
    other = house.visitor(Role.DEPARTMENT, organ="620702-jiaoyu")
    assert (await other.get(PAGE)).status_code == 404
    assert PAGE not in (await other.get("/desk/department")).text
    assert (await other.send(f"{PAGE}/check-in", {})).status_code == 404


async def test_a_visit_is_recorded_with_its_pictures_which_stay_as_they_were(
    house: Building, lead: Visitor, centre: Visitor, hub: Hub
) -> None:
    """现场记录附照片，原样封存；只有校验值的写明未上传 (RULES 20)."""
    await act(lead, "check-in")
    wrong = await _upload(house, b"<svg>", record="到场核实")
    assert wrong.status_code == 422
    assert "只收 JPEG" in wrong.text
    assert "到场核实" in wrong.text
    done = await _upload(house, JPEG, record="到场核实")
    assert done.status_code == 303, done.text
    page = await centre.get(PAGE)
    digest = sha256(JPEG).hexdigest()
    assert "附件1（照片，1 KB" in page.text
    seen = await centre.get(f"{PAGE}/files/{digest}")
    assert (seen.status_code, seen.content) == (200, JPEG)
    assert await hub.pool.fetchval("SELECT count(*) FROM hub.attachment_read") == 1
    await hub.pool.execute("DELETE FROM hub.attachment")
    assert "未上传" in (await centre.get(PAGE)).text


async def test_what_was_handed_in_is_called_the_same_wherever_a_form_comes_back(
    house: Building, lead: Visitor, hub: Hub
) -> None:
    """没有办成的，已经上传的附件写明第几件、是照片还是文件、多大，不写校验值 (RULES 20)."""
    await act(lead, "check-in")
    digest = sha256(JPEG).hexdigest()
    back = await _upload(house, JPEG, record="")
    assert back.status_code == 422
    assert "已上传第1件（照片，1 KB）" in back.text
    assert digest[:12] not in re.sub(r'value="[^"]*"', "", back.text)
    case_id = PAGE.rpartition("/")[2]
    dispute = await hub.pool.fetchval("SELECT dispute_id FROM hub.file WHERE case_id = $1", case_id)
    form = f"/desk/disputes/{dispute}/files/{case_id}/site-visit"
    seen = {**hidden(await lead.get(form)), "pictures": digest}
    again = await lead.send(form, seen)
    assert again.status_code == 422
    assert "已上传第1件（照片，1 KB）" in again.text
    assert digest[:12] not in re.sub(r'value="[^"]*"', "", again.text)


async def test_a_file_that_was_handed_in_before_is_not_sent_again(
    house: Building, lead: Visitor, hub: Hub
) -> None:
    """先逐件上传，提交时只写校验值 (RULES 20)."""
    await act(lead, "check-in")
    token = lead._headers  # noqa: SLF001 - the visitor's own token
    told = await house.client.post(f"{PAGE}/files", files={"files": JPEG}, headers=token)
    assert told.status_code == 201, told.text
    [digest] = told.json()["stored"]
    no = await house.client.post(f"{PAGE}/files", files={"files": b"GIF89a"}, headers=token)
    assert no.status_code == 422
    assert "只收" in no.json()["detail"]
    await act(lead, "site-visit", record="到场", stored=[digest])
    assert digest in await hub.pool.fetchval(
        "SELECT body FROM hub.outbox WHERE kind = 'routing.site_visited.v1'"
    )


async def test_the_lead_finishes_with_its_evidence_as_files(
    house: Building, lead: Visitor, assist: Visitor, centre: Visitor, hub: Hub
) -> None:
    """办结附验收材料：照片和 PDF 原样封存，各方在哨的页面上打开；不收的文件指出来 (RULES 20)."""
    for who in (lead, assist):
        await act(who, "check-in")
        await act(who, "answer", finding="solved", opinion="已修复")
    wrong = await _upload(house, b"MZ", "finish", evidence="验收单")
    assert wrong.status_code == 422
    assert "验收单" in wrong.text
    assert await hub.pool.fetchval("SELECT count(*) FROM hub.attachment") == 0
    done = await _upload(house, PDF, "finish", evidence="验收单")
    assert done.status_code == 303, done.text
    fact = await hub.pool.fetchval("SELECT body FROM hub.outbox WHERE kind = $1", FINISHED)
    digest = sha256(PDF).hexdigest()
    assert digest in fact
    for who in (centre, assist):
        assert "附件1（PDF，1 KB" in (await who.get(PAGE)).text
        seen = await who.get(f"{PAGE}/files/{digest}")
        assert (seen.status_code, seen.content) == (200, PDF)


async def test_departments_meet_and_make_a_plan_and_read_the_minutes(
    lead: Visitor, assist: Visitor, centre: Visitor, hub: Hub
) -> None:
    """会商、方案：部门按名称勾选；部门在哨的页面上按名称找到纪要和方案 (RULES 25)."""
    for who in (lead, assist):
        await act(who, "check-in")
    form = (await centre.get(f"{PAGE}?act=meeting")).text
    form = form.split(f'action="{PAGE}/meeting"', 1)[1].split("</form>", maxsplit=1)[0]
    for code in (LEAD, ASSIST):
        assert form.count(f'value="{code}"') == 2, "who takes part, and whose head came"
        assert hub.directory.organ(code).name in form
    both = [LEAD, ASSIST]
    seen = hidden(await centre.get(f"{PAGE}?act=meeting"))
    nobody = await centre.send(f"{PAGE}/meeting", {**seen, "minutes": "各方到场。"})
    assert nobody.status_code == 422
    assert "各方到场。" in nobody.text
    early = await centre.send(
        f"{PAGE}/plan",
        {**hidden(await centre.get(f"{PAGE}?act=plan")), "departments": both, "plan": "三日内检测"},
    )
    assert early.status_code == 409
    assert "三日内检测" in early.text
    met = {"departments": both, "minutes": "由司法局牵头调解。", "heads": [LEAD]}
    alone = await centre.send(f"{PAGE}/meeting", {**seen, **met, "chair": "centre"})
    assert alone.status_code == 409
    assert "会商由本级负责人或者政法委主持" in alone.text
    await act(centre, "meeting", **met, chair="leader")
    await act(centre, "plan", departments=both, plan="三日内检测，七日内维修。")
    for who in (lead, assist):
        page = (await who.get(PAGE)).text
        for called, said in (("纪要", "由司法局牵头调解。"), ("方案", "三日内检测，七日内维修。")):
            [paper] = re.findall(rf'href="(/desk/disputes/[^"]+)">查看{called}</a>', page)
            assert said in (await who.get(f"{paper}?purpose=办理案件")).text


async def test_the_day_of_a_department_from_the_call_to_the_callback(
    lead: Visitor, assist: Visitor, centre: Visitor
) -> None:
    """报到、反馈、延期、办结、回访，都在页面上办理 (RULES 4, 11, 24, 29, 36)."""
    for who in (lead, assist):
        await act(who, "check-in")
    assert "反馈" in (await lead.get("/desk/department/owed")).text
    await act(lead, "extension-request", more="2wd", reason="等检测报告")
    assert "决定延期" in (await lead.get("/desk/department/owed")).text
    assert "act=extension#act" in (await centre.get("/desk/centre?what=extension")).text
    await act(centre, "extension", department=LEAD, granted="true")
    assert "没有符合条件的事项" in (await centre.get("/desk/centre?what=extension")).text
    await act(lead, "progress", report="已关闸")
    await act(lead, "waiting", what="购房合同")
    assert "等待当事人" in (await lead.get("/desk/department")).text
    await act(lead, "resumption")
    for who in (assist, lead):
        await act(who, "answer", finding="solved", opinion="已修复")
    await act(lead, "finish", evidence="验收单")
    assert "act=callback#act" in (await centre.get("/desk/centre")).text
    await act(centre, "callback", reached="true", solved="true", satisfied="true")
    assert PAGE not in (await centre.get("/desk/centre")).text


async def test_a_callback_says_that_the_lead_alone_acts_again(
    lead: Visitor, assist: Visitor, centre: Visitor, hub: Hub
) -> None:
    """不满意的可以只由主办部门再次办理；与不填（全部协办部门）是两回事 (RULES 39)."""
    for who in (lead, assist):
        await act(who, "check-in")
        await act(who, "answer", finding="solved", opinion="已修复")
    await act(lead, "finish", evidence="验收单")
    page = await centre.get(f"{PAGE}?act=callback")
    choices = page.text.split("再次办理的协办部门", 1)[1].split("</fieldset>")[0]
    assert ASSIST in choices
    assert LEAD not in choices
    assert "只由主办部门再次办理" in choices
    said = {"reached": "true", "solved": "false", "satisfied": "false", "again.none": "true"}
    both = await centre.send(f"{PAGE}/callback", {**hidden(page), **said, "again": ASSIST})
    assert both.status_code == 422
    assert 'href="#f-again"' in both.text
    assert 'name="again.none" value="true" checked' in both.text
    done = await centre.send(f"{PAGE}/callback", {**hidden(page), **said})
    assert done.status_code == 303, done.text
    tracks = await hub.pool.fetchval("SELECT tracks FROM routing.whistle")
    assert json.loads(tracks)[LEAD] == "called"
    assert json.loads(tracks)[ASSIST] == "answered"


async def test_the_queue_of_a_centre_is_of_its_own_county(house: Building, lead: Visitor) -> None:
    """中心只看到本县区的待办."""
    await act(lead, "refusal", basis="清单第12项", reason="保修期内")
    for organ, there in (("620702-window-1", True), ("620725-window-1", False)):
        page = await house.visitor(Role.WINDOW, organ=organ).get("/desk/centre")
        assert (PAGE in page.text) is there, organ
    assert (await lead.get("/desk/centre")).status_code == 403
    clerk = house.visitor(Role.WINDOW)
    assert (await clerk.get("/desk/department")).status_code == 403


async def test_two_officers_on_one_whistle_do_not_overwrite_each_other(
    lead: Visitor, assist: Visitor
) -> None:
    """两人同办，后提交的须先看最新一页，所填内容保留."""
    await act(lead, "check-in")
    seen = hidden(await lead.get(f"{PAGE}?act=progress"))
    await act(assist, "check-in")
    late = await lead.send(f"{PAGE}/progress", {**seen, "report": "来晚了一步"})
    assert late.status_code == 412
    assert "来晚了一步" in late.text


async def _upload(
    house: Building, content: bytes, name: str = "site-visit", **typed: str
) -> httpx.Response:
    visitor = house.visitor(Role.DEPARTMENT, organ=LEAD)
    seen = hidden(await visitor.get(f"{PAGE}?act={name}"))
    return await house.client.post(
        f"{PAGE}/{name}",
        data={**seen, **typed},
        files={"files": ("现场.jpg", content, "image/jpeg")},
        headers=visitor._headers,  # noqa: SLF001 - its own token
    )
