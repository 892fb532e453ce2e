"""撤回复议申请 on a party's own page, of one among several who applied together (ARL 17, 41)."""

from collections.abc import AsyncIterator
from uuid import UUID

import pytest

from services.intake.commands import Party
from services.reconsideration.commands import filing
from services.reconsideration.domain.application import Application, file_of
from shared.contracts.intake import ActKind, Side
from shared.contracts.reconsideration import FilingManner
from shared.people import Person
from shared.work import Hub
from tests.party.telephone import Telephone, last, officer, registered, telephone
from tests.reconsideration.makers import AUTHORITY, RESPONDENT, day

APPLICANTS = "SELECT person_id FROM hub.people WHERE side = 'applicant' ORDER BY name = '马某' DESC"


@pytest.fixture
async def phone(hub: Hub) -> AsyncIterator[Telephone]:
    async with telephone(hub) as found:
        yield found


async def together(hub: Hub, phone: Telephone) -> tuple[UUID, tuple[UUID, ...]]:
    """马某 and 孙某 apply together at a window; whose telephone it is, is 马某."""
    taken = await registered(
        hub, more=(Party(Side.APPLICANT, Person("孙某", phone="13900002222")),)
    )
    who = tuple(row["person_id"] for row in await hub.pool.fetch(APPLICANTS))
    said = Application(
        authority=AUTHORITY,
        applicants=who,
        respondent=RESPONDENT,
        act=ActKind.PENALTY,
        manner=FilingManner.IN_PERSON,
        received_on=day("2026-11-23"),
        learnt_on=day("2026-11-02"),
    )
    case = file_of(taken.case_id, said)
    more = {"dispute_id": taken.case_id, "said": said, "text": "请求撤销处罚"}
    await officer(hub, filing.receive, case, **more)
    await phone.sign_in(taken.number)
    return case, who


async def test_before_acceptance_one_of_several_leaves_by_itself_and_the_other_goes_on(
    hub: Hub, phone: Telephone
) -> None:
    """受理以前几人中的一人在手机上撤回的，只撤回本人的申请 (ARL 22, 41)."""
    case, (own, other) = await together(hub, phone)
    path = f"/party/act/{case}/withdrawal"
    assert "只是您这一份" in (await phone.get(path)).text
    told = await phone.fill(path, settled="false")
    assert (told.status_code, told.headers["location"]) == (303, "/party/case"), told.text
    assert "您撤回复议申请的要求已经收到" in (await phone.get()).text
    fact = await last(hub, "reconsideration.applicants_withdrew.v1")
    assert fact["applicants"] == [str(own)]
    left = await hub.pool.fetchval("SELECT applicants FROM reconsideration.ordinary")
    assert str(other) in left
    assert str(own) not in left


async def test_once_accepted_it_asks_for_itself_and_nobody_else(hub: Hub, phone: Telephone) -> None:
    """受理以后一人撤回的，等复议机关准许，别人的照办 (ARL 41)."""
    case, (own, _) = await together(hub, phone)
    await officer(hub, filing.accept, case)
    await phone.done(f"/party/act/{case}/withdrawal", settled="true")
    fact = await last(hub, "reconsideration.withdrawn.v1")
    assert (fact["applicants"], fact["settled"]) == ([str(own)], True)
