"""督办的页面: press on a case, and explain what one was asked."""

from dataclasses import dataclass
from typing import Annotated, Final
from uuid import UUID

from fastapi import Path
from starlette.responses import Response

from services.supervision.domain.press import PRESSED_ON
from services.supervision.queries import HANDLERS
from shared.auth import Identity, Role
from shared.errors import Unknown
from shared.frame import Answer, Form, Page, PageDep, page_router
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

PURPOSE: Final = "查看要求说明的事项"


@dataclass(frozen=True, slots=True)
class Choice:
    """A file that may be pressed on, and an organ that handles it."""

    about: str
    term: str
    organs: tuple[str, ...]


@router.get("/desk/press/{number}")
async def press(page: PageDep, number: Number, who: Supervisor) -> Response:
    """督办一件纠纷的案卷 (RULES 64, 65)."""
    del who
    return await _show(page, number)


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
    answer = await page.call("POST", f"/presses/{act}", body)
    if not answer.ok:
        return await _show(page, number, form, answer)
    return page.go(f"/desk/press/{number}", told=TOLD[act])


@router.get("/desk/explanations")
async def owed(page: PageDep, who: Handler) -> Response:
    """要求说明: what this organ has to explain (RULES 65)."""
    del who
    return await _list(page)


@router.post("/desk/explanations/{case_id}")
async def explain(page: PageDep, case_id: CaseId, who: Handler) -> Response:
    """说明情况 (RULES 65)."""
    del who
    form = await page.form()
    answer = await page.call("POST", f"/presses/{case_id}/explanation", form.body("text"))
    if not answer.ok:
        return await _list(page, case_id, form, answer)
    return page.go("/desk/explanations", told="已说明")


async def _show(
    page: Page, number: str, form: Form | None = None, answer: Answer | None = None
) -> Response:
    found = await page.call("GET", f"/disputes/{number}")
    if found.problem:
        return page.fault(found.problem)
    dispute = found.body
    files = sorted(dispute["files"], key=lambda file: file["procedure"] in ON_THE_WAY)
    beside = [file for file in dispute["files"] if file["procedure"] == "press"]
    return page.show(
        "supervision/press_page.html",
        title="督办",
        status=answer.status if answer else 200,
        dispute=dispute,
        number=number,
        choices=[one for file in files if (one := _choice(file)).organs],
        pages=sorted(
            (one for file in beside for one in file["pages"]), key=lambda one: str(one["at"])
        ),
        usual=settings().explain_within,
        faults=answer.faults if answer else (),
        typed=form or Form(),
    )


def _choice(file: dict[str, object]) -> Choice:
    labels = file["labels"]
    assert isinstance(labels, dict)  # noqa: S101 - as the door answers it
    named = (*labels.get("departments", "").split(), labels.get("authority"), labels.get("window"))
    organs = tuple(dict.fromkeys(one for one in named if one))
    handled = file["procedure"] not in PRESSED_ON
    return Choice(str(file["case_id"]), str(file["term"]), organs if handled else ())


async def _list(
    page: Page, wrong: UUID | None = None, form: Form | None = None, answer: Answer | None = None
) -> Response:
    found = await page.call("GET", "/explanations")
    if found.problem:
        return page.fault(found.problem)
    texts = {}
    for one in found.body:
        path = f"/disputes/{one['dispute_id']}/papers/{one['text_id']}"
        paper = await page.call("GET", path, query={"purpose": PURPOSE})
        texts[one["case_id"]] = paper.body["text"] if paper.ok else ""
    return page.show(
        "supervision/owed.html",
        title="要求说明",
        status=answer.status if answer else 200,
        owed=found.body,
        texts=texts,
        wrong=str(wrong or ""),
        faults=answer.faults if answer else (),
        typed=form or Form(),
    )
