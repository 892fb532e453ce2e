"""申请人身份、通知推选代表人 on the desks: the forms, and what they record (ARR2026 12 to 17)."""

import json
from uuid import UUID

from services.reconsideration.commands import filing
from services.reconsideration.domain.application import Application, file_of
from shared.auth import Role
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import FilingManner
from shared.law.period import legal_day
from shared.work import Act, Hub, Work
from tests.desks.visitor import Building
from tests.reconsideration.makers import AUTHORITY, RESPONDENT
from tests.shared.case_reader import register

NEWEST = "SELECT body FROM hub.outbox WHERE kind = $1 ORDER BY seq DESC LIMIT 1"


async def of_twelve(hub: Hub) -> tuple[str, UUID]:
    """An application of twelve that has just come in: the path of its forms, and its file."""
    taken = await register(hub)
    dispute = taken.case_id
    today = legal_day(hub.clock.now())
    said = Application(
        authority=AUTHORITY,
        applicants=tuple(UUID(int=100 + n) for n in range(12)),
        respondent=RESPONDENT,
        act=ActKind.PENALTY,
        manner=FilingManner.IN_PERSON,
        received_on=today,
        learnt_on=today,
    )
    case_id = file_of(dispute, said)

    def begin(work: Work) -> None:
        filing.receive(work, case_id, dispute, said, text="请求撤销处罚", by="w-1")

    await hub.act(Act(do=begin, files=[case_id]))
    return f"/desk/disputes/{taken.number}/files/{case_id}", case_id


async def newest(hub: Hub, kind: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(await hub.pool.fetchval(NEWEST, kind))
    return found


async def test_the_form_of_the_applicant_asks_who_acts_and_what_shows_it(
    house: Building, hub: Hub
) -> None:
    """补交身份证明的表单：类别、由谁代表、提交的证明都按名称选择 (ARR2026 12 to 16, 27)."""
    path, _ = await of_twelve(hub)
    officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
    form = (await officer.get(f"{path}/capacity")).text
    for said in ("合伙企业", "执行合伙事务的合伙人", "营业执照", "由谁代表参加行政复议"):
        assert said in form
    said = {"sort": "unincorporated", "through": "elected", "text": "推选书一份"}
    sent = await officer.fill(f"{path}/capacity", **said, papers=["election"])
    assert sent.status_code == 303, sent.text
    fact = await newest(hub, "reconsideration.capacity_stated.v1")
    assert (fact["applicant_sort"], fact["through"]) == ("unincorporated", "elected")
    assert fact["papers"] == ["election"]


async def test_the_form_of_an_application_asks_in_whose_name_it_is_made(
    house: Building, hub: Hub
) -> None:
    """立卷的表单也问以谁的名义申请 (ARL 22; ARR2026 27)."""
    path, _ = await of_twelve(hub)
    opening = f"{path.partition('/files/')[0]}/open/reconsiderations"
    form = (await house.visitor(Role.WINDOW).get(opening)).text
    assert ("申请人的身份" in form, "业主委员会" in form) == (True, True)


async def test_the_body_asks_many_applicants_to_elect_at_its_desk(
    house: Building, hub: Hub
) -> None:
    """申请人超过十人的，在案卷里通知推选代表人，期限随之进行 (ARR2026 17; RULES 124)."""
    path, case_id = await of_twelve(hub)
    officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
    assert (
        f"{path}/representatives-notice" in (await officer.get(path.partition("/files/")[0])).text
    )
    sent = await officer.fill(f"{path}/representatives-notice", text="请推选二至五名代表人。")
    assert sent.status_code == 303, sent.text
    assert (await newest(hub, "reconsideration.representatives_asked.v1"))["applicant_count"] == 12
    running = "SELECT name FROM hub.deadline WHERE case_id = $1 AND ended IS NULL"
    assert "elect" in {row["name"] for row in await hub.pool.fetch(running, case_id)}
