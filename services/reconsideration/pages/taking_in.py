"""收件: what comes to the authority itself is registered at its desk, and goes on to its form."""

from datetime import date
from typing import Annotated, Any, Final
from urllib.parse import urlencode
from uuid import uuid4

from pydantic import BaseModel, Field
from starlette.responses import Response

from services.reconsideration.pages.who import Officer
from shared.contracts.intake import ActKind, Channel, PersonKind, Side
from shared.directory import Nature
from shared.errors import Malformed
from shared.frame import Form, Page, PageDep, page_router
from shared.frame.choosing import A_MATTER, A_PLACE, known_to, offered
from shared.frame.filled import MORE, body_of, row, rows_of, typed_of
from shared.frame.forms import Box, boxes
from shared.frame.organs import coded
from shared.problem import problem_of
from shared.problem.model import Problem

router = page_router()

HERE: Final = "/desk/reconsideration/taking-in"

KNOWN: Final[tuple[str, ...]] = (
    *("respondent", "act", "learnt_on"),
    *("omission", "requested_on", "duty_within", "urgent"),
)
"""What the form of the application begins with, since it was said here."""


class ApplicantIn(BaseModel):
    """申请人."""

    name: str = Field(title="姓名或者名称")
    kind: PersonKind = Field(PersonKind.NATURAL, title="类别")
    id_number: str | None = Field(None, title="证件号码")
    phone: str | None = Field(None, title="联系电话")
    address: str | None = Field(None, title="地址")
    service_address: str | None = Field(
        None, title="送达地址", description="文书送到别处的填写（复议条例第27条第1款第1项）"
    )
    head_name: str | None = Field(
        None, title="法定代表人或者主要负责人", description="法人、其他组织填写姓名"
    )
    head_post: str | None = Field(None, title="其职务")


class TakenIn(BaseModel):
    """向本机关提出的行政复议申请 (ARL 22)."""

    channel: Channel = Field(title="怎样收到", description="邮寄的为来信，当面的为窗口")
    matter: Annotated[str, A_MATTER] = Field(title="纠纷类型")
    place: Annotated[str, A_PLACE] = Field(title="发生地")
    parties: tuple[ApplicantIn, ...] = Field(title="申请人")
    respondent: str = Field(title="被申请人")
    act: ActKind = Field(title="行政行为类别")
    learnt_on: date | None = Field(
        None, title="知道行政行为之日", description="没有处理履职申请的，为履行期限届满之日"
    )
    omission: bool | None = Field(
        None,
        title="行政机关没有处理履职申请",
        description="申请许可、保护、社会保障待遇、信息公开，没有受理、答复或者履行的写是",
    )
    requested_on: date | None = Field(
        None, title="行政机关收到履职申请之日", description="没有处理的填写"
    )
    duty_within: str | None = Field(
        None, title="规定的履行期限", description="没有处理的填写，如20个工作日；没有规定的不填"
    )
    urgent: bool = Field(
        default=False,
        title="紧急情况下请求保护人身权、财产权",
        description="只在请求保护的没有得到处理时填写",
    )
    subject: str = Field(title="主题", description="如“不服占道经营的罚款”")
    content: str = Field(title="事实和理由", max_length=20_000)
    demand: str = Field(title="请求", max_length=20_000)
    on: date | None = Field(
        None, title="收到之日", description="申请到达本机关之日；不填为今天，审查期限自此计算"
    )


@router.get(HERE)
async def form_of_taking_in(page: PageDep, who: Officer) -> Response:
    """收件表单: whoever applies, against whom, when it arrived (ARL 22, 30)."""
    del who
    return _form(page, Form())


@router.post(HERE)
async def take_in(page: PageDep, who: Officer) -> Response:
    """收件: registered at the door of everybody, then put on file (ARL 22, 30)."""
    form = await page.form()
    if form.get(MORE):
        return _form(page, form)
    shown = _boxes(page)
    try:
        body = body_of(coded(form, shown, page.hub.directory), shown)
    except Malformed as error:
        return _form(page, form, problem_of(error, page.request))
    parties = [{**one, "side": Side.APPLICANT} for one in body.get("parties", ())]
    key = form.get("key") or str(uuid4())
    # Whoever signed the application is of the dispute that is there: it asks for all of them.
    said_of_all = {**body, "parties": parties, "newcomers": "add"}
    answer = await page.call("POST", "/disputes", said_of_all, key=key)
    if answer.problem:
        return _form(page, form, answer.problem)
    said = typed_of({name: body[name] for name in KNOWN if name in body})
    known: dict[str, Any] = {"authority": who.organ, "received_on": body.get("on", "")}
    known |= {name: said.get(name) for name in said.values}
    known["manner"] = "post" if body.get("channel") == Channel.LETTER else "in_person"
    where = f"/desk/disputes/{answer.body['number']}/open/reconsiderations?{urlencode(known)}"
    told = "这件纠纷此前已经登记，已计入" if answer.body["repeat"] else "已登记"
    told += "，新的申请人已经加进该件" if answer.body["added"] else ""
    return page.go(where, told=f"{told}；请接着填写申请")


def _boxes(page: Page) -> tuple[Box, ...]:
    """The form; of the matters those about administrative acts stand first."""
    return offered(boxes(TakenIn), known_to(page.hub.directory, first=Nature.ACT))


def _form(page: Page, typed: Form, problem: Problem | None = None) -> Response:
    values: dict[str, Any] = {
        "typed": typed,
        "faults": problem or (),
        "key": typed.get("key") or str(uuid4()),
    }
    return page.show(
        "reconsideration/taking_in.html",
        title="收件",
        status=problem.status if problem else 200,
        boxes=_boxes(page),
        row=row,
        rows_of=rows_of,
        parties=[],
        organs=[(one.code, one.name) for one in page.hub.directory.organs()],
        **values,
    )
