"""What a paper is made of: the facts, who the parties are, the text to be printed.

A file that derives from a case (附带审查, 上级责令纠正, 后续案卷, 履行监督) says little of who the
parties are: its papers are made of its own pages together with those of that case.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from itertools import takewhile
from typing import Final, TypeVar
from uuid import UUID

from services.reconsideration.domain.participants import (
    applicants_after,
    heirless_after,
    succeeded,
)
from services.reconsideration.papers.respondents import respondents_by
from services.reconsideration.papers.sorts import Sort
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import ApplicationReceived, Standing
from shared.contracts.reconsideration.aftermath import (
    AftermathBegun,
    AftermathOpened,
    DecisionTookEffect,
)
from shared.contracts.reconsideration.assigning import ConvertedToOrdinary, SimplifiedChosen
from shared.contracts.reconsideration.at_court import CourtAboveAsked, ImmediateEnforcementAsked
from shared.contracts.reconsideration.attached_review import (
    AttachedReviewMoved,
    AttachedReviewOpened,
)
from shared.contracts.reconsideration.correcting import WrongReported
from shared.contracts.reconsideration.enforcing import EnforcementApplied, PartyUrged
from shared.contracts.reconsideration.forwarding import ApplicationForwarded, ApplicationHandedIn
from shared.contracts.reconsideration.heirless import AddresseeFound
from shared.contracts.reconsideration.higher import CameAbove, ElevationDenied, ElevationOrdered
from shared.contracts.reconsideration.overseeing import (
    CheckFedBack,
    MajorMatterReported,
    MendingReported,
    MendingRequired,
    WorkReportSubmitted,
)
from shared.contracts.reconsideration.pausing import ResumptionOrdered
from shared.contracts.reconsideration.people import ApplicantSucceeded, ThirdPersonJoined
from shared.contracts.reconsideration.respondent import RespondentSucceeded
from shared.contracts.supervision import (
    CriticismCirculated,
    InterviewNotified,
    OfficialInterviewed,
    PerformanceOrdered,
)
from shared.directory import Directory
from shared.law.article import ARR2026
from shared.law.calendar import Calendar
from shared.law.procedure import Refused
from shared.people import Person

F = TypeVar("F", bound=Fact)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One file, as far as its papers need it, with the case from which it derives."""

    reference: str
    """纠纷编号."""
    facts: Sequence[Fact]
    """Of the case."""
    people: Mapping[UUID, Person]
    texts: Mapping[UUID, str]
    directory: Directory
    calendar: Calendar
    places: Mapping[UUID, str] = field(default_factory=dict)
    """送达地点 of whom the paper was served on, as it was known on that day."""
    called: Mapping[str, str] = field(default_factory=dict)
    """What the posts of officers are called whom the paper names, by their codes."""
    number: str = ""
    """发文字号 that the paper was given which is made; empty while it has none."""
    cases: "Sequence[Matter]" = ()
    """Of a decision on several joined cases each of them, 主案 first; empty of any other paper."""
    own: Sequence[Fact] = ()
    """Of the file that derives from the case; empty where the paper is one of the case itself."""
    after: Sequence[Fact] = ()
    """Of the file that follows the case, where the paper is the decision of the case."""
    page: int | None = None
    """Of which page the paper tells; None for the newest that calls for it."""

    @property
    def pages(self) -> Sequence[Fact]:
        """Those of the file of which its papers tell."""
        return self.own or self.facts

    def newest(self, kind: type[F]) -> F | None:
        """The newest fact of a kind in the case."""
        return next((f for f in reversed(self.facts) if isinstance(f, kind)), None)

    def beside(self, kind: type[F]) -> F:
        """The newest fact of a kind in the file that derives from the case, which has one."""
        return next(f for f in reversed(self.own) if isinstance(f, kind))

    @property
    def has_parties(self) -> bool:
        """Whether it is of a case: a register or a check has no parties (ARR2026 66, 67)."""
        return any(isinstance(f, ApplicationReceived | ApplicationHandedIn) for f in self.facts)

    @property
    def received(self) -> ApplicationReceived | ApplicationHandedIn:
        """The application, with which every file begins; as it was handed in, until it is sent on.

        The authority has it from the organ that fined (ARL 32).
        """
        found = self.newest(ApplicationReceived) or self.newest(ApplicationHandedIn)
        assert found is not None  # noqa: S101 - no file without it (ARL 22)
        return found

    def authority_on(self, fact: Fact) -> str:
        """Organ code of whose page it is: the authority's above, from its order on (ARL 38).

        Of what another organ does by itself, that one's: it sends on, it enforces (ARL 32, 78).
        """
        own: str = getattr(fact, "organ", "") if isinstance(fact, _OF_ORGAN) else ""
        return own or self.handling(fact)

    def handling(self, fact: Fact) -> str:
        """Organ code of the authority whose file it was when its page was made."""
        page = fact.head.version
        taken_up = (
            one.authority
            for one in reversed(self.pages)
            if isinstance(one, _HANDLED) and one.head.version < page
        )
        return next(taken_up, self.received.authority)

    def at(self, fact: Fact) -> "Matter":
        """The same, as its paper of this page tells of it."""
        return replace(self, page=fact.head.version)

    @property
    def by_then(self) -> Sequence[Fact]:
        """Of the case what had come to pass with the page of the paper: it names those parties.

        Of a file that derives from the case, what stood in the case on the day of its page.
        """
        if self.page is None:
            return self.facts
        if not self.own:
            after = takewhile(lambda one: one.head.version != self.page, reversed(self.facts))
            return self.facts[: len(self.facts) - len(list(after))]
        day = max(one.head.on for one in self._own_by_then)
        return [one for one in self.facts if one.head.on <= day]

    @property
    def _own_by_then(self) -> Sequence[Fact]:
        return [one for one in self.own if self.page is None or one.head.version <= self.page]

    @property
    def applicant_ids(self) -> tuple[UUID, ...]:
        """Who the applicants were by then, after whoever took over or left (ARL 14, 41)."""
        return reduce(applicants_after, self.by_then, self.received.applicants)

    @property
    def is_simplified(self) -> bool:
        """Whether the case is in the simplified procedure now (ARL 53, 55)."""
        turns = [f for f in self.facts if isinstance(f, SimplifiedChosen | ConvertedToOrdinary)]
        return bool(turns) and isinstance(turns[-1], SimplifiedChosen)

    @property
    def respondent(self) -> str:
        """Organ code of the respondent 被申请人, as it was last named by then (ARR2026 29)."""
        return self.respondents[0]

    @property
    def respondents(self) -> tuple[str, ...]:
        """Organ codes of all respondents, the one named first in the first place (ARL 19)."""
        since = (one for one in self._own_by_then if isinstance(one, RespondentSucceeded))
        return respondents_by((*self.by_then, *since))

    @property
    def respondent_names(self) -> str:
        """被申请人 by their full names, as a paper calls them."""
        return "、".join(map(self.organ, self.respondents))

    @property
    def applicants(self) -> list[Person]:
        """申请人, in the order of the application, with whoever took over.

        Raises:
            Refused: Somebody's name was never given.
        """
        return self._named(self.applicant_ids, "申请人")

    @property
    def third_ids(self) -> tuple[UUID, ...]:
        """Who takes part as third person, or was called and stays away (ARL 16).

        Who was recorded as no more in the case may have been found since its end (RULES 145).
        """
        nobody: tuple[UUID, ...] = ()
        found_since = (one for one in self._own_by_then if isinstance(one, AddresseeFound))
        gone = heirless((*self.by_then, *found_since))
        found = reduce(_thirds_after, self.by_then, nobody)
        return tuple(one for one in found if one not in gone)

    @property
    def third_persons(self) -> list[Person]:
        """第三人, in the order in which they came in.

        Raises:
            Refused: Somebody's name was never given.
        """
        return self._named(self.third_ids, "第三人")

    def person(self, person_id: UUID, who: str) -> Person:
        """One of those who take part.

        Raises:
            Refused: The name was never given.
        """
        [found] = self._named([person_id], who)
        return found

    def _named(self, ids: Sequence[UUID], who: str) -> list[Person]:
        if missing := [one for one in ids if one not in self.people]:
            says = f"{len(missing)}名{who}的姓名或者名称没有登记，不能制作文书"
            raise Refused(says, ARR2026[27].par(1, 1))
        return [self.people[one] for one in ids]

    def officer(self, code: str) -> str:
        """人员 as their post is called; its code where nobody knows it."""
        return self.called.get(code, code)

    def officers(self, codes: Sequence[str]) -> str:
        """Several of them."""
        return "、".join(map(self.officer, codes))

    def organ(self, code: str) -> str:
        """机构 by its full name; its code where the directory does not know it."""
        try:
            return self.directory.organ(code).name
        except LookupError:
            return code


def _thirds_after(thirds: tuple[UUID, ...], fact: Fact) -> tuple[UUID, ...]:
    """Who the third persons are, once one came in, or another took its place (RULES 144)."""
    match fact:
        case ThirdPersonJoined():
            return tuple(dict.fromkeys((*thirds, fact.third_person)))
        case ApplicantSucceeded(standing=Standing.THIRD):
            return succeeded(thirds, fact)
        case _:
            return thirds


def heirless(pages: Iterable[Fact]) -> tuple[UUID, ...]:
    """无承受人: on whom nothing is served any more, as these pages tell (RULES 145)."""
    return reduce(heirless_after, pages, ())


_OF_ORGAN: Final = (
    *(ElevationOrdered, ElevationDenied, ResumptionOrdered),
    *(ApplicationForwarded, PartyUrged, EnforcementApplied),
    *(CourtAboveAsked, ImmediateEnforcementAsked),
    *(PerformanceOrdered, InterviewNotified, OfficialInterviewed, CriticismCirculated),
    *(WorkReportSubmitted, MajorMatterReported),
    *(CheckFedBack, MendingRequired, MendingReported),
)
"""Pages of the organ that they name."""

_HANDLED: Final = (
    *(CameAbove, AftermathOpened, AftermathBegun, DecisionTookEffect),
    *(AttachedReviewOpened, AttachedReviewMoved, WrongReported),
)
"""Pages that say whose the file is from there on."""


def told(matter: Matter, sort: Sort) -> Fact:
    """The fact that a paper tells of: on the page that was named, else the newest.

    Raises:
        Refused: It has not come about, or it is not what stands on that page.
    """
    for fact in reversed(matter.pages):
        if sort.tells(fact) and matter.page in (None, fact.head.version):
            return fact
    if matter.page is None:
        raise Refused(f"案卷里还没有应当制作{sort.term}的办理事项", sort.article)
    raise Refused(f"案卷第{matter.page}页不是应当制作{sort.term}的办理事项", sort.article)
