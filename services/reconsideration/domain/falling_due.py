"""强制执行的起算: who may have to perform, whose affair that is, and from when it is (ARL 78)."""

from datetime import date
from typing import Final
from uuid import UUID

from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.debts import WITH_ORGAN, Debt, Stand, debt_of
from services.reconsideration.domain.enforcing import counted_from, enforcer
from services.reconsideration.domain.remedying import Paper, Served
from shared.contracts.fact import Head
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration.aftermath import Conclusion
from shared.contracts.reconsideration.enforcing import EnforcementAwaited
from shared.law.calendar import Calendar

GIVING: Final = frozenset({ActKind.INACTION, ActKind.BENEFIT, ActKind.DISCLOSURE})
"""Acts by which something was asked of the organ: upheld, they oblige no party to anything."""

_PAPERS: Final = {Conclusion.DELIVERED: Paper.DECISION, Conclusion.MEDIATED: Paper.MEDIATION}


def owed_by(file: Aftermath, case: Case, calendar: Calendar) -> tuple[Debt, ...]:
    """Who may have to perform, and from when it may be enforced, as the case came to its end.

    What a party has to perform stands in the paper, or in the act that it upholds; the hub does
    not read it. So it waits with each of them until somebody says that nothing is owed.

    Args:
        file: What follows the case, as it was opened.
        case: The case.
        calendar: The city's calendar.
    """
    organ = _enforcer(file)
    if organ is None or (organ == file.respondent and _gave_nothing(case)):
        return ()
    if file.conclusion is Conclusion.DELIVERED:
        days = ((one.person_id, one.served_on, one.sue_until) for one in file.remedies)
        return tuple(debt(one, organ, on, until, calendar) for one, on, until in days)
    assert file.opened_on is not None  # noqa: S101 - it was opened just now
    perform_by = case.talks.perform_by if case.talks else None
    said = (organ, file.opened_on, None, calendar)
    return tuple(debt(one, *said, perform_by=perform_by) for one in case.addressees)


def _gave_nothing(case: Case) -> bool:
    """Whether the organ did not do, or refused, what was asked of it (ARL 11)."""
    asked = case.act is ActKind.LICENCE and case.requested_on is not None
    return case.act in GIVING or case.omission is True or asked


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
        enforceable_after=max(one for one in (served_on, sue_until, perform_by) if one),
        counts_from=counted_from(sue_until, perform_by, served_on, calendar),
    )


def _enforcer(file: Aftermath) -> str | None:
    """维持的为作出行为的机关，变更的、调解书为复议机关; None where there is none (ARL 78)."""
    paper = _PAPERS.get(file.conclusion) if file.conclusion else None
    if paper is None:
        return None
    found = enforcer(Served(paper=paper, on=file.opened_on, outcome=file.outcome))
    if found is None:
        return None
    return file.respondent if found[0] == "organ" else file.authority


def tell(new: Debt, head: Head) -> EnforcementAwaited:
    """载明强制执行的起算 (ARL 78)."""
    said = EnforcementAwaited.model_fields.keys() - {"kind", "head"}
    return EnforcementAwaited(head=head, **{name: getattr(new, name) for name in said})


def served_anew(file: Aftermath, person_id: UUID, calendar: Calendar) -> Debt | None:
    """The days of a party on which the decision was served again; None where none run (ARL 75)."""
    old = debt_of(file.debts, person_id)
    remedy = next((one for one in file.remedies if one.person_id == person_id), None)
    if old is None or remedy is None or old.stand not in (Stand.AWAITED, *WITH_ORGAN):
        return None
    served_on, sue_until = remedy.served_on, remedy.sue_until
    said = (person_id, old.organ, served_on, sue_until, calendar)
    return debt(*said, perform_by=old.perform_by)
