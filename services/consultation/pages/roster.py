"""委员名册 and 委员履职: who serves, in which field, until when; and how much each has done."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Any, Final, Literal
from uuid import UUID, uuid4

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from services.consultation.domain.roster import Roster
from services.consultation.pages.offers import MEMBERS, members_of
from services.consultation.pages.who import RosterReader, Secretary
from services.consultation.pages.words import WORDS
from services.consultation.queries import YEAR, rosters, today_of
from services.consultation.schemas.rosters import EntryIn
from shared.auth import Identity, Role
from shared.contracts.consultation import Speciality
from shared.errors import Malformed, Unknown
from shared.frame import Form, Page, PageDep, page_router
from shared.frame.choosing import offered
from shared.frame.filled import body_of, row, rows_of, typed_of
from shared.frame.forms import boxes
from shared.frame.organs import coded
from shared.frame.slices import Slice
from shared.frame.sorting import Order
from shared.problem import problem_of
from shared.problem.model import Problem
from shared.sessions.posts import said_of, titles_of
from shared.spelling import Sound, by_sound

router = page_router()

EACH: Final = 50
ENTRY: Final = boxes(EntryIn)
ENDING: Final = timedelta(days=90)
"""So long before its end a term is said to end soon."""


class Asked(BaseModel):
    """What the address of the roster says."""

    model_config = ConfigDict(extra="ignore")

    field: Speciality | None = None
    county: str = Field("", max_length=6)
    term: Literal["", "serving", "ending", "over"] = ""
    sort: Literal["", "expert", "-expert", "until", "-until", "calling", "-calling"] = ""
    page: int = Field(1, ge=1, le=10_000)


TERMS: Final = (
    ("", "全部"),
    ("serving", "在任期内"),
    ("ending", "九十日内届满"),
    ("over", "任期以外"),
)


@router.get("/desk/consultation/roster")
async def roster(page: PageDep, who: RosterReader, asked: Annotated[Asked, Query()]) -> Response:
    """委员名册: by field, county and term; that names were read is on record."""
    held = await rosters(page.hub, who)
    today = await today_of(page.hub)
    order = Order.of(asked.sort, "until")
    shown = [one for one in held if asked.county in ("", one.committee[:6])]
    rows = [row for one in shown for row in await _experts(page, one)]
    sifted = _sorted([one for one in rows if _fits(one, asked, today)], order)
    start = (asked.page - 1) * EACH
    return page.show(
        "consultation/roster.html",
        title="委员名册",
        rows=sifted[start : start + EACH],
        total=len(sifted),
        more=start + EACH < len(sifted),
        rosters=held,
        lacking={one.committee: one.lacking(today) for one in held},
        counties=_counties(page, held),
        chosen=asked,
        soon=today + ENDING,
        today=today,
        order=str(order),
        term_choices=TERMS,
        keeps=Role.SECRETARY in who.roles,
        **WORDS,
    )


@router.get("/desk/consultation/roster/new")
async def form_of_registration(page: PageDep, who: Secretary) -> Response:
    """登记委员表单: what the door asks for."""
    return await _form(page, who.organ)


@router.post("/desk/consultation/roster/new")
async def register(page: PageDep, who: Secretary) -> Response:
    """登记委员: at the door of the roster, as everybody does it."""
    form = await page.form()
    try:
        body = body_of(coded(form, ENTRY, page.hub.directory), ENTRY)
    except Malformed as error:
        return await _form(page, who.organ, form, problem_of(error, page.request))
    answer = await page.call("POST", "/rosters", body, key=form.get("key"))
    if answer.problem:
        return await _form(page, who.organ, form, answer.problem)
    return page.go("/desk/consultation/roster", told="已登记委员")


@router.get("/desk/consultation/roster/{case_id}/{expert}")
async def form_of_change(page: PageDep, case_id: UUID, expert: str, who: Secretary) -> Response:
    """变更委员表单: begins with what the roster says of the member."""
    held = next((one for one in await rosters(page.hub, who) if one.case_id == case_id), None)
    rows = await _experts(page, held) if held else []
    entry = next((row for row in rows if row["expert"] == expert), None)
    if held is None or entry is None:
        raise Unknown("名册上没有这名委员")
    names = set(EntryIn.model_fields)
    said = {name: value for name, value in entry.items() if name in names and value not in ("", [])}
    action = f"/desk/disputes/{held.dispute_id}/files/{case_id}/change"
    typed = typed_of(said)
    change = Change(action, held.version, tuple(held.experts))
    return await _form(page, held.committee, typed, change=change)


@dataclass(frozen=True, slots=True)
class Change:
    """What stands on the roster, where a form changes it."""

    action: str
    version: int
    known: tuple[str, ...]


class LoadAsked(BaseModel):
    """What the address of the load says."""

    model_config = ConfigDict(extra="ignore")

    since: date | None = None
    until: date | None = None
    sort: Literal[
        "", "expert", "-expert", "seated", "-seated", "attended", "-attended", "absent", "-absent"
    ] = ""
    page: int = Field(1, ge=1, le=10_000)


@router.get("/desk/consultation/load")
async def load(page: PageDep, who: RosterReader, asked: Annotated[LoadAsked, Query()]) -> Response:
    """委员履职: panels, meetings attended and missed, opinions in writing, recusals, dissent."""
    until = asked.until or await today_of(page.hub)
    since = asked.since or until - YEAR
    order = Order.of(asked.sort, "-seated")
    held = await rosters(page.hub, who)
    span = {"since": since.isoformat(), "until": until.isoformat()}
    rows = [
        {**row, "committee": one.committee}
        for one in held
        for row in await page.read(f"/rosters/{one.case_id}/load", **span)
    ]
    titles = await titles_of(page.hub.pool, {row["expert"] for row in rows})
    rows = _sorted([{**row, "name": titles[row["expert"]]} for row in rows], order)
    shown = Slice.of(rows, (asked.page - 1) * EACH, EACH)
    return page.show(
        "consultation/load.html",
        title="委员履职",
        rows=shown,
        said_of=said_of,
        asked=asked,
        since=since,
        until=until,
        several=len(held) > 1,
        order=str(order),
    )


async def _experts(page: Page, one: Roster) -> list[dict[str, Any]]:
    found = await page.read(f"/rosters/{one.case_id}")
    return [{**row, "roster": one} for row in found]


def _fits(row: Mapping[str, Any], asked: Asked, today: date) -> bool:
    last = date.fromisoformat(row["term_until"])
    term = {
        "": True,
        "serving": row["serves"],
        "ending": row["serves"] and last <= today + ENDING,
        "over": not row["serves"],
    }[asked.term]
    return term and (asked.field is None or asked.field in row["specialities"])


def _sorted(rows: Iterable[dict[str, Any]], order: Order) -> list[dict[str, Any]]:
    """By a column; what is alike there stands in the order of what its rows are called."""
    named = sorted(rows, key=_called)
    if order.by == "expert":
        return named[::-1] if order.down else named
    key = {"until": "term_until"}.get(order.by, order.by)
    return sorted(named, key=lambda row: row[key], reverse=order.down)


def _called(row: Mapping[str, Any]) -> tuple[Sound, str]:
    return by_sound(row["name"]), row["expert"]


def _counties(page: Page, held: Sequence[Roster]) -> list[tuple[str, str]]:
    name = page.frame.templates.filters["name"]
    codes = sorted({one.committee[:6] for one in held})
    return [("", "全部"), *((code, name(code)) for code in codes)]


async def _form(
    page: Page,
    committee: str,
    typed: Form | None = None,
    problem: Problem | None = None,
    *,
    change: Change | None = None,
) -> Response:
    directory, who = page.hub.directory, page.who
    there = await members_of(page.hub, committee, change.known if change else ())
    return page.show(
        "consultation/register.html",
        title="变更委员" if change else "登记委员",
        action=change.action if change else "",
        version=change.version if change else 0,
        status=problem.status if problem else 200,
        boxes=offered(ENTRY, {MEMBERS: there}),
        row=row,
        rows_of=rows_of,
        parties=[],
        organs=[(one.code, one.name) for one in directory.organs() if _is_near(one.place, who)],
        typed=typed or Form(),
        faults=problem or (),
        key=(typed.get("key") if typed else "") or str(uuid4()),
    )


def _is_near(place: str, who: Identity | None) -> bool:
    return who is not None and place[:6] in {who.county, who.county[:4] + "00"}
