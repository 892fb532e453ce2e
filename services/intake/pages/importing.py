"""台账导入页: a ledger handed in, how far it has come, and its rejects to be mended."""

from base64 import b64encode
from collections.abc import Mapping
from typing import Annotated, Any, Final
from uuid import UUID, uuid4

from starlette.responses import Response

from services.intake.domain.applicants import Newcomers
from services.intake.importing.run import NEWCOMERS
from services.intake.schemas.importing import A_PAGE, MOST_BYTES
from shared.auth import Identity, Role
from shared.frame import Answer, Form, Page, PageDep, page_router
from shared.frame.meanings import meanings
from shared.frame.sorting import Order
from shared.problem.model import Problem
from shared.sessions.posts import acted_by
from shared.web import needs

router = page_router()

Window = Annotated[Identity, needs(Role.WINDOW)]

HERE: Final = "/desk/window/import"

STATES: Final = (("", "全部"), ("open", "待更正"), ("mended", "已登记"))
SORTS: Final = (
    ("", "待更正的在前"),
    ("place", "按行次"),
    ("-place", "按行次倒排"),
    ("column", "按有误的栏目"),
    ("-column", "按有误的栏目倒排"),
)
CHOICES: Final = tuple(meanings(Newcomers).items())
"""What may become of applicants who are new to a dispute that is there (RULES 168)."""


@router.get("/desk/window/import")
async def imports(page: PageDep, who: Window) -> Response:
    """台账导入: a file to choose or to drop, and what was imported before."""
    del who
    return await _imports(page)


@router.post("/desk/window/import")
async def hand_in(page: PageDep, who: Window) -> Response:
    """交入台账: kept first, then taken in batch by batch on its own page."""
    del who
    form = await page.form()
    file = next(iter(form.files.get("content", ())), None)
    # One byte more than is taken: the door says that it is too long, whatever lies behind it.
    content = b64encode(await file.read(MOST_BYTES + 1)).decode() if file else ""
    if file:
        await file.close()
    body = {
        "name": (file.filename if file else "") or "",
        "content": content,
        "source": form.get("source"),
        "history": bool(form.get("history")),
    }
    answer = await page.call("POST", "/imports", body, key=form.get("key"))
    if not answer.ok:
        return await _imports(page, typed=form, answer=answer)
    return page.go(f"{HERE}/{answer.body['import_id']}", told="台账已经交入，正在逐批登记")


@router.get("/desk/window/import/{import_id}")
async def one_import(page: PageDep, import_id: UUID, who: Window) -> Response:
    """一次导入: real counts, and the rows that were sent back."""
    del who
    return await _import(page, import_id)


@router.post("/desk/window/import/{import_id}")
async def go_on(page: PageDep, import_id: UUID, who: Window) -> Response:
    """登记下一批: the script asks again and again; without one, the button does."""
    del who
    await page.form()
    answer = await page.call("POST", f"/imports/{import_id}/batches")
    if page.request.headers.get("accept", "").startswith("application/json"):
        return page.json(answer.body, answer.status)
    return page.go(f"{HERE}/{import_id}") if answer.ok else page.fault(_why(answer))


@router.post("/desk/window/import/{import_id}/{reject}")
async def mend(page: PageDep, import_id: UUID, reject: int, who: Window) -> Response:
    """更正退回行: registered as it now reads; what was typed stays where it cannot be."""
    del who
    form = await page.form()
    cells = [said.strip() for said in form.values.get("cell", ())]
    path = f"/imports/{import_id}/rejects/{reject}"
    chosen = form.body("newcomers")
    answer = await page.call("POST", path, {"cells": cells, **chosen})
    if not answer.ok:
        return await _import(page, import_id, tried=reject, typed=form, answer=answer)
    return page.go(
        f"{HERE}/{import_id}{_said(page)}#rejects", told=f"已更正并登记：{answer.body['number']}"
    )


async def _imports(page: Page, typed: Form | None = None, answer: Answer | None = None) -> Response:
    said = {name: page.query[name] for name in ("sort", "state", "after") if page.query.get(name)}
    found = await page.call("GET", "/imports", query={**said, "limit": A_PAGE + 1})
    if not found.ok:
        return page.fault(_why(found))
    return page.show(
        "intake/imports.html",
        title="台账导入",
        status=answer.status if answer else 200,
        faults=answer.faults if answer else (),
        typed=typed or Form(),
        imports=found.body[:A_PAGE],
        sort=str(Order.of(said.get("sort", ""), "-at")),
        state=said.get("state", ""),
        more=page.with_query(after=found.body[A_PAGE - 1]["import_id"])
        if len(found.body) > A_PAGE
        else "",
        key=(typed.get("key") if typed else "") or str(uuid4()),
    )


async def _import(
    page: Page,
    import_id: UUID,
    tried: int | None = None,
    typed: Form | None = None,
    answer: Answer | None = None,
) -> Response:
    found = await page.call("GET", f"/imports/{import_id}")
    if not found.ok:
        return page.fault(_why(found))
    number = _number(page)
    said = {name: page.query[name] for name in ("state", "sort") if page.query.get(name)}
    path = f"/imports/{import_id}/rejects"
    rejects = await page.call("GET", path, query={**said, "page": number})
    if not rejects.ok:
        return page.fault(_why(rejects))
    state = said.get("state", "")
    return page.show(
        "intake/import.html",
        title=f"导入 {found.body['name']}",
        status=answer.status if answer else 200,
        faults=answer.faults if answer else (),
        tried=tried,
        typed=typed or Form(),
        ledger=found.body,
        names=await acted_by(page.hub.pool, [str(found.body["by"])]),
        rejects=rejects.body,
        number=number,
        many=_many(found.body, state),
        each=A_PAGE,
        state=state,
        states=STATES,
        choices=CHOICES,
        left_open=NEWCOMERS,
        sort=said.get("sort", ""),
        sorts=SORTS,
        here=f"{HERE}/{import_id}",
        said=_said(page),
        before=f"{HERE}/{import_id}{_said(page, page=number - 1)}",
        after=f"{HERE}/{import_id}{_said(page, page=number + 1)}",
    )


def _many(ledger: Mapping[str, Any], state: str) -> int:
    """How many rows sent back are in this state; all of them where none is named."""
    rejected, mended = int(ledger["rejected"]), int(ledger["mended"])
    return {"open": rejected - mended, "mended": mended}.get(state, rejected)


def _said(page: Page, /, **changed: object) -> str:
    """What the address says of the rows that are shown, also where a form of one is answered."""
    return page.with_query(**changed).removeprefix(page.request.url.path)


def _number(page: Page) -> int:
    said = page.query.get("page", "")
    return int(said) if said.isdecimal() else 1


def _why(answer: Answer) -> Problem:
    assert answer.problem is not None  # noqa: S101 - what is not ok says why
    return answer.problem
