"""负责人的待审批: what waits for the head, one after another, and what is brought to its notice."""

import re
from datetime import timedelta
from functools import partial
from html import unescape
from urllib.parse import urlencode
from uuid import UUID

from services.consultation import commands as consulting
from services.reconsideration.commands import (
    assigning,
    attached,
    deciding,
    higher,
    pausing,
    settling,
)
from services.reconsideration.commands.deciding import withdraw
from services.reconsideration.store import CASES
from shared.auth import Role
from shared.clock import StillClock
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.assigning import Tie
from shared.contracts.reconsideration.attached import Document
from shared.contracts.reconsideration.higher import Elevation
from shared.work import Act, Hub, Work
from tests.consultation.makers import LAW, THREE, enrolled, hear, requested
from tests.desks.body import heard, submitted
from tests.desks.reviewing import APPROVALS, MINE, cases, rows
from tests.desks.visitor import Building, Visitor, hidden
from tests.reconsideration.deciding import CONSENT
from tests.reconsideration.makers import AUTHORITY, CITY_GOVERNMENT


async def test_a_recusal_before_the_committee_waits_for_the_head_where_no_director_decides(
    hub: Hub, head: Visitor
) -> None:
    """没有主任的，咨询委员的回避列入待审批，由复议机构负责人决定；决定以后不再列 (RULES 72)."""
    [case_id] = await cases(hub, 1)
    await heard(hub, case_id)
    await enrolled(hub, AUTHORITY)
    asked = requested(case_id, AUTHORITY)
    at = asked.head.model_copy(update={"dispute_id": UUID(int=1)})
    await hear(hub, asked.model_copy(update={"head": at}), AUTHORITY)
    room = consulting.file_of(case_id)
    files = [room, consulting.roster_of(AUTHORITY)]
    seat = partial(consulting.convene, case_id=room, members=THREE, field=LAW, by="secretary-1")
    await hub.act(Act(do=seat, files=files))
    assert "咨询委员回避的决定" not in (await head.get(APPROVALS)).text
    say = partial(consulting.declare_recusal, case_id=room, reason="系近亲属", by=THREE[0])
    await hub.act(Act(do=say, files=[room]))
    page = (await head.get(f"{APPROVALS}?what=panel_recusal")).text
    assert rows(page) == [f"panel_recusal-{case_id}"]
    [link] = re.findall(rf'href="([^"]+at={room}[^"]*)"', page)
    shown = (await head.get(unescape(link))).text
    [form] = set(re.findall(r'href="([^"]+/recusal-ruling\?[^"]*)"', shown))
    done = await head.fill(unescape(form), member=THREE[0], granted="true", reason="属实")
    assert done.status_code == 303, done.text
    assert rows((await head.get(APPROVALS)).text) == []


async def test_approvals_are_the_heads_alone(house: Building, officer: Visitor) -> None:
    """待审批、承办情况只给行政复议机构负责人."""
    for path in (APPROVALS, f"{APPROVALS}/next", "/desk/reconsideration/reviewers"):
        assert (await officer.get(path)).status_code == 403
    window = house.visitor(Role.WINDOW)
    assert (await window.get(MINE)).status_code == 403


async def test_the_list_of_the_head_is_sorted_and_goes_on_as_it_was_sorted(
    hub: Hub, head: Visitor, clock: StillClock
) -> None:
    """待审批可以按提出的先后排，逐件办理照此次序 (ARL 42)."""
    waits = []
    for one in await cases(hub, 2):
        await heard(hub, one)
        asks = partial(pausing.ask_stay, case_id=one, text="难以挽回", by="w-1")
        await hub.act(Act(do=asks, files=[one]))
        waits.append(f"stay-{one}")
        clock.forward(timedelta(days=1))
    assert rows((await head.get(f"{APPROVALS}?sort=since")).text) == waits
    page = (await head.get(f"{APPROVALS}?sort=-since")).text
    assert rows(page) == waits[::-1]
    assert f"{APPROVALS}/next?sort=-since" in page
    step = await head.get(f"{APPROVALS}/next?place=0&sort=-since")
    assert waits[1].removeprefix("stay-") in step.headers["location"]
    shown = unescape((await head.get(step.headers["location"])).text)
    assert f"{APPROVALS}/next?place=1&sort=-since" in shown


async def test_a_case_waits_for_the_head_until_each_who_asked_for_a_stay_is_answered(
    hub: Hub, head: Visitor
) -> None:
    """数人申请停止执行的，案卷页逐份写明，全部答复以前仍在待审批 (ARL 42; RULES 169)."""
    [case_id] = await cases(hub, 1)
    await heard(hub, case_id)
    for standing in (Standing.APPLICANT, Standing.THIRD):
        said = {"standing": standing, "text": "难以挽回", "by": "w-1"}
        asks = partial(pausing.ask_stay, case_id=case_id, **said)
        await hub.act(Act(do=asks, files=[case_id]))
    page = (await head.get(f"/desk/reconsideration/files/{case_id}")).text
    assert len(re.findall(r"<p>申请人于[^<]*申请停止执行，尚未答复", page)) == 1
    assert len(re.findall(r"<p>第三人于[^<]*申请停止执行，尚未答复", page)) == 1
    assert rows((await head.get(APPROVALS)).text) == [f"stay-{case_id}"]
    case, _ = await hub.read(CASES, case_id)
    told = {"reason": "不会难以挽回", "by": "h-1"}
    for askers, waits in ((case.applicants, [f"stay-{case_id}"]), ((), [])):
        refuses = partial(pausing.refuse_stay, case_id=case_id, askers=askers, **told)
        await hub.act(Act(do=refuses, files=[case_id]))
        assert rows((await head.get(APPROVALS)).text) == waits


async def test_the_head_goes_from_one_that_waits_to_the_next(hub: Hub, head: Visitor) -> None:
    """送审的、回避的、停止执行的、撤回的都在；办完一件到下一件，没有了回到清单 (ARL 41, 42, 61)."""
    assert "没有待审批的事项" in (await head.get(APPROVALS)).text
    sent, asked, stayed, taken = await cases(hub, 4)
    for one in (sent, asked, stayed, taken):
        await heard(hub, one)
    await submitted(hub, sent)
    tie = {"reason": "系近亲属", "by": "w-1", "asked_by": Standing.APPLICANT}
    await hub.act(
        Act(do=lambda work: assigning.request_recusal(work, asked, Tie.KIN, **tie), files=[asked])
    )
    await hub.act(
        Act(
            do=lambda work: pausing.ask_stay(work, stayed, text="难以挽回", by="w-1"),
            files=[stayed],
        )
    )
    await hub.act(Act(do=lambda work: withdraw(work, taken, by="w-1"), files=[taken]))
    page = (await head.get(APPROVALS)).text
    waits = {f"submission-{sent}", f"recusal-{asked}", f"stay-{stayed}", f"withdrawal-{taken}"}
    assert set(rows(page)) == waits
    assert "没有提请咨询" in page
    assert rows((await head.get(f"{APPROVALS}?what=stay")).text) == [f"stay-{stayed}"]

    place = [row.startswith("submission") for row in rows(page)].index(True)
    step = await head.get(f"{APPROVALS}/next?place={place}")
    assert step.headers["location"] == (
        f"/desk/reconsideration/files/{sent}?waiting=submission&place={place}"
    )
    shown = (await head.get(step.headers["location"])).text
    assert "待审批：送审的拟稿" in shown
    [form] = re.findall(r'href="([^"]+/approval\?[^"]+)"', shown.split("待审批：")[1])[:1]
    typed = {**hidden(await head.get(unescape(form))), "approval": "head", **CONSENT}
    done = await head.send(form.split("?")[0], {**typed, "back": f"{APPROVALS}/next?place={place}"})
    assert done.headers["location"] == f"{APPROVALS}/next?place={place}"
    assert f"submission-{sent}" not in (await head.get(APPROVALS)).text
    end = await head.get(f"{APPROVALS}/next?place=99")
    assert end.headers["location"] == APPROVALS


async def test_the_head_goes_through_what_was_sifted_and_nothing_else(
    hub: Hub, head: Visitor
) -> None:
    """筛选以后逐件办理的，下一件仍在筛选之内，不办理的回到这一件，没有了回到筛选的清单 (ARL 61)."""
    waits = await cases(hub, 3)
    for one in waits:
        await heard(hub, one)
    sent, *stayed = waits
    await submitted(hub, sent)
    for one in stayed:
        asks = partial(pausing.ask_stay, case_id=one, text="难以挽回", by="w-1")
        await hub.act(Act(do=asks, files=[one]))
    page = (await head.get(f"{APPROVALS}?what=stay")).text
    first, second = (row.removeprefix("stay-") for row in rows(page))
    assert f"{APPROVALS}/next?what=stay" in page
    opened = f"/desk/reconsideration/files/{first}?waiting=stay&place=0&what=stay"
    assert opened in unescape(page)
    shown = unescape((await head.get(opened)).text)
    assert f'href="{APPROVALS}/next?place=1&what=stay"' in shown
    assert f'href="{APPROVALS}?what=stay"' in shown
    step = await head.get(f"{APPROVALS}/next?place=1&what=stay")
    assert step.headers["location"] == (
        f"/desk/reconsideration/files/{second}?waiting=stay&place=1&what=stay"
    )
    form = unescape(re.findall(r'href="([^"]+/stay-refusal\?[^"]+)"', shown)[0])
    again = unescape((await head.get(form)).text)
    assert f'<a href="{APPROVALS}/next?place=0&what=stay">返回，不办理' in again
    end = await head.get(f"{APPROVALS}/next?place=2&what=stay")
    assert end.headers["location"] == f"{APPROVALS}?what=stay"


async def test_a_form_leads_back_to_no_other_place_than_the_hub(hub: Hub, head: Visitor) -> None:
    """办理以后只回到本系统的页面."""
    [case_id] = await cases(hub, 1)
    await heard(hub, case_id)
    await submitted(hub, case_id)
    form = f"/desk/disputes/{UUID(int=1)}/files/{case_id}/approval"
    typed = {
        **hidden(await head.get(form)),
        "approval": "head",
        **CONSENT,
        "back": "//elsewhere.example/",
    }
    assert (await head.send(form, typed)).headers["location"] == "/desk"
    for elsewhere in ("//elsewhere.example/", "javascript:alert(1)"):
        opened = await head.get(f"{form}?{urlencode({'back': elsewhere})}")
        assert elsewhere not in opened.text


async def test_what_the_law_leaves_to_the_head_waits_there(hub: Hub, head: Visitor) -> None:
    """制作调解书、附带审查的中止也在负责人的待审批中 (ARL 39, 73)."""
    talks, document = await cases(hub, 2)
    for one in (talks, document):
        await heard(hub, one)
    willing = {"applicants_willing": True, "respondent_willing": True, "record": "都愿意"}

    def go_on(work: Work) -> None:
        settling.begin(work, talks, by="o-1", **willing)  # type: ignore[arg-type] - as they are
        attached.doubt(work, document, Document.LOCAL, reason="与上位法不一致", by="o-1")

    await hub.act(Act(do=go_on, files=[talks, document]))
    page = (await head.get(APPROVALS)).text
    assert set(rows(page)) == {f"mediation-{talks}", f"attached_suspension-{document}"}
    for what, case_id, act in (
        ("mediation", talks, "mediation-document"),
        ("attached_suspension", document, "suspension"),
    ):
        opened = f"/desk/reconsideration/files/{case_id}?waiting={what}&place=0"
        assert f"/{act}?" in (await head.get(opened)).text


async def test_a_case_that_is_referred_upwards_waits_for_the_head_above(
    hub: Hub, house: Building, head: Visitor
) -> None:
    """下级报请提级审理的，在上级负责人的待审批中，点开可以决定 (ARL 38)."""
    [case_id] = await cases(hub, 1)
    await heard(hub, case_id)
    asks = partial(higher.ask, case_id=case_id, ground=Elevation.NOVEL, text="新类型", by="o-1")
    await hub.act(Act(do=asks, files=[case_id]))
    above = house.visitor(Role.RECONSIDERATION_HEAD, organ=CITY_GOVERNMENT)
    assert rows((await above.get(APPROVALS)).text) == [f"elevation-{case_id}"]
    assert rows((await head.get(APPROVALS)).text) == []
    opened = f"/desk/reconsideration/files/{case_id}?waiting=elevation&place=0"
    shown = (await above.get(opened)).text
    assert "待审批：下级报请的提级审理" in shown
    assert "/elevation?" in shown
    assert "/elevation-denial?" in shown


async def test_a_period_that_nears_its_end_without_a_draft_is_brought_to_the_head(
    hub: Hub, head: Visitor, clock: StillClock
) -> None:
    """审理期限将满、尚未拟稿的，提示是否延长；届满以前七日才提示 (ARL 62)."""
    [case_id] = await cases(hub, 1)
    await heard(hub, case_id)
    clock.forward(timedelta(days=50))
    assert rows((await head.get(APPROVALS)).text) == []
    clock.forward(timedelta(days=6))
    assert rows((await head.get(APPROVALS)).text) == [f"extension-{case_id}"]


async def test_a_period_that_was_extended_is_brought_to_the_head_as_long_as_days_are_left(
    hub: Hub, head: Visitor, clock: StillClock
) -> None:
    """延长十日的，新的期限将满时仍提示；三十日用完的不再提示 (ARL 62)."""
    [case_id] = await cases(hub, 1)
    await heard(hub, case_id)

    async def extend(days: int) -> None:
        more = partial(deciding.extend, case_id=case_id, days=days, reason="案情复杂", by="o-1")
        await hub.act(Act(do=more, files=[case_id]))
        assert rows((await head.get(APPROVALS)).text) == []

    clock.forward(timedelta(days=56))
    await extend(10)
    clock.forward(timedelta(days=10))
    assert rows((await head.get(APPROVALS)).text) == [f"extension-{case_id}"]
    await extend(20)
    clock.forward(timedelta(days=20))
    assert rows((await head.get(APPROVALS)).text) == []


async def test_who_approves_has_the_draft_the_respondent_and_the_period_before_the_eyes(
    hub: Hub, head: Visitor
) -> None:
    """审批表单上看得到拟稿、被申请人、申请人和在走的期限，查阅记录在案 (ARL 61, 62)."""
    [case] = await cases(hub, 1)
    await heard(hub, case)
    await submitted(hub, case)
    page = (await head.get(f"/desk/disputes/{UUID(int=1)}/files/{case}/approval")).text
    main = page[page.index("<main") :]
    for said in (
        "撤销行政处罚决定。",
        "甘州区城市管理综合执法局",
        "申请人</dt><dd>1名",
        "作出决定</dt><dd>20",
        "撤销",
        "同意的机关负责人",
        "行政复议机关的负责人，不是行政复议机构的",
    ):
        assert said in main, said
    read = "SELECT purpose FROM hub.documents_read"
    assert await hub.pool.fetchval(read) == "办理案件，填写表单"
