"""强制执行的起算: who may have to perform, whose affair that is, and from when it is (ARL 78)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID

from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.debts import OPEN, Debt, Stand, debt_of
from services.reconsideration.domain.duties import obliges_nobody
from services.reconsideration.domain.enforcing import counted_from, enforcer_of_all
from services.reconsideration.domain.remedies import sue_by
from shared.contracts.fact import Head
from shared.contracts.reconsideration.aftermath import Conclusion
from shared.contracts.reconsideration.enforcing import EnforcementAwaited
from shared.law.calendar import Calendar


def owed_by(file: Aftermath, case: Case, calendar: Calendar) -> tuple[Debt, ...]:
    """Who may have to perform, and from when it may be enforced, of those not told of before.

    The days of each run from its own service: nobody waits for the last of the others (ARL 75).

    Whoever drew the paper up said which party has to perform, and by when: nobody else owes
    anything. Where that was not said it is said afterwards, of each party, before anything runs
    against it. The day that a mediation document sets for the respondent binds the respondent alone
    (ARL 77); nothing may be enforced before the party's own day is stated.

    Args:
        file: What follows the case, as it was opened or the decision took effect.
        case: The case.
        calendar: The city's calendar.
    """
    organ = _enforcer(file, case)
    if organ is None:
        return ()
    if case.duties is None and organ == file.respondent and obliges_nobody(case):
        return ()
    said = {one.person_id: one.perform_by for one in case.duties or ()}
    debts = (
        debt(one, organ, on, until, calendar, perform_by=said.get(one))
        for one, on, until in _served(file, case, calendar)
        if (case.duties is None or one in said) and debt_of(file.debts, one) is None
    )
    return tuple(replace(one, timed=one.timed and case.duties is not None) for one in debts)


def _served(
    file: Aftermath, case: Case, calendar: Calendar
) -> Iterator[tuple[UUID, date, date | None]]:
    """Each party, when the paper had effect for it, and until when it may sue, if it may."""
    if file.conclusion is None:
        served = ((one, on) for one, on in case.served_days.items() if one)
        yield from ((one, on, sue_by(case, on, calendar)) for one, on in served)
        return
    if file.conclusion is Conclusion.DELIVERED:
        yield from ((one.person_id, one.served_on, one.open_until) for one in file.remedies)
        return
    assert file.opened_on is not None  # noqa: S101 - it was opened just now
    for one in case.addressees:
        yield one, file.opened_on, None


def debt(
    person_id: UUID,
    organ: str,
    served_on: date,
    sue_until: date | None,
    calendar: Calendar,
    *,
    perform_by: date | None = None,
) -> Debt:
    """What a party may have to perform, by the days on which it was served and has to perform."""
    return Debt(
        person_id=person_id,
        organ=organ,
        served_on=served_on,
        sue_until=sue_until,
        perform_by=perform_by,
        timed=sue_until is not None or perform_by is not None,
        enforceable_after=max(one for one in (served_on, sue_until, perform_by) if one),
        counts_from=counted_from(sue_until, perform_by, served_on, calendar),
    )


def _enforcer(file: Aftermath, case: Case) -> str | None:
    """维持的为作出行为的机关，变更的、调解书为复议机关; None where there is none (ARL 78).

    Each act has its own kind of decision: what is upheld beside one that is revoked binds.
    """
    if file.conclusion is Conclusion.MEDIATED:
        return file.authority
    if file.conclusion not in {None, Conclusion.DELIVERED}:
        return None
    whose = enforcer_of_all(one for one in (file.outcome, *case.outcomes) if one)
    return {"organ": file.respondent, "authority": file.authority}[whose] if whose else None


def tell(new: Debt, head: Head, request_id: UUID | None = None) -> EnforcementAwaited:
    """载明强制执行的起算; `request_id` is what the organ wrote where no day was set (ARL 78)."""
    said = EnforcementAwaited.model_fields.keys() - {"kind", "head", "performance_request_id"}
    told = {name: getattr(new, name) for name in said}
    return EnforcementAwaited(head=head, performance_request_id=request_id, **told)


def served_anew(file: Aftermath, case: Case, person_id: UUID, calendar: Calendar) -> Debt | None:
    """The days of a party on which the decision was served again; None where none run (ARL 75).

    Who was taken for one without successor is served for the first time: what the decision obliges
    it to begins to run as it does for the others from the beginning (RULES 145).

    What the court was asked for meanwhile may not be enforced before they are over: the organ
    takes its request back, or tells the court.
    """
    old = debt_of(file.debts, person_id)
    if old is None:
        owed = owed_by(file, case, calendar)
        return next((one for one in owed if one.person_id == person_id), None)
    days = {who: (on, until) for who, on, until in _served(file, case, calendar)}
    if person_id not in days or old.stand not in OPEN:
        return None
    said = (person_id, old.organ, *days[person_id], calendar)
    new = debt(*said, perform_by=old.perform_by)
    return replace(new, timed=old.timed, court_asked=old.stand is Stand.APPLIED)
