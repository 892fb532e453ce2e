"""城里的人: who acts for a dispute, with which token, and what the words of a plan stand for."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from deploy.demo.doors import Body, Who
from deploy.demo.trouble import Trouble
from shared.auth import LocalTokens, Role
from shared.contracts.intake import Channel
from shared.directory import Directory, Organ

_NOT_HERE: Final = ("informed", "ruled_out")
_OTHERS: Final = ("chengguan", "shijian", "zhujian", "shengtai")
"""Departments to which one that holds itself not to be competent may point."""


@dataclass
class Case:
    """A dispute of the day, as the hub last showed it."""

    trouble: Trouble
    number: str = ""
    dispute_id: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    """Ids of its routing file, its ladder and its whistle, where there are any."""
    whistle: Mapping[str, Any] = field(default_factory=dict)
    """The whistle, as its door answers it."""
    done: dict[tuple[str, str], int] = field(default_factory=dict)
    """Pages that an earlier start has left, by kind and officer."""

    @property
    def lead(self) -> str:
        """Code of the lead; empty while there is no whistle."""
        return str(self.whistle.get("lead", ""))

    @property
    def called(self) -> list[str]:
        """Codes of those who are under the whistle, the lead first."""
        here = [c for c, stands in self._tracks.items() if stands not in _NOT_HERE]
        return sorted(here, key=lambda code: code != self.lead)

    @property
    def objector(self) -> str:
        """The department on whose objection nobody has ruled; the lead if there is none."""
        waiting = (code for code, stands in self._tracks.items() if stands == "objected")
        return next(waiting, self.lead)

    @property
    def pointed_to(self) -> str:
        """Which department the objector holds to be competent; empty if it names none."""
        said = str(self.whistle.get("parts", {}).get(self.objector, {}).get("objected", ""))
        return said if said != "refused" else ""

    @property
    def _tracks(self) -> Mapping[str, str]:
        tracks: Mapping[str, str] = self.whistle.get("tracks", {})
        return tracks


@dataclass(frozen=True, slots=True)
class Officer:
    """Somebody of a role at an organ; the organ's code is the officer's own."""

    role: Role
    organ: Organ


class Town:
    """Knows every officer of the city."""

    def __init__(self, directory: Directory, tokens: LocalTokens) -> None:
        self.directory = directory
        self._tokens = tokens
        self.overseer = Officer(Role.SUPERVISOR, directory.centre_of(directory.city.code))
        """Who looks at files and does nothing."""

    def badge(self, officer: Officer) -> Mapping[str, str]:
        """The header by which an officer shows who it is."""
        code = officer.organ.code
        token = self._tokens.issue(code, [officer.role], organ=code)
        return {"Authorization": f"Bearer {token}"}

    def named(self, place: str) -> str:
        """A place with its county."""
        here, county = self.directory.place(place), self.directory.county_of(place)
        return here.name if here is county else f"{county.short}{here.name}"

    def officers(self, who: Who, case: Case) -> list[Officer]:
        """Who that is for this dispute, as it stands; nobody where no department is called."""
        place = case.trouble.place
        county = self.directory.county_of(place).code
        match who:
            case Who.WINDOW:
                return [Officer(Role.WINDOW, self._window(case.trouble, county))]
            case Who.CENTRE:
                return [Officer(Role.WINDOW, self.directory.organ(f"{county}-window-1"))]
            case Who.LEADER:
                return [Officer(Role.SUPERVISOR, self.directory.centre_of(county))]
            case Who.GRID:
                return [Officer(Role.GRID, self.directory.centre_of(place))]
            case Who.LEAD | Who.ASSISTS | Who.FIRST | Who.REST:
                return [
                    Officer(Role.DEPARTMENT, self.directory.organ(code))
                    for code in _departments(who, case)
                ]

    def _window(self, trouble: Trouble, county: str) -> Organ:
        """Where it comes in: the hotline, the township's window for the grid, or the county's."""
        if trouble.channel is Channel.HOTLINE:
            return self.directory.organ(f"{self.directory.city.code}-hotline")
        place = trouble.place if trouble.channel is Channel.GRID else county
        return self.directory.organ(f"{place}-window-1")

    def said(self, body: Body, case: Case) -> dict[str, Any]:
        """A body with what its words stand for; what is None is left out."""
        filled = {name: self._word(value, case) for name, value in body.items()}
        return {name: value for name, value in filled.items() if value is not None}

    def _word(self, said: Any, case: Case) -> Any:  # noqa: ANN401 - plain JSON
        county = self.directory.county_of(case.trouble.place).code
        words: Mapping[str, Callable[[], Any]] = {
            "@lead": lambda: case.lead,
            "@objector": lambda: case.objector,
            "@other": lambda: case.pointed_to or self._other(county, case.called),
            "@here": lambda: case.called,
            "@dispute": lambda: case.dispute_id,
            "@fining": lambda: f"{county}-chengguan",
        }
        stands_for = words.get(said) if isinstance(said, str) else None
        return stands_for() if stands_for else said

    def _other(self, county: str, called: Iterable[str]) -> str:
        codes = (f"{county}-{name}" for name in _OTHERS)
        return next(code for code in codes if code not in called)


def _departments(who: Who, case: Case) -> list[str]:
    if who is Who.LEAD:
        return [case.lead] if case.lead else []
    assisting = [code for code in case.called if code != case.lead]
    return {Who.ASSISTS: assisting, Who.FIRST: assisting[:1], Who.REST: assisting[1:]}[who]
