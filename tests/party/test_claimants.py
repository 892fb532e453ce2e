"""赔偿请求是谁的: asked of those who apply together online (ARL 72)."""

import re
from collections.abc import AsyncIterator
from uuid import UUID

import pytest

from services.intake.commands import Party
from services.reconsideration.store import CASES
from shared.contracts.intake import Side
from shared.people import Person
from shared.work import Hub
from tests.party.telephone import APPLICANT, Telephone, registered, telephone

QUESTION = "是谁的赔偿？"
ACT = {"respondent": "620702-chengguan", "act": "penalty", "learnt_on": "2026-11-02"}
SAID = {"request": "请求撤销处罚决定", "facts": "摊位在划定的区域以内", "compensation": "赔二千元"}


@pytest.fixture
async def phone(hub: Hub) -> AsyncIterator[Telephone]:
    async with telephone(hub) as found:
        yield found


async def together(hub: Hub) -> str:
    """A dispute of two applicants with one telephone; its number."""
    other = Party(Side.APPLICANT, Person("马小某", phone=APPLICANT))
    return (await registered(hub, more=(other,))).number


@pytest.mark.parametrize("whose", ["马小某", ""])
async def test_those_who_apply_together_say_whose_claim_it_is(
    hub: Hub, phone: Telephone, whose: str
) -> None:
    """网上共同申请的，选赔偿请求是谁的；不选的是一起请求的 (ARL 72)."""
    await phone.sign_in(await together(hub))
    page = await phone.get("/party/reconsideration")
    page = await phone.send("/party/reconsideration", page, **ACT, told_remedies="true", go="next")
    assert QUESTION in page.text
    [value] = re.findall(r'<option value="([^"]*)"[^>]*>' + (whose or "我们一起请求的"), page.text)
    page = await phone.send("/party/reconsideration", page, **SAID, claimants=value, go="next")
    assert (f"<dd>{whose}</dd>" in page.text) is bool(whose)
    sent = await phone.send("/party/reconsideration", page, go="send")
    case, _ = await hub.read(CASES, UUID(sent.headers["location"].split("/")[3]))
    [one] = case.claims
    assert one.claimants == ((UUID(value),) if whose else ())


async def test_who_applies_alone_is_not_asked(hub: Hub, phone: Telephone) -> None:
    """一个人申请的，不问赔偿请求是谁的 (ARL 72)."""
    await phone.sign_in((await registered(hub)).number)
    page = await phone.get("/party/reconsideration")
    page = await phone.send("/party/reconsideration", page, **ACT, told_remedies="true", go="next")
    assert QUESTION not in page.text
    assert "要一并请求赔偿吗" in page.text
