"""自行纠正的期间: what an application through the organ leaves out of a later one's (ARR2026 38).

The organ that fined has corrected its penalty, and the applicant insists: it applies to the
authority, and from the day of handing in until it was told its period did not run.
"""

from collections.abc import Collection, Iterator

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.filing import NO_FINDING
from services.reconsideration.domain.repeating import Before
from shared.contracts.reconsideration import LeftOut, TimeFinding, TimeLeftOut


def with_corrections(
    case: Case, finding: TimeFinding | None, found: Collection[Before]
) -> TimeFinding | None:
    """What was found of the period, with the intervals that corrected files show (ARR2026 38).

    Whoever finds such an interval itself has looked: what it finds goes before what files show.

    Args:
        case: The application that was made then.
        finding: What was found beside the application, if anything.
        found: The earlier files about the same act 此前的案卷.
    """
    said = finding or NO_FINDING
    if any(one.reason is LeftOut.CORRECTION for one in said.exclusions):
        return finding
    spans = tuple(_spans(case, found))
    if not spans:
        return finding
    return said.model_copy(update={"exclusions": (*said.exclusions, *spans)})


def _spans(case: Case, found: Collection[Before]) -> Iterator[TimeLeftOut]:
    """One for each such file in which all who apply now had applied, with others or not."""
    files = {one.file.case_id: one.file for one in found}
    for case_id, file in files.items():
        there = {who for one in found if one.file.case_id == case_id for who in one.applicants}
        first, last = file.handed_in_on, file.corrected_told_on
        if first and last and there >= set(case.applicants):
            yield TimeLeftOut(reason=LeftOut.CORRECTION, first=first, last=last)
