"""听证 of several applicants on the desk: its form has a row for each (ARL 51; RULES 76)."""

import re
from uuid import UUID

from services.reconsideration.commands import filing, handling
from services.reconsideration.domain.application import Application, file_of
from shared.auth import Role
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import FilingManner
from shared.law.period import legal_day
from shared.work import Act, Hub, Work
from tests.desks.visitor import Building
from tests.reconsideration.deciding_together import PARTY_OF
from tests.reconsideration.makers import ANNA, AUTHORITY, BERT, RESPONDENT
from tests.registering import take_in

CHOSEN = re.compile(r'name="persons/\d+/person".*?</select>', re.DOTALL)
SELECTED = re.compile(r'value="([0-9a-f-]{36})" selected')


async def set_for(hub: Hub, nth: int, *applicants: UUID) -> str:
    """The form in which the hearing of a case is put on record."""
    dispute = await take_in(hub, UUID(int=nth))
    for one in applicants:
        await hub.pool.execute(PARTY_OF, one, dispute, f"申请人{one.int}", hub.clock.now())
    today = legal_day(hub.clock.now())
    said = Application(
        authority=AUTHORITY,
        applicants=applicants,
        respondent=RESPONDENT,
        act=ActKind.PENALTY,
        manner=FilingManner.IN_PERSON,
        received_on=today,
        learnt_on=today,
    )
    case_id = file_of(dispute, said)

    def begin(work: Work) -> None:
        filing.receive(work, case_id, dispute, said, text="请求撤销处罚", by="o-1")
        filing.accept(work, case_id, by="o-1")
        handling.send_copy(work, case_id, by="o-1", received_on=today)

    await hub.act(Act(do=begin, files=[case_id]))
    number = await hub.pool.fetchval(
        "SELECT labels ->> 'number' FROM hub.file WHERE dispute_id = $1 AND office = 'intake'",
        dispute,
    )
    return f"/desk/disputes/{number or dispute}/files/{case_id}/hearing"


async def test_the_form_of_a_hearing_has_a_row_for_each_of_several_applicants(
    hub: Hub, house: Building
) -> None:
    """申请人有数名的，逐名一行；只有一名的不必填 (RULES 76)."""
    officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
    for nth, applicants in enumerate(((ANNA, BERT), (UUID(int=77),)), start=1):
        form = await officer.get(await set_for(hub, nth, *applicants))
        assert form.status_code == 200, form.text
        rows = CHOSEN.findall(form.text)
        named = [one for row in rows for one in SELECTED.findall(row)]
        assert rows, "rows to fill"
        assert named == [str(one) for one in applicants if len(applicants) > 1]


async def test_who_asks_to_take_part_is_recorded_by_a_form_and_waits_for_the_handler(
    hub: Hub, house: Building
) -> None:
    """自己申请作为第三人参加的，按表单记载；案卷页提示先答复 (ARL 16)."""
    officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
    file = (await set_for(hub, 1, ANNA)).rpartition("/")[0]
    said = {"person/name": "孙某", "person/phone": "13800000009", "text": "墙是两家共有的"}
    done = await officer.fill(f"{file}/third-person-request", **said)
    assert done.status_code == 303, done.text
    case_id = file.rpartition("/")[2]
    page = (await officer.get(f"/desk/reconsideration/files/{case_id}")).text
    assert "申请作为第三人参加，尚未答复" in page
    assert f"{file}/third-person-refusal" in page
