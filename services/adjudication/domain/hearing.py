"""受理与答辩: the right told, the application, copies and answers, mediation first."""

from datetime import date
from uuid import UUID

from services.adjudication.domain.adjudication import Adjudication
from services.adjudication.domain.powers import power_over
from services.adjudication.domain.states import State
from shared.contracts.adjudication import (
    AdjudicationApplied,
    OpinionDrawn,
    OpinionExtended,
    RespondentServed,
    RightNotified,
    SettlementReached,
)
from shared.contracts.fact import Fact, Head
from shared.law.article import CPL, GPR, PLAN
from shared.law.online import be_served
from shared.law.procedure import Refused


def notify_right(
    matter: str, authority: str, came_from: UUID | None = None, *, head: Head
) -> RightNotified:
    """告知裁决权利 (PLAN 24).

    Raises:
        Refused: No statute gives a power to adjudicate this matter.
    """
    power = power_over(matter, head.on)
    return RightNotified(head=head, matter=power.matter, authority=authority, came_from=came_from)


def apply_as_oneself(applicants: tuple[UUID, ...], persons: frozenset[UUID] | None) -> None:
    """以本人名义申请; `persons` are those of a party that does it itself (PLAN 24).

    Raises:
        Refused: Somebody else is named as applicant.
    """
    if persons is not None and not persons.issuperset(applicants):
        raise Refused("当事人只能以本人名义申请裁决；共同申请的，请到窗口办理", PLAN[24])


def withdraw_as_applicants(case: Adjudication, persons: frozenset[UUID] | None) -> None:
    """由全体申请人撤回 (GPR 57).

    Raises:
        Refused: Not all of the applicants do.
    """
    if persons is not None and not persons.issuperset(case.applicants):
        raise Refused("撤回申请须由申请人办理；申请人有数人的，请共同到窗口办理", GPR[57])


def apply(
    case: Adjudication,
    *,
    matter: str,
    authority: str,
    applicants: tuple[UUID, ...],
    respondents: tuple[UUID, ...],
    text_id: UUID,
    came_from: UUID | None = None,
    head: Head,
) -> AdjudicationApplied:
    """申请行政裁决, dated when it reached the organ.

    Raises:
        Refused: No statute gives the power, or somebody stands on both sides.
    """
    power = power_over(matter, head.on)
    if case.state is State.NOTIFIED and case.matter is not power.matter:
        raise Refused("申请裁决的事项与告知的事项不符", power.basis)
    if not applicants or not respondents or set(applicants) & set(respondents):
        raise Refused("应当有明确的申请人和被申请人，且不得为同一人", power.accept.article)
    return AdjudicationApplied(
        head=head,
        matter=power.matter,
        authority=authority,
        applicants=applicants,
        respondents=respondents,
        text_id=text_id,
        came_from=came_from,
    )


def be_served_as_respondent(
    party: UUID, head: Head, persons: frozenset[UUID] | None, *, is_sent: bool
) -> None:
    """由被申请人同意并网上签收申请书副本 (CPL 90).

    Args:
        party: Whom it is for.
        head: Head of the page.
        persons: Those of a party that has it served online; None where the organ serves it.
        is_sent: Whether the organ has sent the copies out.

    Raises:
        Refused: It is another's, was not sent yet, or it says another day.
    """
    if persons is None:
        return
    if party not in persons:
        raise Refused("只能签收送达本人的文书", CPL[90].par(1))
    if not is_sent:
        raise Refused("裁决机关尚未发出申请书副本", CPL[90].par(1))
    be_served(head)


def serve_respondent(case: Adjudication, party: UUID, *, head: Head) -> RespondentServed:
    """送达申请书副本; the respondent's time to answer runs from here.

    Raises:
        Refused: This is no respondent of the case.
    """
    if party not in case.respondents:
        raise Refused("不是本案的被申请人", case.power.copy.article)
    return RespondentServed(head=head, party=party)


def settle(
    case: Adjudication, document_id: UUID, *, perform_by: date | None, head: Head
) -> SettlementReached:
    """先行调解成功, with the mediation document.

    Raises:
        Refused: Performance would lie before the settlement.
    """
    if perform_by and perform_by < head.on:
        raise Refused("履行期限不得早于调解书生效之日", case.power.mediated_under)
    return SettlementReached(head=head, perform_by=perform_by, document_id=document_id)


def draw_opinion(case: Adjudication, opinion_id: UUID, *, head: Head) -> OpinionDrawn:
    """提出调查处理意见.

    Raises:
        Refused: The file is not ready, or a respondent still has time to answer.
    """
    page = OpinionDrawn(head=head, opinion_id=opinion_id)
    need_all_heard(case, page)
    return page


def extend_opinion(case: Adjudication, extended_to: date, *, head: Head) -> OpinionExtended:
    """延长调查处理期限, allowed by the head of the bureau.

    Raises:
        Refused: The new last day has passed already.
    """
    if extended_to <= head.on:
        article = case.power.opinion.article if case.power.opinion else PLAN[24]
        raise Refused("延长后的期限应当在批准之日以后届满", article)
    return OpinionExtended(head=head, extended_to=extended_to)


def need_all_heard(case: Adjudication, page: Fact) -> None:
    """答辩期: silence is no bar, but the time to answer must be over.

    Where the file stands speaks first: nobody waits for an answer in a file that was withdrawn.

    Raises:
        Refused: The file has no room for `page`, or a respondent has neither answered nor let the
            period pass.
    """
    case.after(page)
    if not case.all_heard:
        raise Refused("被申请人尚未答辩，且答辩期尚未届满", case.power.answer.article)
