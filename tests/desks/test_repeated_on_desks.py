"""重复申请在承办人的页面上: what came before is listed with its file, and what is done about it."""

from functools import partial
from uuid import UUID

import pytest

from services.reconsideration.commands import filing
from services.reconsideration.commands.at_court import note_suit
from services.reconsideration.domain.application import Application, file_of
from services.reconsideration.store import severed_of
from shared.auth import Role
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import FilingManner
from shared.law.period import legal_day
from shared.work import Act, Hub, Work
from tests.desks.visitor import building
from tests.reconsideration.makers import ANNA, AUTHORITY, BERT, RESPONDENT
from tests.registering import take_in

FILES = "/desk/reconsideration/files"


async def received(hub: Hub, dispute: UUID, *applicants: UUID, accept: bool = False) -> UUID:
    """An application of these against the one act; its file."""
    today = legal_day(hub.clock.now())
    said = Application(
        authority=AUTHORITY,
        applicants=applicants,
        respondent=RESPONDENT,
        act=ActKind.PENALTY,
        act_number="甘综执罚字〔2026〕12号",
        manner=FilingManner.IN_PERSON,
        received_on=today,
        learnt_on=today,
    )
    case_id = file_of(dispute, said)

    def begin(work: Work) -> None:
        filing.receive(work, case_id, dispute, said, text="请求撤销处罚", by="w-1")
        if accept:
            filing.accept(work, case_id, by="w-1")

    await hub.act(Act(do=begin, files=[case_id]))
    return case_id


async def test_beside_an_application_stand_the_earlier_ones_and_what_is_done_about_them(
    hub: Hub,
) -> None:
    """此前的案卷列在页面上，写明妨碍谁、依据；先分案，再审查其他人的 (ARL 30; RULES 136)."""
    first, second = [await take_in(hub, UUID(int=n)) for n in (1, 2)]
    before = await received(hub, first, ANNA, accept=True)
    case = await received(hub, second, ANNA, BERT)
    async with building(hub) as house:
        officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
        page = (await officer.get(f"{FILES}/{case}")).text
        panel = page.split('id="again-title"')[1].split("</section>")[0]
        assert f'href="{FILES}/{before}"' in panel
        assert "第1名申请人" in panel
        assert "已经受理，正在审理（《行政复议法》第30条第1款第7项）" in panel
        assert "下一步：部分申请人重复申请" in page
        assert "/severance?" in panel
        number = await hub.pool.fetchval(
            "SELECT labels ->> 'number' FROM hub.file WHERE dispute_id = $1 LIMIT 1", second
        )
        form = f"/desk/disputes/{number or second}/files/{case}/severance"
        done = await officer.fill(form, applicants=str(ANNA), reason="已经申请过一次。")
        assert done.status_code == 303, done.text
        rest = (await officer.get(f"{FILES}/{case}")).text
        apart = severed_of(case, {ANNA})
        assert f'href="{FILES}/{apart}"' in rest
        assert "下一步：审查，决定是否受理" in rest
        own = (await officer.get(f"{FILES}/{apart}")).text
        assert "下一步：申请人重复申请，审查后决定不予受理" in own


async def test_what_is_found_after_acceptance_is_severed_on_the_page_of_the_case(hub: Hub) -> None:
    """视为受理以后发现部分申请人重复申请的，页面上分案，另案拟驳回 (ARL 33; RULES 136)."""
    first, second = [await take_in(hub, UUID(int=n)) for n in (1, 2)]
    case = await received(hub, second, ANNA, BERT, accept=True)
    await received(hub, first, ANNA, accept=True)
    async with building(hub) as house:
        officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
        page = (await officer.get(f"{FILES}/{case}")).text
        panel = page.split('id="again-title"')[1].split("</section>")[0]
        assert "/severance?" in panel
        assert "/declination?" not in panel
        form = f"/desk/disputes/{second}/files/{case}/severance"
        done = await officer.fill(form, applicants=str(ANNA), reason="已经申请过一次。")
        assert done.status_code == 303, done.text
        rest = (await officer.get(f"{FILES}/{case}")).text
        assert f'href="{FILES}/{severed_of(case, {ANNA})}"' in rest
        assert "/severance?" not in rest.split('id="again-title"')[1].split("</section>")[0]
        own = (await officer.get(f"{FILES}/{severed_of(case, {ANNA})}")).text
        assert "下一步：指定行政复议人员" in own, "the copy is not sent a second time"


@pytest.mark.parametrize("accept", [False, True])
async def test_who_alone_has_sued_is_severed_on_the_page_of_the_case(
    hub: Hub, *, accept: bool
) -> None:
    """只有部分申请人起诉的，页面上先分案，再分别查明 (ARL 29, 33; RULES 136)."""
    dispute = await take_in(hub, UUID(int=1))
    case = await received(hub, dispute, ANNA, BERT, accept=accept)
    today = legal_day(hub.clock.now())
    noted = partial(note_suit, case_id=case, filed_on=today, on=today)
    await hub.act(Act(do=noted, files=[case]))
    async with building(hub) as house:
        officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
        page = (await officer.get(f"{FILES}/{case}")).text
        [line] = [one for one in page.splitlines() if "只有部分申请人起诉的，先<a" in one]
        assert f"/files/{case}/severance?" in line
        assert not accept or page.count("只有部分申请人起诉的，先分案办理") == 1, "what it lacks"
        form = f"/desk/disputes/{dispute}/files/{case}/severance"
        done = await officer.fill(form, applicants=str(ANNA), reason="马某已经起诉。")
        assert done.status_code == 303, done.text
        rest = (await officer.get(f"{FILES}/{case}")).text
        assert "有起诉记录，请查明" in rest
        assert "只有部分申请人起诉的" not in rest


async def test_a_first_application_has_no_such_panel(hub: Hub) -> None:
    """第一次申请的，没有这一栏 (ARL 30)."""
    case = await received(hub, await take_in(hub, UUID(int=1)), ANNA)
    async with building(hub) as house:
        officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
        page = (await officer.get(f"{FILES}/{case}")).text
        assert "again-title" not in page
        assert "下一步：审查，决定是否受理" in page
