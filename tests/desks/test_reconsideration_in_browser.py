"""承办人和负责人的一天 in a browser: from the list to the draft, and from approval to approval."""

from uuid import UUID

from playwright.async_api import Page, expect

from services.reconsideration.commands import assigning
from shared.auth import Role
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.assigning import Tie
from shared.work import Act, Work
from tests.desks.body import OTHER, applied, heard, submitted
from tests.desks.conftest import SignIn
from tests.desks.looking import NARROW, axe, look
from tests.desks.town import DeskTown
from tests.reconsideration.makers import AUTHORITY

LONG = "620702-shijian"
HANDLER = "620702-government-review"


async def begun(town: DeskTown) -> tuple[UUID, UUID]:
    """A case whose draft was sent up, and one of which a reviewer is asked to be replaced."""
    _, first = await town.offices.register(matter="wuye", key="desk-0001")
    parties = [{"side": "applicant", "name": "孙某", "phone": "13700000009"}]
    more = {"subject": "占道经营处罚", "content": "摊位被罚。", "parties": parties}
    _, second = await town.offices.register(matter="wuye", key="desk-0002", **more)
    ready = await applied(town.hub, first)
    asked = await applied(town.hub, second, respondent=LONG)
    for one in (ready, asked):
        await heard(town.hub, one, (HANDLER, OTHER))
    await submitted(town.hub, ready)

    def ask(work: Work) -> None:
        assigning.request_recusal(
            work, asked, Tie.KIN, reason="系近亲属", by="w-1", asked_by=Standing.APPLICANT
        )

    await town.hub.act(Act(do=ask, files=[asked]))
    return ready, asked


async def places(page: Page) -> list[tuple[float, float]]:
    """Where findings and draft stand."""
    sides = page.locator(".beside > section")
    found = [await sides.nth(n).bounding_box() for n in (0, 1)]
    return [(box["x"], box["y"]) for box in found if box]


async def test_a_handler_reads_the_draft_beside_the_findings_and_the_head_goes_from_one_to_the_next(
    town: DeskTown, sign_in: SignIn
) -> None:
    """认定与拟稿并排对照，窄屏上先后排列；负责人一件接一件审批，只用键盘 (ARL 36, 61)."""
    ready, _ = await begun(town)
    officer = await sign_in(Role.RECONSIDERATION, AUTHORITY, code=HANDLER)
    await officer.goto("/desk/reconsideration/mine")
    await expect(officer.locator("[data-row]")).to_have_count(2)
    await expect(officer.locator("main")).to_contain_text("回避尚未决定")
    await look(officer, "reconsideration-mine")
    await officer.locator(f'[data-key="{ready}"]').press("Enter")
    await expect(officer.get_by_role("heading", name="认定和拟稿")).to_be_visible()
    await officer.get_by_role("link", name="对照正文").press("Enter")
    await expect(officer.locator(".beside")).to_contain_text("未告知陈述")
    (left, above), (right, beside) = await places(officer)
    assert left < right
    assert above == beside
    await look(officer, "reconsideration-file")
    await officer.set_viewport_size(NARROW)
    (left, above), (right, below) = await places(officer)
    assert left == right
    assert above < below

    head = await sign_in(Role.RECONSIDERATION_HEAD, AUTHORITY)
    await head.goto("/desk/reconsideration/approvals")
    await expect(head.locator("[data-row]")).to_have_count(2)
    await look(head, "reconsideration-approvals")
    await approve(head, ready)
    await head.goto("/desk/reconsideration/reviewers")
    await expect(head.get_by_role("link", name=HANDLER, exact=True)).to_be_visible()
    await look(head, "reconsideration-reviewers")
    kinds = await town.offices.kinds(ready)
    assert kinds[-1] == "approved", kinds


async def approve(head: Page, ready: UUID) -> None:
    """By keys alone: what was sent up is approved, and the next one is there."""
    await head.goto(f"/desk/reconsideration/files/{ready}?waiting=submission&place=0")
    await head.locator(".waiting").get_by_role("link", name="审批", exact=True).press("Enter")
    button = head.get_by_role("button", name="审批", exact=True)
    await expect(button).to_be_visible()
    for label, said in (
        ("同意的机关负责人", "张某某"),
        ("职务", "副市长"),
        ("签署的意见", "同意。"),
    ):
        field = head.get_by_label(label).first
        await field.focus()
        await head.keyboard.insert_text(said)
    await button.press("Enter")
    await expect(head.locator(".told")).to_contain_text("已办理：审批")
    await expect(head.get_by_role("heading", name="待审批：回避的决定")).to_be_visible()
    await axe(head)
    await head.locator("[accesskey=n]").press("Enter")
    await expect(head.locator(".told")).to_contain_text("后面没有待审批的了")
