"""回执: what whoever came to the window takes home: number, road, dates, whom to call, rights."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, Final
from uuid import UUID

import segno
from fastapi import Path, Query
from markupsafe import Markup
from starlette.responses import Response

from services.intake.queries import read_these
from shared.auth import Identity, Role
from shared.casepage.track import ROADS, subject_of
from shared.contracts.intake import Stated
from shared.directory import Contact
from shared.errors import Unknown
from shared.frame import Page, PageDep, page_router
from shared.frame.meanings import meanings
from shared.law.article import RULES
from shared.law.period import parse_period
from shared.party_link import link
from shared.web import needs

router = page_router()

ROUTED: Final = ("routing.road_corrected.v1", "routing.routed.v1")
"""Pages that say which road a dispute takes, and why."""

REPEATED: Final = ("intake.repeated.v1",)
"""What came in again: of who brought it, nothing was taken over (RULES 2, 163)."""

ADDED: Final = "intake.applicant_added.v1"

WHY: Final = "回执写明增列的申请人"
"""为什么查阅: what is put on record when the names of those who joined are read."""

COMPARED: Final = "重复件核对原来登记的联系方式"
"""The same, when what is on record is shown beside what was said otherwise."""

NOTIFIED: Final = "routing.road_notified.v1"


class Paper(StrEnum):
    """纸张: what the printer of this counter holds."""

    A4 = "a4"
    HALF = "half"
    """半页, A5."""


PAPERS: Final = {Paper.A4: "A4", Paper.HALF: "半页（A5）"}

CHOSEN: Final = "hub_paper"
"""Cookie of the paper that was chosen last: printers belong to machines, not to officers."""

A_YEAR: Final = 365 * 24 * 3600


@router.get("/desk/window/receipt/{number}")
async def receipt(
    page: PageDep,
    number: Annotated[str, Path(max_length=60)],
    who: Annotated[Identity, needs(Role.WINDOW)],
    paper: Annotated[Paper | None, Query()] = None,
) -> Response:
    """回执: made of the case file as it stands; who joined is named, of others no more is said."""
    answer = await page.call("GET", f"/disputes/{number}")
    if answer.problem is not None:
        return page.fault(answer.problem)
    dispute: dict[str, Any] = answer.body
    files = dispute["files"]
    intake = next((one for one in files if one["office"] == "intake"), None)
    if intake is None:
        raise Unknown("没有这件纠纷，或者您无权查看")
    routing = next((one for one in files if one["procedure"] == "triage"), None)
    road = _last(routing, ROUTED)
    repeated = _last(intake, REPEATED)
    window = intake["labels"].get("window", "")
    shown = page.show(
        "intake/receipt.html",
        title=f"回执 {dispute['number']}",
        number=dispute["number"],
        intake=intake,
        road=road,
        road_name=_road(road),
        silence=_silence(road or intake["pages"][0]),
        notices=_notices(routing),
        whose=_whose(page, files, window),
        window=page.hub.directory.contact(window),
        qr=_qr(page, dispute["number"]),
        look_up=page.address_of("/party"),
        keep=page.hub.hasher(f"draft:{who.code}"),
        paper=paper or _chosen(page),
        papers=PAPERS,
        again=RULES[163] if repeated else None,
        added=await _added(page, who, intake),
        unlike=_unlike(repeated),
        on_record=await _on_record(page, who, repeated),
        joined=RULES[168],
        said_of=subject_of,
    )
    if paper:
        shown.set_cookie(CHOSEN, paper, max_age=A_YEAR, httponly=True, samesite="lax")
    return shown


def _chosen(page: Page) -> Paper:
    try:
        return Paper(page.request.cookies.get(CHOSEN, Paper.A4))
    except ValueError:
        return Paper.A4


def _last(file: dict[str, Any] | None, kinds: Sequence[str]) -> dict[str, Any] | None:
    pages = file["pages"] if file else ()
    return next((one for one in reversed(pages) if one["kind"] in kinds), None)


def _unlike(repeated: dict[str, Any] | None) -> list[str]:
    """What was said otherwise than is on record, as the newest repeat says it (RULES 163)."""
    each = repeated["findings"].get("unlike") or () if repeated else ()
    said = {what for one in each for what in one["stated"]}
    return [word for what, word in meanings(Stated).items() if what in said]


async def _on_record(
    page: Page, who: Identity, repeated: dict[str, Any] | None
) -> list[tuple[str, str, str]]:
    """What is on record of them, for the screen: name, telephone blotted out, address."""
    each = repeated["findings"].get("unlike") or () if repeated else ()
    people = await read_these(page.hub, who, [UUID(one["person_id"]) for one in each], COMPARED)
    return [(one.name, _blotted(one.phone or ""), one.address or "") for one in people]


def _blotted(phone: str) -> str:
    """A telephone of which so much is shown that whoever has it knows it."""
    return f"{phone[:3]}****{phone[-4:]}" if len(phone) > len("0000000") else phone


async def _added(page: Page, who: Identity, file: dict[str, Any]) -> list[str]:
    """The names of those who joined, in order; read only where somebody has (RULES 168)."""
    ids = [UUID(p["findings"]["party"]["person_id"]) for p in file["pages"] if p["kind"] == ADDED]
    return [one.name for one in await read_these(page.hub, who, ids, WHY)]


def _road(page: dict[str, Any] | None) -> str:
    code = page["findings"].get("road", "") if page else ""
    return next((says for road, says in ROADS.items() if str(road) == code), code)


def _silence(page: dict[str, Any]) -> dict[str, Any] | None:
    """所述的不作为, as it stands after the last correction: when it was asked, and for how long."""
    said = page["findings"]
    within = said.get("duty_within")
    if not said.get("omission"):
        return None
    return {**said, "within": str(parse_period(within)) if within else ""}


def _notices(file: dict[str, Any] | None) -> list[dict[str, Any]]:
    """告知的权利: each road that was told, as it was told last."""
    pages = [one for one in (file["pages"] if file else ()) if one["kind"] == NOTIFIED]
    return list({_road(one): {**one, "road_name": _road(one)} for one in pages}.values())


@dataclass(frozen=True, slots=True)
class Whose:
    """由谁办理: an organ named once, however many of its days run; half a page holds no more."""

    code: str
    """Nobody's own: of the whole dispute."""
    contact: Contact | None
    """Whom to call, where it answers for the dispute."""
    runs: Sequence[dict[str, Any]]
    """What runs until when, first what is due first."""


def _whose(page: Page, files: Sequence[dict[str, Any]], window: str) -> list[Whose]:
    """Who owes what until when, first whose days are due first, then who only answers.

    The centre and the departments that were called answer; warnings and silence are not a party's.
    """
    runs = [one for file in files for one in file["running"] if one["until"]]
    whose: dict[str, list[dict[str, Any]]] = {}
    for one in sorted(runs, key=lambda one: (one["until"], one["term"])):
        whose.setdefault(one["subject"], []).append(one)
    answering = dict.fromkeys(
        code
        for file in files
        for label in ("authority", "departments")
        for code in file["labels"].get(label, "").split()
    )
    contact = page.hub.directory.contact
    return [
        Whose(code, contact(code, window) if code in answering else None, whose.get(code, ()))
        for code in {**whose, **answering}
    ]


def _qr(page: Page, number: str) -> Markup:
    """二维码 of where the party looks its dispute up, as a drawing within the page."""
    drawn = segno.make(page.address_of(link(number, page.hub.hasher)), error="m", micro=False)
    return Markup(drawn.svg_inline(scale=3, border=2, title="查询办理进度的二维码"))  # noqa: S704 - drawn here
