"""规则簿: drafted, rehearsed on past months, approved by another, withdrawn; each at its door."""

from typing import Annotated, Final
from uuid import UUID

from starlette.responses import Response

from shared.auth import Identity, Role
from shared.frame import Answer, Form, Page, PageDep, page_router
from shared.web import needs

router = page_router()

Keeper = Annotated[Identity, needs(Role.ADMINISTRATOR, Role.SUPERVISOR)]

ACTS: Final = {
    "rehearsal": ("推演", ("months",)),
    "approval": ("批准", ("since",)),
    "withdrawal": ("撤回", ("reason",)),
}


@router.get("/desk/rules")
async def every(page: PageDep, who: Keeper) -> Response:
    """规则簿一览, and the text in force to draft from."""
    del who
    return await _list(page)


@router.post("/desk/rules")
async def draft(page: PageDep, who: Keeper) -> Response:
    """起草."""
    del who
    form = await page.form()
    answer = await page.call("POST", "/rulebooks", {"text": form.get("text")})
    if not answer.ok:
        return await _list(page, form, answer)
    return page.go(f"/desk/rules/{answer.body['case_id']}", told="已起草，请先推演再报批")


@router.get("/desk/rules/{case_id}")
async def one(page: PageDep, case_id: UUID, who: Keeper) -> Response:
    """规则簿: its text, what its rehearsal found, what may be done."""
    del who
    return await _book(page, case_id)


@router.post("/desk/rules/{case_id}")
async def act(page: PageDep, case_id: UUID, who: Keeper) -> Response:
    """推演、批准、撤回."""
    del who
    form = await page.form()
    term, fields = ACTS.get(form.get("act"), ("", ()))
    if not term:
        return await _book(page, case_id)
    where = f"/rulebooks/{case_id}/{form.get('act')}"
    answer = await page.call("POST", where, form.body(*fields), if_match=form.get("if_match"))
    if not answer.ok:
        return await _book(page, case_id, form, answer)
    return page.go(f"/desk/rules/{case_id}", told=f"已{term}")


async def _list(page: Page, form: Form | None = None, answer: Answer | None = None) -> Response:
    books = await page.read("/rulebooks")
    current = await page.read("/rulebooks/current")
    return page.show(
        "deploy/rules.html",
        title="规则簿",
        status=answer.status if answer else 200,
        books=books,
        current=current,
        text=form.get("text") if form else current["text"],
        faults=answer.faults if answer else (),
    )


async def _book(
    page: Page, case_id: UUID, form: Form | None = None, answer: Answer | None = None
) -> Response:
    book = await page.read(f"/rulebooks/{case_id}")
    figures = await page.call("GET", f"/rulebooks/{case_id}/rehearsal")
    return page.show(
        "deploy/rulebook.html",
        title=book.get("title") or "规则簿",
        status=answer.status if answer else 200,
        book=book,
        figures=figures.body if figures.ok else None,
        typed=form or Form(),
        faults=answer.faults if answer else (),
    )
