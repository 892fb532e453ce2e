"""住址、送达地址、负责人, said by a party on its own page (ARR2026 27)."""

import re
from collections.abc import AsyncIterator
from uuid import UUID

import pytest

from shared.people import Person, read_people
from shared.work import Hub
from tests.party.telephone import Telephone, last, registered, settle, telephone
from tests.party.test_acts import PENALTY, REQUEST

STATED = "reconsideration.basics_stated.v1"
SEEN = "SELECT person_id FROM hub.people WHERE dispute_id = $1 AND side = 'applicant'"


@pytest.fixture
async def phone(hub: Hub) -> AsyncIterator[Telephone]:
    async with telephone(hub) as found:
        yield found


async def applicant(hub: Hub, dispute: UUID) -> Person:
    who = await hub.pool.fetchval(SEEN, dispute)
    async with hub.pool.acquire() as conn:
        found = await read_people(conn, [who], reader="o", purpose="核对", at=hub.clock.now())
    return found[who]


async def test_a_party_says_where_papers_reach_it_when_it_applies_and_when_it_moves(
    hub: Hub, phone: Telephone
) -> None:
    """网上申请写明送达地址；以后搬了，在自己的页面上改，案卷里只写明改的是哪一项 (ARR2026 27)."""
    taken = await registered(hub)
    await phone.sign_in(taken.number)
    page = await phone.get("/party/reconsideration")
    assert "法律援助" in page.text
    page = await phone.send("/party/reconsideration", page, **PENALTY, go="next")
    assert "复议文书送到哪里" in page.text
    lives = {"address": "东街一号", "service_address": "南街二号"}
    page = await phone.send("/party/reconsideration", page, **REQUEST, **lives, go="next")
    assert "南街二号" in page.text
    page = await phone.send("/party/reconsideration", page, go="send")
    assert page.status_code == 303, page.text
    kept = await applicant(hub, taken.case_id)
    assert (kept.address, kept.service_address) == ("东街一号", "南街二号")
    await settle(hub)
    [path] = set(re.findall(r"/party/act/[0-9a-f-]+/basics", (await phone.get()).text))
    done = await phone.fill(path, service_address="北街三号")
    assert done.status_code == 303, done.text
    assert (await last(hub, STATED))["basics"] == ["service_address"]
    kept = await applicant(hub, taken.case_id)
    assert (kept.address, kept.reached_at) == ("东街一号", "北街三号")
    bodies = await hub.pool.fetch("SELECT body FROM hub.outbox")
    assert not any("街" in row["body"] for row in bodies)
