"""文书送达: of each paper, on whom it was served and when, and on whom it is still to be served."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from services.reconsideration.domain.papers_served import Addressee, Outgoing, PapersServed
from services.reconsideration.papers.reading import read_outgoing
from services.reconsideration.schemas.serving import ToOut, key_of
from shared.casepage.answers import FileOut
from shared.contracts.reconsideration import Standing
from shared.errors import Unknown
from shared.frame.choosing import Options
from shared.frame.meanings import meanings
from shared.law.wording import full
from shared.work import Hub

_SIDES = meanings(Standing)


@dataclass(frozen=True, slots=True)
class Line:
    """一名受送达人, and where the service on it is recorded while there is none."""

    says: str
    done: ToOut | None
    """None while it is still to be served."""
    path: str


@dataclass(frozen=True, slots=True)
class Row:
    """一件文书, on each whom it is for."""

    paper: Outgoing
    lines: tuple[Line, ...]


async def unserved(hub: Hub, case_id: UUID, labels: Mapping[str, str]) -> Options:
    """尚未送达的文书: each that has its number, and on whom it is still to be served."""
    del labels
    try:
        going = await read_outgoing(hub, case_id)
    except Unknown:
        return ()
    return tuple(
        (key_of(one), f"{one.term}（{full(one.on)}，{one.number}）：{'、'.join(left)}")
        for one in going.papers
        if one.number
        and (left := [says for _, says, done in _whom(hub, one, going.services) if done is None])
    )


async def rows(hub: Hub, files: Sequence[FileOut], number: str, back: str) -> list[Row]:
    """The papers of a case and of the files that derive from it, the first first.

    Args:
        hub: The hub.
        files: Those of the office that the reader sees.
        number: Of the dispute.
        back: What the address of a form ends in, so that one comes back from it.
    """
    found = []
    for each in files:
        going = await read_outgoing(hub, each.case_id)
        at = f"/desk/disputes/{number}/files/{each.case_id}/paper-service"
        for paper in going.papers:
            lines = (
                Line(says, done, f"{at}?{_asking(paper, to)}&{back}")
                for to, says, done in _whom(hub, paper, going.services)
            )
            found.append(Row(paper, tuple(lines)))
    return found


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
        yield one, says, done if done.served_on else None


def _side(to: Addressee) -> str:
    if to.standing is None:
        return "" if to.organ else "文书写明的人"
    return _SIDES[to.standing]


def _organ(hub: Hub, code: str) -> str:
    try:
        return hub.directory.organ(code).name
    except LookupError:
        return code
