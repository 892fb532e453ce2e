"""Where every department stands under a whistle, and from that, whose the time is (RULES 61)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, NamedTuple

from services.routing.figures.parts import Duty, End, Stage, Whose
from shared.contracts.fact import Fact
from shared.contracts.routing import (
    AnswerLapsed,
    CallRole,
    CheckInLapsed,
    CompetenceDisputed,
    CompetenceUpheld,
    DepartmentAnswered,
    DepartmentCalled,
    DepartmentCalledToDanger,
    DepartmentCalledUrgently,
    DepartmentCheckedIn,
    DepartmentFinished,
    DepartmentOverdue,
    DepartmentRefused,
    DepartmentRuledOut,
    Finding,
    LeadNamed,
    PartyAwaited,
    PartyCame,
    SiteVisited,
    WaitLapsed,
    WhistleBlown,
    WhistleClosed,
    WhistleFinished,
    WhistleProposed,
    WhistleRaised,
    WhistleReopened,
    WhistleReturned,
)

CALLS: Final = (DepartmentCalled, DepartmentCalledUrgently, DepartmentCalledToDanger)
"""A call, in the forms that there have been."""


class Holding(NamedTuple):
    """Who answers for the time from now on, and what is waited for."""

    whose: Whose
    stage: Stage
    organs: tuple[str, ...] = ()


@dataclass(slots=True)
class Department:
    """Where one department stands under its last call."""

    role: CallRole
    finish: bool = False
    """Whether its call set a time to finish."""
    visit: bool = False
    calls: int = 1
    objected: bool = False
    out: bool = False
    awaits: bool = False
    finding: Finding | None = None
    done: dict[Duty, datetime] = field(default_factory=dict)
    lapsed: set[Duty] = field(default_factory=set)

    @property
    def owes_answer(self) -> bool:
        """Whether it has yet to check in or to answer."""
        return not self.out and Duty.ANSWER not in self.done


class Standings:
    """Where a whistle and its departments stand, page by page."""

    def __init__(self) -> None:
        self.departments: dict[str, Department] = {}
        self.over = False
        self._centre: tuple[str, ...] = ()
        self._blown = False
        self._opened = False
        self._timed = False
        """Whether leads of this whistle are set a time to finish."""
        self._callback = False

    def take(self, page: Fact, at: datetime) -> None:
        """What a page changes; pages that move nobody's time change nothing."""
        if type(page) in CALLS:
            self._call(page)
            return
        if (named := _OF_DEPARTMENT.get(type(page))) is not None:
            stands = self.departments.get(getattr(page, "department", ""))
            if stands is not None:
                named(stands, page, at)
            return
        if (whole := _OF_WHISTLE.get(type(page))) is not None:
            whole(self, page)

    def called_by(self, page: Fact) -> str:
        """The department that a page calls; empty for any other page."""
        return str(page.department) if isinstance(page, CALLS) else ""

    def duties(self, code: str) -> list[Duty]:
        """What the department owes under its call, in order."""
        stands = self.departments[code]
        owed = {Duty.CHECK_IN, Duty.ANSWER} | stands.lapsed | set(stands.done)
        owed |= {Duty.VISIT} if stands.visit else set()
        owed |= {Duty.FINISH} if self._must_finish(stands) else set()
        return [duty for duty in Duty if duty in owed]

    def holding(self, code: str) -> Holding | None:
        """Whose the department's time is from now on; None when its bar is at an end."""
        stands = self.departments[code]
        if self.over or stands.out:
            return None
        if stands.objected:
            return Holding(Whose.CENTRE, Stage.RULING, self._centre)
        if Duty.CHECK_IN not in stands.done and Duty.ANSWER not in stands.done:
            return Holding(Whose.OWN, Stage.CHECK_IN, (code,))
        if Duty.ANSWER not in stands.done:
            awaited = Holding(Whose.PARTY, Stage.WAITING)
            return awaited if stands.awaits else Holding(Whose.OWN, Stage.ANSWER, (code,))
        return self._after_answer(code, stands) if stands.role is CallRole.LEAD else None

    def why_ended(self, code: str) -> End:
        """Why a bar ends of which nothing is held any more."""
        if self.departments[code].out:
            return End.RULED_OUT
        return End.CLOSED if self.over else End.DONE

    def holder(self) -> Holding | None:
        """Who holds the whistle as a whole; None before it begins and after its end."""
        if self.over or not self._opened:
            return None
        if not self._blown:
            return Holding(Whose.CENTRE, Stage.SIGN_OFF, self._centre)
        lead = self._lead()
        if lead is not None and (held := self.holding(lead)) is not None:
            return held
        others = self._outstanding()
        if others:
            return Holding(Whose.OTHERS, Stage.ASSISTING, others)
        return Holding(Whose.CENTRE, Stage.CLOSING, self._centre)

    @property
    def lead(self) -> str:
        """Code of the lead 主办; empty while there is none."""
        return self._lead() or ""

    def _after_answer(self, code: str, stands: Department) -> Holding:
        if self._callback:
            return Holding(Whose.CENTRE, Stage.CALLBACK, self._centre)
        if others := self._outstanding(but=code):
            return Holding(Whose.OTHERS, Stage.ASSISTING, others)
        if self._must_finish(stands) and Duty.FINISH not in stands.done:
            awaited = Holding(Whose.PARTY, Stage.WAITING)
            return awaited if stands.awaits else Holding(Whose.OWN, Stage.FINISH, (code,))
        return Holding(Whose.CENTRE, Stage.CLOSING, self._centre)

    def _must_finish(self, stands: Department) -> bool:
        """What the lead could not solve it does not finish: the centre hands it on (RULES 12)."""
        timed = stands.finish or self._timed
        return stands.role is CallRole.LEAD and timed and stands.finding is not Finding.NOT_SOLVED

    def _outstanding(self, but: str = "") -> tuple[str, ...]:
        found = (code for code, one in self.departments.items() if one.owes_answer and code != but)
        return tuple(found)

    def _lead(self) -> str | None:
        leads = (c for c, one in self.departments.items() if one.role is CallRole.LEAD)
        return next((code for code in leads if not self.departments[code].out), None)

    # -- pages

    def _call(self, page: Any) -> None:  # noqa: ANN401 - a call in any of its forms
        before = self.departments.get(page.department)
        finish = getattr(page, "finish", None) is not None
        self._timed = self._timed or finish
        self._callback = False
        self.departments[page.department] = Department(
            role=page.role,
            finish=finish,
            visit=getattr(page, "visit", None) is not None,
            calls=before.calls + 1 if before else 1,
        )

    def propose(self, page: Any) -> None:  # noqa: ANN401 - it has a centre
        """It is proposed, or blown by another centre from now on."""
        self._opened = True
        self._centre = (page.centre,)

    def blow(self, page: Any) -> None:  # noqa: ANN401 - it has a centre
        """It is blown."""
        self.propose(page)
        self._blown = True

    def name(self, page: Any) -> None:  # noqa: ANN401 - it names a lead
        """Another department becomes the lead."""
        lead = getattr(page, "department", "") or getattr(page, "lead", "")
        self._timed = self._timed or getattr(page, "finish", None) is not None
        if page.instead_of in self.departments:
            self.departments[page.instead_of].role = CallRole.ASSIST
        if lead in self.departments:
            self.departments[lead].role = CallRole.LEAD

    def finish(self, _: Fact) -> None:
        """The lead is done; now the centre calls back."""
        self._callback = True

    def reopen(self, _: Fact) -> None:
        """The lead has to do it again."""
        self._callback = self.over = False
        if (lead := self._lead()) is not None:
            self.departments[lead].done.pop(Duty.FINISH, None)

    def end(self, _: Fact) -> None:
        """The file is closed."""
        self._opened = True
        self.over = True


def _object(stands: Department, *_: object) -> None:
    stands.objected = True


def _uphold(stands: Department, *_: object) -> None:
    stands.objected = False


def _rule_out(stands: Department, *_: object) -> None:
    stands.objected, stands.out = False, True


def _wait(stands: Department, *_: object) -> None:
    stands.awaits = True


def _go_on(stands: Department, *_: object) -> None:
    stands.awaits = False


def _check_in(stands: Department, _: object, at: datetime) -> None:
    stands.done.setdefault(Duty.CHECK_IN, at)


def _visit(stands: Department, _: object, at: datetime) -> None:
    stands.done.setdefault(Duty.VISIT, at)


def _answer(stands: Department, page: Any, at: datetime) -> None:  # noqa: ANN401 - as it is filed
    stands.finding = page.finding
    stands.done.setdefault(Duty.ANSWER, at)


def _finish(stands: Department, _: object, at: datetime) -> None:
    stands.awaits = False
    stands.done[Duty.FINISH] = at


def _lapse(stands: Department, page: Any, _: object) -> None:  # noqa: ANN401 - a lapse of any kind
    named = _LAPSES[type(page)].value if type(page) in _LAPSES else page.duty
    duty = next((one for one in Duty if named.startswith(one)), None)
    if duty is not None and duty not in stands.done:
        stands.lapsed.add(duty)


_LAPSES: Final[Mapping[type[Fact], Duty]] = {
    CheckInLapsed: Duty.CHECK_IN,
    AnswerLapsed: Duty.ANSWER,
}

_OF_DEPARTMENT: Final[Mapping[type[Fact], Callable[[Department, Any, datetime], None]]] = {
    DepartmentCheckedIn: _check_in,
    SiteVisited: _visit,
    DepartmentAnswered: _answer,
    DepartmentFinished: _finish,
    CheckInLapsed: _lapse,
    AnswerLapsed: _lapse,
    DepartmentOverdue: _lapse,
    DepartmentRefused: _object,
    CompetenceDisputed: _object,
    CompetenceUpheld: _uphold,
    DepartmentRuledOut: _rule_out,
    PartyAwaited: _wait,
    PartyCame: _go_on,
    WaitLapsed: _go_on,
}

_OF_WHISTLE: Final[Mapping[type[Fact], Callable[[Standings, Any], None]]] = {
    WhistleProposed: Standings.propose,
    WhistleBlown: Standings.blow,
    WhistleRaised: Standings.propose,
    LeadNamed: Standings.name,
    WhistleFinished: Standings.finish,
    WhistleReopened: Standings.reopen,
    WhistleReturned: Standings.end,
    WhistleClosed: Standings.end,
}
