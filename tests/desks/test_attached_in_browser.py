"""附带审查 at the desks in a browser: the officer takes a document up, the head deals with it."""

from functools import partial
from uuid import UUID

from playwright.async_api import Page, expect

from services.reconsideration.agents import LISTENS
from services.reconsideration.commands import attached, filing, pausing
from services.reconsideration.domain.application import Application, file_of
from services.reconsideration.store import review_of
from shared.auth import Role
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import FilingManner
from shared.contracts.reconsideration.attached import AttachedReviewBegun, Document
from shared.contracts.reconsideration.pausing import Suspension
from shared.law.period import legal_day
from shared.work import Act, Work
from tests.desks.conftest import SignIn
from tests.desks.looking import Faults, axe, fits
from tests.desks.town import DeskTown
from tests.reconsideration.makers import ANNA, AUTHORITY, RESPONDENT


async def suspended(town: DeskTown, dispute: UUID) -> UUID:
    """A case that stands still for a document; the file of the review, once it was heard."""
    today = legal_day(town.clock.now())
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
        filing.receive(work, case_id, dispute, said, text="请求撤销处罚", by="o-1")
        attached.request(work, case_id, Document.LOCAL, text="请求审查第八条", by="o-1")
        filing.accept(work, case_id, by="o-1")
        pausing.suspend(work, case_id, Suspension.DOCUMENT, text="附带审查，中止", by="o-1")

    await town.hub.act(Act(do=begin, files=[case_id]))
    row = await town.hub.pool.fetchrow(
        "SELECT body FROM hub.outbox WHERE case_id = $1 AND kind = $2",
        *(case_id, AttachedReviewBegun.kind_name()),
    )
    fact = AttachedReviewBegun.model_validate_json(row["body"])
    heard = LISTENS[AttachedReviewBegun]
    labels = {"authority": AUTHORITY, "county": "620702"}
    await town.hub.act(Act(do=partial(_hear, fact), files=tuple(heard.files(fact)), labels=labels))
    return review_of(case_id, 1)


def _hear(fact: AttachedReviewBegun, work: Work) -> None:
    LISTENS[AttachedReviewBegun].handler(work, fact)


async def fill(page: Page, label: str, text: str) -> None:
    field = page.get_by_label(label)
    await field.focus()
    await expect(field).to_be_focused()
    await field.fill(text)


async def test_an_officer_takes_a_document_up_and_the_head_is_told_what_comes_first(
    town: DeskTown, sign_in: SignIn, faults: Faults
) -> None:
    """认定有权处理、通知制定机关，答复以前处理的，写明法条 (ARL 56, 58)."""
    faults.forgive("409 (Conflict)")
    number, dispute = await town.offices.register(matter="wuye")
    review = await suspended(town, dispute)
    officer = await sign_in(Role.RECONSIDERATION, AUTHORITY)
    file = f"/desk/disputes/{number}/files/{review}"
    await officer.goto(f"{file}/competence")
    await axe(officer)
    await fill(officer, "制定机关", RESPONDENT)
    await officer.get_by_role("button", name="有权处理").click()
    await expect(officer.locator(".told")).to_contain_text("已办理：有权处理")
    await expect(officer.locator("main")).to_contain_text("附带审查处理期限")
    await officer.goto(f"{file}/issuer-notice")
    await fill(officer, "书面通知正文", "请就第八条的合法性书面答复")
    await officer.get_by_role("button", name="书面通知制定机关").click()
    await expect(officer.locator(".told")).to_contain_text("已办理：书面通知制定机关")
    await axe(officer)
    await officer.set_viewport_size({"width": 360, "height": 740})
    await fits(officer)

    head = await sign_in(Role.RECONSIDERATION_HEAD, AUTHORITY)
    await head.goto(f"{file}/conclusion")
    await head.get_by_label("对相关条款的认定").select_option("none")
    await fill(head, "处理意见正文", "第八条合法")
    await head.get_by_role("button").last.click()
    await expect(head.locator("main")).to_contain_text("第58条第1款")
    kinds = await town.offices.kinds(review)
    assert kinds == ["attached_opened", "attached_taken", "issuer_notified"]
