"""What a sentence of law asks of every page of a kind, for the books."""

from collections.abc import Callable
from typing import Any, TypeVar

from shared.contracts.fact import Fact
from shared.law.casefile import CaseFile
from shared.law.procedure import Refused
from shared.verify.files import Lived

V = TypeVar("V", bound=CaseFile)


def each(kind: type[Fact], check: Callable[[V, Any], None], lived: Lived[V]) -> bool:
    """Whether `check` refuses no page of this kind."""
    try:
        for case, fact in lived.of(kind):
            check(case, fact)
    except Refused:
        return False
    return True
