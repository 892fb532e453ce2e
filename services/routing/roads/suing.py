"""起诉: which applicants or third persons went to court, and whose days run on (ALL 25, 45)."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from services.routing.domain.road_file import Routing
from shared.auth import SEVERED
from shared.contracts.routing import SuitFiled
from shared.errors import Malformed
from shared.work import Work


def sue(
    work: Work,
    file: Routing,
    court: str,
    filed_on: date,
    *,
    whose: Collection[UUID],
    there: Collection[UUID],
    thirds: Collection[UUID] = (),
    by: str,
) -> Routing:
    """当事人已起诉, a page for each who sued: the suit of one ends nobody else's days (ALL 45).

    A third person has an interest in the decision and days of its own, from its own receipt, which
    no road tells: its suit is recorded, and ends none of the applicants', nor theirs its (ARL 10;
    ALL 25, 45). Where only one can have sued, nobody need be named.

    Args:
        work: The unit of work.
        file: The routing file.
        court: The court 人民法院, where it is known.
        filed_on: 起诉之日.
        whose: Who sued; need not be said of the only applicant, where there is no third person.
        there: Whose road it is.
        thirds: The third persons of its cases.
        by: Who says so.

    Raises:
        Malformed: Of several nobody is named, or somebody whose road this is not.
    """
    unknown: list[UUID | None] = [None]
    for one in _named(whose, there, thirds) or unknown:
        left = set() if one is None else set(there) - {*file.suers, one}
        first = file.first_to_sue
        said = {
            "court": court,
            "filed_on": filed_on,
            "applications": file.applications,
            "applicant": one,
            "others_left": bool(left),
            # where nobody's receipt is known, what it tells is told to all of them
            "road_runs_on": bool(left) and (first is None or first.person_id != one),
        }
        head = work.head(file, by=by)
        file = work.record(file, SuitFiled.model_validate({"head": head, **said}))
    return file


def _named(
    whose: Collection[UUID], there: Collection[UUID], thirds: Collection[UUID]
) -> list[UUID]:
    """Who sued, each once; of several it is said, and it is somebody of the road or its cases."""
    if not whose and len(there) > 1:
        raise Malformed("申请人有数人的，应当写明谁已经起诉", "applicants")
    if not whose and thirds:
        raise Malformed("案件有第三人的，应当写明谁已经起诉", "applicants")
    named = list(dict.fromkeys(whose or there))
    if not set(named) <= {*there, *thirds}:
        raise Malformed("不是本途径的申请人，也不是其案件的第三人", "applicants")
    return named


def of_road(
    work: Work, case_id: UUID, applicants: Collection[UUID], joined: Collection[UUID] = ()
) -> list[UUID]:
    """Whose road it is: those of the dispute who did not go apart, or who went apart on this one.

    Beside them whoever took over in a case of this road (ARL 14).

    Args:
        work: The unit of work, with the file.
        case_id: The routing file.
        applicants: Everybody who brought the dispute, and is still there.
        joined: Who stands as applicant in the cases of this road.
    """
    labels = work.labels_of(case_id)
    gone = set(map(UUID, labels.get(SEVERED, "").split()))
    whole = [one for one in applicants if one not in gone]
    if own := labels.get("applicants", ""):
        still = {*applicants, *joined}
        whole = [one for one in map(UUID, own.split()) if one in still]
    return list(dict.fromkeys((*whole, *(one for one in joined if one not in gone))))
