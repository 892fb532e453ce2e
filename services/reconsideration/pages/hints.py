"""提示: what a case on hand asks of those who handle it, though no step of it waits (ARL 37)."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from services.reconsideration.domain.agency import unstaffed
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.ordinary.states import ON_HAND
from shared.directory import Directory
from shared.directory.model import Organ
from shared.law.article import ARL, ARR2026, Article

AUTONOMOUS: Final = "本案是民族自治地方的案件，同时依照该民族自治地方的自治条例和单行条例审理"
STAFF: Final = "被申请人应当指定一至二名工作人员作为代理人，不得仅委托律师"
NAMED_BY: Final = ARR2026[18].par(2)
"""By which provision they do."""


def hints(case: Case, directory: Directory, on: date) -> Iterator[tuple[str, Article]]:
    """What is to be kept in mind, each with its article (ARL 37; ARR2026 18).

    Args:
        case: The case.
        directory: The organs and places of the city.
        on: The day on which somebody looks at it.
    """
    if case.state not in ON_HAND:
        return
    organs = {one: _organ(directory, one) for one in case.respondents}
    if any(one and directory.county_of(one.place).autonomous for one in organs.values()):
        yield AUTONOMOUS, ARL[37].par(2)
    if without := unstaffed(case, on):
        called = (known.name if (known := organs[one]) else one for one in without)
        yield f"{STAFF}；尚未指定的：{'、'.join(called)}", NAMED_BY


def _organ(directory: Directory, code: str) -> Organ | None:
    """An organ by its code; None where the directory knows none."""
    try:
        return directory.organ(code)
    except LookupError:
        return None
