"""委员会的清单: members are called by their posts, as on every other page."""

import re
from functools import partial

import pytest

from services.consultation.commands import (
    Voice,
    declare_recusal,
    give_opinion,
    hold_meeting,
    roster_of,
)
from shared.contracts.reconsideration import Stance
from shared.work import Act, Hub
from tests.consultation import test_pages
from tests.consultation.makers import AUTHORITY, THREE, enrolled, expert
from tests.consultation.test_pages import COMMITTEE, DESK, seated
from tests.desks.body import at_work
from tests.desks.visitor import Visitor

house, secretary = test_pages.house, test_pages.secretary

TITLES = dict(zip(THREE, ("牛强", "马丽", "杨帆"), strict=True))


@pytest.fixture
async def called(hub: Hub) -> None:
    """The members have signed in as posts that are called so."""
    await at_work(hub, COMMITTEE, **TITLES)


def said(code: str) -> str:
    return f"{TITLES[code]}（{code}）"


@pytest.mark.usefixtures("called")
async def test_whoever_has_not_spoken_and_whoever_is_contested_is_called_by_the_post(
    hub: Hub, secretary: Visitor
) -> None:
    """咨询办件写明还差谁的意见、谁的回避待决定，写岗位名称，不只写账号代码 (RULES 72)."""
    room = await seated(hub)
    say = partial(declare_recusal, case_id=room, reason="与申请人系近亲属", by=THREE[1])
    await hub.act(Act(do=say, files=[room]))
    listed = (await secretary.get(f"{DESK}?tab=seated")).text
    assert f"还差{'、'.join(map(said, THREE))}</p>" in listed
    assert re.search(rf"回避待决定</span>\s+{said(THREE[1])}</p>", listed)


@pytest.mark.usefixtures("called")
async def test_whoever_thought_otherwise_is_called_by_the_post(
    hub: Hub, secretary: Visitor
) -> None:
    """终结的咨询写明谁持不同意见；委员履职按岗位名称列出 (RULES 71, 73)."""
    room = await seated(hub)
    voices = [Voice(one, Stance.AGREES) for one in THREE[:2]]
    voices.append(Voice(THREE[2], Stance.DISAGREES))
    met = {"chair": THREE[0], "voices": voices, "minutes": "二比一。"}
    given = {"stance": Stance.AGREES, "text": "同意拟办意见。"}
    for act, more in ((hold_meeting, met), (give_opinion, given)):
        do = partial(act, case_id=room, by="secretary-1", **more)  # type: ignore[arg-type]
        await hub.act(Act(do=do, files=[room, roster_of(AUTHORITY)]))
    listed = (await secretary.get(f"{DESK}?tab=done")).text
    assert f"持不同意见：{said(THREE[2])}</p>" in listed
    load = (await secretary.get("/desk/consultation/load")).text
    assert [f'<th scope="row">{said(one)}</th>' in load for one in THREE] == [True] * 3


@pytest.mark.usefixtures("called")
async def test_the_load_stands_in_the_order_of_what_its_rows_are_called(
    hub: Hub, secretary: Visitor
) -> None:
    """委员履职按委员排列的，依列出的名称的音序；其他次序相同的也这样排 (RULES 71)."""
    await seated(hub)
    shown = re.compile(r'<th scope="row">([^<]+（[^<]+）)</th>')
    path = "/desk/consultation/load?sort="
    up = [said(code) for code in (THREE[1], THREE[0], THREE[2])]
    assert shown.findall((await secretary.get(f"{path}expert")).text) == up
    assert shown.findall((await secretary.get(f"{path}-expert")).text) == up[::-1]
    assert shown.findall((await secretary.get(f"{path}seated")).text) == up


async def test_the_roster_stands_in_the_order_of_the_names(hub: Hub, secretary: Visitor) -> None:
    """委员名册按委员排列的，依姓名的音序，同音的先按声调；任期相同的也这样排 (RULES 70)."""
    names = ("李明", "黎强", "李安", "阿依")
    await enrolled(
        hub, AUTHORITY, [expert(f"committee-{n}", name=name) for n, name in enumerate(names, 1)]
    )
    shown = re.compile(r'<th scope="row">([^<]+)<br>')
    path = "/desk/consultation/roster?sort="
    up = ["阿依", "黎强", "李安", "李明"]
    assert shown.findall((await secretary.get(f"{path}expert")).text) == up
    assert shown.findall((await secretary.get(f"{path}-expert")).text) == up[::-1]
    assert shown.findall((await secretary.get(f"{path}until")).text) == up
