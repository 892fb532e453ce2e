"""变更行政复议请求: until it is decided, all that is asked may be asked anew (ARL 15, 17).

No article gives it a last day, a form, or the respondent new days to reply; the Regulation counts
on it where what is asked cannot be met (ARR2026 61). So the findings and the draft, which answer
what was asked before, fall; copy, reply, evidence and hearing are of the act and stand.
"""

from collections.abc import Collection
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.conduct.parties import Representing
from services.reconsideration.domain.ordinary import ON_HAND
from services.reconsideration.domain.people_acts import consented as must_consent
from services.reconsideration.domain.standing import Persons, change_as_applicants
from shared.contracts.fact import Head
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration.request import RequestChanged, Sought
from shared.law.article import ARL
from shared.law.procedure import Refused
from shared.law.reconsidering.omission import Said, check


def change(
    case: Case,
    head: Head,
    text_id: UUID,
    sought: Collection[Sought],
    *,
    consented: bool,
    persons: Persons = None,
) -> RequestChanged:
    """变更行政复议请求 (ARL 15, 17; ARR2026 61).

    Args:
        case: The file.
        head: Head of the new page.
        text_id: Document with all that is asked now.
        sought: Of which kinds it is.
        consented: Whether those whom representatives represent agree.
        persons: Those for whom a party speaks that does it itself (ARL 17); None where an officer
            takes it down.

    Raises:
        Refused: Not all of the applicants do it themselves, those represented did not agree, or
            what is asked cannot be asked of an act of this head (ARL 66, 71; ARR2026 24).
    """
    change_as_applicants(case, persons, "变更行政复议请求", ARL[15].par(2))
    if persons is None:
        must_consent(case, head, Representing.CHANGES_REQUEST, consent=consented)
    if Sought.PERFORMED in sought:
        check(Said(act=case.act, omission=True), head.on)
    if Sought.AGREEMENT in sought and case.act is not ActKind.AGREEMENT:
        raise Refused("申请的不是行政协议，不请求履行行政协议、承担协议责任", ARL[71])
    return RequestChanged(
        head=head,
        text_id=text_id,
        sought=tuple(one for one in Sought if one in sought),
        consented=consented,
        to_be_told=case.state in ON_HAND,
    )
