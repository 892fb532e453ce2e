"""参加人 as the case keeps them: third persons, representatives, agents (ARL 14 to 17)."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import Final
from uuid import UUID

from services.reconsideration.domain.agreed import Agreed
from services.reconsideration.domain.choice import Choice, Election
from services.reconsideration.domain.co_applicant import CoApplicant
from services.reconsideration.domain.stated import Stated
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.basics import Basic
from shared.contracts.reconsideration.heirless import AddresseeFound, AddresseeGone
from shared.contracts.reconsideration.people import (
    AgentSort,
    ApplicantsLeft,
    ApplicantSucceeded,
    ApplicantsWithdrew,
    Power,
)
from shared.contracts.reconsideration.repeated import ApplicationSevered
from shared.contracts.reconsideration.request import ThirdRequestAdmitted
from shared.contracts.reconsideration.settling import Refiling


@dataclass(frozen=True, slots=True, kw_only=True)
class ThirdPerson:
    """第三人 (ARL 16)."""

    person_id: UUID
    called: bool = False
    takes_part: bool = True
    """False once it is known that it stays away."""
    text_id: UUID | None = None
    """By which paper it came in; None on files that did not keep it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """申请作为第三人参加的人, whom nobody has answered (ARL 16)."""

    person_id: UUID
    asked_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """代理人 of one principal (ARL 14, 17)."""

    agent_id: UUID
    standing: Standing
    principal_id: UUID | None = None
    """None for the respondent."""
    sort: AgentSort | None = None
    """None for a statutory agent 法定代理人, whose powers no paper limits."""
    powers: tuple[Power, ...] = ()
    until: date | None = None
    organ: str = ""
    """Which other joint respondent's 共同被申请人."""
    text_id: UUID | None = None
    """By which paper it acts; None on files that did not keep it."""

    def is_over(self, on: date) -> bool:
        """委托期限届满: whether the term ended before this day."""
        return self.until is not None and self.until < on

    def may(self, power: Power, on: date) -> bool:
        """Whether this lies in the powers and in the term."""
        return self.sort is None or (power in self.powers and not self.is_over(on))


@dataclass(frozen=True, slots=True, kw_only=True)
class Refiled:
    """可以再次申请的申请人, each by its own proof (ARL 74)."""

    person_id: UUID
    ground: Refiling
    reason_id: UUID | None = None
    """Document with what was proved; None where older pages of the file say it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """撤回而退出的申请人, for whom alone the case ended (ARL 41, 74)."""

    person_id: UUID
    settled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """签名、身份证明 that came with an application, or later, of one person (ARR2026 27)."""

    person_id: UUID
    formal: tuple[Basic, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Admission:
    """承认第三人请求, by which applicants it was admitted (ARL 15)."""

    person_id: UUID
    """第三人."""
    applicants: tuple[UUID, ...]
    text_id: UUID
    """承认第三人请求书."""
    admitted_on: date
    consented: bool = False
    """Whether those whom representatives represent agreed to it."""

    @classmethod
    def of(cls, fact: ThirdRequestAdmitted) -> "Admission":
        """As its page tells it, in whichever file."""
        return cls(
            person_id=fact.third_person,
            applicants=fact.applicants,
            text_id=fact.text_id,
            admitted_on=fact.done_on,
            consented=fact.consented,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Participants:
    """Whoever takes part beside applicants and respondent."""

    third_persons: tuple[ThirdPerson, ...] = ()
    asking: tuple[Asking, ...] = ()
    """Who asks to take part as a third person, and has no answer yet."""
    co_applicants: tuple[CoApplicant, ...] = ()
    """Who was named as applying, too, whether it answered or not, in the order of the file."""
    representatives: tuple[UUID, ...] = ()
    """代表人 of the applicants."""
    stated: Stated | None = None
    """In whose name the application is made; None where it says nothing of it."""
    stated_each: tuple[Stated, ...] = ()
    """Likewise of those of several applicants who say it each for itself."""
    election: Election | None = None
    """None where the applicants were not asked to elect."""
    third_representatives: tuple[UUID, ...] = ()
    """代表人 of the third persons."""
    elected_by: UUID | None = None
    """推选书 of the applicants; None on files that did not keep it."""
    third_elected_by: UUID | None = None
    """推选书 of the third persons, likewise."""
    choices: tuple[Choice, ...] = ()
    """Whom each chose last of those who do so by their own word; none once they have elected."""
    agents: tuple[Agent, ...] = ()
    heirless: tuple[UUID, ...] = ()
    """送达不能、无承受人: applicants and third persons who are no more (RULES 145)."""
    handed: tuple[Handed, ...] = ()
    """Whose signature and proof of identity are there, as far as that is on file."""
    withdrawing: tuple[UUID, ...] = ()
    """Those who withdrew by name, while that is not answered; empty if it was for all."""
    settling: tuple[UUID, ...] = ()
    """Which of those did so because they settled 因和解撤回 (ARL 74)."""
    admitted: tuple[Admission, ...] = ()
    """What applicants admitted of what third persons ask, in the order of the file."""
    simplified_by: Agreed | None = None
    """Upon whose consent it is simplified; None where it is not so, or none is asked later."""

    def stated_of(self, person_id: UUID) -> Stated | None:
        """In whose name this applicant applies: by its own word, else by that of all of them."""
        own = (one for one in self.stated_each if one.person_id == person_id)
        return next(own, self.stated)

    @property
    def unconfirmed(self) -> tuple[UUID, ...]:
        """写明而本人尚未答复的共同申请人: no applicants, and no participants."""
        return tuple(one.person_id for one in self.co_applicants if one.answered_on is None)

    @property
    def third_ids(self) -> tuple[UUID, ...]:
        """The third persons, whether they take part or stay away; none who is no more."""
        return self.left_of(self.every_third)

    @property
    def every_third(self) -> tuple[UUID, ...]:
        """The third persons, with who is no more: it may turn out that this was wrong."""
        return tuple(one.person_id for one in self.third_persons)

    @property
    def taking_part(self) -> tuple[UUID, ...]:
        """The third persons who take part."""
        return self.left_of(one.person_id for one in self.third_persons if one.takes_part)

    def left_of(self, persons: Iterable[UUID]) -> tuple[UUID, ...]:
        """Those persons without who is no more and has no successor."""
        return tuple(one for one in persons if one not in self.heirless)

    @property
    def in_file(self) -> tuple[UUID, ...]:
        """Who reads the file beside the applicants (ARL 47); the respondent's read as its organ."""
        agents = (
            one.agent_id
            for one in self.agents
            if one.standing is not Standing.RESPONDENT and one.principal_id not in self.heirless
        )
        return tuple(dict.fromkeys((*self.third_ids, *agents)))

    def agents_of(self, principal_id: UUID | None, organ: str = "") -> tuple[Agent, ...]:
        """Entrusted agents 委托代理人 of one principal; of a respondent where it is None.

        Those whose term is over are among them until somebody ends or entrusts them anew.
        """
        whose = (principal_id, organ)
        return tuple(
            one
            for one in self.agents
            if one.sort is not None and (one.principal_id, one.organ) == whose
        )

    def principals(self, persons: Collection[UUID], power: Power, on: date) -> Iterator[UUID]:
        """Those for whom one of these persons may do this as agent."""
        for one in self.agents:
            principal_id = None if one.principal_id in self.heirless else one.principal_id
            if one.agent_id in persons and principal_id and one.may(power, on):
                yield principal_id

    def bound(
        self, persons: Collection[UUID], applicants: Collection[UUID], power: Power, on: date
    ) -> frozenset[UUID]:
        """Whom these persons bind: themselves, their principals, those represented (ARL 15, 17).

        Args:
            persons: Who acts.
            applicants: Those of the case.
            power: What is done; not all of it may be done for those who are represented.
            on: The day, on which an agent's term may be over.
        """
        own = {*persons, *self.principals(persons, power, on)}
        if power not in ALONE:
            if not own.isdisjoint(self.representatives):
                own |= set(applicants)
            if not own.isdisjoint(self.third_representatives):
                own |= set(self.third_ids)
        return frozenset(own)


ALONE: Final = frozenset({Power.CHANGE, Power.ADMIT, Power.WITHDRAW, Power.SETTLE, Power.RECEIVE})
"""What representatives do for themselves only: it needs the consent of all, or is done to each."""


def heirless_after(heirless: tuple[UUID, ...], fact: Fact) -> tuple[UUID, ...]:
    """Who is no more and has no successor, once that was recorded or taken back (RULES 145)."""
    match fact:
        case AddresseeGone():
            return tuple(dict.fromkeys((*heirless, fact.person_id)))
        case AddresseeFound():
            return tuple(one for one in heirless if one != fact.person_id)
        case _:
            return heirless


def applicants_after(applicants: tuple[UUID, ...], fact: Fact) -> tuple[UUID, ...]:
    """Who the applicants are once somebody took over or left."""
    match fact:
        case ApplicantSucceeded():
            return succeeded(applicants, fact)
        case ApplicantsLeft() | ApplicantsWithdrew() | ApplicationSevered():
            return tuple(one for one in applicants if one not in fact.applicants)
        case _:
            return applicants


def succeeded(persons: tuple[UUID, ...], fact: ApplicantSucceeded) -> tuple[UUID, ...]:
    """Those persons, with the successors in the place that they take (ARL 14; RULES 144)."""
    now = (fact.successors if one == fact.applicant else (one,) for one in persons)
    return tuple(dict.fromkeys(chain.from_iterable(now)))


def admitted_after(admitted: tuple[Admission, ...], fact: Fact) -> tuple[Admission, ...]:
    """What is admitted, and by whom, once more is, or somebody took over or left (ARL 14, 15).

    Who takes over is bound as who was there before, and has what was admitted to that one.
    """
    match fact:
        case ThirdRequestAdmitted():
            return (*admitted, Admission.of(fact))
        case ApplicantSucceeded(standing=Standing.THIRD):
            return tuple(
                replace(one, person_id=who)
                for one in admitted
                for who in succeeded((one.person_id,), fact)
            )
        case _:
            own = (
                replace(one, applicants=applicants_after(one.applicants, fact)) for one in admitted
            )
            return tuple(one for one in own if one.applicants)
