"""称呼: the committee's pages call members by their posts, and let one choose them by these."""

import re
from collections.abc import AsyncIterator, Callable
from functools import partial
from typing import Any
from uuid import UUID

import pytest

from services.consultation.commands import (
    Voice,
    ask_recusal,
    change,
    convene,
    decide_recusal,
    hold_meeting,
    replace_member,
    roster_of,
    speak,
)
from shared.auth import Role
from shared.contracts.consultation import Asker, Calling
from shared.contracts.reconsideration import Stance
from shared.work import Act, Hub
from tests.consultation.makers import (
    AUTHORITY,
    DISPUTE,
    EXPERTS,
    FIVE,
    LAW,
    RESPONDENT,
    THREE,
    enrolled,
    entry,
    expert,
)
from tests.consultation.test_pages import COMMITTEE, DESK, asked
from tests.desks.body import at_work
from tests.desks.called import text_of
from tests.desks.visitor import Building, Visitor, building, hidden

CALLED = dict(zip(FIVE, ("石磊", "牛强", "何敏", "吴静", "白雪"), strict=True))
OPTION = re.compile(r'<option value="(committee-\d)"[^>]*>([^<]+)</option>')
BOUND = expert("committee-4", Calling.EXPERT, conflicts=[RESPONDENT])


@pytest.fixture
async def house(hub: Hub) -> AsyncIterator[Building]:
    """The pages, where five are on the roster, of whom the fourth is bound to the respondent."""
    await at_work(hub, COMMITTEE, **CALLED)
    await enrolled(hub, AUTHORITY, [*EXPERTS, BOUND, expert("committee-5")])
    async with building(hub) as found:
        yield found


@pytest.fixture
def secretary(house: Building) -> Visitor:
    return house.visitor(Role.SECRETARY, organ=COMMITTEE, code="secretary-1")


async def seated(hub: Hub) -> UUID:
    """A consultation before three of them."""
    room = await asked(hub)
    await acted(hub, room, convene, members=THREE, field=LAW)
    return room


async def acted(hub: Hub, room: UUID, act: Callable[..., Any], **said: Any) -> None:  # noqa: ANN401 - what a command takes
    do = partial(act, case_id=room, by="secretary-1", **said)
    await hub.act(Act(do=do, files=[room, roster_of(AUTHORITY)]))


def form(room: UUID, act: str) -> str:
    return f"/desk/disputes/{DISPUTE}/files/{room}/{act}"


def options(page: str, field: str) -> dict[str, str]:
    """What one chooses from in a field of a form."""
    shown = page.split(f'name="{field}"')[1].split("</select>", maxsplit=1)[0]
    return dict(OPTION.findall(shown))


async def test_the_page_of_a_consulted_case_calls_members_by_name(
    hub: Hub, secretary: Visitor
) -> None:
    """案卷上咨询小组、回避、替换、会议的委员写岗位名称，不写代码 (RULES 71 至 73)."""
    room = await seated(hub)
    why = {"reason": "参与过涉案项目的评审"}
    await acted(hub, room, replace_member, member=THREE[1], successor="committee-5", **why)
    await acted(hub, room, ask_recusal, member="committee-5", asker=Asker.BODY, **why)
    page = (await secretary.get(f"/desk/disputes/{DISPUTE}")).text
    for label, says in (
        ("参加委员", "石磊、牛强、何敏"),
        ("委员", "牛强"),
        ("接替人员", "白雪"),
        ("委员", "白雪"),
    ):
        assert f"<dt>{label}</dt><dd>{says}</dd>" in page, (label, says)
    assert "committee-" not in text_of(page)


async def test_who_met_and_left_since_is_called_by_name(hub: Hub, secretary: Visitor) -> None:
    """会议和出席写明当时的委员，其后替换的也写名称 (ARR2026 51)."""
    room = await seated(hub)
    voices = [Voice(one, Stance.AGREES) for one in THREE[:2]]
    await acted(hub, room, hold_meeting, chair=THREE[0], voices=voices, minutes="一致同意。")
    out = {"member": THREE[2], "successor": "committee-5", "reason": "不能参加"}
    await acted(hub, room, replace_member, **out)
    page = text_of((await secretary.get(f"{DESK}/files/{room}")).text)
    assert "缺席：何敏（committee-3）" in page


async def test_who_may_not_sit_is_called_by_name_in_the_list_and_in_the_refusal(
    hub: Hub, secretary: Visitor
) -> None:
    """不得选定的理由不写代码：名单上写“该委员”，退回时写名称，依据写条文 (RULES 71, 72)."""
    room = await asked(hub)
    page = await secretary.get(f"{DESK}/files/{room}")
    shown = text_of(page.text)
    assert "不得选定，该委员与被申请人有利害关系，应当回避（《枢纽办理规则》第72条）" in shown
    [act] = re.findall(r'method="post" action="([^"]+/panel)"', page.text)
    chosen = {"speciality": "law", "members": [*THREE[:2], "committee-4"]}
    no = await secretary.send(act, {**hidden(page), **chosen})
    assert no.status_code == 409
    assert "<p>吴静与被申请人有利害关系，应当回避（《枢纽办理规则》第72条）</p>" in no.text


async def test_a_panel_is_seated_where_its_candidates_stand_and_nowhere_else(
    hub: Hub, secretary: Visitor
) -> None:
    """候选委员列在页面上的，“组成咨询小组”只在名单下办理，不另列一张表单 (RULES 71)."""
    room = await asked(hub)
    page = (await secretary.get(f"{DESK}/files/{room}")).text
    assert 'name="members" value="committee-1"' in page
    assert f"{form(room, 'panel')}?back=" not in page


async def test_members_are_chosen_by_name_in_every_form_of_a_consultation(
    hub: Hub, secretary: Visitor, house: Building
) -> None:
    """回避、决定、替换、会议的表单，委员按名称选择；可以接替的只列可以选定的 (RULES 71 至 73)."""
    room = await seated(hub)
    panel = {one: f"{CALLED[one]}（{one}）" for one in THREE}
    assert options((await secretary.get(form(room, "recusal"))).text, "member") == panel
    swap = (await secretary.get(form(room, "replacement"))).text
    assert options(swap, "member") == panel
    assert options(swap, "successor") == {"committee-5": "白雪（committee-5）"}
    met = (await secretary.get(form(room, "meeting"))).text
    assert options(met, "chair") == panel
    assert options(met, "opinions/0/member") == panel
    assert "代码" not in text_of(met) + text_of(swap)
    asks = {"member": THREE[1], "asker": Asker.BODY, "reason": "参与过评审"}
    await acted(hub, room, ask_recusal, **asks)
    head = house.visitor(Role.RECONSIDERATION_HEAD, organ=AUTHORITY)
    ruling = (await head.get(form(room, "recusal-ruling"))).text
    assert options(ruling, "member") == {THREE[1]: panel[THREE[1]]}


async def test_members_are_chosen_by_name_where_one_leaves_and_where_all_met(
    secretary: Visitor,
) -> None:
    """退出、全体会议的表单，委员按名称选择 (RULES 70, 142)."""
    roster = roster_of(AUTHORITY)
    every = {one: f"{CALLED[one]}（{one}）" for one in FIVE}
    out = (await secretary.get(f"/desk/disputes/{roster}/files/{roster}/exit")).text
    assert options(out, "expert") == every
    plenary = (await secretary.get(f"/desk/disputes/{roster}/files/{roster}/plenary")).text
    assert options(plenary, "chair") == every
    assert re.findall(r'name="attended" value="([^"]+)"', plenary) == list(FIVE)
    assert "代码" not in text_of(plenary) + text_of(out)


async def test_a_form_offers_only_members_whom_its_door_takes(hub: Hub, secretary: Visitor) -> None:
    """回避待决定的不再提出、不表示意见、不替换，发表过意见的不替换 (RULES 71 至 73)."""
    room = await seated(hub)

    async def offered(act: str, field: str) -> list[str]:
        return list(options((await secretary.get(form(room, act))).text, field))

    spoken = partial(speak, case_id=room, stance=Stance.AGREES, text="同意。", by=THREE[0])
    await hub.act(Act(do=spoken, files=[room]))
    why = {"reason": "参与过评审"}
    await acted(hub, room, ask_recusal, member=THREE[1], asker=Asker.BODY, **why)
    assert await offered("recusal", "member") == [THREE[0], THREE[2]]
    assert await offered("meeting", "chair") == [THREE[0], THREE[2]]
    assert await offered("meeting", "opinions/0/member") == [THREE[0], THREE[2]]
    assert await offered("replacement", "member") == [THREE[2]]
    ruled = partial(decide_recusal, case_id=room, member=THREE[1], granted=True, heads=True)
    files = [room, roster_of(AUTHORITY)]
    await hub.act(Act(do=partial(ruled, **why, by="head-1"), files=files))
    assert await offered("recusal", "member") == [THREE[0], THREE[2]]
    assert await offered("replacement", "member") == [THREE[2], THREE[1]]
    assert await offered("replacement", "successor") == ["committee-5"]


async def test_whoever_is_bound_to_the_case_is_offered_to_be_recused_and_replaced_and_not_to_speak(
    hub: Hub, secretary: Visitor
) -> None:
    """成为利害关系人的委员，可以提出回避、替换，不再表示意见 (RULES 72, 73)."""
    room = await seated(hub)
    spoken = partial(speak, case_id=room, stance=Stance.AGREES, text="同意。", by=THREE[0])
    await hub.act(Act(do=spoken, files=[room]))
    bound = entry(expert(THREE[0], Calling.DEPARTMENT, conflicts=[RESPONDENT]))
    registered = partial(change, case_id=roster_of(AUTHORITY), code=THREE[0], entry=bound)
    await hub.act(Act(do=partial(registered, by="secretary-1"), files=[roster_of(AUTHORITY)]))
    told = {
        (act, field): list(options((await secretary.get(form(room, act))).text, field))
        for act, field in (("recusal", "member"), ("replacement", "member"), ("meeting", "chair"))
    }
    assert told == {
        ("recusal", "member"): list(THREE),
        ("replacement", "member"): list(THREE),
        ("meeting", "chair"): list(THREE[1:]),
    }
