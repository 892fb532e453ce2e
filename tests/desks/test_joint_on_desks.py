"""共同被申请人 on the desks of the body and of its head (ARL 19, 73)."""

from collections.abc import AsyncIterator
from uuid import UUID

import pytest

from services.reconsideration.commands import people, settling
from services.reconsideration.domain.settling_acts import Agreed
from services.reconsideration.queries.approvals import waiting
from shared.auth import Role
from shared.contracts.reconsideration import Standing
from shared.work import Act, Hub, Work
from tests.desks.body import applied, heard
from tests.desks.visitor import Building, building
from tests.reconsideration.makers import AUTHORITY, BERT, OTHER
from tests.registering import take_in


@pytest.fixture
async def house(hub: Hub) -> AsyncIterator[Building]:
    async with building(hub) as found:
        yield found


@pytest.fixture
async def case_id(hub: Hub) -> UUID:
    """A case against two organs; one of them has replied."""
    found = await applied(hub, await take_in(hub, UUID(int=1)), joint=(OTHER,))
    await heard(hub, found)
    return found


async def sign(hub: Hub, case_id: UUID, standing: Standing, organ: str | None = None) -> None:
    def act(work: Work) -> None:
        settling.sign(work, case_id, standing, by="o-1", organ=organ)

    await hub.act(Act(do=act, files=[case_id]))


async def test_a_mediation_document_waits_for_the_seal_once_everyone_has_signed(
    hub: Hub, case_id: UUID
) -> None:
    """调解书在全体被申请人、参加的第三人都签字以后才等待盖章 (ARL 19, 73)."""

    def draw_up(work: Work) -> None:
        third = {"called": True, "interested": True, "text": "通知参加"}
        people.join_third(work, case_id, BERT, by="o-1", **third)  # type: ignore[arg-type] - as they are
        willing = {"applicants_willing": True, "respondent_willing": True, "record": "都愿意"}
        settling.begin(work, case_id, by="o-1", **willing)  # type: ignore[arg-type] - as they are
        agreed = Agreed(harmless=True, obliges=False)
        settling.draw_up(work, case_id, agreed, text="调解书", by="o-1")

    await hub.act(Act(do=draw_up, files=[case_id]))
    await sign(hub, case_id, Standing.APPLICANT)
    await sign(hub, case_id, Standing.RESPONDENT)
    assert await waiting(hub, AUTHORITY, "mediation", limit=9) == []
    await sign(hub, case_id, Standing.RESPONDENT, OTHER)
    assert await waiting(hub, AUTHORITY, "mediation", limit=9) == []
    await sign(hub, case_id, Standing.THIRD)
    assert [one.file_id for one in await waiting(hub, AUTHORITY, "mediation", limit=9)] == [case_id]


async def test_a_period_of_one_of_several_respondents_bears_its_name(
    hub: Hub, house: Building, case_id: UUID
) -> None:
    """案卷上答复期限写明是哪一个被申请人的 (ARL 48)."""
    officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
    page = (await officer.get(f"/desk/reconsideration/files/{case_id}")).text
    assert f"共同被申请人书面答复　{hub.directory.organ(OTHER).name}" in page
    assert "等待共同被申请人书面答复" in page
