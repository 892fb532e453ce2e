"""Which facts teach a reconsideration case which of its fields, a module for each chapter."""

from typing import Final

from services.reconsideration.domain.lessons import (
    assigning,
    deciding,
    filing,
    handling,
    hearing,
    pausing,
    people,
    settling,
)
from services.reconsideration.domain.lessons.lesson import Lessons

LESSONS: Final[Lessons] = {
    **filing.LESSONS,
    **people.LESSONS,
    **assigning.LESSONS,
    **handling.LESSONS,
    **hearing.LESSONS,
    **pausing.LESSONS,
    **settling.LESSONS,
    **deciding.LESSONS,
}
"""Those of all chapters."""
