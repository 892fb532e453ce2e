"""办理: an act under a whistle, at its own door, from the page of the whistle or from the list."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Path
from starlette.responses import Response

from services.routing.pages.files import STORED, hand_in_all
from services.routing.pages.fitting import fitted
from services.routing.pages.whistle import found, shown, takes_files
from services.routing.pages.who import Worker
from services.routing.schemas import WhistleOut
from shared.auth import Role
from shared.casepage.answers import FileOut
from shared.casepage.desk.show import doors_of
from shared.casepage.doing import Door
from shared.casepage.doors import path_of
from shared.errors import HubError, Unknown
from shared.frame import Form, Page, PageDep, page_router
from shared.frame.filled import body_of
from shared.frame.organs import coded
from shared.problem import problem_of
from shared.sessions.cookie import own_path

router = page_router()


@router.post("/desk/department/whistles/{case_id}/{act}")
async def do_act(
    page: PageDep, case_id: UUID, act: Annotated[str, Path(max_length=40)], who: Worker
) -> Response:
    """办理: what was typed goes through the door of the act; its files are handed in before it."""
    form = await page.form()
    told, _, file = await found(page, who, case_id)
    door = _door(page, file, act)
    stored: tuple[str, ...] = tuple(form.all(STORED))
    try:
        if takes_files(act):
            who.require([Role.DEPARTMENT])
            stored = await hand_in_all(page, who, case_id, form)
        body = _body(page, door, told, form, stored)
    except HubError as error:
        problem = problem_of(error, page.request)
        return await shown(page, who, case_id, act, typed=form, problem=problem, stored=stored)
    answer = await page.call("POST", path_of(door, file), body, if_match=form.get("if_match"))
    if not answer.ok:
        return await shown(
            page, who, case_id, act, typed=form, problem=answer.problem, stored=stored
        )
    back = form.get("back")
    here = back if back and own_path(back) == back else f"/desk/department/whistles/{case_id}"
    return page.go(here, told=f"已办理：{door.term}（第{answer.body['version']}页）")


def _door(page: Page, file: FileOut, act: str) -> Door:
    shelf = page.hub.shelves[file.office, file.procedure]
    door = doors_of(page).find(file, act, shelf.editions)
    if door is None:
        raise Unknown("没有这一办理事项")
    return door


def _body(
    page: Page, door: Door, told: WhistleOut, form: Form, stored: tuple[str, ...]
) -> dict[str, Any] | None:
    if door.model is None:
        return None
    shown = fitted(door, told, page.frame.templates.filters["name"])
    body = body_of(coded(form, shown, page.hub.directory), shown)
    if field := takes_files(door.slug):
        body[field] = list(stored)
    return body
