"""申请复议: silence of an organ, and several organs, told in steps of which each keeps the others.

What is told in the first step is what decides from when one may apply (ARL 19, 20; ARR2026 24).
"""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from typing import Final
from uuid import UUID

import httpx
import pytest

from services.intake.commands import Taken, take_in
from services.reconsideration.domain.filing import NO_FINDING, last_day
from services.reconsideration.store import CASES
from shared.contracts.intake import ActKind
from shared.law.calendar import CALENDAR
from shared.work import Act, Hub, Work
from tests.intake.entries import entry
from tests.party.telephone import APPLICANT, Telephone, last, registered, settle, telephone
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


async def registered_silent(hub: Hub, **more: object) -> str:
    """What a window took in of an organ that did nothing; its number."""
    made = entry(hub, "silent-0001", phone=APPLICANT, name="马某", matter="xuke")
    said = {
        "respondent": CITY_MANAGEMENT,
        "act": ActKind.LICENCE,
        "omission": True,
        "requested_on": date(2026, 9, 1),
        "duty_within": "20wd",
        **more,
    }
    known = replace(made.known, **said)  # type: ignore[arg-type]  # names by test
    [taken] = await take_in(hub, [replace(made, known=known)])
    assert isinstance(taken, Taken)
    await settle(hub)
    return taken.number


async def last_day_at_the_authority(hub: Hub) -> date | None:
    """申请期限届满日 as acceptance would find it of the application that came last."""
    case_id = UUID((await last(hub, RECEIVED))["head"]["case_id"])

    def look(work: Work) -> date | None:
        return last_day(work.take(CASES, case_id), NO_FINDING, CALENDAR)

    act = Act(do=look, files=[case_id])
    await hub.act(act)
    found: date | None = act.result
    return found


@pytest.mark.parametrize("within", ["20wd", None])
async def test_an_application_starts_with_what_the_window_was_told_and_has_the_same_last_day(
    hub: Hub, within: str | None
) -> None:
    """登记时说过的不用再填；回执、网上、行政复议机关的最后一日一致 (ARL 20; ARR2026 24)."""
    asked = date(2026, 9, 1) if within else date(2026, 8, 3)
    number = await registered_silent(hub, duty_within=within, requested_on=asked)
    told = await last(hub, "routing.road_notified.v1")
    until = date.fromisoformat(told["open_until"])
    assert (told["period_article"], told["starts_on"] < "2026-11-23") == ("ARR2026 24", True)
    async with telephone(hub) as found:
        phone = await found.sign_in(number)
        begun = await phone.get(PATH)
        assert f'value="{asked}"' in begun.text
        assert '<option value="true" selected>是，机关一直没有办</option>' in begun.text
        assert ('value="20个工作日"' in begun.text) is bool(within)
        typed = {
            "respondent": CITY_MANAGEMENT,
            "act": "licence",
            "omission": "true",
            "requested_on": asked.isoformat(),
            "duty_within": "20个工作日" if within else "",
        }
        page = await phone.send(PATH, begun, **typed, go="next")
        page = await phone.send(PATH, page, **REQUEST, go="next")
        assert f"最后一天是{until.year}年{until.month}月{until.day}日" in page.text
        sent = await phone.send(PATH, page, go="send")
        assert sent.status_code == 303, sent.text
    assert await last_day_at_the_authority(hub) == until
