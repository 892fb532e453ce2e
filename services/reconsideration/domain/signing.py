"""会签: what lies before the authorities that decide together, and who has still to sign."""

from typing import TYPE_CHECKING

from services.reconsideration.domain.drafted import Drafted
from services.reconsideration.domain.talks import Talks

if TYPE_CHECKING:
    from services.reconsideration.domain.case import Case

Signing = Drafted | Talks
"""What bears the signatures: a draft that was agreed to, or a mediation document."""


def awaited(case: "Case", signing: Signing) -> tuple[str, ...]:
    """Whose agreement is still to come (ARR2026 32)."""
    return tuple(one for one in case.co_authorities if one not in signing.countersigned)


def before_others(case: "Case") -> tuple[Signing, ...]:
    """What lies before the other authorities now: a draft agreed to here, a mediation document."""
    drafted = case.drafted if case.drafted and case.drafted.approved_on else None
    talks = case.talks if case.talks and case.talks.drawn_on else None
    return tuple(one for one in (drafted, talks) if one)
