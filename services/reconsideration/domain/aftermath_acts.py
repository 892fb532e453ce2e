"""后续办理: what took effect, service made again, the copy to the department above (ARL 75, 79)."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Final
from uuid import UUID

from services.reconsideration.domain import refusing
from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.decision import obliges_organs
from services.reconsideration.domain.finality import is_final
from services.reconsideration.domain.heirless import at_last
from services.reconsideration.domain.remedies import remedied, suit_day
from services.reconsideration.domain.remedying import Paper, copies
from services.reconsideration.domain.serving import KNOWN
from services.reconsideration.domain.serving_again import of_organ
from services.reconsideration.domain.together import is_published
from shared.contracts.fact import Head
from shared.contracts.reconsideration import ApplicationDeclined, Remedy
from shared.contracts.reconsideration.aftermath import (
    AftermathBegun,
    AftermathOpened,
    Conclusion,
    DecisionCopied,
    DecisionTookEffect,
    ServedAgain,
)
from shared.contracts.reconsideration.served import Service
from shared.law.article import ARL, RULES
from shared.law.calendar import Calendar
from shared.law.procedure import Refused

CONCLUDED: Final = {
    "delivered": Conclusion.DELIVERED,
    "mediated": Conclusion.MEDIATED,
    "terminated": Conclusion.TERMINATED,
    "declined": Conclusion.DECLINED,
}
"""Which closed states of a case have anything to follow."""


def begin(case: Case, head: Head) -> AftermathBegun:
    """随案开立后续案卷, or what has changed in the case since (ARL 76, 85, 86; RULES 116)."""
    return AftermathBegun(
        head=head,
        about=case.case_id,
        authority=case.authority,
        respondent=case.respondent,
        joint=case.respondents[1:],
    )


def take_effect(case: Case, head: Head, *, departments: Collection[str]) -> DecisionTookEffect:
    """决定发生法律效力, while it is still to be served on others (ARL 75, 79).

    Args:
        case: The case, decided.
        head: Head of the page, of the first day of service.
        departments: Which of the respondents are 本级政府工作部门 of the authority.
    """
    assert case.outcome is not None  # noqa: S101 - what is served was decided
    owed = _copied_above(case, departments)
    return DecisionTookEffect(
        head=head,
        about=case.case_id,
        authority=case.authority,
        respondent=case.respondent,
        joint=case.respondents[1:],
        outcome=case.outcome,
        document_number=case.document_number,
        copies=bool(owed),
        copies_for=owed,
    )


def open_file(
    case: Case,
    head: Head,
    *,
    departments: Collection[str],
    remedies: tuple[Remedy, ...] = (),
    refusal: ApplicationDeclined | None = None,
    effective: bool = False,
    annulled: bool = False,
    corrected: bool = False,
) -> AftermathOpened:
    """开立后续案卷 (RULES 90).

    Args:
        case: The case, closed.
        head: Head of the first page, of the day on which it was; of a refusal maybe a later one.
        departments: Which of the respondents are 本级政府工作部门 of the authority.
        remedies: 起诉期限 of each party, where a decision was served.
        refusal: 不予受理, where it was declined: it is still to be served (ARL 34).
        effective: Whether the file told, as the decision took effect, above whom it is copied.
        annulled: Whether the decision was set aside before all had it; nothing more follows it.
        corrected: Whether the application that it dismissed was accepted before all had it: what is
            a dismissal no more is not to be made public (RULES 172).
    """
    conclusion = CONCLUDED[str(case.state)]
    decided = conclusion is Conclusion.DELIVERED
    owed = _copied_above(case, departments) if decided and not effective else ()
    return AftermathOpened(
        head=head,
        about=case.case_id,
        conclusion=conclusion,
        authority=case.authority,
        respondent=case.respondent,
        joint=case.respondents[1:],
        outcome=case.outcome if decided else None,
        document_number=case.document_number if decided else "",
        copies=bool(owed),
        copies_for=owed,
        publishes=decided and not (annulled or corrected) and is_published(case),
        remedies=remedies,
        compulsory=refusal.compulsory if refusal else None,
        refusal_id=refusal.reason_id if refusal else None,
        refusal_for=case.applicants if refusal else (),
        concluded_on=refusal.head.on if refusal and refusal.head.on < head.on else None,
        heirless=case.participants.heirless,
        annulled=annulled,
        obliges=obliges_organs(case) if annulled else None,
    )


def _copied_above(case: Case, departments: Collection[str]) -> tuple[str, ...]:
    """Above which of the respondents the decision is copied (ARL 19, 79)."""
    return tuple(
        one
        for one in case.respondents
        if must_copy(Paper.DECISION, of_department=one in departments)
    )


def must_copy(paper: Paper, *, of_department: bool) -> bool:
    """Whether a paper is copied to the department above the respondent 抄告 (ARL 79)."""
    point = copies(paper, department=of_department)
    return bool(point and point.met)


def serve_again(
    file: Aftermath,
    head: Head,
    done: Service,
    reason_id: UUID,
    calendar: Calendar,
    *,
    case: Case | None = None,
) -> ServedAgain:
    """重新送达 on one party, whose days run anew, to sue or to perform (ARL 34, 75, 77).

    It is the decision; where the application was declined, the refusal 不予受理决定书.

    Args:
        file: What follows the case.
        head: Head of the new page.
        done: The service.
        reason_id: Document that says why the first service was none.
        calendar: The city's calendar.
        case: The case, whose applicants' first day is that of the dispute's road; all if not said.

    Raises:
        Refused: There is neither, or the day lies before that of the first service.
    """
    if file.conclusion is Conclusion.DECLINED:
        return refusing.serve_again(file, head, done, reason_id, calendar)
    check_served_again(file, done)
    final = is_final(case) if case else file.final
    until = suit_day(done.served_on, calendar) if done.person_id and not final else None
    now = remedied(file.remedies, done.person_id, done.served_on, until, final=final)
    suing = [one.served_on for one in now if case is None or one.person_id in case.applicants]
    return ServedAgain(
        head=head,
        sue_until=until,
        reason_id=reason_id,
        first_served_on=min(suing, default=None),
        of_case_id=file.about,
        **(at_last(file, case, done.person_id) if case else {"final": final}),
        **(of_organ(case, done, calendar) if case and not done.person_id else {}),
        **done.model_dump(),
    )


def check_served_again(file: Aftermath, done: Service) -> None:
    """重新送达在送达之后.

    Raises:
        Refused: There is neither decision nor refusal, it was corrected since (RULES 132), the
            party is no more and has no successor, or the day lies before that of the first service.
    """
    if file.conclusion is Conclusion.DECLINED:
        refusing.check_again(file, done)
        return
    opened = of_decision(file)
    refusing.check_dismissed(file)
    if done.person_id in file.heirless:
        raise Refused(KNOWN, RULES[145])
    if done.shown_on < opened:
        raise Refused(f"决定书于{opened}送达，重新送达不得早于该日", ARL[75].par(2))


def of_decision(file: Aftermath) -> date:
    """The day on which the decision was served on the last of them; before that, on the first.

    Raises:
        Refused: The case ended without one, or nobody has it yet.
    """
    day = file.opened_on or file.effective_on
    if file.conclusion not in {None, Conclusion.DELIVERED} or day is None:
        raise Refused("本案没有送达的行政复议决定书", ARL[75].par(2))
    return day


def copy_decision(
    file: Aftermath, head: Head, organ: str, above: Mapping[str, str | None]
) -> DecisionCopied:
    """抄告决定书 to the department above a respondent; above several, to each (ARL 19, 79).

    Args:
        file: What follows the case.
        head: Head of the new page.
        organ: To whom.
        above: 上一级主管部门 of each respondent; None where the directory has none.

    Raises:
        Refused: It has no effect yet, no respondent is a department of this government, it is
            copied already, it dismissed what was accepted since, or the organ is another.
    """
    if file.since is None:
        raise Refused("决定书尚未送达任何一方，没有发生法律效力，不抄告", ARL[79].par(2))
    if not file.copied_on:
        refusing.check_dismissed(file)
    if not file.copies:
        raise Refused("被申请人不是本级人民政府工作部门，不须抄告", ARL[79].par(2))
    if file.copied_on:
        raise Refused(f"已于{file.copied_on}抄告", ARL[79].par(2))
    owed = file.to_copy
    told = [one for one in owed if above.get(one) == organ]
    if not told:
        # Only where the directory does not know whose department above it is, one after the other.
        told = [one for one in owed if above.get(one) is None][:1]
    if not told:
        raise Refused(_ANOTHER, ARL[79].par(2))
    return DecisionCopied(
        head=head, organ=organ, owed=tuple(one for one in owed if one not in told)
    )


_ANOTHER: Final = "应当抄告被申请人的上一级主管部门"


def check_above(organ: str, above: str | None) -> None:
    """抄告的是上一级主管部门; which one, where the directory knows it.

    Raises:
        Refused: It is another.
    """
    if above is not None and organ != above:
        raise Refused(_ANOTHER, ARL[79].par(2))
