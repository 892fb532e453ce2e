"""推演结果: what came of the acts, in order, for a page, a script and a picture."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from deploy.rehearse.world import World
from shared.casepage.ringing import Rung
from shared.casepage.table import Table
from shared.casepage.track import subject_of
from shared.contracts.catalogue import wording
from shared.contracts.fact import CLOCK
from shared.law.article import Article
from shared.law.day import NEVER, day_of_expiry
from shared.law.proof import Proof
from shared.law.running import Running
from shared.law.terms import zh
from shared.work.clockfile import COMPANION
from shared.work.memory import Open, Page
from shared.work.turning import row_of


class Came(StrEnum):
    """What came of it."""

    DONE = "done"  # 办成
    REFUSED = "refused"  # 依法不予准许
    MALFORMED = "malformed"  # 有误
    BY_ITSELF = "by_itself"  # 期限届满或者依规则自动发生


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the story: a page, or an act that left none."""

    at: datetime
    on: date
    """The legal day."""
    came: Came
    says: str
    """What happened, in Chinese; or why it did not."""
    door: str = ""
    who: str = ""
    file: UUID | None = None
    file_term: str = ""
    kind: str = ""
    article: Article | None = None
    state: str = ""
    """Where the file stands now, in Chinese."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A period of the story, with its proof and how it ended."""

    file: UUID
    file_term: str
    name: str
    term: str
    subject: str
    """Whose it is, by name; empty for the whole file."""
    started_on: date
    last_day: date | None
    """None while it stands still."""
    until: datetime | None
    ended: str
    """met, lapsed, closed; empty while it runs."""
    ended_on: date | None
    provisional: bool
    proof: Proof | None
    """None where a paper states the day itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """Where a file stands in the end."""

    file: UUID
    office: str
    kind: str
    term: str
    state: str
    state_term: str
    closed: bool
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """推演结果, whole."""

    title: str
    lines: tuple[Line, ...]
    periods: tuple[Period, ...]
    endings: tuple[Ending, ...]
    since: datetime
    """The hour from which it was played: the present of a live case."""
    until: datetime
    known_until: date
    """The last day whose holidays are known; what lies beyond is provisional."""
    unmet: tuple[str, ...] = ()
    """What the script expected and did not come about, each in a sentence."""


class Teller:
    """Tells the pages of a world as lines, each with the article of the row that it walked."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._tables: dict[UUID, Table] = {}
        self._told = 0
        deque(self.tell(), maxlen=0)  # what a live case holds already was told elsewhere

    def tell(self, door: str = "") -> Iterator[Line]:
        """The pages made since last time; those that no officer made came by themselves."""
        pages = self._world.pages[self._told :]
        self._told = len(self._world.pages)
        for page in pages:
            yield self._line(page, door)

    def _line(self, page: Page, door: str) -> Line:
        fact, head = page.fact, page.fact.head
        if isinstance(fact, Rung):
            return self._rung(fact)
        file = self._world.memory.files[head.case_id]
        table = self._tables.setdefault(head.case_id, Table(file.value.procedure))
        article = table.article_of(fact.kind, fact.model_dump(mode="json"))
        said = wording(fact.kind)
        by_itself = head.by == CLOCK
        return Line(
            at=head.at,
            on=head.on,
            came=Came.BY_ITSELF if by_itself else Came.DONE,
            says=said.term,
            door="" if by_itself else door,
            who="" if by_itself else head.by,
            file=head.case_id,
            file_term=file.value.procedure.term,
            kind=fact.kind,
            article=article,
            state=called(table.state),
        )

    def _rung(self, fact: Rung) -> Line:
        """What a clock told of a period, beside the file that it runs in."""
        memory = self._world.memory
        file = memory.files[fact.of_case_id]
        key = (fact.deadline, fact.subject, fact.opened)
        period = row_of(file, memory.opened[fact.of_case_id, key]).term
        said = wording(fact.kind)
        last = day_of_expiry(fact.until)
        return Line(
            at=fact.head.at,
            on=fact.head.on,
            came=Came.BY_ITSELF,
            says=f"{said.term}：{period}将于{last}届满"
            + (f"（{s}）" if (s := named(self._world, fact.subject)) else ""),
            file=fact.of_case_id,
            file_term=file.value.procedure.term,
            kind=fact.kind,
            article=Article.parse(said.articles) if said.articles else None,
        )


def periods(world: World) -> tuple[Period, ...]:
    """Every period that was opened, by its end."""
    made = {(p.fact.head.case_id, p.fact.head.version): p for p in world.pages}
    told = (
        _period(world.memory.files[case_id], running, made, world)
        for (case_id, _), running in world.memory.opened.items()
    )
    return tuple(sorted(told, key=lambda p: (p.until or NEVER, p.term, p.subject)))


def _period(
    file: Open, running: Running, made: Mapping[tuple[UUID, int], Page], world: World
) -> Period:
    case_id = file.value.case_id
    deadline = row_of(file, running)
    opened_by = made[case_id, running.opened].fact
    still = running.until == NEVER
    how, version = world.memory.ended.get((case_id, running.key), ("", 0))
    ended_by = made.get((case_id, version))
    reckoning = running.reckon(world.calendar)
    return Period(
        file=case_id,
        file_term=file.value.procedure.term,
        name=running.name,
        term=deadline.term,
        subject=named(world, running.subject),
        started_on=running.started_on,
        last_day=None if still else day_of_expiry(running.until),
        until=None if still else running.until,
        ended=how,
        ended_on=ended_by.fact.head.on if ended_by else None,
        provisional=running.provisional,
        proof=None
        if reckoning is None
        else Proof(
            term=deadline.term,
            article=Article.parse(running.article),
            because=deadline.because_of(
                running.started_on, opened_by.head.on, opened_by.model_dump(mode="json")
            )
            or wording(opened_by.kind).term,
            reckoning=reckoning,
        ),
    )


def endings(world: World) -> tuple[Ending, ...]:
    """Where every file stands, in the order in which they were opened."""
    opened: Iterable[UUID] = dict.fromkeys(page.fact.head.case_id for page in world.pages)
    files = (world.memory.files[case_id] for case_id in opened)
    return tuple(_ending(file) for file in files if file.shelf.name != COMPANION.name)


def _ending(file: Open) -> Ending:
    value = file.value
    return Ending(
        file=value.case_id,
        office=file.shelf.office,
        kind=file.shelf.name,
        term=value.procedure.term,
        state=str(value.state or ""),
        state_term=called(value.state),
        closed=value.is_closed,
        pages=value.version,
    )


def named(world: World, subject: str) -> str:
    """Whose period it is as people say it: an organ, a party, a road, a cause; else the code.

    A copy of a live case knows its parties by their ids alone: none of them is named.
    """
    try:
        return world.directory.organ(subject).name
    except LookupError:
        parties = {str(p.person_id): p.person.name for p in world.memory.parties}
        return parties.get(subject) or subject_of(subject) or subject


def called(state: Any) -> str:  # noqa: ANN401 - a state of any office
    """What a state is called in Chinese."""
    if not state:
        return ""
    try:
        return zh(str(state))
    except LookupError:
        return str(state)
