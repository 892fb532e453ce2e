"""顺延的申请随案: who has the case decides it, and who sees the case sees it (ARL 19, 38)."""

from collections.abc import Sequence
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.deferral import Deferral, State
from services.reconsideration.store import DEFERRALS
from shared.law.article import CPL
from shared.law.procedure import Refused
from shared.work import Work


def go_along(work: Work, case: Case, requests: Sequence[UUID]) -> None:
    """With a case that others handle from here on; what was decided stays where it was.

    Args:
        work: The unit of work.
        case: The file, which bears its new labels.
        requests: Where its respondents may have asked, as `domain.deferring.requests_of` says.
    """
    for one in _unanswered(work, requests):
        work.label(one.case_id, **work.labels_of(case.case_id))


def pass_on(work: Work, case: Case, requests: Sequence[UUID]) -> None:
    """To whoever takes over the powers, what was refused, too; arguments as above (ARL 19)."""
    for one in filter(None, (work.find(DEFERRALS, each) for each in requests)):
        work.label(one.case_id, **work.labels_of(case.case_id))


def check_answered(work: Work, requests: Sequence[UUID]) -> None:
    """Whether each was granted or refused, before it is decided upon a silence (ARL 70; CPL 86).

    Raises:
        Refused: One of them has no answer.
    """
    for one in _unanswered(work, requests):
        text = f"被申请人于{one.asked_on}申请顺延答复期限，尚未决定是否准许，不得作出决定"
        raise Refused(text, CPL[86])


def _unanswered(work: Work, requests: Sequence[UUID]) -> list[Deferral]:
    files = (work.find(DEFERRALS, one) for one in requests)
    return [one for one in files if one and one.state is State.DEFERRAL_ASKED]
