"""应诉的复议案: a case is on an organ's list from when the organ has heard of it."""

from datetime import timedelta
from uuid import UUID

from services.reconsideration.commands import filing, forwarding, handling
from services.reconsideration.domain.application import Application, file_of
from services.reconsideration.queries.responding import Sieve, owed
from shared.clock import StillClock
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import FilingManner
from shared.contracts.reconsideration.forwarding import Fine
from shared.frame.sorting import Order
from shared.law.period import legal_day
from shared.sweep import Sweep
from shared.work import Act, Hub, Work
from tests.desks.body import applied
from tests.desks.test_responding import both_copied, copied
from tests.reconsideration.makers import ANNA, AUTHORITY, OTHER, RESPONDENT
from tests.registering import take_in

BY_LABELS = """
SELECT o.case_id FROM reconsideration.ordinary o JOIN hub.file f ON f.case_id = o.case_id
WHERE NOT f.closed AND $1 = ANY (string_to_array(f.labels ->> 'departments', ' '))
"""
"""The cases of which an organ has heard, as the labels of every file say it."""


async def listed(hub: Hub, organ: str = RESPONDENT) -> dict[UUID, tuple[str | None, bool]]:
    """What runs in each case on its list, and whether it is over; the same that the labels say."""
    rows, total = await owed(hub, organ, Sieve(), Order("due"), limit=9)
    said = {row["case_id"] for row in await hub.pool.fetch(BY_LABELS, organ)}
    assert ({one.case_id for one in rows}, total) == (said, len(said))
    return {one.case_id: (one.duty, one.lapsed) for one in rows}


async def accepted(hub: Hub, n: int) -> UUID:
    """A case of which the respondent has not heard yet."""
    case_id = await applied(hub, await take_in(hub, UUID(int=n)))
    await hub.act(Act(do=lambda work: filing.accept(work, case_id, by="w-1"), files=[case_id]))
    return case_id


async def sent(hub: Hub, case_id: UUID) -> None:
    await hub.act(Act(do=lambda work: handling.send_copy(work, case_id, by="w-1"), files=[case_id]))


async def taken_in(hub: Hub, n: int) -> UUID:
    """An application that the organ of the penalty took in itself."""
    dispute, today = await take_in(hub, UUID(int=n)), legal_day(hub.clock.now())
    said = Application(
        authority=AUTHORITY,
        applicants=(ANNA,),
        respondent=RESPONDENT,
        act=ActKind.PENALTY,
        manner=FilingManner.IN_PERSON,
        received_on=today,
        learnt_on=today,
    )
    case_id = file_of(dispute, said)

    def begin(work: Work) -> None:
        forwarding.hand_in(work, case_id, dispute, said, Fine.ON_THE_SPOT, text="请求", by="d-1")

    await hub.act(Act(do=begin, files=[case_id]))
    return case_id


async def test_a_case_is_listed_from_the_copy_on_or_from_when_the_organ_took_it_in(
    hub: Hub, clock: StillClock
) -> None:
    """副本发出以前不列，发出、收到以后都列；由处罚机关收下的当日起列，逾期也列 (ARL 32, 48)."""
    waits, replies, taken = await accepted(hub, 1), await copied(hub, 2), await taken_in(hub, 3)
    assert await listed(hub) == {replies: ("reply", False), taken: ("forward", False)}
    await sent(hub, waits)
    runs = {waits: (None, False), replies: ("reply", False), taken: ("forward", False)}
    assert await listed(hub) == runs
    clock.forward(timedelta(days=20))
    await Sweep(hub).once()
    over = {waits: (None, False), replies: (None, False), taken: ("forward", True)}
    assert await listed(hub) == over
    assert await listed(hub, OTHER) == {}


async def test_each_of_several_is_listed_what_runs_for_itself(hub: Hub) -> None:
    """共同被申请人各有自己的答复期限，一个答复了，只是它的不再走 (ARL 19, 48)."""
    case_id = await both_copied(hub, 1)
    assert await listed(hub) == {case_id: ("reply", False)}
    assert await listed(hub, OTHER) == {case_id: ("joint_reply", False)}

    def reply(work: Work) -> None:
        handling.file_reply(work, case_id, text="处罚有据", by="d-1", organ=RESPONDENT)

    await hub.act(Act(do=reply, files=[case_id]))
    assert await listed(hub) == {case_id: (None, False)}
    assert await listed(hub, OTHER) == {case_id: ("joint_reply", False)}
