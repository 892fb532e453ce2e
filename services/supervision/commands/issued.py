"""制发监督: a page that tells of what was issued is kept, once (ARL 76 to 79, 85)."""

from services.supervision.domain.issued_page import page_of
from services.supervision.store import ISSUED, row_of
from shared.contracts.fact import Fact
from shared.work import HISTORY, Work


def keep_issued(work: Work, fact: Fact) -> None:
    """制发监督; of files imported as history nothing is owed here (ARL 76 to 79, 85)."""
    if HISTORY not in work.heard_labels:
        work.lay(ISSUED, row_of(page_of(fact)))
