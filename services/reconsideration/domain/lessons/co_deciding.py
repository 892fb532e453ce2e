"""What a case learns of authorities that decide together 共同作出行政复议决定 (ARR2026 32)."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from services.reconsideration.domain.lessons.lesson import Lessons
from services.reconsideration.domain.signing import Signing
from shared.contracts.reconsideration.co_deciding import (
    CoAuthorityCalled,
    CoAuthorityReleased,
    Countersign,
    Countersigned,
    CountersignRefused,
)

if TYPE_CHECKING:
    from services.reconsideration.domain.case import Case


def _released(case: "Case", fact: CoAuthorityReleased) -> dict[str, object]:
    """What it said of a draft or a document goes with it: called in again, it is asked again."""

    def less(organs: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(one for one in organs if one != fact.organ)

    def without(signing: Signing | None) -> Signing | None:
        return signing and replace(
            signing, countersigned=less(signing.countersigned), opposed=less(signing.opposed)
        )

    return {
        "co_authorities": less(case.co_authorities),
        "drafted": without(case.drafted),
        "talks": without(case.talks),
    }


def _said(case: "Case", fact: Countersigned | CountersignRefused) -> dict[str, object]:
    """The answer of one of them stands on what it was asked of, until that is drawn up anew."""
    name = "drafted" if fact.countersign is Countersign.DECISION else "talks"
    signing = case.drafted if name == "drafted" else case.talks
    if signing is None:
        return {}
    if isinstance(fact, Countersigned):
        return {name: replace(signing, countersigned=(*signing.countersigned, fact.organ))}
    return {name: replace(signing, opposed=(*signing.opposed, fact.organ))}


LESSONS: Final[Lessons] = {
    CoAuthorityCalled: lambda case, f: {"co_authorities": (*case.co_authorities, f.organ)},
    CoAuthorityReleased: _released,
    Countersigned: _said,
    CountersignRefused: _said,
}
