"""What a body did not do in time (ARL 80)."""

from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.pausing import Suspension


class ReconsiderationActOverdue(Fact):
    """逾期未办: an act that the body owes was not done in time, and stays owed (ARL 80)."""

    kind: Literal["reconsideration.overdue.v1"] = "reconsideration.overdue.v1"
    duty: str
    """Name of the deadline."""
    organ: str = ""
    """The joint respondent 共同被申请人, or who is written to, where each has a period (ARL 48)."""
    person_id: UUID | None = None
    """The applicant or third person, where each has a period (CPL 95); None of anything else."""
    cause: Suspension | None = None
    """中止的情形, where each has a period (ARL 39, 41); None of all else, and on pages of old."""
    applicant: UUID | None = None
    """In which applicant that cause lies, as the suspension says."""
    stay_request: str = ""
    """The page of the request for a stay, where each has a period (ARL 42); empty of all else, and
    on pages of old."""

    @property
    def of_organ(self) -> str:
        """The same, where what is overdue goes to another organ because of it (ARL 79)."""
        return self.organ
