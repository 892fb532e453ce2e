"""办理: the form of any act in any file, made of its door; and the same for opening a file."""

from collections.abc import Sequence
from typing import Annotated, Any
from uuid import UUID, uuid4

from fastapi import Path, Query
from starlette.responses import Response

from shared.attachments.keeping import MOST_BYTES
from shared.auth import Identity
from shared.casepage.answers import DisputeOut, FileOut
from shared.casepage.desk.beginning import WHY, begun, begun_anew, beside
from shared.casepage.desk.handing import NotTaken, handed_in, kept_in, told_of
from shared.casepage.desk.show import Number, chapter, doors_of, file_of, today_of
from shared.casepage.doing import Door
from shared.casepage.doors import path_of, seen_at
from shared.casepage.reading import read_dispute
from shared.casepage.track import subject_of
from shared.contracts.intake import Side
from shared.errors import Malformed, Unknown
from shared.frame import Form, Page, PageDep, page_router
from shared.frame.choosing import known_to, offered, unoffered
from shared.frame.filled import MORE, body_of, row, rows_of, takes_files
from shared.frame.forms import DAYS, Box, boxes
from shared.frame.meanings import meanings
from shared.frame.organs import coded
from shared.pages import READER
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


@router.get("/desk/disputes/{number}/files/{case_id}/{act}")
async def form_of_act(
    *, page: PageDep, number: Number, case_id: UUID, act: Word, who: Reader, back: Back = ""
) -> Response:
    """办理表单: what this act asks for, whether it may be done now, and if not, why."""
    dispute, door, file = await _act(page, who, number, case_id, act)
    typed = await begun(page, dispute, file, door, _boxes(door))
    return await _form(page, who, dispute, door, file=file, typed=typed, back=back)


@router.post("/desk/disputes/{number}/files/{case_id}/{act}")
async def do_act(page: PageDep, number: Number, case_id: UUID, act: Word, who: Reader) -> Response:
    """办理: at the door of the act, as everybody does it; or one more row, where no script runs."""
    form = await page.form()
    dispute, door, file = await _act(page, who, number, case_id, act)
    try:
        if is_theirs(door, who):
            form = await handed_in(page, who, case_id, form)
        if form.get(MORE):
            return await _form(page, who, dispute, door, file=file, typed=form)
        body = _body(page, door, form) if door.model else None
    except Malformed as error:
        typed = error.form if isinstance(error, NotTaken) else form
        problem = problem_of(error, page.request)
        return await _form(page, who, dispute, door, file=file, typed=typed, problem=problem)
    answer = await page.call("POST", path_of(door, file), body, if_match=form.get("if_match"))
    if answer.problem:
        no = answer.problem
        return await _form(page, who, dispute, door, file=file, typed=form, problem=no)
    turned = answer.body.get("version")
    told = f"已办理：{door.term}" + (f"（第{turned}页）" if turned else "")
    back, done_in = form.get("back"), answer.body.get("case_id", case_id)  # or in one beside it
    return page.go(own_path(back) if back else f"/desk/disputes/{number}#file-{done_in}", told=told)


@router.post("/desk/disputes/{number}/files/{case_id}/{act}/files")
async def hand_in(page: PageDep, number: Number, case_id: UUID, act: Word, who: Reader) -> Response:
    """上传: files of an act, one by one before it, so that a bad line costs one and not all."""
    form = await page.form()
    _, door, _ = await _act(page, who, number, case_id, act)
    if not is_theirs(door, who) or not takes_files(_boxes(door)):
        raise Unknown("这一办理事项不收附件，或者不由您办理")
    return await told_of(page, who, case_id, form)


@router.get("/desk/disputes/{number}/open/{act}")
async def form_of_opening(page: PageDep, number: Number, act: Word, who: Reader) -> Response:
    """立卷表单: what an office asks for before it opens a file in this dispute."""
    dispute, door = await _opening(page, who, number, act)
    typed = begun_anew(page, dispute, _boxes(door))
    return await _form(page, who, dispute, door, typed=typed)


@router.post("/desk/disputes/{number}/open/{act}")
async def open_file(page: PageDep, number: Number, act: Word, who: Reader) -> Response:
    """立卷: at the office's own door."""
    form = await page.form()
    dispute, door = await _opening(page, who, number, act)
    if form.get(MORE):
        return await _form(page, who, dispute, door, typed=form)
    try:
        body = {**_body(page, door, form), OPENS: str(dispute.dispute_id)}
    except Malformed as error:
        problem = problem_of(error, page.request)
        return await _form(page, who, dispute, door, typed=form, problem=problem)
    answer = await page.call("POST", door.path, body, key=form.get("key"))
    if answer.problem:
        return await _form(page, who, dispute, door, typed=form, problem=answer.problem)
    return page.go(f"/desk/disputes/{number}", told=f"已办理：{door.term}")


async def _act(
    page: Page, who: Identity, number: str, case_id: UUID, act: str
) -> tuple[DisputeOut, Door, FileOut]:
    dispute = await read_dispute(page.hub, who, number)
    file = file_of(dispute, case_id)
    shelf = page.hub.shelves.get((file.office, file.procedure)) if file else None
    door = doors_of(page).find(file, act, shelf.editions) if file and shelf else None
    if file is None or door is None:
        raise Unknown("这份案卷没有这一办理事项")
    return dispute, door, file


async def _opening(page: Page, who: Identity, number: str, act: str) -> tuple[DisputeOut, Door]:
    """The door of a new file, each by its own word; whoever may not go through finds none."""
    found = (one for one in doors_of(page).openings if one.slug == act and is_theirs(one, who))
    if (door := next(found, None)) is None:
        raise Unknown("没有这种案卷，或者您无权立卷")
    return await read_dispute(page.hub, who, number), door


def is_theirs(door: Door, who: Identity) -> bool:
    """Whether a reader acts at this door at all."""
    return not door.roles.isdisjoint(who.roles)


def _boxes(door: Door) -> tuple[Box, ...]:
    shown = boxes(door.model) if door.model else ()
    if any(box.name == OPENS for box in shown):  # no file is there yet to hand anything in to
        return tuple(box for box in shown if box.name != OPENS and box.kind != "files")
    return shown


def _body(page: Page, door: Door, form: Form) -> dict[str, Any]:
    """What was typed, as the door takes it, with organs by their codes."""
    shown = _boxes(door)
    return body_of(coded(form, shown, page.hub.directory), shown)


async def _form(
    page: Page,
    who: Identity,
    dispute: DisputeOut,
    door: Door,
    *,
    file: FileOut | None = None,
    typed: Form,
    problem: Problem | None = None,
    back: str = "",
) -> Response:
    """The form with what was typed into it; `problem` says why it was not done."""
    parties = await _parties(page, dispute, _boxes(door))
    shown = await _offered(page, who, door, file, parties)
    back = back or typed.get("back")
    done = chapter(page, file, who, await today_of(page), dispute) if file else None
    doing = next((d for d in (*done.now, *done.not_now) if d.door == door), None) if done else None
    return page.show(
        "casepage/act.html",
        title=door.term,
        status=problem.status if problem else 200,
        dispute=dispute,
        door=door,
        file=file,
        doing=doing,
        seen=seen_at(door, file, dispute.files) if file else 0,
        beside=await beside(page, dispute, file, door) if file else None,
        boxes=shown,
        said_of=subject_of,
        row=row,
        rows_of=rows_of,
        takes_files=takes_files,
        most_bytes=MOST_BYTES,
        stored=await kept_in(page, file, typed) if file else {},
        parties=parties,
        organs=_organs(page, dispute),
        typed=typed,
        faults=problem or (),
        back=own_path(back) if back else "",
        key=typed.get("key") or str(uuid4()),
    )


async def _offered(
    page: Page,
    who: Identity,
    door: Door,
    file: FileOut | None,
    parties: Sequence[tuple[str, str]],
) -> tuple[Box, ...]:
    """The fields, with what one chooses from; whoever does not act here learns of no file by it."""
    shown = offered(_boxes(door), known_to(page.hub.directory))
    if file is None or not is_theirs(door, who):
        return unoffered(shown)
    words = {box.chosen for box in _all(shown)} & page.frame.offers.keys()
    labels = {**file.labels, READER: who.organ}
    offers = {
        word: await page.frame.offers[word](page.hub, file.case_id, labels)
        for word in sorted(words)
    }
    called = dict(parties)  # a party that is offered is called by its name, as where it is typed
    named = {
        word: tuple((one, called.get(one, says)) for one, says in of) for word, of in offers.items()
    }
    return offered(shown, named)


async def _parties(page: Page, dispute: DisputeOut, shown: Sequence[Box]) -> list[tuple[str, str]]:
    """Who can be named in a form; read, and put on record, only where a form names somebody."""
    if not any(box.kind in {"party", "parties", DAYS} for box in _all(shown)):
        return []
    where = f"/disputes/{dispute.number or dispute.dispute_id}/parties"
    answer = await page.call("GET", where, query={"purpose": WHY})
    people = answer.body if answer.ok else []
    sides = meanings(Side)
    return [(one["person_id"], f"{one['name']}（{sides[one['side']]}）") for one in people]


def _all(shown: Sequence[Box]) -> list[Box]:
    return [one for box in shown for one in (box, *_all(box.inner))]


def _organs(page: Page, dispute: DisputeOut) -> list[tuple[str, str]]:
    """The organs of the place, and of the city and province above, to choose from by name."""
    county = next((c for file in dispute.files if (c := file.labels.get("county"))), "")
    directory = page.hub.directory
    near = {county, directory.city.code, directory.city.code[:2] + "0000"}
    organs = (one for one in directory.organs() if one.place[:6] in near)
    return [(one.code, one.name) for one in organs]
