"""附件: the panel and its secretary open what is attached to the reconsideration that asks."""

from functools import partial
from hashlib import sha256
from uuid import UUID

import pytest

from services.consultation.agents import LISTENS
from services.consultation.commands import convene, file_of, roster_of
from shared.attachments.keeping import keep
from shared.attachments.reading import read_attachment
from shared.auth import Identity, Role
from shared.contracts.fact import Head
from shared.contracts.reconsideration import ConsultationGround, ConsultationRequested
from shared.errors import Unknown
from shared.work import Act, Hub
from tests.consultation.makers import (
    AUTHORITY,
    DISPUTE,
    FIVE,
    LAW,
    PAPER,
    RESPONDENT,
    THREE,
    enrolled,
)
from tests.desks.body import applied
from tests.registering import take_in

COMMITTEE = "620702-committee"
LABELS = {"authority": AUTHORITY, "county": "620702", "departments": RESPONDENT}
JPEG = b"\xff\xd8\xff\xe1\x00\x10Exif" + b"\x00" * 40


def somebody(role: Role, organ: str, code: str = "s-1") -> Identity:
    return Identity.of(code, [role], organ=organ)


async def seated(hub: Hub, case_id: UUID) -> None:
    """A panel of three about this case."""
    await enrolled(hub, AUTHORITY)
    now, room = hub.clock.now(), file_of(case_id)
    fact = ConsultationRequested(
        head=Head(dispute_id=DISPUTE, case_id=case_id, version=9, on=now.date(), at=now, by="o-7"),
        authority=AUTHORITY,
        county="620702",
        ground=ConsultationGround.TECHNICAL,
        question_id=PAPER,
    )
    heard = LISTENS[ConsultationRequested]
    hear = partial(heard.handler, fact=fact)
    await hub.act(Act(do=hear, files=list(heard.files(fact)), labels=LABELS))
    seat = partial(convene, case_id=room, members=THREE, field=LAW, by="secretary-1")
    await hub.act(Act(do=seat, files=[room, roster_of(AUTHORITY)]))


async def test_who_reads_the_papers_of_the_asking_case_opens_its_attachments_and_nobody_else(
    hub: Hub,
) -> None:
    """小组成员和办事机构打得开提请案件的附件，不能上传；其他委员、外地的打不开 (ARL 52)."""
    await take_in(hub, DISPUTE)
    case_id = await applied(hub, DISPUTE)
    await keep(hub, somebody(Role.RECONSIDERATION, AUTHORITY), case_id, JPEG)
    secretary = somebody(Role.SECRETARY, COMMITTEE)
    sits = somebody(Role.COMMITTEE, COMMITTEE, THREE[0])
    opened = partial(read_attachment, hub, case_id=case_id, digest=sha256(JPEG).hexdigest())
    with pytest.raises(Unknown):
        await opened(who=secretary, purpose="核对证据")
    await seated(hub, case_id)
    for who in (secretary, sits):
        assert (await opened(who=who, purpose="核对证据")).body == JPEG
        with pytest.raises(Unknown):
            await keep(hub, who, case_id, JPEG)
    for stranger in (
        somebody(Role.COMMITTEE, COMMITTEE, FIVE[4]),
        somebody(Role.SECRETARY, "620721-committee"),
        somebody(Role.DEPARTMENT, "620702-jiaoyu"),
    ):
        with pytest.raises(Unknown):
            await opened(who=stranger, purpose="核对证据")
