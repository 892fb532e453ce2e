"""办一件事: a form in plain words, handed to the office's door; its refusal is told as it is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from starlette.responses import Response

from shared.casepage.desk.show import chapter, today_of
from shared.casepage.doing import Door
from shared.errors import Unknown
from shared.frame import Answer, Form, page_router
from shared.party.deed import Deed
from shared.party.deeds import DEEDS
from shared.party.handing import NOTHING, NotTaken, Stored, stored_for, taken, with_files
from shared.party.papers import About
from shared.party.session import PartyDep, PartyPage
from shared.party.show import dispute_of, file_in
from shared.party.standing import reviewers_of
from shared.problem import problem_of
from shared.problem.model import Problem
from shared.sessions.posts import titles_of

router = page_router()


@router.get("/party/act/{case_id}/{slug}")
async def form_of(case_id: UUID, slug: str, party: PartyDep) -> Response:
    """要办的事: what it means, and what is asked."""
    return await _form(party, case_id, await _doing(party, case_id, slug), party.typed)


@router.post("/party/act/{case_id}/{slug}")
async def act(case_id: UUID, slug: str, party: PartyDep) -> Response:
    """办理；不能办的说明依据，已经填的、传好的留着."""
    form = await party.form()
    doing = await _doing(party, case_id, slug)
    if form.get("named") != doing.named:  # something else waits by now: it is shown first
        return await _form(party, case_id, doing, form)
    try:
        form = await with_files(party, case_id, form) if doing.deed.takes_files else form
    except NotTaken as no:
        return await _form(party, case_id, doing, no.form, problem_of(no, party.page.request))
    answer = await party.post(
        doing.door.path.format(case_id=case_id, number=party.session.number),
        {**doing.deed.body(form, party.session), **doing.about},
        if_match=form.get("version"),
    )
    if answer.problem:
        return await _form(party, case_id, doing, form, answer.problem)
    try:
        file_in(await dispute_of(party), case_id)
    except Unknown:  # whoever has left the case sees it no more
        return party.go("/party/case", told=doing.deed.done)
    return receipt_of(party, answer, doing.deed.done)


@router.post("/party/act/{case_id}/{slug}/files")
async def hand_in(case_id: UUID, slug: str, party: PartyDep) -> Response:
    """上传照片、扫描件: one at a time, before the act that names them."""
    form = await party.form()
    doing = await _doing(party, case_id, slug)
    if not doing.deed.takes_files:
        raise Unknown("这件事不收照片、扫描件")
    return await taken(party, case_id, form)


def receipt_of(party: PartyPage, answer: Answer, done: str) -> Response:
    """To the receipt of what was done."""
    said = answer.body
    return party.go(f"/party/receipt/{said['case_id']}/{said['version']}", told=done)


@dataclass(frozen=True, slots=True)
class _Doing:
    deed: Deed
    door: Door
    about: About
    version: int
    """Page of the file on which it is done."""
    handlers: tuple[str, ...] = ()
    """Who handles the case, by name, where it is about them (RULES 47)."""
    named: str = ""
    """What it is about, where its title does not say enough."""


async def _doing(party: PartyPage, case_id: UUID, slug: str) -> _Doing:
    """An act of a file that is the party's to do, whether or not it may be done now."""
    dispute = await dispute_of(party)
    file = file_in(dispute, case_id)
    found = chapter(party.page, file, party.who, await today_of(party.page), dispute)
    deed = DEEDS.get((file.office, slug))
    about = await deed.about(party, file) if deed else None
    for doing in (*found.now, *found.not_now):
        if deed is not None and about is not None and doing.door.slug == slug:
            which = await deed.which(party, file) if deed.which else None
            deed = replace(deed, asks=(which, *deed.asks)) if which else deed
            who = reviewers_of(file) if deed.tells_handlers else ()
            titles = await titles_of(party.page.hub.pool, who)
            named = await deed.names(party, file) if deed.names else ""
            return _Doing(deed, doing.door, about, file.version, tuple(titles.values()), named)
    raise Unknown("没有这件可以办的事")


async def _form(
    party: PartyPage, case_id: UUID, doing: _Doing, typed: Form, problem: Problem | None = None
) -> Response:
    """The form of an act, with what was typed and handed in for it."""
    stored = await stored_for(party, case_id, typed)
    path = f"/party/act/{case_id}/{doing.door.slug}"
    return shown(
        party,
        doing.deed,
        path,
        typed=typed,
        version=doing.version,
        problem=problem,
        stored=stored,
        handlers=doing.handlers,
        named=doing.named,
    )


def shown(
    party: PartyPage,
    deed: Deed,
    path: str,
    *,
    typed: Form,
    version: int | str = "",
    problem: Problem | None = None,
    stored: Stored = NOTHING,
    handlers: Sequence[str] = (),
    named: str = "",
    words: str = "",
) -> Response:
    """The form of a deed, posted to `path`, with what was typed and why it was not done.

    `words` are those of a paper that is read before it is done.
    """
    return party.show(
        "party/act.html",
        title=deed.title,
        status=problem.status if problem else 200,
        deed=deed,
        path=path,
        typed=typed,
        version=version,
        faults=problem or (),
        stored=stored,
        handlers=handlers,
        named=named,
        words=words,
    )
