"""Which facts teach a reconsideration case which of its fields, a module for each chapter."""

from typing import Final

from services.reconsideration.domain.lessons import (
    agents,
    assigning,
    attached,
    co_applying,
    co_deciding,
    deciding,
    filing,
    forwarding,
    handling,
    hearing,
    heirless,
    higher,
    joint,
    pausing,
    people,
    proving,
    respondent,
    settling,
)
from services.reconsideration.domain.lessons.lesson import Lessons

LESSONS: Final[Lessons] = {
    **forwarding.LESSONS,
    **filing.LESSONS,
    **people.LESSONS,
    **co_applying.LESSONS,
    **agents.LESSONS,
    **heirless.LESSONS,
    **respondent.LESSONS,
    **joint.LESSONS,
    **assigning.LESSONS,
    **higher.LESSONS,
    **handling.LESSONS,
    **proving.LESSONS,
    **hearing.LESSONS,
    **pausing.LESSONS,
    **attached.LESSONS,
    **settling.LESSONS,
    **deciding.LESSONS,
    **co_deciding.LESSONS,
}
"""Those of all chapters."""
