"""督办的页面: press on a case, and explain what one was asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, Any, Final, Literal
from uuid import UUID

from fastapi import Path, Query
from pydantic import BaseModel, Field
from starlette.responses import Response

from services.supervision.domain.press import PRESSED_ON, organs_of
from services.supervision.pages.issued import lines_of
from services.supervision.queries import HANDLERS, issued_in, read_requests
from services.supervision.store import press_of
from shared.auth import Identity, Role
from shared.errors import Unknown
from shared.frame import Answer, Form, Page, PageDep, page_router
from shared.frame.page import PART
from shared.frame.slices import Slice
from shared.frame.sorting import Order
from shared.law.period import parse_period
from shared.sessions.posts import acted_by
from shared.settings import settings
from shared.web import CaseId, needs

router = page_router()

Supervisor = Annotated[Identity, needs(Role.SUPERVISOR)]
Handler = Annotated[Identity, needs(*HANDLERS)]
Number = Annotated[str, Path(title="纠纷编号", description="编号或者标识", max_length=80)]

FIELDS: Final = {
    "urging": ("about", "organ", "text"),
    "explanation-request": ("about", "organ", "within", "text"),
    "note": ("about", "text"),
}
"""The doors of pressing, and what each takes."""

TOLD: Final = {"urging": "已督办", "explanation-request": "已要求说明", "note": "已批注"}

ON_THE_WAY: Final = frozenset({"registration", "triage"})
"""Files that only lead to others; they are offered last."""

PERIODS: Final = ("1wd", "3wd", "5wd", "10wd")
"""说明期限 to choose from, beside the city's own."""

A_PAGE: Final = 50
"""Entries of the record on a page."""


HOME: Final = "/desk/explanations"
ORDERS: Final = (("due", "先到期的在前"), ("-due", "后到期的在前"))
A_SITTING: Final = timedelta(hours=12)
"""As long as one stays signed in: a page that looks again by itself is the same reading."""

LATES: Final = (("", "全部"), ("overdue", "已逾期"), ("in_time", "未逾期"))


@dataclass(frozen=True, slots=True)
class Choice:
    """A file that may be pressed on, and the organs that handle it."""

    about: str
    term: str
    organs: tuple[str, ...]
    seen: int
    """The last page of how it was pressed on; 0 where it was not."""


class Asked(BaseModel):
    """What of the record is shown, and from which end; a form is answered with all of it."""

    kind: str = Field("", max_length=80)
    sort: Literal["", "at", "-at"] = ""
    after: int = Field(0, ge=0)


@router.get("/desk/press/{number}")
async def press(
    page: PageDep, number: Number, who: Supervisor, asked: Annotated[Asked, Query()]
) -> Response:
    """督办一件纠纷的案卷 (RULES 64, 65)."""
    del who
    return await _show(page, number, asked)


@router.post("/desk/press/{number}")
async def do_press(page: PageDep, number: Number, who: Supervisor) -> Response:
    """督办、要求说明或者批注: the act is the button that was pressed."""
    del who
    form = await page.form()
    act = form.get("act")
    if act not in FIELDS:
        raise Unknown("没有这种督办")
    about, _, organ = form.get("on").partition(" ")
    said = {"about": about, "organ": organ, **form.body("text", "within")}
    body = {name: said[name] for name in FIELDS[act] if said.get(name)}
    # What was pressed since the page was made is seen first: a form sent twice presses once.
    answer = await page.call("POST", f"/presses/{act}", body, if_match=form.get(f"seen/{about}"))
    if not answer.ok:
        return await _show(page, number, Asked(), form, answer)
    return page.go(f"/desk/press/{number}", told=TOLD[act])


@router.get(HOME)
async def owed(page: PageDep, who: Handler) -> Response:
    """要求说明: what this organ has to explain (RULES 65)."""
    return await _list(page, who)


@router.post(f"{HOME}/{{case_id}}")
async def explain(page: PageDep, case_id: CaseId, who: Handler) -> Response:
    """说明情况 (RULES 65)."""
    form = await page.form()
    body = form.body("organ", "text")
    answer = await page.call("POST", f"/presses/{case_id}/explanation", body)
    if not answer.ok:
        return await _list(page, who, case_id, form, answer)
    return page.go(_home(page), told="已说明")


async def _show(
    page: Page, number: str, asked: Asked, form: Form | None = None, answer: Answer | None = None
) -> Response:
    found = await page.call("GET", f"/disputes/{number}")
    if found.problem:
        return page.fault(found.problem)
    dispute = found.body
    files = sorted(dispute["files"], key=lambda file: file["procedure"] in ON_THE_WAY)
    beside = [file for file in dispute["files"] if file["procedure"] == "press"]
    pressed = {UUID(file["case_id"]): int(file["version"]) for file in beside}
    usual = settings().explain_within
    turned = [one for file in beside for one in file["pages"]]
    issued = await issued_in(page.hub, [UUID(file["case_id"]) for file in files])
    return page.show(
        "supervision/press_page.html",
        title="督办",
        status=answer.status if answer else 200,
        dispute=dispute,
        number=number,
        choices=[one for file in files if (one := _choice(file, pressed)).organs],
        issued=lines_of(issued, await page.hub.now()),
        **_record(asked, turned),
        names=await acted_by(page.hub.pool, {str(one["by"]) for one in turned}),
        usual=usual,
        periods=[(code, str(parse_period(code))) for code in sorted({*PERIODS, usual}, key=_days)],
        faults=answer.faults if answer else (),
        typed=form or Form(),
    )


def _record(asked: Asked, every: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    """督办记录 as far as it is asked for, and how it is narrowed and sorted."""
    order = Order.of(asked.sort, "at")
    chosen = [one for one in every if asked.kind in ("", one["kind"])]
    chosen.sort(key=lambda one: (str(one["at"]), one["version"]), reverse=order.down)
    kinds = dict(sorted((one["kind"], one["term"]) for one in every))
    return {
        "pages": Slice.of(chosen, asked.after, A_PAGE),
        "asked": asked,
        "order": str(order),
        "kinds": [("", "全部事项"), *kinds.items()],
    }


def _days(code: str) -> int:
    return parse_period(code).n


def _choice(file: Mapping[str, Any], pressed: Mapping[UUID, int]) -> Choice:
    handled = file["procedure"] not in PRESSED_ON
    organs = organs_of(file["labels"], file["office"]) if handled else ()
    seen = pressed.get(press_of(UUID(file["case_id"])), 0)
    return Choice(file["case_id"], file["term"], organs, seen)


async def _list(
    page: Page,
    who: Identity,
    wrong: UUID | None = None,
    form: Form | None = None,
    answer: Answer | None = None,
) -> Response:
    said = {name: page.query[name] for name in ("sort", "late", "cursor") if page.query.get(name)}
    found = await page.call("GET", "/explanations", query=said)
    if found.problem:
        return page.fault(found.problem)
    owed = found.body["items"]
    asked = {UUID(one["text_id"]): UUID(one["dispute_id"]) for one in owed}
    since = page.hub.clock.now() - A_SITTING if page.query.get(PART) else None
    texts = await read_requests(page.hub, who, asked, since=since)
    return page.show(
        "supervision/owed.html",
        title="要求说明",
        block="list" if page.query.get(PART) else "",
        status=answer.status if answer else 200,
        owed=owed,
        said=_home(page).removeprefix(HOME),
        live=_home(page, part="true"),
        sort=said.get("sort", "due"),
        orders=ORDERS,
        late=said.get("late", ""),
        lates=LATES,
        first=_home(page, cursor=None) if "cursor" in said else "",
        more=_home(page, cursor=found.body["next"]) if found.body["next"] else "",
        texts={str(text_id): text for text_id, text in texts.items()},
        wrong=f"{wrong}-{form.get('organ')}" if wrong and form else "",
        faults=answer.faults if answer else (),
        typed=form or Form(),
    )


def _home(page: Page, **changed: object) -> str:
    """The list as this page shows it, also where the page answers a form of one of its items."""
    return HOME + page.with_query(**changed).removeprefix(page.request.url.path)
