"""会话中途结束: what was typed is not lost, and nobody else ever sees it."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Final
from unittest.mock import AsyncMock

import httpx
import pytest

from shared.clock import StillClock
from shared.errors import Away
from shared.party import acting, lookup
from shared.work import Hub
from tests.party.telephone import APPLICANT, OPPONENT, Telephone, registered, telephone

REASON: Final = "双方已经和好，不再追究"
AN_HOUR: Final = timedelta(minutes=61)


@pytest.fixture
async def phone(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Telephone]:
    monkeypatch.setattr(lookup, "ANSWERED_AFTER_SECONDS", 0.0)
    async with telephone(hub) as found:
        yield found


async def too_late(phone: Telephone, path: str, clock: StillClock, **typed: str) -> httpx.Response:
    """Fill in a form, be away for an hour, and send it."""
    form = await phone.get(path)
    clock.move_to(clock.now() + AN_HOUR)
    phone.web.cookies.clear()  # a browser has forgotten it by now
    late = await phone.send(path, form, **typed)
    assert late.status_code == 401
    return late


async def test_what_was_typed_when_the_session_ended_is_back_after_looking_up_again(
    hub: Hub, phone: Telephone, clock: StillClock
) -> None:
    """不用脚本：会话结束后提交的，重新核对身份即回到原表，看过再交；号码输错也不丢."""
    taken = await registered(hub)
    path = f"/party/act/{taken.case_id}/withdrawal"
    await phone.sign_in(taken.number)
    late = await too_late(phone, path, clock, reason=REASON)
    assert "刚才填的没有丢" in late.text
    assert REASON not in late.text, "whoever holds the telephone now may be somebody else"
    wrong = await phone.send("/party", late, number=taken.number, phone="13700000000")
    assert wrong.status_code == 404
    back = await phone.send("/party", wrong, number=taken.number, phone=APPLICANT)
    assert back.status_code == 200
    assert f">{REASON}</textarea>" in back.text
    assert "请看一遍再交" in back.text
    assert await hub.pool.fetchval(WITHDRAWN) == 0, "nothing is done before the party says so"
    done = await phone.send(path, back, reason=REASON)
    assert done.status_code == 303
    assert await hub.pool.fetchval(WITHDRAWN) == 1


async def test_whoever_types_is_at_work_and_the_hour_begins_anew(
    hub: Hub, phone: Telephone, clock: StillClock
) -> None:
    """写申请超过一个小时的，边写边续，不必重新核对；页面知道多久要重新核对 (WCAG 2.2.1)."""
    taken = await registered(hub)
    await phone.sign_in(taken.number)
    form = await phone.get(f"/party/act/{taken.case_id}/withdrawal")
    assert 'data-idle="3600" data-stay="/party/at-work"' in form.text
    for _ in range(2):
        clock.move_to(clock.now() + timedelta(minutes=59))
        assert (await phone.send("/party/at-work", form)).status_code == 204
    clock.move_to(clock.now() + timedelta(minutes=59))
    assert (await phone.get()).status_code == 200


async def test_what_was_typed_opens_for_nobody_else(
    hub: Hub, phone: Telephone, clock: StillClock
) -> None:
    """填的内容只回到同一当事人的同一件纠纷；对方、别的纠纷、改过的、过了一天的都打不开."""
    mine = await registered(hub)
    other = await registered(hub, "key-0000002", subject="另一件事", matter="linli")
    await phone.sign_in(mine.number)
    late = await too_late(phone, f"/party/act/{mine.case_id}/withdrawal", clock, reason=REASON)
    for number, called in ((mine.number, OPPONENT), (other.number, APPLICANT)):
        answer = await phone.send("/party", late, number=number, phone=called)
        assert answer.headers["location"] == "/party/case"
        assert REASON not in (await phone.get()).text
    for forged in ("x", "AAAA" * 20, ""):
        said = {"number": mine.number, "phone": APPLICANT, "kept": forged}
        assert (await phone.send("/party", late, **said)).status_code == 303
    clock.move_to(clock.now() + timedelta(days=1))
    stale = await phone.send("/party", late, number=mine.number, phone=APPLICANT)
    assert stale.status_code == 303


async def test_an_application_half_written_goes_on_at_its_step(
    hub: Hub, phone: Telephone, clock: StillClock
) -> None:
    """申请复议写到第二步断了，核对后仍在第二步，前一步填的也在 (ARL 22)."""
    taken = await registered(hub)
    await phone.sign_in(taken.number)
    path = "/party/reconsideration"
    first = await phone.get(path)
    act = {"respondent": "620702-chengguan", "act": "penalty", "learnt_on": "2026-11-02"}
    second = await phone.send(path, first, **act, told_remedies="true", go="next")
    clock.move_to(clock.now() + AN_HOUR)
    typed = {"request": "请求撤销处罚决定", "facts": "摊位在划定的区域以内"}
    late = await phone.send(path, second, **typed, go="next")
    assert late.status_code == 401
    back = await phone.send("/party", late, number=taken.number, phone=APPLICANT)
    assert "第 2 步" in back.text
    assert "摊位在划定的区域以内</textarea>" in back.text
    third = await phone.send(path, back, **typed, go="next")
    assert "向甘州区人民政府申请行政复议" in third.text


async def test_a_form_of_one_party_is_not_lost_where_another_looked_up_meanwhile(
    hub: Hub, phone: Telephone
) -> None:
    """同一手机上别人查了自己的，原来那张表也不以别人的名义提交，填的还能找回."""
    taken = await registered(hub)
    path = f"/party/act/{taken.case_id}/withdrawal"
    await phone.sign_in(taken.number)
    form = await phone.get(path)
    await phone.sign_in(taken.number, OPPONENT)
    late = await phone.send(path, form, reason=REASON)
    assert late.status_code == 401
    back = await phone.send("/party", late, number=taken.number, phone=APPLICANT)
    assert REASON in back.text


@pytest.mark.parametrize("fault", [Away("away"), ZeroDivisionError()])
async def test_what_was_typed_while_the_hub_was_away_is_sent_again_with_one_press(
    hub: Hub, phone: Telephone, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    """系统出故障时交的，用平常话说明没有收下，填的都在，过后一按就再交."""
    taken = await registered(hub)
    path = f"/party/act/{taken.case_id}/withdrawal"
    await phone.sign_in(taken.number)
    form = await phone.get(path)
    with monkeypatch.context() as broken:
        broken.setattr(acting, "dispute_of", AsyncMock(side_effect=fault))
        lost = await phone.send(path, form, reason=REASON)
    assert lost.status_code == (503 if isinstance(fault, Away) else 500)
    assert "您刚才交的没有收下" in lost.text
    assert "数据库" not in lost.text
    assert await hub.pool.fetchval(WITHDRAWN) == 0
    assert (await phone.send(path, lost)).status_code == 303
    assert await hub.pool.fetchval(WITHDRAWN) == 1


WITHDRAWN: Final = "SELECT count(*) FROM hub.outbox WHERE kind = 'intake.withdrawn.v1'"
