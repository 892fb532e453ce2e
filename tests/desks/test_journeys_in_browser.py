"""Ways that were walked without a browser only: a meeting, an extension, a party and its agent."""

from uuid import UUID

from playwright.async_api import Page, expect

from services.reconsideration.commands import access, filing, handling
from services.reconsideration.domain.application import Application, file_of
from shared.auth import Role
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import FilingManner
from shared.law.period import legal_day
from shared.work import Act, Work
from tests.consultation.makers import THREE
from tests.desks.conftest import SignIn
from tests.desks.looking import axe, fits, look
from tests.desks.test_consultation_in_browser import COMMITTEE, requested
from tests.desks.town import DeskTown
from tests.party.telephone import APPLICANT, registered
from tests.party.test_entrusting import PAPER
from tests.reconsideration.makers import AUTHORITY, RESPONDENT

PHONE = {"width": 360, "height": 640}


async def under_way(town: DeskTown, *, granted: bool = False) -> tuple[str, UUID]:
    """An application that was accepted and replied to; the number that its party was given."""
    taken = await registered(town.hub)
    await town.hear()
    today = legal_day(town.clock.now())
    person = await town.hub.pool.fetchval(
        "SELECT person_id FROM hub.people WHERE dispute_id = $1 AND side = 'applicant'",
        taken.case_id,
    )
    said = Application(
        authority=AUTHORITY,
        applicants=(person,),
        respondent=RESPONDENT,
        act=ActKind.PENALTY,
        manner=FilingManner.IN_PERSON,
        received_on=today,
        learnt_on=today,
    )
    case_id = file_of(taken.case_id, said)

    def begin(work: Work) -> None:
        filing.receive(work, case_id, taken.case_id, said, text="请求撤销处罚", by="o-1")
        filing.accept(work, case_id, by="o-1")
        handling.send_copy(work, case_id, by="o-1", received_on=today)
        handling.file_reply(work, case_id, text="处罚依据充分。", by="o-1")
        if granted:
            access.ask(work, case_id, person, text="全部材料", by="o-1")
            access.grant(work, case_id, person, by="o-1")

    await town.hub.act(Act(do=begin, files=[case_id]))
    await town.hear()
    return taken.number, case_id


async def look_up(page: Page, number: str, telephone: str) -> None:
    """Find one's case, as whoever has this telephone does."""
    await page.goto("/party")
    await page.get_by_label("纠纷编号").fill(number)
    await page.get_by_label("登记时留的手机号").fill(telephone)
    await page.get_by_role("button", name="查").click()
    await expect(page.locator("main")).to_contain_text(number)


async def sent(page: Page) -> None:
    """The form of the page is looked at and sent; a receipt comes of it."""
    await fits(page)
    await axe(page)
    await page.locator("main form").last.locator("button").last.click()
    await page.wait_for_url("**/party/receipt/**")


async def seated(secretary: Page, room: UUID) -> None:
    """The secretary seats a panel of three."""
    await secretary.goto(f"/desk/consultation/files/{room}")
    for code in THREE:
        await secretary.get_by_role("checkbox", name=code).check()
    await secretary.get_by_label("案件所需的专业领域").select_option("law")
    await secretary.get_by_role("button", name="组成咨询小组").click()
    await expect(secretary.locator(".told")).to_contain_text("已办理：组成咨询小组")


async def test_a_secretary_holds_the_meeting_and_gives_the_opinion(
    town: DeskTown, sign_in: SignIn
) -> None:
    """办事人员记载咨询会议和每名委员的意见，再提出咨询意见 (ARL 52; ARR2026 51)."""
    room = await requested(town)
    secretary = await sign_in(Role.SECRETARY, COMMITTEE)
    await seated(secretary, room)
    await secretary.locator('main a[href*="/meeting"]').first.click()
    await axe(secretary)
    await secretary.locator("[name=chair]").select_option(THREE[0])
    for nth, code in enumerate(THREE):
        await expect(secretary.locator(f"[name='opinions/{nth}/member']")).to_have_value(code)
        await secretary.locator(f"[name='opinions/{nth}/stance']").select_option("agrees")
    await secretary.get_by_label("会议纪要").fill("委员一致同意拟办意见。")
    await secretary.locator("main form").last.get_by_role("button").last.click()
    await expect(secretary.locator(".told")).to_contain_text("已办理")
    await secretary.locator('main a[href*="/opinion"]').first.click()
    await axe(secretary)
    await secretary.get_by_label("结论").select_option("agrees")
    await secretary.get_by_label("意见正文").fill("同意按实测面积认定。")
    await secretary.locator("main form").last.get_by_role("button").last.click()
    await expect(secretary.locator(".told")).to_contain_text("已办理")
    kinds = await town.offices.kinds(room)
    assert kinds[-2:] == ["meeting_held", "opinion_given"], kinds


async def test_the_head_extends_the_time_to_decide(town: DeskTown, sign_in: SignIn) -> None:
    """情况复杂的，负责人批准延长，写明理由和天数；承办人没有这一项 (ARL 62)."""
    number, case_id = await under_way(town)
    head = await sign_in(Role.RECONSIDERATION_HEAD, AUTHORITY)
    file = f"/desk/disputes/{number}/files/{case_id}"
    await head.goto(f"{file}/extension")
    await axe(head)
    await head.locator("[name=days]").fill("20")
    await head.locator("[name=reason]").fill("案情复杂，需要鉴定。")
    await head.locator("main form").last.get_by_role("button").last.click()
    await expect(head.locator(".told")).to_contain_text("已办理")
    kinds = await town.offices.kinds(case_id)
    assert kinds[-1] == "decision_extended", kinds
    officer = await sign_in(Role.RECONSIDERATION, AUTHORITY)
    await officer.goto(f"/desk/disputes/{number}")
    assert await officer.locator(f'a[href*="files/{case_id}/extension"]').count() == 0


async def test_a_party_reads_the_file_on_its_telephone(town: DeskTown, opened: SignIn) -> None:
    """同意查阅以后，当事人在手机上逐份打开，每次查阅记录在案 (ARL 47)."""
    number, case_id = await under_way(town, granted=True)
    phone = await opened(**PHONE, java_script_enabled=False)
    await look_up(phone, number, APPLICANT)
    await phone.locator(f'a[href*="/party/file/{case_id}"]').first.click()
    await expect(phone.locator("main")).to_contain_text("书面答复")
    await phone.locator('main a[href*="/papers/"]').first.click()
    await expect(phone.locator("main")).to_contain_text("处罚依据充分。")
    read = "SELECT count(*) FROM hub.documents_read WHERE purpose = '当事人查阅案卷'"
    assert await town.hub.pool.fetchval(read) == 1
    seen = await opened(**PHONE)
    await look_up(seen, number, APPLICANT)
    await seen.goto(f"/party/file/{case_id}")
    await look(seen, "party-file")
    await seen.locator('main a[href*="/papers/"]').first.click()
    await look(seen, "party-file-paper")


async def test_a_party_withdraws_its_application(town: DeskTown, opened: SignIn) -> None:
    """当事人在手机上撤回复议申请，先看到后果，办完有回执 (ARL 41, 74)."""
    number, case_id = await under_way(town)
    phone = await opened(**PHONE)
    await look_up(phone, number, APPLICANT)
    await phone.get_by_role("link", name="撤回复议申请").first.click()
    await phone.locator("input[name=settled][value=false]").check()
    await sent(phone)
    kinds = await town.offices.kinds(case_id)
    assert kinds[-1] == "withdrawn", kinds


async def test_an_agent_acts_for_the_party_that_entrusted_it(
    town: DeskTown, opened: SignIn
) -> None:
    """当事人在网上委托代理人，代理人用自己的电话查到案件，代为申请查阅 (ARL 17, 47)."""
    number, case_id = await under_way(town)
    party = await opened(**PHONE)
    await look_up(party, number, APPLICANT)
    await party.goto(f"/party/act/{case_id}/agent")
    for name in ("name", "phone", "text"):
        await party.locator(f"main [name={name}]").fill(PAPER[name])
    for name in ("receive", "change", "admit", "withdraw", "settle", "identified"):
        await party.locator(f"main input[name={name}][value={PAPER[name]}]").check()
    await party.locator("main [name=sort]").select_option(PAPER["sort"])
    await sent(party)
    agent = await opened(**PHONE)
    await look_up(agent, number, PAPER["phone"])
    await agent.locator(f'main a[href*="{case_id}/file-access-request"]').first.click()
    await agent.locator("main [name=text]").fill("被申请人的全部证据。")
    await sent(agent)
    fact = "SELECT body::jsonb ->> 'reader' FROM hub.outbox WHERE kind = $1"
    reader = await town.hub.pool.fetchval(fact, "reconsideration.file_access_requested.v1")
    named = "SELECT body::jsonb ->> 'agent' FROM hub.outbox WHERE kind = $1"
    assert reader == await town.hub.pool.fetchval(named, "reconsideration.agent_named.v1")
