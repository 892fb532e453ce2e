"""Applications that are received and are to be supplemented, for tests."""

from services.reconsideration.domain.application import Application
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import (
    FilingManner,
)
from tests.reconsideration.makers import (
    ANNA,
    AUTHORITY,
    BERT,
    RESPONDENT,
    day,
)

SAID = Application(
    authority=AUTHORITY,
    applicants=(ANNA, BERT),
    respondent=RESPONDENT,
    act=ActKind.PENALTY,
    manner=FilingManner.IN_PERSON,
    received_on=day("2026-03-02"),
    act_number="甘综执罚字〔2026〕12号",
)
