"""以谁的名义申请, said by a party on its own page (ARR2026 12 to 16, 27)."""

import re
from collections.abc import AsyncIterator

import pytest

from shared.work import Hub
from tests.party.telephone import Telephone, last, registered, settle, telephone
from tests.party.test_acts import PENALTY, REQUEST
from tests.party.test_handing_in import PDF, sha

STATED = "reconsideration.capacity_stated.v1"


@pytest.fixture
async def phone(hub: Hub) -> AsyncIterator[Telephone]:
    async with telephone(hub) as found:
        yield found


async def test_a_firm_says_in_whose_name_it_applies_and_hands_its_papers_in_later(
    hub: Hub, phone: Telephone
) -> None:
    """网上申请写明以谁的名义、由谁出面；证明可以受理以前再补 (ARR2026 13, 27; ARL 31)."""
    taken = await registered(hub)
    await phone.sign_in(taken.number)
    page = await phone.get("/party/reconsideration")
    page = await phone.send("/party/reconsideration", page, **PENALTY, go="next")
    assert "以谁的名义申请？" in page.text
    firm = {"sort": "partnership", "through": "executive_partner"}
    page = await phone.send("/party/reconsideration", page, **REQUEST, **firm, go="next")
    assert "登记了的合伙企业" in page.text
    page = await phone.send("/party/reconsideration", page, go="send")
    assert page.status_code == 303, page.text
    fact = await last(hub, STATED)
    assert (fact["applicant_sort"], fact["through"]) == ("partnership", "executive_partner")
    assert fact["papers"] == []
    await settle(hub)
    [path] = set(re.findall(r"/party/act/[0-9a-f-]+/capacity", (await phone.get()).text))
    form = await phone.get(path)
    said = {**firm, "paper_1": "licence", "text": "营业执照一份"}
    done = await phone.send(path, form, [("执照.pdf", PDF)], **said)
    assert done.status_code == 303, done.text
    fact = await last(hub, STATED)
    assert (fact["papers"], fact["attachments"]) == (["licence"], [sha(PDF)])


async def test_a_citizen_who_applies_for_itself_states_nothing(hub: Hub, phone: Telephone) -> None:
    """公民本人申请的，不必填，也不另记一页 (ARL 14)."""
    taken = await registered(hub)
    await phone.sign_in(taken.number)
    page = await phone.get("/party/reconsideration")
    himself = {**REQUEST, "through": "oneself"}  # as its form begins
    for typed in ({**PENALTY, "go": "next"}, {**himself, "go": "next"}, {"go": "send"}):
        page = await phone.send("/party/reconsideration", page, **typed)
    assert page.status_code == 303, page.text
    found = await hub.pool.fetchval("SELECT count(*) FROM hub.outbox WHERE kind = $1", STATED)
    assert found == 0


async def test_a_sole_trader_who_acts_itself_says_so_by_one_entry(
    hub: Hub, phone: Telephone
) -> None:
    """个体工商户“就是我”的，写明是本人出面，不是没有写明 (ARR2026 12)."""
    taken = await registered(hub)
    await phone.sign_in(taken.number)
    page = await phone.get("/party/reconsideration")
    page = await phone.send("/party/reconsideration", page, **PENALTY, go="next")
    asked = page.text[page.text.index('id="f-through"') :]
    options = re.findall(r'<option value="([^"]*)"', asked[: asked.index("</select>")])
    assert options[0] == "oneself"
    assert options.count("oneself") == 1
    trader = {"sort": "self_employed", "through": options[0], "paper_1": "licence"}
    page = await phone.send("/party/reconsideration", page, **REQUEST, **trader, go="next")
    page = await phone.send("/party/reconsideration", page, go="send")
    assert page.status_code == 303, page.text
    assert (await last(hub, STATED))["through"] == "oneself"


async def test_members_say_how_many_of_how_many_apply(hub: Hub, phone: Telephone) -> None:
    """集体经济组织成员申请的，写明多少人申请、一共多少人 (ARR2026 15)."""
    taken = await registered(hub)
    await phone.sign_in(taken.number)
    page = await phone.get("/party/reconsideration")
    page = await phone.send("/party/reconsideration", page, **PENALTY, go="next")
    assert 'value="partners"' not in page.text
    assert "全体合伙人一起到窗口申请" in page.text
    members = {"sort": "members", "through": "themselves", "applying": "5", "total": "9"}
    page = await phone.send("/party/reconsideration", page, **REQUEST, **members, go="next")
    page = await phone.send("/party/reconsideration", page, go="send")
    assert page.status_code == 303, page.text
    fact = await last(hub, STATED)
    assert (fact["applying"], fact["total"], fact["area_percent"]) == (5, 9, None)
