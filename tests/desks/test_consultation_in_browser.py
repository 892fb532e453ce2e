"""委员会办事人员和委员 in a browser: a panel is seated, a member speaks on a telephone."""

from functools import partial
from uuid import UUID

from playwright.async_api import expect

from services.consultation.commands import file_of
from services.reconsideration.commands import handling
from shared.auth import Role
from shared.contracts.reconsideration import ConsultationGround
from shared.work import Act
from tests.consultation.makers import EXPERTS, THREE, enrolled, expert
from tests.desks.body import applied, heard
from tests.desks.conftest import SignIn
from tests.desks.looking import axe, fits, look
from tests.desks.town import DeskTown
from tests.reconsideration.makers import AUTHORITY

COMMITTEE = "620702-committee"
PHONE = {"width": 360, "height": 740}
LONG = "甘肃省河西走廊水资源保护与行政法治研究中心（张掖）教授、博士生导师"


async def requested(town: DeskTown) -> UUID:
    """An authority asks its committee; the id of the consultation."""
    await enrolled(town.hub, AUTHORITY, [*EXPERTS, expert("committee-4", affiliation=LONG)])
    _, dispute = await town.offices.register(matter="wuye")
    case_id = await applied(town.hub, dispute)
    await heard(town.hub, case_id)
    ask = partial(
        handling.request_opinion,
        case_id=case_id,
        ground=ConsultationGround.TECHNICAL,
        question="占道面积应当怎样认定？",
        by="o-1",
    )
    await town.hub.act(Act(do=ask, files=[case_id]))
    await town.hear()
    return file_of(case_id)


async def test_a_secretary_seats_a_panel_and_a_member_speaks_on_a_telephone(
    town: DeskTown, sign_in: SignIn
) -> None:
    """办事人员勾选组成小组，委员在手机上看问题、提意见 (ARL 52; RULES 71, 73)."""
    room = await requested(town)
    secretary = await sign_in(Role.SECRETARY, COMMITTEE)
    await secretary.goto("/desk/consultation")
    await expect(secretary.locator(f'[data-row="{room}"]')).to_be_visible()
    await look(secretary, "consultation-desk")
    await secretary.get_by_role("link", name="办理", exact=False).first.press("Enter")
    await expect(secretary.get_by_role("heading", name="候选委员")).to_be_visible()
    for code in THREE:
        await secretary.get_by_role("checkbox", name=code).check()
    await look(secretary, "consultation-panel")
    await secretary.get_by_label("案件所需的专业领域").select_option("law")
    await secretary.get_by_role("button", name="组成咨询小组").press("Enter")
    await expect(secretary.locator(".told")).to_contain_text("已办理：组成咨询小组")
    await expect(secretary.get_by_role("table")).to_contain_text("尚未提出")
    for path, name in (("roster", "consultation-roster"), ("load", "consultation-load")):
        await secretary.goto(f"/desk/consultation/{path}")
        await expect(secretary.get_by_role("table")).to_contain_text(THREE[0])
        await look(secretary, name)
    await secretary.goto("/desk/consultation/roster/new")
    await axe(secretary)

    member = await sign_in(Role.COMMITTEE, COMMITTEE, code=THREE[0], **PHONE)
    await member.goto("/desk/consultation/mine")
    await expect(member.locator("[data-row]")).to_contain_text("您还没有提出意见")
    await look(member, "consultation-mine")
    await member.locator("[data-key]").first.click()
    await expect(member.locator("main")).to_contain_text("占道面积应当怎样认定？")
    await look(member, "consultation-question")
    await member.get_by_role("link", name="提出委员意见").click()
    text = member.get_by_label("意见正文")
    await text.focus()
    await expect(text).to_be_focused()
    await text.fill("同意按实测面积认定。")
    await member.get_by_label("结论").select_option("agrees")
    await fits(member)
    await member.get_by_role("button", name="提出委员意见").click()
    await expect(member.locator(".told")).to_contain_text("已办理：提出委员意见")
    await expect(member.locator("main")).to_contain_text("您已提出意见：同意拟办意见")
    kinds = await town.offices.kinds(room)
    assert kinds[-1] == "member_opinion_given", kinds
