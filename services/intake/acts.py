"""办理事项: which fact each door of 登记 makes, so that a page can say what may be done."""

from collections.abc import Mapping
from typing import Final

from services.intake.domain.contacts import CONTACTS
from shared.contracts.fact import Fact
from shared.contracts.intake import ApplicantAdded, ContactCorrected, DisputeWithdrawn
from shared.law.article import RULES
from shared.office import After

CONTACT: Final = "/disputes/{number}/contact-correction"

ACTS: Final[Mapping[str, tuple[type[Fact], ...]]] = {
    "/disputes/{number}/applicant-addition": (ApplicantAdded,),
    CONTACT: (ContactCorrected,),
    "/disputes/{number}/withdrawal": (DisputeWithdrawn,),
}
"""By the path of the door."""

BESIDE: Final = {
    CONTACT: (After(kind=DisputeWithdrawn, article=RULES[166], then_in=CONTACTS.name),)
}
"""A telephone is put right in the dispute, and once that is withdrawn in a file beside it."""
