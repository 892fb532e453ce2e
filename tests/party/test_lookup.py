"""查询: who may look, what is told to who may not, and how often one may be wrong."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial
from uuid import UUID

import httpx
import pytest

from services.intake.commands import Party, correct_contact
from services.intake.domain.registration import Dispute
from shared.clock import StillClock
from shared.contracts.intake import Side
from shared.party import lookup
from shared.party_link import is_sealed, link
from shared.people import Person
from shared.work import Act, Hub, Work
from tests.party.telephone import APPLICANT, OPPONENT, Telephone, registered, telephone

NOBODY = "13700000000"
PERSON = "SELECT person_id FROM hub.people WHERE phone_hash = $1"


@pytest.fixture
async def phone(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Telephone]:
    monkeypatch.setattr(lookup, "ANSWERED_AFTER_SECONDS", 0.0)
    async with telephone(hub) as found:
        yield found


def body(page: httpx.Response) -> str:
    """A page without what was typed into it."""
    return re.sub(r'value="[^"]*"', "", page.text)


async def test_number_and_telephone_together_open_one_s_own_dispute(
    hub: Hub, phone: Telephone
) -> None:
    """凭编号和登记的手机号查询本人的纠纷；怎么写都认."""
    taken = await registered(hub)
    shown = taken.number.lower().replace("-", " - ")
    await phone.sign_in(shown.replace(" ", ""), "+86 138-1111-2222")
    page = await phone.get()
    assert page.status_code == 200
    assert taken.number in page.text
    assert "甘州区" in page.text


async def test_a_number_without_dashes_or_in_full_width_opens_it_too(
    hub: Hub, phone: Telephone
) -> None:
    """编号不写连字符、用全角书写的也查得到，不算输错."""
    taken = await registered(hub)
    digits = taken.number.replace("-", "")
    wide = taken.number.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789-"})
    for typed in (digits, wide, digits):
        await phone.sign_in(typed)
    assert await hub.pool.fetchval("SELECT count(*) FROM hub.party_attempt") == 0


async def test_wrong_number_and_wrong_telephone_are_answered_alike(
    hub: Hub, phone: Telephone
) -> None:
    """编号错、手机号错、都错，答复一样，看不出纠纷是否存在."""
    taken = await registered(hub)
    answers = [
        await phone.look_up(taken.number, NOBODY),
        await phone.look_up("620702-20261123-9999999-1", APPLICANT),
        await phone.look_up("什么都不是", "不是号码"),
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert len({body(answer) for answer in answers}) == 1
    assert not any("set-cookie" in answer.headers for answer in answers)
    assert lookup.WRONG in answers[0].text
    assert 'value="什么都不是"' in answers[2].text


async def test_wrong_answers_take_the_same_time(
    hub: Hub, phone: Telephone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """答复的快慢也看不出来：一律到同一时刻才答."""
    taken = await registered(hub)
    monkeypatch.setattr(lookup, "ANSWERED_AFTER_SECONDS", 0.3)
    loop = asyncio.get_running_loop()
    for number, called in ((taken.number, NOBODY), ("620702-20261123-9999999-1", APPLICANT)):
        began = loop.time()
        await phone.look_up(number, called)
        assert loop.time() - began >= 0.3


async def test_whoever_is_wrong_five_times_waits_and_then_goes_on(
    hub: Hub, phone: Telephone, clock: StillClock
) -> None:
    """同一编号十五分钟内错五次的，对的也要等；没有的编号也一样."""
    taken = await registered(hub)
    for number in (taken.number, "620702-20261123-9999999-1"):
        for _ in range(5):
            assert (await phone.look_up(number, NOBODY)).status_code == 404
        assert (await phone.look_up(number, APPLICANT)).status_code == 429
    clock.move_to(clock.now() + timedelta(minutes=16))
    await phone.sign_in(taken.number)


async def test_who_has_the_receipt_is_not_shut_out_by_strangers(hub: Hub, phone: Telephone) -> None:
    """别人把编号试锁了，拿着回执的仍然查得到；拿着回执也只能错五次."""
    taken = await registered(hub)
    for _ in range(5):
        await phone.look_up(taken.number, NOBODY)
    refused = await phone.look_up(taken.number, APPLICANT)
    assert refused.status_code == 429
    assert lookup.BY_RECEIPT in refused.text
    seal = link(taken.number, hub.hasher).rpartition("seal=")[2]
    assert (await phone.look_up(taken.number, APPLICANT[-4:], seal=seal)).status_code == 303
    for _ in range(5):
        assert (await phone.look_up(taken.number, NOBODY[-4:], seal=seal)).status_code == 404
    refused = await phone.look_up(taken.number, APPLICANT[-4:], seal=seal)
    assert refused.status_code == 429
    assert lookup.BY_RECEIPT not in refused.text


async def test_of_many_tries_at_once_no_more_get_through(hub: Hub, phone: Telephone) -> None:
    """同时来的也只有五次，几个进程一起数."""
    taken = await registered(hub)
    async with telephone(hub, "203.0.113.9") as other:
        tries = [
            await asyncio.gather(
                *(one.look_up(taken.number, f"1370000{n:04}") for one in (phone, other))
            )
            for n in range(4)
        ]
    codes = [answer.status_code for pair in tries for answer in pair]
    assert (codes.count(404), codes.count(429)) == (5, 3)


async def test_an_address_that_tries_many_numbers_is_stopped_and_not_kept(
    hub: Hub, phone: Telephone, clock: StillClock
) -> None:
    """同一地址一小时内错三十次的要等；地址只存加密摘要，过时即删."""
    for n in range(30):
        assert (await phone.look_up(f"620702-20261123-{n:07}-1", NOBODY)).status_code == 404
    assert (await phone.look_up("620702-20261123-0000099-1", NOBODY)).status_code == 429
    keys = [row["key"] for row in await hub.pool.fetch("SELECT key FROM hub.party_attempt")]
    assert not any("198.51.100.7" in key for key in keys)
    assert sum(key.startswith("address:") for key in keys) == 30
    clock.move_to(clock.now() + timedelta(minutes=61))
    await phone.look_up("620702-20261123-0000098-1", NOBODY)
    left = await hub.pool.fetchval(
        "SELECT count(*) FROM hub.party_attempt WHERE key LIKE 'address:%'"
    )
    assert left == 1


async def test_addresses_that_differ_by_a_dot_are_counted_apart(hub: Hub) -> None:
    """只差一个点的两个地址分开数."""
    for address in ("198.51.100.11", "198.51.10.011"):
        async with telephone(hub, address) as one:
            await one.look_up("620702-20261123-0000099-1", NOBODY)
    keys = await hub.pool.fetchval(
        "SELECT count(DISTINCT key) FROM hub.party_attempt WHERE key LIKE 'address:%'"
    )
    assert keys == 2


async def test_right_answers_are_not_counted(hub: Hub, phone: Telephone) -> None:
    taken = await registered(hub)
    for _ in range(7):
        await phone.sign_in(taken.number)
    assert await hub.pool.fetchval("SELECT count(*) FROM hub.party_attempt") == 0


async def test_every_look_is_on_record(hub: Hub, phone: Telephone) -> None:
    """每次查询，查到没有查到，都记录在案."""
    taken = await registered(hub)
    await phone.look_up(taken.number, NOBODY)
    await phone.sign_in(taken.number)
    rows = await hub.pool.fetch(
        "SELECT ids::text AS ids FROM hub.people_read WHERE reader = 'party' ORDER BY read_id"
    )
    assert [len(json.loads(row["ids"])) for row in rows] == [0, 1]


async def test_a_receipt_s_code_asks_for_four_digits_and_opens_nothing_without(
    hub: Hub, phone: Telephone
) -> None:
    """回执可能遗失、被拍走：扫码后还要核对手机号后四位."""
    taken = await registered(hub)
    path = link(taken.number, hub.hasher)
    page = await phone.get(path)
    assert taken.number in page.text
    assert "最后四位" in page.text
    assert (await phone.send("/party", page, phone="")).status_code == 422
    assert (await phone.send("/party", page, phone=NOBODY[-4:])).status_code == 404
    assert (await phone.send("/party", page, phone=APPLICANT[-4:])).status_code == 303
    assert (await phone.get()).status_code == 200


async def test_four_digits_do_not_do_without_the_hub_s_seal(hub: Hub, phone: Telephone) -> None:
    """没有签章的编号，须填整个手机号."""
    taken = await registered(hub)
    four = APPLICANT[-4:]
    assert (await phone.look_up(taken.number, four)).status_code == 404
    assert (await phone.look_up(taken.number, four, seal="0" * 24)).status_code == 404
    seal = link("620702-20261123-9999999-1", hub.hasher).rpartition("seal=")[2]
    assert not is_sealed(taken.number, seal, hub.hasher)
    assert (await phone.look_up(taken.number, four, seal=seal)).status_code == 404


async def test_four_digits_of_two_telephones_open_for_neither(hub: Hub, phone: Telephone) -> None:
    """同一方两人的手机后四位相同，分不清是谁，四位就不够；整个手机号只进本人的."""
    twin = f"1395555{APPLICANT[-4:]}"
    taken = await registered(hub, more=(Party(Side.APPLICANT, Person("羊某", phone=twin)),))
    page = await phone.get(link(taken.number, hub.hasher))
    assert (await phone.send("/party", page, phone=APPLICANT[-4:])).status_code == 404
    await phone.sign_in(taken.number, twin)
    assert "要一起到窗口办：撤回这件事" in (await phone.get()).text


async def test_a_session_ends_by_itself_and_is_no_officer_s(
    hub: Hub, phone: Telephone, clock: StillClock
) -> None:
    """会话一小时不用即失效；改过的不认；当事人的会话打不开办公页面."""
    taken = await registered(hub)
    await phone.sign_in(taken.number)
    cookie = phone.web.cookies["hub_party"]
    sent_away = await phone.get("/desk")
    assert sent_away.status_code == 303
    assert sent_away.headers["location"].startswith("/sign-in?")
    clock.move_to(clock.now() + timedelta(minutes=61))
    late = await phone.get()
    assert late.status_code == 401
    assert 'href="/party"' in late.text
    phone.web.cookies.clear()
    text, _, seal = cookie.partition(".")
    for forged in (f"{text[:-4]}AAAA.{seal}", f"{text}.{'0' * len(seal)}", "x.y", "x"):
        answer = await phone.web.get("/party/case", headers={"Cookie": f"hub_party={forged}"})
        assert answer.status_code == 401


async def test_each_side_of_a_dispute_comes_in_by_its_own_telephone(
    hub: Hub, phone: Telephone
) -> None:
    """对方也能查这件事，但页面上没有任何一方的姓名、号码."""
    taken = await registered(hub)
    await phone.sign_in(taken.number, OPPONENT)
    page = await phone.get()
    assert page.status_code == 200
    for secret in ("马某", "牛某", APPLICANT, OPPONENT):
        assert secret not in page.text


async def test_a_session_that_began_by_a_telephone_ends_when_that_is_corrected(
    hub: Hub, clock: StillClock, phone: Telephone
) -> None:
    """电话在窗口更正以后，凭原电话查询的会话随即终止；凭新电话、对方当事人的照常 (RULES 163)."""
    taken = await registered(hub)
    await phone.sign_in(taken.number)
    clock.forward(timedelta(minutes=5))
    form = await phone.get()
    async with telephone(hub, "198.51.100.8") as other:
        await other.sign_in(taken.number, OPPONENT)
        person = await hub.pool.fetchval(PERSON, hub.hasher(APPLICANT))
        said = (taken.case_id, person, NOBODY, hub.hasher(NOBODY))
        clock.forward(timedelta(minutes=1))
        do = partial(_correct, said=said)
        await hub.act(Act(do=do, files=[taken.case_id]))
        others = await other.get()
        assert others.status_code == 200
        assert "窗口改了一位当事人留的电话；改的是您的" in others.text
    clock.forward(timedelta(minutes=1))
    gone = await phone.get()
    assert gone.status_code == 401
    assert "已经在窗口更正" in gone.text
    assert (await phone.send("/party/at-work", form)).status_code == 401
    assert (await phone.look_up(taken.number, APPLICANT)).status_code == 404
    await phone.sign_in(taken.number, NOBODY)
    assert "改的是您的，往后用新电话查" in (await phone.get()).text


async def test_whose_telephone_was_corrected_comes_in_by_it_also_where_the_clock_was_moved(
    hub: Hub, phone: Telephone
) -> None:
    """枢纽时钟前移以后更正电话的，凭新电话照常查询 (RULES 163)."""
    taken = await registered(hub)
    await hub.pool.execute("UPDATE hub.clock SET shift = interval '3 days'")
    person = await hub.pool.fetchval(PERSON, hub.hasher(APPLICANT))
    said = (taken.case_id, person, NOBODY, hub.hasher(NOBODY))
    await hub.act(Act(do=partial(_correct, said=said), files=[taken.case_id]))
    await phone.sign_in(taken.number, NOBODY)
    assert (await phone.get()).status_code == 200


def _correct(work: Work, said: tuple[UUID, UUID, str, str | None]) -> Dispute:
    return correct_contact(work, *said, by="window-1")
