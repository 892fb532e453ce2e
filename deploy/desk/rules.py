"""规则簿: drafted, rehearsed on past months, approved by another, withdrawn; each at its door.

A rehearsal has a page of its own, which asks for part after part and shows how far it has come.
"""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Final, Literal
from uuid import UUID

from fastapi import Query
from pydantic import BaseModel, Field
from starlette.responses import Response

from services.routing.domain.rehearsal_course import Stage
from services.routing.domain.rulebook_file import State
from shared.auth import Identity, Role
from shared.casepage.track import ROADS
from shared.db import HIGHEST
from shared.frame import Answer, Form, Page, PageDep, page_router
from shared.frame.meanings import meanings
from shared.frame.sorting import Order
from shared.sessions.posts import acted_by
from shared.web import needs

router = page_router()

Keeper = Annotated[Identity, needs(Role.ADMINISTRATOR, Role.SUPERVISOR)]

A_PAGE: Final = 50
"""Rule books on a page."""

PLAYED: Final = 20
"""Rehearsals on the page of a rule book."""

ACTS: Final = {
    "approval": ("批准", ("since",)),
    "withdrawal": ("撤回", ("reason",)),
}


class Asked(BaseModel):
    """What the list is narrowed to, and in which order it stands."""

    state: State | Literal[""] = ""
    sort: Literal["", "drafted", "-drafted"] = ""
    after: int = Field(0, ge=0, le=HIGHEST)


class BookAsked(BaseModel):
    """Which of its rehearsals the page of a rule book shows, and in which order."""

    state: Stage | Literal[""] = ""
    sort: Literal["", "at", "-at"] = ""
    after: int = Field(0, ge=0, le=HIGHEST)


BookQuery = Annotated[BookAsked, Query()]


@router.get("/desk/rules")
async def every(page: PageDep, who: Keeper, asked: Annotated[Asked, Query()]) -> Response:
    """规则簿一览, and the text in force to draft from."""
    del who
    return await _list(page, asked)


@router.post("/desk/rules")
async def draft(page: PageDep, who: Keeper) -> Response:
    """起草."""
    del who
    form = await page.form()
    answer = await page.call("POST", "/rulebooks", {"text": form.get("text")})
    if not answer.ok:
        return await _list(page, Asked(), form, answer)
    return page.go(f"/desk/rules/{answer.body['case_id']}", told="已起草，请先推演再报批")


@router.get("/desk/rules/{case_id}")
async def one(page: PageDep, case_id: UUID, who: Keeper, asked: BookQuery) -> Response:
    """规则簿: its text, what its rehearsal found, what may be done."""
    del who
    return await _book(page, case_id, asked)


@router.post("/desk/rules/{case_id}")
async def act(page: PageDep, case_id: UUID, who: Keeper, asked: BookQuery) -> Response:
    """推演、批准、撤回."""
    del who
    form = await page.form()
    if form.get("act") == "rehearsals":
        return await _rehearse(page, case_id, asked, form)
    term, fields = ACTS.get(form.get("act"), ("", ()))
    if not term:
        return await _book(page, case_id, asked)
    where = f"/rulebooks/{case_id}/{form.get('act')}"
    answer = await page.call("POST", where, form.body(*fields), if_match=form.get("if_match"))
    if not answer.ok:
        return await _book(page, case_id, asked, form, answer)
    return page.go(f"/desk/rules/{case_id}", told=f"已{term}")


async def _rehearse(page: Page, case_id: UUID, asked: BookAsked, form: Form) -> Response:
    answer = await page.call("POST", f"/rulebooks/{case_id}/rehearsals", form.body("months"))
    if not answer.ok:
        return await _book(page, case_id, asked, form, answer)
    return page.go(_at(case_id, answer.body["rehearsal_id"]), told="已开始推演")


@router.get("/desk/rules/{case_id}/rehearsals/{rehearsal_id}")
async def rehearsal(page: PageDep, case_id: UUID, rehearsal_id: UUID, who: Keeper) -> Response:
    """推演的进度: months and disputes, how it ended, and what may be done about it."""
    del who
    course = await page.read(f"/rulebooks/{case_id}/rehearsals/{rehearsal_id}")
    book = await page.read(f"/rulebooks/{case_id}")
    return page.show(
        "deploy/rehearsing.html",
        title=f"推演 {book['title']}",
        book=book,
        course=course,
        names=await _names(page, [course]),
        stages=meanings(Stage),
        here=_at(case_id, rehearsal_id),
    )


@router.post("/desk/rules/{case_id}/rehearsals/{rehearsal_id}")
async def go_on(page: PageDep, case_id: UUID, rehearsal_id: UUID, who: Keeper) -> Response:
    """推演下一部分: the script asks again and again; without one, the button does."""
    del who
    await page.form()
    answer = await page.call("POST", f"/rulebooks/{case_id}/rehearsals/{rehearsal_id}/parts")
    if page.request.headers.get("accept", "").startswith("application/json"):
        return page.json(answer.body, answer.status)
    return page.fault(answer.problem) if answer.problem else page.go(_at(case_id, rehearsal_id))


@router.post("/desk/rules/{case_id}/rehearsals/{rehearsal_id}/cancellation")
async def cancel(page: PageDep, case_id: UUID, rehearsal_id: UUID, who: Keeper) -> Response:
    """取消推演."""
    del who
    await page.form()
    path = f"/rulebooks/{case_id}/rehearsals/{rehearsal_id}/cancellation"
    answer = await page.call("POST", path)
    return page.fault(answer.problem) if answer.problem else page.go(_at(case_id, rehearsal_id))


def _at(case_id: UUID, rehearsal_id: UUID) -> str:
    return f"/desk/rules/{case_id}/rehearsals/{rehearsal_id}"


async def _list(
    page: Page, asked: Asked, form: Form | None = None, answer: Answer | None = None
) -> Response:
    sort = str(Order.of(asked.sort, "-drafted"))
    wanted = {"state": asked.state, "sort": sort, "after": asked.after}
    books = await page.read("/rulebooks", **wanted, limit=A_PAGE + 1)
    current = await page.read("/rulebooks/current")
    return page.show(
        "deploy/rules.html",
        title="规则簿",
        status=answer.status if answer else 200,
        books=books[:A_PAGE],
        names=await _names(page, books[:A_PAGE]),
        next=asked.after + A_PAGE if len(books) > A_PAGE else None,
        asked=asked,
        sort=sort,
        states=[("", "全部状态"), *meanings(State).items()],
        current=current,
        text=form.get("text") if form else current["text"],
        drafts=page.who is not None and page.who.is_over_all,
        faults=answer.faults if answer else (),
    )


async def _names(page: Page, told: Iterable[Mapping[str, Any]]) -> Mapping[str, str]:
    """What those who drafted, approved, rehearsed or cancelled are called."""
    codes = {one[by] for one in told for by in _BY if one.get(by)}
    return await acted_by(page.hub.pool, codes)


_BY: Final = ("drafted_by", "approved_by", "by", "ended_by")


async def _book(
    page: Page,
    case_id: UUID,
    asked: BookAsked,
    form: Form | None = None,
    answer: Answer | None = None,
) -> Response:
    book = await page.read(f"/rulebooks/{case_id}")
    figures = await page.call("GET", f"/rulebooks/{case_id}/rehearsal")
    sort = str(Order.of(asked.sort, "-at"))
    wanted = {"state": asked.state, "sort": sort, "after": asked.after, "limit": PLAYED + 1}
    played = await page.read(f"/rulebooks/{case_id}/rehearsals", **wanted)
    return page.show(
        "deploy/rulebook.html",
        title=book.get("title") or "规则簿",
        status=answer.status if answer else 200,
        book=book,
        figures=figures.body if figures.ok else None,
        rehearsals=played[:PLAYED],
        next=asked.after + PLAYED if len(played) > PLAYED else None,
        asked=asked,
        sort=sort,
        names=await _names(page, (book, *played)),
        stages=meanings(Stage),
        states=[("", "全部状态"), *meanings(Stage).items()],
        roads=ROADS,
        typed=form or Form(),
        faults=answer.faults if answer else (),
    )
