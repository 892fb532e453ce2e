"""文书送达: which paper was served on whom, in a file beside that of the paper (ARL 88; RULES 130).

Any paper may go out after its own file has come to its end, as a termination does, and nothing
moves a closed file: so its services stand in a file of their own, one beside each file that has
papers. A paper whose service has a page of its own (decision, mediation document) is none of them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from shared.contracts.fact import Fact
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.served import PaperServed
from shared.contracts.service import Manner
from shared.law.article import ARL, RULES
from shared.law.casefile import CaseFile
from shared.law.procedure import Move, Procedure, Refused


class State(StrEnum):
    """Where it stands: as long as there is a file there may be another paper."""

    SERVING = "serving_papers"  # 逐件送达


class Role(StrEnum):
    """Who serves."""

    BODY = "body"  # 行政复议机构


PAPERS_SERVED: Final = Procedure(
    name="papers_served",
    term="文书送达",
    since=RULES.since,
    moves=(Move((None, State.SERVING), PaperServed, State.SERVING, Role.BODY, ARL[88].par(1)),),
    deadlines=(),
    patient={State.SERVING: "文书逐件逐人送达，还会有新的文书，没有办结之日"},
)
"""文书送达 (ARL 88): a file beside each file that has papers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """受送达人: a party, or the person or the organ that a paper is written to."""

    standing: Standing | None = None
    person_id: UUID | None = None
    organ: str = ""
    had_on: date | None = None
    """收到之日, where a page of the paper's own file tells it: the days of the law run from it."""
    heirless: bool = False
    """无承受人: it is no more, so nothing is served on it any more (RULES 145)."""
    now: str = ""
    """继续行使职权的机关: who stands in the place of this organ now, itself where nobody else does;
    empty of a person (ARL 19)."""

    def is_one(self, person_id: UUID | None, organ: str) -> bool:
        """Whether it is this person, or this organ."""
        return (self.person_id, self.organ) == (person_id, organ)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """发出的文书: what there is of a paper to be served."""

    about: UUID
    """Case file of the paper."""
    sort: str
    term: str
    page: int
    on: date
    """Of the act of which it tells."""
    authority: str
    """Organ code of the authority whose paper it is, which serves it."""
    letter_id: UUID | None = None
    """Which letter 意见书 it is; None where it is another paper."""
    is_newest: bool = True
    """Whether no later page of its file calls for another one of its sort; each letter is one."""
    number: str = ""
    """发文字号; empty while it is a draft."""
    to: tuple[Addressee, ...] = ()

    @property
    def key(self) -> tuple[str, int]:
        """What tells it from the other papers of its file."""
        return self.sort, self.page


@dataclass(frozen=True, slots=True, kw_only=True)
class OneService:
    """一次送达, as the file remembers it."""

    sort: str
    page: int
    person_id: UUID | None = None
    organ: str = ""
    manner: Manner
    served_on: date
    nth: int
    """Its page in this file."""

    @property
    def whom(self) -> tuple[str, int, UUID | None, str]:
        """Which paper, and on whom: of each there is the service that counts."""
        return self.sort, self.page, self.person_id, self.organ


@dataclass(frozen=True, kw_only=True, slots=True)
class PapersServed(CaseFile):
    """The services of the papers of one file, as its facts have made it."""

    state: State | None = None
    about: UUID | None = None
    """Case file of the papers."""
    services: tuple[OneService, ...] = ()

    def learnt(self, fact: Fact) -> dict[str, object]:
        """What is kept of it."""
        if not isinstance(fact, PaperServed):
            return {}
        one = OneService(
            sort=fact.paper_sort,
            page=fact.page,
            person_id=fact.person_id,
            organ=fact.organ,
            manner=fact.manner,
            served_on=fact.served_on,
            nth=fact.head.version,
        )
        before = (known for known in self.services if known.whom != one.whom)
        return {"about": fact.about, "services": (*before, one)}

    def service_of(self, paper: Outgoing, to: Addressee) -> OneService | None:
        """送达 of this paper on this one; None where it is still to come."""
        return service_in(self.services, paper, to)


def service_in(services: Iterable[OneService], paper: Outgoing, to: Addressee) -> OneService | None:
    """送达 of this paper on this one among those; None where it is still to come."""
    known = (one for one in services if (one.sort, one.page) == paper.key)
    return next((one for one in known if to.is_one(one.person_id, one.organ)), None)


def is_served(services: Iterable[OneService], paper: Outgoing, to: Addressee) -> bool:
    """Whether it is on record, here or in the paper's own file, that this one has the paper.

    On whoever is no more and has no successor nobody waits either (RULES 145).
    """
    return to.had_on is not None or to.heirless or service_in(services, paper, to) is not None


def addressee_of(
    file: PapersServed, paper: Outgoing, *, person_id: UUID | None, organ: str | None
) -> Addressee:
    """受送达人 of a paper, as whoever records it names them; nobody where only one is left.

    Raises:
        Refused: The paper is not written to them, several are left and none is named, or none is.
    """
    if person_id is None and not organ:
        left = [one for one in paper.to if not is_served(file.services, paper, one)]
        if len(left) == 1:
            return left[0]
        says = f"写明{paper.term}向谁送达" if left else f"{paper.term}已经向每一名受送达人送达"
        raise Refused(says, ARL[88].par(1))
    for one in paper.to:
        if one.is_one(person_id, organ or ""):
            return one
    raise Refused(f"不是{paper.term}的受送达人", ARL[88].par(1))


def must_be_numbered(paper: Outgoing) -> None:
    """编号以后才送达 (RULES 130).

    Raises:
        Refused: It is a draft.
    """
    if not paper.number:
        raise Refused(f"{paper.term}还没有编号，是稿，编号以后才送达", RULES[130])


def whole_side(
    file: PapersServed, paper: Outgoing, standing: Standing, organ: str = ""
) -> date | None:
    """The day on which the last of one side had a paper; None while somebody of it has not."""
    side = [one for one in paper.to if one.standing is standing and one.organ == organ]
    side = [one for one in side if not one.heirless or file.service_of(paper, one)]
    done: Sequence[OneService | None] = [file.service_of(paper, one) for one in side]
    days = [one.served_on for one in done if one is not None]
    return max(days) if days and len(days) == len(side) else None
