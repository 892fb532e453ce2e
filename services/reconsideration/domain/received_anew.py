"""申请转入新的案卷: what an application says goes on as it was brought (ARL 20, 35; RULES 136)."""

from collections.abc import Collection
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.co_applying import days_of
from services.reconsideration.domain.filing import brought_on, posting_unknown
from shared.contracts.fact import Head
from shared.contracts.reconsideration import ApplicationReceived, FilingManner
from shared.law.article import ARL
from shared.law.procedure import Refused


def again(
    case: Case, head: Head, authority: str, applicants: Collection[UUID] | None = None
) -> ApplicationReceived:
    """The application of a closed file, received anew by whoever accepts it after all (ARL 35).

    It was brought when it was brought first, by whatever way, and not when it is accepted; by who
    confirmed there that it applies, too, on its own day (ARL 14, 20).

    Args:
        case: The file in which it was brought.
        head: Head of the first page of the new one.
        authority: Whoever has it now.
        applicants: Whose application goes on in it; that of all if not said.

    Raises:
        Refused: The file says too little of the application.
    """
    if case.act is None or case.text_id is None:
        raise Refused("案卷中没有行政复议申请书", ARL[22].par(2))
    whose = tuple(one for one in case.applicants if applicants is None or one in applicants)
    each = days_of(case, whose)
    own = min(one.applied_on for one in each) if len(each) == len(whose) else None
    return ApplicationReceived(
        head=head,
        authority=authority,
        county=case.county,
        applicants=whose,
        respondent=case.respondent,
        act=case.act,
        manner=case.manner or FilingManner.IN_PERSON,
        text_id=case.text_id,
        act_done_on=case.act_done_on,
        learnt_on=case.learnt_on,
        told_remedies=case.told_remedies,
        remedies_learnt_on=case.remedies_learnt_on,
        real_estate=case.real_estate,
        act_id=case.act_id,
        joint_act_ids=case.joint_act_ids,
        came_from=case.case_id,
        brought_on=own or brought_on(case),
        applied_each=each,
        postmark_unclear=own is None and posting_unknown(case),
        below=case.authority if authority != case.authority else "",
        omission=case.omission,
        requested_on=case.requested_on,
        duty_within=case.duty_within,
        urgent=case.urgent,
        compulsory=case.compulsory,
        supplement_id=case.supplement.text_id if case.supplement else None,
        supplement_attachments=case.supplement.attachments if case.supplement else (),
    )
