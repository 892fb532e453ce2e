"""办理事项: which fact each door of 行政复议 makes, so that a page can say what may be done.

A module for each chapter; a door that is new stands in that of its own chapter alone.
"""

from collections.abc import Mapping
from typing import Final

from services.reconsideration.acts import (
    access,
    admissibility,
    aftermath,
    assigning,
    attached,
    co_deciding,
    correcting,
    deciding,
    deferring,
    drafting,
    filing,
    forwarding,
    handling,
    hearing,
    higher,
    overseeing,
    papers,
    pausing,
    people,
    proving,
    respondent,
    settling,
)
from shared.contracts.fact import Fact

ACTS: Final[Mapping[str, tuple[type[Fact], ...]]] = {
    **forwarding.ACTS,
    **filing.ACTS,
    **people.ACTS,
    **admissibility.ACTS,
    **respondent.ACTS,
    **assigning.ACTS,
    **higher.ACTS,
    **correcting.ACTS,
    **deferring.ACTS,
    **handling.ACTS,
    **proving.ACTS,
    **access.ACTS,
    **hearing.ACTS,
    **pausing.ACTS,
    **attached.ACTS,
    **settling.ACTS,
    **drafting.ACTS,
    **co_deciding.ACTS,
    **deciding.ACTS,
    **papers.ACTS,
    **aftermath.ACTS,
    **overseeing.ACTS,
}
"""By the path of the door."""
