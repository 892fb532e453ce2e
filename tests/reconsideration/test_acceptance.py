"""From the application to acceptance 受理 (ARL chapters 2 and 3)."""

from dataclasses import replace

import pytest

from services.reconsideration.domain.acceptance import accept, decline
from services.reconsideration.domain.application import file_of
from services.reconsideration.domain.ordinary import State
from shared.contracts.reconsideration import (
    ApplicationAccepted,
    ApplicationDeclined,
    Condition,
)
from shared.law.article import ARL
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration.accepting import SAID
from tests.reconsideration.makers import (
    ANNA,
    AUTHORITY,
    BERT,
    DISPUTE,
    PAPER,
    accepted,
    day,
    received,
)


def test_review_skips_mid_autumn_and_national_day() -> None:
    """受理审查五日为工作日 (ARL 30, 88)."""
    assert received("2026-09-23").last_day("review") == day("2026-10-08")


def test_silence_is_acceptance_from_the_day_the_review_ends() -> None:
    """审查期限届满之日起视为受理，六十日自该日起算 (ARL 30, 62)."""
    walk = received("2026-09-23").lapse("review", "2026-10-08")
    [_, fact] = walk.facts
    assert isinstance(fact, ApplicationAccepted)
    assert fact.deemed
    assert walk.case.state is State.ACCEPTED
    assert walk.last_day("decide") == day("2026-12-07")


def test_what_an_officer_accepts_is_not_deemed_accepted() -> None:
    walk = received()
    fact = accept(walk.case, walk.head("2026-03-04"), calendar=CALENDAR)
    assert not fact.deemed


def test_an_application_is_accepted_once() -> None:
    with pytest.raises(Refused) as refusal:
        accepted().then(ApplicationAccepted, "2026-03-06")
    assert refusal.value.article == ARL[30].par(1)


def test_the_same_application_finds_its_file_in_whatever_order_the_applicants_stand() -> None:
    """对一个行政行为提出一个申请 (ARL 22)."""
    again = replace(SAID, applicants=(BERT, ANNA))
    assert file_of(DISPUTE, SAID) == file_of(DISPUTE, again)


@pytest.mark.parametrize(
    "other",
    [
        {"act_number": "甘综执罚字〔2026〕13号"},
        {"act_done_on": day("2026-01-20")},
        {"received_on": day("2026-03-16")},
        {"applicants": (ANNA,)},
    ],
)
def test_another_act_and_an_application_made_anew_have_files_of_their_own(other: dict) -> None:  # type: ignore[type-arg]
    """对两个以上行政行为不服的，分别申请 (ARL 22)."""
    assert file_of(DISPUTE, SAID) != file_of(DISPUTE, replace(SAID, **other))


def test_another_authoritys_case_may_not_be_accepted() -> None:
    """属于本机关的管辖范围 (ARL 24, 30)."""
    walk = received()
    with pytest.raises(Refused) as refusal:
        accept(
            walk.case, walk.head("2026-03-03"), calendar=CALENDAR, competent=["620700-government"]
        )
    assert refusal.value.article == ARL[30].par(1, 6)


@pytest.mark.parametrize("told", [None, AUTHORITY, "620725-government"])
def test_who_declines_for_want_of_jurisdiction_names_the_competent_authority(
    told: str | None,
) -> None:
    """不属于本机关管辖的，告知有管辖权的行政复议机关 (ARL 30)."""
    walk = received()
    with pytest.raises(Refused) as refusal:
        decline(
            walk.case,
            walk.head("2026-03-03"),
            Condition.JURISDICTION,
            PAPER,
            calendar=CALENDAR,
            competent=["620700-government"],
            told=told,
        )
    assert refusal.value.article == ARL[30].par(2)


def test_a_declined_application_is_closed_with_the_condition_that_is_missing() -> None:
    walk = received()
    fact = decline(
        walk.case,
        walk.head("2026-03-03"),
        Condition.JURISDICTION,
        PAPER,
        calendar=CALENDAR,
        competent=["620700-government"],
        told="620700-government",
    )
    assert walk.record(fact).case.is_closed
    assert (fact.missing, fact.competent) == (Condition.JURISDICTION, "620700-government")


def test_what_was_declined_is_not_accepted_afterwards() -> None:
    walk = received().then(
        ApplicationDeclined, "2026-03-04", missing=Condition.INTEREST, reason_id=PAPER
    )
    with pytest.raises(Refused):
        walk.then(ApplicationAccepted, "2026-03-05")
