"""共同申请: who is named beside an applicant, and applies once it says so itself (ARL 14, 22).

Nobody applies in another's name without its power (ARL 14, 17). So whoever is named applies on the
day on which its own word comes in: by its own telephone, or on paper with its signature (ARR2026
27, 28). Until then nothing in the case is done by it, or for it.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from typing import Final
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.conditions import Finding
from services.reconsideration.domain.filing import NO_FINDING, proof, timely
from services.reconsideration.domain.standing import Persons
from shared.contracts.fact import Head
from shared.contracts.reconsideration import TimeFinding
from shared.contracts.reconsideration.co_applying import CoApplicantNamed, CoApplicationAnswered
from shared.contracts.reconsideration.filing import AppliedApart
from shared.law.article import ARL, RULES
from shared.law.calendar import Calendar
from shared.law.online import hand_in
from shared.law.procedure import Refused

OF_ONESELF = ARL[14].par(1)
"""依照本法申请行政复议的公民、法人或者其他组织是申请人: nobody is one by another's word."""

MOST: Final = 200
"""How many a party names online, as many as one form of registration takes; more at a window."""


def name(case: Case, head: Head, person_id: UUID, persons: Persons) -> CoApplicantNamed:
    """写明共同申请人 (ARL 22; ARR2026 27).

    Args:
        case: The file.
        head: Head of the new page.
        person_id: Who is named.
        persons: Those of a party that names it itself; None where an officer takes it down.

    Raises:
        Refused: No applicant names it, it applies already, or waits to be asked already; or a
            party says another day than today (ARR2026 28), or has named too many.
    """
    if persons is not None and persons.isdisjoint(case.applicants):
        raise Refused("共同申请人由申请人写明", OF_ONESELF)
    if person_id in case.applicants:
        raise Refused("已经是本案的申请人", OF_ONESELF)
    if person_id in case.participants.unconfirmed:
        raise Refused("已经写明为共同申请人，等待本人确认", OF_ONESELF)
    if persons is not None:
        hand_in(head)
        _refuse_too_many(case, person_id)
    return CoApplicantNamed(head=head, person_id=person_id)


def _refuse_too_many(case: Case, person_id: UUID) -> None:
    """Whoever was named counts, whatever it answered; who said no may be named again."""
    named = {one.person_id for one in case.participants.co_applicants}
    if len(named | {person_id}) > MOST:
        text = f"网上最多写明{MOST}名共同申请人，已经写满；其他人请到窗口一起申请，或者各自申请"
        raise Refused(text, OF_ONESELF)


def answer(
    case: Case, head: Head, person_id: UUID | None, text_id: UUID, *, agrees: bool, persons: Persons
) -> CoApplicationAnswered:
    """共同申请人本人答复: it applies today, or does not apply (ARL 14; ARR2026 27, 28).

    Args:
        case: The file.
        head: Head of the new page.
        person_id: Who answers; None for whoever answers by its own telephone.
        text_id: What it said, or the paper with its signature.
        agrees: Whether it applies, too.
        persons: Those of a party that answers itself; None where its paper came in.

    Raises:
        Refused: It is not asked, or somebody else answers for it; or a party says another day
            than today.
    """
    asked = [one for one in case.participants.unconfirmed if persons is None or one in persons]
    if person_id is None and len(asked) == 1:
        [person_id] = asked
    if person_id not in asked:
        text = "共同申请由写明的共同申请人本人确认，一人一次；不能由他人代为确认"
        raise Refused(text, OF_ONESELF)
    if persons is not None:
        hand_in(head)
    assert person_id is not None  # noqa: S101 - one of those who are asked
    return CoApplicationAnswered(head=head, person_id=person_id, agrees=agrees, text_id=text_id)


def days_of(case: Case, applicants: Collection[UUID]) -> tuple[AppliedApart, ...]:
    """本人提出申请之日 of those of them who confirmed that they apply, too (ARL 14, 20)."""
    return tuple(
        AppliedApart(person_id=one.person_id, applied_on=on)
        for one in case.participants.co_applicants
        if one.person_id in applicants and (on := one.confirmed_on)
    )


def late(case: Case, finding: TimeFinding, calendar: Calendar) -> Iterator[tuple[UUID, date, date]]:
    """Which applicants confirmed after the last day, each with its day and the last (ARL 20)."""
    found = proof(case, finding, calendar)
    if found is None:
        return
    last = found.reckoning.last_day
    for one in case.participants.co_applicants:
        on = one.confirmed_on
        if one.person_id in case.applicants and on and not timely(on, last):
            yield one.person_id, on, last


def check_apart(case: Case, applicants: Collection[UUID], calendar: Calendar) -> None:
    """在一份案卷里的同为逾期，或者都没有逾期: a file has one day on which it was brought (ARL 20).

    Raises:
        Refused: Some of those who are severed confirmed after the last day, and others did not.
    """
    after = {who for who, _, _ in late(case, NO_FINDING, calendar)}
    if 0 < len(after.intersection(applicants)) < len(applicants):
        text = "逾期才确认的共同申请人，提出申请之日与其他申请人不同，不在一份案卷里，应当另行分案"
        raise Refused(text, RULES[136])


def of_each(
    case: Case, found: Finding, calendar: Calendar, finding: TimeFinding = NO_FINDING
) -> Finding:
    """在法定申请期限内提出, of each applicant by its own day (ARL 20, 30(1)(4)).

    Where the first was in time and one who confirmed was not, neither holds of all of them; once
    only those are left who confirmed too late, they are late.
    """
    days = list(late(case, finding, calendar))
    if not found.met or not days:
        return found
    _, on, last = days[0]
    if len(days) == len(case.applicants):
        because = f"申请期限至{last}届满，本案的申请人都是以后才确认申请的（{on}）"
        return replace(found, met=False, because=because)
    because = (
        f"{len(days)}名共同申请人在申请期限（至{last}）届满以后才确认（{on}），"
        "各自的申请按本人确认之日；先分案办理，再分别决定"
    )
    return replace(found, met=None, because=because)
