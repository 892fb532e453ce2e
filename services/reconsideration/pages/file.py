"""一件复议案: clocks, next step, acts, and the draft beside what was found, on one page."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Annotated, Any, Final
from urllib.parse import urlencode
from uuid import UUID

from fastapi import Query
from pydantic import AfterValidator, Field
from starlette.responses import Response

from services.reconsideration.domain.case import Case
from services.reconsideration.pages.approvals import sifted
from services.reconsideration.pages.beside import beside
from services.reconsideration.pages.hints import hints
from services.reconsideration.pages.joined import decided_by, joined
from services.reconsideration.pages.repeated import repeated
from services.reconsideration.pages.served import Row, rows
from services.reconsideration.pages.steps import step_of
from services.reconsideration.pages.who import Officer
from services.reconsideration.pages.words import WORDS
from services.reconsideration.queries.approvals import WAITING
from services.reconsideration.queries.basics import lacking_of
from services.reconsideration.schemas.access import PieceOut
from services.reconsideration.store import CASES, SERVICES, aftermath_of, services_of
from shared.auth import Identity
from shared.casepage.answers import DisputeOut, FileOut, PageOut
from shared.casepage.desk.papers import materials
from shared.casepage.desk.show import Chapter, chapter, doors_of, file_of, titles
from shared.casepage.desk.sifting import PapersAsked, Sifted
from shared.casepage.doing import Doing
from shared.casepage.offered import Offered
from shared.casepage.reading import read_dispute
from shared.contracts.reconsideration import DecisionMade, ReconsiderationTerminated
from shared.contracts.reconsideration.drafting import DecisionSubmitted
from shared.contracts.reconsideration.hearing_held import HearingSet
from shared.contracts.reconsideration.higher import ElevatedCaseEnded
from shared.contracts.reconsideration.settling import MediationDocumentSealed
from shared.errors import Unknown
from shared.frame import Page, PageDep, page_router
from shared.frame.clock import clock_of
from shared.frame.sorting import Order
from shared.law.day import legal_day
from shared.sessions.posts import called_of

router = page_router()

DONE_BY: Final = {
    "submission": ("approval", "return"),
    "countersign": ("countersignature", "countersign-refusal"),
    "recusal": ("recusal-decision",),
    "panel_recusal": ("recusal-ruling",),
    "stay": ("stay", "stay-refusal"),
    "withdrawal": ("termination", "withdrawal-refusal"),
    "sixty_days": ("termination",),
    "extension": ("extension",),
    "conversion": ("conversion",),
    "mediation": ("mediation-document", "mediation-seal"),
    "attached_suspension": ("suspension", "attached-refusal"),
    "attached": ("conclusion",),
    "elevation": ("elevation", "elevation-denial"),
    "report": ("order", "denial", "direct-acceptance"),
    "publication": ("publication", "withholding"),
}
"""At which doors the head does what waits."""


_OVER: Final = frozenset(
    one.kind_name()
    for one in (
        *(DecisionMade, ReconsiderationTerminated),
        *(MediationDocumentSealed, ElevatedCaseEnded),
    )
)
"""With which page the reconsideration 行政复议期间 is over."""

ABOUT: Final = ("about", "request_case_id", "of_case_id")
"""Fields by which a file beside a case names it."""


def _known(what: str) -> str:
    """One of the kinds of what waits; empty for anything else."""
    return what if what in WAITING else ""


def _order(sort: str) -> str:
    """By what the list of the head was sorted; empty for anything else."""
    return sort if Order.of(sort, "due").by in {"due", "since"} else ""


class Asked(PapersAsked):
    """What the address says: the head's place in what waits, and how that was sifted.

    `at` is the file beside the case in which something is done; `texts` whether texts are shown.
    """

    waiting: Annotated[str, AfterValidator(_known)] = Field("", max_length=20)
    place: int = Field(0, ge=0, le=100_000)
    what: Annotated[str, AfterValidator(_known)] = Field("", max_length=20)
    sort: Annotated[str, AfterValidator(_order)] = Field("", max_length=20)
    at: UUID | None = None
    texts: bool = False


@router.get("/desk/reconsideration/files/{case_id}")
async def file_page(
    page: PageDep, case_id: UUID, who: Officer, asked: Annotated[Asked, Query()]
) -> Response:
    """复议案: what runs, what comes next, what may be done and what not; the draft and its grounds.

    With `waiting` and `place` it is one of those that the head goes through, and leads to the next;
    with `what` of those that wait for this alone; `at` is the file beside it in which it is done.
    """
    case, dispute, file = await found(page, who, case_id)
    now, clock = await clock_of(page)
    done = chapter(page, file, who, legal_day(now), dispute)
    there = _there(page, who, dispute, asked.at, legal_day(now)) or done
    submitted = _last(file, DecisionSubmitted.kind_name()) if _submitted(case) else None
    named = await _named(page, case, submitted)
    again = await repeated(page, who, case=case, dispute=dispute, done=done, on=legal_day(now))
    followed = _followed(dispute, case_id)
    next_step = partial(step_of, by=who.code, now=now, calendar=page.hub.calendar)
    return page.show(
        "reconsideration/file.html",
        title=f"复议案 {dispute.number or ''}",
        case=case,
        dispute=dispute,
        file=file,
        done=done,
        step=next_step(case, followed=followed, barred=again.barred, register=page.hub.directory),
        again=again,
        hints=tuple(hints(case, page.hub.directory, legal_day(now))),
        lacks=None if case.is_closed else await lacking_of(page.hub, case),
        clock=clock,
        papers=await _papers(page, who, dispute, case_id, asked),
        pairs=await beside(page, dispute, file, texts=asked.texts),
        joined=await joined(page, who, case, now),
        together=decided_by(page.hub.directory, case),
        texts=asked.texts,
        made=_made(page, who, dispute, case),
        served=await _served(page, dispute, case_id, who.organ),
        hearing=_last(file, HearingSet.kind_name()) if case.hearing else None,
        over_on=over_on(file),
        submitted=submitted,
        **_going_on(case_id, asked),
        named=named,
        evidence=[(one, PieceOut.of(one)) for one in case.evidence.pieces],
        beside=[one for one in _beside(dispute, case_id) if one.procedure != SERVICES.name],
        deciding=_deciding(there.now, asked.waiting, case),
        there=there.file.case_id,
        **WORDS,
    )


async def found(page: Page, who: Identity, case_id: UUID) -> tuple[Case, DisputeOut, FileOut]:
    """A case as its office keeps it, and as a file of its dispute.

    Raises:
        Unknown: There is none, or none that `who` may see.
        Away: The database does not answer.
    """
    case, _ = await page.hub.read(CASES, case_id)
    dispute = await read_dispute(page.hub, who, str(case.dispute_id))
    file = file_of(dispute, case_id)
    if file is None:
        raise Unknown("没有这份案卷，或者您无权查看")
    return case, dispute, file


async def _named(page: Page, case: Case, submitted: PageOut | None) -> Mapping[str, str]:
    """Whoever handles the case, sits at its hearing or sent it up, by what the posts are called."""
    sent = (submitted.by,) if submitted else ()
    sit = case.hearing.panel if case.hearing else ()
    return await called_of(page.hub.pool, {*case.reviewers, *sent, *sit})


async def _papers(
    page: Page, who: Identity, dispute: DisputeOut, case_id: UUID, asked: Asked
) -> Sifted:
    """证据和材料 of the case and of its services, as the address asks for them."""
    held = await materials(page.hub.pool, who, dispute, page.frame.templates.filters["name"])
    own = (case_id, services_of(case_id))
    return Sifted.of([one for one in held if one.case_id in own], asked)


def _made(
    page: Page, who: Identity, dispute: DisputeOut, case: Case
) -> list[tuple[str, UUID, list[Offered]]]:
    """文书 that may be made of the case and of each file that derives from it, by its title."""
    beside = [one for one in _beside(dispute, case.case_id) if one.office == CASES.office]
    own = file_of(dispute, case.case_id)
    files = [*([own] if own else ()), *beside]
    named = titles(files)
    every = ((named[one.case_id], one.case_id, doors_of(page).papers(one, who)) for one in files)
    return [(title, case_id, papers) for title, case_id, papers in every if papers]


async def _served(page: Page, dispute: DisputeOut, case_id: UUID, organ: str) -> list[Row]:
    """文书送达, of the case and of each file that derives from it."""
    of_office = (one for one in _beside(dispute, case_id) if one.office == CASES.office)
    own = file_of(dispute, case_id)
    files = [*([own] if own else ()), *(one for one in of_office if one.procedure != SERVICES.name)]
    back = urlencode({"back": f"/desk/reconsideration/files/{case_id}"})
    return await rows(page.hub, files, dispute.number or str(dispute.dispute_id), back, organ)


def next_path(place: int, what: str, sort: str = "") -> str:
    """Where the head goes on after what stood at a place of the list, as it was sifted."""
    said = {"place": place, **sifted(what, sort)}
    return f"/desk/reconsideration/approvals/next?{urlencode(said)}"


def _deciding(now: tuple[Doing, ...], waiting: str, case: Case) -> list[Any]:
    by_act = {one.door.slug: one for one in now}
    some = waiting == "withdrawal" and 0 < len(case.participants.withdrawing) < len(case.applicants)
    doors = ("partial-termination", "withdrawal-refusal") if some else DONE_BY.get(waiting, ())
    if waiting == "sixty_days" and len(case.applicants) > 1:  # it may be full in some of them only
        doors = ("partial-termination", *doors)
    return [by_act[act] for act in doors if act in by_act]


def _followed(dispute: DisputeOut, case_id: UUID) -> bool:
    return file_of(dispute, aftermath_of(case_id)) is not None


def _going_on(case_id: UUID, asked: Asked) -> dict[str, Any]:
    """Where the head's list leads on from here, and where one comes back to after an act."""
    own = f"/desk/reconsideration/files/{case_id}"
    here = next_path(asked.place, asked.what, asked.sort) if asked.waiting else own
    return {
        "waiting": asked.waiting,
        "following": next_path(asked.place + 1, asked.what, asked.sort),
        "sifted": urlencode(sifted(asked.what, asked.sort)),
        "back": urlencode({"back": here}),
    }


def _there(
    page: Page, who: Identity, dispute: DisputeOut, at: UUID | None, today: date
) -> Chapter | None:
    """The file beside the case in which it is done; None where that is the case itself."""
    other = file_of(dispute, at) if at else None
    return chapter(page, other, who, today, dispute) if other else None


def _beside(dispute: DisputeOut, case_id: UUID) -> list[FileOut]:
    """后续、附带审查、咨询、反映: the files whose first page says that they are about this case."""
    return [
        one
        for one in dispute.files
        if one.case_id != case_id
        and any(one.pages[0].findings.get(name) == str(case_id) for name in ABOUT)
    ]


def over_on(file: FileOut) -> date | None:
    """复议期间结束之日: decided, or ended without a decision; None while it lasts (APL 73)."""
    return next((one.on for one in file.pages if one.kind in _OVER), None)


def _submitted(case: Case) -> bool:
    return case.drafted is not None and case.drafted.submitted_on is not None


def _last(file: FileOut, kind: str) -> PageOut | None:
    return next((one for one in reversed(file.pages) if one.kind == kind), None)
