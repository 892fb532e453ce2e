"""督办: a supervisor presses on a case and asks its organs to explain, as a table (RULES 64, 65).

One file beside each file pressed on. Nothing here moves the case itself; an organ that is asked to
explain has a period of its own, and silence ends that period but not what it owes.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from uuid import UUID

from shared.contracts.fact import Fact, Head
from shared.contracts.supervision import (
    CALLED_IN,
    CaseNoted,
    CaseUrged,
    ExplanationGiven,
    ExplanationLapsed,
    ExplanationRequired,
)
from shared.law.article import RULES
from shared.law.casefile import UNLISTED, CaseFile
from shared.law.period import WorkingDays
from shared.law.procedure import AsSet, Deadline, Move, Procedure, Refused, Track


class State(StrEnum):
    """Where the file stands, and each organ in it."""

    PRESSED = "pressed"  # 督办中
    URGED = "urged"  # 已督办
    ASKED = "explanation_asked"  # 待说明
    EXPLAINED = "explained"  # 已说明
    SILENT = "unexplained"  # 逾期未说明


class Actor(StrEnum):
    """Who may make a move."""

    SUPERVISOR = "supervisor"  # 监督人员
    ORGAN = "organ"  # 承办机构
    CLOCK = "clock"  # 按规则自动记录


OWED: Final = (State.ASKED, State.SILENT)
"""Where an organ still has to explain."""

ANY: Final = (None, State.PRESSED)

PRESS: Final = Procedure(
    name="press",
    term="督办",
    since=RULES.since,
    moves=(
        Move(ANY, CaseUrged, State.PRESSED, Actor.SUPERVISOR, RULES[64]),
        Move(ANY, CaseNoted, State.PRESSED, Actor.SUPERVISOR, RULES[64]),
        Move(ANY, ExplanationRequired, State.PRESSED, Actor.SUPERVISOR, RULES[65]),
    ),
    track=Track(
        subject="organ",
        moves=(
            Move((None, State.URGED), CaseUrged, State.URGED, Actor.SUPERVISOR, RULES[64]),
            Move((*OWED, State.EXPLAINED), CaseUrged, None, Actor.SUPERVISOR, RULES[64]),
            Move(
                (None, State.URGED, State.EXPLAINED, State.SILENT),
                ExplanationRequired,
                State.ASKED,
                Actor.SUPERVISOR,
                RULES[65],
            ),
            Move(OWED, ExplanationGiven, State.EXPLAINED, Actor.ORGAN, RULES[65]),
            Move(State.ASKED, ExplanationLapsed, State.SILENT, Actor.CLOCK, RULES[65]),
        ),
    ),
    deadlines=(
        Deadline(
            name="explain",
            term="说明期限",
            starts=(ExplanationRequired,),
            ends=(ExplanationGiven,),
            within=AsSet("within", WorkingDays(3)),
            article=RULES[65],
            lapse=ExplanationLapsed,
            subject="organ",
        ),
    ),
    patient={
        State.PRESSED: "督办和批注不另设期限，案卷本身的期限照旧",
        State.URGED: "督办的事项按案卷本身的期限办理",
        State.EXPLAINED: "已经说明，由监督人员查看",
        State.SILENT: "逾期未说明的记录在卷，可以再次要求说明",
    },
)

PRESSED_ON: Final = UNLISTED | {"press", "alert", "papers_served"}
"""Files that only keep what happened beside a case: nobody handles anything in them."""


BETWEEN_TWO: Final = frozenset({"consultation"})
"""Offices whose files are between an authority and whom it asks (ARL 52)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Press(CaseFile):
    """How a case file was pressed on."""

    state: State | None = None
    about: UUID | None = None
    """The case file that is pressed on."""
    urges: int = 0
    requests: int = 0
    """How often an explanation was asked for, of whomever."""
    notes: int = 0

    def learnt(self, fact: Fact) -> dict[str, object]:
        """What the file remembers of a fact."""
        match fact:
            case CaseUrged():
                return {"about": fact.about, "urges": self.urges + 1}
            case ExplanationRequired():
                return {"about": fact.about, "requests": self.requests + 1}
            case CaseNoted():
                return {"about": fact.about, "notes": self.notes + 1}
            case _:
                return {}


@dataclass(frozen=True, kw_only=True, slots=True)
class Pressed:
    """The case file that a supervisor presses on, as far as it matters here."""

    file: CaseFile
    organs: frozenset[str]
    """Codes of the organs that handle it 承办机构."""


def organs_of(labels: Mapping[str, str], office: str) -> tuple[str, ...]:
    """承办机构 of a case file of this office: the departments called, its authority, its window.

    A consultation has its authority only: nobody else may see what is asked beside it (ARL 52).
    """
    called = labels.get("departments", "").split()
    named = (*called, labels.get("authority"), labels.get("window"))
    if office in BETWEEN_TWO:
        named = (labels.get("authority"),)
    return tuple(dict.fromkeys(one for one in named if one))


def told_beside(
    labels: Mapping[str, str], office: str, pressed: Collection[str], known: str = ""
) -> str:
    """Departments that read what is written beside a file; `pressed` are those addressed there.

    A respondent reads no more of it than what is asked of itself: the rest is between those who
    watch over the authority and whoever handles the case. Of those `known` there, whoever was
    addressed goes on reading it, also where the case is no longer its own (RULES 65).
    """
    called = labels.get("departments", "").split()
    if office in CALLED_IN:
        called = [one for one in called if one in pressed]
    before = (one for one in known.split() if one in pressed)
    return " ".join(dict.fromkeys((*called, *before)))


def urge(on: Pressed, organ: str, text_id: UUID, *, head: Head) -> CaseUrged:
    """督办 (RULES 64).

    Raises:
        Refused: The file is closed, is no case, or the organ does not handle it.
    """
    _must_be_a_case(on)
    if on.file.is_closed:
        raise Refused("案卷已经办结，不再督办；需要了解情况的，可以要求说明或者批注", RULES[64])
    if organ not in on.organs:
        raise Refused("该机构不是本案卷的承办机构", RULES[64])
    return CaseUrged(head=head, about=on.file.case_id, organ=organ, text_id=text_id)


def note(on: Pressed, text_id: UUID, *, head: Head) -> CaseNoted:
    """批注 (RULES 64).

    Raises:
        Refused: The file is no case.
    """
    _must_be_a_case(on)
    return CaseNoted(head=head, about=on.file.case_id, text_id=text_id)


def ask(on: Pressed, organ: str, within: str, text_id: UUID, *, head: Head) -> ExplanationRequired:
    """要求说明 (RULES 65); also of a closed case.

    Raises:
        Refused: The file is no case, or the organ does not handle it.
    """
    _must_be_a_case(on)
    if organ not in on.organs:
        raise Refused("该机构不是本案卷的承办机构", RULES[65])
    return ExplanationRequired(
        head=head, about=on.file.case_id, organ=organ, within=within, text_id=text_id
    )


def spoken_for(organ: str, own: Sequence[str]) -> Sequence[str]:
    """代表的机构: the organ that was named, or all those for which somebody speaks.

    Raises:
        Refused: It is none of theirs.
    """
    if organ and organ not in own:
        raise Refused("只能代表本机构说明", RULES[65])
    return (organ,) if organ else own


def explain(organ: str, text_id: UUID, *, head: Head) -> ExplanationGiven:
    """说明情况, in time or after; the table says who owes it (RULES 65)."""
    return ExplanationGiven(head=head, organ=organ, text_id=text_id)


def _must_be_a_case(on: Pressed) -> None:
    if on.file.procedure.name in PRESSED_ON:
        raise Refused("督办卷、预警卷和时钟卷没有承办机构，请就所涉案卷督办", RULES[64])
