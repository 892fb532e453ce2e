"""哨: one whistle for whoever works under it, with every act as a form on the same page."""

from collections.abc import Collection
from http import HTTPStatus
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import Query
from starlette.responses import Response

from services.routing.pages.fitting import fitted
from services.routing.pages.who import Worker
from services.routing.pages.words import PLACES, TERMS
from services.routing.schemas import WhistleOut
from shared.attachments import NAMED, Kept, stored_of
from shared.attachments.keeping import MOST_BYTES
from shared.auth import Identity
from shared.casepage.answers import DisputeOut, FileOut, PageOut
from shared.casepage.desk.findings import findings
from shared.casepage.desk.show import Chapter, chapter, file_of, today_of
from shared.casepage.doing import Doing
from shared.casepage.private import PARTIES
from shared.casepage.reading import read_page
from shared.contracts.intake import Side
from shared.errors import Away, Unknown
from shared.frame import Form, Page, PageDep, page_router
from shared.frame.clock import clock_of
from shared.frame.filled import row, rows_of
from shared.people import Person, read_people
from shared.problem.model import Problem
from shared.sessions.cookie import own_path
from shared.sessions.posts import acted_by

router = page_router()

CALLBACK: Final = "callback"
WHY_CALL: Final = "回访"
"""For what the names and telephones of parties are read."""


@router.get("/desk/department/whistles/{case_id}")
async def whistle(
    page: PageDep,
    case_id: UUID,
    who: Worker,
    act: Annotated[str, Query(max_length=40, title="办理事项")] = "",
    back: Annotated[str, Query(max_length=300, title="办理以后回到")] = "",
) -> Response:
    """哨: needs, places, departments, clocks, timeline; what may be done now, what not and why."""
    return await shown(page, who, case_id, act, typed=Form({"back": [back]} if back else {}))


async def shown(
    page: Page,
    who: Identity,
    case_id: UUID,
    act: str,
    *,
    typed: Form | None = None,
    problem: Problem | None = None,
    stored: tuple[str, ...] = (),
) -> Response:
    """The page, with the form of one act open; `problem` says why it was not done.

    Raises:
        Unknown: There is no such whistle, or none that `who` may see.
    """
    told, dispute, file = await found(page, who, case_id)
    done = chapter(page, file, who, await today_of(page))
    chosen = next((one for one in (*done.now, *done.not_now) if one.door.slug == act), None)
    now, clock = await clock_of(page)
    ruled = await _precedents(page, case_id) if act == "ruling" else []
    name = page.frame.templates.filters["name"]
    return page.show(
        "routing/whistle.html",
        title=f"哨 {dispute.number or ''}",
        status=problem.status if problem else 200,
        whistle=told,
        dispute=dispute,
        file=file,
        mine=[d for d in file.running if d.subject == who.organ],
        now=now,
        clock=clock,
        findings=lambda one: findings(one, name, TERMS),
        names=await acted_by(page.hub.pool, {one.by for one in file.pages}),
        named=_named,
        stored=await _stored(page, file, stored),
        typed=typed or Form(),
        faults=problem or (),
        handed_in=stored,
        row=row,
        rows_of=rows_of,
        parties=[],
        organs=_organs(page, told),
        precedents=ruled,
        to_call=await _to_call(page, who, dispute, chosen),
        back=own_path(typed.get("back")) if typed and typed.get("back") else "",
        **_acts(done, chosen, told, name),
        **PLACES,
    )


async def found(page: Page, who: Identity, case_id: UUID) -> tuple[WhistleOut, DisputeOut, FileOut]:
    """A whistle as its door tells it, and as a file of its dispute.

    Raises:
        Unknown: There is none, or none that `who` may see.
        Away: The database does not answer.
    """
    answer = await page.call("GET", f"/whistles/{case_id}")
    if answer.status == HTTPStatus.SERVICE_UNAVAILABLE:
        raise Away("数据库暂时无法访问")
    if not answer.ok:
        raise Unknown("没有这个哨，或者您无权查看")
    told = WhistleOut.model_validate(answer.body)
    dispute, _ = await read_page(page.hub, who, str(told.dispute_id))
    file = file_of(dispute, case_id) if dispute else None
    if dispute is None or file is None:
        raise Unknown("没有这个哨，或者您无权查看")
    return told, dispute, file


def _acts(done: Chapter, chosen: Doing | None, told: WhistleOut, name: Any) -> dict[str, Any]:  # noqa: ANN401 - a filter
    return {
        "done": done,
        "chosen": chosen,
        "boxes": fitted(chosen.door, told, name) if chosen else (),
        "takes_files": chosen is not None and takes_files(chosen.door.slug),
        "most_bytes": MOST_BYTES,
    }


async def _to_call(
    page: Page, who: Identity, dispute: DisputeOut, chosen: Doing | None
) -> list[Person]:
    """Whom a callback 回访 calls, who raised the dispute; read, and put on record, only then.

    Whoever calls back is told, a centre's own account too, which else reads of nobody (RULES 36).
    """
    if chosen is None or chosen.door.slug != CALLBACK or not (chosen.is_theirs and chosen.is_open):
        return []
    files, at = [file.case_id for file in dispute.files], page.hub.clock.now()
    async with page.hub.pool.acquire() as conn, conn.transaction():
        takes_down = False  # who was named as applying, too, and does not apply is not called
        rows = await conn.fetch(PARTIES, dispute.dispute_id, files, takes_down)
        ids = [row["person_id"] for row in rows if row["side"] == Side.APPLICANT]
        found = await read_people(conn, ids, reader=who.code, purpose=WHY_CALL, at=at)
    return [found[one] for one in ids if one in found]


async def _precedents(page: Page, case_id: UUID) -> list[dict[str, Any]]:
    """权属先例 of the same matter, for whoever rules now (RULES 27)."""
    answer = await page.call("GET", f"/whistles/{case_id}/precedents")
    return answer.body if answer.ok else []


def takes_files(act: str) -> str:
    """The field of an act that names attachments; empty where it names none."""
    return {"site-visit": "pictures", "finish": "attachments"}.get(act, "")


def _named(one: PageOut) -> list[str]:
    return [digest for field in NAMED for digest in one.findings.get(field, ())]


async def _stored(page: Page, file: FileOut, handed_in: Collection[str]) -> dict[str, Kept]:
    """What pages of the file name, and what a form that comes back names."""
    named = {*handed_in, *(digest for one in file.pages for digest in _named(one))}
    async with page.hub.pool.acquire() as conn:
        return await stored_of(conn, file.case_id, named)


def _organs(page: Page, told: WhistleOut) -> list[tuple[str, str]]:
    """The organs of the place and its city, to choose from by name."""
    directory = page.hub.directory
    near = {told.place[:6], told.place[:4] + "00"}
    return [(one.code, one.name) for one in directory.organs() if one.place[:6] in near]
