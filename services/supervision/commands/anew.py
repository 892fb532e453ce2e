"""履行期限重新起算: a respondent was served again, from when its days run now (ARL 75, 77)."""

from services.supervision.commands.taking_over import bound_by
from services.supervision.domain import watch as watches
from services.supervision.store import WATCHES, obliged_of, watch_of
from shared.contracts.fact import CLOCK
from shared.contracts.reconsideration.aftermath import ServedAgain
from shared.work import Work


def run_anew(work: Work, again: ServedAgain) -> None:
    """履行期限重新起算 of the respondent that was served again (ARL 75, 77).

    Whoever was served all at once is watched with the others, until the last of their days.
    """
    case_id = again.of_case_id
    assert case_id is not None  # noqa: S101 - as whoever heard it saw
    files = (obliged_of(case_id, again.organ), watch_of(case_id))
    own = next((one for one in files if again.respondent in bound_by(work, one)), None)
    file = work.find(WATCHES, own) if own else None
    if file is None:
        return
    page = watches.run_anew(
        *(file, again.respondent, again.served_on, again.perform_by),
        joint=len(work.labels_of(file.case_id).get("departments", "").split()) > 1,
        head=work.head(file, by=CLOCK),
    )
    if page:
        work.record(file, page)
