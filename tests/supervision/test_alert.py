"""预警 (RULES 14)."""

from datetime import datetime
from uuid import uuid4

import pytest

from services.supervision.domain.alert import ALERTS, LEVELS, Alert, State, alert
from shared.contracts.fact import Fact, Head
from shared.contracts.routing import (
    AnswerLapsed,
    CheckInLapsed,
    ExtensionUndecided,
    RoutingActOverdue,
    RulingLapsed,
    SilenceReachedInspection,
    SilenceReachedLeader,
)
from shared.contracts.supervision import AlertLevel, ExplanationLapsed
from shared.law.period import CITY

ABOUT, DISPUTE = uuid4(), uuid4()
SIFA = "620702-sifa"
NOW = datetime(2026, 11, 24, tzinfo=CITY)


def heard(version: int = 4) -> Head:
    return Head(
        dispute_id=DISPUTE, case_id=ABOUT, version=version, on=NOW.date(), at=NOW, by="clock"
    )


def after(file: Alert, fact: Fact) -> Alert:
    return file.after(alert(fact, head=file.head(by="clock", on=NOW.date(), at=NOW)))


def silent(kind: type[SilenceReachedLeader | SilenceReachedInspection], version: int = 4) -> Fact:
    """A silence that climbed."""
    return kind(head=heard(version), department=SIFA, duty="answer_leader")


@pytest.mark.parametrize(
    ("fact", "level", "organ", "act"),
    [
        (CheckInLapsed(head=heard(), department=SIFA), AlertLevel.HEAD, SIFA, None),
        (AnswerLapsed(head=heard(), department=SIFA), AlertLevel.HEAD, SIFA, None),
        (silent(SilenceReachedLeader), AlertLevel.LEADER, SIFA, "answer_leader"),
        (silent(SilenceReachedInspection), AlertLevel.INSPECTION, SIFA, "answer_leader"),
        (RulingLapsed(head=heard(), department=SIFA), AlertLevel.INSPECTION, None, "ruling"),
        (
            ExtensionUndecided(head=heard(), department=SIFA),
            AlertLevel.INSPECTION,
            None,
            "extension",
        ),
        (RoutingActOverdue(head=heard(), duty="close"), AlertLevel.INSPECTION, None, "close"),
        (ExplanationLapsed(head=heard(), organ=SIFA), AlertLevel.HEAD, SIFA, None),
    ],
)
def test_silence_climbs_by_what_was_left_undone(
    fact: Fact, level: AlertLevel, organ: str | None, act: str | None
) -> None:
    """部门逾期（含逾期未说明）报部门负责人，升级报分管领导、督查；机构逾期报督查 (RULES 14)."""
    file = Alert(procedure=ALERTS, dispute_id=DISPUTE, case_id=uuid4())
    page = alert(fact, head=file.head(by="clock", on=NOW.date(), at=NOW))
    assert (page.level, page.heard, page.about, page.page) == (level, fact.kind, ABOUT, 4)
    assert (page.organ, page.act) == (organ, act)


def test_each_silence_is_a_page_of_its_own() -> None:
    """一次沉默，一页预警 (RULES 14)."""
    file = Alert(procedure=ALERTS, dispute_id=DISPUTE, case_id=uuid4())
    file = after(file, CheckInLapsed(head=heard(4), department=SIFA))
    file = after(file, CheckInLapsed(head=heard(5), department="620702-zhujian"))
    file = after(file, AnswerLapsed(head=heard(6), department=SIFA))
    assert file.level is AlertLevel.HEAD
    file = after(file, silent(SilenceReachedLeader, 7))
    assert (file.state, file.version, file.silences) == (State.RAISED, 4, 4)
    assert file.level is AlertLevel.LEADER


def test_every_office_that_can_be_late_is_heard() -> None:
    """各机构逾期均预警 (RULES 14)."""
    assert {kind.office() for kind in LEVELS} == {
        "routing",
        "mediation",
        "adjudication",
        "reconsideration",
        "consultation",
        "supervision",  # an explanation that was asked for and not given
    }
