"""责令纠正、直接受理: what the authority above does about a report, and the one below (ARL 35)."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.conduct.higher import NOT_ACCEPTED, correction
from services.reconsideration.domain.correction import Correction
from services.reconsideration.domain.higher_acts import comes_above
from services.reconsideration.domain.ordinary import ON_HAND, State
from services.reconsideration.domain.saying import Norm
from services.reconsideration.domain.standing import Persons
from shared.contracts.fact import Head
from shared.contracts.reconsideration import Outcome
from shared.contracts.reconsideration.correcting import (
    CorrectionDenied,
    CorrectionOrdered,
    DirectlyAccepted,
    Wrong,
    WrongCorrected,
    WrongReported,
)
from shared.contracts.reconsideration.higher import AcceptedAbove
from shared.law.article import ARL
from shared.law.procedure import Refused

NEW_FILE: Final = (*NOT_ACCEPTED, Wrong.DISMISSED)
"""Wrongs that closed the file: what is accepted after all has a new one."""

_CLOSED_BY: Final = {
    State.DECLINED: Wrong.DECLINED,
    State.NOT_HANDLED: Wrong.NOT_HANDLED,
    State.ABANDONED: Wrong.ABANDONED,
}
"""By what name a file was closed whose application was not accepted (RULES 146)."""


def is_dismissed(case: Case) -> bool:
    """决定驳回申请, which has effect as it is served on an applicant (ARL 35, 75)."""
    served = case.state is State.DELIVERED or _have_it(case, case.applicants)
    return served and case.outcome is Outcome.APPLICATION_DISMISSED


def _have_it(case: Case, whose: Iterable[UUID]) -> bool:
    """Whether one of these applicants was served by itself."""
    return not case.served_days.keys().isdisjoint({*whose}.intersection(case.applicants))


def wrong_of(case: Case) -> Wrong:
    """不予受理、驳回申请或者逾期不作答复, as it stands on the file (ARL 35; RULES 146).

    Raises:
        Refused: It is none of the three.
    """
    if case.state in _CLOSED_BY:
        return _CLOSED_BY[case.state]
    if is_dismissed(case):
        return Wrong.DISMISSED
    if case.state in ON_HAND and case.overdue_on is not None:
        return Wrong.OVERDUE
    says = "不予受理、驳回申请或者受理后超过期限不作答复的，才可以依照本条向上级行政机关反映"
    raise Refused(says, ARL[35])


def _must_not_have_gone_on(there: Case | None) -> None:
    """补正未逾期 and reviewed anew already: one application is reviewed in one file (ARL 31).

    Raises:
        Refused: It was supplied in time, and goes on in the file `there`.
    """
    if there:
        says = "补正没有逾期，申请已经在新的案卷里继续办理，不是没有受理"
        raise Refused(says, ARL[31].par(2))


def report(
    case: Case,
    head: Head,
    above: Sequence[str],
    text_id: UUID,
    persons: Persons,
    *,
    there: Case | None = None,
) -> WrongReported:
    """向上级行政机关反映, by an applicant (ARL 35).

    Args:
        case: The reconsideration that is complained of.
        head: Head of the first page of the report's own file.
        above: The authorities above, from the nearest.
        text_id: What is reported.
        persons: Those for whom a party speaks; None for an officer who takes it down.
        there: The file in which it goes on as it was supplied in time 补正未逾期, if it does.

    Raises:
        Refused: There is nothing of the kind, nobody stands above, no applicant reports it, the
            decision has no effect yet for the one who does, or it goes on already.
    """
    wrong = wrong_of(case)
    _must_not_have_gone_on(there)
    if persons is not None and persons.isdisjoint(case.applicants):
        raise Refused("向上级行政机关反映的，应当是申请人", ARL[35])
    if case.state is State.DECIDED and persons is not None and not _have_it(case, persons):
        raise Refused("决定书还没有送达反映的申请人，对其没有发生法律效力", ARL[75].par(2))
    if not above:
        raise Refused("没有上级行政复议机关", ARL[35])
    return WrongReported(
        head=head,
        of_case_id=case.case_id,
        wrong=wrong,
        authority=above[0],
        below=case.authority,
        county=case.county,
        text_id=text_id,
    )


def _found(file: Correction, on: date, *, justified: bool) -> None:
    """Hold what the authority above does against the law desk's ruling.

    Raises:
        Refused: What it found asks for the other.
    """
    ruling = correction(file.wrong, on, justified=justified)
    if ruling.norm is not Norm.MUST:
        raise Refused(ruling.says, ARL[35])


def _still(file: Correction, case: Case, act: str, there: Case | None) -> None:
    """Hold the report against the case as it stands now.

    Raises:
        Refused: It is no longer with the authority of which the report tells, what was reported
            of it is not so any more, or it goes on in another file.
    """
    _must_not_have_gone_on(there)
    if case.authority != file.below:
        raise Refused(f"案件已经不由被反映的行政复议机关办理，不再{act}", ARL[35])
    if wrong_of(case) is not file.wrong:
        raise Refused(f"反映的情形已经不存在，不再{act}", ARL[35])


def order(
    file: Correction,
    case: Case,
    head: Head,
    until: date,
    letter_id: UUID,
    *,
    justified: bool,
    there: Case | None = None,
) -> CorrectionOrdered:
    """责令纠正, where there was no good reason (ARL 35).

    Args:
        file: The report.
        case: The reconsideration that is complained of.
        head: Head of the new page.
        until: By when it is to be put right.
        letter_id: The order.
        justified: Whether the authority below had a good reason.
        there: The file in which it goes on as it was supplied in time, if it does.

    Raises:
        Refused: There was one, the report is stale, or the day that is set lies before the order.
    """
    _still(file, case, "责令纠正", there)
    _found(file, head.on, justified=justified)
    if until < head.on:
        raise Refused("责令纠正的期限不得早于责令之日", ARL[35])
    return CorrectionOrdered(head=head, below=file.below, until=until, letter_id=letter_id)


def deny(file: Correction, head: Head, reason_id: UUID) -> CorrectionDenied:
    """不予责令纠正: there was a good reason (ARL 35)."""
    del file
    return CorrectionDenied(head=head, reason_id=reason_id)


def correct(
    file: Correction,
    case: Case,
    head: Head,
    where: UUID,
    *,
    organ: str,
    there: Case | None = None,
) -> WrongCorrected:
    """已经纠正: accepted in a new file, or decided in the one complained of (ARL 35).

    Args:
        file: The report.
        case: The reconsideration that is complained of.
        head: Head of the new page.
        where: Where it goes on.
        organ: Whose officer says so.
        there: The file in which it goes on as it was supplied in time after the order: that it is
            accepted there is what was ordered.

    Raises:
        Refused: The case is still not decided or not accepted, or another organ says so.
    """
    if organ != file.below:
        raise Refused("应当由被责令的行政复议机关纠正", ARL[35])
    if file.wrong is Wrong.OVERDUE and case.state in ON_HAND:
        raise Refused("尚未作出行政复议决定，没有纠正", ARL[35])
    if there and there.accepted_on is None:
        raise Refused("补正未逾期而转入的案卷尚未受理，没有纠正", ARL[35])
    goes_on = there.case_id if there else where
    return WrongCorrected(head=head, corrected_case_id=goes_on, of_case_id=case.case_id)


def accept_directly(
    file: Correction,
    case: Case,
    head: Head,
    where: UUID,
    letter_id: UUID,
    *,
    organ: str,
    there: Case | None = None,
) -> DirectlyAccepted:
    """上级直接受理 (ARL 35).

    Args:
        file: The report.
        case: The reconsideration that is complained of.
        head: Head of the new page.
        where: Where the case goes on.
        letter_id: What the parties are told.
        organ: Whose officer says so.
        there: The file in which it goes on as it was supplied in time, if it does.

    Raises:
        Refused: It is not the authority above that was told, the case is no longer with the one
            of which the report tells, or what was reported of it is not so any more.
    """
    if organ != file.authority:
        raise Refused("直接受理的，应当是收到反映的上级行政复议机关", ARL[35])
    _still(file, case, "直接受理", there)
    return DirectlyAccepted(
        head=head, accepted_case_id=where, letter_id=letter_id, of_case_id=case.case_id
    )


def take_over(case: Case, head: Head, authority: str) -> AcceptedAbove:
    """受理后超过期限不作答复的案件由上级直接受理, in the same file (ARL 35).

    Raises:
        Refused: It has been decided meanwhile, its days run anew, or it is that authority's own.
    """
    if case.state not in ON_HAND:
        raise Refused("案件已经不在审理中，上级不再直接受理", ARL[35])
    if case.overdue_on is None or case.authority == authority:
        raise Refused("案件没有逾期，或者已经由本机关办理，不再直接受理", ARL[35])
    return AcceptedAbove(head=head, **comes_above(case, authority))
