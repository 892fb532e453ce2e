"""申请复议: silence of an organ, and several organs, told in steps of which each keeps the others.

What is told in the first step is what decides from when one may apply (ARL 19, 20; ARR2026 24).
"""

from collections.abc import AsyncIterator
from typing import Final

import httpx
import pytest

from shared.work import Hub
from tests.party.telephone import Telephone, last, registered, telephone
from tests.party.test_acts import CITY_MANAGEMENT, PENALTY, REQUEST
from tests.reconsideration.makers import OTHER

PATH: Final = "/party/reconsideration"
RECEIVED: Final = "reconsideration.received.v1"
SILENT: Final = {
    "respondent": CITY_MANAGEMENT,
    "act": "licence",
    "omission": "true",
    "requested_on": "2026-09-01",
    "duty_within": "20个工作日",
}


@pytest.fixture
async def phone(hub: Hub) -> AsyncIterator[Telephone]:
    taken = await registered(hub)
    async with telephone(hub) as found:
        yield await found.sign_in(taken.number)


async def stepped(phone: Telephone, first: dict[str, str], **more: str) -> httpx.Response:
    """Step by step, each typing its own answers only, as a browser sends them."""
    page = await phone.get(PATH)
    for typed in (first, {**REQUEST, **more}, {}):
        page = await phone.send(PATH, page, **typed, go="send" if not typed else "next")
    return page


async def test_what_is_said_of_silence_is_kept_over_all_steps(hub: Hub, phone: Telephone) -> None:
    """机关没有办的、何时收到申请、规定多少天办完，三步都留着 (ARR2026 24)."""
    sent = await stepped(phone, SILENT)
    assert sent.status_code == 303, sent.text
    fact = await last(hub, RECEIVED)
    assert (fact["omission"], fact["requested_on"]) == (True, "2026-09-01")
    assert (fact["duty_within"], fact["urgent"], fact["learnt_on"]) == ("20wd", False, None)


async def test_two_organs_that_acted_together_are_both_named(hub: Hub, phone: Telephone) -> None:
    """共同作出的，两个机关都是被申请人 (ARL 19)."""
    sent = await stepped(phone, {**PENALTY, "joint": OTHER})
    assert sent.status_code == 303, sent.text
    said = await hub.pool.fetchval(
        "SELECT body FROM hub.outbox WHERE kind LIKE 'reconsideration.%' AND body LIKE $1",
        f"%{OTHER}%",
    )
    assert said


async def test_that_the_organ_acted_is_said_and_not_presumed_away(
    hub: Hub, phone: Telephone
) -> None:
    """答复了、只是没有写日期的，不推定为没有履行职责 (ARR2026 24)."""
    acted = {**PENALTY, "act": "inaction", "omission": "false"}
    sent = await stepped(phone, acted)
    assert sent.status_code == 303, sent.text
    assert (await last(hub, RECEIVED))["omission"] is False


@pytest.mark.parametrize(
    ("said", "hint"),
    [
        ({"act": "penalty"}, "机关一直没有办的，改上面的类别"),
        ({"act_done_on": "2026-10-01"}, "机关一直没有办的，没有决定书，这里不填"),
        ({"omission": "false", "learnt_on": "2026-11-02"}, "机关一直没有办的才填，这里不填"),
        ({"omission": "", "learnt_on": "2026-11-02"}, "这一类要选一项"),
        ({"duty_within": "很快"}, "比如：20个工作日"),
        ({"urgent": "true"}, "只有请求保护人身、财产的才选“是”"),
    ],
)
async def test_what_does_not_go_together_is_told_in_the_step_in_which_it_was_said(
    phone: Telephone, said: dict[str, str], hint: str
) -> None:
    """对不上的，当步指出，不到最后才退回 (ARL 30, 31)."""
    first = await phone.get(PATH)
    told = await phone.send(PATH, first, **{"told_remedies": "true", **SILENT, **said}, go="next")
    assert told.status_code == 422
    assert hint in told.text
    assert "第 1 步" in told.text


async def test_two_organs_are_not_applied_against_through_the_one_that_fined(
    phone: Telephone,
) -> None:
    """通过处罚机关申请的，不能同时列共同被申请人 (ARL 19, 32)."""
    page = await phone.get(PATH)
    page = await phone.send(PATH, page, **PENALTY, joint="620702-government", go="next")
    told = await phone.send(PATH, page, **REQUEST, fine="on_the_spot", go="next")
    assert told.status_code == 422
    assert "直接向复议机关申请" in told.text
    assert "第 2 步" in told.text


async def test_who_comes_before_the_organ_s_time_is_over_reads_so(phone: Telephone) -> None:
    """履行期限没有满的，先告诉还不能申请；情况紧急的除外 (ARR2026 24)."""
    early = {**SILENT, "requested_on": "2026-11-20"}
    page = await phone.get(PATH)
    page = await phone.send(PATH, page, **early, go="next")
    third = await phone.send(PATH, page, **REQUEST, go="next")
    assert "现在申请太早" in third.text
    first = await phone.get(PATH)
    urgent = {**early, "act": "inaction", "urgent": "true"}
    second = await phone.send(PATH, first, **urgent, go="next")
    third = await phone.send(PATH, second, **REQUEST, go="next")
    assert "现在申请太早" not in third.text
