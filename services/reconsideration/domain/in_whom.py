"""中止的情形在何人: in which applicant a cause lies, and which suspension is meant (ARL 39)."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.suspended import Suspended, article_of
from shared.contracts.reconsideration.pausing import (
    OF_APPLICANT,
    WITHOUT_SUCCESSOR,
    Suspension,
    Termination,
)
from shared.law.article import ARL
from shared.law.procedure import Refused


def in_whom(case: Case, cause: Suspension, applicant: UUID | None) -> UUID | None:
    """In which applicant the cause lies; the only one need not be named (ARL 39).

    Each has a suspension, and sixty days, of its own (ARL 41). None where it lies in no applicant,
    and of the only one where the case stands still already by a page of old that names nobody.

    Raises:
        Refused: It is no applicant, the cause lies in none, or of several nobody is named.
    """
    if applicant and applicant not in case.applicants:
        raise Refused("中止的情形所在的人不是本案申请人", article_of(cause))
    if cause not in OF_APPLICANT:
        if applicant and cause is not Suspension.PREVENTED:
            raise Refused("该情形不在某一申请人，不写明申请人", article_of(cause))
        return applicant
    if len(case.applicants) == 1:
        held = any(one.cause is cause and one.applicant is None for one in case.suspended_for)
        return None if held else case.applicants[0]
    if applicant is None:
        raise Refused("申请人有数人的，应当写明哪一申请人有该情形，各人分别中止", article_of(cause))
    return applicant


def lasting(case: Case, cause: Suspension | None, applicant: UUID | None, on: date) -> Suspended:
    """The suspension that an act is about; the only one if none is named.

    Raises:
        Refused: None lasts for this cause in this person, several do and it is not said which, or
            it began later.
    """
    found = [
        one
        for one in case.suspended_for
        if cause in (None, one.cause) and applicant in (None, one.applicant)
    ]
    said = [one for one in found if (one.cause, one.applicant) == (cause, applicant)]
    found = said or found  # a page of old that names nobody is meant where nobody is named
    if not found:
        raise Refused("本案没有因该情形中止", ARL[39].par(2))
    if len(found) > 1:
        raise Refused("本案因数种情形、数人中止，应当写明是哪一种、何人", ARL[39].par(2))
    if on < found[0].since:
        raise Refused(f"本案于{found[0].since}中止，日期不得早于该日", ARL[39].par(2))
    return found[0]


def held_in(case: Case, cause: Suspension, applicant: UUID) -> tuple[Suspended, ...]:
    """What the case stands still for in this applicant for this cause, while it is there.

    It is the one that names him; one of old that names nobody, where there is none.
    """
    there = [one for one in case.suspended_for if one.cause is cause and not one.gone_on]
    own = tuple(one for one in there if one.applicant == applicant)
    return own or tuple(one for one in there if one.applicant is None)


def ended_with(case: Case, ground: Termination, leaving: Collection[UUID]) -> tuple[Suspended, ...]:
    """What nobody waits for any more once these have left, whose case is at an end (ARL 39, 41).

    One of old that names nobody goes with whoever is no more.
    """
    return tuple(
        one
        for one in case.suspended_for
        if not one.gone_on
        and (
            one.applicant in leaving
            if one.applicant
            else one.cause is WITHOUT_SUCCESSOR.get(ground)
        )
    )
