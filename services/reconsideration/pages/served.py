"""文书送达: of each paper, on whom it was served and when, and on whom it is still to be served."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import Final
from urllib.parse import urlencode
from uuid import UUID

from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.days_anew import is_silent
from services.reconsideration.domain.ordinary import State
from services.reconsideration.domain.papers_served import Addressee, Outgoing, PapersServed
from services.reconsideration.papers.reading import read_outgoing, read_refusal
from services.reconsideration.schemas.serving import ToOut, key_of
from services.reconsideration.store import AFTERMATHS, CASES, aftermath_of
from shared.casepage.answers import FileOut
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.aftermath import Conclusion
from shared.contracts.reconsideration.served import Service
from shared.errors import Unknown
from shared.frame.choosing import Options
from shared.frame.meanings import meanings
from shared.law.wording import full
from shared.pages import READER
from shared.work import Hub

_SIDES = meanings(Standing)

LETTER: Final = "opinion-letter"
"""意见书, by the sort of the paper."""


@dataclass(frozen=True, slots=True)
class Line:
    """一名受送达人, and where the service on it is recorded while there is none."""

    says: str
    done: ToOut | None
    """None while it is still to be served."""
    path: str
    """Empty where another organ serves it."""


@dataclass(frozen=True, slots=True)
class Row:
    """一件文书, on each whom it is for."""

    paper: Outgoing
    lines: tuple[Line, ...]
    by: str = ""
    """由谁送达, where another organ does: what it is called; empty where the reader's does."""


async def unserved(hub: Hub, case_id: UUID, labels: Mapping[str, str]) -> Options:
    """尚未送达的文书: of the reader, each with its number, and on whom it is to be served."""
    return await _papers(hub, case_id, labels, lambda _paper, _to, done: done is None)


async def served(hub: Hub, case_id: UUID, labels: Mapping[str, str]) -> Options:
    """已经送达、可以重新送达的文书, likewise, and on whom it may be, each in a manner on record.

    A letter is not whose organ is on file as silent: another letter is made out (ARL 76, 77).
    """
    after: Aftermath | None = None
    with suppress(Unknown):
        after, _ = await hub.read(AFTERMATHS, case_id)
    return await _papers(hub, case_id, labels, partial(_goes_again, after))


def _goes_again(
    after: Aftermath | None, paper: Outgoing, to: Addressee, done: ToOut | None
) -> bool:
    if done is None or done.manner is None or to.heirless:
        return False
    runs_anew = paper.sort == LETTER and paper.is_newest
    return not (after and runs_anew and is_silent(after, paper.letter_id))


async def _papers(
    hub: Hub,
    case_id: UUID,
    labels: Mapping[str, str],
    is_one: Callable[[Outgoing, Addressee, ToOut | None], bool],
) -> Options:
    try:
        going = await read_outgoing(hub, case_id)
    except Unknown:
        return ()
    return tuple(
        (key_of(one), f"{one.term}（{full(one.on)}，{one.number}）：{'、'.join(whom)}")
        for one in going.papers
        if one.number
        and one.authority == labels.get(READER)
        and (
            whom := [
                says for to, says, done in _whom(hub, one, going.services) if is_one(one, to, done)
            ]
        )
    )


async def refused(hub: Hub, case_id: UUID, labels: Mapping[str, str]) -> Options:
    """尚未送达不予受理决定书的申请人, one by one, of a declined case or of what follows it."""
    del labels
    each = enumerate(await _refused(hub, case_id), 1)
    return tuple((str(one), f"尚未送达的申请人第{nth}名") for nth, one in each)


async def _refused(hub: Hub, case_id: UUID) -> Sequence[UUID]:
    """Of a case that nothing follows yet, all applicants."""
    for known in (case_id, aftermath_of(case_id)):
        with suppress(Unknown):
            return (await hub.read(AFTERMATHS, known))[0].refusal_for
    with suppress(Unknown):
        case, _ = await hub.read(CASES, case_id)
        return case.applicants if case.state is State.DECLINED else ()
    return ()


async def rows(hub: Hub, files: Sequence[FileOut], number: str, back: str, organ: str) -> list[Row]:
    """The papers of a case and of the files that derive from it, the first first.

    Args:
        hub: The hub.
        files: Those of the office that the reader sees.
        number: Of the dispute.
        back: What the address of a form ends in, so that one comes back from it.
        organ: Of the reader.
    """
    found = []
    for each in files:
        going = await read_outgoing(hub, each.case_id)
        at = f"/desk/disputes/{number}/files/{each.case_id}"
        for paper in going.papers:
            own = paper.authority == organ
            lines = (
                Line(says, done, f"{at}/paper-service?{_asking(paper, to)}&{back}" if own else "")
                for to, says, done in _whom(hub, paper, going.services)
            )
            found.append(Row(paper, tuple(lines), by="" if own else _organ(hub, paper.authority)))
        if row := await _refusal(hub, each, {one.case_id for one in files}, f"{at}/", back):
            found.append(row)
    return found


async def _refusal(
    hub: Hub, each: FileOut, there: Collection[UUID], at: str, back: str
) -> Row | None:
    """不予受理决定书, which is served on each applicant in the file of what follows (ARL 34).

    Where nothing follows the case yet, its service opens that file.
    """
    refusals: Sequence[Service] = ()
    about, gone = each.case_id, frozenset[UUID]()
    if each.procedure == AFTERMATHS.name:
        file, _ = await hub.read(AFTERMATHS, each.case_id)
        if file.conclusion is not Conclusion.DECLINED or file.about is None:
            return None
        refusals, about, gone = file.refusals, file.about, frozenset(file.heirless)
    elif each.state != State.DECLINED or aftermath_of(each.case_id) in there:
        return None
    paper, left = await read_refusal(hub, about), await _refused(hub, each.case_id)
    served = {one.person_id: one for one in refusals}
    lines = []
    for to, says, _ in _whom(hub, paper, None):
        if (one := served.get(to.person_id)) is not None:
            lines.append(Line(says, ToOut.at(to, one.served_on, one.manner), ""))
        elif to.person_id in gone:
            lines.append(Line(says, ToOut.at(replace(to, heirless=True), None, None), ""))
        elif to.person_id in left:
            asking = urlencode({"person_id": to.person_id})
            lines.append(Line(says, None, f"{at}refusal-service?{asking}&{back}"))
    # What was corrected before anybody had it was served on nobody, and will not be (RULES 132).
    return Row(paper, tuple(lines)) if lines else None


def _asking(paper: Outgoing, to: Addressee) -> str:
    """What the form begins with."""
    said = {"paper": key_of(paper), "person_id": to.person_id, "organ": to.organ}
    return urlencode({name: value for name, value in said.items() if value})


def _whom(
    hub: Hub, paper: Outgoing, file: PapersServed | None
) -> Iterator[tuple[Addressee, str, ToOut | None]]:
    """受送达人, what each is called where nobody is named, and the service on it."""
    several, nth = Counter(map(_side, paper.to)), Counter[str]()
    for one in paper.to:
        side = _side(one)
        nth[side] += 1
        says = f"{side}{_organ(hub, one.organ)}" if one.organ else side
        if one.person_id and several[side] > 1:
            says += f"第{nth[side]}名"
        done = ToOut.of(one, file.service_of(paper, one) if file else None)
        yield one, says, done if done.served_on or done.heirless else None


def _side(to: Addressee) -> str:
    if to.standing is None:
        return "" if to.organ else "文书写明的人"
    return _SIDES[to.standing]


def _organ(hub: Hub, code: str) -> str:
    try:
        return hub.directory.organ(code).name
    except LookupError:
        return code
