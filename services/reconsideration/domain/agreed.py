"""各方同意: upon whose word a case is handled in the simplified procedure (ARL 53)."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """同意适用简易程序的当事人, so far."""

    persons: tuple[UUID, ...] = ()
    """Applicants and third persons."""
    organs: tuple[str, ...] = ()
    """Respondents."""
