"""What a lesson is: from the case and a fact to the fields of the case that it changes."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from shared.contracts.fact import Fact

if TYPE_CHECKING:
    from services.reconsideration.domain.case import Case

Lesson = Callable[["Case", Any], dict[str, object]]
"""By the names of the fields of the case."""
Lessons = Mapping[type[Fact], Lesson]
"""By the class of the fact, each of which teaches in one chapter only."""
