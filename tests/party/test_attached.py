"""附带审查 asked for by a party on its own page (ARL 13)."""

import re
from collections.abc import AsyncIterator

import pytest

from shared.work import Hub
from tests.party.telephone import Telephone, last, registered, settle, telephone
from tests.party.test_acts import PENALTY, REQUEST


@pytest.fixture
async def phone(hub: Hub) -> AsyncIterator[Telephone]:
    async with telephone(hub) as found:
        yield found


async def test_an_applicant_has_the_document_behind_the_act_reviewed_in_plain_words(
    hub: Hub, phone: Telephone
) -> None:
    """申请人在自己的页面上提出附带审查：先说明哪些文件可以，办完有回执 (ARL 13)."""
    taken = await registered(hub)
    await phone.sign_in(taken.number)
    page = await phone.get("/party/reconsideration")
    for typed in ({**PENALTY, "go": "next"}, {**REQUEST, "go": "next"}, {"go": "send"}):
        page = await phone.send("/party/reconsideration", page, **typed)
    await settle(hub)
    [path] = re.findall(r"/party/act/[0-9a-f-]+/attached-request", (await phone.get()).text)
    form = (await phone.get(path)).text
    assert "规章不能这样看" in form
    said = {"document": "local", "unknown_before": "false", "text": "《市容管理办法》第八条"}
    assert taken.number in await phone.done(path, **said)
    fact = await last(hub, "reconsideration.attached_requested.v1")
    assert (fact["document"], fact["nth"], fact["unknown_before"]) == ("local", 1, False)
    assert fact["head"]["by"].startswith("party-")
    assert "看看决定依据的文件合不合法" in (await phone.get()).text
    await phone.done(path, **{**said, "text": "《门前三包办法》第三条"})
    [end] = re.findall(r"/party/act/[0-9a-f-]+/attached-withdrawal", (await phone.get()).text)
    assert "撤回哪一份" in (await phone.get(end)).text
    for nth in (2, 1):
        more = {"nth": "2"} if nth == 2 else {}
        await phone.done(end, reason="文件已经废止，不用看了", **more)
        dropped = await last(hub, "reconsideration.attached_dropped.v1")
        assert (dropped["nth"], dropped["drop"]) == (nth, "withdrawn")
    assert end not in (await phone.get()).text
