"""情节: what becomes of a dispute, as steps after its registration in minutes of working time.

A working day has 570 of them. Courses are rows; what the law will refuse stands among them on
purpose, since refusals are part of a day.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Final

from deploy.demo.doors import Body, Who
from deploy.demo.trouble import Trouble
from shared.contracts.intake import Channel, Risk, Urgency, Willingness
from shared.directory import Directory, Nature

DAY: Final = 570
"""Minutes of a working day, from half past eight to six."""


@dataclass(frozen=True, slots=True)
class Beat:
    """One step of a course: so many minutes after the registration, who does what."""

    after: int
    who: Who
    do: str
    body: Body = field(default_factory=dict)
    """What is said otherwise than usual at that door."""


Course = tuple[Beat, ...]


def _course(*parts: Iterable[Beat]) -> Course:
    return tuple(sorted(chain.from_iterable(parts), key=lambda beat: beat.after))


def _at(after: int, who: Who, do: str, **body: object) -> Course:
    return (Beat(after, who, f"routing.{do}", body),)


def _later(course: Course, minutes: int) -> Course:
    return tuple(replace(beat, after=beat.after + minutes) for beat in course)


def _answers(at: int, finding: str = "solved") -> Course:
    return _course(
        _at(at, Who.ASSISTS, "answer", finding=finding),
        _at(at + 60, Who.LEAD, "answer", finding=finding),
    )


def _good(at: int) -> Course:
    return _course(_at(at, Who.LEAD, "finish"), _at(at + 180, Who.CENTRE, "call_back"))


_NOT: Final[Body] = {"solved": False, "satisfied": False, "note": "当事人表示问题依旧。"}
_NOBODY: Final[Body] = {"reached": False, "solved": None, "satisfied": None, "note": "无人接听。"}

_LEAD_IN: Final = _at(45, Who.LEAD, "check_in")
_ALL_IN: Final = _course(_LEAD_IN, _at(75, Who.ASSISTS, "check_in"))
_VISIT: Final = _at(150, Who.LEAD, "visit")
_SMOOTH: Final = _course(_ALL_IN, _VISIT, _answers(DAY), _good(DAY + 200))
_AGAIN: Final = _course(
    _at(30, Who.LEAD, "check_in"),
    _at(40, Who.ASSISTS, "check_in"),
    _at(240, Who.ASSISTS, "answer"),
    _at(300, Who.LEAD, "answer"),
    _at(360, Who.LEAD, "finish"),
)
"""What everybody who was called does once more after a callback that was not good."""

WHISTLED: Final[Mapping[str, Course]] = {
    "smooth": _SMOOTH,
    "late": _course(
        _at(75, Who.ASSISTS, "check_in"),
        _at(2 * DAY + 60, Who.LEAD, "check_in"),
        _answers(2 * DAY + 200),
        _good(2 * DAY + 400),
    ),
    "silent": _course(
        _at(5 * DAY, Who.LEAD, "check_in"),
        _at(5 * DAY + 60, Who.ASSISTS, "check_in"),
        _answers(5 * DAY + 300),
        _good(5 * DAY + 500),
    ),
    "lead_silent": _course(
        _at(60, Who.ASSISTS, "check_in"),
        _at(DAY, Who.ASSISTS, "answer"),
        _at(DAY + 100, Who.CENTRE, "close"),  # refused: the lead has not answered
        _at(4 * DAY, Who.LEAD, "check_in"),
        _at(4 * DAY + 120, Who.LEAD, "answer"),
        _good(4 * DAY + 300),
    ),
    "refused": _course(
        _at(60, Who.LEAD, "refuse"),
        _at(90, Who.ASSISTS, "check_in"),
        _at(240, Who.CENTRE, "rule", upheld=True, reason="属于该局主管，应当承办。"),
        _at(300, Who.LEAD, "refuse"),  # refused: one objection under a whistle
        _at(330, Who.LEAD, "check_in"),
        _answers(DAY + 200),
        _good(DAY + 400),
    ),
    "competence": _course(
        _at(50, Who.LEAD, "dispute"),
        _at(80, Who.ASSISTS, "check_in"),
        _at(
            200,
            Who.CENTRE,
            "rule",
            upheld=False,
            instead="@other",
            reason="按职责清单，由所指部门承办。",
        ),
        _at(260, Who.LEAD, "check_in"),
        _answers(DAY + 200),
        _good(DAY + 420),
    ),
    "circle": _course(
        _ALL_IN,
        _at(120, Who.LEAD, "dispute"),  # refused: who has checked in may not push it back
        _VISIT,
        _answers(DAY + 60),
        _good(DAY + 300),
    ),
    "waits": _course(
        _ALL_IN,
        _at(200, Who.LEAD, "wait"),
        _at(260, Who.LEAD, "answer"),  # refused: it says that it waits
        _at(DAY + 100, Who.LEAD, "go_on"),
        _answers(DAY + 150),
        _good(DAY + 400),
    ),
    "extension": _course(
        _ALL_IN,
        _at(240, Who.LEAD, "ask_for_more"),
        _at(300, Who.CENTRE, "decide_extension"),
        _at(320, Who.LEAD, "ask_for_more"),  # refused: once under a whistle
        _at(2 * DAY, Who.LEAD, "progress"),
        _answers(3 * DAY),
        _good(3 * DAY + 240),
    ),
    "denied": _course(
        _ALL_IN,
        _at(240, Who.LEAD, "ask_for_more", more="9wd"),  # refused: too much
        _at(270, Who.LEAD, "ask_for_more"),
        _at(330, Who.CENTRE, "decide_extension", granted=False, reason="现有材料已经足够。"),
        _answers(DAY + 100),
        _good(DAY + 300),
    ),
    "meeting": _course(
        _ALL_IN,
        _at(180, Who.CENTRE, "make_plan"),  # refused: they have not met
        _at(240, Who.CENTRE, "meet"),
        _at(300, Who.CENTRE, "make_plan"),
        _at(DAY, Who.LEAD, "progress"),
        _answers(DAY + 120),
        _good(DAY + 400),
    ),
    "unsatisfied": _course(
        _ALL_IN,
        _answers(400),
        _at(520, Who.LEAD, "finish"),
        _at(DAY + 60, Who.CENTRE, "call_back", **_NOT),
        _later(_AGAIN, DAY + 60),
        _at(2 * DAY, Who.CENTRE, "call_back"),
    ),
    "twice_unsatisfied": _course(
        _ALL_IN,
        _answers(300),
        _at(450, Who.LEAD, "finish"),
        _at(500, Who.CENTRE, "call_back", **_NOT),
        _later(_AGAIN, 510),
        _at(DAY + 400, Who.CENTRE, "call_back", **_NOT),
        _later(_AGAIN, DAY + 420),
        _at(3 * DAY, Who.CENTRE, "call_back"),
    ),
    "unreached": _course(
        _ALL_IN,
        _answers(300),
        _at(420, Who.LEAD, "finish"),
        *(_at(at, Who.CENTRE, "call_back", **_NOBODY) for at in (480, DAY + 480, 2 * DAY + 480)),
    ),
    "early_finish": _course(
        _ALL_IN,
        _at(300, Who.LEAD, "answer"),
        _at(330, Who.LEAD, "finish"),  # refused: somebody has not answered
        _at(DAY, Who.ASSISTS, "answer"),
        _good(DAY + 60),
    ),
    "unsolved": _course(
        _ALL_IN,
        _answers(DAY, "not_solved"),
        _at(DAY + 100, Who.LEAD, "finish"),  # refused: it is not solved
        _at(DAY + 150, Who.CENTRE, "close"),
    ),
    "duplicate": _course(_at(20, Who.CENTRE, "ask"), _SMOOTH),
    "false": _course(_LEAD_IN, _VISIT, _at(260, Who.CENTRE, "give_back")),
    "withdrawn": _course(_ALL_IN, (Beat(300, Who.WINDOW, "intake.withdraw"),)),
}
"""Courses of a dispute for which departments are called at once."""

URGENT: Final[Mapping[str, Course]] = {
    "urgent": _course(
        _at(20, Who.LEAD, "check_in"),
        _at(40, Who.ASSISTS, "check_in"),
        _at(120, Who.LEAD, "visit"),
        _answers(360),
        _good(480),
    ),
    "emergency": _course(
        _at(10, Who.LEAD, "check_in"),
        _at(45, Who.FIRST, "check_in"),  # half an hour is over by then
        _at(15, Who.REST, "check_in"),
        _at(50, Who.LEAD, "visit"),
        _answers(200),
        _good(320),
    ),
}
"""Courses of what cannot wait."""

RED: Final[Mapping[str, Course]] = {
    "red": _course(
        _at(10, Who.CENTRE, "report"),
        _at(15, Who.CENTRE, "give_back", text="召集的部门不全，另行吹哨。"),
        _at(20, Who.CENTRE, "ask", tier="urgent"),
        _at(35, Who.LEADER, "sign"),
        _later(URGENT["urgent"], 40),
    ),
}
"""Courses of a red risk: it is reported up, and the leader signs what somebody asks for."""

GRID: Final[Mapping[str, Course]] = {
    "grid_solves": _at(200, Who.GRID, "solve"),
    "village_solves": _course(_at(240, Who.GRID, "give_up"), _at(DAY + 200, Who.GRID, "solve")),
    "grid_hands_up": _course(
        _at(120, Who.GRID, "give_up"), _at(400, Who.GRID, "give_up"), _later(_SMOOTH, 410)
    ),
    "grid_silent": _later(_SMOOTH, 4 * DAY),
}
"""Courses that begin at the grid."""

TOLD: Final[Mapping[str, Course]] = {
    "told": (),
    "told_and_asks": _at(120, Who.CENTRE, "ask"),  # refused: a whistle is no application
    "told_and_applies": _at(DAY, Who.WINDOW, "take_elsewhere"),
}
"""Courses of what takes a statutory road."""

CORRECTED: Final[Mapping[str, Course]] = {
    "corrected": _course(
        _ALL_IN,
        _at(200, Who.WINDOW, "correct"),  # to a road that the parties take themselves
        _at(400, Who.LEAD, "answer"),  # refused: with that the whistle ended
    ),
}

COURSES: Final[Mapping[str, Course]] = {**WHISTLED, **URGENT, **RED, **GRID, **TOLD, **CORRECTED}
"""Every course, by name."""

_STATUTORY: Final = (Nature.ADJUDICATION, Nature.ACT, Nature.PETITION)
_BY_AGREEMENT: Final = (Nature.LABOUR, Nature.LAND_CONTRACT)


def fitting(trouble: Trouble, directory: Directory) -> tuple[str, ...]:
    """The courses among which a seed may choose for a dispute, by what its road will be."""
    nature = directory.matter(trouble.matter).nature
    agreed = trouble.willingness is Willingness.BOTH
    refused = nature is Nature.CIVIL and trouble.willingness is Willingness.REFUSED
    if trouble.act or nature in _STATUTORY or refused or (nature in _BY_AGREEMENT and not agreed):
        applies = ("told_and_applies",) if nature is Nature.LABOUR else ()
        return ("told", "told_and_asks", *applies)
    if trouble.risk is Risk.RED:
        return tuple(RED)
    if trouble.urgency is not Urgency.ORDINARY:
        return (trouble.urgency.value,)
    at_township = directory.county_of(trouble.place).code != trouble.place
    return tuple(GRID if trouble.channel is Channel.GRID and at_township else WHISTLED)
