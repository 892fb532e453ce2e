"""Roster 委员名册 of a committee, a register of its own, and who of it may sit (RULES 70, 71)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from shared.contracts.consultation import (
    Calling,
    ConsultationTimesSet,
    ExpertChanged,
    ExpertEnded,
    ExpertRegistered,
    PlenaryHeld,
    Post,
    Speciality,
)
from shared.contracts.fact import Fact
from shared.law.article import ARL, ARR2026, RULES
from shared.law.casefile import CaseFile
from shared.law.period import WorkingDays
from shared.law.procedure import Move, Procedure, Refused, Track

SEAT_WITHIN: Final = WorkingDays(3)
SPEAK_WITHIN: Final = WorkingDays(10)


class State(StrEnum):
    """Where the roster stands: it is kept, always."""

    KEPT = "kept"  # 记录中


class Standing(StrEnum):
    """Where an expert stands on it."""

    SERVING = "serving"  # 在册
    OFF_ROSTER = "off_roster"  # 已退出名册


class Role(StrEnum):
    """Who keeps it."""

    SECRETARY = "secretary"  # 委员会办事机构


ROSTER: Final = Procedure(
    name="roster",
    term="委员名册",
    since=RULES.since,
    moves=(
        Move((None, State.KEPT), ExpertRegistered, State.KEPT, Role.SECRETARY, RULES[70]),
        Move(State.KEPT, ExpertChanged, None, Role.SECRETARY, RULES[70]),
        Move(State.KEPT, ExpertEnded, None, Role.SECRETARY, RULES[70]),
        Move(State.KEPT, ConsultationTimesSet, None, Role.SECRETARY, RULES[74]),
        Move(State.KEPT, PlenaryHeld, None, Role.SECRETARY, ARL[52].par(1)),
    ),
    deadlines=(),
    track=Track(
        subject="expert",
        moves=(
            Move(
                (None, Standing.OFF_ROSTER),
                ExpertRegistered,
                Standing.SERVING,
                Role.SECRETARY,
                RULES[70],
            ),
            Move(Standing.SERVING, ExpertChanged, None, Role.SECRETARY, RULES[70]),
            Move(
                Standing.SERVING,
                ExpertEnded,
                Standing.OFF_ROSTER,
                Role.SECRETARY,
                RULES[70],
            ),
        ),
    ),
    patient={
        State.KEPT: "名册随委员会长期保留，没有办结之日",
        Standing.SERVING: "任期载明于登记，届满即不再选定，无须另行记录",
        Standing.OFF_ROSTER: "退出名册的委员不再负有事项，再次登记由委员会决定",
    },
)
"""委员名册 (RULES 70, 74): a file for each committee."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Expert:
    """委员: what the roster holds of one, beside the code."""

    calling: Calling
    post: Post = Post.MEMBER
    specialities: tuple[Speciality, ...]
    organ: str = ""
    person_id: UUID
    affiliation_id: UUID
    term_from: date
    term_until: date
    conflicts: tuple[str, ...] = ()
    ties: tuple[UUID, ...] = ()
    """Under which `people` keeps the companies and persons with which they declared an interest."""

    def serves_on(self, day: date) -> bool:
        """Whether the term 任期 runs on `day`."""
        return self.term_from <= day <= self.term_until

    def is_bound_to(self, organs: Collection[str]) -> bool:
        """Whether they are of one of these, or have declared an interest in it (RULES 72)."""
        return not {self.organ, *self.conflicts}.isdisjoint(organs)


@dataclass(frozen=True, kw_only=True, slots=True)
class Roster(CaseFile):
    """A committee's roster as its facts have made it."""

    state: State | None = None
    committee: str = ""
    experts: Mapping[str, Expert] = field(default_factory=dict)
    """Everybody who ever stood on it, by code; the track says who does now."""
    seat_within: str = SEAT_WITHIN.code
    speak_within: str = SPEAK_WITHIN.code

    def learnt(self, fact: Fact) -> dict[str, object]:
        """What the roster remembers of a fact."""
        match fact:
            case ExpertRegistered() | ExpertChanged():
                said = {name: getattr(fact, name) for name in Expert.__slots__}
                experts = {**self.experts, fact.expert: Expert(**said)}
                return {"committee": fact.committee, "experts": experts}
            case ConsultationTimesSet():
                return {"seat_within": fact.seat_within, "speak_within": fact.speak_within}
            case _:
                return {}

    @property
    def serving(self) -> Mapping[str, Expert]:
        """Who stands on it now, by code."""
        return {c: e for c, e in self.experts.items() if self.tracks.get(c) == Standing.SERVING}

    def serving_on(self, day: date) -> Mapping[str, Expert]:
        """Those of them whose term runs on a day."""
        return {code: one for code, one in self.serving.items() if one.serves_on(day)}

    def director_on(self, day: date) -> str | None:
        """Code of the director 主任 whose term runs; None where there is none."""
        held = self.serving_on(day).items()
        return next((code for code, one in held if one.post is Post.DIRECTOR), None)

    def lacking(self, day: date) -> tuple[Calling, ...]:
        """Of whom the law has a committee consist, and nobody's term runs (ARR2026 50)."""
        there = {one.calling for one in self.serving_on(day).values()}
        wanted = (Calling.DEPARTMENT, Calling.EXPERT, Calling.SCHOLAR)
        return tuple(one for one in wanted if one not in there)


LACKING: Final = ARR2026[50]
"""What has a committee consist of departments, experts and scholars."""


def why_not(
    roster: Roster,
    code: str,
    *,
    on: date,
    respondents: Collection[str],
    tied: Collection[str] = (),
    called: str = "该委员",
) -> Refused | None:
    """Why an expert may not sit in a consultation; None if they may (RULES 71, 72).

    Args:
        roster: The committee's roster.
        code: Who would sit.
        on: The legal day on which the panel is seated.
        respondents: Organ codes of the respondents.
        tied: Codes of experts who have declared an interest in somebody of the case by name.
        called: What they are called there.
    """
    expert = roster.serving.get(code)
    if expert is None:
        return Refused(f"{called}不在委员名册上", RULES[71])
    if not expert.serves_on(on):
        return Refused(f"{called}不在任期以内", RULES[71])
    if expert.is_bound_to(respondents):
        return Refused(f"{called}与被申请人有利害关系，应当回避", RULES[72])
    if code in tied:
        return Refused(f"{called}与本案的当事人有利害关系，应当回避", RULES[72])
    return None
