"""错列被申请人: told to name another, and the change (ARL 19; ARR2026 29; ARR2007 22)."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.conditions import of_jurisdiction
from services.reconsideration.domain.filing import brought_on
from services.reconsideration.domain.ordinary import ON_HAND
from services.reconsideration.domain.respondent import Acting, respondents
from shared.contracts.fact import Head
from shared.contracts.reconsideration.assigning import Track
from shared.contracts.reconsideration.respondent import (
    Copying,
    PowersLost,
    RespondentChanged,
    RespondentChangeTakenBack,
    RespondentChangeTold,
    RespondentReplaced,
    RespondentSucceeded,
)
from shared.law.article import ARL, ARR2007, ARR2026, Article
from shared.law.procedure import Refused


def article_on(head: Head) -> Article:
    """The provision on a respondent wrongly named, in the edition of the day."""
    return ARR2026[29] if ARR2026.in_force(head.on) else ARR2007[22]


def tell_to_change(case: Case, head: Head, acting: Acting, notice_id: UUID) -> RespondentChangeTold:
    """告知申请人变更被申请人 (ARR2026 29).

    Args:
        case: The file.
        head: Head of the new page.
        acting: Who acted in truth, and as what.
        notice_id: Document with what the applicant is told.

    Raises:
        Refused: The one named is right in law, or who is right is not said (ARL 19).
    """
    right = respondents(acting, brought_on(case) or head.on)
    if set(case.respondents) == set(right.organs):
        raise Refused(f"{right.because}，所列被申请人没有错", right.article)
    if not right.organs:
        raise Refused(f"{right.because}，尚须写明是哪个机关", right.article)
    return RespondentChangeTold(
        head=head,
        respondent=case.respondent,
        capacity=acting.capacity,
        respondent_organs=right.organs,
        article=right.article.code,
        notice_id=notice_id,
        joint=case.respondents[1:],
    )


def take_back(case: Case, head: Head, reason_id: UUID) -> RespondentChangeTakenBack:
    """收回变更被申请人的告知: who is named is the respondent, and the case goes on with it.

    Raises:
        Refused: The applicant was not told to name another one, or has done so.
    """
    if not case.respondents_told:
        raise Refused("没有尚待变更的告知，不必收回", article_on(head))
    return RespondentChangeTakenBack(head=head, reason_id=reason_id)


def change(
    case: Case,
    head: Head,
    respondent: str,
    county: str,
    text_id: UUID,
    *,
    competent: Collection[str] = (),
    joint: Collection[str] = (),
) -> RespondentChanged | RespondentReplaced | None:
    """变更被申请人, before acceptance or while the case is handled (ARR2026 29).

    Before acceptance it may turn out that another authority is competent: the application is then
    declined by its name. After it, a case that is not this authority's is dismissed (ARL 33).

    Args:
        case: The file.
        head: Head of the new page.
        respondent: Organ code of who is named now, in the first place.
        county: Six-digit code of its county.
        text_id: Document in which the applicant names it.
        competent: Codes of the authorities over who is named now, empty where none is known.
        joint: Organ codes of who are named beside it, having acted together with it.

    Returns:
        The page; None where only the other joint respondents are changed.

    Raises:
        Refused: They are the same, or others than the applicant was told; once accepted, nobody
            was told, another authority is competent over them (ARL 24 to 28, 33), or the case is
            in the simplified procedure (ARL 55).
    """
    named = {respondent, *joint}
    if named == set(case.respondents):
        raise Refused("所列被申请人没有变更", article_on(head))
    if case.respondents_told and named != set(case.respondents_told):
        raise Refused("变更后所列被申请人仍不符合告知的规定", article_on(head))
    on_hand = case.state in ON_HAND
    if on_hand:
        _check_accepted(case, head, competent)
    if respondent == case.respondent:
        return None
    said: dict[str, Any] = {"before": case.respondent, "respondent": respondent, "county": county}
    if not on_hand:
        return RespondentChanged(head=head, text_id=text_id, **said)
    return RespondentReplaced(head=head, text_id=text_id, **_left_behind(case, respondent), **said)


def _left_behind(case: Case, respondent: str) -> dict[str, Any]:
    """What is on file from before that does not hold of the new one (ARL 50, 52, 70)."""
    return {
        "copying": Copying.KEPT if _was_sent(case, respondent) else Copying.TO_SEND,
        "former_evidences": case.evidence.put_in_by("", case.respondent),
        "asks_anew": case.was_answered,
    }


def _was_sent(case: Case, organ: str) -> bool:
    return any(one.organ == organ and one.sent_on for one in case.joint)


def succeed(
    case: Case,
    head: Head,
    before: str,
    respondent: str,
    notice_id: UUID,
    *,
    county: str,
    powers_lost: PowersLost,
    since: date,
) -> RespondentSucceeded:
    """继续行使职权的机关作被申请人: the case goes on with it as it stands (ARL 19).

    Whoever lost its powers before the application was wrongly named: that the applicant changes.

    Args:
        case: The file.
        head: Head of the new page.
        before: Organ code of the respondent that was abolished or lost its powers.
        respondent: Organ code of the one that exercises them now.
        notice_id: Document that tells the parties of it.
        county: Six-digit code of the county of whoever is named first now.
        powers_lost: Why the powers went over.
        since: The day on which they did.

    Raises:
        Refused: The one before is no respondent of the case, the other one is, or the powers went
            over before the application or have not yet; or the one before has the decision.
    """
    check_heir(case, head, before, respondent, among=case.respondents, since=since)
    if is_bound(case, before):
        says = "决定书已经送达该机关的，由继续行使其职权的机关履行，在后续案卷中记载"
        raise Refused(says, ARL[19].par(4))
    return RespondentSucceeded(
        head=head,
        before=before,
        respondent=respondent,
        county=county,
        powers_lost=powers_lost,
        succeeded_on=since,
        notice_id=notice_id,
    )


def check_heir(
    case: Case,
    head: Head,
    before: str,
    respondent: str,
    *,
    among: Collection[str],
    since: date,
) -> None:
    """继续行使职权的机关: of which respondent `among` these, and since when (ARL 19).

    Raises:
        Refused: The one before is none of them, the other one is, or the powers went
            over before the application or have not yet.
    """
    provision = ARL[19].par(4)
    if before not in among:
        raise Refused("被撤销或者职权变更的机关不是本案的被申请人", provision)
    if respondent in among:
        raise Refused("继续行使其职权的机关已经是本案的被申请人", provision)
    if since > head.on:
        raise Refused("职权尚未由其他机关继续行使", provision)
    if since < (brought_on(case) or head.on):
        says = "申请以前职权已经由其他机关继续行使的，属于错列被申请人，应当告知申请人变更"
        raise Refused(says, article_on(head))


def is_bound(case: Case, organ: str) -> bool:
    """Whether this respondent has the decision, so that it is its own to perform (ARL 75, 77)."""
    return organ in case.served_organs or (organ == case.respondent and None in case.served_days)


def in_order(case: Case, respondent: str, joint: Collection[str]) -> tuple[str, tuple[str, ...]]:
    """Who is named first and who beside it: whoever was named first stays so, if it is named."""
    named = tuple(dict.fromkeys((respondent, *joint)))
    first = case.respondent if case.respondent in named else respondent
    return first, tuple(one for one in named if one != first)


def _check_accepted(case: Case, head: Head, competent: Collection[str]) -> None:
    """受理以后变更: what it takes while the case is handled (ARL 33, 55; ARR2026 29)."""
    if not case.respondents_told:
        raise Refused("受理以后，经告知错列被申请人的，才变更被申请人", article_on(head))
    if not of_jurisdiction(case.authority, competent).met:
        text = "变更后的被申请人不由本机关管辖，应当驳回申请并告知有管辖权的机关"
        raise Refused(text, ARL[33])
    if case.track is Track.SIMPLIFIED:
        raise Refused("被申请人有变更的，不宜适用简易程序，应当先转为普通程序", ARL[55])
