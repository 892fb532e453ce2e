"""委托代理人、通过处罚机关申请、变更被申请人: what else a party does on its telephone."""

from collections.abc import AsyncIterator
from datetime import date
from uuid import UUID

import pytest

from services.reconsideration.commands import respondent
from shared.work import Hub
from tests.party.telephone import Telephone, last, officer, registered, telephone

PENALTY = {
    "respondent": "620702-chengguan",
    "act": "penalty",
    "learnt_on": "2026-11-02",
    "told_remedies": "true",
}
REQUEST = {"request": "请求撤销处罚决定", "facts": "摊位在划定的区域以内。"}
PAPER = {
    "name": "杨某",
    "phone": "13700001111",
    "sort": "lawyer",
    "receive": "true",
    "change": "false",
    "admit": "false",
    "withdraw": "false",
    "settle": "false",
    "identified": "true",
    "text": "委托杨某代为参加行政复议，可以代收文书。",
}


@pytest.fixture
async def phone(hub: Hub) -> AsyncIterator[Telephone]:
    async with telephone(hub) as found:
        yield found


async def applied(phone: Telephone, **more: str) -> None:
    """Through the three steps of an application, to what the last one says."""
    path = "/party/reconsideration"
    page = await phone.get(path)
    for typed in ({**PENALTY, "go": "next"}, {**REQUEST, **more, "go": "next"}, {"go": "send"}):
        page = await phone.send(path, page, **typed)
    assert page.status_code == 303, page.text


async def case_of(hub: Hub, kind: str) -> UUID:
    return UUID((await last(hub, kind))["head"]["case_id"])


async def test_a_party_entrusts_an_agent_who_then_finds_the_case_by_its_own_telephone(
    hub: Hub, phone: Telephone
) -> None:
    """委托代理人：写明权限，身份证明没交的不收；代理人用自己的电话查得到，不能转委托 (ARL 17)."""
    taken = await registered(hub)
    await phone.sign_in(taken.number)
    await applied(phone)
    path = f"/party/act/{await case_of(hub, 'reconsideration.received.v1')}/agent"
    assert path in (await phone.get()).text
    refused = await phone.fill(path, **{**PAPER, "identified": "false"})
    assert (refused.status_code, "第17条" in refused.text) == (409, True)
    assert "杨某" in refused.text
    await phone.done(path, **PAPER)
    fact = await last(hub, "reconsideration.agent_named.v1")
    assert (fact["powers"], fact["standing"], fact["sort"]) == (
        ["act", "receive"],
        "applicant",
        "lawyer",
    )
    assert "杨某" not in str(fact)
    async with telephone(hub) as agent:
        await agent.sign_in(taken.number, PAPER["phone"])
        assert path not in (await agent.get()).text
        assert (await agent.get(path)).status_code == 404


async def test_a_party_changes_what_its_agent_may_do_and_ends_it(
    hub: Hub, phone: Telephone
) -> None:
    """变更代理权限、解除代理：没有代理人的没有这两项，办了书面告知，代理人不再能查 (ARL 17)."""
    taken = await registered(hub)
    await phone.sign_in(taken.number)
    await applied(phone)
    case = f"/party/act/{await case_of(hub, 'reconsideration.received.v1')}"
    assert f"{case}/agent-end" not in (await phone.get()).text
    await phone.done(f"{case}/agent", **PAPER)
    may = {
        "receive": "true",
        "change": "false",
        "admit": "false",
        "withdraw": "true",
        "settle": "false",
    }
    await phone.done(f"{case}/agent-change", **may, text="增加撤回申请的权限")
    fact = await last(hub, "reconsideration.agent_changed.v1")
    assert fact["powers"] == ["act", "receive", "withdraw"]
    await phone.done(f"{case}/agent-end", text="我不再请他代办")
    assert (await last(hub, "reconsideration.agent_ended.v1"))["agent"] == fact["agent"]
    assert f"{case}/agent-end" not in (await phone.get()).text


SECOND = {**PAPER, "name": "赵某", "phone": "13700002222", "sort": "relative"}


async def test_a_party_with_two_agents_says_online_which_of_them_it_changes_or_ends(
    hub: Hub, phone: Telephone
) -> None:
    """请了两名代理人的，写明变更、解除哪一名；没有选的、不是本人代理人的，不办 (ARL 17)."""
    taken = await registered(hub)
    await phone.sign_in(taken.number)
    await applied(phone)
    case = f"/party/act/{await case_of(hub, 'reconsideration.received.v1')}"
    await phone.done(f"{case}/agent", **PAPER)
    first = (await last(hub, "reconsideration.agent_named.v1"))["agent"]
    assert "哪一位代理人" not in (await phone.get(f"{case}/agent-end")).text
    await phone.done(f"{case}/agent", **SECOND)
    named = await last(hub, "reconsideration.agent_named.v1")
    one, other = (f"{agent}/{named['principal']}" for agent in (first, named["agent"]))
    form = (await phone.get(f"{case}/agent-change")).text
    assert all(said in form for said in ("杨某（律师）", "赵某（近亲属）", one, other))
    may = {
        "receive": "false",
        "change": "false",
        "admit": "false",
        "withdraw": "true",
        "settle": "false",
    }
    said = {**may, "text": "增加撤回申请的权限"}
    assert (await phone.fill(f"{case}/agent-change", **said)).status_code == 422
    await phone.done(f"{case}/agent-change", agent_id=other, **said)
    assert (await last(hub, "reconsideration.agent_changed.v1"))["agent"] == named["agent"]

    nobody = await phone.fill(
        f"{case}/agent-end", agent_id=f"{named['principal']}/{named['principal']}", text="不请了"
    )
    assert (nobody.status_code, "第17条" in nobody.text) == (409, True)
    others = await phone.fill(f"{case}/agent-end", agent_id=f"{first}/{first}", text="不请了")
    assert (others.status_code, "第17条" in others.text) == (409, True)
    await phone.done(f"{case}/agent-end", agent_id=one, text="我不再请杨某代办")
    assert (await last(hub, "reconsideration.agent_ended.v1"))["agent"] == first
    await phone.done(f"{case}/agent-end", text="也不请赵某了")
    assert (await last(hub, "reconsideration.agent_ended.v1"))["agent"] == named["agent"]


async def test_a_party_asks_for_something_else_on_its_telephone(hub: Hub, phone: Telephone) -> None:
    """变更请求：选现在要求什么，写明全部要求；没有选的不收 (ARL 15, 17)."""
    taken = await registered(hub)
    await phone.sign_in(taken.number)
    await applied(phone)
    path = f"/party/act/{await case_of(hub, 'reconsideration.received.v1')}/request"
    assert path in (await phone.get()).text
    assert (await phone.fill(path, sought="", text="请求确认违法")).status_code == 422
    await phone.done(path, sought="confirmed_illegal", text="请求确认处罚决定违法")
    fact = await last(hub, "reconsideration.request_changed.v1")
    assert (fact["sought"], fact["to_be_told"]) == (["confirmed_illegal"], False)
    assert "收到新的复议请求" in (await phone.get()).text


async def test_a_fine_on_the_spot_is_complained_of_through_the_organ_that_fined(
    hub: Hub, phone: Telephone
) -> None:
    """当场处罚的，可以交给作出处罚的机关，由它改正或者转送 (ARL 32; ARR2026 38)."""
    taken = await registered(hub)
    await phone.sign_in(taken.number)
    await applied(phone, fine="on_the_spot")
    fact = await last(hub, "reconsideration.handed_in.v1")
    assert (fact["organ"], fact["fine"], fact["manner"]) == (
        "620702-chengguan",
        "on_the_spot",
        "internet",
    )
    assert "罚款的机关收到您的复议申请" in (await phone.get()).text


async def test_an_applicant_who_was_told_so_names_the_right_respondent(
    hub: Hub, phone: Telephone
) -> None:
    """告知以后，申请人自己换成通知里写的机关；没有告知的，没有这一项 (ARR2026 29)."""
    taken = await registered(hub)
    await phone.sign_in(taken.number)
    await applied(phone)
    case_id = await case_of(hub, "reconsideration.received.v1")
    path = f"/party/act/{case_id}/respondent"
    assert path not in (await phone.get()).text
    await officer(
        hub,
        respondent.tell_to_change,
        case_id,
        text="请变更为作出处罚决定的机关",
        organ="620702-shijian",
    )
    assert path in (await phone.get()).text
    await phone.done(path, text="我同意变更被申请人")
    fact = await last(hub, "reconsideration.respondent_changed.v1")
    assert (fact["before"], fact["respondent"]) == ("620702-chengguan", "620702-shijian")
    assert date.fromisoformat(fact["head"]["on"])
    assert path not in (await phone.get()).text
