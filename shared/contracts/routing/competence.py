"""Facts of whose it is 权属: a department refuses or names another, and the centre rules."""

from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact


class DepartmentRefused(Fact):
    """拒绝承办: it refuses, with reason and legal basis; the centre rules (RULES 26)."""

    kind: Literal["routing.refused.v1"] = "routing.refused.v1"
    department: str
    basis: str
    """Provision that the department relies on, as it wrote it."""
    reason_id: UUID
    ruling: str
    """Period within which the centre rules."""


class CompetenceDisputed(Fact):
    """权属异议: the department names another as competent; the centre rules (RULES 26)."""

    kind: Literal["routing.competence_disputed.v1"] = "routing.competence_disputed.v1"
    department: str
    competent: str
    """Organ code of the department that it holds to be competent."""
    basis: str
    reason_id: UUID
    ruling: str


class RulingLapsed(Fact):
    """逾期未裁定: the centre has not ruled in time; the department still waits (RULES 27)."""

    kind: Literal["routing.ruling_lapsed.v1"] = "routing.ruling_lapsed.v1"
    department: str


class CompetenceUpheld(Fact):
    """裁定应当承办: the department must do it; it checks in at once (RULES 27)."""

    kind: Literal["routing.competence_upheld.v1"] = "routing.competence_upheld.v1"
    department: str
    basis: str
    reason_id: UUID
    check_in: str
    """Period for checking in from now on."""
    visit: str | None = None


class DepartmentRuledOut(Fact):
    """裁定不承办: the department owes nothing more; another may stand in for it (RULES 27)."""

    kind: Literal["routing.ruled_out.v1"] = "routing.ruled_out.v1"
    department: str
    instead: str = ""
    """Organ code of the department that is competent, if one was named."""
    basis: str
    reason_id: UUID
