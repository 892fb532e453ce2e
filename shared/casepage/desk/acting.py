"""办理: the form of any act in any file, made of its door; and the same for opening a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID, uuid4

from fastapi import Path, Query
from starlette.responses import Response

from shared.attachments import keep
from shared.attachments.keeping import MOST_BYTES
from shared.auth import Identity
from shared.casepage.answers import DisputeOut
from shared.casepage.desk.show import Number, chapter, doors_of, file_of, today_of
from shared.casepage.doors import Door, path_of
from shared.casepage.reading import read_dispute
from shared.contracts.intake import Side
from shared.errors import Malformed, Unknown
from shared.frame import Form, Page, PageDep, page_router
from shared.frame.choosing import offered
from shared.frame.forms import Box, body_of, boxes, row, rows_of, takes_files
from shared.frame.meanings import meanings
from shared.problem import problem_of
from shared.problem.model import Problem
from shared.sessions.cookie import own_path
from shared.web import needs

router = page_router()

Reader = Annotated[Identity, needs()]
Word = Annotated[str, Path(max_length=60)]

OPENS = "dispute_id"
"""The field of a body that opens a file in a dispute."""

Back = Annotated[str, Query(title="办理以后回到", max_length=300)]
"""A page of the hub's own from which the form was opened; the case where it says none."""

WHY = "办理案件，填写表单"
"""为什么查阅: what is written on record when a form shows the parties."""


@router.get("/desk/disputes/{number}/files/{case_id}/{act}")
async def form_of_act(
    *, page: PageDep, number: Number, case_id: UUID, act: Word, who: Reader, back: Back = ""
) -> Response:
    """办理表单: what this act asks for, whether it may be done now, and if not, why."""
    dispute, door = await _act(page, who, number, case_id, act)
    return await _form(page, who, dispute, door, case_id=case_id, back=back)


@router.post("/desk/disputes/{number}/files/{case_id}/{act}")
async def do_act(page: PageDep, number: Number, case_id: UUID, act: Word, who: Reader) -> Response:
    """办理: at the door of the act, as everybody does it."""
    form = await page.form()
    dispute, door = await _act(page, who, number, case_id, act)
    file = file_of(dispute, case_id)
    assert file is not None  # noqa: S101 - `_act` found it
    try:
        if is_theirs(door, who):
            form = await handed_in(page, who, case_id, form)
        body = body_of(form, _boxes(door)) if door.model else None
    except Malformed as error:
        typed = error.form if isinstance(error, NotTaken) else form
        tried = Tried(typed, problem_of(error, page.request))
        return await _form(page, who, dispute, door, case_id=case_id, tried=tried)
    answer = await page.call("POST", path_of(door, file), body, if_match=form.get("if_match"))
    if answer.problem:
        tried = Tried(form, answer.problem)
        return await _form(page, who, dispute, door, case_id=case_id, tried=tried)
    told = f"已办理：{door.term}（第{answer.body['version']}页）"
    back = form.get("back")
    return page.go(own_path(back) if back else f"/desk/disputes/{number}#file-{case_id}", told=told)


@router.get("/desk/disputes/{number}/open/{office}")
async def form_of_opening(page: PageDep, number: Number, office: Word, who: Reader) -> Response:
    """立卷表单: what an office asks for before it opens a file in this dispute."""
    dispute, door = await _opening(page, who, number, office)
    return await _form(page, who, dispute, door)


@router.post("/desk/disputes/{number}/open/{office}")
async def open_file(page: PageDep, number: Number, office: Word, who: Reader) -> Response:
    """立卷: at the office's own door."""
    form = await page.form()
    dispute, door = await _opening(page, who, number, office)
    try:
        body = {**body_of(form, _boxes(door)), OPENS: str(dispute.dispute_id)}
    except Malformed as error:
        tried = Tried(form, problem_of(error, page.request))
        return await _form(page, who, dispute, door, tried=tried)
    answer = await page.call("POST", door.path, body, key=form.get("key"))
    if answer.problem:
        return await _form(page, who, dispute, door, tried=Tried(form, answer.problem))
    return page.go(f"/desk/disputes/{number}", told=f"已办理：{door.term}")


async def _act(
    page: Page, who: Identity, number: str, case_id: UUID, act: str
) -> tuple[DisputeOut, Door]:
    dispute = await read_dispute(page.hub, who, number)
    file = file_of(dispute, case_id)
    shelf = page.hub.shelves.get((file.office, file.procedure)) if file else None
    door = doors_of(page).find(file, act, shelf.editions) if file and shelf else None
    if door is None:
        raise Unknown("这份案卷没有这一办理事项")
    return dispute, door


def is_theirs(door: Door, who: Identity) -> bool:
    """Whether a reader acts at this door at all."""
    return not door.roles.isdisjoint(who.roles)


class NotTaken(Malformed):
    """没有收下的附件: why, and the form with those that were."""

    def __init__(self, message: str, field: str, form: Form) -> None:
        super().__init__(message, field)
        self.form = form


async def handed_in(page: Page, who: Identity, case_id: UUID, form: Form) -> Form:
    """上传附件: the files of a form are handed in, and stand in it by their SHA-256.

    Raises:
        NotTaken: One of them is not taken; those before it stay handed in.
    """
    values = {name: list(said) for name, said in form.values.items()}
    for name, files in form.files.items():
        for file in files:
            content = await file.read(MOST_BYTES + 1)
            try:
                kept = await keep(page.hub, who, case_id, content)
            except Malformed as error:
                told = f"{file.filename}：{error.message}"
                raise NotTaken(told, name, Form(values)) from None
            if kept.sha256 not in values.setdefault(name, []):
                values[name].append(kept.sha256)
    return Form(values)


async def _opening(page: Page, who: Identity, number: str, office: str) -> tuple[DisputeOut, Door]:
    door = next((one for one in doors_of(page).openings if one.office == office), None)
    if door is None:
        raise Unknown("没有这种案卷")
    return await read_dispute(page.hub, who, number), door


def _boxes(door: Door) -> tuple[Box, ...]:
    shown = boxes(door.model) if door.model else ()
    return tuple(box for box in shown if box.name != OPENS)


@dataclass(frozen=True, slots=True)
class Tried:
    """What was handed in and not done: what was typed, and why not."""

    form: Form
    problem: Problem


async def _form(
    page: Page,
    who: Identity,
    dispute: DisputeOut,
    door: Door,
    *,
    case_id: UUID | None = None,
    tried: Tried | None = None,
    back: str = "",
) -> Response:
    shown = await _offered(page, who, dispute, door, case_id)
    back = (tried.form.get("back") or "") if tried else back
    file = file_of(dispute, case_id) if case_id else None
    done = chapter(page, file, who, await today_of(page)) if file else None
    doing = next((d for d in (*done.now, *done.not_now) if d.door == door), None) if done else None
    return page.show(
        "casepage/act.html",
        title=door.term,
        status=tried.problem.status if tried else 200,
        dispute=dispute,
        door=door,
        file=file,
        doing=doing,
        boxes=shown,
        row=row,
        rows_of=rows_of,
        takes_files=takes_files,
        parties=await _parties(page, dispute, shown),
        organs=_organs(page, dispute),
        typed=tried.form if tried else Form(),
        faults=tried.problem if tried else (),
        back=own_path(back) if back else "",
        key=(tried.form.get("key") if tried else "") or str(uuid4()),
    )


async def _offered(
    page: Page, who: Identity, dispute: DisputeOut, door: Door, case_id: UUID | None
) -> tuple[Box, ...]:
    """The fields, with what whoever acts here chooses from; others are told nothing by a form."""
    shown = _boxes(door)
    file = file_of(dispute, case_id) if case_id else None
    if file is None or not is_theirs(door, who):
        return shown
    words = {box.chosen for box in _all(shown)} & page.frame.offers.keys()
    offers = {
        word: await page.frame.offers[word](page.hub, file.case_id, file.labels)
        for word in sorted(words)
    }
    return offered(shown, offers)


async def _parties(page: Page, dispute: DisputeOut, shown: Sequence[Box]) -> list[tuple[str, str]]:
    """Who can be named in a form; read, and put on record, only where a form names somebody."""
    if not any(box.kind in {"party", "parties", "days"} for box in _all(shown)):
        return []
    where = f"/disputes/{dispute.number or dispute.dispute_id}/parties"
    answer = await page.call("GET", where, query={"purpose": WHY})
    people = answer.body if answer.ok else []
    sides = meanings(Side)
    return [(one["person_id"], f"{one['name']}（{sides[one['side']]}）") for one in people]


def _all(shown: Sequence[Box]) -> list[Box]:
    return [one for box in shown for one in (box, *_all(box.inner))]


def _organs(page: Page, dispute: DisputeOut) -> list[tuple[str, str]]:
    """The organs of the place, to choose from by name."""
    county = next((c for file in dispute.files if (c := file.labels.get("county"))), "")
    directory = page.hub.directory
    near = {county, county[:4] + "00", directory.city.code}
    organs = (one for one in directory.organs() if one.place[:6] in near)
    return [(one.code, one.name) for one in organs]
