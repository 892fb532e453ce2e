"""登记页: one page, one form; what it needs appears, and what is there already is shown."""

from typing import Annotated, Any, Final
from uuid import uuid4

from starlette.responses import Response

from services.intake.pages.catalogue import organs_of, places_of, spellings
from services.intake.schemas.typed import BOXES, party_boxes, said_of
from shared.auth import Identity, Role
from shared.contracts.intake import Side, Stated
from shared.directory import Nature
from shared.frame import Answer, Form, Page, PageDep, page_router
from shared.frame.filled import typed_of
from shared.frame.meanings import meanings
from shared.law.reconsidering.omission import OMISSIONS
from shared.web import needs

router = page_router()

Window = Annotated[Identity, needs(Role.WINDOW)]

HERE: Final = "/desk/window/register"
FEWEST_PARTIES: Final = 2
ASKED: Final = ("matter", "place", "subject", "content", "respondent")
"""What of the form tells whether it is there already, beside the parties."""

FOUND: Final = (
    *("kind", "name", "id_number", "phone", "address"),
    *("service_address", "head_name", "head_post"),
)
"""What of a person who was found by number goes into the form."""

TOLD_AGAIN: Final = "重复件：此前已经登记，本次已计入；电话、地址和对方、第三人没有改动"
TOLD_UNLIKE: Final = "；本次填写的{other}与原来登记的不同，电话要改的请更正联系方式"
TOLD_ADDED: Final = "同一纠纷此前已经登记，本次已计入；新的申请人已经加进该件，共{added}名"

WHY: Final = "登记时核对当事人"
"""为什么查阅: what is put on record when a person is looked up by number."""


@router.get("/desk/window/register")
async def show(page: PageDep, who: Window) -> Response:
    """登记表, empty, with a key of its own: sent twice it is one dispute."""
    return _form(page, who, Form(), key=str(uuid4()))


@router.post("/desk/window/register")
async def register(page: PageDep, who: Window) -> Response:
    """登记, at the door of everybody; or one more party, or one looked up, where no script runs."""
    form = await page.form()
    body = said_of(form)
    key = form.get("key") or str(uuid4())
    act, _, number = form.get("go").partition(":")
    if act == "more":
        return _form(page, who, typed_of(body), key=key, more=1)
    if act == "less":
        return _form(page, who, typed_of(_without(body, number)), key=key)
    if act == "find":
        return await _find(page, who, form, number, key)
    answer = await page.call("POST", "/disputes", body, key=key)
    if not answer.ok:
        return _form(page, who, typed_of(body), key=key, answer=answer)
    return page.go(f"/desk/window/receipt/{answer.body['number']}", told=_told(answer.body))


def _told(done: dict[str, Any]) -> str:
    if done["added"]:
        return TOLD_ADDED.format(added=done["added"])
    if not done["repeat"]:
        return "已登记"
    words = meanings(Stated)
    other = "、".join(words[one] for one in done["unlike"])
    return f"{TOLD_AGAIN}{TOLD_UNLIKE.format(other=other) if other else ''}"


@router.get("/desk/window/catalogue")
async def catalogue(page: PageDep, who: Window) -> Response:
    """拼音: how codes may be typed; the browser keeps it for the day."""
    del who
    answer = page.json(spellings(page.hub.directory))
    answer.headers["Cache-Control"] = "private, max-age=43200"
    return answer


@router.post("/desk/window/found")
async def found(page: PageDep, who: Window) -> Response:
    """按号码查找当事人, for the script of the form."""
    del who
    form = await page.form()
    answer = await _search(page, form.get("number"))
    said = answer.body if answer.ok else [one.message for one in answer.fields]
    return page.json({"people": said} if answer.ok else {"faults": said})


@router.post("/desk/window/similar")
async def similar(page: PageDep, who: Window) -> Response:
    """重复、相似和建议: a part of the page, asked for while it is filled in."""
    del who
    form = await page.form()
    body = said_of(form)
    known = {name: body[name] for name in ASKED if name in body}
    named = [p for p in body.get("parties", ()) if p.get("name") and p.get("side")]
    same = await page.call("POST", "/disputes/similar", known | {"parties": named})
    if not same.ok:  # a number that is not yet whole must not hide what is alike
        same = await page.call("POST", "/disputes/similar", known)
    return page.show(
        "intake/similar.html",
        title="相似的纠纷",
        same=same.body if same.ok else None,
        new=_new(same.body, named) if same.ok else (),
        hints=await _hints(page, body),
    )


def _new(same: dict[str, Any], named: list[dict[str, Any]]) -> list[str]:
    """The names, as they were typed here, of applicants who are new to the dispute found."""
    applicants = [one["name"] for one in named if one["side"] == Side.APPLICANT]
    found = same["repeat_of"]
    return [applicants[at] for at in found["newcomers"] if at < len(applicants)] if found else []


async def _hints(page: Page, body: dict[str, Any]) -> dict[str, Any] | None:
    """分类建议, where the hub has this door and the text says something."""
    text = body.get("content") or body.get("subject")
    if not text:
        return None
    place = page.hub.directory.find_place(body.get("place", ""))
    said = {"text": text, "subject": body.get("subject", ""), "place": place and place.code}
    answer = await page.call("POST", "/routings/suggestion", said)
    return answer.body if answer.ok else None


async def _search(page: Page, number: str) -> Answer:
    return await page.call("POST", "/parties/search", {"number": number, "purpose": WHY})


async def _find(page: Page, who: Identity, form: Form, number: str, key: str) -> Response:
    """Without a script: fill the row in with whoever has that number."""
    start = f"parties/{number}/"
    wanted = form.get(f"{start}id_number") or form.get(f"{start}phone")
    answer = await _search(page, wanted)
    people = answer.body if answer.ok else []
    values = {name: list(said) for name, said in form.values.items()}
    if people:
        values |= {f"{start}{name}": [people[0][name] or ""] for name in FOUND}
    note = "" if people else "没有找到这个号码的当事人，请直接填写"
    return _form(page, who, Form(values), key=key, note=note, answer=None if answer.ok else answer)


def _without(body: dict[str, Any], number: str) -> dict[str, Any]:
    kept = [one for at, one in enumerate(body.get("parties", ())) if str(at) != number]
    return {**body, "parties": kept}


def _form(
    page: Page,
    who: Identity,
    typed: Form,
    *,
    key: str,
    more: int = 0,
    note: str = "",
    answer: Answer | None = None,
) -> Response:
    directory = page.hub.directory
    filled = {name.split("/")[1] for name in typed.values if name.startswith("parties/")}
    shown = max(len(filled) + more, FEWEST_PARTIES)
    return page.show(
        "intake/register.html",
        title="登记",
        status=answer.status if answer else 200,
        typed=_typed(typed, shown),
        faults=answer.faults if answer else (),
        note=note,
        key=key,
        shown=shown,
        boxes=BOXES,
        party_boxes=party_boxes,
        matters=[(m.code, m.name, str(m.nature)) for m in directory.matters.values()],
        act_nature=str(Nature.ACT),
        places=places_of(directory),
        organs=organs_of(directory),
        silent_kinds=" ".join(OMISSIONS),
        keep=page.hub.hasher(f"draft:{who.code}"),
    )


def _typed(typed: Form, shown: int) -> Form:
    """What was typed, and what a fresh form begins with."""
    sides = {f"parties/{n}/side": [Side.OPPONENT if n else Side.APPLICANT] for n in range(shown)}
    begun = {box.name: [box.value] for box in BOXES.values() if box.value and not typed.values}
    channel = {} if typed.values else {"channel": ["window"]}
    return Form({**sides, **begun, **channel, **typed.values}, typed.files)
