"""广播: in order, once, to every class of readers what it asked for and may have."""

import asyncio
import gc
import json
from dataclasses import replace
from types import SimpleNamespace
from uuid import UUID, uuid4

import pytest

from shared.auth import Identity, Role
from shared.collector import THRESHOLDS, settle
from shared.stream import Broadcast
from shared.stream import broadcast as broadcasting
from shared.stream.broadcast import TooSlow
from shared.stream.page import Page
from shared.stream.source import page_of
from shared.stream.wants import Filters, Wants
from tests.shared.pages import DISPUTE, EVERYTHING, PERSON, SUPERVISOR, page, registered


async def test_facts_are_let_out_in_order_of_position_and_once() -> None:
    """位次连续才放行，重复的不再放行."""
    broadcast = Broadcast()
    readers, reader = broadcast.join(EVERYTHING, 0)
    broadcast.feed([page(2), page(3), page(2)])
    assert (broadcast.position, broadcast.behind_gap) == (0, True)
    broadcast.feed([page(1), page(3)])
    events = (await readers.news(reader)).decode()
    assert [line for line in events.splitlines() if line.startswith("id: ")] == [
        "id: 1",
        "id: 2",
        "id: 3",
    ]
    assert not broadcast.behind_gap


async def test_readers_of_one_class_share_the_same_bytes() -> None:
    broadcast = Broadcast()
    readers, one = broadcast.join(EVERYTHING, 0)
    same, other = broadcast.join(Wants.of(SUPERVISOR, Filters()), 0)
    broadcast.feed([page(1)])
    assert same is readers
    assert await readers.news(one) is await readers.news(other)


async def test_what_is_said_aside_goes_along_with_the_next_event_or_soon_by_itself() -> None:
    """态势数字随下一条事实一起送出，没有事实也很快送到，各人只送一次."""
    broadcast = Broadcast()
    readers, one = broadcast.join(EVERYTHING, 0)
    _, other = broadcast.join(EVERYTHING, 0)
    waiting = [asyncio.create_task(readers.news(reader)) for reader in (one, other)]
    await asyncio.sleep(0)
    readers.say_aside(b"event: board\n\n")
    broadcast.feed([page(1)])
    first, second = await asyncio.gather(*waiting)
    assert first.startswith(b"event: board\n\nid: 1\n")
    assert first is second
    waiting = [asyncio.create_task(readers.news(reader)) for reader in (one, other)]
    await asyncio.sleep(0)
    readers.say_aside(b"event: board\ndata: 2\n\n")
    async with asyncio.timeout(5):
        assert await asyncio.gather(*waiting) == [b"event: board\ndata: 2\n\n"] * 2
    broadcast.feed([page(2)])
    assert (await readers.news(one)).startswith(b"id: 2\n")


async def test_who_does_not_handle_cases_gets_no_ids_of_people() -> None:
    """监督人员、当事人看到的事实不含人员标识."""
    fact = registered()
    one = Page(1, "intake", fact.kind, DISPUTE, "{}", fact.model_dump_json())
    assert str(PERSON) in one.event(whole=True).decode()
    assert str(PERSON) not in one.event(whole=False).decode()
    assert fact.number in one.event(whole=False).decode()
    window = Identity.of("w-1", [Role.WINDOW], organ="620702-window-1")
    assert (Wants.of(window, Filters()).whole, EVERYTHING.whole) == (True, False)


async def test_of_what_an_authority_deliberates_upon_others_learn_only_that_it_was() -> None:
    """内部审批的事实，机构以外的读者只看到有这一页 (ARL 61)."""
    kind = "reconsideration.drafted.v1"
    body = json.dumps({"kind": kind, "head": {"version": 9}, "paper_id": str(PERSON)})
    one = Page(1, "reconsideration", kind, DISPUTE, "{}", body)
    assert str(PERSON) in one.event(whole=True, inside=True).decode()
    for whole in (True, False):
        said = one.event(whole=whole, inside=False).decode()
        assert str(PERSON) not in said
        assert '"version":9' in said
    department = Identity.of("d-1", [Role.DEPARTMENT], organ="620702-chengguan")
    officer = Identity.of("f-1", [Role.RECONSIDERATION], organ="620702-government")
    assert [Wants.of(who, Filters()).inside for who in (department, officer)] == [False, True]


def test_whoever_follows_a_dispute_hears_nothing_of_the_road_that_went_apart() -> None:
    """分案以后，各人只听到自己那条途径的事，窗口都听得到 (RULES 58, 136)."""
    own, gone = UUID(int=1), UUID(int=2)
    road = {"severed": str(gone)}
    apart = {"application": str(uuid4()), "applicants": str(gone)}
    window = Identity.of("w-1", [Role.WINDOW], organ="620702-window-1", county="620702")
    stays, left = (
        Identity.of(f"party-{one.hex}", [Role.PARTY], disputes=[DISPUTE], persons=[one])
        for one in (own, gone)
    )
    heard = {
        who.code: [
            Wants.of(who, Filters(), DISPUTE).take(page(1, **labels)) for labels in (road, apart)
        ]
        for who in (stays, left, window)
    }
    assert list(heard.values()) == [[True, False], [False, True], [True, True]]


def test_a_member_hears_of_what_they_sit_in_and_of_no_other_consultation() -> None:
    """委员在推送里也只听到自己参加的咨询；没有主任的，不因此谁都听到 (ARL 52; RULES 72)."""
    member = Identity.of("e-1", [Role.COMMITTEE], organ="620702-committee")
    asked = {"office": "consultation", "authority": "620702-government"}
    heard = [
        Wants.of(member, Filters()).take(replace(page(1, **asked, **seats), office="consultation"))
        for seats in ({"panel": "e-2 e-1"}, {"panel": "e-2", "director": ""}, {"director": "e-1"})
    ]
    assert heard == [True, False, True]


@pytest.mark.parametrize(
    ("asked", "taken"),
    [
        (Filters(office="routing,intake"), True),
        (Filters(office="mediation"), False),
        (Filters(kind="routing.checked_in"), True),
        (Filters(kind="routing.called.v1"), False),
        (Filters(county="620721, 620702"), True),
        (Filters(county="620721"), False),
        (Filters(window="620702-window-1"), True),
        (Filters(window="620702-window-2"), False),
        (Filters(department="620702-gongan"), True),
        (Filters(department="620702-centre"), True),
        (Filters(department="620702-minzheng"), False),
    ],
)
def test_a_stream_is_narrowed_by_filters(asked: Filters, taken: bool) -> None:  # noqa: FBT001
    one = page(
        1,
        window="620702-window-1",
        departments="620702-shuiwu 620702-gongan",
        authority="620702-centre",
    )
    assert Wants.of(SUPERVISOR, asked).take(one) is taken


async def test_a_reader_who_falls_behind_what_is_kept_is_let_go(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(broadcasting, "KEPT", 3)
    broadcast = Broadcast()
    readers, slow = broadcast.join(EVERYTHING, 0)
    broadcast.feed([page(n) for n in range(1, 6)])
    assert list(broadcast.left_behind()) == [slow]
    with pytest.raises(TooSlow):
        await readers.news(slow)


async def test_a_class_without_readers_is_forgotten() -> None:
    broadcast = Broadcast()
    readers, reader = broadcast.join(EVERYTHING, 0)
    broadcast.leave(readers, reader)
    broadcast.feed([page(1)])
    again, _ = broadcast.join(EVERYTHING, 1)
    assert again is not readers
    assert readers.end == 0


async def test_a_reader_ahead_of_this_process_gets_nothing_twice() -> None:
    """在别的进程已收到的，不再收到."""
    broadcast = Broadcast()
    readers, reader = broadcast.join(EVERYTHING, floor=2)
    broadcast.feed([page(n) for n in range(1, 4)])
    assert (await readers.news(reader)).startswith(b"id: 3\n")


def test_a_record_that_is_none_of_ours_is_passed_over() -> None:
    strange = SimpleNamespace(headers=[("ce_id", b"1")], value=b"{}", topic="hub.intake", offset=1)
    assert page_of(strange) is None


def test_a_process_of_many_readers_collects_seldom() -> None:
    before = gc.get_threshold()
    try:
        settle()
        assert (gc.get_threshold(), gc.get_freeze_count() > 0) == (THRESHOLDS, True)
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)


def test_a_reader_may_ask_for_one_matter_one_road_or_only_for_who_is_late() -> None:
    """按纠纷类型、途径筛选，或者只看预警和逾期."""
    asked = Wants.of(SUPERVISOR, Filters(matter="wuye", road="petition"))
    assert asked.take(page(1, matter="wuye", road="petition"))
    assert not asked.take(page(1, matter="wuye", road="court"))
    assert not asked.take(page(1, road="petition"))
    late = Wants.of(SUPERVISOR, Filters(only="late"))
    assert not late.take(page(1))
    assert "routing.check_in_lapsed.v1" in late.kinds
    both = Wants.of(SUPERVISOR, Filters(only="late", kind="routing.check_in_lapsed"))
    assert both.kinds == {"routing.check_in_lapsed.v1"}
    neither = Wants.of(SUPERVISOR, Filters(only="late", kind="routing.checked_in"))
    assert not neither.take(page(1))
