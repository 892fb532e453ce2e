"""办理: what a party sees of its own dispute, and what it does there by itself."""

import json
import re
from collections.abc import AsyncIterator
from datetime import datetime
from uuid import UUID

import pytest

from deploy import compose
from services.mediation.store import mediation_of
from services.routing.commands import departments
from services.routing.store import WHISTLES, files_of
from shared.auth import Role
from shared.clock import CITY, StillClock
from shared.contracts.catalogue import KINDS
from shared.contracts.routing import Finding
from shared.party.deeds import DEEDS
from shared.party.words import STEPS, UNTOLD
from shared.work import Act, Hub, Work
from tests.house.doors import DOORS
from tests.party.telephone import (
    OPPONENT,
    Telephone,
    last,
    registered,
    settle,
    telephone,
)

GOVERNMENT, CITY_MANAGEMENT = "620702-government", "620702-chengguan"
PENALTY = {
    "respondent": CITY_MANAGEMENT,
    "act": "penalty",
    "learnt_on": "2026-11-02",
    "told_remedies": "true",
    "act_number": "甘综执罚字〔2026〕12号",
}
REQUEST = {"request": "请求撤销处罚决定", "facts": "摊位在划定的区域以内，有许可证。"}


@pytest.fixture
async def phone(hub: Hub) -> AsyncIterator[Telephone]:
    async with telephone(hub) as found:
        yield found


async def finished(hub: Hub, dispute_id: UUID) -> UUID:
    """Let the departments that were called do what they must, up to the lead's finish."""
    case_id = await hub.pool.fetchval(
        "SELECT case_id FROM hub.file WHERE dispute_id = $1 AND procedure = 'whistle'", dispute_id
    )

    def work_through(work: Work) -> None:
        whistle = work.take(WHISTLES, case_id)
        for code in (*(c for c in whistle.tracks if c != whistle.lead), whistle.lead):
            if whistle.tracks[code] in {"called", "checked_in"}:
                departments.check_in(work, case_id, code, by="d-1")
                departments.answer(work, case_id, code, Finding.SOLVED, "已修复", by="d-1")
        departments.finish(work, case_id, whistle.lead, "验收单", by="d-1")

    await hub.act(Act(do=work_through, files=files_of(dispute_id)))
    return UUID(str(case_id))


def test_every_step_is_told_in_plain_words_or_is_the_offices_own() -> None:
    """每一种事实，要么用大白话告诉当事人，要么是机关之间的事."""
    assert set(STEPS).isdisjoint(UNTOLD)
    assert set(STEPS) | UNTOLD == set(KINDS)


async def test_the_page_says_who_has_it_until_when_and_what_one_can_do(
    hub: Hub, phone: Telephone
) -> None:
    """办到哪了、谁负责、什么时候到期、可以做什么、走到今天的经过."""
    taken = await registered(hub)
    await settle(hub)
    page = (await (await phone.sign_in(taken.number)).get()).text
    assert "部门一起办" in page
    assert re.search(
        r"现在由谁负责：</p>\s*<ul>(?:(?!</ul>).)*局，电话 <a[^>]*>0936-5551", page, re.DOTALL
    )
    assert re.search(r"登记窗口：[^<]*窗口，电话 <a[^>]*>0936-5551101</a>", page)
    assert re.search(r"2026年11月\d+日（周.）", page)
    assert "这个日子怎么算出来的" in page
    assert "撤回这件事" in page
    assert "您的事情已经登记" in page
    assert not re.search(r"[a-z_]+\.[a-z_]+\.v1", page)


async def test_anothers_dispute_is_not_there(hub: Hub, phone: Telephone) -> None:
    """只能看、只能办自己的事，连有没有都看不出."""
    mine = await registered(hub)
    other = await registered(hub, "key-0000002", subject="另一件事", matter="linli")
    await settle(hub)
    await phone.sign_in(mine.number)
    for path in (
        f"/party/act/{other.case_id}/withdrawal",
        f"/party/receipt/{other.case_id}/1",
        f"/party/act/{mine.case_id}/nothing",
    ):
        assert (await phone.get(path)).status_code == 404


async def test_whoever_brought_a_dispute_takes_it_back_and_has_a_receipt(
    hub: Hub, phone: Telephone
) -> None:
    """撤回：先说明后果，办完有回执，记明是本人所办 (RULES 3)."""
    taken = await registered(hub)
    path = f"/party/act/{taken.case_id}/withdrawal"
    await phone.sign_in(taken.number)
    form = await phone.get(path)
    assert "不再往下办" in form.text
    receipt = await phone.done(path, reason="双方和好了")
    assert taken.number in receipt
    assert "已经撤回" in receipt
    fact = await last(hub, "intake.withdrawn.v1")
    assert fact["head"]["by"].startswith("party-")
    again = await phone.send(path, form)
    assert again.status_code in {409, 412}
    assert "faults" in again.text


async def test_the_other_side_does_not_take_it_back(hub: Hub, phone: Telephone) -> None:
    """不是提出纠纷的一方，没有这一项；硬要提交的，说明依据 (RULES 3)."""
    taken = await registered(hub)
    await phone.sign_in(taken.number, OPPONENT)
    assert "撤回这件事" not in (await phone.get()).text
    path = f"/party/act/{taken.case_id}/withdrawal"
    refused = await phone.fill(path, reason="不想让他告")
    assert refused.status_code == 409
    assert "《枢纽办理规则》第3条" in refused.text
    assert "不想让他告" in refused.text


async def test_a_form_of_another_page_is_not_taken(hub: Hub, phone: Telephone) -> None:
    """跨站提交的表不收."""
    taken = await registered(hub)
    await phone.sign_in(taken.number)
    path = f"/party/act/{taken.case_id}/withdrawal"
    assert (await phone.web.post(path, data={"_csrf": "x"})).status_code == 401
    assert await hub.pool.fetchval(COUNT, "intake.withdrawn.v1") == 0


async def test_a_party_answers_the_callback(hub: Hub, phone: Telephone) -> None:
    """自己答复回访：没选全的当即告知，答完即为回访 (RULES 36)."""
    taken = await registered(hub)
    await settle(hub)
    whistle = await finished(hub, taken.case_id)
    await phone.sign_in(taken.number)
    path = f"/party/act/{whistle}/callback"
    assert path in (await phone.get()).text
    half = await phone.fill(path, solved="true", note="修好了")
    assert half.status_code == 422
    assert "修好了" in half.text
    assert re.search(r'value="true" checked', half.text)
    receipt = await phone.done(path, solved="true", satisfied="true", note="修好了")
    assert "回访" in receipt
    fact = await last(hub, "routing.called_back.v1")
    assert (fact["reached"], fact["solved"], fact["satisfied"]) == (True, True, True)
    assert fact["head"]["by"].startswith("party-")
    assert (await last(hub, "routing.whistle_closed.v1"))["end"] == "solved"


async def test_a_party_that_is_not_satisfied_has_it_done_again(hub: Hub, phone: Telephone) -> None:
    """不满意的重新办理 (RULES 39)."""
    taken = await registered(hub)
    await settle(hub)
    whistle = await finished(hub, taken.case_id)
    await phone.sign_in(taken.number)
    await phone.done(f"/party/act/{whistle}/callback", solved="false", satisfied="false")
    assert await hub.pool.fetchval(COUNT, "routing.whistle_reopened.v1") == 1
    assert "重新办一遍" in (await phone.get()).text


async def test_one_asks_for_mediation_and_the_other_says_yes_or_no(
    hub: Hub, phone: Telephone
) -> None:
    """一方申请调解，另一方自己表示同意或者不同意 (PML 17)."""
    taken = await registered(hub)
    await settle(hub)
    await phone.sign_in(taken.number)
    wrong = await phone.fill("/party/mediation", text="")
    assert (wrong.status_code, "faults" in wrong.text) == (422, True)
    chosen = re.findall(r'<option value="(\d+-mediation)"', wrong.text)
    await phone.done("/party/mediation", text="请求修好电梯", committee=chosen[0])
    case_id = mediation_of(taken.case_id)
    async with telephone(hub) as other:
        await other.sign_in(taken.number, OPPONENT)
        page = (await other.get()).text
        assert f"/party/act/{case_id}/refusal" in page
        await other.done(f"/party/act/{case_id}/consent")
    assert (await last(hub, "mediation.both_consented.v1"))["head"]["case_id"] == str(case_id)


async def test_reconsideration_is_applied_for_in_three_steps(
    hub: Hub, phone: Telephone, clock: StillClock
) -> None:
    """网上申请复议：缺什么当即告知，填过的都留着，写明期限怎样算出 (ARL 22, 30; ARR 28)."""
    taken = await registered(hub)
    await phone.sign_in(taken.number)
    path = "/party/reconsideration"
    assert path in (await phone.get()).text
    first = await phone.get(path)
    short = await phone.send(path, first, **{**PENALTY, "learnt_on": "", "act": "", "go": "next"})
    assert short.status_code == 422
    assert "还差 2 项" in short.text
    assert "《行政复议法》第20条第1款" in short.text
    assert 'value="甘综执罚字〔2026〕12号"' in short.text
    second = await phone.send(path, short, **PENALTY, go="next")
    assert "第 2 步" in second.text
    none = await phone.send(path, second, go="next")
    assert "还差 2 项" in none.text
    third = await phone.send(path, none, **REQUEST, go="next")
    assert "向甘州区人民政府申请行政复议" in third.text
    assert "2027年1月4日" in third.text
    assert "摊位在划定的区域以内" in third.text
    back = await phone.send(path, third, go="back")
    assert "请求撤销处罚决定" in back.text
    third = await phone.send(path, back, **REQUEST, go="next")
    sent = await phone.send(path, third, go="send")
    assert sent.status_code == 303, sent.text
    receipt = await phone.get(sent.headers["location"])
    assert "甘州区人民政府" in receipt.text
    assert "行政复议申请" in receipt.text
    fact = await last(hub, "reconsideration.received.v1")
    assert (fact["manner"], fact["respondent"]) == ("internet", CITY_MANAGEMENT)
    assert (fact["head"]["on"], fact["learnt_on"]) == ("2026-11-23", "2026-11-02")
    clock.move_to(datetime(2026, 11, 24, 10, tzinfo=CITY))
    page = (await phone.sign_in(taken.number)) and (await phone.get()).text
    [withdrawal] = re.findall(r"/party/act/[0-9a-f-]+/withdrawal(?=\">撤回复议申请)", page)
    await phone.done(withdrawal, settled="false")
    assert (await last(hub, "reconsideration.withdrawn.v1"))["head"]["by"].startswith("party-")


async def test_who_applied_once_applies_again_against_another_act(
    hub: Hub, phone: Telephone
) -> None:
    """已有复议案卷的，还可以对另一个决定申请 (ARL 22, 30)."""
    taken = await registered(hub)
    await phone.sign_in(taken.number)
    path = "/party/reconsideration"
    for number, more in ((12, {}), (13, {"real_estate": "true"})):
        page = await phone.get(path)
        said = {**PENALTY, **REQUEST, **more, "act_number": f"甘综执罚字〔2026〕{number}号"}
        for go in ("next", "next", "send"):
            page = await phone.send(path, page, **said, go=go)
        assert page.status_code == 303, page.text
        assert "再申请一次行政复议" in (await phone.get()).text
    asked = "SELECT body FROM hub.outbox WHERE kind = 'reconsideration.received.v1' ORDER BY seq"
    facts = [json.loads(row["body"]) for row in await hub.pool.fetch(asked)]
    assert [one["real_estate"] for one in facts] == [False, True]


async def test_who_applies_twice_against_one_act_is_told_so_at_once_and_not_turned_away(
    hub: Hub, phone: Telephone, clock: StillClock
) -> None:
    """就同一决定再次申请的照样收下，当场告知以前的申请在办，写明自己的编号 (ARL 30)."""
    taken = await registered(hub)
    path, told = "/party/reconsideration", []
    for on in (23, 24):
        clock.move_to(datetime(2026, 11, on, 10, tzinfo=CITY))
        await phone.sign_in(taken.number)
        page = await phone.get(path)
        for go in ("next", "next", "send"):
            page = await phone.send(path, page, **PENALTY, **REQUEST, go=go)
        assert page.status_code == 303, page.text
        told.append((await phone.get(page.headers["location"])).text)
    assert "以前就这个决定申请过" not in told[0]
    assert f"以前就这个决定申请过（{taken.number}），还在办，不影响这次申请" in told[1]
    asked = "SELECT count(*) FROM hub.outbox WHERE kind = 'reconsideration.received.v1'"
    assert await hub.pool.fetchval(asked) == 2


async def test_the_other_side_sees_nothing_of_a_reconsideration(hub: Hub, phone: Telephone) -> None:
    """复议案卷只给申请人看 (ARL 36)."""
    taken = await registered(hub)
    await phone.sign_in(taken.number)
    page = await phone.get("/party/reconsideration")
    for typed in ({**PENALTY, "go": "next"}, {**REQUEST, "go": "next"}, {"go": "send"}):
        page = await phone.send("/party/reconsideration", page, **typed)
    assert page.status_code == 303
    async with telephone(hub) as other:
        await other.sign_in(taken.number, OPPONENT)
        assert "收到行政复议申请" not in (await other.get()).text
        assert (await other.get(page.headers["location"])).status_code == 404


def test_every_act_of_a_party_has_a_door_that_takes_a_party() -> None:
    """页面上的每一件事都有办理的门，门也认当事人."""
    for office, slug in DEEDS:
        [path] = [p for p in compose.office(office).acts if p.endswith(f"/{slug}")]
        assert Role.PARTY in DOORS[path], path


COUNT = "SELECT count(*) FROM hub.outbox WHERE kind = $1"
