"""Takes a dispute in, where a test is not about intake."""

from uuid import UUID, uuid4

from services.intake.store import DISPUTES
from shared.contracts.intake import Channel, DisputeRegistered, PartyRef, PersonKind, Side
from shared.work import Act, Hub, Work


async def take_in(hub: Hub, dispute_id: UUID) -> UUID:
    """A dispute that a window has taken in, with one party whom no other office knows."""

    def register(work: Work) -> None:
        blank = work.open(DISPUTES, dispute_id, dispute_id)
        page = DisputeRegistered(
            head=work.head(blank, by="clerk-1"),
            number=f"620702-20261123-{dispute_id.int % 10**7:07}-5",
            window="620702-window-1",
            county="620702",
            place="620702",
            channel=Channel.WINDOW,
            matter="qita",
            parties=(PartyRef(person_id=uuid4(), side=Side.APPLICANT, kind=PersonKind.NATURAL),),
            text_id=uuid4(),
        )
        work.record(blank, page)

    await hub.act(Act(do=register, files=(dispute_id,)))
    return dispute_id
