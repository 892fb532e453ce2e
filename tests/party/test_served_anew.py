"""送达本人的文书 on a party's page, once the first service was none (ARL 51; RULES 164)."""

import re
from datetime import date, datetime
from typing import Final
from uuid import UUID

from services.reconsideration.commands import filing, hearing, papers_served
from services.reconsideration.domain.hearing_acts import Panel
from services.reconsideration.domain.serving import Serving
from services.reconsideration.papers.reading import read_outgoing
from services.reconsideration.store import CASES, services_of
from shared.clock import CITY, StillClock
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.hearing_held import HearingGround
from shared.contracts.service import Manner
from shared.work import Act, Hub
from tests.party.telephone import Telephone, number, officer, registered
from tests.party.test_served import applied, phone

__all__ = ["phone"]

NOTICE: Final = r'<a href="[^"]+">听证通知书<span>([^<]+)送达'
WHY: Final = "签收的不是同住的成年家属，申请人没有收到。"


async def serve(hub: Hub, case_id: UUID, on: date, **why: str) -> None:
    """The notice of the hearing on the applicant; again, where it is said why."""
    going = await read_outgoing(hub, case_id)
    [notice] = [one for one in going.papers if one.sort == "hearing-notice"]
    (own,) = (await hub.read(CASES, case_id))[0].applicants
    said = Serving(standing=Standing.APPLICANT, person_id=own, manner=Manner.DIRECT, shown_on=on)
    command = papers_served.serve_again if why else papers_served.serve
    await hub.act(
        Act(
            do=lambda work: command(
                *(work, work.take(CASES, case_id), notice, said), receipt="签收。", by="o-1", **why
            ),
            files=[case_id, services_of(case_id)],
        )
    )


async def test_of_a_notice_that_was_served_again_the_day_that_counts_is_shown(
    hub: Hub, phone: Telephone, clock: StillClock
) -> None:
    """听证通知重新送达的，当事人看到的是重新送达之日，只列一次，不是误送之日 (ARL 51)."""
    taken = await registered(hub)
    case_id = await applied(phone, taken.number)
    await officer(hub, filing.accept, case_id)
    seats = Panel(host="fuyi-01", officers=("fuyi-02", "fuyi-03"), recorder="fuyi-04")
    said = {"hearing_at": datetime(2026, 12, 14, 9, tzinfo=CITY), "seats": seats, "notice": "三楼"}
    await officer(hub, hearing.plan, case_id, ground=HearingGround.NEEDED, **said)
    await number(hub, case_id, "hearing-notice", "reconsideration.hearing_set.v1", "复听字")
    await serve(hub, case_id, date(2026, 11, 23))
    clock.move_to(datetime(2026, 11, 25, 10, tzinfo=CITY))
    await phone.sign_in(taken.number)
    assert re.findall(NOTICE, (await phone.get()).text) == ["2026年11月23日"]
    await serve(hub, case_id, date(2026, 11, 25), reason=WHY)
    assert re.findall(NOTICE, (await phone.get()).text) == ["2026年11月25日"]
