"""The committee at its desk: the pages that every case has, as secretary and member see them."""

from collections.abc import AsyncIterator
from functools import partial
from uuid import uuid4

import pytest

from services.consultation.agents import LISTENS
from services.consultation.commands import convene, file_of, roster_of
from shared.auth import Role
from shared.contracts.fact import Head
from shared.contracts.reconsideration import ConsultationGround, ConsultationRequested
from shared.work import Act, Hub
from tests.consultation.makers import AUTHORITY, DISPUTE, LAW, PAPER, RESPONDENT, THREE, enrolled
from tests.desks.visitor import Building, building
from tests.registering import take_in

LABELS = {"authority": AUTHORITY, "county": "620702", "departments": RESPONDENT}
COMMITTEE = "620702-committee"


@pytest.fixture
async def house(hub: Hub) -> AsyncIterator[Building]:
    async with building(hub) as found:
        yield found


async def test_a_meeting_is_recorded_on_its_form_and_each_view_is_read_on_the_case(
    hub: Hub, house: Building
) -> None:
    """会议表单足够三名以上委员逐名填写，案卷写明各人的意见；当事人所在窗口看不到 (RULES 73)."""
    await take_in(hub, DISPUTE)
    await enrolled(hub, AUTHORITY)
    request, now = uuid4(), hub.clock.now()
    fact = ConsultationRequested(
        head=Head(dispute_id=DISPUTE, case_id=request, version=9, on=now.date(), at=now, by="o-7"),
        authority=AUTHORITY,
        county="620702",
        ground=ConsultationGround.TECHNICAL,
        question_id=PAPER,
    )
    heard, room = LISTENS[ConsultationRequested], file_of(request)
    hear = partial(heard.handler, fact=fact)
    await hub.act(Act(do=hear, files=list(heard.files(fact)), labels=LABELS))
    seat = partial(convene, case_id=room, members=THREE, field=LAW, by="secretary-1")
    await hub.act(Act(do=seat, files=[room, roster_of(AUTHORITY)]))
    secretary = house.visitor(Role.SECRETARY, organ=COMMITTEE)
    form = f"/desk/disputes/{DISPUTE}/files/{room}/meeting"
    assert 'name="opinions/4/member"' in (await secretary.get(form)).text
    views = ("agrees", "agrees", "disagrees")
    typed = {f"opinions/{n}/member": code for n, code in enumerate(THREE)}
    typed |= {f"opinions/{n}/stance": view for n, view in enumerate(views)}
    done = await secretary.fill(form, chair=THREE[0], minutes="会议纪要", **typed)
    assert done.status_code == 303, done.text
    page = (await secretary.get(f"/desk/disputes/{DISPUTE}")).text
    assert f"{THREE[1]}：同意拟办意见、{THREE[2]}：不同意拟办意见" in page
    window = (await house.visitor(Role.WINDOW).get(f"/desk/disputes/{DISPUTE}")).text
    assert "登记" in window
    assert THREE[2] not in window
