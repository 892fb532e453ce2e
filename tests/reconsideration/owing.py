"""A case that came to its end and obliges a party: served, due, urged (ARL 78)."""

from dataclasses import replace
from uuid import UUID

import pytest

from services.reconsideration.domain import enforcing_acts as acts
from services.reconsideration.domain import falling_due
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.debts import Debt, Stand
from shared.contracts.reconsideration import Outcome, Remedy
from shared.contracts.reconsideration.enforcing import (
    EnforcementApplied,
    PartyDuty,
    PartyEnforced,
    PartyUrged,
)
from shared.law.article import Article
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration.following import Following, following
from tests.reconsideration.makers import ANNA, BERT, PAPER, RESPONDENT, day, received

SERVED = Remedy(person_id=ANNA, served_on=day("2026-07-20"), sue_until=day("2026-08-04"))
LATER = Remedy(person_id=BERT, served_on=day("2026-07-27"), sue_until=day("2026-08-11"))


def ended(**said: object) -> Following:
    """A case that came to its end, with what each party then stands to perform."""
    file = following(**{"outcome": Outcome.UPHELD, "remedies": (SERVED, LATER), **said})
    case = replace(received().case, duties=tuple(PartyDuty(person_id=o) for o in (ANNA, BERT)))
    for debt in falling_due.owed_by(file.file, case, CALENDAR):
        file.record(falling_due.tell(debt, file.head("2026-07-20")))
    return file


def due(on: str = "2026-08-04", **said: object) -> Following:
    return ended(remedies=(SERVED,), **said).lapse("enforceable", on, str(ANNA))


def urged() -> Following:
    return due().then(PartyUrged, "2026-08-05")


def unheeded() -> Following:
    return urged().lapse("heed_urging", "2026-08-19", str(ANNA))


def stands(file: Following, person: UUID = ANNA) -> Stand:
    return next(one.stand for one in file.file.debts if one.person_id == person)


def article(refusal: pytest.ExceptionInfo[Refused]) -> Article:
    return refusal.value.article


def owing(case: Case, *remedies: Remedy, **said: object) -> tuple[Debt, ...]:
    """What is owed after an act was upheld."""
    file = following(**{"outcome": Outcome.UPHELD, "remedies": remedies or (SERVED,), **said})
    return falling_due.owed_by(file.file, case, CALENDAR)


def ask(file: Following, on: str, late: UUID | None = None) -> EnforcementApplied:
    return acts.apply(
        file.file, file.head(on), None, PAPER, late, calendar=CALENDAR, department=RESPONDENT
    )


def own(file: Following, on: str, ground: UUID | None = None) -> PartyEnforced:
    said = (file.file, file.head(on), None, PAPER, ground)
    return acts.enforce(*said, department=RESPONDENT)
