"""案卷: the page of one dispute."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final, Literal
from urllib.parse import urlencode
from uuid import UUID

from fastapi import Path, Query
from pydantic import Field
from starlette.responses import Response

from shared.auth import Identity
from shared.casepage.answers import DisputeOut, FileOut
from shared.casepage.desk.bars import bars
from shared.casepage.desk.findings import findings, named_in
from shared.casepage.desk.joined import notes
from shared.casepage.desk.papers import materials
from shared.casepage.desk.related import found, turned
from shared.casepage.desk.sifting import PapersAsked, Sifted
from shared.casepage.doing import Doing, Door, as_taken, walked
from shared.casepage.doors import Doors
from shared.casepage.offered import Offered
from shared.casepage.reading import read_dispute
from shared.casepage.table import Table
from shared.casepage.track import subject_of, track
from shared.contracts.catalogue import KINDS
from shared.disputes import File
from shared.errors import HubError
from shared.frame import Page, PageDep, page_router
from shared.frame.sorting import Order
from shared.law.day import legal_day
from shared.sessions.posts import acted_by
from shared.web import needs

router = page_router()

Reader = Annotated[Identity, needs()]
Number = Annotated[str, Path(title="纠纷编号", max_length=80)]


BESIDE: Final = frozenset({"clock"})
"""Files of the clock's own; what they say stands with the periods."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One file of the dispute, and what may be done in it."""

    file: FileOut
    now: tuple[Doing, ...]
    """What this reader may do now."""
    not_now: tuple[Doing, ...]
    """What this reader may do, but not now, and why."""
    others: tuple[Doing, ...]
    """What others may do now."""
    papers: tuple[Offered, ...]
    """What this reader may have made of it."""


def doors_of(page: Page) -> Doors:
    """The doors of the application."""
    doors: Doors = page.request.app.state.doors
    return doors


async def today_of(page: Page) -> date:
    """The legal day by the hub's clock."""
    return legal_day(await page.hub.now())


def table_of(page: Page, file: FileOut) -> Table:
    """The procedure of a file, walked to where it stands."""
    kept = File(
        file.case_id,
        file.office,
        file.procedure,
        file.edition,
        file.version,
        file.state,
        file.labels,
    )
    return walked(Table.of(page.hub.shelves, kept), file)


def chapter(
    page: Page, file: FileOut, who: Identity, today: date, dispute: DisputeOut | None = None
) -> Chapter:
    """A file with what may be done in it; `dispute` says which others are there beside it."""
    table = table_of(page, file)
    others = dispute.files if dispute else []
    there = {one.case_id for one in others}
    own = doors_of(page).of(file, table, who, today, there)
    done = [_as_taken(page, one, _taking(one, file, others), who, today) for one in own]
    return Chapter(
        file,
        tuple(one for one in done if one.is_theirs and one.is_open),
        tuple(one for one in done if one.is_theirs and not one.is_open),
        tuple(one for one in done if not one.is_theirs and one.is_open),
        tuple(doors_of(page).papers(file, who)),
    )


def _taking(one: Doing, file: FileOut, files: Sequence[FileOut]) -> FileOut | None:
    """The file that this one is about and that takes a page of the act, too; else None."""
    into, said = one.door.into, file.pages[0].findings if file.pages else {}
    if into is None or not into.says.items() <= said.items():
        return None
    return next((each for each in files if str(each.case_id) == said.get(into.about)), None)


def _as_taken(page: Page, one: Doing, other: FileOut | None, who: Identity, today: date) -> Doing:
    """An act that makes a page in the other file, too: open where both take it."""
    table = table_of(page, other) if other else None
    procedure = table.on(today) if table else None
    return as_taken(one, procedure, table, who) if table and procedure and one.is_open else one


def openings(page: Page, who: Identity, dispute: DisputeOut) -> list[Door]:
    """New files of the dispute that this reader may open."""
    there = {file.office for file in dispute.files if file.procedure not in BESIDE}
    return [
        door
        for door in doors_of(page).openings
        if not door.roles.isdisjoint(who.roles) and (door.again or door.office not in there)
    ]


class Asked(PapersAsked):
    """What the address says of the lists of a case."""

    related: int = Field(1, ge=1, title="相关纠纷第几页")
    related_sort: Literal["", "on", "-on"] = Field("", title="相关纠纷的次序")


@router.get("/desk/disputes/{number}")
async def case_page(
    page: PageDep, number: Number, who: Reader, asked: Annotated[Asked, Query()]
) -> Response:
    """案卷: every file, page and period; what may be done now, what not, and why."""
    dispute = await read_dispute(page.hub, who, number)
    now = await page.hub.now()
    name = page.frame.templates.filters["name"]
    own = {file.case_id: _duties(page, file) for file in dispute.files}
    every = {duty: term for duties in own.values() for duty, term in duties.items()}
    files = [file for file in dispute.files if file.procedure not in BESIDE]
    papers = await materials(page.hub.pool, who, dispute, name)
    pages = [one for file in files for one in file.pages]
    acted = {one.by for one in pages} | {one.by for one in papers}
    names = await acted_by(page.hub.pool, acted | named_in(pages))
    bonds = doors_of(page).bonds
    return page.show(
        "casepage/case.html",
        title=f"案卷 {dispute.number or ''}",
        dispute=dispute,
        labels=_labels(dispute),
        chapters=[chapter(page, file, who, legal_day(now), dispute) for file in files],
        titles=titles(files),
        track=(way := track(dispute, page.hub.shelves)),
        joined=notes(dispute, way),
        bars=bars(dispute, now),
        findings=lambda one, file: findings(one, name, every | own[file.case_id], names),
        related=turned(
            await found(page.hub.pool, who, dispute, bonds),
            asked.related,
            Order.of(asked.related_sort, "-on"),
        ),
        papers=Sifted.of(papers, asked),
        names=names,
        openings=openings(page, who, dispute),
        kinds=list(KINDS),
        said_of=subject_of,
        form_of=lambda file, door: form_of(page, dispute, file, door),
    )


def form_of(page: Page, dispute: DisputeOut, file: FileOut, door: Door) -> str:
    """The address of the form of an act: its office's own, which leads back here, or the usual."""
    here = f"/desk/disputes/{dispute.number or dispute.dispute_id}"
    if (own := page.frame.forms.get(door.path)) is None:
        return f"{here}/files/{file.case_id}/{door.slug}"
    path, _, place = own.format(case_id=file.case_id).partition("#")
    return f"{path}&{urlencode({'back': here})}#{place}"


def titles(files: Sequence[FileOut]) -> Mapping[UUID, str]:
    """What the chapters are called: each otherwise, so that they can be told apart when heard.

    A file beside another one, as an alert, says of which; what is there again is numbered.
    """
    terms = {str(one.case_id): one.term for one in files}
    found, times = {}, Counter[str]()
    for one in files:
        about = terms.get(str(one.pages[0].findings.get("about")))
        called = f"{one.term}（{about}）" if about else one.term
        times[called] += 1
        found[one.case_id] = f"{called} {times[called]}" if times[called] > 1 else called
    return found


@router.get("/desk/find")
async def find(
    page: PageDep, who: Reader, q: Annotated[str, Query(title="编号", max_length=80)] = ""
) -> Response:
    """查找: by number; what is no number opens the list."""
    key = "".join(q.split())
    try:
        dispute = await read_dispute(page.hub, who, key)
    except (HubError, ValueError):
        return page.show(
            "casepage/not_found.html", title="查找案卷", status=404 if key else 200, q=q
        )
    return page.go(f"/desk/disputes/{dispute.number or key}")


def _duties(page: Page, file: FileOut) -> dict[str, str]:
    """What the periods of a file's procedure are called."""
    shelf = page.hub.shelves.get((file.office, file.procedure))
    return {
        d.name: d.term for edition in (shelf.editions if shelf else ()) for d in edition.deadlines
    }


def _labels(dispute: DisputeOut) -> dict[str, str]:
    """What is known of the dispute as a whole: the labels with which it came in."""
    first = next((file for file in dispute.files if file.office == "intake"), None)
    return {**(dispute.files[0].labels if dispute.files else {}), **(first.labels if first else {})}


def file_of(dispute: DisputeOut, case_id: UUID) -> FileOut | None:
    """One file of the dispute."""
    return next((file for file in dispute.files if file.case_id == case_id), None)
