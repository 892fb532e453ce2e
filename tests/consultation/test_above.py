"""A case that goes to the authority above: the committee below is asked no longer (ARL 38, 52)."""

from uuid import UUID, uuid4

import pytest

from services.consultation.commands import files_of
from services.consultation.domain.opinion import State
from services.consultation.queries.desk import of_committee
from services.consultation.store import CONSULTATIONS
from shared.auth import Identity, Role
from shared.auth.labels import AUTHORITIES
from shared.auth.sight import may_see
from shared.contracts.fact import Head
from shared.contracts.reconsideration import ConsultationWithdrawn, ReconsiderationTerminated
from shared.contracts.reconsideration.higher import AcceptedAbove, CameAbove, ElevatedFileReceived
from shared.frame.sorting import Order
from shared.work import Hub
from tests.consultation.makers import AUTHORITY, DISPUTE, hear, of_request, requested

CITY = "620700-government"


@pytest.mark.parametrize("came", [ElevatedFileReceived, AcceptedAbove])
async def test_the_authority_above_asks_its_own_committee_in_a_file_of_its_own(
    hub: Hub, came: type[CameAbove]
) -> None:
    """提级审理、直接受理的，下级的咨询终结，上级另立一卷提请本级委员会 (ARL 35, 38, 52)."""
    request = uuid4()
    below, above, *_ = files_of(of_request(request))
    await hear(hub, requested(request))
    taken_up = came(head=of_request(request, 10), authority=CITY, below=AUTHORITY)
    await hear(hub, taken_up, CITY)
    await hear(hub, requested(request, CITY, head=of_request(request, 11)), CITY, **READERS)
    first, _ = await hub.read(CONSULTATIONS, below)
    second, labels = await hub.read(CONSULTATIONS, above)
    assert (first.authority, first.state) == (AUTHORITY, State.CANCELLED)
    assert (second.authority, second.state) == (CITY, State.RECEIVED)
    assert second.question_id is not None
    waiting = await of_committee(hub, CITY, "received", Order.of("", "due"), limit=9, skip=0)
    assert [one.case.case_id for one in waiting.items] == [above]
    labels = {**labels, "office": CONSULTATIONS.office}
    for organ, sees in ((CITY, True), (AUTHORITY, False)):
        officer = Identity.of("o-1", [Role.RECONSIDERATION], organ=organ)
        assert may_see(officer, DISPUTE, labels) is sees, organ


async def test_each_asking_has_a_file_of_its_own_however_many_fell_before(hub: Hub) -> None:
    """撤回、提级终结的提请不占次数，第七次照样另立一卷，同一提请不另立 (ARL 52; RULES 151)."""
    request, rooms = uuid4(), []
    for nth in range(8):
        asked, ended = (of_request(request, 3 + 2 * nth + more) for more in (0, 1))
        again = requested(request, question_id=UUID(int=90 + nth), head=asked)
        for _ in range(2):
            await hear(hub, again)
        [room] = await still_open(hub, asked)
        rooms.append(room)
        if nth == 5:
            await hear(hub, ElevatedFileReceived(head=ended, authority=CITY, below=AUTHORITY), CITY)
        else:
            said = {"head": ended, "authority": AUTHORITY, "reason_id": UUID(int=80)}
            await hear(hub, ConsultationWithdrawn.model_validate(said))
        assert not await still_open(hub, ended)
    assert len(set(rooms)) == 8


async def still_open(hub: Hub, page: Head) -> list[UUID]:
    """The files in which a committee is asked by this page of the case."""
    ids = list(files_of(page))
    found = await hub.pool.fetch("SELECT case_id, state FROM hub.file WHERE case_id = ANY($1)", ids)
    return [one["case_id"] for one in found if one["state"] != State.CANCELLED]


READERS = {AUTHORITIES: AUTHORITY}
"""The authority below reads the case on, and not what the committee above is asked."""


async def test_what_the_authority_above_asked_itself_goes_on_when_a_page_comes_again(
    hub: Hub,
) -> None:
    """上级自己的提请不因提级而终结；案件终止的，随之终结 (ARL 38, 41)."""
    request = uuid4()
    below, above, *_ = files_of(of_request(request))
    await hear(hub, requested(request))
    taken_up = ElevatedFileReceived(head=of_request(request, 10), authority=CITY, below=AUTHORITY)
    for fact in (taken_up, requested(request, CITY, head=of_request(request, 11)), taken_up):
        await hear(hub, fact, CITY)
    case, _ = await hub.read(CONSULTATIONS, above)
    assert case.state is State.RECEIVED
    await hear(hub, ReconsiderationTerminated(head=of_request(request, 12)), CITY)
    for one in (below, above):
        assert (await hub.read(CONSULTATIONS, one))[0].state is State.CANCELLED
