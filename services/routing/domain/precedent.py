"""权属先例: the newest ruling on one department and one kind of matter in a county (RULES 27)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from services.routing.domain.whistle_case import Whistle
from shared.contracts.fact import Fact, Head
from shared.contracts.routing import PrecedentSet
from shared.law.article import RULES
from shared.law.casefile import CaseFile, derived
from shared.law.procedure import Move, Procedure

REGISTER: Final = UUID("5b2f2a0c-5d0b-5a3e-9f57-0f5a1f0f9c11")
"""Under which the files of precedents have their ids."""


class State(StrEnum):
    """Where a precedent stands: it is only ever replaced by a newer ruling."""

    STANDING = "kept_as_precedent"  # 存为先例


class Actor(StrEnum):
    """Who writes in it."""

    CENTRE = "centre"  # 综治中心


PRECEDENT: Final = Procedure(
    name="precedent",
    term="权属先例",
    since=RULES.since,
    moves=(Move((None, State.STANDING), PrecedentSet, State.STANDING, Actor.CENTRE, RULES[27]),),
    deadlines=(),
    patient={State.STANDING: "先例供下次提示，不设期限"},
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Precedent(CaseFile):
    """A precedent as its rulings have made it."""

    state: State | None = None
    matter: str = ""
    county: str = ""
    department: str = ""
    upheld: bool = False
    instead: str = ""
    basis: str = ""
    whistle_id: UUID | None = None
    rulings: int = 0
    """How often it was ruled so or otherwise."""

    def learnt(self, fact: Fact) -> dict[str, Any]:
        """What the file remembers of a fact."""
        if not isinstance(fact, PrecedentSet):
            return {}
        names = ("matter", "county", "department", "upheld", "instead", "basis", "whistle_id")
        return {name: getattr(fact, name) for name in names} | {"rulings": self.rulings + 1}


def precedent_of(county: str, matter: str, department: str) -> UUID:
    """Id of the file in which rulings on this department and matter are kept."""
    return derived(REGISTER, f"{county}:{matter}:{department}")


def keep(
    whistle: Whistle,
    county: str,
    department: str,
    *,
    instead: str,
    basis: str,
    reason_id: UUID,
    upheld: bool,
    head: Head,
) -> PrecedentSet:
    """存为先例 (RULES 27)."""
    return PrecedentSet(
        head=head,
        matter=whistle.matter,
        county=county,
        department=department,
        upheld=upheld,
        instead=instead,
        basis=basis,
        reason_id=reason_id,
        whistle_id=whistle.case_id,
    )
