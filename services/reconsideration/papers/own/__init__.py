"""What the paper of each act says beside what every paper says: its days, its ground, its item.

`case` are the acts that move a case, `answers` what is answered and listed on its way, `ending`
what it comes to, `shelves` those of the files that derive from it, `deferring` those by which days
run anew, `overseeing` those of no case.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from services.reconsideration.papers.matter import Matter
from services.reconsideration.papers.own import (
    answers,
    case,
    deferring,
    ending,
    overseeing,
    shelves,
)
from services.reconsideration.papers.own.wording import PERIODS
from shared.contracts.fact import Fact

__all__ = ["PERIODS", "own_of"]

_OWN: Final[Mapping[type[Fact], Callable[[Any, Matter], dict[str, Any]]]] = {
    **case.OWN,
    **answers.OWN,
    **deferring.OWN,
    **ending.OWN,
    **shelves.OWN,
    **overseeing.OWN,
}


def own_of(fact: Fact, matter: Matter) -> dict[str, Any]:
    """What the paper of this act may ask for beside what every paper may.

    Raises:
        Refused: Somebody's name was never given.
    """
    own = _OWN.get(type(fact))
    return own(fact, matter) if own else {}
