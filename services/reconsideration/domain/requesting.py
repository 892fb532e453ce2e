"""变更行政复议请求、承认第三人请求: what applicants ask anew, and what they admit (ARL 15, 17).

No article gives it a last day, a form, or the respondent new days to reply; the Regulation counts
on it where what is asked cannot be met (ARR2026 61). So the findings and the draft, which answer
what was asked before, fall; copy, reply, evidence and hearing are of the act and stand. What is
admitted binds who admits it; the act is reviewed as before, so nothing falls.
"""

from collections.abc import Collection
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.conduct.parties import Representing
from services.reconsideration.domain.ordinary import ON_HAND
from services.reconsideration.domain.people_acts import consented as must_consent
from services.reconsideration.domain.standing import Persons, act_as_applicants
from shared.contracts.fact import Head
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration.request import RequestChanged, Sought, ThirdRequestAdmitted
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
    act_as_applicants(case, persons, "变更行政复议请求", ARL[15].par(2))
    must_consent(case, head, Representing.CHANGES_REQUEST, persons, consent=consented)
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


def admit(
    case: Case,
    head: Head,
    text_id: UUID,
    third_person: UUID | None,
    *,
    named: Collection[UUID] = (),
    consented: bool,
    persons: Persons = None,
) -> ThirdRequestAdmitted:
    """承认第三人请求 (ARL 15, 16).

    Args:
        case: The file.
        head: Head of the new page.
        text_id: Document that says which request, and how far.
        third_person: Whose request; need not be said where there is one third person only.
        named: Of several applicants those who admit it; empty where all do.
        consented: Whether those whom representatives represent agree.
        persons: Those for whom a party speaks that does it itself (ARL 17); None where an officer
            takes it down.

    Raises:
        Refused: Not all of whom it binds do it themselves, those represented did not agree, or it
            does not say the request of which third person of this case.
    """
    whose = act_as_applicants(case, persons, "承认第三人请求", ARL[15].par(2), named)
    must_consent(case, head, Representing.ADMITS, persons, whose, consent=consented)
    represented = bool(case.participants.representatives) and persons is None and not whose
    return ThirdRequestAdmitted(
        head=head,
        third_person=_third_of(case, third_person),
        applicants=whose or case.applicants,
        text_id=text_id,
        consented=consented and represented,
        to_be_told=True,
    )


def _third_of(case: Case, said: UUID | None) -> UUID:
    """Whose request is admitted.

    Raises:
        Refused: The case has no third person, not this one, or several, and none is named.
    """
    thirds = case.participants.third_ids
    if said is None and len(thirds) > 1:
        raise Refused("第三人有数名，应当写明承认哪一名第三人的请求", ARL[16].par(1))
    found = thirds[0] if said is None and thirds else said
    if found is None or found not in thirds:
        raise Refused("承认的应当是本案第三人的请求", ARL[16].par(1))
    return found
