"""Service of a decision by notice to the public 公告送达 (CPL 95; RULES 23, 143)."""

import pytest

from services.reconsideration.domain import serving
from services.reconsideration.domain.ordinary import ORDINARY
from shared.contracts.reconsideration import (
    ReconsiderationActOverdue,
    Standing,
)
from shared.contracts.reconsideration.served import DecisionAnnounced, DecisionServed
from shared.contracts.service import Manner
from shared.law.article import ARL, CPL
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration.makers import ANNA, BERT, day, decided
from tests.reconsideration.serving import RESPONDENT, announce, done, refused, runs, serve


def test_a_public_notice_serves_when_thirty_days_are_over_and_not_before() -> None:
    """自发出公告之日起，经过三十日，即视为送达 (CPL 95)."""
    walk = decided()
    one = done(walk, Manner.NOTICE, "2026-04-20", condition_met=True)
    assert one.served_on == day("2026-05-20")
    early = refused(walk, Manner.NOTICE, condition_met=True, today="2026-05-19")
    assert early == CPL[95].par(1)
    serve(walk, one)
    assert isinstance(walk.facts[-1], DecisionServed)
    assert walk.facts[-1].sue_until == day("2026-06-04")


def test_a_notice_that_is_published_runs_thirty_days_and_is_no_service_yet() -> None:
    """发出公告之日起经过三十日视为送达，期满以前没有送达 (CPL 95)."""
    walk = announce(decided())
    last = walk.facts[-1]
    assert isinstance(last, DecisionAnnounced)
    assert (last.standing, last.served_on) == (Standing.APPLICANT, day("2026-05-21"))
    assert last.others_unserved is True, "the respondent is still to be served"
    assert list(serving.unserved(walk.case)) == [None, ANNA]
    serve(walk, done(walk, **RESPONDENT, on="2026-04-22"))
    assert walk.facts[-1].model_dump()["others_unserved"] is False
    one = done(walk, Manner.NOTICE, "2026-04-21", condition_met=True)
    assert one.served_on == day("2026-05-21")
    assert serving.serve(walk.case, walk.head("2026-05-21"), one, CALENDAR).others_unserved is False


def test_a_notice_is_published_once_after_the_decision_to_whom_nothing_else_reaches() -> None:
    """公告送达以下落不明或者其他方式无法送达为条件，在作出决定以后，不重复 (CPL 95)."""
    for on, said, article in (
        ("2026-04-16", {}, ARL[75]),
        ("2026-04-21", {"person": BERT}, CPL[95].par(1)),
        ("2026-04-21", {"condition_met": False}, CPL[95].par(1)),
    ):
        with pytest.raises(Refused) as refusal:
            announce(decided("2026-04-17"), on, **said)  # type: ignore[arg-type]
        assert refusal.value.article == article
    walk = announce(decided())
    with pytest.raises(Refused) as refusal:
        announce(walk, "2026-04-22")
    assert refusal.value.article == CPL[95].par(1)
    other = done(walk, Manner.NOTICE, "2026-04-20", condition_met=True)
    with pytest.raises(Refused) as refusal:
        serve(walk, other)
    assert refusal.value.article == CPL[95].par(1), "another day than that on file"
    found = serve(walk, done(walk, on="2026-04-27"))
    assert found.case.served_days[ANNA] == day("2026-04-27"), "found meanwhile, served in person"
    with pytest.raises(Refused):
        announce(found, "2026-04-28")


def test_while_a_notice_runs_nobody_is_late_with_the_service() -> None:
    """公告期内送达期限不算逾期，期满后五个工作日内记载送达 (CPL 95; RULES 23, 143)."""
    walk = decided()
    serve(walk, done(walk, **RESPONDENT, on="2026-04-20"))
    assert runs(walk) == {"deliver": day("2026-04-24")}
    announce(walk)
    assert runs(walk) == {"deliver_announced": day("2026-05-28")}
    serve(walk, done(walk, Manner.NOTICE, "2026-04-21", condition_met=True))
    assert runs(walk) == {}


def test_while_others_are_still_to_be_served_the_notice_to_one_excuses_nobody() -> None:
    """还有其他人没有送达、也没有公告的，送达期限照旧 (ARL 75; RULES 23)."""
    walk = announce(decided())
    assert runs(walk) == {"deliver": day("2026-04-24"), "deliver_announced": day("2026-05-28")}
    serve(walk, done(walk, **RESPONDENT, on="2026-04-22"))
    assert runs(walk) == {"deliver_announced": day("2026-05-28")}


def test_of_two_notices_each_has_days_of_its_own_and_the_lapse_says_whose_they_were() -> None:
    """两名当事人公告送达的，一名逾期未记载，不影响另一名的期限 (CPL 95; RULES 143)."""
    row = ORDINARY.by_name["deliver_announced"]
    late = row.lapsed(decided().head("2026-05-28"), str(ANNA))
    assert isinstance(late, ReconsiderationActOverdue)
    assert (late.duty, late.person_id) == ("deliver_announced", ANNA)
    assert row.subject_of(late) == str(ANNA), "so that the days of the other run on"
