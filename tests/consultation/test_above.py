"""A case that goes to the authority above: the committee below is asked no longer (ARL 38, 52)."""

from uuid import UUID, uuid4

import pytest

from services.consultation.commands import files_of
from services.consultation.domain.opinion import State
from services.consultation.queries.desk import of_committee
from services.consultation.store import CONSULTATIONS
from shared.auth import Identity, Role
from shared.auth.sight import AUTHORITIES, may_see
from shared.contracts.reconsideration import ConsultationWithdrawn, ReconsiderationTerminated
from shared.contracts.reconsideration.higher import AcceptedAbove, CameAbove, ElevatedFileReceived
from shared.frame.sorting import Order
from shared.law.article import RULES
from shared.law.procedure import Refused
from shared.work import Hub
from tests.consultation.makers import AUTHORITY, DISPUTE, hear, of_request, requested

CITY = "620700-government"


@pytest.mark.parametrize("came", [ElevatedFileReceived, AcceptedAbove])
async def test_the_authority_above_asks_its_own_committee_in_a_file_of_its_own(
    hub: Hub, came: type[CameAbove]
) -> None:
    """提级审理、直接受理的，下级的咨询终结，上级另立一卷提请本级委员会 (ARL 35, 38, 52)."""
    request = uuid4()
    below, above, *_ = files_of(request)
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


async def test_each_asking_has_a_file_of_its_own_and_what_is_withdrawn_ends(hub: Hub) -> None:
    """撤回的，咨询终结；重新提请的另立一卷，同一提请再来不另立；至多六次 (ARL 52; RULES 151)."""
    request = uuid4()
    rooms = files_of(request)
    for nth, room in enumerate(rooms):
        again = requested(request, question_id=UUID(int=90 + nth))
        for _ in range(2):
            await hear(hub, again)
        assert (await hub.read(CONSULTATIONS, room))[0].state is State.RECEIVED
        said = {"authority": AUTHORITY, "reason_id": UUID(int=80)}
        withdrawn = ConsultationWithdrawn(head=of_request(request, 20 + nth), **said)  # type: ignore[arg-type]
        await hear(hub, withdrawn)
        assert (await hub.read(CONSULTATIONS, room))[0].state is State.CANCELLED
    assert len(rooms) == 6
    with pytest.raises(Refused) as no:
        await hear(hub, requested(request, question_id=UUID(int=99)))
    assert no.value.article == RULES[151]


READERS = {AUTHORITIES: AUTHORITY}
"""The authority below reads the case on, and not what the committee above is asked."""


async def test_what_the_authority_above_asked_itself_goes_on_when_a_page_comes_again(
    hub: Hub,
) -> None:
    """上级自己的提请不因提级而终结；案件终止的，随之终结 (ARL 38, 41)."""
    request = uuid4()
    below, above, *_ = files_of(request)
    await hear(hub, requested(request))
    taken_up = ElevatedFileReceived(head=of_request(request, 10), authority=CITY, below=AUTHORITY)
    for fact in (taken_up, requested(request, CITY, head=of_request(request, 11)), taken_up):
        await hear(hub, fact, CITY)
    case, _ = await hub.read(CONSULTATIONS, above)
    assert case.state is State.RECEIVED
    await hear(hub, ReconsiderationTerminated(head=of_request(request, 12)), CITY)
    for one in (below, above):
        assert (await hub.read(CONSULTATIONS, one))[0].state is State.CANCELLED
